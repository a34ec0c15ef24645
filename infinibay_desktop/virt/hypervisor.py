"""Our commands on machines, spelled in libvirt."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

import libvirt

from infinibay_desktop.model.definition import MachineDefinition
from infinibay_desktop.model.errors import ConflictError, HypervisorError, NotFoundError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineId, MachineState
from infinibay_desktop.virt.counters import all_stats
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.xml.details import (
    edit_description,
    edit_size,
    parse_details,
    strip_secrets,
)
from infinibay_desktop.virt.xml.domain import render_machine

_STATES: dict[int, MachineState] = {
    libvirt.VIR_DOMAIN_RUNNING: MachineState.RUNNING,
    libvirt.VIR_DOMAIN_BLOCKED: MachineState.RUNNING,
    libvirt.VIR_DOMAIN_PAUSED: MachineState.PAUSED,
    libvirt.VIR_DOMAIN_SHUTDOWN: MachineState.SHUTTING_DOWN,
    libvirt.VIR_DOMAIN_SHUTOFF: MachineState.SHUT_OFF,
    libvirt.VIR_DOMAIN_CRASHED: MachineState.CRASHED,
    libvirt.VIR_DOMAIN_PMSUSPENDED: MachineState.SUSPENDED,
}
_STATE_STATS = libvirt.VIR_DOMAIN_STATS_STATE
_SIZE_STATS = libvirt.VIR_DOMAIN_STATS_VCPU | libvirt.VIR_DOMAIN_STATS_BALLOON
_INACTIVE = libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE
# Everything that belongs to a definition and would refuse, or outlive, its removal.
_UNDEFINE_ALL = (
    libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
    | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
    | libvirt.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
    | libvirt.VIR_DOMAIN_UNDEFINE_NVRAM
)
MAX_SCREENSHOT_BYTES = 256 * 1024 * 1024


class LibvirtHypervisor:
    """Machines of one host. Every method runs on a worker and sets no state of ours."""

    def __init__(self, host_id: HostId, pool: ConnectionPool) -> None:
        self._host_id = host_id
        self._pool = pool

    # Looking.

    def machines(self) -> Sequence[Machine]:
        """All machines, in six calls and one more for each running one."""
        with self._pool.lease() as connection, translated("list the machines"):
            return _list_machines(self._host_id, connection)

    def machine(self, machine_id: MachineId) -> Machine:
        """One machine as it is now. Raises NotFoundError."""
        with self._domain(machine_id, "look at the machine") as domain:
            return _describe(self._host_id, domain)

    def find_by_name(self, name: str) -> MachineId | None:
        """The machine of that name, if there is one."""
        with self._pool.lease() as connection, translated("look for the name"):
            try:
                return MachineId(UUID(connection.lookupByName(name).UUIDString()))
            except libvirt.libvirtError as error:
                if error.get_error_code() == libvirt.VIR_ERR_NO_DOMAIN:
                    return None
                raise

    def details(self, machine_id: MachineId) -> MachineDetails:
        """What the definition says; of a running machine, the one it runs with."""
        with self._domain(machine_id, "read the definition") as domain:
            stored = domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)
            return parse_details(domain.XMLDesc(0), stored=stored)

    def definition_xml(self, machine_id: MachineId) -> str:
        """The definition as libvirt's XML, without console passwords."""
        with self._domain(machine_id, "read the definition") as domain:
            return strip_secrets(domain.XMLDesc(0))

    def disk_users(self) -> dict[str, tuple[str, ...]]:
        """Names of the machines that use each disk path, over the whole host."""
        users: dict[str, tuple[str, ...]] = {}
        with self._pool.lease() as connection, translated("read the definitions"):
            for domain in connection.listAllDomains():
                with _gone_is_fine():
                    for disk in parse_details(domain.XMLDesc(0)).disks:
                        users[disk.path] = (*users.get(disk.path, ()), domain.name())
        return users

    # Power.

    def start(self, machine_id: MachineId) -> None:
        """Boot it, or wake it from its saved state."""
        with self._domain(machine_id, "start the machine") as domain:
            domain.create()

    def start_afresh(self, machine_id: MachineId) -> None:
        """Boot it and throw away its saved state."""
        with self._domain(machine_id, "start the machine") as domain:
            domain.createWithFlags(libvirt.VIR_DOMAIN_START_FORCE_BOOT)

    def shut_down(self, machine_id: MachineId) -> None:
        """Ask the guest to shut down; it may not."""
        with self._domain(machine_id, "shut the machine down") as domain:
            domain.shutdown()

    def reboot(self, machine_id: MachineId) -> None:
        """Ask the guest to restart; it may not."""
        with self._domain(machine_id, "reboot the machine") as domain:
            domain.reboot(0)

    def reset(self, machine_id: MachineId) -> None:
        """Restart it at once, as a reset button does."""
        with self._domain(machine_id, "reset the machine") as domain:
            domain.reset(0)

    def force_off(self, machine_id: MachineId) -> None:
        """Cut its power."""
        with self._domain(machine_id, "force the machine off") as domain:
            domain.destroy()

    def pause(self, machine_id: MachineId) -> None:
        """Stop its processors; memory stays."""
        with self._domain(machine_id, "pause the machine") as domain:
            domain.suspend()

    def resume(self, machine_id: MachineId) -> None:
        """Let a paused machine go on."""
        with self._domain(machine_id, "resume the machine") as domain:
            domain.resume()

    def wake_up(self, machine_id: MachineId) -> None:
        """Wake a machine whose guest went to sleep."""
        with self._domain(machine_id, "wake the machine up") as domain:
            domain.pMWakeup(0)

    def save(self, machine_id: MachineId) -> None:
        """Write its memory to the host's disk and stop it."""
        with self._domain(machine_id, "save the machine") as domain:
            domain.managedSave(0)

    # Changing.

    def define(self, definition: MachineDefinition, *, vnc_password: str) -> None:
        """Define a machine, checked against libvirt's schema."""
        xml = render_machine(definition, vnc_password=vnc_password)
        with self._pool.lease() as connection, translated("define the machine"):
            _define(connection, xml)

    def undefine(self, machine_id: MachineId) -> None:
        """Remove the definition with its saved state, snapshots' records and NVRAM.

        Disks stay. A machine that is gone already is no error.
        """
        with contextlib.suppress(NotFoundError), self._domain(machine_id, "remove it") as domain:
            try:
                domain.undefineFlags(_UNDEFINE_ALL)
            except libvirt.libvirtError as error:
                if error.get_error_code() not in _NO_SUCH_FLAG:
                    raise
                domain.undefine()

    def set_autostart(self, machine_id: MachineId, *, enabled: bool) -> None:
        """Start it with the host, or not."""
        with self._domain(machine_id, "set autostart") as domain:
            domain.setAutostart(int(enabled))

    def rename(self, machine_id: MachineId, name: str) -> None:
        """Give a stopped machine another name."""
        with self._domain(machine_id, "rename the machine") as domain:
            domain.rename(name, 0)

    def set_size(
        self, machine_id: MachineId, *, vcpus: int | None, memory_bytes: int | None
    ) -> None:
        """Change the definition's size; a running machine has it from its next start."""
        with self._domain(machine_id, "change the size") as domain:
            redefine(domain, lambda xml: edit_size(xml, vcpus=vcpus, memory_bytes=memory_bytes))

    def set_description(self, machine_id: MachineId, description: str) -> None:
        """Change the definition's description."""
        with self._domain(machine_id, "change the description") as domain:
            redefine(domain, lambda xml: edit_description(xml, description))

    # The screen.

    def screenshot(self, machine_id: MachineId) -> bytes:
        """The screen as an image file, in whatever format the host makes."""
        with self._domain(machine_id, "take a screenshot") as domain:
            stream = domain.connect().newStream(0)
            domain.screenshot(stream, 0)
            return _receive_all(stream)

    @contextmanager
    def _domain(self, machine_id: MachineId, operation: str) -> Iterator[libvirt.virDomain]:
        with self._pool.lease() as connection, translated(operation):
            yield connection.lookupByUUIDString(str(machine_id))


