from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from infinibay_desktop.model.events import (
    DomainGoneSeen,
    DomainRestartSeen,
    DomainStateSeen,
    MachineAdded,
    MachineChanged,
    MachineForcedOff,
    MachineRemoved,
    MachineRestarted,
    MachinesStale,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.services.inventory import Inventory

HOST = HostId(UUID(int=1))
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WEB = Machine(id=MachineId(UUID(int=7)), host_id=HOST, name="web", state=MachineState.RUNNING)


@pytest.fixture
def inventory(recorder) -> Inventory:
    inventory = Inventory(recorder)
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    recorder.events.clear()
    return inventory


def seen(state: MachineState) -> DomainStateSeen:
    return DomainStateSeen(host_id=HOST, machine_id=WEB.id, state=state)


def gone() -> DomainGoneSeen:
    return DomainGoneSeen(host_id=HOST, machine_id=WEB.id)


def test_only_differences_are_told(inventory, recorder) -> None:
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    assert recorder.events == []
    other = replace(WEB, id=MachineId(UUID(int=8)), name="other")
    inventory.reconcile(HOST, [replace(WEB, vcpus=4), other], mark=inventory.mark())
    inventory.reconcile(HOST, [other], mark=inventory.mark())
    assert [type(e) for e in recorder.events] == [MachineChanged, MachineAdded, MachineRemoved]


def test_a_power_that_is_cut_and_a_restart_are_told_of_machines_that_are_known(
    inventory, recorder
) -> None:
    for machine_id in (WEB.id, MachineId(UUID(int=8))):
        inventory.on_domain_restart_seen(DomainRestartSeen(host_id=HOST, machine_id=machine_id))
    inventory.on_domain_state_seen(replace(seen(MachineState.SHUT_OFF), forced=True))
    kinds = [type(event) for event in recorder.events]
    assert kinds == [MachineRestarted, MachineForcedOff, MachineChanged]


def test_an_event_during_a_reading_wins(inventory) -> None:
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.SHUT_OFF))
    inventory.reconcile(HOST, [WEB], mark=mark)
    assert inventory.find(WEB.key).state is MachineState.SHUT_OFF
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    assert inventory.find(WEB.key).state is MachineState.RUNNING


def test_a_machine_that_went_during_a_reading_stays_away(inventory) -> None:
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.SHUT_OFF))
    inventory.on_domain_gone_seen(gone())
    inventory.reconcile(HOST, [WEB], mark=mark)
    assert inventory.find(WEB.key) is None


def test_a_reading_of_one_machine_keeps_a_newer_state(inventory) -> None:
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.PAUSED))
    inventory.update(replace(WEB, name="renamed"), mark=mark)
    assert (inventory.find(WEB.key).name, inventory.find(WEB.key).state) == (
        "renamed",
        MachineState.PAUSED,
    )


@pytest.mark.xfail(strict=True, reason="a look that began before the event brings it back")
def test_a_machine_that_went_while_it_was_looked_at_stays_away(inventory) -> None:
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.SHUT_OFF))
    inventory.on_domain_gone_seen(gone())
    inventory.update(WEB, mark=mark)
    assert inventory.find(WEB.key) is None


@pytest.mark.xfail(strict=True, reason="what an event told of an unknown machine is forgotten")
def test_a_machine_that_started_before_it_was_known_runs(recorder) -> None:
    """As virt-install does it: define, start; the look that follows the first finds it off."""
    inventory = Inventory(recorder)
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.RUNNING))
    inventory.update(replace(WEB, state=MachineState.SHUT_OFF), mark=mark)
    assert inventory.find(WEB.key).state is MachineState.RUNNING


