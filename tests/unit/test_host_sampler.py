"""The host's own view fills in where no agent speaks."""

import math
import struct
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.metrics import FIXED_SERIES, Source
from infinibay_desktop.model.statistics import MachineCounters
from infinibay_desktop.services.host_sampler import TURNS, HostSampler
from tests.fakes import InlineTasks

HOST = HostId(UUID(int=5))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class World:
    """A host with machines, of which some have agents; and the other program's leases."""

    def __init__(self) -> None:
        self.machines = [machine(number) for number in range(1, 13)]
        self.states: dict[MachineId, AgentState] = {}
        self.asked: list[MachineId] = []
        self.samples = []
        self.now = NOW
        self.reachable = True
        self.free = True
        self.held: set[str] = set()
        self.sampler = HostSampler(
            self, self, self, InlineTasks(), self.samples.append, self.agent_of
        )

    def agent_of(self, key):
        return self.states.get(key.machine_id, AgentState.NO_CHANNEL)

    def snapshot(self):
        return list(self.machines)

    def link(self, _host_id):
        if not self.reachable:
            raise HostUnreachableError("away")
        return self

    @property
    def counters(self):
        return self

    def detailed(self, machine_ids):
        self.asked += machine_ids
        passed_s = int((self.now - NOW).total_seconds())
        return [
            MachineCounters(
                machine_id=each,
                taken_at=self.now,
                cpu_time_ns=passed_s * 10**9 // 2,
                vcpus=1,
                memory_bytes=2**30,
                received_bytes=passed_s * 100,
            )
            for each in machine_ids
        ]

    def holds(self, name) -> bool:
        return name in self.held

    def claim(self, names):
        self.held |= set(names) if self.free else set()
        return set(names)

    def minute(self) -> None:
        for _ in range(TURNS):
            self.sampler.tick()
        self.now += timedelta(seconds=60)


def machine(number: int, state: MachineState = MachineState.RUNNING) -> Machine:
    return Machine(id=MachineId(UUID(int=number)), host_id=HOST, name=f"vm-{number}", state=state)


@pytest.fixture
def world() -> World:
    return World()


def test_every_running_machine_has_its_turn_once_a_minute(world) -> None:
    world.machines.append(machine(50, MachineState.SHUT_OFF))
    world.minute()
    assert sorted(world.asked) == [machine(n).id for n in range(1, 13)]
    assert world.samples == []  # a rate needs two readings
    world.minute()
    assert len(world.samples) == 12


def test_a_sample_has_what_the_host_knows_and_no_more(world) -> None:
    world.minute()
    world.minute()
    found = world.samples[0]
    values = dict(zip(FIXED_SERIES, struct.unpack("<12f", found.values), strict=True))
    assert (found.source, found.layout) == (Source.HOST, FIXED_SERIES)
    assert found.at_s == int(NOW.timestamp()) + 60
    assert values["cpu_percent"] == 50.0
    assert values["received_bps"] == 100.0
    assert values["memory_total_bytes"] == 2**30
    assert math.isnan(values["load_1"])


def test_machines_whose_agents_speak_are_not_asked_for(world) -> None:
    world.states = {
        machine(1).id: AgentState.TALKING,
        machine(2).id: AgentState.ELSEWHERE,
        machine(3).id: AgentState.SILENT,
    }
    world.minute()
    assert sorted(world.asked) == [machine(n).id for n in range(3, 13)]


def test_the_time_in_which_an_agent_spoke_is_in_no_sample_of_the_host(world) -> None:
    world.minute()
    world.now += timedelta(hours=5)
    world.minute()
    assert world.samples == []
    world.minute()
    assert len(world.samples) == 12


def test_of_several_programs_one_asks_a_host_but_each_for_its_own_silent_agents(world) -> None:
    world.free = False
    world.states = {machine(4).id: AgentState.WAITING}
    world.minute()
    assert world.asked == [machine(4).id]


def test_a_host_that_does_not_answer_stops_nobody(world) -> None:
    world.reachable = False
    world.minute()
    world.reachable = True
    world.minute()
    world.minute()
    assert len(world.samples) == 12


def test_what_was_known_of_machines_that_ended_is_forgotten(world) -> None:
    world.minute()
    world.machines = world.machines[:1]
    world.minute()
    world.sampler.tick()
    assert len(world.sampler._last) == 1
