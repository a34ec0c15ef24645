"""The hosts as Qt's views read them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infinibay_desktop.model.hosts import HostId, HostStatus
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.hosts.rows import HostRow, in_order
from infinibay_desktop.ui.widgets.text import escaped

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class HostListModel(QAbstractListModel):
    """All hosts by name. A change of one host touches its row alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HostRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many hosts there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's name, what a screen reader says, or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.name, row.state(datetime.now(UTC)), row.uri, row.machines))
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (row.name, row.uri, row.status.reason)
            return "<br>".join(escaped(text) for text in told if text)
        return None

    def show(self, rows: Sequence[HostRow]) -> None:
        """Show these hosts instead."""
        self.beginResetModel()
        self._rows = in_order(rows)
        self.endResetModel()

    def rows(self) -> Sequence[HostRow]:
        """What is shown, in order."""
        return self._rows

    def find(self, host_id: HostId | None) -> HostRow | None:
        """A host's row."""
        return next((row for row in self._rows if row.host.id == host_id), None)

    def place(self, host_id: HostId) -> QModelIndex:
        """Where a host stands; invalid where it is not there."""
        for number, row in enumerate(self._rows):
            if row.host.id == host_id:
                return self.index(number)
        return QModelIndex()

    def see_status(self, status: HostStatus) -> bool:
        """A connection came or went; whether that host is shown."""
        index = self.place(status.host_id)
        if index.isValid():
            self._put(index, replace(self._rows[index.row()], status=status))
        return index.isValid()

    def see_counts(self, counts: dict[HostId, Counter[MachineState]]) -> list[HostId]:
        """Machines were counted; the hosts with other numbers than before."""
        changed: list[HostId] = []
        for number, row in enumerate(self._rows):
            found = counts.get(row.host.id, Counter())
            if found != row.counts:
                self._put(self.index(number), row.counted(found))
                changed.append(row.host.id)
        return changed

    def _put(self, index: QModelIndex, row: HostRow) -> None:
        self._rows[index.row()] = row
        self.dataChanged.emit(index, index)
