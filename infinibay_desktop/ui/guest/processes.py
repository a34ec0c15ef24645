"""Processes inside a guest: as a tree or a list, fresh each few seconds while looked at."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton

from infinibay_desktop.model.guests import GuestProcess
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.guest.columns import (
    process_columns,
    process_identity,
    process_parents,
    process_words,
)
from infinibay_desktop.ui.guest.dialogs import SureDialog
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.guest.part import GuestPart, PageAt
from infinibay_desktop.ui.guest.view import GuestList
from infinibay_desktop.ui.guest.words import short
from infinibay_desktop.ui.widgets.buttons import action, icon_button

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

REFRESH_MS = 5000
_CPU = 1


class ProcessesPart(GuestPart):
    """What runs, and its end."""

    name: ClassVar[str] = "processes"

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.end = action(self, self.tr("End process…"), partial(self._ask, force=False))
        self.kill = action(self, self.tr("Kill process…"), partial(self._ask, force=True))
        self.add_acts(self.end, self.kill)
        self.view.on_delete = self.end.trigger
        self.as_tree = self._tree_button()
        self.head.insertWidget(1, self.as_tree)
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def make_model(self) -> GuestModel:
        """Processes are told apart by number and start."""
        return GuestModel(
            process_columns(), process_identity, process_words, parents_of=process_parents
        )

    def make_view(self, model: GuestModel) -> GuestList:
        """The busiest first."""
        order = Qt.SortOrder.DescendingOrder
        return GuestList(model, self.tr("Processes"), sorted_by=(_CPU, order))

    def page_at(self, key: MachineKey) -> PageAt:
        """What runs, the busiest first."""
        guests = self.desk.core.guests
        return lambda offset: guests.processes(key, offset=offset)

    def offer_acts(self) -> None:
        """Something must be selected."""
        possible = self.view.selected() is not None
        self.offer(self.end, possible=possible)
        self.offer(self.kill, possible=possible)

    def unwatch(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def loaded(self) -> None:
        """Ask again after a while."""
        if self.isVisible() and self.can_ask:
            self._timer.start()

    def _tree_button(self) -> QToolButton:
        made = icon_button("network", self.tr("Show who started whom"))
        made.setCheckable(True)
        made.toggled.connect(self._on_tree_toggled)
        return made

    def _on_tree_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.view.setRootIsDecorated(on)
        self.model.set_tree(on=on)
        if on:
            self.view.expandAll()

    def _on_timer_timeout(self) -> None:
        if self.isVisible() and not self.window().isMinimized():
            self.load()
        elif self.isVisible():
            self._timer.start()

    # Ending.

    def _ask(self, *, force: bool) -> None:
        process, machine = self.view.selected(), self.machine
        if isinstance(process, GuestProcess) and machine and self.may_change:
            self.work.ask(self._end(machine, process, force=force))

    async def _end(self, machine: Machine, process: GuestProcess, *, force: bool) -> None:
        name = short(process.name) or str(process.pid)
        title = self.tr("Kill '{name}'?") if force else self.tr("End '{name}'?")
        text = (
            self.tr("It ends at once. What it has not saved is lost.")
            if force
            else self.tr("It is asked to end, and may save its work first, or not end at all.")
        )
        act = self.tr("Kill") if force else self.tr("End")
        facts = self.tr("Process {pid} of {user}").format(
            pid=process.pid, user=short(process.user) or self.tr("nobody known")
        )
        dialog = SureDialog(title.format(name=name), f"{facts}\n{text}", act, self.window())
        if not await dialog.ask():
            return
        guests = self.desk.core.guests
        did = self.tr("Kill '{name}' in '{machine}'") if force else self.tr(
            "End '{name}' in '{machine}'"
        )  # fmt: skip
        self.work.begin(
            machine,
            did.format(name=name, machine=short(machine.name)),
            lambda _tell, _stop: guests.kill_process(machine.key, process, force=force),
            failed=self.tr("Could not end '{name}'").format(name=name),
            then=lambda ended: self._ended(name, gone=ended is not False),
        )

    def _ended(self, name: str, *, gone: bool) -> None:
        if not gone:
            text = self.tr("It was asked to end. If it does not, kill it.")
            self.desk.notices.tell(self.tr("'{name}' still runs").format(name=name), text)
        self.load()
