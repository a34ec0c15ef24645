"""One run of the command line: its options, the core, the hosts it works on."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from infinibay_desktop.cli.output import print_note
from infinibay_desktop.cli.passwords import read_password
from infinibay_desktop.cli.views import View, machine_view
from infinibay_desktop.model.errors import (
    ConflictError,
    HostUnreachableError,
    InfinibayError,
    NotFoundError,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.tasks import TaskStatus
from infinibay_desktop.services.core import Core, MakeDoctor, StartCore
from infinibay_desktop.services.first_host import FirstHost

T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Options:
    """What was said before the command."""

    connect: str = ""
    host: str = ""
    database: str = ""
    email: str = ""
    password_stdin: bool = False


@dataclass(slots=True, kw_only=True)
class Session:
    """Opens the core when a command needs it, and closes it in the end."""

    start_core: StartCore
    make_doctor: MakeDoctor
    options: Options = field(default_factory=Options)
    as_json: bool = False
    _core: Core | None = None

    @property
    def core(self) -> Core:
        """The running core."""
        if self._core is None:
            self._core = self.start_core(self.options.database)
            if self.options.email:
                self.sign_in_aside(self.options.email, from_stdin=self.options.password_stdin)
        return self._core

    def sign_in_aside(self, email: str, *, from_stdin: bool) -> None:
        """Sign in for this run only; what the keyring keeps is left as it is."""
        password = read_password("Password", from_stdin=from_stdin)
        self.work(lambda: self.core.sign_in.sign_in(email, password, aside=True))

    def advise(self, error: InfinibayError) -> InfinibayError:
        """The same error, with what to do about it where that is known."""
        return self._core.connections.advise(error) if self._core else error

    def record(self, error: BaseException) -> None:
        """Take an error down for administrators, where the core runs."""
        if self._core:
            self._core.errors.record(error, {"while": "command line"})

    def close(self) -> None:
        """Stop the core, if it runs."""
        if self._core:
            self._core.close()

    def work(self, work: Callable[[], T], host: Host | None = None) -> T:
        """Run something on a worker, and wait for it here."""
        return _wait(self.core.tasks.submit(work, lane=host.id if host else None))

    # Hosts.

    def wanted_hosts(self) -> Sequence[Host]:
        """The hosts that the options name; else those that connect by themselves."""
        if self.options.connect:
            return [self.work(lambda: self._first_host.known(self.options.connect))]
        if self.options.host:
            return [self.work(lambda: self.core.hosts.find(self.options.host))]
        stored = [host for host in self.work(self.core.hosts.all) if host.autoconnect]
        return stored or [self._default_host()]

    def one_host(self) -> Host:
        """The one host to make something on. Raises ConflictError when there are several."""
        hosts = self.wanted_hosts()
        if len(hosts) > 1:
            names = ", ".join(f"'{host.name}'" for host in hosts)
            raise ConflictError(
                f"There are several hosts: {names}.", remedy="Choose one with --host NAME."
            )
        return hosts[0]

    def connected_host(self) -> Host:
        """The one host, connected."""
        host = self.one_host()
        self.connect(host)
        return host

    def connect(self, host: Host) -> None:
        """Connect, and finish or undo what a killed program left there."""
        self.work(lambda: self.core.connections.connect(host), host)
        for recovered in self.work(lambda: self.core.recovery.run(host.id), host):
            _tell_recovered(recovered.task.title, recovered.status, recovered.why)

    def connect_all(self, hosts: Sequence[Host]) -> dict[str, InfinibayError]:
        """Connect to hosts side by side; returns the failures by host name."""
        connect = self.core.connections.connect
        attempts = {
            host.name: self.core.tasks.submit(lambda host=host: connect(host), lane=host.id)  # type: ignore[misc]
            for host in hosts
        }
        failures: dict[str, InfinibayError] = {}
        for name, attempt in attempts.items():
            try:
                _wait(attempt)
            except InfinibayError as error:
                failures[name] = error
        for host in hosts:
            if host.name not in failures:
                self.connect(host)
        return failures

    @property
    def _first_host(self) -> FirstHost:
        return FirstHost(self.core.hosts, self.core.connections)

    def _default_host(self) -> Host:
        try:
            return self.work(self._first_host.local)
        except HostUnreachableError:
            print_note("No libvirt answers here: this is libvirt's demonstration, nothing is real.")
            print_note("'infinibay doctor' says what is missing.")
        return self.work(self._first_host.demonstration)

    # Machines.

    def machine(self, name: str) -> tuple[Machine, Host]:
        """The machine of that name or id, on a connected host."""
        hosts = self._hosts_with(name)
        failures = self.connect_all(hosts)
        found = [
            (machine, host)
            for host in hosts
            for machine in self.core.inventory.of_host(host.id)
            if name in (machine.name, str(machine.id)) and host.name not in failures
        ]
        if len(found) == 1:
            return found[0]
        if found:
            places = ", ".join(f"'{host.name}'" for _, host in found)
            raise ConflictError(
                f"There is a machine '{name}' on each of {places}.",
                remedy="Choose one with --host NAME, or give the machine's id.",
            )
        if failures:
            raise next(iter(failures.values()))
        raise NotFoundError(
            f"There is no machine '{name[:100]}'.",
            remedy="infinibay machine list shows the machines.",
        )

    def view_of(self, machine: Machine, host: Host) -> View:
        """A machine as its host has it now, with whose it is."""
        kept = self.core.inventory.find(machine.key) or machine
        whose = replace(machine, department_id=kept.department_id, owner_id=kept.owner_id)
        return machine_view(whose, {host.id: host}, self.work(self.core.placements.names))

    def _hosts_with(self, name: str) -> Sequence[Host]:
        """Only the hosts where the machine was last seen; all, where it was not."""
        hosts = self.wanted_hosts()
        if len(hosts) == 1:
            return hosts
        seen = {m.host_id for m in self.core.inventory.snapshot() if name in (m.name, str(m.id))}
        return [host for host in hosts if host.id in seen] or hosts


@contextmanager
def watched(stop: threading.Event) -> Iterator[None]:
    """Set `stop` when the block is left, by Ctrl+C too."""
    try:
        yield
    finally:
        stop.set()


def _wait(future: "Future[T]") -> T:
    return future.result()


def _tell_recovered(title: str, status: TaskStatus | None, why: str) -> None:
    if status is TaskStatus.DONE:
        print_note(f"Finished what an earlier run had begun with '{title}'.")
    elif status is TaskStatus.UNDONE:
        print_note(f"Undid what an earlier run had begun with '{title}'.")
    else:
        print_note(f"'{title}' is still unfinished: {why}")
