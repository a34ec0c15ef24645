"""The table of machines: selection, keys, columns, and that it draws whatever comes."""

import sys
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt, QTranslator
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.filters import parse_filter
from infinibay_desktop.ui.machines.header import MachineHeader
from infinibay_desktop.ui.machines.table import MachineTable
from infinibay_desktop.ui.widgets.steady import STEADY_S, Steady
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.ui.fleet import HOST, Shown, fleet, key, machine, rates

DOWN = Qt.SortOrder.DescendingOrder


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, fleet(12))


def test_selection_and_current_follow_machines_through_sorting(shown) -> None:
    shown.selection.select_keys([key(2), key(5)])
    shown.model.sort(Column.NAME, DOWN)
    assert shown.selected() == ["vm-5", "vm-2"]
    assert shown.selection.current_key() == key(2)


def test_selection_follows_machines_that_move_by_themselves(shown) -> None:
    shown.model.sort(Column.CPU, DOWN)
    shown.selection.select_keys([key(3), key(9)])
    told = []
    shown.table.selection_changed.connect(lambda: told.append(1))
    shown.qtbot.waitUntil(lambda: told == [1])
    shown.model.put_rates(HOST, [rates(9, 90.0)])
    shown.settle()
    assert shown.names()[0] == "vm-9"
    assert shown.selected() == ["vm-9", "vm-3"]
    assert told == [1]


def test_a_selected_machine_that_goes_is_told_and_its_place_stays_current(shown) -> None:
    shown.selection.select_keys([key(4)])
    with shown.qtbot.waitSignal(shown.table.selection_changed):
        shown.model.remove(key(4))
        shown.settle()
    assert shown.selected() == []
    assert shown.selection.current_key() == key(5)


def test_a_renamed_machine_stays_selected(shown) -> None:
    shown.selection.select_keys([key(4)])
    shown.model.put(machine(4, "zebra"))
    shown.settle()
    assert shown.selected() == ["zebra"]


def test_what_a_filter_hides_is_not_selected(shown) -> None:
    shown.selection.select_keys([key(1), key(2)])
    shown.model.set_filter(parse_filter("vm-2"))
    assert shown.selected() == ["vm-2"]
    shown.model.set_filter(parse_filter(""))
    assert shown.selected() == ["vm-2"]


def test_new_machines_are_not_selected_with_all(shown) -> None:
    shown.table.selectAll()
    shown.model.put(machine(99))
    shown.settle()
    assert len(shown.selected()) == 12


@pytest.mark.parametrize("count", [3, 1000])
def test_many_scattered_machines_stay_selected(qtbot, count) -> None:
    shown = Shown(qtbot, fleet(2 * count))
    keys = [key(number) for number in range(1, 2 * count, 2)]
    shown.selection.select_keys(keys)
    shown.model.put(machine(5000, "aaa"))
    shown.settle()
    assert shown.selection.selected_keys() == keys
    shown.table.setFocus()
    qtbot.keyClick(shown.table, Qt.Key.Key_Control)
    assert len(shown.selection.items.selectedRows()) == count
    assert shown.selection.selected_keys() == keys


def test_shift_extends_from_the_machine_where_it_began(shown) -> None:
    table = shown.table
    click(shown, 3)
    shown.model.put(machine(99, "aaa"))
    shown.settle()
    click(shown, 5, Qt.KeyboardModifier.ShiftModifier)
    assert shown.selected() == ["vm-3", "vm-4", "vm-5"]
    shown.qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.selected() == ["vm-3", "vm-4", "vm-5", "vm-6"]


def click(
    shown, number, modifiers=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton
):
    index = shown.model.index(shown.model.position_of(key(number)), Column.NAME)
    place = shown.table.visualRect(index).center()
    shown.qtbot.mouseClick(shown.table.viewport(), button, modifiers, place)
    return place


