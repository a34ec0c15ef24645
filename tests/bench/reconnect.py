"""How long after libvirt's return a lost host is connected again."""

import threading
import time
from pathlib import Path

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import HostStatusChanged
from infinibay_desktop.model.hosts import LinkState
from tests.bench.bed import Bed, bare_libvirt, define_machines, running_core
from tests.bench.measuring import Series, Table
from tests.lab.host import LabHost

ROUNDS = 10
MACHINES = 200
AT_MOST_MS = 5000


def main() -> None:
    table = Table(
        "reconnect", f"libvirtd killed and started again, {MACHINES} machines, under load"
    )
    lab = LabHost()
    with bare_libvirt() as connection:
        define_machines(connection, MACHINES)
    with running_core() as bed:
        stop = threading.Event()
        loads = [bed.submit(lambda: load(bed, stop)) for _ in range(2)]
        connected = Connected(bed)
        took = [kill_and_wait(lab, connected) for _ in range(2)]
        before = open_things()
        took += [kill_and_wait(lab, connected) for _ in range(ROUNDS)]
        after = open_things()
        stop.set()
        for each in loads:
            each.result()
        assert len(bed.core.inventory.snapshot()) == MACHINES
        assert not any(machine.stale_since for machine in bed.core.inventory.snapshot())
        table.absolute("socket back to connected", Series(tuple(took)), at_most_ms=AT_MOST_MS)
        table.absolute("the slowest", Series((max(took),)), at_most_ms=AT_MOST_MS)
        print(f"open files and threads after 2 and {ROUNDS + 2} rounds: {before}, {after}")
        assert sum(after) <= sum(before) + 10, "something is not given back"
    table.end()


class Connected:
    """When the host was last seen connected and lost."""

    def __init__(self, bed: Bed) -> None:
        self._changed = threading.Condition()
        self._at: dict[LinkState, float] = {}
        bed.core.bus.subscribe(HostStatusChanged, self._note)

    def _note(self, event: HostStatusChanged) -> None:
        with self._changed:
            self._at[event.status.state] = time.perf_counter()
            self._changed.notify_all()

    def wait_for(self, state: LinkState, after: float) -> float:
        with self._changed:
            assert self._changed.wait_for(lambda: self._at.get(state, 0.0) > after, 60), state
            return self._at[state]


def kill_and_wait(lab: LabHost, connected: Connected) -> float:
    """Seconds from libvirt's first answer to ours; less than nothing counts as nothing."""
    killed = time.perf_counter()
    lab.kill_libvirtd()
    connected.wait_for(LinkState.LOST, killed)
    lab.start_libvirtd()
    back = time.perf_counter()
    return max(0.0, connected.wait_for(LinkState.CONNECTED, killed) - back)


def load(bed: Bed, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            bed.core.connections.refresh(bed.host.id)
        except InfinibayError:
            stop.wait(0.05)


def open_things() -> tuple[int, int]:
    return sum(1 for _ in Path("/proc/self/fd").iterdir()), threading.active_count()


if __name__ == "__main__":
    main()
