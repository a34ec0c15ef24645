"""All machines in memory, and which of them are shown in which order. Knows no Qt."""

from collections.abc import Iterable, KeysView, Mapping
from operator import attrgetter
from time import monotonic

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.machines.agent_figures import SILENT_S, rates_of
from infinibay_desktop.ui.machines.columns import FIGURES, SORT_KEYS, Column
from infinibay_desktop.ui.machines.filters import MachineFilter, parse_filter
from infinibay_desktop.ui.machines.rows import NOWHERE, Place, Row, place_called
from infinibay_desktop.ui.state_words import state_word

_BASE_KEY = attrgetter("base_key")


class Roster:
    """Rows by key; `shown` holds those that pass the filter, in order.

    Facts are taken at once. `shown` changes only when `commit` is given what `arranged` made.
    """

    def __init__(self) -> None:
        self.shown: list[Row] = []
        self.column = Column.NAME
        self.descending = False
        self._touched: set[Row] = set()
        # Those of them of which more than figures is new.
        self._changed: set[Row] = set()
        self._rows: dict[MachineKey, Row] = {}
        self._hosts: dict[HostId, str] = {}
        self._departments: dict[DepartmentId | None, Place] = {}
        self._people: dict[PersonId | None, Place] = {}
        self._me: PersonId | None = None
        # Rows that still have their old places' names.
        self._unplaced: list[Row] = []
        self._by_name: list[Row] = []
        self._names_stale = False
        self._order_stale = False
        self._filter = parse_filter("")

    def __len__(self) -> int:
        """How many machines there are, shown or not."""
        return len(self._rows)

    def row(self, key: MachineKey) -> Row | None:
        """The machine's row, shown or not."""
        return self._rows.get(key)

    def put(self, machine: Machine) -> None:
        """Take the newest facts of a machine, perhaps a new one."""
        row = self._rows.get(machine.key)
        if row is None:
            host_name = self._hosts.get(machine.host_id, "")
            row = Row(machine, host_name, state_word(machine.state))
            self._rows[machine.key] = row
            self._place(row)
            self._names_stale = self._order_stale = True
        elif row.machine == machine:
            return
        else:
            if row.see(machine, state_word(machine.state)):
                self._names_stale = self._order_stale = True
            self._place(row)
        self._touched.add(row)
        self._changed.add(row)

    def remove(self, key: MachineKey) -> None:
        """Forget a machine; an unknown one is no matter."""
        row = self._rows.pop(key, None)
        if row:
            self._touched.discard(row)
            self._changed.discard(row)
            self._names_stale = self._order_stale = True

    def keep_only(self, keys: KeysView[MachineKey]) -> None:
        """Forget all other machines."""
        for key in self._rows.keys() - keys:
            self.remove(key)

    def put_rates(self, host_id: HostId, rates: Iterable[MachineRates]) -> None:
        """Take the newest figures of a host's machines; a talking agent knows its own better."""
        rows, touched = self._rows, self._touched
        silent = monotonic() - SILENT_S
        for one in rates:
            row = rows.get(MachineKey(host_id, one.machine_id))
            if row and row.agent_at < silent:
                row.measure(one)
                touched.add(row)

    def put_samples(self, samples: Iterable[Sample]) -> None:
        """Take what agents measured."""
        rows, touched, now = self._rows, self._touched, monotonic()
        for sample in samples:
            row = rows.get(sample.key)
            if row and row.state is MachineState.RUNNING:
                row.agent_at = now
                row.measure(rates_of(sample))
                touched.add(row)

    def put_agent(self, key: MachineKey, words: str) -> None:
        """Take what is said of a machine's agent."""
        row = self._rows.get(key)
        if row and row.take_agent(words):
            self._touched.add(row)
            self._changed.add(row)

    def set_host_name(self, host_id: HostId, name: str) -> None:
        """Call a host by this name from now on."""
        if self._hosts.get(host_id) == name:
            return
        self._hosts[host_id] = name
        for row in self._rows.values():
            if row.key.host_id == host_id:
                row.call_host(name, state_word(row.state))
                self._touched.add(row)
                self._names_stale = True

    def name_places(
        self,
        departments: Mapping[DepartmentId, tuple[str, str]],
        people: Mapping[PersonId, str],
        me: PersonId | None,
    ) -> None:
        """Call departments and people so from now on; `place_one` brings old rows in line."""
        self._departments = {key: place_called(*told) for key, told in departments.items()}
        self._people = {key: place_called(name) for key, name in people.items()}
        self._me = me
        self._unplaced = list(self._rows.values())

    def place_one(self) -> bool:
        """Bring one row in line with `name_places`; False: there is none left."""
        if not self._unplaced:
            return False
        row = self._unplaced.pop()
        if self._place(row):
            self._touched.add(row)
            self._changed.add(row)
        return True

    def _place(self, row: Row) -> bool:
        """Let the row say whose it is; whether that is news."""
        machine = row.machine
        department = self._departments.get(machine.department_id, NOWHERE)
        owner = self._people.get(machine.owner_id, NOWHERE)
        mine = machine.owner_id is not None and machine.owner_id == self._me
        if (
            department.name == row.department
            and owner.name == row.owner
            and department.colour == row.colour
            and mine is row.mine
        ):
            return False
        row.place(department, owner, mine=mine)
        return True

    def reword(self) -> None:
        """Say all in the language that is now in force."""
        for row in self._rows.values():
            row.call_host(row.host_name, state_word(row.state))
        self._order_stale = True

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Order by this column from the next arrangement on."""
        self.column, self.descending = column, descending
        self._order_stale = True

    def filter_by(self, wanted: MachineFilter) -> None:
        """Show only what passes, from the next arrangement on."""
        self._filter = wanted
        self._order_stale = True

    def has_other_machines(self) -> bool:
        """Whether machines came, went or changed their names since the last arrangement."""
        return self._names_stale

    def is_disordered(self) -> bool:
        """Whether what was touched no longer stands where it should."""
        if not self._order_stale:
            matches = self._filter.matches
            by_figures = self.column in FIGURES or self._filter.asks_for_figures
            self._order_stale = self._names_stale or any(
                matches(row) is not (row.position >= 0) or self._has_moved(row)
                for row in (self._touched if by_figures else self._changed)
            )
        return self._order_stale

    def take_touched(self) -> set[Row]:
        """Rows of which anything is new since the last call."""
        touched, self._touched = self._touched, set()
        self._changed.clear()
        return touched

    def _has_moved(self, row: Row) -> bool:
        # New figures nearly always mean a new place; what they were is not kept.
        if row.position < 0:
            return False
        return self.column in FIGURES or SORT_KEYS[self.column](row) != row.sort_key

    def arranged(self) -> list[Row]:
        """What should be shown now, in order; what is touched after this counts for the next."""
        if self._names_stale:
            self._by_name = sorted(self._rows.values(), key=_BASE_KEY)
            self._names_stale = False
        self._order_stale = False
        rows = self._filter.apply(self._by_name)
        key = SORT_KEYS[self.column]
        if self.column not in FIGURES:
            for row in rows:
                row.sort_key = key(row)
        if self.column is not Column.NAME:
            # Stable: equals stay in the order of names.
            rows.sort(key=key, reverse=self.descending)
        elif self.descending:
            rows.reverse()
        return rows

    def commit(self, rows: list[Row]) -> None:
        """Show these rows from now on."""
        for row in self.shown:
            row.position = -1
        for position, row in enumerate(rows):
            row.position = position
        self.shown = rows
