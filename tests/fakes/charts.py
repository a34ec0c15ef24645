"""Metrics for screens: a history that is made up, and readings as agents and hosts give them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from infinibay_desktop.model.events import MachineRatesSeen, SamplesSeen
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.metrics import FIXED_SERIES, HistoryWish, Sample, Source
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.services.metric_history import Curve, History

PARTS = (
    *(f"core_percent:{number}" for number in range(4)),
    "disk_used_bytes:/", "disk_total_bytes:/", "disk_used_bytes:/home", "disk_total_bytes:/home",
    "received_bps:eth0", "sent_bps:eth0",
)  # fmt: skip
LAYOUT = (*FIXED_SERIES, *PARTS)
_FIXED = {
    "memory_total_bytes": 2.0 * GIB,
    "swap_total_bytes": 1.0 * GIB,
    "disk_total_bytes:/": 20.0 * GIB,
    "disk_total_bytes:/home": 80.0 * GIB,
}
_HEIGHTS = {
    "memory_used_bytes": 1.1 * GIB,
    "swap_used_bytes": 0.2 * GIB,
    "disk_used_bytes:/": 12.0 * GIB,
    "disk_used_bytes:/home": 31.0 * GIB,
    "disk_read_bps": 4e6,
    "disk_written_bps": 9e6,
    "received_bps": 1.5e6,
    "sent_bps": 3e5,
    "received_bps:eth0": 1.5e6,
    "sent_bps:eth0": 3e5,
    "load_1": 1.4,
    "processes": 212.0,
}
# What hosts count as well.
_SEEN_BY_HOST = ("cpu_percent", "memory_used_bytes")


def level(name: str, times: np.ndarray, shift: float = 0.0) -> np.ndarray:
    """A value that goes up and down, the same whenever it is asked for."""
    if name in _FIXED:
        return np.full(len(times), _FIXED[name])
    phase = sum(map(ord, name)) % 17 + shift
    wave = 0.5 + 0.3 * np.sin(times / 40 + phase) + 0.1 * np.sin(times / 7 + 2 * phase)
    return _HEIGHTS.get(name, 80.0) * np.clip(wave, 0, None)


def agent_sample(key: MachineKey, at_s: int, layout=LAYOUT, shift: float = 0.0) -> Sample:
    """What an agent tells."""
    values = [level(name, np.array([float(at_s)]), shift)[0] for name in layout]
    return Sample(key, Source.AGENT, at_s, layout, np.array(values, "<f4").tobytes())


def samples_seen(*samples: Sample) -> SamplesSeen:
    """The event that brings them."""
    return SamplesSeen(samples=samples)


def rates_seen(machine: Machine, at_s: float, **figures: float | None) -> MachineRatesSeen:
    """What a host tells of one machine."""
    known = {
        "cpu_percent": 40.0,
        "memory_used_bytes": GIB,
        "disk_read_bps": 1e6,
        "disk_written_bps": 2e6,
        "received_bps": 3e5,
        "sent_bps": 4e4,
    } | figures
    taken_at = datetime.fromtimestamp(at_s, UTC)
    rates = MachineRates(machine_id=machine.id, taken_at=taken_at, **known)
    return MachineRatesSeen(host_id=machine.host_id, rates=(rates,))


@dataclass
class FakeHistory:
    """Knows these series of all machines; the agents were silent for a part of the range."""

    names: tuple[str, ...] = LAYOUT
    wishes: list[HistoryWish] = field(default_factory=list)
    silence: tuple[float, float] = (0.4, 0.6)
    empty: bool = False

    def series_of(self, _key: MachineKey) -> Iterable[str]:
        return self.names

    def window(self, wish: HistoryWish) -> History:
        self.wishes.append(wish)
        begin, end = wish.begin.timestamp(), wish.end.timestamp()
        times = np.linspace(begin, end, 300, endpoint=False)
        silent = (times > begin + self.silence[0] * (end - begin)) & (
            times < begin + self.silence[1] * (end - begin)
        )
        shift = wish.key.machine_id.int % 7
        parts: dict[Source, dict[str, Curve]] = {Source.AGENT: {}, Source.HOST: {}}
        for name in wish.series:
            if name not in self.names or self.empty:
                continue
            average = level(name, times, shift)
            spread = 0.0 if name in _FIXED else 0.15
            agent = np.where(silent, np.nan, average)
            parts[Source.AGENT][name] = _curve(times, agent, spread)
            if name in _SEEN_BY_HOST:
                parts[Source.HOST][name] = _curve(times[silent], average[silent], 0.0)
        return History(wish=wish, parts=parts)


def _curve(times, average, spread: float) -> Curve:
    return Curve(
        times=times,
        average=average,
        minimum=average * (1 - spread),
        maximum=average * (1 + spread),
    )


class FakeAgents:
    """Agents as a test says they stand."""

    def __init__(self) -> None:
        self.state = AgentState.TALKING

    def status(self, key: MachineKey) -> AgentStatus:
        return AgentStatus(key=key, state=self.state, since=datetime(2026, 1, 1, tzinfo=UTC))


class FakeMachineWatch:
    """Notes which machines' figures are asked of their hosts."""

    def __init__(self) -> None:
        self.watched: list[MachineKey] = []

    def watch_machine(self, key: MachineKey):
        self.watched.append(key)
        return lambda: self.watched.remove(key)