def test_a_reading_that_began_before_a_look_overrides_nothing_of_it(inventory) -> None:
    new = replace(WEB, id=MachineId(UUID(int=8)), name="new")
    mark = inventory.mark()
    inventory.update(replace(WEB, vcpus=4), mark=inventory.mark())
    inventory.update(new, mark=inventory.mark())
    inventory.reconcile(HOST, [WEB], mark=mark)
    assert inventory.find(WEB.key).vcpus == 4
    assert inventory.find(new.key) == new
    mark = inventory.mark()
    inventory.remove(new.key)
    inventory.reconcile(HOST, [WEB, new], mark=mark)
    assert inventory.find(new.key) is None


def test_an_undefined_machine_stays_while_it_runs(inventory) -> None:
    inventory.on_domain_gone_seen(gone())
    assert not inventory.find(WEB.key).persistent
    inventory.on_domain_state_seen(seen(MachineState.SHUT_OFF))
    assert inventory.find(WEB.key) is None


def test_a_lost_hosts_machines_are_stale_until_it_answers(inventory, recorder) -> None:
    inventory.mark_stale(HOST, NOW)
    inventory.mark_stale(HOST, NOW)
    assert len(recorder.of(MachinesStale)) == 1
    assert inventory.find(WEB.key).stale_since == NOW
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    assert inventory.find(WEB.key).stale_since is None


def test_an_event_before_the_first_reading_does_not_keep_a_machine_stale(recorder) -> None:
    inventory = Inventory(recorder)
    inventory.load([(WEB, NOW)])
    mark = inventory.mark()
    inventory.on_domain_state_seen(seen(MachineState.PAUSED))
    inventory.reconcile(HOST, [WEB], mark=mark)
    assert inventory.find(WEB.key) == replace(WEB, state=MachineState.PAUSED)


def test_another_hosts_machines_are_left_alone(inventory) -> None:
    other = HostId(UUID(int=2))
    inventory.reconcile(other, [replace(WEB, host_id=other)], mark=inventory.mark())
    inventory.reconcile(other, [], mark=inventory.mark())
    assert [machine.host_id for machine in inventory.snapshot()] == [HOST]


def test_our_own_work_is_shown_and_ends(inventory, recorder) -> None:
    new = replace(WEB, id=MachineId(UUID(int=9)), state=MachineState.CREATING)
    inventory.begin_work(new, MachineState.CREATING)
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    assert inventory.find(new.key).state is MachineState.CREATING
    inventory.update(replace(new, state=MachineState.SHUT_OFF), mark=inventory.mark())
    assert inventory.find(new.key).state is MachineState.CREATING
    inventory.end_work(new.key)
    assert inventory.find(new.key).state is MachineState.SHUT_OFF
    inventory.begin_work(inventory.find(new.key), MachineState.DELETING)
    assert inventory.find(new.key).state is MachineState.DELETING
    inventory.remove(new.key)
    inventory.end_work(new.key)
    assert inventory.find(new.key) is None


def test_a_machine_that_never_came_to_be_goes(inventory) -> None:
    new = replace(WEB, id=MachineId(UUID(int=9)), state=MachineState.CREATING)
    inventory.begin_work(new, MachineState.CREATING)
    inventory.end_work(new.key)
    assert inventory.find(new.key) is None


def test_waiting_ends_when_it_happens_or_the_time_is_over(inventory, tasks) -> None:
    key = MachineKey(HOST, WEB.id)
    waiting = tasks.submit(lambda: inventory.wait_for(key, lambda machine: machine is None, 5))
    assert not inventory.wait_for(key, lambda machine: machine is None, 0.01)
    inventory.remove(key)
    assert waiting.result(5)


def test_a_reading_from_before_the_loss_makes_nothing_fresh(inventory) -> None:
    mark = inventory.mark()
    inventory.mark_stale(HOST, NOW)
    inventory.reconcile(HOST, [WEB], mark=mark)
    assert inventory.find(WEB.key).stale_since == NOW
    inventory.reconcile(HOST, [WEB], mark=inventory.mark())
    assert inventory.find(WEB.key).stale_since is None
