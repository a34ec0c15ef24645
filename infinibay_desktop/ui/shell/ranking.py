"""Finds what was typed among thousands of names, fast enough for every key stroke."""

import heapq
import re
from collections.abc import Callable, Iterator, Sequence

LONGEST_QUERY = 100
# Ranks: the lower, the better.
START, WORD, INSIDE, SCATTERED = range(4)
_WORD_ENDS = frozenset(" \t-_.:/()[]")


def folded(text: str) -> str:
    """Text as it is compared."""
    return " ".join(text.split())[:300].casefold()


def best(query: str, names: Sequence[str], limit: int) -> list[tuple[int, int]]:
    """Rank and index of the names that fit best, the best first; all names are `folded`.

    Equals come short before long, so that vm-2 stands before vm-10.
    """
    wanted = folded(query[:LONGEST_QUERY])
    if not wanted:
        return [(INSIDE, index) for index in range(min(limit, len(names)))]
    buckets: list[list[int]] = [[], [], [], []]
    for rank, index in _containing(wanted, names):
        buckets[rank].append(index)
    if sum(map(len, buckets)) < limit and len(wanted) > 1:
        buckets[SCATTERED] = _scattered(wanted, names, {i for b in buckets for i in b})
    found: list[tuple[int, int]] = []
    for rank, bucket in enumerate(buckets):
        if len(found) < limit:
            shortest = heapq.nsmallest(limit - len(found), bucket, key=_by_length(names))
            found += [(rank, index) for index in shortest]
    return found


def _containing(wanted: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    words = wanted.split()
    for index, name in enumerate(names):
        at = name.find(wanted)
        if at >= 0:
            yield _rank_at(name, at), index
        elif len(words) > 1 and all(word in name for word in words):
            yield INSIDE, index


def _rank_at(name: str, at: int) -> int:
    if at == 0:
        return START
    return WORD if name[at - 1] in _WORD_ENDS else INSIDE


def _scattered(wanted: str, names: Sequence[str], known: set[int]) -> list[int]:
    """Names that have the letters in this order; possessive, so that no name takes long."""
    letters = [re.escape(letter) for letter in wanted if letter != " "]
    fits = re.compile("".join(f"[^{letter}]*+{letter}" for letter in letters)).match
    return [index for index, name in enumerate(names) if index not in known and fits(name)]


def _by_length(names: Sequence[str]) -> Callable[[int], tuple[int, str]]:
    return lambda index: (len(names[index]), names[index])
