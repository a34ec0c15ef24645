"""Who acts in tests, on which machines, and a gate that notes what it records."""

from uuid import UUID, uuid4

from infinibay_desktop.model.activity import Act
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.people import Person, PersonId, Role
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.gate import Gate
from infinibay_desktop.services.inventory import Inventory
from tests.fakes import FakeClock, Recorder

HOST = HostId(UUID(int=1))
SALES, LAB = DepartmentId(UUID(int=10)), DepartmentId(UUID(int=11))
ANA = PersonId(UUID(int=20))


def actor(
    role: Role = Role.USER,
    *,
    person_id: PersonId = ANA,
    disabled: bool = False,
    member_of: DepartmentId | None = None,
    administers: DepartmentId | None = None,
    grants: dict[MachineKey, frozenset[Permission]] | None = None,
) -> Actor:
    memberships = {}
    if member_of:
        memberships[member_of] = DepartmentRole.MEMBER
    if administers:
        memberships[administers] = DepartmentRole.ADMINISTRATOR
    person = Person(
        id=person_id, email=f"{person_id.int}@example.org", role=role, disabled=disabled
    )
    return Actor(person=person, memberships=memberships, grants=grants or {})


def machine(name: str = "web", **facts: object) -> Machine:
    given = {"id": MachineId(uuid4()), "host_id": HOST, "name": name, "state": MachineState.RUNNING}
    return Machine(**(given | facts))


class GuardedWorld:
    """An inventory, who acts, and the gate before whatever a test guards."""

    def __init__(self, *machines: Machine) -> None:
        self.told, self.clock, self.acts = Recorder(), FakeClock(), []
        self.inventory = Inventory(self.told)
        self.add(*machines)
        self.current = CurrentActor(self.told.publish)
        self.gate = Gate(self.current, self.inventory, self.record, self.clock)
        self.guard = self.gate.guard

    def add(self, *machines: Machine) -> None:
        """Put machines in, with their departments and owners as they say."""
        self.inventory.load([(one, self.clock.now()) for one in machines], _places(machines))

    def record(self, act: Act) -> None:
        self.acts.append(act)

    def outcomes(self) -> list[tuple[str, str]]:
        return [(act.action, str(act.outcome)) for act in self.acts]


def _places(machines):
    return [
        Placement(key=one.key, department_id=one.department_id, owner_id=one.owner_id)
        for one in machines
    ]
