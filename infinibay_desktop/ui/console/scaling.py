"""Where a guest's screen lies in its view; pure arithmetic, for painting and the mouse alike."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from infinibay_desktop.model.consoles import Rect


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room for a screen: Qt's logical size, and device pixels for each logical one.

    `origin` is where it begins in its window, logically: with fractional ratios that may be
    in the middle of a device pixel.
    """

    size: QSizeF
    ratio: float
    origin: QPointF

    @property
    def device_width(self) -> int:
        """Whole device pixels across."""
        return int(self.size.width() * self.ratio + 0.01)

    @property
    def device_height(self) -> int:
        """Whole device pixels down."""
        return int(self.size.height() * self.ratio + 0.01)

    def snapped(self, left: float, top: float) -> tuple[float, float]:
        """The place nearest to device pixels `left`, `top` that begins at a whole pixel."""
        x, y = self.origin.x() * self.ratio, self.origin.y() * self.ratio
        return round(x + left) - x, round(y + top) - y


@dataclass(frozen=True, slots=True)
class Placement:
    """A guest's screen at device pixels `left`, `top`, each of its pixels `scale` of ours."""

    width: int
    height: int
    scale: float
    left: float
    top: float
    ratio: float

    @property
    def smooth(self) -> bool:
        """Whether pixels must be blended; whole multiples stay sharp."""
        return not math.isclose(self.scale, max(1, round(self.scale)), rel_tol=1e-6)

    def target(self) -> QRectF:
        """The whole screen, in device pixels."""
        return QRectF(self.left, self.top, self.width * self.scale, self.height * self.scale)

    def inside(self) -> QRect:
        """The logical pixels that the screen covers wholly: what lies around must be painted."""
        target = self.target()
        left, top = (math.ceil(edge / self.ratio) + 1 for edge in (target.left(), target.top()))
        right, bottom = (
            math.floor(edge / self.ratio) - 1
            for edge in (self.left + target.width(), self.top + target.height())
        )
        return QRect(left, top, max(0, right - left), max(0, bottom - top))

    def to_guest(self, x: float, y: float) -> tuple[int, int]:
        """The guest's pixel under a logical point of ours; the nearest, outside of it."""
        return (
            _bounded(math.floor((x * self.ratio - self.left) / self.scale), self.width),
            _bounded(math.floor((y * self.ratio - self.top) / self.scale), self.height),
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a logical point of ours lies on the screen."""
        return self.target().contains(x * self.ratio, y * self.ratio)

    def to_view(self, part: Rect) -> QRect:
        """The logical rectangle that shows `part` of the guest's screen, with what it tints."""
        # A blended pixel also shows a little of its neighbours.
        border = self.scale + 1 if self.smooth else 0
        left = (self.left + part.x * self.scale - border) / self.ratio
        top = (self.top + part.y * self.scale - border) / self.ratio
        right = (self.left + (part.x + part.width) * self.scale + border) / self.ratio
        bottom = (self.top + (part.y + part.height) * self.scale + border) / self.ratio
        x, y = math.floor(left + 1e-6), math.floor(top + 1e-6)
        return QRect(x, y, math.ceil(right - 1e-6) - x, math.ceil(bottom - 1e-6) - y)


def fitted(width: int, height: int, canvas: Canvas) -> Placement:
    """As large as the canvas allows, in the screen's own proportions, in the middle."""
    scale = min(canvas.device_width / width, canvas.device_height / height)
    scale = max(scale, 1 / max(width, height))
    left, top = canvas.snapped(
        (canvas.device_width - width * scale) / 2, (canvas.device_height - height * scale) / 2
    )
    return Placement(width, height, scale, left, top, canvas.ratio)


def actual(width: int, height: int, canvas: Canvas, scrolled: tuple[int, int]) -> Placement:
    """Pixel for pixel; `scrolled` by device pixels where there is no room for all of it."""
    left, top = canvas.snapped(
        max(0.0, (canvas.device_width - width) / 2) - scrolled[0],
        max(0.0, (canvas.device_height - height) / 2) - scrolled[1],
    )
    return Placement(width, height, 1.0, left, top, canvas.ratio)


def _bounded(place: int, size: int) -> int:
    return max(0, min(place, size - 1))
