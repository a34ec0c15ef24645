"""Garbage collection on the GUI thread only, in portions that nobody sees.

Python collects on whatever thread happens to make an object. Qt's objects that are garbage in a
cycle would then be destroyed on a worker, which ends the process sooner or later.
"""

import ctypes
import gc
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500
# Young objects are collected once there are so many new ones, older ones each so many looks.
YOUNG, MIDDLE_LOOKS, OLD_LOOKS = 5_000, 20, 240


class GuiCollector(QObject):
    """Takes collecting over from Python while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def spare(self) -> None:
        """Keep all that lives now out of later collections, and give back what starting took.

        With a list of 10,000 machines a walk through all of it stops the window for 50 ms.
        """
        gc.freeze()
        _with_libc(lambda libc: libc.malloc_trim(0))

    def look(self) -> None:
        """Collect what is due."""
        self._looks += 1
        if self._looks % OLD_LOOKS == 0:
            gc.collect()
        elif self._looks % MIDDLE_LOOKS == 0:
            gc.collect(1)
        elif gc.get_count()[0] > YOUNG:
            gc.collect(0)

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()


def share_arenas() -> None:
    """Let all threads take memory from one place: glibc's habit of one for each thread costs a
    third more, and the interpreter lets one thread work at a time anyway. Before threads start.
    """
    _with_libc(lambda libc: libc.mallopt(_M_ARENA_MAX, 1))


_M_ARENA_MAX = -8  # malloc.h


def _with_libc(use: Callable[[ctypes.CDLL], object]) -> None:
    with suppress(OSError, AttributeError):  # not glibc
        use(ctypes.CDLL(None))
