"""The icon in the desktop's tray: how things stand, and the way back to the window."""

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from infinibay_desktop.model.events import MachineAdded, MachineChanged, MachineRemoved
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.widgets.icons import icon, pixmap, tint

CONSOLES = 10
LONGEST_NAME = 60
COUNT_EVERY_MS = 2000
WAIT_FOR_TRAY_MS = 30_000
_SIDE = 64


class Tray(QObject):
    """Where the desktop has no tray, nothing is shown and nothing breaks."""

    window_wanted = Signal()
    new_machine_wanted = Signal()
    console_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._alerts = 0
        self._up: dict[MachineKey, Machine] = {}
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.fill_menu)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_icon_activated)
        self._count = QTimer(self, singleShot=True, interval=COUNT_EVERY_MS)
        self._count.timeout.connect(self._show_state)
        self.fill_menu()
        self._show_state()
        self._wait = QTimer(self, interval=WAIT_FOR_TRAY_MS)
        self._wait.timeout.connect(self._show_icon)
        self._show_icon()

    @property
    def is_available(self) -> bool:
        """Whether the desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def attach(self, desk: Desk) -> None:
        """The core runs: count running machines."""
        self._desk = desk
        desk.bridge.on(MachineAdded, lambda event: self._follow(event.machine), owner=self)
        desk.bridge.on(MachineChanged, lambda event: self._follow(event.machine), owner=self)
        desk.bridge.on(MachineRemoved, self._on_machine_removed, owner=self)
        for machine in desk.core.inventory.snapshot():
            self._follow(machine)
        self.fill_menu()
        self._show_state()

    def show_alerts(self, count: int) -> None:
        """How many notices nobody has looked at."""
        if count != self._alerts:
            self._alerts = count
            self._show_state()

    def tell(self, title: str, text: str, *, is_error: bool = False) -> None:
        """Say something through the desktop, where the person wants that."""
        wanted = self._desk is None or self._desk.core.settings.settings.desktop_notices
        if wanted and self.is_available and QSystemTrayIcon.supportsMessages():
            kind = QSystemTrayIcon.MessageIcon
            sign = kind.Warning if is_error else kind.Information
            self.icon.showMessage(plain_text(title, 100), plain_text(text, 300), sign)

    def retranslate(self) -> None:
        """Take all words anew, in the language of now."""
        self.fill_menu()
        self._show_state()

    def close(self) -> None:
        """Take the icon out of the tray."""
        self._count.stop()
        self._wait.stop()
        self.icon.hide()
        self.menu.deleteLater()

    def _show_icon(self) -> None:
        """A desktop that starts beside us may have its tray later."""
        if self.is_available:
            self._wait.stop()
            self.icon.show()
        else:
            self._wait.start()

    # The menu.

    def fill_menu(self) -> None:
        """List what can be done now; running machines by name."""
        menu = self.menu
        menu.clear()
        menu.addAction(self.tr("Show window"), self.window_wanted.emit)
        new = menu.addAction(icon("plus"), self.tr("New machine"), self.new_machine_wanted.emit)
        new.setEnabled(self._desk is not None)
        running = sorted(self._up.values(), key=lambda machine: natural_key(machine.name))
        if running:
            menu.addSeparator()
        for machine in running[:CONSOLES]:
            self._add_console(machine)
        if more := len(running[CONSOLES:]):
            menu.addAction(self.tr("%n more…", "", more), self.window_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Quit"), self.quit_wanted.emit)

    def _add_console(self, machine: Machine) -> None:
        name = plain_text(machine.name, LONGEST_NAME).replace("&", "&&")
        words = self.tr("Console of %1").replace("%1", name)
        key = machine.key
        self.menu.addAction(icon("monitor"), words, lambda: self.console_wanted.emit(key))

    def _follow(self, machine: Machine) -> None:
        """Keep count by what changes: thousands of machines are not gone through each time."""
        if machine.state is MachineState.RUNNING and machine.stale_since is None:
            self._up[machine.key] = machine
        else:
            self._up.pop(machine.key, None)
        self._recount()

    def _on_machine_removed(self, event: MachineRemoved) -> None:
        self._up.pop(event.machine.key, None)
        self._recount()

    # The state.

    def _recount(self) -> None:
        if not self._count.isActive():
            self._count.start()

    def _show_state(self) -> None:
        lines = [QGuiApplication.applicationDisplayName() or "Infinibay Desktop"]
        if self._desk:
            lines.append(self.tr("%n machine(s) running", "", len(self._up)))
        if self._alerts:
            lines.append(self.tr("%n unread notice(s)", "", self._alerts))
        self.icon.setToolTip("\n".join(lines))
        self.icon.setIcon(_badged() if self._alerts else _plain())

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicked = QSystemTrayIcon.ActivationReason
        if reason in (clicked.Trigger, clicked.DoubleClick):
            self.window_wanted.emit()


def _plain() -> QIcon:
    found = QApplication.windowIcon()
    return found if not found.isNull() else QIcon(pixmap("monitor", tint("accent"), _SIDE))


def _badged() -> QIcon:
    """The icon with a red dot that is ringed, so that it shows on any ground."""
    picture: QPixmap = _plain().pixmap(_SIDE, _SIDE)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tint("surface"), 4))
    painter.setBrush(tint("danger"))
    painter.drawEllipse(QPointF(_SIDE - 16, 16), 13, 13)
    painter.end()
    return QIcon(picture)
