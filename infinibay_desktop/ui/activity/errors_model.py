"""Errors as Qt's views read them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from infinibay_desktop.model.activity import ErrorEntry
from infinibay_desktop.ui.activity.words import moment_text, severity_look
from infinibay_desktop.ui.formats import iso_text, plain_text
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.text import escaped

Index = QModelIndex | QPersistentModelIndex
WIDTHS = (170, 110, 140, 360, 140)


class ErrorsModel(QAbstractTableModel):
    """Errors, newest first; more are fetched as the list is scrolled, within a bound."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[ErrorEntry] = []
        self._more = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are read."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; the severity has a picture too."""
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry, column = self.entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.DecorationRole and column == 1:
            look = severity_look(entry.severity)
            return icon(look.symbol, look.tone, 14)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(iso_text(entry.at) if column == 0 else self._text(entry, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = (self.tr("When"), self.tr("Severity"), self.tr("Code"),
                      self.tr("What happened"), self.tr("From"))  # fmt: skip
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older ones."""
        return not parent.isValid() and self._more

    def fetchMore(self, _parent: Index) -> None:
        """Ask for older ones, once."""
        self._more = False
        self.more_wanted.emit()

    def show(self, entries: list[ErrorEntry], *, more: bool) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.entries = entries
        self._more = more
        self.endResetModel()

    def append(self, entries: list[ErrorEntry], *, more: bool) -> None:
        """Show older ones too."""
        if entries:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self.entries += entries
            self.endInsertRows()
        self._more = more

    @staticmethod
    def _text(entry: ErrorEntry, column: int) -> str:
        if column == 0:
            return moment_text(entry.at)
        if column == 1:
            return severity_look(entry.severity).word
        return plain_text((entry.code, entry.message, entry.workstation)[column - 2], 300)
