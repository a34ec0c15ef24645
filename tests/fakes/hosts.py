"""A host in memory: its machines, its storage, and the link to it."""

import socket
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from uuid import UUID

from infinibay_desktop.model.capabilities import DomainCapabilities, HostCapabilities
from infinibay_desktop.model.consoles import ConsoleKind, ConsoleOffer
from infinibay_desktop.model.definition import MachineDefinition
from infinibay_desktop.model.errors import (
    HostUnreachableError,
    HypervisorError,
    NotFoundError,
)
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.model.machines import (
    Machine,
    MachineDetails,
    MachineDisk,
    MachineId,
    MachineState,
)
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.storage import Pool, Volume, VolumePlan
from infinibay_desktop.runtime.lines import Line
from tests.fakes.guests import FakeChannels
from tests.fakes.inside import FakeQemuAgent

WAY = DomainCapabilities(
    domain_type="kvm",
    arch="x86_64",
    machine_type="pc-q35-7.2",
    emulator="/usr/bin/qemu-system-x86_64",
    max_vcpus=288,
    efi=True,
    secure_boot=True,
    cpu_modes=frozenset({"host-passthrough", "host-model", "maximum", "custom"}),
    disk_buses=frozenset({"fdc", "scsi", "virtio", "usb", "sata"}),
    graphics=frozenset({"sdl", "vnc", "spice", "egl-headless"}),
    video_models=frozenset({"vga", "cirrus", "virtio", "none", "bochs", "ramfb", "qxl"}),
    tpm_models=frozenset({"tpm-tis", "tpm-crb"}),
    tpm_backends=frozenset({"passthrough", "emulator"}),
    rng_models=frozenset({"virtio"}),
)
CAPABILITIES = HostCapabilities(
    driver="qemu",
    arch="x86_64",
    cpus=8,
    memory_bytes=32 * GIB,
    kvm=WAY,
    emulation=replace(WAY, domain_type="qemu", cpu_modes=frozenset({"maximum", "custom"})),
)
POOL = Pool(
    name="default",
    kind="dir",
    path="/p",
    active=True,
    autostart=True,
    capacity_bytes=100 * GIB,
    allocated_bytes=0,
    available_bytes=100 * GIB,
)
_OFF = (MachineState.SHUT_OFF, MachineState.SAVED, MachineState.CRASHED)


class Killed(BaseException):
    """What a killed program sees: nothing of it runs any more."""


class Failures:
    """Calls that fail as they are told to: `fail_at[method] = error`, or end the program."""

    def __init__(self) -> None:
        self.fail_at: dict[str, Exception] = {}
        self.calls: list[str] = []
        self.kill_at = 0

    def called(self, method: str) -> None:
        self.calls.append(method)
        if len(self.calls) == self.kill_at:
            raise Killed
        if method in self.fail_at:
            raise self.fail_at[method]


@dataclass(slots=True)
class FakeDomain:
    """A machine and what its definition says."""

    machine: Machine
    description: str = ""
    disks: list[MachineDisk] = field(default_factory=list)
    channels: tuple[str, ...] = ()


