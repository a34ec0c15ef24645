"""An RFB server at the wire, driven by the test that looks at its client."""

import socket
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from infinibay_desktop.display.screen import RfbScreen
from infinibay_desktop.model.consoles import ScreenNews, ScreenState, ScreenWish
from infinibay_desktop.runtime.lines import Line

PATIENCE_S = 10.0
RECT = struct.Struct("!HHHHi")


class Peer:
    """The server's side of one connection. Everything that waits fails after a while."""

    def __init__(self, connected: socket.socket) -> None:
        connected.settimeout(PATIENCE_S)
        self.socket = connected

    def send(self, *parts: bytes) -> None:
        self.socket.sendall(b"".join(parts))

    def receive(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            assert more, "the client hung up"
            data += more
        return data

    def hangs_up(self) -> bool:
        """Whether the client ends the connection, whatever it still says."""
        try:
            while self.socket.recv(65536):
                pass
        except ConnectionError:
            pass
        return True

    # The handshake.

    def agree(self, security: int = 1, *, minor: int = 8) -> None:
        """Version and security, up to where a way to sign in would have its say."""
        self.send(b"RFB 003.%03d\n" % minor)
        assert self.receive(12) == b"RFB 003.%03d\n" % minor
        if minor == 3:
            self.send(struct.pack("!I", security))
        else:
            self.send(bytes([1, security]))
            assert self.receive(1) == bytes([security])

    def accept(self) -> None:
        self.send(struct.pack("!I", 0))

    def introduce(self, width: int, height: int, name: bytes = b"fake") -> None:
        """The screen, after which the client says what it knows."""
        assert self.receive(1) == b"\1"
        self.send(struct.pack("!HH16xI", width, height, len(name)), name)

    def hear_out(self) -> tuple[int, ...]:
        """The client's encodings, after which it asks for the whole screen."""
        assert self.receive(20)[:4] == b"\0\0\0\0"
        (count,) = struct.unpack("!xxH", self.receive(4))
        encodings = struct.unpack(f"!{count}i", self.receive(4 * count))
        assert self.receive(10)[:2] == b"\3\0"
        return encodings

    def greet(self, width: int = 8, height: int = 4) -> tuple[int, ...]:
        """All of the handshake, without any sign-in."""
        self.agree()
        self.accept()
        self.introduce(width, height)
        return self.hear_out()

    # Messages.

    def update(self, *rects: bytes, count: int | None = None) -> None:
        number = len(rects) if count is None else count
        self.send(struct.pack("!BxH", 0, number), *rects)

    def has_asked(self) -> bool:
        """The client asks for more when it sees an update, and for nothing else."""
        return self.receive(10)[:2] == b"\3\1"


class Viewer:
    """The client's side: a screen, and whoever looks at it."""

    def __init__(self, screen: RfbScreen, told: threading.Event) -> None:
        self.screen = screen
        self.told = told
        self.frame = None
        self.seen: list[ScreenNews] = []

    def look(self) -> ScreenNews:
        """The next news, within the patience of a test."""
        assert self.told.wait(PATIENCE_S), "no news"
        self.told.clear()
        news = self.screen.take_news()
        self.frame = news.frame or self.frame
        self.seen.append(news)
        return news

    def look_until(self, is_it) -> ScreenNews:
        while not is_it(news := self.look()):
            assert news.state is not ScreenState.ENDED or is_it(news), news.error
        return news

    def end(self) -> ScreenNews:
        """The last news of all."""
        return self.look_until(lambda news: news.state is ScreenState.ENDED)


@contextmanager
def connected(**wish: object) -> Iterator[tuple[Viewer, Peer]]:
    """A screen that is connecting, and its server; both end in the end."""
    ours, theirs = socket.socketpair()
    told = threading.Event()
    screen = RfbScreen(Line(socket=ours), ScreenWish(**({"name": "web"} | wish)), told.set)
    with theirs:
        screen.start()
        yield Viewer(screen, told), Peer(theirs)
        screen.close()


def rect(x: int, y: int, width: int, height: int, encoding: int, *data: bytes) -> bytes:
    return RECT.pack(x, y, width, height, encoding) + b"".join(data)


class Zlib:
    """One stream, flushed after each part as servers do it."""

    def __init__(self, level: int = 2) -> None:
        self._stream = zlib.compressobj(level)

    def pack(self, data: bytes) -> bytes:
        return self._stream.compress(data) + self._stream.flush(zlib.Z_SYNC_FLUSH)


def compact_length(count: int) -> bytes:
    """Tight's length: seven bits, seven bits, eight bits."""
    if count < 128:
        return bytes([count])
    if count < 16384:
        return bytes([count & 127 | 128, count >> 7])
    return bytes([count & 127 | 128, count >> 7 & 127 | 128, count >> 14])
