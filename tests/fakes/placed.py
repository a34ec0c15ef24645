"""A desk with departments, people and rights on a real database; work is done at once."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

from infinibay_desktop.model.departments import DepartmentRole, Quota
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.services.placements import PlacementService
from tests.fakes import FakeClock

PASSWORD = "a long one, for tests"  # noqa: S105 - nobody's
HOST = HostId(UUID(int=1))


class QuickHasher:
    """Hashes that are made at once."""

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def verify(self, password: str, hash: str) -> bool:  # noqa: A002 - the port's word
        return hash == f"hash of {password}"

    def needs_rehash(self, hash: str) -> bool:  # noqa: A002 - the port's word
        return False

    def weakness(self, password: str, *words: str) -> str:
        return ""


class Placed:
    """The desk and its people, with short ways to make more."""

    def __init__(self, desk: SimpleNamespace, units) -> None:
        self.desk, self.core, self.units = desk, desk.core, units
        units.publish_to(desk.bridge.publish)
        with units() as unit:
            unit.hosts.save(replace(draft_host("qemu:///system"), id=HOST, name="rack-1"))
            unit.commit()
        clock, core = FakeClock(), desk.core
        core.current = CurrentActor(desk.bridge.publish)
        core.people = PeopleService(units, clock, QuickHasher())
        core.departments = DepartmentService(
            units, clock, core.inventory, actor=lambda: core.current.actor
        )
        core.placements = PlacementService(units, core.inventory)
        core.blueprints = SimpleNamespace(all=list)
        core.people.add("root@example.org", role=Role.SUPER_ADMINISTRATOR, password=PASSWORD)
        self.admin = self.person("Ada", "Admin", role=Role.ADMINISTRATOR)
        self.sign_in(self.admin)

    def person(self, first: str, last: str = "", role: Role = Role.USER) -> Person:
        number = self.core.people.count() + 1
        added = self.core.people.add(
            f"person{number}@example.org",
            first_name=first,
            last_name=last,
            role=role,
            password=PASSWORD,
        )
        return added.person

    def sign_in(self, person: Person, **rights) -> None:
        self.core.current.set(Actor(person=person, **rights))

    def department(self, name: str, colour: str = "", **quota: int):
        return self.core.departments.add(name, colour=colour, quota=Quota(**quota))

    def join(self, department, person, role: DepartmentRole = DepartmentRole.MEMBER) -> None:
        self.core.departments.set_member(department.id, person.id, role)

    def machines(self, count: int, department=None, owner=None, stem: str = "vm") -> list[Machine]:
        """Running and stopped machines of a department and a person."""
        made = [
            Machine(
                id=MachineId(UUID(int=hash((stem, number)) & (2**64 - 1))),
                host_id=HOST,
                name=f"{stem}-{number}",
                state=MachineState.RUNNING if number % 2 else MachineState.SHUT_OFF,
                vcpus=2,
                memory_bytes=2 * GIB,
            )
            for number in range(1, count + 1)
        ]
        inventory = self.core.inventory
        for machine in made:
            inventory.update(machine, mark=inventory.mark())
        keys = [machine.key for machine in made]
        if department:
            self.core.placements.move(keys, department.id)
        if owner:
            self.core.placements.assign(keys, owner.id)
        return [inventory.find(key) for key in keys]
