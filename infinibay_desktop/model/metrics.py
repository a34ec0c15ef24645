"""What machines measure: series by name, samples as packed numbers, history as ranges."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from infinibay_desktop.model.machines import MachineKey


class Source(IntEnum):
    """Who measured: the agent inside the guest, or the host from outside."""

    AGENT = 0
    HOST = 1


# The first values of every sample, in this order; the name says the unit.
FIXED_SERIES = (
    "cpu_percent",
    "memory_used_bytes",
    "memory_total_bytes",
    "swap_used_bytes",
    "swap_total_bytes",
    "disk_read_bps",
    "disk_written_bps",
    "received_bps",
    "sent_bps",
    "load_1",
    "temperature_c",
    "processes",
)
# Series of parts are named "core_percent:0", "disk_used_bytes:/", "disk_total_bytes:/",
# "received_bps:eth0", "sent_bps:eth0".
MAX_SERIES = 256
MAX_SERIES_NAME = 96

# Names of a sample's values; equal ones are one object, so that looking one up is cheap.
Layout = tuple[str, ...]


class Sample(NamedTuple):
    """One reading. `values`: little-endian float32, one for each of `layout`; NaN: not known.

    A named tuple since hundreds of thousands are made in a run, and frozen ones cost a third.
    """

    key: MachineKey
    source: Source
    at_s: int
    layout: Layout
    values: bytes


class Tier(IntEnum):
    """Steps of the history, the finest first; the number is its step in seconds, raw is 0."""

    RAW = 0
    MINUTE = 60
    QUARTER = 900
    DAY = 86400


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryWish:
    """A range of one machine's history, reduced to about `points` points a series."""

    key: MachineKey
    begin: datetime
    end: datetime
    series: tuple[str, ...] = ("cpu_percent",)
    points: int = 600
