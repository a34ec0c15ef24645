"""A guest's screen and pointer as Qt's images, without copies where they are large."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QImage, QPainter, QPixmap, QRegion

from infinibay_desktop.model.consoles import CursorShape, Frame
from infinibay_desktop.ui.console.scaling import Placement

# A guest could ask for a pointer that hides the desktop.
_CURSOR_LIMIT = 256


class Picture:
    """A frame wrapped as an image: the pixels stay where the console's thread writes them."""

    def __init__(self, frame: Frame) -> None:
        # The image does not own the pixels.
        self._frame = frame
        self._image = QImage(
            frame.pixels,
            frame.width,
            frame.height,
            frame.stride_bytes,
            QImage.Format.Format_RGB32,
        )

    @property
    def width(self) -> int:
        """The guest's pixels across."""
        return self._frame.width

    @property
    def height(self) -> int:
        """The guest's pixels down."""
        return self._frame.height

    def copy(self) -> QImage:
        """The screen as it is now, in memory of its own."""
        return self._image.copy()

    def paint(self, painter: QPainter, placement: Placement, region: QRegion) -> None:
        """Draw what `region`, in logical pixels, shows of the screen and what is beside it."""
        painter.setClipRegion(region)
        target = placement.target()
        painter.scale(1 / placement.ratio, 1 / placement.ratio)
        if placement.smooth:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._image, QRectF(self._image.rect()))


def cursor_of(shape: CursorShape, ratio: float) -> QCursor:
    """The guest's pointer at `ratio` device pixels a logical one; blank if it hides it."""
    usable = 0 < shape.width <= _CURSOR_LIMIT and 0 < shape.height <= _CURSOR_LIMIT
    if not usable or len(shape.pixels) < shape.width * shape.height * 4:
        return QCursor(Qt.CursorShape.BlankCursor)
    image = QImage(
        shape.pixels,
        shape.width,
        shape.height,
        shape.width * 4,
        QImage.Format.Format_ARGB32,
    ).copy()
    image.setDevicePixelRatio(ratio)
    hot = QPointF(shape.hot_x, shape.hot_y) / ratio
    return QCursor(QPixmap.fromImage(image), round(hot.x()), round(hot.y()))
