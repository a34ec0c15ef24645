"""A new machine's department and owner, and what the form tells before it closes."""

import pytest
from PySide6.QtCore import Qt

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.departments import DepartmentRole
from infinibay_desktop.model.errors import NotFoundError
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.machines import new_machine
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.machines.new_machine_place import OwnerDialog
from infinibay_desktop.ui.machines.offer import HostOffer
from infinibay_desktop.ui.machines.wish import Source
from infinibay_desktop.ui.widgets.forms import choose
from tests.fakes.hosts import CAPABILITIES, POOL
from tests.fakes.placed import HOST

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")


class Creation:
    """Notes what is asked for; `refuse` is what the host says to it."""

    def __init__(self) -> None:
        self.made = []
        self.refuse = None

    def plan(self, _host_id, _spec) -> None:
        if self.refuse:
            raise self.refuse

    def create(self, _host_id, spec) -> MachineId:
        self.made.append(spec)
        return MachineId(HOST)


@pytest.fixture
def creation(placed, monkeypatch):
    """A host without any ISO, and creations that are only noted."""
    placed.core.connections.set(HOST, LinkState.CONNECTED)
    monkeypatch.setattr(
        new_machine,
        "read_offer",
        lambda _core, host: HostOffer(
            host=host, capabilities=CAPABILITIES, pools=(POOL,), isos=(), images=(), networks=()
        ),
    )
    placed.core.creation = made = Creation()
    return made


@pytest.fixture
def dialog(placed, creation, qtbot):
    def make() -> NewMachineDialog:
        dialog = NewMachineDialog(placed.desk)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog

    return make


def shown_problem(dialog, field: str) -> str:
    return dialog.form.fields[field]._problem.text()


def test_the_default_department_and_the_person_are_suggested(dialog, placed, creation):
    placed.department("Accounting")
    default = placed.department("Default")
    form = dialog().form

    assert form.wish().department_id == default.id
    assert form.wish().owner_id == placed.admin.id
    assert "In Default, for Ada Admin" in form.wish().place


def test_a_persons_own_department_comes_before_the_default_one(dialog, placed, creation):
    placed.department("Default")
    ours, other = placed.department("Ours"), placed.department("Other")
    ana = placed.person("Ana")
    roles = {
        ours.id: DepartmentRole.ADMINISTRATOR,
        other.id: DepartmentRole.MEMBER,
    }
    placed.sign_in(ana, memberships=roles)

    box = dialog().form.place.department

    assert [box.itemText(row) for row in range(box.count())] == ["Ours"]


def test_without_any_department_the_form_leaves_it_to_the_service(dialog, placed, creation):
    opened = dialog()

    assert opened.form.place.fields["department"].isHidden()
    assert opened.form.wish().department_id is None


def test_the_quota_that_is_left_is_shown_and_told_before_the_form_closes(dialog, placed, creation):
    tight = placed.department("Default", vcpus=5, memory_bytes=100 * GIB)
    placed.machines(2, tight)
    opened = dialog()
    assert "1 of 5 vCPUs" in opened.form.place.fields["department"]._hint.text()
    assert "2 wanted, 1 of 5 left (vCPUs)" in shown_problem(opened, "department")

    opened.make.click()
    assert opened.isVisible()
    assert not creation.made

    opened.form.vcpus.set_value(1)
    assert not shown_problem(opened, "department")
    opened.make.click()
    assert creation.made[0].department_id == tight.id
    assert creation.made[0].owner_id == placed.admin.id


def test_a_quota_that_others_use_up_meanwhile_is_seen(dialog, placed, creation, qtbot):
    tight = placed.department("Default", machines=2)
    opened = dialog()
    assert not shown_problem(opened, "department")

    placed.machines(2, tight)

    qtbot.waitUntil(lambda: "0 of 2 left" in shown_problem(opened, "department"))


def test_a_departments_defaults_are_taken_unless_somebody_chose_others(dialog, placed, creation):
    large = Blueprint(name="Large", vcpus=6, memory_bytes=8 * GIB, disk_bytes=GIB, description="")
    placed.core.blueprints.all = lambda: [large]
    with placed.units() as unit:
        unit.blueprints.save(large)
        unit.commit()
    plain = placed.department("Default")
    rich = placed.core.departments.add("Rich", default_blueprint="Large", default_network="office")
    form = dialog().form

    choose(form.place.department, rich.id)
    assert form.vcpus.value() == 6
    assert "'office'" in form.network.field._hint.text()

    choose(form.place.department, plain.id)
    assert form.vcpus.value() == 2
    assert "office" not in form.network.field._hint.text()

    form.vcpus.box.setValue(3)
    choose(form.place.department, rich.id)
    assert form.vcpus.value() == 3


def test_another_owner_is_chosen_by_name(dialog, placed, creation, qtbot):
    ana = placed.person("Ana")
    opened = dialog()
    opened.form.place.choose_owner.click()
    (owner,) = opened.findChildren(OwnerDialog)

    owner.picker.field.setText("ana")
    qtbot.waitUntil(lambda: owner.picker.list.count() == 1)
    owner.picker.list.setCurrentRow(0)
    owner.take.click()

    assert opened.form.wish().owner_id == ana.id
    assert opened.form.place.owner.text() == "Ana"


def test_without_an_installer_nothing_is_started_and_the_form_says_why(dialog, placed, creation):
    opened = dialog()
    after = opened.form.after

    assert opened.form.wish().source is Source.NOTHING
    assert not opened.form.wish().start
    assert "nothing is there to start from" in after._why.text()
    assert not after._why.isHidden()
    assert "No ISO" in opened.form.source.fields["source"]._hint.text()

    choose(opened.form.source.source, Source.KERNEL)
    assert opened.form.wish().start
    assert after._why.isHidden()


def test_who_ticked_it_themselves_is_not_asked_again(dialog, placed, creation):
    opened = dialog()
    opened.form.after.start.click()
    assert opened.form.wish().start

    opened.form.name.setText("other")
    choose(opened.form.source.source, Source.KERNEL)
    choose(opened.form.source.source, Source.NOTHING)

    assert opened.form.wish().start


@pytest.mark.parametrize("field", ["kernel", "initrd"])
def test_a_wrong_path_is_told_beside_its_field_before_the_form_closes(
    dialog, placed, creation, field
):
    creation.refuse = NotFoundError("There is no file '/boot/x' on 'rack-1'.", field=field)
    opened = dialog()
    choose(opened.form.source.source, Source.KERNEL)
    opened.form.source.kernel.setText("/boot/vmlinuz")
    opened.form.source.initrd.setText("/boot/x")

    opened.make.click()

    assert opened.isVisible()
    assert "There is no file" in shown_problem(opened, field)
    assert not creation.made
    assert opened.make.isEnabled()

    creation.refuse = None
    opened.form.source.initrd.setText("/boot/y")
    opened.make.click()
    assert len(creation.made) == 1


def test_nothing_can_be_typed_while_the_host_is_asked(dialog, placed, creation, qtbot):
    opened = dialog()
    placed.desk.operations.hold = True
    opened.make.click()
    qtbot.keyClicks(opened.form.name, "other")
    opened.make.click()

    placed.desk.operations.finish()

    assert "other" not in opened.form.name.text()
    assert len(creation.made) == 1
