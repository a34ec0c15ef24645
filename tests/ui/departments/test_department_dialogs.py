"""Adding, editing and removing departments, and taking people in."""

import pytest
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.departments import DepartmentRole
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.services.gate import Gate
from infinibay_desktop.ui.departments.dialogs import DepartmentDialog, MemberDialog, RemoveDialog
from tests.fakes import FakeClock

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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


def summary(placed, department):
    found = placed.core.departments.all()
    return next(one for one in found if one.department.id == department.id)


def test_a_department_is_added_as_it_was_filled_in(placed, open_):
    dialog = open_(DepartmentDialog(placed.desk, None, None))
    assert not dialog.save.isEnabled()
    dialog.form.name.setText("  Human   Resources ")
    dialog.form.description.setPlainText("People")
    dialog.form.bounds["machines"].setValue(5)
    dialog.form.bounds["memory_bytes"].setValue(64)

    dialog.save.click()

    (made,) = placed.core.departments.all()
    department = made.department
    assert (department.name, department.description) == ("Human Resources", "People")
    assert (department.quota.machines, department.quota.memory_bytes) == (5, 64 * GIB)
    assert department.quota.vcpus is None
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_name_that_is_taken_is_told_beside_its_field_and_nothing_is_lost(placed, open_):
    placed.department("Sales")
    dialog = open_(DepartmentDialog(placed.desk, None, None))
    dialog.form.name.setText("SALES")

    dialog.save.click()

    assert dialog.isVisible()
    assert "already" in dialog.form.fields["name"]._problem.text()
    assert dialog.save.isEnabled()
    dialog.form.name.setText("Sales 2")
    assert not dialog.form.fields["name"]._problem.text()


def test_bounds_that_nobody_touched_stay_to_the_byte(placed, open_):
    sales = placed.department("Sales", memory_bytes=GIB + 1, disk_bytes=5)
    dialog = open_(DepartmentDialog(placed.desk, sales, None))
    dialog.form.description.setPlainText("other")

    dialog.save.click()

    assert placed.core.departments.find(sales.id).quota == sales.quota


def test_who_edits_an_old_version_is_told(placed, open_):
    sales = placed.department("Sales")
    dialog = open_(DepartmentDialog(placed.desk, sales, None))
    placed.core.departments.edit(sales)
    dialog.form.name.setText("Sellers")

    dialog.save.click()

    assert "Somebody else" in dialog.problem.text()
    assert placed.core.departments.find(sales.id).name == "Sales"


def test_a_departments_administrator_sees_the_quota_and_cannot_change_it(placed, open_):
    sales = placed.department("Sales", machines=3)
    who = {sales.id: DepartmentRole.ADMINISTRATOR}
    placed.sign_in(placed.person("Ana"), memberships=who)

    dialog = open_(DepartmentDialog(placed.desk, sales, None))

    assert not dialog.form.bounds["machines"].isEnabled()
    dialog.form.description.setPlainText("ours")
    dialog.save.click()
    assert placed.core.departments.find(sales.id).description == "ours"


def test_blueprints_are_offered_and_the_chosen_one_stays(placed, open_):
    blueprints = [
        Blueprint(name=name, vcpus=1, memory_bytes=GIB, disk_bytes=GIB, description="")
        for name in ("Small", "Large")
    ]
    placed.core.blueprints.all = lambda: blueprints

    dialog = open_(DepartmentDialog(placed.desk, None, None))

    box = dialog.form.blueprint
    assert [box.itemText(row) for row in range(box.count())] == ["None", "Small", "Large"]


def test_an_empty_department_is_removed_after_a_question(placed, open_):
    sales = placed.department("Sales")
    dialog = open_(RemoveDialog(placed.desk, summary(placed, sales), [], None))

    dialog.remove.click()

    assert not placed.core.departments.all()


def test_machines_go_to_another_department_that_has_room_for_them(placed, open_):
    sales, full, free = (
        placed.department("Sales"),
        placed.department("Full", machines=1),
        placed.department("Free"),
    )
    machines = placed.machines(2, sales)
    others = [summary(placed, full), summary(placed, free)]
    dialog = open_(RemoveDialog(placed.desk, summary(placed, sales), others, None))
    assert "2 wanted, 1 of 1 left" in dialog.field._problem.text()
    assert not dialog.remove.isEnabled()

    dialog.box.setCurrentIndex(1)
    dialog.remove.click()

    found = placed.core.inventory.find(machines[0].key)
    assert found.department_id == free.id


def test_without_another_department_machines_have_nowhere_to_go(placed, open_):
    sales = placed.department("Sales")
    placed.machines(1, sales)

    dialog = open_(RemoveDialog(placed.desk, summary(placed, sales), [], None))

    assert not dialog.remove.isEnabled()
    assert "Add one first" in dialog.field._problem.text()


def test_a_person_is_found_by_a_few_letters_and_taken_in(placed, open_, qtbot):
    sales = placed.department("Sales")
    ana, bo = placed.person("Ana", "Müller"), placed.person("Bo")
    dialog = open_(MemberDialog(placed.desk, sales, {bo.id}, None))
    assert not dialog.add.isEnabled()

    dialog.picker.field.setText("MÜLL")
    qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    dialog.picker.list.setCurrentRow(0)
    dialog.role.setCurrentIndex(1)
    dialog.add.click()

    ((person, role),) = placed.core.departments.members(sales.id)
    assert (person.id, role) == (ana.id, DepartmentRole.ADMINISTRATOR)


def test_a_departments_administrator_finds_others_by_their_whole_address_only(placed, open_, qtbot):
    sales, core = placed.department("Sales"), placed.core
    ana, bo, cy = placed.person("Ana"), placed.person("Bo"), placed.person("Cy")
    for person in (ana, bo):
        placed.join(sales, person)
    core.people = Gate(core.current, core.inventory, lambda _act: None, FakeClock()).guard(
        core.people
    )
    placed.sign_in(ana, memberships={sales.id: DepartmentRole.ADMINISTRATOR})
    dialog = open_(MemberDialog(placed.desk, sales, {ana.id}, None))
    picker = dialog.picker

    assert [picker.list.item(row).text() for row in range(picker.list.count())] == [
        f"Bo · {bo.email}"
    ]
    picker.field.setText("Cy")
    qtbot.waitUntil(lambda: picker.list.count() == 0)
    assert "whole e-mail address" in picker._note.text()
    picker.field.setText(cy.email)
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    picker.list.setCurrentRow(0)
    dialog.add.click()

    assert cy.id in {person.id for person, _role in core.departments.members(sales.id)}


def test_who_is_in_already_is_not_offered(placed, open_):
    sales = placed.department("Sales")
    bo = placed.person("Bo")
    dialog = open_(MemberDialog(placed.desk, sales, {bo.id}, None))

    shown = [dialog.picker.list.item(row).text() for row in range(dialog.picker.list.count())]

    assert not any(text.startswith("Bo ") for text in shown)
