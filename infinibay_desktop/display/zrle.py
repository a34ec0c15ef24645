"""ZRLE: RFB's encoding in tiles, for servers that do not know Tight."""

import re
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from infinibay_desktop.display.canvas import Canvas, Points, points_of
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
_RUNS_BYTES = 1024
_PLAIN_RUN = re.compile(rb"(?s:...)\xff*[\x00-\xfe]")
_COLOURED_RUN = re.compile(rb"[\x00-\x7f]|[\x80-\xff]\xff*[\x00-\xfe]")
# The indices that a byte holds, of two or of four bits each.
_INDICES = {
    bits: np.stack(
        [np.arange(256) >> shift & ((1 << bits) - 1) for shift in range(8 - bits, -1, -bits)], 1
    )
    for bits in (2, 4)
}
Places = NDArray[np.intp]
_THREE = np.arange(3)
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
    return points_of(np.frombuffer(data, np.uint8, 3 * count, at).reshape(count, 3))


def _paint_plain(target: Points, data: bytes, at: int) -> int:
    count = target.size
    target[:] = _colours(data, at, count).reshape(target.shape)
    return 3 * count


def _paint_packed(target: Points, colours: Points, data: bytes, at: int) -> int:
    height, width = len(target), len(target[0])
    bits = 1 if len(colours) == 2 else 2 if len(colours) <= 4 else 4
    row = (width * bits + 7) // 8
    packed = np.frombuffer(data, np.uint8, row * height, at).reshape(height, row)
    if bits == 1:
        indices = np.unpackbits(packed, axis=1, count=width)
    else:
        indices = _INDICES[bits].take(packed, axis=0).reshape(height, -1)[:, :width]
    target[:] = colours.take(indices, mode="clip")
    return row * height


def _paint_runs(target: Points, data: bytes, at: int) -> int:
    places, lengths, taken = _find_runs(_PLAIN_RUN, 3, data, at, target.size)
    octets = np.frombuffer(data, np.uint8)
    points = points_of(octets[places[:, None] + _THREE])
    target[:] = np.repeat(points, lengths).reshape(target.shape)
    return taken


def _paint_coloured_runs(target: Points, colours: Points, data: bytes, at: int) -> int:
    places, lengths, taken = _find_runs(_COLOURED_RUN, 1, data, at, target.size)
    points = colours.take(np.frombuffer(data, np.uint8)[places] & 127, mode="clip")
    target[:] = np.repeat(points, lengths).reshape(target.shape)
    return taken


def _find_runs(
    run: re.Pattern[bytes], head: int, data: bytes, at: int, left: int
) -> tuple[Places, Places, int]:
    """Where the runs of a tile of `left` points begin, how long they are, and their bytes.

    A run is its colour, of `head` bytes, then its length less one as a sum of bytes of which
    all but the last are 255; a lone colour is a run of one. A loop over runs costs ten times
    what the pattern and NumPy take.
    """
    octets, start = np.frombuffer(data, np.uint8), at
    places: list[Places] = []
    lengths: list[Places] = []
    while left > 0:
        found = run.findall(data, at, at + _RUNS_BYTES)
        if not found:
            raise garbage("a run without end")
        sizes = np.fromiter(map(len, found), np.intp, len(found))
        ends = np.cumsum(sizes) + at
        counts = np.where(sizes > head, 1 + 255 * (sizes - head - 1) + octets[ends - 1], 1)
        reached = np.cumsum(counts)
        number = min(int(np.searchsorted(reached, left)) + 1, len(found))
        places.append((ends - sizes)[:number])
        lengths.append(counts[:number])
        left -= int(reached[number - 1])
        at = int(ends[number - 1])
    if left < 0:
        raise garbage("a run that is longer than its tile")
    return np.concatenate(places), np.concatenate(lengths), at - start
