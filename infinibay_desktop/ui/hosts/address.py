"""A host's URI as the parts that a form asks for, and back."""

from dataclasses import dataclass, replace
from enum import StrEnum

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.hosts import Host, HostAddress, SshAccess, parse_host


class HostKind(StrEnum):
    """The ways to a host."""

    SYSTEM = "system"
    SESSION = "session"
    SSH = "ssh"
    TLS = "tls"
    DEMONSTRATION = "demonstration"


DEFAULT_DEMONSTRATION = "/default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the form holds; fields that the kind does not have keep what was typed."""

    kind: HostKind = HostKind.SYSTEM
    host: str = ""
    user: str = ""
    port: int = 0
    session: bool = False
    file: str = ""
    key_file: str = ""
    known_hosts_file: str = ""
    jump: str = ""
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def ssh(self) -> SshAccess:
        """What ssh needs, where ssh is the way."""
        if self.kind is not HostKind.SSH:
            return SshAccess()
        return SshAccess(
            key_file=self.key_file, known_hosts_file=self.known_hosts_file, jump=self.jump
        )


def entry_of(uri: str, ssh: SshAccess | None = None) -> Entry:
    """The parts of a URI. Raises ValidationError."""
    address, found = parse_host(uri)
    known = ssh or SshAccess()
    return Entry(
        kind=_kind(address),
        host=address.host,
        user=address.user,
        port=address.port or 0,
        session=address.is_session,
        file=_file(address),
        key_file=known.key_file or found.key_file,
        known_hosts_file=known.known_hosts_file or found.known_hosts_file,
        jump=known.jump or found.jump,
        parameters=address.parameters,
    )


def entry_of_host(host: Host) -> Entry:
    """The parts of a stored host."""
    return entry_of(host.uri, host.ssh)


def bare_uri_of(entry: Entry) -> str:
    """The URI without what `Entry.ssh` says; perhaps not yet a valid one."""
    return _address(entry).to_uri()


def uri_of(entry: Entry) -> str:
    """The URI that says all of it, ssh's own parts too; perhaps not yet a valid one."""
    extra = {
        name: value
        for name, value in (
            ("keyfile", entry.ssh.key_file),
            ("known_hosts", entry.ssh.known_hosts_file),
            ("jump", entry.ssh.jump),
        )
        if value
    }
    return _address(entry).to_uri(**extra)


def field_at_fault(entry: Entry, error: ValidationError) -> str:
    """The form's field that an error about the URI is about."""
    field = str(error.details.get("field", ""))
    if field != "uri" or entry.kind not in (HostKind.SSH, HostKind.TLS):
        return field
    bare = replace(entry, user="", port=0, parameters=())
    if not _is_valid(bare):
        return "host"
    if not _is_valid(replace(bare, user=entry.user)):
        return "user"
    return field if _is_valid(replace(bare, port=entry.port)) else "port"


def _is_valid(entry: Entry) -> bool:
    try:
        parse_host(bare_uri_of(entry))
    except ValidationError:
        return False
    return True


def _kind(address: HostAddress) -> HostKind:
    if address.is_demonstration:
        return HostKind.DEMONSTRATION
    if address.transport in ("ssh", "tls"):
        return HostKind(address.transport)
    return HostKind.SESSION if address.is_session else HostKind.SYSTEM


def _file(address: HostAddress) -> str:
    shown = address.is_demonstration and address.path != DEFAULT_DEMONSTRATION
    return address.path if shown else ""


def _address(entry: Entry) -> HostAddress:
    kind = entry.kind
    remote = kind in (HostKind.SSH, HostKind.TLS)
    session = entry.session if remote else kind is HostKind.SESSION
    path = "/session" if session else "/system"
    demonstration = kind is HostKind.DEMONSTRATION
    return HostAddress(
        driver="test" if demonstration else "qemu",
        transport=str(kind) if remote else "test" if demonstration else "",
        user=entry.user if remote else "",
        host=entry.host if remote else "",
        port=(entry.port or None) if remote else None,
        path=(entry.file or DEFAULT_DEMONSTRATION) if demonstration else path,
        parameters=() if demonstration else entry.parameters,
    )
