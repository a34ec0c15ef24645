"""Charts: what one redraw takes of the GUI thread, beside bare polylines of the same points."""

import os
import random
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from uuid import UUID

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.rights import PROGRAM
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.charts.board import AT_ONCE, ChartBoard
from infinibay_desktop.ui.charts.feed import LiveFeed
from infinibay_desktop.ui.charts.panels import comparison, panels_of
from infinibay_desktop.ui.charts.readings import HOST_SERIES
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.machines.charts import LiveChart
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.bench.measuring import Series, Table, alternate, seconds_of
from tests.bench.table import Bed
from tests.fakes.charts import LAYOUT, FakeHistory, FakeMachineWatch, agent_sample, samples_seen
from tests.fakes.desk import FakeBridge, FakeNavigator, FakeNotices, FakeOperations

ROUNDS = int(os.environ.get("CHARTS_ROUNDS", "60"))
SIZE = (1280, 800)
OVERVIEW_SIZE = (420, 440)
# One reading each 5 s over the 5 minutes that live charts span.
POINTS = 60
HOST = HostId(UUID(int=1))


def machine(number: int) -> Machine:
    return Machine(
        id=MachineId(UUID(int=number)),
        host_id=HOST,
        name=f"vm-{number}",
        state=MachineState.RUNNING,
        vcpus=4,
        memory_bytes=2 * GIB,
    )


def make_desk() -> SimpleNamespace:
    notices = FakeNotices()
    core = SimpleNamespace(
        statistics=FakeMachineWatch(),
        metrics=FakeHistory(silence=(2.0, 3.0)),
        current=SimpleNamespace(signed_in=PROGRAM),
    )
    return SimpleNamespace(
        core=core,
        bridge=FakeBridge(),
        operations=FakeOperations(notices),
        notices=notices,
        go=FakeNavigator(),
    )


class Lines(QWidget):
    """So many polylines on an empty widget: what the same curves cost at least."""

    def __init__(self, count: int, points: int, size: tuple[int, int]) -> None:
        super().__init__()
        chance = random.Random(3)  # noqa: S311 - no secret
        width = size[0] / 2
        self._lines = [
            QPolygonF(
                [
                    QPointF(
                        at * width / points + number % 2 * width,
                        number // 2 * 80 + chance.random() * 90,
                    )
                    for at in range(points)
                ]
            )
            for number in range(count)
        ]
        self.resize(*size)
        self.show()

    def paintEvent(self, _event: object) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#1f6bb8"), 1))
        for line in self._lines:
            painter.drawPolyline(line)
        painter.end()


class Stage:
    """Spins Qt's loop, and tells what of that was work of this thread."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def spin(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def work_of(self, act: Callable[[], object], turns: int = 1) -> float:
        """The thread's own seconds for an act and all that Qt draws in the turns after it."""
        start = time.thread_time()
        act()
        for _ in range(turns):
            self._application.processEvents()
        return time.thread_time() - start


class Live:
    """A machine's charts with readings of an agent, as much as the live range shows."""

    def __init__(self, desk: SimpleNamespace, key: MachineKey, feed: LiveFeed) -> None:
        self._desk, self._key, self._feed = desk, key, feed
        self._at = int(time.time()) - 5 * POINTS
        for _ in range(POINTS):
            self.bring()

        self._last = agent_sample(self._key, self._at)

    def bring(self) -> None:
        self._at += 5
        self._desk.bridge.publish(samples_seen(agent_sample(self._key, self._at)))

    def again(self) -> None:
        """One more reading in place of one that is not there yet: the frame stays."""
        self._feed.readings(self._key).put_sample(self._last)


def measure_tab(stage: Stage, table: Table) -> None:
    desk, shown = make_desk(), machine(1)
    board = ChartBoard(desk)
    board.show_panels(panels_of(shown.key, LAYOUT, shown.memory_bytes))
    board.resize(*SIZE)
    board.show()
    stage.spin(0.5)
    live = Live(desk, shown.key, board.feed)
    stage.spin(2.5)
    charts = board.in_sight()
    curves = sum(len(chart.wanted()) for chart in charts)
    turns = len(charts) // AT_ONCE + 2
    bare = Lines(curves, POINTS, SIZE)
    stage.spin(0.3)

    def redraw() -> None:
        live.again()
        board.draw()

    found = alternate(
        {"ours": lambda: stage.work_of(redraw), "bare": lambda: stage.work_of(bare.update)},
        ROUNDS,
    )
    what = f"metrics tab, {len(charts)} charts, {curves} curves: a live redraw"
    table.compare(f"{what} : bare polylines", found["ours"], found["bare"])
    table.absolute("  the same, of the GUI thread", found["ours"], at_most_ms=4)
    measure_cursor(stage, table, board)
    board.show_span(Span.DAY)
    stage.spin(0.6)
    day = Series(tuple(stage.work_of(board.draw, turns) for _ in range(ROUNDS)))
    table.absolute("  a history of 300 points a curve with bands", day)
    board.hide()
    bare.hide()
    event = samples_seen(*(agent_sample(machine(n).key, 1) for n in range(100)))
    hidden = Series(tuple(seconds_of(lambda: desk.bridge.publish(event)) for _ in range(ROUNDS)))
    table.absolute("  hidden: 100 samples of others and of its own", hidden, at_most_ms=0.1)


def measure_cursor(stage: Stage, table: Table, board: ChartBoard) -> None:
    begin, end = board.frame()
    moments = iter(np.linspace(begin, end, 10 * ROUNDS).tolist())
    moved = Series(
        tuple(stage.work_of(lambda: board._on_cursor_wanted(next(moments))) for _ in range(ROUNDS))
    )
    table.absolute("  the cursor moves in all of them", moved)
    board._on_cursor_wanted(None)


