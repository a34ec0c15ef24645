"""Long lists of values, as many at a time as one statement takes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 200


def portions(things: Iterable[T]) -> Iterator[list[T]]:
    """The same in lists of at most `AT_ONCE`."""
    left = iter(things)
    while some := list(islice(left, AT_ONCE)):
        yield some
