"""The timers as the table reads them, sorted by any column and kept so."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.ui.formats import ago_text, iso_text
from infinibay_desktop.ui.timers.words import (
    next_text,
    outcome_look,
    outcome_text,
    place_text,
    timer_sentence,
    timer_title,
    took_text,
)
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.text import escaped
from infinibay_desktop.ui.widgets.theme import tones

TIMER, OUTCOME, LAST, TOOK, NEXT = range(5)
ROW_ROLE = Qt.ItemDataRole.UserRole
ICON = 16
Index = QModelIndex | QPersistentModelIndex
_NEVER = datetime.min.replace(tzinfo=UTC)
_LATER = datetime.max.replace(tzinfo=UTC)
# What failed comes first.
_ORDER = (
    TimerOutcome.FAILED,
    TimerOutcome.CUT_SHORT,
    TimerOutcome.RUNNING,
    TimerOutcome.NONE,
    TimerOutcome.DONE,
)
_KEYS: dict[int, Callable[[TimerRow], Any]] = {
    TIMER: lambda row: timer_title(row.name).casefold(),
    OUTCOME: lambda row: _ORDER.index(row.outcome),
    LAST: lambda row: row.last_started_at or _NEVER,
    TOOK: lambda row: row.duration_s or 0.0,
    NEXT: lambda row: row.next_at or _LATER,
}


class TimersModel(QAbstractTableModel):
    """A row a timer. What changes keeps its place unless the order says otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TimerRow] = []
        self._sorted = (TIMER, Qt.SortOrder.AscendingOrder)

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many timers there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else NEXT + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, or the timer."""
        row = self.row_at(index)
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(_explained(row, column))
        if role == Qt.ItemDataRole.DecorationRole:
            return _picture(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and row.paused:
            return tones().color("muted")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Timer"),
            self.tr("Outcome"),
            self.tr("Last run"),
            self.tr("Took"),
            self.tr("Next run"),
        )[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, and keep it sorted."""
        if column >= 0:
            self._sorted = (column, order)
            self.show(self._rows)

    # What the page asks.

    def show(self, rows: Sequence[TimerRow]) -> None:
        """Show these; what is selected stays with its timer."""
        column, order = self._sorted
        down = order == Qt.SortOrder.DescendingOrder
        wanted = sorted(rows, key=_KEYS[TIMER])
        wanted.sort(key=_KEYS[column], reverse=down)
        names = [row.name for row in wanted]
        if names == [row.name for row in self._rows]:
            self._rows = wanted
            self.look_again()
        elif sorted(names) == sorted(row.name for row in self._rows):
            self._move(wanted)
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def look_again(self) -> None:
        """Time has passed: draw all anew."""
        if self._rows:
            last = self.index(len(self._rows) - 1, NEXT)
            self.dataChanged.emit(self.index(0, TIMER), last)

    def row_at(self, index: Index) -> TimerRow | None:
        """The timer of a cell."""
        found = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if found else None

    def place(self, name: str) -> QModelIndex:
        """Where a timer stands; invalid where it is not there."""
        for number, row in enumerate(self._rows):
            if row.name == name:
                return self.index(number, TIMER)
        return QModelIndex()

    def _move(self, wanted: list[TimerRow]) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {row.name: number for number, row in enumerate(wanted)}
        before = self.persistentIndexList()
        after = [
            self.index(places[self._rows[index.row()].name], index.column()) for index in before
        ]
        self._rows = wanted
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _text(row: TimerRow, column: int) -> str:
    if column == TIMER:
        return timer_title(row.name)
    if column == OUTCOME:
        return outcome_text(row)
    if column == LAST:
        return ago_text(row.last_started_at) if row.last_started_at else ""
    return took_text(row.duration_s) if column == TOOK else next_text(row)


def _explained(row: TimerRow, column: int) -> str:
    """All that a cell can say, on hover."""
    if column == TIMER:
        return f"{timer_sentence(row.name)} {place_text(row)}".strip()
    moment = {LAST: row.last_started_at, NEXT: row.next_at}.get(column)
    return iso_text(moment) if moment else _text(row, column)


def _picture(row: TimerRow, column: int) -> Any:
    if column == OUTCOME:
        look = outcome_look(row)
        return icon(look.symbol, look.tone, ICON)
    if column == NEXT and row.paused:
        return icon("pause", "paused", ICON)
    return None
