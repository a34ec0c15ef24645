"""The hosts that a person set up."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from uuid import uuid4

from infinibay_desktop.model.errors import ConflictError, NotFoundError, ValidationError
from infinibay_desktop.model.events import HostRemoved, HostSaved
from infinibay_desktop.model.hosts import (
    Acceleration,
    Host,
    HostId,
    SshAccess,
    check_file_name,
    check_jump,
    parse_host,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.acts import changed, differing
from infinibay_desktop.services.declarations import free, needs
from infinibay_desktop.services.ports import UnitOfWorkFactory

MAX_NAME_LENGTH = 60


class HostService:
    """Adding, editing and finding hosts; connecting to them is HostConnections' business."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units

    @free("a person's program connects to the hosts where their machines are")
    def all(self) -> Sequence[Host]:
        """All hosts, by name."""
        with self._units() as unit:
            return sorted(unit.hosts.all(), key=lambda host: host.name.casefold())

    @free("a person's program connects to the hosts where their machines are")
    def find(self, name_or_uri: str) -> Host:
        """The host of that name, URI or id. Raises NotFoundError."""
        for host in self.all():
            if name_or_uri in (host.name, host.uri, str(host.id)):
                return host
        raise NotFoundError(
            f"There is no host '{name_or_uri[:100]}'.",
            remedy="infinibay host list shows the hosts; infinibay host add adds one.",
        )

    @needs(Permission.HOST_MANAGE, name="uri", act="host.add")
    def add(
        self,
        uri: str,
        *,
        name: str = "",
        autoconnect: bool = True,
        acceleration: Acceleration = Acceleration.AUTO,
        ssh: SshAccess | None = None,
    ) -> Host:
        """Store a new host. Raises ValidationError or ConflictError and stores nothing."""
        host = draft_host(
            uri, name=name, autoconnect=autoconnect, acceleration=acceleration, ssh=ssh
        )
        self.keep(host)
        return host

    @needs(Permission.HOST_MANAGE, host="host.id", name="host.name", act="host.edit")
    def edit(self, host: Host) -> Host:
        """Store a changed host under its id."""
        _check_name(host.name)
        checked = _normal(host)
        with self._units() as unit:
            before = unit.hosts.find(host.id)
            if before is None:
                raise NotFoundError(f"The host '{host.name}' is not there any more.")
            _check_unique(checked, unit.hosts.all())
            unit.hosts.save(checked)
            unit.tell(HostSaved(host_id=host.id))
            unit.commit()
        old, new = differing(_facts_of(before), _facts_of(checked))
        changed(target_name=checked.name, before=old, after=new)
        return checked

    @needs(Permission.HOST_MANAGE, host="host.id", name="host.name", act="host.remove")
    def remove(self, host: Host) -> None:
        """Forget a host and what is known of its machines; nothing on the host changes."""
        with self._units() as unit:
            open_tasks = [t for t in unit.tasks.unfinished() if t.host_id == host.id]
            if open_tasks:
                raise ConflictError(
                    f"'{host.name}' has {len(open_tasks)} unfinished task(s).",
                    remedy="Connect to it once so that they can be finished or undone.",
                )
            removed = unit.hosts.find(host.id) or host
            unit.hosts.remove(host.id)
            unit.tell(HostRemoved(host_id=host.id))
            unit.commit()
        changed(target_name=removed.name, before=_facts_of(removed))

    @free("it stores nothing")
    def known_or_draft(self, uri: str) -> tuple[Host, bool]:
        """The stored host with this URI, or a new one that is not stored, and which it is."""
        address, ssh = parse_host(uri)
        for host in self.all():
            if host.uri == address.to_uri() and ssh in (host.ssh, SshAccess()):
                return host, False
        return draft_host(uri, autoconnect=False, name=self._free_name(default_name(uri))), True

    @needs(Permission.HOST_MANAGE, host="host.id", name="host.name", act="host.add")
    def keep(self, host: Host) -> None:
        """Store a drafted host."""
        with self._units() as unit:
            _check_unique(host, unit.hosts.all())
            unit.hosts.save(host)
            unit.tell(HostSaved(host_id=host.id))
            unit.commit()
        changed(target_id=host.id, target_name=host.name, after=_facts_of(host))

    def _free_name(self, name: str) -> str:
        taken = {host.name for host in self.all()}
        candidates = [name, *(f"{name} ({number})" for number in range(2, 1000))]
        return next(candidate for candidate in candidates if candidate not in taken)


def draft_host(
    uri: str,
    *,
    name: str = "",
    autoconnect: bool = True,
    acceleration: Acceleration = Acceleration.AUTO,
    ssh: SshAccess | None = None,
) -> Host:
    """A host that is not stored, checked: for a connection test before adding."""
    address, from_uri = parse_host(uri)
    host = Host(
        id=HostId(uuid4()),
        name=name or default_name(uri),
        uri=address.to_uri(),
        autoconnect=autoconnect,
        acceleration=acceleration,
        ssh=_merged(from_uri, ssh or SshAccess()),
    )
    _check_name(host.name)
    return _normal(host)


def default_name(uri: str) -> str:
    """A name for people: the host's, or what the URI stands for on this computer."""
    address, _ = parse_host(uri)
    if address.is_demonstration:
        stem = PurePosixPath(address.path).stem.strip()
        named = stem if address.path != "/default" and stem.isprintable() else ""
        return named[:MAX_NAME_LENGTH] or "demonstration"
    if not address.is_local:
        return address.host[:MAX_NAME_LENGTH]
    return "this computer (session)" if address.is_session else "this computer"


def _facts_of(host: Host) -> dict[str, object]:
    """What the record says of a host."""
    facts = asdict(host)
    facts |= facts.pop("ssh")
    del facts["id"]
    return {name: value for name, value in facts.items() if value != ""}


def _normal(host: Host) -> Host:
    address, from_uri = parse_host(host.uri)
    ssh = _merged(from_uri, host.ssh)
    if ssh != SshAccess() and address.transport != "ssh":
        raise ValidationError(
            "A key file, known hosts or a jump host only make sense with qemu+ssh.", field="ssh"
        )
    check_jump(ssh.jump)
    for field in ("key_file", "known_hosts_file"):
        check_file_name(getattr(ssh, field), field)
    return replace(host, uri=address.to_uri(), ssh=ssh)


def _merged(first: SshAccess, second: SshAccess) -> SshAccess:
    return SshAccess(
        key_file=second.key_file or first.key_file,
        known_hosts_file=second.known_hosts_file or first.known_hosts_file,
        jump=second.jump or first.jump,
    )


def _check_name(name: str) -> None:
    if not name.strip() or not name.isprintable() or len(name) > MAX_NAME_LENGTH:
        raise ValidationError(
            f"A host's name has 1 to {MAX_NAME_LENGTH} visible characters.", field="name"
        )


def _check_unique(host: Host, others: Sequence[Host]) -> None:
    for other in others:
        if other.id == host.id:
            continue
        if other.name == host.name:
            raise ConflictError(f"There is a host named '{host.name}' already.", field="name")
        if other.uri == host.uri and other.ssh == host.ssh:
            raise ConflictError(f"'{other.name}' is the same host already.", field="uri")
