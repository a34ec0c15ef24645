"""Whose channel is open when, who lets go of it, and what comes of a question."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

import pytest

from infinibay_desktop.model.errors import (
    Cancelled,
    GuestTimeoutError,
    GuestUnavailableError,
    HostUnreachableError,
    HypervisorError,
)
from infinibay_desktop.model.events import (
    AgentStatusChanged,
    AgentWanted,
    DomainDefinitionSeen,
    MachineChanged,
    MachineRemoved,
    MachinesStale,
)
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestRequest
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.services.agent_channels import AT_ONCE, AgentChannels
from infinibay_desktop.services.agent_seats import ELSEWHERE_S, PROVEN_S, lease_of
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.leases import Leases
from tests.fakes import InlineTasks, Recorder
from tests.fakes.guests import NOW, FakeChannels, FakeHub, FakeLeaseTable
from tests.fakes.world import FakeIdentity

HOST = HostId(UUID(int=1))


class Program:
    """One program with its agents, on a host and a database that others share."""

    def __init__(self, clock, table, name: str = "desk") -> None:
        self.clock, self.table = clock, table
        self.channels = FakeChannels()
        self.hub, self.told = FakeHub(), Recorder()
        self.leases = Leases(table, FakeIdentity(text=f"boot/ns/{name}/1"), clock, name)
        self.seats = AgentChannels(
            self, self.hub, self.leases, table, InlineTasks(), clock, self.told
        )
        self.agents = AgentService(self.seats, self, self.hub, clock)

    def link(self, _host_id) -> "Program":
        return self

    def run(self, machine: Machine) -> None:
        """The machine is seen to run, and is tried."""
        self.seats.on_machine_event(MachineChanged(machine=machine))
        self.seats.tick()

    def pass_time(self, seconds: float) -> None:
        self.clock.pass_time(seconds)
        self.seats.tick()

    def state(self, machine: Machine) -> AgentState:
        return self.agents.status(machine.key).state

    def states_told(self) -> list[AgentState]:
        return [event.status.state for event in self.told.of(AgentStatusChanged)]


def machine(name: str = "web", state: MachineState = MachineState.RUNNING) -> Machine:
    return Machine(id=MachineId(uuid4()), host_id=HOST, name=name, state=state)


WEB = machine()


@pytest.fixture
def table() -> FakeLeaseTable:
    return FakeLeaseTable()


@pytest.fixture
def program(clock, table) -> Program:
    program = Program(clock, table)
    program.agents.serve()
    return program


def test_a_running_machines_channel_is_opened_and_a_stopped_ones_given_back(program, table) -> None:
    program.run(machine(state=MachineState.SHUT_OFF))
    assert not program.channels.opened
    program.run(WEB)
    [channel] = program.channels.opened
    assert program.hub.attached[WEB.key][0] is channel
    assert set(table.owners) == {lease_of(WEB.key)}
    assert program.state(WEB) is AgentState.WAITING

    off = replace(WEB, state=MachineState.SHUT_OFF)
    program.seats.on_machine_event(MachineChanged(machine=off))
    assert channel.closed
    assert not table.owners
    assert not program.hub.attached
    assert program.states_told()[-1] is AgentState.OFF


@pytest.mark.parametrize("how", ["removed", "host lost"])
def test_what_is_gone_is_let_go_of(program, table, how) -> None:
    program.run(WEB)
    if how == "removed":
        program.seats.on_machine_event(MachineRemoved(machine=WEB))
    else:
        program.seats.on_machines_stale(MachinesStale(host_id=HOST, keys=(WEB.key,)))
        stale = replace(WEB, stale_since=NOW)
        program.seats.on_machine_event(MachineChanged(machine=stale))
    assert program.channels.opened[0].closed
    assert not table.owners
    assert program.state(WEB) is AgentState.OFF
    program.run(WEB)
    assert len(program.channels.opened) == 2


def test_nothing_is_opened_until_somebody_serves(clock, table) -> None:
    program = Program(clock, table)
    program.run(WEB)
    assert not program.channels.opened
    program.agents.serve()
    program.seats.tick()
    assert len(program.channels.opened) == 1


def test_a_thousand_machines_are_opened_a_few_at_a_time(program) -> None:
    for _ in range(3 * AT_ONCE):
        program.seats.on_machine_event(MachineChanged(machine=machine()))
    counts = []
    for _ in range(4):
        program.seats.tick()
        counts.append(len(program.channels.opened))
    assert counts == [AT_ONCE, 2 * AT_ONCE, 3 * AT_ONCE, 3 * AT_ONCE]


def test_a_channel_that_ends_is_opened_again_after_longer_and_longer(program) -> None:
    program.run(WEB)
    waits = []
    for count in range(1, 9):
        program.hub.end(WEB.key)
        assert program.channels.opened[-1].closed
        waited = 0
        while len(program.channels.opened) == count:
            program.pass_time(1)
            waited += 1
        waits.append(waited)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_one_that_was_open_for_long_is_opened_again_at_once(program) -> None:
    program.run(WEB)
    for _ in range(5):
        program.hub.end(WEB.key)
        program.pass_time(60)
    program.pass_time(PROVEN_S)
    program.hub.end(WEB.key)
    program.pass_time(1)
    assert len(program.channels.opened) == 7


def test_an_end_of_an_older_channel_is_no_news(program) -> None:
    program.run(WEB)
    _, told_late = program.hub.attached[WEB.key]
    program.hub.end(WEB.key)
    program.pass_time(1)
    told_late(WEB.key, "late")
    assert not program.channels.opened[-1].closed
    program.pass_time(60)
    assert len(program.channels.opened) == 2


def test_a_machine_without_the_channel_is_left_alone_until_its_definition_changes(
    program, table
) -> None:
    program.channels.missing.add(WEB.id)
    program.run(WEB)
    assert program.state(WEB) is AgentState.NO_CHANNEL
    assert not table.owners
    program.channels.missing.clear()
    program.pass_time(3600)
    assert program.state(WEB) is AgentState.NO_CHANNEL
    program.seats.on_domain_definition_seen(
        DomainDefinitionSeen(host_id=HOST, machine_id=WEB.id, name="web")
    )
    program.seats.tick()
    assert program.state(WEB) is AgentState.WAITING
    assert len(program.channels.opened) == 1


def test_the_remedy_adds_the_channel_and_it_is_opened(program) -> None:
    program.channels.missing.add(WEB.id)
    program.run(WEB)
    assert program.agents.add_channel(WEB.key)
    assert program.channels.added == [WEB.id]
    program.seats.tick()
    assert len(program.channels.opened) == 1


def test_a_host_that_fails_is_tried_again_and_an_error_of_ours_too(program) -> None:
    program.channels.error = HypervisorError("no")
    program.run(WEB)
    assert program.state(WEB) is AgentState.WAITING
    program.channels.error = RuntimeError("a bug")
    with pytest.raises(RuntimeError):
        program.pass_time(1)
    program.channels.error = None
    program.pass_time(2)
    assert len(program.channels.opened) == 1


def test_where_machines_are_simulated_nothing_is_opened_or_claimed(program, table) -> None:
    program.channels.possible = False
    table.broken = True
    program.run(WEB)
    assert program.state(WEB) is AgentState.NO_CHANNEL


def test_a_host_that_cannot_be_reached_is_not_asked_for_each_machine(program) -> None:
    asked = []

    def unreachable(machine_id, wake, *, force):
        asked.append(machine_id)
        raise HostUnreachableError("away")

    opens, program.channels.open = program.channels.open, unreachable
    for _ in range(10):
        program.seats.on_machine_event(MachineChanged(machine=machine()))
    program.seats.tick()
    assert len(asked) == 1
    program.channels.open = opens
    program.pass_time(1)
    assert len(program.channels.opened) == 10


def test_a_database_that_is_away_is_waited_for(program, table) -> None:
    table.broken = True
    program.run(WEB)
    assert not program.channels.opened
    table.broken = False
    program.pass_time(1)
    assert len(program.channels.opened) == 1


def test_one_program_has_a_channel_and_the_other_says_which(program, clock, table) -> None:
    other = Program(clock, table, "laptop")
    other.agents.serve()
    program.run(WEB)
    other.run(WEB)
    assert not other.channels.opened
    status = other.agents.status(WEB.key)
    assert (status.state, status.holder) == (AgentState.ELSEWHERE, "desk")

    program.seats.close()
    other.pass_time(ELSEWHERE_S)
    assert len(other.channels.opened) == 1
    assert other.agents.status(WEB.key).holder == ""


def test_a_stream_that_a_stranger_has_is_left_to_it(program, table) -> None:
    program.channels.taken.add(WEB.id)
    program.run(WEB)
    assert program.state(WEB) is AgentState.ELSEWHERE
    assert not table.owners
    program.channels.taken.clear()
    program.pass_time(ELSEWHERE_S)
    assert program.state(WEB) is AgentState.WAITING


def test_whoever_wants_to_speak_is_given_the_channel(program, clock, table) -> None:
    other = Program(clock, table, "laptop")
    other.seats.on_machine_event(MachineChanged(machine=WEB))
    program.run(WEB)
    tell = table.tell

    def pass_on(*events: object) -> None:
        tell(*events)
        for event in events:
            program.seats.on_agent_wanted(event)
            other.seats.on_agent_wanted(event)

    table.tell = pass_on
    assert other.agents.want(WEB.key).state is AgentState.WAITING
    assert table.told == [AgentWanted(key=WEB.key, by=other.leases.owner)]
    assert program.channels.opened[0].closed
    assert program.state(WEB) is AgentState.ELSEWHERE
    assert len(other.channels.opened) == 1

    # Who was asked for it does not ask back at once, unless somebody insists.
    with pytest.raises(GuestUnavailableError):
        program.agents.request(WEB.key, QUESTION)
    program.agents.want(WEB.key)
    assert other.state(WEB) is AgentState.ELSEWHERE

    program.seats.close()
    other.pass_time(ELSEWHERE_S)
    assert len(other.channels.opened) == 2


def test_a_channel_is_kept_while_an_answer_is_waited_for(program) -> None:
    program.run(WEB)
    wanted = AgentWanted(key=WEB.key, by="laptop")
    answer = program.hub.request(WEB.key, QUESTION)
    program.seats.on_agent_wanted(wanted)
    assert not program.channels.opened[0].closed
    answer.set_result(GuestAnswer(success=True))
    program.seats.on_agent_wanted(wanted)
    assert program.channels.opened[0].closed


def test_a_program_that_does_not_let_go_is_named(program, clock, table) -> None:
    other = Program(clock, table, "laptop")
    other.seats.on_machine_event(MachineChanged(machine=WEB))
    program.run(WEB)
    clock.monotonic = iter_seconds(clock.monotonic())
    with pytest.raises(GuestUnavailableError, match="'desk'") as refused:
        other.agents.want(WEB.key)
    assert refused.value.details["reason"] == "elsewhere"


def iter_seconds(begin: float):
    """A clock of which each look takes three seconds."""
    passed = [begin]

    def look() -> float:
        passed[0] += 3
        return passed[0]

    return look


def test_a_lease_that_is_lost_ends_the_channel(program, table, clock) -> None:
    program.run(WEB)
    table.owners[lease_of(WEB.key)] = "somebody"
    program.leases.renew()
    assert program.channels.opened[0].closed
    assert program.state(WEB) is AgentState.ELSEWHERE


def test_the_end_of_the_program_gives_everything_back(program, table) -> None:
    program.run(WEB)
    program.seats.close()
    assert program.channels.opened[0].closed
    assert not table.owners
    program.run(machine())
    program.pass_time(60)
    assert len(program.channels.opened) == 1


def test_nobody_waits_for_a_greeting_when_the_program_ends(program) -> None:
    program.run(WEB)
    waits = threading.Event()
    status = program.hub.status

    def tell(key):
        waits.set()
        return status(key)

    program.hub.status = tell
    wait = partial(program.seats.wait_until, WEB.key, {AgentState.TALKING}, 60)
    with ThreadPoolExecutor(1) as pool:
        greeted = pool.submit(wait)
        assert waits.wait(10)
        program.seats.close()
        assert greeted.result(10) is False


def test_a_machine_that_stops_while_its_channel_opens_gets_none(program, table) -> None:
    opens = program.channels.open

    def stop_meanwhile(*words, **options):
        program.seats.on_machine_event(MachineRemoved(machine=WEB))
        return opens(*words, **options)

    program.channels.open = stop_meanwhile
    program.run(WEB)
    assert program.channels.opened[0].closed
    assert not program.hub.attached
    assert not table.owners


# Asking.

QUESTION = GuestRequest(action="ProcessList", timeout_s=5)


def test_a_question_opens_the_channel_and_brings_the_answer(clock, table) -> None:
    program = Program(clock, table)
    program.run(WEB)
    program.hub.greeted.add(WEB.key)
    answer = GuestAnswer(success=True, data=[1])
    ask = program.hub.request

    def answered(*words):
        future = ask(*words)
        future.set_result(answer)
        return future

    program.hub.request = answered
    assert program.agents.request(WEB.key, QUESTION) is answer
    assert not program.hub.cancelled


def test_a_question_is_cancelled_when_nobody_waits_for_it(program) -> None:
    program.run(WEB)
    program.hub.greeted.add(WEB.key)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        program.agents.request(WEB.key, QUESTION, stop=stop)
    program.clock.monotonic = iter_seconds(0.0)
    with pytest.raises(GuestTimeoutError):
        program.agents.request(WEB.key, QUESTION)
    assert program.hub.cancelled == [future for _, _, future in program.hub.asked]


def test_an_error_of_the_hub_is_the_askers(program) -> None:
    program.run(WEB)
    program.hub.greeted.add(WEB.key)
    ask = program.hub.request

    def refused(*words):
        future = ask(*words)
        future.set_exception(GuestUnavailableError("busy"))
        return future

    program.hub.request = refused
    with pytest.raises(GuestUnavailableError, match="busy"):
        program.agents.request(WEB.key, QUESTION)


@pytest.mark.parametrize(
    ("why", "state"), [("off", MachineState.SHUT_OFF), ("no-channel", MachineState.RUNNING)]
)
def test_who_cannot_be_asked_is_told_why(program, why, state) -> None:
    program.channels.missing.add(WEB.id)
    program.run(replace(WEB, state=state))
    with pytest.raises(GuestUnavailableError) as refused:
        program.agents.request(WEB.key, QUESTION)
    assert refused.value.details["reason"] == why


def test_the_list_of_agents_has_those_that_run(program) -> None:
    program.run(WEB)
    assert program.agents.statuses().keys() == {WEB.key}
    assert MachineKey(HOST, WEB.id) == WEB.key
