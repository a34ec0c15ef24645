"""What the overview knows, kept current by events and asked for only while it is looked at."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.model.capabilities import HostFacts
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    ActorChanged,
    EventsMissed,
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRatesSeen,
    MachineRemoved,
    MachinesStale,
    SettingsChanged,
    TaskProgressed,
)
from infinibay_desktop.model.hosts import HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.storage import Pool
from infinibay_desktop.model.tasks import Task
from infinibay_desktop.ui.overview.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:  # the desk imports every service, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk

RECENT = 8
# Counting a pool makes the host look at its disk.
POOLS_EVERY_S = 60


class OverviewFeed(QObject):
    """Facts for the overview. `changed` is emitted for each; whoever draws waits for more."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tally = Tally()
        self.hosts: Mapping[HostId, str] = {}
        self.statuses: dict[HostId, HostStatus] = {}
        self.facts: dict[HostId, HostFacts] = {}
        self.pools: dict[HostId, Sequence[Pool]] = {}
        self.tasks: Sequence[Task] = ()
        self.knows_hosts = False
        self.polls = True
        self._desk: Desk | None = None
        self._looked_at = False
        self._watches: dict[HostId, Callable[[], None]] = {}
        self._asking_tasks = False
        self._pools_asked = 0.0
        self._again = QTimer(self, interval=POOLS_EVERY_S * 1000)
        self._again.timeout.connect(self._ask_pools)

    def show_cached(self, machines: Sequence[Machine], hosts: Mapping[HostId, str]) -> None:
        """Begin with the last session's list."""
        self.tally.load(machines)
        self.hosts = dict(hosts)
        self.changed.emit()

    def attach(self, desk: "Desk") -> None:
        """Follow the running core."""
        self._desk = desk
        self.tally.load(desk.core.inventory.snapshot())
        self.polls = desk.core.settings.settings.poll_figures
        on = desk.bridge.on
        on(MachineAdded, lambda event: self._put(event.machine), owner=self)
        on(MachineChanged, lambda event: self._put(event.machine), owner=self)
        on(MachineRemoved, self._on_machine_removed, owner=self)
        on(MachinesStale, self._on_machines_stale, owner=self)
        on(MachineRatesSeen, self._on_rates_seen, owner=self)
        on(HostStatusChanged, self._on_status_changed, owner=self)
        on(HostSaved, lambda _event: self._ask_hosts(), owner=self)
        on(HostRemoved, lambda _event: self._ask_hosts(), owner=self)
        on(TaskProgressed, lambda _event: self._ask_tasks(), owner=self)
        on(ActorChanged, lambda _event: self._ask_tasks(), owner=self)
        on(EventsMissed, lambda _event: self._ask_tasks(), owner=self)
        on(SettingsChanged, self._on_settings_changed, owner=self)
        self._ask_hosts()
        self._ask_tasks()

    def enter(self) -> None:
        """Somebody looks: figures are wanted."""
        self._looked_at = True
        self._again.start()
        self._watch()
        if time.monotonic() - self._pools_asked > POOLS_EVERY_S:
            self._ask_pools()

    def leave(self) -> None:
        """Nobody looks: cost nothing."""
        self._looked_at = False
        self._again.stop()
        self._unwatch()
        self.tally.forget_figures()

    # Facts.

    def _put(self, machine: Machine) -> None:
        self.tally.put(machine)
        self.changed.emit()

    def _on_machine_removed(self, event: MachineRemoved) -> None:
        self.tally.remove(event.machine.key)
        self.changed.emit()

    def _on_machines_stale(self, event: MachinesStale) -> None:
        self.tally.mark_stale(event.keys, datetime.now(UTC))
        self.changed.emit()

    def _on_rates_seen(self, event: MachineRatesSeen) -> None:
        if self._looked_at:
            self.tally.measure(event.host_id, event.rates)
            self.changed.emit()

    def _on_status_changed(self, event: HostStatusChanged) -> None:
        status = event.status
        self.statuses[status.host_id] = status
        if status.state is LinkState.CONNECTED:
            self._watch()
            self._ask_facts(status.host_id)
            self._ask_pools()
        self.changed.emit()

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        self.polls = event.settings.poll_figures
        if self.polls:
            self._watch()
        else:
            self._unwatch()
            self.tally.forget_figures()
        self.changed.emit()

    # Figures of machines.

    def _watch(self) -> None:
        if not (self._desk and self._looked_at and self.polls):
            return
        for host_id in self._connected():
            if host_id not in self._watches:
                self._watches[host_id] = self._desk.core.statistics.watch_host(host_id)

    def _unwatch(self) -> None:
        for unwatch in self._watches.values():
            unwatch()
        self._watches.clear()

    def _connected(self) -> list[HostId]:
        state = LinkState.CONNECTED
        return [h for h in self.hosts if h in self.statuses and self.statuses[h].state is state]

    # Asked for on workers.

    def _ask_hosts(self) -> None:
        if self._desk:
            self._desk.operations.spawn(self, self._learn_hosts(self._desk))

    async def _learn_hosts(self, desk: "Desk") -> None:
        stored = await desk.operations.run(desk.core.hosts.all)
        self.hosts = {host.id: host.name for host in stored}
        self.knows_hosts = True
        for gone in self._watches.keys() - self.hosts.keys():
            self._watches.pop(gone)()
        for host_id in self.hosts:
            self.statuses[host_id] = desk.core.connections.status(host_id)
        for host_id in self._connected():
            if host_id not in self.facts:
                self._ask_facts(host_id)
        self._watch()
        if self._looked_at:
            self._ask_pools()
        self.changed.emit()

    def _ask_facts(self, host_id: HostId) -> None:
        if self._desk:
            self._desk.operations.spawn(self, self._learn_facts(self._desk, host_id))

    async def _learn_facts(self, desk: "Desk", host_id: HostId) -> None:
        from infinibay_desktop.services.host_facts import look_at_host  # not before the first paint

        try:
            facts = await desk.operations.run(
                lambda: look_at_host(desk.core.connections, host_id).facts, lane=host_id
            )
        except InfinibayError:
            return  # the card shows no bars then, and the connection's state says why
        self.facts[host_id] = facts
        self.changed.emit()

    def _ask_tasks(self) -> None:
        if self._desk and not self._asking_tasks:
            self._asking_tasks = True
            self._desk.operations.spawn(self, self._learn_tasks(self._desk))

    async def _learn_tasks(self, desk: "Desk") -> None:
        self._asking_tasks = False  # what comes from here on may not be in the answer
        self.tasks = await desk.operations.run(
            lambda: desk.core.journal.recent(RECENT), key=("overview", "tasks")
        )
        self.changed.emit()

    def _ask_pools(self) -> None:
        if not (self._desk and self._looked_at):
            return
        self._pools_asked = time.monotonic()
        for host_id in self._connected():
            self._desk.operations.spawn(self, self._learn_pools(self._desk, host_id))

    async def _learn_pools(self, desk: "Desk", host_id: HostId) -> None:
        try:
            found = await desk.operations.run(
                lambda: desk.core.storage.pools(host_id), key=("pools", host_id), lane=host_id
            )
        except InfinibayError:
            found = ()  # one host's trouble is not the overview's
        self.pools[host_id] = found
        self.changed.emit()
