"""What a screen tells, what it sends, and how it ends."""

import socket
import struct
import threading

import numpy as np
import pytest

from infinibay_desktop.display.outbox import MOST_MESSAGES, Motion, Newest, Nudge, Outbox, Words
from infinibay_desktop.display.screen import MOST_URGES, RfbScreen
from infinibay_desktop.display.session import (
    ALPHA_CURSOR,
    COMPRESS_LEVEL_2,
    COPY_RECT,
    CURSOR,
    DESKTOP_SIZE,
    EXTENDED_DESKTOP_SIZE,
    EXTENDED_KEY,
    LEDS,
    POINTER_CHANGE,
    RAW,
    TIGHT,
)
from infinibay_desktop.model.consoles import (
    ConsoleKind,
    ConsoleTrouble,
    Rect,
    ScreenState,
    ScreenWish,
)
from infinibay_desktop.runtime.lines import Line
from tests.fakes.rfb import PATIENCE_S, connected, rect

FILL = bytes([0x80, 9, 9, 9])
LAYOUT = struct.pack("!B3xIHHHHI", 1, 77, 0, 0, 8, 4, 5)


@pytest.fixture
def pair():
    with connected() as (viewer, peer):
        peer.greet()
        viewer.look_until(lambda news: viewer.frame and news.state is ScreenState.CONNECTED)
        yield viewer, peer


# What it tells.


def test_a_connected_screen_tells_its_size_and_its_name() -> None:
    with connected() as (viewer, peer):
        peer.agree()
        peer.accept()
        peer.introduce(20, 10, b"a\x00b\xff " + b"c" * 5000)
        peer.hear_out()
        news = viewer.look_until(lambda _: viewer.frame)
        frame = viewer.frame
        assert (frame.width, frame.height, frame.stride_bytes) == (20, 10, 80)
        assert len(frame.pixels) == 800
        assert news.damage == (Rect(0, 0, 20, 10),)
        assert news.name.startswith("a b")
        assert len(news.name) <= 1024
        assert viewer.screen.kind is ConsoleKind.VNC


def test_nearby_screens_are_sent_as_they_are_and_far_ones_packed() -> None:
    with connected(nearby=True) as (_, peer):
        nearby = peer.greet()
    with connected() as (_, peer):
        far = peer.greet()
    assert nearby[:2] == (RAW, COPY_RECT)
    assert TIGHT not in nearby
    assert far[0] == TIGHT
    assert COMPRESS_LEVEL_2 in far


@pytest.mark.parametrize("minor", [3, 7, 8])
def test_every_version_of_the_protocol_is_spoken(minor) -> None:
    with connected() as (viewer, peer):
        peer.agree(minor=minor)
        if minor == 8:
            peer.accept()
        peer.introduce(8, 4)
        peer.hear_out()
        viewer.look_until(lambda news: news.state is ScreenState.CONNECTED)


def test_the_next_update_is_asked_for_as_soon_as_one_begins(pair) -> None:
    _, peer = pair
    peer.send(struct.pack("!BxH", 0, 1))
    assert peer.has_asked()
    peer.send(rect(0, 0, 1, 1, TIGHT, FILL))


def test_who_takes_no_news_is_sent_no_more(pair) -> None:
    viewer, peer = pair
    for _ in range(2):
        peer.update(rect(0, 0, 1, 1, TIGHT, FILL))
        assert peer.has_asked()
    peer.update(rect(0, 0, 1, 1, TIGHT, FILL))
    peer.socket.settimeout(0.1)
    with pytest.raises(TimeoutError):
        peer.receive(1)
    peer.socket.settimeout(PATIENCE_S)
    viewer.look()
    assert peer.has_asked()


