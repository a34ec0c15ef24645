"""Readings rolled up into chunks: a mark says how far, in the transaction of what it speaks of."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infinibay_desktop.database.metric_chunks import CHUNK_S, unpack
from infinibay_desktop.database.metric_raw import RawRing, slot_of
from infinibay_desktop.database.metric_rows import (
    SLOT_S,
    MetricChunkRow,
    MetricMarkRow,
    MetricRedoRow,
    MetricSourceRow,
)
from infinibay_desktop.database.metric_spans import Spans
from infinibay_desktop.database.metric_steps import (
    Steps,
    as_steps,
    between,
    chosen,
    joined,
    reduced,
    renamed,
    union,
)
from infinibay_desktop.model.metrics import Tier

HOUR_S, DAY_S = CHUNK_S[Tier.MINUTE], CHUNK_S[Tier.QUARTER]
# So long after an hour its readings are there; what comes later is rolled up again.
GRACE_S = 120


class SqlMetricRollUp:
    """Rolls up a few sources at a time. Each call is safe to be repeated, and to be cut short.

    A mark's `until_s` is the first span that is not finished, `source_id` the last source that
    is finished in it. Whoever holds the mark's row is the only one who rolls up.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ring = RawRing(session)
        self._spans = Spans(session)

    def roll_hours(self, now_s: int, at_most: int) -> bool:
        """Make minutes of readings, for so many sources; False: all hours that are over are done."""
        mark = self._mark(Tier.MINUTE)
        end_s = (now_s - GRACE_S) // HOUR_S * HOUR_S
        # After a clock was ahead for a while: all again whose readings are there.
        from_s = mark.until_s if mark.until_s <= end_s + HOUR_S else 0
        if not self._go_to(mark, self._next_hour(from_s), end_s):
            return False
        hour_end_s = mark.until_s + HOUR_S
        sources = self._ring.sources(mark.until_s, hour_end_s, mark.source_id, at_most)
        for source_id in sources:
            self._roll_hour(source_id, mark.until_s)
        self._advance(mark, sources, at_most, HOUR_S)
        return True

    def roll_days(self, at_most: int) -> bool:
        """Make quarters of hours and days of minutes, for so many sources; False: none is left."""
        mark, minutes = self._mark(Tier.QUARTER), self._mark(Tier.MINUTE)
        end_s = minutes.until_s // DAY_S * DAY_S
        from_s = mark.until_s if mark.until_s <= end_s + DAY_S else end_s - DAY_S
        if not self._go_to(mark, self._next_day(from_s), end_s):
            return False
        sources = self._sources_of_day(mark.until_s, mark.source_id, at_most)
        for source_id in sources:
            self._roll_day(source_id, mark.until_s)
        self._advance(mark, sources, at_most, DAY_S)
        return True

    def roll_again(self, at_most: int) -> bool:
        """Roll up once more where readings came late; False: there was nothing to do."""
        hours, days = self._mark(Tier.MINUTE).until_s, self._mark(Tier.QUARTER).until_s
        row = MetricRedoRow
        late_hour = (row.tier == int(Tier.MINUTE)) & (row.start_s < hours)
        late_day = (row.tier == int(Tier.QUARTER)) & (row.start_s < days)
        due = select(row).where(late_hour | late_day).order_by(row.tier).limit(at_most)
        found = self._session.scalars(due).all()
        for each in found:
            self._redo(Tier(each.tier), each.source_id, each.start_s, days)
            self._session.delete(each)
        self._session.flush()
        return bool(found)

    def _redo(self, tier: Tier, source_id: int, start_s: int, days_until_s: int) -> None:
        if tier is Tier.QUARTER:
            self._roll_day(source_id, start_s)
            return
        if slot_of(start_s) not in self._ring.slots():
            return  # the other readings of the hour are gone: its chunk stays as it is
        self._roll_hour(source_id, start_s)
        day_s = start_s // DAY_S * DAY_S
        if day_s < days_until_s:
            again = self._insert(MetricRedoRow).values(
                tier=int(Tier.QUARTER), source_id=source_id, start_s=day_s
            )
            self._session.execute(again.on_conflict_do_nothing())

    def _roll_hour(self, source_id: int, hour_s: int) -> None:
        rows = self._ring.read(source_id, hour_s, hour_s + HOUR_S)
        steps = as_steps(rows, self._spans.layouts({row[1] for row in rows}))
        if steps.times.size:
            self._spans.save(Tier.MINUTE, source_id, hour_s, reduced(steps, Tier.MINUTE))

    def _roll_day(self, source_id: int, day_s: int) -> None:
        chunks = self._spans.chunks(Tier.MINUTE, source_id, day_s, day_s + DAY_S)
        minutes = between(unpack(chunks, Tier.MINUTE), day_s, day_s + DAY_S)
        if not minutes.times.size:
            return
        self._spans.save(Tier.QUARTER, source_id, day_s, reduced(minutes, Tier.QUARTER))
        span_s = day_s // CHUNK_S[Tier.DAY] * CHUNK_S[Tier.DAY]
        found = self._spans.chunks(Tier.DAY, source_id, day_s, day_s + 1)
        merged = _with_day(unpack(found, Tier.DAY), reduced(minutes, Tier.DAY))
        self._spans.save(Tier.DAY, source_id, span_s, merged)

    # Marks.

    def _mark(self, tier: Tier) -> MetricMarkRow:
        new = self._insert(MetricMarkRow).values(name=tier.name, until_s=0, source_id=0)
        self._session.execute(new.on_conflict_do_nothing())
        return self._session.get_one(MetricMarkRow, tier.name, with_for_update=True)

    def _go_to(self, mark: MetricMarkRow, next_s: int | None, end_s: int) -> bool:
        """Move to the next span that has something; False where that is not over yet."""
        target = end_s if next_s is None else min(next_s, end_s)
        if mark.until_s != target:
            mark.until_s, mark.source_id = target, 0
            self._session.flush()
        return target < end_s

    def _next_hour(self, from_s: int) -> int | None:
        for slot in self._ring.slots():
            if (slot + 1) * SLOT_S > from_s:
                return max(from_s, slot * SLOT_S)
        return None

    def _next_day(self, from_s: int) -> int | None:
        row = MetricChunkRow
        first = select(func.min(row.start_s)).where(
            row.tier == int(Tier.MINUTE), row.start_s >= from_s
        )
        start = self._session.scalar(first)
        return None if start is None else int(start) // DAY_S * DAY_S

    def _advance(
        self, mark: MetricMarkRow, sources: Sequence[int], at_most: int, span_s: int
    ) -> None:
        if len(sources) == at_most:
            mark.source_id = sources[-1]
        else:
            mark.until_s, mark.source_id = mark.until_s + span_s, 0
        self._session.flush()

    def _sources_of_day(self, day_s: int, after: int, at_most: int) -> Sequence[int]:
        row, source = MetricChunkRow, MetricSourceRow
        has_some = select(1).where(
            row.tier == int(Tier.MINUTE),
            row.source_id == source.id,
            row.start_s.between(day_s, day_s + DAY_S - 1),
        )
        chosen = select(source.id).where(source.id > after, has_some.exists())
        return self._session.scalars(chosen.order_by(source.id).limit(at_most)).all()

    def _insert(
        self, table: type[MetricMarkRow | MetricRedoRow]
    ) -> "sqlite.Insert | postgresql.Insert":
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        return postgresql.insert(table) if on_postgres else sqlite.insert(table)


def _with_day(known: Steps, day: Steps) -> Steps:
    """The days that are known, with this one in its place."""
    # Series of today first: where there are too many names, those of long ago go.
    names = union([day.names, known.names])
    others = np.abs(known.times - day.times[0]) > Tier.DAY / 2
    rest = chosen(renamed(known, names), others & (known.count > 0).any(axis=0))
    return joined([rest, renamed(day, names)])
