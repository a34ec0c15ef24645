"""What the command palette finds, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.ui.shell.ranking import best, folded


def found(query: str, *names: str, limit: int = 50) -> list[str]:
    listed = [folded(name) for name in names]
    return [names[index] for _, index in best(query, listed, limit)]


def test_beginnings_come_before_words_before_middles_before_letters() -> None:
    names = ("lower web", "cobweb", "Web", "w-e-b", "mail")
    assert found("web", *names) == ["Web", "lower web", "cobweb", "w-e-b"]


def test_numbers_are_in_the_order_of_people() -> None:
    assert found("vm", "vm-10", "vm-2", "vm-1") == ["vm-1", "vm-2", "vm-10"]


def test_words_may_come_in_any_order() -> None:
    assert found("two web", "web number two", "web one") == ["web number two"]


def test_case_and_needless_spaces_do_not_matter() -> None:
    assert found("  STRASSE ", "Straße 1") == ["Straße 1"]


def test_an_empty_query_finds_everything_in_its_order() -> None:
    assert found("", "b", "a", "c", limit=2) == ["b", "a"]


def test_no_more_is_found_than_is_asked_for() -> None:
    assert len(found("a", *[f"a{n}" for n in range(100)], limit=7)) == 7


@given(st.text(max_size=120), st.lists(st.text(max_size=40), max_size=30))
def test_whatever_is_typed_each_name_is_found_once_at_most(query, names) -> None:
    results = best(query, [folded(name) for name in names], 50)
    assert len({index for _, index in results}) == len(results)
    assert [rank for rank, _ in results] == sorted(rank for rank, _ in results)


@given(st.text(min_size=1, max_size=60))
def test_a_name_is_found_by_itself(name) -> None:
    if folded(name):
        assert found(name, name) == [name]
