"""The sheet of all keys."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import text_field
from infinibay_desktop.ui.widgets.layout import Card
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that work in one place: words and the keys for them."""

    title: str
    keys: Sequence[tuple[str, str]]


def keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """What each action with keys is called, and its keys in the desktop's spelling."""
    found: dict[str, str] = {}
    for action in actions:
        menu = action.menu()
        if menu is not None and hasattr(menu, "actions"):
            found |= dict(keys_of(menu.actions()))
        words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").strip("… ")
        keys = ", ".join(
            keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
        )
        if words and keys:
            found[words] = keys
    return list(found.items())


class ShortcutSheet(Dialog):
    """All keys, grouped by where they work, with a field to search in."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent, width=560)
        self.field = text_field(placeholder=self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search in the keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.body.addWidget(self.field)
        self.nothing = wrapped(self.tr("No act has these words."), name="muted")
        self.nothing.hide()
        self.body.addWidget(self.nothing)
        self._cards: list[tuple[Card, list[tuple[str, QWidget, QWidget]]]] = []
        for group in groups:
            if group.keys:
                self._add(group)
        self.body.addStretch(1)
        close = self.add_button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.field.setFocus()

    def _add(self, group: KeyGroup) -> None:
        card = Card(group.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows: list[tuple[str, QWidget, QWidget]] = []
        for line, (words, keys) in enumerate(group.keys):
            left, right = ElidedLabel(words), plain(keys, name="keys")
            grid.addWidget(left, line, 0)
            grid.addWidget(right, line, 1)
            rows.append((f"{words} {keys}".casefold(), left, right))
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self._cards.append((card, rows))

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        any_shown = False
        for card, rows in self._cards:
            shown = False
            for search, left, right in rows:
                fits = all(word in search for word in words)
                left.setVisible(fits)
                right.setVisible(fits)
                shown = shown or fits
            card.setVisible(shown)
            any_shown = any_shown or shown
        self.nothing.setVisible(not any_shown)
