"""A machine's screen, or the words in its place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget

from infinibay_desktop.model.consoles import ConsoleKind
from infinibay_desktop.model.settings import Scaling, Settings
from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console.desktop import Desktop
from infinibay_desktop.ui.console.message_page import MessagePage
from infinibay_desktop.ui.console.messages import Message
from infinibay_desktop.ui.console.screen_view import ScreenView

VIEWS: Mapping[ConsoleKind, type[ScreenView]] = {
    ConsoleKind.VNC: ScreenView,
    ConsoleKind.SPICE: ScreenView,
}
"""What shows the screens of each kind."""


class ScreenStack(QStackedWidget):
    """Shows a view that fits the kind of screen, or a page of words; one at a time."""

    hint_changed = Signal(str)
    captured_changed = Signal(bool)
    top_touched = Signal()

    def __init__(self, settings: Settings, desktop: Desktop | None) -> None:
        super().__init__()
        self._settings = settings
        self._desktop = desktop
        self._scaling = settings.console_scaling
        self._host_shortcuts: Sequence[QKeySequence] = ()
        self._focus_wanted = False
        self.view: ScreenView | None = None
        self.page = MessagePage()
        self.addWidget(self.page)

    @property
    def shows_screen(self) -> bool:
        """Whether the screen is to be seen, and not words."""
        return self.view is not None and self.currentWidget() is self.view

    @property
    def hint(self) -> str:
        """How the keyboard comes to the guest or back."""
        return self.view.hint if self.view is not None and self.shows_screen else ""

    @property
    def captured(self) -> bool:
        """Whether the keyboard is the guest's."""
        return self.view is not None and self.view.captured

    def put_screen(self, screen: Screen) -> bool:
        """Have a view for `screen`; tells if there is one for its kind."""
        maker = VIEWS.get(screen.kind)
        if maker is None:
            return False
        if self.view is None or type(self.view) is not maker:
            self._put_view(maker(release_keys=self._settings.release_keys, desktop=self._desktop))
        if self.view is not None:
            self.view.set_screen(screen)
        return True

    def show_message(self, message: Message | None) -> None:
        """Show words, or with None the screen."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        if message is not None:
            self.page.show_message(message)
        shown = self.view if message is None and self.view is not None else self.page
        if self.currentWidget() is shown:
            return
        if self.view is not None and shown is self.page:
            # What a screen that is over last showed takes memory for nothing.
            self.view.set_screen(None)
        self.setCurrentWidget(shown)
        self.hint_changed.emit(self.hint)
        if had_focus or self._focus_wanted:
            self.focus_console()

    def focus_console(self) -> None:
        """Give the keyboard to the screen, or first to the button that would bring it."""
        self._focus_wanted = not self.shows_screen
        if self.view is not None and self.shows_screen:
            self.view.setFocus()
        else:
            self.page.focus_reply()

    def set_host_shortcuts(self, sequences: Sequence[QKeySequence]) -> None:
        """Leave these keys to the window even while the keyboard is the guest's."""
        self._host_shortcuts = sequences
        if self.view is not None:
            self.view.set_host_shortcuts(sequences)

    def set_scaling(self, scaling: Scaling) -> None:
        """Fit the screen in another way, this one and those to come."""
        self._scaling = scaling
        if self.view is not None:
            self.view.set_mode(scaling)

    def _put_view(self, view: ScreenView) -> None:
        if self.view is not None:
            self.removeWidget(self.view)
            self.view.deleteLater()
        self.view = view
        view.set_mode(self._scaling)
        view.set_host_shortcuts(self._host_shortcuts)
        view.hint_changed.connect(lambda _hint: self.hint_changed.emit(self.hint))
        view.captured_changed.connect(self.captured_changed)
        view.top_touched.connect(self.top_touched)
        self.addWidget(view)
