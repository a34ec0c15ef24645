"""The table of people: faces, states, and fewer columns where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from infinibay_desktop.ui.people.table_model import (
    EMAIL,
    FACE,
    NAME,
    ROLE,
    SINCE,
    STATE,
    PeopleModel,
)

# From which width on a column has room beside those before it.
_ROOM = {STATE: 300, EMAIL: 520, ROLE: 680, SINCE: 860}
_WIDTHS = {EMAIL: 32, ROLE: 24, STATE: 26, SINCE: 22}


class PeopleTable(QTableView):
    """The name takes what the others leave."""

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(FACE, FACE))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumHeight(80)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(FACE + 12, self.fontMetrics().height() + 16))
        self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that have no room."""
        super().resizeEvent(event)
        for column, room in _ROOM.items():
            self.setColumnHidden(column, event.size().width() < room)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(60)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for column, characters in _WIDTHS.items():
            self.setColumnWidth(column, characters * letter + 16)
