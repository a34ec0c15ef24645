"""Readings and clocks for tests of history."""

import math
import struct
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import FIXED_SERIES, Layout, Sample, Source

HOST = HostId(UUID(int=1))
# A Thursday's midnight, and the first of a span of 90 days: 2026-06-11.
DAY = 20_610 * 86_400


def machine_key(number: int = 1) -> MachineKey:
    return MachineKey(HOST, MachineId(UUID(int=number)))


def packed(values: Sequence[float]) -> bytes:
    return struct.pack(f"<{len(values)}f", *values)


def sample(
    at_s: int,
    values: float | Sequence[float],
    *,
    key: MachineKey | None = None,
    layout: Layout = FIXED_SERIES,
    source: Source = Source.AGENT,
) -> Sample:
    """One number is the first series; the others are not known then."""
    numbers = [values] if isinstance(values, int | float) else list(values)
    numbers += [math.nan] * (len(layout) - len(numbers))
    return Sample(key or machine_key(), source, at_s, layout, packed(numbers))


class NowUnits:
    """Units of work of a database whose clock is set by the test."""

    def __init__(self, units, now_s: int) -> None:
        self._units = units
        self.now_s = now_s
        self.refuses = False

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.now_s, UTC)

    def monotonic(self) -> float:
        return float(self.now_s)

    def __call__(self):
        return _Entered(self._units(), self)


class _Entered:
    def __init__(self, manager, clock: NowUnits) -> None:
        self._manager = manager
        self._clock = clock

    def __enter__(self):
        unit = self._manager.__enter__()
        unit.now = self._clock.now
        if self._clock.refuses:
            unit.commit = _refuse
        return unit

    def __exit__(self, *error):
        return self._manager.__exit__(*error)


def _refuse() -> None:
    raise DatabaseError("the disk is full")


def naive_steps(
    readings: Iterable[tuple[int, float]], step_s: int
) -> dict[int, tuple[int, float, float, float]]:
    """How many, least, mean and most of each step, computed the plain way."""
    by_step: dict[int, list[float]] = {}
    for at_s, value in readings:
        if math.isfinite(value):
            by_step.setdefault(at_s // step_s, []).append(value)
    return {
        step: (len(found), min(found), math.fsum(found) / len(found), max(found))
        for step, found in by_step.items()
    }
