"""Hosts that other programs add, edit and remove."""

from dataclasses import replace

import pytest

from infinibay_desktop.model.events import EventsMissed, HostRemoved, HostSaved
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.services.host_follower import HostFollower
from infinibay_desktop.services.hosts import HostService
from tests.fakes import InlineTasks

FAR, FARTHER = "qemu+ssh://root@far/system", "qemu+ssh://root@farther/system"


class FakeConnector:
    """Notes what it is told to do."""

    def __init__(self) -> None:
        self.hosts: dict[HostId, Host] = {}

    def in_use(self) -> set[HostId]:
        return set(self.hosts)

    def adopt(self, host: Host) -> None:
        self.hosts[host.id] = host

    def connect_in_background(self, host: Host) -> None:
        self.hosts[host.id] = host


@pytest.fixture
def connector() -> FakeConnector:
    return FakeConnector()


@pytest.fixture
def hosts(units) -> HostService:
    """What the other program does."""
    return HostService(units)


@pytest.fixture
def follower(units, connector, recorder) -> HostFollower:
    return HostFollower(units, connector, InlineTasks(), recorder)


def test_a_host_that_another_program_adds_is_connected(hosts, follower, connector) -> None:
    follower.connect_new_hosts()
    added = hosts.add(FAR)
    follower.on_host_saved_elsewhere(HostSaved(host_id=added.id))
    assert connector.hosts == {added.id: added}


def test_a_program_that_connects_to_nothing_by_itself_stays_so(hosts, follower, connector) -> None:
    added = hosts.add(FAR)
    follower.on_host_saved_elsewhere(HostSaved(host_id=added.id))
    assert connector.hosts == {}


def test_a_host_that_does_not_connect_by_itself_is_left(hosts, follower, connector) -> None:
    follower.connect_new_hosts()
    added = hosts.add(FAR, autoconnect=False)
    follower.on_host_saved_elsewhere(HostSaved(host_id=added.id))
    assert connector.hosts == {}


def test_a_host_that_was_left_by_hand_is_not_connected_by_an_edit_elsewhere(
    hosts, follower, connector
) -> None:
    known = hosts.add(FAR)
    follower.connect_new_hosts()
    mine = hosts.add(FARTHER)
    follower.on_host_saved(HostSaved(host_id=mine.id))
    for host in (known, mine):
        hosts.edit(replace(host, name=f"{host.name} edited"))
        follower.on_host_saved_elsewhere(HostSaved(host_id=host.id))
    assert connector.hosts == {}


def test_a_host_in_use_is_used_as_edited(hosts, follower, connector) -> None:
    added = hosts.add(FAR)
    connector.connect_in_background(added)
    edited = hosts.edit(replace(added, name="new name"))
    follower.on_host_saved_elsewhere(HostSaved(host_id=added.id))
    assert connector.hosts == {added.id: edited}


def test_a_host_that_is_gone_already_is_no_trouble(hosts, follower, connector) -> None:
    follower.connect_new_hosts()
    added = hosts.add(FAR)
    hosts.remove(added)
    follower.on_host_saved_elsewhere(HostSaved(host_id=added.id))
    assert connector.hosts == {}


def test_after_missed_events_all_hosts_are_compared(hosts, follower, connector, recorder) -> None:
    kept, gone = hosts.add(FAR), hosts.add(FARTHER)
    follower.connect_new_hosts()
    for host in (kept, gone):
        connector.connect_in_background(host)
    edited = hosts.edit(replace(kept, name="edited"))
    hosts.remove(gone)
    new = hosts.add("qemu+tls://new/system")
    follower.on_events_missed(EventsMissed())
    assert connector.hosts[kept.id] == edited
    assert connector.hosts[new.id] == new
    assert recorder.of(HostRemoved) == [HostRemoved(host_id=gone.id)]
    assert {event.host_id for event in recorder.of(HostSaved)} == {kept.id, new.id}
