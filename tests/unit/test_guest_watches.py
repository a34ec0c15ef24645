"""What is told of guests that fall silent, and of services in them that fail."""

from uuid import UUID

import pytest

from infinibay_desktop.model.errors import (
    GuestProtocolError,
    GuestServiceFailedError,
    GuestSilentError,
    GuestTimeoutError,
    HypervisorError,
)
from infinibay_desktop.model.guest_parts import GuestUnit
from infinibay_desktop.model.guests import AgentGreeting, AgentState, AgentStatus
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.services.agent_watch import AgentWatch
from infinibay_desktop.services.service_watch import MOST_TOLD, ServiceWatch
from tests.fakes import FakeClock
from tests.fakes.timers import WaitingTasks

KEY = MachineKey(HostId(UUID(int=1)), MachineId(UUID(int=2)))
OTHER = KEY._replace(machine_id=MachineId(UUID(int=3)))


class Guests:
    """Two machines, and how their agents and services stand."""

    def __init__(self) -> None:
        self.states = {KEY: AgentState.TALKING, OTHER: AgentState.TALKING}
        self.services: dict[MachineKey, dict[str, str]] = {KEY: {}, OTHER: {}}
        self.capabilities = {"services"}
        self.asked: list[MachineKey] = []
        self.errors: list[Exception] = []
        self.failures: dict[MachineKey, Exception] = {}

    def statuses(self):
        now = FakeClock().now()
        greeting = AgentGreeting(version="1", capabilities=frozenset(self.capabilities))
        return {
            key: AgentStatus(key=key, state=state, since=now, greeting=greeting)
            for key, state in self.states.items()
        }

    def find(self, key):
        name = "web" if key == KEY else "db"
        return Machine(
            id=key.machine_id, host_id=key.host_id, name=name, state=MachineState.RUNNING
        )

    def units(self, key):
        self.asked.append(key)
        if key in self.failures:
            raise self.failures[key]
        return [GuestUnit(name=name, state=state) for name, state in self.services[key].items()]

    def record(self, error, _context) -> None:
        self.errors.append(error)


@pytest.fixture
def guests() -> Guests:
    return Guests()


@pytest.fixture
def silence(guests) -> AgentWatch:
    return AgentWatch(guests.statuses, guests.find, guests.record)


@pytest.fixture
def watch(guests) -> ServiceWatch:
    return ServiceWatch(guests.statuses, guests.units, guests.find, WaitingTasks(), guests.record)


def test_a_silence_is_told_once_and_once_more_after_it_was_broken(guests, silence) -> None:
    silence.look()
    guests.states[KEY] = AgentState.SILENT
    for _ in range(3):
        silence.look()
    assert [error.details["machine"] for error in guests.errors] == ["web"]
    assert isinstance(guests.errors[0], GuestSilentError)
    guests.states[KEY] = AgentState.TALKING
    silence.look()
    guests.states[KEY] = AgentState.SILENT
    silence.look()
    assert len(guests.errors) == 2


@pytest.mark.parametrize("state", [each for each in AgentState if each is not AgentState.SILENT])
def test_an_agent_that_never_spoke_or_is_elsewhere_is_nobodys_news(guests, silence, state) -> None:
    guests.states = {KEY: state}
    silence.look()
    assert guests.errors == []


def test_many_that_fall_silent_together_are_told_of_together(guests, silence) -> None:
    keys = [KEY._replace(machine_id=MachineId(UUID(int=number))) for number in range(100, 130)]
    guests.states = dict.fromkeys(keys, AgentState.SILENT)
    silence.look()
    silence.look()
    assert [error.details["machines"] for error in guests.errors] == [30]
    assert len(str(guests.errors[0])) < 400


def test_a_service_that_ran_and_has_failed_is_told_once(guests, watch) -> None:
    guests.services[KEY] = {"nginx": "running", "cron": "stopped"}
    guests.services[OTHER] = {"nginx": "failed"}  # who knows since when
    watch.look()
    assert guests.errors == []
    guests.services[KEY] = {"nginx": "failed", "cron": "stopped"}
    watch.look()
    watch.look()
    assert [(e.details["machine"], e.details["service"]) for e in guests.errors] == [
        ("web", "nginx")
    ]
    assert isinstance(guests.errors[0], GuestServiceFailedError)
    assert watch.states(KEY) == {"nginx": "failed", "cron": "stopped"}


def test_a_machine_that_was_off_meanwhile_begins_anew(guests, watch) -> None:
    guests.services[KEY] = {"nginx": "running"}
    watch.look()
    state = guests.states.pop(KEY)
    watch.look()
    guests.states[KEY] = state
    guests.services[KEY] = {"nginx": "failed"}
    watch.look()
    assert guests.errors == []


def test_a_guest_whose_every_service_fails_does_not_fill_the_record(guests, watch) -> None:
    guests.services[KEY] = {f"s{number}": "running" for number in range(1000)}
    watch.look()
    guests.services[KEY] = dict.fromkeys(guests.services[KEY], "failed")
    watch.look()
    assert len(guests.errors) == MOST_TOLD


def test_a_guest_that_does_not_answer_keeps_no_other_from_being_asked(guests, watch) -> None:
    guests.failures = {KEY: GuestTimeoutError("slow")}
    parts = watch.look()
    assert guests.asked == [KEY, OTHER]
    assert [part.exception() for part in parts] == [None, None]
    guests.failures = {OTHER: HypervisorError("odd")}
    parts = watch.look()
    assert [part.exception() for part in parts] == [None, guests.failures[OTHER]]


def test_a_guest_that_answers_nonsense_is_told_of_and_fails_nothing(guests, watch) -> None:
    guests.failures = {KEY: GuestProtocolError("no list")}
    parts = watch.look()
    assert [part.exception() for part in parts] == [None, None]
    assert guests.errors == [guests.failures[KEY]]


def test_a_system_without_services_is_not_asked_for_them(guests, watch) -> None:
    guests.capabilities = {"processes"}
    assert watch.look() == []


def test_only_agents_that_talk_here_are_asked(guests, watch) -> None:
    guests.states = {KEY: AgentState.ELSEWHERE, OTHER: AgentState.SILENT}
    assert watch.look() == []
