"""Draws machines as tiles: the screen, or the state's shape, the name, and whose it is."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPainter, QPen, QPixmap, QStaticText

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.machines.columns import Column, cells
from infinibay_desktop.ui.machines.glyphs import Glyphs
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.widgets.dots import DOT_PX, Dots
from infinibay_desktop.ui.widgets.prepared_texts import PreparedTexts
from infinibay_desktop.ui.widgets.theme import Tones

PAD_PX = 8
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Look:
    """How a tile stands out."""

    selected: bool
    hovered: bool
    current: bool


class _Tile:
    """The texts of one tile, prepared."""

    __slots__ = ("cells", "colour", "department", "figure", "figure_x", "name", "state")

    def __init__(self, row: Row, texts: PreparedTexts, room: int, state_room: int) -> None:
        whose_room = state_room
        self.cells = cells(row)
        self.name, _taken = texts.get(row.name, room)
        self.figure: QStaticText | None = None
        self.figure_x = 0
        if row.state is MachineState.RUNNING and row.cpu_percent is not None:
            self.figure, taken = texts.get(self.cells[Column.CPU], room)
            self.figure_x = room + PAD_PX - taken
            state_room -= taken + PAD_PX
        self.state, _taken = texts.get(self.cells[Column.STATE], max(1, state_room))
        self.department: QStaticText | None = None
        self.colour = row.colour
        if row.department:
            self.department, _taken = texts.get(row.department, max(1, whose_room))


class TilePainter:
    """Draws tiles in one font, one theme and one scale of the screen."""

    def __init__(self, font: QFont, tones: Tones, scale: float) -> None:
        self.texts = PreparedTexts(font)
        line = self.texts.height
        self._line = line
        self.picture_width = max(192, self.texts.width_of("0" * 24))
        self.picture_height = self.picture_width * 10 // 16
        self.width = self.picture_width + 2 * PAD_PX
        self.height = self.picture_height + 3 * line + 4 * PAD_PX + PAD_PX // 2
        self._glyph_px = max(12, round(line * 0.8))
        self._small = Glyphs(tones, self._glyph_px, scale)
        self._big_px = self.picture_height // 3
        self._big = Glyphs(tones, self._big_px, scale)
        self._dots = Dots(scale)
        self._name_pen, self._quiet = QPen(tones.color("text")), QPen(tones.color("muted"))
        self._edge, self._rim = QPen(tones.color("accent")), QPen(tones.color("border"))
        self._empty, self._selected = tones.color("sunken"), tones.color("accent_soft")
        self._hovered, self._mark = tones.color("hover"), tones.color("accent")
        self._tiles: dict[Row, _Tile] = {}

    def begin(self) -> None:
        """Get ready for the tiles of one paint."""
        if self.texts.turn_over():
            self._tiles.clear()

    def paint(self, painter: QPainter, row: Row, picture: QPixmap | None, look: Look) -> None:
        """Draw one tile with its corner at the painter's origin."""
        self._ground(painter, look)
        self._screen(painter, row, picture)
        tile = self._tile(row)
        stale = row.stale_since is not None
        y = self.picture_height + 2 * PAD_PX
        painter.setPen(self._quiet if stale else self._name_pen)
        painter.drawStaticText(PAD_PX, y, tile.name)
        y += self._line + PAD_PX // 2
        glyph_y = y + (self._line - self._glyph_px) // 2
        painter.drawPixmap(PAD_PX, glyph_y, self._small.of(row.state, stale=stale))
        painter.setPen(self._quiet)
        painter.drawStaticText(PAD_PX + self._glyph_px + 6, y, tile.state)
        if tile.figure:
            painter.drawStaticText(tile.figure_x, y, tile.figure)
        if tile.department:
            y += self._line + PAD_PX // 2
            dot_x = PAD_PX + (self._glyph_px - DOT_PX) // 2
            painter.drawPixmap(dot_x, y + (self._line - DOT_PX) // 2, self._dots.of(tile.colour))
            painter.drawStaticText(PAD_PX + self._glyph_px + 6, y, tile.department)

    def _ground(self, painter: QPainter, look: Look) -> None:
        if look.selected or look.hovered:
            color = self._selected if look.selected else self._hovered
            painter.fillRect(0, 0, self.width, self.height, color)
        if look.selected:
            painter.fillRect(0, 0, self.width, 3, self._mark)
        if look.current:
            painter.setPen(self._edge)
            painter.drawRect(0, 0, self.width - 1, self.height - 1)

    def _screen(self, painter: QPainter, row: Row, picture: QPixmap | None) -> None:
        width, height = self.picture_width, self.picture_height
        painter.fillRect(PAD_PX, PAD_PX, width, height, self._empty)
        stale = row.stale_since is not None
        if picture is None:
            x, y = PAD_PX + (width - self._big_px) // 2, PAD_PX + (height - self._big_px) // 2
            painter.setOpacity(0.5)
            painter.drawPixmap(x, y, self._big.of(row.state, stale=stale))
        else:
            size = picture.deviceIndependentSize()
            x = PAD_PX + (width - int(size.width())) // 2
            y = PAD_PX + (height - int(size.height())) // 2
            painter.setOpacity(0.4 if stale else 1)
            painter.drawPixmap(x, y, picture)
        painter.setOpacity(1)
        painter.setPen(self._rim)
        painter.drawRect(PAD_PX, PAD_PX, width - 1, height - 1)

    def _tile(self, row: Row) -> _Tile:
        tile = self._tiles.get(row)
        if tile is None or tile.cells is not cells(row):
            if len(self._tiles) >= _KEPT:
                self._tiles.clear()
            state_room = self.picture_width - self._glyph_px - 6
            tile = self._tiles[row] = _Tile(row, self.texts, self.picture_width, state_room)
        return tile
