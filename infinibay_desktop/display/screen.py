"""A machine's screen over RFB (VNC): one thread that reads and one that writes."""

import contextlib
import logging
import struct
import threading
from collections.abc import Callable

from infinibay_desktop.display.channel import Channel, TlsChannel, encrypt
from infinibay_desktop.display.handshake import shake_hands
from infinibay_desktop.display.limits import MOST_SIDE, MOST_TEXT_BYTES, garbage
from infinibay_desktop.display.news import News
from infinibay_desktop.display.outbox import Message, Motion, Newest, Nudge, Outbox, Stroke
from infinibay_desktop.display.reader import HungUp, Reader
from infinibay_desktop.display.session import Session
from infinibay_desktop.model.consoles import (
    ConsoleKind,
    ConsoleTrouble,
    ScreenNews,
    ScreenState,
    ScreenWish,
)
from infinibay_desktop.model.errors import ConsoleError, InfinibayError
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)

HANDSHAKE_S = 10.0
WRITER_END_S = 2.0
# QEMU looks for changes each 30 ms while it is given something to do, and up to a hundred times
# less often while nothing changes. A key that shows after its first look would wait for the
# second. So that the next looks come soon, the release of no key at all follows a few times.
URGE_S, MOST_URGES = 0.02, 6
_KEY = struct.Struct("!BBxxI")
_SCANCODE = struct.Struct("!BBHII")
_URGE = _SCANCODE.pack(255, 0, 0, 0, 0)
_TEXT = struct.Struct("!BxxxI")


def _nobody(_timeout_s: float) -> None:
    pass


class Wire:
    """The bytes of one connection while it is agreed on."""

    def __init__(self, line: Line, wish: ScreenWish) -> None:
        self.wish = wish
        self.plain = Channel(line.socket)
        self.channel: Channel | TlsChannel = self.plain
        self.reader = Reader(self.plain.receive_into)

    def send(self, data: bytes) -> None:
        """Send now, from the reading thread: only while nobody else writes."""
        self.channel.send(data)

    def encrypt(self) -> None:
        """Go on inside of TLS."""
        if self.reader.has_more:
            raise garbage("words between the agreement to encrypt and the encryption")
        self.channel = encrypt(self.plain, self.wish.trust)
        self.reader.receive_into = self.channel.receive_into


