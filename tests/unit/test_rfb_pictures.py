"""Every encoding gives the points that the server had."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from infinibay_desktop.display.session import COPY_RECT, LAST_RECT, RAW, TIGHT, ZRLE
from infinibay_desktop.display.tight import undo_gradient
from infinibay_desktop.model.consoles import Rect, ScreenState
from tests.fakes.rfb import Zlib, compact_length, connected, rect

WIDTH, HEIGHT = 150, 70


def noise(width: int = WIDTH, height: int = HEIGHT, colours: int = 1 << 24) -> np.ndarray:
    """Points that differ; few `colours` repeat."""
    random = np.random.default_rng(width * height + colours)
    table = random.integers(0, 1 << 24, min(1000, colours), np.uint32)
    if colours >= 1000:
        return random.integers(0, 1 << 24, (height, width), np.uint32)
    return table[random.integers(0, colours, (height, width))]


def text(width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """Runs of two colours, as a terminal has them."""
    points = np.full((height, width), 0x101010, np.uint32)
    points[::5, 3:90] = 0xF0F0F0
    points[2::7, 40::3] = 0xF0F0F0
    return points


def rgb(points: np.ndarray) -> np.ndarray:
    return np.stack([points >> 16 & 255, points >> 8 & 255, points & 255], -1).astype(np.uint8)


def shown(viewer) -> np.ndarray:
    frame = viewer.frame
    points = np.frombuffer(frame.pixels, np.uint32).reshape(frame.height, frame.width)
    return points & 0xFFFFFF


@pytest.fixture
def pair():
    with connected() as (viewer, peer):
        peer.greet(WIDTH, HEIGHT)
        viewer.look_until(lambda news: viewer.frame and news.state is ScreenState.CONNECTED)
        yield viewer, peer
        viewer.screen.close()
        assert peer.hangs_up()


def paint(pair, *rects: bytes, count: int | None = None) -> np.ndarray:
    viewer, peer = pair
    # The bell rings when everything before it was read.
    peer.update(*rects, count=count)
    peer.send(b"\2")
    viewer.look_until(lambda news: news.bell)
    return shown(viewer)


# Tight.


def tight_copy(points: np.ndarray, stream: Zlib, *, reset: int = 0) -> bytes:
    data = rgb(points).tobytes()
    if len(data) < 12:
        return bytes([reset]) + data
    packed = stream.pack(data)
    return bytes([reset]) + compact_length(len(packed)) + packed


def tight_palette(points: np.ndarray, stream: Zlib, *, reverse: bool = False) -> bytes:
    colours, indices = np.unique(points, return_inverse=True)
    indices = indices.reshape(points.shape).astype(np.uint8)
    if reverse:
        colours, indices = colours[::-1], (len(colours) - 1 - indices).astype(np.uint8)
    data = np.packbits(indices, axis=1) if len(colours) == 2 else indices
    packed = stream.pack(data.tobytes())
    packed = data.tobytes() if data.size < 12 else compact_length(len(packed)) + packed
    # Stream 1, with a filter named: the palette.
    return bytes([0x50, 1, len(colours) - 1]) + rgb(colours).tobytes() + packed


def gradient(points: np.ndarray) -> bytes:
    """The filter as its specification says it, point by point."""
    values = rgb(points).astype(int)
    coded = np.zeros_like(values)
    padded = np.pad(values, ((1, 0), (1, 0), (0, 0)))
    for y in range(values.shape[0]):
        for x in range(values.shape[1]):
            guess = padded[y, x + 1] + padded[y + 1, x] - padded[y, x]
            coded[y, x] = values[y, x] - np.clip(guess, 0, 255)
    return (coded & 255).astype(np.uint8).tobytes()


@pytest.mark.parametrize("points", [noise(), text()], ids=["noise", "text"])
def test_tight_copies(pair, points) -> None:
    data = tight_copy(points, Zlib())
    assert (paint(pair, rect(0, 0, WIDTH, HEIGHT, TIGHT, data)) == points).all()


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("colours", [2, 3, 200, 256])
def test_tight_paints_by_palette(pair, colours, reverse) -> None:
    points = noise(colours=colours)
    data = tight_palette(points, Zlib(), reverse=reverse)
    assert (paint(pair, rect(0, 0, WIDTH, HEIGHT, TIGHT, data)) == points).all()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 1), (9, 7), (17, 60), (64, 40)])
def test_tight_paints_two_colours_of_any_width(pair, width, height) -> None:
    points = text(WIDTH, HEIGHT)[:height, :width].copy()
    points[0, 0] = 0x00FF00
    part = np.where(points == 0x00FF00, 0x00FF00, 0x123456).astype(np.uint32)
    part[-1, -1] = 0x123456 if part.size > 1 else 0x00FF00
    data = tight_palette(part, Zlib()) if part.size > 1 else tight_copy(part, Zlib())
    canvas = paint(pair, rect(5, 6, width, height, TIGHT, data))
    assert (canvas[6 : 6 + height, 5 : 5 + width] == part).all()
    assert not canvas[:6].any()
    assert not canvas[:, :5].any()


def test_tight_undoes_gradients(pair) -> None:
    points = noise(37, 23)
    packed = Zlib().pack(gradient(points))
    data = bytes([0x40, 2]) + compact_length(len(packed)) + packed
    canvas = paint(pair, rect(10, 20, 37, 23, TIGHT, data))
    assert (canvas[20:43, 10:47] == points).all()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 9), (9, 1), (2, 3), (31, 17)])
def test_the_gradient_is_exact_in_every_shape(width, height) -> None:
    points = noise(width, height)
    coded = np.frombuffer(gradient(points), np.uint8).reshape(height, width, 3)
    assert (undo_gradient(coded) == rgb(points)).all()


def test_tight_fills(pair) -> None:
    canvas = paint(pair, rect(1, 2, 100, 60, TIGHT, bytes([0x80, 1, 2, 3])))
    assert (canvas[2:62, 1:101] == 0x010203).all()
    assert canvas.astype(bool).sum() == 100 * 60


def test_tight_shows_jpeg_pictures(pair) -> None:
    points = np.full((HEIGHT, WIDTH), 0x4080C0, np.uint32)
    encoded = io.BytesIO()
    Image.fromarray(rgb(points)).save(encoded, "JPEG", quality=95)
    data = bytes([0x90]) + compact_length(len(encoded.getvalue())) + encoded.getvalue()
    canvas = paint(pair, rect(0, 0, WIDTH, HEIGHT, TIGHT, data))
    assert np.abs(rgb(canvas).astype(int) - rgb(points).astype(int)).max() <= 4


def test_tight_goes_on_with_a_stream_until_it_is_told_to_begin_anew(pair) -> None:
    stream = Zlib()
    for number in range(3):
        points = noise(40, 30 + number)
        part = rect(0, 0, 40, 30 + number, TIGHT, tight_copy(points, stream))
        assert (paint(pair, part)[: 30 + number, :40] == points).all()
    points = noise(40, 40)
    part = rect(0, 0, 40, 40, TIGHT, tight_copy(points, Zlib(), reset=1))
    assert (paint(pair, part)[:40, :40] == points).all()


def test_tight_takes_small_parts_as_they_are(pair) -> None:
    points = noise(3, 1)
    canvas = paint(pair, rect(7, 7, 3, 1, TIGHT, tight_copy(points, Zlib())))
    assert (canvas[7, 7:10] == points).all()


# ZRLE.


def cpixels(colours) -> bytes:
    return b"".join(struct.pack("<I", int(colour))[:3] for colour in colours)


def run_length(length: int) -> bytes:
    full, rest = divmod(length - 1, 255)
    return b"\xff" * full + bytes([rest])


def runs_of(tile: np.ndarray) -> list[tuple[int, int]]:
    runs: list[list[int]] = []
    for point in tile.ravel():
        if runs and runs[-1][0] == point:
            runs[-1][1] += 1
        else:
            runs.append([int(point), 1])
    return [(colour, length) for colour, length in runs]


def zrle_plain(tile: np.ndarray) -> bytes:
    return b"\0" + cpixels(tile.ravel())


def zrle_packed(tile: np.ndarray) -> bytes:
    colours, indices = np.unique(tile, return_inverse=True)
    indices = indices.reshape(tile.shape).astype(np.uint8)
    bits = 1 if len(colours) == 2 else 2 if len(colours) <= 4 else 4
    planes = (indices[..., None] >> np.arange(bits - 1, -1, -1, dtype=np.uint8)) & 1
    rows = np.packbits(planes.reshape(len(tile), -1), axis=1)
    return bytes([len(colours)]) + cpixels(colours) + rows.tobytes()


def zrle_runs(tile: np.ndarray) -> bytes:
    coded = (cpixels([colour]) + run_length(length) for colour, length in runs_of(tile))
    return bytes([128]) + b"".join(coded)


def zrle_coloured_runs(tile: np.ndarray) -> bytes:
    colours = list(np.unique(tile))
    data = bytes([128 + len(colours)]) + cpixels(colours)
    for colour, length in runs_of(tile):
        index = colours.index(colour)
        data += bytes([index]) if length == 1 else bytes([index | 128]) + run_length(length)
    return data


def zrle(points: np.ndarray, code, stream: Zlib) -> bytes:
    height, width = points.shape
    data = b"".join(
        code(points[y : y + 64, x : x + 64])
        for y in range(0, height, 64)
        for x in range(0, width, 64)
    )
    packed = stream.pack(data)
    return struct.pack("!I", len(packed)) + packed


@pytest.mark.parametrize(
    ("points", "code"),
    [
        (noise(), zrle_plain),
        (noise(colours=2), zrle_packed),
        (noise(colours=4), zrle_packed),
        (noise(colours=5), zrle_packed),
        (noise(colours=16), zrle_packed),
        (noise(), zrle_runs),
        (text(), zrle_runs),
        (text(), zrle_coloured_runs),
        (noise(colours=127), zrle_coloured_runs),
    ],
)
def test_zrle_paints_every_kind_of_tile(pair, points, code) -> None:
    data = zrle(points, code, Zlib())
    assert (paint(pair, rect(0, 0, WIDTH, HEIGHT, ZRLE, data)) == points).all()


def test_zrle_paints_tiles_of_one_colour(pair) -> None:
    points = np.full((HEIGHT, WIDTH), 0x123456, np.uint32)
    data = zrle(points, lambda tile: b"\1" + cpixels(tile[0, :1]), Zlib())
    assert (paint(pair, rect(0, 0, WIDTH, HEIGHT, ZRLE, data)) == points).all()


def test_zrle_goes_on_with_its_stream(pair) -> None:
    stream = Zlib()
    for number in range(3):
        points = noise(100 + number, 66)
        part = rect(0, 0, 100 + number, 66, ZRLE, zrle(points, zrle_plain, stream))
        assert (paint(pair, part)[:66, : 100 + number] == points).all()


def test_zrle_reads_more_than_its_buffers_hold() -> None:
    points = noise(1000, 700)
    with connected() as (viewer, peer):
        peer.greet(1000, 700)
        data = zrle(points, zrle_plain, Zlib())
        assert (paint((viewer, peer), rect(0, 0, 1000, 700, ZRLE, data)) == points).all()


# Raw, copies, and the order of things.


def test_raw_fills_the_whole_screen_and_parts_of_it(pair) -> None:
    whole, part = noise(), noise(20, 30)
    canvas = paint(
        pair,
        rect(0, 0, WIDTH, HEIGHT, RAW, whole.tobytes()),
        rect(100, 10, 20, 30, RAW, part.tobytes()),
    )
    whole[10:40, 100:120] = part
    assert (canvas == whole).all()


def test_raw_parts_may_be_larger_than_any_buffer() -> None:
    part = noise(999, 900)
    with connected() as (viewer, peer):
        peer.greet(1000, 1000)
        canvas = paint((viewer, peer), rect(1, 50, 999, 900, RAW, part.tobytes()))
        assert (canvas[50:950, 1:] == part).all()


@pytest.mark.parametrize(("x", "y"), [(0, 0), (3, 2), (30, 0), (100, 40)])
def test_copies_may_overlap(pair, x, y) -> None:
    whole = noise()
    canvas = paint(
        pair,
        rect(0, 0, WIDTH, HEIGHT, RAW, whole.tobytes()),
        rect(x, y, 50, 30, COPY_RECT, struct.pack("!HH", 10, 5)),
    )
    whole[y : y + 30, x : x + 50] = whole[5:35, 10:60].copy()
    assert (canvas == whole).all()


def test_an_update_may_end_when_it_likes(pair) -> None:
    part = rect(0, 0, 2, 1, RAW, noise(2, 1).tobytes())
    canvas = paint(pair, part, rect(0, 0, 0, 0, LAST_RECT), count=0xFFFF)
    assert (canvas[0, :2] == noise(2, 1)).all()


def test_what_changed_is_told(pair) -> None:
    viewer, _ = pair
    one, other = Rect(1, 2, 3, 4), Rect(50, 60, 7, 8)
    fill = bytes([0x80, 9, 9, 9])
    before = len(viewer.seen)
    paint(pair, rect(*one, TIGHT, fill), rect(*other, TIGHT, fill))
    told = [part for news in viewer.seen[before:] for part in news.damage]
    assert told == [one, other]


def test_many_changes_are_told_as_one(pair) -> None:
    viewer, peer = pair
    fill = bytes([0x80, 9, 9, 9])
    parts = [rect(number, number // 2, 1, 1, TIGHT, fill) for number in range(10, 110)]
    peer.update(*parts)
    peer.send(b"\2")
    peer.socket.recv(10)
    viewer.look_until(lambda news: news.bell)
    told = [part for news in viewer.seen for part in news.damage if part.width < WIDTH]
    assert len(told) <= 64
    assert (shown(viewer) != 0).sum() == 100
    left = min(part.x for part in told)
    right = max(part.x + part.width for part in told)
    assert (left, right) == (10, 110)
