"""How long after libvirt's return a lost host is connected again, in the midst of work."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import libvirt

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import HostStatusChanged
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import MachineState
from tests.bench.bed import Bed, bare_libvirt, define_machines, running_core
from tests.bench.measuring import Series, Table
from tests.lab.host import LabHost
from tests.lab.waiting import wait_for

ROUNDS, WARM_UP = 10, 3
MACHINES = 200
AT_MOST_MS = 5000
# A leak of one a round would show as ten; the pool of connections may be fuller or emptier.
MOST_GROWTH = 4
SOCKET = "/run/libvirt/libvirt-sock"


def main() -> None:
    table = Table("reconnect", f"libvirtd killed and started, {MACHINES} machines, {ROUNDS} times")
    lab = LabHost()
    with bare_libvirt() as connection:
        define_machines(connection, MACHINES)
    with running_core() as bed:
        status = Status(bed)
        load = Load(bed)
        for _ in range(WARM_UP):
            kill_and_wait(lab, status, load)
        before = open_things()
        took = [kill_and_wait(lab, status, load) for _ in range(ROUNDS)]
        load.end()
        after = open_things()
        wrong = wait_until_right(bed)
    series = Series(tuple(took))
    table.absolute("socket back to connected", series, at_most_ms=AT_MOST_MS)
    table.absolute("the slowest of them", Series((max(took),)), at_most_ms=AT_MOST_MS)
    table.fact("acts done, acts refused meanwhile", load.told(), holds=load.done > ROUNDS)
    table.fact("machines stale at CONNECTED", str(status.stale), holds=not status.stale)
    table.fact("machines wrong in the end", str(wrong), holds=not wrong)
    for what, old, new in zip(("open files", "threads"), before, after, strict=True):
        table.fact(f"{what} before, after", f"{old}, {new}", holds=new <= old + MOST_GROWTH)
    table.end()


class Status:
    """When the host was last seen in each state, and whether its machines were fresh then."""

    def __init__(self, bed: Bed) -> None:
        self.stale = 0
        self._bed = bed
        self._changed = threading.Condition()
        self._at: dict[LinkState, float] = {}
        bed.core.bus.subscribe(HostStatusChanged, self._note)

    def _note(self, event: HostStatusChanged) -> None:
        with self._changed:
            self._at[event.status.state] = time.perf_counter()
            if event.status.state is LinkState.CONNECTED:
                machines = self._bed.core.inventory.snapshot()
                self.stale += sum(machine.stale_since is not None for machine in machines)
            self._changed.notify_all()

    def wait_for(self, state: LinkState, after: float) -> float:
        with self._changed:
            assert self._changed.wait_for(lambda: self._at.get(state, 0.0) > after, 60), state
            return self._at[state]


class Load:
    """Somebody who keeps starting machines and forcing them off, and somebody who keeps reading."""

    def __init__(self, bed: Bed) -> None:
        self.done = self._refused = 0
        self._bed = bed
        self._keys = [machine.key for machine in bed.core.inventory.snapshot()]
        self._stop = threading.Event()
        self._running = [bed.submit(self._act), bed.submit(self._read)]

    def end(self) -> None:
        self._stop.set()
        for future in self._running:
            future.result()

    def told(self) -> str:
        return f"{self.done}, {self._refused}"

    def _act(self) -> None:
        number = 0
        while not self._stop.is_set():
            number += 1
            key = self._keys[number % 3]
            for act in (self._bed.core.machines.start, self._bed.core.machines.force_off):
                try:
                    act(key)
                    self.done += 1
                except InfinibayError:
                    self._refused += 1
                    self._stop.wait(0.02)

    def _read(self) -> None:
        while not self._stop.is_set():
            try:
                self._bed.core.connections.refresh(self._bed.host.id)
            except InfinibayError:
                self._stop.wait(0.02)


def kill_and_wait(lab: LabHost, status: Status, load: Load) -> float:
    """Seconds from the first connection that the socket takes to the host being connected."""
    done = load.done
    wait_for(lambda: load.done > done + 1, "acts that go well")
    killed = time.perf_counter()
    lab.kill_libvirtd()
    status.wait_for(LinkState.LOST, killed)
    with ThreadPoolExecutor(1) as executor:
        starting = executor.submit(lab.start_libvirtd)
        wait_for(takes_connections, "libvirt's socket")
        back = time.perf_counter()
        starting.result()
    return status.wait_for(LinkState.CONNECTED, killed) - back


def takes_connections() -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(SOCKET) == 0


def wait_until_right(bed: Bed) -> int:
    """Number of machines that show another state than libvirt's, once events had time to come."""
    deadline = time.monotonic() + 2
    while (wrong := machines_wrong(bed)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return wrong


def machines_wrong(bed: Bed) -> int:
    shown = {
        (str(machine.id), machine.state is MachineState.RUNNING, machine.stale_since is None)
        for machine in bed.core.inventory.snapshot()
    }
    with bare_libvirt() as connection:
        real = {
            (domain.UUIDString(), stats["state.state"] == libvirt.VIR_DOMAIN_RUNNING, True)
            for domain, stats in connection.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
        }
    return len(shown ^ real) // 2 + abs(len(shown) - len(real))


def open_things() -> tuple[int, int]:
    return sum(1 for _ in Path("/proc/self/fd").iterdir()), threading.active_count()


if __name__ == "__main__":
    main()
