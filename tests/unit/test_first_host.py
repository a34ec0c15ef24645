"""What the program opens on where nothing is set up."""

import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.services.first_host import FirstHost
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.remedies import commands_in, remedy_for


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
def hosts(units, recorder) -> HostService:
    return HostService(units, recorder)


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


@pytest.mark.parametrize(
    ("problem", "family", "commands"),
    [
        (
            Problem.LIBVIRT_MISSING,
            Family.FEDORA,
            [
                "sudo dnf install libvirt-daemon-kvm libvirt-client",
                "sudo systemctl enable --now virtqemud.socket",
            ],
        ),
        (Problem.LIBVIRT_DENIED, Family.DEBIAN, ["sudo usermod -aG libvirt $USER"]),
        (
            Problem.NETWORK_INACTIVE,
            Family.ARCH,
            [
                "virsh -c qemu:///system net-start default",
                "virsh -c qemu:///system net-autostart default",
            ],
        ),
        (Problem.KVM_MISSING, Family.DEBIAN, []),
    ],
)
def test_commands_are_taken_out_of_a_remedy_whole(problem, family, commands) -> None:
    remedy = remedy_for(problem, Distribution(family=family, name="x"))
    assert commands_in(remedy) == commands
