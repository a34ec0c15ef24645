"""`infinibay user …`"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import click

from infinibay_desktop.cli.options import command_options, find_person
from infinibay_desktop.cli.output import (
    print_facts,
    print_json,
    print_line,
    print_note,
    print_table,
    when,
)
from infinibay_desktop.cli.passwords import read_password
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import person_view, sign_in_view
from infinibay_desktop.model.people import Person, PersonId, Role

_PAGE = 200
_ROLE = click.Choice([str(role) for role in Role])
_person_argument = click.argument("email", metavar="EMAIL")


@click.group()
def user() -> None:
    """People: who may sign in, and what they are."""


@user.command("list")
@click.argument("text", required=False, default="")
@click.option("--role", type=_ROLE, default=None, help="Only those who are this.")
@click.option("--deleted", is_flag=True, help="Deleted people too.")
@command_options
def list_people(session: Session, text: str, *, role: str | None, deleted: bool) -> None:
    """Show people; TEXT is looked for in names and addresses."""
    found = list(_pages(session, text, Role(role) if role else None, deleted=deleted))
    if session.as_json:
        print_json([person_view(each) for each in found])
        return
    print_table(
        ["NAME", "E-MAIL", "ROLE", "STATE"],
        [[each.name, each.email, each.role, _state(each)] for each in found],
    )


def _pages(session: Session, text: str, role: Role | None, *, deleted: bool) -> Iterator[Person]:
    search, after = session.core.people.search, None
    while page := session.work(
        lambda after=after: search(text, role, after, _PAGE, include_deleted=deleted)  # type: ignore[misc]
    ):
        yield from page
        after = page[-1]


@user.command()
@_person_argument
@command_options
def show(session: Session, email: str) -> None:
    """Show a person, by address or id."""
    found = _person(session, email)
    sign_ins = session.work(lambda: session.core.sign_in.sign_ins(found.id))
    if session.as_json:
        print_json(person_view(found) | {"sign_ins": [sign_in_view(one) for one in sign_ins]})
        return
    print_facts(
        [
            ("Name", found.name),
            ("E-mail", found.email),
            ("Role", found.role),
            ("State", _state(found)),
            ("Language", found.language),
            ("Added", when(found.created_at)),
            ("Deleted", when(found.deleted_at)),
            ("Signed in at", ", ".join(f"{s.workstation} ({when(s.used_at)})" for s in sign_ins)),
        ]
    )


@user.command()
@_person_argument
@click.option("--first-name", default="")
@click.option("--last-name", default="")
@click.option("--role", type=_ROLE, default=str(Role.USER), show_default=True)
@click.option("--language", default="", help="Such as es; else the system's.")
@click.option("--password-stdin", is_flag=True, help="Their password, from standard input.")
@command_options
def add(
    session: Session,
    email: str,
    *,
    first_name: str,
    last_name: str,
    role: str,
    language: str,
    password_stdin: bool,
) -> None:
    """Add a person. A one-time password is shown, unless one is given."""
    password = read_password("", from_stdin=True) if password_stdin else ""
    people = session.core.people
    added = session.work(
        lambda: people.add(email, first_name, last_name, Role(role), language, password=password)
    )
    one_time = added.one_time_password
    if session.as_json:
        print_json(person_view(added.person) | {"one_time_password": one_time or None})
        return
    print_line(f"Added {added.person.name}.")
    _tell_one_time(one_time)


@user.command()
@_person_argument
@click.option("--email", "new_email", default=None, help="Another address.")
@click.option("--first-name", default=None)
@click.option("--last-name", default=None)
@click.option("--role", type=_ROLE, default=None)
@click.option("--language", default=None)
@click.option("--disable/--enable", "disabled", default=None, help="Whether they may sign in.")
@command_options
def edit(
    session: Session,
    email: str,
    *,
    new_email: str | None,
    first_name: str | None,
    last_name: str | None,
    role: str | None,
    language: str | None,
    disabled: bool | None,
) -> None:
    """Change a person."""
    changes: dict[str, Any] = {
        "email": new_email,
        "first_name": first_name,
        "last_name": last_name,
        "role": Role(role) if role else None,
        "language": language,
        "disabled": disabled,
    }
    given = {key: value for key, value in changes.items() if value is not None}
    changed = replace(_person(session, email), **given)
    kept = session.work(lambda: session.core.people.edit(changed))
    if session.as_json:
        print_json(person_view(kept))
    else:
        print_line(f"Changed {kept.name}.")


@user.command()
@_person_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
@command_options
def delete(session: Session, email: str, *, yes: bool) -> None:
    """Delete a person. The record of what they did stays; what they own stays in their name."""
    found = _person(session, email)
    if not yes and not click.confirm(f"Delete {found.name} ({found.email})?", err=True):
        raise click.Abort
    session.work(lambda: session.core.people.delete(found.id))
    if not session.as_json:
        print_line(f"Deleted {found.name}.")


@user.command("reset-password")
@_person_argument
@command_options
def reset_password(session: Session, email: str) -> None:
    """Give a person a one-time password; they are signed out everywhere."""
    found = _person(session, email)
    one_time = session.work(lambda: session.core.people.reset_password(found.id))
    if session.as_json:
        print_json({"id": str(found.id), "one_time_password": one_time})
    else:
        _tell_one_time(one_time)


@user.command()
@_person_argument
@command_options
def unlock(session: Session, email: str) -> None:
    """Let a person try again who failed to sign in too often."""
    found = _person(session, email)
    session.work(lambda: session.core.people.unlock(found.id))
    if not session.as_json:
        print_line(f"{found.name} may try again.")


def _person(session: Session, email_or_id: str) -> Person:
    try:
        person_id = PersonId(UUID(email_or_id))
    except ValueError:
        return find_person(session, email_or_id)
    return session.work(lambda: session.core.people.find(person_id))


def _tell_one_time(password: str) -> None:
    if password:
        print_note("Their one-time password; it is not shown again, and must be changed:")
        print_line(password)


def _state(person: Person) -> str:
    if person.deleted_at is not None:
        return "deleted"
    if person.disabled:
        return "disabled"
    return "must change password" if person.must_change_password else "active"
