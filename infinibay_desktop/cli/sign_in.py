"""`infinibay sign-in`, `sign-out`, `whoami` and `password`."""

import click

from infinibay_desktop.cli.options import command_options
from infinibay_desktop.cli.output import print_facts, print_json, print_line, print_note
from infinibay_desktop.cli.passwords import read_password
from infinibay_desktop.cli.session import Session
from infinibay_desktop.cli.views import person_view, sign_in_view
from infinibay_desktop.model.errors import NotSignedInError
from infinibay_desktop.model.people import Person

_password_stdin = click.option(
    "--password-stdin", is_flag=True, help="Read it from standard input instead of asking."
)


@click.command("sign-in")
@click.argument("email", required=False)
@click.option("--stay", is_flag=True, help="For 30 days from the last use, not for 12 hours.")
@_password_stdin
@command_options
def sign_in(session: Session, email: str | None, *, stay: bool, password_stdin: bool) -> None:
    """Sign in on this computer, here and in the window.

    The keyring keeps a random token for it, never the password.
    """
    if not session.work(session.core.sign_in.needs_sign_in):
        print_note("Nobody has to sign in here: there is one person, who has no password.")
    elif not email:
        email = str(click.prompt("E-mail", err=True))
    if email:
        _sign_in(session, email, stay=stay, password_stdin=password_stdin)
    _show(session, _signed_in(session))


def _sign_in(session: Session, email: str, *, stay: bool, password_stdin: bool) -> None:
    password = read_password("Password", from_stdin=password_stdin)
    service = session.core.sign_in
    person = session.work(lambda: service.sign_in(email, password, stay=stay, brief=True))
    if not service.stays():
        print_note("No keyring keeps the sign-in here: the next command asks again.")
        print_note("A command can sign in by itself: infinibay --as EMAIL --password-stdin …")
    if person.must_change_password:
        print_note("This password is for one time. Set your own now: infinibay password")


@click.command("sign-out")
@click.option("--everywhere", is_flag=True, help="In all programs, on all computers.")
@command_options
def sign_out(session: Session, *, everywhere: bool) -> None:
    """Sign out on this computer."""
    service = session.core.sign_in
    person = _signed_in(session)
    if everywhere:
        session.work(lambda: service.sign_out_everywhere(person.id))
    session.work(service.sign_out)
    if not session.as_json:
        print_line(f"Signed out {person.name}.")


@click.command()
@command_options
def whoami(session: Session) -> None:
    """Show who is signed in, and where else."""
    _show(session, _signed_in(session))


@click.command()
@click.option("--none", "remove", is_flag=True, help="Go on without signing in on this computer.")
@_password_stdin
@command_options
def password(session: Session, *, remove: bool, password_stdin: bool) -> None:
    """Change your password.

    With --password-stdin the present one is the first line, and the new one the next.
    Whoever is alone can go without one, with --none.
    """
    person = _signed_in(session)
    people = session.core.people
    current = ""
    if person.has_password:
        current = read_password("Present password", from_stdin=password_stdin)
    if remove:
        session.work(lambda: people.remove_password(person.id, current))
        print_note("Whoever uses this account of the computer may do everything here now,")
        print_note("and with PostgreSQL everybody whose program reaches the database.")
        return
    new = read_password("New password", from_stdin=password_stdin, twice=True)
    session.work(lambda: people.change_password(person.id, current, new))
    if not session.as_json:
        print_line("The password is changed; other programs must sign in with it.")


def _signed_in(session: Session) -> Person:
    person = session.core.current.signed_in.person
    if person is None or not person.can_sign_in:
        raise NotSignedInError("Nobody is signed in.", remedy="Sign in: infinibay sign-in.")
    return person


def _show(session: Session, person: Person) -> None:
    stays = session.core.sign_in.stays()
    found = session.work(lambda: session.core.sign_in.sign_ins(person.id))
    if session.as_json:
        view = {"stays": stays, "sign_ins": [sign_in_view(one) for one in found]}
        print_json(person_view(person) | view)
        return
    print_facts(
        [
            ("Name", person.name),
            ("E-mail", person.email),
            ("Role", person.role),
            ("Signed in at", ", ".join(sorted({one.workstation for one in found}))),
        ]
    )
