"""The departments as Qt's views read them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infinibay_desktop.model.departments import DepartmentId, DepartmentSummary
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.people import folded
from infinibay_desktop.ui.departments.words import counts_words, use_words
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.text import escaped

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DepartmentListModel(QAbstractListModel):
    """Departments by name; those that match the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[DepartmentSummary] = []
        self._shown: list[DepartmentSummary] = []
        self._filter = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many match."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A department's name, what a screen reader says, or the department itself."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.department.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((one_line(row.department.name), counts_words(row), use_words(row)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(one_line(row.department.name))
        return None

    def show(self, summaries: Sequence[DepartmentSummary]) -> None:
        """Show these instead."""
        self._all = sorted(summaries, key=lambda one: natural_key(one.department.name))
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show those that have all words of `text` in their name or description."""
        self._filter = text
        self._arrange()

    def total(self) -> int:
        """How many there are, matching or not."""
        return len(self._all)

    def find(self, department_id: DepartmentId | None) -> DepartmentSummary | None:
        """A department, matching or not."""
        return next((one for one in self._all if one.department.id == department_id), None)

    def others(self, department_id: DepartmentId) -> list[DepartmentSummary]:
        """All but this one."""
        return [one for one in self._all if one.department.id != department_id]

    def place(self, department_id: DepartmentId | None) -> QModelIndex:
        """Where a department stands; invalid where it is not shown."""
        for number, row in enumerate(self._shown):
            if row.department.id == department_id:
                return self.index(number)
        return QModelIndex()

    def _arrange(self) -> None:
        words = folded(self._filter).split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in _text(one) for word in words)]
        self.endResetModel()


def _text(summary: DepartmentSummary) -> str:
    return folded(f"{summary.department.name}\n{summary.department.description}")
