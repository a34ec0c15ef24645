"""Small live charts: the last minutes of a figure, with its unit and its gaps."""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.widgets.icons import tint

SPAN_S = 120.0
GAP_S = 7.0
_HEAD = 20
_TONES = ("accent", "paused")
Point = tuple[float, float | None]


class LiveChart(QWidget):
    """One or two lines over two minutes. What is not known is a gap, never a zero.

    `ceiling` is the value at the top; without one, the chart grows with its largest value.
    """

    def __init__(
        self,
        title: str,
        words: Callable[[float | None], str],
        *,
        names: tuple[str, ...] = ("",),
        ceiling: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._words, self._names, self._ceiling = title, words, names, ceiling
        self._lines: list[deque[Point]] = [deque(maxlen=512) for _ in names]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        """Room for a heading and a line."""
        return QSize(200, 92)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrowest pane."""
        return QSize(110, 92)

    def set_ceiling(self, ceiling: float) -> None:
        """Put another value at the top."""
        self._ceiling = ceiling

    def add(self, *values: float | None, at: float | None = None) -> None:
        """One reading, a value for each line; `at` is a moment of the monotonic clock."""
        moment = time.monotonic() if at is None else at
        for line, value in zip(self._lines, values, strict=True):
            line.append((moment, value))
            while line and line[0][0] < moment - SPAN_S - GAP_S:
                line.popleft()
        self.setAccessibleDescription(self.last_words())
        self.update()

    def clear(self) -> None:
        """Forget all readings."""
        for line in self._lines:
            line.clear()
        self.setAccessibleDescription("")
        self.update()

    def last_words(self) -> str:
        """The newest values with their units."""
        lasts = [line[-1][1] if line else None for line in self._lines]
        if lasts and all(last is None for last in lasts):
            return NO_FIGURE
        said = [
            f"{name} {self._words(last)}".strip()
            for name, last in zip(self._names, lasts, strict=True)
        ]
        return " · ".join(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heading, the ground and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        ground = QRectF(self.rect()).adjusted(0.5, _HEAD + 2.5, -0.5, -0.5)
        painter.setPen(QPen(tint("border"), 1))
        painter.setBrush(tint("sunken"))
        painter.drawRoundedRect(ground, 4, 4)
        inner = ground.adjusted(3, 4, -3, -4)
        top = self._top()
        painter.setPen(QPen(tint("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(inner.left(), inner.center().y()),
                         QPointF(inner.right(), inner.center().y()))  # fmt: skip
        newest = max((line[-1][0] for line in self._lines if line), default=0.0)
        painter.setClipRect(ground)
        for number, line in enumerate(self._lines):
            style = Qt.PenStyle.SolidLine if number == 0 else Qt.PenStyle.DashLine
            painter.setPen(QPen(tint(_TONES[number]), 1.6, style))
            for part in parts_of(line):
                points = [_point(inner, at, value, newest, top) for at, value in part]
                if len(points) == 1:
                    painter.drawPoint(points[0])
                painter.drawPolyline(QPolygonF(points))

    def _paint_head(self, painter: QPainter) -> None:
        room = QRectF(0, 0, self.width(), _HEAD)
        metrics = self.fontMetrics()
        words = self.last_words()
        figures = metrics.horizontalAdvance(words) + 8
        painter.setPen(tint("muted"))
        left = max(0.0, room.width() - figures)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, int(left))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(tint("text"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _top(self) -> float:
        if self._ceiling:
            return self._ceiling
        largest = max((v for line in self._lines for _, v in line if v is not None), default=0.0)
        return max(largest * 1.15, 1024.0)


def parts_of(line: "deque[Point]") -> list[list[tuple[float, float]]]:
    """A line's unbroken parts: an unknown value, or none for some seconds, breaks it."""
    parts: list[list[tuple[float, float]]] = []
    before: float | None = None
    for at, value in line:
        if value is None:
            before = None
            continue
        if before is None or at - before > GAP_S:
            parts.append([])
        parts[-1].append((at, value))
        before = at
    return parts


def _point(room: QRectF, at: float, value: float, newest: float, top: float) -> QPointF:
    x = room.right() - (newest - at) / SPAN_S * room.width()
    y = room.bottom() - min(1.0, value / top) * room.height()
    return QPointF(x, y)
