"""Machines, figures and a shown list for the tests of the list."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.selection import MachineSelection
from infinibay_desktop.ui.machines.table import MachineTable
from infinibay_desktop.ui.machines.table_model import MachineTableModel

HOST = HostId(UUID(int=1))
OTHER_HOST = HostId(UUID(int=2))
NOW = datetime(2026, 3, 1, 10, 42, tzinfo=UTC)


def machine(
    number: int,
    name: str | None = None,
    state: MachineState = MachineState.RUNNING,
    **facts: object,
) -> Machine:
    """Machine number so-and-so; the same number is the same machine."""
    common = {"host_id": HOST, "vcpus": 2, "memory_bytes": 2**31} | facts
    shown = f"vm-{number}" if name is None else name
    return Machine(id=MachineId(UUID(int=number)), name=shown, state=state, **common)


def fleet(count: int) -> list[Machine]:
    return [machine(number) for number in range(1, count + 1)]


def key(number: int, host_id: HostId = HOST) -> MachineKey:
    return MachineKey(host_id, MachineId(UUID(int=number)))


def rates(number: int, cpu: float | None = 10.0, **figures: object) -> MachineRates:
    common = {
        "memory_used_bytes": 2**30,
        "disk_read_bps": 1024.0,
        "disk_written_bps": 0.0,
        "received_bps": 2048.0,
        "sent_bps": 0.0,
    }
    facts = common | figures
    machine_id = MachineId(UUID(int=number))
    return MachineRates(machine_id=machine_id, taken_at=NOW, cpu_percent=cpu, **facts)


class Ticker:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Shown:
    """A table in sight over its model and selection."""

    def __init__(self, qtbot, machines: Iterable[Machine] = (), size=(900, 400)) -> None:
        self.qtbot = qtbot
        self.clock = Ticker()
        self.model = MachineTableModel(clock=self.clock)
        self.model.set_host_name(HOST, "kvm-1")
        self.model.set_host_name(OTHER_HOST, "kvm-2")
        self.selection = MachineSelection(self.model)
        self.table = MachineTable(self.model, self.selection)
        qtbot.addWidget(self.table)
        self.table.resize(*size)
        self.table.show()
        self.model.reset(machines)
        qtbot.waitUntil(lambda: self.model.shown_count() == self.model.total_count())

    def names(self) -> list[str]:
        return [row.name for row in self.model.rows]

    def cell(self, number: int, column: Column, role: int = 0) -> str:
        index = self.model.index(self.model.position_of(key(number)), column)
        return self.model.data(index, role)

    def settle(self) -> None:
        """Let a second pass, and all that waited for it be shown."""
        self.clock.now += 1.5
        self.model._apply()
        self.qtbot.waitUntil(lambda: self.model._arranged is None)

    def selected(self) -> list[str]:
        return [self.model.machine(found).name for found in self.selection.selected_keys()]
