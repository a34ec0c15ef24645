"""Departments on both databases: names, versions, members, quotas, moves; and two programs."""

import threading
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.departments import (
    Amount,
    Department,
    DepartmentId,
    DepartmentRole,
    Quota,
)
from infinibay_desktop.model.errors import (
    ConflictError,
    NotFoundError,
    NotPermittedError,
    QuotaExceededError,
    ValidationError,
)
from infinibay_desktop.model.events import (
    DepartmentRemoved,
    DepartmentSaved,
    MachinesPlaced,
    PersonSaved,
)
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.quotas import CountedSizes
from tests.fakes.hosts import FakeLink
from tests.fakes.people import Desk
from tests.fakes.statements import count_statements
from tests.fakes.world import World


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "departments.sqlite")
    return request.getfixturevalue("postgres_url")


class Office:
    """One program with departments, people and machines."""

    def __init__(self, location, clock, recorder, link=None) -> None:
        self.units = open_database(location)
        self.told = recorder
        self.desk = Desk(self.units, clock, told=recorder)
        self.link = link or FakeLink(draft_host("qemu:///system"))
        if link is None:
            with self.units() as unit:
                unit.hosts.save(self.link.host)
                unit.commit()
        self.world = World(self.link, self.units, clock, recorder)
        self.inventory = self.world.inventory
        self.actor = Actor()
        self.departments = DepartmentService(
            self.units, clock, self.inventory, actor=lambda: self.actor
        )
        self.placements = PlacementService(self.units, self.inventory)

    def machine(self, number: int, **values) -> Machine:
        """A machine that somebody made without us."""
        machine = Machine(
            id=MachineId(UUID(int=number)),
            host_id=self.link.host.id,
            name=f"vm-{number}",
            state=MachineState.SHUT_OFF,
            **{"vcpus": 2, "memory_bytes": GIB} | values,
        )
        self.link.hypervisor.add(machine)
        self.inventory.update(machine, mark=self.inventory.mark())
        return machine

    def keys(self, count: int) -> list[MachineKey]:
        return [self.machine(number).key for number in range(1, count + 1)]

    def used(self, department: Department) -> Amount:
        return self.departments.used(department.id)


@pytest.fixture
def office(location, clock, recorder):
    office = Office(location, clock, recorder)
    office.desk.first()
    yield office
    office.units.close()


@pytest.fixture
def neighbour(office, location, clock, recorder):
    """Another program on the same database and host."""
    neighbour = Office(location, clock, recorder, office.link)
    yield neighbour
    neighbour.units.close()


# Departments.


def test_what_is_stored_of_a_department_comes_back(office) -> None:
    made = office.departments.add(
        "  Ventas  <b>\u05d0🐧 ",
        description="They sell.\nMuch.",
        colour="#2E7D32",
        quota=Quota(machines=3, vcpus=8, memory_bytes=2**41, disk_bytes=0),
        default_blueprint="small",
        default_network="lab",
    )
    assert made.name == "Ventas <b>\u05d0🐧"
    assert made.colour == "#2e7d32"
    assert office.departments.find(made.id) == made
    assert office.departments.find_by_name("VENTAS <B>\u05d0🐧") == made
    assert DepartmentSaved(department_id=made.id) in office.told.events


@pytest.mark.parametrize(
    "twin", ["straße", "STRASSE", " Straße ", "\uff33trasse", "Strasse\u00a0".strip()]
)
def test_a_name_is_taken_in_any_spelling(office, twin) -> None:
    office.departments.add("Strasse")
    other = office.departments.add("Other")
    with pytest.raises(ConflictError, match="named 'Strasse' already"):
        office.departments.add(twin)
    with pytest.raises(ConflictError, match="named 'Strasse' already"):
        office.departments.edit(replace(other, name=twin))


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "x" * 10_000}),
        ("name", {"name": "a\0b"}),
        ("description", {"description": "x" * 2001}),
        ("colour", {"colour": "red"}),
        ("quota_machines", {"quota": Quota(machines=-1)}),
        ("quota_disk_bytes", {"quota": Quota(disk_bytes=2**63)}),
        ("default_network", {"default_network": "a\nb"}),
        ("default_blueprint", {"default_blueprint": "no such"}),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_field(office, field, values) -> None:
    with pytest.raises(ValidationError) as refused:
        office.departments.add(**{"name": "Sales"} | values)
    assert refused.value.details["field"] == field
    assert not office.departments.all()


