"""Key combinations that are chosen from a menu, because the desktop would take them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from infinibay_desktop.ui.console import keysyms, scancodes
from infinibay_desktop.ui.console.keyboard import Stroke

Send = Callable[[Sequence[Stroke]], None]

_NAMES: dict[str, Stroke] = {
    "Ctrl": Stroke(scancodes.LEFT_CTRL, 0xFFE3),
    "Alt": Stroke(scancodes.LEFT_ALT, 0xFFE9),
    "Shift": Stroke(scancodes.LEFT_SHIFT, 0xFFE1),
    "Super": Stroke(scancodes.LEFT_META, 0xFFEB),
    "Del": Stroke(scancodes.DELETE, 0xFFFF),
    "Backspace": Stroke(scancodes.BACKSPACE, 0xFF08),
    "Esc": Stroke(scancodes.ESCAPE, 0xFF1B),
    "Tab": Stroke(scancodes.TAB, 0xFF09),
    "Print": Stroke(scancodes.PRINT, 0xFF61),
    "Pause": Stroke(scancodes.PAUSE, 0xFF13),
    "Menu": Stroke(scancodes.MENU, 0xFF67),
} | {
    f"F{number}": Stroke(keysyms.scancode_of_key(Qt.Key.Key_F1 + number - 1), 0xFFBD + number)
    for number in range(1, 13)
}
# As keyboards label them, in groups.
_CHORDS = (
    ("Ctrl+Alt+Del", "Ctrl+Alt+Backspace", "Ctrl+Shift+Esc", "Alt+Tab", "Alt+F4"),
    ("Super", "Super+L", "Super+R", "Super+D", "Super+E", "Super+X"),
    ("Print", "Alt+Print", "Pause", "Menu", "Esc", "F11"),
)


def chord(label: str) -> tuple[Stroke, ...]:
    """The keys of a combination such as "Ctrl+Alt+Del"."""
    return tuple(_stroke(name) for name in label.split("+"))


def fill_send_menu(menu: QMenu, send: Send) -> None:
    """Put the combinations into `menu`; each is sent by `send`."""
    for group in _CHORDS:
        for label in group:
            _add(menu, label, send)
        menu.addSeparator()
    consoles = menu.addMenu(QCoreApplication.translate("Console", "Ctrl+Alt+F1 to F12"))
    for number in range(1, 13):
        _add(consoles, f"Ctrl+Alt+F{number}", send)


def _add(menu: QMenu, label: str, send: Send) -> None:
    keys = chord(label)
    # A label, not a shortcut: what it names is for the guest.
    menu.addAction(label).triggered.connect(lambda: send(keys))


def _stroke(name: str) -> Stroke:
    if name in _NAMES:
        return _NAMES[name]
    place = keysyms.us_key(name.lower())
    return Stroke(place[0] if place else 0, keysyms.of_character(name.lower()))
