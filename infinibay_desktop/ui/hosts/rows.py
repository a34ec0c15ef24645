"""One host as the list shows it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.hosts import Host, HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.hosts.words import (
    acceleration_title,
    host_lines,
    machines_text,
    next_attempt,
)
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.state_words import host_look


@dataclass(frozen=True, slots=True)
class HostRow:
    """A host, how its connection stands, and its machines counted by state."""

    host: Host
    status: HostStatus
    counts: Counter[MachineState] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The host's name in one line."""
        return one_line(self.host.name)

    @property
    def is_connected(self) -> bool:
        """Whether the host answers."""
        return self.status.state is LinkState.CONNECTED

    @property
    def uri(self) -> str:
        """How the host is reached, without any secret."""
        return one_line(host_lines(self.host), 1200)

    @property
    def machines(self) -> str:
        """Its machines in words."""
        return machines_text(self.counts)

    @property
    def acceleration(self) -> str:
        """How its machines run, in words."""
        text = QCoreApplication.translate("Hosts", "Acceleration: {way}")
        return text.format(way=acceleration_title(self.host.acceleration))

    def state(self, now: datetime) -> str:
        """The connection in words, with the next try of a lost one."""
        words = (host_look(self.status).word, next_attempt(self.status, now))
        return " · ".join(filter(None, words))

    def counted(self, counts: Counter[MachineState]) -> "HostRow":
        """The same with its machines counted anew."""
        return replace(self, counts=counts)


def in_order(rows: Iterable[HostRow]) -> list[HostRow]:
    """Rows by name, as people expect it."""
    return sorted(rows, key=lambda row: natural_key(row.host.name))


def count_machines(machines: Iterable[Machine]) -> dict[HostId, Counter[MachineState]]:
    """Machines by host and state."""
    counts: dict[HostId, Counter[MachineState]] = {}
    for machine in machines:
        counts.setdefault(machine.host_id, Counter())[machine.state] += 1
    return counts
