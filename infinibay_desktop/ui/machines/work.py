"""Carrying out work on machines: one with its notice, many side by side with a report."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Signal

from infinibay_desktop.model.errors import (
    HostUnreachableError,
    InfinibayError,
    ShutdownTimeoutError,
)
from infinibay_desktop.model.events import MachineChanged, MachineRemoved, MachinesStale
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.ui.machines.acts import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

# Of a host's eight workers, so that others' work on it goes on.
SIDE_BY_SIDE = 4
WAITING_AT_ONCE = 500
translate = QCoreApplication.translate
SHUTDOWN_PATIENCE_S = 60.0
_OFF = frozenset({MachineState.SHUT_OFF, MachineState.CRASHED, MachineState.SAVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to do to machines. `until_off`: it has ended when the machine is off.

    `failed` is the notice's title with `{name}` in it. A job that is not `logged` is one
    that shows in the task log by itself.
    """

    label: str
    failed: str
    call: Callable[[MachineKey], object]
    until_off: bool = False
    logged: bool = True
    # Workers of its own, for what takes minutes and forbids nothing else meanwhile.
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A machine that a job failed for, and why."""

    machine: Machine
    error: InfinibayError


@dataclass(slots=True, kw_only=True)
class Report:
    """How a job on many machines went."""

    job: Job
    total: int
    done: list[Machine] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left_out: list[Machine] = field(default_factory=list)


class OffWatch(QObject):
    """Waits for machines to be off by the events that tell it; holds no worker."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._inventory = desk.core.inventory
        self._waiting: dict[MachineKey, list[asyncio.Future[None]]] = defaultdict(list)
        desk.bridge.on(MachineChanged, self._on_machine_changed, owner=self)
        desk.bridge.on(MachineRemoved, self._on_machine_removed, owner=self)
        desk.bridge.on(MachinesStale, self._on_machines_stale, owner=self)

    async def until_off(self, key: MachineKey, name: str, timeout_s: float) -> None:
        """Return when the machine is off. Raises ShutdownTimeoutError, HostUnreachableError."""
        machine = self._inventory.find(key)
        if machine is None or machine.state in _OFF:
            return
        told: asyncio.Future[None] = asyncio.get_event_loop().create_future()
        self._waiting[key].append(told)
        try:
            await asyncio.wait_for(told, timeout_s)
        except TimeoutError as error:
            raise ShutdownTimeoutError(
                f"'{name}' was asked to shut down, and still runs after {timeout_s:g} s.",
                remedy="Its system may ignore the request or wait for an answer: look at its "
                "screen, or force it off.",
                machine_id=str(key.machine_id),
            ) from error
        finally:
            self._waiting[key].remove(told)
            if not self._waiting[key]:
                del self._waiting[key]

    def _on_machine_changed(self, event: MachineChanged) -> None:
        if event.machine.state in _OFF:
            self._tell(event.machine.key)

    def _on_machine_removed(self, event: MachineRemoved) -> None:
        self._tell(event.machine.key)

    def _on_machines_stale(self, event: MachinesStale) -> None:
        for key in self._waiting.keys() & set(event.keys):
            self._tell(
                key,
                HostUnreachableError(
                    "The connection to its host was lost before it was seen to be off."
                ),
            )

    def _tell(self, key: MachineKey, error: InfinibayError | None = None) -> None:
        for told in self._waiting.get(key, ()):
            if told.done():
                continue
            if error:
                told.set_exception(error)
            else:
                told.set_result(None)


