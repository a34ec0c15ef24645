"""Figures of machines, as they come."""

import queue
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.errors import InvalidStateError
from infinibay_desktop.model.events import MachineRatesSeen
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.statistics import MachineRates

_LONGEST_WAIT_S = 15.0
# A machine's CPU time is asked for at each fifth reading, and a rate needs two.
_READINGS_UNTIL_CPU = 9
Readings = Sequence[MachineRates]


def watch_rates(
    session: Session, machine: Machine, host: Host, count: int
) -> Iterator[MachineRates]:
    """`count` readings of a running machine."""
    if machine.state is not MachineState.RUNNING:
        raise InvalidStateError(f"'{machine.name}' is {machine.state}: it uses nothing.")
    statistics = session.core.statistics
    with _watching(session, host, lambda: statistics.watch_machine(machine.key)) as seen:
        while count:
            for rates in _next(seen, f"'{machine.name}' gives no figures: does it run?"):
                if rates.machine_id == machine.id and count:
                    count -= 1
                    yield rates


def watch_host_rates(session: Session, host: Host, count: int) -> Iterator[Readings]:
    """`count` readings of all running machines of a host; each with its CPU."""
    statistics = session.core.statistics
    cpu: dict[MachineId, float | None] = {}
    with _watching(session, host, lambda: statistics.watch_host(host.id)) as seen:
        for _ in range(_READINGS_UNTIL_CPU):
            _remember_cpu(_next(seen, f"No machine on '{host.name}' runs."), cpu)
        for _ in range(count):
            readings = _next(seen, f"No machine on '{host.name}' runs any more.")
            _remember_cpu(readings, cpu)
            yield [replace(rates, cpu_percent=cpu.get(rates.machine_id)) for rates in readings]


def _remember_cpu(readings: Readings, cpu: dict[MachineId, float | None]) -> None:
    cpu.update({r.machine_id: r.cpu_percent for r in readings if r.cpu_percent is not None})


@contextmanager
def _watching(
    session: Session, host: Host, watch: Callable[[], Callable[[], None]]
) -> "Iterator[queue.SimpleQueue[Readings]]":
    seen: queue.SimpleQueue[Readings] = queue.SimpleQueue()

    def take(event: MachineRatesSeen) -> None:
        if event.host_id == host.id:
            seen.put(event.rates)

    unsubscribe = session.core.bus.subscribe(MachineRatesSeen, take)
    unwatch = watch()
    try:
        yield seen
    finally:
        unwatch()
        unsubscribe()


def _next(seen: "queue.SimpleQueue[Readings]", if_none: str) -> Readings:
    try:
        return seen.get(timeout=_LONGEST_WAIT_S)
    except queue.Empty:
        raise InvalidStateError(if_none) from None
