"""Counts that follow each machine's news, and figures of the hosts. Knows no Qt."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.statistics import MachineRates

# A machine in these states takes memory of its host.
_UP = frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN})


@dataclass(frozen=True, slots=True)
class Load:
    """A machine and the share of its own CPUs that it uses."""

    machine: Machine
    cpu_percent: float


class Tally:
    """Machines counted by state and by host. Each piece of news costs the same, however many."""

    def __init__(self) -> None:
        self.by_state: Counter[MachineState] = Counter()
        self.running: Counter[HostId] = Counter()
        self.total: Counter[HostId] = Counter()
        self.memory_bytes: Counter[HostId] = Counter()
        self.stale = 0
        self._machines: dict[MachineKey, Machine] = {}
        self._cpu: dict[HostId, dict[MachineId, float]] = {}

    def __len__(self) -> int:
        """How many machines there are."""
        return len(self._machines)

    def load(self, machines: Iterable[Machine]) -> None:
        """Begin anew with these."""
        for counts in (self.by_state, self.running, self.total, self.memory_bytes):
            counts.clear()
        self.stale = 0
        self._machines.clear()
        for machine in machines:
            self.put(machine)

    def put(self, machine: Machine) -> None:
        """Take the newest facts of a machine, perhaps a new one."""
        if known := self._machines.get(machine.key):
            self._count(known, -1)
        self._machines[machine.key] = machine
        self._count(machine, 1)
        if machine.state is not MachineState.RUNNING:
            self._forget_figure(machine.key)

    def remove(self, key: MachineKey) -> None:
        """Forget a machine; an unknown one is no matter."""
        if known := self._machines.pop(key, None):
            self._count(known, -1)
            self._forget_figure(key)

    def mark_stale(self, keys: Iterable[MachineKey], since: datetime) -> None:
        """A host was lost: its machines are as last seen, and what was measured is old."""
        for key in keys:
            if (known := self._machines.get(key)) and known.stale_since is None:
                self.put(replace(known, stale_since=since))
            self._forget_figure(key)

    def measure(self, host_id: HostId, rates: Iterable[MachineRates]) -> None:
        """Take the newest figures of a host's machines."""
        figures = self._cpu.setdefault(host_id, {})
        for one in rates:
            if one.cpu_percent is not None:
                figures[one.machine_id] = one.cpu_percent

    def forget_figures(self) -> None:
        """Nobody watches any more: what was measured says nothing about later."""
        self._cpu.clear()

    def cpus_used(self, host_id: HostId) -> float | None:
        """How many of the host's CPUs its machines keep busy; None before it was measured."""
        figures = self._cpu.get(host_id)
        if not figures:
            return None
        return sum(
            load.cpu_percent / 100 * max(1, load.machine.vcpus) for load in self._of(host_id)
        )

    def busiest(self, count: int) -> Sequence[Load]:
        """The machines that use most of their CPUs, by the percentages that are shown.

        Of equal ones, the one that keeps more CPUs busy comes first.
        """
        loads = (load for host_id in self._cpu for load in self._of(host_id))
        return heapq.nlargest(count, loads, key=_busyness)

    def _of(self, host_id: HostId) -> Iterable[Load]:
        for machine_id, percent in self._cpu.get(host_id, {}).items():
            machine = self._machines.get(MachineKey(host_id, machine_id))
            if machine and machine.state is MachineState.RUNNING:
                yield Load(machine, percent)

    def _forget_figure(self, key: MachineKey) -> None:
        if figures := self._cpu.get(key.host_id):
            figures.pop(key.machine_id, None)

    def _count(self, machine: Machine, by: int) -> None:
        self.by_state[machine.state] += by
        self.total[machine.host_id] += by
        self.stale += by if machine.stale_since else 0
        if machine.state is MachineState.RUNNING:
            self.running[machine.host_id] += by
        if machine.state in _UP:
            self.memory_bytes[machine.host_id] += by * machine.memory_bytes


def _busyness(load: Load) -> tuple[int, int]:
    return round(load.cpu_percent), load.machine.vcpus
