"""The host's own view of machines whose agent does not speak, so that history has no holes."""

import logging
import math
import struct
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import timedelta
from functools import partial

from infinibay_desktop.model.errors import DatabaseError, HostUnreachableError, HypervisorError
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.metrics import FIXED_SERIES, Sample, Source
from infinibay_desktop.model.statistics import MachineCounters, rates_between
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import program_only
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.leases import Leases

logger = logging.getLogger(__name__)
PERIOD_S = 60.0
# Machines take turns, so that a host is asked a little all the time.
TURNS = 12
TICK_S = PERIOD_S / TURNS
# Whoever has a machine's channel knows whether its agent speaks.
_OURS = frozenset({AgentState.WAITING, AgentState.SILENT})
_NOBODYS = frozenset({AgentState.NO_CHANNEL, AgentState.OFF})
_PREFIX = "metrics:host:"
# Between two readings; an agent spoke meanwhile, and an average over it all says nothing.
LONGEST_GAP = timedelta(seconds=5 * PERIOD_S)
_VALUES = struct.Struct(f"<{len(FIXED_SERIES)}f")
_MOST = 3.0e38


class HostSampler:
    """Asks hosts once a minute for the figures of running machines that are silent.

    Of several programs that are connected to a host one does it.
    """

    def __init__(
        self,
        connections: HostConnections,
        inventory: Inventory,
        leases: Leases,
        tasks: Submitter,
        offer: Callable[[Sample], None],
        agent_of: Callable[[MachineKey], AgentState],
    ) -> None:
        self._connections = connections
        self._inventory = inventory
        self._leases = leases
        self._tasks = tasks
        self._offer = offer
        self._agent_of = agent_of
        self._turn = 0
        self._lock = threading.Lock()
        self._last: dict[MachineKey, MachineCounters] = {}

    @program_only("a timer does this")
    def tick(self) -> None:
        """Ask for the machines whose turn it is; run `TURNS` times a period."""
        turn, self._turn = self._turn, (self._turn + 1) % TURNS
        running = [each for each in self._inventory.snapshot() if _runs(each)]
        if turn == 0:
            self._forget_all_but({machine.key for machine in running})
        by_host: dict[HostId, list[MachineId]] = defaultdict(list)
        for key in self._silent(machine.key for machine in running if _number_of(machine) == turn):
            by_host[key.host_id].append(key.machine_id)
        for host_id, machine_ids in by_host.items():
            lane = ("host-sampler", host_id)
            self._tasks.submit(partial(self._ask, host_id, machine_ids), key=lane, lane=lane)

    def _silent(self, keys: Iterable[MachineKey]) -> Sequence[MachineKey]:
        """Machines that this program asks for: its own silent ones, and those without a channel."""
        silent, without = [], []
        for key in keys:
            state = self._agent_of(key)
            if state in _OURS:
                silent.append(key)
            elif state in _NOBODYS:
                without.append(key)
        hosts = set(self._ours({key.host_id for key in without}))
        return silent + [key for key in without if key.host_id in hosts]

    def _ours(self, hosts: Collection[HostId]) -> Sequence[HostId]:
        """The hosts that no other program asks."""
        names = {f"{_PREFIX}{host_id}": host_id for host_id in hosts}
        if missing := [name for name in names if not self._leases.holds(name)]:
            try:
                self._leases.claim(missing)
            except DatabaseError as error:
                logger.info("hosts are not asked for figures for now: %s", error.message)
        return [host_id for name, host_id in names.items() if self._leases.holds(name)]

    def _ask(self, host_id: HostId, machine_ids: Sequence[MachineId]) -> None:
        try:
            found = self._connections.link(host_id).counters.detailed(machine_ids)
        except (HostUnreachableError, HypervisorError) as error:
            logger.debug("no figures of host %s: %s", host_id, error.message)
            return
        for counters in found:
            key = MachineKey(host_id, counters.machine_id)
            with self._lock:
                earlier, self._last[key] = self._last.get(key), counters
            if earlier is not None and counters.taken_at - earlier.taken_at <= LONGEST_GAP:
                self._offer(_to_sample(key, earlier, counters))

    def _forget_all_but(self, running: Collection[MachineKey]) -> None:
        with self._lock:
            for key in self._last.keys() - running:
                del self._last[key]


def _number_of(machine: Machine) -> int:
    return machine.id.int % TURNS


def _runs(machine: Machine) -> bool:
    return machine.state is MachineState.RUNNING and machine.stale_since is None


def _to_sample(key: MachineKey, earlier: MachineCounters, now: MachineCounters) -> Sample:
    rates = rates_between(earlier, now)
    known: dict[str, float | None] = {
        "cpu_percent": rates.cpu_percent,
        "memory_used_bytes": rates.memory_used_bytes,
        "memory_total_bytes": now.memory_bytes,
        "disk_read_bps": rates.disk_read_bps,
        "disk_written_bps": rates.disk_written_bps,
        "received_bps": rates.received_bps,
        "sent_bps": rates.sent_bps,
    }
    values = _VALUES.pack(*(_number(known.get(name)) for name in FIXED_SERIES))
    return Sample(key, Source.HOST, int(now.taken_at.timestamp()), FIXED_SERIES, values)


def _number(value: float | None) -> float:
    return math.nan if value is None else min(float(value), _MOST)
