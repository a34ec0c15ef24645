"""Users who are logged in inside a guest, and its file systems."""

from typing import ClassVar

from PySide6.QtCore import Qt

from infinibay_desktop.model.guest_parts import GuestUser
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.guest.columns import (
    disk_columns,
    disk_words,
    user_columns,
    user_words,
)
from infinibay_desktop.ui.guest.dialogs import PasswordDialog
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.guest.part import GuestPart, PageAt
from infinibay_desktop.ui.guest.view import GuestList
from infinibay_desktop.ui.guest.words import short
from infinibay_desktop.ui.widgets.buttons import action

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class UsersPart(GuestPart):
    """Who is logged in; the QEMU guest agent can give them another password."""

    name: ClassVar[str] = "users"
    needs_agent: ClassVar[bool] = False

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.password = action(self, self.tr("Set password…"), self._on_password_triggered)
        self.add_acts(self.password)

    def make_model(self) -> GuestModel:
        """Somebody may be logged in at several terminals."""
        return GuestModel(
            user_columns(), lambda one: (one.name, one.terminal, one.since), user_words
        )

    def make_view(self, model: GuestModel) -> GuestList:
        """By name."""
        order = Qt.SortOrder.AscendingOrder
        return GuestList(model, self.tr("Users"), sorted_by=(0, order))

    def page_at(self, key: MachineKey) -> PageAt:
        """Who is logged in."""
        guests = self.desk.core.guests
        return lambda _offset: guests.users(key)

    def offer_acts(self) -> None:
        """Anybody's password can be set, whoever is logged in."""
        self.offer(self.password, possible=True)

    def _on_password_triggered(self) -> None:
        if self.machine and self.may_change:
            self.work.ask(self._set_password(self.machine))

    async def _set_password(self, machine: Machine) -> None:
        chosen = self.view.selected()
        user = chosen.name if isinstance(chosen, GuestUser) else ""
        dialog = PasswordDialog(user, short(machine.name), self.window())
        if not await dialog.ask():
            return
        name, password = dialog.user.text(), dialog.password.text()
        guests = self.desk.core.guests
        self.work.begin(
            machine,
            self.tr("Set the password of '{name}' in '{machine}'").format(
                name=short(name), machine=short(machine.name)
            ),
            lambda _tell, _stop: guests.set_password(machine.key, name, password),
            failed=self.tr("Could not set the password of '{name}'").format(name=short(name)),
        )


class DisksPart(GuestPart):
    """File systems, and how full they are."""

    name: ClassVar[str] = "disks"
    needs_agent: ClassVar[bool] = False

    def make_model(self) -> GuestModel:
        """A file system has its place."""
        return GuestModel(disk_columns(), lambda one: one.mount_point, disk_words)

    def make_view(self, model: GuestModel) -> GuestList:
        """By place."""
        order = Qt.SortOrder.AscendingOrder
        return GuestList(model, self.tr("File systems"), sorted_by=(0, order))

    def page_at(self, key: MachineKey) -> PageAt:
        """What is mounted."""
        guests = self.desk.core.guests
        return lambda _offset: guests.disks(key)
