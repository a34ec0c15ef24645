"""What a person filled in, as a wish for the service and in words. Makes no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.departments import Amount, DepartmentId
from infinibay_desktop.model.errors import ConflictError, InfinibayError, ValidationError
from infinibay_desktop.model.machines import check_machine_name
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.specs import (
    DirectBoot,
    DiskOrigin,
    DiskSpec,
    Firmware,
    MachineSpec,
    NetworkKind,
    NetworkSpec,
    OsFamily,
    check_spec,
)
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.offer import DEFAULT_POOL, HostOffer


class Source(StrEnum):
    """What a new machine begins with."""

    ISO = "iso"
    IMAGE = "image"
    KERNEL = "kernel"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The form's values. `disk_bytes` is 0 where no disk is wanted."""

    name: str
    source: Source
    os: OsFamily
    vcpus: int
    memory_bytes: int
    disk_bytes: int
    iso: str = ""
    image: str = ""
    copy_image: bool = True
    kernel: str = ""
    initrd: str = ""
    command_line: str = ""
    network: NetworkSpec = field(default_factory=NetworkSpec)
    description: str = ""
    firmware: Firmware = Firmware.AUTO
    pool: str = ""
    sparse: bool = False
    autostart: bool = False
    start: bool = True
    department_id: DepartmentId | None = None
    owner_id: PersonId | None = None
    # Where it goes and to whom, in words.
    place: str = ""

    @property
    def amount(self) -> Amount:
        """What it takes of its department's quota, as far as the form knows."""
        return Amount(
            machines=1, vcpus=self.vcpus, memory_bytes=self.memory_bytes, disk_bytes=self.disk_bytes
        )

    def spec(self) -> MachineSpec:
        """The wish as the service takes it."""
        boot = DirectBoot(kernel=self.kernel, initrd=self.initrd, command_line=self.command_line)
        return MachineSpec(
            name=self.name,
            os=self.os,
            vcpus=self.vcpus,
            memory_bytes=self.memory_bytes,
            disks=self._disks(),
            isos=(self.iso,) if self.source is Source.ISO else (),
            direct_boot=boot if self.source is Source.KERNEL else None,
            firmware=self.firmware,
            network=self.network,
            description=self.description.strip(),
            autostart=self.autostart,
            start=self.start,
            department_id=self.department_id,
            owner_id=self.owner_id,
        )

    def _disks(self) -> tuple[DiskSpec, ...]:
        if self.source is not Source.IMAGE:
            disk = DiskSpec(size_bytes=self.disk_bytes, pool=self.pool, sparse=self.sparse)
            return (disk,) if self.disk_bytes else ()
        if not self.copy_image:
            return (DiskSpec(origin=DiskOrigin.USE, path=self.image),)
        copy = DiskSpec(
            origin=DiskOrigin.COPY,
            path=self.image,
            size_bytes=self.disk_bytes,
            pool=self.pool,
            sparse=self.sparse,
        )
        return (copy,)


def missing(wish: Wish) -> tuple[str, str] | None:
    """The field that must still be filled in, and what belongs there."""
    translate = QCoreApplication.translate
    if wish.source is Source.ISO and not wish.iso:
        return "iso", translate("NewMachine", "Choose the installer's ISO.")
    if wish.source is Source.IMAGE and not wish.image:
        return "image", translate("NewMachine", "Choose the disk image.")
    if wish.source is Source.KERNEL and not wish.kernel:
        return "kernel", translate("NewMachine", "Give the kernel's path on the host.")
    named = wish.network.kind in (NetworkKind.NETWORK, NetworkKind.BRIDGE)
    if named and not wish.network.name:
        return "network", translate("NewMachine", "Give the name of the network or bridge.")
    return None


def name_problem(wish: Wish, taken: Sequence[str]) -> InfinibayError | None:
    """Why the name cannot be used, as far as the list of machines knows."""
    try:
        check_machine_name(wish.name)
    except ValidationError as error:
        return error
    if wish.name in taken:
        return ConflictError(
            f"There is a machine named '{short(wish.name)}' already.", field="name"
        )
    return None


def spec_problem(wish: Wish) -> InfinibayError | None:
    """What makes the wish impossible on any host."""
    try:
        check_spec(wish.spec())
    except ValidationError as error:
        return error
    return None


def field_of(error: InfinibayError, source: Source) -> str:
    """The form's field that an error is about; empty: none."""
    name = str(error.details.get("field", ""))
    if name in ("disks", "disk"):
        return "image" if source is Source.IMAGE else "disk"
    return "host" if name == "acceleration" else name


