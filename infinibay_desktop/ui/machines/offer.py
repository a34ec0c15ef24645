"""What a host offers to a new machine, and what is guessed from it. Makes no widgets."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from infinibay_desktop.model.capabilities import HostCapabilities
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import OsFamily
from infinibay_desktop.model.storage import Pool, Volume

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.services.core import Core

DEFAULT_POOL = "default"
# Kinds of pool that disks can be made in.
MAKING = frozenset({"dir", "fs", "netfs", "logical"})
MAX_FILES = 2000
_ISO_ENDS = (".iso",)
_IMAGE_FORMATS = frozenset({"qcow2", "raw", "vmdk", "vdi", "vpc", "qed"})
_IMAGE_ENDS = (".qcow2", ".img", ".raw", ".vmdk", ".vdi", ".vhd", ".qed")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostOffer:
    """One connected host as a form for new machines sees it."""

    host: Host
    capabilities: HostCapabilities
    pools: tuple[Pool, ...]
    isos: tuple[Volume, ...]
    images: tuple[Volume, ...]
    networks: tuple[str, ...]

    @property
    def is_demonstration(self) -> bool:
        """Whether it is libvirt's simulated host."""
        return self.host.address.is_demonstration

    def pool(self, name: str = "") -> Pool | None:
        """The pool of that name, or the one that is taken if none is named."""
        usable = self.usable_pools()
        if name:
            return next((pool for pool in usable if pool.name == name), None)
        default = [pool for pool in usable if pool.name == DEFAULT_POOL]
        active = [pool for pool in usable if pool.active]
        largest = max(active, key=lambda pool: pool.available_bytes, default=None)
        return default[0] if default else largest

    def usable_pools(self) -> list[Pool]:
        """Pools that a disk can be made in."""
        return [pool for pool in self.pools if pool.kind in MAKING]

    def image_at(self, path: str) -> Volume | None:
        """A known disk image by its path."""
        return next((image for image in self.images if image.path == path), None)


def read_offer(core: "Core", host: Host) -> HostOffer:
    """Ask a host what it has; on a worker. Raises HostUnreachableError."""
    link = core.connections.link(host.id)
    pools = tuple(core.storage.pools(host.id))
    volumes: list[Volume] = []
    for pool in pools:
        if pool.active and len(volumes) < MAX_FILES:
            volumes += _volumes(core, host, pool)
    return HostOffer(
        host=host,
        capabilities=link.capabilities(),
        pools=pools,
        isos=tuple(one for one in volumes[:MAX_FILES] if is_iso(one)),
        images=tuple(one for one in volumes[:MAX_FILES] if is_image(one)),
        networks=link.active_networks(),
    )


def _volumes(core: "Core", host: Host, pool: Pool) -> Sequence[Volume]:
    try:
        return core.storage.volumes(host.id, pool.name)
    except InfinibayError:
        return ()  # one broken pool does not keep a machine from being made in another


def is_iso(volume: Volume) -> bool:
    """Whether it looks like an installer's ISO."""
    return volume.format == "iso" or volume.name.casefold().endswith(_ISO_ENDS)


def is_image(volume: Volume) -> bool:
    """Whether it looks like a disk."""
    if is_iso(volume):
        return False
    named = volume.name.casefold().endswith(_IMAGE_ENDS)
    return named or volume.format in _IMAGE_FORMATS


def guess_os(file_name: str) -> OsFamily | None:
    """What an installer's or image's file name tells of the system in it."""
    name = file_name.rpartition("/")[2].casefold().replace("_", "-")
    if any(word in name for word in ("virtio-win", "virtio win")):
        return None
    if name.startswith("win") or "windows" in name or "microsoft" in name:
        return OsFamily.WINDOWS_11 if "11" in name else OsFamily.WINDOWS_10
    return OsFamily.LINUX if any(word in name for word in _LINUX_WORDS) else None


_LINUX_WORDS = (
    "linux", "debian", "ubuntu", "fedora", "centos", "rocky", "alma", "suse", "arch", "mint",
    "alpine", "rhel", "kali", "gentoo", "nixos", "manjaro", "server-amd64", "cloudimg",
)  # fmt: skip


def free_name(stem: str, taken: Collection[str]) -> str:
    """`stem-1` or the first number after it that no machine has."""
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def suggested_stem(os: OsFamily) -> str:
    """What machines with such a system are called if nobody says otherwise."""
    stems = {
        OsFamily.LINUX: "linux",
        OsFamily.WINDOWS_10: "windows",
        OsFamily.WINDOWS_11: "windows",
        OsFamily.OTHER: "machine",
    }
    return stems[os]


# What systems need to be usable, from their makers' pages, rounded up.
_NEEDS: dict[OsFamily, tuple[int, int, int]] = {
    OsFamily.LINUX: (2, 2 * GIB, 20 * GIB),
    OsFamily.WINDOWS_10: (2, 4 * GIB, 40 * GIB),
    OsFamily.WINDOWS_11: (4, 4 * GIB, 64 * GIB),
    OsFamily.OTHER: (1, GIB, 10 * GIB),
}


def suggested_size(os: OsFamily, offer: HostOffer) -> tuple[int, int, int]:
    """vCPUs, memory and disk that suit a system, as far as the host has them."""
    vcpus, memory, disk = _NEEDS[os]
    pool = offer.pool()
    free = pool.available_bytes if pool and pool.active else disk
    most_memory = max(offer.capabilities.memory_bytes // 2, GIB // 4)
    return (
        max(1, min(vcpus, offer.capabilities.cpus)),
        min(memory, most_memory),
        disk if free >= disk else max(GIB, free * 8 // 10 // GIB * GIB),
    )
