"""Rows of a record come in pages, and only some are kept in memory."""

from infinibay_desktop.model.activity import ActivityPage
from infinibay_desktop.ui.activity.record import (
    KEPT_PAGES,
    PAGE,
    FoundRecord,
    Wanted,
    whole_record,
)
from tests.fakes.activity import entry


def entries(newest: int, oldest: int):
    return [entry(sequence) for sequence in range(newest, oldest - 1, -1)]


def fetch(page: Wanted, oldest: int = 1) -> ActivityPage:
    top = page.before_sequence - 1
    found = entries(top, max(oldest, top - PAGE + 1))
    return ActivityPage(entries=tuple(found))


def test_any_place_of_the_whole_record_can_be_gone_to_at_once():
    record = whole_record(entries(1_000_000, 999_801), 1)
    assert record.rows == 1_000_000
    assert record.entry(0).sequence == 1_000_000
    wanted = record.wanted(765_432)
    record.put(wanted, fetch(wanted))
    assert record.entry(765_432).sequence == 1_000_000 - 765_432
    assert record.wanted(765_432) is None


def test_memory_is_bounded_however_far_one_scrolls():
    record = whole_record(entries(100_000, 99_801), 1)
    for row in range(0, 100_000, PAGE // 2):
        if wanted := record.wanted(row):
            record.put(wanted, fetch(wanted))
        assert record.entry(row).sequence == 100_000 - row
    assert record.pages_in_memory == KEPT_PAGES


def test_new_entries_come_on_top_and_all_others_keep_theirs():
    record = whole_record(entries(450, 251), 1)
    assert record.grow(entries(453, 254)) == 3
    assert record.rows == 453
    assert [record.entry(row).sequence for row in range(5)] == [453, 452, 451, 450, 449]
    assert record.grow(entries(453, 254)) == 0


def test_more_new_entries_than_a_page_are_asked_for_when_they_are_looked_at():
    record = whole_record(entries(450, 251), 1)
    assert record.grow(entries(2000, 1801)) == 1550
    wanted = record.wanted(1000)
    record.put(wanted, fetch(wanted))
    assert record.entry(1000).sequence == 1000
    assert record.entry(0).sequence == 2000


def test_a_record_that_begins_with_nothing_grows():
    record = whole_record([], 1)
    assert record.rows == 0
    assert record.grow(entries(2, 1)) == 2
    assert [record.entry(row).sequence for row in (0, 1)] == [2, 1]
    assert record.wanted(0) is None


def test_a_number_that_the_record_does_not_have_is_missing_and_not_awaited():
    record = whole_record(entries(1000, 801), 1)
    wanted = record.wanted(700)
    found = [one for one in fetch(wanted).entries if one.sequence != 300]
    record.put(wanted, ActivityPage(entries=tuple(found)))
    assert record.is_missing(700)
    assert not record.is_missing(701)
    assert record.wanted(700) is None


def test_what_matches_is_found_page_by_page():
    record = FoundRecord()
    first = tuple(entries(1000, 801))
    assert record.wanted(0) == Wanted(0, None)
    record.put(Wanted(0, None), ActivityPage(entries=first, go_on_before=801))
    assert (record.rows, record.is_complete) == (201, False)
    wanted = record.wanted(200)
    assert wanted == Wanted(1, 801)
    record.put(wanted, ActivityPage(entries=tuple(entries(800, 795))))
    assert (record.rows, record.is_complete) == (206, True)
    assert record.entry(205).sequence == 795
    assert record.row_of(797) == 203
    assert record.wanted(500) is None


def test_a_search_that_finds_nothing_so_far_goes_on_further_back():
    record = FoundRecord()
    record.put(Wanted(0, None), ActivityPage(entries=(), go_on_before=50_000))
    assert not record.is_complete
    wanted = record.wanted(0)
    assert wanted == Wanted(0, 50_000)
    record.put(wanted, ActivityPage(entries=tuple(entries(7, 7))))
    assert (record.rows, record.is_complete) == (1, True)
    assert record.entry(0).sequence == 7


def test_a_page_that_is_read_again_begins_with_the_same_entry():
    record = FoundRecord()
    record.put(Wanted(0, None), ActivityPage(entries=tuple(entries(1000, 801)), go_on_before=801))
    for key in range(1, KEPT_PAGES + 5):
        wanted = record.wanted(key * PAGE)
        found = tuple(one for one in fetch(wanted, oldest=-100_000).entries)
        record.put(wanted, ActivityPage(entries=found, go_on_before=found[-1].sequence))
    assert record.entry(0) is None
    assert record.wanted(0) == Wanted(0, 1001)
