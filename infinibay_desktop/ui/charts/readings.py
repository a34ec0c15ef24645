"""The last minutes of one machine's series, as they come."""

import numpy as np

from infinibay_desktop.model.metrics import FIXED_SERIES, MAX_SERIES, Sample, Source
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.charts.panels import Curve
from infinibay_desktop.ui.charts.stretches import LEAST_GAP_S, Floats, Stretch, gap_of

_ROOM = 1024
_PACE_EVERY = 16
# What hosts tell: always of one of these groups as a whole.
RATES = (
    ("cpu_percent",),
    ("memory_used_bytes",),
    ("disk_read_bps", "disk_written_bps"),
    ("received_bps", "sent_bps"),
)


# All of them: what is known of a machine without an agent.
HOST_SERIES = tuple(name for group in RATES for name in group)


class _Ring:
    """Values in order of time; the oldest half goes when it is full."""

    __slots__ = ("_gap_s", "_paced", "_times", "_values", "count")

    def __init__(self) -> None:
        self._times = np.empty(_ROOM, np.float64)
        self._values = np.empty(_ROOM, np.float32)
        self.count = 0
        # The pace is looked at now and then only: it seldom changes.
        self._gap_s = LEAST_GAP_S
        self._paced = 0

    def append(self, at_s: float, value: float) -> None:
        """Take a reading; one that is not newer than the last is no news."""
        if self.count and at_s <= self._times[self.count - 1]:
            return
        if self.count == _ROOM:
            kept = _ROOM // 2
            self._times[:kept] = self._times[kept:]
            self._values[:kept] = self._values[kept:]
            self.count = kept
        self._times[self.count] = at_s
        self._values[self.count] = value
        self.count += 1

    def begin_with(self, times: Floats, values: Floats) -> None:
        """Put older readings before those that came."""
        if self.count:
            older = int(np.searchsorted(times, self._times[0]))
            times, values = times[:older], values[:older]
        times, values = times[-_ROOM // 2 :], values[-_ROOM // 2 :]
        before, came = len(times), min(self.count, _ROOM - len(times))
        start = self.count - came
        self._times[before : before + came] = self._times[start : self.count].copy()
        self._values[before : before + came] = self._values[start : self.count].copy()
        self._times[:before], self._values[:before] = times, values
        self.count = before + came

    def stretch(self, source: Source) -> Stretch:
        """All that is kept."""
        times = self._times[: self.count]
        if abs(self.count - self._paced) >= _PACE_EVERY or self.count <= _PACE_EVERY:
            self._paced = self.count
            self._gap_s = gap_of(np.diff(times)) if self.count > 1 else LEAST_GAP_S
        return Stretch(
            times=times, values=self._values[: self.count], source=source, gap_s=self._gap_s
        )

    def last(self) -> float:
        """The newest value."""
        return float(self._values[self.count - 1]) if self.count else float("nan")


class Readings:
    """What came of one machine, by series and by who measured."""

    def __init__(self) -> None:
        self._rings: dict[tuple[str, Source], _Ring] = {}

    def put_sample(self, sample: Sample) -> None:
        """Take an agent's sample."""
        values = np.frombuffer(sample.values, "<f4")
        for name, value in zip(sample.layout[:MAX_SERIES], values.tolist(), strict=False):
            self._ring(name, sample.source).append(sample.at_s, value)

    def put_rates(self, rates: MachineRates) -> None:
        """Take the host's view; a cheap reading tells of some series only, which is no gap."""
        at_s = rates.taken_at.timestamp()
        for group in RATES:
            values = [getattr(rates, name) for name in group]
            if any(value is not None for value in values):
                for name, value in zip(group, values, strict=True):
                    known = float("nan") if value is None else float(value)
                    self._ring(name, Source.HOST).append(at_s, known)

    def begin_with(self, name: str, stretches: list[Stretch]) -> None:
        """Put what the history knows of the last minutes before what came."""
        for stretch in stretches:
            ring = self._ring(name, stretch.source)
            ring.begin_with(stretch.times, stretch.values)

    def names(self) -> set[str]:
        """Series of which anything is known."""
        return {name for (name, _source), ring in self._rings.items() if ring.count}

    def stretches(self, curve: Curve) -> list[Stretch]:
        """What is known of a curve's series, by source."""
        found = []
        for source in Source:
            ring = self._rings.get((curve.series, source))
            if ring is None or not ring.count:
                continue
            stretch = ring.stretch(source)
            if curve.whole:
                whole = self._rings.get((curve.whole, source))
                stretch = share_of(stretch, whole.last() if whole else float("nan"))
            found.append(stretch)
        return found

    def _ring(self, name: str, source: Source) -> _Ring:
        ring = self._rings.get((name, source))
        if ring is None:
            ring = self._rings[name, source] = _Ring()
            if len(self._rings) > 4 * MAX_SERIES:  # a guest that names others each time
                oldest = next(key for key in self._rings if key[0] not in FIXED_SERIES)
                del self._rings[oldest]
        return ring


def share_of(stretch: Stretch, whole: "float | Floats") -> Stretch:
    """The same in percent of a whole."""
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(np.asarray(whole) > 0, 100.0 / np.asarray(whole, np.float64), np.nan)
        return Stretch(
            times=stretch.times,
            values=stretch.values * factor,
            low=None if stretch.low is None else stretch.low * factor,
            high=None if stretch.high is None else stretch.high * factor,
            source=stretch.source,
            gap_s=stretch.gap_s,
        )
