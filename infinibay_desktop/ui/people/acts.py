"""What is done to the selected person, as actions that the bar, menus and the palette share."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infinibay_desktop.model.people import Person
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.people import AddedPerson
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.people.asking import LANE
from infinibay_desktop.ui.people.dialogs import (
    DeletePersonDialog,
    OneTimePasswordDialog,
    PersonDialog,
    ResetPasswordDialog,
)
from infinibay_desktop.ui.people.own import SetPasswordDialog
from infinibay_desktop.ui.people.words import is_locked
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.dialogs import Dialog


class PeopleActs(QObject):
    """Absent for who may only look; `refresh` says which make sense for a person."""

    # Somebody was added or edited: show them.
    kept = Signal(object)

    def __init__(self, owner: QWidget, selected: Callable[[], Person | None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._selected = selected
        self._desk: Desk | None = None
        self._build()
        for each in self.all():
            each.setEnabled(False)

    def attach(self, desk: Desk) -> None:
        """The core runs: acts can be done."""
        self._desk = desk
        may = actor(desk).may(Permission.PERSON_MANAGE)
        for each in self.all():
            each.setVisible(may)
        self.add.setEnabled(may)

    def all(self) -> list[QAction]:
        """In the order of the bar."""
        return [
            self.add,
            self.edit,
            self.reset_password,
            self.unlock,
            self.sign_out,
            self.delete,
        ]

    def refresh(self, person: Person | None) -> None:
        """Another person is selected, or the same one in another state."""
        there = person is not None and person.deleted_at is None
        own = person is not None and self._own() == person.id
        for each in (self.edit, self.reset_password, self.sign_out, self.delete):
            each.setEnabled(there)
        if own:
            for each in (self.reset_password, self.sign_out, self.delete):
                each.setEnabled(False)
        self.unlock.setEnabled(there and person is not None and is_locked(person))

    def menu(self, parent: QWidget) -> QMenu:
        """A context menu that goes away by itself."""
        made = QMenu(parent)
        made.addActions([self.edit, self.reset_password, self.unlock, self.sign_out])
        made.addSeparator()
        made.addAction(self.delete)
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _build(self) -> None:
        owner = self._owner
        self.add = action(owner, self.tr("Add person…"), self._on_add, symbol="user-plus")
        self.edit = action(owner, self.tr("Edit…"), self._on_edit, symbol="pencil")
        self.reset_password = action(
            owner, self.tr("Reset password…"), self._on_reset_password, symbol="key-round"
        )
        self.unlock = action(owner, self.tr("Unlock"), self._on_unlock, symbol="lock-open")
        self.sign_out = action(
            owner, self.tr("Sign out everywhere"), self._on_sign_out, symbol="log-out"
        )
        self.delete = action(
            owner,
            self.tr("Delete…"),
            self._on_delete,
            symbol="trash-2",
            shortcut="Del",
            tone="danger",
        )

    def _own(self) -> object:
        person = actor(self._desk).person if self._desk else None
        return person.id if person else None

    # Doing it.

    def _open(self, dialog: Dialog) -> None:
        dialog.fit()
        dialog.open()

    def _on_add(self) -> None:
        if desk := self._desk:
            own = actor(desk).person
            if own and not own.has_password:
                why = self.tr("Before others are added, you need a password: everybody signs in.")
                first = SetPasswordDialog(desk, own, self._owner, why=why)
                first.accepted.connect(lambda: self._ask_who(desk))
                self._open(first)
            else:
                self._ask_who(desk)

    def _ask_who(self, desk: Desk) -> None:
        dialog = PersonDialog(desk, None, self._owner)
        dialog.added.connect(self._on_person_added)
        self._open(dialog)

    def _on_person_added(self, added: AddedPerson) -> None:
        self.kept.emit(added.person)
        if added.one_time_password:
            self._open(OneTimePasswordDialog(added.person, added.one_time_password, self._owner))

    def _on_edit(self) -> None:
        if self._desk and (person := self._selected()):
            dialog = PersonDialog(self._desk, person, self._owner, is_own=self._own() == person.id)
            dialog.edited.connect(self.kept)
            self._open(dialog)

    def _on_reset_password(self) -> None:
        if self._desk and (person := self._selected()):
            dialog = ResetPasswordDialog(self._desk, person, self._owner)
            dialog.made.connect(
                lambda password: self._open(OneTimePasswordDialog(person, password, self._owner))
            )
            self._open(dialog)

    def _on_delete(self) -> None:
        if self._desk and (person := self._selected()):
            self._open(DeletePersonDialog(self._desk, person, self._owner))

    def _on_unlock(self) -> None:
        if (desk := self._desk) and (person := self._selected()):
            work = desk.operations.run(lambda: desk.core.people.unlock(person.id), lane=LANE)
            desk.operations.spawn(self, work, title=self.tr("Not unlocked"))

    def _on_sign_out(self) -> None:
        if (desk := self._desk) and (person := self._selected()):
            service = desk.core.sign_in
            work = desk.operations.run(lambda: service.sign_out_everywhere(person.id), lane=LANE)
            desk.operations.spawn(self, work, title=self.tr("Not signed out"))
