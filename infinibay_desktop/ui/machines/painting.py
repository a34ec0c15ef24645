"""Draws rows with few and cheap calls: beside a busy Python worker each needless one costs.

Qt values made while painting (rectangles, points) hand the interpreter to other threads for up
to half a millisecond each. So everything is prepared per row, kept, and drawn with plain numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QStaticText

from infinibay_desktop.ui.formats import NO_FIGURE, rate_text
from infinibay_desktop.ui.machines.columns import RIGHT_ALIGNED, Column, cells
from infinibay_desktop.ui.machines.glyphs import Glyphs
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.machines.sparks import Spark, SparkRoom
from infinibay_desktop.ui.widgets.dots import DOT_PX, Dots
from infinibay_desktop.ui.widgets.prepared_texts import PreparedTexts
from infinibay_desktop.ui.widgets.theme import Tones

PAD_PX = 8
MAX_SPARK_PX = 120
MIN_SPARK_PX = 24
BAR_PX = 5
# A memory that is nearly full gets the colour of a warning.
NEARLY_FULL = 0.9
_KEPT_ROWS = 512


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column stands, from the left of the content."""

    column: Column
    x: int
    width: int


# A row to draw: its top in the viewport, and whether it is selected, hovered and current.
Line = tuple[int, Row, bool, bool, bool]


class _Picture:
    """All that one row needs to be drawn, prepared."""

    __slots__ = (
        "bar", "cells", "dot", "dot_x", "glyph", "glyph_x", "loud", "quiet", "spark", "spark_pen"
    )  # fmt: skip

    def __init__(self, row_cells: tuple[str, ...]) -> None:
        self.cells = row_cells
        self.loud: list[tuple[int, QStaticText]] = []
        self.quiet: list[tuple[int, QStaticText]] = []
        self.glyph: QPixmap | None = None
        self.glyph_x = 0
        self.dot: QPixmap | None = None
        self.dot_x = 0
        self.spark: Spark | None = None
        self.spark_pen: QPen | None = None
        self.bar: tuple[int, int, int, QColor] | None = None


