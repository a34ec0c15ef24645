"""The gate: who may call what on what, what is written down, and that nothing goes round it."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import uuid4

import pytest

from infinibay_desktop.model.activity import Outcome, TargetKind
from infinibay_desktop.model.errors import (
    InvalidStateError,
    NotPermittedError,
    NotSignedInError,
)
from infinibay_desktop.model.machines import MachineDisk, MachineId, MachineKey, MachineState
from infinibay_desktop.model.people import PersonId, Role
from infinibay_desktop.model.rights import NOBODY, Permission
from infinibay_desktop.model.settings import SETTINGS, Section, Settings
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.core import Core
from infinibay_desktop.services.declarations import declaration_of, free, needs, program_only
from infinibay_desktop.services.doctor import Doctor
from infinibay_desktop.services.gate import public_members
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.ports import HostAccess, HostLink, SecretStore
from infinibay_desktop.services.settings import SettingsService, permission_for
from infinibay_desktop.services.sights import ANOTHER, hide_other_machines, visible_tasks
from infinibay_desktop.system.pictures import PillowPictureEncoder
from tests.fakes.actors import ANA, LAB, SALES, GuardedWorld, actor, machine
from tests.fakes.desk import FakeSettingsStore
from tests.fakes.hosts import FakeConnections, FakeLink

BEA = PersonId(uuid4())
# Not services: they carry work and events, and let nobody do anything.
_MECHANISMS = ("EventBus", "TaskRunner")


def core_services() -> Iterator[type]:
    """Every class whose methods a core hands out."""
    yield from (Doctor, HostLink, HostAccess, SecretStore)
    for name, member in vars(Core).items():
        if isinstance(member, property):
            kind = typing.get_type_hints(member.fget)["return"]
            if isinstance(kind, type) and kind.__name__ not in _MECHANISMS:
                assert kind.__module__.startswith("infinibay_desktop.services"), name
                yield kind


SERVICES = {kind.__name__: kind for kind in core_services()}


@pytest.mark.parametrize("name", SERVICES)
def test_every_public_method_of_every_service_declares_what_it_needs(name) -> None:
    undeclared = [
        member_name
        for member_name, member in public_members(SERVICES[name])
        if declaration_of(member.fget if isinstance(member, property) else member) is None
    ]
    assert not undeclared, f"{name}: declare with @needs, @free or @program_only"


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_declared_names_parameters_that_there_are(name) -> None:
    for member_name, member in public_members(SERVICES[name]):
        declared = declaration_of(member.fget if isinstance(member, property) else member)
        paths = [declared.machine, declared.machines, declared.department, declared.person]
        paths += [declared.host, declared.name]
        parameters = [path.split(".")[0] for path in paths if path]
        known = typing.get_type_hints(member) if parameters else {}
        assert set(parameters) <= set(known), f"{name}.{member_name}"
        assert declared.why_free or declared.permission, f"{name}.{member_name}"


class Desk:
    """A service with one method of each kind."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    @property
    @free("everybody may", signed_out=True)
    def colour(self) -> str:
        return "red"

    @needs(Permission.MACHINE_POWER, machine="key", act="machine.start")
    def start(self, key: MachineKey) -> str:
        self.calls.append("start")
        return "started"

    @needs(Permission.MACHINE_ASSIGN, machines="keys", department="target", act="machine.move")
    def move(self, keys, target) -> None:
        self.calls.append("move")
        for key in keys:
            changed(target_id=key.machine_id, before={"department": "-"})
        changed(after={"department": target})

    @needs(Permission.HOST_MANAGE, name="name", act="host.add")
    def add(self, name: str) -> str:
        changed(target_id="the-id", target_name=name, after={"uri": "x", "password": "hunter2"})
        return name

    @needs(Permission.BLUEPRINT_VIEW, or_somewhere=Permission.MACHINE_CREATE)
    def blueprints(self) -> list[str]:
        return ["small"]

    @free("one's own", act="person.fail")
    def fail(self) -> None:
        raise InvalidStateError("It is off.")

    @program_only("the bus tells this")
    def on_event(self) -> None:
        self.calls.append("on_event")

    def forgotten(self) -> None:
        self.calls.append("forgotten")


