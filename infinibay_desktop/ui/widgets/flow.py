"""A grid whose number of columns follows the width, for cards and tiles."""

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowGrid(QLayout):
    """Parts in cells of equal width, as many beside each other as `cell_width` allows.

    A `level` grid has rows, each as high as its highest part; in another, parts stand close
    below each other. A part stays in its column whatever the others' heights are. Hidden parts
    leave no hole. Cells grow up to `widest`, where that is given. A `balanced` grid has no more
    columns than its rows need, so that no part stands alone below a full row.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        cell_width: int,
        widest: int = 0,
        gap: int = 12,
        level: bool = True,
        balanced: bool = False,
    ) -> None:
        super().__init__(parent)
        self._cell_width = cell_width
        self._widest = widest
        self._gap = gap
        self._level = level
        self._balanced = balanced
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def columns(self, width: int) -> int:
        """How many cells stand beside each other in `width`."""
        fitting = (width + self._gap) // (self._cell_width + self._gap)
        parts = len(self._visible()) or 1
        columns = max(1, min(fitting, parts))
        return ceil(parts / ceil(parts / columns)) if self._balanced else columns

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a part before others."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Append a part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is this wide."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:
        """One column of the widest part."""
        width = max((item.minimumSize().width() for item in self._visible()), default=0)
        tallest = max((item.minimumSize().height() for item in self._visible()), default=0)
        return QSize(width, tallest)

    def sizeHint(self) -> QSize:
        """One column."""
        return self.minimumSize().expandedTo(QSize(self._cell_width, 0))

    def setGeometry(self, rectangle: QRect) -> None:
        """Put each part in its cell."""
        super().setGeometry(rectangle)
        self._place(rectangle, move=True)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, room: QRect, *, move: bool) -> int:
        """Go through the parts; returns the height that they take."""
        items, columns = self._visible(), self.columns(room.width())
        edges = self._edges(room, columns)
        tops = [room.top()] * columns
        for first in range(0, len(items), columns):
            line = items[first : first + columns]
            heights = [_height(item, right - left) for item, (left, right) in zip(line, edges)]  # noqa: B905 - the last row may be shorter
            if self._level:
                heights = [max(heights)] * len(line)
            for place, (item, height) in enumerate(zip(line, heights, strict=True)):
                left, right = edges[place]
                if move:
                    item.setGeometry(QRect(left, tops[place], right - left, height))
                tops[place] += height + self._gap
        return max(0, max(tops) - self._gap - room.top())

    def _edges(self, room: QRect, columns: int) -> list[tuple[int, int]]:
        """Left and right of each column; together they fill the room to the pixel."""
        width = room.width()
        if self._widest:
            width = min(width, columns * (self._widest + self._gap) - self._gap)
        step = (width + self._gap) / columns
        starts = [room.left() + round(place * step) for place in range(columns + 1)]
        return [(left, right - self._gap) for left, right in pairwise(starts)]


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
