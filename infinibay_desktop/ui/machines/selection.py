"""Which machines are selected, by machine and not by place, for all views of one model."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    QSignalBlocker,
    QTimer,
    Signal,
)

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.machines.table_model import MachineTableModel

_LAST = len(Column) - 1
# Qt takes 5 µs for each run of rows, and forgets them at each new order.
MANY_RUNS = 200
_Flag = QItemSelectionModel.SelectionFlag


class MachineSelection(QObject):
    """Selected machines and the current one; they stay themselves when rows move.

    `items` is for Qt's views; `changed` comes once for many changes.
    """

    changed = Signal()

    def __init__(self, model: MachineTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.items = QItemSelectionModel(model, self)
        self._positions: set[int] | None = None
        self._kept: list[Row] = []
        self._unsaid = False
        self._kept_current: MachineKey | None = None
        self._kept_position = -1
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(0)
        self._told.timeout.connect(self.changed)
        self.items.selectionChanged.connect(self._on_items_changed)
        self.items.currentChanged.connect(self._on_items_changed)
        model.reordering.connect(self._on_model_reordering)
        model.reordered.connect(self._on_model_reordered)

    @property
    def positions(self) -> set[int]:
        """Selected positions."""
        if self._positions is None:
            self._positions = {
                position
                for part in self._parts()
                for position in range(part.top(), part.bottom() + 1)
            }
        return self._positions

    def _parts(self) -> list[QItemSelectionRange]:
        # Not known to Qt's annotations: a selection is a list.
        return list(cast("Iterable[QItemSelectionRange]", self.items.selection()))

    def selected_keys(self) -> list[MachineKey]:
        """Selected machines in shown order."""
        rows = self._model.rows
        return [rows[position].key for position in sorted(self.positions) if position < len(rows)]

    def current_key(self) -> MachineKey | None:
        """The machine with the keyboard's mark."""
        position = self.items.currentIndex().row()
        rows = self._model.rows
        return rows[position].key if 0 <= position < len(rows) else None

    def select_keys(self, keys: Iterable[MachineKey]) -> None:
        """Select exactly these, as far as they are shown; the first becomes current."""
        positions = [self._model.position_of(key) for key in keys]
        shown = [position for position in positions if position >= 0]
        self._unsaid = False
        self.items.select(self._selected(_runs(sorted(shown))), _Flag.ClearAndSelect)
        if shown:
            self.items.setCurrentIndex(self._model.index(shown[0], Column.NAME), _Flag.NoUpdate)

    def _on_items_changed(self, *_what: object) -> None:
        self._positions = None
        self._unsaid = False
        self._told.start()

    def _on_model_reordering(self) -> None:
        """Remember machines, and hold nothing that Qt would move about with the places."""
        rows = self._model.rows
        chosen = self.positions
        self._kept = list(rows) if len(chosen) == len(rows) else [rows[place] for place in chosen]
        self._kept_current = self.current_key()
        self._kept_position = self.items.currentIndex().row()
        with QSignalBlocker(self.items):
            self.items.reset()
        self._positions = set()

    def _on_model_reordered(self) -> None:
        shown = [row.position for row in self._kept if row.position >= 0]
        # Of all, the order is known.
        shown = sorted(shown) if len(shown) < self._model.rowCount() else list(range(len(shown)))
        lost = len(self._kept) - len(shown)
        self._kept = []
        self._positions = set(shown)
        with QSignalBlocker(self.items):
            self._put_ranges(shown)
            self._restore_current()
        if lost or self.current_key() != self._kept_current:
            self._told.start()

    def _put_ranges(self, shown: list[int]) -> None:
        """Tell Qt what is selected; of many scattered rows only when somebody is about to ask."""
        runs = list(_runs(shown))
        self._unsaid = len(runs) > MANY_RUNS
        if runs and not self._unsaid:
            self.items.select(self._selected(runs), _Flag.Select)

    def catch_up(self) -> None:
        """Let Qt know all that is selected. Views call it before they act on keys and clicks."""
        if self._unsaid:
            self._unsaid = False
            with QSignalBlocker(self.items):
                self.items.select(self._selected(_runs(sorted(self.positions))), _Flag.Select)

    def _restore_current(self) -> None:
        """Keep the mark on its machine; where that is gone, keep its place."""
        if self._kept_current is None:
            return
        position = self._model.position_of(self._kept_current)
        if position < 0:
            position = min(self._kept_position, self._model.rowCount() - 1)
        if position >= 0:
            index = self._model.index(position, Column.NAME)
            self.items.setCurrentIndex(index, _Flag.NoUpdate)

    def _selected(self, runs: Iterable[tuple[int, int]]) -> QItemSelection:
        selection = QItemSelection()
        index = self._model.index
        for first, last in runs:
            selection.append(QItemSelectionRange(index(first, 0), index(last, _LAST)))
        return selection


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbours as first and last; positions come sorted."""
    if not positions:
        return
    if positions[-1] - positions[0] == len(positions) - 1:
        yield positions[0], positions[-1]
        return
    first = last = positions[0]
    for position in positions[1:]:
        if position > last + 1:
            yield first, last
            first = position
        last = position
    yield first, last
