"""The table of machines: one paint event draws all cells in sight."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.machines.columns import FIGURES, Column
from infinibay_desktop.ui.machines.header import MachineHeader
from infinibay_desktop.ui.machines.manners import NEW_LOOK, Manners
from infinibay_desktop.ui.machines.painting import Line, RowPainter, Slot
from infinibay_desktop.ui.machines.selection import MachineSelection
from infinibay_desktop.ui.machines.table_model import MachineTableModel
from infinibay_desktop.ui.widgets.steady import Steady
from infinibay_desktop.ui.widgets.theme import tones

Index = QModelIndex | QPersistentModelIndex


class MachineTable(QTableView):
    """Machines in rows. Selection and scrolling follow machines, not places."""

    machine_activated = Signal(object)
    selection_changed = Signal()
    context_menu_wanted = Signal(QPoint)

    def __init__(
        self,
        model: MachineTableModel,
        selection: MachineSelection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._machines = model
        self._selection = selection
        self._painter: RowPainter | None = None
        self._scale = 0.0
        self._sparklines = True
        self._mirrored = False
        self._slots_stale = True
        self._hovered = -1
        self._anchor: tuple[MachineKey, int] | None = None
        # One for all paints: making Qt objects is dear beside a busy worker.
        self._brush = QPainter()
        self._header = MachineHeader(self)
        self._manners = Manners(self, model, selection, self.machine_activated.emit)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self._header)
        self.setModel(self._machines)
        self.setSelectionModel(self._selection.items)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self._name_anew()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.reset_columns()
        self._header.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _connect(self) -> None:
        self._header.sectionResized.connect(self._on_header_arranged)
        self._header.sectionMoved.connect(self._on_header_arranged)
        self._header.geometriesChanged.connect(self._on_header_arranged)
        self._machines.reordering.connect(self._on_model_reordering)
        self._machines.reordered.connect(self._on_model_reordered)
        self._selection.changed.connect(self.selection_changed)
        self.doubleClicked.connect(self._on_table_double_clicked)

    def _name_anew(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("MachineList", "Machines"))

    # What pages use

    def save_state(self) -> QByteArray:
        """Columns, widths and order, to be kept."""
        return self._header.save_state()

    def restore_state(self, state: QByteArray) -> bool:
        """Take what `save_state` gave; return False if it is something else."""
        return self._header.restore_state(state)

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of columns and orders, for a button of the page."""
        return self._header.columns_menu(parent)

    def show_sparklines(self, *, shown: bool) -> None:
        """Draw small charts beside the figures, or leave them out."""
        self._sparklines = shown
        self._painter = None
        self.viewport().update()

    # Drawing

    def visible_rows(self) -> range:
        """Positions in sight."""
        height = self._row_painter().row_height
        offset = self.verticalOffset()
        last = (offset + max(0, self.viewport().height() - 1)) // height
        return range(offset // height, min(last + 1, self._machines.shown_count()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event touches."""
        with Steady():
            rows = self._row_painter()
            self._arrange(rows)
            viewport, offset = self.viewport(), self.horizontalOffset()
            lines = self._lines(cast("Iterable[QRect]", event.region()), rows.row_height)
            x = offset if self._mirrored else -offset
            self._brush.begin(viewport)
            try:
                rows.paint(self._brush, lines, x, viewport.width())
            finally:  # a brush that is kept in use outlives what it draws on: Qt crashes
                self._brush.end()

    def _lines(self, region: Iterable[QRect], height: int) -> list[Line]:
        shown = self._machines.rows
        selected = self._selection.positions
        offset = self.verticalOffset()
        current = self.currentIndex().row() if self.hasFocus() else -1
        touched: set[int] = set()
        for rect in region:
            first, last = (rect.top() + offset) // height, (rect.bottom() + offset) // height
            touched.update(range(max(0, first), min(last + 1, len(shown))))
        return [
            (
                position * height - offset,
                shown[position],
                position in selected,
                position == self._hovered,
                position == current,
            )
            for position in sorted(touched)
        ]

    def _row_painter(self) -> RowPainter:
        scale = self.devicePixelRatioF()
        if self._painter is None or scale != self._scale:
            self._scale = scale
            self._mirrored = self.isRightToLeft()
            self._painter = RowPainter(
                self.font(),
                tones(),
                scale,
                mirrored=self._mirrored,
                sparklines=self._sparklines,
            )
            self.verticalHeader().setMinimumSectionSize(self._painter.row_height)
            self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
            self._slots_stale = True
        return self._painter

    def _arrange(self, rows: RowPainter) -> None:
        if not self._slots_stale:
            return
        self._slots_stale = False
        header, width = self._header, self.viewport().width()
        slots = []
        for column in Column:
            if not header.isSectionHidden(column):
                x, size = header.sectionPosition(column), header.sectionSize(column)
                slots.append(Slot(column, width - x - size if self._mirrored else x, size))
        rows.arrange(slots)

    def _update_rows(self, first: int, last: int) -> None:
        if first < 0:
            return
        height = self._row_painter().row_height
        top = first * height - self.verticalOffset()
        viewport = self.viewport()
        viewport.update(0, top, viewport.width(), (last - first + 1) * height)

    # Qt's events

    def dataChanged(self, first: Index, last: Index, _roles: Sequence[int] = ()) -> None:
        """Redraw whole rows, and only those in sight."""
        seen = self.visible_rows()
        top, bottom = max(first.row(), seen.start), min(last.row(), seen.stop - 1)
        if top <= bottom:
            self._update_rows(top, bottom)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Redraw whole rows: Qt redraws one cell, and the rest of a frame would stay behind."""
        super().currentChanged(current, previous)
        for index in (previous, current):
            self._update_rows(index.row(), index.row())

    def changeEvent(self, event: QEvent) -> None:
        """Prepare all drawings anew for another font or theme, and words for another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_anew()
            self._machines.reword()
        if event.type() in NEW_LOOK:
            self._painter = None
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names take what other columns leave."""
        super().resizeEvent(event)
        self._header.fit(self.viewport().width())
        self._slots_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the model while in sight."""
        super().showEvent(event)
        self._machines.attach(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while out of sight."""
        super().hideEvent(event)
        self._machines.detach(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter and Copy; leave the rest to Qt."""
        self._selection.catch_up()
        if not self._manners.take_key(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the name that is typed."""
        self._manners.search(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the page for a menu."""
        self.context_menu_wanted.emit(self._manners.menu_point(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let Qt select."""
        self._selection.catch_up()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the pointer stand out."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row stand out."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, position: int) -> None:
        if position == self._hovered:
            return
        before, self._hovered = self._hovered, position
        self._update_rows(before, before)
        self._update_rows(position, position)

    # Following

    def _on_header_arranged(self, *_what: object) -> None:
        self._slots_stale = True
        self.viewport().update()

    def _on_table_double_clicked(self, index: QModelIndex) -> None:
        self.machine_activated.emit(self._machines.rows[index.row()].key)

    def _on_model_reordering(self) -> None:
        """Remember which machine should stay where it is."""
        self._anchor = None
        rows, seen = self._machines.rows, self.visible_rows()
        # Rows ordered by figures move all the time: following one would make the list run.
        if not rows or not seen or self._machines.sort_column in FIGURES:
            return
        current = self.currentIndex().row()
        position = current if current in seen else seen.start
        if current in seen or self.verticalOffset() > 0:
            top = position * self._row_painter().row_height - self.verticalOffset()
            self._anchor = (rows[position].key, top)

    def _on_model_reordered(self) -> None:
        self.updateGeometries()
        if self._machines.by_person:
            self._show_current()
        elif self._anchor:
            key, top = self._anchor
            position = self._machines.position_of(key)
            if position >= 0:
                height = self._row_painter().row_height
                self.verticalScrollBar().setValue(position * height - top)
        self.viewport().update()

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
