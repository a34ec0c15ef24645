"""PC keyboards' scancodes (set 1), and where each one lies in Linux's and Windows' counting.

A code is what the keyboard sends when a key goes down; 0x80 is added for keys that send the
prefix e0 first. That is how QEMU counts keys, too.
"""

EXTENDED = 0x80

ESCAPE = 0x01
BACKSPACE = 0x0E
TAB = 0x0F
ENTER = 0x1C
LEFT_CTRL = 0x1D
LEFT_SHIFT = 0x2A
RIGHT_SHIFT = 0x36
LEFT_ALT = 0x38
SPACE = 0x39
CAPS_LOCK = 0x3A
F1 = 0x3B
F11 = 0x57
F12 = 0x58
NUM_LOCK = 0x45
SCROLL_LOCK = 0x46
RIGHT_CTRL = 0x1D | EXTENDED
RIGHT_ALT = 0x38 | EXTENDED
PRINT = 0x37 | EXTENDED
PAUSE = 0x46 | EXTENDED
DELETE = 0x53 | EXTENDED
LEFT_META = 0x5B | EXTENDED
RIGHT_META = 0x5C | EXTENDED
MENU = 0x5D | EXTENDED

_EVDEV_SAME = 83  # Linux counts the keys of the first PC as they count themselves.
# X servers and Wayland compositors add this to Linux's codes.
_XKB_OFFSET = 8