class RfbScreen:
    """A screen that is connecting or connected; see the port. Ends by itself or by `close`."""

    def __init__(self, line: Line, wish: ScreenWish, notify: Callable[[], None]) -> None:
        self._line = line
        self._wish = wish
        self._news = News(notify)
        self._outbox = Outbox()
        self._wire = Wire(line, wish)
        self._session = Session(self._wire.reader, self._news, self._put, nearby=wish.nearby)
        self._closing = threading.Event()
        self._overrun = False
        self._greeted = False
        self._join_writer: Callable[[float], None] = _nobody

    def start(self) -> None:
        """Begin to connect."""
        start_thread(Role.CONSOLE, self._read)

    @property
    def kind(self) -> ConsoleKind:
        """VNC, as people call it."""
        return ConsoleKind.VNC

    def take_news(self) -> ScreenNews:
        """All that is new. Who takes no news is sent no more than a few."""
        return self._news.take()

    def press(self, scancode: int, keysym: int, *, down: bool) -> None:
        """Press or release a key."""
        if scancode and self._session.knows_scancodes:
            self._put(Stroke(_SCANCODE.pack(255, 0, down, keysym & 0xFFFFFFFF, scancode & 0xFF)))
        elif keysym:
            self._put(Stroke(_KEY.pack(4, down, keysym & 0xFFFFFFFF)))

    def point(self, x: int, y: int, buttons: int) -> None:
        """Put an absolute pointer somewhere."""
        if self._session.absolute_pointer:
            self._put(Motion(x, y, buttons))

    def move(self, dx: int, dy: int, buttons: int) -> None:
        """Move a relative pointer."""
        if not self._session.absolute_pointer:
            self._put(Nudge(dx, dy, buttons))

    def resize(self, width: int, height: int) -> None:
        """Ask the guest for another size; it may not follow."""
        if 0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE:
            self._session.ask_for_size(width, height)

    def set_clipboard(self, text: str) -> None:
        """Offer text to the guest, as far as RFB's Latin-1 has its letters."""
        data = text[:MOST_TEXT_BYTES].encode("latin-1", "replace")
        self._put(Newest("clipboard", _TEXT.pack(6, len(data)) + data))

    def close(self) -> None:
        """Hang up; both threads end by themselves soon after."""
        self._closing.set()
        self._outbox.close()
        self._line.cut()

    def _put(self, message: Message) -> None:
        """Queue a message. Motions may be lost; a lost key would be another word typed."""
        if not self._outbox.put(message) and not isinstance(message, Motion | Nudge):
            self._overrun = True
            self._outbox.close()
            self._line.cut()

    # The reading thread.

    def _read(self) -> None:
        error: InfinibayError | None = None
        try:
            self._talk()
        except ConsoleError as wrong:
            error = wrong
        except TimeoutError:
            error = self._silent()
        except (HungUp, OSError) as lost:
            error = self._lost(str(lost))
        except Exception:  # a boundary: a bug in here must end this screen alone, and be told
            logger.exception("the screen of '%s' ended by a mistake", self._wish.name)
            error = ConsoleError(
                f"The screen of '{self._wish.name}' ended by a mistake in this program.",
                remedy="The log says more.",
                trouble=ConsoleTrouble.PROTOCOL,
            )
        finally:
            self._end(error)

    def _talk(self) -> None:
        self._wire.plain.give_up_after(HANDSHAKE_S)
        greeting = shake_hands(self._wire)
        self._wire.plain.give_up_after(None)
        self._greeted = True
        if isinstance(self._wire.channel, TlsChannel):
            self._wire.channel.poke = self._poke
        self._join_writer = start_thread(Role.CONSOLE, self._write).join
        self._news.tell(state=ScreenState.CONNECTED, name=greeting.name)
        self._session.begin(greeting.width, greeting.height)
        self._session.run()

    def _poke(self) -> None:
        self._put(Newest("poke", b""))

    def _end(self, error: InfinibayError | None) -> None:
        self._outbox.close()
        self._line.cut()
        self._join_writer(WRITER_END_S)
        if error is None and not self._closing.is_set():
            error = self._last_words()
        self._line.close()
        if self._closing.is_set():
            error = None
        self._news.tell(state=ScreenState.ENDED, error=error)

    def _last_words(self) -> InfinibayError | None:
        """Why a connection ended that ended as if it were in order."""
        words = self._line.last_words()
        return self._lost(words) if words or self._overrun else None

    def _lost(self, why: str) -> ConsoleError:
        if self._overrun:
            why = "it takes no input any more"
        elif not self._closing.is_set() and (words := self._line.last_words()):
            why = words
        why = why.removesuffix(".") or "the other side hung up"
        if not self._greeted:
            return ConsoleError(
                f"The screen of '{self._wish.name}' could not be reached: {why}.",
                remedy="Check that the machine runs and, for a host behind ssh, that its ssh "
                "server allows forwarding (AllowTcpForwarding, AllowStreamLocalForwarding).",
                trouble=ConsoleTrouble.LOST,
            )
        return ConsoleError(
            f"The connection to the screen of '{self._wish.name}' was lost: {why}.",
            trouble=ConsoleTrouble.LOST,
        )

    def _silent(self) -> ConsoleError:
        return ConsoleError(
            f"The screen of '{self._wish.name}' did not answer within {HANDSHAKE_S:g} s.",
            remedy="Another viewer may hold it; try again.",
            trouble=ConsoleTrouble.SILENT,
        )

    # The writing thread.

    def _write(self) -> None:
        # A connection that broke is noticed by the reader too, which says why.
        with contextlib.suppress(OSError):
            urges = 0
            while (parcel := self._outbox.take(URGE_S if urges else None)) is not None:
                data = parcel.data
                if parcel.is_input:
                    urges = MOST_URGES if self._session.knows_scancodes else 0
                elif urges and not data:
                    urges -= 1
                    data = _URGE
                self._wire.channel.send(data)
        self._line.cut()
