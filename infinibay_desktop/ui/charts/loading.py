"""Imports pyqtgraph for the first chart without holding the window for long.

It touches every type that Qt has. PySide makes a type when it is first touched, and the program
falls where two threads do that at once: so this belongs to the GUI thread, in small steps.
"""

import sys
import time
from collections.abc import Iterator
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

_CHART = "infinibay_desktop.ui.charts.chart"
# In this order: the largest last, when most of what it needs is there.
_MODULES = (
    "decimal",
    "xml.etree.ElementTree",
    "cProfile",
    "pydoc",
    "multiprocessing.connection",
    "PySide6.QtSvg",
    "PySide6.QtTest",
    "PySide6.QtOpenGLWidgets",
    "pyqtgraph",
    _CHART,
)
_SLICE_S = 0.004


class ChartLoader(QObject):
    """Imports what charts are made of; between its steps the window answers."""

    loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin; `loaded` comes at once where it is all there already."""
        if _CHART in sys.modules:
            self.loaded.emit()
        elif not self._timer.isActive():
            self._steps = _steps()
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        until_s = time.perf_counter() + _SLICE_S
        for _step in self._steps:
            if time.perf_counter() > until_s:
                self._timer.start()
                return
        self.loaded.emit()


def _steps() -> Iterator[object]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            yield getattr(module, name, None)
    for name in _MODULES:
        yield import_module(name)
