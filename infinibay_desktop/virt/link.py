"""Everything that one connected host can do."""

from collections.abc import Callable
from functools import cached_property

import libvirt

from infinibay_desktop.model.capabilities import (
    DomainCapabilities,
    HostCapabilities,
    HostFacts,
)
from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.events import Event
from infinibay_desktop.model.hosts import Host, HostAddress, PoolStatistics, Stage
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.virt.channels import Aside, LibvirtChannels
from infinibay_desktop.virt.counters import LibvirtCounters
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.graphics import LibvirtGraphics
from infinibay_desktop.virt.guest_agent import LibvirtGuestAgent
from infinibay_desktop.virt.hypervisor import LibvirtHypervisor
from infinibay_desktop.virt.media import LibvirtMedia
from infinibay_desktop.virt.opening import Login, Opener
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.serial import LibvirtSerial
from infinibay_desktop.virt.storage import LibvirtStorage
from infinibay_desktop.virt.watcher import HostWatcher
from infinibay_desktop.virt.xml.capabilities import (
    offers_domain_type,
    parse_domain_capabilities,
    parse_host_arch,
    parse_host_secmodel_user,
)

_MACHINE_TYPES = {"x86_64": "q35", "i686": "q35", "aarch64": "virt", "riscv64": "virt"}


class LibvirtLink:
    """One host: a watcher, a pool, and what they can do. Methods run on workers."""

    def __init__(
        self,
        host: Host,
        clock: Clock,
        publish: Callable[[Event], None],
        *,
        ssh_command: str = "",
        login: Callable[[], Login | None] = lambda: None,
        aside: Aside = lambda work: work(),
    ) -> None:
        self._host = host
        self._publish = publish
        self._opener = Opener(
            uri=libvirt_uri(host.address, ssh_command), where=f"'{host.name}'", login=login
        )
        self._pool = ConnectionPool(self._opener.open, clock, f"'{host.name}'")
        self._watcher: HostWatcher | None = None
        self.hypervisor = LibvirtHypervisor(host.id, self._pool)
        self.storage = LibvirtStorage(self._pool)
        self.counters = LibvirtCounters(self._pool)
        self.serial = LibvirtSerial(self._pool)
        self.graphics = LibvirtGraphics(self._pool)
        self.guest_agent = LibvirtGuestAgent(self._pool)
        self.media = LibvirtMedia(self._pool)
        # Another connection to libvirt's test driver would have machines of its own.
        possible = not host.address.is_demonstration
        self.channels = LibvirtChannels(self._opener.open, self._pool, aside, possible=possible)

    def open(self) -> None:
        """Connect and begin to watch. Raises HostUnreachableError with the stage."""
        watcher = HostWatcher(self._host.id, self._opener.open(), self._publish)
        with translated(f"watch '{self._host.name}'"):
            watcher.start()
        self._watcher = watcher

    def close(self) -> None:
        """Disconnect. May take as long as a dead host's connection needs to be given up."""
        self.channels.close()
        self._pool.close()
        if self._watcher:
            self._watcher.stop()

    def is_alive(self) -> bool:
        """Whether the watcher's connection still stands."""
        return self._watcher is not None and self._watcher.is_alive()

    def prune(self) -> None:
        """Close connections that idle."""
        self._pool.prune()

    def pool_statistics(self) -> PoolStatistics:
        """How the pool stands; any thread."""
        return self._pool.statistics()

    def capabilities(self) -> HostCapabilities:
        """What the host offers, asked once for each connection to it."""
        return self._capabilities

    def active_networks(self) -> tuple[str, ...]:
        """Names of the virtual networks that machines can be plugged into."""
        flag = libvirt.VIR_CONNECT_LIST_NETWORKS_ACTIVE
        with self._pool.lease() as connection, translated("list the networks"):
            return tuple(sorted(network.name() for network in connection.listAllNetworks(flag)))

    def qemu_user(self) -> int | None:
        """The numeric account that QEMU runs as; None where the host does not say."""
        with self._pool.lease() as connection, translated("read the capabilities"):
            return parse_host_secmodel_user(connection.getCapabilities())

    def facts(self) -> HostFacts:
        """What the host is, for people."""
        with self._pool.lease() as connection, translated("look at the host"):
            hostname = connection.getHostname()
            versions = connection.getLibVersion(), connection.getVersion()
            nwfilter = _answers(connection.listAllNWFilters)
        capabilities = self.capabilities()
        # The unprivileged daemon lists filters, but can put none in place.
        nwfilter = nwfilter and not capabilities.session
        way = capabilities.kvm or capabilities.emulation
        return HostFacts(
            hostname=hostname,
            driver=capabilities.driver,
            arch=capabilities.arch,
            cpus=capabilities.cpus,
            memory_bytes=capabilities.memory_bytes,
            libvirt_version=_version(versions[0]),
            hypervisor_version=_version(versions[1]),
            kvm=capabilities.kvm is not None,
            efi=way is not None and way.efi,
            secure_boot=way is not None and way.secure_boot,
            tpm=way is not None and "emulator" in way.tpm_backends,
            nwfilter=nwfilter,
        )

    @cached_property
    def _capabilities(self) -> HostCapabilities:
        with self._pool.lease() as connection, translated("read the capabilities"):
            found = _read_capabilities(connection, self._host.address)
        if found.kvm is None and found.emulation is None:
            raise HostUnreachableError(
                f"'{self._host.name}' answers, but it has nothing that could run a machine.",
                stage=Stage.CAPABILITY,
                problem=Problem.QEMU_MISSING,
            )
        return found


