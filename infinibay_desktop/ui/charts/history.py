"""What the database keeps of curves, read on a worker."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import HistoryWish
from infinibay_desktop.services.metric_history import MAX_WISHED_SERIES, History
from infinibay_desktop.ui.charts.panels import Curve
from infinibay_desktop.ui.charts.readings import share_of
from infinibay_desktop.ui.charts.stretches import Floats, Stretch

# About as many as a chart has pixels.
POINTS = 600
# Gaps are marked in what is read; readings of different steps may stand beside each other.
_NO_OTHER_GAPS_S = float("inf")
Window = Callable[[HistoryWish], History]


def read_curves(
    window: Window, curves: Iterable[Curve], begin_s: float, end_s: float
) -> dict[Curve, list[Stretch]]:
    """The curves between two moments; few questions for each machine. On a worker."""
    found: dict[Curve, list[Stretch]] = {}
    by_machine: dict[MachineKey, list[Curve]] = {}
    for curve in curves:
        by_machine.setdefault(curve.key, []).append(curve)
    for key, ours in by_machine.items():
        parts: dict[str, list[Stretch]] = {}
        for wish in _wishes(key, ours, begin_s, end_s):
            parts |= _parts_of(window(wish))
        found |= {curve: _stretches(parts, curve) for curve in ours}
    return found


def _wishes(
    key: MachineKey, curves: Iterable[Curve], begin_s: float, end_s: float
) -> Iterator[HistoryWish]:
    names = list(dict.fromkeys(name for curve in curves for name in curve.needs()))
    for first in range(0, len(names), MAX_WISHED_SERIES):
        yield HistoryWish(
            key=key,
            begin=datetime.fromtimestamp(begin_s, UTC),
            end=datetime.fromtimestamp(end_s, UTC),
            series=tuple(names[first : first + MAX_WISHED_SERIES]),
            points=POINTS,
        )


def _parts_of(history: History) -> dict[str, list[Stretch]]:
    """What the history says, as stretches by series."""
    found: dict[str, list[Stretch]] = {}
    for source, series in history.parts.items():
        for name, curve in series.items():
            stretch = Stretch(
                times=curve.times,
                values=curve.average,
                low=curve.minimum,
                high=curve.maximum,
                source=source,
                gap_s=_NO_OTHER_GAPS_S,
            )
            found.setdefault(name, []).append(stretch)
    return found


def _stretches(parts: Mapping[str, list[Stretch]], curve: Curve) -> list[Stretch]:
    stretches = parts.get(curve.series, [])
    if not curve.whole:
        return stretches
    wholes = {one.source: one for one in parts.get(curve.whole, [])}
    return [
        share_of(one, _whole(one, wholes[one.source])) for one in stretches if one.source in wholes
    ]


def _whole(part: Stretch, whole: Stretch) -> "float | Floats":
    """A disk's size at the same moments; where it was read at others, its last one."""
    if len(whole.times) == len(part.times):
        return whole.values
    return float(whole.values[-1]) if len(whole.values) else float("nan")