_NO_SUCH_FLAG = (libvirt.VIR_ERR_INVALID_ARG, libvirt.VIR_ERR_NO_SUPPORT)


def _define(connection: libvirt.virConnect, xml: str) -> None:
    connection.defineXMLFlags(xml, libvirt.VIR_DOMAIN_DEFINE_VALIDATE)


def redefine(domain: libvirt.virDomain, edit: Callable[[str], str]) -> None:
    """Define a domain anew as `edit` changes its stored definition; secrets stay in it."""
    flags = libvirt.VIR_DOMAIN_XML_INACTIVE | libvirt.VIR_DOMAIN_XML_SECURE
    before = domain.XMLDesc(flags)
    after = edit(before)
    # Somebody else's definition may hold what this libvirt's schema does not know, so an
    # edit is not validated: libvirt's own parser judges it.
    redefined = domain.connect().defineXML(after)
    if redefined.UUIDString() != domain.UUIDString():
        raise ConflictError("The machine was replaced by another while it was edited.")


def _list_machines(host_id: HostId, connection: libvirt.virConnect) -> list[Machine]:
    listed = all_stats(connection, _STATE_STATS)
    sizes = {
        domain.UUIDString(): (stats.get("vcpu.current"), stats.get("balloon.maximum"))
        for domain, stats in all_stats(connection, _STATE_STATS | _SIZE_STATS, _INACTIVE)
    }
    flagged = {
        flag: {domain.UUIDString() for domain in connection.listAllDomains(flag)}
        for flag in (
            libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART,
            libvirt.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE,
            libvirt.VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
        )
    }
    machines = []
    for domain, stats in listed:
        uuid = domain.UUIDString()
        vcpus, memory_kib = sizes.get(uuid, (None, None))
        if vcpus is None or memory_kib is None:
            # Running, or a driver without these figures: one cheap call, no monitor asked.
            with _gone_is_fine():
                _, memory_kib, _, vcpus, _ = domain.info()
        saved = uuid in flagged[libvirt.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE]
        machines.append(
            Machine(
                id=MachineId(UUID(uuid)),
                host_id=host_id,
                name=domain.name(),
                state=_to_state(stats["state.state"], stats["state.reason"], saved=saved),
                vcpus=vcpus or 0,
                memory_bytes=(memory_kib or 0) * 1024,
                autostart=uuid in flagged[libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART],
                persistent=uuid not in flagged[libvirt.VIR_CONNECT_LIST_DOMAINS_TRANSIENT],
            )
        )
    return machines


