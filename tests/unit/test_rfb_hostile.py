"""Servers that send garbage, or more than there is room for."""

import contextlib
import io
import socket
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from infinibay_desktop.display.session import (
    ALPHA_CURSOR,
    COPY_RECT,
    CURSOR,
    DESKTOP_SIZE,
    EXTENDED_DESKTOP_SIZE,
    EXTENDED_KEY,
    LAST_RECT,
    LEDS,
    POINTER_CHANGE,
    RAW,
    TIGHT,
    ZRLE,
)
from infinibay_desktop.model.consoles import ConsoleTrouble, ScreenState
from infinibay_desktop.model.errors import ConsoleError
from tests.fakes.rfb import Zlib, compact_length, connected, rect

MIB = 1024 * 1024
WIDTH, HEIGHT = 32, 20


def update(*rects: bytes) -> bytes:
    return struct.pack("!BxH", 0, len(rects)) + b"".join(rects)


def sent_after_greeting(data: bytes, *, width: int = WIDTH, height: int = HEIGHT):
    """How a screen ends whose server says `data` and hangs up."""
    with connected() as (viewer, peer):
        peer.greet(width, height)
        return _end(viewer, peer, data)


def _end(viewer, peer, data: bytes):
    with contextlib.suppress(ConnectionError):
        peer.send(data)
        peer.socket.shutdown(socket.SHUT_WR)
    error = viewer.end().error
    assert error is None or isinstance(error, ConsoleError)
    return error


def refused(data: bytes, **size: int) -> bool:
    error = sent_after_greeting(data, **size)
    return error is not None and error.details["trouble"] is ConsoleTrouble.PROTOCOL


