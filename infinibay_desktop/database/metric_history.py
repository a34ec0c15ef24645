"""A range of one machine's history: the tier that fits, older parts coarser, the newest from readings."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sqlalchemy.orm import Session

from infinibay_desktop.database.metric_chunks import CHUNK_S, unpack
from infinibay_desktop.database.metric_raw import RawRing
from infinibay_desktop.database.metric_spans import Spans
from infinibay_desktop.database.metric_steps import (
    Curve,
    Steps,
    as_steps,
    between,
    curve,
    joined,
    reduced,
)
from infinibay_desktop.database.plain_sql import rows_of
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Layout, Source, Tier

# Shorter pauses are no gaps: an agent may be late, a host is asked once a minute.
LEAST_GAP_S: Mapping[Source, float] = {Source.AGENT: 15.0, Source.HOST: 185.0}
_COARSER = {
    Tier.RAW: (Tier.MINUTE, Tier.QUARTER, Tier.DAY),
    Tier.MINUTE: (Tier.QUARTER, Tier.DAY),
    Tier.QUARTER: (Tier.DAY,),
    Tier.DAY: (),
}
_FINER = {
    Tier.RAW: (),
    Tier.MINUTE: (Tier.RAW,),
    Tier.QUARTER: (Tier.MINUTE, Tier.RAW),
    Tier.DAY: (Tier.MINUTE, Tier.RAW),
}


_SOURCES = "SELECT source, id FROM metric_sources WHERE machine_id = ? AND host_id = ?"


class _Part(NamedTuple):
    """Steps of one tier, and the range that they speak of, gaps included."""

    steps: Steps
    begin_s: float
    end_s: float


class SqlMetricHistory:
    """Reads history. Nothing is counted twice, and no extreme is lost when it is reduced."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ring = RawRing(session)
        self._spans = Spans(session)

    def window(
        self, key: MachineKey, names: Layout, begin_s: float, end_s: float, points: int
    ) -> Mapping[Source, Mapping[str, Curve]]:
        """Series from `begin_s` to before `end_s` in about so many points, apart by source.

        A series without readings in the range is left out.
        """
        step_s = max(1, math.ceil((end_s - begin_s) / points))
        found: dict[Source, Mapping[str, Curve]] = {}
        for source, source_id in self._sources(key).items():
            steps = self._steps(source_id, names, begin_s, end_s, tier_for(step_s))
            if steps.times.size > points:
                steps = reduced(steps, step_s)
            gap_s = LEAST_GAP_S[source]
            known = np.asarray((steps.count > 0).any(axis=1))
            found[source] = {
                name: curve(steps, row, gap_s) for row, name in enumerate(names) if known[row]
            }
        return found

    def series_of(self, key: MachineKey) -> Sequence[str]:
        """The series that there are, those of the newest reading first."""
        found: dict[str, None] = {}
        for source_id in self._sources(key).values():
            found |= dict.fromkeys(self._newest_layout(source_id))
            for tier in (Tier.MINUTE, Tier.DAY):
                if span := self._spans.newest(tier, source_id):
                    found |= dict.fromkeys(span.names)
        return list(found)

    def _steps(
        self, source_id: int, names: Layout, begin_s: float, end_s: float, tier: Tier
    ) -> Steps:
        base = self._read(tier, source_id, names, begin_s, end_s)
        parts = [base]
        for coarser in _COARSER[tier]:
            if parts[0].begin_s > begin_s:
                parts.insert(0, self._read(coarser, source_id, names, begin_s, parts[0].begin_s))
        for finer in _FINER[tier]:
            if (done_s := max(part.end_s for part in parts)) < end_s:
                parts.append(self._read(finer, source_id, names, done_s, end_s))
        return joined([part.steps for part in parts])

    def _read(
        self, tier: Tier, source_id: int, names: Layout, begin_s: float, end_s: float
    ) -> _Part:
        if tier is Tier.RAW:
            rows = self._ring.read(source_id, math.ceil(begin_s), math.ceil(end_s))
            steps = as_steps(rows, self._spans.layouts({row[1] for row in rows}), names)
            # The minute in which readings begin has all of them: readings go by slots of hours.
            first_s = steps.times[0] // Tier.MINUTE * Tier.MINUTE if steps.times.size else end_s
            return _Part(steps, first_s, end_s)
        chunks = self._spans.chunks(tier, source_id, begin_s, end_s)
        steps = between(unpack(chunks, tier, names), begin_s, end_s)
        if not chunks:
            # What is older may be in a coarser tier, or all is still in a finer one.
            return _Part(steps, end_s if _COARSER[tier] else begin_s, begin_s)
        first, last = chunks[0][0], chunks[-1][0]
        if tier is Tier.DAY:  # its last chunk is filled day by day
            last_s = steps.times[-1] + tier / 2 if steps.times.size else begin_s
            return _Part(steps, first, max(last_s, begin_s))
        return _Part(steps, first, last + CHUNK_S[tier])

    def _sources(self, key: MachineKey) -> Mapping[Source, int]:
        found = rows_of(self._session, _SOURCES, (key.machine_id, key.host_id))
        return {Source(source): number for source, number in found}

    def _newest_layout(self, source_id: int) -> Layout:
        number = self._ring.newest_layout(source_id)
        return () if number is None else self._spans.layouts([number]).get(number, ())


def tier_for(step_s: float) -> Tier:
    """The coarsest tier whose steps are not wider."""
    return max(tier for tier in Tier if tier <= step_s)
