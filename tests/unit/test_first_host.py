"""What the program opens on where nothing is set up."""

import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.services.first_host import FirstHost
from infinibay_desktop.services.hosts import HostService


class FakeConnections:
    """Connects to all but the URIs that are told to fail."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.connected: list[str] = []

    def connect(self, host) -> None:
        if host.uri in self.failing:
            raise HostUnreachableError(f"no {host.uri}")
        self.connected.append(host.uri)


@pytest.fixture
def connections() -> FakeConnections:
    return FakeConnections()


@pytest.fixture
def hosts(units) -> HostService:
    return HostService(units)


def test_the_systems_libvirt_comes_first(hosts, connections) -> None:
    host = FirstHost(hosts, connections, autoconnect=True).local()
    assert host.uri == "qemu:///system"
    assert [(h.uri, h.autoconnect) for h in hosts.all()] == [("qemu:///system", True)]


def test_the_session_is_taken_where_the_system_does_not_answer(hosts, connections) -> None:
    connections.failing = {"qemu:///system"}
    assert FirstHost(hosts, connections).local().uri == "qemu:///session"
    assert [host.uri for host in hosts.all()] == ["qemu:///session"]


def test_nothing_is_stored_where_no_libvirt_answers(hosts, connections) -> None:
    connections.failing = {"qemu:///system", "qemu:///session"}
    with pytest.raises(HostUnreachableError, match="qemu:///system"):
        FirstHost(hosts, connections).local()
    assert hosts.all() == []


def test_the_demonstration_is_one_click_too(hosts, connections) -> None:
    host = FirstHost(hosts, connections, autoconnect=True).demonstration()
    assert host.address.is_demonstration
    assert hosts.find("demonstration").autoconnect


def test_a_host_that_is_known_is_used_again(hosts, connections) -> None:
    by_hand = hosts.add("qemu:///system", name="mine", autoconnect=False)
    kept = FirstHost(hosts, connections).local()
    assert kept == by_hand
    taken = FirstHost(hosts, connections, autoconnect=True).local()
    assert (taken.id, taken.name, taken.autoconnect) == (by_hand.id, "mine", True)
    assert hosts.all() == [taken]


def test_a_known_host_is_only_connected_to_when_it_is_wanted(hosts, connections) -> None:
    hosts.add("qemu:///system", name="mine")
    FirstHost(hosts, connections).known("qemu:///system")
    assert connections.connected == []
