"""Hosts that other programs add, edit and remove are added, edited and removed here too."""

import threading
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future
from typing import Protocol

from infinibay_desktop.model.events import BlueprintsChanged, EventsMissed, HostRemoved, HostSaved
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.services.declarations import free, program_only
from infinibay_desktop.services.ports import Publisher, UnitOfWorkFactory

LANE = "host-follower"


class Connector(Protocol):
    """What is needed of HostConnections."""

    def in_use(self) -> Collection[HostId]: ...
    def adopt(self, host: Host) -> None: ...
    def connect_in_background(self, host: Host) -> None: ...


class Submitter(Protocol):
    """What is needed of a task runner."""

    def submit(
        self,
        work: Callable[[], None],
        *,
        key: Hashable | None = None,
        lane: Hashable | None = None,
    ) -> "Future[None]": ...


class HostFollower:
    """Keeps the connections in step with the stored hosts, whoever changes those.

    A removed host needs nothing here: HostConnections lets go of it by the same event as
    when this program removes it.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        connections: Connector,
        tasks: Submitter,
        publisher: Publisher,
    ) -> None:
        self._units = units
        self._connections = connections
        self._tasks = tasks
        self._publisher = publisher
        self._lock = threading.Lock()
        self._known: set[HostId] = set()
        self._connects = False

    @free("it connects as the program does at its start")
    def connect_new_hosts(self) -> None:
        """Connect to what others add from now on, where it connects by itself. On a worker."""
        with self._units() as unit:
            known = {host.id for host in unit.hosts.all()}
        with self._lock:
            self._known |= known
            self._connects = True

    @program_only("the bus tells this")
    def on_host_saved(self, event: HostSaved) -> None:
        """Some program saved a host, maybe this one: it is no news any more. On the bus."""
        with self._lock:
            self._known.add(event.host_id)

    @program_only("the bus tells this")
    def on_host_saved_elsewhere(self, event: HostSaved) -> None:
        """Another program added or edited a host."""
        with self._lock:
            wanted = self._connects and event.host_id not in self._known
            self._known.add(event.host_id)
        self._tasks.submit(lambda: self._take(event.host_id, connect=wanted), key=LANE, lane=LANE)

    @program_only("the bus tells this")
    def on_events_missed(self, _event: EventsMissed) -> None:
        """Nobody knows what others did: look at every host."""
        self._tasks.submit(self._compare, key=LANE, lane=LANE)

    def _take(self, host_id: HostId, *, connect: bool) -> None:
        with self._units() as unit:
            host = unit.hosts.find(host_id)
        if host is None:
            return
        if host_id in self._connections.in_use():
            self._connections.adopt(host)
        elif connect and host.autoconnect:
            self._connections.connect_in_background(host)

    def _compare(self) -> None:
        with self._units() as unit:
            stored = {host.id: host for host in unit.hosts.all()}
        with self._lock:
            gone = (self._known | set(self._connections.in_use())) - stored.keys()
            new = stored.keys() - self._known if self._connects else set()
            self._known = set(stored)
        for host_id in stored:
            self._take(host_id, connect=host_id in new)
            self._publisher.publish(HostSaved(host_id=host_id))
        for host_id in gone:
            self._publisher.publish(HostRemoved(host_id=host_id))
        self._publisher.publish(BlueprintsChanged())
