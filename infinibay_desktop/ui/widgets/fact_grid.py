"""Facts in rows of words: what each is called, and what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.widgets.text import plain, wrapped

MAX_VALUE = 400
Rows = list[tuple[str, str]]


class FactGrid(QWidget):
    """Labels and their values below each other; values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}

    def show_rows(self, rows: Rows) -> None:
        """Show these; labels that are there already only change their values."""
        if [label for label, _ in rows] != list(self._values):
            self._rebuild([label for label, _ in rows])
        for label, value in rows:
            shown = plain_text(value, MAX_VALUE)
            if self._values[label].text() != shown:
                self._values[label].setText(shown)
                self._values[label].setAccessibleName(f"{label}: {shown}")

    def values(self) -> dict[str, str]:
        """What is shown."""
        return {label: value.text() for label, value in self._values.items()}

    def _rebuild(self, labels: list[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._values = {}
        for number, label in enumerate(labels):
            title = plain(label, name="muted")
            value = wrapped()
            self._grid.addWidget(title, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, number, 1)
            self._values[label] = value
