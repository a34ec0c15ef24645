"""Figures cost what they are looked at, and nothing when nobody looks."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.events import MachineRatesSeen
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.statistics import MachineCounters
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.statistics import CPU_PARTS, SLICES, StatisticsService
from tests.fakes import InlineTasks

HOST = HostId(UUID(int=1))
IDS = [MachineId(UUID(int=n)) for n in range(1, 11)]


class FakeCounters:
    """Ten machines that use one CPU fully and receive 1,000 bytes a second."""

    def __init__(self, clock) -> None:
        self._clock = clock
        self.cheap_calls: list[int] = []
        self.detailed_ids: list[MachineId] = []
        self.counters = self
        self.lost = False

    def link(self, host_id):
        if self.lost:
            raise HostUnreachableError("lost")
        return self

    def reading(self, machine_id, *, cpu: bool) -> MachineCounters:
        seconds = self._clock.monotonic()
        return MachineCounters(
            machine_id=machine_id,
            taken_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds),
            cpu_time_ns=int(seconds * 1e9) if cpu else None,
            vcpus=1,
            received_bytes=int(seconds * 1000),
        )

    def cheap(self, *, part=0, parts=1):
        self.cheap_calls.append(part)
        return [self.reading(i, cpu=n % parts == part) for n, i in enumerate(IDS)]

    def detailed(self, machine_ids):
        self.detailed_ids += machine_ids
        return [self.reading(machine_id, cpu=True) for machine_id in machine_ids]


@pytest.fixture
def counters(clock) -> FakeCounters:
    return FakeCounters(clock)


@pytest.fixture
def timers(clock) -> Timers:
    return Timers(InlineTasks(), clock)


@pytest.fixture
def statistics(counters, timers, recorder) -> StatisticsService:
    return StatisticsService(counters, InlineTasks(), timers, recorder, period_s=4.0)


def pass_periods(clock, timers, periods: int) -> None:
    for _ in range(periods * SLICES):
        clock.pass_time(4.0 / SLICES)
        timers.submit_due()


def test_nothing_is_read_while_nobody_looks(statistics, counters, timers, clock) -> None:
    pass_periods(clock, timers, 3)
    unwatch = statistics.watch_host(HOST)
    pass_periods(clock, timers, 3)
    unwatch()
    unwatch()  # twice is once
    pass_periods(clock, timers, 3)
    assert counters.cheap_calls == [0, 1, 2]
    assert counters.detailed_ids == []


def test_each_machine_has_its_cpu_in_turn(statistics, timers, clock, recorder) -> None:
    statistics.watch_host(HOST)
    pass_periods(clock, timers, 2 * CPU_PARTS)
    seen = [rates for event in recorder.of(MachineRatesSeen) for rates in event.rates]
    with_cpu = [rates for rates in seen if rates.cpu_percent is not None]
    assert {rates.machine_id for rates in with_cpu} == set(IDS)
    assert all(rates.cpu_percent == pytest.approx(100) for rates in with_cpu)
    assert all(rates.received_bps == pytest.approx(1000) for rates in seen)


def test_details_are_read_of_watched_machines_only_and_spread(
    statistics, counters, timers, clock
) -> None:
    watched = IDS[:3]
    ends = [statistics.watch_machine(MachineKey(HOST, machine_id)) for machine_id in watched]
    statistics.watch_machine(MachineKey(HOST, watched[0]))()
    for _ in range(SLICES):
        before = len(counters.detailed_ids)
        clock.pass_time(4.0 / SLICES)
        timers.submit_due()
        assert len(counters.detailed_ids) - before <= 1
    assert sorted(counters.detailed_ids) == watched
    for end in ends:
        end()
    pass_periods(clock, timers, 2)
    assert len(counters.detailed_ids) == len(watched)


def test_a_lost_hosts_figures_go_on_when_it_is_back(statistics, counters, timers, clock) -> None:
    statistics.watch_host(HOST)
    counters.lost = True
    pass_periods(clock, timers, 2)
    assert counters.cheap_calls == []
    counters.lost = False
    pass_periods(clock, timers, 1)
    assert len(counters.cheap_calls) == 1
