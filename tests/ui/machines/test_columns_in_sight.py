"""Which columns are shown: the essential ones where there is little room, and what people chose."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QByteArray, Qt

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.machines.columns import Column, cells, spoken
from infinibay_desktop.ui.machines.filters import parse_filter
from tests.ui.fleet import Shown, fleet

ESSENTIAL = {Column.STATE, Column.NAME}


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot, fleet(3))


def in_sight(shown) -> set[Column]:
    header = shown.table.horizontalHeader()
    return {column for column in Column if not header.isSectionHidden(column)}


def widen(shown, width: int) -> None:
    shown.table.resize(width, 400)
    shown.qtbot.waitUntil(lambda: shown.table.viewport().width() <= width)


@pytest.mark.parametrize("width", [300, 700, 800, 1100, 1900])
def test_no_column_lies_beyond_the_edge(shown, width):
    widen(shown, width)

    assert in_sight(shown) >= ESSENTIAL
    if width >= 400:
        shown.qtbot.waitUntil(lambda: shown.table.horizontalScrollBar().maximum() == 0)


def test_all_columns_are_there_where_there_is_room_for_them(shown):
    widen(shown, 2400)

    assert in_sight(shown) == set(Column)


def test_less_room_takes_the_least_needed_and_more_brings_them_back(shown):
    widen(shown, 2400)
    seen = []
    for width in (1500, 1200, 1000, 800, 600):
        widen(shown, width)
        seen.append(in_sight(shown))
    assert all(later <= earlier for earlier, later in pairwise(seen))
    assert Column.DEPARTMENT in seen[3]
    assert Column.AUTOSTART not in seen[3]

    widen(shown, 2400)
    assert in_sight(shown) == set(Column)


def test_what_somebody_arranged_stays_whatever_the_room(shown):
    widen(shown, 2400)
    menu = shown.table.columns_menu(shown.table)
    host = next(act for act in menu.actions() if act.text() == "Host")

    host.trigger()
    widen(shown, 700)

    assert in_sight(shown) == set(Column) - {Column.HOST}
    shown.qtbot.waitUntil(lambda: shown.table.horizontalScrollBar().maximum() > 0)


def test_an_arrangement_that_nobody_made_is_kept_as_such(shown, qtbot):
    widen(shown, 700)
    kept = shown.table.save_state()
    other = Shown(qtbot, fleet(3))

    assert other.table.restore_state(kept)

    widen(other, 2400)
    assert in_sight(other) == set(Column)


def test_an_arrangement_of_before_gets_the_new_columns(shown):
    state = QByteArray(b"1 CPU down STATE:100 NAME:200 CPU:-90")

    assert shown.table.restore_state(state)

    assert Column.CPU not in in_sight(shown)
    assert {Column.DEPARTMENT, Column.OWNER} <= in_sight(shown)
    assert shown.table.horizontalHeader().sortIndicatorSection() == Column.CPU


def test_departments_and_owners_are_named_sorted_and_filtered(qtbot, placed):
    sales, it = placed.department("Sales 10"), placed.department("Sales 9", "#1f6bb8")
    ana = placed.person("Ana", "<b>")
    machines = [
        *placed.machines(1, sales, ana, stem="a"),
        *placed.machines(1, it, stem="b"),
        *placed.machines(1, stem="c"),
    ]
    shown = Shown(qtbot, machines)
    names = placed.core.placements.names()
    shown.model.name_places(names.departments, names.people, ana.id)
    shown.qtbot.waitUntil(lambda: shown.model.rows[0].department != "")

    row = shown.model.rows[0]
    assert cells(row)[Column.DEPARTMENT] == "Sales 10"
    assert cells(row)[Column.OWNER] == "Ana <b>"
    assert spoken(shown.model.rows[2], Column.OWNER) == "No owner"
    shown.model.sort(Column.DEPARTMENT, Qt.SortOrder.AscendingOrder)
    assert shown.names() == ["b-1", "a-1", "c-1"]
    for text, found in (
        ('dept:"sales 9"', ["b-1"]),
        ("owner:me", ["a-1"]),
        ("dept:none", ["c-1"]),
        ("-owner:none", ["a-1"]),
    ):
        shown.model.set_filter(parse_filter(text))
        assert shown.names() == found
    shown.table.grab()


def test_a_machine_that_is_moved_is_named_anew(qtbot, placed):
    sales = placed.department("Sales")
    (machine,) = placed.machines(1)
    shown = Shown(qtbot, [machine])
    names = placed.core.placements.names()
    shown.model.name_places(names.departments, names.people, None)

    placed.core.placements.move([machine.key], sales.id)
    shown.model.put(placed.core.inventory.find(machine.key))

    assert cells(shown.model.rows[0])[Column.DEPARTMENT] == "Sales"
    assert shown.model.rows[0].state is MachineState.RUNNING
