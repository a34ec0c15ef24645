"""Small drawings of machine states: each has a shape of its own, so that colour is only an extra."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

# Shapes are drawn on a square of 16 units.
UNITS = 16.0


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _play() -> QPainterPath:
    return _polygon((4, 2), (14, 8), (4, 14))


def _bars() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 2.5, 3.6, 11), 1, 1)
    path.addRoundedRect(QRectF(9.4, 2.5, 3.6, 11), 1, 1)
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3.5, 3.5, 9, 9), 1.5, 1.5)
    return path


def _disk() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 2.5, 11, 11), 1.5, 1.5)
    window = QPainterPath()
    window.addRect(QRectF(5, 2.5, 6, 3.5))
    label = QPainterPath()
    label.addRect(QRectF(5, 8.5, 6, 3.5))
    return path.subtracted(window).subtracted(label)


def _cross() -> QPainterPath:
    return _polygon(
        (3, 4.8), (4.8, 3), (8, 6.2), (11.2, 3), (13, 4.8), (9.8, 8),
        (13, 11.2), (11.2, 13), (8, 9.8), (4.8, 13), (3, 11.2), (6.2, 8),
    )  # fmt: skip


def _moon() -> QPainterPath:
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(QRectF(2.5, 2.5, 11, 11))
    bite.addEllipse(QRectF(6.2, 0.8, 10, 10))
    return whole.subtracted(bite)


def _falling() -> QPainterPath:
    return _polygon((2, 4), (14, 4), (8, 13))


def _hourglass() -> QPainterPath:
    path = _polygon((3.5, 2.5), (12.5, 2.5), (8, 8))
    path.addPath(_polygon((8, 8), (12.5, 13.5), (3.5, 13.5)))
    return path


def _dots() -> QPainterPath:
    path = QPainterPath()
    for x in (3.4, 8.0, 12.6):
        path.addEllipse(QPointF(x, 8), 1.9, 1.9)
    return path


def _question() -> QPainterPath:
    bow = QPainterPath(QPointF(4.6, 5.6))
    bow.cubicTo(4.8, 1.4, 11.4, 1.6, 11.4, 5.4)
    bow.cubicTo(11.4, 8, 8, 7.8, 8, 10.2)
    path = _stroked(bow, 1.9)
    path.addEllipse(QPointF(8, 13), 1.25, 1.25)
    return path


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    return QPainterPathStroker(QPen(Qt.GlobalColor.black, width)).createStroke(path)


# By the names under which icons.pixmap knows them.
GLYPHS: dict[str, Callable[[], QPainterPath]] = {
    "state-running": _play,
    "state-paused": _bars,
    "state-shutting-down": _falling,
    "state-shut-off": _square,
    "state-saved": _disk,
    "state-crashed": _cross,
    "state-suspended": _moon,
    "state-creating": _hourglass,
    "state-deleting": _dots,
    "state-unknown": _question,
}


def paint_glyph(painter: QPainter, name: str, color: QColor, side: float) -> None:
    """Fill the shape of that name at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / UNITS, side / UNITS)
    painter.fillPath(GLYPHS[name](), color)
