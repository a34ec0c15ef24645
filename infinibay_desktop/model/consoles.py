"""Consoles: what a machine offers to look at, and what a connected screen tells."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from infinibay_desktop.model.errors import InfinibayError


class ConsoleKind(StrEnum):
    """Ways to a machine's screen or terminal."""

    VNC = "vnc"
    SPICE = "spice"
    SERIAL = "serial"


class ScreenState(StrEnum):
    """How the connection to a screen stands."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    ENDED = "ended"


class ConsoleTrouble(StrEnum):
    """What went wrong with a screen: the value of `details["trouble"]` of a ConsoleError."""

    LOST = "lost"  # the connection broke: connect again
    SILENT = "silent"  # nobody answered in time: connect again
    PROTOCOL = "protocol"  # the server sent what makes no sense
    REFUSED = "refused"  # the server said no
    PASSWORD = "password"  # noqa: S105 - no password: one is missing, or is wrong
    ENCRYPTION = "encryption"  # the connection could not be made safe


class Rect(NamedTuple):
    """A part of a screen, in its own pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOffer:
    """One console of a running machine. `index` counts the machine's graphics devices.

    A TCP listener has `address` and `port` or `tls_port`; a unix socket has `socket`; with none
    of them only libvirt itself can hand out a connection, on the machine's own host.
    """

    kind: ConsoleKind
    index: int = 0
    address: str = ""
    port: int | None = None
    tls_port: int | None = None
    socket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsTrust:
    """Whom to believe when a screen is encrypted: files in PEM, and the server's name."""

    server_name: str
    ca_file: str
    certificate_file: str = ""
    key_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWish:
    """How to connect to a screen. `nearby` means that bandwidth costs nothing.

    With `only_encrypted`, a server that offers no encryption is refused.
    """

    name: str
    user: str = ""
    password: str = field(default="", repr=False)
    nearby: bool = False
    only_encrypted: bool = False
    trust: TlsTrust | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The whole screen's memory: rows of 32-bit pixels in the order blue, green, red, unused.

    `pixels` is a writable buffer of `stride_bytes * height` bytes that the console's thread
    goes on writing to; reading it while it is written can tear, and never fails. A screen of
    another size is another Frame.
    """

    width: int
    height: int
    stride_bytes: int
    pixels: memoryview


@dataclass(frozen=True, slots=True, kw_only=True)
class CursorShape:
    """The guest's pointer: rows of blue, green, red, alpha; empty means invisible."""

    width: int
    height: int
    hot_x: int
    hot_y: int
    pixels: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenNews:
    """All that changed on a screen since the last time somebody asked.

    `frame` is set when the memory is another one than before; `damage` are parts of the
    newest frame to paint anew. `leds` has bit 0 for Scroll, 1 for Num, 2 for Caps Lock.
    `error` says why an ended screen ended; None if it ended in order.
    """

    state: ScreenState
    frame: Frame | None = None
    damage: tuple[Rect, ...] = ()
    cursor: CursorShape | None = None
    leds: int | None = None
    clipboard: str | None = None
    absolute_pointer: bool = True
    resizable: bool = False
    name: str = ""
    bell: bool = False
    error: InfinibayError | None = None
