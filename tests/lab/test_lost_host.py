"""libvirtd dies and comes back under a running program."""

import threading
import time
from collections import deque

import pytest

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import HostStatusChanged, MachinesStale
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.services.hosts import draft_host

BACK_WITHIN_S = 5.0


@pytest.fixture
def core(tmp_path, clean_host):
    core = start_core(str(tmp_path / "lost.sqlite"))
    yield core
    core.close()


@pytest.fixture
def host(core):
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    return host


@pytest.fixture
def states(core):
    """Every change of a host's connection, with the time it came."""
    seen: list[tuple[LinkState, float]] = []
    changed = threading.Condition()

    def note(event: HostStatusChanged) -> None:
        with changed:
            seen.append((event.status.state, time.monotonic()))
            changed.notify_all()

    core.bus.subscribe(HostStatusChanged, note)

    def wait_for(state: LinkState, after: float, timeout_s: float) -> float:
        with changed:
            assert changed.wait_for(
                lambda: any(s is state and at >= after for s, at in seen), timeout_s
            ), f"not {state}: {seen}"
            return next(at for s, at in seen if s is state and at >= after)

    return wait_for


def define(lab_host, tmp_path, name: str) -> None:
    path = tmp_path / f"{name}.xml"
    path.write_text(
        f"<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory>"
        "<os><type arch='x86_64'>hvm</type></os></domain>"
    )
    lab_host.virsh("define", str(path))


@pytest.mark.expects_warnings
def test_a_killed_libvirtd_comes_back_by_itself(
    core, host, states, lab_host, lab_guest, tmp_path
) -> None:
    for number in range(30):
        define(lab_host, tmp_path, f"quiet{number}")
    started = time.monotonic()
    core.connections.connect_in_background(host)
    states(LinkState.CONNECTED, started, 20)
    stale: list[MachinesStale] = []
    core.bus.subscribe(MachinesStale, stale.append)
    stop = threading.Event()
    answers: deque[float] = deque()
    workers = [
        core.tasks.submit(lambda: hammer(core, host, stop, answers), lane=host.id) for _ in range(4)
    ]
    for _ in range(2):
        wait_until(answers.__len__)
        killed = time.monotonic()
        lab_host.kill_libvirtd()
        states(LinkState.LOST, killed, 10)
        assert all(machine.stale_since for machine in core.inventory.of_host(host.id))
        # A change that no event will tell of.
        lab_host.start_libvirtd()
        returned = time.monotonic()
        assert states(LinkState.CONNECTED, returned, 15) - returned < BACK_WITHIN_S
        answers.clear()
        wait_until(answers.__len__)
    stop.set()
    for worker in workers:
        worker.result(60)
    machines = {machine.name: machine for machine in core.inventory.of_host(host.id)}
    assert len(machines) == 31
    assert not any(machine.stale_since for machine in machines.values())
    assert machines[lab_guest.name].state is MachineState.RUNNING
    assert len(stale) == 2
    lab_host.virsh("destroy", lab_guest.name)
    gone = core.inventory.wait_for(
        machines[lab_guest.name].key,
        lambda machine: machine is None or machine.state is MachineState.SHUT_OFF,
        10,
    )
    assert gone, "events come again after the reconnect"


def hammer(core, host, stop: threading.Event, answers: deque) -> None:
    """Reads, as fast as it can, through kills; notes when it was answered."""
    while not stop.is_set():
        try:
            core.connections.refresh(host.id)
            answers.append(time.monotonic())
        except InfinibayError:
            stop.wait(0.02)


def test_what_happens_behind_our_back_is_seen(core, host, lab_host, lab_guest, tmp_path) -> None:
    core.tasks.submit(lambda: core.connections.connect(host)).result(20)
    [machine] = core.inventory.of_host(host.id)
    define(lab_host, tmp_path, "newcomer")
    wait_until(lambda: {m.name for m in core.inventory.snapshot()} == {machine.name, "newcomer"})
    lab_host.virsh("suspend", lab_guest.name)
    wait_until(lambda: core.inventory.find(machine.key).state is MachineState.PAUSED)
    lab_host.virsh("domrename", "newcomer", "renamed")
    wait_until(lambda: "renamed" in {m.name for m in core.inventory.snapshot()})
    lab_host.virsh("undefine", "renamed")
    wait_until(lambda: {m.name for m in core.inventory.snapshot()} == {machine.name})
    lab_host.virsh("destroy", lab_guest.name)
    wait_until(
        lambda: (
            (found := core.inventory.find(machine.key)) is None
            or found.state is MachineState.SHUT_OFF
        )
    )


def wait_until(condition, timeout_s: float = 10.0) -> None:
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "never happened"
        pause.wait(0.02)


@pytest.mark.expects_warnings
def test_a_host_that_hangs_delays_no_other(core, host, lab_host, libvirtd_stopped) -> None:
    """A daemon that takes connections and never answers, beside one that works."""
    demonstration = draft_host("test:///default")
    core.hosts.keep(demonstration)
    with libvirtd_stopped():
        core.connections.connect_in_background(host)
        for _ in range(20):
            core.tasks.submit(lambda: core.connections.refresh(host.id), lane=host.id)
        began = time.monotonic()
        core.tasks.submit(
            lambda: core.connections.connect(demonstration), lane=demonstration.id
        ).result(5)
        assert core.inventory.of_host(demonstration.id)
        assert time.monotonic() - began < 2


@pytest.fixture
def libvirtd_stopped():
    """Hold libvirtd, as a host under swap or a dead disk does."""
    import contextlib
    import os
    import signal
    import subprocess

    @contextlib.contextmanager
    def hold():
        found = subprocess.run(["pidof", "libvirtd"], capture_output=True, text=True, check=True)
        pids = [int(word) for word in found.stdout.split()]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)

    return hold
