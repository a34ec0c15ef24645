"""Scancodes, keysyms and the text that is typed for a person; no widgets."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from infinibay_desktop.ui.console import keysyms, scancodes
from infinibay_desktop.ui.console.keyboard import (
    CAPS_LED,
    NUM_LED,
    HeldKeys,
    KeyReader,
    LockKeys,
    ReleaseChord,
    Stroke,
)
from infinibay_desktop.ui.console.keystrokes import typing_of
from infinibay_desktop.ui.console.send_keys import chord

CTRL, ALT, DELETE = scancodes.LEFT_CTRL, scancodes.LEFT_ALT, scancodes.DELETE


def key_event(key, code=0, text="", modifiers=0, virtual=0):
    return QKeyEvent(
        QEvent.Type.KeyPress,
        int(key),
        Qt.KeyboardModifier.NoModifier,
        code,
        virtual,
        modifiers,
        text,
    )


LINUX = {1: 0x01, 30: 0x1E, 57: 0x39, 69: 0x45, 87: 0x57, 88: 0x58, 86: 0x56}
LINUX |= {96: 0x9C, 97: 0x9D, 100: 0xB8, 103: 0xC8, 111: 0xD3, 119: 0xC6, 125: 0xDB}


@pytest.mark.parametrize(("evdev", "scancode"), LINUX.items())
def test_x11_and_wayland_count_eight_more_than_linux(evdev, scancode):
    for platform in ("xcb", "wayland"):
        assert scancodes.from_native(platform, evdev + 8) == scancode


def test_every_linux_key_that_has_a_scancode_has_one_of_its_own():
    codes = [code for evdev in range(1, 256) if (code := scancodes.from_evdev(evdev))]
    assert all(0 < code < 0x100 for code in codes)
    assert len(codes) == len(set(codes))
    assert len(codes) > 180


@pytest.mark.parametrize(
    ("windows", "scancode"),
    [(0x1E, 0x1E), (0x11D, 0x9D), (0x153, 0xD3), (0x45, 0xC6), (0x145, 0x45), (0x136, 0x36)],
)
def test_windows_marks_extended_keys_and_has_two_odd_ones(windows, scancode):
    assert scancodes.from_native("windows", windows) == scancode


def test_codes_that_no_keyboard_sends_are_none():
    for platform, code in (("xcb", 0), ("xcb", 3), ("xcb", 5000), ("xcb", -5), ("strange", 38)):
        assert scancodes.from_native(platform, code) == 0


def test_a_key_goes_by_its_place_and_not_by_what_the_layout_writes_on_it():
    # On a French keyboard the key at the place of Q types "a".
    stroke = KeyReader("xcb").stroke(key_event(Qt.Key.Key_A, 24, "a"))
    assert stroke == Stroke(0x10, ord("a"))


def test_keys_from_no_keyboard_go_by_their_meaning():
    reader = KeyReader("offscreen")
    assert reader.stroke(key_event(Qt.Key.Key_A, 0, "A")).scancode == 0x1E
    assert reader.stroke(key_event(Qt.Key.Key_Delete)).scancode == DELETE
    assert reader.stroke(key_event(Qt.Key.Key_Exclam, 0, "!")).scancode == 0x02


@pytest.mark.parametrize(
    ("key", "text", "keysym"),
    [
        (Qt.Key.Key_A, "a", 0x61),
        (Qt.Key.Key_A, "\x01", 0x61),
        (Qt.Key.Key_Adiaeresis, "ä", 0xE4),
        (0x20AC, "€", 0x010020AC),
        (Qt.Key.Key_Return, "\r", 0xFF0D),
        (Qt.Key.Key_F12, "", 0xFFC9),
        (Qt.Key.Key_Shift, "", 0xFFE1),
        (Qt.Key.Key_unknown, "", 0),
        (0, "", 0),
    ],
)
def test_keysyms_name_keys_as_x11_does(key, text, keysym):
    assert keysyms.of_key(int(key), text) == keysym


def test_x11s_own_keysym_helps_where_qt_has_no_name():
    event = key_event(Qt.Key.Key_unknown, 0, "", virtual=0xFE11)
    assert KeyReader("xcb").stroke(event).keysym == 0xFE11


def feed(release: ReleaseChord, *keys: int) -> list[bool]:
    return [release.feed(abs(key), down=key > 0) for key in keys]


def test_ctrl_and_alt_alone_release_when_the_first_goes_up():
    assert feed(ReleaseChord(), CTRL, ALT, -ALT, -CTRL) == [False, False, True, False]
    assert feed(ReleaseChord(), ALT, CTRL, -ALT) == [False, False, True]


def test_ctrl_alt_delete_is_the_guests():
    release = ReleaseChord()
    assert not any(feed(release, CTRL, ALT, DELETE, -DELETE, -ALT, -CTRL))
    assert feed(release, CTRL, ALT, -CTRL)[-1], "and the next one works again"


def test_the_right_alt_types_characters_and_releases_nothing():
    assert not any(feed(ReleaseChord(), CTRL, scancodes.RIGHT_ALT, -scancodes.RIGHT_ALT, -CTRL))


def test_other_release_keys_may_end_with_a_key():
    release = ReleaseChord("ctrl+shift+f12")
    assert release.label == "Ctrl+Shift+F12"
    keys = (scancodes.RIGHT_CTRL, scancodes.RIGHT_SHIFT, scancodes.F12, -scancodes.F12)
    assert feed(release, *keys) == [False, False, True, False]
    assert ReleaseChord("ctrl+alt").label == "Ctrl+Alt"
    assert feed(ReleaseChord("meta+h"), scancodes.LEFT_META, 0x23) == [False, True]


def test_a_key_goes_up_under_the_name_by_which_it_went_down():
    sent = []
    held = HeldKeys(lambda stroke, down: sent.append((stroke, down)))
    held.down(Stroke(0x02, ord("1")))
    held.up(Stroke(0x02, ord("!")))
    held.up(Stroke(0x03, ord("2")))
    assert sent == [(Stroke(0x02, ord("1")), True), (Stroke(0x02, ord("1")), False)]


def test_caps_lock_is_tapped_once_where_the_guest_differs():
    locks = LockKeys()
    assert locks.needed(CAPS_LED) == (), "nothing is known of the guest yet"
    locks.told(NUM_LED)
    assert [key.scancode for key in locks.needed(NUM_LED | CAPS_LED)] == [scancodes.CAPS_LOCK]
    assert locks.needed(NUM_LED | CAPS_LED) == (), "a guest that ignores it is left in peace"
    assert locks.needed(None) == ()


def test_a_lock_key_that_was_just_typed_is_not_undone():
    locks = LockKeys()
    locks.told(0)
    locks.pressed(Stroke(scancodes.CAPS_LOCK, 0))
    assert locks.needed(CAPS_LED) == ()


def test_lock_states_are_read_from_the_platforms_modifiers():
    assert KeyReader("xcb").lock_leds(key_event(Qt.Key.Key_A, 38, "a", 0x12)) == CAPS_LED | NUM_LED
    assert KeyReader("windows").lock_leds(key_event(Qt.Key.Key_A, 30, "a", 0x200)) == NUM_LED
    assert KeyReader("offscreen").lock_leds(key_event(Qt.Key.Key_A)) is None


def test_text_becomes_the_keys_of_a_us_keyboard():
    typing = typing_of("aB~\t\r\n \r")
    shift = Stroke(scancodes.LEFT_SHIFT, 0xFFE1)
    assert typing.untypable == 0
    assert typing.chords == (
        (Stroke(0x1E, ord("a")),),
        (shift, Stroke(0x30, ord("B"))),
        (shift, Stroke(0x29, ord("~"))),
        (Stroke(scancodes.TAB, 0xFF09),),
        (Stroke(scancodes.ENTER, 0xFF0D),),
        (Stroke(scancodes.SPACE, 0x20),),
        (Stroke(scancodes.ENTER, 0xFF0D),),
    )


def test_every_visible_ascii_character_can_be_typed():
    assert typing_of("".join(map(chr, range(0x20, 0x7F)))).untypable == 0


def test_what_no_us_keyboard_has_is_counted():
    typing = typing_of("naïve 🖥 €\x07")
    assert typing.untypable == 4
    assert len(typing.chords) == len("nave ") + 1


def test_named_combinations_are_scancodes():
    assert [key.scancode for key in chord("Ctrl+Alt+Del")] == [CTRL, ALT, DELETE]
    assert [key.scancode for key in chord("Ctrl+Alt+F12")][-1] == scancodes.F12
    assert [key.scancode for key in chord("Super+L")] == [scancodes.LEFT_META, 0x26]
