"""Driving machines: what the state allows, what the host can give, how long a guest is waited for."""

import threading
from uuid import UUID

import pytest

from infinibay_desktop.model.errors import (
    ConflictError,
    HostUnreachableError,
    HypervisorError,
    InvalidStateError,
    NotFoundError,
    ShutdownTimeoutError,
    ValidationError,
)
from infinibay_desktop.model.events import DomainStateSeen, MachineReset, MachineRestarting
from infinibay_desktop.model.machines import Act, Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.sizes import GIB, MIB
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.system.pictures import PillowPictureEncoder
from tests.fakes.hosts import FakeConnections, FakeLink


class Bench:
    """One machine on one host, in whatever state a test wants."""

    def __init__(self, recorder) -> None:
        self.link = FakeLink(draft_host("qemu:///system"))
        self.hypervisor = self.link.hypervisor
        self.inventory = Inventory(recorder)
        self.connections = FakeConnections(self.link)
        self.machines = MachineService(self.connections, self.inventory, PillowPictureEncoder())
        self.key = MachineKey(self.link.host.id, MachineId(UUID(int=7)))
        self.set(MachineState.SHUT_OFF)

    def set(self, state: MachineState, **values: object) -> None:
        machine = Machine(
            id=self.key.machine_id, host_id=self.key.host_id, name="web", state=state, **values
        )
        self.hypervisor.add(machine)
        self.inventory.update(machine, mark=self.inventory.mark())

    def state(self) -> MachineState:
        return self.hypervisor.machine(self.key.machine_id).state


@pytest.fixture
def bench(recorder) -> Bench:
    return Bench(recorder)


ACTS = {
    Act.START: lambda machines, key: machines.start(key),
    Act.SHUTDOWN: lambda machines, key: machines.shut_down(key),
    Act.REBOOT: lambda machines, key: machines.reboot(key),
    Act.RESET: lambda machines, key: machines.reset(key),
    Act.FORCE_OFF: lambda machines, key: machines.force_off(key),
    Act.PAUSE: lambda machines, key: machines.pause(key),
    Act.RESUME: lambda machines, key: machines.resume(key),
    Act.SAVE: lambda machines, key: machines.save(key),
    Act.RESTORE: lambda machines, key: machines.restore(key),
    Act.RENAME: lambda machines, key: machines.rename(key, "other"),
    Act.SCREENSHOT: lambda machines, key: machines.screenshot(key),
}
REFUSED = {
    Act.START: MachineState.RUNNING,
    Act.SHUTDOWN: MachineState.PAUSED,
    Act.REBOOT: MachineState.SHUT_OFF,
    Act.RESET: MachineState.SHUT_OFF,
    Act.FORCE_OFF: MachineState.SAVED,
    Act.PAUSE: MachineState.PAUSED,
    Act.RESUME: MachineState.RUNNING,
    Act.SAVE: MachineState.SHUT_OFF,
    Act.RESTORE: MachineState.SHUT_OFF,
    Act.RENAME: MachineState.RUNNING,
    Act.SCREENSHOT: MachineState.SHUT_OFF,
}
WORKS = (
    (Act.START, MachineState.SHUT_OFF, MachineState.RUNNING),
    (Act.START, MachineState.SAVED, MachineState.RUNNING),
    (Act.SHUTDOWN, MachineState.RUNNING, MachineState.SHUT_OFF),
    (Act.REBOOT, MachineState.RUNNING, MachineState.RUNNING),
    (Act.RESET, MachineState.RUNNING, MachineState.RUNNING),
    (Act.FORCE_OFF, MachineState.PAUSED, MachineState.SHUT_OFF),
    (Act.PAUSE, MachineState.RUNNING, MachineState.PAUSED),
    (Act.RESUME, MachineState.PAUSED, MachineState.RUNNING),
    (Act.RESUME, MachineState.SUSPENDED, MachineState.RUNNING),
    (Act.SAVE, MachineState.RUNNING, MachineState.SAVED),
    (Act.RESTORE, MachineState.SAVED, MachineState.RUNNING),
)


@pytest.mark.parametrize(("act", "before", "after"), WORKS)
def test_an_act_reaches_the_host(bench, act, before, after) -> None:
    bench.set(before)
    ACTS[act](bench.machines, bench.key)
    assert bench.state() is after


@pytest.mark.parametrize("act", REFUSED)
def test_an_act_that_makes_no_sense_never_reaches_the_host(bench, act) -> None:
    bench.set(REFUSED[act])
    with pytest.raises(InvalidStateError, match="Cannot"):
        ACTS[act](bench.machines, bench.key)
    assert bench.hypervisor.failures.calls == ["machine"]


@pytest.mark.parametrize("act", ACTS)
def test_a_machine_that_is_not_there_is_said_to_be_so(bench, act) -> None:
    bench.hypervisor.domains.clear()
    with pytest.raises(NotFoundError):
        ACTS[act](bench.machines, bench.key)


def test_a_lost_host_is_said_to_be_so(bench) -> None:
    with bench.connections.down(), pytest.raises(HostUnreachableError):
        bench.machines.start(bench.key)


def test_no_command_sets_a_state_it_hopes_for(bench, recorder) -> None:
    recorder.events.clear()
    bench.machines.start(bench.key)
    assert recorder.events == []
    assert bench.inventory.find(bench.key).state is MachineState.SHUT_OFF


def test_a_saved_state_can_be_thrown_away(bench) -> None:
    bench.set(MachineState.SAVED)
    bench.machines.start(bench.key, discard_saved=True)
    assert bench.state() is MachineState.RUNNING


