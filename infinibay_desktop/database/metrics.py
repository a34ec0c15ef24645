"""What machines measure: who measures, what values are called, readings, and their end."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import Insert, delete, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infinibay_desktop.database.events import database_now
from infinibay_desktop.database.metric_raw import RawRing, RawRow
from infinibay_desktop.database.metric_rows import (
    SLOT_S,
    MetricChunkRow,
    MetricLayoutRow,
    MetricMarkRow,
    MetricRedoRow,
    MetricSourceRow,
)
from infinibay_desktop.database.plain_sql import do_many
from infinibay_desktop.database.portions import portions
from infinibay_desktop.database.rows import HostRow, Row
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import Layout, Source, Tier

_DAY_S = 86_400
_JUMP_S, _BELIEVED_AFTER_S = 30 * _DAY_S, _DAY_S
_REDO = "INSERT INTO metric_redo (tier, source_id, start_s) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_SAID_WITHIN = timedelta(hours=2)
SourceKey = tuple[MachineKey, Source]


class SqlMetricRepository:
    """Readings and chunks of history, as they are written and as they end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ring = RawRing(session)

    # Names.

    def source_ids(self, keys: Collection[SourceKey]) -> Mapping[SourceKey, int]:
        """The numbers of those who measure; new ones get theirs, none of them counts as gone."""
        found: dict[SourceKey, int] = {}
        for some in portions(sorted(set(keys))):
            found |= self._find_sources(some)
            if missing := [key for key in some if key not in found]:
                self._session.execute(self._insert(MetricSourceRow)([_source(k) for k in missing]))
                found |= self._find_sources(missing)
            back = MetricSourceRow.id.in_([found[key] for key in some])
            was_gone = MetricSourceRow.gone_at.is_not(None)
            self._session.execute(
                update(MetricSourceRow).where(back, was_gone).values(gone_at=None)
            )
        return found

    def layout_ids(self, layouts: Collection[Layout]) -> Mapping[Layout, int]:
        """The numbers of layouts; new ones get theirs, all count as used now."""
        now = database_now(self._session)
        found: dict[Layout, int] = {}
        for layout in sorted(set(layouts)):
            names = msgspec.json.encode(layout)
            digest = hashlib.sha256(names).digest()
            row = self._insert(MetricLayoutRow)(
                [{"digest": digest, "names": names, "used_at": now}]
            )
            self._session.execute(row)
            used = update(MetricLayoutRow).where(MetricLayoutRow.digest == digest)
            number = used.values(used_at=now).returning(MetricLayoutRow.id)
            found[layout] = self._session.scalars(number).one()
        return found

    # Readings.

    def add(self, rows: Sequence[RawRow], *, some_known: bool) -> None:
        """Store readings; with `some_known`, those of a source and second that are there stay.

        Without it that is a ConflictError on some databases.
        """
        self._ring.add(rows, some_known=some_known)

    def redo(self, spans: Collection[tuple[Tier, int, int]]) -> None:
        """Have these spans (tier, source, start) rolled up again: readings came late."""
        if spans:
            rows = [(int(tier), source_id, start_s) for tier, source_id, start_s in sorted(spans)]
            do_many(self._session, _REDO, rows)

    # Ending.

    def note_gone(self, keys: Collection[MachineKey]) -> None:
        """These machines are no more; should they come back, so does their history."""
        pair = tuple_(MetricSourceRow.host_id, MetricSourceRow.machine_id)
        now = database_now(self._session)
        for some in portions(sorted(set(keys))):
            gone = pair.in_([tuple(key) for key in some]), MetricSourceRow.gone_at.is_(None)
            self._session.execute(update(MetricSourceRow).where(*gone).values(gone_at=now))

    def note_hosts_gone(self) -> None:
        """What machines of hosts measured that are set up no more goes with them."""
        strays = MetricSourceRow.host_id.not_in(select(HostRow.id))
        gone = update(MetricSourceRow).where(strays, MetricSourceRow.gone_at.is_(None))
        self._session.execute(gone.values(gone_at=database_now(self._session)))

    def purge_gone(self, before: datetime) -> bool:
        """Take out the history of one machine that was gone before; False: there is none.

        Its readings stay until their slot is over: nobody can look at them any more.
        """
        gone = select(MetricSourceRow.id).where(MetricSourceRow.gone_at < before).limit(1)
        source_id = self._session.scalar(gone)
        if source_id is None:
            return False
        for tier in (Tier.MINUTE, Tier.QUARTER, Tier.DAY):
            for table in (MetricChunkRow, MetricRedoRow):
                of_it = table.tier == int(tier), table.source_id == source_id
                self._session.execute(delete(table).where(*of_it))
        self._session.execute(delete(MetricSourceRow).where(MetricSourceRow.id == source_id))
        return True

    def clear_slot_before(self, second: int) -> bool:
        """Empty one slot of readings that ended before; False: there is none."""
        rolled = self._session.get(MetricMarkRow, Tier.MINUTE.name)
        before = min(second, rolled.until_s if rolled else 0)
        for slot in self._ring.slots():
            if (slot + 1) * SLOT_S <= before:
                self._ring.clear(slot)
                return True
        return False

    def drop_chunks_before(self, tier: Tier, second: int, at_most: int) -> int:
        """Remove chunks that began before, the oldest first; how many went.

        Minutes go by whole days, and only once quarters are made of them.
        """
        row = MetricChunkRow
        if tier is Tier.MINUTE:
            rolled = self._session.get(MetricMarkRow, Tier.QUARTER.name)
            second = min(second // _DAY_S * _DAY_S, rolled.until_s if rolled else 0)
        old = (
            select(row.source_id, row.start_s)
            .where(row.tier == int(tier), row.start_s < second)
            .order_by(row.start_s)
            .limit(at_most)
        )
        outdated = delete(row).where(
            row.tier == int(tier), tuple_(row.source_id, row.start_s).in_(old)
        )
        return self._session.execute(outdated).rowcount  # type: ignore[attr-defined, no-any-return]

    def drop_layouts_before(self, moment: datetime) -> None:
        """Forget layouts that were used last before, and by no reading that is there.

        Chunks have their names in them.
        """
        if slots := self._ring.slots():
            oldest = datetime.fromtimestamp(slots[0] * SLOT_S, UTC)
            # Whoever stores says once an hour what it uses.
            moment = min(moment, oldest - _SAID_WITHIN)
        self._session.execute(delete(MetricLayoutRow).where(MetricLayoutRow.used_at < moment))

    def may_remove(self, now_s: int) -> bool:
        """Whether the clock can be trusted with removing what is old.

        After a jump ahead of a month it must go on for a day first: clocks are set wrong at
        times, and history that is gone does not come back.
        """
        last = self._mark("retain", now_s)
        if now_s - last.until_s <= _JUMP_S:
            self._session.execute(delete(MetricMarkRow).where(MetricMarkRow.name == "jump"))
        elif now_s - self._mark("jump", now_s).until_s < _BELIEVED_AFTER_S:
            return False
        last.until_s = now_s
        self._session.flush()
        return True

    def _mark(self, name: str, now_s: int) -> MetricMarkRow:
        row: dict[str, object] = {"name": name, "until_s": now_s, "source_id": 0}
        self._session.execute(self._insert(MetricMarkRow)([row]))
        return self._session.get_one(MetricMarkRow, name)

    def _find_sources(self, keys: Collection[SourceKey]) -> dict[SourceKey, int]:
        row = MetricSourceRow
        wanted = row.machine_id.in_({key.machine_id for key, _ in keys})
        found = self._session.execute(
            select(row.host_id, row.machine_id, row.source, row.id).where(wanted)
        )
        return {
            (MachineKey(HostId(host), MachineId(machine)), Source(source)): number
            for host, machine, source, number in found
        }

    def _insert(self, table: type[Row]) -> Callable[[list[dict[str, object]]], Insert]:
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        dialect = postgresql if on_postgres else sqlite
        return lambda rows: dialect.insert(table).values(rows).on_conflict_do_nothing()


def _source(key: SourceKey) -> dict[str, object]:
    (host_id, machine_id), source = key
    return {"host_id": host_id, "machine_id": machine_id, "source": int(source)}