def measure_comparison(stage: Stage, table: Table) -> None:
    desk = make_desk()
    compared = [(machine(number).key, f"vm-{number}") for number in range(1, 9)]
    board = ChartBoard(desk)
    board.show_panels([comparison("cpu_percent", compared)])
    board.show_span(Span.HOUR)
    board.resize(*SIZE)
    board.show()
    stage.spin(0.8)
    bare = Lines(8, 300, SIZE)
    stage.spin(0.3)
    found = alternate(
        {"ours": lambda: stage.work_of(board.draw), "bare": lambda: stage.work_of(bare.update)},
        ROUNDS,
    )
    what = "comparison of 8 machines, 300 points each : bare polylines"
    table.compare(what, found["ours"], found["bare"])
    table.absolute("  the same, of the GUI thread", found["ours"], at_most_ms=4)
    board.hide()
    bare.hide()


def measure_overview(stage: Stage, table: Table) -> None:
    desk, shown = make_desk(), machine(1)
    window = QWidget()
    feed = LiveFeed(desk, window)
    feed.follow([shown.key])
    feed.start()
    charts = [LiveChart() for _ in range(4)]
    grid = FlowGrid(window, cell_width=180)
    for chart, panel in zip(
        charts, panels_of(shown.key, HOST_SERIES, shown.memory_bytes), strict=True
    ):
        chart.show_panel(panel)
        grid.addWidget(chart)
    window.resize(*OVERVIEW_SIZE)
    window.show()
    live = Live(desk, shown.key, feed)
    bare = Lines(6, POINTS, OVERVIEW_SIZE)
    stage.spin(0.3)

    def redraw() -> None:
        live.again()
        for chart in charts:
            chart.show_readings(feed)

    found = alternate(
        {"ours": lambda: stage.work_of(redraw), "bare": lambda: stage.work_of(bare.update)}, ROUNDS
    )
    table.compare(
        "overview tab, 4 charts, 6 curves: a redraw : bare polylines", found["ours"], found["bare"]
    )
    table.absolute("  the same, of the GUI thread", found["ours"], at_most_ms=4)
    window.hide()
    bare.hide()


class Sparks(QWidget):
    """As many polylines as the list shows sparklines, where these stand."""

    def __init__(self, histories: list[list[float]], row_px: int, size: tuple[int, int]) -> None:
        super().__init__()
        self._lines = [
            QPolygon(
                [
                    QPoint(600 + 2 * at, number * row_px + row_px - 5 - round(value * 0.16))
                    for at, value in enumerate(history)
                ]
            )
            for number, history in enumerate(histories)
        ]
        self._pen = QPen(QColor("#1f6bb8"))
        self.resize(*size)
        self.show()

    def paintEvent(self, _event: object) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self._pen)
        for line in self._lines:
            painter.drawPolyline(line)
        painter.end()


class Empty(QWidget):
    """Draws nothing: what a repaint costs by itself."""

    def paintEvent(self, _event: object) -> None:  # noqa: N802
        QPainter(self).end()


def measure_sparklines(stage: Stage, table: Table, bed: Bed) -> None:
    """What sparklines add to a paint of the list, beside what bare polylines add to an empty one."""
    view = bed.table
    view.resize(1320, 900)
    stage.spin(0.3)
    rows = [bed.model.rows[place] for place in view.visible_rows()]
    histories = [list(row.history) for row in rows if row.history]
    size = (view.viewport().width(), view.viewport().height())
    bare, empty = Sparks(histories, view.rowHeight(0), size), Empty()
    empty.resize(*size)
    empty.show()
    stage.spin(0.5)

    def painted(widget: QWidget) -> float:
        start = time.thread_time()
        widget.repaint()
        return time.thread_time() - start

    def listed(*, shown: bool) -> float:
        view.show_sparklines(shown=shown)
        painted(view.viewport())
        return painted(view.viewport())

    found = alternate(
        {
            "with": lambda: listed(shown=True),
            "without": lambda: listed(shown=False),
            "bare": lambda: painted(bare),
            "empty": lambda: painted(empty),
        },
        4 * ROUNDS,
    )
    ours = _difference(found["with"], found["without"])
    floor = _difference(found["bare"], found["empty"])
    table.compare(f"{len(histories)} sparklines in the list : bare polylines", ours, floor,
                  at_most=1.5)  # fmt: skip


def _difference(more: Series, less: Series) -> Series:
    """What the one takes beyond the other, in the middle of all rounds and at best."""
    return Series((more.best - less.best, more.median - less.median, more.median - less.median))


def measure_new_figures(table: Table, bed: Bed) -> None:
    """All rows in sight have new figures: their lines are bent anew before they are drawn."""
    view, few = bed.table, [bed.model.rows[place].machine for place in bed.table.visible_rows()]

    def changed() -> float:
        bed.change(few)
        start = time.thread_time()
        view.viewport().repaint()
        return time.thread_time() - start

    table.absolute("the list when all rows in sight have new figures",
                   Series(tuple(changed() for _ in range(ROUNDS))))  # fmt: skip


def main() -> None:
    sys.setswitchinterval(0.0005)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    apply_theme(application, Theme.LIGHT)
    stage = Stage(application)
    table = Table("charts", f"{application.platformName()}, one reading each 5 s")
    measure_overview(stage, table)
    measure_tab(stage, table)
    measure_comparison(stage, table)
    bed = Bed(application)
    measure_sparklines(stage, table, bed)
    measure_new_figures(table, bed)
    table.end()


if __name__ == "__main__":
    main()
