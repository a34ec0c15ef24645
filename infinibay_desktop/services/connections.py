"""Connections to hosts: made in stages, watched, and made again when they break."""

import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

from infinibay_desktop.model.errors import (
    HostUnreachableError,
    InfinibayError,
    NotFoundError,
)
from infinibay_desktop.model.events import (
    DomainDefinitionSeen,
    HostClosedSeen,
    HostRemoved,
    HostStatusChanged,
)
from infinibay_desktop.model.hosts import Host, HostId, HostStatus, LinkState, Stage, StageReport
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.problems import Distribution, Problem
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Cancel, Timers
from infinibay_desktop.services.declarations import free, needs, program_only
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.ports import HostAccess, HostLink, Publisher
from infinibay_desktop.services.remedies import with_remedy
from infinibay_desktop.services.sights import visible_stages

RECONCILE_S = 60.0
PRUNE_S = 15.0
PROBE_S = 1.0
FIRST_RETRY_S, LONGEST_RETRY_S = 1.0, 60.0


@dataclass(slots=True)
class _Connection:
    """One host that the person wants connected. Guarded by HostConnections' lock."""

    host: Host
    link: HostLink | None = None
    attempts: int = 0
    status: HostStatus | None = None
    timers: list[Cancel] = field(default_factory=list)
    wanted: bool = True
    # Whether the host is as the list has it, not as whoever asked for it says.
    checked: bool = False


