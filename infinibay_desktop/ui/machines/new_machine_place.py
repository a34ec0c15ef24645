"""Whose a new machine will be: its department, with what is left there, and its owner."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infinibay_desktop.model.departments import Amount, Department, DepartmentId, DepartmentSummary
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.person_picker import PersonPicker, find_people
from infinibay_desktop.ui.quota_words import excess_words, left_words
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.dots import dot_icon
from infinibay_desktop.ui.widgets.forms import Field, choice, choose
from infinibay_desktop.ui.widgets.layout import Card, fill
from infinibay_desktop.ui.widgets.text import ElidedLabel

# The department that is made at the first start.
DEFAULT = "Default"


class PlaceCard(Card):
    """The department and the owner. Without any department it says nothing of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._summaries: dict[DepartmentId, DepartmentSummary] = {}
        self._owner: Person | None = None
        self.department = choice()
        self.owner = ElidedLabel()
        self.choose_owner = button(self.tr("Choose…"), self._on_choose_owner_clicked)
        line = QWidget()
        fill(box := QHBoxLayout(line), self.owner, self.choose_owner, gap=8)
        box.setStretch(0, 1)
        self.fields = {
            "department": Field(self.tr("Department"), self.department, name="department"),
            "owner": Field(
                self.tr("Owner"),
                line,
                name="owner",
                hint=self.tr("Whose it is: they may do everything with it."),
            ),
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        self.department.currentIndexChanged.connect(lambda: self.changed.emit())
        self._show_owner()

    def attach(self, desk: Desk) -> None:
        """The signed-in person owns what they make, unless they say otherwise."""
        self._desk = desk
        self._owner = actor(desk).person
        self._show_owner()

    def set_departments(self, summaries: Sequence[DepartmentSummary]) -> None:
        """Offer those that the person may make machines in; the chosen one stays chosen."""
        if self._desk is None:
            return
        who, chosen = actor(self._desk), self.department_id()
        usable = [
            one for one in summaries if who.may_in(Permission.MACHINE_CREATE, one.department.id)
        ]
        usable.sort(key=lambda one: natural_key(one.department.name))
        self._summaries = {one.department.id: one for one in usable}
        with QSignalBlocker(self.department):
            self.department.clear()
            for one in usable:
                icon = dot_icon(one.department.colour, self)
                self.department.addItem(icon, short(one.department.name), one.department.id)
            choose(self.department, chosen or _usual(usable, who))
        self.fields["department"].setVisible(bool(usable))
        self.changed.emit()

    def department_id(self) -> DepartmentId | None:
        """The department that is chosen; None: the default one."""
        found: DepartmentId | None = self.department.currentData()
        return found

    def chosen(self) -> Department | None:
        """The same with all that is known of it."""
        department_id = self.department_id()
        found = self._summaries.get(department_id) if department_id else None
        return found.department if found else None

    def owner_id(self) -> PersonId | None:
        """The owner who is chosen; None: nobody."""
        return self._owner.id if self._owner else None

    def words(self) -> str:
        """Where it goes and to whom, in a sentence."""
        department, translate = self.chosen(), QCoreApplication.translate
        owner = short(self._owner.name) if self._owner else ""
        if department is None:
            return translate("NewMachine", "For {owner}").format(owner=owner) if owner else ""
        name = short(department.name)
        if not owner:
            return translate("NewMachine", "In {department}").format(department=name)
        text = translate("NewMachine", "In {department}, for {owner}")
        return text.format(department=name, owner=owner)

    def problem(self, more: Amount) -> str:
        """What would be more than the department may have; says beside it what is left."""
        department_id = self.department_id()
        found = self._summaries.get(department_id) if department_id else None
        if found is None:
            self.fields["department"].say("")
            return ""
        quota = found.department.quota
        self.fields["department"].say(left_words(quota, found.used))
        return excess_words(short(found.department.name), quota, found.used, more)

    def _show_owner(self) -> None:
        name = short(self._owner.name) if self._owner else self.tr("Nobody")
        self.owner.show_text(name)
        said = self.tr("Choose the owner; now: {name}").format(name=name)
        self.choose_owner.setAccessibleName(said)

    def _on_choose_owner_clicked(self) -> None:
        if self._desk:
            dialog = OwnerDialog(self._desk, self.window())
            dialog.chosen.connect(self._on_dialog_chosen)
            dialog.fit()
            dialog.open()

    def _on_dialog_chosen(self, person: Person | None) -> None:
        self._owner = person
        self._show_owner()
        self.changed.emit()


class OwnerDialog(Dialog):
    """Whose the new machine will be."""

    # The person; None: nobody.
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(self.tr("Owner"), parent, width=460)
        self.picker = PersonPicker(desk, find_people(desk), nobody=self.tr("Nobody"))
        self.body.addWidget(self.picker)
        self.add_cancel()
        self.take = self.add_button(self.tr("Choose"), kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._on_take_clicked)
        self.picker.changed.connect(self._show_take)
        self.picker.list.itemActivated.connect(lambda _item: self._on_take_clicked())
        self._show_take()
        self.picker.field.setFocus()

    def _show_take(self) -> None:
        self.take.setEnabled(self.picker.is_chosen)

    def _on_take_clicked(self) -> None:
        if self.picker.is_chosen:
            self.chosen.emit(self.picker.person())
            self.accept()


def _usual(usable: Sequence[DepartmentSummary], who: Actor) -> DepartmentId | None:
    """The person's first department, the one called Default, or the first of all."""
    own = [one for one in usable if one.department.id in who.memberships]
    called = [one for one in usable if one.department.name == DEFAULT]
    found = [*own, *called, *usable][:1]
    return found[0].department.id if found else None
