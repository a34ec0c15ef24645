"""Figures of machines that somebody looks at; what nobody looks at costs nothing."""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TypeVar

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.events import MachineRatesSeen, SettingsChanged
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.statistics import Depth, MachineCounters, MachineRates, rates_between
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Cancel, Timers
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import free, program_only
from infinibay_desktop.services.ports import Publisher

logger = logging.getLogger(__name__)
PERIOD_S = 2.0
# Monitor-bound figures are asked for in this many slices, one after another over the period.
SLICES = 4
# Each cheap reading asks a fifth of the machines for their CPU time; those that somebody
# looks at give theirs with their detailed figures, each period.
CPU_PARTS = 5
# Slices of the detailed figures that are asked side by side: a guest's monitor answers while
# another's is waited for.
SIDE_BY_SIDE = 8
# Machines in one event: whoever shows them should be done within a millisecond.
PORTION = 100
Unwatch = Callable[[], None]
K = TypeVar("K")


class StatisticsService:
    """Reads counters on a timer and publishes rates.

    Watching a host gives the cheap figures of all its machines; watching a machine gives
    its detailed ones too. Any thread may begin and end to watch.
    """

    def __init__(
        self,
        connections: HostConnections,
        tasks: TaskRunner,
        timers: Timers,
        publisher: Publisher,
        period_s: float = PERIOD_S,
    ) -> None:
        self._connections = connections
        self._tasks = tasks
        self._timers = timers
        self._publisher = publisher
        self._tick_s = period_s / SLICES
        self._lock = threading.Lock()
        self._hosts: Counter[HostId] = Counter()
        self._machines: Counter[MachineKey] = Counter()
        self._tickers: dict[HostId, Cancel] = {}
        self._turn: Counter[HostId] = Counter()
        self._last: dict[tuple[Depth, MachineKey], MachineCounters] = {}
        self._with_cpu_time: dict[tuple[Depth, MachineKey], MachineCounters] = {}

    @free("figures of machines that one may not see never arrive")
    def watch_host(self, host_id: HostId) -> Unwatch:
        """Cheap figures of all running machines of a host, until the returned call."""
        return self._begin(partial(_count, self._hosts, host_id), host_id)

    @free("figures of machines that one may not see never arrive")
    def watch_machine(self, key: MachineKey) -> Unwatch:
        """Detailed figures of one machine, until the returned call."""
        return self._begin(partial(_count, self._machines, key), key.host_id)

    @program_only("the bus tells this")
    def on_settings_changed(self, event: SettingsChanged) -> None:
        """Read as often as the person wants from now on."""
        with self._lock:
            tick_s = event.settings.poll_interval_s / SLICES
            if tick_s == self._tick_s:
                return
            self._tick_s = tick_s
            for host_id, cancel in tuple(self._tickers.items()):
                cancel()
                self._tickers[host_id] = self._start_ticker(host_id)

    @free("figures of machines that one may not see never arrive")
    def read_detailed(
        self, host_id: HostId, machine_ids: Collection[MachineId]
    ) -> "list[Future[None]]":
        """Detailed figures once, in slices that several workers ask for side by side."""
        return [
            self._tasks.submit(partial(self._read_slice, host_id, part), lane=host_id)
            for part in _slices(sorted(machine_ids), SIDE_BY_SIDE)
        ]

    def _begin(self, count: Callable[[int], None], host_id: HostId) -> Unwatch:
        ended = threading.Event()
        with self._lock:
            count(1)
            if host_id not in self._tickers:
                self._tickers[host_id] = self._start_ticker(host_id)

        def unwatch() -> None:
            with self._lock:
                if not ended.is_set():
                    ended.set()
                    count(-1)
                    self._end_if_unwatched(host_id)

        return unwatch

    def _start_ticker(self, host_id: HostId) -> Cancel:
        lane = ("statistics", host_id)
        return self._timers.every(self._tick_s, partial(self._tick, host_id), key=lane, lane=lane)

    def _end_if_unwatched(self, host_id: HostId) -> None:
        if self._hosts[host_id] or any(key.host_id == host_id for key in self._machines):
            return
        self._tickers.pop(host_id)()
        for readings in (self._last, self._with_cpu_time):
            for at in [at for at in readings if at[1].host_id == host_id]:
                del readings[at]

    def _tick(self, host_id: HostId) -> None:
        """One slice of the detailed figures; the cheap ones with the first slice."""
        with self._lock:
            turn = self._turn[host_id] % SLICES
            self._turn[host_id] += 1
            cheap = turn == 0 and self._hosts[host_id] > 0
            ids = sorted(key.machine_id for key in self._machines if key.host_id == host_id)
        try:
            if cheap:
                counters = self._connections.link(host_id).counters
                part = self._turn[host_id] // SLICES % CPU_PARTS
                self._take(host_id, Depth.CHEAP, counters.cheap(part=part, parts=CPU_PARTS))
        except HostUnreachableError:
            logger.debug("no figures of host %s while it is not connected", host_id)
            return
        self.read_detailed(host_id, ids[turn::SLICES])

    def _read_slice(self, host_id: HostId, machine_ids: Sequence[MachineId]) -> None:
        try:
            counters = self._connections.link(host_id).counters
            self._take(host_id, Depth.DETAILED, counters.detailed(machine_ids))
        except HostUnreachableError:
            logger.debug("no figures of host %s while it is not connected", host_id)

    def _take(self, host_id: HostId, depth: Depth, found: Iterable[MachineCounters]) -> None:
        rates = []
        with self._lock:
            for counters in found:
                at = (depth, MachineKey(host_id, counters.machine_id))
                if earlier := self._last.get(at):
                    rates.append(self._with_cpu(at, rates_between(earlier, counters), counters))
                if counters.cpu_time_ns is not None:
                    self._with_cpu_time[at] = counters
                self._last[at] = counters
        for begin in range(0, len(rates), PORTION):
            portion = tuple(rates[begin : begin + PORTION])
            self._publisher.publish(MachineRatesSeen(host_id=host_id, rates=portion))

    def _with_cpu(
        self, at: tuple[Depth, MachineKey], rates: MachineRates, now: MachineCounters
    ) -> MachineRates:
        """CPU compared with the last reading that had it, which may be some rounds ago."""
        earlier = self._with_cpu_time.get(at)
        if now.cpu_time_ns is None or earlier is None:
            return rates
        return replace(rates, cpu_percent=rates_between(earlier, now).cpu_percent)


def _count(counts: "Counter[K]", watched: K, by: int) -> None:
    counts[watched] += by
    if not counts[watched]:
        del counts[watched]


def _slices(ids: list[MachineId], parts: int) -> list[list[MachineId]]:
    return [part for index in range(parts) if (part := ids[index::parts])]
