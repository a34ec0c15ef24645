"""The list as the last session left it, for the first paint of the next one."""

import json
import threading
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.system.replacing import read_bounded, replace_file

VERSION = 1
MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_LINE = 4096
MAX_ROWS = 200_000
MAX_HOSTS = 1000
MAX_NAME = 1000
_ROWS_AT_ONCE = 200
# A worker that only computes starves the window; between two slices it steps aside.
_PAUSE_S = 0.001
_STATES = {str(state): state for state in MachineState}
_MAX_VCPUS = 2**20
_MAX_BYTES = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedList:
    """Machines as last seen, each stale since then; `refused` counts rows that made no sense."""

    machines: tuple[Machine, ...] = ()
    host_names: Mapping[HostId, str] = field(default_factory=dict)
    at: datetime | None = None
    refused: int = 0


def list_path(folder: Path, database: str) -> Path:
    """Where the list of a database is kept; each has one of its own."""
    return folder / f"machines-{zlib.crc32(database.encode(errors='replace')):08x}.list"


def read_list(path: Path) -> CachedList:
    """The list in a file; an empty one where there is none that can be used."""
    try:
        data = read_bounded(path, MAX_FILE_BYTES)
    except OSError:
        return CachedList()
    # Bytes that are no text end up in names, which are refused with their row.
    text = (data or b"").decode("utf-8", "surrogateescape")
    lines = text.removesuffix("\n").split("\n")
    head = _parse_head(_load(lines[0]))
    if head is None:
        return CachedList(refused=1 if data is None or data else 0)
    at, count = head
    hosts = [_parse_host(row) for row in _rows(lines[1 : count + 1])]
    places = [host[0] if host else None for host in hosts]
    rows = _rows(lines[count + 1 : count + 1 + MAX_ROWS])
    machines = [_parse_machine(row, places, at) for row in rows]
    kept = tuple(machine for machine in machines if machine is not None)
    refused = len(machines) - len(kept) + hosts.count(None)
    names = dict(host for host in hosts if host is not None)
    return CachedList(machines=kept, host_names=names, at=at, refused=refused)


def write_list(
    path: Path, machines: Collection[Machine], host_names: Mapping[HostId, str], at: datetime
) -> None:
    """Put the list in the file's place. Raises StorageError; the old list is there still then."""
    unnamed = dict.fromkeys((machine.host_id for machine in machines), "")
    names = dict(islice((unnamed | dict(host_names)).items(), MAX_HOSTS))
    replace_file(path, _pieces(_lines(machines, names, at)))


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    pause = threading.Event()
    size = 0
    left = iter(lines)
    while piece := "\n".join(islice(left, _ROWS_AT_ONCE)):
        data = piece.encode() + b"\n"
        size += len(data)
        if size > MAX_FILE_BYTES:
            return
        yield data
        pause.wait(_PAUSE_S)


def _lines(
    machines: Collection[Machine], host_names: Mapping[HostId, str], at: datetime
) -> Iterator[str]:
    encode = json.JSONEncoder(separators=(",", ":")).encode
    yield encode({"version": VERSION, "at": at.isoformat(), "hosts": len(host_names)})
    for host_id, name in host_names.items():
        yield encode([host_id.hex, name[: MAX_NAME // 2]])
    places = {host_id: place for place, host_id in enumerate(host_names)}
    for machine in islice(machines, MAX_ROWS):
        if machine.host_id in places:
            line = encode(_row(machine, places[machine.host_id]))
            if len(line) <= MAX_LINE:
                yield line


def _row(machine: Machine, place: int) -> list[object]:
    since = machine.stale_since
    return [
        place,
        machine.id.hex,
        machine.name,
        machine.state,
        machine.vcpus,
        machine.memory_bytes,
        machine.autostart,
        machine.persistent,
        since.isoformat() if since else "",
    ]


# Reading. Plain and without detours: it runs before the first paint.


def _rows(lines: list[str]) -> Iterator[Any]:
    """What the lines hold, many at once; line by line where one of them spoils it."""
    for first in range(0, len(lines), _ROWS_AT_ONCE):
        block = lines[first : first + _ROWS_AT_ONCE]
        found = None
        if max(map(len, block)) <= MAX_LINE:
            found = _load("[" + ",".join(block) + "]", limit=MAX_LINE * len(block) * 2)
        if not isinstance(found, list) or len(found) != len(block):
            found = [_load(line) for line in block]
        yield from found


def _load(text: str, *, limit: int = MAX_LINE) -> Any:
    """What the text says, or None where it is no JSON."""
    if len(text) > limit:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _parse_head(head: Any) -> tuple[datetime, int] | None:
    if not isinstance(head, dict) or head.get("version") != VERSION:
        return None
    at, count = head.get("at"), head.get("hosts")
    if not isinstance(at, str) or type(count) is not int or not 0 <= count <= MAX_HOSTS:
        return None
    moment = _moment(at)
    return None if moment is None else (moment, count)


def _parse_host(row: Any) -> tuple[HostId, str] | None:
    try:
        text, name = row
        return (HostId(UUID(hex=text)), name) if _is_name(name) else None
    except (TypeError, ValueError, AttributeError):
        return None


def _parse_machine(row: Any, places: list[HostId | None], at: datetime) -> Machine | None:
    try:
        place, text, name, state, vcpus, memory, autostart, persistent, since = row
        if not (
            type(place) is type(vcpus) is type(memory) is int
            and type(autostart) is type(persistent) is bool
            and 0 <= vcpus <= _MAX_VCPUS
            and 0 <= memory <= _MAX_BYTES
            and _is_name(name)
        ):
            return None
        host_id = places[place] if place >= 0 else None
        if host_id is None:
            return None
        return Machine(
            id=MachineId(UUID(hex=text)),
            host_id=host_id,
            name=name,
            state=_STATES[state],
            vcpus=vcpus,
            memory_bytes=memory,
            autostart=autostart,
            persistent=persistent,
            stale_since=(_moment(since) if since else None) or at,
        )
    except (TypeError, ValueError, AttributeError, LookupError):
        return None


@lru_cache(maxsize=64)
def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


def _is_name(name: object) -> bool:
    """Whether it is a text of sound length: hosts' own names may hold anything that shows."""
    if type(name) is not str or len(name) > MAX_NAME:
        return False
    if name.isprintable():
        return True
    try:  # emoji are joined by invisible letters; half letters cannot be shown at all
        name.encode()
    except UnicodeEncodeError:
        return False
    return not any(letter < " " or letter == "\x7f" for letter in name)
