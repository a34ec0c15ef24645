"""The record as Qt's views read it: rows that may still be on their way."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from infinibay_desktop.model.activity import ActivityEntry
from infinibay_desktop.ui.activity.record import FoundRecord, Record, WholeRecord
from infinibay_desktop.ui.activity.words import (
    act_words,
    actor_words,
    duration_text,
    moment_text,
    outcome_look,
    target_words,
)
from infinibay_desktop.ui.formats import iso_text, plain_text
from infinibay_desktop.ui.widgets.text import escaped

Index = QModelIndex | QPersistentModelIndex
_KEPT_CELLS = 1000


class Column(IntEnum):
    """The columns, in their order."""

    WHEN = 0
    WHO = 1
    WHAT = 2
    TARGET = 3
    OUTCOME = 4
    TOOK = 5
    WORKSTATION = 6


def cells(entry: ActivityEntry) -> tuple[str, ...]:
    """What the columns say of an entry."""
    act = entry.act
    return (
        moment_text(act.at),
        actor_words(act),
        act_words(act.action),
        target_words(act),
        outcome_look(act.outcome).word,
        duration_text(act.duration_ms),
        plain_text(entry.workstation, 100),
    )


class ActivityModel(QAbstractTableModel):
    """Shows one record at a time. A row whose page is not there yet says nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record: Record = FoundRecord()
        self._rows = 0
        self._cells: dict[int, tuple[str, ...]] = {}

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are, as far as is known."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        entry = self.record.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells_of(entry)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.cells_of(entry))
        if role == Qt.ItemDataRole.ToolTipRole:
            at_hand = index.column() == Column.WHEN
            said = iso_text(entry.act.at) if at_hand else self.cells_of(entry)[index.column()]
            return escaped(said)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    # What the list asks.

    def cells_of(self, entry: ActivityEntry) -> tuple[str, ...]:
        """The words of an entry, made once."""
        found = self._cells.get(entry.sequence)
        if found is None:
            if len(self._cells) >= _KEPT_CELLS:
                self._cells.clear()
            found = self._cells[entry.sequence] = cells(entry)
        return found

    def show(self, record: Record) -> None:
        """Show another record."""
        self.beginResetModel()
        self.record = record
        self._rows = record.rows
        self._cells.clear()
        self.endResetModel()

    def catch_up(self) -> None:
        """The record became longer or shorter at its end, or rows of it arrived."""
        rows = self.record.rows
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()

    def grow(self, newest: Sequence[ActivityEntry]) -> None:
        """The newest entries were read anew: show those that are not there yet."""
        if not isinstance(self.record, WholeRecord):
            return
        more = self.record.grow(newest)
        if more > 0:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._rows = self.record.rows
            self.endInsertRows()


def _titles() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Activity", "When"),
        translate("Activity", "Who"),
        translate("Activity", "What"),
        translate("Activity", "On"),
        translate("Activity", "Outcome"),
        translate("Activity", "Took"),
        translate("Activity", "From"),
    )
