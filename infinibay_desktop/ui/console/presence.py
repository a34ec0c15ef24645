"""Whether anybody can see a widget, and since when nobody could."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from infinibay_desktop.ui.console.schedule import Cancel, Schedule


class Presence(QObject):
    """Tells when `watched` comes into sight or goes out of it; a minimised window hides it.

    The widget calls `look` when it is shown and when it is hidden.
    """

    seen_changed = Signal(bool)
    unseen_for_long = Signal()

    def __init__(self, watched: QWidget, schedule: Schedule, patience_s: float) -> None:
        super().__init__(watched)
        self._watched = watched
        self._schedule = schedule
        self._patience_s = patience_s
        self._cancel: Cancel | None = None
        self._window: QWindow | None = None
        self.seen = False

    def look(self) -> None:
        """Find out anew, and tell if it changed."""
        self._follow_window()
        seen = self._watched.isVisible() and not self._minimized()
        if seen is self.seen:
            return
        self.seen = seen
        if self._cancel is not None:
            self._cancel()
        self._cancel = None if seen else self._wait()
        self.seen_changed.emit(seen)

    def _follow_window(self) -> None:
        # An event filter would do, too, but Qt calls those while the program is being torn down.
        window = self._watched.window().windowHandle()
        if window is not self._window:
            self._window = window
            if window is not None:
                # The last one, which may be gone, may go on telling: it costs a look.
                window.windowStateChanged.connect(self.look)

    def _minimized(self) -> bool:
        states = self._window.windowStates() if self._window else Qt.WindowState.WindowNoState
        return bool(states & Qt.WindowState.WindowMinimized)

    def _wait(self) -> Cancel:
        return self._schedule.call_in(self._patience_s, self.unseen_for_long.emit)
