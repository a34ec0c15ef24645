"""`infinibay host …`"""

from dataclasses import asdict, replace
from typing import Any

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import (
    print_facts,
    print_json,
    print_line,
    print_note,
    print_table,
)
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import host_view
from infinibay_desktop.model.errors import HostKeyError, ValidationError
from infinibay_desktop.model.hosts import Acceleration, Host, SshAccess, StageReport
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.secrets import host_secret

_ACCELERATION = click.Choice([str(a) for a in Acceleration])
_host_argument = click.argument("name", metavar="HOST")


@click.group()
def host() -> None:
    """Hosts where machines run."""


@host.command("list")
@command_options
def list_hosts(session: Session) -> None:
    """Show the stored hosts."""
    hosts = session.work(session.core.hosts.all)
    if session.as_json:
        print_json([host_view(each) for each in hosts])
        return
    if not hosts:
        print_note("No host is stored. Add one: infinibay host add URI")
        return
    print_table(
        ["NAME", "URI", "AUTOCONNECT", "ACCELERATION"],
        [[h.name, h.uri, "yes" if h.autoconnect else "no", h.acceleration] for h in hosts],
    )


@host.command()
@_host_argument
@command_options
def show(session: Session, name: str) -> None:
    """Connect to a host and show what it is and how its connections stand."""
    found = session.work(lambda: session.core.hosts.find(name))
    session.connect(found)
    link = session.core.connections.link(found.id)
    facts = session.work(link.facts, found)
    pool = link.pool_statistics()
    status = session.core.connections.status(found.id)
    if session.as_json:
        view = host_view(found, status)
        print_json(view | {"facts": asdict(facts), "connections": asdict(pool)})
        return
    print_facts(
        [
            ("Name", found.name),
            ("URI", found.uri),
            ("State", status.state),
            ("Computer", facts.hostname),
            ("Processors", f"{facts.cpus} ({facts.arch})"),
            ("Memory", format_size(facts.memory_bytes)),
            ("libvirt", facts.libvirt_version),
            ("Hypervisor", f"{facts.driver} {facts.hypervisor_version}"),
            ("KVM", _yes(facts.kvm)),
            ("UEFI", _yes(facts.efi)),
            ("Secure Boot", _yes(facts.secure_boot)),
            ("TPM", _yes(facts.tpm)),
            ("Firewall", _yes(facts.nwfilter)),
            ("Acceleration", found.acceleration),
            ("Connections", f"{pool.open} open, {pool.busy} busy, {pool.waiting} waiting"),
            ("Waited", f"{pool.waited_ms:g} ms over {pool.leases} uses"),
        ]
    )


@host.command()
@click.argument("uri")
@click.option("--name", default="", help="A name for people.")
@click.option("--no-autoconnect", is_flag=True, help="Connect only when it is asked for.")
@click.option("--acceleration", type=_ACCELERATION, default="auto", show_default=True)
@click.option("--key-file", default="", help="ssh: the private key's file.")
@click.option("--known-hosts", default="", help="ssh: the file of known host keys.")
@click.option("--jump", default="", help="ssh: go through USER@HOST:PORT.")
@click.option("--password", is_flag=True, help="Ask for libvirt's own password (SASL) and keep it.")
@click.option("--accept-key", is_flag=True, help="ssh: accept the key that the host shows now.")
@click.option("--untested", is_flag=True, help="Store it without trying to connect.")
@command_options
def add(
    session: Session,
    uri: str,
    *,
    name: str,
    no_autoconnect: bool,
    acceleration: str,
    key_file: str,
    known_hosts: str,
    jump: str,
    password: bool,
    accept_key: bool,
    untested: bool,
) -> None:
    """Add a host, once a connection to it was tried."""
    ssh = SshAccess(key_file=key_file, known_hosts_file=known_hosts, jump=jump)
    drafted = draft_host(
        uri,
        name=name,
        autoconnect=not no_autoconnect,
        acceleration=Acceleration(acceleration),
        ssh=ssh,
    )
    if password:
        _keep_password(session, drafted)
    if accept_key:
        _accept_key(session, drafted)
    if not untested:
        _connect_or_explain(session, drafted)
    session.work(lambda: session.core.hosts.keep(drafted))
    if session.as_json:
        print_json(host_view(drafted))
    else:
        print_line(f"Added '{drafted.name}'.")


