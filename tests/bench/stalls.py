"""Whether the window ever keeps anybody waiting: with 10,000 machines, beside busy threads.

The real program runs in this process, on a screen of its own; only its session is told to let the
benchmark in.
"""

import asyncio
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer

from infinibay_desktop.app import session as session_module
from infinibay_desktop.app import window as window_module
from infinibay_desktop.app.options import parse_window_options
from infinibay_desktop.app.session import WindowSession
from infinibay_desktop.model.events import DomainStateSeen, MachineRatesSeen
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.runtime.threads import Role, adopt, start_thread
from infinibay_desktop.services.core import Core
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.table import MachineTable
from infinibay_desktop.ui.memory import Memory
from tests.bench.desktop import SCREEN_NEEDS, running_desktop
from tests.bench.heartbeat import PERIOD_S, Collections, Heartbeat, MachineNoise
from tests.bench.machines_file import write_machines
from tests.bench.measuring import Series, Table, seconds_of
from tests.bench.table import beside, json_work, pure_loop, rates

MACHINES = 10_000
CHANGES_A_SECOND = 1000
BURSTS_A_SECOND = 100
WATCH_S = 20.0
READY_S = 120.0
REPAINTS = 60
STALL_TARGET_MS = 16.0
ARRANGE_TARGET_MS = 10.0
BUSY_TARGET = 2.0
_CHANCE = random.Random(7)  # noqa: S311 - chance, no secret
FILTERS = ("m", "machine-0", "99", "state:running", "nothing like this", "")


def main() -> None:
    table = Table("stalls", f"{MACHINES} machines on libvirt's test driver, the real window")
    with (
        running_desktop(SCREEN_NEEDS) as screen,
        TemporaryDirectory(prefix="infinibay-bench-", dir="/var/tmp") as name,
    ):
        home = Path(name)
        uri = write_machines(home / "machines.xml", MACHINES)
        live_in(home, screen.name)
        # Qt writes the window's places when the process ends, after the home has gone.
        window_module.Memory = lambda _file: Memory(None)  # type: ignore[assignment, attr-defined]
        failures: list[BaseException] = []
        watched(lambda session: measure(session, table), failures)
        adopt(Role.MAIN)
        sys.setswitchinterval(window_module.SWITCH_INTERVAL_S)
        window_module._run(parse_window_options(["--connect", uri, "--page", "machines"]))
    for failure in failures:
        raise failure
    table.end()


