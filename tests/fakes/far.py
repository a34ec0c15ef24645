"""Hosts at the end of fake ways: real connections over access and links that do as told."""

from infinibay_desktop.model.capabilities import HostFacts
from infinibay_desktop.model.errors import HostKeyError, HostUnreachableError, InfinibayError
from infinibay_desktop.model.hosts import Host, HostId, OfferedKey, PoolStatistics, Stage
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.storage import StorageService
from tests.fakes import InlineTasks
from tests.fakes.desk import make_desk
from tests.fakes.hosts import CAPABILITIES, FakeLink

OFFER = OfferedKey(fingerprints=("ED25519 SHA256:abc",), lines=("far ssh-ed25519 AAAA",))
FACTS = HostFacts(
    hostname="far.example",
    driver="qemu",
    arch="x86_64",
    cpus=8,
    memory_bytes=32 * GIB,
    libvirt_version="9.0.0",
    hypervisor_version="7.2.0",
    kvm=True,
    efi=True,
    secure_boot=False,
    tpm=True,
    nwfilter=False,
)
UNKNOWN_KEY = HostKeyError("unknown", stage=Stage.HOST_KEY, problem=Problem.HOST_KEY_UNKNOWN)
CHANGED_KEY = HostKeyError("another key", stage=Stage.HOST_KEY, problem=Problem.HOST_KEY_CHANGED)


class FakeAccess:
    """The way to hosts; `failures` by method, and a key that nobody knows yet if `stranger`."""

    def __init__(self) -> None:
        self.failures: dict[str, InfinibayError] = {}
        self.stranger = False
        self.trusted: list[OfferedKey] = []
        self.left: list[Host] = []
        self.tested: list[Host] = []

    def reach(self, host: Host) -> str:
        self.tested.append(host)
        return self._pass("reach", "it answers")

    def check_host_key(self, host: Host) -> str:
        if self.stranger and not self.trusted:
            raise UNKNOWN_KEY
        return self._pass("check_host_key", "its key is known")

    def sign_in(self, host: Host) -> Distribution:
        self._pass("sign_in", "")
        return Distribution(family=Family.FEDORA, name="Fedora")

    def offered_key(self, host: Host) -> OfferedKey:
        self._pass("offered_key", "")
        return OFFER

    def trust(self, host: Host, offer: OfferedKey) -> None:
        self._pass("trust", "")
        self.trusted.append(offer)

    def answers(self, host: Host) -> bool | None:
        return None

    def leave(self, host: Host) -> None:
        self.left.append(host)

    def _pass(self, method: str, detail: str) -> str:
        if error := self.failures.get(method):
            raise error
        return detail


class FarLink(FakeLink):
    """A link that opens unless the host is `down`."""

    def __init__(self, host: Host, down: set) -> None:
        super().__init__(host, CAPABILITIES)
        self.down, self.alive = down, False
        self.looked = self.counted = 0

    def open(self) -> None:
        if self.host.id in self.down:
            raise HostUnreachableError(
                "Nobody listens.", stage=Stage.SOCKET, problem=Problem.LIBVIRT_STOPPED
            )
        self.alive = True

    def close(self) -> None:
        self.alive = False

    def is_alive(self) -> bool:
        return self.alive

    def prune(self) -> None:
        pass

    def facts(self) -> HostFacts:
        self.looked += 1
        return FACTS

    def pool_statistics(self) -> PoolStatistics:
        self.counted += 1
        return PoolStatistics(
            limit=4, open=2, busy=1, waiting=0, leases=40, waited_ms=20.0 + self.counted
        )


class Far:
    """A desk whose hosts are far: stored in a real database, connected over fakes."""

    def __init__(self, units) -> None:
        self.desk = make_desk(units)
        self.access = FakeAccess()
        self.down: set = set()
        self.links: dict = {}
        core, clock = self.desk.core, self.desk.clock
        self.tasks = core.tasks = InlineTasks()
        core.access = self.access
        self.timers = Timers(self.tasks, clock)
        core.connections = HostConnections(
            self._make_link, self.access, core.inventory, self.tasks, self.timers, clock,
            self.desk.bridge, Distribution(family=Family.DEBIAN, name="Debian"),
            self._find_host,
        )  # fmt: skip
        core.storage = StorageService(core.connections)

    def add(self, uri: str = "qemu+ssh://root@far/system", *, connected: bool = False, **more):
        host = self.desk.core.hosts.add(uri, **more)
        if connected:
            self.desk.core.connections.connect(host)
        return host

    def link(self, host: Host) -> FarLink:
        """The link of a host that is connected, or will be."""
        return self.links.setdefault(host.id, FarLink(host, self.down))

    def lose(self, host: Host) -> None:
        """The connection breaks, and the host stays away."""
        self.down.add(host.id)
        self.link(host).alive = False
        self.desk.core.connections._lost(host.id, "it was switched off")

    def _find_host(self, host_id: HostId) -> Host | None:
        return next((host for host in self.desk.core.hosts.all() if host.id == host_id), None)

    def _make_link(self, host: Host) -> FarLink:
        return self.link(host)
