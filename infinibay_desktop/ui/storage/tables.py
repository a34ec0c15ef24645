"""Tables in the looks of the house, quick with many rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

ROW_PADDING = 16


def make_table(model: QAbstractItemModel, name: str, widths: Sequence[int]) -> QTableView:
    """A table that selects rows and sorts by its headings; `widths` are in characters."""
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    # Rows of one height: Qt need not measure each of them.
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(made.fontMetrics().height() + ROW_PADDING)
    head = made.horizontalHeader()
    head.setHighlightSections(False)
    head.setStretchLastSection(True)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    letter = made.fontMetrics().averageCharWidth()
    for column, characters in enumerate(widths):
        made.setColumnWidth(column, characters * letter + ROW_PADDING)
    made.setMinimumHeight(80)
    made.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    made.setSortingEnabled(True)
    return made
