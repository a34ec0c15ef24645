"""Packages inside a guest: installed ones, newer ones, and those that can be found."""

import threading
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from infinibay_desktop.model.guest_parts import GuestPackage, GuestPage
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.services.guest_ports import Progress
from infinibay_desktop.ui.guest.columns import package_columns, package_words
from infinibay_desktop.ui.guest.dialogs import SureDialog
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.guest.part import GuestPart, PageAt
from infinibay_desktop.ui.guest.view import GuestList
from infinibay_desktop.ui.guest.words import short
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.forms import choice, text_field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

INSTALLED, UPDATES, SEARCH = "installed", "updates", "search"
_NOTHING: GuestPage[GuestPackage] = GuestPage()


class PackagesPart(GuestPart):
    """What is installed, and what could be."""

    name: ClassVar[str] = "packages"

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.which = self._choice()
        self.query = self._query_field()
        self.head.insertWidget(0, self.which)
        self.head.insertWidget(1, self.query, 1)
        self.install = action(self, self.tr("Install"), partial(self._begin, "install"))
        self.update_one = action(self, self.tr("Update"), partial(self._begin, "update"))
        self.remove = action(self, self.tr("Remove…"), partial(self._ask, "remove"))
        self.update_all = action(self, self.tr("Update all…"), partial(self._ask, "update-all"))
        self.add_acts(self.install, self.update_one, self.remove, self.update_all)
        self.view.on_delete = self.remove.trigger

    def make_model(self) -> GuestModel:
        """The same name may come from several sources."""
        return GuestModel(package_columns(), lambda one: (one.name, one.source), package_words)

    def make_view(self, model: GuestModel) -> GuestList:
        """By name."""
        order = Qt.SortOrder.AscendingOrder
        return GuestList(model, self.tr("Packages"), sorted_by=(0, order))

    def page_at(self, key: MachineKey) -> PageAt:
        """What the choice says."""
        guests, words = self.desk.core.guests, self.query.text().strip()
        which = self.which.currentData()
        if which == UPDATES:
            refresh = self.may_change
            return lambda offset: guests.updates(key, offset=offset, refresh=refresh)
        if which == INSTALLED:
            return lambda offset: guests.packages(key, offset=offset)
        if not words:
            return lambda _offset: _NOTHING
        return lambda offset: guests.search_packages(key, words, offset=offset)

    def offer_acts(self) -> None:
        """What makes sense for the selected package."""
        chosen = self.view.selected()
        package = chosen if isinstance(chosen, GuestPackage) else None
        there = package is not None and package.installed
        self.offer(self.install, possible=package is not None and not package.installed)
        self.offer(self.update_one, possible=there and bool(package and package.update))
        self.offer(self.remove, possible=there)
        self.offer(self.update_all, possible=True)

    def watch(self) -> None:
        """Lists of packages are long and change rarely: ask once."""
        if not self._has_rows:
            self.load()

    def count(self) -> None:
        """Say what to do where nothing was looked for yet."""
        super().count()
        if self.which.currentData() == SEARCH and not self.query.text().strip():
            self.say(self.tr("Type what to look for, and press Enter."))

    def _choice(self) -> QComboBox:
        made = choice(
            (self.tr("Installed"), INSTALLED),
            (self.tr("Updates"), UPDATES),
            (self.tr("Find new"), SEARCH),
        )
        made.setMinimumContentsLength(8)
        made.setAccessibleName(self.tr("Which packages"))
        made.currentIndexChanged.connect(self._on_choice_current_index_changed)
        return made

    def _query_field(self) -> QLineEdit:
        field = text_field(placeholder=self.tr("Name or word"))
        field.setAccessibleName(self.tr("Look for packages"))
        field.setMaxLength(64)
        field.setMinimumWidth(60)
        field.hide()
        field.returnPressed.connect(self._look)
        return field

    def _on_choice_current_index_changed(self) -> None:
        searching = self.which.currentData() == SEARCH
        self.query.setVisible(searching)
        self.filter.setVisible(not searching)
        self.filter.clear()
        self._look()
        if searching:
            self.query.setFocus()

    def _look(self) -> None:
        self._asking = None  # what is asked now is something else
        self.clear()
        self.load()

    # Changing.

    def _begin(self, what: str) -> None:
        package, machine = self.view.selected(), self.machine
        if isinstance(package, GuestPackage) and machine and self.may_change:
            self._change(machine, package.name, what)

    def _ask(self, what: str) -> None:
        package, machine = self.view.selected(), self.machine
        if not machine or not self.may_change:
            return
        if what == "update-all":
            self.work.ask(self._ask_for_all(machine))
        elif isinstance(package, GuestPackage):
            self.work.ask(self._ask_to_remove(machine, package.name))

    async def _ask_for_all(self, machine: Machine) -> None:
        title = self.tr("Update all packages in '{machine}'?").format(machine=short(machine.name))
        text = self.tr("It may take long, and services may restart meanwhile.")
        if await SureDialog(title, text, self.tr("Update all"), self.window()).ask():
            self._change(machine, "*", "update-all")

    async def _ask_to_remove(self, machine: Machine, name: str) -> None:
        title = self.tr("Remove '{name}'?").format(name=short(name))
        text = self.tr("Packages that need it are removed too. Its settings may go with it.")
        if await SureDialog(title, text, self.tr("Remove"), self.window()).ask():
            self._change(machine, name, "remove")

    def _change(self, machine: Machine, name: str, what: str) -> None:
        guests = self.desk.core.guests
        calls = {
            "install": guests.install_package,
            "update": guests.update_package,
            "update-all": guests.update_package,
            "remove": guests.remove_package,
        }
        titles = {
            "install": self.tr("Install package '{name}' in '{machine}'"),
            "update": self.tr("Update package '{name}' in '{machine}'"),
            "update-all": self.tr("Update all packages in '{machine}'"),
            "remove": self.tr("Remove package '{name}' from '{machine}'"),
        }

        def work(tell: Progress, stop: threading.Event) -> object:
            return calls[what](machine.key, name, progress=tell, stop=stop)

        self.work.begin(
            machine,
            titles[what].format(name=short(name), machine=short(machine.name)),
            work,
            failed=self.tr("Could not change the packages of '{machine}'").format(
                machine=short(machine.name)
            ),
            then=lambda _said: self._look(),
        )