class Clerk:
    """A service whose work goes through another guarded one."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @free("it is checked there", machine="key", act="machine.serve")
    def serve(self, key: MachineKey) -> None:
        self.desk.start(key)


MINE = machine("mine", owner_id=ANA, department_id=LAB)
SALES_ONE = machine("sold", owner_id=BEA, department_id=SALES)
STRAY = machine("stray")
NOWHERE = MachineKey(MINE.host_id, MachineId(uuid4()))
GRANTED = {SALES_ONE.key: frozenset({Permission.MACHINE_POWER})}


@pytest.fixture
def world() -> GuardedWorld:
    return GuardedWorld(MINE, SALES_ONE, STRAY)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (actor(), {"mine"}),
        (actor(member_of=SALES), {"mine"}),
        (actor(administers=SALES), {"mine", "sold"}),
        (actor(grants=GRANTED), {"mine", "sold"}),
        (actor(Role.ADMINISTRATOR), {"mine", "sold", "stray", "nowhere"}),
        (actor(Role.SUPER_ADMINISTRATOR), {"mine", "sold", "stray", "nowhere"}),
        (actor(disabled=True), set()),
        (actor(Role.SUPER_ADMINISTRATOR, disabled=True), set()),
        (actor(disabled=True, grants=GRANTED, administers=SALES), set()),
        (NOBODY, set()),
    ],
)
def test_power_reaches_what_role_department_and_grants_give(world, who, may) -> None:
    desk, real = Desk(), {"mine": MINE.key, "sold": SALES_ONE.key, "stray": STRAY.key}
    guarded = world.guard(desk)
    world.current.set(who)
    passed = set()
    for name, key in (real | {"nowhere": NOWHERE}).items():
        try:
            guarded.start(key)
            passed.add(name)
        except NotPermittedError:
            continue
    assert passed == may
    assert len(desk.calls) == len(may)
    refused = [act for act in world.acts if act.outcome is Outcome.REFUSED]
    assert len(refused) == 4 - len(may)


@pytest.mark.parametrize(
    ("who", "keys", "target", "allowed"),
    [
        (actor(administers=SALES), [SALES_ONE], SALES, True),
        (actor(administers=SALES), [SALES_ONE], LAB, False),  # not theirs to give into
        (actor(administers=SALES), [SALES_ONE, STRAY], SALES, False),  # one of them is not theirs
        (actor(administers=SALES), [SALES_ONE], None, False),
        (actor(), [MINE], LAB, False),
        (actor(Role.ADMINISTRATOR), [MINE, SALES_ONE, STRAY], None, True),
    ],
)
def test_machines_and_department_must_both_be_within_reach(world, who, keys, target, allowed):
    guarded = world.guard(Desk())
    world.current.set(who)
    if allowed:
        guarded.move([one.key for one in keys], target)
    else:
        with pytest.raises(NotPermittedError):
            guarded.move([one.key for one in keys], target)


def test_each_of_several_machines_has_its_act_in_the_record(world) -> None:
    world.current.set(actor(Role.ADMINISTRATOR))
    world.guard(Desk()).move([MINE.key, STRAY.key], SALES)
    assert [act.target_name for act in world.acts] == ["mine", "stray"]
    assert world.acts[0].before == {"department": "-"}
    assert world.acts[0].after == {"department": str(SALES)}
    assert [act.department_id for act in world.acts] == [LAB, None]


def test_nothing_asked_for_is_no_permission(world) -> None:
    world.current.set(actor())
    with pytest.raises(NotPermittedError):
        world.guard(Desk()).move([], LAB)


def test_what_is_checked_is_what_is_worked_on(world) -> None:
    class Shifty(list):
        """Other machines each time it is read."""

        def __iter__(self):
            keys = self.pop() if len(self) > 1 else self[0]
            return iter(keys)

    desk = Desk()
    world.current.set(actor(administers=SALES))
    with pytest.raises(NotPermittedError):
        world.guard(desk).move(Shifty([[SALES_ONE.key], [STRAY.key]]), SALES)
    world.guard(desk).move(iter([SALES_ONE.key]), SALES)
    assert world.acts[-1].target_name == "sold"


def test_a_refusal_says_what_why_and_what_to_do_and_names_nothing_unseen(world) -> None:
    guarded = world.guard(Desk())
    world.current.set(actor(member_of=SALES))
    with pytest.raises(NotPermittedError) as seen:
        guarded.start(SALES_ONE.key)
    assert "'sold'" in seen.value.message
    assert "for their own only" in seen.value.message
    assert seen.value.remedy
    assert seen.value.details["permission"] == "machine:power"
    with pytest.raises(NotPermittedError) as unseen:
        guarded.start(STRAY.key)
    with pytest.raises(NotPermittedError) as missing:
        guarded.start(NOWHERE)
    assert unseen.value.message == missing.value.message
    assert "stray" not in unseen.value.message


def test_without_a_person_nothing_but_the_open_door_goes(world) -> None:
    guarded = world.guard(Desk())
    for call in (lambda: guarded.start(MINE.key), guarded.blueprints, guarded.fail):
        with pytest.raises(NotSignedInError) as told:
            call()
        assert "sign-in" in told.value.remedy
    assert guarded.colour == "red"
    assert {act.actor_name for act in world.acts} == {"nobody"}
    assert {act.actor_id for act in world.acts} == {None}


def test_a_one_time_password_opens_nothing_but_the_way_to_a_new_one(world) -> None:
    class People:
        @needs(Permission.PERSON_SELF, person="person_id", act="person.change-password")
        def change(self, person_id) -> str:
            return "changed"

    someone = actor(Role.SUPER_ADMINISTRATOR)
    world.current.set(replace(someone, person=replace(someone.person, must_change_password=True)))
    guarded, people = world.guard(Desk()), world.guard(People())
    for call in (lambda: guarded.start(MINE.key), guarded.fail, guarded.blueprints):
        with pytest.raises(NotPermittedError, match="one-time"):
            call()
    assert people.change(ANA) == "changed"
    with pytest.raises(NotPermittedError):
        people.change(BEA)


def test_who_may_make_machines_somewhere_may_see_what_that_takes(world) -> None:
    guarded = world.guard(Desk())
    world.current.set(actor(administers=SALES))
    assert guarded.blueprints() == ["small"]
    world.current.set(actor(member_of=SALES))
    with pytest.raises(NotPermittedError):
        guarded.blueprints()


def test_the_programs_own_work_is_the_programs_alone(world) -> None:
    desk = Desk()
    guarded = world.guard(desk)
    world.current.set(actor(Role.SUPER_ADMINISTRATOR))
    with pytest.raises(NotPermittedError):
        guarded.on_event()
    with world.current.as_program():
        guarded.on_event()
        guarded.start(NOWHERE)
    assert desk.calls == ["on_event", "start"]
    with pytest.raises(NotPermittedError):
        guarded.on_event()


@pytest.mark.parametrize("name", ["sign_in", "leave", "dial", "screen_trust"])
def test_nobody_signs_in_to_a_host_past_its_connection(name) -> None:
    assert declaration_of(getattr(HostAccess, name)).program_only


def test_a_method_that_declares_nothing_is_never_called(world) -> None:
    desk = Desk()
    guarded = world.guard(desk)
    with world.current.as_program(), pytest.raises(AssertionError, match="declares no"):
        guarded.forgotten()
    assert not desk.calls


def test_what_is_handed_out_has_nothing_but_guarded_methods(world) -> None:
    guarded = world.guard(Desk())
    for name in ("calls", "_calls", "service", "__wrapped__"):
        assert not hasattr(guarded, name)
    assert not hasattr(guarded.start, "__wrapped__")
    assert guarded.start.__self__ is guarded


def test_acts_are_recorded_once_with_outcome_duration_and_no_secret(world) -> None:
    guarded = world.guard(Desk())
    world.current.set(actor(Role.SUPER_ADMINISTRATOR))
    guarded.add("rack-1")
    with pytest.raises(InvalidStateError):
        guarded.fail()
    added, failed = world.acts
    assert (added.target_kind, added.target_id) == (TargetKind.HOST, "the-id")
    assert (added.target_name, added.outcome) == ("rack-1", Outcome.DONE)
    assert added.after["uri"] == "x"
    assert "hunter2" not in str(added)
    assert added.actor_id == ANA
    assert (failed.outcome, failed.error_code) == (Outcome.FAILED, "invalid-state")
    assert failed.message == "It is off."


def test_a_guarded_call_within_an_act_is_checked_and_recorded_too(world) -> None:
    clerk = world.guard(Clerk(world.guard(Desk())))
    world.current.set(actor(Role.ADMINISTRATOR))
    clerk.serve(MINE.key)
    assert world.outcomes() == [("machine.start", "done"), ("machine.serve", "done")]
    world.current.set(actor(person_id=BEA))
    with pytest.raises(NotPermittedError):
        clerk.serve(MINE.key)
    assert ("machine.serve", "refused") in world.outcomes()


def test_what_a_callers_callback_does_inside_an_act_is_recorded(world) -> None:
    class Follower:
        @needs(Permission.MACHINE_CONSOLE, machine="key", act="machine.follow")
        def follow(self, key, receive) -> None:
            receive()

    desk, follower = world.guard(Desk()), world.guard(Follower())
    world.current.set(actor())
    follower.follow(MINE.key, lambda: desk.start(MINE.key))
    assert ("machine.start", "done") in world.outcomes()


def test_machines_are_read_once_so_that_what_is_checked_is_what_is_worked_on(world) -> None:
    class Turning:
        times = 0

        def __iter__(self):
            self.times += 1
            return iter([SALES_ONE.key] if self.times == 1 else [STRAY.key])

    guarded = world.guard(Desk())
    world.current.set(actor(administers=SALES))
    for keys in (Turning(), iter([SALES_ONE.key])):
        world.acts.clear()
        guarded.move(keys, SALES)
        [act] = world.acts
        assert (act.target_name, act.before) == ("sold", {"department": "-"})


def test_no_machines_at_all_are_no_permission(world) -> None:
    guarded = world.guard(Desk())
    world.current.set(actor())
    with pytest.raises(NotPermittedError):
        guarded.move([], SALES)
    world.current.set(actor(Role.ADMINISTRATOR))
    guarded.move([], SALES)


def test_words_about_changes_outside_an_act_are_nothing() -> None:
    changed(before={"name": "a"}, after={"name": "b"})


def test_a_forced_call_is_refused_in_the_service_and_reaches_no_host(recorder) -> None:
    link = FakeLink(draft_host("qemu:///system"))
    theirs = machine("theirs", host_id=link.host.id, owner_id=BEA, department_id=SALES)
    link.hypervisor.add(theirs)
    world = GuardedWorld(theirs)
    service = MachineService(FakeConnections(link), world.inventory, PillowPictureEncoder())
    machines = world.guard(service)
    world.current.set(actor(member_of=SALES))
    assert machines.look(theirs.key).owner_id == BEA
    asked = list(link.hypervisor.failures.calls)
    for call in (machines.force_off, machines.screenshot, machines.shut_down):
        with pytest.raises(NotPermittedError):
            call(theirs.key)
    with pytest.raises(NotPermittedError):
        machines.rename(theirs.key, "mine")
    assert link.hypervisor.failures.calls == asked
    assert link.hypervisor.machine(theirs.id).state is MachineState.RUNNING
    assert ("machine.force-off", "refused") in world.outcomes()


@dataclass
class FakeTask:
    """As much of a task as is looked at."""

    key: MachineKey


def test_tasks_and_names_of_other_peoples_machines_are_left_out(world) -> None:
    class Sight:
        actor = actor(member_of=SALES)

        def machines(self):
            return [MINE, SALES_ONE]

        def may_on(self, permission, key):
            assert permission is Permission.TASK_VIEW
            return key == MINE.key

    mine, other = FakeTask(MINE.key), FakeTask(STRAY.key)
    assert visible_tasks(Sight(), [mine, other]) == [mine]
    disk = MachineDisk(target="vda", device="disk", path="/d", shared_with=("sold", "stray"))
    [shown] = hide_other_machines(Sight(), [disk])
    assert shown.shared_with == ("sold", ANOTHER)


def test_how_the_program_looks_is_everybodys_and_the_rest_is_not(world, recorder) -> None:
    settings = world.guard(SettingsService(FakeSettingsStore(), recorder, Settings()))
    world.current.set(actor())
    assert settings.change(theme="dark").theme == "dark"
    assert settings.settings.theme == "dark"
    with pytest.raises(NotPermittedError):
        settings.change(theme="light", poll_interval_s=5)
    with pytest.raises(NotPermittedError):
        settings.reset("database")
    assert settings.settings.theme == "dark"
    assert world.outcomes() == [
        ("settings.change", "done"),
        ("settings.change", "refused"),
        ("settings.reset", "refused"),
    ]
    assert world.acts[0].after == {"theme": "dark"}
    own = [name for name in SETTINGS if permission_for([name]) is Permission.APPEARANCE_CHANGE]
    sections = {SETTINGS[name].section for name in own if not SETTINGS[name].hidden}
    assert sections == {Section.APPEARANCE, Section.CONSOLE, Section.BEHAVIOUR}
