"""Which events other programs hear, and how they are written down."""

import inspect
from dataclasses import fields
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.database.events import SHARED, decode, encode
from infinibay_desktop.model import events
from infinibay_desktop.model.events import Event
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.tasks import Step, TaskKind, TaskStatus

ID = UUID(int=7)
AT = datetime(2026, 2, 3, 4, 5, 6, 789, tzinfo=UTC)
# One program's own: what it sees on hosts, its settings, who is signed in there.
LOCAL = {
    "DomainStateSeen",
    "DomainDefinitionSeen",
    "DomainGoneSeen",
    "DomainRestartSeen",
    "MachineRestarting",
    "MachineRestarted",
    "MachineReset",
    "MachineForcedOff",
    "HostClosedSeen",
    "HostStatusChanged",
    "MachineAdded",
    "MachineChanged",
    "MachineRemoved",
    "MachinesStale",
    "MachineRatesSeen",
    "SettingsChanged",
    "ActorChanged",
    "EventsMissed",
    "StepsAdded",
    "AgentStatusChanged",
    "SamplesSeen",
    "GuestFactsSeen",
}
SAMPLES = [
    events.HostSaved(host_id=ID),
    events.HostRemoved(host_id=ID),
    events.TaskProgressed(
        task_id=ID,
        kind=TaskKind.CREATE_MACHINE,
        title='"<b>\u202e 😀',
        key=MachineKey(ID, ID),
        status=TaskStatus.RUNNING,
        step=Step.DISKS,
        elsewhere=True,
    ),
    events.PersonSaved(person_id=ID),
    events.PersonDeleted(person_id=ID),
    events.PersonLocked(person_id=ID, until=AT),
    events.SignInsEnded(person_id=ID),
    events.DepartmentSaved(department_id=ID),
    events.DepartmentRemoved(department_id=ID),
    events.MachinesPlaced(keys=(MachineKey(ID, ID),)),
    events.BlueprintsChanged(),
    events.ActivityRecorded(sequence=2**40),
    events.ErrorRecorded(code="host", message="It is away."),
    events.StepFailed(kind="machine-created", message="no", attempts=3, next_at=AT),
    events.AgentWanted(key=MachineKey(ID, ID), by="boot/ns/1/1@desk@0"),
    events.TimerStarted(name="metric-roll-up"),
    events.TimerEnded(name="metric-roll-up"),
]


def test_each_event_is_for_all_programs_or_for_one() -> None:
    kinds = {
        name
        for name, kind in inspect.getmembers(events, inspect.isclass)
        if issubclass(kind, Event) and kind is not Event
    }
    shared = {kind.__name__ for kind in SHARED}
    assert shared | LOCAL == kinds, "a new event: put it into SHARED, or here into LOCAL"
    assert not shared & LOCAL


@pytest.mark.parametrize("event", SAMPLES, ids=lambda event: type(event).__name__)
def test_an_event_arrives_as_it_was_told(event) -> None:
    assert [decode(kind, body) for kind, body in encode(event)] == [event]


def test_there_is_a_sample_of_each_shared_event() -> None:
    assert {type(event) for event in SAMPLES} == set(SHARED)


def test_a_task_of_another_program_is_known_by_that() -> None:
    [(kind, body)] = encode(
        events.TaskProgressed(
            task_id=ID,
            kind=TaskKind.CREATE_MACHINE,
            title="web",
            key=MachineKey(ID, ID),
            status=TaskStatus.DONE,
            step=None,
        )
    )
    assert decode(kind, body).elsewhere


def test_no_shared_event_has_room_for_a_secret() -> None:
    words = ("password", "token", "secret", "hash")
    names = [field.name for kind in SHARED for field in fields(kind)]
    assert not [name for name in names if any(word in name for word in words)]


@given(kind=st.sampled_from([kind.__name__ for kind in SHARED]), body=st.binary(max_size=200))
def test_whatever_the_bytes_reading_them_raises_nothing(kind, body) -> None:
    assert decode(kind, body) is None or kind == "BlueprintsChanged"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(event=st.sampled_from(SAMPLES), name=st.integers(0, 5), value=JSON)
def test_whatever_a_field_holds_reading_it_raises_nothing(event, name, value) -> None:
    import msgspec

    [(kind, body)] = encode(event)
    facts = msgspec.json.decode(body)
    if facts:
        facts[list(facts)[name % len(facts)]] = value
    decode(kind, msgspec.json.encode(facts))
