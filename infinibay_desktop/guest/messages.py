"""One line of an agent, understood or refused. Pure."""

import math
from datetime import datetime
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Raw, Struct

from infinibay_desktop.guest.cleaning import clean
from infinibay_desktop.model.errors import GuestProtocolError

MAX_REASON = 200
MAX_REPORT = 500

# More than any computer has, and far below what a float32 holds: beyond it, a message is refused.
Amount = Annotated[float, Meta(ge=0, le=1e18)]
Percent = Annotated[float, Meta(ge=0, le=110)]
Celsius = Annotated[float, Meta(ge=-273.15, le=1000)]
Load = Annotated[float, Meta(ge=0, le=1e6)]
Id = Annotated[str, Meta(min_length=1, max_length=64)]
UNKNOWN = math.nan


class Cpu(Struct, gc=False, frozen=True):
    """Load of the processors."""

    usage_percent: Percent = UNKNOWN
    cores_usage: list[Percent] = []
    temperature: Celsius | None = None


class Memory(Struct, gc=False, frozen=True):
    """Memory and swap."""

    total_kb: Amount = UNKNOWN
    used_kb: Amount = UNKNOWN
    swap_total_kb: Amount | None = None
    swap_used_kb: Amount | None = None


class MountUse(Struct, gc=False, frozen=True):
    """How full a file system is."""

    mount_point: str
    total_gb: Amount = UNKNOWN
    used_gb: Amount = UNKNOWN


class DiskRates(Struct, gc=False, frozen=True):
    """What all disks do."""

    read_bytes_per_sec: Amount = UNKNOWN
    write_bytes_per_sec: Amount = UNKNOWN


class Disk(Struct, gc=False, frozen=True):
    """File systems and disks."""

    usage_stats: list[MountUse] = []
    io_stats: DiskRates | None = None


class InterfaceCounters(Struct, gc=False, frozen=True):
    """What an interface has carried since the guest started."""

    name: str
    bytes_received: Amount = UNKNOWN
    bytes_sent: Amount = UNKNOWN


class Network(Struct, gc=False, frozen=True):
    """Interfaces."""

    interfaces: list[InterfaceCounters] = []


class LoadAverage(Struct, gc=False, frozen=True):
    """How many processes want to run."""

    load_1min: Load | None = None


class Computer(Struct, gc=False, frozen=True):
    """The guest as a whole."""

    load_average: LoadAverage | None = None
    process_count: Amount | None = None


class Measured(Struct, gc=False, frozen=True):
    """Everything that is measured."""

    cpu: Cpu | None = None
    memory: Memory | None = None
    disk: Disk | None = None
    network: Network | None = None
    system: Computer | None = None


class _Data(Struct, gc=False, frozen=True):
    system: Measured


class Handshake(Struct, tag="handshake", gc=False, frozen=True):
    """Who speaks."""

    protocol: Annotated[int, Meta(ge=1, le=1000)] = 1
    version: str | None = None
    os: str | None = None
    os_name: str | None = None
    kernel: str | None = None
    hostname: str | None = None
    boot_id: str | None = None
    run: str | None = None
    period_s: Annotated[float, Meta(gt=0, le=3600)] | None = None
    capabilities: list[str] = []


class Metrics(Struct, tag="metrics", gc=False, frozen=True):
    """The numbers of a message of metrics; its facts are read by guest.facts when wanted."""

    data: _Data
    timestamp: Annotated[datetime, Meta(tz=True)] | None = None


class Answer(Struct, gc=False, frozen=True):
    """What became of a request. `data` is not read yet."""

    id: Id
    success: bool
    exit_code: Annotated[int, Meta(ge=-(2**32), le=2**32)] | None = None
    stdout: str | None = None
    stderr: str | None = None
    data: Raw = Raw(b"null")


class _TaggedAnswer(Answer, tag="response", gc=False, frozen=True):
    pass


class Progress(Struct, tag="progress", gc=False, frozen=True):
    """How far a request is."""

    id: Id
    text: str | None = None
    percent: Annotated[float, Meta(ge=0, le=100)] | None = None


class _ErrorReport(Struct, tag="error_report", gc=False, frozen=True):
    severity: str | None = None
    error_type: Raw = Raw(b"")
    message: str | None = None
    recovery_suggestion: str | None = None


class Report(Struct, gc=False, frozen=True):
    """Something that agents say by themselves; `text` is for people, or empty."""

    kind: str
    text: str = ""


class _Shape(Struct, gc=False, frozen=True):
    """Enough of a line to know what it is."""

    type: str | None = None
    id: str | None = None
    success: bool | None = None


Message: TypeAlias = Handshake | Metrics | Answer | Progress | Report

# Older agents say these; they need no answer.
_ASIDES = frozenset(
    {"keep_alive", "ping", "connection_status", "circuit_breaker_state", "error", "agent_event"}
)
_decode = msgspec.json.Decoder(Handshake | Metrics | _TaggedAnswer | Progress | _ErrorReport).decode
_decode_answer = msgspec.json.Decoder(Answer).decode
_decode_shape = msgspec.json.Decoder(_Shape).decode
# RecursionError: nested deeper than the interpreter goes.
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def parse_line(line: bytes) -> Message:
    """Understand a line; GuestProtocolError says what is wrong with it, in words of ours."""
    try:
        if not line.isascii():
            line.decode()
        found = _decode(line)
    except msgspec.ValidationError as error:
        return _otherwise(line, error)
    except UNREADABLE as error:
        raise refusal_of(error) from None
    return _report_of(found) if type(found) is _ErrorReport else found


def refusal_of(error: Exception) -> GuestProtocolError:
    """What to tell about a line that was not read; its own words are cleaned and bounded."""
    if isinstance(error, RecursionError):
        return GuestProtocolError("nested too deeply")
    if isinstance(error, UnicodeDecodeError):
        return GuestProtocolError("not UTF-8")
    return GuestProtocolError(clean(str(error), MAX_REASON))


def _otherwise(line: bytes, error: msgspec.ValidationError) -> Message:
    """What older agents say without the type, or with a type that needs no answer."""
    try:
        shape = _decode_shape(line)
        if shape.type in _ASIDES:
            return Report(kind=shape.type)
        if shape.type is None and shape.id is not None and shape.success is not None:
            return _decode_answer(line)
    except UNREADABLE as other:
        raise refusal_of(other) from None
    raise refusal_of(error)


def _report_of(said: _ErrorReport) -> Report:
    kind = bytes(said.error_type).decode(errors="replace").strip('"')
    parts = (said.severity, kind, said.message, said.recovery_suggestion)
    return Report(kind="error_report", text=clean(": ".join(filter(None, parts)), MAX_REPORT))