def libvirt_uri(address: HostAddress, ssh_command: str) -> str:
    """The URI for libvirt: ours, with the ssh program that knows keys and jump hosts."""
    if address.transport == "ssh":
        return address.to_uri(no_tty="1", **({"command": ssh_command} if ssh_command else {}))
    return address.to_uri()


def _read_capabilities(connection: libvirt.virConnect, address: HostAddress) -> HostCapabilities:
    xml = connection.getCapabilities()
    arch = parse_host_arch(xml)
    # getInfo: memory in MiB, then the number of active CPUs.
    _, memory_mib, cpus = connection.getInfo()[:3]
    memory_bytes = _memory(connection) or memory_mib * 1024**2
    if connection.getType() == "TEST":
        return HostCapabilities(
            driver="test",
            arch=arch,
            cpus=cpus,
            memory_bytes=memory_bytes,
            kvm=None,
            emulation=_simulated(arch),
        )
    ways = {
        kind: _read_way(connection, arch, kind) if offers_domain_type(xml, arch, kind) else None
        for kind in ("kvm", "qemu")
    }
    return HostCapabilities(
        driver=connection.getType().lower(),
        arch=arch,
        cpus=cpus,
        memory_bytes=memory_bytes,
        kvm=ways["kvm"],
        emulation=ways["qemu"],
        session=address.is_session,
    )


def _memory(connection: libvirt.virConnect) -> int:
    """What the host's kernel has; getInfo adds up NUMA nodes, which leaves out added memory."""
    try:
        stats = connection.getMemoryStats(libvirt.VIR_NODE_MEMORY_STATS_ALL_CELLS, 0)
    except libvirt.libvirtError:
        return 0
    return int(stats.get("total", 0)) * 1024


def _read_way(connection: libvirt.virConnect, arch: str, kind: str) -> DomainCapabilities:
    machine = _MACHINE_TYPES.get(arch)
    return parse_domain_capabilities(connection.getDomainCapabilities(None, arch, machine, kind, 0))


def _simulated(arch: str) -> DomainCapabilities:
    nothing: frozenset[str] = frozenset()
    return DomainCapabilities(
        domain_type="test",
        arch=arch,
        machine_type="",
        emulator="",
        max_vcpus=32,
        efi=True,
        secure_boot=True,
        cpu_modes=nothing,
        disk_buses=nothing,
        graphics=nothing,
        video_models=nothing,
        tpm_models=nothing,
        tpm_backends=frozenset({"emulator"}),
        rng_models=nothing,
    )


def _answers(call: Callable[[], object]) -> bool:
    try:
        call()
    except libvirt.libvirtError:
        return False
    return True


def _version(number: int) -> str:
    """libvirt's packed version, 9000000, as 9.0.0."""
    return f"{number // 1000000}.{number // 1000 % 1000}.{number % 1000}"
