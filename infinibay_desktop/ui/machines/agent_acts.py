"""Installing and upgrading agents, as menus and the command palette offer it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.rights import allowed, offer
from infinibay_desktop.ui.widgets.buttons import action

TYPE_CHECKING = False
if TYPE_CHECKING:  # the first paint does not wait for dialogs and what they need
    from infinibay_desktop.ui.desk import Desk
    from infinibay_desktop.ui.machines.work import Job

_IN_WORK = frozenset({MachineState.CREATING, MachineState.DELETING})


class AgentActs(QObject):
    """The agents inside the selected machines. `begin` does a job on machines."""

    def __init__(
        self,
        window: QWidget,
        selected: Callable[[], Sequence[Machine]],
        begin: "Callable[[Job, Sequence[Machine]], object]",
    ) -> None:
        super().__init__(window)
        self._window, self._selected, self._begin = window, selected, begin
        self._desk: Desk | None = None
        self.install = action(
            window, self.tr("Install agent…"), self._on_install, symbol="download"
        )
        self.upgrade = action(window, self.tr("Upgrade agent"), self._on_upgrade)

    def attach(self, desk: "Desk") -> None:
        """The core runs."""
        self._desk = desk

    def all(self) -> list[QAction]:
        """In the order of menus."""
        return [self.install, self.upgrade]

    def refresh(self, machines: Sequence[Machine]) -> None:
        """Offer what the person may do to these."""
        settled = [one for one in machines if one.stale_since is None and one.state not in _IN_WORK]
        running = [one for one in settled if one.state is MachineState.RUNNING]
        one = len(machines) == 1
        offer(
            self.install,
            possible=bool(self._desk and settled) and one,
            permitted=self._may(settled),
        )
        offer(self.upgrade, possible=bool(self._desk and running), permitted=self._may(running))

    def _may(self, machines: Sequence[Machine]) -> bool:
        return bool(self._desk and allowed(self._desk, Permission.GUEST_MANAGE, machines))

    def _on_install(self) -> None:
        machines = self._selected()
        if len(machines) == 1:
            self.install_in(machines[0])

    def install_in(self, machine: Machine) -> None:
        """Ask whether to install the agent, and follow how it goes."""
        if self._desk:
            from infinibay_desktop.ui.machines.agent_dialog import InstallAgentDialog

            dialog = InstallAgentDialog(self._desk, machine, self._window)
            dialog.fit()
            dialog.show()  # the console behind it is where the line is typed

    def _on_upgrade(self) -> None:
        if self._desk is None:
            return
        from infinibay_desktop.ui.machines.work import Job

        ours = allowed(self._desk, Permission.GUEST_MANAGE, self._selected())
        running = [one for one in ours if one.state is MachineState.RUNNING]
        if len(running) == 1:
            self._upgrade_one(self._desk, running[0])
            return
        delivery = self._desk.core.delivery
        job = Job(
            label=self.tr("Upgrade agent"),
            failed=self.tr("Could not upgrade the agent in '{name}'"),
            call=lambda key: delivery.upgrade(key),
            lane="guest-acts",
        )
        self._begin(job, running)

    def _upgrade_one(self, desk: "Desk", machine: Machine) -> None:
        from infinibay_desktop.ui.guest.work import GuestWork
        from infinibay_desktop.ui.machines.acts import short

        name, delivery = short(machine.name), desk.core.delivery

        def tell(new: object) -> None:
            said = self.tr("The agent in '{name}' is as new already")
            if new:
                said = self.tr("The agent in '{name}' was upgraded")
            desk.notices.tell(said.format(name=name))

        GuestWork(desk, self).begin(
            machine,
            self.tr("Upgrade the agent in '{name}'").format(name=name),
            lambda progress, stop: delivery.upgrade(machine.key, progress=progress, stop=stop),
            failed=self.tr("Could not upgrade the agent in '{name}'").format(name=name),
            then=tell,
        )
