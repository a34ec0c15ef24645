"""Text as keystrokes, for guests that no clipboard reaches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.ui.console import keysyms, scancodes
from infinibay_desktop.ui.console.keyboard import Stroke

# Longer texts take minutes: one asks first.
ASK_ABOVE_CHARACTERS = 64 * 1024
MOST_CHARACTERS = 1024 * 1024
_SHIFT = Stroke(scancodes.LEFT_SHIFT, 0xFFE1)


@dataclass(frozen=True, slots=True)
class Typing:
    """What will be typed, and how many characters no US keyboard has."""

    chords: tuple[tuple[Stroke, ...], ...]
    untypable: int


def typing_of(text: str) -> Typing:
    """The keys for `text` on a US keyboard; line ends of any kind are one Enter."""
    chords = []
    untypable = 0
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        place = keysyms.us_key(character)
        if place is None:
            untypable += 1
            continue
        code, shifted = place
        key = Stroke(code, keysyms.of_character(character))
        chords.append((_SHIFT, key) if shifted else (key,))
    return Typing(tuple(chords), untypable)


class Typist(QObject):
    """Types a text, one character at a time, as slowly as guests need it."""

    progressed = Signal(int, int)
    finished = Signal(int, int)
    """How many characters were typed, and how many could not be."""

    def __init__(
        self, press: Callable[[Sequence[Stroke]], None], pace_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._press = press
        self._typing = Typing((), 0)
        self._next = 0
        self._timer = QTimer(self, interval=pace_ms)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def busy(self) -> bool:
        """Whether a text is being typed."""
        return self._timer.isActive()

    def type_text(self, text: str) -> None:
        """Begin to type `text`, instead of what was being typed."""
        self._typing = typing_of(text[:MOST_CHARACTERS])
        self._next = 0
        self._timer.start()

    def cancel(self) -> None:
        """Type no further; `finished` tells how far it came."""
        if self.busy:
            self._end()

    def _on_timer_timeout(self) -> None:
        if self._next >= len(self._typing.chords):
            self._end()
            return
        self._press(self._typing.chords[self._next])
        self._next += 1
        if self._next % 50 == 0:
            self.progressed.emit(self._next, len(self._typing.chords))

    def _end(self) -> None:
        self._timer.stop()
        untypable = self._typing.untypable
        self._typing = Typing((), 0)
        self.finished.emit(self._next, untypable)
