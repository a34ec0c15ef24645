"""What machines measured over time, for charts and exports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import HistoryWish, Source
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.declarations import needs
from infinibay_desktop.services.metric_ingest import clock_shift
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

if TYPE_CHECKING:
    from infinibay_desktop.services.metric_ports import Numbers

MAX_POINTS = 10_000
MAX_WISHED_SERIES = 64
_LOOK_AGAIN_S = 60.0
_LONGEST = timedelta(days=36_600)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Curve:
    """One series: times as seconds since 1970 (float64), and what was read around each.

    Where nothing was read for longer, one NaN stands in all but `times`.
    """

    times: "Numbers"
    minimum: "Numbers"
    average: "Numbers"
    maximum: "Numbers"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class History:
    """A range of a machine's history: who measured, and its series by name."""

    wish: HistoryWish
    parts: Mapping[Source, Mapping[str, Curve]] = field(default_factory=dict)

    def curves(self, name: str) -> Mapping[Source, Curve]:
        """One series, by who measured it."""
        return {source: part[name] for source, part in self.parts.items() if name in part}


class MetricHistory:
    """Reads history; runs on workers."""

    def __init__(self, units: UnitOfWorkFactory, clock: Clock) -> None:
        self._units = units
        self._clock = clock
        self._shift_s = 0
        self._looked_s: float | None = None

    @needs(Permission.MACHINE_VIEW, machine="wish.key")
    def window(self, wish: HistoryWish) -> History:
        """A range in about as many points as wished; no peak is lost in it.

        Raises ValidationError for a range that is none.
        """
        _check(wish)
        with self._units() as unit:
            shift_s = self._shift(unit)
            parts = unit.metric_history.window(
                wish.key,
                tuple(dict.fromkeys(wish.series)),
                wish.begin.timestamp() + shift_s,
                wish.end.timestamp() + shift_s,
                wish.points,
            )
        found = {
            source: {name: _curve(four, shift_s) for name, four in series.items()}
            for source, series in parts.items()
            if series
        }
        return History(wish=wish, parts=found)

    @needs(Permission.MACHINE_VIEW, machine="key")
    def series_of(self, key: MachineKey) -> Sequence[str]:
        """The series that are known of a machine; the main ones first."""
        with self._units() as unit:
            return unit.metric_history.series_of(key)

    def _shift(self, unit: UnitOfWork) -> int:
        """How far the clock that stamped what is stored is ahead of ours; looked at now and then."""
        now_s = self._clock.monotonic()
        if self._looked_s is None or now_s - self._looked_s > _LOOK_AGAIN_S:
            difference = unit.now() - self._clock.now()
            self._shift_s, self._looked_s = clock_shift(difference.total_seconds()), now_s
        return self._shift_s


def _curve(four: "tuple[Numbers, Numbers, Numbers, Numbers]", shift_s: int) -> Curve:
    times, minimum, average, maximum = four
    if shift_s:
        times = times - shift_s
    return Curve(times=times, minimum=minimum, average=average, maximum=maximum)


def _check(wish: HistoryWish) -> None:
    if not timedelta(0) < wish.end - wish.begin <= _LONGEST:
        raise ValidationError("The range ends before it begins, or is too long.", field="range")
    if not 1 <= wish.points <= MAX_POINTS:
        raise ValidationError(f"A range has 1 to {MAX_POINTS} points.", field="points")
    if not 1 <= len(wish.series) <= MAX_WISHED_SERIES:
        raise ValidationError(
            f"A range has 1 to {MAX_WISHED_SERIES} series at a time.", field="series"
        )
