"""Moving, assigning and sharing machines: what is previewed, refused and done."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.departments import DepartmentRole
from infinibay_desktop.model.errors import NotFoundError
from infinibay_desktop.model.machines import Act, MachineState
from infinibay_desktop.model.rights import Grant, Permission
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.acts import Fate, preview, summary
from infinibay_desktop.ui.machines.hardware_tab import HardwareTab
from infinibay_desktop.ui.machines.placing_dialogs import AssignDialog, MoveDialog
from infinibay_desktop.ui.machines.share_dialog import OFFERED, ShareDialog, changes
from infinibay_desktop.ui.widgets.forms import choose
from tests.ui.machines.conftest import make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONSOLE, POWER = Permission.MACHINE_CONSOLE, Permission.MACHINE_POWER


@pytest.fixture
def open_(qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def show(dialog):
        # A dialog destroys itself when it is closed: whoever owns it does not close it again.
        dialog.setParent(window, dialog.windowFlags())
        dialog.fit()
        dialog.open()
        return dialog

    return show


@pytest.fixture
def acts(placed, qtbot):
    """The acts on some machines."""

    def of(machines):
        window = QWidget()
        qtbot.addWidget(window)
        actions = MachineActions(window, lambda: machines)
        actions.attach(placed.desk)
        return actions

    return of


def move(placed, machines) -> MoveDialog:
    return MoveDialog(placed.desk, machines, lambda _machine: "rack-1", None)


def shown_rows(dialog) -> list[str]:
    tree = dialog._rows.itemAt(0).widget()
    return [tree.topLevelItem(row).text(2) for row in range(tree.topLevelItemCount())]


def test_the_preview_of_a_move_tells_who_moves_and_who_is_there(placed, open_):
    sales, it = placed.department("Sales"), placed.department("IT")
    machines = [*placed.machines(2, sales, stem="s"), *placed.machines(1, it, stem="i")]
    dialog = open_(move(placed, machines))
    choose(dialog.box, it.id)

    assert dialog.summary.text() == "2 will move, 1 there already"
    assert shown_rows(dialog) == ["From Sales to IT", "From Sales to IT", "Already in IT"]
    assert dialog.go.text() == "Move (2)"

    dialog.go.click()

    found = [placed.core.inventory.find(one.key).department_id for one in machines]
    assert found == [it.id] * 3


def test_machines_can_be_taken_out_of_all_departments(placed, open_):
    sales = placed.department("Sales")
    (machine,) = placed.machines(1, sales)
    dialog = open_(move(placed, [machine]))

    assert dialog.box.currentText() == "No department"
    dialog.go.click()

    assert placed.core.inventory.find(machine.key).department_id is None


def test_a_quota_is_told_before_the_move_and_holds_it_back(placed, open_):
    full = placed.department("Full", machines=3)
    placed.machines(2, full, stem="there")
    dialog = open_(move(placed, placed.machines(2, stem="more")))
    choose(dialog.box, full.id)

    assert dialog.field._hint.text() == "Left: 1 of 3 machines."
    assert "2 wanted, 1 of 3 left" in dialog.field._problem.text()
    assert not dialog.go.isEnabled()


def test_a_refusal_of_the_service_stays_in_the_dialog(placed, open_):
    sales = placed.department("Sales")
    machines = placed.machines(1)
    dialog = open_(move(placed, machines))
    choose(dialog.box, sales.id)
    placed.desk.bridge.publish = lambda _event: None  # nobody tells the dialog
    with placed.units() as unit:
        unit.departments.remove(sales.id)
        unit.commit()

    dialog.go.click()

    assert "not there any more" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.go.isEnabled()


def test_what_one_may_not_move_is_left_out_and_said(placed, open_):
    ours, theirs = placed.department("Ours"), placed.department("Theirs")
    machines = [*placed.machines(2, ours, stem="o"), *placed.machines(1, theirs, stem="t")]
    lab = placed.department("Lab")
    roles = dict.fromkeys((ours.id, lab.id), DepartmentRole.ADMINISTRATOR)
    placed.sign_in(placed.person("Ana"), memberships=roles)
    dialog = open_(move(placed, machines))
    choose(dialog.box, lab.id)

    assert dialog.summary.text() == "2 will move, 1 you may not"
    assert [dialog.box.itemText(row) for row in range(dialog.box.count())] == ["Lab", "Ours"]
    assert "You may not move it" in shown_rows(dialog)[0]

    dialog.go.click()

    places = [placed.core.inventory.find(one.key).department_id for one in machines]
    assert places == [lab.id, lab.id, theirs.id]


def test_machines_are_assigned_to_whom_is_chosen(placed, open_, qtbot):
    ana = placed.person("Ana")
    bo = placed.person("Bo")
    machines = [*placed.machines(2, owner=bo, stem="b"), *placed.machines(1, owner=ana, stem="a")]
    dialog = open_(AssignDialog(placed.desk, machines, lambda _machine: "", None))
    assert not dialog.go.isEnabled()

    dialog.picker.field.setText("ana")
    qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    dialog.picker.list.setCurrentRow(0)

    assert dialog.summary.text() == "2 get another owner, 1 stay as they are"
    assert shown_rows(dialog)[0] == "From Bo to Ana"
    dialog.go.click()
    assert {placed.core.inventory.find(one.key).owner_id for one in machines} == {ana.id}


def test_a_machine_can_belong_to_nobody(placed, open_):
    (machine,) = placed.machines(1, owner=placed.person("Ana"))
    dialog = open_(AssignDialog(placed.desk, [machine], lambda _machine: "", None))
    dialog.picker.list.setCurrentRow(0)

    dialog.go.click()

    assert placed.core.inventory.find(machine.key).owner_id is None


def test_grants_are_ticked_and_stored_together(placed, open_, qtbot):
    ana, bo = placed.person("Ana"), placed.person("Bo")
    (machine,) = placed.machines(1)
    placed.core.placements.grant(machine.key, ana.id, CONSOLE)
    dialog = open_(ShareDialog(placed.desk, machine, None))
    assert dialog.given == {ana.id: {CONSOLE}}
    assert not dialog.save.isEnabled()

    dialog.picker.field.setText("bo")
    qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    dialog.picker.list.setCurrentRow(0)
    dialog.add.click()
    tick = dialog._grid.itemAtPosition(1, 1 + OFFERED.index(POWER)).widget()
    assert tick.accessibleName() == "Power for Ana"
    tick.click()
    dialog.save.click()

    found = {(one.person_id, one.permission) for one in placed.core.placements.grants(machine.key)}
    assert found == {(ana.id, CONSOLE), (ana.id, POWER), (bo.id, CONSOLE)}


def test_only_what_differs_is_granted_and_taken_back(placed):
    machine = make("m")
    ana, bo = placed.person("Ana").id, placed.person("Bo").id

    made, taken = changes(machine, {ana: {CONSOLE, POWER}}, {ana: {POWER}, bo: {CONSOLE}})

    assert made == [Grant(key=machine.key, person_id=bo, permission=CONSOLE)]
    assert taken == [Grant(key=machine.key, person_id=ana, permission=CONSOLE)]


def test_everything_is_offered_to_administrators(acts, placed):
    actions = acts(placed.machines(1))

    for act in (actions.power[Act.SHUTDOWN], actions.console, *actions.placing.all()):
        assert act.isEnabled()


def test_an_act_that_is_not_allowed_says_so_in_menus_and_in_the_palette(acts, placed):
    sales = placed.department("Sales")
    machines = placed.machines(1, sales)
    placed.sign_in(placed.person("Ana"), memberships={sales.id: DepartmentRole.MEMBER})
    actions = acts(machines)

    refused = [actions.power[Act.SHUTDOWN], actions.console, actions.delete, actions.autostart]
    for act in (*refused, *actions.placing.all()):
        assert not act.isEnabled()
        assert act.statusTip() == "You may not do this here."
        assert "You may not" in act.toolTip()
    assert actions.menu().toolTipsVisible()
    # What the state forbids has no other reason.
    assert not actions.power[Act.START].statusTip()


def test_a_person_drives_what_is_theirs_and_what_is_shared_with_them(acts, placed):
    ana = placed.person("Ana")
    own = placed.machines(1, owner=ana, stem="own")
    shared = placed.machines(1, stem="shared")
    placed.sign_in(ana, grants={shared[0].key: frozenset({CONSOLE})})

    assert acts(own).power[Act.SHUTDOWN].isEnabled()
    assert acts(shared).console.isEnabled()
    assert not acts(shared).power[Act.SHUTDOWN].isEnabled()


def test_rights_that_change_are_seen_at_once(acts, placed):
    ana = placed.person("Ana")
    actions = acts(placed.machines(1, owner=ana))
    placed.sign_in(placed.person("Bo"))
    assert not actions.power[Act.SHUTDOWN].isEnabled()

    placed.sign_in(ana)

    assert actions.power[Act.SHUTDOWN].isEnabled()


def test_a_bulk_act_counts_what_one_may_not():
    off = [make(f"off-{n}", MachineState.SHUT_OFF) for n in range(7)]
    on = [make(f"on-{n}") for n in range(2)]
    theirs = make("theirs", MachineState.SHUT_OFF)

    prospects = preview(Act.START, [*off, *on, theirs], lambda machine: machine is not theirs)

    assert summary(Act.START, prospects) == "7 will start, 2 already running, 1 you may not"
    assert prospects[0].fate is Fate.MAY_NOT


def test_dialogs_open_from_the_acts_and_not_for_machines_in_work(acts, placed, qtbot):
    machines = [*placed.machines(1), make("new", MachineState.CREATING)]
    actions = acts(machines)

    actions.placing.move.trigger()

    (dialog,) = actions._window.findChildren(MoveDialog)
    assert [one.name for one in dialog._machines] == ["vm-1"]
    dialog.close()


def test_hardware_of_a_machine_that_one_may_only_see_is_not_offered_to_be_changed(placed, qtbot):
    sales = placed.department("Sales")
    (machine,) = placed.machines(1, sales)
    unknown = NotFoundError("nobody asks for it here")
    placed.core.connections.links[machine.host_id] = SimpleNamespace(capabilities=_raise(unknown))
    tab = HardwareTab(placed.desk)
    qtbot.addWidget(tab)
    tab.see(machine)
    assert tab.vcpus.isEnabled()

    ana = placed.person("Ana")
    placed.sign_in(ana, memberships={sales.id: DepartmentRole.MEMBER})
    tab.refresh(machine)

    assert not tab.vcpus.isEnabled()
    assert not tab.autostart.isEnabled()
    assert "may not" in tab.when.text()


def _raise(error):
    def refuse():
        raise error

    return refuse
