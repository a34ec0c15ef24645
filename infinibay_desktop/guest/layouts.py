"""Which values a guest's samples have, and where in a message each stands."""

import struct
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import inf
from operator import itemgetter
from typing import NamedTuple

from infinibay_desktop.guest.cleaning import clean
from infinibay_desktop.guest.limits import Allowance
from infinibay_desktop.model.metrics import FIXED_SERIES, MAX_SERIES, MAX_SERIES_NAME, Layout

MAX_DISKS = 24
MAX_INTERFACES = 24
MAX_CORES = MAX_SERIES - len(FIXED_SERIES) - 2 * MAX_DISKS - 2 * MAX_INTERFACES
# Of a part's own name; the longest series before it is "disk_total_bytes:".
MAX_PART_NAME = MAX_SERIES_NAME - len("disk_total_bytes:")
# Each new layout is stored for good: a guest gets a few at once, and then one now and then.
# Meanwhile its values go on under the names that it had.
NEW_LAYOUTS = 8
NEW_LAYOUT_S = 600.0
RETRY_S = 60.0


class Shape(NamedTuple):
    """The parts that a message names, in its order, names cut but not cleaned."""

    cores: int
    disks: list[str]
    interfaces: list[str]


class Plan(NamedTuple):
    """How a message's values become a sample's: which of them, in which order.

    `pick` takes them from the message's values, with NaN behind the last; None: as they come.
    Good until the shape changes, or `until_s`.
    """

    layout: Layout
    pick: Callable[[Sequence[float]], Sequence[float]] | None
    pack: Callable[..., bytes]
    until_s: float


class Layouts:
    """The plan for one guest's messages; equal layouts of all guests are one object."""

    def __init__(self) -> None:
        self._allowance = Allowance(per_s=1 / NEW_LAYOUT_S, burst=NEW_LAYOUTS)
        self._layout: Layout | None = None

    def plan(self, shape: Shape, now_s: float) -> Plan:
        """How to make samples from messages of this shape."""
        series = _series_of(shape)
        # Parts by name: the same parts in another order are the same layout.
        ordered = Shape(shape.cores, sorted(shape.disks), sorted(shape.interfaces))
        wished = tuple(dict.fromkeys(_series_of(ordered)))
        if wished != self._layout and (self._layout is None or self._allowance.take(now_s)):
            self._layout = _interned(wished)
        until_s = inf if wished == self._layout else now_s + RETRY_S
        return _plan(self._layout or wished, series, until_s)


def _series_of(shape: Shape) -> list[str]:
    """A name for each value of a message of this shape."""
    series = [*FIXED_SERIES, *(f"core_percent:{number}" for number in range(shape.cores))]
    for kinds, names in (
        (("disk_used_bytes", "disk_total_bytes"), shape.disks),
        (("received_bps", "sent_bps"), shape.interfaces),
    ):
        series += [f"{kind}:{clean(n, MAX_PART_NAME)}" for n in names for kind in kinds]
    return series


def _plan(layout: Layout, series: Sequence[str], until_s: float) -> Plan:
    at = {name: index for index, name in reversed(list(enumerate(series)))}
    places = [at.get(name, len(series)) for name in layout]
    as_they_come = places == list(range(len(series)))
    return Plan(
        layout, None if as_they_come else itemgetter(*places), _packer(len(layout)), until_s
    )


@lru_cache(maxsize=512)
def _interned(layout: Layout) -> Layout:
    return layout


@lru_cache(maxsize=MAX_SERIES)
def _packer(count: int) -> Callable[..., bytes]:
    return struct.Struct(f"<{count}f").pack