def summary(wish: Wish, offer: HostOffer | None) -> list[tuple[str, str]]:
    """What exactly will be made, as symbols and sentences."""
    translate = QCoreApplication.translate
    one = translate("NewMachine", "1 vCPU and {memory} of memory")
    more = translate("NewMachine", "{vcpus} vCPUs and {memory} of memory")
    size = (one if wish.vcpus == 1 else more).format(
        vcpus=wish.vcpus, memory=size_text(wish.memory_bytes)
    )
    where = translate("NewMachine", "on {host}").format(host=offer.host.name) if offer else "…"
    lines = [("server", where), *_place_lines(wish), ("cpu", size)]
    if offer and offer.is_demonstration:
        lines.append(("info", translate("NewMachine", "A simulated machine: no disk is made.")))
    else:
        lines.append(_disk_line(wish, offer))
        lines += _boot_lines(wish)
    lines.append(_network_line(wish, offer))
    lines.append(_after_line(wish))
    return lines


def _place_lines(wish: Wish) -> list[tuple[str, str]]:
    return [("building-2", wish.place)] if wish.place else []


def _disk_line(wish: Wish, offer: HostOffer | None) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if wish.source is Source.IMAGE and not wish.copy_image:
        text = translate("NewMachine", "Disk: the image itself is used, without a copy")
        return "hard-drive", text
    if not wish.disk_bytes and wish.source is not Source.IMAGE:
        return "hard-drive", translate("NewMachine", "No disk")
    size = size_text(wish.disk_bytes) if wish.disk_bytes else ""
    what = translate("NewMachine", "{size} disk").format(size=size)
    if wish.source is Source.IMAGE:
        what = translate("NewMachine", "A copy of the image as its disk") + f" ({size})" * bool(
            size
        )
    return "hard-drive", f"{what} {_pool_words(wish, offer)}".strip()


def _pool_words(wish: Wish, offer: HostOffer | None) -> str:
    translate = QCoreApplication.translate
    if offer is None:
        return ""
    pool = offer.pool(wish.pool)
    if pool is None:
        text = translate("NewMachine", "in the pool {pool}, which is made first")
        return text.format(pool=wish.pool or DEFAULT_POOL)
    if not pool.active:
        text = translate("NewMachine", "in the pool {pool}, which is started first")
        return text.format(pool=short(pool.name))
    text = translate("NewMachine", "in the pool {pool} ({free} free)")
    return text.format(pool=short(pool.name), free=size_text(pool.available_bytes))


def _boot_lines(wish: Wish) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    if wish.source is Source.ISO and wish.iso:
        file = wish.iso.rpartition("/")[2]
        return [("disc-3", translate("NewMachine", "Starts from {file}").format(file=short(file)))]
    if wish.source is Source.KERNEL and wish.kernel:
        file = wish.kernel.rpartition("/")[2]
        text = translate("NewMachine", "Starts the kernel {file}")
        return [("terminal", text.format(file=short(file)))]
    return []


def _network_line(wish: Wish, offer: HostOffer | None) -> tuple[str, str]:
    translate = QCoreApplication.translate
    kind, name = wish.network.kind, short(wish.network.name)
    if kind is NetworkKind.AUTO and offer and offer.networks and not offer.capabilities.session:
        taken = DEFAULT_POOL if DEFAULT_POOL in offer.networks else offer.networks[0]
        kind, name = NetworkKind.NETWORK, short(taken)
    words = {
        NetworkKind.AUTO: translate("NewMachine", "Network of its own behind the host (NAT)"),
        NetworkKind.USER: translate("NewMachine", "Network of its own behind the host (NAT)"),
        NetworkKind.NETWORK: translate("NewMachine", "On the network {name}"),
        NetworkKind.BRIDGE: translate("NewMachine", "On the bridge {name}"),
        NetworkKind.NONE: translate("NewMachine", "Without network"),
    }
    return "network", words[kind].format(name=name or "…")


def _after_line(wish: Wish) -> tuple[str, str]:
    translate = QCoreApplication.translate
    words = (
        translate("NewMachine", "Starts as soon as it is made")
        if wish.start
        else translate("NewMachine", "Stays off until somebody starts it")
    )
    if wish.autostart:
        words += translate("NewMachine", ", and with its host")
    return ("play" if wish.start else "square"), words
