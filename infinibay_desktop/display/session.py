"""What an RFB server says once somebody is signed in, and what it means for the screen."""

import struct
from collections.abc import Callable

import numpy as np

from infinibay_desktop.display.canvas import Canvas
from infinibay_desktop.display.limits import (
    MOST_CURSOR_SIDE,
    MOST_SCREENS,
    MOST_TEXT_BYTES,
    garbage,
)
from infinibay_desktop.display.news import MOST_RECTS, News
from infinibay_desktop.display.outbox import Message, Newest, Words
from infinibay_desktop.display.reader import BUFFER_BYTES, Reader
from infinibay_desktop.display.tight import TightDecoder
from infinibay_desktop.display.zrle import ZrleDecoder
from infinibay_desktop.model.consoles import CursorShape, Rect

RAW, COPY_RECT, TIGHT, ZRLE = 0, 1, 7, 16
DESKTOP_SIZE, LAST_RECT, CURSOR, POINTER_CHANGE = -223, -224, -239, -257
EXTENDED_KEY, LEDS, EXTENDED_DESKTOP_SIZE, ALPHA_CURSOR = -258, -261, -308, -314
# Level 2 of zlib: what servers take by default costs them most of their frames.
COMPRESS_LEVEL_2 = -254
_NEARBY = (RAW, COPY_RECT)
_FAR = (TIGHT, ZRLE, COPY_RECT, RAW, COMPRESS_LEVEL_2)
_EXTENSIONS = (
    LAST_RECT, DESKTOP_SIZE, EXTENDED_DESKTOP_SIZE, ALPHA_CURSOR, CURSOR, POINTER_CHANGE,
    EXTENDED_KEY, LEDS,
)  # fmt: skip
# 32 bits, 24 of colour, little-endian, true colour: blue, green, red, unused.
_PIXEL_FORMAT = struct.pack("!BxxxBBBBHHHBBBxxx", 0, 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)
_MANY = 0xFFFF
_RECT = struct.Struct("!HHHHi")
_COUNT = struct.Struct("!xH")
_POSITION = struct.Struct("!HH")
_COLOUR_MAP = struct.Struct("!xHH")
_TEXT = struct.Struct("!xxxi")
_SCREEN = struct.Struct("!IHHHHI")
_REQUEST = struct.Struct("!BBHHHH")
_RESIZE = struct.Struct("!BxHHBxIHHHHI")
_CLIENT_ASKED = 1

Put = Callable[[Message], None]