def bomb(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def picture(width: int, height: int, form: str = "JPEG") -> bytes:
    encoded = io.BytesIO()
    Image.new("RGB", (width, height)).save(encoded, form)
    data = encoded.getvalue()
    return bytes([0x90]) + compact_length(len(data)) + data


def zrle(data: bytes, length: int | None = None) -> bytes:
    packed = Zlib().pack(data)
    return struct.pack("!I", len(packed) if length is None else length) + packed


WHOLE = (0, 0, WIDTH, HEIGHT)
GARBAGE = {
    "a message that is none": b"\xc8",
    "an encoding that is none": update(rect(*WHOLE, 4711)),
    "a part outside of the screen": update(rect(1, 0, WIDTH, HEIGHT, RAW)),
    "a packed part of nothing": update(rect(0, 0, 0, 0, TIGHT, b"\0")),
    "a copy from outside of the screen": update(rect(*WHOLE, COPY_RECT, b"\0\1\0\0")),
    "a screen of nothing": update(rect(0, 0, 0, 5, DESKTOP_SIZE)),
    "a screen too wide": update(rect(0, 0, 16385, 1, DESKTOP_SIZE)),
    "a screen too large": update(rect(0, 0, 16384, 16384, DESKTOP_SIZE)),
    "no screens in one": update(rect(0, 0, 9, 9, EXTENDED_DESKTOP_SIZE, b"\0\0\0\0")),
    "a pointer too large": update(rect(0, 0, 257, 1, CURSOR)),
    "a transparent pointer too large": update(rect(0, 0, 1, 65535, ALPHA_CURSOR)),
    "a pointer that is packed": update(rect(0, 0, 1, 1, ALPHA_CURSOR, struct.pack("!i", 7))),
    "a clipboard of less than nothing": struct.pack("!Bxxxi", 3, -5) + b"hello",
    "a Tight kind that is none": update(rect(*WHOLE, TIGHT, b"\xf0")),
    "a Tight filter that is none": update(rect(*WHOLE, TIGHT, b"\x40\7")),
    "Tight data that is broken": update(rect(*WHOLE, TIGHT, b"\0\5hello")),
    "too little Tight data": update(rect(*WHOLE, TIGHT, b"\0\x0b", bomb(9))),
    "a Tight bomb": update(
        rect(*WHOLE, TIGHT, b"\0", compact_length(len(bomb(50 * MIB))), bomb(50 * MIB))
    ),
    "a picture that is none": update(rect(*WHOLE, TIGHT, b"\x90\5hello")),
    "a picture of another size": update(rect(*WHOLE, TIGHT, picture(4000, 4000))),
    "a picture of another kind": update(rect(*WHOLE, TIGHT, picture(WIDTH, HEIGHT, "PNG"))),
    "ZRLE data that is broken": update(rect(*WHOLE, ZRLE, b"\0\0\0\5hello")),
    "too little ZRLE data": update(rect(*WHOLE, ZRLE, zrle(b"\0abc"))),
    "too much ZRLE data": update(rect(*WHOLE, ZRLE, zrle(b"\1abc" * 2))),
    "a ZRLE bomb": update(rect(*WHOLE, ZRLE, zrle(b"\1abc" + bytes(50 * MIB)))),
    "a ZRLE length without end": update(rect(*WHOLE, ZRLE, zrle(b"\1abc", 0xFFFFFFFF))),
    "a ZRLE tile of no kind": update(rect(*WHOLE, ZRLE, zrle(b"\x11abc"))),
    "a ZRLE run too long": update(rect(*WHOLE, ZRLE, zrle(b"\x80abc" + b"\xff" * 99 + b"\0"))),
    "a ZRLE stream that ends": update(rect(*WHOLE, ZRLE, struct.pack("!I", len(bomb(1))), bomb(1))),
}


@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_ends_the_screen_with_a_sentence_and_takes_no_memory(what) -> None:
    tracemalloc.start()
    try:
        assert refused(GARBAGE[what])
        assert tracemalloc.get_traced_memory()[1] < 4 * MIB
    finally:
        tracemalloc.stop()


def test_a_packed_part_of_a_huge_screen_is_refused_before_it_is_unpacked() -> None:
    """The screen itself may be large; what is unpacked at once may not."""
    with connected() as (viewer, peer):
        peer.greet(16384, 1024)
        viewer.look_until(lambda _: viewer.frame)
        tracemalloc.start()
        try:
            error = _end(viewer, peer, update(rect(0, 0, 16384, 1024, TIGHT, b"\0")))
            assert tracemalloc.get_traced_memory()[1] < 2 * MIB
        finally:
            tracemalloc.stop()
    assert error.details["trouble"] is ConsoleTrouble.PROTOCOL


def test_a_screen_without_bounds_is_refused_at_the_greeting() -> None:
    with connected() as (viewer, peer):
        peer.agree()
        peer.accept()
        peer.introduce(65535, 65535)
        assert viewer.end().error.details["trouble"] is ConsoleTrouble.PROTOCOL


def test_an_update_without_end_may_be_closed() -> None:
    with connected() as (viewer, peer):
        peer.greet()
        peer.send(struct.pack("!BxH", 0, 0xFFFF), rect(0, 0, 0, 0, LEDS, b"\0") * 1000)
        viewer.look_until(lambda news: news.leds is not None)
        viewer.screen.close()
        assert viewer.end().error is None


# Chance.


def stream() -> bytes:
    """Everything that a server may say, once and right."""
    points = np.arange(WIDTH * HEIGHT, dtype=np.uint32).reshape(HEIGHT, WIDTH)
    plain = Zlib().pack(bytes(WIDTH * HEIGHT * 3))
    indices = Zlib().pack(bytes(4 * HEIGHT))
    screen = struct.pack("!B3xIHHHHI", 1, 0, 0, 0, WIDTH, HEIGHT, 0)
    runs = b"\x80abc" + b"\xff\xff" + bytes([WIDTH * HEIGHT - 511])
    coloured = b"\x82abcdef\x80\xff\xff" + bytes([WIDTH * HEIGHT - 511])
    inflated = Zlib()

    def zrle_part(data: bytes) -> bytes:
        packed = inflated.pack(data)
        return rect(*WHOLE, ZRLE, struct.pack("!I", len(packed)), packed)

    return b"".join(
        [
            update(rect(*WHOLE, RAW, points.tobytes()), rect(1, 1, 4, 4, RAW, bytes(64))),
            update(rect(4, 4, 8, 8, COPY_RECT, b"\0\1\0\1"), rect(0, 0, 0, 0, LEDS, b"\1")),
            update(rect(*WHOLE, TIGHT, b"\0", compact_length(len(plain)), plain)),
            update(rect(*WHOLE, TIGHT, b"\x50\1\1abcdef", compact_length(len(indices)), indices)),
            update(rect(*WHOLE, TIGHT, b"\x64\2", compact_length(len(plain)), plain)),
            update(rect(*WHOLE, TIGHT, picture(WIDTH, HEIGHT)), rect(*WHOLE, TIGHT, b"\x80abc")),
            update(zrle_part(b"\1abc"), zrle_part(runs), zrle_part(coloured)),
            update(zrle_part(b"\2abcdef" + bytes(4 * HEIGHT)), rect(0, 0, 0, 0, LAST_RECT)),
            update(rect(1, 1, 8, 2, CURSOR, bytes(66)), rect(0, 0, 0, 0, EXTENDED_KEY)),
            update(rect(0, 0, 2, 2, ALPHA_CURSOR, bytes(20)), rect(1, 0, 0, 0, POINTER_CHANGE)),
            update(rect(0, 0, WIDTH, HEIGHT, EXTENDED_DESKTOP_SIZE, screen)),
            update(rect(0, 0, WIDTH + 1, HEIGHT, DESKTOP_SIZE)),
            b"\2\1\0\0\0\0\2" + bytes(12),
            struct.pack("!BxxxI", 3, 4) + b"text",
        ]
    )


STREAM = stream()
CHANGES = st.lists(
    st.tuples(
        st.integers(0, len(STREAM) - 1),
        st.sampled_from(["set", "insert", "delete"]),
        st.binary(min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes) -> bytes:
    mutable = bytearray(data)
    for at, how, new in changes:
        if how == "insert":
            mutable[at:at] = new
        elif how == "delete":
            del mutable[at : at + len(new)]
        else:
            mutable[at : at + len(new)] = new
    return bytes(mutable)


def test_the_stream_is_right_before_anything_is_changed() -> None:
    assert sent_after_greeting(STREAM) is None


@given(CHANGES)
def test_a_changed_stream_ends_the_screen_or_is_shown(changes) -> None:
    sent_after_greeting(changed(STREAM, changes))


@given(st.binary(max_size=300))
def test_anything_at_all_may_follow_the_greeting(data) -> None:
    sent_after_greeting(data)


@given(st.binary(max_size=200))
def test_anything_at_all_may_be_the_greeting(data) -> None:
    with connected() as (viewer, peer):
        _end(viewer, peer, data)


HANDSHAKE = (
    b"RFB 003.008\n" + b"\1\1" + bytes(4) + struct.pack("!HH16xI", WIDTH, HEIGHT, 4) + b"name"
)


@given(st.integers(0, len(HANDSHAKE)), st.binary(max_size=30))
def test_a_handshake_may_turn_into_anything(at, data) -> None:
    with connected() as (viewer, peer):
        _end(viewer, peer, HANDSHAKE[:at] + data)
        assert viewer.seen[-1].state is ScreenState.ENDED
