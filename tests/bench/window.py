"""The window beside virt-manager's: how soon, how large, how busy when idle, how quick to answer.

Both open the same machines of libvirt's test driver, on a screen and in homes of the benchmark's
own. Ours paints the list as it was when it was last closed and then reads the host; virt-manager
keeps no such list, and its first picture is that of the host. The rows "first start ever" are
without one.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import libvirt

from tests.bench.desktop import (
    RIVAL_NEEDS,
    VIRT_MANAGER,
    Program,
    Seat,
    Start,
    new_seat,
    our_program,
    running_desktop,
    save_picture,
)
from tests.bench.machines_file import write_machines
from tests.bench.measuring import Series, Table, alternate
from tests.bench.processes import cpu_seconds, pss_bytes
from tests.bench.screen import Screen
from tests.bench.wmping import Pings, ping

FIRST_ROUNDS = 3
ROUNDS = 5
# By number of machines: how long a window is watched, and how much of it may still differ from
# its last picture (moving charts) when it counts as settled.
WATCH_S = {1: 2.0, 1000: 4.0}
STILL = {1: 0.0015, 1000: 0.02}
WINDOW_TARGET = {1: 0.6, 1000: 0.1}
MEMORY_TARGET = {1: 1.0, 1000: 0.4}
MANY, VERY_MANY = 1000, 10_000
PSS_AFTER_S, IDLE_AFTER_S, IDLE_S, PING_S = 10.0, 15.0, 30.0, 30.0
IDLE_TARGET_PERCENT = 2.0
PING_TARGET_MS = 16.0
MB = 1_000_000
PROGRAMS = (our_program(), VIRT_MANAGER)
NAMES = tuple(program.name for program in PROGRAMS)


@dataclass(frozen=True)
class Rest:
    """A program whose window is open and left alone."""

    pss_mb: float
    idle_percent: float
    pings: Pings | None


def main() -> None:
    table = Table("window", "on libvirt's test driver; ours with the last session's list")
    with (
        running_desktop(RIVAL_NEEDS) as screen,
        TemporaryDirectory(prefix="infinibay-bench-") as folder,
    ):
        uris = {count: written(Path(folder), count) for count in (1, MANY, VERY_MANY)}
        for count in (1, MANY):
            starts = first_starts(screen, uris[count], count)
            add_starts(table, f"{count} machines, first start ever", starts)
            with seats(screen) as places:
                starts = usual_starts(places, uris[count], count)
                add_starts(table, f"{count} machines", starts, WINDOW_TARGET[count])
                add_traces(table, count, starts["ours"])
                add_rest(table, places, uris[count], count)
        add_very_many(table, screen, uris[VERY_MANY])
    table.end()


def written(folder: Path, count: int) -> str:
    """Write the file, and see that libvirt takes it: an error's window comes up soon, too."""
    uri = write_machines(folder / f"{count}.xml", count)
    connection = libvirt.open(uri)
    assert len(connection.listAllDomains()) == count
    connection.close()
    return uri


@contextmanager
def seats(screen: Screen) -> Iterator[Mapping[str, Seat]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(new_seat(screen)) for name in NAMES}


def first_starts(screen: Screen, uri: str, count: int) -> dict[str, list[Start]]:
    found: dict[str, list[Start]] = {name: [] for name in NAMES}
    for number in range(-1, FIRST_ROUNDS):  # the first warms the caches
        for program in PROGRAMS:
            with new_seat(screen) as seat:
                start = seat.started(program, uri, WATCH_S[count], STILL[count])
            if number >= 0:
                found[program.name].append(start)
    return found


def usual_starts(places: Mapping[str, Seat], uri: str, count: int) -> dict[str, list[Start]]:
    found: dict[str, list[Start]] = {name: [] for name in NAMES}

    def start(program: Program) -> float:
        seat = places[program.name]
        found[program.name].append(seat.started(program, uri, WATCH_S[count], STILL[count]))
        return found[program.name][-1].mapped_s

    # The first, unmeasured round leaves the list that ours shows in the later ones.
    alternate({each.name: partial(start, each) for each in PROGRAMS}, ROUNDS)
    return {name: starts[1:] for name, starts in found.items()}


