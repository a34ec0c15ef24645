"""Small drawings of machine states: each has a shape of its own, so that colour is only an extra."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
    QPolygonF,
)

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.widgets.theme import Tones

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


_SHAPES: dict[MachineState, Callable[[], QPainterPath]] = {
    MachineState.RUNNING: _play,
    MachineState.PAUSED: _bars,
    MachineState.SHUTTING_DOWN: _falling,
    MachineState.SHUT_OFF: _square,
    MachineState.SAVED: _disk,
    MachineState.CRASHED: _cross,
    MachineState.SUSPENDED: _moon,
    MachineState.CREATING: _hourglass,
    MachineState.DELETING: _dots,
    MachineState.UNKNOWN: _question,
}
_TONES: dict[MachineState, str] = {
    MachineState.RUNNING: "running",
    MachineState.PAUSED: "paused",
    MachineState.SHUTTING_DOWN: "paused",
    MachineState.SHUT_OFF: "off",
    MachineState.SAVED: "accent",
    MachineState.CRASHED: "danger",
    MachineState.SUSPENDED: "paused",
    MachineState.CREATING: "accent",
    MachineState.DELETING: "danger",
    MachineState.UNKNOWN: "muted",
}


def state_tone(state: MachineState, *, stale: bool = False) -> str:
    """Name of the state's tone in the theme."""
    return "muted" if stale else _TONES[state]


class Glyphs:
    """State drawings as pixmaps of one size and scale, each drawn once."""

    def __init__(self, tones: Tones, size_px: int, scale: float) -> None:
        self._tones = tones
        self._size_px = size_px
        self._scale = scale
        self._made: dict[tuple[MachineState, bool], QPixmap] = {}

    def of(self, state: MachineState, *, stale: bool = False) -> QPixmap:
        """The state's drawing; a stale one has no colour."""
        found = self._made.get((state, stale))
        if found is None:
            tone = state_tone(state, stale=stale)
            found = draw_glyph(state, self._tones.color(tone), self._size_px, self._scale)
            self._made[state, stale] = found
        return found


def draw_glyph(state: MachineState, color: QColor, size_px: int, scale: float) -> QPixmap:
    """The state's shape in one colour, exact at the scale of the screen."""
    pixmap = QPixmap(round(size_px * scale), round(size_px * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size_px / UNITS, size_px / UNITS)
    painter.fillPath(_SHAPES[state](), color)
    painter.end()
    return pixmap
