"""Getting the agent into machines: by CD, by QEMU's agent, and by the agent that is there."""

import threading
from dataclasses import replace

import pytest

from infinibay_desktop.model.agent_delivery import CdDrive, DeliveryWay, InstallBy
from infinibay_desktop.model.errors import (
    Cancelled,
    ConflictError,
    GuestRefusedError,
    GuestTimeoutError,
    GuestUnavailableError,
    InvalidStateError,
    NotFoundError,
    StorageError,
)
from infinibay_desktop.model.guests import AGENT_CHANNEL, GuestAnswer
from infinibay_desktop.model.machines import MachineKey, MachineState
from infinibay_desktop.services import agent_delivery
from infinibay_desktop.services.agent_delivery import AgentDelivery
from infinibay_desktop.services.agent_serving import AgentServing
from infinibay_desktop.services.hosts import draft_host
from tests.fakes import FakeClock
from tests.fakes.actors import machine
from tests.fakes.delivery import IMAGE, FakeAgents, FakeInside, FakeMedia, FakePackage
from tests.fakes.hosts import FakeConnections, FakeLink
from tests.fakes.world import FakeFiles

ON_HOST = f"/p/{IMAGE.name}"
EMPTY = CdDrive(target="sda")


class Bed:
    """A running machine with an empty CD drive and the agent's channel, on a remote host."""

    def __init__(self, uri: str = "qemu+ssh://host/system") -> None:
        self.link = FakeLink(draft_host(uri))
        self.media = self.link.media = FakeMedia(self.link)
        self.inside = self.link.guest_agent = FakeInside()
        self.package, self.files = FakePackage(), FakeFiles()
        self.agents = FakeAgents(FakeClock(), self.link)
        self.key = self.add("web")
        self.media.give(self.key.machine_id, EMPTY)
        self.delivery = AgentDelivery(
            FakeConnections(self.link),
            self.agents,
            self.package,
            self.files,
            AgentServing(None, str, None),
        )

    def add(self, name: str) -> MachineKey:
        added = replace(machine(name), host_id=self.link.host.id, state=MachineState.RUNNING)
        self.link.hypervisor.add(added)
        self.link.hypervisor.domains[added.id].channels = (AGENT_CHANNEL,)
        return added.key

    def turn_off(self) -> None:
        domain = self.link.hypervisor.domains[self.key.machine_id]
        domain.machine = replace(domain.machine, state=MachineState.SHUT_OFF)

    @property
    def in_drive(self) -> list[str]:
        return [drive.path for drive in self.media.drives(self.key.machine_id)]


@pytest.fixture
def bed() -> Bed:
    return Bed()


# By CD.


def test_the_cd_is_brought_to_the_host_and_put_into_the_empty_drive(bed) -> None:
    done = bed.delivery.install(bed.key)
    assert (done.way, done.version, done.target, done.runs) == (
        *(DeliveryWay.CD, "1.1.0", "sda", True),
    )
    assert "does not answer" in done.why_not
    assert bed.in_drive == [ON_HOST]
    assert bed.link.storage.files[ON_HOST].format == "raw"


def test_one_image_serves_all_machines_and_goes_with_the_last(bed) -> None:
    other = bed.add("db")
    bed.media.give(other.machine_id, EMPTY)
    for key in (bed.key, other):
        bed.delivery.install(key)
    assert bed.delivery.eject(bed.key)
    assert list(bed.link.storage.files) == [ON_HOST]
    assert bed.delivery.eject(other)
    assert not bed.link.storage.files
    assert not bed.delivery.eject(other)


def test_an_older_cd_of_ours_is_replaced_and_removed(bed) -> None:
    old = bed.link.storage.put("/p/infinibay-agent-1.0.0-abc.iso").path
    bed.media.give(bed.key.machine_id, CdDrive(target="sda", path=old))
    bed.delivery.install(bed.key)
    assert bed.in_drive == [ON_HOST]
    assert list(bed.link.storage.files) == [ON_HOST]


def test_somebody_elses_cd_stays_unless_it_may_go(bed) -> None:
    bed.link.storage.put("/iso/debian.iso")
    bed.media.give(bed.key.machine_id, CdDrive(target="sda", path="/iso/debian.iso"))
    with pytest.raises(ConflictError, match=r"'debian\.iso'") as refused:
        bed.delivery.install(bed.key)
    assert refused.value.details["cd"] == "debian.iso"
    assert ON_HOST not in bed.link.storage.files
    bed.delivery.install(bed.key, replace=True)
    assert bed.in_drive == [ON_HOST]
    bed.delivery.eject(bed.key)
    assert "/iso/debian.iso" in bed.link.storage.files


