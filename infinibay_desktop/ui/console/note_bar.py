"""A line above the screen: a fact, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel

Choice = tuple[str, Callable[[], object]]


class NoteBar(QFrame):
    """Says one thing at a time, until it is told otherwise or closed."""

    def __init__(self, *, closable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteBar")
        self._text = ElidedLabel()
        self._choices = row()
        self._close = icon_button("x", self.tr("Close"), self.dismiss)
        self._close.setVisible(closable)
        # The guest's keys go on going to the guest.
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fill(box := QHBoxLayout(self), self._text, self._choices, self._close)
        box.setContentsMargins(10, 4, 6, 4)
        box.setStretch(0, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty if nothing."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, *choices: Choice) -> None:
        """Say `text`; each choice is a button's words and what it does."""
        self._text.show_text(text)
        self.setAccessibleName(text)
        self._clear()
        for words, act in choices:
            self._choices.addWidget(button(words, act))
        self.show()

    def update_text(self, text: str) -> None:
        """Say it in other words; the buttons stay."""
        self._text.show_text(text)

    def dismiss(self) -> None:
        """Say nothing."""
        self.hide()
        self._clear()

    def _clear(self) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