def test_it_is_notified_once_until_the_news_are_taken() -> None:
    ours, theirs = socket.socketpair()
    told: list[int] = []
    bell = threading.Semaphore(0)
    screen = RfbScreen(
        Line(socket=ours), ScreenWish(name="web"), lambda: (told.append(1), bell.release())
    )
    with theirs:
        screen.start()
        # It ends with the socket, and whoever took no news was told once.
        theirs.shutdown(socket.SHUT_RDWR)
        assert bell.acquire(timeout=PATIENCE_S)
        assert screen.take_news().state is ScreenState.ENDED
        assert told == [1]


def test_another_size_is_another_frame(pair) -> None:
    viewer, peer = pair
    first = viewer.frame
    peer.update(rect(0, 0, 30, 20, DESKTOP_SIZE))
    news = viewer.look_until(lambda news: news.frame)
    assert (news.frame.width, news.frame.height) == (30, 20)
    assert news.damage == (Rect(0, 0, 30, 20),)
    assert len(first.pixels) == 8 * 4 * 4
    assert peer.has_asked()
    assert peer.receive(10) == struct.pack("!BBHHHH", 3, 0, 0, 0, 30, 20)


def test_a_guest_that_can_follow_is_asked_for_a_size(pair) -> None:
    viewer, peer = pair
    viewer.screen.resize(100, 50)  # nobody has said yet that it can follow
    peer.update(rect(0, 0, 8, 4, EXTENDED_DESKTOP_SIZE, LAYOUT))
    assert viewer.look_until(lambda news: news.resizable).frame is None
    assert peer.has_asked()
    viewer.screen.resize(100, 50)
    asked = struct.unpack("!BxHHBxIHHHHI", peer.receive(24))
    assert asked == (251, 100, 50, 1, 77, 0, 0, 100, 50, 5)
    peer.update(rect(1, 0, 100, 50, EXTENDED_DESKTOP_SIZE, LAYOUT))
    assert viewer.look_until(lambda news: news.frame).frame.width == 100


def test_a_size_that_the_guest_refused_changes_nothing(pair) -> None:
    viewer, peer = pair
    peer.update(rect(1, 3, 100, 50, EXTENDED_DESKTOP_SIZE, LAYOUT))
    peer.send(b"\2")
    viewer.look_until(lambda news: news.bell)
    assert viewer.frame.width == 8


def test_a_pointer_has_the_parts_that_its_mask_shows(pair) -> None:
    viewer, peer = pair
    colours = np.array([[1, 2, 3], [4, 5, 6]], np.uint32)
    mask = bytes([0b10100000, 0b01000000])
    peer.update(rect(1, 0, 3, 2, CURSOR, colours.tobytes(), mask))
    cursor = viewer.look_until(lambda news: news.cursor).cursor
    assert (cursor.width, cursor.height, cursor.hot_x, cursor.hot_y) == (3, 2, 1, 0)
    points = np.frombuffer(cursor.pixels, np.uint32)
    assert list(points) == [0xFF000001, 0, 0xFF000003, 0, 0xFF000005, 0]


def test_a_pointer_may_be_half_transparent_or_nothing(pair) -> None:
    viewer, peer = pair
    peer.update(rect(0, 0, 1, 1, ALPHA_CURSOR, struct.pack("!i", RAW), b"\1\2\3\x80"))
    assert viewer.look_until(lambda news: news.cursor).cursor.pixels == b"\1\2\3\x80"
    peer.update(rect(0, 0, 0, 0, CURSOR))
    cursor = viewer.look_until(lambda news: news.cursor).cursor
    assert (cursor.width, cursor.height, cursor.pixels) == (0, 0, b"")


def test_leds_bells_and_clipboards_are_told_once(pair) -> None:
    viewer, peer = pair
    peer.update(rect(0, 0, 0, 0, LEDS, b"\6"))
    assert viewer.look_until(lambda news: news.leds is not None).leds == 6
    peer.send(struct.pack("!BxxxI", 3, 5), b"caf\xe9!")
    assert viewer.look_until(lambda news: news.clipboard).clipboard == "café!"
    peer.send(b"\2")
    news = viewer.look_until(lambda news: news.bell)
    assert news.leds is None
    assert news.clipboard is None


