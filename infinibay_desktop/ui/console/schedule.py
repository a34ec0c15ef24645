"""Later, on the window's own thread; a seam, so that tests need not wait."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

Cancel = Callable[[], None]


class Schedule(Protocol):
    """Runs work later on the thread of the window."""

    def call_in(self, seconds: float, work: Callable[[], None]) -> Cancel: ...


class QtSchedule:
    """Qt's timers; what is scheduled dies with `owner`."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def call_in(self, seconds: float, work: Callable[[], None]) -> Cancel:
        """Run `work` once; the returned function takes it back, also afterwards."""
        timer = QTimer(self._owner, singleShot=True, interval=round(seconds * 1000))
        timer.timeout.connect(work)
        timer.timeout.connect(timer.deleteLater)
        timer.start()
        wanted = [True]

        def cancel() -> None:
            # After its time the timer is deleted, and must not be touched.
            if wanted:
                wanted.clear()
                timer.stop()
                timer.deleteLater()

        timer.timeout.connect(wanted.clear)
        return cancel
