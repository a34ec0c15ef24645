"""What agents say beside numbers: who they are, addresses, the busiest processes."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from infinibay_desktop.guest.cleaning import clean
from infinibay_desktop.guest.messages import UNREADABLE, Amount, Handshake, refusal_of
from infinibay_desktop.model.guests import (
    AgentGreeting,
    GuestFacts,
    GuestInterface,
    GuestProcess,
)
from infinibay_desktop.model.sizes import KIB

MAX_INTERFACES = 24
MAX_ADDRESSES = 16
MAX_PROCESSES = 10
MAX_NAME = 96
MAX_COMMAND = 512
MAX_CAPABILITIES = 64
_LATEST_S = datetime(2200, 1, 1, tzinfo=UTC).timestamp()
# Of all processors of the largest computers, in percent of one.
_LoadPercent = Annotated[float, Meta(ge=0, le=1e6)]
_Pid = Annotated[int, Meta(ge=0, le=2**32)]


class _Interface(Struct, gc=False, frozen=True):
    name: str
    ip_addresses: list[str] | None = None
    mac: str | None = None
    is_up: bool | None = None


class _Process(Struct, gc=False, frozen=True):
    """A process in the words of this protocol's version, or of older ones."""

    id: _Pid | None = None
    pid: _Pid | None = None
    parent_id: _Pid | None = None
    ppid: _Pid | None = None
    name: str | None = None
    user: str | None = None
    command_line: str | None = None
    cmd_line: str | None = None
    cpu_usage_percent: _LoadPercent | None = None
    cpu_percent: _LoadPercent | None = None
    memory_usage_kb: Amount | None = None
    memory_kb: Amount | None = None
    status: str | None = None
    start_time: Annotated[float, Meta(ge=0)] | None = None


class _Network(Struct, gc=False, frozen=True):
    interfaces: list[_Interface] = []


class _Computer(Struct, gc=False, frozen=True):
    uptime_seconds: Annotated[float, Meta(ge=0, le=1e11)] | None = None
    name: str | None = None
    os_version: str | None = None
    kernel_version: str | None = None
    hostname: str | None = None


class _System(Struct, gc=False, frozen=True):
    network: _Network | None = None
    system: _Computer | None = None
    processes: list[_Process] | None = None
    uptime_seconds: Annotated[float, Meta(ge=0, le=1e11)] | None = None


class _Data(Struct, gc=False, frozen=True):
    system: _System
    processes: list[_Process] | None = None


class _Facts(Struct, gc=False, frozen=True):
    data: _Data


_decode = msgspec.json.Decoder(_Facts).decode


def parse_facts(line: bytes) -> tuple[GuestFacts, AgentGreeting]:
    """Read what a line of metrics says beside numbers, and whom it is from."""
    try:
        said = _decode(line).data
    except UNREADABLE as error:
        raise refusal_of(error) from None
    system = said.system
    computer = system.system or _Computer()
    facts = GuestFacts(
        uptime_s=int(computer.uptime_seconds or system.uptime_seconds or 0),
        interfaces=_interfaces(system.network),
        busiest=_busiest(system.processes or said.processes or ()),
    )
    return facts, AgentGreeting(
        version="",
        os_name=_name(f"{computer.name or ''} {computer.os_version or ''}"),
        kernel=_name(computer.kernel_version),
        hostname=_name(computer.hostname),
    )


def greeting_of(said: Handshake) -> AgentGreeting:
    """Who speaks, in the model's words."""
    return AgentGreeting(
        version=_name(said.version),
        protocol=said.protocol,
        os=_name(said.os),
        os_name=_name(said.os_name),
        kernel=_name(said.kernel),
        hostname=_name(said.hostname),
        capabilities=frozenset(_name(word) for word in said.capabilities[:MAX_CAPABILITIES]),
    )


def _interfaces(network: _Network | None) -> tuple[GuestInterface, ...]:
    return tuple(
        GuestInterface(
            name=_name(interface.name),
            addresses=tuple(_name(a) for a in (interface.ip_addresses or ())[:MAX_ADDRESSES]),
            is_up=interface.is_up is not False,
            hardware_address=_name(interface.mac),
        )
        for interface in (network.interfaces if network else ())[:MAX_INTERFACES]
    )


def _busiest(processes: "list[_Process] | tuple[()]") -> tuple[GuestProcess, ...]:
    return tuple(_process(process) for process in processes[:MAX_PROCESSES])


def _process(said: _Process) -> GuestProcess:
    return GuestProcess(
        pid=_first(said.id, said.pid),
        parent_pid=_first(said.parent_id, said.ppid),
        name=_name(said.name),
        user=_name(said.user),
        command=clean(said.command_line or said.cmd_line or "", MAX_COMMAND),
        state=_name(said.status),
        cpu_percent=float(said.cpu_usage_percent or said.cpu_percent or 0.0),
        memory_bytes=int((said.memory_usage_kb or said.memory_kb or 0) * KIB),
        started_at=_moment(said.start_time),
    )


def _name(text: str | None) -> str:
    return clean(text, MAX_NAME) if text else ""


def _first(one: int | None, other: int | None) -> int:
    return one if one is not None else other or 0


def _moment(epoch_s: float | None) -> datetime | None:
    if not epoch_s or epoch_s > _LATEST_S:
        return None
    return datetime.fromtimestamp(epoch_s, UTC)
