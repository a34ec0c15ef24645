"""Machines to choose from, in the order of their names, with those that are compared ticked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.charts.colors import MOST_CURVES
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.text import escaped

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class MachineChoice(QAbstractListModel):
    """At most eight can be ticked; the rest waits for another to go."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: dict[MachineKey, str] = {}
        self._shown: list[MachineKey] = []
        self._words: list[str] = []
        # A dictionary for its order: curves keep their colours.
        self._chosen: dict[MachineKey, None] = {}

    def show_machines(self, machines: Iterable[Machine]) -> None:
        """Offer exactly these."""
        named = {machine.key: one_line(machine.name) for machine in machines}
        if named == self._names:
            return
        self._names = dict(sorted(named.items(), key=lambda item: natural_key(item[1])))
        gone = [key for key in self._chosen if key not in self._names]
        for key in gone:
            del self._chosen[key]
        self._sift()
        self.chosen_changed.emit()

    def knows(self, machine: Machine) -> bool:
        """Whether it is there by this name."""
        return self._names.get(machine.key) == one_line(machine.name)

    def filter_by(self, text: str) -> None:
        """Offer only names that have all these words in them; ticks stay."""
        self._words = text.casefold().split()
        self._sift()

    def choose(self, keys: Iterable[MachineKey]) -> None:
        """Tick exactly these, as many as can be."""
        known = [key for key in keys if key in self._names]
        self._chosen = dict.fromkeys(known[:MOST_CURVES])
        self._tell()

    def chosen(self) -> list[tuple[MachineKey, str]]:
        """The ticked machines with their names, in the order in which they were ticked."""
        return [(key, self._names[key]) for key in self._chosen]

    def keys(self) -> list[MachineKey]:
        """All machines that are offered, in order."""
        return list(self._shown)

    def total(self) -> int:
        """How many machines there are, offered or not."""
        return len(self._names)

    # Qt's questions.

    def rowCount(self, parent: Index = _NONE) -> int:
        """Offered machines."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, and whether it is ticked."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        key = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[key]
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(self._names[key])
        if role == Qt.ItemDataRole.CheckStateRole:
            on = key in self._chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        return self.toggle(self._shown[index.row()])

    def toggle(self, key: MachineKey) -> bool:
        """Tick or untick a machine; whether that could be."""
        if key in self._chosen:
            del self._chosen[key]
        elif len(self._chosen) < MOST_CURVES:
            self._chosen[key] = None
        else:
            return False
        self._tell()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is not ticked rests while eight are."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        if not index.isValid() or index.row() >= len(self._shown):
            return flags
        full = len(self._chosen) >= MOST_CURVES
        if full and self._shown[index.row()] not in self._chosen:
            return flags
        return flags | Qt.ItemFlag.ItemIsEnabled

    def _sift(self) -> None:
        self.beginResetModel()
        words = self._words
        self._shown = [
            key
            for key, name in self._names.items()
            if not words or all(word in name.casefold() for word in words)
        ]
        self.endResetModel()

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.chosen_changed.emit()
