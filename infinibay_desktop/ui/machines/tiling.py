"""Where tiles stand: places are computed, so that 10,000 cost no more than ten."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

GAP_PX = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """`count` tiles of one size in rows as wide as the viewport, from the content's corner."""

    count: int
    tile_width: int
    tile_height: int
    width: int
    mirrored: bool = False

    @property
    def columns(self) -> int:
        """Tiles in a row."""
        return max(1, (self.width - GAP_PX) // (self.tile_width + GAP_PX))

    @property
    def height(self) -> int:
        """Height of all rows."""
        return GAP_PX + -(-self.count // self.columns) * self.step

    @property
    def step(self) -> int:
        """From one row to the next."""
        return self.tile_height + GAP_PX

    @property
    def gap(self) -> int:
        """Room between columns: what they leave, shared out."""
        columns = self.columns
        return max(GAP_PX, (self.width - columns * self.tile_width) // (columns + 1))

    def corner(self, position: int) -> tuple[int, int]:
        """Left and top of a tile."""
        row, column = divmod(position, self.columns)
        gap = self.gap
        x = gap + column * (self.tile_width + gap)
        if self.mirrored:
            x = self.width - x - self.tile_width
        return x, GAP_PX + row * self.step

    def rect(self, position: int) -> QRect:
        """Where a tile stands."""
        x, y = self.corner(position)
        return QRect(x, y, self.tile_width, self.tile_height)

    def position_at(self, point: QPoint) -> int:
        """The tile at a point; -1 where there is none."""
        gap, columns = self.gap, self.columns
        across = self.width - 1 - point.x() if self.mirrored else point.x()
        column, x = divmod(across - gap, self.tile_width + gap)
        row, y = divmod(point.y() - GAP_PX, self.step)
        inside = 0 <= column < columns and row >= 0 and x < self.tile_width and y < self.tile_height
        position = row * columns + column
        return position if inside and position < self.count else -1

    def between(self, top: int, bottom: int) -> range:
        """Tiles of the rows that touch this stripe."""
        columns = self.columns
        first = max(0, (top - GAP_PX) // self.step)
        last = max(0, (bottom - GAP_PX) // self.step)
        return range(first * columns, min((last + 1) * columns, self.count))
