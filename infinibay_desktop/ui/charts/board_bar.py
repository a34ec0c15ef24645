"""What stands above charts: the range, who measured, the way back, and export."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.legend import WrapLayout, paint_source
from infinibay_desktop.ui.charts.spans import Span, words_of
from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.forms import choice, choose
from infinibay_desktop.ui.widgets.icons import tint
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import wrapped

_SAMPLE_PX = 22
_NARROW_PX = 480
# Of a line's room.
_ALL = 100


class SourceWord(QWidget):
    """A line as curves of one source are drawn, and the words for it."""

    def __init__(self, source: Source, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._words = source, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for both."""
        metrics = self.fontMetrics()
        return QSize(_SAMPLE_PX + 8 + metrics.horizontalAdvance(self._words), metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the words."""
        painter = QPainter(self)
        middle = self.height() / 2
        paint_source(painter, self._source, QPointF(0, middle), _SAMPLE_PX)
        painter.setPen(tint("muted"))
        room = self.rect().adjusted(_SAMPLE_PX + 6, 0, 0, 0)
        words = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class BoardBar(QWidget):
    """The range's choice and the acts; below them who measured, and what can be done."""

    span_chosen = Signal(object)
    reset_wanted = Signal()
    csv_wanted = Signal()
    png_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span = choice(*((words_of(span), span) for span in Span))
        self.span.setAccessibleName(self.tr("Time range"))
        self.span.currentIndexChanged.connect(self._on_span_current_index_changed)
        self.reset = button(self.tr("Whole range"), self.reset_wanted.emit, symbol="undo-2")
        self.reset.setToolTip(self.tr("Undo zooming and moving (Home, or double click)"))
        self.reset.hide()
        self.export = icon_button("download", self.tr("Export"), self._on_export_clicked)
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("Table as CSV…"), self.csv_wanted.emit)
        self._menu.addAction(self.tr("Picture as PNG…"), self.png_wanted.emit)
        self._note = wrapped(name="hint")
        self._note.hide()
        self.extra = row()
        self._sources = {
            Source.AGENT: SourceWord(Source.AGENT, self.tr("agent's view")),
            Source.HOST: SourceWord(Source.HOST, self.tr("host's view")),
        }
        below = QWidget()
        around = WrapLayout(below)
        for word in self._sources.values():
            around.addWidget(word)
            word.hide()
        below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._below, self._narrow = below, True
        self._first, self._second = row(self.span, 1, self.export), row(below, self.reset)
        fill(QVBoxLayout(self), self._first, self._second, self._note, self.extra, gap=4)
        self.extra.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the range and the export have a line for themselves."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX
        if narrow is self._narrow:
            return
        self._narrow = narrow
        line, place = (self._second, 0) if narrow else (self._first, 1)
        for widget, stretch in ((self.reset, 0), (self._below, _ALL)):
            line.insertWidget(place, widget, stretch)
        line.setAlignment(self._below, Qt.AlignmentFlag.AlignVCenter)

    def choose(self, span: Span) -> None:
        """Show this range as the chosen one."""
        self.span.blockSignals(True)
        choose(self.span, span)
        self.span.blockSignals(False)

    def show_sources(self, sources: Collection[Source]) -> None:
        """Say who measured what is shown."""
        for source, word in self._sources.items():
            word.setVisible(source in sources)

    def say(self, note: str) -> None:
        """Say something about all charts; empty: nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def offer_reset(self, *, offered: bool) -> None:
        """Whether the frame is another than the range."""
        self.reset.setVisible(offered)

    def _on_span_current_index_changed(self) -> None:
        self.span_chosen.emit(self.span.currentData())

    def _on_export_clicked(self) -> None:
        self._menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))
