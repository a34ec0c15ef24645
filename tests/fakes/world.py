"""The services that make and delete machines, on one fake host and a real database."""

from dataclasses import dataclass, field

from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskSpec, MachineSpec
from infinibay_desktop.model.tasks import TaskKind, TaskStatus
from infinibay_desktop.services.creation import CreationService
from infinibay_desktop.services.deletion import DeletionService
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.planning import CreationPlanner
from infinibay_desktop.services.recovery import Recovered, Recovery
from tests.fakes import FakeClock, FakeSecretStore, Recorder
from tests.fakes.hosts import FakeConnections, FakeLink


@dataclass
class FakeFiles:
    """Files of this computer; `closed` names those that QEMU cannot read."""

    present: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def is_file(self, path: str) -> bool:
        return path in self.present

    def why_qemu_cannot_read(self, path: str, qemu_user: int | None) -> str:
        return "its account may not enter the folder" if path in self.closed else ""

    def default_pool_path(self, *, session: bool) -> str:
        return "/home/me/images" if session else "/var/lib/libvirt/images"


@dataclass
class FakeIdentity:
    """A running program, and which others it takes for dead."""

    text: str = "boot/ns/1/1"
    dead: tuple[str, ...] = ()

    def is_dead(self, owner: str) -> bool:
        return owner in self.dead


class World:
    """One program at work; `next_program` is the one after it."""

    def __init__(
        self,
        link: FakeLink,
        units: UnitsOfWork,
        clock: FakeClock,
        recorder: Recorder,
        *,
        identity: FakeIdentity | None = None,
        secrets: FakeSecretStore | None = None,
    ) -> None:
        self.link, self.units, self.clock, self.recorder = link, units, clock, recorder
        units.publish_to(recorder.publish)
        self.secrets = secrets or FakeSecretStore()
        self.identity = identity or FakeIdentity()
        self.files = FakeFiles()
        self.inventory = Inventory(recorder)
        self.connections = FakeConnections(link)
        self.journal = Journal(units, clock, self.identity)
        self.creation = CreationService(
            self.connections,
            CreationPlanner(self.files),
            self.journal,
            self.inventory,
            units,
            self.secrets,
            clock,
        )
        self.deletion = DeletionService(
            self.connections, self.journal, self.inventory, units, self.secrets
        )
        self.recovery = Recovery(
            units,
            self.journal,
            self.connections,
            {
                TaskKind.CREATE_MACHINE: self.creation.resume,
                TaskKind.DELETE_MACHINE: self.deletion.resume,
            },
        )

    def next_program(self) -> "World":
        """The program that is started after this one was killed."""
        successor = FakeIdentity(text="boot/ns/2/2", dead=(self.identity.text,))
        world = World(
            self.link,
            self.units,
            self.clock,
            self.recorder,
            identity=successor,
            secrets=self.secrets,
        )
        world.inventory.load((), self.placed())
        world.inventory.reconcile(
            self.link.host.id,
            [domain.machine for domain in self.domains.values()],
            mark=world.inventory.mark(),
        )
        return world

    @property
    def domains(self):
        return self.link.hypervisor.domains

    def create(self, **wish: object) -> MachineKey:
        asked = {"name": "web", "disks": (DiskSpec(size_bytes=GIB),) * 2, "start": True} | wish
        machine_id = self.creation.create(self.link.host.id, MachineSpec(**asked))
        return MachineKey(self.link.host.id, machine_id)

    def recover(self) -> list[Recovered]:
        return self.recovery.run(self.link.host.id)

    def recorded(self) -> list[str]:
        with self.units() as unit:
            return [machine.name for machine, _ in unit.machines.all()]

    def placed(self) -> list[Placement]:
        with self.units() as unit:
            return list(unit.placements.all())

    def is_empty(self) -> bool:
        rows = (self.recorded(), self.placed())
        left = (self.domains, self.link.storage.files, self.secrets.secrets, *rows)
        return not any(left) and not self.inventory.snapshot()

    def statuses(self) -> list[TaskStatus]:
        return [task.status for task in self.journal.recent(10)]