class HostConnections:
    """All hosts in use. `connect`, `check` and the like run on workers."""

    def __init__(
        self,
        make_link: Callable[[Host], HostLink],
        access: HostAccess,
        inventory: Inventory,
        tasks: TaskRunner,
        timers: Timers,
        clock: Clock,
        publisher: Publisher,
        local: Distribution,
        find_host: Callable[[HostId], Host | None],
    ) -> None:
        self._make_link = make_link
        self._access = access
        self._inventory = inventory
        self._tasks = tasks
        self._timers = timers
        self._clock = clock
        self._publisher = publisher
        self._local = local
        self._find_host = find_host
        self._remote: dict[HostId, Distribution] = {}
        self._lock = threading.Lock()
        self._connections: dict[HostId, _Connection] = {}
        self._reconciling: dict[HostId, Future[None]] = {}

    # Asking.

    @free("what it gives is guarded in turn", hands_out=HostLink)
    def link(self, host_id: HostId) -> HostLink:
        """The connected host. Raises HostUnreachableError while it is not connected."""
        with self._lock:
            connection = self._connections.get(host_id)
            if connection and connection.link:
                return connection.link
            name = connection.host.name if connection else str(host_id)
            reason = connection.status.reason if connection and connection.status else ""
        raise HostUnreachableError(
            f"'{name}' is not connected{': ' + reason if reason else ''}.",
            remedy="It is tried again by itself; infinibay host test says what is wrong.",
        )

    @free("a person's program connects with the rights that the host gives it")
    def host(self, host_id: HostId) -> Host:
        """A host in use. Raises NotFoundError."""
        with self._lock:
            if connection := self._connections.get(host_id):
                return connection.host
        raise NotFoundError("The host is not in use.")

    @free("a person's program connects with the rights that the host gives it")
    @free("it names hosts and no more")
    def in_use(self) -> frozenset[HostId]:
        """The hosts that are connected, or tried again until they are."""
        with self._lock:
            return frozenset(self._connections)

    @free("a person's program connects with the rights that the host gives it")
    def status(self, host_id: HostId) -> HostStatus:
        """How the connection to a host stands."""
        with self._lock:
            connection = self._connections.get(host_id)
            if connection and connection.status:
                return connection.status
        return HostStatus(host_id=host_id, state=LinkState.DISCONNECTED, since=self._clock.now())

    @free("it knows nothing but remedies", signed_out=True)
    def advise(self, error: InfinibayError) -> InfinibayError:
        """The same error, told what to do where its cause is known and lies on this computer."""
        return with_remedy(error, self._local)

    # Connecting.

    @free("a person's program connects with the rights that the host gives it")
    def connect(self, host: Host, *, keep_trying: bool = False) -> None:
        """Connect in stages and read all machines.

        A host of the list is connected as the list has it. Raises HostUnreachableError with
        the stage that failed; with `keep_trying` the host stays wanted and is tried again
        from 1 s to every 60 s.
        """
        with self._lock:
            connection = self._connections.setdefault(host.id, _Connection(host=host))
            connection.wanted = True
            if connection.link:
                return
        try:
            self._attempt(connection)
        except InfinibayError as error:
            self._failed(connection, error, keep_trying=keep_trying)
            raise

    @free("a person's program connects with the rights that the host gives it")
    def connect_in_background(self, host: Host) -> None:
        """Connect and stay connected; how it goes is told by HostStatusChanged."""
        with self._lock:
            self._connections.setdefault(host.id, _Connection(host=host))
        self._submit(host.id, lambda: self._try_again(host.id))

    @free("a person's program connects with the rights that the host gives it")
    def disconnect(self, host_id: HostId) -> None:
        """Let go of a host; its machines stay in the list as last seen."""
        with self._lock:
            connection = self._connections.pop(host_id, None)
        if connection is None:
            return
        connection.wanted = False
        self._let_go(connection)
        self._access.leave(connection.host)
        self._inventory.mark_stale(host_id, self._clock.now())
        self._tell(connection, LinkState.DISCONNECTED)

    @program_only("the program lets go of all hosts when it ends")
    def close(self) -> None:
        """Let go of all hosts."""
        with self._lock:
            connections = list(self._connections.values())
            self._connections.clear()
        for connection in connections:
            connection.wanted = False
            self._let_go(connection)
            self._access.leave(connection.host)

    @needs(Permission.HOST_MANAGE)
    def adopt(self, host: Host) -> None:
        """A host in use was edited; connects anew where the way to it is another one now."""
        with self._lock:
            connection = self._connections.get(host.id)
            if connection is None:
                return
            before = connection.host
            same_way = _same_way(before, host)
            if same_way:
                connection.host = host
        if not same_way:
            self.disconnect(host.id)
            self.connect_in_background(host)

    @free(
        "a person's program connects with the rights that the host gives it",
        only=visible_stages,
    )
    def check(self, host: Host) -> Generator[StageReport, None, None]:
        """Try every stage and say how it went; the first failure ends it. Leaves nothing."""
        host = self._for_trial(host)
        link = self._make_link(host)
        steps: Sequence[tuple[Stage, Callable[[], str]]] = (
            (Stage.REACH, lambda: self._access.reach(host)),
            (Stage.HOST_KEY, lambda: self._access.check_host_key(host)),
            (Stage.SIGN_IN, lambda: self._sign_in(host)),
            (Stage.SOCKET, lambda: _opened(link)),
            (Stage.PERMISSION, lambda: _listed(link)),
            (Stage.CAPABILITY, lambda: _described(link)),
        )
        try:
            for stage, step in steps:
                report = self._run_stage(host, stage, step)
                yield report
                if not report.passed:
                    return
        finally:
            link.close()
            self._access.leave(host)
            with self._lock:
                if host.id not in self._connections:
                    self._remote.pop(host.id, None)

    def _run_stage(self, host: Host, stage: Stage, step: Callable[[], str]) -> StageReport:
        try:
            return StageReport(stage=stage, passed=True, detail=step())
        except InfinibayError as error:
            told = self._with_remedy(host, error)
            failed, problem = told.details.get("stage", stage), told.details.get("problem")
            return StageReport(
                stage=failed if isinstance(failed, Stage) else stage,
                passed=False,
                detail=told.message,
                remedy=told.remedy,
                problem=_known(problem),
            )

    # Facts, on the bus thread: hand over to a worker.

    @program_only("the bus tells this")
    def on_host_closed_seen(self, seen: HostClosedSeen) -> None:
        """A connection broke: mark its machines stale and begin to reconnect."""
        self._submit(seen.host_id, lambda: self._lost(seen.host_id, seen.reason))

    @program_only("the bus tells this")
    def on_host_removed(self, removed: HostRemoved) -> None:
        """A host was taken out of the list: let go of it."""
        self._submit(removed.host_id, lambda: self._forget(removed.host_id))

    @program_only("the bus tells this")
    def on_domain_definition_seen(self, seen: DomainDefinitionSeen) -> None:
        """A definition changed: look at that machine."""
        key = MachineKey(seen.host_id, seen.machine_id)
        self._tasks.submit(lambda: self._look(key), key=("look", key), lane=seen.host_id)

    def _forget(self, host_id: HostId) -> None:
        self.disconnect(host_id)
        self._inventory.reconcile(host_id, (), mark=self._inventory.mark())

    @free("a person's program connects with the rights that the host gives it")
    def refresh(self, host_id: HostId) -> None:
        """Read all machines of a host anew; only differences are published."""
        link = self.link(host_id)
        mark = self._inventory.mark()
        self._inventory.reconcile(host_id, link.hypervisor.machines(), mark=mark)

    def _look(self, key: MachineKey) -> None:
        mark = self._inventory.mark()
        try:
            machine = self.link(key.host_id).hypervisor.machine(key.machine_id)
        except NotFoundError:
            self._inventory.remove(key)
        else:
            self._inventory.update(machine, mark=mark)

    # One attempt, its end, and the next one.

    def _attempt(self, connection: _Connection) -> None:
        host = self._as_listed(connection)
        self._tell(connection, LinkState.CONNECTING)
        if host.address.transport == "ssh":
            self._sign_in(host)  # a failure names its stage
        else:
            self._access.reach(host)
        link = self._make_link(host)
        try:
            link.open()
            mark = self._inventory.mark()
            self._inventory.reconcile(host.id, link.hypervisor.machines(), mark=mark)
        except BaseException:
            link.close()
            raise
        self._keep(connection, link)

    def _as_listed(self, connection: _Connection) -> Host:
        """The host as stored: what another one tells must never count as this one's."""
        # Once: the way to a host that was in use before is kept while the database is away.
        if not connection.checked and (stored := self._find_host(connection.host.id)):
            with self._lock:
                connection.host, connection.checked = stored, True
        return connection.host

    def _for_trial(self, host: Host) -> Host:
        """The host; another way than the list's is tried under an id of its own."""
        stored = self._find_host(host.id)
        if stored is None or _same_way(stored, host):
            return host
        return replace(host, id=HostId(uuid4()))

    def _keep(self, connection: _Connection, link: HostLink) -> None:
        host_id = connection.host.id
        with self._lock:
            kept = connection.wanted
            if kept:
                connection.link = link
                connection.attempts = 0
        if not kept:
            link.close()
            return
        self._every(connection, PRUNE_S, link.prune, ("prune", host_id))
        self._tell(connection, LinkState.CONNECTED)

    @program_only("a timer does this")
    def reconcile(self) -> "list[Future[None]]":
        """Begin to read all machines of all connected hosts anew, each host on its own.

        A host that still answers the last time is waited for, and not asked once more.
        """
        with self._lock:
            connected = [host_id for host_id, each in self._connections.items() if each.link]
        before, self._reconciling = self._reconciling, {}
        for host_id in connected:
            future = before.get(host_id)
            if future is None or future.done():
                key, lane = ("reconcile", host_id), ("link", host_id)
                work = partial(self._reconcile, host_id)
                future = self._tasks.submit(work, key=key, lane=lane)
            self._reconciling[host_id] = future
        return list(self._reconciling.values())

    def _reconcile(self, host_id: HostId) -> None:
        """The safety net for what events did not tell."""
        try:
            self.refresh(host_id)
        except HostUnreachableError as error:
            if not self._is_alive(host_id):
                self._lost(host_id, error.message)

    def _is_alive(self, host_id: HostId) -> bool:
        with self._lock:
            connection = self._connections.get(host_id)
            link = connection.link if connection else None
        return link is None or link.is_alive()

    def _lost(self, host_id: HostId, reason: str) -> None:
        with self._lock:
            connection = self._connections.get(host_id)
            # A late word about a connection that was replaced already.
            stale = connection is None or connection.link is None or connection.link.is_alive()
        if stale or connection is None:
            return
        self._let_go(connection)
        self._access.leave(connection.host)
        error = HostUnreachableError(
            f"The connection to '{connection.host.name}' was lost: {reason}.",
            problem=Problem.NO_ANSWER,
        )
        self._failed(connection, error, keep_trying=True)

    def _failed(self, connection: _Connection, error: InfinibayError, *, keep_trying: bool) -> None:
        host = connection.host
        self._with_remedy(host, error)
        self._inventory.mark_stale(host.id, self._clock.now())
        if not keep_trying:
            with self._lock:
                self._connections.pop(host.id, None)
            self._access.leave(host)
            self._tell(connection, LinkState.DISCONNECTED, error=error)
            return
        delay_s = min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** min(connection.attempts, 10))
        connection.attempts += 1
        self._cancel_timers(connection)
        lane = ("link", host.id)
        retry = self._timers.once(delay_s, lambda: self._try_again(host.id), key=lane, lane=lane)
        connection.timers.append(retry)
        # A socket on this computer tells at once, and for little, when libvirt is back.
        if self._access.answers(host) is not None:
            self._every(connection, PROBE_S, lambda: self._probe(host), lane)
        self._tell(connection, LinkState.LOST, error=error, retry_in_s=delay_s)

    def _probe(self, host: Host) -> None:
        if self._access.answers(host):
            self._try_again(host.id)

    def _try_again(self, host_id: HostId) -> None:
        with self._lock:
            connection = self._connections.get(host_id)
            if connection is None or connection.link or not connection.wanted:
                return
        self._cancel_timers(connection)
        try:
            self._attempt(connection)
        except InfinibayError as error:
            self._failed(connection, error, keep_trying=True)

    def _let_go(self, connection: _Connection) -> None:
        self._cancel_timers(connection)
        with self._lock:
            link, connection.link = connection.link, None
        if link:
            link.close()

    # Small change.

    def _submit(self, host_id: HostId, work: Callable[[], None]) -> None:
        lane = ("link", host_id)
        self._tasks.submit(work, key=lane, lane=lane)

    def _every(
        self,
        connection: _Connection,
        period_s: float,
        work: Callable[[], None],
        key: tuple[str, HostId],
    ) -> None:
        lane = ("link", connection.host.id)
        connection.timers.append(self._timers.every(period_s, work, key=key, lane=lane))

    @staticmethod
    def _cancel_timers(connection: _Connection) -> None:
        timers, connection.timers = connection.timers, []
        for cancel in timers:
            cancel()

    def _sign_in(self, host: Host) -> str:
        distribution = self._access.sign_in(host)
        self._remote[host.id] = distribution
        return distribution.name

    def _with_remedy(self, host: Host, error: InfinibayError) -> InfinibayError:
        there = self._local if host.address.is_local else self._remote.get(host.id, self._local)
        return with_remedy(error, there, name=f"'{host.name}'")

    def _tell(
        self,
        connection: _Connection,
        state: LinkState,
        *,
        error: InfinibayError | None = None,
        retry_in_s: float | None = None,
    ) -> None:
        now = self._clock.now()
        stage = error.details.get("stage") if error else None
        retry_at = None if retry_in_s is None else now + timedelta(seconds=retry_in_s)
        status = HostStatus(
            host_id=connection.host.id,
            state=state,
            since=now,
            stage=stage if isinstance(stage, Stage) else None,
            reason=error.message if error else "",
            remedy=error.remedy if error else "",
            problem=_known(error.details.get("problem")) if error else None,
            next_attempt_at=retry_at,
        )
        with self._lock:
            connection.status = status
        self._publisher.publish(HostStatusChanged(status=status))


def _same_way(one: Host, other: Host) -> bool:
    return (one.uri, one.ssh) == (other.uri, other.ssh)


def _known(problem: object) -> Problem | None:
    return problem if isinstance(problem, Problem) else None


def _opened(link: HostLink) -> str:
    link.open()
    return "libvirt answers"


def _listed(link: HostLink) -> str:
    return f"{len(link.hypervisor.machines())} machines seen"


def _described(link: HostLink) -> str:
    facts = link.facts()
    way = "KVM" if facts.kvm else "emulation only"
    return f"{facts.driver} {facts.hypervisor_version}, libvirt {facts.libvirt_version}, {way}"
