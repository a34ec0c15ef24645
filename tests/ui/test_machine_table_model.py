"""The list's model: order, coalescing, what a hidden list costs, what screen readers hear."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.machines.columns import Column, spoken
from infinibay_desktop.ui.machines.filters import parse_filter
from infinibay_desktop.ui.one_line import MAX_SHOWN
from tests.ui.fleet import HOST, OTHER_HOST, Shown, fleet, key, machine, rates

READER = Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, fleet(12))


def test_qt_finds_nothing_wrong_with_the_model(qtbot, qtmodeltester) -> None:
    shown = Shown(qtbot, fleet(5))
    qtmodeltester.check(shown.model)
    shown.model.put_rates(HOST, [rates(2, 90.0)])
    shown.model.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    shown.model.set_filter(parse_filter("vm-2"))
    shown.model.set_filter(parse_filter(""))
    shown.model.reset(fleet(2))
    qtmodeltester.check(shown.model)


def test_names_sort_naturally_and_care_for_no_case(qtbot) -> None:
    names = ["vm-10", "VM-2", "vm-1", "vm-02", "alpha", "Beta", "9", "10"]
    shown = Shown(qtbot, [machine(number, name) for number, name in enumerate(names, 1)])
    assert shown.names() == ["9", "10", "alpha", "Beta", "vm-1", "VM-2", "vm-02", "vm-10"]


def test_natural_keys_order_long_numbers() -> None:
    assert natural_key("a" + "9" * 30) < natural_key("a1" + "0" * 30)
    assert natural_key("a0") < natural_key("a1")


def test_equals_stay_in_the_order_of_names_both_ways(shown) -> None:
    shown.model.put_rates(HOST, [rates(3, 50.0), rates(7, 50.0), rates(5, 90.0)])
    shown.model.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    assert shown.names()[:4] == ["vm-5", "vm-3", "vm-7", "vm-1"]
    shown.model.sort(Column.CPU, Qt.SortOrder.AscendingOrder)
    assert shown.names()[-3:] == ["vm-3", "vm-7", "vm-5"]


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_with_and_without_figures(shown, column) -> None:
    shown.model.put_rates(HOST, [rates(1), rates(2, None, memory_used_bytes=None)])
    shown.model.sort(column, Qt.SortOrder.DescendingOrder)
    assert sorted(shown.names()) == sorted(row.name for row in fleet(12))


def test_a_figure_stays_while_a_reading_does_not_tell_it(shown) -> None:
    shown.model.put_rates(HOST, [rates(1, 40.0)])
    nothing = dict.fromkeys(("memory_used_bytes", "disk_read_bps", "disk_written_bps"))
    shown.model.put_rates(HOST, [rates(1, None, **nothing)])
    shown.settle()
    figures = (Column.CPU, Column.MEMORY, Column.DISK)
    assert [shown.cell(1, column) for column in figures] == ["40 %", "1 / 2 GiB", "1 KiB/s"]


def test_many_changes_are_told_once_and_only_for_rows_in_sight(qtbot) -> None:
    shown = Shown(qtbot, fleet(200))
    told = []
    shown.model.dataChanged.connect(lambda first, last, _roles: told.append(first.row()))
    with qtbot.waitSignal(shown.model.dataChanged):
        for _ in range(5):
            shown.model.put_rates(HOST, [rates(number, 20.0) for number in (2, 3, 190)])
    assert told == [1]


def test_rows_that_move_by_themselves_move_at_most_once_a_second(shown) -> None:
    shown.model.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    orders = []
    shown.model.reordered.connect(lambda: orders.append(shown.names()[0]))
    for number in (4, 5, 6):
        shown.model.put_rates(HOST, [rates(number, number * 10.0)])
        shown.model._apply()
    assert orders == []
    shown.settle()
    assert orders == ["vm-6"]


def test_figures_are_told_while_a_new_order_waits(shown) -> None:
    shown.model.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    with shown.qtbot.waitSignal(shown.model.dataChanged, timeout=500):
        shown.model.put_rates(HOST, [rates(4, 40.0)])
    assert shown.cell(4, Column.CPU) == "40 %"
    assert shown.names()[0] == "vm-1"


def test_a_new_machine_and_a_removed_one_are_told_by_the_tail(shown) -> None:
    inserted, removed = [], []
    shown.model.rowsInserted.connect(lambda _p, first, last: inserted.append((first, last)))
    shown.model.rowsRemoved.connect(lambda _p, first, last: removed.append((first, last)))
    shown.model.put(machine(99, "aaa"))
    shown.settle()
    assert shown.names()[:2] == ["aaa", "vm-1"]
    shown.model.remove(key(1))
    shown.settle()
    assert shown.names()[:2] == ["aaa", "vm-2"]
    assert (inserted, removed) == ([(12, 12)], [(12, 12)])


def test_a_renamed_machine_finds_its_place(shown) -> None:
    shown.model.put(machine(1, "zebra"))
    shown.settle()
    assert shown.names()[-1] == "zebra"


def test_a_filter_follows_machines_that_change(shown) -> None:
    shown.model.set_filter(parse_filter("state:running"))
    shown.model.put(machine(3, state=MachineState.SHUT_OFF))
    shown.settle()
    assert "vm-3" not in shown.names()
    assert (shown.model.shown_count(), shown.model.total_count()) == (11, 12)
    shown.model.put(machine(3))
    shown.settle()
    assert shown.names()[2] == "vm-3"


def test_the_first_match_is_told_though_nobody_looks(shown) -> None:
    shown.model.set_filter(parse_filter("state:crashed"))
    shown.table.hide()
    with shown.qtbot.waitSignal(shown.model.counts_changed):
        shown.model.put(machine(3, state=MachineState.CRASHED))
    assert shown.model.shown_count() == 1


def test_a_hidden_list_keeps_facts_and_does_nothing_else(shown) -> None:
    shown.table.hide()
    told = []
    shown.model.dataChanged.connect(lambda *_what: told.append(1))
    shown.model.put_rates(HOST, [rates(1, 77.0)])
    shown.model.put(machine(2, state=MachineState.PAUSED))
    assert not shown.model._frame.isActive()
    assert told == []
    shown.table.show()
    assert (shown.cell(1, Column.CPU), shown.cell(2, Column.STATE)) == ("77 %", "Paused")


def test_a_hidden_list_counts_new_and_removed_machines(shown) -> None:
    shown.table.hide()
    shown.clock.now += 2
    with shown.qtbot.waitSignal(shown.model.counts_changed):
        shown.model.put(machine(99))
        shown.model.remove(key(1))
        shown.model.remove(key(2))
    assert shown.model.total_count() == 11


def test_what_is_reset_keeps_the_figures_of_machines_that_stay(shown) -> None:
    shown.model.put_rates(HOST, [rates(2, 33.0)])
    shown.model.reset([machine(2, "kept"), machine(50)])
    assert shown.names() == ["kept", "vm-50"]
    assert shown.cell(2, Column.CPU) == "33 %"


def test_news_that_come_while_many_are_taken_in_win_over_the_old(qtbot) -> None:
    shown = Shown(qtbot)
    shown.model.reset(fleet(5000))
    shown.model.put(machine(1, "newest"))
    shown.model.remove(key(2))
    qtbot.waitUntil(lambda: not shown.model._incoming)
    assert shown.model.total_count() == shown.model.shown_count() == 4999
    assert shown.model.machine(key(1)).name == "newest"
    assert shown.model.machine(key(2)) is None


def test_a_machine_that_stops_has_no_figures(shown) -> None:
    shown.model.put_rates(HOST, [rates(1, 50.0)])
    shown.model.put(machine(1, state=MachineState.SHUT_OFF))
    assert shown.cell(1, Column.CPU) == "–"  # noqa: RUF001 - the dash for no figure
    assert shown.cell(1, Column.MEMORY) == "2 GiB"


def test_the_same_id_on_two_hosts_is_two_machines(shown) -> None:
    shown.model.put(machine(1, "copy", host_id=OTHER_HOST))
    shown.settle()
    shown.model.put_rates(OTHER_HOST, [rates(1, 5.0)])
    assert shown.cell(1, Column.CPU) != "5 %"
    assert shown.model.position_of(key(1, OTHER_HOST)) == 0


def test_a_host_is_renamed_in_all_its_rows(shown) -> None:
    shown.model.set_host_name(HOST, "new name")
    shown.settle()
    assert shown.cell(5, Column.HOST) == "new name"
    shown.model.set_filter(parse_filter("host:new"))
    assert shown.model.shown_count() == 12


def test_cells_say_figures_in_iec_units(shown) -> None:
    shown.model.put_rates(HOST, [rates(1, 12.4)])
    said = [shown.cell(1, column) for column in Column]
    assert said == [
        "Running", "vm-1", "", "", "kvm-1", "12 %", "1 / 2 GiB", "2", "1 KiB/s", "2 KiB/s", "",
        "",
    ]  # fmt: skip


def test_screen_readers_hear_words(shown) -> None:
    shown.model.put_rates(HOST, [rates(1, 12.4)])
    assert shown.cell(1, Column.STATE, READER) == "Running"
    assert shown.cell(1, Column.CPU, READER) == "CPU 12 %"
    assert shown.cell(2, Column.CPU, READER) == "CPU unknown"
    assert shown.cell(1, Column.AUTOSTART, READER) == "No"
    assert shown.cell(1, Column.DISK, TIP) == "<span>Read 1 KiB/s, written 0 B/s</span>"


def test_a_stale_row_says_since_when(shown) -> None:
    since = datetime.now(UTC) - timedelta(minutes=5)
    shown.model.put(machine(1, stale_since=since))
    clock = since.astimezone().strftime("%H:%M")
    assert shown.cell(1, Column.STATE) == f"Stale since {clock}"
    assert shown.cell(1, Column.STATE, READER).startswith("Running, stale since 20")
    shown.model.put(machine(2, stale_since=since - timedelta(days=40)))
    assert shown.cell(2, Column.STATE).startswith("Stale since 20")


def test_hostile_names_stay_one_line_of_plain_text(qtbot) -> None:
    names = ["<b>bold</b>\n&", "a\x00\x1b[2J\u2028b", "x" * 5000]
    shown = Shown(qtbot, [machine(number, name) for number, name in enumerate(names, 1)])
    assert shown.cell(1, Column.NAME) == "<b>bold</b> &"
    assert shown.cell(1, Column.NAME, TIP) == "<span>&lt;b&gt;bold&lt;/b&gt; &amp;</span>"
    assert shown.cell(2, Column.NAME) == "a  [2J b"
    assert len(shown.cell(3, Column.NAME)) == MAX_SHOWN


def test_what_views_hold_on_to_follows_its_machine(shown) -> None:
    mark = QPersistentModelIndex(shown.model.index(2, Column.NAME))
    shown.model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert mark.row() == 9
    assert shown.model.rows[mark.row()].name == "vm-3"


def test_a_mark_whose_machine_is_filtered_out_takes_no_other_ones_place(shown) -> None:
    """Two marks at one place let Qt keep one after the model is gone, and crash over it."""
    count = len(shown.names())
    marks = [QPersistentModelIndex(shown.model.index(place, 0)) for place in range(count)]
    last = shown.names()[-1]
    shown.model.set_filter(parse_filter(last))
    shown.settle()
    held = [mark for mark in marks if mark.isValid()]
    assert [shown.model.rows[mark.row()].name for mark in held] == shown.names() == [last]
    shown.model.set_filter(parse_filter(""))
    shown.settle()
    assert len(shown.names()) == count
    assert shown.model.rows[held[0].row()].name == last


def test_the_list_says_which_agent_talks_and_sorts_by_it(shown) -> None:
    shown.model.put_agent(key(2), "1.0.0")
    assert shown.cell(2, Column.AGENT) == "1.0.0"
    silent = next(row for row in shown.model.rows if row.key == key(1))
    assert spoken(silent, Column.AGENT) == "No agent has spoken"
    shown.model.sort(Column.AGENT)
    assert shown.model.rows[0].key == key(2)
