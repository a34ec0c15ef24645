"""Ends the program in order when the desktop or a terminal asks for it."""

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class QuitSignals(QObject):
    """Calls `quit_program` on the GUI thread for SIGTERM, SIGINT and SIGHUP.

    Python runs signal handlers between two of its own instructions, and a window that waits in
    Qt has none. So the handlers do nothing, and the byte that Python writes wakes Qt.
    """

    def __init__(self, quit_program: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._quit_program = quit_program
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, lambda *_what: None)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)

    def stop(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name in ("SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._ours.close()
        self._pythons.close()

    def _on_notifier_activated(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._ours.recv(64)
        self._quit_program()
