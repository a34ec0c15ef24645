"""Chunks of history as rows: written, read, and what values are called."""

from collections.abc import Collection, Mapping, Sequence
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infinibay_desktop.database.metric_chunks import CHUNK_S, pack, unpack
from infinibay_desktop.database.metric_rows import MetricChunkRow, MetricLayoutRow
from infinibay_desktop.database.metric_steps import Steps
from infinibay_desktop.database.plain_sql import rows_of
from infinibay_desktop.model.metrics import Layout, Tier

Chunk = tuple[int, bytes]
_READ = (
    "SELECT start_s, data FROM metric_chunks"
    " WHERE tier = ? AND source_id = ? AND start_s > ? AND start_s < ? ORDER BY start_s"
)
# A layout's number never gets another meaning.
_LAYOUTS: WeakKeyDictionary[object, dict[int, Layout]] = WeakKeyDictionary()
_MOST_LAYOUTS = 5000


class Spans:
    """Spans of one source's history in one tier, each a chunk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, tier: Tier, source_id: int, start_s: int, steps: Steps) -> None:
        """Write a span, in place of what was written of it before."""
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert if on_postgres else sqlite.insert
        data = pack(steps, start_s, tier)
        row = insert(MetricChunkRow).values(
            tier=int(tier), source_id=source_id, start_s=start_s, data=data
        )
        key = (MetricChunkRow.tier, MetricChunkRow.source_id, MetricChunkRow.start_s)
        self._session.execute(
            row.on_conflict_do_update(index_elements=key, set_={"data": row.excluded.data})
        )

    def chunks(self, tier: Tier, source_id: int, begin_s: float, end_s: float) -> Sequence[Chunk]:
        """Chunks with any step from `begin_s` to before `end_s`, the oldest first."""
        within = (int(tier), source_id, int(begin_s) - CHUNK_S[tier], int(end_s))
        return rows_of(self._session, _READ, within)

    def newest(self, tier: Tier, source_id: int) -> Steps | None:
        """The last span, if there is any."""
        row = MetricChunkRow
        of_it = select(row.start_s, row.data).where(
            row.tier == int(tier), row.source_id == source_id
        )
        found = self._session.execute(of_it.order_by(row.start_s.desc()).limit(1)).first()
        return unpack([(found[0], found[1])], tier) if found else None

    def layouts(self, numbers: Collection[int]) -> Mapping[int, Layout]:
        """What the values of readings are called, by the layouts' numbers."""
        known = _LAYOUTS.setdefault(self._session.get_bind(), {})
        if missing := [number for number in numbers if number not in known]:
            row = MetricLayoutRow
            found = self._session.execute(select(row.id, row.names).where(row.id.in_(missing)))
            if len(known) > _MOST_LAYOUTS:
                known.clear()
            for number, names in found:
                known[number] = msgspec.json.decode(names, type=Layout)
        return known
