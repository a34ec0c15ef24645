"""Hosts: where machines run, how to reach them, and how that goes."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlencode, urlsplit
from uuid import UUID

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.problems import Problem

HostId = NewType("HostId", UUID)

TRANSPORTS = {
    "qemu": "",
    "qemu+unix": "unix",
    "qemu+ssh": "ssh",
    "qemu+tls": "tls",
    "test": "test",
}
# Everything else libvirt would take can run a program or switch off verification.
URI_PARAMETERS = frozenset({"socket", "mode", "pkipath"})
SSH_PARAMETERS = {"keyfile": "key_file", "known_hosts": "known_hosts_file", "jump": "jump"}
MAX_URI_LENGTH = 1024
_HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?")
_USER_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?")
_PASSWORD = re.compile(r"(//[^/?#:]*):[^/?#]*@")
_JUMP = re.compile(
    r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?(?:[A-Za-z0-9][A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?"
)
_URI_HELP = (
    "Use one of qemu:///system, qemu:///session, qemu+ssh://USER@HOST/system, "
    "qemu+tls://HOST/system or test:///default."
)


class Acceleration(StrEnum):
    """How machines on a host run; AUTO takes KVM where the host says it works."""

    AUTO = "auto"
    KVM = "kvm"
    EMULATION = "emulation"


class Stage(StrEnum):
    """The steps of connecting, in order."""

    REACH = "reach"
    HOST_KEY = "host-key"
    SIGN_IN = "sign-in"
    SOCKET = "socket"
    PERMISSION = "permission"
    CAPABILITY = "capability"


class LinkState(StrEnum):
    """How the connection to a host stands."""

    DISCONNECTED = "disconnected"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class SshAccess:
    """What ssh needs beyond the person's own configuration; empty means: as configured."""

    key_file: str = ""
    known_hosts_file: str = ""
    jump: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A libvirt host as the person set it up. Holds no secret."""

    id: HostId
    name: str
    uri: str
    autoconnect: bool = True
    acceleration: Acceleration = Acceleration.AUTO
    ssh: SshAccess = field(default_factory=SshAccess)

    @property
    def address(self) -> "HostAddress":
        """The parsed URI."""
        return parse_host_uri(self.uri)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostAddress:
    """The parts of a host URI; `host` is empty on this machine."""

    driver: str
    transport: str
    user: str
    host: str
    port: int | None
    path: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def is_local(self) -> bool:
        """Whether the URI names this machine."""
        return not self.host

    @property
    def is_session(self) -> bool:
        """Whether machines run as the person, without the system's daemon."""
        return self.path == "/session"

    @property
    def is_demonstration(self) -> bool:
        """Whether the host is libvirt's simulated one."""
        return self.driver == "test"

    def to_uri(self, **extra: str) -> str:
        """Text for libvirt, with `extra` parameters added."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        login = f"{quote(self.user, safe='')}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        parameters = {**dict(self.parameters), **extra}
        query = "?" + urlencode(parameters, quote_via=quote, safe="/") if parameters else ""
        scheme = f"{self.driver}+{self.transport}" if self._names_transport else self.driver
        return f"{scheme}://{login}{host}{port}{quote(self.path)}{query}"

    @property
    def _names_transport(self) -> bool:
        return self.transport not in ("", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedKey:
    """A host's SSH keys as it showed them: fingerprints for people, lines for known_hosts."""

    fingerprints: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReport:
    """How one stage of connecting went."""

    stage: Stage
    passed: bool
    detail: str
    remedy: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HostStatus:
    """How the connection to a host stands, and since when."""

    host_id: HostId
    state: LinkState
    since: datetime
    stage: Stage | None = None
    reason: str = ""
    remedy: str = ""
    problem: Problem | None = None
    next_attempt_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolStatistics:
    """What a host's connection pool holds; `waited_ms` adds up all waiting so far."""

    limit: int
    open: int
    busy: int
    waiting: int
    leases: int
    waited_ms: float


def parse_host_uri(text: str) -> HostAddress:
    """Take a host URI apart. Raises ValidationError that says what is wrong."""
    address, _access = parse_host(text)
    return address


