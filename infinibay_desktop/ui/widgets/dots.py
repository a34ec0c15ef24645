"""Round marks in the colours that people chose for their departments."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from infinibay_desktop.ui.widgets.icons import tint

DOT_PX = 10
# More colours than anybody tells apart.
_KEPT = 256


class Dots:
    """Dots by colour, drawn once for one scale of the screen."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._made: dict[str, QPixmap] = {}

    def of(self, colour: str) -> QPixmap:
        """The dot of a colour given as #rrggbb."""
        found = self._made.get(colour)
        if found is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            found = self._made[colour] = dot(colour, self._scale)
        return found


def dot(colour: str, scale: float, *, size: int = DOT_PX) -> QPixmap:
    """A dot with an edge that shows it on any ground; without a colour, a ring."""
    made = QPixmap(round(size * scale), round(size * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QRectF(0.75, 0.75, size - 1.5, size - 1.5))
    painter.setPen(QPen(tint("strong_border"), 1))
    ground = QColor(colour)
    if ground.isValid():
        painter.setBrush(ground)
    painter.drawPath(path)
    painter.end()
    return made


def dot_icon(colour: str, of: QWidget, *, size: int = DOT_PX) -> QIcon:
    """The same as an icon for a widget's screen."""
    return QIcon(dot(colour, of.devicePixelRatioF(), size=size))
