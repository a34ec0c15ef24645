"""Whose machines are: kept by the inventory through all that hosts report, and counted."""

import threading
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from infinibay_desktop.model.departments import Amount, Quota
from infinibay_desktop.model.errors import (
    DatabaseError,
    HypervisorError,
    NotFoundError,
    QuotaExceededError,
    ValidationError,
)
from infinibay_desktop.model.events import (
    DomainGoneSeen,
    DomainStateSeen,
    EventsMissed,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesPlaced,
)
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskOrigin, DiskSpec, NetworkKind, NetworkSpec
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.disk_measure import DiskMeasure
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.placement_follower import PlacementFollower
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.quotas import CountedSizes
from infinibay_desktop.services.recorder import MachineRecorder

OWNER = PersonId(UUID(int=9))


@pytest.fixture
def departments(world, units, clock) -> DepartmentService:
    return DepartmentService(units, clock, world.inventory)


@pytest.fixture
def placements(world, units) -> PlacementService:
    return PlacementService(units, world.inventory)


@pytest.fixture
def owner(units, clock) -> Person:
    person = Person(id=OWNER, email="ana@example.org", created_at=clock.now())
    with units() as unit:
        unit.people.add(person, None)
        unit.commit()
    return person


# In the inventory.


@pytest.fixture
def seen(departments, link, recorder):
    """An inventory with one machine of a department and an owner."""
    sales = departments.add("Sales")
    inventory = Inventory(recorder)
    machine = Machine(
        id=MachineId(UUID(int=1)), host_id=link.host.id, name="vm", state=MachineState.RUNNING
    )
    inventory.place([Placement(key=machine.key, department_id=sales.id, owner_id=OWNER)])
    inventory.reconcile(link.host.id, [machine], mark=inventory.mark())
    return SimpleNamespace(inventory=inventory, machine=machine, sales=sales, told=recorder)


def is_kept(seen) -> bool:
    found = seen.inventory.find(seen.machine.key)
    return (found.department_id, found.owner_id) == (seen.sales.id, OWNER)


def test_whose_a_machine_is_stays_through_all_that_hosts_report(seen) -> None:
    inventory, machine = seen.inventory, seen.machine
    assert is_kept(seen)
    [added] = [event for event in seen.told.events if type(event) is MachineAdded]
    assert added.machine.owner_id == OWNER
    inventory.on_domain_state_seen(
        DomainStateSeen(host_id=machine.host_id, machine_id=machine.id, state=MachineState.PAUSED)
    )
    assert is_kept(seen)
    inventory.update(replace(machine, vcpus=4), mark=inventory.mark())
    assert is_kept(seen)
    inventory.reconcile(machine.host_id, [machine], mark=inventory.mark())
    assert is_kept(seen)
    inventory.begin_work(machine, MachineState.DELETING)
    inventory.end_work(machine.key)
    inventory.on_domain_gone_seen(DomainGoneSeen(host_id=machine.host_id, machine_id=machine.id))
    assert is_kept(seen)


def test_a_reading_that_changes_nothing_tells_nothing(seen) -> None:
    seen.told.events.clear()
    seen.inventory.reconcile(seen.machine.host_id, [seen.machine], mark=seen.inventory.mark())
    seen.inventory.place(
        [Placement(key=seen.machine.key, department_id=seen.sales.id, owner_id=OWNER)]
    )
    assert seen.told.events == []


def test_what_is_last_seen_is_somebodys_from_the_start(seen, clock, recorder) -> None:
    placement = Placement(key=seen.machine.key, department_id=seen.sales.id, owner_id=OWNER)
    seen.inventory = Inventory(recorder)
    seen.inventory.load([(seen.machine, clock.now())], [placement])
    assert is_kept(seen)


def test_a_machine_that_is_nobodys_any_more_is_told(seen) -> None:
    seen.told.events.clear()
    seen.inventory.place((), gone=[seen.machine.key])
    [event] = seen.told.events
    assert type(event) is MachineChanged
    assert event.machine.department_id is event.machine.owner_id is None
    assert seen.inventory.placed_keys() == []


def test_a_machine_is_told_with_whose_it_was_when_it_goes(seen) -> None:
    seen.inventory.remove(seen.machine.key)
    assert type(seen.told.events[-1]) is MachineRemoved
    assert seen.told.events[-1].machine.department_id == seen.sales.id


# Following other programs.


class Later:
    """Work that waits until it is run."""

    def __init__(self) -> None:
        self.works = []

    def __call__(self, work) -> None:
        self.works.append(work)

    def run(self) -> None:
        works, self.works = self.works, []
        for work in works:
            work()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def follower(units, seen, later) -> PlacementFollower:
    return PlacementFollower(units, seen.inventory, later)


def test_what_another_program_placed_is_read_by_a_worker(
    follower, seen, later, placements, world
) -> None:
    lab = DepartmentService(world.units, world.clock, world.inventory).add("Lab")
    world.inventory.update(seen.machine, mark=0)
    placements.move([seen.machine.key], lab.id)
    assert is_kept(seen)  # this program has not heard of it
    follower.on_machines_placed(MachinesPlaced(keys=(seen.machine.key,)))
    assert is_kept(seen)  # nothing is read on the bus thread
    later.run()
    assert seen.inventory.find(seen.machine.key).department_id == lab.id


