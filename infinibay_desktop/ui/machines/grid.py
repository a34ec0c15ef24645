"""Machines as tiles with their screens, over the same model and selection as the table."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.manners import NEW_LOOK, Manners
from infinibay_desktop.ui.machines.pictures import Pictures
from infinibay_desktop.ui.machines.selection import MachineSelection
from infinibay_desktop.ui.machines.table_model import MachineTableModel
from infinibay_desktop.ui.machines.tiles import Look, TilePainter
from infinibay_desktop.ui.machines.tiling import GAP_PX, Tiling
from infinibay_desktop.ui.widgets.steady import Steady
from infinibay_desktop.ui.widgets.theme import tones

ASK_MS = 1000

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class MachineGrid(QAbstractItemView):
    """Machines as tiles, of which only those in sight cost anything."""

    machine_activated = Signal(object)
    selection_changed = Signal()
    context_menu_wanted = Signal(QPoint)
    thumbnails_wanted = Signal(list)

    def __init__(
        self,
        model: MachineTableModel,
        selection: MachineSelection,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._machines = model
        self._selection = selection
        self._painter: TilePainter | None = None
        self._scale = 0.0
        self._hovered = -1
        self._pictures = Pictures(clock)
        # One for all paints: making Qt objects is dear beside a busy worker.
        self._brush = QPainter()
        self._asking = QTimer(self)
        self._asking.setInterval(ASK_MS)
        self._asking.timeout.connect(self._on_asking_timeout)
        self._manners = Manners(self, model, selection, self.machine_activated.emit)
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self._machines)
        self.setSelectionModel(self._selection.items)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self._name_anew()
        self._machines.reordered.connect(self._on_model_reordered)
        self._selection.changed.connect(self.selection_changed)
        self.doubleClicked.connect(self._on_grid_double_clicked)

    def _name_anew(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("MachineList", "Machines as tiles"))

    # What pages use

    def thumbnail_size(self) -> QSize:
        """Room for a picture in pixels of the screen: larger ones are scaled down here."""
        painter = self._tile_painter()
        return QSize(painter.picture_width, painter.picture_height) * self._scale

    def set_thumbnail(self, key: MachineKey, image: QImage) -> None:
        """Show the newest picture of a machine's screen."""
        painter = self._tile_painter()
        room = QSize(painter.picture_width, painter.picture_height)
        self._pictures.put(key, image, room, self._scale)
        position = self._machines.position_of(key)
        if position >= 0:
            self.viewport().update(self._rect(position))

    def forget_thumbnails(self) -> None:
        """Show no picture until it is asked for anew."""
        self._pictures.clear()
        self.viewport().update()

    # Places

    def _tiling(self) -> Tiling:
        painter = self._tile_painter()
        return Tiling(
            count=self._machines.shown_count(),
            tile_width=painter.width,
            tile_height=painter.height,
            width=self.viewport().width(),
            mirrored=self.isRightToLeft(),
        )

    def _rect(self, position: int) -> QRect:
        return self._tiling().rect(position).translated(0, -self.verticalOffset())

    def _position_at(self, point: QPoint) -> int:
        return self._tiling().position_at(point + QPoint(0, self.verticalOffset()))

    def _rows_between(self, top: int, bottom: int) -> range:
        offset = self.verticalOffset()
        return self._tiling().between(top + offset, bottom + offset)

    def visible_rows(self) -> range:
        """Positions in sight."""
        return self._rows_between(0, self.viewport().height() - 1)

    # What QAbstractItemView asks

    def visualRect(self, index: Index) -> QRect:
        """Where a machine's tile stands."""
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The machine under a point."""
        position = self._position_at(point)
        return self._machines.index(position, Column.NAME) if position >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a tile into sight."""
        if not index.isValid():
            return
        rect, bar, height = (
            self._rect(index.row()),
            self.verticalScrollBar(),
            self.viewport().height(),
        )
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and rect.top() < GAP_PX):
            bar.setValue(bar.value() + rect.top() - GAP_PX)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif hint == _Hint.PositionAtBottom or rect.bottom() > height - GAP_PX:
            bar.setValue(bar.value() + rect.bottom() - height + GAP_PX)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002 - Qt's signature
        """The machine that an arrow key leads to."""
        count = self._machines.shown_count()
        if not count:
            return QModelIndex()
        current = self.currentIndex().row()
        position = 0 if current < 0 else current + self._step(action, count)
        if not 0 <= position < count:
            position = current if action in (_Move.MoveUp, _Move.MoveDown) else position
        return self._machines.index(min(max(position, 0), count - 1), Column.NAME)

    def _step(self, action: _Move, count: int) -> int:
        tiling = self._tiling()
        columns = tiling.columns
        page = max(1, self.viewport().height() // tiling.step) * columns
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            _Move.MoveLeft: -forward,
            _Move.MoveRight: forward,
            _Move.MoveUp: -columns,
            _Move.MoveDown: columns,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -count,
            _Move.MoveEnd: count,
            _Move.MoveNext: 1,
            _Move.MovePrevious: -1,
        }
        return steps.get(action, 0)

    def horizontalOffset(self) -> int:
        """Nothing: tiles wrap."""
        return 0

    def verticalOffset(self) -> int:
        """How far the tiles are scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """No tile is ever hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what a click, a key or a dragged frame touches."""
        selection = QItemSelection()
        last = len(Column) - 1
        for first, end in self._touched(rect, command):
            index = self._machines.index
            selection.append(QItemSelectionRange(index(first, 0), index(end, last)))
        self._selection.items.select(selection, command)

    def _touched(
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> list[tuple[int, int]]:
        rect = rect.normalized()
        if self.state() is QAbstractItemView.State.DragSelectingState:
            found = self._rows_between(rect.top(), rect.bottom())
            return [(one, one) for one in found if self._rect(one).intersects(rect)]
        current = self.currentIndex().row()
        if command & QItemSelectionModel.SelectionFlag.Current and current >= 0:
            # Shift: all from where it began, which is the corner that lies across, to here.
            start = self._across(rect, current)
            return [(min(start, current), max(start, current))]
        position = self._position_at(rect.topLeft())
        return [(position, position)] if position >= 0 else []

    def _across(self, rect: QRect, current: int) -> int:
        corners = [rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()]
        places = [self._position_at(corner) for corner in corners]
        start = places[(places.index(current) + 2) % 4] if current in places else current
        return start if start >= 0 else current

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002 - Qt's signature
        """All in sight: a grid is drawn faster than a region is put together."""
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        """Let the scroll bar span all tiles."""
        tiling, bar, seen = self._tiling(), self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, tiling.height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(tiling.step // 3)
        super().updateGeometries()

    # Drawing

    def _tile_painter(self) -> TilePainter:
        scale = self.devicePixelRatioF()
        if self._painter is None or scale != self._scale:
            self._scale = scale
            self._painter = TilePainter(self.font(), tones(), scale)
            self._pictures.clear()
        return self._painter

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles that the event touches."""
        with Steady():
            tiles, tiling, offset = self._tile_painter(), self._tiling(), self.verticalOffset()
            touched = event.rect()
            left, top, right, bottom = (
                touched.left(),
                touched.top(),
                touched.right(),
                touched.bottom(),
            )
            tiles.begin()
            self._brush.begin(self.viewport())
            try:
                for position in tiling.between(top + offset, bottom + offset):
                    x, y = tiling.corner(position)
                    if x <= right and x + tiles.width > left:
                        self._brush.translate(x, y - offset)
                        self._paint_tile(self._brush, tiles, position)
                        self._brush.translate(-x, offset - y)
            finally:  # a brush that is kept in use outlives what it draws on: Qt crashes
                self._brush.end()

    def _paint_tile(self, painter: QPainter, tiles: TilePainter, position: int) -> None:
        row = self._machines.rows[position]
        look = Look(
            selected=position in self._selection.positions,
            hovered=position == self._hovered,
            current=self.hasFocus() and position == self.currentIndex().row(),
        )
        tiles.paint(painter, row, self._pictures.of(row), look)

    # Qt's events

    def dataChanged(self, first: Index, last: Index, _roles: Sequence[int] = ()) -> None:
        """Redraw only tiles in sight."""
        seen = self.visible_rows()
        top, bottom = max(first.row(), seen.start), min(last.row(), seen.stop - 1)
        if bottom - top > self._tiling().columns:
            self.viewport().update()
            return
        for position in range(top, bottom + 1):
            self.viewport().update(self._rect(position))

    def changeEvent(self, event: QEvent) -> None:
        """Prepare all drawings anew for another font or theme, and words for another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_anew()
            self._machines.reword()
        if event.type() in NEW_LOOK:
            self._painter = None
            self.updateGeometries()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap tiles anew."""
        super().resizeEvent(event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn."""
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the model and ask for pictures while in sight."""
        super().showEvent(event)
        self._machines.attach(self)
        self.updateGeometries()
        self._asking.start()
        QTimer.singleShot(0, self, self._on_asking_timeout)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while out of sight."""
        super().hideEvent(event)
        self._machines.detach(self)
        self._asking.stop()

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
        """Let the tile under the pointer stand out."""
        super().mouseMoveEvent(event)
        self._hover(self._position_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let no tile stand out."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, position: int) -> None:
        before, self._hovered = self._hovered, position
        for one in {before, position}:
            if before != position and one >= 0:
                self.viewport().update(self._rect(one))

    # Following

    def _on_model_reordered(self) -> None:
        self.updateGeometries()
        if self._machines.by_person:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _on_grid_double_clicked(self, index: QModelIndex) -> None:
        self.machine_activated.emit(self._machines.rows[index.row()].key)

    def _on_asking_timeout(self) -> None:
        rows = self._machines.rows
        wanted = self._pictures.due(rows[position] for position in self.visible_rows())
        if wanted:
            self.thumbnails_wanted.emit(wanted)
