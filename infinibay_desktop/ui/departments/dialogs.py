"""Dialogs about one department: add or edit it, remove it, take a person in."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.departments import (
    Department,
    DepartmentId,
    DepartmentRole,
    DepartmentSummary,
    checked_department,
)
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.departments.form import DepartmentForm
from infinibay_desktop.ui.departments.words import machines_words, role_words, short
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.person_picker import PersonPicker, find_people
from infinibay_desktop.ui.quota_words import excess_words, left_words
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.dots import dot_icon
from infinibay_desktop.ui.widgets.forms import Field, choice
from infinibay_desktop.ui.widgets.text import wrapped

_NEW = DepartmentId(UUID(int=0))


class DepartmentDialog(Dialog):
    """Adds a department, or edits one. It stays open until it is stored."""

    # The department as stored.
    saved = Signal(object)

    def __init__(self, desk: Desk, department: Department | None, parent: QWidget | None) -> None:
        super().__init__(_title(department), parent, width=560)
        self._desk = desk
        self._is_new = department is None
        may_set_quota = actor(desk).may(Permission.DEPARTMENT_MANAGE)
        self.form = DepartmentForm(
            department or Department(id=_NEW, name=""), may_set_quota=may_set_quota
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_cancel()
        words = self.tr("Add department") if self._is_new else self.tr("Save")
        self.save = self.add_button(words, kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save_clicked)
        self.form.changed.connect(self._on_form_changed)
        self._show_save()
        self.form.name.setFocus()
        desk.operations.spawn(self, self._read_blueprints())

    async def _read_blueprints(self) -> None:
        self.form.set_blueprints(await self._desk.operations.run(self._desk.core.blueprints.all))

    def _on_form_changed(self) -> None:
        self.blame("")
        self.form.blame(None)
        self._show_save()

    def _show_save(self) -> None:
        self.save.setEnabled(bool(self.form.name.text().strip()))

    def _on_save_clicked(self) -> None:
        try:
            wanted = checked_department(self.form.department())
        except InfinibayError as error:
            self._complain(error)
            return
        self.save.setEnabled(False)
        self._desk.operations.spawn(self, self._store(wanted))

    async def _store(self, wanted: Department) -> None:
        keep = _add if self._is_new else _edit
        try:
            stored = await self._desk.operations.run(lambda: keep(self._desk, wanted))
        except InfinibayError as error:
            self.save.setEnabled(True)
            self._complain(error)
            return
        self.saved.emit(stored)
        self.accept()

    def _complain(self, error: InfinibayError) -> None:
        if not self.form.blame(error):
            self.blame(complaint(error))


class RemoveDialog(Dialog):
    """Removes a department; what is in it must go to another one."""

    removed = Signal()

    def __init__(
        self,
        desk: Desk,
        summary: DepartmentSummary,
        others: Collection[DepartmentSummary],
        parent: QWidget | None,
    ) -> None:
        name = short(summary.department.name)
        super().__init__(self.tr("Remove '{name}'?").format(name=name), parent)
        self._desk, self._summary = desk, summary
        self._others = {one.department.id: one for one in others}
        self.box = choice()
        self.field = Field(self.tr("Move its machines to"), self.box, name="move_machines_to")
        self._say_what_goes()
        self.body.addStretch(1)
        self.cancel = self.add_cancel()
        self.remove = self.add_button(self.tr("Remove"), kind="danger", symbol="trash-2")
        self.remove.clicked.connect(self._on_remove_clicked)
        self.cancel.setDefault(True)
        self.box.currentIndexChanged.connect(self._show_quota)
        self._show_quota()

    def _say_what_goes(self) -> None:
        people = self.tr(
            "Its people stay; what they own stays theirs. Its quota and defaults are forgotten."
        )
        self.body.addWidget(wrapped(people))
        count = self._summary.used.machines
        if not count:
            self.body.addWidget(wrapped(self.tr("It has no machines.")))
            return
        words = self.tr("It has {machines}. They are moved, and go on as they are.")
        self.body.addWidget(wrapped(words.format(machines=machines_words(count))))
        for department_id, one in self._others.items():
            icon = dot_icon(one.department.colour, self)
            self.box.addItem(icon, short(one.department.name), department_id)
        self.body.addWidget(self.field)

    def _show_quota(self) -> None:
        used = self._summary.used
        target = self._others.get(self.box.currentData())
        if not used.machines:
            return
        if target is None:
            self.field.blame(self.tr("There is no other department. Add one first."))
            self.remove.setEnabled(False)
            return
        quota = target.department.quota
        problem = excess_words(short(target.department.name), quota, target.used, used)
        self.field.say(left_words(quota, target.used))
        self.field.blame(problem)
        self.remove.setEnabled(not problem)

    def _on_remove_clicked(self) -> None:
        self.remove.setEnabled(False)
        self._desk.operations.spawn(self, self._remove())

    async def _remove(self) -> None:
        departments, department_id = self._desk.core.departments, self._summary.department.id
        target = self.box.currentData() if self._summary.used.machines else None
        try:
            await self._desk.operations.run(
                lambda: departments.remove(department_id, move_machines_to=target)
            )
        except InfinibayError as error:
            self.blame(complaint(error))
            self.remove.setEnabled(True)
            return
        self.removed.emit()
        self.accept()


class MemberDialog(Dialog):
    """Takes a person into a department."""

    def __init__(
        self,
        desk: Desk,
        department: Department,
        members: Collection[PersonId],
        parent: QWidget | None,
    ) -> None:
        text = QCoreApplication.translate("Departments", "Add a person to '{name}'")
        super().__init__(text.format(name=short(department.name)), parent)
        self._desk, self._department = desk, department
        find = find_people(desk)
        self.picker = PersonPicker(desk, find, leave_out=lambda person: person.id in members)
        self.role = choice(*((role_words(role), role) for role in DepartmentRole))
        hint = self.tr(
            "Members see the department's machines. Administrators also do everything with them, "
            "and choose its people."
        )
        self.body.addWidget(Field(self.tr("Person"), self.picker))
        self.body.addWidget(Field(self.tr("Role"), self.role, hint=hint))
        self.add_cancel()
        self.add = self.add_button(self.tr("Add"), kind="primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self._on_add_clicked)
        self.picker.changed.connect(self._show_add)
        self._show_add()
        self.picker.field.setFocus()

    def _show_add(self) -> None:
        self.add.setEnabled(self.picker.person() is not None)

    def _on_add_clicked(self) -> None:
        if person := self.picker.person():
            self.add.setEnabled(False)
            self._desk.operations.spawn(self, self._store(person.id))

    async def _store(self, person_id: PersonId) -> None:
        departments, department_id = self._desk.core.departments, self._department.id
        role = DepartmentRole(self.role.currentData())
        try:
            await self._desk.operations.run(
                lambda: departments.set_member(department_id, person_id, role)
            )
        except InfinibayError as error:
            self.blame(complaint(error))
            self._show_add()
            return
        self.accept()


def _title(department: Department | None) -> str:
    translate = QCoreApplication.translate
    if department is None:
        return translate("Departments", "Add department")
    return translate("Departments", "Edit '{name}'").format(name=short(department.name))


def _add(desk: Desk, wanted: Department) -> Department:
    return desk.core.departments.add(
        wanted.name,
        description=wanted.description,
        colour=wanted.colour,
        quota=wanted.quota,
        default_blueprint=wanted.default_blueprint,
        default_network=wanted.default_network,
    )


def _edit(desk: Desk, wanted: Department) -> Department:
    return desk.core.departments.edit(wanted)