class FakeHypervisor:
    """Machines in memory. Guests that are `deaf` ignore requests."""

    def __init__(self, host_id: HostId, failures: Failures | None = None) -> None:
        self.host_id = host_id
        self.failures = failures or Failures()
        self.domains: dict[UUID, FakeDomain] = {}
        self.passwords: list[str] = []
        self.deaf = False
        self.picture = b"P6\n1 1\n255\n\0\0\0"

    def add(self, machine: Machine, *disks: MachineDisk) -> Machine:
        self.domains[machine.id] = FakeDomain(machine, disks=list(disks))
        return machine

    # Looking.

    def machines(self):
        self.failures.called("machines")
        return [domain.machine for domain in self.domains.values()]

    def machine(self, machine_id: MachineId) -> Machine:
        return self._domain(machine_id, "machine").machine

    def find_by_name(self, name: str):
        found = (d.machine.id for d in self.domains.values() if d.machine.name == name)
        return next(found, None)

    def details(self, machine_id: MachineId) -> MachineDetails:
        domain = self._domain(machine_id, "details")
        return MachineDetails(
            description=domain.description,
            arch="x86_64",
            machine_type="",
            firmware="bios",
            domain_type="kvm",
            disks=tuple(domain.disks),
            nics=(),
            graphics=(),
            channels=domain.channels,
        )

    def definition_xml(self, machine_id: MachineId) -> str:
        return f"<domain><name>{self._domain(machine_id, 'xml').machine.name}</name></domain>"

    def disk_users(self) -> dict[str, tuple[str, ...]]:
        users: dict[str, tuple[str, ...]] = {}
        for domain in self.domains.values():
            for disk in domain.disks:
                users[disk.path] = (*users.get(disk.path, ()), domain.machine.name)
        return users

    # Power.

    def start(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "start", MachineState.RUNNING, *_OFF)

    start_afresh = start

    def shut_down(self, machine_id: MachineId) -> None:
        state = MachineState.RUNNING if self.deaf else MachineState.SHUT_OFF
        self._turn(machine_id, "shut_down", state, MachineState.RUNNING)

    def reboot(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "reboot", MachineState.RUNNING, MachineState.RUNNING)

    def reset(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "reset", MachineState.RUNNING, MachineState.RUNNING)

    def force_off(self, machine_id: MachineId) -> None:
        up = (MachineState.RUNNING, MachineState.PAUSED)
        self._turn(machine_id, "force_off", MachineState.SHUT_OFF, *up)

    def pause(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "pause", MachineState.PAUSED, MachineState.RUNNING)

    def resume(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "resume", MachineState.RUNNING, MachineState.PAUSED)

    def wake_up(self, machine_id: MachineId) -> None:
        self._turn(machine_id, "wake_up", MachineState.RUNNING, MachineState.SUSPENDED)

    def save(self, machine_id: MachineId) -> None:
        up = (MachineState.RUNNING, MachineState.PAUSED)
        self._turn(machine_id, "save", MachineState.SAVED, *up)

    # Changing.

    def define(self, definition: MachineDefinition, *, vnc_password: str) -> None:
        self.failures.called("define")
        if any(disk.volume and not disk.path for disk in definition.disks):
            raise ValueError("a disk has no path yet")
        self.passwords.append(vnc_password)
        machine = Machine(
            id=definition.id,
            host_id=self.host_id,
            name=definition.name,
            state=MachineState.SHUT_OFF,
            vcpus=definition.vcpus,
            memory_bytes=definition.memory_bytes,
        )
        disks = [
            MachineDisk(target=disk.target, device=disk.device, path=disk.path)
            for disk in definition.disks
        ]
        self.domains[definition.id] = FakeDomain(machine, definition.description, disks)

    def undefine(self, machine_id: MachineId) -> None:
        self.failures.called("undefine")
        domain = self.domains.get(machine_id)
        if domain and domain.machine.state not in _OFF:
            domain.machine = replace(domain.machine, persistent=False)
        else:
            self.domains.pop(machine_id, None)

    def set_autostart(self, machine_id: MachineId, *, enabled: bool) -> None:
        self._change(machine_id, "set_autostart", autostart=enabled)

    def rename(self, machine_id: MachineId, name: str) -> None:
        self._change(machine_id, "rename", name=name)

    def set_size(
        self, machine_id: MachineId, *, vcpus: int | None, memory_bytes: int | None
    ) -> None:
        wanted = {"vcpus": vcpus, "memory_bytes": memory_bytes}
        given = {key: value for key, value in wanted.items() if value is not None}
        self._change(machine_id, "set_size", **given)

    def set_description(self, machine_id: MachineId, description: str) -> None:
        self._domain(machine_id, "set_description").description = description

    def screenshot(self, machine_id: MachineId) -> bytes:
        self._domain(machine_id, "screenshot")
        return self.picture

    def _domain(self, machine_id: MachineId, method: str) -> FakeDomain:
        self.failures.called(method)
        if machine_id not in self.domains:
            raise NotFoundError("Could not look at the machine: it is not there.")
        return self.domains[machine_id]

    def _turn(
        self, machine_id: MachineId, method: str, state: MachineState, *allowed: MachineState
    ) -> None:
        domain = self._domain(machine_id, method)
        if domain.machine.state not in allowed:
            raise HypervisorError(f"Could not {method}: it is {domain.machine.state}.")
        domain.machine = replace(domain.machine, state=state)

    def _change(self, machine_id: MachineId, method: str, **values: object) -> None:
        domain = self._domain(machine_id, method)
        domain.machine = replace(domain.machine, **values)


