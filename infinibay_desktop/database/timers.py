"""What is kept of timers that programs on one database share."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from sqlalchemy import Update, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infinibay_desktop.database.events import database_now
from infinibay_desktop.database.program_rows import TimerRunRow
from infinibay_desktop.model.timers import TimerOutcome, TimerRecord

MAX_MESSAGE = 2000
# A timer whose work takes longer than its period leaves others a moment.
REST = timedelta(seconds=1)


class SqlTimerRepository:
    """Runs of timers by name. Times are the database's, so that no program's clock counts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, names: Collection[str]) -> Mapping[str, TimerRecord]:
        """What is known of these; those that never ran and were never paused are left out."""
        rows = select(TimerRunRow).where(TimerRunRow.name.in_(list(names)))
        rows = rows.execution_options(populate_existing=True)
        return {row.name: _to_record(row) for row in self._session.scalars(rows)}

    def begin(self, name: str) -> None:
        """Note that a run began. `next_at` stays: who dies meanwhile leaves it due."""
        self._change(name, update(TimerRunRow).values(last_started_at=database_now(self._session)))

    def end(
        self, name: str, outcome: TimerOutcome, message: str, duration_ms: int, period: timedelta
    ) -> None:
        """Note how the run ended; the next one is due a period after this one began."""
        now = database_now(self._session)
        began = self._session.scalar(
            select(TimerRunRow.last_started_at).where(TimerRunRow.name == name)
        )
        self._change(
            name,
            update(TimerRunRow).values(
                last_ended_at=now,
                next_at=max((began or now) + period, now + REST),
                outcome=str(outcome),
                message=message[:MAX_MESSAGE],
                duration_ms=duration_ms,
            ),
        )

    def set_paused(self, name: str, *, paused: bool) -> None:
        """Let it rest, or go on."""
        self._change(name, update(TimerRunRow).values(paused=paused))

    def _change(self, name: str, change: Update) -> None:
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        row = postgresql.insert(TimerRunRow) if on_postgres else sqlite.insert(TimerRunRow)
        values = {"name": name, "outcome": "", "message": "", "paused": False}
        self._session.execute(row.values(values).on_conflict_do_nothing())
        self._session.execute(change.where(TimerRunRow.name == name))


def _to_record(row: TimerRunRow) -> TimerRecord:
    known = row.outcome in (TimerOutcome.DONE, TimerOutcome.FAILED)
    return TimerRecord(
        name=row.name,
        last_started_at=row.last_started_at,
        last_ended_at=row.last_ended_at,
        next_at=row.next_at,
        outcome=TimerOutcome(row.outcome) if known else TimerOutcome.NONE,
        message=row.message,
        duration_ms=row.duration_ms,
        paused=row.paused,
    )
