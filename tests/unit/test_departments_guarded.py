"""What of departments and placements reaches whom, behind the gate; and what is recorded."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest

from infinibay_desktop.model.departments import DepartmentRole, Quota
from infinibay_desktop.model.errors import (
    NotFoundError,
    NotPermittedError,
    QuotaExceededError,
)
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import PROGRAM, Actor, Permission
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.gate import Gate
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.quotas import CountedSizes
from tests.fakes.people import Desk


@pytest.fixture
def office(world, units, clock, recorder):
    """Ana, of Sales, and Bob, of Lab, have a machine each; the gate is before everything."""
    desk = Desk(units, clock, told=recorder)
    desk.first()
    current, acts = CurrentActor(), []
    current.set(PROGRAM)
    gate = Gate(current, world.inventory, acts.append, clock)
    raw = DepartmentService(units, clock, world.inventory, actor=lambda: current.actor)
    office = SimpleNamespace(
        current=current,
        acts=acts,
        departments=gate.guard(raw),
        placements=gate.guard(PlacementService(units, world.inventory)),
        creation=gate.guard(world.creation),
        ana=desk.add("ana@example.org"),
        bob=desk.add("bob@example.org"),
        eve=desk.add("eve@example.org", Role.ADMINISTRATOR),
        sales=raw.add("Sales", quota=Quota(machines=5)),
        lab=raw.add("Lab"),
    )
    office.keys = [
        placed(world, office, number, department, owner)
        for number, department, owner in (
            (1, office.sales, office.ana),
            (2, office.lab, office.bob),
        )
    ]
    raw.set_member(office.sales.id, office.ana.id, DepartmentRole.MEMBER)
    raw.set_member(office.sales.id, office.bob.id, DepartmentRole.MEMBER)
    acts.clear()
    return office


def placed(world, office, number, department, owner):
    machine = Machine(
        id=MachineId(UUID(int=number)),
        host_id=world.link.host.id,
        name=f"vm-{number}",
        state=MachineState.SHUT_OFF,
    )
    world.inventory.update(machine, mark=world.inventory.mark())
    office.placements.move([machine.key], department.id)
    office.placements.assign([machine.key], owner.id)
    return machine.key


def sign_in(office, person, role=DepartmentRole.MEMBER) -> None:
    office.current.set(Actor(person=person, memberships={office.sales.id: role}))


def test_a_user_sees_their_own_departments_only(office) -> None:
    sign_in(office, office.ana)
    assert [each.department.name for each in office.departments.all()] == ["Sales"]
    assert office.departments.find_by_name("sales") == office.sales
    for ask in (
        lambda: office.departments.find_by_name("Lab"),
        lambda: office.departments.find_by_name("No such"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    with pytest.raises(NotPermittedError):
        office.departments.find(office.lab.id)


def test_names_are_of_what_one_sees(office) -> None:
    sign_in(office, office.ana)
    names = office.placements.names()
    assert set(names.departments) == {office.sales.id}
    assert set(names.people) == {office.ana.id}
    office.current.set(Actor(person=office.eve))
    names = office.placements.names()
    assert set(names.departments) == {office.sales.id, office.lab.id}
    assert len(names.people) == 4


def test_colleagues_are_not_told_how_one_signs_in(office) -> None:
    sign_in(office, office.ana)
    members = {person.email: person for person, _ in office.departments.members(office.sales.id)}
    assert members["ana@example.org"].has_password
    assert not members["bob@example.org"].has_password


def test_a_user_places_nothing(office) -> None:
    sign_in(office, office.ana)
    own, other = office.keys
    for act in (
        lambda: office.placements.move([own], office.sales.id),
        lambda: office.placements.assign([own], office.bob.id),
        lambda: office.placements.grant(own, office.bob.id, Permission.MACHINE_POWER),
        lambda: office.placements.grants(own),
        lambda: office.placements.placement(other),
        lambda: office.departments.edit(replace(office.sales, name="Mine")),
        lambda: office.departments.add("Mine"),
        lambda: office.departments.remove(office.sales.id),
        lambda: office.departments.ensure_default(),
    ):
        with pytest.raises(NotPermittedError):
            act()
    assert office.placements.placement(own).owner_id == office.ana.id


def test_a_departments_administrator_places_within_it_and_not_beyond(office) -> None:
    sign_in(office, office.bob, DepartmentRole.ADMINISTRATOR)
    ours, theirs = office.keys
    office.placements.assign([ours], office.bob.id)
    for act in (
        lambda: office.placements.move([ours], office.lab.id),
        lambda: office.placements.move([ours], None),
        lambda: office.placements.move([theirs], office.sales.id),
        lambda: office.placements.assign([ours, theirs], office.bob.id),
        lambda: office.departments.edit(replace(office.sales, quota=Quota())),
        lambda: office.departments.remove(office.sales.id),
    ):
        with pytest.raises(NotPermittedError):
            act()
    assert office.departments.edit(replace(office.sales, description="ours")).version == 2


def test_what_was_changed_is_recorded_in_words(office) -> None:
    sign_in(office, office.eve)
    office.departments.edit(replace(office.sales, colour="#00aa00", quota=Quota(machines=0)))
    [edit] = office.acts
    assert (edit.action, edit.target_name) == ("department.edit", "Sales")
    assert (edit.before["quota_machines"], edit.after["quota_machines"]) == ("5", "0")
    assert (edit.before["colour"], edit.after["colour"]) == ("", "#00aa00")
    office.acts.clear()
    office.placements.move(office.keys, None)
    assert [(act.target_name, act.before, act.after) for act in office.acts] == [
        ("vm-1", {"department": "Sales"}, {"department": ""}),
        ("vm-2", {"department": "Lab"}, {"department": ""}),
    ]
    office.acts.clear()
    office.placements.assign(office.keys, office.eve.id)
    assert [act.before["owner"] for act in office.acts] == ["ana@example.org", "bob@example.org"]
    assert {act.after["owner"] for act in office.acts} == {"eve@example.org"}


def test_who_may_not_see_the_department_is_refused_without_its_figures(
    office, world, units
) -> None:
    key = office.keys[1]
    world.link.hypervisor.add(world.inventory.find(key))
    sizes = CountedSizes(units)
    machines = MachineService(world.connections, world.inventory, SimpleNamespace(), sizes=sizes)
    gate = Gate(office.current, world.inventory, office.acts.append, world.clock)
    edited = office.departments.edit(replace(office.lab, quota=Quota(vcpus=7)))
    sign_in(office, office.bob)  # the machine's owner, who is not in Lab
    with pytest.raises(QuotaExceededError) as refused:
        gate.guard(machines).set_size(key, vcpus=8)
    error, [act] = refused.value, office.acts[-1:]
    told = f"{error.message} {error.remedy} {error.details} {act.message}"
    assert error.details["field"] == "vcpus"
    assert "Lab" not in told
    assert "7" not in told
    office.current.set(Actor(person=office.eve))
    with pytest.raises(QuotaExceededError, match=f"'{edited.name}' may have 7"):
        gate.guard(machines).set_size(key, vcpus=8)
