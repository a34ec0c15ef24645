"""One machine as the list keeps it: facts, figures and what is derived from them, cached."""

from array import array
from datetime import datetime
from typing import NamedTuple

from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.one_line import one_line

HISTORY = 60
# What no host told comes below zero.
UNKNOWN = -1.0

_STATE_ORDER = {
    state: place
    for place, state in enumerate(
        (
            MachineState.CRASHED,
            MachineState.RUNNING,
            MachineState.SHUTTING_DOWN,
            MachineState.PAUSED,
            MachineState.SUSPENDED,
            MachineState.CREATING,
            MachineState.DELETING,
            MachineState.SAVED,
            MachineState.SHUT_OFF,
            MachineState.UNKNOWN,
        )
    )
}


class Place(NamedTuple):
    """A department or a person in words, made once for all their machines."""

    name: str
    key: str
    colour: str = ""


def place_called(name: str, colour: str = "") -> Place:
    """A place of that name."""
    line = one_line(name)
    return Place(line, natural_key(line), colour)


# What belongs to nobody comes last.
NOWHERE = Place("", "\U0010ffff")


class Row:
    """A machine with its host's name, latest figures and the last minutes of CPU load."""

    __slots__ = (
        "agent",
        "agent_at",
        "agent_key",
        "base_key",
        "cells",
        "colour",
        "cpu_key",
        "department",
        "department_key",
        "detailed",
        "disk_key",
        "history",
        "host_key",
        "host_name",
        "key",
        "machine",
        "memory_key",
        "mine",
        "name",
        "name_key",
        "network_key",
        "owner",
        "owner_key",
        "position",
        "rates",
        "search",
        "sort_key",
        "state_key",
    )

    # Keys that rows are ordered by, ready to compare: ordering must not compute.
    cpu_key: float
    memory_key: float
    disk_key: float
    network_key: float
    rates: MachineRates | None
    # The newest that told of memory or disks; most readings ask no guest's monitor.
    detailed: MachineRates | None
    history: "array[float] | None"

    def __init__(self, machine: Machine, host_name: str, search_word: str) -> None:
        self.key: MachineKey = machine.key
        self.name = self.name_key = ""
        self.position = -1
        # When its agent was heard last, by the monotonic clock.
        self.agent_at = float("-inf")
        self.agent, self.agent_key = "", NOWHERE.key
        self.sort_key: float | int | str = ""
        self.forget_figures()
        self.cells: tuple[str, ...] | None = None
        self.host_name = one_line(host_name)
        self.host_key = natural_key(self.host_name)
        self.place(NOWHERE, NOWHERE, mine=False)
        self.see(machine, search_word)

    def see(self, machine: Machine, search_word: str) -> bool:
        """Take the newest facts; return whether the name is another one."""
        self.machine = machine
        self.state_key = _STATE_ORDER[machine.state]
        name = one_line(machine.name)
        renamed = name != self.name
        if renamed:
            self.name = name
            self.name_key = natural_key(name)
        if machine.state is not MachineState.RUNNING:
            self.forget_figures()
        self._derive(search_word)
        return renamed

    def call_host(self, host_name: str, search_word: str) -> None:
        """Take the host's newest name."""
        self.host_name = one_line(host_name)
        self.host_key = natural_key(self.host_name)
        self._derive(search_word)

    def place(self, department: "Place", owner: "Place", *, mine: bool) -> None:
        """Take whose it is, in words."""
        self.department, self.department_key, self.colour = department
        self.owner, self.owner_key, _none = owner
        self.mine = mine
        self.cells = None

    def take_agent(self, words: str) -> bool:
        """Take what the list says of its agent; return whether that is new."""
        if words == self.agent:
            return False
        self.agent = words
        self.agent_key = natural_key(words) if words else NOWHERE.key
        self.cells = None
        return True

    def measure(self, rates: MachineRates) -> None:
        """Take the newest figures; what this reading does not tell stays as it was."""
        self.rates = rates
        self.cells = None
        if rates.memory_used_bytes is not None or rates.disk_read_bps is not None:
            self.detailed = rates
        self._take_keys(rates)
        if rates.cpu_percent is None:
            return
        if self.history is None:
            self.history = array("f")
        self.history.append(rates.cpu_percent)
        del self.history[:-HISTORY]

    def forget_figures(self) -> None:
        """Drop figures: a machine that is not running has none."""
        self.rates = self.detailed = self.history = None
        self.cpu_key = self.disk_key = self.network_key = self.memory_key = UNKNOWN

    def _take_keys(self, rates: MachineRates) -> None:
        cpu, used = rates.cpu_percent, rates.memory_used_bytes
        disk = _sum(rates.disk_read_bps, rates.disk_written_bps)
        network = _sum(rates.received_bps, rates.sent_bps)
        # Readings take turns in asking for the CPU time; a figure must not blink meanwhile.
        self.cpu_key = self.cpu_key if cpu is None else cpu
        self.memory_key = self.memory_key if used is None else float(used)
        self.disk_key = self.disk_key if disk is None else disk
        self.network_key = self.network_key if network is None else network

    def _derive(self, search_word: str) -> None:
        self.cells = None
        identity = str(self.key.machine_id)
        words = (self.name, self.host_name, search_word, identity[:8])
        self.search = "\n".join(words).casefold()
        # One string: ordering 10,000 rows by a tuple takes three times as long.
        self.base_key = f"{self.name_key}\0{self.host_key}\0{identity}"

    @property
    def state(self) -> MachineState:
        """The machine's state as last seen."""
        return self.machine.state

    @property
    def stale_since(self) -> datetime | None:
        """Since when the host tells nothing, if so."""
        return self.machine.stale_since

    @property
    def autostart(self) -> bool:
        """Whether it starts with its host."""
        return self.machine.autostart

    @property
    def cpu_percent(self) -> float | None:
        """CPU load of all its CPUs together."""
        return _known(self.cpu_key)

    @property
    def memory_used_bytes(self) -> int | None:
        """What the guest uses of its memory."""
        return None if self.memory_key < 0 else int(self.memory_key)

    @property
    def memory_share(self) -> float | None:
        """Used part of the assigned memory, 0 to 1."""
        if self.memory_key < 0 or self.machine.memory_bytes <= 0:
            return None
        return min(1.0, self.memory_key / self.machine.memory_bytes)

    @property
    def disk_bps(self) -> float | None:
        """Bytes a second read and written."""
        return _known(self.disk_key)

    @property
    def network_bps(self) -> float | None:
        """Bytes a second received and sent."""
        return _known(self.network_key)


def _known(figure: float) -> float | None:
    return None if figure < 0 else figure


def _sum(first: float | None, second: float | None) -> float | None:
    if first is None and second is None:
        return None
    return (first or 0.0) + (second or 0.0)
