"""What agents measure, as figures of the list."""

from datetime import UTC, datetime
from functools import lru_cache
from math import isfinite
from struct import unpack_from

from infinibay_desktop.model.guests import PERIOD_S
from infinibay_desktop.model.metrics import Layout, Sample
from infinibay_desktop.model.statistics import MachineRates

# An agent that was silent for so long talks no more: the host's view counts again.
SILENT_S = 3.0 * PERIOD_S
_SHOWN = (
    "cpu_percent",
    "memory_used_bytes",
    "disk_read_bps",
    "disk_written_bps",
    "received_bps",
    "sent_bps",
)
_FLOAT_BYTES = 4


@lru_cache(maxsize=256)
def _places(layout: Layout) -> tuple[int, ...]:
    return tuple(layout.index(name) if name in layout else -1 for name in _SHOWN)


def rates_of(sample: Sample) -> MachineRates:
    """The sample's figures; what it does not tell, or what makes no sense, is None."""
    cpu, used, read, written, received, sent = (
        _value(sample.values, place) for place in _places(sample.layout)
    )
    return MachineRates(
        machine_id=sample.key.machine_id,
        taken_at=datetime.fromtimestamp(sample.at_s, UTC),
        cpu_percent=None if cpu is None else min(100.0, cpu),
        memory_used_bytes=None if used is None else int(used),
        disk_read_bps=read,
        disk_written_bps=written,
        received_bps=received,
        sent_bps=sent,
    )


def _value(values: bytes, place: int) -> float | None:
    start = place * _FLOAT_BYTES
    if place < 0 or start + _FLOAT_BYTES > len(values):
        return None
    (value,) = unpack_from("<f", values, start)
    return float(value) if isfinite(value) and value >= 0 else None
