"""What a machine is, apart from how libvirt or the database spell it."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NewType
from uuid import UUID

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.errors import InvalidStateError, ValidationError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.people import PersonId

MachineId = NewType("MachineId", UUID)

MAX_NAME_LENGTH = 100
MAX_DESCRIPTION = 4096
# libvirt uses the name in file names; QEMU splits some of its options at commas.
_NAME_REFUSED = re.compile(r"[\x00-\x1f\x7f/\\,\n]")


class MachineKey(NamedTuple):
    """One machine on one host: a copied disk can carry the same id to a second host."""

    host_id: HostId
    machine_id: MachineId


class MachineState(StrEnum):
    """libvirt's states in the words that people see, and two of our own."""

    RUNNING = "running"
    PAUSED = "paused"
    SHUTTING_DOWN = "shutting down"
    SHUT_OFF = "shut off"
    SAVED = "saved"
    CRASHED = "crashed"
    SUSPENDED = "suspended"
    CREATING = "creating"
    DELETING = "deleting"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What can be done to a machine's power state."""

    START = "start"
    SHUTDOWN = "shut down"
    REBOOT = "reboot"
    RESET = "reset"
    FORCE_OFF = "force off"
    PAUSE = "pause"
    RESUME = "resume"
    SAVE = "save"
    RESTORE = "restore"
    RENAME = "rename"
    SCREENSHOT = "take a screenshot of"
    DELETE = "delete"


_UP = frozenset(
    {
        MachineState.RUNNING,
        MachineState.PAUSED,
        MachineState.SHUTTING_DOWN,
        MachineState.CRASHED,
        MachineState.SUSPENDED,
    }
)
_DOWN = frozenset({MachineState.SHUT_OFF, MachineState.SAVED})
_LISTENING = frozenset({MachineState.RUNNING, MachineState.SHUTTING_DOWN})
ALLOWED_STATES: dict[Act, frozenset[MachineState]] = {
    # A crashed machine that libvirt lets go of is off, and one that it keeps is up.
    Act.START: _DOWN | {MachineState.CRASHED},
    Act.SHUTDOWN: _LISTENING,
    Act.REBOOT: _LISTENING,
    Act.RESET: _UP,
    Act.FORCE_OFF: _UP,
    Act.PAUSE: frozenset({MachineState.RUNNING}),
    Act.RESUME: frozenset({MachineState.PAUSED, MachineState.SUSPENDED}),
    Act.SAVE: frozenset({MachineState.RUNNING, MachineState.PAUSED}),
    Act.RESTORE: frozenset({MachineState.SAVED}),
    Act.RENAME: frozenset({MachineState.SHUT_OFF, MachineState.CRASHED}),
    Act.SCREENSHOT: _UP,
    Act.DELETE: _UP | _DOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A machine as last seen on its host. Stale since that time when the host is lost."""

    id: MachineId
    host_id: HostId
    name: str
    state: MachineState
    vcpus: int = 0
    memory_bytes: int = 0
    autostart: bool = False
    persistent: bool = True
    stale_since: datetime | None = None
    # Ours, not the host's: whose it is.
    department_id: DepartmentId | None = None
    owner_id: PersonId | None = None

    @property
    def key(self) -> MachineKey:
        """Host and id together."""
        return MachineKey(self.host_id, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDisk:
    """A disk of an existing machine; `shared_with` names other machines that use it."""

    target: str
    device: str
    path: str
    bus: str = ""
    read_only: bool = False
    capacity_bytes: int = 0
    shared_with: tuple[str, ...] = ()

    @property
    def deletable(self) -> bool:
        """Whether deleting it harms nothing but this machine."""
        return self.device == "disk" and not self.read_only and not self.shared_with


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineNic:
    """A network card of an existing machine."""

    kind: str
    source: str
    mac: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDetails:
    """What a machine's definition says beyond the list.

    Description, `next_vcpus` and `next_memory_bytes` are those of its next start.
    """

    description: str
    arch: str
    machine_type: str
    firmware: str
    domain_type: str
    disks: tuple[MachineDisk, ...]
    nics: tuple[MachineNic, ...]
    graphics: tuple[str, ...]
    channels: tuple[str, ...]
    next_vcpus: int = 0
    next_memory_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A small picture of a screen: rows of blue, green, red, unused, without gaps."""

    width: int
    height: int
    pixels: bytes


def check_act(act: Act, name: str, state: MachineState) -> None:
    """Refuse an act that makes no sense in this state."""
    allowed = ALLOWED_STATES[act]
    if state in allowed:
        return
    wanted = ", ".join(sorted(allowed))
    raise InvalidStateError(
        f"Cannot {act} '{name}': it is {state}.",
        remedy=f"This works while the machine is: {wanted}.",
        act=act.name.lower(),
        state=str(state),
    )


def check_machine_name(name: str) -> None:
    """Refuse names that libvirt, QEMU or a file system would not take."""
    why = _why_name_is_bad(name)
    if why:
        raise ValidationError(f"The name {name[:120]!r} cannot be used: {why}.", field="name")


def check_description(description: str) -> None:
    """Refuse descriptions that libvirt's XML could not hold, or nobody would read."""
    if len(description) > MAX_DESCRIPTION or not description.replace("\n", "").isprintable():
        raise ValidationError(
            f"A description has at most {MAX_DESCRIPTION} visible characters.",
            field="description",
        )


def _why_name_is_bad(name: str) -> str:
    if not name.strip():
        return "it is empty"
    if name != name.strip():
        return "it begins or ends with a space"
    if name in (".", "..") or name.startswith(("-", ".")):
        return "it begins with '-' or '.'"
    if found := _NAME_REFUSED.search(name):
        return f"it contains {found.group()!r}"
    if not name.isprintable():
        return "it contains characters that cannot be shown"
    if len(name.encode()) > MAX_NAME_LENGTH:
        return f"it is longer than {MAX_NAME_LENGTH} bytes"
    return ""