def _describe(host_id: HostId, domain: libvirt.virDomain) -> Machine:
    state, reason = domain.state()
    _, memory_kib, _, vcpus, _ = domain.info()
    persistent = bool(domain.isPersistent())
    machine = Machine(
        id=MachineId(UUID(domain.UUIDString())),
        host_id=host_id,
        name=domain.name(),
        state=_to_state(state, reason, saved=False),
        vcpus=vcpus,
        memory_bytes=memory_kib * 1024,
        persistent=persistent,
    )
    if not persistent:
        return machine
    saved = bool(domain.hasManagedSaveImage(0))
    return replace(
        machine,
        state=_to_state(state, reason, saved=saved),
        autostart=bool(domain.autostart()),
    )


def _to_state(state: int, reason: int, *, saved: bool) -> MachineState:
    if state == libvirt.VIR_DOMAIN_SHUTOFF:
        if saved:
            return MachineState.SAVED
        if reason == libvirt.VIR_DOMAIN_SHUTOFF_CRASHED:
            return MachineState.CRASHED
    return _STATES.get(state, MachineState.UNKNOWN)


@contextmanager
def _gone_is_fine() -> Iterator[None]:
    """A machine may go between the listing and the question."""
    try:
        yield
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_NO_DOMAIN:
            raise


def _receive_all(stream: libvirt.virStream) -> bytes:
    parts: list[bytes] = []
    size = 0
    while chunk := stream.recv(256 * 1024):
        size += len(chunk)
        if size > MAX_SCREENSHOT_BYTES:
            stream.abort()
            raise HypervisorError("The host sent a screenshot larger than 256 MiB.")
        parts.append(chunk)
    stream.finish()
    return b"".join(parts)
