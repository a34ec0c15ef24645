"""Types the clipboard into a guest, and says how that goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from infinibay_desktop.ui.console.clipboard import MOST_CHARACTERS, clipboard_text
from infinibay_desktop.ui.console.keyboard import Stroke
from infinibay_desktop.ui.console.keystrokes import ASK_ABOVE_CHARACTERS, Typist
from infinibay_desktop.ui.console.note_bar import NoteBar


class Pasting(QObject):
    """Asks before long texts; can be stopped; says what could not be typed."""

    def __init__(
        self,
        press: Callable[[Sequence[Stroke]], None],
        pace_ms: int,
        bar: NoteBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._pace_ms = max(1, pace_ms)
        self._typist = Typist(press, self._pace_ms, self)
        self._typist.progressed.connect(self._on_typist_progressed)
        self._typist.finished.connect(self._on_typist_finished)

    def start(self) -> None:
        """Type the clipboard's text, or ask whether to."""
        text = clipboard_text()
        if not text:
            self._bar.say(self.tr("The clipboard holds no text."))
        elif len(text) > ASK_ABOVE_CHARACTERS:
            self._ask(text)
        else:
            self._type(text)

    def cancel(self) -> None:
        """Type no further."""
        self._typist.cancel()

    def _ask(self, text: str) -> None:
        minutes = max(1, round(len(text) * self._pace_ms / 60_000))
        question = self.tr("Typing %1 characters takes about %n minute(s).", "", minutes)
        count = f"{len(text)}+" if len(text) == MOST_CHARACTERS else str(len(text))
        self._bar.say(
            question.replace("%1", count),
            (self.tr("Type them"), lambda: self._type(text)),
            (self.tr("Cancel"), self._bar.dismiss),
        )

    def _type(self, text: str) -> None:
        self._bar.say(self.tr("Typing the clipboard…"), (self.tr("Stop"), self.cancel))
        self._typist.type_text(text)

    def _on_typist_progressed(self, done: int, of: int) -> None:
        words = self.tr("Typing the clipboard: %1 of %2")
        self._bar.update_text(words.replace("%1", str(done)).replace("%2", str(of)))

    def _on_typist_finished(self, _typed: int, untypable: int) -> None:
        if untypable:
            self._bar.say(
                self.tr(
                    "%n character(s) could not be typed: a US keyboard does not have them.",
                    "",
                    untypable,
                )
            )
        else:
            self._bar.dismiss()
