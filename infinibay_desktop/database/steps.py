"""Steps that follow changes: rows of the same transaction, until they are done."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import Update, delete, insert, select, update
from sqlalchemy.orm import Session

from infinibay_desktop.database.events import database_now
from infinibay_desktop.database.people_rows import StepRow
from infinibay_desktop.model.steps import FollowUp, StepId

MAX_BODY_BYTES = 64 * 1024
MAX_ERROR = 2000
_LONGEST_HOLD = 7  # doublings


class SqlStepRepository:
    """Steps that wait or run. A claim holds until `next_at`; `attempts` tells claims apart.

    Times are the database's, so that no program's clock counts.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added = False

    def add(self, kind: str, *bodies: bytes) -> None:
        """Have a step for each body follow this transaction; it is JSON, without secrets."""
        if longest := max((len(body) for body in bodies if len(body) > MAX_BODY_BYTES), default=0):
            raise ValueError(f"a step's body of {longest} bytes")
        if not bodies:
            return
        now = database_now(self._session)
        self.added = True
        values: dict[str, object] = {"kind": str(kind), "attempts": 0, "error": ""}
        values |= {"created_at": now, "next_at": now}
        rows = [values | {"id": uuid4(), "body": body} for body in bodies]
        self._session.execute(insert(StepRow), rows)

    def pending(self, limit: int) -> Sequence[FollowUp]:
        """What waits or runs, oldest first."""
        rows = select(StepRow).order_by(StepRow.created_at, StepRow.id).limit(limit)
        return [_to_step(row) for row in self._session.scalars(rows)]

    def claim(self, kinds: Collection[str], limit: int, hold: timedelta) -> Sequence[FollowUp]:
        """Take due steps of these kinds, the longest waiting first; nobody else gets them.

        A step that was tried often is held for longer: one that kills programs must not kill
        one after the other.
        """
        now = database_now(self._session)
        due = (
            select(StepRow)
            .where(StepRow.next_at <= now, StepRow.kind.in_(list(kinds)))
            .order_by(StepRow.next_at, StepRow.created_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = self._session.scalars(due).all()
        for row in rows:
            row.next_at = now + hold * 2 ** min(row.attempts, _LONGEST_HOLD)
            row.attempts += 1
        self._session.flush()
        return [_to_step(row) for row in rows]

    def drop(self, kinds: Collection[str]) -> None:
        """Take out all steps of kinds that nothing follows."""
        self._session.execute(delete(StepRow).where(StepRow.kind.in_(list(kinds))))

    def hold(self, steps: Collection[FollowUp], hold: timedelta) -> None:
        """Keep what was claimed for longer."""
        until = database_now(self._session) + hold
        for step in steps:
            self._session.execute(_claimed(step).values(next_at=until))

    def finish(self, step: FollowUp) -> bool:
        """Take a claimed step out; False when somebody else has it meanwhile."""
        done = delete(StepRow).where(StepRow.id == step.id, StepRow.attempts == step.attempts)
        return self._session.execute(done).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def postpone(self, step: FollowUp, error: str, delay: timedelta) -> FollowUp | None:
        """Let a claimed step be tried again later; None when somebody else has it meanwhile."""
        later = database_now(self._session) + delay
        changed = _claimed(step).values(error=error[:MAX_ERROR], next_at=later).returning(StepRow)
        row = self._session.scalars(changed).one_or_none()
        return None if row is None else _to_step(row)


def _claimed(step: FollowUp) -> Update:
    return update(StepRow).where(StepRow.id == step.id, StepRow.attempts == step.attempts)


def _to_step(row: StepRow) -> FollowUp:
    return FollowUp(
        id=StepId(row.id),
        kind=row.kind,
        body=row.body,
        attempts=row.attempts,
        error=row.error,
        created_at=row.created_at,
        next_at=row.next_at,
    )