def test_places_that_went_are_taken_away(follower, seen, later) -> None:
    follower.on_machines_placed(MachinesPlaced(keys=(seen.machine.key,)))
    later.run()
    assert seen.inventory.find(seen.machine.key).department_id is None


def test_everything_is_read_where_events_were_missed(follower, seen, later) -> None:
    follower.on_events_missed(EventsMissed())
    later.run()
    assert seen.inventory.find(seen.machine.key).department_id is None


def test_what_cannot_be_read_now_is_read_later(seen, later, units) -> None:
    broken = True

    def sometimes():
        if broken:
            raise DatabaseError("gone")
        return units()

    follower = PlacementFollower(sometimes, seen.inventory, later)
    follower.on_machines_placed(MachinesPlaced(keys=(seen.machine.key,)))
    later.run()
    assert is_kept(seen)
    broken = False
    follower.read()
    assert not is_kept(seen)
    broken = True
    follower.read()  # nothing waits: nothing is asked


# Making and deleting.


def test_a_machine_without_a_wish_goes_to_the_default_department(world, departments) -> None:
    key = world.create()
    default = departments.default()
    assert default.name == "Default"
    assert world.inventory.find(key).department_id == default.id
    assert departments.used(default.id) == Amount(
        machines=1, vcpus=2, memory_bytes=2 * GIB, disk_bytes=2 * GIB
    )
    assert MachinesPlaced(keys=(key,)) in world.recorder.events


def test_a_machine_has_its_department_and_owner_from_the_first_event_on(
    world, departments, owner
) -> None:
    sales = departments.add("Sales")
    key = world.create(department_id=sales.id, owner_id=owner.id)
    of_it = [
        event.machine
        for event in world.recorder.events
        if isinstance(event, MachineAdded | MachineChanged) and event.machine.key == key
    ]
    assert of_it
    assert {(m.department_id, m.owner_id) for m in of_it} == {(sales.id, owner.id)}


def test_an_owner_who_cannot_sign_in_is_refused_before_anything_is_made(
    world, units, owner
) -> None:
    with units() as unit:
        unit.people.save(replace(owner, disabled=True))
        unit.commit()
    with pytest.raises(ValidationError):
        world.create(owner_id=owner.id)
    with pytest.raises(NotFoundError):
        world.create(owner_id=PersonId(uuid4()))
    assert world.is_empty()


def test_existing_disks_count_too(world, departments) -> None:
    world.link.storage.put("/srv/old.qcow2", capacity_bytes=7 * GIB)
    key = world.create(
        disks=(DiskSpec(size_bytes=GIB), DiskSpec(origin=DiskOrigin.USE, path="/srv/old.qcow2"))
    )
    assert departments.used(world.inventory.find(key).department_id).disk_bytes == 8 * GIB


def test_a_departments_network_is_for_whoever_names_none(world, departments) -> None:
    sales = departments.add("Sales", default_network="lab")
    with pytest.raises(ValidationError, match="no active network 'lab'"):
        world.create(department_id=sales.id)
    plan = world.creation.plan
    world.link.networks = ("default", "lab")
    wish = {"department_id": sales.id}
    assert nic_of(world, plan, **wish) == "lab"
    chosen = NetworkSpec(kind=NetworkKind.NETWORK, name="default")
    assert nic_of(world, plan, network=chosen, **wish) == "default"


def nic_of(world, plan, **wish) -> str:
    from infinibay_desktop.model.specs import MachineSpec

    spec = MachineSpec(name="web", disks=(DiskSpec(size_bytes=GIB),), **wish)
    [nic] = plan(world.link.host.id, spec).definition.nics
    return nic.source


def test_a_failed_creation_gives_its_place_back(world, departments) -> None:
    world.link.failures.fail_at["define"] = HypervisorError("no")
    with pytest.raises(HypervisorError):
        world.create()
    assert world.is_empty()
    assert world.inventory.placed_keys() == []


# Sizes.


@pytest.fixture
def machines(world, units) -> MachineService:
    return MachineService(
        world.connections, world.inventory, SimpleNamespace(), sizes=CountedSizes(units)
    )


def test_more_than_the_quota_is_refused_before_the_host_is_asked(
    world, machines, departments
) -> None:
    sales = departments.add("Sales", quota=Quota(vcpus=4, memory_bytes=4 * GIB))
    key = world.create(department_id=sales.id, start=False)
    with pytest.raises(QuotaExceededError) as refused:
        machines.set_size(key, vcpus=5)
    assert refused.value.details["field"] == "vcpus"
    assert "set_size" not in world.link.failures.calls
    machines.set_size(key, vcpus=4, memory_bytes=4 * GIB)
    machines.set_size(key, vcpus=1)
    assert departments.used(sales.id).vcpus == 1
    assert departments.used(sales.id).memory_bytes == 4 * GIB


