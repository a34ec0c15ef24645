"""The line at the window's foot: each host's connection, running tasks, alerts."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from infinibay_desktop.model.hosts import HostId, HostStatus, LinkState
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.text import escaped

SHOWN_HOSTS = 6
_LOOKS = {
    LinkState.CONNECTED: ("plug-zap", "running"),
    LinkState.CONNECTING: ("plug", "accent"),
    LinkState.LOST: ("unlink", "danger"),
    LinkState.DISCONNECTED: ("unlink", "off"),
}


class StatusBar(QStatusBar):
    """Says how the hosts stand in a picture and a word each."""

    host_chosen = Signal(object)
    tasks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._hosts: dict[HostId, QToolButton] = {}
        self._told: dict[HostId, tuple[str, HostStatus]] = {}
        self._running = 0
        self._tasks = _chip()
        self._tasks.clicked.connect(self.tasks_wanted.emit)
        self.addPermanentWidget(self._tasks)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew, in the language of now."""
        self.setAccessibleName(self.tr("State of hosts and tasks"))
        self.show_tasks(self._running)
        for name, status in tuple(self._told.values()):
            self.show_host(name, status)

    def show_host(self, name: str, status: HostStatus) -> None:
        """How one host stands now."""
        chip = self._hosts.get(status.host_id)
        if chip is None:
            chip = _chip()
            host_id = status.host_id
            chip.clicked.connect(lambda: self.host_chosen.emit(host_id))
            self._hosts[status.host_id] = chip
            self.addWidget(chip)
            chip.setVisible(len(self._hosts) <= SHOWN_HOSTS)
        self._told[status.host_id] = (name, status)
        symbol, tone = _LOOKS[status.state]
        words = state_word(status.state)
        set_icon(chip, symbol, tone, 14)
        chip.setText(f" {name[:40]}: {words}")
        chip.setAccessibleName(f"{name}: {words}")
        chip.setToolTip(escaped(f"{name}: {status.reason or words}"))

    def remove_host(self, host_id: HostId) -> None:
        """A host was taken out."""
        self._told.pop(host_id, None)
        if chip := self._hosts.pop(host_id, None):
            self.removeWidget(chip)
            chip.deleteLater()

    def show_tasks(self, running: int) -> None:
        """How much work runs."""
        self._running = running
        words = (
            self.tr("%n task(s) running", "", running) if running else self.tr("No tasks running")
        )
        set_icon(self._tasks, "list-checks", "accent" if running else "muted", 14)
        self._tasks.setText(f" {words}")
        self._tasks.setAccessibleName(words)
        self._tasks.setToolTip(self.tr("Show or hide the task log"))

    def chips(self) -> list[QWidget]:
        """What can be pressed, from left to right."""
        return [*self._hosts.values(), self._tasks]


def state_word(state: LinkState) -> str:
    """A connection's state in the person's language."""
    words = {
        LinkState.CONNECTED: QCoreApplication.translate("StatusBar", "connected"),
        LinkState.CONNECTING: QCoreApplication.translate("StatusBar", "connecting"),
        LinkState.LOST: QCoreApplication.translate("StatusBar", "connection lost"),
        LinkState.DISCONNECTED: QCoreApplication.translate("StatusBar", "disconnected"),
    }
    return words[state]


def _chip() -> QToolButton:
    made = QToolButton()
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
