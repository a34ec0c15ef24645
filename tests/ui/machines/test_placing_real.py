"""Departments on a core that runs, with its gate: nothing but the window around is faked."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.ui.departments.page import DepartmentsPage
from infinibay_desktop.ui.machines.columns import Column, cells
from infinibay_desktop.ui.machines.live import LiveMachines
from infinibay_desktop.ui.machines.page import MachinesPage
from infinibay_desktop.ui.machines.placing_dialogs import AssignDialog, MoveDialog
from infinibay_desktop.ui.machines.share_dialog import ShareDialog
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.widgets.forms import choose
from tests.fakes.guarded import raw

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(desk, host, looks, qtbot):
    desk.go.console_pane = lambda _key: QWidget()
    page = MachinesPage(Memory(None), LiveMachines)
    qtbot.addWidget(page)
    page.resize(1400, 600)
    page.attach(desk)
    page.show()
    return page


def row_of(page, name: str):
    return next((row for row in page.model.rows if row.name == name), None)


def test_a_machine_is_moved_assigned_and_shared_by_the_dialogs(
    page, desk, core, machine_of, on_core, qtbot
):
    department = on_core(lambda: core.departments.add("Sales", colour="#1f6bb8"))
    me = core.current.signed_in.person
    qtbot.waitUntil(lambda: row_of(page, "web") is not None)

    move = MoveDialog(desk, [machine_of("web")], lambda _machine: "demo", page)
    move.open()
    qtbot.waitUntil(lambda: move.box.findText("Sales") >= 0)
    choose(move.box, department.id)
    move.go.click()
    qtbot.waitUntil(lambda: cells(row_of(page, "web"))[Column.DEPARTMENT] == "Sales")

    assign = AssignDialog(desk, [machine_of("web")], lambda _machine: "demo", page)
    assign.open()
    qtbot.waitUntil(lambda: assign.picker.list.count() > 1)
    assign.picker.list.setCurrentRow(1)
    assign.go.click()
    qtbot.waitUntil(lambda: cells(row_of(page, "web"))[Column.OWNER] == me.name)

    share = ShareDialog(desk, machine_of("mail"), page)
    share.open()
    assert not share.add.isEnabled()

    def one_can_be_added() -> bool:
        share.picker.list.setCurrentRow(0)
        return share.add.isEnabled()

    qtbot.waitUntil(one_can_be_added)
    share.add.click()
    share.save.click()
    key = machine_of("mail").key
    qtbot.waitUntil(lambda: bool(on_core(lambda: core.placements.grants(key))))
    (grant,) = on_core(lambda: core.placements.grants(key))
    assert grant.permission is Permission.MACHINE_CONSOLE
    assert desk.notices.errors == []


def test_the_departments_screen_follows_the_running_core(desk, core, host, looks, on_core, qtbot):
    page = DepartmentsPage()
    qtbot.addWidget(page)
    page.attach(desk)
    page.show()
    page.entered()

    department = on_core(lambda: core.departments.add("Lab"))
    qtbot.waitUntil(lambda: page.model.find(department.id) is not None)

    keys = [machine.key for machine in core.inventory.snapshot() if machine.name == "web"]
    on_core(lambda: core.placements.move(keys, department.id))
    qtbot.waitUntil(lambda: page.model.find(department.id).used.machines == 1)
    assert desk.notices.errors == []


def test_a_picture_of_a_screen_goes_with_the_right_to_see_it(page, core, machine_of, qtbot):
    machine, current, boss = machine_of("web"), raw(core.current), core.current.signed_in
    qtbot.waitUntil(lambda: row_of(page, "web") is not None)
    page.live._thumbnails._switch.setChecked(True)
    grid = page.live._thumbnails._grid
    grid.set_thumbnail(machine.key, QImage(64, 48, QImage.Format.Format_RGB32))
    assert grid._pictures.of(row_of(page, "web")) is not None
    ana = replace(boss.person, role=Role.USER)
    current.set(Actor(person=ana, grants={machine.key: frozenset({Permission.MACHINE_POWER})}))
    qtbot.waitUntil(lambda: grid._pictures.of(row_of(page, "web")) is None)
    current.set(boss)  # who puts the host back
