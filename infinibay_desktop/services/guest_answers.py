"""What agents answer, made into the model's types or refused. All of it is a stranger's word."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from infinibay_desktop.model.cleaning import clean
from infinibay_desktop.model.errors import GuestProtocolError, GuestRefusedError
from infinibay_desktop.model.guest_parts import (
    MAX_ROWS,
    GuestDisk,
    GuestPackage,
    GuestPage,
    GuestSystem,
    GuestText,
    GuestUnit,
    GuestUser,
)
from infinibay_desktop.model.guests import GuestAnswer, GuestProcess

S = TypeVar("S")
R = TypeVar("R")
MAX_NAME = 256
MAX_COMMAND = 1024
MAX_WORDS = 500
MAX_TEXT = 256 * 1024
Pid = Annotated[int, Meta(ge=0, le=2**32)]
Amount = Annotated[float, Meta(ge=0, le=1e18)]
Share = Annotated[float, Meta(ge=0, le=1e6)]
# Up to the end of the year 9999.
Moment = Annotated[float, Meta(ge=0, le=253_402_300_799)]


class _Page(Struct):
    rows: list[Any]
    total: Annotated[int, Meta(ge=0, le=10**9)] | None = None


class _Process(Struct):
    pid: Pid
    parent_pid: Pid = 0
    name: str = ""
    user: str | None = None
    command: str | None = None
    state: str | None = None
    cpu_percent: Share | None = None
    memory_kb: Amount | None = None
    started_at: Moment | None = None


class _Unit(Struct):
    name: str
    display_name: str | None = None
    state: str | None = None
    start_type: str | None = None
    description: str | None = None


class _Package(Struct):
    name: str
    version: str | None = None
    description: str | None = None
    source: str | None = None
    installed: bool = False
    update: str | None = None


class _User(Struct):
    name: str
    terminal: str | None = None
    origin: str | None = msgspec.field(name="from", default=None)
    since: Moment | None = None


class _Disk(Struct):
    mount_point: str
    device: str | None = None
    filesystem: str | None = None
    total_kb: Amount | None = None
    used_kb: Amount | None = None


class _System(Struct):
    os_name: str | None = None
    kernel_version: str | None = None
    architecture: str | None = None
    hostname: str | None = None
    processor: str | None = None
    uptime_seconds: Amount | None = None
    agent_version: str | None = None


def checked(answer: GuestAnswer) -> GuestAnswer:
    """The answer where it is a success; raises GuestRefusedError with the guest's own words."""
    if answer.success:
        return answer
    words = clean(answer.error or answer.output, MAX_WORDS)
    code = f" (exit status {answer.exit_code})" if (answer.exit_code or 0) > 0 else ""
    raise GuestRefusedError(
        f"The guest says: {words}{code}" if words else f"The guest gave no reason{code}.",
        exit_code=answer.exit_code,
    )


def text_of(answer: GuestAnswer) -> GuestText:
    """The text that an agent answered."""
    text = checked(answer).output
    return GuestText(text=clean(text, MAX_TEXT, lines=True), cut=len(text) > MAX_TEXT)


def processes_of(answer: GuestAnswer, offset: int, limit: int) -> GuestPage[GuestProcess]:
    """A page of processes."""
    return _page_of(answer, offset, limit, list[_Process], _process)


def units_of(answer: GuestAnswer, offset: int, limit: int) -> GuestPage[GuestUnit]:
    """A page of services."""
    return _page_of(answer, offset, limit, list[_Unit], _unit)


def packages_of(answer: GuestAnswer, offset: int, limit: int) -> GuestPage[GuestPackage]:
    """A page of packages."""
    return _page_of(answer, offset, limit, list[_Package], _package)


def users_of(answer: GuestAnswer, limit: int) -> GuestPage[GuestUser]:
    """Who is logged in."""
    return _page_of(answer, 0, limit, list[_User], _user)


def disks_of(answer: GuestAnswer, limit: int) -> GuestPage[GuestDisk]:
    """What is mounted."""
    return _page_of(answer, 0, limit, list[_Disk], _disk)


def system_of(answer: GuestAnswer) -> GuestSystem:
    """The system that the agent runs on."""
    said = _converted(checked(answer).data, _System)
    return GuestSystem(
        os_name=_name(said.os_name),
        kernel=_name(said.kernel_version),
        architecture=_name(said.architecture),
        hostname=_name(said.hostname),
        processor=_name(said.processor),
        uptime_s=None if said.uptime_seconds is None else int(said.uptime_seconds),
        agent_version=_name(said.agent_version),
    )


def has_ended(answer: GuestAnswer) -> bool:
    """Whether a process that was told to end has done so; agents that do not say it are believed."""
    data = checked(answer).data
    return not (isinstance(data, dict) and data.get("ended") is False)


def _page_of(
    answer: GuestAnswer, offset: int, limit: int, kind: type[list[S]], make: Callable[[S], R]
) -> GuestPage[R]:
    page = _converted(checked(answer).data, _Page)
    rows: Sequence[S] = _converted(page.rows[:limit], kind)
    seen = offset + len(rows)
    total = max(page.total or 0, seen)
    return GuestPage(
        rows=tuple(map(make, rows)),
        offset=offset,
        total=total,
        cut=len(page.rows) > limit or total > MAX_ROWS,
    )


def _converted(data: object, kind: type[S]) -> S:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise GuestProtocolError(
            f"The agent's answer cannot be taken: {clean(str(error), 200)}",
            remedy="Another version of the agent may help.",
        ) from error


def _name(text: str | None) -> str:
    return clean(text or "", MAX_NAME)


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _bytes(kilobytes: float | None) -> int | None:
    return None if kilobytes is None else int(kilobytes * 1024)


def _process(said: _Process) -> GuestProcess:
    return GuestProcess(
        pid=said.pid,
        parent_pid=said.parent_pid,
        name=_name(said.name),
        user=_name(said.user),
        command=clean(said.command or "", MAX_COMMAND),
        state=_name(said.state),
        cpu_percent=said.cpu_percent or 0.0,
        memory_bytes=_bytes(said.memory_kb) or 0,
        started_at=_moment(said.started_at),
    )


def _unit(said: _Unit) -> GuestUnit:
    return GuestUnit(
        name=_name(said.name),
        display_name=_name(said.display_name),
        state=_name(said.state),
        start_type=_name(said.start_type),
        description=clean(said.description or "", MAX_COMMAND),
    )


def _package(said: _Package) -> GuestPackage:
    return GuestPackage(
        name=_name(said.name),
        version=_name(said.version),
        description=clean(said.description or "", MAX_COMMAND),
        source=_name(said.source),
        installed=said.installed,
        update=_name(said.update),
    )


def _user(said: _User) -> GuestUser:
    return GuestUser(
        name=_name(said.name),
        terminal=_name(said.terminal),
        origin=_name(said.origin),
        since=_moment(said.since),
    )


def _disk(said: _Disk) -> GuestDisk:
    return GuestDisk(
        mount_point=clean(said.mount_point, MAX_COMMAND),
        device=_name(said.device),
        filesystem=_name(said.filesystem),
        total_bytes=_bytes(said.total_kb),
        used_bytes=_bytes(said.used_kb),
    )