class RowPainter:
    """Draws machine rows in one font, one theme and one arrangement of columns."""

    def __init__(
        self,
        font: QFont,
        tones: Tones,
        scale: float,
        *,
        mirrored: bool,
        sparklines: bool = True,
    ) -> None:
        self.texts = PreparedTexts(font)
        self._mirrored = mirrored
        self._sparklines = sparklines
        height = self.texts.height
        self.row_height = max(height + 12, 24)
        self._text_y = (self.row_height - height) // 2
        self._glyph_px = max(12, round(height * 0.8))
        self._glyph_y = (self.row_height - self._glyph_px) // 2
        self._glyphs = Glyphs(tones, self._glyph_px, scale)
        self._dots = Dots(scale)
        self._dot_y = (self.row_height - DOT_PX) // 2
        self._figure_px = self.texts.width_of("100 %")
        self._memory_px = self.texts.width_of("888.8 / 888 GiB")
        self._dull = frozenset({NO_FIGURE, rate_text(0)})
        self._take_colors(tones)
        self._pictures: dict[Row, _Picture] = {}
        self._spark_room: SparkRoom | None = None
        # Lines of rows that are drawn no more, for those that will be.
        self._sparks: list[Spark] = []
        self._slots: tuple[Slot, ...] = ()

    def _take_colors(self, tones: Tones) -> None:
        self._loud, self._quiet = QPen(tones.color("text")), QPen(tones.color("muted"))
        self._spark_pen = QPen(tones.color("accent"))
        self._edge = QPen(tones.color("accent"))
        self._line = tones.color("sunken")
        self._selected, self._hovered = tones.color("accent_soft"), tones.color("hover")
        self._mark = tones.color("accent")
        self._track = tones.color("strong_border")
        self._fill, self._full = tones.color("accent"), tones.color("paused")

    def arrange(self, slots: Sequence[Slot]) -> None:
        """Use these columns from now on."""
        arranged = tuple(slots)
        if arranged != self._slots:
            self._slots = arranged
            self._forget_pictures()
            self._spark_room = None

    def paint(self, painter: QPainter, lines: Iterable[Line], x: int, width: int) -> None:
        """Draw rows on a viewport of this width, whose content begins at `x`."""
        top = 0
        if self.texts.turn_over():
            self._forget_pictures()
        painter.translate(x, 0)
        for y, row, selected, hovered, current in lines:
            painter.translate(0, y - top)
            top = y
            # The ground spans what is in sight, not what is scrolled away.
            if selected or hovered:
                self._stand_out(painter, -x, width, selected=selected)
            painter.fillRect(-x, self.row_height - 1, width, 1, self._line)
            if current:
                painter.setPen(self._edge)
                painter.drawRect(-x, 0, width - 1, self.row_height - 1)
            self._draw(painter, self._picture(row))

    def _stand_out(self, painter: QPainter, x: int, width: int, *, selected: bool) -> None:
        color = self._selected if selected else self._hovered
        painter.fillRect(x, 0, width, self.row_height, color)
        if selected:
            edge = x + width - 3 if self._mirrored else x
            painter.fillRect(edge, 0, 3, self.row_height, self._mark)

    def _draw(self, painter: QPainter, picture: _Picture) -> None:
        y = self._text_y
        if picture.glyph is not None:
            painter.drawPixmap(picture.glyph_x, self._glyph_y, picture.glyph)
        if picture.dot is not None:
            painter.drawPixmap(picture.dot_x, self._dot_y, picture.dot)
        if picture.loud:
            painter.setPen(self._loud)
            for x, text in picture.loud:
                painter.drawStaticText(x, y, text)
        if picture.quiet:
            painter.setPen(self._quiet)
            for x, text in picture.quiet:
                painter.drawStaticText(x, y, text)
        if picture.spark is not None:
            painter.setPen(picture.spark_pen)
            painter.drawPolyline(picture.spark.line)
        if picture.bar is not None:
            x, width, filled, color = picture.bar
            bar_y = (self.row_height - BAR_PX) // 2
            painter.fillRect(x, bar_y, width, BAR_PX, self._track)
            painter.fillRect(x, bar_y, filled, BAR_PX, color)

    def _picture(self, row: Row) -> _Picture:
        said = cells(row)
        picture = self._pictures.get(row)
        # A row that changed has other cells: the same tuple means the same picture.
        if picture is None or picture.cells is not said:
            if len(self._pictures) >= _KEPT_ROWS:
                self._forget_pictures()
            elif picture is not None and picture.spark is not None:
                self._sparks.append(picture.spark)
            picture = self._pictures[row] = self._composed(row, said)
        return picture

    def _forget_pictures(self) -> None:
        """Draw all rows anew; their lines are used again."""
        self._sparks += [one.spark for one in self._pictures.values() if one.spark is not None]
        self._pictures.clear()

    def _composed(self, row: Row, said: tuple[str, ...]) -> _Picture:
        picture = _Picture(said)
        for slot in self._slots:
            if slot.column is Column.STATE:
                self._add_state(picture, row, slot)
            elif slot.column is Column.CPU:
                self._add_cpu(picture, row, slot)
            elif slot.column is Column.MEMORY:
                self._add_memory(picture, row, slot)
            elif slot.column is Column.DEPARTMENT and row.colour:
                self._add_department(picture, row, slot)
            else:
                self._add_text(picture, slot.column, slot.x, slot.width)
        if row.stale_since:
            picture.quiet += picture.loud
            picture.loud = []
        return picture

    def _add_text(self, picture: _Picture, column: Column, x: int, width: int) -> None:
        said = picture.cells[column]
        room = width - 2 * PAD_PX
        if not said or room <= 0:
            return
        text, taken = self.texts.get(said, room)
        at_right = (column in RIGHT_ALIGNED) is not self._mirrored
        left = x + width - PAD_PX - taken if at_right else x + PAD_PX
        (picture.quiet if said in self._dull else picture.loud).append((left, text))

    def _add_state(self, picture: _Picture, row: Row, slot: Slot) -> None:
        glyph_px = self._glyph_px
        if slot.width < glyph_px + PAD_PX:
            return
        picture.glyph = self._glyphs.of(row.state, stale=row.stale_since is not None)
        if self._mirrored:
            picture.glyph_x = slot.x + slot.width - PAD_PX - glyph_px
            self._add_text(picture, Column.STATE, slot.x, slot.width - PAD_PX - glyph_px)
        else:
            picture.glyph_x = slot.x + PAD_PX
            start = slot.x + PAD_PX + glyph_px
            self._add_text(picture, Column.STATE, start, slot.x + slot.width - start)

    def _add_department(self, picture: _Picture, row: Row, slot: Slot) -> None:
        taken = DOT_PX + PAD_PX // 2
        if slot.width < taken + 2 * PAD_PX:
            return
        picture.dot = self._dots.of(row.colour)
        if self._mirrored:
            picture.dot_x = slot.x + slot.width - PAD_PX - DOT_PX
            self._add_text(picture, slot.column, slot.x, slot.width - taken)
        else:
            picture.dot_x = slot.x + PAD_PX
            self._add_text(picture, slot.column, slot.x + taken, slot.width - taken)

    def _add_cpu(self, picture: _Picture, row: Row, slot: Slot) -> None:
        self._add_text(picture, slot.column, slot.x, slot.width)
        room = min(slot.width - self._figure_px - 3 * PAD_PX, MAX_SPARK_PX)
        history = row.history
        if not self._sparklines or room < MIN_SPARK_PX or not history or len(history) < 2:
            return
        if self._spark_room is None:
            left = slot.x + slot.width - PAD_PX - room if self._mirrored else slot.x + PAD_PX
            self._spark_room = SparkRoom(left, 4, room, self.row_height - 10)
        picture.spark_pen = self._quiet if row.stale_since else self._spark_pen
        picture.spark = self._sparks.pop() if self._sparks else Spark()
        self._spark_room.bend(picture.spark, history)

    def _add_memory(self, picture: _Picture, row: Row, slot: Slot) -> None:
        self._add_text(picture, slot.column, slot.x, slot.width)
        share = row.memory_share
        room = min(slot.width - self._memory_px - 3 * PAD_PX, MAX_SPARK_PX)
        if share is None or room < MIN_SPARK_PX:
            return
        left = slot.x + slot.width - PAD_PX - room if self._mirrored else slot.x + PAD_PX
        color = self._full if share >= NEARLY_FULL else self._fill
        if row.stale_since:
            color = self._quiet.color()
        picture.bar = (left, room, max(1, round(room * share)), color)