def test_control_a_selects_all(shown) -> None:
    shown.qtbot.keyClick(shown.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(shown.selected()) == 12


def test_enter_and_double_click_activate_and_one_click_does_not(shown) -> None:
    activated = []
    shown.table.machine_activated.connect(activated.append)
    place = click(shown, 3)
    assert activated == []
    shown.qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert activated == [key(3)]
    shown.qtbot.mouseDClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated == [key(3), key(3)]


def test_letters_lead_to_names(qtbot) -> None:
    names = ["alpha", "beta", "bravo", "Bruno"]
    shown = Shown(qtbot, [machine(number, name) for number, name in enumerate(names, 1)])
    shown.selection.select_keys([key(1)])
    shown.table.keyboardSearch("b")
    shown.table.keyboardSearch("r")
    assert shown.selection.current_key() == key(3)
    shown.table._manners._typed_at = 0
    for _ in range(3):
        shown.table.keyboardSearch("b")
    assert shown.selection.current_key() == key(3)
    shown.table._manners._typed_at = 0
    shown.table.keyboardSearch("zz")
    assert shown.selection.current_key() == key(3)


def test_copy_takes_names(shown) -> None:
    shown.selection.select_keys([key(3), key(2)])
    shown.qtbot.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "vm-2\nvm-3"


def test_the_menu_key_asks_below_the_current_machine(shown) -> None:
    shown.selection.select_keys([key(2)])
    reason = QContextMenuEvent.Reason.Keyboard
    with shown.qtbot.waitSignal(shown.table.context_menu_wanted) as asked:
        event = QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(shown.table.viewport(), event)
    index = shown.model.index(1, Column.NAME)
    below = shown.table.visualRect(index).bottomLeft()
    assert asked.args == [shown.table.viewport().mapToGlobal(below)]


def test_a_right_click_on_what_is_selected_keeps_the_selection(shown) -> None:
    shown.selection.select_keys([key(2), key(3)])
    click(shown, 3, button=Qt.MouseButton.RightButton)
    assert shown.selected() == ["vm-2", "vm-3"]
    click(shown, 7, button=Qt.MouseButton.RightButton)
    assert shown.selected() == ["vm-7"]


def test_the_first_row_in_sight_stays_when_machines_come_above(qtbot) -> None:
    shown = Shown(qtbot, fleet(300))
    shown.table.verticalScrollBar().setValue(100 * shown.table.rowHeight(0) + 7)
    first = shown.model.rows[shown.table.visible_rows().start].name
    for number in range(5):
        shown.model.put(machine(1000 + number, f"a{number}"))
    shown.settle()
    seen = shown.table.visible_rows().start
    assert shown.model.rows[seen].name == first
    assert shown.table.verticalOffset() == seen * shown.table.rowHeight(0) + 7


def test_a_list_ordered_by_figures_does_not_run_after_a_machine(qtbot) -> None:
    shown = Shown(qtbot, fleet(300))
    shown.model.sort(Column.CPU, DOWN)
    shown.table.verticalScrollBar().setValue(500)
    shown.model.put_rates(HOST, [rates(number, float(number % 97)) for number in range(1, 301)])
    shown.settle()
    assert shown.table.verticalOffset() == 500


def test_columns_widths_and_order_are_remembered(qtbot) -> None:
    first, second = Shown(qtbot, fleet(3)), Shown(qtbot, fleet(3))
    header = first.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.CPU), 0)
    header.resizeSection(Column.HOST, 222)
    header.hideSection(Column.DISK)
    header.setSortIndicator(Column.NAME, DOWN)
    assert second.table.restore_state(first.table.save_state())
    found = second.table.horizontalHeader()
    assert found.visualIndex(Column.CPU) == 0
    assert found.sectionSize(Column.HOST) == 222
    assert found.isSectionHidden(Column.DISK)
    assert second.names() == ["vm-3", "vm-2", "vm-1"]
    assert second.table.save_state() == first.table.save_state()


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"\xff\x00\x01",
        b"2 NAME up NAME:100",
        b"1 NOPE up NAME:1",
        b"1 NAME up X:1 Y:-",
        b"1 " * 999,
    ],
)
def test_a_foreign_column_state_changes_nothing(shown, state) -> None:
    before = shown.table.save_state()
    assert not shown.table.restore_state(QByteArray(state))
    assert shown.table.save_state() == before


def test_a_column_state_of_another_version_is_taken_as_far_as_it_goes(shown) -> None:
    state = QByteArray(b"1 CPU down CPU:99999 NAME:-200 FUTURE:80 HOST:1 STATE:120")
    assert shown.table.restore_state(state)
    header = shown.table.horizontalHeader()
    assert [header.logicalIndex(place) for place in range(2)] == [Column.CPU, Column.NAME]
    assert not header.isSectionHidden(Column.NAME)
    assert header.sectionSize(Column.HOST) == header.minimumSectionSize()
    assert header.sectionSize(Column.STATE) == 120