def test_a_clipboard_too_large_is_passed_over(pair) -> None:
    viewer, peer = pair
    length = 3 * 1024 * 1024
    peer.send(struct.pack("!BxxxI", 3, length))
    for _ in range(3):
        peer.send(bytes(1024 * 1024))
    peer.send(b"\1\0\0\0\0\2", bytes(12), b"\2")
    viewer.look_until(lambda news: news.bell)
    assert not any(news.clipboard for news in viewer.seen)


# What it sends.


def test_keys_are_sent_as_scancodes_where_the_server_knows_them(pair) -> None:
    viewer, peer = pair
    viewer.screen.press(0x1E, 0x61, down=True)
    assert peer.receive(8) == struct.pack("!BBxxI", 4, 1, 0x61)
    viewer.screen.press(0x9D, 0, down=True)  # no symbol, and nobody who knows scancodes
    peer.update(rect(0, 0, 0, 0, EXTENDED_KEY))
    assert peer.has_asked()
    peer.send(b"\2")
    viewer.look_until(lambda news: news.bell)
    viewer.screen.press(0x9D, 0xFFE4, down=False)
    assert peer.receive(12) == struct.pack("!BBHII", 255, 0, 0, 0xFFE4, 0x9D)


def test_the_pointer_is_sent_as_the_guest_wants_it(pair) -> None:
    viewer, peer = pair
    viewer.screen.move(1, 1, 0)  # the guest wants places
    viewer.screen.point(5, 3, 1)
    assert peer.receive(6) == struct.pack("!BBHH", 5, 1, 5, 3)
    peer.update(rect(0, 0, 0, 0, POINTER_CHANGE))
    assert not viewer.look_until(lambda news: not news.absolute_pointer).absolute_pointer
    assert peer.has_asked()
    viewer.screen.point(5, 3, 1)  # now it wants ways
    viewer.screen.move(-3, 4, 2)
    assert peer.receive(6) == struct.pack("!BBHH", 5, 2, 0x7FFF - 3, 0x7FFF + 4)


def test_the_clipboard_is_sent_as_far_as_the_protocol_has_letters(pair) -> None:
    viewer, peer = pair
    viewer.screen.set_clipboard("é→")
    assert peer.receive(10) == struct.pack("!BxxxI", 6, 2) + b"\xe9?"


def test_motions_run_together_and_clicks_do_not() -> None:
    outbox = Outbox()
    for x in range(100):
        assert outbox.put(Motion(x, 0, 0))
    outbox.put(Motion(99, 0, 1))
    outbox.put(Motion(99, 0, 0))
    outbox.put(Words(b"key"))
    outbox.put(Motion(1, 1, 0))
    whole = [(0, 99), (1, 99), (0, 99)]
    clicks = b"".join(struct.pack("!BBHH", 5, buttons, x, 0) for buttons, x in whole)
    assert outbox.take().data == clicks + b"key" + struct.pack("!BBHH", 5, 0, 1, 1)


def test_ways_add_up() -> None:
    outbox = Outbox()
    for _ in range(10):
        outbox.put(Nudge(2, -1, 0))
    assert outbox.take().data == struct.pack("!BBHH", 5, 0, 0x7FFF + 20, 0x7FFF - 10)


def test_of_some_messages_the_newest_counts() -> None:
    outbox = Outbox()
    outbox.put(Newest("size", b"old"))
    outbox.put(Newest("size", b"new"))
    outbox.put(Newest("text", b"x"))
    assert outbox.take().data == b"newx"


