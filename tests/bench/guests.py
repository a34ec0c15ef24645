"""What guests cost: a message, a flood to committed rows, a thousand of them at their own pace.

With --minutes N, a thousand guests at their pace for that long, and nothing else.
"""

import argparse
import contextlib
import gc
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import text

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.guest.facts import parse_facts
from infinibay_desktop.guest.hub import GuestHub
from infinibay_desktop.guest.limits import Limits
from infinibay_desktop.guest.messages import parse_line
from infinibay_desktop.guest.readings import Readings
from infinibay_desktop.guest.session import SLICE_BYTES, GuestSession
from infinibay_desktop.model.events import GuestFactsSeen, SamplesSeen
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, adopt
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.metric_ingest import FLUSH_S, LANE, MetricIngest
from tests.bench.crowd import allow_many_files
from tests.bench.measuring import Series, Table
from tests.fakes import agents
from tests.fakes.channels import FakeChannel, SocketChannel, SocketPoller

GUESTS = 1000
PERIOD_S = 5.0
MOST_WAITING = 10_000
UNLIMITED = Limits(messages_per_s=inf, reads_per_s=inf, sample_gap_s=0)
FLOODERS = 20
MESSAGES = 5000
ROUNDS = 5
FLOOD_S = 8.0
STEADY_S = 40.0
WARM_UP_S = 15.0
MINUTE_S = 60.0
# Messages a CPU-second, by how many processes a message tells of: the target was set with
# messages of 1.8 kB, ours are larger.
FLOODS = {4: 60_000, 10: None}
TARGET_SHARE = 4.0
LONGEST_TURN_S = 0.005
LONG_TURNS = "turns of the guests' thread over 5 CPU-ms"
MAY_GROW_MB = 8.0
USUAL = Limits()
LOOK_S, YOUNG = 0.04, 1500  # app/garbage.py


class ListenedHub(GuestHub):
    """A hub that knows how much processor time its turns took."""

    turns = long_turns = 0
    longest_s = 0.0

    def turn(self, wait_s: float = 0.0) -> None:
        begin = time.thread_time()
        super().turn(wait_s)
        took_s = time.thread_time() - begin
        self.turns += 1
        self.long_turns += took_s > LONGEST_TURN_S
        self.longest_s = max(self.longest_s, took_s)

    def forget(self) -> None:
        self.turns, self.long_turns, self.longest_s = 0, 0, 0.0

    def told(self) -> str:
        return f"{self.long_turns} of {self.turns:,} (longest {self.longest_s * 1000:.1f} CPU-ms)"

    def keeps_short(self) -> bool:
        """One in a thousand may be the computer's own: what another takes of it counts too."""
        return self.long_turns <= max(1, self.turns // 1000)


@dataclass
class Reception:
    """The guests' side of the program: the hub, the bus, the ingest and its database."""

    hub: ListenedHub
    ingest: MetricIngest
    units: UnitsOfWork
    seen: int = 0
    ends: list[str] = field(default_factory=list)

    def rows(self) -> int:
        """Rows that are committed."""
        with self.units() as unit:
            return unit.metrics._ring.count()

    def disk_bytes(self) -> int:
        with self.units() as unit:
            pages = unit.metrics._session.execute(text("PRAGMA page_count")).scalar_one()
        return pages * 4096


def main() -> None:
    adopt(Role.MAIN)
    gc.disable()
    logging.getLogger().addHandler(logging.NullHandler())
    allow_many_files()
    sys.setswitchinterval(0.0005)  # as the program does
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=0.0)
    minutes = parser.parse_args().minutes
    if minutes:
        table = Table(
            "guests", f"{GUESTS} guests at one message per {PERIOD_S:g} s, {minutes:g} min"
        )
        measure_pace(table, minutes * MINUTE_S, tell=True)
    else:
        table = Table("guests", f"{GUESTS} guests over unix sockets, rows on SQLite")
        measure_message(table)
        for processes, target in FLOODS.items():
            measure_flood(table, processes, target)
        measure_limits(table)
        measure_pace(table, STEADY_S)
    table.end()


# A message alone.


class Nobody:
    """A listener to whom it is all one."""

    def sample(self, sample: Sample) -> None: ...

    def facts(self, key: MachineKey, facts: object) -> None: ...

    def changed(self, key: MachineKey) -> None: ...


