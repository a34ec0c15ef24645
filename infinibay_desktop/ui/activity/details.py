"""One act in full: who, what, how it ended, and what was before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from infinibay_desktop.model.activity import ActivityEntry, Outcome
from infinibay_desktop.ui.activity.words import (
    act_words,
    actor_words,
    duration_text,
    moment_text,
    outcome_look,
    target_words,
)
from infinibay_desktop.ui.formats import NO_FIGURE, iso_text, plain_text
from infinibay_desktop.ui.widgets.fact_grid import FactGrid, Rows
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, clear, row
from infinibay_desktop.ui.widgets.text import escaped, plain, wrapped

MAX_VALUE = 2000
MAX_FIELDS = 60


class ChangeGrid(QWidget):
    """What was before beside what was after, a line for each field; changed ones stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def show_changes(self, before: dict[str, str], after: dict[str, str]) -> None:
        """Show these, in the order of their names."""
        clear(self._grid)
        fields = sorted(before.keys() | after.keys())
        titles = ("", self.tr("Before"), self.tr("After"))
        for column, title in enumerate(titles):
            self._grid.addWidget(plain(title, name="hint"), 0, column)
        for line, name in enumerate(fields[:MAX_FIELDS], start=1):
            self._add_line(line, name, before.get(name), after.get(name))
        if (more := len(fields) - MAX_FIELDS) > 0:
            words = self.tr("%n more field(s) are in the export.", "", more)
            self._grid.addWidget(wrapped(words, name="hint"), MAX_FIELDS + 1, 0, 1, 3)

    def _add_line(self, line: int, name: str, before: str | None, after: str | None) -> None:
        title = wrapped(plain_text(name, 80), name="muted")
        title.setMinimumWidth(60)
        self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
        changed = before != after
        for column, value, column_name in (
            (1, before, self.tr("Before")),
            (2, after, self.tr("After")),
        ):
            label = wrapped(NO_FIGURE if value is None else plain_text(value, MAX_VALUE))
            label.setAccessibleName(f"{name}, {column_name}: {label.text()}")
            if changed and column == 2:
                font = label.font()
                font.setBold(True)
                label.setFont(font)
            self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)


class ActivityDetails(ScrollPage):
    """Shows the selected act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = wrapped(name="title")
        self._sign = Sign("circle-check", "running")
        self._outcome = plain()
        self._message = wrapped()
        self._facts = FactGrid()
        self._changes_card = Card(self.tr("What changed"))
        self.changes = ChangeGrid()
        self._changes_card.body.addWidget(self.changes)
        self._proof_card = Card(self.tr("Place in the record"))
        self._proof = FactGrid()
        self._proof_card.body.addWidget(self._proof)
        self._hint = wrapped(self.tr("Select an act to see all that is known of it."), name="muted")
        self._parts = (self._title, self._message, self._facts, self._changes_card,
                       self._proof_card)  # fmt: skip
        self.body.addWidget(self._hint)
        self.body.addWidget(self._title)
        self.body.addLayout(row(self._sign, self._outcome, 1))
        for part in self._parts[1:]:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._sequence = -1
        self.show_entry(None)

    def show_entry(self, entry: ActivityEntry | None) -> None:
        """Show an act, or ask for one."""
        self._hint.setVisible(entry is None)
        for part in (*self._parts, self._sign, self._outcome):
            part.setVisible(entry is not None)
        if entry is None:
            self._sequence = -1
        else:
            self._show(entry)

    def _show(self, entry: ActivityEntry) -> None:
        act = entry.act
        self._title.setText(f"{act_words(act.action)}: {target_words(act)}")
        look = outcome_look(act.outcome)
        self._sign.show_symbol(look.symbol, look.tone)
        self._outcome.setText(look.word)
        self._message.setText(plain_text(act.message, MAX_VALUE))
        self._message.setObjectName("" if act.outcome is Outcome.DONE else "problem")
        self._message.style().polish(self._message)
        self._message.setVisible(bool(act.message))
        self._facts.show_rows(self._rows(entry))
        self._facts.setToolTip(escaped(iso_text(act.at)))
        any_change = bool(act.before or act.after)
        self._changes_card.setVisible(any_change)
        if any_change and entry.sequence != self._sequence:
            self.changes.show_changes(dict(act.before), dict(act.after))
        proof: Rows = [(self.tr("Number"), str(entry.sequence))]
        if entry.hash_hex:
            # In groups, so that it can be compared by eye, and has places to break.
            groups = [entry.hash_hex[at : at + 8] for at in range(0, len(entry.hash_hex), 8)]
            proof.append((self.tr("Fingerprint"), " ".join(groups)))
        self._proof.show_rows(proof)
        if entry.sequence != self._sequence:
            self.verticalScrollBar().setValue(0)
        self._sequence = entry.sequence

    def _rows(self, entry: ActivityEntry) -> Rows:
        act = entry.act
        rows: Rows = [
            (self.tr("When"), moment_text(act.at)),
            (self.tr("Who"), actor_words(act)),
            (self.tr("Act"), act.action),
            (self.tr("Took"), duration_text(act.duration_ms)),
        ]
        if entry.workstation:
            rows.append((self.tr("From"), entry.workstation))
        if act.target_id:
            rows.append((self.tr("Identifier"), act.target_id))
        if act.error_code:
            rows.append((self.tr("Error"), act.error_code))
        return rows
