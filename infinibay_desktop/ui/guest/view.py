"""A list or tree of a guest's rows: fewer columns where there is little room."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTreeView

from infinibay_desktop.ui.guest.model import GuestModel

_BESIDE = 18
_DECORATION = 20
_ARROW = 16


class GuestList(QTreeView):
    """The first column takes what the others leave. Its actions are its context menu."""

    def __init__(
        self, model: GuestModel, name: str, *, sorted_by: tuple[int, Qt.SortOrder]
    ) -> None:
        super().__init__()
        self._rows = model
        self.on_delete: Callable[[], object] = lambda: None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(120)
        self.setIndentation(14)
        self.setSortingEnabled(True)
        self._sorted_by = sorted_by[0]
        self.sortByColumn(*sorted_by)
        self._size_columns()
        self.header().sortIndicatorChanged.connect(self._on_header_sort_indicator_changed)

    def selected(self) -> Any:
        """The row that is selected; None where none is."""
        chosen = self.selectionModel().selectedRows()
        return self._rows.row_at(chosen[0]) if chosen else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that have no room."""
        super().resizeEvent(event)
        for number, column in enumerate(self._rows.columns):
            self.setColumnHidden(number, event.size().width() < column.room)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the row under the pointer, or the selected one."""
        offered = [each for each in self.actions() if each.isVisible()]
        if self.selected() is not None and offered:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(offered)
            menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete ends or removes what is selected, after a question."""
        if event.key() == Qt.Key.Key_Delete and self.selected() is not None:
            self.on_delete()
            return
        super().keyPressEvent(event)

    def offer(self, *actions: QAction) -> None:
        """What can be done to a row."""
        self.addActions(list(actions))

    def _size_columns(self) -> None:
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(40)
        head.setSectionsMovable(False)
        head.ensurePolished()
        letter, title = self.fontMetrics().averageCharWidth(), head.fontMetrics()
        for number, column in enumerate(self._rows.columns):
            if column.letters == 0:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
                continue
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            beside = _BESIDE + (_DECORATION if column.symbol else 0)
            # Titles are bold, and the order's arrow stands beside them.
            words = int(title.horizontalAdvance(column.title) * 1.15) + _ARROW
            head.resizeSection(number, max(column.letters * letter, words) + beside)

    def _on_header_sort_indicator_changed(self, section: int, order: Qt.SortOrder) -> None:
        # Who turns to a column of figures wants to see the greatest.
        fresh, self._sorted_by = section != self._sorted_by, section
        if fresh and order is Qt.SortOrder.AscendingOrder and self._rows.columns[section].figures:
            self.sortByColumn(section, Qt.SortOrder.DescendingOrder)