def test_a_default_that_went_away_does_not_stand_in_the_way(office) -> None:
    sales = office.departments.add("Sales", default_blueprint="small")
    with office.units() as unit:
        unit.blueprints.remove("small")
        unit.commit()
    edited = office.departments.edit(replace(sales, colour="#123456"))
    assert (edited.default_blueprint, edited.colour) == ("small", "#123456")


def test_who_edits_an_old_version_is_told(office, neighbour) -> None:
    sales = office.departments.add("Sales")
    theirs = neighbour.departments.find(sales.id)
    edited = office.departments.edit(replace(sales, description="We sell"))
    assert edited.version == 2
    with pytest.raises(ConflictError, match="Somebody else changed the department 'Sales'"):
        neighbour.departments.edit(replace(theirs, colour="#000000"))
    assert office.departments.find(sales.id) == edited
    neighbour.departments.edit(replace(edited, colour="#000000"))


def test_a_department_that_went_away_cannot_be_edited(office) -> None:
    sales = office.departments.add("Sales")
    office.departments.remove(sales.id)
    assert DepartmentRemoved(department_id=sales.id) in office.told.events
    with pytest.raises(NotFoundError):
        office.departments.edit(sales)
    with pytest.raises(NotFoundError):
        office.departments.remove(sales.id)


def test_a_departments_own_administrator_cannot_raise_its_quota(office) -> None:
    sales = office.departments.add("Sales", quota=Quota(machines=1))
    ana = office.desk.add("ana@example.org")
    office.actor = Actor(person=ana, memberships={sales.id: DepartmentRole.ADMINISTRATOR})
    with pytest.raises(NotPermittedError):
        office.departments.edit(replace(sales, quota=Quota()))
    assert office.departments.edit(replace(sales, description="ours")).version == 2


def test_the_default_department_is_made_once_and_stays_it_under_another_name(
    office, neighbour, clock
) -> None:
    made = office.departments.ensure_default()
    assert made.name == "Default"
    renamed = office.departments.edit(replace(made, name="Lab"))
    clock.pass_time(1)
    office.departments.add("A newer one")
    assert neighbour.departments.ensure_default() == renamed


def test_members_are_by_name_and_deleted_people_are_none(office) -> None:
    sales = office.departments.add("Sales")
    people = [office.desk.people.add(f"p{n}@example.org", name) for n, name in enumerate("CAB")]
    ids = [added.person.id for added in people]
    for person_id in ids:
        office.departments.set_member(sales.id, person_id, DepartmentRole.MEMBER)
    office.departments.set_member(sales.id, ids[1], DepartmentRole.ADMINISTRATOR)
    office.desk.people.delete(ids[2])
    found = office.departments.members(sales.id)
    assert [(person.first_name, str(role)) for person, role in found] == [
        ("A", "administrator"),
        ("C", "member"),
    ]
    assert office.departments.all()[0].members == 2
    assert PersonSaved(person_id=ids[0]) in office.told.events
    office.departments.remove_member(sales.id, ids[0])
    assert len(office.departments.members(sales.id)) == 1
    with pytest.raises(NotFoundError):
        office.departments.set_member(sales.id, ids[2], DepartmentRole.MEMBER)
    with pytest.raises(NotFoundError):
        office.departments.set_member(DepartmentId(uuid4()), ids[0], DepartmentRole.MEMBER)


# Placing.


def test_any_machine_can_be_moved_and_counts_as_it_was_seen(office) -> None:
    sales = office.departments.add("Sales")
    office.placements.move([office.machine(1).key, office.machine(2, vcpus=6).key], sales.id)
    assert office.used(sales) == Amount(machines=2, vcpus=8, memory_bytes=2 * GIB)
    assert [m.department_id for m in office.inventory.snapshot()] == [sales.id] * 2
    [summary] = office.departments.all()
    assert summary.used == office.used(sales)


def test_disks_count_as_soon_as_they_are_measured(office) -> None:
    sales = office.departments.add("Sales", quota=Quota(disk_bytes=5 * GIB))
    keys = office.keys(2)
    office.placements.assign(keys, None)
    measuring = PlacementService(
        office.units, office.inventory, measure_disks=lambda asked: dict.fromkeys(asked, 3 * GIB)
    )
    with pytest.raises(QuotaExceededError):
        measuring.move(keys, sales.id)
    measuring.move(keys[:1], sales.id)
    assert office.used(sales).disk_bytes == 3 * GIB
    measured_again = PlacementService(
        office.units, office.inventory, measure_disks=lambda asked: pytest.fail(str(asked))
    )
    measured_again.move(keys[:1], None)


