"""A machine's console in a window of its own, which can fill the screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from infinibay_desktop.ui.console.console_page import ConsolePane
from infinibay_desktop.ui.console.full_screen_bar import FullScreenBar
from infinibay_desktop.ui.console.words import as_title, isolated, shortened
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.layout import size_within_screen

_USUAL_SIZE = 1040, 720
# Guests keep Ctrl+W and Ctrl+Q.
_CLOSE, _QUIT, _FULL_SCREEN = "Ctrl+Shift+W", "Ctrl+Shift+Q", "F11"


class ConsoleWindow(QMainWindow):
    """Holds a ConsolePane. The caller keeps one a machine, and forgets it when it is closed."""

    closed = Signal(object)

    def __init__(
        self,
        pane: ConsolePane,
        *,
        quit_program: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("consoleWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = pane
        self.setCentralWidget(pane)
        self.setMinimumSize(320, 240)
        size_within_screen(self, *_USUAL_SIZE)
        self._quit_program = quit_program
        self._was_maximized = False
        self._bar = FullScreenBar(pane.tools.send_menu, self)
        self._fill_menus()
        pane.tools.detach.setVisible(False)
        pane.full_screen_requested.connect(self.toggle_full_screen)
        pane.hint_changed.connect(self._on_pane_hint_changed)
        pane.machine_changed.connect(self._tell_title)
        pane.top_touched.connect(self._on_pane_top_touched)
        self._bar.leave_chosen.connect(self.toggle_full_screen)
        self._tell_title()
        pane.focus_console()

    def raise_to_front(self) -> None:
        """Bring the window before the others, and the keyboard to it."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_full_screen(self) -> None:
        """Fill the screen; the bar tells once how to come back."""
        if not self.isFullScreen():
            self._was_maximized = self.isMaximized()
            self._frame_visible(visible=False)
            self.showFullScreen()
            self._bar.slide_in()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        if not self.isFullScreen():
            self.show_full_screen()
            return
        self._bar.put_away()
        self._frame_visible(visible=True)
        if self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar in the middle."""
        super().resizeEvent(event)
        self._bar.follow_parent()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hang up, without waiting."""
        self.pane.close_console()
        self.closed.emit(self.pane.machine.key)
        super().closeEvent(event)

    def _fill_menus(self) -> None:
        tools, menus = self.pane.tools, self.menuBar()
        # The menu's own actions are the machine's acts, which come and go.
        machine = menus.addMenu(self.tr("&Machine"))
        machine.addMenu(tools.power_menu)
        machine.addAction(tools.screenshot)
        machine.addSeparator()
        close = self._action(self.tr("Close"), self.close, _CLOSE)
        leave = self._action(self.tr("Quit"), self._quit_program, _QUIT)
        machine.addActions([close, leave])
        view = menus.addMenu(self.tr("&View"))
        view.addMenu(tools.scaling_menu)
        full = self._action(self.tr("Full screen"), self.toggle_full_screen, _FULL_SCREEN)
        view.addAction(full)
        menus.addMenu(tools.send_menu)
        # Also while the menus are hidden.
        self.addActions([close, leave, full])
        self.pane.set_host_shortcuts([QKeySequence(keys) for keys in (_CLOSE, _QUIT, _FULL_SCREEN)])

    def _action(self, text: str, act: Callable[[], object], keys: str) -> QAction:
        made = action(self, text, act, shortcut=keys)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return made

    def _frame_visible(self, *, visible: bool) -> None:
        self.menuBar().setVisible(visible)
        self.pane.tools.setVisible(visible)
        self.pane.rule.setVisible(visible)

    def _tell_title(self) -> None:
        name = self.pane.machine.name
        hint = self.pane.hint
        self._bar.tell(shortened(name), hint)
        title = self.tr("%1 (%2)").replace("%2", hint) if hint else "%1"
        self.setWindowTitle(as_title(title.replace("%1", isolated(name))))

    def _on_pane_hint_changed(self, _hint: str) -> None:
        self._tell_title()
        # Without a mouse the bar is reached by the keys that release the keyboard.
        if self.isFullScreen() and not self.pane.captured:
            self._bar.slide_in()

    def _on_pane_top_touched(self) -> None:
        if self.isFullScreen():
            self._bar.slide_in()
