"""What reaches a person: the machines in their lists, and the events that concern them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args
from uuid import uuid4

import pytest

from infinibay_desktop.model import events
from infinibay_desktop.model.errors import NotPermittedError
from infinibay_desktop.model.events import (
    ActivityRecorded,
    ActorChanged,
    AgentStatusChanged,
    BlueprintsChanged,
    DepartmentSaved,
    DomainGoneSeen,
    ErrorRecorded,
    Event,
    GuestFactsSeen,
    HostRemoved,
    HostSaved,
    MachineAdded,
    MachineChanged,
    MachineHappening,
    MachineRatesSeen,
    MachineRemoved,
    MachinesPlaced,
    MachinesStale,
    PersonLocked,
    PersonSaved,
    SamplesSeen,
    StepFailed,
    TaskProgressed,
)
from infinibay_desktop.model.guests import AgentState, AgentStatus, GuestFacts
from infinibay_desktop.model.machines import MachineKey, MachineState
from infinibay_desktop.model.metrics import Sample, Source
from infinibay_desktop.model.people import PersonId, Role
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.rights import NOBODY, PROGRAM, Permission
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.model.tasks import TaskId, TaskKind, TaskStatus
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.services.acting import CurrentActor, ProgramWork
from infinibay_desktop.services.audience import AudienceBus, VisibleInventory, seen_by
from infinibay_desktop.services.audience_rules import RULES
from infinibay_desktop.services.inventory import Inventory
from tests.fakes import InlineTasks
from tests.fakes.actors import ANA, HOST, LAB, SALES, actor, machine

BEA = PersonId(uuid4())
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ADMINISTRATOR = actor(Role.ADMINISTRATOR)
MINE = machine("mine", owner_id=ANA, department_id=LAB)
SOLD = machine("sold", owner_id=BEA, department_id=SALES)
STRAY = machine("stray")


def figures(one) -> MachineRates:
    return MachineRates(
        machine_id=one.id,
        taken_at=1.0,
        cpu_percent=5.0,
        memory_used_bytes=None,
        disk_read_bps=None,
        disk_written_bps=None,
        received_bps=None,
        sent_bps=None,
    )


class Program:
    """A bus that runs, an inventory, and what arrives at the screens."""

    def __init__(self, who=NOBODY) -> None:
        self.bus = EventBus()
        self.current = CurrentActor(self.bus.publish)
        self.inventory = Inventory(self.bus)
        machines = (MINE, SOLD, STRAY)
        self.inventory.load(
            [(one, NOW) for one in machines],
            [
                Placement(key=m.key, department_id=m.department_id, owner_id=m.owner_id)
                for m in machines
            ],
        )
        self.current.set(who)
        self.seen = VisibleInventory(self.inventory, self.current)
        self.audience = AudienceBus(self.bus, self.inventory, self.current)
        self.arrived: list[Event] = []
        self.audience.subscribe(Event, self.arrived.append)
        self.bus.start()
        self.news()

    def news(self) -> list[Event]:
        """What arrived since the last time."""
        self.audience.drain()
        found, self.arrived[:] = list(self.arrived), []
        return found

    def brief(self) -> list[tuple[str, str]]:
        """The same, as kinds and names of machines."""
        return [
            (type(event).__name__, event.machine.name if hasattr(event, "machine") else "")
            for event in self.news()
        ]

    def tell(self, *news: Event) -> list[Event]:
        for event in news:
            self.bus.publish(event)
        return self.news()

    def see_state(self, one, state: MachineState) -> None:
        found = replace(self.inventory.find(one.key), state=state, stale_since=None)
        self.inventory.update(found, mark=self.inventory.mark())


@pytest.fixture
def start():
    programs = []

    def start(who=NOBODY) -> Program:
        programs.append(Program(who))
        return programs[-1]

    yield start
    for program in programs:
        program.bus.stop()


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (NOBODY, set()),
        (actor(), {"mine"}),
        (actor(disabled=True), set()),
        (actor(member_of=SALES), {"mine", "sold"}),
        (actor(administers=SALES), {"mine", "sold"}),
        (actor(grants={STRAY.key: frozenset({Permission.MACHINE_POWER})}), {"mine", "stray"}),
        (ADMINISTRATOR, {"mine", "sold", "stray"}),
    ],
)
def test_lists_have_what_may_be_seen_and_nothing_else(start, who, names) -> None:
    seen = start(who).seen
    assert {one.name for one in seen.snapshot()} == names
    assert {one.name for one in seen.of_host(HOST)} == names
    assert len(seen) == len(names)
    for one in (MINE, SOLD, STRAY):
        assert (seen.find(one.key) is not None) == (one.name in names)
        there = seen.wait_for(one.key, lambda machine: machine is not None, 0)
        assert there == (one.name in names)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("disabled", [False, True])
def test_all_at_once_or_one_by_one_the_same_machines_are_seen(role, disabled) -> None:
    machines = [
        machine(f"{department}-{owner}", department_id=department, owner_id=owner)
        for department in (None, LAB, SALES)
        for owner in (None, ANA, BEA)
    ]
    view, power = Permission.MACHINE_VIEW, Permission.MACHINE_POWER
    for grants in ({}, {machines[0].key: frozenset()}, {machines[0].key: frozenset({power})}):
        for department in (None, LAB):
            for way in ("member_of", "administers"):
                who = actor(role, disabled=disabled, grants=grants, **{way: department})
                one_by_one = [each for each in machines if who.may_on(view, each)]
                assert seen_by(who, machines) == one_by_one


def test_events_of_machines_that_one_may_not_see_never_arrive(start) -> None:
    program = start(actor(member_of=SALES))
    for one in (MINE, SOLD, STRAY):
        program.see_state(one, MachineState.PAUSED)
    assert program.brief() == [("MachineChanged", "mine"), ("MachineChanged", "sold")]
    program.inventory.remove(STRAY.key)
    program.inventory.remove(SOLD.key)
    assert program.brief() == [("MachineRemoved", "sold")]


def test_administrators_get_the_very_events(start) -> None:
    program = start(ADMINISTRATOR)
    given = MachineChanged(machine=program.inventory.find(STRAY.key))
    rates = MachineRatesSeen(host_id=HOST, rates=(figures(STRAY),))
    assert [id(event) for event in program.tell(given, rates)] == [id(given), id(rates)]


def test_a_machine_that_is_assigned_arrives_and_one_that_is_taken_away_goes(start) -> None:
    program = start(actor())
    program.inventory.place([Placement(key=STRAY.key, owner_id=ANA)])
    assert program.brief() == [("MachineAdded", "stray")]
    program.inventory.place([Placement(key=STRAY.key, owner_id=BEA, department_id=SALES)])
    [gone] = program.news()
    assert isinstance(gone, MachineRemoved)
    # As it was known: to whom it went is not for these eyes.
    assert (gone.machine.owner_id, gone.machine.department_id) == (ANA, None)
    program.see_state(STRAY, MachineState.PAUSED)
    assert program.news() == []


def test_another_person_gets_their_own_view_and_keeps_nothing_of_the_last(start) -> None:
    program = start(ADMINISTRATOR)
    program.current.set(actor(member_of=SALES))
    assert program.brief() == [("MachineRemoved", "stray"), ("ActorChanged", "")]
    program.current.set(actor(grants={STRAY.key: frozenset({Permission.MACHINE_EDIT})}))
    assert sorted(program.brief()) == [
        ("ActorChanged", ""),
        ("MachineAdded", "stray"),
        ("MachineRemoved", "sold"),
    ]
    program.current.set(NOBODY)
    assert sorted(program.brief()) == [
        ("ActorChanged", ""),
        ("MachineRemoved", "mine"),
        ("MachineRemoved", "stray"),
    ]
    program.see_state(MINE, MachineState.PAUSED)
    assert program.tell(HostSaved(host_id=HOST)) == []


def test_a_machine_that_goes_while_somebody_else_signs_in_is_gone(start) -> None:
    program = start(ADMINISTRATOR)
    program.current.set(actor())
    program.inventory.remove(MINE.key)
    assert ("MachineRemoved", "mine") in program.brief()
    assert program.seen.snapshot() == []


def test_figures_and_lists_of_machines_are_cut_to_what_may_be_seen(start) -> None:
    program = start(actor())
    rates = (figures(MINE), figures(SOLD))
    keys = (MINE.key, SOLD.key)
    assert program.tell(
        MachineRatesSeen(host_id=HOST, rates=rates),
        MachineRatesSeen(host_id=HOST, rates=rates[1:]),
        MachinesStale(host_id=HOST, keys=keys),
        MachinesPlaced(keys=keys),
        MachinesPlaced(keys=keys[1:]),
    ) == [
        MachineRatesSeen(host_id=HOST, rates=rates[:1]),
        MachinesStale(host_id=HOST, keys=keys[:1]),
        MachinesPlaced(keys=keys[:1]),
    ]


def said_by(one) -> tuple[AgentStatusChanged, GuestFactsSeen]:
    status = AgentStatus(key=one.key, state=AgentState.TALKING, since=NOW)
    return AgentStatusChanged(status=status), GuestFactsSeen(key=one.key, facts=GuestFacts())


def measured_by(one) -> Sample:
    return Sample(one.key, Source.AGENT, 1, ("cpu_percent",), bytes(4))


def test_what_guests_say_is_cut_to_the_machines_that_one_may_see(start) -> None:
    mine, sold = measured_by(MINE), measured_by(SOLD)
    both, one = SamplesSeen(samples=(mine, sold)), SamplesSeen(samples=(sold,))
    assert start(ADMINISTRATOR).tell(both, *said_by(SOLD)) == [both, *said_by(SOLD)]
    told = start(actor()).tell(both, one, *said_by(SOLD), *said_by(MINE))
    assert told == [SamplesSeen(samples=(mine,)), *said_by(MINE)]
    assert start().tell(both, *said_by(MINE)) == []


def test_a_members_department_shows_how_guests_do_and_not_what_runs_in_them(start) -> None:
    status, facts = said_by(SOLD)
    samples = SamplesSeen(samples=(measured_by(SOLD),))
    assert start(actor(member_of=SALES)).tell(status, facts, samples) == [status, samples]


@pytest.mark.parametrize("kind", get_args(MachineHappening))
def test_what_happens_to_a_machine_is_told_to_who_may_see_it(start, kind) -> None:
    told = [kind(machine=one) for one in (MINE, SOLD, STRAY)]
    assert start(ADMINISTRATOR).tell(*told) == told
    assert start(actor(member_of=SALES)).tell(*told) == told[:2]
    assert start(actor()).tell(*told) == told[:1]
    assert start().tell(*told) == []


def progress(key: MachineKey, task: TaskId, status=TaskStatus.RUNNING) -> TaskProgressed:
    kind = TaskKind.DELETE_MACHINE
    return TaskProgressed(task_id=task, kind=kind, title="x", key=key, status=status, step=None)


def test_a_task_is_followed_to_its_end_though_the_machine_is_gone_by_then(start) -> None:
    program = start(actor(member_of=SALES))
    mine, other = TaskId(uuid4()), TaskId(uuid4())
    begun = progress(MINE.key, mine)
    # Colleagues' machines are seen, their tasks are not.
    assert program.tell(begun, progress(SOLD.key, other)) == [begun]
    program.inventory.remove(MINE.key)
    ended = progress(MINE.key, mine, TaskStatus.DONE)
    assert program.tell(ended, progress(SOLD.key, other, TaskStatus.DONE))[-1] == ended
    assert program.tell(progress(MINE.key, mine)) == []


FAILED = StepFailed(kind="x", message="y", attempts=1, next_at=NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("event", "who", "arrives"),
    [
        (PersonSaved(person_id=ANA), actor(), True),
        (PersonSaved(person_id=BEA), actor(), False),
        (PersonSaved(person_id=BEA), actor(administers=SALES), False),
        (PersonSaved(person_id=BEA), ADMINISTRATOR, True),
        (PersonLocked(person_id=BEA, until=NOW), actor(), False),
        (DepartmentSaved(department_id=SALES), actor(member_of=SALES), True),
        (DepartmentSaved(department_id=LAB), actor(member_of=SALES), False),
        (DepartmentSaved(department_id=LAB), ADMINISTRATOR, True),
        (BlueprintsChanged(), actor(member_of=SALES), False),
        (BlueprintsChanged(), actor(administers=SALES), True),
        (ActivityRecorded(sequence=1), actor(), True),
        (ErrorRecorded(code="x", message="y"), actor(administers=SALES), False),
        (ErrorRecorded(code="x", message="y"), ADMINISTRATOR, True),
        (FAILED, actor(), False),
        (FAILED, ADMINISTRATOR, True),
        (HostSaved(host_id=HOST), actor(), True),
        (HostSaved(host_id=HOST), actor(disabled=True), False),
        (DomainGoneSeen(host_id=HOST, machine_id=MINE.id), ADMINISTRATOR, False),
    ],
)
def test_other_events_go_to_whom_they_concern(start, event, who, arrives) -> None:
    assert start(who).tell(event) == ([event] if arrives else [])


def test_every_kind_of_event_has_its_audience() -> None:
    own_rules = {
        MachineAdded,
        MachineChanged,
        MachineRemoved,
        MachineRatesSeen,
        *get_args(MachineHappening),
        MachinesStale,
        MachinesPlaced,
        TaskProgressed,
        ActorChanged,
        AgentStatusChanged,
        SamplesSeen,
        GuestFactsSeen,
    }
    kinds = {
        kind
        for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
    }
    assert kinds - own_rules == set(RULES)


def test_timers_work_is_the_programs_and_what_people_start_is_theirs() -> None:
    current, acted = CurrentActor(), []
    current.set(ADMINISTRATOR)
    tasks = InlineTasks()
    ProgramWork(tasks, current).submit(lambda: acted.append(current.actor))
    tasks.submit(lambda: acted.append(current.actor))
    assert acted == [PROGRAM, ADMINISTRATOR]
    with current.as_program():
        assert current.signed_in is ADMINISTRATOR


def test_who_is_signed_in_is_told_when_that_changes_and_only_then(recorder) -> None:
    current = CurrentActor(recorder.publish)
    current.set(NOBODY)
    current.set(actor())
    current.set(actor())
    current.set(actor(member_of=SALES))
    current.set(NOBODY)
    assert [event.person_id for event in recorder.of(ActorChanged)] == [ANA, ANA, None]


def test_screens_and_commands_cannot_tell_the_program_what_is_so(start) -> None:
    program = start(ADMINISTRATOR)
    told = []
    program.bus.subscribe(HostRemoved, told.append)
    with pytest.raises(NotPermittedError):
        program.audience.publish(HostRemoved(host_id=HOST))
    assert program.news() == told == []


def test_the_same_person_read_anew_is_no_other_view(start, monkeypatch) -> None:
    program = start(actor(member_of=SALES))
    looked = []
    monkeypatch.setattr(program.inventory, "snapshot", lambda: looked.append(1) or [])
    program.current.set(actor(member_of=SALES))
    program.tell(BlueprintsChanged())
    assert not looked
    assert set(program.audience._known) == {MINE.key, SOLD.key}


def test_a_one_time_password_shows_no_machine_before_it_is_changed(start) -> None:
    granted = actor(grants={STRAY.key: frozenset({Permission.MACHINE_CONSOLE})})
    assert {one.name for one in start(granted).seen.snapshot()} == {"mine", "stray"}
    waiting = replace(granted, person=replace(granted.person, must_change_password=True))
    program = start(waiting)
    assert program.seen.snapshot() == []
    assert [program.seen.find(one.key) for one in (MINE, STRAY)] == [None, None]