@host.command()
@_host_argument
@click.option("--name", "new_name", default=None, help="Another name.")
@click.option("--uri", default=None, help="Another URI.")
@click.option("--autoconnect/--no-autoconnect", default=None)
@click.option("--acceleration", type=_ACCELERATION, default=None)
@click.option("--key-file", default=None)
@click.option("--known-hosts", default=None)
@click.option("--jump", default=None)
@command_options
def edit(
    session: Session,
    name: str,
    *,
    new_name: str | None,
    uri: str | None,
    autoconnect: bool | None,
    acceleration: str | None,
    key_file: str | None,
    known_hosts: str | None,
    jump: str | None,
) -> None:
    """Change a stored host."""
    found = session.work(lambda: session.core.hosts.find(name))
    ssh = {"key_file": key_file, "known_hosts_file": known_hosts, "jump": jump}
    changes: dict[str, Any] = {
        "name": new_name,
        "uri": uri,
        "autoconnect": autoconnect,
        "acceleration": Acceleration(acceleration) if acceleration else None,
        "ssh": replace(found.ssh, **{k: v for k, v in ssh.items() if v is not None}),
    }
    given = {key: value for key, value in changes.items() if value is not None}
    changed = replace(found, **given)
    kept = session.work(lambda: session.core.hosts.edit(changed))
    if session.as_json:
        print_json(host_view(kept))
    else:
        print_line(f"Changed '{kept.name}'.")


@host.command()
@_host_argument
@command_options
def remove(session: Session, name: str) -> None:
    """Forget a host. Nothing on the host changes."""
    found = session.work(lambda: session.core.hosts.find(name))
    session.work(lambda: session.core.hosts.remove(found))
    if not session.as_json:
        print_line(f"Removed '{found.name}' from the list.")


@host.command()
@click.argument("name_or_uri", metavar="HOST_OR_URI")
@command_options
def test(session: Session, name_or_uri: str) -> int:
    """Try a connection stage by stage and say what is wrong."""
    found = _stored_or_draft(session, name_or_uri)
    reports = session.work(lambda: list(session.core.connections.check(found)), found)
    if session.as_json:
        print_json([asdict(report) for report in reports])
    else:
        for report in reports:
            _print_stage(report)
    return 0 if all(report.passed for report in reports) else 5


@host.command()
@_host_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--replace-key", is_flag=True, help="Even where another key was known.")
@command_options
def trust(session: Session, name: str, *, yes: bool, replace_key: bool) -> None:
    """Show the key of an ssh host, and accept it."""
    found = _stored_or_draft(session, name)
    _accept_key(session, found, ask=not yes, replace=replace_key)


def _stored_or_draft(session: Session, name_or_uri: str) -> Host:
    if "://" in name_or_uri:
        return session.work(lambda: session.core.hosts.known_or_draft(name_or_uri))[0]
    return session.work(lambda: session.core.hosts.find(name_or_uri))


def _connect_or_explain(session: Session, drafted: Host) -> None:
    try:
        session.work(lambda: session.core.connections.connect(drafted), drafted)
    except HostKeyError as error:
        if not error.remedy or "accept" in error.remedy:
            error.remedy = "Compare its fingerprint, then add it with --accept-key."
        raise


def _accept_key(session: Session, found: Host, *, ask: bool = False, replace: bool = False) -> None:
    if found.address.transport != "ssh":
        raise ValidationError(f"'{found.name}' is not reached by ssh.", field="uri")
    if not replace:
        session.work(lambda: _refuse_changed_key(session, found), found)
    offer = session.work(lambda: session.core.access.offered_key(found), found)
    for fingerprint in offer.fingerprints:
        print_note(f"{found.name} shows {fingerprint}")
    if ask and not click.confirm("Accept it?", err=True):
        raise click.Abort
    session.work(lambda: session.core.access.trust(found, offer), found)


def _refuse_changed_key(session: Session, found: Host) -> None:
    try:
        session.core.access.check_host_key(found)
    except HostKeyError as error:
        if error.details.get("problem") is Problem.HOST_KEY_CHANGED:
            error.remedy = (
                "If the host was set up anew: infinibay host trust --replace-key. If not, somebody "
                "may be between you and the host."
            )
            raise


def _keep_password(session: Session, found: Host) -> None:
    secret = click.prompt("Password", hide_input=True, err=True)
    session.work(lambda: session.core.secrets.keep(host_secret(found.id), secret))


def _print_stage(report: StageReport) -> None:
    print_line(f"{'ok' if report.passed else 'FAILED':<7} {report.stage:<11} {report.detail}")
    if report.remedy:
        print_line(f"{'':<7} {'':<11} What to do: {report.remedy}")


def _yes(value: bool) -> str:  # noqa: FBT001 - a fact to be worded
    return "yes" if value else "no"
