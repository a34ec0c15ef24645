"""`infinibay machine move`, `assign`, `grant` …: whose machines are."""

from collections.abc import Sequence

import click

from infinibay_desktop.cli.options import (
    command_options,
    complete_machines,
    find_department,
    find_person,
    machine_argument,
)
from infinibay_desktop.cli.output import print_json, print_line, print_table
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import machine_view
from infinibay_desktop.model.errors import NotFoundError, ValidationError
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.rights import GRANTABLE, Permission

_machines_argument = click.argument(
    "names", metavar="MACHINE...", nargs=-1, required=True, shell_complete=complete_machines
)
_WORDS = {str(permission).partition(":")[2]: permission for permission in sorted(GRANTABLE)}
_permission_argument = click.argument("permission", type=click.Choice(list(_WORDS)))


@click.command()
@_machines_argument
@click.option("--department", "name", default="", help="The department they go to.")
@click.option("--no-department", is_flag=True, help="Take them out of their department.")
@command_options
def move(session: Session, names: tuple[str, ...], *, name: str, no_department: bool) -> None:
    """Move machines to a department: all of them, or none."""
    if bool(name) == no_department:
        raise ValidationError("Give --department NAME or --no-department.", field="department")
    target = find_department(session, name) if name else None
    found = _machines(session, names)
    keys, department_id = [each.key for each in found], target.id if target else None
    session.work(lambda: session.core.placements.move(keys, department_id))
    where = f"to '{target.name}'" if target else "out of their department"
    _done(session, found, f"Moved {where}:")


@click.command()
@_machines_argument
@click.option("--owner", "email", default="", metavar="EMAIL", help="The person who owns them.")
@click.option("--nobody", is_flag=True, help="Nobody owns them.")
@command_options
def assign(session: Session, names: tuple[str, ...], *, email: str, nobody: bool) -> None:
    """Give machines an owner, who need not be in their department."""
    if bool(email) == nobody:
        raise ValidationError("Give --owner EMAIL or --nobody.", field="owner")
    owner = find_person(session, email) if email else None
    found = _machines(session, names)
    keys, person_id = [each.key for each in found], owner.id if owner else None
    session.work(lambda: session.core.placements.assign(keys, person_id))
    _done(session, found, f"Owned by '{owner.name}':" if owner else "Owned by nobody:")


@click.command()
@machine_argument
@command_options
def grants(session: Session, name: str) -> None:
    """Show who may do what with a machine beside their role."""
    [found] = _machines(session, [name])
    given = session.work(lambda: session.core.placements.grants(found.key))
    people = session.work(session.core.placements.names).people
    rows = sorted((people.get(g.person_id, str(g.person_id)), str(g.permission)) for g in given)
    if session.as_json:
        print_json([{"person": who, "permission": permission} for who, permission in rows])
    else:
        print_table(["PERSON", "PERMISSION"], rows)


@click.command()
@machine_argument
@click.argument("email", metavar="EMAIL")
@_permission_argument
@command_options
def grant(session: Session, name: str, email: str, permission: str) -> None:
    """Let a person do one thing with one machine."""
    [found], person = _machines(session, [name]), find_person(session, email)
    wanted = _WORDS[permission]
    session.work(lambda: session.core.placements.grant(found.key, person.id, wanted))
    _told(session, f"'{person.name}' may now: {permission} '{found.name}'.")


@click.command()
@machine_argument
@click.argument("email", metavar="EMAIL")
@_permission_argument
@command_options
def revoke(session: Session, name: str, email: str, permission: str) -> None:
    """Take such a permission away."""
    [found], person = _machines(session, [name]), find_person(session, email)
    unwanted: Permission = _WORDS[permission]
    session.work(lambda: session.core.placements.revoke(found.key, person.id, unwanted))
    _told(session, f"'{person.name}' was not granted any more: {permission} '{found.name}'.")


def _machines(session: Session, names: Sequence[str]) -> list[Machine]:
    """Machines by name or id; hosts that do not answer have them as last seen."""
    hosts = session.wanted_hosts()
    session.connect_all(hosts)
    ids = {host.id for host in hosts}
    seen = [each for each in session.core.inventory.snapshot() if each.host_id in ids]
    return [_one(seen, name) for name in dict.fromkeys(names)]


def _one(seen: Sequence[Machine], name: str) -> Machine:
    found = [each for each in seen if name in (each.name, str(each.id))]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(
            f"There are several machines '{name[:100]}'.",
            field="machine",
            remedy="Choose one with --host NAME, or give the machine's id.",
        )
    raise NotFoundError(
        f"There is no machine '{name[:100]}'.",
        remedy="infinibay machine list shows the machines.",
    )


def _done(session: Session, found: Sequence[Machine], done: str) -> None:
    if not session.as_json:
        print_line(f"{done} {', '.join(each.name for each in found)}")
        return
    hosts = {host.id: host for host in session.wanted_hosts()}
    names = session.work(session.core.placements.names)
    now = [session.core.inventory.find(each.key) or each for each in found]
    print_json([machine_view(each, hosts, names) for each in now])


def _told(session: Session, text: str) -> None:
    if not session.as_json:
        print_line(text)