def measure_message(table: Table) -> None:
    lines = [agents.metrics(5 * number) for number in range(MESSAGES)]
    messages = [parse_line(line) for line in lines]
    readings = Readings(key_of(0))

    def samples() -> None:
        for number, message in enumerate(messages):
            readings.sample(message, 5.0 * number, number)

    channel = FakeChannel()
    session = GuestSession(
        key_of(0), channel, Nobody(), SystemClock(), period_s=1e6, limits=UNLIMITED
    )
    blob = b"".join(lines)

    portions = [blob[begin : begin + SLICE_BYTES] for begin in range(0, len(blob), SLICE_BYTES)]

    def whole() -> None:
        for portion in portions:
            channel.say(portion)
            session.read()

    size = f"a message of {len(lines[0]) / 1000:.1f} kB"
    for what, work in (
        (f"{size}: parsed", lambda: [parse_line(line) for line in lines]),
        (f"{size}: its sample", samples),
        (f"{size}: its facts (one a period)", lambda: [parse_facts(line) for line in lines]),
        (f"{size}: framed, parsed, sampled", whole),
    ):
        table.absolute(what, Series(tuple(cpu_of(work) for _ in range(ROUNDS))), each=MESSAGES)


def cpu_of(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


# A crowd of them.


def measure_flood(table: Table, processes: int, target: int | None) -> None:
    size = len(agents.metrics(5, processes=[agents.process(n) for n in range(processes)]))
    what = f"flat out, {size / 1000:.1f} kB messages"
    with (
        reception(limits=UNLIMITED, every_second_new=True) as here,
        crowd(here, GUESTS, 0.0, processes),
    ):
        wait_until(lambda: here.rows() > GUESTS)
        here.ingest.flush()
        rows, cpu_s, began = here.rows(), time.process_time(), time.monotonic()
        here.hub.forget()
        pause(FLOOD_S)
        here.hub.stop()
        here.ingest.flush()
        cpu_s, wall_s = time.process_time() - cpu_s, time.monotonic() - began
        rows = here.rows() - rows
        rate = rows / cpu_s
        wanted = f" (≥ {target:,})" if target else ""
        table.fact(
            f"{what}: a CPU-second, to committed rows{wanted}",
            f"{rate:,.0f} ({rows:,} in {cpu_s:.1f} CPU-s, {wall_s:.1f} s; lost {here.ingest.dropped})",
            holds=rate >= (target or 0),
        )
        table.fact(f"{what}: {LONG_TURNS}", here.hub.told(), holds=here.hub.keeps_short())


def measure_limits(table: Table) -> None:
    """Guests that send all they can, and the usual bounds: what they cost in spite of them."""
    with reception() as here, crowd(here, FLOODERS, 0.0):
        pause(10.0)  # what may be said at once has been said
        cpu_s, began = time.process_time(), time.monotonic()
        pause(FLOOD_S)
        share = 100 * (time.process_time() - cpu_s) / (time.monotonic() - began)
        table.amount(
            f"{FLOODERS} guests that flood, bounded: share of a core each",
            share / FLOODERS,
            unit="% of a core",
        )


def measure_pace(table: Table, seconds: float, *, tell: bool = False) -> None:
    with reception() as here, crowd(here, GUESTS, PERIOD_S):
        pause(WARM_UP_S)
        rows, first_mb = here.rows(), resident_mb()
        here.hub.forget()
        cpu_s = began = 0.0
        begin_cpu_s, begin = time.process_time(), time.monotonic()
        settled_mb = 0.0
        while (left := begin + seconds - time.monotonic()) > 0:
            pause(min(left, MINUTE_S))
            cpu_s, began = time.process_time() - begin_cpu_s, time.monotonic() - begin
            settled_mb = settled_mb or resident_mb()
            if tell:
                print(
                    f"{began / 60:6.1f} min: {100 * cpu_s / began:.2f} % of a core, "
                    f"{resident_mb():.1f} MB resident, {here.rows():,} rows, "
                    f"{here.disk_bytes() / 1e6:.0f} MB on disk, long turns {here.hub.told()}, "
                    f"{len(here.ends)} ended",
                    flush=True,
                )
        stored = (here.rows() - rows) / began
        table.amount(
            f"{GUESTS} guests, {PERIOD_S:g} s apart: ingest, store, publish",
            100 * cpu_s / began,
            unit="% of a core",
            at_most=TARGET_SHARE,
        )
        table.fact(
            "rows stored and shown a second",
            f"{stored:.0f} stored, {here.seen / (began + WARM_UP_S):.0f} shown, lost {here.ingest.dropped}",
            holds=stored > 0.9 * GUESTS / PERIOD_S and not here.ingest.dropped,
        )
        table.fact(LONG_TURNS, here.hub.told(), holds=here.hub.keeps_short())
        table.amount(
            f"memory grown since the first {'minute' if tell else 'seconds'} (resident {resident_mb():.0f} MB)",
            resident_mb() - (settled_mb if tell else first_mb),
            unit="MB",
            at_most=MAY_GROW_MB,
        )


@contextmanager
def reception(*, limits: Limits = USUAL, every_second_new: bool = False) -> Iterator[Reception]:
    """All that listens to guests, on a database of its own."""
    with TemporaryDirectory(prefix="infinibay-bench-", dir="/var/tmp") as folder:
        units = open_database(str(Path(folder) / "bench.sqlite"))
        clock, tasks, bus = SystemClock(), TaskRunner(), EventBus()
        timers = Timers(tasks, clock)
        ingest = MetricIngest(units, clock, tasks)
        offer = new_seconds(ingest) if every_second_new else ingest.offer
        here = Reception(
            ListenedHub(clock, offer, bus.publish, PERIOD_S, limits=limits), ingest, units
        )

        def count(event: SamplesSeen) -> None:
            here.seen += len(event.samples)

        bus.subscribe(SamplesSeen, count)
        bus.subscribe(GuestFactsSeen, lambda _: None)
        bus.start()
        timers.start()
        timers.every(FLUSH_S, ingest.flush, key=LANE, lane=LANE)
        here.hub.start()
        try:
            yield here
        finally:
            here.hub.stop()
            timers.stop()
            tasks.close()
            bus.stop()
            units.close()


def new_seconds(ingest: MetricIngest) -> Callable[[Sample], None]:
    """Give each sample of a guest a second of its own: two of the same are stored once.

    Waits while the database is behind: what is lost would cost, and not count.
    """
    begin, counts, offer = int(time.time()), {}, ingest.offer

    def offered(sample: Sample) -> None:
        key, source, _, layout, values = sample
        count = counts[id(key)] = counts.get(id(key), 0) + 1
        if count % 8 == 0 and ingest.waiting > MOST_WAITING:
            threading.Event().wait(0.02)
        offer(Sample(key, source, begin + count, layout, values))

    return offered


@contextmanager
def crowd(here: Reception, guests: int, period_s: float, processes: int = 10) -> Iterator[None]:
    """Guests in another process, each with a socket to the hub."""
    poller = SocketPoller()
    with (
        TemporaryDirectory(prefix="infinibay-bench-") as folder,
        socket.socket(socket.AF_UNIX) as door,
    ):
        path = str(Path(folder) / "guests")
        door.bind(path)
        door.listen(guests)
        words = (str(guests), str(period_s), str(processes))
        command = (sys.executable, "-m", "tests.bench.crowd", path, *words)
        process = subprocess.Popen(command)
        try:
            for number in range(guests):
                attach(here, key_of(number), door.accept()[0], poller)
            yield
        finally:
            process.terminate()
            process.wait()
            here.hub.stop()
            poller.stop()


def attach(here: Reception, key: MachineKey, guest: socket.socket, poller: SocketPoller) -> None:
    channel = SocketChannel(guest, poller, lambda: here.hub.wake(key))
    here.hub.attach(key, channel, on_end=lambda _, reason: here.ends.append(reason))


def key_of(number: int) -> MachineKey:
    return MachineKey(UUID(int=1), UUID(int=number + 1))


def pause(seconds: float) -> None:
    """Wait, and collect garbage as the window does: Python itself would do it anywhere."""
    begin, beat = time.monotonic(), threading.Event()
    while (left := begin + seconds - time.monotonic()) > 0:
        beat.wait(min(left, LOOK_S))
        if gc.get_count()[0] > YOUNG:
            gc.collect(0)
            gc.freeze()


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        pause(0.1)
    raise TimeoutError


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
