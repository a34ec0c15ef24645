"""Units of series: how values read, and where the marks of an axis stand."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log2, log10

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.ui.formats import NO_FIGURE, number_text, percent_text, rate_text, size_text

# Marks on an axis of values, at most.
MARKS = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """`words` says a value; `step` is a round distance of at least the one asked for."""

    words: Callable[[float | None], str]
    step: Callable[[float], float]
    # The least that the top of a chart stands for, so that noise does not fill it.
    least_top: float
    # What a table's heading says.
    name: str
    # A value whose words are as long as most are.
    sample: float


def round_step(at_least: float) -> float:
    """1, 2 or 5 times a power of ten."""
    if at_least <= 0 or not isfinite(at_least):
        return 1.0
    power = 10.0 ** floor(log10(at_least))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= at_least * 0.999)


def binary_step(at_least: float) -> float:
    """A power of two, so that bytes read round in KiB, MiB and GiB."""
    if at_least <= 0 or not isfinite(at_least):
        return 1.0
    return float(2 ** ceil(log2(at_least) - 1e-9))


def marks(unit: Unit, low: float, high: float, most: int = MARKS) -> list[float]:
    """Round values from `low` to `high`."""
    step = unit.step(max(1e-9, high - low) / max(1, most - 1))
    first, last = ceil(low / step - 1e-6), floor(high / step + 1e-6)
    return [number * step for number in range(first, last + 1)]


def round_top(unit: Unit, highest: float) -> float:
    """A round value that `highest` fits below."""
    top = max(unit.least_top, highest * 1.05)
    step = unit.step(top / (MARKS - 1))
    return ceil(top / step - 1e-6) * step


def _number(value: float | None) -> str:
    if value is None:
        return NO_FIGURE
    if value >= 100:
        return number_text(value, 0)
    # Two decimals where they say something.
    small = value < 10 and round(value, 2) != round(value, 1)
    return number_text(value, 2 if small else 1)


def _percent(value: float | None) -> str:
    return percent_text(value, 1 if value is not None and value < 10 else 0)


def _degrees(value: float | None) -> str:
    if value is None:
        return NO_FIGURE
    return QCoreApplication.translate("Charts", "{figure} °C").format(figure=number_text(value, 0))


PERCENT = Unit(_percent, round_step, 100.0, "%", 100.0)
SIZE = Unit(size_text, binary_step, 1024.0**2, "bytes", 888.8 * 1024**2)
RATE = Unit(rate_text, binary_step, 4 * 1024.0, "bytes/s", 888.8 * 1024)
NUMBER = Unit(_number, round_step, 1.0, "", 88.8)
DEGREES = Unit(_degrees, round_step, 60.0, "°C", 88.0)
