"""Texts shortened to their room and ready to draw, kept for the next paint."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText

from infinibay_desktop.ui.machines.words import NO_FIGURE

_KEPT = 4096
_SPARE = 512


class PreparedTexts:
    """Texts of one font by what they say and how much room they have.

    Blank ones are kept in store: to make one while painting hands the interpreter to others.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._letters = {x: self.width_of(x) for x in "0123456789.% KMGTiB/s" + NO_FIGURE}
        self._made: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._spare: list[QStaticText] = []
        self.restock()

    @property
    def height(self) -> int:
        """Height of a line."""
        return self._metrics.height()

    def width_of(self, said: str) -> int:
        """Width of a text that is not shortened."""
        return self._metrics.horizontalAdvance(said)

    def is_low(self) -> bool:
        """Whether it is time to `restock`, outside a paint."""
        return len(self._spare) < _SPARE // 2

    def restock(self) -> None:
        """Make blank texts for the paints to come."""
        self._spare += [_blank() for _ in range(_SPARE - len(self._spare))]

    def get(self, said: str, room: int) -> tuple[QStaticText, int]:
        """The text, shortened in its middle if need be, and its width."""
        found = self._made.get((said, room))
        if found is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            found = self._made[said, room] = self._prepared(said, room)
        return found

    def _prepared(self, said: str, room: int) -> tuple[QStaticText, int]:
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
