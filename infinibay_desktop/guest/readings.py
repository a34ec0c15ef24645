"""Numbers of messages into samples."""

import math
import re
from datetime import datetime

from infinibay_desktop.guest.layouts import (
    MAX_CORES,
    MAX_DISKS,
    MAX_INTERFACES,
    MAX_PART_NAME,
    Layouts,
    Plan,
    Shape,
)
from infinibay_desktop.guest.messages import (
    Computer,
    Cpu,
    Disk,
    DiskRates,
    InterfaceCounters,
    LoadAverage,
    Measured,
    Memory,
    Metrics,
    MountUse,
    Network,
)
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample, Source
from infinibay_desktop.model.sizes import GIB, KIB

NAN = math.nan
# Between two readings; beyond it, an average says nothing about now.
LEAST_GAP_S = 0.5
LONGEST_GAP_S = 3600.0
# These carry what others carry too, or what never leaves the guest: not part of the sum.
_INNER = re.compile(
    r"lo$|Loopback|veth|docker|br-|virbr|vnet|cni|cali|flannel|tun|wg|isatap|Teredo"
)
_AGENT = Source.AGENT
_NO_CPU, _NO_MEMORY, _NO_DISK, _NO_NETWORK = Cpu(), Memory(), Disk(), Network()
_NO_RATES, _NO_COMPUTER, _NO_LOAD = DiskRates(), Computer(), LoadAverage()


class Readings:
    """Makes one guest's samples: remembers its counters, to tell rates, and its layout."""

    def __init__(self, key: MachineKey) -> None:
        self._key = key
        self._layouts = Layouts()
        self._plan: Plan | None = None
        self._shape = Shape(-1, [], [])
        self._counters: list[float] = []
        self._outer: list[int] = []
        self._timestamp: datetime | None = None
        self._at_s = -math.inf

    def forget_counters(self) -> None:
        """The guest started anew: what it counts has no past."""
        self._counters = [NAN] * len(self._counters)

    def sample(self, message: Metrics, now_s: float, at_s: int) -> Sample:
        """The message's values; `now_s` is the monotonic clock, `at_s` the time of day."""
        measured = message.data.system
        cores = (measured.cpu or _NO_CPU).cores_usage[:MAX_CORES]
        disks = (measured.disk or _NO_DISK).usage_stats[:MAX_DISKS]
        interfaces = (measured.network or _NO_NETWORK).interfaces[:MAX_INTERFACES]
        plan = self._plan_for(len(cores), disks, interfaces, now_s)
        rates = self._rates(interfaces, self._elapsed_s(message.timestamp, now_s))
        values = _fixed(measured, *self._sums(rates))
        values += cores if not cores or max(cores) <= 100.0 else [min(c, 100.0) for c in cores]
        for disk in disks:
            used, total = disk.used_gb * GIB, disk.total_gb * GIB
            values += (min(used, total), total)
        values += rates
        if plan.pick is not None:
            values.append(NAN)
            return Sample(self._key, _AGENT, at_s, plan.layout, plan.pack(*plan.pick(values)))
        return Sample(self._key, _AGENT, at_s, plan.layout, plan.pack(*values))

    def _plan_for(
        self, cores: int, disks: list[MountUse], interfaces: list[InterfaceCounters], now_s: float
    ) -> Plan:
        shape = self._shape
        same = (
            cores == shape.cores
            and [disk.mount_point for disk in disks] == shape.disks
            and [interface.name for interface in interfaces] == shape.interfaces
        )
        if self._plan is None or not same or now_s >= self._plan.until_s:
            # Names that are cut here never compare as equal: their plan is made each time.
            shape = Shape(
                cores,
                [disk.mount_point[:MAX_PART_NAME] for disk in disks],
                [interface.name[:MAX_PART_NAME] for interface in interfaces],
            )
            self._adopt(shape)
            self._plan = self._layouts.plan(shape, now_s)
        return self._plan

    def _adopt(self, shape: Shape) -> None:
        """Counters follow their interface to its new place."""
        before = self._counters
        places = {name: 2 * place for place, name in enumerate(self._shape.interfaces)}
        self._counters = []
        for name in shape.interfaces:
            place = places.get(name, len(before))
            self._counters += before[place : place + 2] or (NAN, NAN)
        self._shape = shape
        names = enumerate(shape.interfaces)
        self._outer = [2 * place for place, name in names if not _INNER.match(name)]

    def _elapsed_s(self, timestamp: datetime | None, now_s: float) -> float:
        """Time since the last message by the guest's clock, by ours where that makes no sense."""
        elapsed_s = now_s - self._at_s
        if timestamp is not None and self._timestamp is not None:
            said_s = (timestamp - self._timestamp).total_seconds()
            if LEAST_GAP_S <= said_s <= LONGEST_GAP_S:
                elapsed_s = said_s
        self._timestamp, self._at_s = timestamp, now_s
        return elapsed_s if LEAST_GAP_S <= elapsed_s <= LONGEST_GAP_S else NAN

    def _rates(self, interfaces: list[InterfaceCounters], elapsed_s: float) -> list[float]:
        """Received and sent a second, interface by interface."""
        before = self._counters
        now: list[float] = []
        for interface in interfaces:
            now += (interface.bytes_received, interface.bytes_sent)
        self._counters = now
        # A counter that fell was reset: no rate until the next reading. NaN stays NaN.
        return [
            (value - earlier) / elapsed_s if value >= earlier else NAN
            for value, earlier in zip(now, before, strict=True)
        ]

    def _sums(self, rates: list[float]) -> tuple[float, float]:
        """What came and went in all; an interface that is not known yet counts nothing."""
        if len(self._outer) == 1:
            place = self._outer[0]
            return rates[place], rates[place + 1]
        return _sum([rates[p] for p in self._outer]), _sum([rates[p + 1] for p in self._outer])


def _fixed(measured: Measured, received_bps: float, sent_bps: float) -> list[float]:
    """The values of FIXED_SERIES."""
    cpu = measured.cpu or _NO_CPU
    memory = measured.memory or _NO_MEMORY
    rates = (measured.disk or _NO_DISK).io_stats or _NO_RATES
    computer = measured.system or _NO_COMPUTER
    total, swap_total = memory.total_kb * KIB, _known(memory.swap_total_kb) * KIB
    return [
        min(cpu.usage_percent, 100.0),
        min(memory.used_kb * KIB, total),
        total,
        min(_known(memory.swap_used_kb) * KIB, swap_total),
        swap_total,
        rates.read_bytes_per_sec,
        rates.write_bytes_per_sec,
        received_bps,
        sent_bps,
        _known((computer.load_average or _NO_LOAD).load_1min),
        _known(cpu.temperature),
        _known(computer.process_count),
    ]


def _sum(rates: list[float]) -> float:
    known = [rate for rate in rates if not math.isnan(rate)]
    return sum(known) if known else NAN


def _known(value: float | None) -> float:
    return NAN if value is None else value