def test_many_are_moved_with_as_many_statements_as_one(office) -> None:
    sales, lab = office.departments.add("Sales"), office.departments.add("Lab")
    keys = office.keys(300)
    with count_statements(office.units) as asked:
        office.placements.move(keys[:1], sales.id)
        one_new = asked.count
        asked.forget()
        office.placements.move(keys[1:200], sales.id)
        assert asked.count == one_new <= 12, asked.texts
        asked.forget()
        office.placements.move(keys[:1], lab.id)
        one_known = asked.count
        asked.forget()
        office.placements.move(keys, lab.id)
        assert asked.count <= one_known + 1, asked.texts
    assert office.used(lab).machines == 300
    assert office.used(sales) == Amount()


def test_lists_take_as_many_statements_for_many_as_for_few(office) -> None:
    sales = office.departments.add("Sales")
    office.departments.set_member(sales.id, office.desk.add("a@b.org").id, DepartmentRole.MEMBER)
    for number in range(20):
        office.departments.add(f"Department {number}")
    office.placements.move(office.keys(30), sales.id)
    with count_statements(office.units) as asked:
        assert len(office.departments.all()) == 21
        assert asked.count == 3, asked.texts
        asked.forget()
        office.departments.members(sales.id)
        office.departments.used(sales.id)
        assert asked.count == 2, asked.texts
        asked.forget()
        assert office.placements.names().departments[sales.id] == ("Sales", "")
        assert asked.count == 2, asked.texts


def test_all_are_moved_or_none(office) -> None:
    sales = office.departments.add("Sales", quota=Quota(machines=2))
    keys = office.keys(3)
    with pytest.raises(QuotaExceededError):
        office.placements.move(keys, sales.id)
    with pytest.raises(NotFoundError):
        office.placements.move([*keys[:1], MachineKey(keys[0].host_id, uuid4())], sales.id)
    assert office.used(sales) == Amount()
    assert not [m for m in office.inventory.snapshot() if m.department_id]
    office.placements.move(keys[:2], sales.id)
    office.placements.move(keys[:2], sales.id)  # they are in it: nothing more is asked for


def test_a_machine_can_belong_to_no_department(office) -> None:
    sales = office.departments.add("Sales")
    keys = office.keys(2)
    office.placements.move(keys, sales.id)
    office.placements.move(keys[:1], None)
    assert office.used(sales).machines == 1
    assert office.inventory.find(keys[0]).department_id is None


def test_a_department_with_machines_is_removed_once_they_are_moved(office) -> None:
    sales = office.departments.add("Sales")
    small = office.departments.add("Small", quota=Quota(machines=1))
    lab = office.departments.add("Lab")
    keys = office.keys(2)
    office.placements.move(keys, sales.id)
    with pytest.raises(ConflictError, match="has 2 machine") as refused:
        office.departments.remove(sales.id)
    assert refused.value.details["machines"] == 2
    with pytest.raises(QuotaExceededError):
        office.departments.remove(sales.id, move_machines_to=small.id)
    with pytest.raises(ValidationError):
        office.departments.remove(sales.id, move_machines_to=sales.id)
    with pytest.raises(NotFoundError):
        office.departments.remove(sales.id, move_machines_to=DepartmentId(uuid4()))
    office.departments.remove(sales.id, move_machines_to=lab.id)
    assert office.used(lab).machines == 2
    assert {m.department_id for m in office.inventory.snapshot()} == {lab.id}
    assert MachinesPlaced(keys=tuple(keys)) in office.told.events


def test_an_owner_need_not_be_a_member_but_must_be_able_to_sign_in(office) -> None:
    ana, bob = office.desk.add("ana@example.org"), office.desk.add("bob@example.org")
    key = office.machine(1).key
    office.placements.assign([key], ana.id)
    assert office.inventory.find(key).owner_id == ana.id
    assert office.placements.names().people[ana.id] == "ana@example.org"
    office.desk.people.edit(replace(bob, disabled=True))
    with pytest.raises(ValidationError):
        office.placements.assign([key], bob.id)
    office.desk.people.delete(bob.id)
    with pytest.raises(NotFoundError):
        office.placements.assign([key], bob.id)
    with pytest.raises(NotFoundError):
        office.placements.assign([key], PersonId(uuid4()))
    office.placements.assign([key], None)
    assert office.placements.placement(key).owner_id is None


def test_moving_and_assigning_do_not_undo_each_other(office, neighbour) -> None:
    sales = office.departments.add("Sales")
    ana = office.desk.add("ana@example.org")
    key = office.machine(1).key
    neighbour.machine(1)
    office.placements.move([key], sales.id)
    with pytest.raises(ConflictError):  # judged by what it was before
        neighbour.placements.assign([key], ana.id)
    assert office.placements.placement(key).owner_id is None
    neighbour.placements.assign([key], ana.id)  # once it was looked at again
    placement = office.placements.placement(key)
    assert (placement.department_id, placement.owner_id) == (sales.id, ana.id)