def add_starts(
    table: Table, what: str, starts: Mapping[str, list[Start]], target: float | None = None
) -> None:
    ours, rival = (starts[name] for name in NAMES)
    for moment, which, at_most in (
        ("window", "mapped_s", target),
        ("picture in it", "painted_s", target),
        ("all as the host says", "settled_s", None),
    ):
        table.compare(
            f"{what}: {moment}", series(ours, which), series(rival, which), at_most=at_most
        )
    for name, each in starts.items():
        if ends := [start.ended for start in each if start.ended != "close"]:
            table.fact(f"{what}: {name} closes when its window is", ", ".join(ends), holds=False)


def add_traces(table: Table, count: int, starts: list[Start]) -> None:
    """Add what ours says of itself; it may know of things that no screen shows."""
    for name in starts[-1].trace_s:
        seconds = tuple(start.trace_s[name] for start in starts if name in start.trace_s)
        table.absolute(f"{count} machines: ours says {name}", Series(seconds))


def add_rest(table: Table, places: Mapping[str, Seat], uri: str, count: int) -> None:
    ours, rival = (at_rest(places[each.name], each, uri, count) for each in PROGRAMS)
    what = f"{count} machines"
    memory = MEMORY_TARGET[count]
    table.amount(f"{what}: PSS", ours.pss_mb, rival.pss_mb, unit="MB", at_most_times=memory)
    table.amount(
        f"{what}: idle, of a core",
        ours.idle_percent,
        rival.idle_percent,
        unit="%",
        at_most=IDLE_TARGET_PERCENT,
    )
    if ours.pings and rival.pings:
        add_pings(table, what, ours.pings, rival.pings)


def add_pings(table: Table, what: str, ours: Pings, rival: Pings | None) -> None:
    for name, share in {"p50": 50.0, "p99": 99.0, "max": 100.0}.items():
        table.amount(
            f"{what}: ping {name}",
            ours.percentile(share),
            rival.percentile(share) if rival else None,
            unit="ms",
            at_most=PING_TARGET_MS if name == "p99" else None,
        )
    if lost := ours.lost:
        table.fact(f"{what}: all pings answered", f"{lost} were not", holds=False)


def add_very_many(table: Table, screen: Screen, uri: str) -> None:
    """Add ours alone: the rival needs minutes to show so many."""
    with new_seat(screen) as seat:
        starts = [seat.started(PROGRAMS[0], uri, 10.0, STILL[MANY]) for _ in range(2)]
        rest = at_rest(seat, PROGRAMS[0], uri, VERY_MANY)
    what = f"{VERY_MANY} machines"
    for name, start in zip((f"{what}, first start ever", what), starts, strict=True):
        table.absolute(f"{name}: window", Series((start.mapped_s,)))
        table.absolute(f"{name}: picture in it", Series((start.painted_s,)))
        table.absolute(f"{name}: all as the host says", Series((start.settled_s,)))
    table.amount(f"{what}: PSS", rest.pss_mb, unit="MB")
    table.amount(f"{what}: idle, of a core", rest.idle_percent, unit="%")
    if rest.pings:
        add_pings(table, what, rest.pings, None)


def at_rest(seat: Seat, program: Program, uri: str, count: int) -> Rest:
    with seat.running(program, uri) as running:
        pid = running.process.pid
        sleep(PSS_AFTER_S)
        pss_mb = pss_bytes(pid) / MB
        sleep(IDLE_AFTER_S - PSS_AFTER_S)
        before = cpu_seconds(pid)
        sleep(IDLE_S)
        idle = (cpu_seconds(pid) - before) / IDLE_S * 100
        pings = ping(seat.screen, running.window.window, PING_S) if count > 1 else None
        save_picture(seat.screen.frame(), f"{program.name}-{count}")
    return Rest(pss_mb, idle, pings)


def series(starts: list[Start], which: str) -> Series:
    return Series(tuple(getattr(start, which) for start in starts))


if __name__ == "__main__":
    main()
