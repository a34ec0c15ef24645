"""Small lines of CPU load, whose points are written into memory that Qt draws from."""

from array import array
from collections.abc import Sequence

from PySide6.QtGui import QPolygon

from infinibay_desktop.ui.machines.rows import HISTORY
from infinibay_desktop.ui.widgets.point_memory import memory_of

_POINT = array("i", (0, 0))
_BYTES = HISTORY * len(_POINT) * _POINT.itemsize


class Spark:
    """One line of HISTORY points. To bend it anew makes no Qt object, which is dear in a paint."""

    __slots__ = ("_points", "line")

    def __init__(self) -> None:
        self.line = QPolygon()
        self.line.resize(HISTORY)
        self._points = memory_of(self.line, _BYTES).cast("i")

    def bend(self, points: "array[int]") -> None:
        """Take other points, an x and a y for each."""
        self._points[:] = points


class SparkRoom:
    """Where sparklines stand in their column, and lines that are no longer shown."""

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self._floor = top + height
        self._height = height
        self._points = array("i", bytes(_BYTES))
        for place in range(HISTORY):
            self._points[2 * place] = left + round(place * (width - 1) / (HISTORY - 1))

    def bend(self, spark: Spark, history: Sequence[float]) -> None:
        """Draw this history, percent, the newest at the right."""
        floor, height = self._floor, self._height
        scale = height / 100
        levels = [floor - int(value * scale) for value in history]
        # A short history begins at the right: what is before it lies in one point.
        missing = HISTORY - len(levels)
        points = self._points
        if missing:
            points = points[:]
            points[: 2 * missing : 2] = array("i", [points[2 * missing]]) * missing
            levels = [levels[0]] * missing + levels
        points[1::2] = array("i", levels)
        spark.bend(points)