def test_a_transient_machine_is_not_saved(bench) -> None:
    bench.set(MachineState.RUNNING, persistent=False)
    with pytest.raises(InvalidStateError, match="transient"):
        bench.machines.save(bench.key)


def test_a_shutdown_ends_with_the_hosts_word(bench, tasks) -> None:
    bench.set(MachineState.RUNNING)
    bench.hypervisor.deaf = True
    asked = threading.Event()
    request = bench.hypervisor.shut_down

    def shut_down(machine_id) -> None:
        request(machine_id)
        asked.set()

    bench.hypervisor.shut_down = shut_down
    waiting = tasks.submit(lambda: bench.machines.shut_down(bench.key, timeout_s=20))
    assert asked.wait(5)
    bench.inventory.on_domain_state_seen(
        DomainStateSeen(
            host_id=bench.key.host_id,
            machine_id=bench.key.machine_id,
            state=MachineState.SHUT_OFF,
        )
    )
    waiting.result(5)


def test_a_shutdown_whose_event_got_lost_ends_all_the_same(bench, monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.services.machines.ASK_AGAIN_S", 0.01)
    bench.set(MachineState.RUNNING)  # the inventory never hears that it stopped
    bench.machines.shut_down(bench.key, timeout_s=5)


def test_a_transient_machine_that_went_has_shut_down(bench, monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.services.machines.ASK_AGAIN_S", 0.01)
    bench.set(MachineState.RUNNING, persistent=False)
    bench.hypervisor.shut_down = lambda machine_id: bench.hypervisor.domains.clear()
    bench.machines.shut_down(bench.key, timeout_s=5)


def test_a_guest_that_does_not_listen_is_told_of(bench, monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.services.machines.ASK_AGAIN_S", 0.01)
    bench.set(MachineState.RUNNING)
    bench.hypervisor.deaf = True
    with pytest.raises(ShutdownTimeoutError, match="still runs") as refused:
        bench.machines.shut_down(bench.key, timeout_s=0.05)
    assert refused.value.remedy
    bench.machines.shut_down(bench.key, timeout_s=0)  # asks, and does not wait


def test_autostart_is_seen_at_once_because_no_event_tells_of_it(bench) -> None:
    bench.machines.set_autostart(bench.key, enabled=True)
    assert bench.inventory.find(bench.key).autostart


def test_a_name_is_free_or_refused(bench) -> None:
    other = Machine(
        id=MachineId(UUID(int=8)),
        host_id=bench.key.host_id,
        name="taken",
        state=MachineState.SHUT_OFF,
    )
    bench.hypervisor.add(other)
    with pytest.raises(ConflictError):
        bench.machines.rename(bench.key, "taken")
    with pytest.raises(ValidationError):
        bench.machines.rename(bench.key, "a/b")
    bench.machines.rename(bench.key, "web")  # its own
    assert "rename" not in bench.hypervisor.failures.calls
    bench.machines.rename(bench.key, "free")
    assert bench.hypervisor.machine(bench.key.machine_id).name == "free"


@pytest.mark.parametrize(
    "size",
    [
        {"vcpus": 0},
        {"vcpus": 9},
        {"vcpus": -1},
        {"memory_bytes": MIB},
        {"memory_bytes": 33 * GIB},
        {"vcpus": 2, "memory_bytes": 0},
    ],
)
def test_a_size_that_the_host_cannot_give_changes_nothing(bench, size) -> None:
    with pytest.raises(ValidationError):
        bench.machines.set_size(bench.key, **size)
    assert "set_size" not in bench.hypervisor.failures.calls


def test_size_and_description_are_changed(bench) -> None:
    bench.machines.set_size(bench.key, vcpus=8)
    bench.machines.set_size(bench.key, memory_bytes=32 * GIB)
    bench.machines.set_description(bench.key, "  two\nlines  ")
    machine = bench.hypervisor.machine(bench.key.machine_id)
    assert (machine.vcpus, machine.memory_bytes) == (8, 32 * GIB)
    assert bench.machines.details(bench.key).description == "two\nlines"


@pytest.mark.parametrize("description", ["x" * 4097, "a\x1bb", "a\0b", "a\u202eb"])
def test_a_description_that_cannot_be_shown_is_refused(bench, description) -> None:
    with pytest.raises(ValidationError):
        bench.machines.set_description(bench.key, description)


def test_a_screenshot_is_a_png_or_an_error(bench) -> None:
    bench.set(MachineState.RUNNING)
    assert bench.machines.screenshot(bench.key).startswith(b"\x89PNG")
    bench.hypervisor.picture = b"<svg/>"
    with pytest.raises(HypervisorError, match="no picture"):
        bench.machines.screenshot(bench.key)


def test_waiting_for_a_state_ends_with_it_or_with_the_time(bench) -> None:
    assert bench.machines.wait_for_state(bench.key, MachineState.SHUT_OFF, 1)
    assert not bench.machines.wait_for_state(bench.key, MachineState.RUNNING, 0.01)
    bench.inventory.remove(bench.key)
    assert bench.machines.wait_for_state(bench.key, MachineState.SHUT_OFF, 1)


def test_a_restart_and_a_reset_are_told_once_the_host_was_asked(bench, recorder) -> None:
    bench.set(MachineState.RUNNING)
    recorder.events.clear()
    bench.machines.reboot(bench.key)
    bench.machines.reset(bench.key)
    assert [type(event) for event in recorder.events] == [MachineRestarting, MachineReset]
