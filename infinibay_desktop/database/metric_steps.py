"""Readings reduced to steps of time, with NumPy: nothing is lost of their extremes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from infinibay_desktop.database.metric_raw import Reading
from infinibay_desktop.model.metrics import MAX_SERIES, Layout

Numbers = NDArray[np.float64]
# Times, minimum, average and maximum of one series.
Curve = tuple[Numbers, Numbers, Numbers, Numbers]
# A step that is missing is a gap; two that are not quite one step apart are none.
_GAP_STEPS = 1.5


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Steps:
    """Readings reduced to steps: rows are series in the order of `names`, columns steps.

    `times` are the middles of the steps in seconds, rising, `widths` how long each is. Where
    `count` is 0 the rest is NaN.
    """

    names: Layout
    times: Numbers
    widths: Numbers
    count: Numbers
    minimum: Numbers
    average: Numbers
    maximum: Numbers


def no_steps(names: Layout) -> Steps:
    """No step at all."""
    nothing, none = np.zeros((len(names), 0)), np.zeros(0)
    return Steps(
        names=names,
        times=none,
        widths=none,
        count=nothing,
        minimum=nothing,
        average=nothing,
        maximum=nothing,
    )


def joined(parts: Sequence[Steps]) -> Steps:
    """Steps of the same series, one part after the other in time."""
    if len(parts) == 1:
        return parts[0]
    return Steps(
        names=parts[0].names,
        times=np.concatenate([part.times for part in parts]),
        widths=np.concatenate([part.widths for part in parts]),
        count=np.concatenate([part.count for part in parts], axis=1),
        minimum=np.concatenate([part.minimum for part in parts], axis=1),
        average=np.concatenate([part.average for part in parts], axis=1),
        maximum=np.concatenate([part.maximum for part in parts], axis=1),
    )


def renamed(steps: Steps, names: Layout) -> Steps:
    """The same with these series in this order; those that it lacks have no readings."""
    if steps.names == names:
        return steps
    places = {name: place for place, name in enumerate(steps.names)}
    rows = [places.get(name, -1) for name in names]
    lacking = np.array([row < 0 for row in rows], dtype=bool)

    def moved(values: Numbers, empty: float) -> Numbers:
        if not steps.names:
            return np.full((len(names), steps.times.size), empty)
        taken: Numbers = values[rows]
        taken[lacking] = empty
        return taken

    return Steps(
        names=names,
        times=steps.times,
        widths=steps.widths,
        count=moved(steps.count, 0.0),
        minimum=moved(steps.minimum, np.nan),
        average=moved(steps.average, np.nan),
        maximum=moved(steps.maximum, np.nan),
    )


def chosen(steps: Steps, which: NDArray[np.bool_]) -> Steps:
    """Some of the steps."""
    if which.all():
        return steps
    return Steps(
        names=steps.names,
        times=steps.times[which],
        widths=steps.widths[which],
        count=steps.count[:, which],
        minimum=steps.minimum[:, which],
        average=steps.average[:, which],
        maximum=steps.maximum[:, which],
    )


def between(steps: Steps, begin_s: float, end_s: float) -> Steps:
    """The steps with a reading of any series whose middle is from `begin_s` to before `end_s`."""
    inside = (steps.times >= begin_s) & (steps.times < end_s)
    return chosen(steps, np.asarray(inside & (steps.count > 0).any(axis=0)))


def as_steps(
    rows: Sequence[Reading], layouts: Mapping[int, Layout], names: Layout | None = None
) -> Steps:
    """Readings (second, layout, values), the oldest first, as steps of their own.

    Without `names`: all series that occur. Values that are no numbers count as not known, and
    readings that do not fit their layout are left out.
    """
    runs = _runs(rows, layouts)
    wanted = union([layouts[rows[begin][1]] for begin, _ in runs]) if names is None else names
    places = {name: place for place, name in enumerate(wanted)}
    values = np.full((len(wanted), len(rows)), np.nan)
    kept = np.zeros(len(rows), dtype=bool)
    for begin, end in runs:
        layout = layouts[rows[begin][1]]
        block = np.frombuffer(b"".join([row[2] for row in rows[begin:end]]), dtype="<f4")
        block = block.reshape(end - begin, len(layout))
        kept[begin:end] = True
        if read := [(places[name], at) for at, name in enumerate(layout) if name in places]:
            to, of = zip(*read, strict=True)
            values[list(to), begin:end] = block[:, list(of)].T
    values[~np.isfinite(values)] = np.nan
    times = np.array([row[0] for row in rows], dtype=np.float64)
    steps = Steps(
        names=wanted,
        times=times,
        widths=np.full(len(rows), _period(times)),
        count=(~np.isnan(values)).astype(np.float64),
        minimum=values,
        average=values,
        maximum=values,
    )
    return chosen(steps, kept)


def union(layouts: Sequence[Layout]) -> Layout:
    """All names that occur, in the order in which they come; no more than a chunk takes."""
    if len(set(layouts)) == 1:
        return layouts[0]
    return tuple(dict.fromkeys(name for layout in layouts for name in layout))[:MAX_SERIES]


def _runs(rows: Sequence[Reading], layouts: Mapping[int, Layout]) -> list[tuple[int, int]]:
    """Where readings of one layout begin and end; those that cannot be read are left out."""
    if not rows:
        return []
    changes = np.flatnonzero(np.diff([row[1] * 0x10000 + len(row[2]) for row in rows])) + 1
    bounds = [0, *changes.tolist(), len(rows)]
    return [
        (begin, end)
        for begin, end in pairwise(bounds)
        if len(layouts.get(rows[begin][1], ())) * 4 == len(rows[begin][2]) > 0
    ]


def _period(times: Numbers) -> float:
    """How far readings are from each other, twice: one that is missing is no gap yet."""
    return float(np.median(np.diff(times))) * 2 if times.size > 1 else 1.0


def reduced(steps: Steps, step_s: float) -> Steps:
    """The same in wider steps; those without any reading are left out.

    Extremes are those of all that falls into a step, averages count every reading. Steps begin
    at multiples of their width, so that the same readings always fall together.
    """
    if not steps.times.size:
        return steps
    numbers = np.floor(steps.times / step_s)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(numbers)) + 1))
    count = np.add.reduceat(steps.count, starts, axis=1)
    weighted = np.where(steps.count > 0, steps.average * steps.count, 0.0)
    total = np.add.reduceat(weighted, starts, axis=1)
    average = np.divide(total, count, out=np.full(count.shape, np.nan), where=count > 0)
    return Steps(
        names=steps.names,
        times=(numbers[starts] + 0.5) * step_s,
        widths=np.full(starts.size, float(step_s)),
        count=count,
        minimum=np.fmin.reduceat(steps.minimum, starts, axis=1),
        average=average,
        maximum=np.fmax.reduceat(steps.maximum, starts, axis=1),
    )


def curve(steps: Steps, row: int, least_gap_s: float) -> Curve:
    """One series as a line; where nothing was read for longer, one NaN stands between."""
    known = steps.count[row] > 0
    times, widths = steps.times[known], steps.widths[known]
    limit = np.maximum(np.maximum(widths[1:], widths[:-1]) * _GAP_STEPS, least_gap_s)
    gaps = np.flatnonzero(np.diff(times) > limit) + 1
    values = (steps.minimum[row][known], steps.average[row][known], steps.maximum[row][known])
    if not gaps.size:
        return (times, *values)
    middles = (times[gaps - 1] + times[gaps]) / 2
    low, mean, high = (np.insert(each, gaps, np.nan) for each in values)
    return np.insert(times, gaps, middles), low, mean, high
