"""Services inside a guest: their states, their logs, and steering them."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt

from infinibay_desktop.model.guest_parts import GuestText, GuestUnit, ServiceOperation
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.guest.columns import service_columns, service_words
from infinibay_desktop.ui.guest.dialogs import SureDialog, TextDialog
from infinibay_desktop.ui.guest.model import GuestModel
from infinibay_desktop.ui.guest.part import GuestPart, PageAt
from infinibay_desktop.ui.guest.view import GuestList
from infinibay_desktop.ui.guest.words import short
from infinibay_desktop.ui.widgets.buttons import action

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

LOG_LINES = 300
O = ServiceOperation  # noqa: E741 - the table below is read by it
_ENDING = (O.STOP, O.DISABLE)


class ServicesPart(GuestPart):
    """What runs in the background of its system."""

    name: ClassVar[str] = "services"

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        words = {
            O.START: self.tr("Start"),
            O.STOP: self.tr("Stop…"),
            O.RESTART: self.tr("Restart"),
            O.ENABLE: self.tr("Enable"),
            O.DISABLE: self.tr("Disable…"),
        }
        tips = {
            O.ENABLE: self.tr("Start it with the system from now on"),
            O.DISABLE: self.tr("Do not start it with the system any more"),
        }
        self.operations = {
            one: action(self, text, partial(self._ask, one)) for one, text in words.items()
        }
        for one, tip in tips.items():
            self.operations[one].setStatusTip(tip)
        self.log = action(self, self.tr("Log…"), self._show_log)
        self.add_acts(*self.operations.values(), self.log)

    def make_model(self) -> GuestModel:
        """Services have their names."""
        return GuestModel(service_columns(), lambda one: one.name, service_words)

    def make_view(self, model: GuestModel) -> GuestList:
        """By name."""
        order = Qt.SortOrder.AscendingOrder
        return GuestList(model, self.tr("Services"), sorted_by=(0, order))

    def page_at(self, key: MachineKey) -> PageAt:
        """All services."""
        guests = self.desk.core.guests
        return lambda offset: guests.services(key, offset=offset)

    def offer_acts(self) -> None:
        """What makes sense for the selected service."""
        chosen = self.view.selected()
        state = chosen.state.lower() if isinstance(chosen, GuestUnit) else ""
        runs = state in ("running", "starting", "paused")
        sense = {O.START: not runs, O.STOP: state != "stopped", O.RESTART: runs}
        for one, act in self.operations.items():
            self.offer(act, possible=chosen is not None and sense.get(one, True))
        self.log.setEnabled(chosen is not None and self.can_ask)

    def _ask(self, operation: ServiceOperation) -> None:
        unit, machine = self.view.selected(), self.machine
        if not isinstance(unit, GuestUnit) or not machine or not self.may_change:
            return
        if operation in _ENDING:
            self.work.ask(self._ask_first(machine, unit, operation))
        else:
            self._control(machine, unit, operation)

    async def _ask_first(
        self, machine: Machine, unit: GuestUnit, operation: ServiceOperation
    ) -> None:
        name, stop = short(unit.name), operation is O.STOP
        title = self.tr("Stop '{name}'?") if stop else self.tr("Disable '{name}'?")
        text = (
            self.tr("What it does for others ends. A machine without its network or its remote "
                    "access may be out of reach.")
            if stop
            else self.tr("It goes on now, and does not start with the system any more.")
        )  # fmt: skip
        act = self.tr("Stop") if stop else self.tr("Disable")
        if await SureDialog(title.format(name=name), text, act, self.window()).ask():
            self._control(machine, unit, operation)

    def _control(self, machine: Machine, unit: GuestUnit, operation: ServiceOperation) -> None:
        guests, name, where = self.desk.core.guests, short(unit.name), short(machine.name)
        titles = {
            O.START: self.tr("Start service '{name}' in '{machine}'"),
            O.STOP: self.tr("Stop service '{name}' in '{machine}'"),
            O.RESTART: self.tr("Restart service '{name}' in '{machine}'"),
            O.ENABLE: self.tr("Enable service '{name}' in '{machine}'"),
            O.DISABLE: self.tr("Disable service '{name}' in '{machine}'"),
        }
        self.work.begin(
            machine,
            titles[operation].format(name=name, machine=where),
            lambda _tell, _stop: guests.control_service(machine.key, unit.name, operation),
            failed=self.tr("Could not change the service '{name}'").format(name=name),
            then=lambda _said: self.load(),
        )

    def _show_log(self) -> None:
        unit, machine = self.view.selected(), self.machine
        if isinstance(unit, GuestUnit) and machine:
            failed = self.tr("Could not read the log of '{name}'").format(name=short(unit.name))
            self.work.ask(self._read_log(machine, unit.name), failed=failed)

    async def _read_log(self, machine: Machine, name: str) -> None:
        guests = self.desk.core.guests
        said: GuestText = await self.desk.operations.run(
            lambda: guests.service_log(machine.key, name, LOG_LINES),
            lane=("guest", machine.key.host_id),
        )
        dialog = TextDialog(
            self.tr("Log of '{name}'").format(name=short(name)), said, self.window()
        )
        dialog.fit()
        dialog.open()
