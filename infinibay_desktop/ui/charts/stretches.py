"""What curves are made of: moments and values, with who measured, and where they are broken."""

from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from infinibay_desktop.model.metrics import Source

Floats = NDArray[np.floating[Any]]
# So many usual steps without a value are a gap; one that is late is none.
GAP_STEPS = 3.5
LEAST_GAP_S = 7.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """Readings of one series by one source, in order of time. NaN: not known.

    `low` and `high` are there where each value stands for many readings.
    """

    times: Floats
    values: Floats
    low: Floats | None = None
    high: Floats | None = None
    source: Source = Source.AGENT
    # From so long without a reading on there is a gap; None: as the readings' own pace says.
    gap_s: float | None = None

    def span(self) -> tuple[float, float] | None:
        """The least and the greatest value; None where nothing is known."""
        bottoms = self.values if self.low is None else self.low
        tops = self.values if self.high is None else self.high
        known = np.isfinite(self.values)
        if not known.any():
            return None
        return float(bottoms[known].min()), float(tops[known].max())


@dataclass(frozen=True, slots=True)
class Reading:
    """The value at one moment, and between what it lay."""

    at_s: float
    value: float
    source: Source
    low: float | None = None
    high: float | None = None


def runs_of(stretch: Stretch) -> list[slice]:
    """The unbroken parts: an unknown value, or none for some usual steps, breaks."""
    finite = np.isfinite(stretch.values)
    known = np.flatnonzero(finite)
    if not len(known):
        return []
    times = stretch.times if len(known) == len(finite) else stretch.times[known]
    steps = times[1:] - times[:-1]
    if not len(steps):
        return [slice(int(known[0]), int(known[0]) + 1)]
    breaks = steps > (stretch.gap_s or gap_of(steps))
    if len(known) < len(finite):
        breaks |= known[1:] - known[:-1] > 1
    elif not breaks.any():
        return [slice(0, len(finite))]
    edges = np.flatnonzero(breaks) + 1
    bounds = [0, *edges.tolist(), len(known)]
    return [slice(int(known[first]), int(known[last - 1]) + 1) for first, last in pairwise(bounds)]


def gap_of(steps: Floats) -> float:
    """The time between two readings from which on there is a gap, by all their distances."""
    middle = len(steps) // 2
    # NumPy's median takes five times as long.
    return max(LEAST_GAP_S, GAP_STEPS * float(np.partition(steps, middle)[middle]))


def reading_at(stretches: list[Stretch], moment: float) -> Reading | None:
    """The value nearest to a moment, the agent's before the host's; None in a gap."""
    for stretch in sorted(stretches, key=lambda one: one.source):
        if found := _nearest(stretch, moment):
            return found
    return None


def _nearest(stretch: Stretch, moment: float) -> Reading | None:
    times = stretch.times
    if not len(times):
        return None
    place = int(np.searchsorted(times, moment))
    if place and (place == len(times) or moment - times[place - 1] <= times[place] - moment):
        place -= 1
    pace = stretch.gap_s
    if pace is None or not np.isfinite(pace):
        pace = gap_of(np.diff(times)) if len(times) > 1 else 2 * LEAST_GAP_S
    reach = pace / 2
    return None if abs(float(times[place]) - moment) > reach else _read(stretch, place)


def _read(stretch: Stretch, place: int) -> Reading | None:
    value = float(stretch.values[place])
    if not isfinite(value):
        return None
    return Reading(
        float(stretch.times[place]),
        value,
        stretch.source,
        None if stretch.low is None else float(stretch.low[place]),
        None if stretch.high is None else float(stretch.high[place]),
    )


def last_of(stretches: list[Stretch]) -> Reading | None:
    """The newest known value."""
    known = [one for one in stretches if len(one.times)]
    newest = max(known, key=lambda one: float(one.times[-1]), default=None)
    return _read(newest, len(newest.times) - 1) if newest else None
