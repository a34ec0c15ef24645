"""What checking the record found, above the list until it is dismissed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infinibay_desktop.model.activity import ChainReport, ChainTrouble
from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import wrapped


class Verdict(QFrame):
    """Says whether the record is as it was written, and leads to the first bad entry."""

    entry_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sign = Sign("shield-check", "running")
        self.words = wrapped()
        self._show = button(self.tr("Show the entry"), self._on_show_clicked, kind="link")
        close = icon_button("x", self.tr("Dismiss"), self.hide, size=14)
        fill(box := QHBoxLayout(self), self._sign, self.words, self._show, close, gap=10, margin=10)
        box.setStretch(1, 1)
        self._broken_at: int | None = None
        self.hide()

    def tell(self, report: ChainReport) -> None:
        """Show what was found."""
        self._broken_at = report.broken_at
        intact = report.is_intact
        self._sign.show_symbol(
            "shield-check" if intact else "shield-alert", "running" if intact else "danger"
        )
        self.words.setText(self._sentence(report))
        self._show.setVisible(not intact and report.broken_at is not None)
        self.setAccessibleName(self.words.text())
        self.show()

    def _sentence(self, report: ChainReport) -> str:
        if report.trouble is None:
            return self.tr(
                "The record is as it was written: %n entries were checked.", "", report.checked
            )
        number = str(report.broken_at or "?")
        sentences = {
            ChainTrouble.EDITED: self.tr("Entry {number} was changed after it was written."),
            ChainTrouble.MISSING: self.tr("Entries from {number} on were taken out."),
            ChainTrouble.ADDED: self.tr("Entry {number} was put in by something else."),
            ChainTrouble.NOT_AS_NOTED: self.tr(
                "The record is not the one that was noted earlier; it differs at {number}."
            ),
        }
        advice = self.tr(
            "Somebody with access to the database did this. Compare with an earlier export or "
            "backup."
        )
        return f"{sentences[report.trouble].format(number=number)} {advice}"

    def _on_show_clicked(self) -> None:
        if self._broken_at is not None:
            self.entry_wanted.emit(self._broken_at)
