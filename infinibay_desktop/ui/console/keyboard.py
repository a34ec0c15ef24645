"""From Qt's key events to what a guest's keyboard does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from infinibay_desktop.ui.console import keysyms, scancodes

SCROLL_LED, NUM_LED, CAPS_LED = 1, 2, 4
_X11_PLATFORMS = ("xcb", "wayland", "wayland-egl")
# Where a platform's `nativeModifiers` hold Caps Lock and Num Lock.
_LOCK_BITS = dict.fromkeys(_X11_PLATFORMS, (0x02, 0x10)) | {"windows": (0x100, 0x200)}
_LOCKS = {
    scancodes.CAPS_LOCK: CAPS_LED,
    scancodes.NUM_LOCK: NUM_LED,
    scancodes.SCROLL_LOCK: SCROLL_LED,
}
# Either side will do, but the right Alt is most layouts' AltGr.
_MODIFIERS = {
    "ctrl": (scancodes.LEFT_CTRL, scancodes.RIGHT_CTRL),
    "alt": (scancodes.LEFT_ALT,),
    "shift": (scancodes.LEFT_SHIFT, scancodes.RIGHT_SHIFT),
    "meta": (scancodes.LEFT_META, scancodes.RIGHT_META),
}
_KEY_WORDS = {
    "ctrl": QT_TRANSLATE_NOOP("Keys", "Ctrl"),
    "alt": QT_TRANSLATE_NOOP("Keys", "Alt"),
    "shift": QT_TRANSLATE_NOOP("Keys", "Shift"),
    "meta": QT_TRANSLATE_NOOP("Keys", "Super"),
}
_SAME_AS = {code: codes[0] for codes in _MODIFIERS.values() for code in codes}
DEFAULT_RELEASE_KEYS = "ctrl+alt"


class Stroke(NamedTuple):
    """One key: its scancode, or 0, and its X11 keysym, or 0."""

    scancode: int
    keysym: int


Press = Callable[[Stroke, bool], None]
"""Sends a key's going down (True) or up (False)."""


@dataclass(frozen=True, slots=True)
class KeyReader:
    """Reads key events as the platform plugin `platform` makes them."""

    platform: str

    def stroke(self, event: QKeyEvent) -> Stroke:
        """The key of `event`. By its place where that is known, else by its meaning."""
        key = event.key()
        keysym = keysyms.of_key(key, event.text())
        if not keysym and self.platform in _X11_PLATFORMS:
            keysym = event.nativeVirtualKey()
        code = scancodes.from_native(self.platform, event.nativeScanCode())
        return Stroke(code or keysyms.scancode_of_key(key), keysym)

    def lock_leds(self, event: QKeyEvent) -> int | None:
        """Which of Caps and Num Lock were on before `event`; None where that is not told."""
        bits = _LOCK_BITS.get(self.platform)
        if bits is None:
            return None
        held = event.nativeModifiers()
        return (CAPS_LED if held & bits[0] else 0) | (NUM_LED if held & bits[1] else 0)


class HeldKeys:
    """The guest's keys that are down because of us."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._held: dict[int, Stroke] = {}

    def down(self, stroke: Stroke) -> None:
        """Press a key; one that is down repeats."""
        self._held.setdefault(_identity(stroke), stroke)
        self._press(stroke, True)

    def up(self, stroke: Stroke) -> None:
        """Let a key go, if we hold it: under the name by which it went down."""
        held = self._held.pop(_identity(stroke), None)
        if held is not None:
            self._press(held, False)

    def release_all(self) -> None:
        """Let every key go, the last one first."""
        while self._held:
            self._press(self._held.popitem()[1], False)


class ReleaseChord:
    """Keys that, pressed together with no other, let the keyboard and pointer go.

    Modifiers alone act when the first of them goes up, so that Ctrl+Alt+Delete can still be
    typed; with another key the chord acts when that goes down. `names` are as the setting
    `release_keys` has them.
    """

    def __init__(self, names: str = DEFAULT_RELEASE_KEYS) -> None:
        parts = names.split("+")
        self._codes = frozenset(_release_code(part) for part in parts)
        self._ends_with_key = parts[-1] not in _MODIFIERS
        self.label = "+".join(_key_word(part) for part in parts)
        self._down: set[int] = set()
        self._spoiled = False

    def feed(self, scancode: int, *, down: bool) -> bool:
        """Take a key in; tell if the chord is complete with it."""
        code = _SAME_AS.get(scancode, scancode)
        if down:
            self._down.add(code)
            self._spoiled = self._spoiled or code not in self._codes
            return self._ends_with_key and self._down == self._codes
        complete = self._down == self._codes and code in self._codes and not self._spoiled
        self._down.discard(code)
        if not self._down:
            self._spoiled = False
        return complete and not self._ends_with_key

    def forget(self) -> None:
        """No key is down."""
        self._down.clear()
        self._spoiled = False


class LockKeys:
    """Keeps the guest's Caps and Num Lock as ours are."""

    def __init__(self) -> None:
        self._guest: int | None = None

    def told(self, leds: int | None) -> None:
        """The guest told its lights; None if it never does."""
        if leds is not None:
            self._guest = leds

    def pressed(self, stroke: Stroke) -> None:
        """A lock key goes to the guest; its light will follow, perhaps later than the next key."""
        if self._guest is not None:
            self._guest ^= _LOCKS.get(stroke.scancode, 0)

    def needed(self, ours: int | None) -> tuple[Stroke, ...]:
        """Keys to tap so that the guest's locks become as ours."""
        if self._guest is None or ours is None:
            return ()
        wrong = (self._guest ^ ours) & (CAPS_LED | NUM_LED)
        # Told once: a guest that ignores the key is not pestered at each stroke.
        self._guest ^= wrong
        return tuple(
            Stroke(code, {CAPS_LED: 0xFFE5, NUM_LED: 0xFF7F}[led])
            for code, led in _LOCKS.items()
            if wrong & led
        )


def is_lock(stroke: Stroke) -> bool:
    """Whether the key switches something on and off."""
    return stroke.scancode in _LOCKS


def _identity(stroke: Stroke) -> int:
    # Without a scancode the keysym must do; it cannot be one of the 255 scancodes' numbers.
    return stroke.scancode or -stroke.keysym


def _release_code(name: str) -> int:
    if name in _MODIFIERS:
        return _MODIFIERS[name][0]
    key = keysyms.us_key(name)
    return key[0] if key else keysyms.scancode_of_key(Qt.Key.Key_F1 + int(name[1:]) - 1)


def _key_word(name: str) -> str:
    return QCoreApplication.translate("Keys", str(_KEY_WORDS.get(name, name.upper())))
