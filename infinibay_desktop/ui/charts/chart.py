"""One chart with its title, legend and cursor, for live readings and for history alike."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.colors import curve_color
from infinibay_desktop.ui.charts.drawing import Frame, Line
from infinibay_desktop.ui.charts.legend import Legend
from infinibay_desktop.ui.charts.panels import Curve, Panel
from infinibay_desktop.ui.charts.plot import Plot
from infinibay_desktop.ui.charts.stretches import Reading, Stretch, last_of, reading_at
from infinibay_desktop.ui.charts.time_marks import moment_words
from infinibay_desktop.ui.charts.units import round_top
from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.widgets.icons import tint
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain

PLOT_PX = 150
# A top may be so many times what is needed before it comes down: axes change seldom.
_ROOMY = 2.5
_PAN = 0.1
_ZOOM = 0.5
_MARGIN = 10
# More of them would hide each other: then only the curve that somebody looks at has its own.
_MOST_BANDS = 4


class MetricChart(QWidget):
    """Shows a panel's curves in a frame of time; what is to be read is for others to know.

    Left and Right move the cursor, with Ctrl the frame; plus and minus zoom; Home resets.
    """

    cursor_wanted = Signal(object)
    """Put the cursor of all charts to this moment; None: take it away."""
    range_wanted = Signal(float, float)
    """Show these times."""
    reset_wanted = Signal()
    """Show the whole range again."""
    switched = Signal()
    """Another curve is on or off."""

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._found: Mapping[Curve, list[Stretch]] = {}
        self._span = (0.0, 1.0)
        self._top = 0.0
        self._cursor: float | None = None
        self._highlighted: int | None = None
        self._colors: dict[int, QColor] = {}
        self._build_ui()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(panel.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _build_ui(self) -> None:
        self._title = ElidedLabel(self.panel.title, name="heading")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._moment = plain(name="muted")
        self.plot = Plot(self.panel.unit, self)
        self.plot.setMinimumHeight(PLOT_PX)
        self._empty = plain(self.tr("No figures in this time."), name="muted", parent=self.plot)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        self._readout = plain(name="notice", parent=self.plot)
        self._readout.setContentsMargins(6, 3, 6, 3)
        self._readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._readout.hide()
        self.legend = Legend()
        self.legend.show_names([(curve.label, curve.shown) for curve in self.panel.curves])
        head = row(self._title, self._moment)
        fill(QVBoxLayout(self), head, self.plot, self.legend, gap=4, margin=_MARGIN)
        self.plot.pointed.connect(self.cursor_wanted)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.reset_wanted.connect(self.reset_wanted)
        self.legend.switched.connect(self._on_legend_switched)
        self.legend.highlighted.connect(self._on_legend_highlighted)

    def wanted(self) -> list[Curve]:
        """The curves that are on."""
        return [self.panel.curves[place] for place in self.legend.numbers()]

    def show_stretches(
        self, found: Mapping[Curve, list[Stretch]], begin_s: float, end_s: float
    ) -> None:
        """Draw these in this frame of time."""
        self._found = found
        self._span = (begin_s, end_s)
        self._draw()

    def show_cursor(self, moment: float | None) -> None:
        """Say and mark what was at a moment; None: what is newest."""
        self._cursor = moment
        self.plot.show_cursor(moment)
        self._say_values()

    def fit(self, height: int) -> None:
        """Be so high, if that is more than usual."""
        legend = self.legend.heightForWidth(self.width() - 2 * _MARGIN)
        others = legend + self._title.sizeHint().height() + 2 * _MARGIN + 12
        self.plot.setMinimumHeight(max(PLOT_PX, height - others))

    def settle(self) -> None:
        """Give all parts their places now, for a picture of what nobody has seen yet."""
        for layout in (self.layout(), self.legend.layout()):
            if layout:
                layout.activate()

    def retint(self) -> None:
        """The theme changed."""
        self._colors.clear()
        self.plot.retint()
        self.legend.retint()
        self._draw()

    # Drawing.

    def _draw(self) -> None:
        numbers = self.legend.numbers()
        lines = [
            Line(
                stretches=self._stretches(place),
                color=self._color(number),
                tag=str(place + 1) if len(self.panel.curves) > 1 else "",
                faded=self._highlighted not in (None, place),
                banded=len(numbers) <= _MOST_BANDS or self._highlighted == place,
            )
            for place, number in numbers.items()
        ]
        begin, end = self._span
        highest = _highest(lines, begin, end)
        self._tell_empty(empty=highest is None)
        self.plot.show_lines(lines, Frame(begin, end, 0.0, self._top_for(highest or 0.0)))
        self._say_values()

    def _color(self, number: int) -> QColor:
        # To ask for the theme takes longer than to draw a short curve.
        if number not in self._colors:
            self._colors[number] = curve_color(number)
        return self._colors[number]

    def _stretches(self, place: int) -> list[Stretch]:
        return self._found.get(self.panel.curves[place], [])

    def _top_for(self, highest: float) -> float:
        unit, ceiling = self.panel.unit, self.panel.ceiling
        if ceiling and highest <= ceiling * 1.001:
            return ceiling
        needed = round_top(unit, highest)
        if not needed <= self._top <= needed * _ROOMY:
            self._top = needed
        return self._top

    # Values.

    def _say_values(self) -> None:
        said = []
        sample = self.panel.unit.words(self.panel.unit.sample)
        for place, entry in enumerate(self.legend.entries):
            reading = self._reading(place) if entry.isChecked() else None
            value = self._words(reading) if entry.isChecked() else ""
            entry.show_value(value, room=sample)
            if entry.isChecked():
                said.append(f"{self.panel.curves[place].label} {value}")
        begin, end = self._span
        when = "" if self._cursor is None else moment_words(self._cursor, end - begin)
        self._moment.setText(when)
        ranges = self._ranges()
        self.setAccessibleDescription("; ".join(filter(None, [when, *(ranges or said)])))
        self._show_readout(ranges)

    def _ranges(self) -> list[str]:
        """What lies between what under the cursor, where readings stand for many."""
        words, found = self.panel.unit.words, []
        for place in self.legend.numbers() if self._cursor is not None else ():
            reading = self._reading(place)
            if reading and reading.low is not None and reading.low != reading.high:
                said = self.tr("{name}: {value} ({low} to {high})").format(
                    name="{name}",
                    value=self._words(reading),
                    low=words(reading.low),
                    high=words(reading.high),
                )
                found.append(said.replace("{name}", self.panel.curves[place].label))
        return found

    def _show_readout(self, ranges: list[str]) -> None:
        """Beside the cursor, where somebody points or the keyboard is."""
        shown = bool(ranges) and (self.hasFocus() or self.plot.underMouse())
        self._readout.setVisible(shown)
        if shown and self._cursor is not None:
            self._readout.setText("\n".join(ranges))
            self._readout.adjustSize()
            self._readout.move(self.plot.beside(self._cursor, self._readout.size()))

    def _reading(self, place: int) -> Reading | None:
        stretches = self._stretches(place)
        if self._cursor is None:
            return last_of(stretches)
        return reading_at(stretches, self._cursor)

    def _words(self, reading: Reading | None) -> str:
        if reading is None:
            return NO_FIGURE
        words = self.panel.unit.words
        value = words(reading.value)
        if reading.source is Source.HOST:
            value = self.tr("{value}, host").format(value=value)
        return value

    # The person.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor or the frame, zoom, reset."""
        key, begin, end = event.key(), *self._span
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in steps and control:
            by = steps[Qt.Key(key)] * _PAN * (end - begin)
            self.range_wanted.emit(begin + by, end + by)
        elif key in steps:
            self.cursor_wanted.emit(self._next_moment(steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.plot.zoom(_ZOOM, self._cursor)
        elif key == Qt.Key.Key_Minus:
            self.plot.zoom(1 / _ZOOM, self._cursor)
        elif key == Qt.Key.Key_Home:
            self.reset_wanted.emit()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self.cursor_wanted.emit(None)
        else:
            super().keyPressEvent(event)

    def _next_moment(self, step: int) -> float:
        """The reading before or after the cursor; without one, the newest."""
        begin, end = self._span
        times = [
            stretch.times
            for place in self.legend.numbers()
            for stretch in self._stretches(place)
            if len(stretch.times)
        ]
        every = np.unique(np.concatenate(times)) if times else np.linspace(begin, end, 100)
        every = every[(every >= begin) & (every <= end)]
        if not len(every):
            return end
        if self._cursor is None:
            return float(every[-1])
        if step < 0:
            place = int(np.searchsorted(every, self._cursor)) - 1
        else:
            place = int(np.searchsorted(every, self._cursor, side="right"))
        return float(every[min(max(place, 0), len(every) - 1)])

    def focusInEvent(self, event: object) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """It went elsewhere."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tint("surface"))
        focus = self.hasFocus()
        painter.setPen(QPen(tint("accent" if focus else "border"), 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the note in the middle."""
        super().resizeEvent(event)
        self._tell_empty(empty=not self._empty.isHidden())

    def _tell_empty(self, *, empty: bool) -> None:
        self._empty.setVisible(empty)
        if empty:
            self._empty.setGeometry(self.plot.inner())

    def _on_legend_switched(self) -> None:
        self._draw()
        self.switched.emit()

    def _on_legend_highlighted(self, place: int | None) -> None:
        if place is not None and place not in self.legend.numbers():
            place = None
        if place != self._highlighted:
            self._highlighted = place
            self._draw()


def _highest(lines: list[Line], begin_s: float, end_s: float) -> float | None:
    """The greatest value in the frame; None where nothing is known."""
    found: list[float] = []
    for line in lines:
        for stretch in line.stretches:
            first, last = np.searchsorted(stretch.times, (begin_s, end_s))
            tops = (stretch.values if stretch.high is None else stretch.high)[first:last]
            known = tops[np.isfinite(tops)]
            if len(known):
                found.append(float(known.max()))
    return max(found) if found else None