def test_columns_are_chosen_and_sorted_by_from_a_menu(shown) -> None:
    menu = shown.table.columns_menu(shown.table)
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Name"].isEnabled()
    actions["Host"].trigger()
    assert shown.table.isColumnHidden(Column.HOST)
    sorting = {action.text(): action for action in actions["Sort by"].menu().actions()}
    sorting["Descending"].trigger()
    assert shown.names()[0] == "vm-12"
    sorting["CPU"].trigger()
    assert shown.model.sort_column is Column.CPU
    actions["Usual columns"].trigger()
    assert not shown.table.isColumnHidden(Column.HOST)


def test_names_take_what_other_columns_leave(shown) -> None:
    header: MachineHeader = shown.table.horizontalHeader()
    shown.table.resize(2000, 400)
    assert header.length() == shown.table.viewport().width()
    shown.table.resize(300, 400)
    assert header.sectionSize(Column.NAME) >= 100


def test_only_what_lies_between_changed_rows_is_drawn_anew(shown) -> None:
    shown.qtbot.waitUntil(lambda: not shown.model._frame.isActive())
    drawn = []
    original = shown.table._lines
    shown.table._lines = lambda *region: drawn.append(original(*region)) or drawn[-1]
    shown.model.put_rates(HOST, [rates(2), rates(9)])
    shown.qtbot.waitUntil(lambda: bool(drawn))
    assert [line[1].name for line in drawn[0]] == [f"vm-{number}" for number in range(2, 10)]


NAMES = [
    "<b>bold</b> & <img src=x>", "مكتب المبيعات الرئيسي", "\u202eevil", "🚀👩‍💻 lab", "x" * 200,
    "a\nb\tc", "", " ", "e" + "\u0301" * 150, "\U0010ffff\ud7ff",
]  # fmt: skip


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("mirrored", [False, True])
def test_every_state_and_name_is_drawn_in_every_theme_and_direction(
    qtbot, qapp, theme, mirrored
) -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    states = list(MachineState)
    machines = [
        machine(number, name, states[number % 10], stale_since=since if number % 3 else None)
        for number, name in enumerate(NAMES * 2, 1)
    ]
    shown = Shown(qtbot, machines, size=(400, 300))
    for cpu in (0.0, 100.0, 250.0, None, 3.0):
        shown.model.put_rates(HOST, [rates(number, cpu) for number in range(1, 21)])
    if mirrored:
        shown.table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    apply_theme(qapp, theme)
    for column in (Column.CPU, Column.MEMORY, Column.STATE):
        shown.table.setColumnWidth(column, 40)
        shown.table.grab()
        shown.table.setColumnWidth(column, 300)
        shown.table.grab()
    apply_theme(qapp, Theme.LIGHT)


def test_the_theme_and_the_selection_show(qtbot, qapp) -> None:
    apply_theme(qapp, Theme.LIGHT)
    shown = Shown(qtbot, fleet(3))
    plain = shown.table.grab().toImage()
    shown.selection.select_keys([key(1)])
    selected = shown.table.grab().toImage()
    apply_theme(qapp, Theme.DARK)
    dark = shown.table.grab().toImage()
    apply_theme(qapp, Theme.LIGHT)
    assert plain != selected != dark


def test_painting_leaves_the_interpreter_as_it_was(shown) -> None:
    before = sys.getswitchinterval()
    shown.table.grab()
    assert sys.getswitchinterval() == before
    within = []

    def fail() -> None:
        with Steady():
            within.append(sys.getswitchinterval())
            raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        fail()
    assert within[0] > before or before >= STEADY_S
    assert sys.getswitchinterval() == before


def test_the_table_is_left_by_tab(shown) -> None:
    assert not shown.table.tabKeyNavigation()
    assert shown.table.accessibleName() == "Machines"
    assert shown.table.selectionBehavior() is MachineTable.SelectionBehavior.SelectRows
    assert isinstance(shown.table.selectionModel(), QItemSelectionModel)


class Shouting(QTranslator):
    """Another language: the same in capitals."""

    def translate(self, _context, source, _comment=None, _count=-1) -> str:
        return source.upper()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_another_language_is_spoken_at_once(shown, qapp) -> None:
    language = Shouting()
    title = partial(shown.model.headerData, Column.NAME, Qt.Orientation.Horizontal)
    assert (shown.cell(1, Column.STATE), title()) == ("Running", "Name")
    qapp.installTranslator(language)
    shown.qtbot.waitUntil(lambda: shown.cell(1, Column.STATE) == "RUNNING")
    assert title() == "NAME"
    qapp.removeTranslator(language)
    shown.qtbot.waitUntil(lambda: shown.cell(1, Column.STATE) == "Running")
