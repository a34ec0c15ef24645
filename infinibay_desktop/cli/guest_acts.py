"""`infinibay guest kill`, `service`, `install` …: acts inside machines."""

import sys
import threading
from pathlib import Path

import click

from infinibay_desktop.cli.guest_lists import find_guest, whole
from infinibay_desktop.cli.options import command_options, machine_argument
from infinibay_desktop.cli.output import print_json, print_line, print_note
from infinibay_desktop.cli.passwords import read_password
from infinibay_desktop.cli.session import Session, watched
from infinibay_desktop.model.errors import NotFoundError, StorageError
from infinibay_desktop.model.guest_parts import MAX_LOG_LINES, GuestText, ServiceOperation
from infinibay_desktop.model.guests import GuestProgress


@click.command()
@machine_argument
@click.argument("pid", type=click.IntRange(1))
@click.option("--force", is_flag=True, help="End it at once; what it has not saved is lost.")
@command_options
def kill(session: Session, name: str, pid: int, *, force: bool) -> None:
    """End a process inside a machine."""
    machine, host = find_guest(session, name)
    guests, key = session.core.guests, machine.key
    page = whole(session, host, lambda offset: guests.processes(key, offset=offset))
    found = next((one for one in page.rows if one.pid == pid), None)
    if found is None:
        raise NotFoundError(
            f"No process in '{machine.name}' has the number {pid}.",
            remedy=f"infinibay guest processes {machine.name} shows them.",
        )
    ended = session.work(lambda: guests.kill_process(key, found, force=force), host)
    if session.as_json:
        print_json({"pid": pid, "name": found.name, "ended": ended})
    elif ended:
        print_line(f"Ended '{found.name}'.")
    else:
        print_line(f"'{found.name}' was asked to end, and still runs.")


@click.command()
@machine_argument
@click.argument("service_name", metavar="SERVICE")
@click.argument("operation", type=click.Choice([str(one) for one in ServiceOperation]))
@command_options
def service(session: Session, name: str, service_name: str, operation: str) -> None:
    """Start, stop or restart a service, or have it start with the system or not."""
    machine, host = find_guest(session, name)
    wanted = ServiceOperation(operation)
    guests = session.core.guests
    said = session.work(lambda: guests.control_service(machine.key, service_name, wanted), host)
    _tell(session, f"Done: {operation} '{service_name}'.", said)


@click.command()
@machine_argument
@click.argument("service_name", metavar="SERVICE")
@click.option("-n", "--lines", type=click.IntRange(1, MAX_LOG_LINES), default=100)
@command_options
def log(session: Session, name: str, service_name: str, lines: int) -> None:
    """Show the last lines that a service wrote."""
    machine, host = find_guest(session, name)
    guests = session.core.guests
    said = session.work(lambda: guests.service_log(machine.key, service_name, lines), host)
    _print_text(session, said)


@click.command()
@machine_argument
@click.argument("package")
@command_options
def install(session: Session, name: str, package: str) -> None:
    """Install a package inside a machine."""
    machine, host = find_guest(session, name)
    guests, stop = session.core.guests, threading.Event()
    with watched(stop):
        said = session.work(
            lambda: guests.install_package(machine.key, package, progress=_note, stop=stop), host
        )
    _tell(session, f"Installed '{package}'.", said)


@click.command()
@machine_argument
@click.argument("package")
@command_options
def remove(session: Session, name: str, package: str) -> None:
    """Remove a package from a machine."""
    machine, host = find_guest(session, name)
    guests, stop = session.core.guests, threading.Event()
    with watched(stop):
        said = session.work(
            lambda: guests.remove_package(machine.key, package, progress=_note, stop=stop), host
        )
    _tell(session, f"Removed '{package}'.", said)


@click.command()
@machine_argument
@click.argument("package", default="*")
@command_options
def update(session: Session, name: str, package: str) -> None:
    """Update a package inside a machine, or all of them."""
    machine, host = find_guest(session, name)
    guests, stop = session.core.guests, threading.Event()
    with watched(stop):
        said = session.work(
            lambda: guests.update_package(machine.key, package, progress=_note, stop=stop), host
        )
    _tell(session, "Updated all packages." if package == "*" else f"Updated '{package}'.", said)


@click.command()
@machine_argument
@click.option("--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@command_options
def diagnostics(session: Session, name: str, path: Path | None) -> None:
    """Show what one wants to know first of a machine that has trouble."""
    machine, host = find_guest(session, name)
    guests, stop = session.core.guests, threading.Event()
    with watched(stop):
        said = session.work(
            lambda: guests.diagnostics(machine.key, progress=_note, stop=stop), host
        )
    if path is None:
        _print_text(session, said)
        return
    try:
        path.write_text(said.text, encoding="utf-8")
    except OSError as error:
        raise StorageError(f"Could not write '{path}': {error.strerror or error}.") from error
    _tell(session, f"Wrote '{path}'.", GuestText())


@click.command("set-password")
@machine_argument
@click.argument("user")
@click.option("--password-stdin", is_flag=True, help="The password is a line of standard input.")
@command_options
def set_password(session: Session, name: str, user: str, *, password_stdin: bool) -> None:
    """Give a user inside a machine another password, by the QEMU guest agent."""
    password = read_password(f"New password of {user}", from_stdin=password_stdin, twice=True)
    machine, host = find_guest(session, name)
    guests = session.core.guests
    session.work(lambda: guests.set_password(machine.key, user, password), host)
    _tell(session, f"Set the password of '{user}'.", GuestText())


@click.command()
@machine_argument
@command_options
def freeze(session: Session, name: str) -> None:
    """Hold up all writing to a machine's disks, until `thaw`."""
    machine, host = find_guest(session, name)
    count = session.work(lambda: session.core.guests.freeze(machine.key), host)
    _tell(session, f"Froze {count} file systems.", GuestText())


@click.command()
@machine_argument
@command_options
def thaw(session: Session, name: str) -> None:
    """Let writing to a machine's disks go on."""
    machine, host = find_guest(session, name)
    count = session.work(lambda: session.core.guests.thaw(machine.key), host)
    _tell(session, f"Thawed {count} file systems.", GuestText())


def _note(progress: GuestProgress) -> None:
    """Show how far it is to who looks on; scripts see the result only."""
    if sys.stderr.isatty():
        percent = "" if progress.percent is None else f"{progress.percent:3d} % "
        print_note(f"{percent}{progress.text}")


def _tell(session: Session, done: str, said: GuestText) -> None:
    if session.as_json:
        print_json({"done": True, "text": said.text})
        return
    for line in said.text.splitlines():
        print_note(line)
    print_line(done)


def _print_text(session: Session, said: GuestText) -> None:
    if session.as_json:
        print_json({"text": said.text, "cut": said.cut})
        return
    for line in said.text.splitlines():
        print_line(line.expandtabs())
    if said.cut:
        print_note("There is more than is shown here.")
