"""Tight: RFB's encoding for networks."""

import io
import zlib

import numpy as np
from PIL import Image

from infinibay_desktop.display.canvas import Bytes, Canvas, Points, points_of
from infinibay_desktop.display.limits import MOST_PACKED_POINTS, garbage
from infinibay_desktop.display.reader import Reader
from infinibay_desktop.model.consoles import Rect

_FILL, _JPEG = 8, 9
_COPY, _PALETTE, _GRADIENT = 0, 1, 2
_SMALLEST_PACKED = 12
# All that Pillow raises for data that is broken, or too much.
_NO_PICTURE = (
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
)
# The eight bits of each byte, most significant first.
_BITS: Points = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).astype(np.uint32)
# Below so many bytes of a two-coloured part, a table of its colours costs more than it saves.
_WORTH_A_TABLE = 64


class TightDecoder:
    """Decodes Tight; its four streams of zlib live as long as the connection."""

    def __init__(self) -> None:
        self._streams = [zlib.decompressobj() for _ in range(4)]

    def decode(self, reader: Reader, canvas: Canvas, rect: Rect) -> None:
        """Read one part and put it on the canvas. Raises ConsoleError for garbage."""
        control = reader.byte()
        if control & 15:
            self._begin_anew(control)
        kind = control >> 4
        if kind == _FILL:
            red, green, blue = reader.take(3)
            canvas.part(rect)[:] = red << 16 | green << 8 | blue
            return
        if rect.width * rect.height > MOST_PACKED_POINTS:
            raise garbage("a packed part of more than four million points")
        if kind == _JPEG:
            _paint_picture(reader, canvas, rect)
        elif kind < _FILL:
            # Bit 2 says that a filter is named; bits 0 and 1 are the stream.
            named = reader.byte() if kind & 4 else _COPY
            self._paint_packed(reader, canvas, rect, named, kind & 3)
        else:
            raise garbage(f"the Tight compression {kind}")

    def _begin_anew(self, control: int) -> None:
        for number in range(4):
            if control >> number & 1:
                self._streams[number] = zlib.decompressobj()

    def _paint_packed(
        self, reader: Reader, canvas: Canvas, rect: Rect, named: int, stream: int
    ) -> None:
        width, height = rect.width, rect.height
        if named == _PALETTE:
            palette = _palette(reader)
            row = (width + 7) // 8 if len(palette) == 2 else width
            indices = self._unpack(reader, row * height, stream).reshape(height, row)
            _paint_indices(canvas.part(rect), palette, indices)
            return
        if named not in (_COPY, _GRADIENT):
            raise garbage(f"the Tight filter {named}")
        colours: Bytes = self._unpack(reader, width * height * 3, stream)
        colours = colours.reshape(height, width, 3)
        if named == _GRADIENT:
            colours = undo_gradient(colours)
        target = canvas.part_bytes(rect)
        target[..., 2] = colours[..., 0]
        target[..., 1] = colours[..., 1]
        target[..., 0] = colours[..., 2]

    def _unpack(self, reader: Reader, count: int, stream: int) -> Bytes:
        """`count` bytes of a part, which small parts hold as they are."""
        if count < _SMALLEST_PACKED:
            return np.frombuffer(bytes(reader.take(count)), np.uint8)
        packed = reader.take_large(_length(reader))
        inflate = self._streams[stream]
        try:
            data = inflate.decompress(packed, count)
            # What is left may be the stream's own marks; they unpack to nothing.
            tail = inflate.unconsumed_tail
            too_much = bool(tail) and inflate.decompress(tail, 1) != b""
        except zlib.error as error:
            raise garbage("broken zlib data") from error
        if len(data) != count or too_much:
            raise garbage("more or less zlib data than a part has points")
        return np.frombuffer(data, np.uint8)


def _length(reader: Reader) -> int:
    """A length of at most 22 bits, in one to three bytes."""
    length = 0
    for shift in (0, 7, 14):
        byte = reader.byte()
        length |= (byte if shift == 14 else byte & 127) << shift
        if not byte & 128:
            break
    return length


def _palette(reader: Reader) -> Points:
    count = reader.byte() + 1
    return points_of(np.frombuffer(reader.take(3 * count), np.uint8).reshape(count, 3)[:, ::-1])


def _paint_indices(target: Points, colours: Points, data: Bytes) -> None:
    height, width = target.shape
    if len(colours) != 2:
        target[:] = colours.take(data, mode="clip")
    elif data.size < _WORTH_A_TABLE:
        target[:] = colours.take(np.unpackbits(data, axis=1, count=width))
    else:
        # Where a bit is set its colour is the first one and the difference to the second; in
        # arrays, unlike in single values, a negative difference is no mistake.
        table = _BITS * (colours[1:] - colours[:1])
        table += colours[:1]
        target[:] = table.take(data, axis=0).reshape(height, -1)[:, :width]


def _paint_picture(reader: Reader, canvas: Canvas, rect: Rect) -> None:
    data = bytes(reader.take_large(_length(reader)))
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            if picture.size != (rect.width, rect.height):
                raise garbage("a picture of another size than its part")
            decoded = picture.convert("RGB").tobytes("raw", "BGRX")
    except _NO_PICTURE as error:
        raise garbage("a broken picture") from error
    points = np.frombuffer(decoded, np.uint32).reshape(rect.height, rect.width)
    canvas.part(rect)[:] = points


def undo_gradient(data: Bytes) -> Bytes:
    """Tight's gradient filter undone.

    Every value was predicted from its left, upper and upper left neighbour. So the values on
    one anti-diagonal depend on the two before it only, and are computed at once.
    """
    height, width, _ = data.shape
    count = width + height - 1
    # Row y moved right by y: each column is an anti-diagonal, kept as a row of its own.
    slanted = np.zeros((count, height, 3), np.int16)
    rows = np.arange(height)
    for x in range(width):
        slanted[x + rows, rows] = data[:, x]
    # Two empty diagonals before the first, and an empty row above the uppermost.
    whole = np.zeros((count + 2, height + 1, 3), np.int16)
    guess = np.empty((height, 3), np.int16)
    for number in range(count):
        before, before_that = whole[number + 1], whole[number]
        np.add(before[1:], before[:-1], out=guess)
        np.subtract(guess, before_that[:-1], out=guess)
        np.clip(guess, 0, 255, out=guess)
        np.add(guess, slanted[number], out=guess)
        # Outside of the picture everything counts as black.
        first, last = max(0, number - width + 1), min(height, number + 1)
        np.bitwise_and(guess[first:last], 255, out=whole[number + 2, first + 1 : last + 1])
    straight = np.empty((height, width, 3), np.uint8)
    for x in range(width):
        straight[:, x] = whole[x + rows + 2, rows + 1]
    return straight