class Session:
    """Reads one server's messages until it hangs up. `put` sends, and never waits.

    Its attributes are for reading by other threads; each is replaced, never changed.
    """

    def __init__(self, reader: Reader, news: News, put: Put, *, nearby: bool) -> None:
        self.canvas = Canvas(1, 1)
        self.knows_scancodes = False
        self.absolute_pointer = True
        self.layout: tuple[int, int] | None = None
        self._reader = reader
        self._news = news
        self._put = put
        self._nearby = nearby
        self._tight = TightDecoder()
        self._zrle = ZrleDecoder()
        self._damage: list[Rect] = []
        self._stale = False
        self._messages: dict[int, Callable[[], None]] = {
            0: self._update,
            1: self._skip_colours,
            2: self._bell,
            3: self._cut_text,
        }
        self._encodings: dict[int, Callable[[Rect], None]] = {
            RAW: self._raw,
            COPY_RECT: self._copy_rect,
            TIGHT: self._decode_tight,
            ZRLE: self._decode_zrle,
        }
        self._pseudo: dict[int, Callable[[Rect], None]] = {
            DESKTOP_SIZE: self._desktop_size,
            EXTENDED_DESKTOP_SIZE: self._extended_desktop_size,
            CURSOR: self._cursor,
            ALPHA_CURSOR: self._alpha_cursor,
            POINTER_CHANGE: self._pointer_change,
            EXTENDED_KEY: self._extended_key,
            LEDS: self._leds,
        }

    def begin(self, width: int, height: int) -> None:
        """Say what is understood here, and ask for the whole screen."""
        encodings = (*(_NEARBY if self._nearby else _FAR), *_EXTENSIONS)
        listed = struct.pack(f"!BxH{len(encodings)}i", 2, len(encodings), *encodings)
        self._put(Words(_PIXEL_FORMAT + listed))
        self._resize(width, height)
        self._stale = False
        self._request(incremental=False)

    def run(self) -> None:
        """Read until the server hangs up in order. Raises HungUp, OSError or ConsoleError."""
        while (kind := self._reader.byte_or_end()) is not None:
            message = self._messages.get(kind)
            if message is None:
                raise garbage(f"a message of kind {kind}")
            message()

    def ask_for_size(self, width: int, height: int) -> None:
        """Ask the guest for another size, where the server can do that; any thread."""
        layout = self.layout
        if layout is None:
            return
        number, flags = layout
        data = _RESIZE.pack(251, width, height, 1, number, 0, 0, width, height, flags)
        self._put(Newest("resize", data))

    # Messages.

    def _update(self) -> None:
        (count,) = self._reader.unpack(_COUNT)
        # Asked for now and not after it was read, the next one is under way meanwhile.
        if self._news.may_ask_for_more(self._request_more):
            self._request_more()
        while count:
            x, y, width, height, encoding = self._reader.unpack(_RECT)
            if encoding == LAST_RECT:
                break
            self._read_part(Rect(x, y, width, height), encoding)
            count -= count != _MANY
        self._tell_damage()
        if self._stale:
            self._stale = False
            self._request(incremental=False)

    def _read_part(self, rect: Rect, encoding: int) -> None:
        paint = self._encodings.get(encoding)
        if paint is None:
            self._read_pseudo(rect, encoding)
            return
        self.canvas.check(rect)
        if rect.width and rect.height:
            paint(rect)
            self._damage.append(rect)
            if len(self._damage) >= MOST_RECTS:
                self._tell_damage()
        elif encoding not in _NEARBY:
            raise garbage("an empty part")
        elif encoding == COPY_RECT:
            self._reader.skip(_POSITION.size)

    def _read_pseudo(self, rect: Rect, encoding: int) -> None:
        read = self._pseudo.get(encoding)
        if read is None:
            raise garbage(f"the encoding {encoding}")
        read(rect)

    def _tell_damage(self) -> None:
        if self._damage:
            self._news.damage(self._damage)
            self._damage = []

    def _skip_colours(self) -> None:
        _first, count = self._reader.unpack(_COLOUR_MAP)
        self._reader.skip(6 * count)

    def _bell(self) -> None:
        self._news.tell(bell=True)

    def _cut_text(self) -> None:
        (length,) = self._reader.unpack(_TEXT)
        if length < 0:
            raise garbage("a clipboard of less than nothing")
        if length > MOST_TEXT_BYTES:
            self._reader.skip(length)
            return
        text = bytes(self._reader.take_large(length)).decode("latin-1")
        self._news.tell(clipboard=text)

    # Parts of the screen.

    def _raw(self, rect: Rect) -> None:
        canvas, reader = self.canvas, self._reader
        if rect.width == canvas.width:
            stride = canvas.stride_bytes
            reader.take_into(canvas.rows[rect.y * stride : (rect.y + rect.height) * stride])
            return
        row_bytes = rect.width * 4
        part, row = canvas.part(rect), 0
        if row_bytes * rect.height <= BUFFER_BYTES:
            data = np.frombuffer(reader.take(row_bytes * rect.height), np.uint32)
            part[:] = data.reshape(part.shape)
            return
        most_rows = BUFFER_BYTES // row_bytes
        while row < rect.height:
            rows = min(most_rows, rect.height - row)
            data = np.frombuffer(reader.take(rows * row_bytes), np.uint32)
            part[row : row + rows] = data.reshape(rows, rect.width)
            row += rows

    def _copy_rect(self, rect: Rect) -> None:
        x, y = self._reader.unpack(_POSITION)
        source = Rect(x, y, rect.width, rect.height)
        self.canvas.check(source)
        # NumPy takes care of parts that overlap.
        self.canvas.part(rect)[:] = self.canvas.part(source)

    def _decode_tight(self, rect: Rect) -> None:
        self._tight.decode(self._reader, self.canvas, rect)

    def _decode_zrle(self, rect: Rect) -> None:
        self._zrle.decode(self._reader, self.canvas, rect)

    # What else servers tell as if it were a part of the screen.

    def _desktop_size(self, rect: Rect) -> None:
        if (rect.width, rect.height) != (self.canvas.width, self.canvas.height):
            self._resize(rect.width, rect.height)

    def _extended_desktop_size(self, rect: Rect) -> None:
        count = self._reader.byte()
        self._reader.skip(3)
        if not 0 < count <= MOST_SCREENS:
            raise garbage(f"{count} screens in one")
        screens = [self._reader.unpack(_SCREEN) for _ in range(count)]
        self.layout = screens[0][0], screens[0][5]
        self._news.tell(resizable=True)
        refused = rect.x == _CLIENT_ASKED and rect.y != 0
        if not refused:
            self._desktop_size(rect)

    def _cursor(self, rect: Rect) -> None:
        width, height = _check_cursor(rect)
        colours = np.frombuffer(bytes(self._reader.take(width * height * 4)), np.uint32)
        row = (width + 7) // 8
        mask = np.frombuffer(bytes(self._reader.take(row * height)), np.uint8)
        if not colours.size:
            self._tell_cursor(rect, b"")
            return
        shown = np.unpackbits(mask.reshape(height, row), axis=1, count=width).astype(bool)
        opaque = colours.reshape(height, width) & 0xFFFFFF | np.uint32(0xFF000000)
        self._tell_cursor(rect, np.where(shown, opaque, np.uint32(0)).tobytes())

    def _alpha_cursor(self, rect: Rect) -> None:
        width, height = _check_cursor(rect)
        if self._reader.unpack(struct.Struct("!i"))[0] != RAW:
            raise garbage("a pointer that is packed")
        self._tell_cursor(rect, bytes(self._reader.take(width * height * 4)))

    def _tell_cursor(self, rect: Rect, pixels: bytes) -> None:
        shape = CursorShape(
            width=rect.width if pixels else 0,
            height=rect.height if pixels else 0,
            hot_x=min(rect.x, max(0, rect.width - 1)),
            hot_y=min(rect.y, max(0, rect.height - 1)),
            pixels=pixels,
        )
        self._news.tell(cursor=shape)

    def _pointer_change(self, rect: Rect) -> None:
        self.absolute_pointer = rect.x != 0
        self._news.tell(absolute_pointer=self.absolute_pointer)

    def _extended_key(self, _rect: Rect) -> None:
        self.knows_scancodes = True

    def _leds(self, _rect: Rect) -> None:
        self._news.tell(leds=self._reader.byte() & 7)

    # Asking.

    def _resize(self, width: int, height: int) -> None:
        # A new memory: whoever paints may still look at the old one.
        self.canvas = Canvas(width, height)
        self._damage = []
        self._stale = True
        self._news.show(self.canvas.frame())

    def _request_more(self) -> None:
        self._request(incremental=True)

    def _request(self, *, incremental: bool) -> None:
        canvas = self.canvas
        data = _REQUEST.pack(3, incremental, 0, 0, canvas.width, canvas.height)
        self._put(Newest("more", data) if incremental else Words(data))


def _check_cursor(rect: Rect) -> tuple[int, int]:
    if rect.width > MOST_CURSOR_SIDE or rect.height > MOST_CURSOR_SIDE:
        raise garbage(f"a pointer of {rect.width} by {rect.height} points")
    return rect.width, rect.height
