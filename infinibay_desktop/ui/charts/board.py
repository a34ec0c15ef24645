"""Charts below each other with one range, one cursor and one frame of time."""

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.board_bar import BoardBar
from infinibay_desktop.ui.charts.feed import LiveFeed
from infinibay_desktop.ui.charts.history import read_curves
from infinibay_desktop.ui.charts.loading import ChartLoader
from infinibay_desktop.ui.charts.panels import Curve, Panel
from infinibay_desktop.ui.charts.spans import Span, again_s_of, frame_of, seconds_of
from infinibay_desktop.ui.charts.stretches import Stretch
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.layout import ScrollPage, fill

if TYPE_CHECKING:
    from infinibay_desktop.ui.charts.chart import MetricChart

SETTLE_MS = 150
LEAST_FRAME_S = 10.0
CHART_PX = 340
# So many are drawn before the window may answer again: new axes take 3 ms a chart.
AT_ONCE = 3
_NOTHING: Mapping[Curve, list[Stretch]] = {}


class ChartBoard(QWidget):
    """Shows panels; only charts in sight are read for and drawn."""

    live_seen = Signal()
    """New live readings came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panels: tuple[Panel, ...] = ()
        self.charts: list[MetricChart] = []
        self._span = Span.LIVE
        self._frame: tuple[float, float] | None = None
        self._found: Mapping[Curve, list[Stretch]] = _NOTHING
        # Whether what the history knows of the last minutes stands before what came since.
        self._filled = False
        self._loaded = False
        self._loader = ChartLoader(self)
        self._loader.loaded.connect(self._on_loader_loaded)
        self._asked = 0
        self.feed = LiveFeed(desk, self)
        self.feed.changed.connect(self._on_feed_changed)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._make = QTimer(self, singleShot=True, interval=0)
        self._make.timeout.connect(self._on_make_timeout)
        self._kept: dict[Panel, MetricChart] = {}
        self._missing: list[Panel] = []
        self._draw_more = QTimer(self, singleShot=True, interval=0)
        self._draw_more.timeout.connect(self._draw_some)
        self._due: list[MetricChart] = []
        self._drawn: tuple[float, float] | None = None
        # Who measured what is drawn.
        self._sources: set[Source] = set()
        self._again = QTimer(self)
        self._again.timeout.connect(self._on_again_timeout)
        self._build_ui()

    def _build_ui(self) -> None:
        self.bar = BoardBar()
        self.bar.span_chosen.connect(self.show_span)
        self.bar.reset_wanted.connect(self._on_reset_wanted)
        self.area = ScrollPage()
        self.area.body.setContentsMargins(0, 0, 0, 0)
        self.canvas = QWidget()
        self._grid = FlowGrid(self.canvas, cell_width=CHART_PX, gap=10)
        self.area.body.addWidget(self.canvas)
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().valueChanged.connect(lambda: self._settle.start())
        fill(box := QVBoxLayout(self), self.bar, self.area, gap=8)
        box.setStretchFactor(self.area, 1)

    @property
    def span(self) -> Span:
        """The chosen range."""
        return self._span

    @property
    def panels(self) -> tuple[Panel, ...]:
        """What is shown."""
        return self._panels

    def show_panels(self, panels: Sequence[Panel]) -> None:
        """Show these charts; those that stay as they are keep what is switched on."""
        if tuple(panels) == self._panels:
            return
        self._panels = tuple(panels)
        self.feed.follow(self.keys())
        self._found, self._filled = _NOTHING, False
        if self._loaded:
            self._make_charts()

    def show_span(self, span: Span) -> None:
        """Show another range, up to now."""
        self._span = span
        self.bar.choose(span)
        self._frame = None
        self._found, self._filled = _NOTHING, False
        self.bar.offer_reset(offered=False)
        self._pace()
        self._settle.start()

    def keys(self) -> list[MachineKey]:
        """The machines that are shown."""
        return list(dict.fromkeys(c.key for panel in self._panels for c in panel.curves))

    def frame(self) -> tuple[float, float]:
        """The times that are shown."""
        return self._frame or frame_of(self._span, time.time())

    def retint(self) -> None:
        """The theme changed."""
        for chart in self.charts:
            chart.retint()

    # Being looked at.

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work for who looks."""
        super().showEvent(event)
        # The history knows what came meanwhile.
        self.feed.forget()
        self._filled = False
        self.feed.start()
        if self._loaded:
            self._begin()
        else:
            self._loader.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        super().hideEvent(event)
        self.feed.stop()
        self._again.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other charts may be in sight."""
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    def _on_loader_loaded(self) -> None:
        self._loaded = True
        self._make_charts()
        if self.isVisible():
            self._begin()

    def _begin(self) -> None:
        self._pace()
        self._settle.start()

    def _pace(self) -> None:
        again_s = again_s_of(self._span)
        if again_s and self._frame is None and self.isVisible():
            self._again.start(again_s * 1000)
        else:
            self._again.stop()

    def _is_live(self) -> bool:
        return self._span is Span.LIVE

    # Charts.

    def _make_charts(self) -> None:
        kept = {chart.panel: chart for chart in self.charts}
        for chart in self.charts:
            self._grid.removeWidget(chart)
            if chart.panel not in self._panels:
                chart.hide()
                chart.deleteLater()
        self.charts = []
        self._kept = kept
        self._missing = list(self._panels)
        self._on_make_timeout()

    def _on_make_timeout(self) -> None:
        """Make one chart, and the others later: all at once would hold the window."""
        from infinibay_desktop.ui.charts.chart import MetricChart

        while self._missing:
            panel = self._missing.pop(0)
            kept = self._kept.get(panel)
            chart = kept or self._made(MetricChart(panel, self.canvas))
            self._grid.addWidget(chart)
            chart.show()
            self.charts.append(chart)
            if kept is None:
                break
        if self._missing:
            self._make.start()
        else:
            self._fit()
        # What is in sight is known when they have their places.
        self._settle.start()

    def _fit(self) -> None:
        """One chart alone takes all the room."""
        if len(self.charts) == 1:
            self.charts[0].fit(self.area.viewport().height() - 4)

    def _made(self, chart: "MetricChart") -> "MetricChart":
        chart.cursor_wanted.connect(self._on_cursor_wanted)
        chart.range_wanted.connect(self._on_range_wanted)
        chart.reset_wanted.connect(self._on_reset_wanted)
        chart.switched.connect(lambda: self._settle.start())
        return chart

    def in_sight(self) -> "list[MetricChart]":
        """The charts of which anything can be seen."""
        return [chart for chart in self.charts if not chart.visibleRegion().isEmpty()]

    def draw(self) -> None:
        """Draw what is known in the charts that are in sight."""
        self._fit()
        self._due = self.in_sight()
        self._sources = set()
        self._draw_some()

    def _draw_some(self) -> None:
        """All where only curves are new; with new axes a few, then the others."""
        frame = self.frame()
        if frame == self._drawn:
            now, self._due = self._due, []
        else:
            now, self._due = self._due[:AT_ONCE], self._due[AT_ONCE:]
        for chart in now:
            known = {curve: self._known(curve) for curve in chart.wanted()}
            chart.show_stretches(known, *frame)
            self._sources.update(one.source for found in known.values() for one in found)
        if self._due:
            self._draw_more.start()
        else:
            self._drawn = frame
            self.bar.show_sources(self._sources)

    def _known(self, curve: Curve) -> list[Stretch]:
        if self._is_live():
            return self.feed.readings(curve.key).stretches(curve)
        return self._found.get(curve, [])

    def _on_feed_changed(self) -> None:
        if self._is_live():
            self.draw()
        self.live_seen.emit()

    def _on_cursor_wanted(self, moment: float | None) -> None:
        for chart in self.in_sight():
            chart.show_cursor(moment)

    def _on_range_wanted(self, begin: float, end: float) -> None:
        now, most = time.time(), float(seconds_of(self._span))
        length = min(max(end - begin, LEAST_FRAME_S), most)
        end = min(end, frame_of(self._span, now)[1])
        self._frame = (end - length, end)
        self.bar.offer_reset(offered=True)
        self._pace()
        self.draw()
        self._settle.start()

    def _on_reset_wanted(self) -> None:
        self._frame = None
        self.bar.offer_reset(offered=False)
        self._pace()
        self.draw()
        self._settle.start()

    # History.

    def _on_settle_timeout(self) -> None:
        if self.isVisible():
            self.draw()
            if not (self._is_live() and self._filled):
                self.read()

    def _on_again_timeout(self) -> None:
        if self._is_live():
            self.draw()
        else:
            self.read()

    def read(self) -> None:
        """Read what the charts in sight need, on a worker."""
        if self._loaded and self.isVisible():
            title = self.tr("The history cannot be read")
            self._desk.operations.spawn(self, self._read_and_draw(), title=title)

    async def _read_and_draw(self) -> None:
        self._asked += 1
        asked, frame = self._asked, self.frame()
        if self._is_live():
            self._filled = True
            await self._fill(*frame)
        else:
            curves = [curve for chart in self.in_sight() for curve in chart.wanted()]
            found = await self.read_all(curves, *frame)
            if asked != self._asked:
                return
            self._found = {**self._found, **found}
        self.draw()

    async def _fill(self, begin: float, end: float) -> None:
        every = [curve for panel in self._panels for curve in panel.curves]
        names = dict.fromkeys((curve.key, name) for curve in every for name in curve.needs())
        plain = [Curve(key=key, series=name, label=name) for key, name in names]
        await self.feed.fill(plain, begin, end)

    async def read_all(
        self, curves: Sequence[Curve], begin: float, end: float
    ) -> dict[Curve, list[Stretch]]:
        """The history of curves."""
        window = self._desk.core.metrics.window
        if not curves:
            return {}
        return await self._desk.operations.run(lambda: read_curves(window, curves, begin, end))

    # For export: what is out of sight too.

    async def read_shown(self) -> dict[Curve, list[Stretch]]:
        """All curves that are on, in the frame of now."""
        curves = [curve for chart in self.charts for curve in chart.wanted()]
        if self._is_live():
            return {curve: self._known(curve) for curve in curves}
        return await self.read_all(curves, *self.frame())

    async def draw_every(self) -> None:
        """Draw all charts, as a picture of them needs."""
        found, frame = await self.read_shown(), self.frame()
        for chart in self.charts:
            chart.show_stretches(found, *frame)
            chart.settle()
