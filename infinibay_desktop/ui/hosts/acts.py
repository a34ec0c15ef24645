"""What a person can do to a host, as actions that buttons, menus and the palette share."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from infinibay_desktop.model.hosts import Host, HostId, LinkState
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.dialogs import ForgetDialog, HostDialog, TrialDialog
from infinibay_desktop.ui.hosts.rows import HostRow
from infinibay_desktop.ui.widgets.buttons import action, button


class HostActs(QObject):
    """The acts on the selected host; `refresh` says which of them make sense now."""

    # A host was added or edited.
    kept = Signal(object)

    def __init__(self, owner: QWidget, selected: Callable[[], HostRow | None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._selected = selected
        self._desk: Desk | None = None
        self.connect_host = action(owner, self.tr("Connect"), symbol="plug")
        self.disconnect_host = action(owner, self.tr("Disconnect"), symbol="unlink")
        self.edit = action(owner, self.tr("Edit…"), symbol="pencil")
        self.test = action(owner, self.tr("Test connection…"), symbol="plug-zap")
        self.new_machine = action(owner, self.tr("New machine…"), symbol="plus")
        self.forget = action(
            owner, self.tr("Delete…"), symbol="trash-2", shortcut="Del", tone="danger"
        )
        self._follow()
        self.refresh(None)

    def attach(self, desk: Desk) -> None:
        """The core runs: acts can be done."""
        self._desk = desk

    def add(self) -> None:
        """Ask for a new host."""
        if self._desk:
            self._open_form(self._desk, None)

    def all(self) -> list[QAction]:
        """In the order of menus."""
        return [
            self.connect_host,
            self.disconnect_host,
            self.new_machine,
            self.edit,
            self.test,
            self.forget,
        ]

    def refresh(self, row: HostRow | None) -> None:
        """Another host, or the same one in another state."""
        for each in self.all():
            each.setEnabled(row is not None)
        state = row.status.state if row else LinkState.DISCONNECTED
        lost = state is LinkState.LOST
        self.connect_host.setText(self.tr("Try now") if lost else self.tr("Connect"))
        self.connect_host.setVisible(state in (LinkState.DISCONNECTED, LinkState.LOST))
        self.disconnect_host.setVisible(state is not LinkState.DISCONNECTED)
        self.disconnect_host.setText(
            self.tr("Disconnect") if state is LinkState.CONNECTED else self.tr("Stop trying")
        )
        self.new_machine.setEnabled(state is LinkState.CONNECTED)

    def menu(self, parent: QWidget) -> QMenu:
        """A context menu that goes away by itself."""
        made = QMenu(parent)
        made.addActions([self.connect_host, self.disconnect_host])
        made.addSeparator()
        made.addAction(self.new_machine)
        made.addSeparator()
        made.addActions([self.edit, self.test, self.forget])
        made.aboutToHide.connect(made.deleteLater)
        return made

    # Doing it.

    def _follow(self) -> None:
        self.connect_host.triggered.connect(self._on_connect_host_triggered)
        self.disconnect_host.triggered.connect(self._on_disconnect_host_triggered)
        self.edit.triggered.connect(self._on_edit_triggered)
        self.test.triggered.connect(self._on_test_triggered)
        self.new_machine.triggered.connect(self._on_new_machine_triggered)
        self.forget.triggered.connect(self._on_forget_triggered)

    def _on_connect_host_triggered(self) -> None:
        if self._desk and (row := self._selected()):
            self._desk.core.connections.connect_in_background(row.host)

    def _on_disconnect_host_triggered(self) -> None:
        if self._desk and (row := self._selected()):
            self._desk.operations.spawn(self, self._disconnect(self._desk, row.host.id))

    async def _disconnect(self, desk: Desk, host_id: HostId) -> None:
        # Without the key of an attempt that hangs: it would wait for its end.
        connections = desk.core.connections
        await desk.operations.run(lambda: connections.disconnect(host_id), lane=("link", host_id))

    def _on_edit_triggered(self) -> None:
        if self._desk and (row := self._selected()):
            self._open_form(self._desk, row.host)

    def _open_form(self, desk: Desk, host: Host | None) -> None:
        dialog = HostDialog(desk, host, self._owner)
        dialog.saved.connect(self._on_form_added if host is None else self.kept)
        dialog.fit()
        dialog.open()

    def _on_form_added(self, host: Host) -> None:
        self.kept.emit(host)
        if self._desk and host.autoconnect:
            self._desk.core.connections.connect_in_background(host)

    def _on_test_triggered(self) -> None:
        if self._desk and (row := self._selected()):
            dialog = TrialDialog(self._desk, row.host, self._owner)
            dialog.fit()
            dialog.open()

    def _on_new_machine_triggered(self) -> None:
        if self._desk:
            self._desk.go.show_new_machine()

    def _on_forget_triggered(self) -> None:
        if self._desk and (row := self._selected()):
            machines = sum(row.counts.values())
            dialog = ForgetDialog(self._desk, row.host, machines, self._owner)
            dialog.fit()
            dialog.open()


def act_button(act: QAction, symbol: str, *, kind: str = "") -> QPushButton:
    """A button that does what an action does, and is shown and enabled as it is."""
    made = button(act.text(), act.trigger, kind=kind, symbol=symbol)

    def follow() -> None:
        made.setText(f" {act.text()}")
        made.setAccessibleName(act.text())
        made.setEnabled(act.isEnabled())
        made.setVisible(act.isVisible())

    act.changed.connect(follow)
    follow()
    return made
