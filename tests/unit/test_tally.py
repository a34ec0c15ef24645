"""The overview's counts follow the news one by one."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.overview.tally import Tally

HOST, OTHER = HostId(UUID(int=1)), HostId(UUID(int=2))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def machine(number: int, state: MachineState = MachineState.RUNNING, host=HOST) -> Machine:
    return Machine(
        id=MachineId(UUID(int=number)),
        host_id=host,
        name=f"vm-{number}",
        state=state,
        vcpus=2,
        memory_bytes=GIB,
    )


def rates(number: int, cpu_percent: float | None) -> MachineRates:
    return MachineRates(
        machine_id=MachineId(UUID(int=number)),
        taken_at=NOW,
        cpu_percent=cpu_percent,
        memory_used_bytes=None,
        disk_read_bps=None,
        disk_written_bps=None,
        received_bps=None,
        sent_bps=None,
    )


def counts(tally: Tally) -> tuple[object, ...]:
    return (
        +tally.by_state, +tally.total, +tally.running, +tally.memory_bytes, tally.stale, len(tally),
    )  # fmt: skip


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from([None, *MachineState]), st.booleans()),
        max_size=40,
    )
)
def test_counting_the_news_is_as_good_as_counting_anew(news) -> None:
    tally, known = Tally(), {}
    for number, state, far in news:
        host = OTHER if far else HOST
        one = machine(number, state or MachineState.RUNNING, host)
        if state is None:
            tally.remove(one.key)
            known.pop(one.key, None)
        else:
            tally.put(one)
            known[one.key] = one
    afresh = Tally()
    afresh.load(known.values())
    assert counts(tally) == counts(afresh)


def test_a_lost_hosts_machines_are_counted_as_last_seen_once() -> None:
    tally = Tally()
    tally.load([machine(1), machine(2), machine(3, host=OTHER)])
    for _ in range(2):
        tally.mark_stale([machine(1).key, machine(2).key, machine(9).key], NOW)
    assert tally.stale == 2
    tally.put(machine(1))
    assert tally.stale == 1


def test_the_busiest_use_most_of_their_processors() -> None:
    tally = Tally()
    tally.load([machine(1), machine(2), replace(machine(3), vcpus=8)])
    tally.measure(HOST, [rates(1, 90), rates(2, 10), rates(3, 50), rates(77, 99)])
    assert [load.machine.name for load in tally.busiest(2)] == ["vm-1", "vm-3"]
    assert tally.cpus_used(HOST) == pytest.approx(1.8 + 0.2 + 4.0)
    assert tally.cpus_used(OTHER) is None


def test_figures_of_a_machine_that_stopped_are_forgotten() -> None:
    tally = Tally()
    tally.load([machine(1)])
    tally.measure(HOST, [rates(1, 90), rates(1, None)])
    tally.put(machine(1, MachineState.SHUT_OFF))
    tally.put(machine(1))
    assert tally.busiest(5) == []
