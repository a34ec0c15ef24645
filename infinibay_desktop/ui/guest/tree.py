"""Who stands below whom, whatever a guest says about it."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

ROOT = 0
# A guest could hang thousands below each other; a view goes down recursively.
MAX_DEPTH = 32


@dataclass(slots=True)
class Tree:
    """Numbers in order below each other; ROOT is above all, and has no place itself."""

    children: dict[int, list[int]] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)


def arranged(numbers: Sequence[int], parents: Mapping[int, int], wanted: Collection[int]) -> Tree:
    """The wanted numbers in this order, with all that they hang below.

    Circles are broken and depths are bounded.
    """
    above = _sound_parents(numbers, parents)
    shown = _with_ancestors(wanted, above)
    tree = Tree()
    for number in numbers:
        if number in shown:
            below = tree.children.setdefault(above[number], [])
            tree.places[number] = len(below)
            tree.parents[number] = above[number]
            below.append(number)
    return tree


def _sound_parents(numbers: Sequence[int], parents: Mapping[int, int]) -> dict[int, int]:
    """The parent of each number; ROOT for those of circles and of parents that are unknown."""
    known = set(numbers)
    below: dict[int, list[int]] = {}
    for number in numbers:
        above = parents.get(number, ROOT)
        below.setdefault(above if above in known else ROOT, []).append(number)
    found: dict[int, int] = {}
    queue = deque([(ROOT, 0)])
    while queue:
        above, depth = queue.popleft()
        for number in below.get(above, ()):
            # Too deep: beside its parent, not below it.
            found[number] = above if depth < MAX_DEPTH else found[above]
            queue.append((number, min(depth + 1, MAX_DEPTH)))
    return {number: found.get(number, ROOT) for number in numbers}


def _with_ancestors(wanted: Collection[int], above: Mapping[int, int]) -> set[int]:
    shown: set[int] = set()
    for number in wanted:
        while number != ROOT and number not in shown:
            shown.add(number)
            number = above[number]
    return shown
