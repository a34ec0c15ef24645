"""All that is known of the selected timer, in words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.ui.formats import date_time_text
from infinibay_desktop.ui.timers.words import (
    next_text,
    outcome_text,
    place_text,
    timer_sentence,
    timer_title,
    took_text,
)
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import plain, wrapped

_MARGIN = 12


class TimerDetails(QScrollArea):
    """Below the table; it scrolls where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The selected timer"))
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._words = QVBoxLayout(canvas)
        self.heading = plain(name="heading")
        self.sentence = wrapped()
        self.outcome = wrapped()
        self.times = wrapped(name="muted")
        fill(
            self._words,
            *(self.heading, self.outcome, self.sentence, self.times, 1),
            gap=6,
            margin=_MARGIN,
        )
        self.setWidget(canvas)

    def sizeHint(self) -> QSize:
        """As high as its words at this width."""
        height = self._words.totalHeightForWidth(max(200, self.viewport().width()))
        least = self._words.totalMinimumSize().height()  # where Qt knows no height for a width
        return QSize(super().sizeHint().width(), max(height, least))

    def show_row(self, row: TimerRow | None) -> None:
        """Say all of this one."""
        self.setVisible(row is not None)
        if row is None:
            return
        self.heading.setText(timer_title(row.name))
        self.sentence.setText(f"{timer_sentence(row.name)} {place_text(row)}".strip())
        self.outcome.setText(outcome_text(row))
        self.outcome.setObjectName("problem" if row.outcome is TimerOutcome.FAILED else "")
        self.outcome.style().polish(self.outcome)
        self.times.setText(self._times(row))
        self.updateGeometry()

    def _times(self, row: TimerRow) -> str:
        parts = []
        if row.last_started_at:
            began = date_time_text(row.last_started_at)
            parts.append(self.tr("Last run: {time}").format(time=began))
        if took := took_text(row.duration_s):
            parts.append(self.tr("Took {time}").format(time=took))
        if coming := next_text(row):
            parts.append(self.tr("Next run: {time}").format(time=coming))
        return " · ".join(parts)
