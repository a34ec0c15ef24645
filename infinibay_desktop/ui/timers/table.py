"""The table of timers: sorted by its headings, fewer columns where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from infinibay_desktop.ui.timers.delegate import GAP, TimerDelegate
from infinibay_desktop.ui.timers.table_model import (
    ICON,
    LAST,
    NEXT,
    OUTCOME,
    TIMER,
    TOOK,
    TimersModel,
)

# From which width on a column has room beside those before it.
_ROOM = {NEXT: 520, LAST: 680, TOOK: 800}
_WIDTHS = {OUTCOME: 22, LAST: 20, TOOK: 12, NEXT: 24}
_NARROW_OUTCOME = 13


class TimersTable(QTableView):
    """The name takes what the others leave."""

    def __init__(self, model: TimersModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Timers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegateForColumn(TIMER, TimerDelegate(self))
        self.setMinimumHeight(80)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(2 * self.fontMetrics().height() + GAP + 16)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(60)
        head.setSectionResizeMode(TIMER, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(TIMER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that have no room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        for column, room in _ROOM.items():
            self.setColumnHidden(column, width < room)
        letter = self.fontMetrics().averageCharWidth()
        for column, characters in _WIDTHS.items():
            narrow = column == OUTCOME and width < _ROOM[NEXT]
            wanted = _NARROW_OUTCOME if narrow else characters
            self.setColumnWidth(column, wanted * letter + ICON + 16)
