"""What hosts count for each machine. Counters only grow; a difference of two is a rate."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from infinibay_desktop.model.machines import MachineId


class Depth(StrEnum):
    """CHEAP asks no guest's monitor; DETAILED does, and costs a round trip a guest."""

    CHEAP = "cheap"
    DETAILED = "detailed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineCounters:
    """One reading. None where the reading's depth, or the host, does not tell."""

    machine_id: MachineId
    taken_at: datetime
    cpu_time_ns: int | None = None
    vcpus: int | None = None
    memory_bytes: int | None = None
    memory_used_bytes: int | None = None
    disk_read_bytes: int | None = None
    disk_written_bytes: int | None = None
    received_bytes: int | None = None
    sent_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineRates:
    """Two readings compared: percent of all its CPUs, bytes, bytes a second."""

    machine_id: MachineId
    taken_at: datetime
    cpu_percent: float | None
    memory_used_bytes: int | None
    disk_read_bps: float | None
    disk_written_bps: float | None
    received_bps: float | None
    sent_bps: float | None


def rates_between(earlier: MachineCounters, later: MachineCounters) -> MachineRates:
    """Rates over the time between two readings; None where either lacks the counter."""
    seconds = (later.taken_at - earlier.taken_at).total_seconds()

    def rate(before: int | None, after: int | None) -> float | None:
        # A counter that fell was reset by a restart: no rate until the next reading.
        if before is None or after is None or after < before or seconds <= 0:
            return None
        return (after - before) / seconds

    cpu = rate(earlier.cpu_time_ns, later.cpu_time_ns)
    return MachineRates(
        machine_id=later.machine_id,
        taken_at=later.taken_at,
        cpu_percent=None if cpu is None else min(100.0, cpu / 1e7 / max(1, later.vcpus or 1)),
        memory_used_bytes=later.memory_used_bytes,
        disk_read_bps=rate(earlier.disk_read_bytes, later.disk_read_bytes),
        disk_written_bps=rate(earlier.disk_written_bytes, later.disk_written_bytes),
        received_bps=rate(earlier.received_bytes, later.received_bytes),
        sent_bps=rate(earlier.sent_bytes, later.sent_bytes),
    )
