"""History packed into chunks: for each series how many, least, mean and most, step by step."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from infinibay_desktop.database.metric_steps import Steps, no_steps, union
from infinibay_desktop.model.metrics import Layout, Tier

# What one chunk of a tier spans, in seconds.
CHUNK_S: Mapping[Tier, int] = {
    Tier.MINUTE: 3600,
    Tier.QUARTER: 86_400,
    Tier.DAY: 90 * 86_400,
}
_HEAD = struct.Struct("<BHHI")
_FORMAT = 1
_COLUMNS = 4  # count, minimum, average, maximum


def pack(steps: Steps, start_s: int, tier: Tier) -> bytes:
    """A chunk of these steps; those outside its span are not in it."""
    size = CHUNK_S[tier] // tier
    at = np.floor((steps.times - start_s) / tier).astype(np.int64)
    inside = (at >= 0) & (at < size)
    planes = np.zeros((len(steps.names), _COLUMNS, size), dtype="<f4")
    for column, values in enumerate((steps.count, steps.minimum, steps.average, steps.maximum)):
        planes[:, column, at[inside]] = np.where(steps.count > 0, values, 0.0)[:, inside]
    # Equal series, such as the only interface's and the total, are kept once.
    blobs: dict[bytes, int] = {}
    numbers = [blobs.setdefault(_deflated(plane), len(blobs)) for plane in planes]
    names = zlib.compress(msgspec.json.encode(steps.names))
    return b"".join(
        (
            _HEAD.pack(_FORMAT, len(steps.names), len(blobs), len(names)),
            names,
            np.array(numbers, dtype="<u2").tobytes(),
            np.array([len(blob) for blob in blobs], dtype="<u4").tobytes(),
            *blobs,
        )
    )


def unpack(chunks: Sequence[tuple[int, bytes]], tier: Tier, names: Layout | None = None) -> Steps:
    """The steps of chunks (start, data), the oldest first; a damaged one is left out.

    Without `names`: all series that occur.
    """
    opened = ((start, _open(data)) for start, data in chunks)
    whole = [(start, chunk) for start, chunk in opened if chunk is not None]
    if not whole:
        return no_steps(names or ())
    wanted = union([chunk.names for _, chunk in whole]) if names is None else names
    size = CHUNK_S[tier] // tier
    planes = np.zeros((len(wanted), _COLUMNS, len(whole) * size))
    for number, (_, chunk) in enumerate(whole):
        for row, name in enumerate(wanted):
            if (plane := chunk.plane(name, size)) is not None:
                planes[row, :, number * size : (number + 1) * size] = plane
    starts = np.array([start for start, _ in whole], dtype=np.float64)
    count, *rest = (planes[:, column] for column in range(_COLUMNS))
    minimum, average, maximum = (np.where(count > 0, values, np.nan) for values in rest)
    return Steps(
        names=wanted,
        times=(starts[:, None] + (np.arange(size) + 0.5) * tier).reshape(-1),
        widths=np.full(len(whole) * size, float(tier)),
        count=count,
        minimum=minimum,
        average=average,
        maximum=maximum,
    )


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A chunk whose series are unpacked as they are asked for."""

    names: Layout
    places: Mapping[str, int]
    directory: NDArray[np.uint16]
    offsets: NDArray[np.int64]
    data: bytes

    def plane(self, name: str, size: int) -> "NDArray[np.float32] | None":
        place = self.places.get(name)
        if place is None:
            return None
        number = int(self.directory[place])
        packed = self.data[self.offsets[number] : self.offsets[number + 1]]
        return _inflated(packed, size)


def _open(data: bytes) -> "_Chunk | None":
    try:
        version, series, blobs, names_size = _HEAD.unpack_from(data)
        if version != _FORMAT:
            return None
        at = _HEAD.size + names_size
        names, places = _names(data[_HEAD.size : at])
        directory = np.frombuffer(data, dtype="<u2", count=series, offset=at)
        at += 2 * series
        lengths = np.frombuffer(data, dtype="<u4", count=blobs, offset=at)
    except (struct.error, ValueError, zlib.error, msgspec.MsgspecError):
        return None
    begin = at + 4 * blobs
    offsets = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))) + begin
    if len(names) != series or int(directory.max(initial=0)) >= max(blobs, 1):
        return None
    return _Chunk(names, places, directory, offsets, data)


@lru_cache(maxsize=512)
def _names(packed: bytes) -> tuple[Layout, Mapping[str, int]]:
    names = msgspec.json.decode(zlib.decompress(packed), type=tuple[str, ...])
    return names, {name: place for place, name in enumerate(names)}


def _deflated(plane: NDArray[np.float32]) -> bytes:
    """The bytes of equal weight side by side: those of numbers that are close are alike."""
    shuffled = np.ascontiguousarray(plane).view(np.uint8).reshape(-1, 4).T.tobytes()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(shuffled) + packer.flush()


def _inflated(packed: bytes, size: int) -> "NDArray[np.float32] | None":
    expected = _COLUMNS * size * 4
    try:
        shuffled = zlib.decompressobj(-15).decompress(packed, expected)
    except zlib.error:
        return None
    if len(shuffled) != expected:
        return None
    plain = np.frombuffer(shuffled, dtype=np.uint8).reshape(4, -1).T.copy()
    return plain.view("<f4").reshape(_COLUMNS, size)
