"""How the benchmarks measure: in alternation, often, and against a target."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

# What is measured does its own timing: it returns seconds, without what came before and after.
Measure = Callable[[], float]


@dataclass(frozen=True)
class Series:
    """The seconds that one side took, round by round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def best(self) -> float:
        return min(self.seconds)

    def half(self, which: int) -> float:
        return statistics.median(self.seconds[which::2])


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def timed(work: Callable[[], object]) -> Measure:
    return lambda: seconds_of(work)


def command(*words: str) -> Callable[[], object]:
    """Return what runs a whole process and throws away what it prints."""
    return lambda: subprocess.run(
        words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def alternate(sides: Mapping[str, Measure], rounds: int, warm_up: int = 1) -> dict[str, Series]:
    """Measure all sides once a round; who begins changes, so that no side has the better place."""
    names = list(sides)
    found: dict[str, list[float]] = {name: [] for name in names}
    for number in range(-warm_up, rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            seconds = sides[name]()
            if number >= 0:
                found[name].append(seconds)
    return {name: Series(tuple(seconds)) for name, seconds in found.items()}


def joined(pairs: Sequence[tuple[Series, Series]]) -> tuple[Series, Series]:
    """Several measurements of the same two sides as one."""
    first, second = zip(*pairs, strict=True)
    return _chained(first), _chained(second)


def _chained(parts: Iterable[Series]) -> Series:
    return Series(tuple(seconds for part in parts for seconds in part.seconds))


@dataclass
class Table:
    """The figures of one benchmark: added one by one, printed together."""

    name: str
    note: str
    _rows: list[tuple[str, ...]] = field(default_factory=list)
    _missed: int = 0

    def compare(
        self,
        what: str,
        ours: Series,
        rival: Series,
        *,
        at_most: float | None = None,
        each: int = 1,
    ) -> float:
        """Add ours beside the rival's, `each` things at a time; return the ratio of the medians."""
        ratio = ours.median / rival.median
        halves = [ours.half(which) / rival.half(which) for which in (0, 1)]
        self._rows.append(
            (
                what,
                _ms(ours, each),
                _ms(rival, each),
                f"{ratio:.2f} ({ours.best / rival.best:.2f})",
                f"{halves[0]:.2f} {halves[1]:.2f}",
                "" if at_most is None else f"≤ {at_most:g}",
                self._judge(ratio, at_most),
            )
        )
        return ratio

    def absolute(
        self, what: str, ours: Series, *, at_most_ms: float | None = None, each: int = 1
    ) -> None:
        """Add ours alone, against a time instead of a rival."""
        target = "" if at_most_ms is None else f"≤ {at_most_ms:g} ms"
        verdict = self._judge(ours.median / each * 1000, at_most_ms)
        self._rows.append((what, _ms(ours, each), "", "", "", target, verdict))

    def ratio(self, what: str, ours: float, rival: float, *, at_most: float) -> None:
        """Add two ratios and what they are to each other."""
        verdict = self._judge(ours / rival, at_most)
        row = (what, f"{ours:.2f}x", f"{rival:.2f}x", f"{ours / rival:.2f}")
        self._rows.append((*row, "", f"≤ {at_most:g}", verdict))

    def amount(
        self,
        what: str,
        ours: float,
        rival: float | None = None,
        *,
        unit: str,
        at_most: float | None = None,
        at_most_times: float | None = None,
    ) -> None:
        """Add something that is no time, alone or beside the rival's, against either or none."""
        ratio = ours / rival if rival else 0.0
        verdicts = self._judge(ours, at_most), self._judge(ratio, at_most_times)
        targets = [f"≤ {at_most:g} {unit}"] if at_most is not None else []
        targets += [f"≤ {at_most_times:g}"] if at_most_times is not None else []
        beside = (f"{rival:.1f} {unit}", f"{ratio:.2f}") if rival else ("", "")
        row = (what, f"{ours:.1f} {unit}", *beside, "", ", ".join(targets))
        self._rows.append((*row, "MISSED" if "MISSED" in verdicts else max(verdicts)))

    def fact(self, what: str, found: str, *, holds: bool) -> None:
        """Add something that must be so, and what was found."""
        self._missed += not holds
        self._rows.append((what, found, "", "", "", "", "met" if holds else "MISSED"))

    def end(self) -> None:
        """Print all; exit with 1 if any target was missed."""
        head = ("what", "ours ms", "rival ms", "ratio", "halves", "target", "verdict")
        lines = [head, *self._rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
        print(f"\n{self.name}: {self.note}")
        for line in lines:
            cells = zip(line, widths, strict=True)
            print("  ".join(cell.ljust(width) for cell, width in cells).rstrip())
        print(f"Medians (best); ratios of medians (of bests); {_surroundings()}.")
        print(f"Measured by: tests/bench/run {self.name}", flush=True)
        sys.exit(1 if self._missed else 0)

    def _judge(self, value: float, at_most: float | None) -> str:
        if at_most is None:
            return ""
        missed = value > at_most
        self._missed += missed
        return "MISSED" if missed else "met"


def _ms(series: Series, each: int) -> str:
    median, best = series.median / each * 1000, series.best / each * 1000
    return f"{median:.{_digits(median)}f} ({best:.{_digits(best)}f})"


def _digits(ms: float) -> int:
    return 0 if ms >= 1000 else 1 if ms >= 10 else 2 if ms >= 1 else 3


def _surroundings() -> str:
    load = os.getloadavg()[0]
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}"
