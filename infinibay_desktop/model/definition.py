"""A wish resolved against a host: every choice made, each from what the host offers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from infinibay_desktop.model.capabilities import DomainCapabilities, HostCapabilities
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.hosts import Acceleration
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.model.specs import (
    DirectBoot,
    Firmware,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    OsFamily,
)

WINDOWS = frozenset({OsFamily.WINDOWS_10, OsFamily.WINDOWS_11})


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskDevice:
    """A disk or CD drive. `path` is filled in once its volume, named by `pool` and `volume`, exists."""

    device: str
    bus: str
    target: str
    format: str
    path: str = ""
    pool: str = ""
    volume: str = ""
    boot_order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NicDevice:
    """A network card: what it is plugged into, and its model."""

    kind: NetworkKind
    source: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDefinition:
    """Everything that the host must be told to define the machine. Holds no secret."""

    id: MachineId
    name: str
    description: str
    os: OsFamily
    domain_type: str
    arch: str
    machine_type: str
    emulator: str
    vcpus: int
    memory_bytes: int
    cpu_mode: str
    efi: bool
    secure_boot: bool
    tpm_model: str
    hyperv: bool
    video_model: str
    vnc: bool
    rng: bool
    guest_channels: bool
    disks: tuple[DiskDevice, ...]
    nics: tuple[NicDevice, ...]
    direct_boot: DirectBoot | None

    def with_paths(self, paths: Mapping[tuple[str, str], str]) -> "MachineDefinition":
        """The same with the paths of the volumes that now exist."""
        disks = tuple(
            replace(disk, path=paths[disk.pool, disk.volume]) if disk.volume else disk
            for disk in self.disks
        )
        return replace(self, disks=disks)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskSource:
    """Where a resolved disk lies: an existing path, or a volume that will be made."""

    format: str
    path: str = ""
    pool: str = ""
    volume: str = ""


def resolve(
    spec: MachineSpec,
    machine_id: MachineId,
    capabilities: HostCapabilities,
    *,
    acceleration: Acceleration,
    disks: tuple[DiskSource, ...],
    active_networks: tuple[str, ...],
) -> MachineDefinition:
    """Decide everything the wish leaves open. Raises ValidationError where the host cannot."""
    ways = choose_way(capabilities, acceleration)
    _check_host_limits(spec, capabilities, ways)
    if ways.domain_type == "test":
        return _demonstration(spec, machine_id, ways)
    windows = spec.os in WINDOWS
    efi = _needs_efi(spec, ways)
    secure = spec.os is OsFamily.WINDOWS_11 and efi
    return MachineDefinition(
        id=machine_id,
        name=spec.name,
        description=spec.description,
        os=spec.os,
        domain_type=ways.domain_type,
        arch=ways.arch,
        machine_type=ways.machine_type,
        emulator=ways.emulator,
        vcpus=spec.vcpus,
        memory_bytes=spec.memory_bytes,
        cpu_mode=_cpu_mode(ways),
        efi=efi,
        secure_boot=secure and _require(ways.secure_boot, "Secure Boot firmware", "ovmf"),
        tpm_model=_tpm_model(spec, ways),
        hyperv=windows and ways.domain_type == "kvm",
        video_model=_video_model(spec, ways),
        vnc="vnc" in ways.graphics,
        rng="virtio" in ways.rng_models,
        guest_channels=True,
        disks=_disks(spec, ways, disks),
        nics=_nics(spec, capabilities, active_networks),
        direct_boot=spec.direct_boot,
    )


def choose_way(capabilities: HostCapabilities, acceleration: Acceleration) -> DomainCapabilities:
    """KVM or emulation: what the person set for the host, else KVM where it is offered."""
    if acceleration is not Acceleration.EMULATION and capabilities.kvm:
        return capabilities.kvm
    if acceleration is Acceleration.KVM:
        raise ValidationError(
            "This host does not offer KVM, and it is set to use nothing else.",
            field="acceleration",
            remedy="Switch on virtualization in the host's firmware, or set the host's "
            "acceleration to 'auto'.",
        )
    if capabilities.emulation:
        return capabilities.emulation
    raise ValidationError(
        f"This host offers no way to run machines for {capabilities.arch}.",
        field="acceleration",
        remedy="Install QEMU for this processor on the host.",
    )


def _check_host_limits(
    spec: MachineSpec, capabilities: HostCapabilities, ways: DomainCapabilities
) -> None:
    most = min(capabilities.cpus, ways.max_vcpus)
    if spec.vcpus > most:
        raise ValidationError(
            f"{spec.vcpus} virtual CPUs are more than the host can give: it has {most}.",
            field="vcpus",
        )
    if spec.memory_bytes > capabilities.memory_bytes:
        raise ValidationError(
            f"{format_size(spec.memory_bytes)} of memory are more than the host has: "
            f"{format_size(capabilities.memory_bytes)}.",
            field="memory",
        )


def _require(offered: bool, what: str, package: str) -> bool:  # noqa: FBT001 - reads as a claim
    if not offered:
        raise ValidationError(
            f"The host has no {what}.",
            field="os",
            remedy=f"Install the package '{package}' on the host, or choose another system.",
        )
    return True


def _needs_efi(spec: MachineSpec, ways: DomainCapabilities) -> bool:
    # BIOS where nothing asks for more: it starts faster and its snapshots carry no NVRAM file.
    wanted = spec.firmware is Firmware.UEFI or ways.arch == "aarch64"
    if spec.firmware is Firmware.AUTO:
        wanted = wanted or spec.os is OsFamily.WINDOWS_11
    return wanted and _require(ways.efi, "UEFI firmware", "ovmf")


def _cpu_mode(ways: DomainCapabilities) -> str:
    order = ("host-passthrough", "host-model") if ways.domain_type == "kvm" else ("maximum",)
    return next((mode for mode in order if mode in ways.cpu_modes), "")


def _tpm_model(spec: MachineSpec, ways: DomainCapabilities) -> str:
    if spec.os is not OsFamily.WINDOWS_11:
        return ""
    _require("emulator" in ways.tpm_backends, "TPM 2.0 emulator", "swtpm")
    return next((model for model in ("tpm-crb", "tpm-tis") if model in ways.tpm_models), "tpm-tis")


def _video_model(spec: MachineSpec, ways: DomainCapabilities) -> str:
    # Never qxl: beside VNC each frame takes 240 ms. Windows has no driver for virtio at first.
    order = ("vga", "virtio") if spec.os in WINDOWS else ("virtio", "vga")
    return next((model for model in order if model in ways.video_models), "")


def _disk_bus(os: OsFamily, ways: DomainCapabilities) -> str:
    order = ("virtio", "sata", "ide") if os is OsFamily.LINUX else ("sata", "ide", "scsi")
    return next((bus for bus in order if bus in ways.disk_buses), order[-1])


def _disks(
    spec: MachineSpec, ways: DomainCapabilities, sources: tuple[DiskSource, ...]
) -> tuple[DiskDevice, ...]:
    """Disks before CD drives: an empty disk falls through to the installer, a full one boots."""
    disk_bus = _disk_bus(spec.os, ways)
    cd_bus = next((bus for bus in ("sata", "scsi", "ide") if bus in ways.disk_buses), "sata")
    prefix = {"virtio": "vd", "ide": "hd"}
    used: dict[str, int] = {}

    def target(bus: str) -> str:
        stem = prefix.get(bus, "sd")
        used[stem] = used.get(stem, 0) + 1
        return f"{stem}{chr(ord('a') + used[stem] - 1)}"

    boot = iter(range(1, len(sources) + len(spec.isos) + 1))
    devices = [
        DiskDevice(
            device="disk",
            bus=disk_bus,
            target=target(disk_bus),
            format=source.format,
            path=source.path,
            pool=source.pool,
            volume=source.volume,
            boot_order=next(boot),
        )
        for source in sources
    ]
    devices += [
        DiskDevice(
            device="cdrom",
            bus=cd_bus,
            target=target(cd_bus),
            format="raw",
            path=iso,
            boot_order=next(boot),
        )
        for iso in spec.isos
    ]
    return tuple(devices)


def _nics(
    spec: MachineSpec, capabilities: HostCapabilities, active_networks: tuple[str, ...]
) -> tuple[NicDevice, ...]:
    network = _plug(spec.network, capabilities, active_networks)
    if network.kind is NetworkKind.NONE:
        return ()
    model = "virtio" if spec.os is OsFamily.LINUX else "e1000e"
    return (NicDevice(kind=network.kind, source=network.name, model=model),)


def _plug(
    network: NetworkSpec, capabilities: HostCapabilities, active_networks: tuple[str, ...]
) -> NetworkSpec:
    if network.kind is NetworkKind.NETWORK and network.name not in active_networks:
        offered = ", ".join(active_networks) or "none"
        raise ValidationError(
            f"The host has no active network '{network.name}'.",
            field="network",
            remedy=f"Active networks: {offered}.",
        )
    if network.kind is not NetworkKind.AUTO:
        return network
    if capabilities.session or not active_networks:
        return NetworkSpec(kind=NetworkKind.USER)
    name = "default" if "default" in active_networks else active_networks[0]
    return NetworkSpec(kind=NetworkKind.NETWORK, name=name)


def _demonstration(
    spec: MachineSpec, machine_id: MachineId, ways: DomainCapabilities
) -> MachineDefinition:
    """libvirt's simulated host takes a name, a size and little more."""
    return MachineDefinition(
        id=machine_id,
        name=spec.name,
        description=spec.description,
        os=spec.os,
        domain_type="test",
        arch=ways.arch,
        machine_type="",
        emulator="",
        vcpus=spec.vcpus,
        memory_bytes=spec.memory_bytes,
        cpu_mode="",
        efi=False,
        secure_boot=False,
        tpm_model="",
        hyperv=False,
        video_model="",
        vnc=False,
        rng=False,
        guest_channels=False,
        disks=(),
        nics=(),
        direct_boot=spec.direct_boot,
    )
