"""Rows of a guest in lists and trees: whatever the guest says about who is whose parent."""

from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.ui.guest.tree import MAX_DEPTH, ROOT, arranged


def depth_of(number: int, parents: dict[int, int]) -> int:
    depth = 0
    while number != ROOT:
        number, depth = parents[number], depth + 1
    return depth


def test_children_stand_below_their_parents_in_order() -> None:
    tree = arranged([3, 1, 2], {2: 1, 3: 1}, {1, 2, 3})
    assert tree.children == {ROOT: [1], 1: [3, 2]}
    assert tree.places == {1: 0, 3: 0, 2: 1}


def test_what_is_filtered_keeps_what_it_hangs_below() -> None:
    tree = arranged([1, 2, 3, 4], {2: 1, 3: 2}, {3})
    assert tree.children == {ROOT: [1], 1: [2], 2: [3]}


def test_circles_are_broken() -> None:
    tree = arranged([1, 2, 3], {1: 2, 2: 1, 3: 3}, {1, 2, 3})
    assert tree.children == {ROOT: [1, 2, 3]}


def test_depths_are_bounded() -> None:
    numbers = list(range(1, 3001))
    tree = arranged(numbers, {number: number - 1 for number in numbers}, numbers)
    assert len(tree.parents) == 3000
    assert max(depth_of(number, tree.parents) for number in numbers) == MAX_DEPTH


@given(st.dictionaries(st.integers(1, 60), st.integers(0, 80)), st.sets(st.integers(1, 60)))
def test_every_wanted_row_has_exactly_one_place(parents, wanted) -> None:
    numbers = sorted(parents)
    tree = arranged(numbers, parents, wanted & parents.keys())
    placed = [number for below in tree.children.values() for number in below]
    assert len(placed) == len(set(placed))
    assert wanted & parents.keys() <= set(placed)
    assert all(depth_of(number, tree.parents) <= MAX_DEPTH for number in placed)
    assert all(
        tree.children[tree.parents[number]][tree.places[number]] == number for number in placed
    )
