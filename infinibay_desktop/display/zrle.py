"""ZRLE: RFB's encoding in tiles, for servers that do not know Tight."""

import struct
import zlib

import numpy as np

from infinibay_desktop.display.canvas import Canvas, Points, mix
from infinibay_desktop.display.limits import garbage
from infinibay_desktop.display.reader import Reader
from infinibay_desktop.model.consoles import Rect

TILE_SIDE = 64
# A tile of one-point runs, each of three bytes of colour and one of length, after its kind and
# the largest palette.
MOST_TILE_BYTES = 1 + 3 * 127 + 4 * TILE_SIDE * TILE_SIDE
_INFLATED_BYTES = 256 * 1024
_PACKED_BYTES = 64 * 1024
_U32 = struct.Struct("!I")
_SOLID, _MOST_PACKED, _PLAIN_RUNS = 1, 16, 128


class ZrleDecoder:
    """Decodes ZRLE; its stream of zlib lives as long as the connection."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj()

    def decode(self, reader: Reader, canvas: Canvas, rect: Rect) -> None:
        """Read one part and put it on the canvas. Raises ConsoleError for garbage."""
        (length,) = reader.unpack(_U32)
        tiles = tiles_of(rect)
        if length > MOST_TILE_BYTES * len(tiles) + _PACKED_BYTES:
            raise garbage("more packed data than a part can hold")
        source = _Inflated(reader, self._inflate, length)
        try:
            for tile in tiles:
                source.prepare()
                source.position += _paint(canvas.part(tile), source.data, source.position)
        except (IndexError, ValueError) as error:
            raise garbage("a tile that ends too early") from error
        source.finish()


def tiles_of(rect: Rect) -> list[Rect]:
    """The tiles of a part, row by row."""
    right, bottom = rect.x + rect.width, rect.y + rect.height
    return [
        Rect(x, y, min(TILE_SIDE, right - x), min(TILE_SIDE, bottom - y))
        for y in range(rect.y, bottom, TILE_SIDE)
        for x in range(rect.x, right, TILE_SIDE)
    ]


class _Inflated:
    """The unpacked bytes of one part, never many more than the next tile needs."""

    def __init__(self, reader: Reader, inflate: "zlib._Decompress", length: int) -> None:
        self._reader = reader
        self._inflate = inflate
        self._left = length
        self._packed = b""
        self.data = b""
        self.position = 0

    def prepare(self) -> None:
        """Have all of the next tile in `data`, or all that is left."""
        while len(self.data) - self.position < MOST_TILE_BYTES and (self._packed or self._left):
            self._unpack_more()

    def finish(self) -> None:
        """Take what is left of the part, which must not hold anything more."""
        while self._packed or self._left:
            self._unpack_more()
        if self.position != len(self.data):
            raise garbage("more data than a part can hold")

    def _unpack_more(self) -> None:
        if not self._packed:
            count = min(self._left, _PACKED_BYTES)
            self._packed = bytes(self._reader.take(count))
            self._left -= count
        try:
            more = self._inflate.decompress(self._packed, _INFLATED_BYTES)
        except zlib.error as error:
            raise garbage("broken zlib data") from error
        self._packed = self._inflate.unconsumed_tail
        self.data = self.data[self.position :] + more
        self.position = 0
        if len(self.data) > MOST_TILE_BYTES + _INFLATED_BYTES or self._inflate.eof:
            raise garbage("a packed stream that ends, or holds too much")


def _paint(target: Points, data: bytes, start: int) -> int:
    """Paint one tile; returns how many bytes it took."""
    kind = data[start]
    at = start + 1
    if kind == 0:
        at += _paint_plain(target, data, at)
    elif kind == _SOLID:
        target[:] = data[at] | data[at + 1] << 8 | data[at + 2] << 16
        at += 3
    elif kind <= _MOST_PACKED:
        colours = _colours(data, at, kind)
        at += 3 * kind
        at += _paint_packed(target, colours, data, at)
    elif kind == _PLAIN_RUNS:
        at += _paint_runs(target, data, at)
    elif kind > _PLAIN_RUNS + 1:
        count = kind - _PLAIN_RUNS
        colours = _colours(data, at, count)
        at += 3 * count
        at += _paint_coloured_runs(target, colours, data, at)
    else:
        raise garbage(f"a tile of kind {kind}")
    return at - start


def _colours(data: bytes, at: int, count: int) -> Points:
    parts = np.frombuffer(data, np.uint8, 3 * count, at).reshape(count, 3)
    return mix(parts[:, 0], parts[:, 1], parts[:, 2])


def _paint_plain(target: Points, data: bytes, at: int) -> int:
    count = target.size
    target[:] = _colours(data, at, count).reshape(target.shape)
    return 3 * count


def _paint_packed(target: Points, colours: Points, data: bytes, at: int) -> int:
    height, width = len(target), len(target[0])
    bits = 1 if len(colours) == 2 else 2 if len(colours) <= 4 else 4
    row = (width * bits + 7) // 8
    packed = np.frombuffer(data, np.uint8, row * height, at).reshape(height, row)
    shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
    indices = (packed[..., None] >> shifts) & ((1 << bits) - 1)
    target[:] = colours.take(indices.reshape(height, -1)[:, :width], mode="clip")
    return row * height


def _paint_runs(target: Points, data: bytes, at: int) -> int:
    start, left = at, target.size
    colours: list[int] = []
    lengths: list[int] = []
    while left > 0:
        colours.append(data[at] | data[at + 1] << 8 | data[at + 2] << 16)
        at += 3
        length = 1
        while data[at] == 255:
            length += 255
            at += 1
        length += data[at]
        at += 1
        lengths.append(length)
        left -= length
    _paint_lengths(target, np.array(colours, np.uint32), lengths, left)
    return at - start


def _paint_coloured_runs(target: Points, colours: Points, data: bytes, at: int) -> int:
    start, left = at, target.size
    indices = bytearray()
    lengths: list[int] = []
    while left > 0:
        index = data[at]
        at += 1
        length = 1
        if index & 128:
            while data[at] == 255:
                length += 255
                at += 1
            length += data[at]
            at += 1
        indices.append(index & 127)
        lengths.append(length)
        left -= length
    points = colours.take(np.frombuffer(indices, np.uint8), mode="clip")
    _paint_lengths(target, points, lengths, left)
    return at - start


def _paint_lengths(target: Points, points: Points, lengths: list[int], left: int) -> None:
    if left < 0:
        raise garbage("a run that is longer than its tile")
    target[:] = np.repeat(points, lengths).reshape(target.shape)
