"""Garbage collection on the GUI thread only, in portions that nobody sees.

Python collects on whatever thread happens to make an object. Qt's objects that are garbage in a
cycle would then be destroyed on a worker, which ends the process sooner or later.
"""

import ctypes
import gc
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

LOOK_MS = 40
# So many new objects are walked through in a millisecond or two.
YOUNG = 1_500
# All are walked through once more when so many were spared, and so long ago.
GROWN, SWEEP_S = 200_000, 600.0


class GuiCollector(QObject):
    """Takes collecting over from Python while it lives.

    New objects are looked at often, and those that live on then are spared: a walk through what
    a list of 10,000 machines holds stops every thread for 50 ms. What ends in a cycle after it was
    spared is found once nobody works in the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = 0
        self._swept_at = time.monotonic()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what is due."""
        young = gc.get_count()[0]
        if young <= YOUNG:
            return
        gc.collect(0)
        gc.freeze()
        self._spared += young
        if self._spared > GROWN and self._is_time_to_sweep():
            self.sweep()

    def sweep(self) -> None:
        """Collect everything."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._spared, self._swept_at = 0, time.monotonic()

    def _is_time_to_sweep(self) -> bool:
        return time.monotonic() > self._swept_at + SWEEP_S and not _is_worked_in()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()


def _is_worked_in() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


def give_back() -> None:
    """Return to the system what starting, or a big list, took for a while."""
    _with_libc(lambda libc: libc.malloc_trim(0))


def share_arenas() -> None:
    """Let all threads take memory from one place: glibc's habit of one for each thread costs a
    third more, and the interpreter lets one thread work at a time anyway. Before threads start.
    """
    _with_libc(lambda libc: libc.mallopt(_M_ARENA_MAX, 1))


_M_ARENA_MAX = -8  # malloc.h


def _with_libc(use: Callable[[ctypes.CDLL], object]) -> None:
    with suppress(OSError, AttributeError):  # not glibc
        use(ctypes.CDLL(None))
