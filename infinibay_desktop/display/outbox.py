"""What waits to be sent to a server: bounded, in order, with motions run together."""

import struct
import threading
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple, Protocol

MOST_MESSAGES = 1024
MOST_BYTES = 4 * 1024 * 1024
# RFB's pointer messages of a relative pointer count from here (QEMU's pointer-change extension).
_RELATIVE_ZERO = 0x7FFF
_POINTER = struct.Struct("!BBHH")


class Parcel(NamedTuple):
    """What goes out together, and whether somebody waits to see what it does."""

    data: bytes
    is_input: bool = False


class Message(Protocol):
    """Something to send. `after` is it and its predecessor in one, where that is possible."""

    def encode(self) -> bytes: ...
    def after(self, earlier: "Message") -> "Message | None": ...


@dataclass(frozen=True, slots=True)
class Words:
    """Bytes that are sent as they are."""

    data: bytes

    def encode(self) -> bytes:
        """The bytes."""
        return self.data

    def after(self, earlier: Message) -> Message | None:  # noqa: ARG002 - the port's shape
        """Nothing: each counts."""
        return None


@dataclass(frozen=True, slots=True)
class Stroke(Words):
    """A key that is pressed or released."""


@dataclass(frozen=True, slots=True)
class Newest:
    """Bytes of a kind of which only the newest counts."""

    kind: str
    data: bytes

    def encode(self) -> bytes:
        """The bytes."""
        return self.data

    def after(self, earlier: Message) -> Message | None:
        """Itself, in place of one of its kind."""
        return self if isinstance(earlier, Newest) and earlier.kind == self.kind else None


@dataclass(frozen=True, slots=True)
class Motion:
    """The pointer at a place."""

    x: int
    y: int
    buttons: int

    def encode(self) -> bytes:
        """RFB's pointer message."""
        return _POINTER.pack(5, self.buttons & 255, _short(self.x), _short(self.y))

    def after(self, earlier: Message) -> Message | None:
        """Itself, if no button changed since."""
        same = isinstance(earlier, Motion) and earlier.buttons == self.buttons
        return self if same else None


@dataclass(frozen=True, slots=True)
class Nudge:
    """The pointer moved by so much."""

    dx: int
    dy: int
    buttons: int

    def encode(self) -> bytes:
        """RFB's pointer message of a relative pointer."""
        x, y = _short(_RELATIVE_ZERO + self.dx), _short(_RELATIVE_ZERO + self.dy)
        return _POINTER.pack(5, self.buttons & 255, x, y)

    def after(self, earlier: Message) -> Message | None:
        """Both ways together, if no button changed since."""
        if isinstance(earlier, Nudge) and earlier.buttons == self.buttons:
            return Nudge(earlier.dx + self.dx, earlier.dy + self.dy, self.buttons)
        return None


_INPUT = (Stroke, Motion, Nudge)


class Outbox:
    """A bounded queue with one reader. Putting never waits."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._messages: deque[Message] = deque()
        self._bytes = 0
        self._closed = False

    def put(self, message: Message) -> bool:
        """Queue a message; False if the queue is full, and then it is not queued.

        After `close` messages are dropped.
        """
        with self._changed:
            if self._closed:
                return True
            if self._messages and (merged := message.after(self._messages[-1])):
                self._bytes -= _size(self._messages.pop())
                message = merged
            size = _size(message)
            if len(self._messages) >= MOST_MESSAGES or self._bytes + size > MOST_BYTES:
                return False
            self._messages.append(message)
            self._bytes += size
            self._changed.notify()
        return True

    def take(self, timeout_s: float | None = None) -> Parcel | None:
        """Wait for messages and return all that are there: none after `timeout_s`.

        None after `close`.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._messages or self._closed, timeout_s)
            if self._closed:
                return None
            data = b"".join(message.encode() for message in self._messages)
            is_input = any(isinstance(one, _INPUT) for one in self._messages)
            self._messages.clear()
            self._bytes = 0
            return Parcel(data, is_input)

    def close(self) -> None:
        """Let the reader go, and forget what waits."""
        with self._changed:
            self._closed = True
            self._messages.clear()
            self._changed.notify_all()


def _size(message: Message) -> int:
    return len(message.data) if isinstance(message, Words | Newest) else _POINTER.size


def _short(value: int) -> int:
    return max(0, min(0xFFFF, value))
