"""One window for each of a person's databases: a second start hands over to the first."""

import json
import os
import socket
import struct
import sys
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from infinibay_desktop.model.errors import EnvironmentalError
from infinibay_desktop.runtime.threads import Role, start_thread

MAX_BYTES = 64 * 1024
MAX_ARGUMENTS = 256
PATIENCE_S = 10.0
_CALLER_PATIENCE_S = 2.0
_PAUSE_S = 0.02
_TAKEN = b"\x06"
_CREDENTIALS = struct.Struct("3i")  # process, user, group (unix(7), SO_PEERCRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartMessage:
    """What a second start says: its arguments, its folder, and the desktop's leave to come up."""

    arguments: tuple[str, ...] = ()
    folder: str = ""
    activation_token: str = ""


class Instance:
    """The program that runs. `serve` tells it of later starts, on a thread of its own."""

    def __init__(self, listener: socket.socket | None = None, lock: int = -1) -> None:
        self._listener = listener
        self._lock = lock
        self._closing = threading.Event()
        self._join: Callable[[], None] | None = None
        self._receive: Callable[[StartMessage], None] = lambda _message: None

    def serve(self, receive: Callable[[StartMessage], None]) -> None:
        """Call `receive`, and nobody who was named before, for each later start.

        Starts that come before the first call wait for it.
        """
        self._receive = receive
        if self._listener is not None and self._join is None:
            listener = self._listener
            self._join = start_thread(Role.INSTANCE, lambda: self._serve(listener)).join

    def close(self) -> None:
        """Let the next start be the first."""
        self._closing.set()
        if self._listener is not None:
            with suppress(OSError):  # wakes the thread
                self._listener.shutdown(socket.SHUT_RDWR)
        if self._join:
            self._join()
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _serve(self, listener: socket.socket) -> None:
        while not self._closing.is_set():
            try:
                caller, _ = listener.accept()
            except OSError:
                if self._closing.wait(_PAUSE_S):  # no files left, for example
                    return
                continue
            with caller:
                message = _hear(caller)
                if message is not None:
                    self._receive(message)


def claim(folder: Path, message: StartMessage, *, key: str = "") -> Instance | None:
    """Become the one that runs, or hand the message to the one that does and return None.

    `key` names what may have one window only (the database). Raises EnvironmentalError when
    another program runs and does not answer. Where there is no private folder or no unix
    socket, every start is the first.
    """
    if sys.platform == "win32":
        return Instance()
    name = f"window-{zlib.crc32(key.encode(errors='replace')):08x}"
    try:
        place = _private(folder)
    except OSError:
        return Instance()
    # A unix socket's path has room for 108 bytes only; by its descriptor a folder is short.
    short = Path(f"/proc/self/fd/{place}")
    address = str((short if short.exists() else folder) / f"{name}.socket")
    try:
        return _claim_in(place, name, address, message)
    finally:
        os.close(place)


def _claim_in(place: int, name: str, address: str, message: StartMessage) -> Instance | None:
    deadline = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while True:
        lock = _try_lock(place, f"{name}.lock")
        if lock is not None:
            return _first(place, name, address, lock)
        if _hand_over(address, message, deadline):
            return None
        if time.monotonic() > deadline:
            raise EnvironmentalError(
                "Infinibay Desktop runs already and does not answer.",
                remedy="Wait a moment. If its window stays frozen, end it and start it again.",
            )
        pause.wait(_PAUSE_S)


def _private(folder: Path) -> int:
    """A descriptor of the folder, once it is ours and nobody else can enter it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        status = os.fstat(place)
        if status.st_uid != os.geteuid():
            raise PermissionError(f"'{folder}' is not ours")
        if status.st_mode & 0o077:
            os.fchmod(place, 0o700)
    except OSError:
        os.close(place)
        raise
    return place


def _try_lock(place: int, name: str) -> int | None:
    import fcntl  # not on Windows

    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    lock = os.open(name, flags, 0o600, dir_fd=place)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock


def _first(place: int, name: str, address: str, lock: int) -> Instance:
    """Listen. Whoever holds the lock may replace the socket: its owner is gone."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with suppress(FileNotFoundError):
            os.unlink(f"{name}.socket", dir_fd=place)
        listener.bind(address)
        listener.listen(32)
    except OSError:  # a file system without sockets, or too long a path
        listener.close()
        os.close(lock)
        return Instance()
    return Instance(listener, lock)


def _hand_over(address: str, message: StartMessage, deadline: float) -> bool:
    """Whether the first program took the message."""
    data = json.dumps(asdict(_bounded(message))).encode()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.settimeout(max(0.1, deadline - time.monotonic()))
            caller.connect(address)
            if not _is_ours(caller):
                return False
            caller.sendall(data)
            caller.shutdown(socket.SHUT_WR)
            return caller.recv(1) == _TAKEN
        except OSError:
            return False


def _bounded(message: StartMessage) -> StartMessage:
    """The message, without arguments if they are too long to be meant."""
    size = sum(len(argument) for argument in message.arguments) + len(message.folder)
    if size * 6 > MAX_BYTES - 1024 or len(message.arguments) > MAX_ARGUMENTS:
        return StartMessage(activation_token=message.activation_token[:256])
    return message


def _is_ours(peer: socket.socket) -> bool:
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:  # elsewhere the folder's mode alone keeps others out
        return True
    data = peer.getsockopt(socket.SOL_SOCKET, option, _CREDENTIALS.size)
    _process, user, _group = _CREDENTIALS.unpack(data)
    return bool(user == os.geteuid())


def _hear(caller: socket.socket) -> StartMessage | None:
    """One start's message; None from strangers and for anything that is not one."""
    try:
        if not _is_ours(caller):
            return None
        message = _parse(_read_all(caller))
        if message is not None:
            caller.sendall(_TAKEN)
    except OSError:
        return None
    return message


def _read_all(caller: socket.socket) -> bytes:
    deadline = time.monotonic() + _CALLER_PATIENCE_S
    data = bytearray()
    while len(data) <= MAX_BYTES:
        caller.settimeout(max(0.01, deadline - time.monotonic()))
        piece = caller.recv(MAX_BYTES)
        if not piece:
            return bytes(data)
        data += piece
        if time.monotonic() > deadline:
            break
    return b""


def _parse(data: bytes) -> StartMessage | None:
    try:
        document = json.loads(data)
        arguments, folder = document["arguments"], document["folder"]
        token = document["activation_token"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    if not isinstance(arguments, list) or len(arguments) > MAX_ARGUMENTS:
        return None
    if not all(isinstance(text, str) for text in (*arguments, folder, token)):
        return None
    return StartMessage(arguments=tuple(arguments), folder=folder, activation_token=token)
