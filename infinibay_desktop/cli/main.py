"""The command line's root: options before the command, and how everything ends."""

import sys
from collections.abc import Sequence

import click

from infinibay_desktop import __version__
from infinibay_desktop.cli.activity import activity, report
from infinibay_desktop.cli.agent import agent
from infinibay_desktop.cli.blueprints import blueprint
from infinibay_desktop.cli.departments import department
from infinibay_desktop.cli.events import events
from infinibay_desktop.cli.guest import guest
from infinibay_desktop.cli.hosts import host
from infinibay_desktop.cli.machines import machine
from infinibay_desktop.cli.output import (
    EXIT_INTERRUPTED,
    exit_code_of,
    print_error,
    print_note,
)
from infinibay_desktop.cli.overview import doctor, overview, task
from infinibay_desktop.cli.passwords import can_ask
from infinibay_desktop.cli.people import user
from infinibay_desktop.cli.permissions import permissions
from infinibay_desktop.cli.session import Options, Session
from infinibay_desktop.cli.sign_in import password, sign_in, sign_out, whoami
from infinibay_desktop.cli.storage import storage
from infinibay_desktop.cli.timer import timer
from infinibay_desktop.model.errors import InfinibayError, NotSignedInError
from infinibay_desktop.model.rights import NOBODY
from infinibay_desktop.services.core import MakeDoctor, StartCore

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(invoke_without_command=True, context_settings=_HELP)
@click.version_option(__version__, prog_name="infinibay")
@click.option("--connect", metavar="URI", default="", help="Work on the libvirt host at this URI.")
@click.option("--host", "host_name", metavar="NAME", default="", help="Work on this stored host.")
@click.option(
    "--database",
    metavar="URL",
    default="",
    envvar="INFINIBAY_DATABASE",
    help="A SQLite file's path, or postgresql://USER@HOST/DATABASE.",
)
@click.option("--as", "email", metavar="EMAIL", default="", help="Sign in for this command only.")
@click.option("--password-stdin", is_flag=True, help="With --as: the password is the first line.")
@click.pass_context
def root(
    context: click.Context,
    connect: str,
    host_name: str,
    database: str,
    *,
    email: str,
    password_stdin: bool,
) -> None:
    """Look after virtual machines on libvirt hosts.

    Without a command, an overview is shown.
    """
    session: Session = context.obj
    if connect and host_name:
        raise click.UsageError("--connect and --host name a host each; give one of them.")
    session.options = Options(
        connect=connect,
        host=host_name,
        database=database,
        email=email,
        password_stdin=password_stdin,
    )
    if context.invoked_subcommand is None:
        context.invoke(overview)


for command in (overview, host, machine, department, storage, blueprint, task, events, doctor):
    root.add_command(command)
root.add_command(agent)
root.add_command(guest)
for command in (user, sign_in, sign_out, whoami, password):
    root.add_command(command)
for command in (activity, report, permissions, timer):
    root.add_command(command)


def run(arguments: Sequence[str], start_core: StartCore, make_doctor: MakeDoctor) -> int:
    """Run one command; returns the exit status. Failures are told on standard error."""
    session = Session(start_core=start_core, make_doctor=make_doctor)
    try:
        return _run_signed_in(session, arguments)
    except InfinibayError as error:
        session.record(error)
        print_error(session.advise(error), as_json=session.as_json)
        return exit_code_of(error)
    except (KeyboardInterrupt, click.Abort):
        print_note("infinibay: interrupted; the next run finishes or undoes what was begun.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain again at exit.
        sys.stdout = None
        return 0
    except Exception as error:
        session.record(error)
        raise
    finally:
        session.close()


def _run_signed_in(session: Session, arguments: Sequence[str]) -> int:
    """Run it; where nobody is signed in and somebody sits here, ask who, and run it again."""
    try:
        return _run(session, arguments)
    except NotSignedInError:
        if not can_ask() or session.core.current.signed_in != NOBODY:
            raise
    email = str(click.prompt("E-mail", err=True))
    session.sign_in_aside(email, from_stdin=False)
    return _run(session, arguments)


def _run(session: Session, arguments: Sequence[str]) -> int:
    try:
        result = root.main(
            list(arguments), prog_name="infinibay", standalone_mode=False, obj=session
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else 0
