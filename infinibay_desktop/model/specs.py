"""What a person asks for when making a machine; nothing is decided here yet."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.machines import check_description, check_machine_name
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.sizes import GIB, MIB, TIB, format_size

MAX_VCPUS = 1024
MIN_MEMORY_BYTES = 16 * MIB
MIN_DISK_BYTES = MIB
MAX_DISK_BYTES = 512 * TIB
MAX_DISKS = 20
# What libvirt's schema takes, as far as the kernel does (IFNAMSIZ).
_BRIDGE_NAME = re.compile(r"[A-Za-z0-9_.:-]{1,15}")


class OsFamily(StrEnum):
    """What will run inside, as far as virtual hardware cares."""

    LINUX = "linux"
    WINDOWS_10 = "windows-10"
    WINDOWS_11 = "windows-11"
    OTHER = "other"


class Firmware(StrEnum):
    """AUTO takes what the operating system needs."""

    AUTO = "auto"
    BIOS = "bios"
    UEFI = "uefi"


class DiskOrigin(StrEnum):
    """Where a disk's content comes from."""

    EMPTY = "empty"
    COPY = "copy"
    USE = "use"


class NetworkKind(StrEnum):
    """What a network card is plugged into. AUTO: an active network, else QEMU's own NAT."""

    AUTO = "auto"
    NETWORK = "network"
    BRIDGE = "bridge"
    USER = "user"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskSpec:
    """One disk. `path` is on the host (COPY, USE); `size_bytes` may grow a copy, never shrink it.

    `sparse` allows a disk that could outgrow what the pool has free.
    """

    origin: DiskOrigin = DiskOrigin.EMPTY
    size_bytes: int = 0
    path: str = ""
    pool: str = ""
    sparse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSpec:
    """One network card's plug; `name` is a network's or a bridge's."""

    kind: NetworkKind = NetworkKind.AUTO
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectBoot:
    """A kernel on the host that is started without any boot loader."""

    kernel: str
    initrd: str = ""
    command_line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSpec:
    """The wish, complete enough to be checked and resolved against a host.

    No department means the default one; a department's defaults fill what is left open.
    """

    name: str
    os: OsFamily = OsFamily.LINUX
    vcpus: int = 2
    memory_bytes: int = 2 * GIB
    disks: tuple[DiskSpec, ...] = ()
    isos: tuple[str, ...] = ()
    direct_boot: DirectBoot | None = None
    firmware: Firmware = Firmware.AUTO
    network: NetworkSpec = field(default_factory=NetworkSpec)
    description: str = ""
    autostart: bool = False
    start: bool = False
    department_id: DepartmentId | None = None
    owner_id: PersonId | None = None


def check_spec(spec: MachineSpec) -> None:
    """Refuse a wish that no host could grant. Raises ValidationError with the field."""
    check_machine_name(spec.name)
    check_description(spec.description)
    _check_processors(spec.vcpus)
    _check_memory(spec.memory_bytes)
    _check_disks(spec.disks)
    for path in spec.isos:
        check_host_path(path, "iso")
    if spec.direct_boot:
        _check_direct_boot(spec.direct_boot)
    _check_network(spec.network)
    if not (spec.disks or spec.isos or spec.direct_boot):
        raise ValidationError(
            "The machine would have nothing to boot from.",
            field="disks",
            remedy="Give it a disk, an installer ISO, or a kernel.",
        )


def check_host_path(path: str, field_name: str) -> None:
    """Refuse what cannot be the absolute path of a file on a host."""
    if not path.startswith("/"):
        raise ValidationError(
            f"'{path[:200]}' is not an absolute path on the host.", field=field_name
        )
    if len(path.encode(errors="surrogatepass")) > 4096 or not path.isprintable():
        raise ValidationError(
            f"The path {path[:80]!r}… is too long or has control characters.", field=field_name
        )
    if path.endswith(("/", "/..")) or "/../" in path:
        raise ValidationError(f"'{path[:200]}' does not name a file.", field=field_name)


def _check_processors(vcpus: int) -> None:
    if not 1 <= vcpus <= MAX_VCPUS:
        raise ValidationError(
            f"{vcpus} virtual CPUs: it must be between 1 and {MAX_VCPUS}.", field="vcpus"
        )


def _check_memory(memory_bytes: int) -> None:
    if memory_bytes < MIN_MEMORY_BYTES:
        raise ValidationError(
            f"{format_size(memory_bytes)} of memory is too little: it needs at least "
            f"{format_size(MIN_MEMORY_BYTES)}.",
            field="memory",
            remedy="A bare number is taken as MiB; write 2G for two GiB.",
        )


def _check_disks(disks: tuple[DiskSpec, ...]) -> None:
    if len(disks) > MAX_DISKS:
        raise ValidationError(f"{len(disks)} disks: at most {MAX_DISKS}.", field="disks")
    paths = [disk.path for disk in disks if disk.origin is DiskOrigin.USE]
    if len(paths) != len(set(paths)):
        raise ValidationError("The same disk image is given twice.", field="disks")
    for disk in disks:
        _check_disk(disk)
        _check_shown(disk.pool, "disks")


def _check_disk(disk: DiskSpec) -> None:
    if disk.origin is not DiskOrigin.EMPTY:
        check_host_path(disk.path, "disks")
    elif disk.size_bytes < MIN_DISK_BYTES:
        raise ValidationError(
            f"A disk of {format_size(disk.size_bytes)} is too small: at least "
            f"{format_size(MIN_DISK_BYTES)}.",
            field="disks",
        )
    if disk.size_bytes > MAX_DISK_BYTES:
        raise ValidationError(
            f"A disk of {format_size(disk.size_bytes)} is too large: at most "
            f"{format_size(MAX_DISK_BYTES)}.",
            field="disks",
        )


def _check_direct_boot(boot: DirectBoot) -> None:
    check_host_path(boot.kernel, "kernel")
    if boot.initrd:
        check_host_path(boot.initrd, "initrd")
    if len(boot.command_line) > 2048 or not boot.command_line.isprintable():
        raise ValidationError(
            "The kernel's command line is longer than 2,048 characters or has control characters.",
            field="cmdline",
        )


def _check_network(network: NetworkSpec) -> None:
    named = network.kind in (NetworkKind.NETWORK, NetworkKind.BRIDGE)
    if named and not network.name:
        raise ValidationError(f"Which {network.kind}? Its name is missing.", field="network")
    if network.kind is NetworkKind.BRIDGE and not _BRIDGE_NAME.fullmatch(network.name):
        raise ValidationError(f"{network.name[:80]!r} is no bridge's name.", field="network")
    _check_shown(network.name, "network")


def _check_shown(name: str, field_name: str) -> None:
    if not name.isprintable():
        raise ValidationError(
            f"The name {name[:80]!r} has characters that cannot be shown.", field=field_name
        )
