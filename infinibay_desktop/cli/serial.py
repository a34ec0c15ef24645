"""The serial console in a terminal."""

import os
import select
import sys
import termios
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from infinibay_desktop.cli.output import print_note
from infinibay_desktop.cli.session import Session, watched
from infinibay_desktop.model.errors import NotPermittedError, ValidationError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.rights import Permission

LEAVE = b"\x1d"  # Ctrl+], as telnet and virsh have it
_TIMED_OUT = 6
_MAX_PATTERN = 1024


def follow_serial(
    session: Session,
    machine: Machine,
    host: Host,
    *,
    until: str,
    timeout_s: float | None,
    force: bool,
) -> int:
    """Show what the guest writes until it ends, `until` was written, or the time is over."""
    if len(until) > _MAX_PATTERN:
        raise ValidationError("The text to wait for is too long.", field="until")
    stop, wanted = threading.Event(), until.encode()
    seen = bytearray()
    found = threading.Event()

    def receive(chunk: bytes) -> None:
        sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        if wanted:
            seen.extend(chunk)
            if wanted in seen:
                found.set()
                stop.set()
            del seen[: -len(wanted)]

    typed = _keyboard(stop) if sys.stdin.isatty() and not until else lambda: b""
    with _raw_terminal(sys.stdin.isatty() and not until), watched(stop):
        ended = session.core.tasks.submit(
            lambda: session.core.machines.follow_serial(
                machine.key, receive, typed=typed, stop=stop, force=force
            ),
            lane=host.id,
        )
        try:
            ended.result(timeout_s)
        except TimeoutError:
            stop.set()
            print_note(f"'{machine.name}' did not write it within {timeout_s:g} s.")
            return _TIMED_OUT
    if not found.is_set() and not _may_look(session, machine):
        raise NotPermittedError(
            f"You may not see the serial console of '{machine.name}' any more.",
            remedy="The right to it was taken back, or your account was changed.",
        )
    return 0 if found.is_set() or not wanted else _TIMED_OUT


def _may_look(session: Session, machine: Machine) -> bool:
    who, known = session.core.current.signed_in, session.core.inventory.find(machine.key)
    if known is None:  # gone, or there for others only
        return who.may(Permission.MACHINE_CONSOLE)
    return who.may_on(Permission.MACHINE_CONSOLE, known)


def _keyboard(stop: threading.Event) -> Callable[[], bytes]:
    descriptor = sys.stdin.fileno()

    def typed() -> bytes:
        if not select.select([descriptor], [], [], 0)[0]:
            return b""
        keys = os.read(descriptor, 1024)
        if not keys or LEAVE in keys:
            stop.set()
        return keys.partition(LEAVE)[0]

    return typed


@contextmanager
def _raw_terminal(wanted: bool) -> Iterator[None]:  # noqa: FBT001 - whether to do it at all
    if not wanted:
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    print_note("Connected. Ctrl+] leaves.")
    tty.setraw(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