def parse_host(text: str) -> tuple[HostAddress, SshAccess]:
    """Take a host URI apart, with ssh's own parameters set aside."""
    if len(text) > MAX_URI_LENGTH or not text.isprintable() or " " in text:
        raise _bad_uri(text[:80], "it is too long or has characters that a URI cannot have")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _bad_uri(text, str(error)) from error
    if parts.scheme not in TRANSPORTS:
        raise _bad_uri(text, f"the scheme '{parts.scheme or text}' is not one of ours")
    transport = TRANSPORTS[parts.scheme]
    _check_path(text, parts, transport)
    _check_authority(text, parts, transport)
    parameters, ssh = _parameters(text, parts, transport)
    address = HostAddress(
        driver=parts.scheme.partition("+")[0],
        transport=transport,
        user=unquote(parts.username or ""),
        host=parts.hostname or "",
        port=port,
        path=unquote(parts.path),
        parameters=parameters,
    )
    return address, ssh


def check_jump(jump: str) -> None:
    """Refuse a jump list that ssh would read as something else."""
    if jump and not all(_JUMP.fullmatch(hop) for hop in jump.split(",")):
        raise ValidationError(
            f"The jump host '{jump}' is not of the form USER@HOST:PORT.", field="jump"
        )


def check_file_name(path: str, field_name: str) -> None:
    """Refuse a path that ssh's configuration could not hold as one quoted word."""
    if any(character in path for character in '\n\r"\0') or path.startswith("-"):
        raise ValidationError(
            f"The path {path!r} has characters that cannot be used.", field=field_name
        )


def _bad_uri(text: str, why: str) -> ValidationError:
    shown = _PASSWORD.sub(r"\1:…@", text)
    return ValidationError(
        f"'{shown}' is not a host URI: {why}.", field="uri", remedy=_URI_HELP, uri=shown
    )


def _check_path(text: str, parts: SplitResult, transport: str) -> None:
    if parts.fragment:
        raise _bad_uri(text, "a fragment ('#…') has no meaning here")
    if transport == "test":
        if len(parts.path) < 2:
            raise _bad_uri(text, "'test' needs '/default' or the path of an XML file")
    elif parts.path not in ("/system", "/session"):
        raise _bad_uri(text, "it must end in /system or /session")


def _check_authority(text: str, parts: SplitResult, transport: str) -> None:
    if parts.password is not None:
        raise _bad_uri(text, "a password does not belong into a URI; it is asked for when needed")
    remote = transport in ("ssh", "tls")
    if remote and not parts.hostname:
        raise _bad_uri(text, f"'{transport}' needs the name of a host")
    if not remote and parts.netloc:
        raise _bad_uri(text, "a host on another machine is reached by qemu+ssh or qemu+tls")
    if (
        remote
        and ":" not in (parts.hostname or "")
        and not _HOST_NAME.fullmatch(parts.hostname or "")
    ):
        raise _bad_uri(text, f"'{parts.hostname}' is not a host name")
    if parts.username is not None and not _USER_NAME.fullmatch(unquote(parts.username)):
        raise _bad_uri(text, f"'{parts.username}' is not a user name")
    if parts.port == 0:
        raise _bad_uri(text, "nothing listens at port 0")


def _parameters(
    text: str, parts: SplitResult, transport: str
) -> tuple[tuple[tuple[str, str], ...], SshAccess]:
    kept: list[tuple[str, str]] = []
    ssh: dict[str, str] = {}
    for key, values in parse_qs(parts.query, keep_blank_values=True).items():
        if transport == "ssh" and key in SSH_PARAMETERS:
            ssh[SSH_PARAMETERS[key]] = values[-1]
        elif key in URI_PARAMETERS:
            kept.append((key, values[-1]))
        else:
            raise _bad_uri(text, f"the parameter '{key}' is not supported")
    check_jump(ssh.get("jump", ""))
    for name in ("key_file", "known_hosts_file"):
        check_file_name(ssh.get(name, ""), name)
    return tuple(kept), SshAccess(**ssh)
