"""Moving, assigning and sharing machines, as menus, keys and the command palette offer it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.rights import allowed, offer
from infinibay_desktop.ui.widgets.buttons import action

TYPE_CHECKING = False
if TYPE_CHECKING:  # dialogs need services, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk
    from infinibay_desktop.ui.machines.placing_dialogs import PlacingDialog

_IN_WORK = frozenset({MachineState.CREATING, MachineState.DELETING})


class PlacingActs(QObject):
    """Whose the selected machines are. Works for machines of lost hosts too."""

    def __init__(
        self, window: QWidget, selected: Callable[[], Sequence[Machine]], hosts: HostNames
    ) -> None:
        super().__init__(window)
        self._window, self._selected, self._hosts = window, selected, hosts
        self._desk: Desk | None = None
        self.move = action(
            window, self.tr("Move to department…"), self._on_move, symbol="folder-input"
        )
        self.assign = action(window, self.tr("Assign owner…"), self._on_assign, symbol="user")
        self.share = action(window, self.tr("Share…"), self._on_share, symbol="key-round")

    def attach(self, desk: "Desk") -> None:
        """The core runs."""
        self._desk = desk

    def all(self) -> list[QAction]:
        """In the order of menus."""
        return [self.move, self.assign, self.share]

    def refresh(self, machines: Sequence[Machine]) -> None:
        """Offer what the person may do to these."""
        settled = [one for one in machines if one.state not in _IN_WORK] if self._desk else []
        ours = allowed(self._desk, Permission.MACHINE_ASSIGN, settled) if self._desk else []
        offer(self.move, possible=bool(settled), permitted=bool(ours))
        offer(self.assign, possible=bool(settled), permitted=bool(ours))
        offer(self.share, possible=len(settled) == 1, permitted=bool(ours))

    def _settled(self) -> list[Machine]:
        return [one for one in self._selected() if one.state not in _IN_WORK]

    def _on_move(self) -> None:
        from infinibay_desktop.ui.machines.placing_dialogs import MoveDialog

        if self._desk and (machines := self._settled()):
            name = self._host_name
            self._open(MoveDialog(self._desk, machines, name, self._window))

    def _on_assign(self) -> None:
        from infinibay_desktop.ui.machines.placing_dialogs import AssignDialog

        if self._desk and (machines := self._settled()):
            name = self._host_name
            self._open(AssignDialog(self._desk, machines, name, self._window))

    def _open(self, dialog: "PlacingDialog") -> None:
        dialog.placed.connect(self._on_dialog_placed)
        dialog.fit()
        dialog.open()

    def _on_dialog_placed(self, count: int, place: str) -> None:
        if self._desk and count > 1:  # one is seen in the list
            title = self.tr("Machines placed: {count}").format(count=count)
            self._desk.notices.tell(title, self.tr("Now: {place}").format(place=place))

    def _on_share(self) -> None:
        from infinibay_desktop.ui.machines.share_dialog import ShareDialog

        machines = self._settled()
        if self._desk and len(machines) == 1:
            dialog = ShareDialog(self._desk, machines[0], self._window)
            dialog.fit()
            dialog.open()

    def _host_name(self, machine: Machine) -> str:
        return self._hosts.of(machine.key.host_id)
