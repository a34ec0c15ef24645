"""A connected stream of bytes to a host, and what ends with it."""

import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass


def _nothing() -> None:
    pass


def _no_words() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A connected socket and whatever carries it, such as a process of ssh.

    `last_words` is what the carrier said when it ended, for people; it and `close` may take
    two seconds.
    """

    socket: socket.socket
    release: Callable[[], None] = _nothing
    last_words: Callable[[], str] = _no_words

    def cut(self) -> None:
        """Wake every thread that waits for the socket; any thread, at once."""
        with contextlib.suppress(OSError):  # it is closed already, or the other side was faster
            self.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the socket and what carries it."""
        self.cut()
        self.socket.close()
        self.release()
