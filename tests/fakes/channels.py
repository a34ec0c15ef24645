"""Guests' channels: one in memory, and one over a real socket."""

import contextlib
import select
import socket
import threading
from collections import deque
from collections.abc import Callable

from infinibay_desktop.runtime.threads import Role, start_thread


class FakeChannel:
    """A channel whose guest is the test: `say` as the guest, look at `lines` as it hears them."""

    def __init__(self, wake: Callable[[], None] = lambda: None) -> None:
        self.wake = wake
        self.heard = bytearray()
        self.room: int | None = None  # how many more bytes fit; None: any number
        self.armed = False
        self.closed = False
        self.broken: str | None = None
        self.ended = False
        self.reads = 0
        self._incoming: deque[bytes] = deque()

    def say(self, data: bytes) -> None:
        if data:
            self._incoming.append(data)
            self._wake_if_armed()

    def hang_up(self) -> None:
        self.ended = True
        self._wake_if_armed()

    @property
    def lines(self) -> list[bytes]:
        return bytes(self.heard).splitlines()

    @property
    def unread_bytes(self) -> int:
        return sum(map(len, self._incoming))

    def read(self, limit: int) -> bytes | None:
        self._check()
        self.reads += 1
        if not self._incoming:
            return b"" if self.ended else None
        first = self._incoming.popleft()
        if len(first) > limit:
            self._incoming.appendleft(first[limit:])
        return first[:limit]

    def write(self, data: bytes) -> int:
        self._check()
        taken = len(data) if self.room is None else min(len(data), self.room)
        if self.room is not None:
            self.room -= taken
        self.heard += data[:taken]
        return taken

    def arm(self) -> None:
        self._check()
        self.armed = True
        if self._incoming or self.ended:
            self._wake_if_armed()

    def close(self) -> None:
        self.closed = True

    def _check(self) -> None:
        if self.broken is not None:
            raise OSError(32, self.broken)

    def _wake_if_armed(self) -> None:
        if self.armed:
            self.armed = False
            self.wake()


class SocketPoller:
    """Calls each armed socket's `wake` once, as soon as there is something to read."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._wakes: dict[int, Callable[[], None]] = {}
        self._bell, self._ear = socket.socketpair()
        self._epoll.register(self._ear, select.EPOLLIN)
        self._stopping = False
        self._thread: threading.Thread = start_thread(Role.LIBVIRT_EVENTS, self._run)
        self._thread.name = "socket-poller"

    def watch(self, fd: int, wake: Callable[[], None]) -> None:
        self._wakes[fd] = wake
        self._epoll.register(fd, select.EPOLLONESHOT)

    def arm(self, fd: int) -> None:
        self._epoll.modify(fd, select.EPOLLIN | select.EPOLLONESHOT)

    def forget(self, fd: int) -> None:
        self._wakes.pop(fd, None)

    def stop(self) -> None:
        self._stopping = True
        self._bell.send(b"!")
        self._thread.join()
        for part in (self._epoll, self._bell, self._ear):
            part.close()

    def _run(self) -> None:
        while not self._stopping:
            for fd, _ in self._epoll.poll():
                if wake := self._wakes.get(fd):
                    wake()


class SocketChannel:
    """A channel over a connected socket."""

    def __init__(
        self, connected: socket.socket, poller: SocketPoller, wake: Callable[[], None]
    ) -> None:
        connected.setblocking(False)
        self._socket = connected
        self._poller = poller
        self._fd = connected.fileno()
        poller.watch(self._fd, wake)

    def read(self, limit: int) -> bytes | None:
        try:
            return self._socket.recv(limit)
        except BlockingIOError:
            return None

    def write(self, data: bytes) -> int:
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0

    def arm(self) -> None:
        self._poller.arm(self._fd)

    def close(self) -> None:
        self._poller.forget(self._fd)
        with contextlib.suppress(OSError):
            self._socket.close()