def test_rights_on_a_machine_that_was_given_away_elsewhere_count_no_more(office, neighbour) -> None:
    sales = office.departments.add("Sales")
    ana = office.desk.add("ana@example.org")
    key = office.machine(1).key
    neighbour.machine(1)
    office.placements.move([key], sales.id)
    acts = (
        lambda: neighbour.placements.grant(key, ana.id, Permission.MACHINE_POWER),
        lambda: neighbour.placements.move([key], None),
    )
    with pytest.raises(ConflictError):
        acts[0]()
    office.placements.assign([key], ana.id)
    with pytest.raises(ConflictError):
        acts[1]()
    assert not office.placements.grants(key)
    assert office.placements.placement(key).department_id == sales.id


def test_grants_are_of_few_kinds_and_go_with_the_machine(office) -> None:
    ana = office.desk.add("ana@example.org")
    key = office.machine(1).key
    office.placements.grant(key, ana.id, Permission.MACHINE_POWER)
    office.placements.grant(key, ana.id, Permission.MACHINE_POWER)
    [grant] = office.placements.grants(key)
    assert (grant.person_id, grant.permission) == (ana.id, Permission.MACHINE_POWER)
    with pytest.raises(ValidationError):
        office.placements.grant(key, ana.id, Permission.HOST_MANAGE)
    with pytest.raises(NotFoundError):
        office.placements.grant(key, PersonId(uuid4()), Permission.MACHINE_POWER)
    office.placements.revoke(key, ana.id, Permission.MACHINE_EDIT)
    office.placements.revoke(key, ana.id, Permission.MACHINE_POWER)
    assert not office.placements.grants(key)
    office.placements.grant(key, ana.id, Permission.MACHINE_CONSOLE)
    office.world.deletion.delete(key)
    with office.units() as unit:
        assert not unit.placements.grants_on(key)


# Quotas.


@pytest.mark.parametrize(
    ("quota", "resource"),
    [
        (Quota(machines=0), "machines"),
        (Quota(vcpus=1), "vcpus"),
        (Quota(memory_bytes=GIB), "memory_bytes"),
        (Quota(disk_bytes=2 * GIB - 1), "disk_bytes"),
    ],
)
def test_a_machine_beyond_the_quota_is_not_made(office, quota, resource) -> None:
    sales = office.departments.add("Sales", quota=quota)
    with pytest.raises(QuotaExceededError) as refused:
        office.world.create(department_id=sales.id)
    details = refused.value.details
    assert details["resource"] == resource
    assert details["used"] + details["asked"] > details["allowed"]
    assert "'Sales'" in refused.value.message
    assert "administrator" in refused.value.remedy
    assert office.world.is_empty()
    assert not office.world.journal.recent(1)


def test_what_is_deleted_counts_no_more(office) -> None:
    sales = office.departments.add("Sales", quota=Quota(machines=1, disk_bytes=2 * GIB))
    key = office.world.create(department_id=sales.id)
    assert office.used(sales) == Amount(
        machines=1, vcpus=2, memory_bytes=2 * GIB, disk_bytes=2 * GIB
    )
    placement = office.placements.placement(key)
    assert placement.internal_name == f"web-{key.machine_id.hex[:12]}"
    with pytest.raises(QuotaExceededError):
        office.world.create(name="web2", department_id=sales.id)
    office.world.deletion.delete(key, disks=["vda"], force_off=True)
    assert office.used(sales) == Amount()
    office.world.create(name="web3", department_id=sales.id)


def test_two_programs_cannot_both_take_the_last_place(office, neighbour) -> None:
    sales = office.departments.add("Sales", quota=Quota(machines=4))
    at_once = threading.Barrier(8)
    outcomes: list[str] = []

    def make(who: Office, number: int) -> None:
        at_once.wait(30)
        try:
            who.world.create(name=f"m{number}", department_id=sales.id, start=False)
            outcomes.append("made")
        except QuotaExceededError:
            outcomes.append("refused")

    in_parallel([lambda n=n: make(office if n % 2 else neighbour, n) for n in range(8)])
    assert sorted(outcomes) == ["made"] * 4 + ["refused"] * 4
    assert office.used(sales).machines == 4