def live_in(home: Path, display: str) -> None:
    """Nothing of the person's own is read or written, and there is no session bus."""
    for name in ("CONFIG", "DATA", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    os.environ |= {
        "HOME": str(home),
        "INFINIBAY_HOME": str(home / "infinibay"),
        "DBUS_SESSION_BUS_ADDRESS": "",
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
    }


def watched(
    measured: Callable[[WindowSession], Coroutine[None, None, None]], failures: list[BaseException]
) -> None:
    """Run the measurement as a task of the program's own loop; then the program ends."""
    run = WindowSession.run

    async def measure_and_quit(session: WindowSession) -> None:
        try:
            await measured(session)
        except BaseException as failure:  # noqa: BLE001 - told when the program has ended
            failures.append(failure)
        session._loop.stop()

    def run_watched(session: WindowSession) -> None:
        task = session._loop.create_task(measure_and_quit(session))
        run(session)
        assert task.done()

    session_module.WindowSession.run = run_watched  # type: ignore[method-assign, assignment]


async def measure(session: WindowSession, table: Table) -> None:
    machines = await shown_machines(session)
    view = session._window.findChild(MachineTable)
    assert view is not None
    assert view.isVisible()
    idle = await repaints(session)
    figures: list[MachineRatesSeen] = []
    end = session._core.bus.subscribe(MachineRatesSeen, figures.append)
    await measure_stalls(table, "nothing happens", session)
    end()
    # A window that reads nothing is quick for no good reason.
    told = f"{len(figures)} in {WATCH_S:g} s"
    table.fact("figures are read while the list is in sight", told, holds=bool(figures))
    feeds = {
        "changed states": lambda: publish_states(session._core, machines),
        "changed states and figures": lambda: publish_all(session._core, machines),
    }
    for name, publish in feeds.items():
        with fed(publish):
            await measure_stalls(table, f"{CHANGES_A_SECOND}/s {name}", session)
    await measure_sorting(table, view)
    await measure_filtering(table, session, view)
    await measure_beside_workers(table, session, idle)


async def shown_machines(session: WindowSession) -> list[Machine]:
    """Wait until the host was read and the list has taken everything in."""
    inventory = session._core.inventory
    until = time.monotonic() + READY_S
    while time.monotonic() < until:
        await asyncio.sleep(0.5)
        machines = inventory.snapshot()
        view = session._window.findChild(MachineTable)
        full = view is not None and view.model().rowCount() == MACHINES
        if full and all(machine.stale_since is None for machine in machines):
            await asyncio.sleep(5)  # what was begun at the start ends
            return machines
    raise AssertionError(f"the window did not show {MACHINES} machines")


# Stalls.


async def measure_stalls(table: Table, what: str, session: WindowSession) -> None:
    heart = Heartbeat()
    timer = QTimer(session)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(heart.beat)
    noise, collections = MachineNoise(WATCH_S), Collections()
    timer.start(round(PERIOD_S * 1000))
    await asyncio.sleep(WATCH_S)
    timer.stop()
    collections.end()
    computer = noise.end()
    late = heart.late
    table.amount(f"{what}: worst stall", late.worst, unit="ms", at_most=STALL_TARGET_MS)
    table.amount(f"{what}: one in a thousand", late.nearly_worst, unit="ms")
    table.amount(f"{what}: most work between two beats", heart.own.worst, unit="ms")
    table.amount(f"{what}: longest collection", max(collections.milliseconds), unit="ms")
    table.amount(f"{what}: an idle process beside it, worst", computer.worst, unit="ms")


@contextmanager
def fed(publish: Callable[[], object]) -> Iterator[None]:
    """Publish at an even rate, from a thread as libvirt's events come from one."""
    ended = threading.Event()

    def run() -> None:
        due = time.monotonic()
        while not ended.is_set():
            publish()
            due += 1 / BURSTS_A_SECOND
            ended.wait(max(due - time.monotonic(), 0))

    thread = start_thread(Role.LIBVIRT_EVENTS, run)
    try:
        yield
    finally:
        ended.set()
        thread.join()


def publish_states(core: Core, machines: list[Machine]) -> None:
    for machine in _CHANCE.sample(machines, CHANGES_A_SECOND // BURSTS_A_SECOND):
        state = _CHANCE.choice((MachineState.RUNNING, MachineState.PAUSED))
        core.bus._whole.publish(
            DomainStateSeen(host_id=machine.host_id, machine_id=machine.id, state=state)
        )


def publish_all(core: Core, machines: list[Machine]) -> None:
    publish_states(core, machines)
    chosen = _CHANCE.sample(machines, CHANGES_A_SECOND // BURSTS_A_SECOND)
    found = tuple(rates(machine, _CHANCE) for machine in chosen)
    core.bus._whole.publish(MachineRatesSeen(host_id=chosen[0].host_id, rates=found))


# Sorting and filtering: until the new order is there, and until it is painted.


async def measure_sorting(table: Table, view: MachineTable) -> None:
    slowest: dict[str, list[float]] = {}
    for _ in range(5):
        for column in Column:
            for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
                seconds = seconds_of(partial(view.sortByColumn, column, order))
                slowest.setdefault(column.name.lower(), []).append(seconds)
                view.viewport().repaint()
                await asyncio.sleep(0.02)
    add_slowest(table, "sort by", slowest)


async def measure_filtering(table: Table, session: WindowSession, view: MachineTable) -> None:
    slowest: dict[str, list[float]] = {}
    page = session._window.page
    assert page is not None
    for _ in range(5):
        for text in FILTERS:
            seconds = seconds_of(partial(page.set_filter, text))
            slowest.setdefault(repr(text), []).append(seconds)
            view.viewport().repaint()
            await asyncio.sleep(0.02)
    add_slowest(table, "filter", slowest)


def add_slowest(table: Table, what: str, found: dict[str, list[float]]) -> None:
    series = {name: Series(tuple(seconds)) for name, seconds in found.items()}
    name = max(series, key=lambda name: series[name].median)
    table.absolute(f"{what} {name}, the slowest", series[name], at_most_ms=ARRANGE_TARGET_MS)


# Repainting beside a thread that keeps the interpreter: a heartbeat would not see it.


async def measure_beside_workers(table: Table, session: WindowSession, idle: Series) -> None:
    table.absolute("full repaint, idle", idle)
    works = {"a pure Python loop": pure_loop, "json.loads of 1.6 MB": json_work()}
    for name, work in works.items():
        with beside(work):
            busy = await repaints(session)
        table.compare(f"full repaint beside {name} : idle", busy, idle, at_most=BUSY_TARGET)


async def repaints(session: WindowSession) -> Series:
    found = []
    for _ in range(REPAINTS):
        await asyncio.sleep(0.03)
        found.append(seconds_of(session._window.repaint))
    return Series(tuple(found))


if __name__ == "__main__":
    main()
