"""Inside guests: what runs there, and what is done there, by their agents."""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from infinibay_desktop.model.errors import GuestUnavailableError
from infinibay_desktop.model.guest_parts import (
    MAX_PAGE_ROWS,
    GuestDisk,
    GuestPackage,
    GuestPage,
    GuestRun,
    GuestSystem,
    GuestText,
    GuestUnit,
    GuestUser,
    ProcessOrder,
    ServiceOperation,
    Teller,
)
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestProcess, GuestRequest
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services import guest_answers as answers
from infinibay_desktop.services import guest_requests as requests
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.declarations import Values, needs
from infinibay_desktop.services.guest_ports import AgentAsker, Moved, Progress, QemuGuestAgent
from infinibay_desktop.services.ports import HostLinks

T = TypeVar("T")
PAGE_ROWS = 200
RUN_TIMEOUT_S = 60.0
DIAGNOSTICS_TIMEOUT_S = 90.0


def _to_refresh(values: Values) -> Permission:
    return Permission.GUEST_MANAGE if values["refresh"] else Permission.GUEST_VIEW


class GuestService:
    """What guests tell of themselves, and acts inside them. Runs on workers, which wait.

    Raises GuestUnavailableError where nobody answers inside, GuestTimeoutError,
    GuestRefusedError with the guest's own words, GuestProtocolError, or Cancelled after `stop`.
    Lists come in pages; services.guest_pages puts them together.
    """

    def __init__(self, agents: AgentAsker, connections: HostLinks) -> None:
        self._agents = agents
        self._connections = connections

    # Processes.

    @needs(Permission.GUEST_VIEW, machine="key")
    def processes(
        self,
        key: MachineKey,
        *,
        offset: int = 0,
        limit: int = PAGE_ROWS,
        order: ProcessOrder = ProcessOrder.CPU,
    ) -> GuestPage[GuestProcess]:
        """What runs."""
        wish = requests.list_request("ProcessList", offset, limit, sort=str(order))
        return answers.processes_of(self._agents.request(key, wish), offset, limit)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.kill-process")
    def kill_process(self, key: MachineKey, process: GuestProcess, *, force: bool = False) -> bool:
        """Ask a process to end, or end it by `force`; returns whether it has ended.

        It is refused where another process has the number by now.
        """
        facts = {"process": process.name, "pid": process.pid, "force": force}
        changed(after=facts)
        wish = requests.kill_request(process, force=force)
        return answers.has_ended(self._agents.request(key, wish))

    # Services.

    @needs(Permission.GUEST_VIEW, machine="key")
    def services(
        self, key: MachineKey, *, offset: int = 0, limit: int = PAGE_ROWS
    ) -> GuestPage[GuestUnit]:
        """Services, those that are not started too."""
        wish = requests.list_request("ServiceList", offset, limit)
        return answers.units_of(self._agents.request(key, wish), offset, limit)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.control-service")
    def control_service(
        self, key: MachineKey, service: str, operation: ServiceOperation
    ) -> GuestText:
        """Start, stop or restart a service, or have it start with the system or not."""
        changed(after={"service": service, "operation": operation})
        wish = requests.service_request(service, operation)
        return answers.text_of(self._agents.request(key, wish))

    @needs(Permission.GUEST_VIEW, machine="key")
    def service_log(self, key: MachineKey, service: str, lines: int = 100) -> GuestText:
        """The last lines that a service wrote."""
        wish = requests.log_request(service, lines)
        return answers.text_of(self._agents.request(key, wish))

    # Packages.

    @needs(Permission.GUEST_VIEW, machine="key")
    def packages(
        self, key: MachineKey, *, offset: int = 0, limit: int = PAGE_ROWS
    ) -> GuestPage[GuestPackage]:
        """Packages that are installed."""
        return self._packages(key, "PackageList", offset, limit)

    @needs(Permission.GUEST_VIEW, machine="key")
    def search_packages(
        self, key: MachineKey, query: str, *, offset: int = 0, limit: int = PAGE_ROWS
    ) -> GuestPage[GuestPackage]:
        """Packages that there are, installed or not, whose name or description has the words."""
        words = requests.check_query(query)
        return self._packages(key, "PackageSearch", offset, limit, query=words)

    @needs(_to_refresh, machine="key")
    def updates(
        self, key: MachineKey, *, offset: int = 0, limit: int = PAGE_ROWS, refresh: bool = False
    ) -> GuestPage[GuestPackage]:
        """Packages that could be newer; with `refresh` the mirrors are asked first.

        That has the guest fetch and write lists, so it needs the right to change it.
        """
        return self._packages(key, "PackageUpdates", offset, limit, refresh=refresh)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.install-package")
    def install_package(
        self,
        key: MachineKey,
        package: str,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestText:
        """Install a package and what it needs; returns the tool's last words."""
        return self._change_package(key, "PackageInstall", package, progress, stop)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.remove-package")
    def remove_package(
        self,
        key: MachineKey,
        package: str,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestText:
        """Remove a package; returns the tool's last words."""
        return self._change_package(key, "PackageRemove", package, progress, stop)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.update-package")
    def update_package(
        self,
        key: MachineKey,
        package: str = requests.EVERY_PACKAGE,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestText:
        """Update a package, or all; returns the tool's last words."""
        return self._change_package(key, "PackageUpdate", package, progress, stop)

    # The system.

    @needs(Permission.GUEST_VIEW, machine="key")
    def users(self, key: MachineKey) -> GuestPage[GuestUser]:
        """Who is logged in."""
        return self._by_either(
            key,
            lambda: answers.users_of(self._ask(key, "UserList"), MAX_PAGE_ROWS),
            lambda qemu: _page(qemu.users(key.machine_id)),
        )

    @needs(Permission.GUEST_VIEW, machine="key")
    def disks(self, key: MachineKey) -> GuestPage[GuestDisk]:
        """What is mounted, and how full it is."""
        return self._by_either(
            key,
            lambda: answers.disks_of(self._ask(key, "DiskList"), MAX_PAGE_ROWS),
            lambda qemu: _page(qemu.disks(key.machine_id)),
        )

    @needs(Permission.GUEST_VIEW, machine="key")
    def system(self, key: MachineKey) -> GuestSystem:
        """The system inside."""
        return self._by_either(
            key,
            lambda: answers.system_of(self._ask(key, "SystemInfo")),
            lambda qemu: qemu.system(key.machine_id),
        )

    @needs(Permission.GUEST_VIEW, machine="key")
    def diagnostics(
        self,
        key: MachineKey,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestText:
        """What one wants to know first of a system that has trouble; no secrets."""
        wish = GuestRequest(action="Diagnostics", timeout_s=DIAGNOSTICS_TIMEOUT_S)
        return answers.text_of(self._agents.request(key, wish, progress=progress, stop=stop))

    # By the QEMU guest agent.

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.freeze")
    def freeze(self, key: MachineKey) -> int:
        """Hold up all writing to its disks, until `thaw`; returns how many file systems."""
        return self._qemu(key).freeze(key.machine_id)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.thaw")
    def thaw(self, key: MachineKey) -> int:
        """Let writing go on; returns how many file systems."""
        return self._qemu(key).thaw(key.machine_id)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.set-password")
    def set_password(self, key: MachineKey, user: str, password: str) -> None:
        """Give a user inside another password."""
        name = requests.check_user(user)
        changed(after={"user": name})
        requests.check_password(password)
        self._qemu(key).set_password(key.machine_id, name, password)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.run")
    def run(
        self,
        key: MachineKey,
        words: Sequence[str],
        *,
        typed: bytes = b"",
        timeout_s: float = RUN_TIMEOUT_S,
        stop: threading.Event | None = None,
    ) -> GuestRun:
        """Run a program with its arguments, without a shell, and wait for its end."""
        command = requests.check_command(words, typed)
        changed(after={"command": requests.first_word(command)})
        return self._qemu(key).run(
            key.machine_id,
            command,
            typed=typed,
            timeout_s=timeout_s,
            stop=stop or threading.Event(),
        )

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.read-file")
    def read_file(
        self,
        key: MachineKey,
        path: str,
        receive: Callable[[bytes], None],
        *,
        moved: Moved = lambda _bytes: None,
        stop: threading.Event | None = None,
    ) -> int:
        """Hand over the content of a file in parts; returns its size."""
        changed(after={"path": requests.check_path(path)})
        reading = stop or threading.Event()
        qemu = self._qemu(key)
        return qemu.read_file(key.machine_id, path, receive, moved=moved, stop=reading)

    @needs(Permission.GUEST_MANAGE, machine="key", act="guest.write-file")
    def write_file(
        self,
        key: MachineKey,
        path: str,
        parts: Iterable[bytes],
        *,
        moved: Moved = lambda _bytes: None,
        stop: threading.Event | None = None,
    ) -> int:
        """Make a file of these parts, in the place of one that is there; returns its size."""
        changed(after={"path": requests.check_path(path)})
        writing = stop or threading.Event()
        qemu = self._qemu(key)
        return qemu.write_file(key.machine_id, path, parts, moved=moved, stop=writing)

    # Small change.

    def _ask(self, key: MachineKey, action: str) -> GuestAnswer:
        return self._agents.request(key, GuestRequest(action=action))

    def _qemu(self, key: MachineKey) -> QemuGuestAgent:
        return self._connections.link(key.host_id).guest_agent

    def _packages(
        self, key: MachineKey, action: str, offset: int, limit: int, **more: object
    ) -> GuestPage[GuestPackage]:
        wish = requests.list_request(action, offset, limit, **more)
        return answers.packages_of(self._agents.request(key, wish), offset, limit)

    def _change_package(
        self,
        key: MachineKey,
        action: str,
        package: str,
        progress: Progress | None,
        stop: threading.Event | None,
    ) -> GuestText:
        changed(after={"package": package})
        wish = requests.package_request(action, package)
        return answers.text_of(self._agents.request(key, wish, progress=progress, stop=stop))

    def _by_either(
        self, key: MachineKey, by_agent: Callable[[], T], by_qemu: Callable[[QemuGuestAgent], T]
    ) -> T:
        """By our agent where it talks, else by QEMU's, else by ours after all."""
        if self._agents.status(key).state is AgentState.TALKING:
            return by_agent()
        try:
            return by_qemu(self._qemu(key))
        except GuestUnavailableError:
            return by_agent()


def _page(rows: Sequence[T]) -> GuestPage[T]:
    return GuestPage(rows=tuple(rows), total=len(rows), teller=Teller.QEMU)