class FakeStorage:
    """Volumes by path, and one pool of them unless others are put in."""

    def __init__(self, failures: Failures | None = None) -> None:
        self.failures = failures or Failures()
        self.known = {"default": POOL}
        self.files: dict[str, Volume] = {}
        self.recounted: list[str] = []

    def put(self, path: str, *, capacity_bytes: int = GIB, format: str = "qcow2") -> Volume:  # noqa: A002 - the word of images
        folder, _, name = path.rpartition("/")
        pool = next((pool.name for pool in self.known.values() if pool.path == folder), "look")
        self.files[path] = Volume(
            name=name,
            pool=pool,
            path=path,
            format=format,
            capacity_bytes=capacity_bytes,
            allocated_bytes=0,
        )
        return self.files[path]

    def pools(self):
        return list(self.known.values())

    def pool(self, name: str, *, recount: bool = False) -> Pool:
        if recount:
            self.recounted.append(name)
        if name not in self.known:
            raise NotFoundError(f"Could not look at the storage pool '{name}': not there.")
        return self.known[name]

    def start_pool(self, name: str) -> None:
        self.known[name] = replace(self.pool(name), active=True)

    def make_directory_pool(self, name: str, path: str) -> None:
        self.failures.called("make_directory_pool")
        self.known[name] = replace(POOL, name=name, path=path)

    def volumes(self, pool: str):
        self.pool(pool)
        return [volume for volume in self.files.values() if volume.pool == pool]

    def volume(self, pool: str, name: str) -> Volume | None:
        known = self.known.get(pool)
        return self.files.get(f"{known.path}/{name}") if known else None

    def volume_at(self, path: str) -> Volume | None:
        self.failures.called("volume_at")
        return self.files.get(path)

    def create_volume(self, plan: VolumePlan) -> Volume:
        self.failures.called("create_volume")
        path = f"{self.pool(plan.pool).path}/{plan.name}"
        return self.files.get(path) or self.put(
            path, capacity_bytes=plan.capacity_bytes, format=plan.format
        )

    def upload_volume(self, pool: str, name: str, data: bytes) -> Volume:
        self.failures.called("upload_volume")
        path = f"{self.pool(pool).path}/{name}"
        return self.put(path, capacity_bytes=len(data), format="raw")

    def delete_volume(self, pool: str, name: str) -> None:
        self.failures.called("delete_volume")
        self.files.pop(f"{self.pool(pool).path}/{name}", None)

    def delete_volume_at(self, path: str) -> None:
        self.failures.called("delete_volume_at")
        self.files.pop(path, None)

    def drop_leftovers(self) -> None:
        self.failures.called("drop_leftovers")


class FakeGraphics:
    """Consoles of every machine: `offered`; the ends of sockets that were handed out."""

    def __init__(self, failures: Failures) -> None:
        self.failures = failures
        self.offered: list[ConsoleOffer] = [ConsoleOffer(kind=ConsoleKind.VNC, port=5900)]
        self._password = ""
        self.handed_out: list[socket.socket] = []

    def protect(self, password: str) -> None:
        self._password = password

    def offers(self, machine_id: MachineId):
        self.failures.called("offers")
        return tuple(self.offered)

    def password(self, machine_id: MachineId, index: int) -> str:
        self.failures.called("password")
        return self._password

    def hand_out(self, machine_id: MachineId, index: int) -> Line:
        self.failures.called("hand_out")
        ours, theirs = socket.socketpair()
        self.handed_out.append(theirs)
        return Line(socket=ours)


class FakeLink:
    """One connected host. `failures` is shared by all that belongs to it."""

    def __init__(self, host: Host, capabilities: HostCapabilities = CAPABILITIES) -> None:
        self.host = host
        self.failures = Failures()
        self.hypervisor = FakeHypervisor(host.id, self.failures)
        self.storage = FakeStorage(self.failures)
        self.graphics = FakeGraphics(self.failures)
        self.channels = FakeChannels()
        self.guest_agent = FakeQemuAgent()
        self.offers = capabilities
        self.networks: tuple[str, ...] = ("default",)
        self.qemu_runs_as: int | None = 64055

    def capabilities(self) -> HostCapabilities:
        return self.offers

    def active_networks(self) -> tuple[str, ...]:
        return self.networks

    def qemu_user(self) -> int | None:
        return self.qemu_runs_as


class FakeConnections:
    """Connections to fake hosts, up unless they are `lost`."""

    def __init__(self, *links: FakeLink) -> None:
        self._links = {link.host.id: link for link in links}
        self.lost = False

    def link(self, host_id: HostId) -> FakeLink:
        if self.lost:
            raise HostUnreachableError("The host is not connected.")
        return self._links[host_id]

    def host(self, host_id: HostId) -> Host:
        return self._links[host_id].host

    @contextmanager
    def down(self):
        self.lost = True
        try:
            yield
        finally:
            self.lost = False
