"""Figures of a machine, as they come."""

import queue
from collections.abc import Iterator

from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.errors import InvalidStateError
from infinibay_desktop.model.events import MachineRatesSeen
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.statistics import MachineRates

_LONGEST_WAIT_S = 15.0


def watch_rates(
    session: Session, machine: Machine, host: Host, count: int
) -> Iterator[MachineRates]:
    """`count` readings of a running machine."""
    if machine.state is not MachineState.RUNNING:
        raise InvalidStateError(f"'{machine.name}' is {machine.state}: it uses nothing.")
    seen: queue.SimpleQueue[MachineRates] = queue.SimpleQueue()

    def take(event: MachineRatesSeen) -> None:
        for rates in event.rates:
            if rates.machine_id == machine.id and event.host_id == host.id:
                seen.put(rates)

    unsubscribe = session.core.bus.subscribe(MachineRatesSeen, take)
    unwatch = session.core.statistics.watch_machine(machine.key)
    try:
        for _ in range(count):
            yield _next(seen, machine)
    finally:
        unwatch()
        unsubscribe()


def _next(seen: "queue.SimpleQueue[MachineRates]", machine: Machine) -> MachineRates:
    try:
        return seen.get(timeout=_LONGEST_WAIT_S)
    except queue.Empty:
        raise InvalidStateError(f"'{machine.name}' gives no figures; does it run?") from None