def test_of_several_drives_an_empty_one_is_taken(bed) -> None:
    full = CdDrive(target="sda", path="/iso/debian.iso")
    bed.media.give(bed.key.machine_id, full, CdDrive(target="sdb"))
    assert bed.delivery.install(bed.key).target == "sdb"
    assert bed.in_drive == ["/iso/debian.iso", ON_HOST]


def test_a_machine_without_a_drive_gets_one_at_its_next_start(bed) -> None:
    bed.media.give(bed.key.machine_id)
    assert bed.delivery.install(bed.key).way is DeliveryWay.NEXT_START
    # Asked again before that, it does not get a second one.
    assert bed.delivery.install(bed.key).way is DeliveryWay.NEXT_START
    assert bed.in_drive == [ON_HOST]


def test_a_machine_that_is_off_has_all_of_it_when_it_starts(bed) -> None:
    bed.turn_off()
    bed.media.give(bed.key.machine_id)
    done = bed.delivery.install(bed.key)
    assert (done.way, done.runs) == (DeliveryWay.CD, False)


def test_the_agents_channel_is_added_where_it_is_missing(bed) -> None:
    domain = bed.link.hypervisor.domains[bed.key.machine_id]
    domain.channels = ()
    assert bed.delivery.install(bed.key).way is DeliveryWay.CD
    assert domain.channels == (AGENT_CHANNEL,)


def test_a_drive_that_the_guest_keeps_locked_is_opened_all_the_same(bed) -> None:
    bed.delivery.install(bed.key)
    bed.media.locked = True
    assert bed.delivery.eject(bed.key)
    assert bed.media.forced == ["sda"]
    assert bed.in_drive == [""]


def test_an_image_that_cannot_be_removed_stays_and_nothing_fails(bed) -> None:
    bed.delivery.install(bed.key)
    bed.link.failures.fail_at["delete_volume_at"] = StorageError("It is in use.")
    assert bed.delivery.eject(bed.key)
    assert bed.in_drive == [""]


def test_on_this_computer_a_file_is_enough_where_qemu_may_read_it() -> None:
    bed = Bed("qemu:///session")
    bed.package.local = "/home/me/images"
    bed.delivery.install(bed.key)
    assert bed.in_drive == [f"/home/me/images/{IMAGE.name}"]
    assert not bed.link.storage.files
    bed.delivery.eject(bed.key)
    assert bed.package.dropped == [f"/home/me/images/{IMAGE.name}"]


def test_on_this_computer_the_host_keeps_it_where_qemu_may_not_read_ours() -> None:
    bed = Bed("qemu:///system")
    bed.package.local = "/home/me/images"
    bed.files.closed.add(f"/home/me/images/{IMAGE.name}")
    bed.delivery.install(bed.key)
    assert bed.in_drive == [ON_HOST]


def test_a_host_without_a_pool_gets_one_or_says_what_to_do(bed) -> None:
    bed.link.storage.known.clear()
    bed.delivery.install(bed.key)
    assert bed.in_drive == [f"/var/lib/libvirt/images/{IMAGE.name}"]
    session = Bed("qemu+ssh://host/session")
    session.link.storage.known.clear()
    with pytest.raises(NotFoundError):
        session.delivery.install(session.key)


def test_pools_that_hold_no_files_are_passed_over_and_stopped_ones_are_started(bed) -> None:
    pools = bed.link.storage.known
    pools["default"] = replace(pools["default"], kind="logical")
    pools["big"] = replace(pools["default"], name="big", kind="dir", path="/big")
    pools["off"] = replace(pools["big"], name="off", path="/off", active=False)
    bed.delivery.install(bed.key)
    assert bed.in_drive == [f"/big/{IMAGE.name}"]
    bed.delivery.eject(bed.key)
    pools["default"] = replace(pools["default"], kind="dir", active=False)
    bed.delivery.install(bed.key)
    assert bed.in_drive == [ON_HOST]
    assert pools["default"].active


def test_a_demonstration_runs_nothing() -> None:
    bed = Bed("test:///default")
    with pytest.raises(InvalidStateError, match="demonstration"):
        bed.delivery.install(bed.key)


# By QEMU's own agent.


