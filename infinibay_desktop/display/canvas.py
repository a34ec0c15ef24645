"""The memory of a screen."""

import numpy as np
from numpy.typing import NDArray

from infinibay_desktop.display.limits import check_size, garbage
from infinibay_desktop.model.consoles import Frame, Rect

Points = NDArray[np.uint32]
Bytes = NDArray[np.uint8]


def points_of(colours: Bytes) -> Points:
    """Points of colours that are rows of blue, green and red."""
    padded = np.zeros((len(colours), 4), np.uint8)
    padded[:, :3] = colours
    points: Points = padded.view(np.uint32).reshape(len(colours))
    return points


class Canvas:
    """A screen's points, seen as rows of points and as rows of their four bytes."""

    def __init__(self, width: int, height: int) -> None:
        check_size(width, height)
        self.width, self.height = width, height
        self.points: Points = np.zeros((height, width), np.uint32)
        self.bytes: Bytes = self.points.view(np.uint8).reshape(height, width, 4)
        self.rows = self.points.data.cast("B")

    @property
    def stride_bytes(self) -> int:
        """Bytes of one row."""
        return self.width * 4

    def frame(self) -> Frame:
        """The same memory, for whoever paints it."""
        return Frame(
            width=self.width,
            height=self.height,
            stride_bytes=self.stride_bytes,
            pixels=self.rows,
        )

    def check(self, rect: Rect) -> None:
        """Refuse a part that is not on the screen."""
        if rect.x + rect.width > self.width or rect.y + rect.height > self.height:
            raise garbage("a part that lies outside of the screen")

    def part(self, rect: Rect) -> Points:
        """The points of a part, to write to."""
        x, y, width, height = rect
        return self.points[y : y + height, x : x + width]

    def part_bytes(self, rect: Rect) -> Bytes:
        """The bytes of a part's points, to write to."""
        x, y, width, height = rect
        return self.bytes[y : y + height, x : x + width]
