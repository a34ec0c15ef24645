"""The list of acts: one paint event draws all cells in sight."""

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from infinibay_desktop.model.activity import ActivityEntry, Outcome
from infinibay_desktop.ui.activity.model import ActivityModel, Column
from infinibay_desktop.ui.activity.words import outcome_look
from infinibay_desktop.ui.widgets.icons import pixmap
from infinibay_desktop.ui.widgets.prepared_texts import PreparedTexts
from infinibay_desktop.ui.widgets.steady import Steady
from infinibay_desktop.ui.widgets.theme import tones

PAD, ICON, ICON_ROOM = 8, 14, 20
WIDTHS = (145, 130, 150, 180, 105, 80, 110)
# Left out in this order where there is no room.
LEAST_WANTED = (Column.WORKSTATION, Column.TOOK)
NEW_LOOK = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange})
_QUIET = frozenset({Column.WHEN, Column.TOOK, Column.WORKSTATION})
Index = QModelIndex | QPersistentModelIndex


class ActivityTable(QTableView):
    """Tells which rows are in sight, so that those are read."""

    rows_seen = Signal(object)
    chosen = Signal()

    def __init__(self, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = model
        self._texts: PreparedTexts | None = None
        self._brush = QPainter()
        self._glyphs: dict[Outcome, QPixmap] = {}
        self._seen = range(0)
        self.setModel(model)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit())
        model.modelReset.connect(self._on_model_reset)
        model.rowsInserted.connect(self._on_model_rows_inserted)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumSize(160, 80)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        for column, width in zip(Column, WIDTHS, strict=True):
            header.resizeSection(column, width)
        self._height()

    def current_entry(self) -> ActivityEntry | None:
        """The entry that is selected, if it is in memory."""
        index = self.currentIndex()
        return self._acts.record.entry(index.row()) if index.isValid() else None

    def visible_rows(self) -> range:
        """Rows in sight."""
        height, offset = self._height(), self.verticalOffset()
        last = (offset + max(0, self.viewport().height() - 1)) // height
        return range(offset // height, min(last + 1, self._acts.rowCount()))

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event touches."""
        with Steady():
            self._brush.begin(self.viewport())
            try:
                self._paint(event.region().boundingRect())
            finally:
                self._brush.end()

    def _paint(self, area: QRect) -> None:
        height, offset = self._height(), self.verticalOffset()
        texts = cast("PreparedTexts", self._texts)
        texts.turn_over()
        slots = self._slots()
        first = (area.top() + offset) // height
        last = min((area.bottom() + offset) // height, self._acts.rowCount() - 1)
        for row in range(max(0, first), last + 1):
            self._paint_row(row, row * height - offset, height, slots)

    def _slots(self) -> list[tuple[Column, int, int]]:
        header = self.horizontalHeader()
        found = []
        for column in Column:
            if not header.isSectionHidden(column):
                place = header.sectionViewportPosition(column)
                found.append((column, place, header.sectionSize(column)))
        return found

    def _paint_row(
        self, row: int, top: int, height: int, slots: list[tuple[Column, int, int]]
    ) -> None:
        brush, look, width = self._brush, tones(), self.viewport().width()
        if row == self.currentIndex().row():
            brush.fillRect(0, top, width, height, look.color("accent_soft"))
            brush.fillRect(0, top, 3, height, look.color("accent"))
        brush.fillRect(0, top + height - 1, width, 1, look.color("sunken"))
        entry = self._acts.record.entry(row)
        if entry is None:
            self._paint_absent(row, top, height, slots)
            return
        said = self._acts.cells_of(entry)
        loud, quiet = QPen(look.color("text")), QPen(look.color("muted"))
        for column, left, room in slots:
            brush.setPen(quiet if column in _QUIET else loud)
            if column is Column.OUTCOME:
                self._paint_glyph(entry.act.outcome, left, top, height)
                left, room = left + ICON_ROOM, room - ICON_ROOM
            self._paint_text(said[column], left, top, room)

    def _paint_text(self, said: str, left: int, top: int, room: int) -> None:
        texts = cast("PreparedTexts", self._texts)
        inner = room - 2 * PAD
        if not said or inner <= 0:
            return
        text, taken = texts.get(said, inner)
        start = left + room - PAD - taken if self.isRightToLeft() else left + PAD
        self._brush.drawStaticText(start, top + (self._height() - texts.height) // 2, text)

    def _paint_glyph(self, outcome: Outcome, left: int, top: int, height: int) -> None:
        picture = self._glyphs.get(outcome)
        if picture is None:
            look = outcome_look(outcome)
            color, ratio = tones().color(look.tone), self.devicePixelRatioF()
            picture = self._glyphs[outcome] = pixmap(look.symbol, color, ICON, ratio)
        self._brush.drawPixmap(left + PAD, top + (height - ICON) // 2, picture)

    def _paint_absent(
        self, row: int, top: int, height: int, slots: list[tuple[Column, int, int]]
    ) -> None:
        """A row on its way is a pale bar; one that the record does not have says so."""
        look = tones()
        missing = self._acts.record.is_missing(row)
        for column, left, room in slots:
            if column is Column.WHEN and missing:
                self._brush.setPen(look.color("muted"))
                self._paint_text(self.tr("No entry with this number"), left, top, room * 3)
            elif not missing and column < Column.OUTCOME:
                bar = min(room - 2 * PAD, 90)
                self._brush.fillRect(
                    left + PAD, top + height // 2 - 3, bar, 6, look.color("sunken")
                )

    def _height(self) -> int:
        if self._texts is None:
            self._texts = PreparedTexts(self.font())
            height = max(self._texts.height + 12, 24)
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
        return self.verticalHeader().defaultSectionSize()

    # Qt's events.

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Say what came into sight."""
        super().scrollContentsBy(dx, dy)
        self._tell_if_other()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for; the target takes what is left."""
        super().resizeEvent(event)
        self._fit(event.size().width())
        self._tell_if_other()

    def changeEvent(self, event: QEvent) -> None:
        """Prepare drawings anew for another font or theme."""
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._texts = None
            self._glyphs.clear()
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Redraw both rows whole."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def _fit(self, width: int) -> None:
        header = self.horizontalHeader()
        left = sum(WIDTHS) - width
        for column in LEAST_WANTED:
            header.setSectionHidden(column, left > 0)
            left -= WIDTHS[column] if left > 0 else 0
        others = sum(
            header.sectionSize(one)
            for one in Column
            if one is not Column.TARGET and not header.isSectionHidden(one)
        )
        header.resizeSection(Column.TARGET, max(WIDTHS[Column.TARGET] // 2, width - others))

    def _tell_if_other(self) -> None:
        seen = self.visible_rows()
        if seen != self._seen:
            self._seen = seen
            self.rows_seen.emit(seen)

    def _on_model_reset(self) -> None:
        self._seen = range(0)
        self.scrollToTop()
        self._tell_if_other()

    def _on_model_rows_inserted(self, _parent: Index, first: int, last: int) -> None:
        """Who reads further down stays where they are when entries come on top."""
        if first == 0 and self.verticalOffset() > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (last - first + 1) * self._height())
        self._tell_if_other()
        self.viewport().update()
