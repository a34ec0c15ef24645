"""A machine in a window of its own; one window for each machine, raised if it is open."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.details import MachineDetailsPane
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.icons import retint
from infinibay_desktop.ui.widgets.layout import size_within_screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class MachineWindow(QMainWindow):
    """The same details as beside the list."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.details = MachineDetailsPane(desk, None, desk.go.console_pane)
        self.details.titled.connect(self._on_details_titled)
        self.setCentralWidget(self.details)
        # Not Ctrl+W: guests want that key.
        self.addAction(action(self, self.tr("Close"), self.close, shortcut="Ctrl+Shift+W"))
        size_within_screen(self, 760, 640)

    def show_machine(self, machine: Machine) -> None:
        """Show this machine in this window."""
        self.details.show_machine(machine)

    def retint(self) -> None:
        """The theme changed."""
        retint(self)
        self.details.retint()

    def _on_details_titled(self, name: str) -> None:
        self.setWindowTitle(short(name))


def close_machine_windows() -> list[tuple[MachineKey, QByteArray]]:
    """Close all of them; returns which machines they showed, and where they stood."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MachineWindow)]
    shown = [(one.details.key, one.saveGeometry()) for one in found if one.isVisible()]
    for window in found:
        window.close()
    return [(key, place) for key, place in shown if key is not None]


def reopen_machine_windows(page: QWidget, windows: Sequence[tuple[MachineKey, QByteArray]]) -> None:
    """Open windows of these machines again, made anew, where they stood."""
    show = getattr(getattr(page, "live", None), "show_window", lambda _key: None)
    for key, place in windows:
        if window := show(key):
            window.restoreGeometry(place)


class MachineWindows(QObject):
    """Machines' own windows by machine."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: dict[MachineKey, MachineWindow] = {}

    def show(self, key: MachineKey) -> MachineWindow | None:
        """Open the machine's window, or raise it. None: there is no such machine."""
        machine = self._desk.core.inventory.find(key)
        if machine is None:
            return None
        window = self._open.get(key)
        if window is None:
            window = MachineWindow(self._desk)
            window.destroyed.connect(lambda: self._open.pop(key, None))
            self._open[key] = window
            window.show_machine(machine)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def all(self) -> list[MachineWindow]:
        """The windows that are open."""
        return list(self._open.values())

    def close_all(self) -> None:
        """Close them."""
        for window in self.all():
            window.close()
