"""The shown machines by position, for the table, the grid and screen readers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.formats import forget_language
from infinibay_desktop.ui.machines.columns import (
    RIGHT_TITLED,
    Column,
    cells,
    column_title,
    explained,
    spoken,
)
from infinibay_desktop.ui.machines.filters import MachineFilter
from infinibay_desktop.ui.machines.roster import Roster
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.state_words import forget_words
from infinibay_desktop.ui.widgets.text import escaped

FRAME_MS = 33
# Rows that move more often than this cannot be read.
REORDER_S = 1.0
# The longest that many new machines may keep the window from answering.
SLICE_S = 0.004

Index = QModelIndex | QPersistentModelIndex


class Viewer(Protocol):
    """What shows the model: asked which rows are in sight, so that others cost nothing."""

    def visible_rows(self) -> range:
        """Positions in sight."""


class MachineTableModel(QAbstractTableModel):
    """Shown machines in order. Changes are gathered and told once a frame.

    Positions are reused: when the order changes, rows' contents change in place, and only the
    tail grows or shrinks. `reordering` and `reordered` enclose such a change, so that selections
    can follow machines. While nobody looks (`attach`), facts are kept, and only new and removed
    machines are counted.
    """

    reordering = Signal()
    reordered = Signal()
    counts_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._roster = Roster()
        self._viewers: list[Viewer] = []
        self._incoming: dict[MachineKey, Machine] = {}
        self._clock = clock
        self._ordered_at = float("-inf")
        self._counts = (0, 0)
        self._person_ordered = False
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.timeout.connect(self._apply)
        self._next_order = QTimer(self)
        self._next_order.setSingleShot(True)
        self._next_order.timeout.connect(self._apply)
        self._arranged: list[Row] | None = None
        self._show_order = QTimer(self)
        self._show_order.setSingleShot(True)
        self._show_order.timeout.connect(self._on_show_order_timeout)
        self._intake = QTimer(self)
        self._intake.timeout.connect(self._on_intake_timeout)

    # Facts

    def put(self, machine: Machine) -> None:
        """Take the newest facts of a machine, perhaps a new one."""
        self._incoming.pop(machine.key, None)
        self._roster.put(machine)
        self._schedule()

    def remove(self, key: MachineKey) -> None:
        """Forget a machine."""
        self._incoming.pop(key, None)
        self._roster.remove(key)
        self._schedule()

    def put_rates(self, host_id: HostId, rates: Iterable[MachineRates]) -> None:
        """Take the newest figures of a host's machines."""
        self._roster.put_rates(host_id, rates)
        self._schedule()

    def put_samples(self, samples: Iterable[Sample]) -> None:
        """Take what agents measured."""
        self._roster.put_samples(samples)
        self._schedule()

    def put_agent(self, key: MachineKey, words: str) -> None:
        """Take what is said of a machine's agent."""
        self._roster.put_agent(key, words)
        self._schedule()

    def set_host_name(self, host_id: HostId, name: str) -> None:
        """Call a host by this name from now on."""
        self._roster.set_host_name(host_id, name)
        self._schedule()

    def name_places(
        self,
        departments: Mapping[DepartmentId, tuple[str, str]],
        people: Mapping[PersonId, str],
        me: PersonId | None,
    ) -> None:
        """Call departments (name, colour) and people so; the signed-in person is `me`."""
        self._roster.name_places(departments, people, me)
        self._intake.start(0)

    def reset(self, machines: Sequence[Machine]) -> None:
        """Hold exactly these machines. Many are taken in slices; the first are shown at once."""
        # Backwards, since a dictionary gives its last item cheapest.
        self._incoming = {machine.key: machine for machine in reversed(machines)}
        self._roster.keep_only(self._incoming.keys())
        self._take_slice()
        self._settle()
        if self._incoming:
            self._intake.start(0)

    # Views

    def attach(self, viewer: Viewer) -> None:
        """Tell changes from now on: `viewer` is in sight."""
        if viewer not in self._viewers:
            self._viewers.append(viewer)
            self._settle()

    def detach(self, viewer: Viewer) -> None:
        """Stop telling changes for `viewer`: it is out of sight."""
        if viewer in self._viewers:
            self._viewers.remove(viewer)
        if not self._viewers:
            self._frame.stop()
            self._schedule()

    def set_filter(self, wanted: MachineFilter) -> None:
        """Show only machines that pass; at once."""
        self._roster.filter_by(wanted)
        self._show(self._take_order(), by_person=True)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; at once."""
        if 0 <= column < len(Column):
            descending = order is Qt.SortOrder.DescendingOrder
            self._roster.sort_by(Column(column), descending=descending)
            self._show(self._take_order(), by_person=True)

    def reword(self) -> None:
        """Say all in the language that is now in force."""
        forget_language()
        forget_words()
        self._roster.reword()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._settle()

    @property
    def sort_column(self) -> Column:
        """The column that rows are ordered by."""
        return self._roster.column

    @property
    def rows(self) -> list[Row]:
        """Shown rows in order; not to be changed, and another list after each new order."""
        return self._roster.shown

    @property
    def by_person(self) -> bool:
        """Whether a person, not news from hosts, asked for the newest order."""
        return self._person_ordered

    def position_of(self, key: MachineKey) -> int:
        """Where a machine is shown; -1 if it is not."""
        row = self._roster.row(key)
        return row.position if row else -1

    def machine(self, key: MachineKey) -> Machine | None:
        """The machine as last seen, shown or not."""
        row = self._roster.row(key)
        return row.machine if row else None

    def shown_count(self) -> int:
        """How many pass the filter."""
        return len(self._roster.shown)

    def total_count(self) -> int:
        """How many there are."""
        return len(self._roster) + sum(1 for key in self._incoming if not self._roster.row(key))

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Shown machines."""
        return 0 if parent.isValid() else len(self._roster.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Columns, hidden ones too."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers, tool tips and copies. Views do not ask while they paint."""
        if not index.isValid() or index.row() >= len(self._roster.shown):
            return None
        row, column = self._roster.shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(row)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(explained(row, column))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles of columns, numbers of rows."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _title_alignment(section) if orientation is Qt.Orientation.Horizontal else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return column_title(Column(section)) if 0 <= section < len(Column) else None

    # Telling

    def _schedule(self) -> None:
        if not self._frame.isActive() and (self._viewers or self._counts_matter()):
            self._frame.start(FRAME_MS)

    def _counts_matter(self) -> bool:
        """Whether somebody must be told although nobody looks: the first row brings the list back."""
        return not self._roster.shown or self._roster.has_other_machines()

    def _settle(self) -> None:
        """Show all that is known now, in one step."""
        if self._roster.is_disordered():
            self._show(self._take_order(), by_person=False)
        else:
            self._tell_touched()

    def _on_intake_timeout(self) -> None:
        if self._take_slice():
            self._intake.stop()
            self._settle()

    def _take_slice(self) -> bool:
        """Take as much of what waits as a frame has room for; whether that was all."""
        end = monotonic() + SLICE_S
        incoming, roster = self._incoming, self._roster
        while incoming and monotonic() < end:
            _key, machine = incoming.popitem()
            roster.put(machine)
        while monotonic() < end:
            if not (incoming or roster.place_one()):
                return True
        return False

    def _apply(self) -> None:
        roster = self._roster
        if self._arranged is None and roster.is_disordered():
            wait_s = self._ordered_at + REORDER_S - self._clock()
            if wait_s <= 0 or not roster.shown:
                self._arrange()
            elif not self._next_order.isActive():
                self._next_order.start(ceil(wait_s * 1000))
        self._tell_touched()

    def _arrange(self) -> None:
        """Work the new order out, and show it as a step of its own: each is short."""
        self._arranged = self._take_order()
        self._show_order.start(0)

    def _on_show_order_timeout(self) -> None:
        if self._arranged is not None:
            self._show(self._arranged, by_person=False)

    def _take_order(self) -> list[Row]:
        rows = self._roster.arranged()
        self._roster.take_touched()
        self._ordered_at = self._clock()
        return rows

    def _show(self, rows: list[Row], *, by_person: bool) -> None:
        self._arranged = None
        self._person_ordered = by_person
        self.reordering.emit()
        self._replace(rows)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        self.reordered.emit()
        self._tell_counts()

    def _replace(self, rows: list[Row]) -> None:
        """Show these rows; for Qt only the tail comes or goes."""
        held = self.persistentIndexList()
        places = self._places_of(held, rows)
        before, after = len(self._roster.shown), len(rows)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._roster.commit(rows)
            self.endInsertRows()
            # Not earlier: Qt moves marks that stand behind what is inserted.
            self._move_marks(held, places)
            return
        self._move_marks(held, places)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._roster.commit(rows)
            self.endRemoveRows()
        else:
            self._roster.commit(rows)

    def _places_of(self, held: list[QModelIndex], rows: list[Row]) -> list[int]:
        """Where the machines of these marks will stand; -1: nowhere."""
        if not held:
            return []
        shown = self._roster.shown
        where = {row: position for position, row in enumerate(rows)}
        return [where.get(shown[mark.row()], -1) for mark in held]

    def _move_marks(self, held: list[QModelIndex], places: list[int]) -> None:
        """Let what views hold on to, such as where Shift began to select, follow its machine."""
        # Qt forgets both of two marks at one place when one goes, and crashes over the other once
        # the model has gone. So what is shown no more has no place.
        moved = [
            self.createIndex(place, mark.column()) if place >= 0 else QModelIndex()
            for place, mark in zip(places, held, strict=True)
        ]
        if held:
            self.changePersistentIndexList(held, moved)

    def _tell_touched(self) -> None:
        touched = {row.position for row in self._roster.take_touched()}
        if seen := touched & self._visible():
            # Told as one span: each call from Qt, and each index made, takes the interpreter
            # anew, while a paint of all in sight takes a millisecond.
            last = self.index(max(seen), len(Column) - 1)
            self.dataChanged.emit(self.index(min(seen), 0), last)
        self._tell_counts()

    def _visible(self) -> set[int]:
        shown = len(self._roster.shown)
        return {
            position
            for viewer in self._viewers
            for position in viewer.visible_rows()
            if 0 <= position < shown
        }

    def _tell_counts(self) -> None:
        counts = (self.shown_count(), self.total_count())
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit()


def _title_alignment(section: int) -> Qt.AlignmentFlag:
    right = section in RIGHT_TITLED
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
