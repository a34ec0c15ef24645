"""X11's names for keys, for servers that do not understand scancodes; and keys without one."""

from PySide6.QtCore import Qt

from infinibay_desktop.ui.console import scancodes

_UNICODE = 0x01000000
_LATIN_1 = 0xFF
_Key = Qt.Key

_NAMED: dict[Qt.Key, tuple[int, int]] = {
    # Qt's key: (keysym, scancode)
    _Key.Key_Escape: (0xFF1B, scancodes.ESCAPE),
    _Key.Key_Tab: (0xFF09, scancodes.TAB),
    _Key.Key_Backtab: (0xFF09, scancodes.TAB),
    _Key.Key_Backspace: (0xFF08, scancodes.BACKSPACE),
    _Key.Key_Return: (0xFF0D, scancodes.ENTER),
    _Key.Key_Enter: (0xFF8D, scancodes.ENTER | scancodes.EXTENDED),
    _Key.Key_Insert: (0xFF63, 0x52 | scancodes.EXTENDED),
    _Key.Key_Delete: (0xFFFF, scancodes.DELETE),
    _Key.Key_Pause: (0xFF13, scancodes.PAUSE),
    _Key.Key_Print: (0xFF61, scancodes.PRINT),
    _Key.Key_SysReq: (0xFF15, scancodes.PRINT),
    _Key.Key_Home: (0xFF50, 0x47 | scancodes.EXTENDED),
    _Key.Key_End: (0xFF57, 0x4F | scancodes.EXTENDED),
    _Key.Key_Left: (0xFF51, 0x4B | scancodes.EXTENDED),
    _Key.Key_Up: (0xFF52, 0x48 | scancodes.EXTENDED),
    _Key.Key_Right: (0xFF53, 0x4D | scancodes.EXTENDED),
    _Key.Key_Down: (0xFF54, 0x50 | scancodes.EXTENDED),
    _Key.Key_PageUp: (0xFF55, 0x49 | scancodes.EXTENDED),
    _Key.Key_PageDown: (0xFF56, 0x51 | scancodes.EXTENDED),
    _Key.Key_Shift: (0xFFE1, scancodes.LEFT_SHIFT),
    _Key.Key_Control: (0xFFE3, scancodes.LEFT_CTRL),
    _Key.Key_Meta: (0xFFEB, scancodes.LEFT_META),
    _Key.Key_Super_L: (0xFFEB, scancodes.LEFT_META),
    _Key.Key_Super_R: (0xFFEC, scancodes.RIGHT_META),
    _Key.Key_Alt: (0xFFE9, scancodes.LEFT_ALT),
    _Key.Key_AltGr: (0xFE03, scancodes.RIGHT_ALT),
    _Key.Key_CapsLock: (0xFFE5, scancodes.CAPS_LOCK),
    _Key.Key_NumLock: (0xFF7F, scancodes.NUM_LOCK),
    _Key.Key_ScrollLock: (0xFF14, scancodes.SCROLL_LOCK),
    _Key.Key_Menu: (0xFF67, scancodes.MENU),
    _Key.Key_F11: (0xFFC8, scancodes.F11),
    _Key.Key_F12: (0xFFC9, scancodes.F12),
} | {_Key(_Key.Key_F1 + number): (0xFFBE + number, scancodes.F1 + number) for number in range(10)}

# The rows of a US keyboard: the code of the first key, then what it and its right neighbours
# type without Shift and with it.
_US_ROWS = (
    (0x02, "1234567890-=", "!@#$%^&*()_+"),
    (0x10, "qwertyuiop[]", "QWERTYUIOP{}"),
    (0x1E, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (0x2B, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (scancodes.SPACE, " ", " "),
)
_US: dict[str, tuple[int, bool]] = {
    character: (first + place, shifted)
    for first, plain, with_shift in _US_ROWS
    for shifted, row in ((True, with_shift), (False, plain))
    for place, character in enumerate(row)
} | {"\n": (scancodes.ENTER, False), "\t": (scancodes.TAB, False)}
_CONTROL_KEYSYMS = {"\n": 0xFF0D, "\t": 0xFF09}


def of_character(character: str) -> int:
    """The keysym of a visible character, Enter or Tab."""
    if character in _CONTROL_KEYSYMS:
        return _CONTROL_KEYSYMS[character]
    code = ord(character)
    return code if code <= _LATIN_1 else _UNICODE | code


def of_key(key: int, text: str) -> int:
    """The keysym of Qt's `key` that typed `text`; 0 if there is none."""
    named = _NAMED.get(_as_key(key))
    if named:
        return named[0]
    if len(text) == 1 and text.isprintable():
        return of_character(text)
    # With Ctrl held the text is a control character, but the key tells its letter.
    return ord(chr(key).lower()) if 0x20 <= key <= _LATIN_1 else 0


def scancode_of_key(key: int) -> int:
    """Where Qt's `key` lies on a US keyboard, for events that come from no keyboard; or 0."""
    named = _NAMED.get(_as_key(key))
    if named:
        return named[1]
    place = us_key(chr(key).lower()) if 0x20 <= key < 0x7F else None
    return place[0] if place else 0


def us_key(character: str) -> tuple[int, bool] | None:
    """The scancode that types `character` on a US keyboard, and if Shift is held."""
    return _US.get(character)


def _as_key(key: int) -> Qt.Key:
    try:
        return Qt.Key(key)
    except ValueError:
        return Qt.Key.Key_unknown
