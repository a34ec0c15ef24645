"""Programs and files inside guests, by commands of the QEMU guest agent."""

import base64
import binascii
import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar

import libvirt_qemu
import msgspec
from msgspec import Meta, Struct

from infinibay_desktop.model.cleaning import clean
from infinibay_desktop.model.errors import (
    Cancelled,
    GuestProtocolError,
    GuestTimeoutError,
    InfinibayError,
    StorageError,
)
from infinibay_desktop.model.guest_parts import MAX_FILE_BYTES, GuestRun
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.guest_asking import RESPONSE_S, agent_of
from infinibay_desktop.virt.pool import ConnectionPool

S = TypeVar("S")
# libvirt carries answers of up to 4 MiB; base64 makes a third more of them.
READ_BYTES = 256 * 1024
# A command of more than 256 KiB never comes out of QEMU's serial port, and nothing after it.
WRITE_BYTES = 64 * 1024
MAX_OUTPUT_BYTES = 1024 * 1024
# As many reads in a row may bring nothing before the file counts as ended badly.
MAX_EMPTY = 20
FIRST_LOOK_S, LAST_LOOK_S = 0.02, 0.5
Number = Annotated[int, Meta(ge=0, le=2**62)]


class _Started(Struct):
    pid: Number


class _Status(Struct, rename="kebab"):
    exited: bool
    exitcode: Annotated[int, Meta(ge=-(2**32), le=2**32)] | None = None
    signal: Number | None = None
    out_data: str = ""
    err_data: str = ""
    out_truncated: bool = False
    err_truncated: bool = False


class _Part(Struct, rename="kebab"):
    count: Number
    buf_b64: str = ""
    eof: bool = False


class _Written(Struct):
    count: Number


class GuestCommands:
    """What is done inside guests by commands; each lends a connection for itself only."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def run(
        self,
        machine_id: MachineId,
        words: Sequence[str],
        *,
        typed: bytes,
        timeout_s: float,
        stop: threading.Event,
    ) -> GuestRun:
        """Run a program, give it `typed`, and wait for its end.

        Raises GuestTimeoutError or Cancelled; it may run on then, for the agent ends nothing.
        """
        wish: dict[str, object] = {"path": words[0], "arg": list(words[1:]), "capture-output": True}
        if typed:
            wish["input-data"] = base64.b64encode(typed).decode()
        pid = self._ask(machine_id, "guest-exec", wish, _Started).pid
        deadline, pause_s = time.monotonic() + timeout_s, FIRST_LOOK_S
        while True:
            status = self._ask(machine_id, "guest-exec-status", {"pid": pid}, _Status)
            if status.exited:
                return _run_of(status)
            if time.monotonic() > deadline:
                raise GuestTimeoutError(
                    f"The program still ran in the guest after {timeout_s:g} s.",
                    remedy="It may run on: look at the machine's processes.",
                )
            _wait_unless(stop, pause_s)
            pause_s = min(pause_s * 1.5, LAST_LOOK_S)

    def read_file(
        self,
        machine_id: MachineId,
        path: str,
        receive: Callable[[bytes], None],
        *,
        moved: Callable[[int], None],
        stop: threading.Event,
    ) -> int:
        """Hand over a file's content in parts; returns its size."""
        size = empty = 0
        with self._open_file(machine_id, path, "rb") as handle:
            while True:
                _wait_unless(stop, 0)
                wish = {"handle": handle, "count": READ_BYTES}
                part = self._ask(machine_id, "guest-file-read", wish, _Part)
                content = _decoded(part.buf_b64, READ_BYTES)
                size, empty = size + len(content), 0 if content else empty + 1
                _check_size(size, empty)
                receive(content)
                moved(size)
                if part.eof:
                    return size

    def write_file(
        self,
        machine_id: MachineId,
        path: str,
        parts: Iterable[bytes],
        *,
        moved: Callable[[int], None],
        stop: threading.Event,
    ) -> int:
        """Make a file of these parts, in the place of one that is there; returns its size."""
        size = 0
        with self._open_file(machine_id, path, "wb") as handle:
            for part in _chunks(parts):
                _wait_unless(stop, 0)
                wish = {"handle": handle, "buf-b64": base64.b64encode(part).decode()}
                written = self._ask(machine_id, "guest-file-write", wish, _Written).count
                if written != len(part):
                    raise StorageError("The guest took a part of the file only.")
                size += written
                moved(size)
            self._ask(machine_id, "guest-file-flush", {"handle": handle}, object)
        return size

    @contextmanager
    def _open_file(self, machine_id: MachineId, path: str, mode: str) -> Iterator[int]:
        wish = {"path": path, "mode": mode}
        handle = self._ask(machine_id, "guest-file-open", wish, int)
        try:
            yield handle
        finally:
            # The agent keeps few files open: this one is closed whatever happened.
            with contextlib.suppress(InfinibayError):
                self._ask(machine_id, "guest-file-close", {"handle": handle}, object)

    def _ask(
        self, machine_id: MachineId, command: str, arguments: Mapping[str, object], kind: type[S]
    ) -> S:
        text = json.dumps({"execute": command, "arguments": {**arguments}})
        with agent_of(self._pool, machine_id, f"do {command}") as domain:
            said = libvirt_qemu.qemuAgentCommand(domain, text, RESPONSE_S, 0)
        return _answer(said, kind)


def _answer(said: Any, kind: type[S]) -> S:
    try:
        whole = msgspec.json.decode(said, type=dict[str, msgspec.Raw])
        return msgspec.json.decode(whole.get("return", msgspec.Raw(b"null")), type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise GuestProtocolError(
            f"The QEMU guest agent's answer cannot be taken: {clean(str(error), 200)}"
        ) from error


def _run_of(status: _Status) -> GuestRun:
    output, error = (_output(data) for data in (status.out_data, status.err_data))
    return GuestRun(
        exit_code=status.exitcode,
        signal=status.signal,
        output=output[:MAX_OUTPUT_BYTES],
        error=error[:MAX_OUTPUT_BYTES],
        cut=status.out_truncated
        or status.err_truncated
        or max(len(output), len(error)) > MAX_OUTPUT_BYTES,
    )


def _output(data: str) -> bytes:
    # One byte more than is kept tells that there was more.
    most = 4 * (MAX_OUTPUT_BYTES // 3 + 1)
    return _decoded(data[:most], MAX_OUTPUT_BYTES + 3)


def _decoded(data: str, most: int) -> bytes:
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise GuestProtocolError("The QEMU guest agent sent no base64.") from error
    if len(content) > most:
        raise GuestProtocolError("The QEMU guest agent sent more than it was asked for.")
    return content


def _check_size(size: int, empty: int) -> None:
    if size > MAX_FILE_BYTES:
        raise StorageError("The file is larger than 4 GiB.")
    if empty > MAX_EMPTY:
        raise GuestProtocolError("The file has no end, and nothing comes of it.")


def _chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        for start in range(0, len(part), WRITE_BYTES):
            yield part[start : start + WRITE_BYTES]


def _wait_unless(stop: threading.Event, seconds: float) -> None:
    if stop.is_set() or stop.wait(seconds):
        raise Cancelled("It was cancelled; what was begun in the guest may go on there.")