# Linux input event codes (linux/input-event-codes.h) from 85 on.
_FROM_EVDEV: dict[int, int] = {
    85: 0x76,  # Zenkaku/Hankaku
    86: 0x56,  # the key beside left Shift on ISO keyboards
    87: F11,
    88: F12,
    89: 0x73,  # Ro
    90: 0x78,  # Katakana
    91: 0x77,  # Hiragana
    92: 0x79,  # Henkan
    93: 0x70,  # Katakana/Hiragana
    94: 0x7B,  # Muhenkan
    95: 0x5C,  # keypad's Japanese comma
    96: ENTER | EXTENDED,  # keypad
    97: RIGHT_CTRL,
    98: 0x35 | EXTENDED,  # keypad's slash
    99: PRINT,
    100: RIGHT_ALT,
    101: 0x5B,  # line feed
    102: 0x47 | EXTENDED,  # Home
    103: 0x48 | EXTENDED,  # Up
    104: 0x49 | EXTENDED,  # Page Up
    105: 0x4B | EXTENDED,  # Left
    106: 0x4D | EXTENDED,  # Right
    107: 0x4F | EXTENDED,  # End
    108: 0x50 | EXTENDED,  # Down
    109: 0x51 | EXTENDED,  # Page Down
    110: 0x52 | EXTENDED,  # Insert
    111: DELETE,
    112: 0x6F | EXTENDED,  # macro
    113: 0x20 | EXTENDED,  # mute
    114: 0x2E | EXTENDED,  # volume down
    115: 0x30 | EXTENDED,  # volume up
    116: 0x5E | EXTENDED,  # power
    117: 0x59,  # keypad's equals
    118: 0x4E | EXTENDED,  # keypad's plus-minus
    119: PAUSE,
    120: 0x0B | EXTENDED,  # scale
    121: 0x7E,  # keypad's comma
    122: 0x72,  # Hangul
    123: 0x71,  # Hanja
    124: 0x7D,  # Yen
    125: LEFT_META,
    126: RIGHT_META,
    127: MENU,
    128: 0x68 | EXTENDED,  # stop
    129: 0x05 | EXTENDED,  # again
    130: 0x06 | EXTENDED,  # properties
    131: 0x07 | EXTENDED,  # undo
    132: 0x0C | EXTENDED,  # front
    133: 0x78 | EXTENDED,  # copy
    134: 0x64,  # open
    135: 0x65,  # paste
    136: 0x41 | EXTENDED,  # find
    137: 0x3C | EXTENDED,  # cut
    138: 0x75 | EXTENDED,  # help
    139: 0x1E | EXTENDED,  # menu
    140: 0x21 | EXTENDED,  # calculator
    141: 0x66,  # setup
    142: 0x5F | EXTENDED,  # sleep
    143: 0x63 | EXTENDED,  # wake up
    144: 0x67,  # files
    145: 0x68,  # send file
    146: 0x69,  # delete file
    147: 0x13 | EXTENDED,  # transfer
    148: 0x1F | EXTENDED,  # program 1
    149: 0x17 | EXTENDED,  # program 2
    150: 0x02 | EXTENDED,  # WWW
    151: 0x6A,  # terminal
    152: 0x12 | EXTENDED,  # lock the screen
    153: 0x6B,  # rotate the screen
    154: 0x26 | EXTENDED,  # cycle windows
    155: 0x6C | EXTENDED,  # mail
    156: 0x66 | EXTENDED,  # bookmarks
    157: 0x6B | EXTENDED,  # computer
    158: 0x6A | EXTENDED,  # back
    159: 0x69 | EXTENDED,  # forward
    160: 0x23 | EXTENDED,  # close the disc's tray
    161: 0x6C,  # eject
    162: 0x7D | EXTENDED,  # eject or close
    163: 0x19 | EXTENDED,  # next track
    164: 0x22 | EXTENDED,  # play or pause
    165: 0x10 | EXTENDED,  # previous track
    166: 0x24 | EXTENDED,  # stop playing
    167: 0x31 | EXTENDED,  # record
    168: 0x18 | EXTENDED,  # rewind
    169: 0x63,  # phone
    171: 0x01 | EXTENDED,  # settings
    172: 0x32 | EXTENDED,  # home page
    173: 0x67 | EXTENDED,  # refresh
    176: 0x08 | EXTENDED,  # edit
    177: 0x75,  # scroll up
    178: 0x0F | EXTENDED,  # scroll down
    179: 0x76 | EXTENDED,  # keypad's (
    180: 0x7B | EXTENDED,  # keypad's )
    181: 0x09 | EXTENDED,  # new
    182: 0x0A | EXTENDED,  # redo
    183: 0x5D,  # F13
    184: 0x5E,  # F14
    185: 0x5F,  # F15
    186: 0x55,  # F16
    187: 0x03 | EXTENDED,  # F17
    188: 0x77 | EXTENDED,  # F18
    189: 0x04 | EXTENDED,  # F19
    190: 0x5A,  # F20
    191: 0x74,  # F21
    192: 0x79 | EXTENDED,  # F22
    193: 0x6D,  # F23
    194: 0x6F,  # F24
    217: 0x65 | EXTENDED,  # search
    224: 0x4C | EXTENDED,  # darker
    225: 0x54 | EXTENDED,  # brighter
    226: 0x6D | EXTENDED,  # media
}
# Windows counts Pause as what it was before there was a Num Lock, and the other way round; and
# says of the right Shift that it is extended.
_WINDOWS_ODD = {0x045: PAUSE, 0x145: NUM_LOCK, 0x136: RIGHT_SHIFT}


def from_evdev(code: int) -> int:
    """The scancode of a Linux input event code; 0 if there is none."""
    return code if 0 < code <= _EVDEV_SAME else _FROM_EVDEV.get(code, 0)


def from_xkb(code: int) -> int:
    """The scancode of a key as X11 and Wayland count; 0 if there is none."""
    return from_evdev(code - _XKB_OFFSET)


def from_windows(code: int) -> int:
    """The scancode of a key as Windows' messages tell: bit 8 says that the key is extended."""
    if code in _WINDOWS_ODD:
        return _WINDOWS_ODD[code]
    return (code & 0x7F) | (EXTENDED if code & 0x100 else 0)


def from_native(platform: str, code: int) -> int:
    """The scancode of Qt's `nativeScanCode` under this platform plugin; 0 if unknown."""
    if platform in ("xcb", "wayland", "wayland-egl"):
        return from_xkb(code)
    if platform in ("windows", "direct2d"):
        return from_windows(code)
    return 0
