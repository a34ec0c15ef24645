"""Small live charts of a machine: the last minutes, with units and gaps.

Drawn as the large ones are, but without pyqtgraph: what is looked at first waits for no import.
"""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.colors import curve_color
from infinibay_desktop.ui.charts.drawing import Drawing, Frame, Line
from infinibay_desktop.ui.charts.feed import LiveFeed
from infinibay_desktop.ui.charts.panels import Panel
from infinibay_desktop.ui.charts.spans import Span, frame_of
from infinibay_desktop.ui.charts.stretches import Reading, last_of
from infinibay_desktop.ui.charts.units import round_top
from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.widgets.icons import tint

_HEAD_PX = 20
_CHART_PX = 92


class LiveChart(QAbstractButton):
    """A panel's curves over the last minutes. What is not known is a gap, never a zero.

    A click leads to all metrics.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: Panel | None = None
        self._lines: list[Line] = []
        self._frame = Frame(0.0, 1.0, 0.0, 1.0)
        self._words = NO_FIGURE
        self._drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Show all metrics"))

    def sizeHint(self) -> QSize:
        """Room for a heading and a line."""
        return QSize(200, _CHART_PX)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrowest pane."""
        return QSize(110, _CHART_PX)

    def show_panel(self, panel: Panel) -> None:
        """Show these curves from now on."""
        self._panel = panel
        self.setAccessibleName(panel.title)
        self._lines, self._words, self._drawing = [], NO_FIGURE, None
        self.update()

    def show_readings(self, feed: LiveFeed) -> None:
        """Draw what came until now."""
        if self._panel is None:
            return
        numbered = len(self._panel.curves) > 1
        self._lines = [
            Line(
                stretches=feed.readings(curve.key).stretches(curve),
                color=curve_color(number),
                tag=str(number + 1) if numbered else "",
            )
            for number, curve in enumerate(self._panel.curves)
        ]
        spans = [one.span() for line in self._lines for one in line.stretches]
        highest = max((span[1] for span in spans if span), default=0.0)
        top = self._panel.ceiling or round_top(self._panel.unit, highest)
        self._frame = Frame(*frame_of(Span.LIVE, time.time()), 0.0, top)
        self._words = self._said()
        self.setAccessibleDescription(self._words)
        self._drawing = None
        self.update()

    def last_words(self) -> str:
        """The newest values with their units."""
        return self._words

    def resizeEvent(self, event: object) -> None:
        """Lay out anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._drawing = None

    def event(self, event: QEvent) -> bool:
        """Draw anew when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heading, the ground and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        ground = QRectF(self.rect()).adjusted(1, _HEAD_PX + 2.5, -1, -1)
        marked = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(tint("accent" if marked else "border"), 2 if self.hasFocus() else 1))
        painter.setBrush(tint("sunken"))
        painter.drawRoundedRect(ground, 4, 4)
        inner = ground.adjusted(3, 4, -3, -4)
        painter.setPen(QPen(tint("border"), 1, Qt.PenStyle.DotLine))
        middle = inner.center().y()
        painter.drawLine(QPointF(inner.left(), middle), QPointF(inner.right(), middle))
        if self._drawing is None:
            self._drawing = Drawing(self._lines, self._frame, inner)
        painter.setClipRect(ground)
        self._drawing.paint(painter)

    def _said(self) -> str:
        assert self._panel
        lasts = [last_of(line.stretches) for line in self._lines]
        if all(last is None for last in lasts):
            return NO_FIGURE
        if len(lasts) == 1:
            return self._value(lasts[0])
        said = [
            f"{curve.label} {self._value(last)}"
            for curve, last in zip(self._panel.curves, lasts, strict=True)
        ]
        return " · ".join(said)

    def _value(self, last: Reading | None) -> str:
        assert self._panel
        value = self._panel.unit.words(last.value if last else None)
        if last is None or last.source is Source.AGENT:
            return value
        return self.tr("{value}, host").format(value=value) if self._shows_both() else value

    def _shows_both(self) -> bool:
        return len({one.source for line in self._lines for one in line.stretches}) > 1

    def _paint_head(self, painter: QPainter) -> None:
        room = QRectF(0, 0, self.width(), _HEAD_PX)
        metrics = self.fontMetrics()
        figures = metrics.horizontalAdvance(self._words) + 8
        title = self._panel.title if self._panel else ""
        painter.setPen(tint("muted"))
        left = max(0.0, room.width() - figures)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(left))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, title)
        painter.setPen(tint("text"))
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, shown)
