"""Connecting, losing and finding hosts again, with links that do as they are told."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest

from infinibay_desktop.model.errors import HostUnreachableError, NotFoundError
from infinibay_desktop.model.events import (
    DomainDefinitionSeen,
    HostClosedSeen,
    HostRemoved,
    HostStatusChanged,
)
from infinibay_desktop.model.hosts import Host, LinkState, Stage
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.inventory import Inventory
from tests.fakes import InlineTasks
from tests.fakes.actors import GuardedWorld, actor

HOST = draft_host("qemu+ssh://root@far/system", name="far")
LOCAL = draft_host("qemu:///system")
WEB = Machine(id=MachineId(UUID(int=7)), host_id=HOST.id, name="web", state=MachineState.RUNNING)


class FakeLink:
    def __init__(self, world) -> None:
        self.world, self.alive, self.closed = world, False, False
        self.hypervisor = self

    def open(self):
        if self.world.down:
            raise HostUnreachableError("no", stage=Stage.SOCKET, problem=Problem.LIBVIRT_STOPPED)
        self.alive = True

    def close(self):
        self.alive, self.closed = False, True

    def is_alive(self):
        return self.alive

    def prune(self):
        pass

    def facts(self):
        return SimpleNamespace(
            kvm=True, driver="QEMU", hypervisor_version="9", libvirt_version="11"
        )

    def machines(self):
        return [replace(WEB, host_id=self.world.host.id)]

    def machine(self, machine_id):
        if self.world.gone:
            raise NotFoundError("gone")
        return replace(WEB, host_id=self.world.host.id, name="renamed")


class World:
    """One host behind HostConnections, a clock that is moved by hand."""

    def __init__(self, host, clock, recorder) -> None:
        self.host, self.clock, self.recorder = host, clock, recorder
        self.down, self.gone, self.answers_now = False, False, None
        self.links: list[FakeLink] = []
        self.reached: list[Host] = []
        self.left = 0
        self.stored = {host.id: host}
        self.inventory = Inventory(recorder)
        tasks = InlineTasks()
        self.timers = Timers(tasks, clock)
        self.connections = HostConnections(
            self.make_link, self, self.inventory, tasks, self.timers, clock, recorder,
            Distribution(family=Family.DEBIAN, name="x"), lambda host_id: self.stored.get(host_id),
        )  # fmt: skip

    def make_link(self, host):
        self.reached.append(host)
        self.links.append(FakeLink(self))
        return self.links[-1]

    def reach(self, host):
        return ""

    check_host_key = reach

    def sign_in(self, host):
        return Distribution(family=Family.FEDORA, name="Fedora")

    def answers(self, host):
        return self.answers_now

    def leave(self, host):
        self.left += 1

    def pass_time(self, seconds: float) -> None:
        for _ in range(int(seconds * 2)):
            self.clock.pass_time(0.5)
            self.timers.submit_due()

    def state(self) -> LinkState:
        return self.connections.status(self.host.id).state

    def lose(self) -> None:
        self.links[-1].alive = False
        self.connections.on_host_closed_seen(HostClosedSeen(host_id=self.host.id, reason="EOF"))


@pytest.fixture
def world(clock, recorder) -> World:
    return World(HOST, clock, recorder)


def test_a_failed_connection_says_the_stage_and_the_remedy_of_that_host(world) -> None:
    world.down = True
    with pytest.raises(HostUnreachableError) as refused:
        world.connections.connect(world.host)
    assert refused.value.details["stage"] is Stage.SOCKET
    assert "virtqemud" in refused.value.remedy  # Fedora's name, not this computer's
    assert world.state() is LinkState.DISCONNECTED
    with pytest.raises(HostUnreachableError):
        world.connections.link(world.host.id)


def test_a_lost_host_is_tried_again_ever_more_seldom(world, recorder) -> None:
    world.connections.connect(world.host)
    world.down = True
    world.lose()
    assert world.inventory.find(world.links[0].machines()[0].key).stale_since
    recorder.events.clear()
    begun = world.clock.monotonic()
    waits = []
    for _ in range(9):
        tried = len(world.links)
        while len(world.links) == tried:
            world.pass_time(0.5)
        waits.append(world.clock.monotonic() - begun)
        begun = world.clock.monotonic()
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    world.down = False
    world.pass_time(60)
    assert world.state() is LinkState.CONNECTED
    assert not world.inventory.find(world.links[0].machines()[0].key).stale_since
    world.down = True
    world.lose()
    world.down = False
    world.pass_time(1)
    assert world.state() is LinkState.CONNECTED  # the waits began anew


def test_a_local_socket_that_answers_ends_the_wait(clock, recorder) -> None:
    world = World(LOCAL, clock, recorder)
    world.answers_now = False
    world.connections.connect(world.host)
    world.down = True
    world.lose()
    world.pass_time(40)  # the next try is half a minute away
    tried = len(world.links)
    world.pass_time(2)
    assert len(world.links) == tried
    world.down, world.answers_now = False, True
    world.pass_time(1)
    assert world.state() is LinkState.CONNECTED


def test_a_late_word_about_an_old_connection_changes_nothing(world) -> None:
    world.connections.connect(world.host)
    world.connections.on_host_closed_seen(HostClosedSeen(host_id=world.host.id, reason="EOF"))
    assert world.state() is LinkState.CONNECTED
    assert not world.links[0].closed


def test_a_host_that_nobody_wants_is_let_go_for_good(world, recorder) -> None:
    world.connections.connect(world.host)
    world.connections.on_host_removed(HostRemoved(host_id=world.host.id))
    assert world.links[0].closed
    world.pass_time(120)
    assert len(world.links) == 1
    assert recorder.of(HostStatusChanged)[-1].status.state is LinkState.DISCONNECTED


def test_machines_of_a_removed_host_leave_the_list(world) -> None:
    world.connections.connect(world.host)
    assert world.inventory.of_host(world.host.id)
    world.connections.on_host_removed(HostRemoved(host_id=world.host.id))
    assert world.inventory.of_host(world.host.id) == []


def test_an_edited_host_keeps_its_connection_unless_the_way_to_it_changed(world) -> None:
    world.connections.connect(world.host)
    world.connections.adopt(replace(world.host, name="new"))
    assert world.connections.host(world.host.id).name == "new"
    assert len(world.links) == 1
    world.connections.adopt(replace(world.host, uri="qemu+ssh://root@near/system"))
    assert world.links[0].closed
    assert len(world.links) == 2
    assert world.state() is LinkState.CONNECTED
    world.connections.disconnect(world.host.id)
    world.connections.adopt(world.host)
    assert world.state() is LinkState.DISCONNECTED


@pytest.mark.parametrize("connect", ["connect", "connect_in_background"])
def test_a_listed_host_is_reached_as_listed_whatever_the_caller_says(world, connect) -> None:
    getattr(world.connections, connect)(replace(world.host, uri="test:///mine.xml", name="mine"))
    assert world.reached == [world.host]
    assert world.connections.host(world.host.id) == world.host


def test_another_way_to_a_listed_host_is_tried_as_a_host_of_its_own(world) -> None:
    drafted = replace(world.host, uri="test:///mine.xml")
    assert all(report.passed for report in world.connections.check(drafted))
    assert world.reached[0].uri == drafted.uri
    assert world.reached[0].id != world.host.id  # what it tells is not told of the listed one


def test_a_host_that_was_connected_comes_back_while_the_database_is_away(world) -> None:
    world.connections.connect(world.host)
    world.stored = None  # asking it raises
    world.lose()
    world.pass_time(2)
    assert world.state() is LinkState.CONNECTED


def test_a_report_of_a_failed_stage_names_the_known_problem(world) -> None:
    world.down = True
    reports = list(world.connections.check(world.host))
    assert reports[-1].problem is Problem.LIBVIRT_STOPPED
    assert not reports[-1].passed


def test_a_trial_tells_what_a_host_is_only_to_who_may_see_hosts(world) -> None:
    gated = GuardedWorld()
    guarded = gated.guard(world.connections)
    for who, told in ((actor(), False), (actor(Role.ADMINISTRATOR), True)):
        gated.current.set(who)
        reports = {one.stage: one for one in guarded.check(world.host)}
        assert all(one.passed for one in reports.values())
        for stage in (Stage.SIGN_IN, Stage.PERMISSION, Stage.CAPABILITY):
            assert bool(reports[stage].detail) is told
        assert world.links[-1].closed


def test_a_changed_definition_is_looked_at(world) -> None:
    world.connections.connect(world.host)
    key = world.links[0].machines()[0].key
    seen = DomainDefinitionSeen(host_id=key.host_id, machine_id=key.machine_id, name="x")
    world.connections.on_domain_definition_seen(seen)
    assert world.inventory.find(key).name == "renamed"
    world.gone = True
    world.connections.on_domain_definition_seen(seen)
    assert world.inventory.find(key) is None


def test_a_check_ends_at_the_first_failure_and_leaves_nothing(world) -> None:
    world.down = True
    reports = list(world.connections.check(world.host))
    assert [r.stage for r in reports] == [Stage.REACH, Stage.HOST_KEY, Stage.SIGN_IN, Stage.SOCKET]
    assert [r.passed for r in reports] == [True, True, True, False]
    assert reports[-1].remedy
    assert world.links[0].closed
    assert world.left == 1


def test_all_connected_hosts_are_read_anew_and_differences_are_told(world) -> None:
    assert world.connections.reconcile() == []
    world.connections.connect(world.host)
    key = world.links[0].machines()[0].key
    world.inventory.remove(key)  # an event was missed
    [part] = world.connections.reconcile()
    assert part.exception() is None
    assert world.inventory.find(key)


def test_a_host_that_still_answers_the_last_time_is_not_asked_once_more(world, monkeypatch) -> None:
    world.connections.connect(world.host)
    asked = []
    monkeypatch.setattr(world.connections, "_reconcile", asked.append)
    world.connections._tasks.hold = True
    [hanging] = world.connections.reconcile()
    assert world.connections.reconcile() == [hanging]
    hanging.set_result(None)
    assert world.connections.reconcile() != [hanging]
    assert asked == [world.host.id] * 2


def test_a_host_that_is_gone_without_a_word_is_found_out(world) -> None:
    world.connections.connect(world.host)

    def unreachable():
        raise HostUnreachableError("EOF")

    world.links[0].machines = unreachable
    world.links[0].alive = False
    world.connections.reconcile()
    assert world.state() is LinkState.LOST