def test_a_guest_that_answers_a_key_late_is_looked_at_soon(pair) -> None:
    """Else QEMU takes its time with the next look, once it saw nothing new."""
    viewer, peer = pair
    peer.update(rect(0, 0, 0, 0, EXTENDED_KEY))
    assert peer.has_asked()
    peer.send(b"\2")
    viewer.look_until(lambda news: news.bell)
    viewer.screen.press(0x1E, 0x61, down=True)
    assert peer.receive(12) == struct.pack("!BBHII", 255, 0, 1, 0x61, 0x1E)
    for _ in range(MOST_URGES):
        assert peer.receive(12) == struct.pack("!BBHII", 255, 0, 0, 0, 0)
    peer.socket.settimeout(0.1)
    with pytest.raises(TimeoutError):
        peer.receive(1)


def test_a_full_outbox_refuses_and_loses_nothing_that_it_took() -> None:
    outbox = Outbox()
    for number in range(MOST_MESSAGES):
        assert outbox.put(Words(b"%04d" % number))
    assert not outbox.put(Words(b"more"))
    assert outbox.take().data == b"".join(b"%04d" % number for number in range(MOST_MESSAGES))
    assert not outbox.put(Words(bytes(5 * 1024 * 1024)))


# How it ends.


def test_a_server_that_hangs_up_between_messages_ends_it_in_order(pair) -> None:
    viewer, peer = pair
    peer.socket.shutdown(socket.SHUT_RDWR)
    assert viewer.end().error is None


def test_a_server_that_hangs_up_amid_a_message_is_lost(pair) -> None:
    viewer, peer = pair
    peer.send(b"\0\0\0")
    peer.socket.shutdown(socket.SHUT_RDWR)
    error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.LOST
    assert error.code == "console"


def test_whatever_carried_the_connection_says_why_it_was_lost() -> None:
    ours, theirs = socket.socketpair()
    told, released = threading.Event(), threading.Event()
    line = Line(socket=ours, release=released.set, last_words=lambda: "ssh says: gone")
    screen = RfbScreen(line, ScreenWish(name="web"), told.set)
    screen.start()
    theirs.close()
    assert released.wait(PATIENCE_S)
    while (news := screen.take_news()).state is not ScreenState.ENDED:
        told.wait(PATIENCE_S)
        told.clear()
    assert "ssh says: gone" in news.error.message


def test_a_closed_screen_hangs_up_and_is_no_failure(pair) -> None:
    viewer, peer = pair
    viewer.screen.close()
    assert peer.hangs_up()
    assert viewer.end().error is None
    viewer.screen.press(1, 1, down=True)
    viewer.screen.close()


def test_a_screen_can_be_closed_at_any_point_of_the_handshake() -> None:
    for step in range(3):
        with connected() as (viewer, peer):
            if step:
                peer.agree()
            if step > 1:
                peer.accept()
            viewer.screen.close()
            assert viewer.end().error is None


def test_a_silent_server_is_given_up(monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.display.screen.HANDSHAKE_S", 0.05)
    with connected() as (viewer, _):
        error = viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.SILENT


def test_a_server_that_trickles_is_given_up_too(monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.display.screen.HANDSHAKE_S", 0.2)
    with connected() as (viewer, peer):
        pause = threading.Event()
        try:
            for letter in b"RFB 003.008\n" * 9:
                peer.send(bytes([letter]))
                pause.wait(0.05)
        except BrokenPipeError:
            pass
        assert viewer.end().error.details["trouble"] is ConsoleTrouble.SILENT


def test_a_server_that_reads_nothing_is_given_up_before_keys_are_lost(pair) -> None:
    viewer, _ = pair
    for _ in range(200_000):
        viewer.screen.press(0, 0x61, down=True)
        if viewer.told.is_set() and viewer.look().state is ScreenState.ENDED:
            break
    error = viewer.seen[-1].error or viewer.end().error
    assert error.details["trouble"] is ConsoleTrouble.LOST
    assert "no input" in error.message


def test_motions_never_end_a_screen(pair) -> None:
    viewer, peer = pair
    for number in range(200_000):
        viewer.screen.point(number & 7, 0, number & 1)
    peer.socket.setblocking(True)
    peer.send(b"\2")
    viewer.look_until(lambda news: news.bell)
