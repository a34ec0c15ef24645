"""The memory that Qt draws polygons from, to be written without making a point."""

from typing import Any

from PySide6.QtGui import QPolygon, QPolygonF
from shiboken6 import VoidPtr


def memory_of(polygon: QPolygon | QPolygonF, size_bytes: int) -> memoryview:
    """The points of a polygon that nobody else holds: for each an x and a y, in Qt's own type.

    It must have so many points, and is not to be resized while the memory is used.
    """
    # The stubs know neither these arguments nor that it is a buffer.
    pointer: Any = VoidPtr
    return memoryview(pointer(polygon.data(), size_bytes, True))