def test_two_programs_cannot_both_move_into_the_last_place(office, neighbour) -> None:
    sales, lab = office.departments.add("Sales", quota=Quota(machines=1)), None
    keys = office.keys(6)
    neighbour.keys(6)
    at_once = threading.Barrier(6)
    outcomes: list[str] = []

    def move(who: Office, key: MachineKey) -> None:
        at_once.wait(30)
        try:
            who.placements.move([key], sales.id)
            outcomes.append("moved")
        except QuotaExceededError:
            outcomes.append("refused")

    in_parallel([lambda n=n: move(office if n % 2 else neighbour, keys[n]) for n in range(6)])
    assert sorted(outcomes) == ["moved"] + ["refused"] * 5
    assert office.used(sales).machines == 1
    assert lab is None


def test_two_programs_cannot_both_give_the_last_processor(office, neighbour) -> None:
    sales = office.departments.add("Sales", quota=Quota(vcpus=5))
    keys = office.keys(2)
    neighbour.keys(2)
    office.placements.move(keys, sales.id)
    at_once = threading.Barrier(2)
    outcomes: list[str] = []

    def resize(who: Office, key: MachineKey) -> None:
        at_once.wait(30)
        try:
            with CountedSizes(who.units).resizing(key, 3, None):
                outcomes.append("done")
        except QuotaExceededError:
            outcomes.append("refused")

    in_parallel([lambda: resize(office, keys[0]), lambda: resize(neighbour, keys[1])])
    assert sorted(outcomes) == ["done", "refused"]
    assert office.used(sales).vcpus == 5


def test_two_programs_that_start_at_once_make_one_default_department(office, neighbour) -> None:
    at_once = threading.Barrier(2)
    made: list[Department] = []

    def start(who: Office) -> None:
        at_once.wait(30)
        made.append(who.departments.ensure_default())

    in_parallel([lambda: start(office), lambda: start(neighbour)])
    assert [each.department for each in office.departments.all()] == [made[0]]
    assert made[0] == made[1]


def test_of_two_programs_that_take_a_name_one_is_told(office, neighbour) -> None:
    at_once = threading.Barrier(2)
    told: list[str] = []

    def add(who: Office, name: str) -> None:
        at_once.wait(30)
        try:
            who.departments.add(name)
        except ConflictError as error:
            told.append(error.message)

    for turn in range(10):
        name = f"Sales {turn}"
        in_parallel([lambda n=name: add(office, n), lambda n=name: add(neighbour, n.upper())])
    assert len(told) == 10
    assert all("There is a department named" in message for message in told)
    assert len(office.departments.all()) == 10


def test_departments_that_exchange_machines_do_not_wait_for_each_other_for_ever(
    office, neighbour
) -> None:
    one, two = office.departments.add("One"), office.departments.add("Two")
    keys = office.keys(40)
    neighbour.keys(40)
    office.placements.move(keys[:20], one.id)
    office.placements.move(keys[20:], two.id)
    at_once = threading.Barrier(2)

    def exchange(who: Office, mine: list[MachineKey], target: Department) -> None:
        at_once.wait(30)
        for key in mine:
            with suppress(ConflictError):  # this one's place is not known here yet
                who.placements.move([key], target.id)
            who.placements.move([key], target.id)

    in_parallel(
        [lambda: exchange(office, keys[:20], two), lambda: exchange(neighbour, keys[20:], one)]
    )
    assert office.used(one).machines == office.used(two).machines == 20


def test_a_department_that_is_filled_while_it_is_removed_keeps_its_machine_or_goes(
    office, neighbour
) -> None:
    for _ in range(5):
        sales = office.departments.add("Sales")
        key = neighbour.machine(1).key
        at_once = threading.Barrier(2)
        failures: list[str] = []

        def attempt(what, at_once=at_once, failures=failures) -> None:
            at_once.wait(30)
            try:
                what()
            except (ConflictError, NotFoundError) as error:
                failures.append(error.code)

        in_parallel(
            [
                lambda sales=sales: attempt(lambda: office.departments.remove(sales.id)),
                lambda sales=sales, key=key: attempt(
                    lambda: neighbour.placements.move([key], sales.id)
                ),
            ]
        )
        assert len(failures) == 1
        with office.units() as unit:
            left = unit.departments.find_by_name("Sales")
        assert (left is None) == (failures == ["not-found"])
        if left is not None:
            assert office.used(left).machines == 1
            neighbour.placements.move([key], None)
            office.departments.remove(left.id)


def in_parallel(works) -> None:
    """Run all at the same time; what one raises is raised here."""
    raised: list[BaseException] = []

    def run(work) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again below
            raised.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if raised:
        raise raised[0]