def test_where_qemus_agent_answers_nobody_types(bed) -> None:
    bed.inside.answers, told = True, []
    done = bed.delivery.install(bed.key, progress=told.append)
    assert done.way is DeliveryWay.INSTALLED
    assert set(bed.inside.written) == {
        "/opt/infinibay-agent-setup/install.sh",
        "/opt/infinibay-agent-setup/infinibay-agent",
    }
    assert [words[0] for words in bed.inside.ran] == ["/bin/mkdir", "/bin/sh", "/bin/rm"]
    assert bed.in_drive == [""]
    assert "Running the installer" in [one.text for one in told]


def test_windows_is_given_its_own_files(bed) -> None:
    bed.inside.answers, bed.inside.system_name = True, "Windows Server 2022"
    bed.delivery.install(bed.key)
    assert set(bed.inside.written) == {
        r"C:\Windows\infinibay-agent-setup\install.sh",
        r"C:\Windows\infinibay-agent-setup\infinibay-agent",
    }
    assert b"the agent for windows" in bed.inside.written.values()
    assert bed.inside.ran[1][-1].endswith(r"\install.ps1")


def test_what_qemus_agent_cannot_do_the_cd_does_and_the_reason_is_told(bed) -> None:
    bed.inside.answers, bed.inside.exit_codes = True, {"/bin/sh": 1}
    done = bed.delivery.install(bed.key)
    assert done.way is DeliveryWay.CD
    assert done.why_not == "The installer failed inside the guest: Python is missing"
    assert bed.inside.ran[-1][0] == "/bin/rm"


def test_who_wants_only_qemus_agent_is_told_what_failed(bed) -> None:
    with pytest.raises(GuestUnavailableError):
        bed.delivery.install(bed.key, by=InstallBy.QGA)
    bed.turn_off()
    with pytest.raises(GuestUnavailableError, match="running"):
        bed.delivery.install(bed.key, by=InstallBy.QGA)
    assert bed.in_drive == [""]


def test_who_wants_the_cd_gets_it_although_qemus_agent_answers(bed) -> None:
    bed.inside.answers = True
    assert bed.delivery.install(bed.key, by=InstallBy.CD).way is DeliveryWay.CD
    assert not bed.inside.ran


def test_cancelling_does_not_end_in_the_other_way(bed, monkeypatch) -> None:
    def cancelled(_machine_id):
        raise Cancelled("The person said no.")

    monkeypatch.setattr(bed.inside, "system", cancelled)
    with pytest.raises(Cancelled):
        bed.delivery.install(bed.key)
    assert bed.in_drive == [""]


# By the agent that is there.


def test_an_older_agent_is_replaced_and_the_new_one_awaited(bed) -> None:
    told = []
    assert bed.delivery.upgrade(bed.key, progress=told.append)
    assert bed.agents.taken == [b"the agent for linux"]
    assert told[0].percent == 50
    assert bed.agents.greeting.version == "1.1.0"


def test_an_agent_that_is_new_enough_stays_unless_told_otherwise(bed) -> None:
    bed.agents.greeting = replace(bed.agents.greeting, version="1.1.0")
    assert not bed.delivery.upgrade(bed.key)
    assert not bed.agents.taken


def test_an_agent_that_cannot_replace_itself_is_left_alone(bed) -> None:
    bed.agents.greeting = replace(bed.agents.greeting, capabilities=frozenset())
    with pytest.raises(GuestRefusedError, match="cannot replace itself"):
        bed.delivery.upgrade(bed.key)


def test_an_agent_that_is_not_there_is_said(bed) -> None:
    bed.agents.greeting = None
    with pytest.raises(GuestUnavailableError):
        bed.delivery.upgrade(bed.key)


def test_an_agent_that_refuses_says_why(bed) -> None:
    bed.agents.answer = GuestAnswer(success=False, error="The disk is full.")
    with pytest.raises(GuestRefusedError, match="The disk is full"):
        bed.delivery.upgrade(bed.key)


def test_an_agent_that_does_not_come_back_is_said(bed, monkeypatch) -> None:
    monkeypatch.setattr(agent_delivery, "RESTART_S", 0.01)
    monkeypatch.setattr(agent_delivery, "LOOK_S", 0.005)
    monkeypatch.setattr(bed.agents, "upgrade", lambda *_a, **_k: GuestAnswer(success=True))
    with pytest.raises(GuestTimeoutError):
        bed.delivery.upgrade(bed.key)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        bed.delivery.upgrade(bed.key, stop=stop)
