"""Texts shortened to their room and ready to draw, kept for the next paint."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText

from infinibay_desktop.ui.formats import NO_FIGURE

# A text and its width.
_Made = tuple[QStaticText, int]

# More than the largest screen shows.
_FRESH = 1024
_SPARE = 320


class PreparedTexts:
    """Texts of one font by what they say and how much room they have.

    Qt's objects are used again and again: to make one while painting hands the interpreter to
    other threads, and with hundreds a paint beside a busy one would take a second.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._letters = {x: self.width_of(x) for x in "0123456789.,% KMGTiB/s" + NO_FIGURE}
        self._fresh: dict[tuple[str, int], _Made] = {}
        self._old: dict[tuple[str, int], _Made] = {}
        self._spare = [_blank() for _ in range(_SPARE)]

    @property
    def height(self) -> int:
        """Height of a line."""
        return self._metrics.height()

    def width_of(self, said: str) -> int:
        """Width of a text that is not shortened."""
        return self._metrics.horizontalAdvance(said)

    def turn_over(self) -> bool:
        """Use texts again that were not wanted for long; True if nobody may hold any now.

        To be called before a paint: those who kept texts drop them, and get them anew.
        """
        if len(self._fresh) < _FRESH:
            return False
        self._spare += [text for text, _taken in self._old.values()]
        self._old, self._fresh = self._fresh, {}
        return True

    def get(self, said: str, room: int) -> _Made:
        """The text, shortened in its middle if need be, and its width."""
        wanted = (said, room)
        found = self._fresh.get(wanted)
        if found is None:
            found = self._old.pop(wanted, None) or self._prepared(said, room)
            self._fresh[wanted] = found
        return found

    def _prepared(self, said: str, room: int) -> _Made:
        shown, taken = said, self._quick_width(said)
        if taken > room:
            shown = self._metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, room)
            taken = min(room, self._metrics.horizontalAdvance(shown))
        text = self._spare.pop() if self._spare else _blank()
        text.setText(shown)
        return text, taken

    def _quick_width(self, said: str) -> int:
        """Width of figures by their letters: shaping takes longer than drawing."""
        widths = self._letters
        try:
            return sum([widths[letter] for letter in said])
        except KeyError:
            return self._metrics.horizontalAdvance(said)


def _blank() -> QStaticText:
    text = QStaticText()
    text.setTextFormat(Qt.TextFormat.PlainText)
    return text
