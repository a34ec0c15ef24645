"""What is found inside guests when they are asked: services, packages, users, disks, systems."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from infinibay_desktop.model.guests import GuestInterface

Row = TypeVar("Row")
# How much of anything is taken from a guest; what is beyond is cut, and that is said.
MAX_ROWS = 5_000
MAX_PAGE_ROWS = 1_000
MAX_LOG_LINES = 500
# What one file may have that is read or written through the QEMU guest agent.
MAX_FILE_BYTES = 4 * 1024**3


class Teller(StrEnum):
    """Who inside a guest told something."""

    AGENT = "agent"
    QEMU = "qemu-guest-agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestPage(Generic[Row]):
    """A part of a list, from `offset` on; `total` is how long the guest says the list is.

    `cut` says that the list goes on where nothing more is taken from it.
    """

    rows: tuple[Row, ...] = ()
    offset: int = 0
    total: int = 0
    cut: bool = False
    teller: Teller = Teller.AGENT


class ProcessOrder(StrEnum):
    """What processes are sorted by; the greatest figures come first."""

    CPU = "cpu"
    MEMORY = "memory"
    PID = "pid"
    NAME = "name"


class ServiceOperation(StrEnum):
    """What can be done to a service."""

    START = "start"
    STOP = "stop"
    RESTART = "restart"
    ENABLE = "enable"
    DISABLE = "disable"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestUnit:
    """A service inside a guest, in its system's own words."""

    name: str
    display_name: str = ""
    state: str = ""
    start_type: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestPackage:
    """A package that is installed inside a guest, or could be. `update` is the newer version."""

    name: str
    version: str = ""
    description: str = ""
    source: str = ""
    installed: bool = False
    update: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestUser:
    """Somebody who is logged in inside a guest."""

    name: str
    terminal: str = ""
    origin: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestDisk:
    """A file system that is mounted inside a guest. Sizes are None where nobody knows them."""

    mount_point: str
    device: str = ""
    filesystem: str = ""
    total_bytes: int | None = None
    used_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestSystem:
    """The system inside a guest. What is not known is empty."""

    os_name: str = ""
    kernel: str = ""
    architecture: str = ""
    hostname: str = ""
    timezone: str = ""
    processor: str = ""
    uptime_s: int | None = None
    agent_version: str = ""
    interfaces: tuple[GuestInterface, ...] = ()
    teller: Teller = Teller.AGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestText:
    """Text of a guest, with line breaks; `cut` says that there was more."""

    text: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRun:
    """How a program inside a guest ended. `exit_code` is None where a signal ended it."""

    exit_code: int | None = None
    signal: int | None = None
    output: bytes = field(default=b"", repr=False)
    error: bytes = field(default=b"", repr=False)
    cut: bool = False