class MachineWork(QObject):
    """Starts jobs on machines and tells how they go. GUI thread only."""

    # A job on many machines ended: its Report.
    reported = Signal(object)

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watch = OffWatch(desk, self)
        self.patience_s = SHUTDOWN_PATIENCE_S

    def begin(self, job: Job, machines: Sequence[Machine]) -> None:
        """Do the job; one machine's failure is a notice, those of many are a report."""
        if len(machines) == 1:
            self._desk.operations.spawn(self, self._one(job, machines[0]))
        elif machines:
            run = BulkRun(self._desk, job, machines, self._one_of_many)
            self._desk.operations.spawn(self, self._many(run))

    async def _one(self, job: Job, machine: Machine) -> None:
        log = self._desk.log
        name = short(machine.name)
        number = log.begin(_title(job, name)) if job.logged else 0
        failed = self.tr("It was cut short.")
        try:
            await self._ask(job, machine)
            if job.until_off:
                log.advance(number, self.tr("Asked; waiting for its system"))
                await self._off(machine)
            failed = ""
        except InfinibayError as error:
            failed = error.message
            self._desk.notices.show_error(
                error,
                title=job.failed.format(name=name),
                retry=lambda: self.begin(job, [machine]),
            )
        finally:
            if number:
                log.end(number, failed=failed)

    async def _ask(self, job: Job, machine: Machine) -> None:
        key = machine.key
        if job.lane:
            await self._desk.operations.run(lambda: job.call(key), lane=(job.lane, key.host_id))
        else:
            await self._desk.operations.run(lambda: job.call(key), key=key, lane=key.host_id)

    async def _off(self, machine: Machine) -> None:
        await self._watch.until_off(machine.key, short(machine.name), self.patience_s)

    async def _one_of_many(self, job: Job, machine: Machine, gate: asyncio.Semaphore) -> None:
        async with gate:
            await self._ask(job, machine)
        if job.until_off:
            await self._off(machine)

    async def _many(self, run: "BulkRun") -> None:
        await run.run()
        self.reported.emit(run.report)


class BulkRun:
    """One job on many machines, a few of each host at a time, with one entry in the log."""

    def __init__(
        self,
        desk: "Desk",
        job: Job,
        machines: Sequence[Machine],
        work: Callable[[Job, Machine, asyncio.Semaphore], Awaitable[None]],
    ) -> None:
        self.report = Report(job=job, total=len(machines))
        self._desk = desk
        self._one_of_many = work
        self._queues: dict[HostId, deque[Machine]] = defaultdict(deque)
        for machine in machines:
            self._queues[machine.key.host_id].append(machine)
        self._number = 0

    async def run(self) -> None:
        """Work through all of them; failures are kept in the report."""
        title = translate("BulkRun", "{act}: {count} machines").format(
            act=self.report.job.label, count=self.report.total
        )
        self._number = self._desk.log.begin(title, cancel=self._stop)
        failed = translate("BulkRun", "It was cut short.")
        try:
            await asyncio.gather(*(self._host(queue) for queue in self._queues.values()))
            failed = self._verdict()
        finally:
            self._desk.log.end(self._number, failed=failed)

    async def _host(self, queue: deque[Machine]) -> None:
        # Few ask their host at a time; any number may wait for a guest to end.
        gate = asyncio.Semaphore(SIDE_BY_SIDE)
        count = min(len(queue), WAITING_AT_ONCE if self.report.job.until_off else SIDE_BY_SIDE)
        await asyncio.gather(*(self._work(queue, gate) for _ in range(count)))

    async def _work(self, queue: deque[Machine], gate: asyncio.Semaphore) -> None:
        while queue:
            await self._do(queue.popleft(), gate)

    async def _do(self, machine: Machine, gate: asyncio.Semaphore) -> None:
        outcome = self.report
        try:
            await self._one_of_many(outcome.job, machine, gate)
        except InfinibayError as error:
            outcome.failures.append(Failure(machine=machine, error=error))
            self._say(machine, error.message)
        else:
            outcome.done.append(machine)
            self._say(machine, translate("BulkRun", "done"))

    def _say(self, machine: Machine, how: str) -> None:
        ended = len(self.report.done) + len(self.report.failures)
        line = translate("BulkRun", "{number} of {total}: '{name}': {how}").format(
            number=ended, total=self.report.total, name=short(machine.name), how=how
        )
        percent = 100 * ended // self.report.total
        self._desk.log.advance(self._number, line, percent=percent)

    def _stop(self) -> None:
        """Begin with no further machine; those that are at it go on to their end."""
        for queue in self._queues.values():
            self.report.left_out.extend(queue)
            queue.clear()

    def _verdict(self) -> str:
        failed, left = len(self.report.failures), len(self.report.left_out)
        if failed:
            return translate("BulkRun", "{failed} of {total} failed").format(
                failed=failed, total=self.report.total
            )
        return translate("BulkRun", "{count} left out").format(count=left) if left else ""


def _title(job: Job, name: str) -> str:
    return QCoreApplication.translate("MachineWork", "{act} '{name}'").format(
        act=job.label, name=name
    )
