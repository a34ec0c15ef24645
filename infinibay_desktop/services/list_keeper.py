"""Keeps the list of machines for the next start's first paint."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.hosts import Host, HostId, LinkState
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.runtime.clock import Clock

_OUR_WORK = (MachineState.CREATING, MachineState.DELETING)


class WriteList(Protocol):
    """Keeps a list where the next start finds it."""

    def __call__(
        self, machines: Sequence[Machine], host_names: Mapping[HostId, str], at: datetime
    ) -> None: ...


class ListKeeper:
    """Notes on the bus that the list changed; `flush`, on a worker, writes it if it did."""

    def __init__(
        self,
        write: WriteList,
        machines: Callable[[], Sequence[Machine]],
        hosts: Callable[[], Sequence[Host]],
        clock: Clock,
    ) -> None:
        self._write = write
        self._machines = machines
        self._hosts = hosts
        self._clock = clock
        self._dirty = threading.Event()
        self._connected: set[HostId] = set()

    def on_machines_changed(self, _event: MachineAdded | MachineChanged | MachineRemoved) -> None:
        """The list is not as it was written."""
        self._dirty.set()

    def on_hosts_changed(self, _event: HostSaved | HostRemoved) -> None:
        """A host's name may be another, or a host gone."""
        self._dirty.set()

    def on_host_status_changed(self, event: HostStatusChanged) -> None:
        """A host that came or went makes its machines fresh or stale; its attempts do not."""
        status = event.status
        connected = status.state is LinkState.CONNECTED
        if connected != (status.host_id in self._connected):
            self._connected ^= {status.host_id}
            self._dirty.set()

    def flush(self) -> None:
        """Write the list if it changed. Raises StorageError, and tries again the next time."""
        if not self._dirty.is_set():
            return
        self._dirty.clear()
        machines = [machine for machine in self._machines() if machine.state not in _OUR_WORK]
        # The next start paints the first ones before it has read them all.
        machines.sort(key=lambda machine: natural_key(machine.name))
        try:
            # Without machines nobody may be signed in, who could ask for hosts.
            names = {host.id: host.name for host in self._hosts()} if machines else {}
            self._write(machines, names, self._clock.now())
        except InfinibayError:
            self._dirty.set()
            raise
