"""One error in full."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.activity import ErrorEntry
from infinibay_desktop.ui.activity.words import moment_text, severity_look
from infinibay_desktop.ui.formats import iso_text, plain_text
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.fact_grid import FactGrid, Rows
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, row
from infinibay_desktop.ui.widgets.text import plain, wrapped


class ErrorDetails(ScrollPage):
    """One error with the facts around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: ErrorEntry | None = None
        self._hint = wrapped(self.tr("Select an error to see what is known of it."), name="muted")
        self._title = wrapped(name="heading")
        self._sign, self._severity = Sign("circle-alert", "danger"), plain()
        self._facts = FactGrid()
        self._card = Card(self.tr("Context"))
        self._context = FactGrid()
        self._card.body.addWidget(self._context)
        self._copy = button(self.tr("Copy"), self._on_copy_clicked, symbol="copy")
        for part in (self._hint, self._title, row(self._sign, self._severity, 1), self._facts,
                     self._card, row(self._copy, 1)):  # fmt: skip
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_entry(None)

    def show_entry(self, entry: ErrorEntry | None) -> None:
        """Show an error, or ask for one."""
        self._entry = entry
        parts = (self._title, self._sign, self._severity, self._facts, self._card, self._copy)
        for part in parts:
            part.setVisible(entry is not None)
        self._hint.setVisible(entry is None)
        if entry is None:
            return
        self._title.setText(plain_text(entry.message, 2000))
        look = severity_look(entry.severity)
        self._sign.show_symbol(look.symbol, look.tone)
        self._severity.setText(look.word)
        self._facts.show_rows(self._rows(entry))
        self._context.show_rows([(plain_text(k, 80), v) for k, v in sorted(entry.context.items())])
        self._card.setVisible(bool(entry.context))

    def _rows(self, entry: ErrorEntry) -> Rows:
        rows: Rows = [(self.tr("When"), moment_text(entry.at)), (self.tr("Code"), entry.code)]
        if entry.actor_name:
            rows.append((self.tr("Who"), entry.actor_name))
        if entry.workstation:
            rows.append((self.tr("From"), entry.workstation))
        return rows

    def _on_copy_clicked(self) -> None:
        if entry := self._entry:
            facts = {"code": entry.code, "severity": entry.severity.value} | dict(entry.context)
            lines = [f"{iso_text(entry.at)} {entry.message}"]
            lines += [f"{name}: {value}" for name, value in facts.items()]
            QGuiApplication.clipboard().setText("\n".join(lines))
