"""Tells the window, from any thread, that there is something to fetch."""

import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import delete


class Doorbell(QObject):
    """Rings from any thread; the signal arrives here. However often, one is on its way at most."""

    rung = Signal()
    _ringing = Signal()

    def __init__(self) -> None:
        # Without a parent: the thread that rings may hold the last reference.
        super().__init__()
        self._lock = threading.Lock()
        self._pending = False
        self._open = True
        self._ringing.connect(self._on_ringing, Qt.ConnectionType.QueuedConnection)

    def ring(self) -> None:
        """Any thread: have `rung` emitted, soon. Nothing happens once it is closed."""
        with self._lock:
            if self._pending or not self._open:
                return
            self._pending = True
            # Under the lock: the queue must not get it after close().
            self._ringing.emit()

    def close(self) -> None:
        """Never emit again. On the window's thread."""
        with self._lock:
            if not self._open:
                return
            self._open = False
        # Who rings may let go of it last, on a thread where Qt's part must not be deleted.
        QTimer.singleShot(0, partial(delete, self))

    def _on_ringing(self) -> None:
        with self._lock:
            self._pending = False
            heard = self._open
        if heard:
            self.rung.emit()