def test_a_machine_may_shrink_although_the_quota_is_below_its_use(
    world, machines, departments
) -> None:
    sales = departments.add("Sales")
    key = world.create(department_id=sales.id, start=False)
    departments.edit(replace(sales, quota=Quota(vcpus=1, memory_bytes=GIB)))
    machines.set_size(key, memory_bytes=GIB)
    with pytest.raises(QuotaExceededError):
        machines.set_size(key, vcpus=3)


def test_a_running_machine_that_is_made_smaller_frees_its_quota_once_it_is_off(
    world, machines, departments, units, clock
) -> None:
    sales = departments.add("Sales", quota=Quota(vcpus=2))
    key = world.create(department_id=sales.id)
    as_started = world.inventory.find(key)
    machines.set_size(key, vcpus=1, memory_bytes=GIB)
    assert departments.used(sales.id).vcpus == 2
    assert departments.used(sales.id).memory_bytes == as_started.memory_bytes
    with pytest.raises(QuotaExceededError):
        world.create(name="web2", vcpus=1, department_id=sales.id)
    recorder = MachineRecorder(units, clock)
    off = replace(as_started, state=MachineState.SHUT_OFF, vcpus=1, memory_bytes=GIB)
    recorder.on_machine_changed(MachineChanged(machine=off))
    recorder.flush()
    assert departments.used(sales.id).vcpus == 1
    assert departments.used(sales.id).memory_bytes == GIB


def test_what_the_host_refused_is_not_counted(world, machines, departments) -> None:
    sales = departments.add("Sales")
    key = world.create(department_id=sales.id, start=False)
    world.link.failures.fail_at["set_size"] = HypervisorError("no")
    with pytest.raises(HypervisorError):
        machines.set_size(key, vcpus=8)
    assert departments.used(sales.id).vcpus == 2


def test_a_machine_of_nobody_has_no_quota(world, machines) -> None:
    machine = Machine(
        id=MachineId(UUID(int=5)),
        host_id=world.link.host.id,
        name="old",
        state=MachineState.SHUT_OFF,
    )
    world.link.hypervisor.add(machine)
    machines.set_size(machine.key, vcpus=8)
    assert world.link.hypervisor.machine(machine.id).vcpus == 8


# What happens without us.


def test_a_machine_that_a_listing_lacks_stays_whose_it_is(world, units, clock, departments) -> None:
    key = world.create()
    recorder = MachineRecorder(units, clock)
    recorder.on_machine_removed(MachineRemoved(machine=world.inventory.find(key)))
    recorder.flush()
    # This program's account on the host may only see less than another's.
    with units() as unit:
        assert [each.key for each in unit.placements.of([key])] == [key]
    assert departments.used(departments.default().id).machines == 1


def test_a_machine_undefined_without_us_frees_its_quota(world, departments, units, clock) -> None:
    key = world.create()
    recorder = MachineRecorder(units, clock)
    recorder.on_domain_gone_seen(DomainGoneSeen(host_id=key.host_id, machine_id=key.machine_id))
    recorder.on_machine_removed(MachineRemoved(machine=world.inventory.find(key)))
    recorder.flush()
    assert departments.used(departments.default().id) == Amount()
    assert world.recorder.events[-2:].count(MachinesPlaced(keys=(key,))) == 1


def test_a_size_changed_without_us_counts(world, departments, units, clock) -> None:
    key = world.create(start=False)
    recorder = MachineRecorder(units, clock)
    machine = replace(world.inventory.find(key), vcpus=6, memory_bytes=GIB)

    def used_after(**changes) -> tuple[int, int]:
        recorder.on_machine_changed(MachineChanged(machine=replace(machine, **changes)))
        recorder.flush()
        used = departments.used(departments.default().id)
        return used.vcpus, used.memory_bytes

    assert used_after() == (6, GIB)
    # A running machine keeps what was counted for its next start.
    assert used_after(state=MachineState.RUNNING, vcpus=2, memory_bytes=2 * GIB) == (6, 2 * GIB)
    assert used_after(vcpus=0, memory_bytes=0) == (6, 2 * GIB)  # nobody knows


def test_disks_are_measured_where_the_host_answers(world, link) -> None:
    key = world.create(start=False)
    nobody = MachineKey(key.host_id, MachineId(UUID(int=3)))
    measure = DiskMeasure(world.connections)
    assert measure.measure([key, nobody]) == {key: 2 * GIB}
    with world.connections.down():
        assert measure.measure([key]) == {}


def test_readings_are_one_after_the_other(seen, units, later) -> None:
    """An older answer must not come last."""
    inside, running = threading.Semaphore(1), []

    class Watched(Inventory):
        def place(self, placements, gone=()) -> None:
            running.append(inside.acquire(blocking=False))
            super().place(placements, gone)
            inside.release()

    inventory = Watched(seen.told)
    follower = PlacementFollower(units, inventory, later)
    threads = []
    for _ in range(4):
        follower.on_machines_placed(MachinesPlaced(keys=(seen.machine.key,)))
        threads.append(threading.Thread(target=follower.read))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert all(running)
