"""`infinibay guest run`, `read-file` and `write-file`, by the QEMU guest agent."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click

from infinibay_desktop.cli.guest_lists import find_guest
from infinibay_desktop.cli.options import command_options, machine_argument
from infinibay_desktop.cli.output import PlainWriter, print_json, print_line, print_note
from infinibay_desktop.cli.session import Session, watched
from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.guest_parts import GuestRun
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.services.guest_requests import MAX_TYPED_BYTES, check_path
from infinibay_desktop.services.guests import RUN_TIMEOUT_S

CHUNK_BYTES = 1024 * 1024
# As shells have it for a program that a signal ended.
_SIGNALLED = 128


@click.command(context_settings={"ignore_unknown_options": True})
@machine_argument
@click.argument("words", metavar="COMMAND...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--timeout", "timeout_s", type=click.FloatRange(1, 3600), default=RUN_TIMEOUT_S)
@click.option("--stdin", "give", is_flag=True, help="Give it this command's standard input.")
@command_options
def run(
    session: Session, name: str, words: tuple[str, ...], timeout_s: float, *, give: bool
) -> int:
    """Run a program inside a machine, without a shell; ends with the program's exit status."""
    typed = sys.stdin.buffer.read(MAX_TYPED_BYTES + 1) if give else b""
    machine, host = find_guest(session, name)
    stop = threading.Event()
    with watched(stop):
        ended = session.work(
            lambda: session.core.guests.run(
                machine.key, words, typed=typed, timeout_s=timeout_s, stop=stop
            ),
            host,
        )
    _print_run(session, ended)
    if ended.exit_code is None:
        return _SIGNALLED + (ended.signal or 0) % _SIGNALLED
    return ended.exit_code % 256


@click.command("read-file")
@machine_argument
@click.argument("path")
@click.argument("target", metavar="[FILE]", default="-", type=click.Path(allow_dash=True))
@command_options
def read_file(session: Session, name: str, path: str, target: str) -> None:
    """Copy a file out of a machine, to FILE or to standard output."""
    check_path(path)
    machine, host = find_guest(session, name)
    stop = threading.Event()
    with watched(stop), _written(target) as file:
        size = session.work(
            lambda: session.core.guests.read_file(
                machine.key, path, lambda part: _put(file, part), moved=_moved, stop=stop
            ),
            host,
        )
    _tell(session, f"Copied {format_size(size)} to '{target}'.", size, quiet=target == "-")


@click.command("write-file")
@machine_argument
@click.argument("source", metavar="FILE", type=click.Path(allow_dash=True))
@click.argument("path")
@command_options
def write_file(session: Session, name: str, source: str, path: str) -> None:
    """Copy FILE, or standard input, into a machine."""
    check_path(path)
    machine, host = find_guest(session, name)
    stop = threading.Event()
    with watched(stop), _read(source) as file:
        size = session.work(
            lambda: session.core.guests.write_file(
                machine.key, path, _parts(file, source), moved=_moved, stop=stop
            ),
            host,
        )
    _tell(session, f"Copied {format_size(size)} to '{path}' in '{machine.name}'.", size)


def _print_run(session: Session, ended: GuestRun) -> None:
    if session.as_json:
        print_json(
            {
                "exit_code": ended.exit_code,
                "signal": ended.signal,
                "output": ended.output.decode(errors="replace"),
                "error": ended.error.decode(errors="replace"),
                "cut": ended.cut,
            }
        )
        return
    for stream, data, tell in (
        (sys.stdout, ended.output, print_line),
        (sys.stderr, ended.error, print_note),
    ):
        if stream.isatty():  # what a guest says must not steer a terminal
            for line in data.decode(errors="replace").splitlines():
                tell(line.expandtabs())
        else:
            stream.flush()
            stream.buffer.write(data)
            stream.buffer.flush()
    if ended.cut:
        print_note("There was more output than is shown here.")


@contextmanager
def _written(target: str) -> Iterator["IO[bytes] | PlainWriter"]:
    """A file that is there as a whole or not at all."""
    if target == "-":
        yield PlainWriter() if sys.stdout.isatty() else sys.stdout.buffer
        sys.stdout.flush()
        return
    path, made = Path(target), None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            yield made
        Path(made.name).replace(path)
    except BaseException as error:
        if made is not None:
            Path(made.name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(f"Could not write '{target}': {error.strerror}.") from error
        raise


@contextmanager
def _read(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(source).open("rb")  # noqa: SIM115 - closed below, and reading fails elsewhere
    except OSError as error:
        raise StorageError(f"Could not read '{source}': {error.strerror}.") from error
    with file:
        yield file


def _parts(file: IO[bytes], source: str) -> Iterator[bytes]:
    while True:
        try:
            part = file.read(CHUNK_BYTES)
        except OSError as error:
            raise StorageError(f"Could not read '{source}': {error.strerror}.") from error
        if not part:
            return
        yield part


def _put(file: "IO[bytes] | PlainWriter", part: bytes) -> None:
    try:
        file.write(part)
    except OSError as error:
        raise StorageError(f"Could not write: {error.strerror}.") from error


def _moved(size: int) -> None:
    if os.isatty(2):
        sys.stderr.write(f"\r{format_size(size)} ")
        sys.stderr.flush()


def _tell(session: Session, done: str, size: int, *, quiet: bool = False) -> None:
    if os.isatty(2):
        sys.stderr.write("\r")
    if quiet:
        return
    if session.as_json:
        print_json({"size_bytes": size})
    else:
        print_line(done)
