"""Charts of a machine: live and from the history, by mouse and keyboard, and written to files."""

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from infinibay_desktop.model.errors import StorageError
from infinibay_desktop.model.metrics import Source
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.ui.charts.export import write_whole
from infinibay_desktop.ui.charts.exporting import BoardExport
from infinibay_desktop.ui.charts.readings import HOST_SERIES
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.fakes.charts import LAYOUT, rates_seen

ROOT = Path(__file__).parents[3]


def values(chart) -> list[str]:
    return [entry._value for entry in chart.legend.entries]


def test_an_agents_readings_are_drawn_as_they_come(make_board, speak, machine, chart_of, qtbot):
    board = make_board()
    speak(machine, ago=5)
    speak(machine)
    cpu = chart_of(board, "cpu")
    qtbot.waitUntil(lambda: values(cpu)[0].endswith("%"))
    assert board.feed.source(machine.key) is Source.AGENT
    assert not board.bar._sources[Source.AGENT].isHidden()
    assert "All cores" in cpu.accessibleDescription()


def test_the_host_is_asked_until_an_agent_talks(make_board, speak, machine, metrics_desk):
    board = make_board()
    watch = metrics_desk.core.statistics
    assert watch.watched == [machine.key]
    speak(machine)
    assert not watch.watched
    board.feed._heard[machine.key] -= 60
    board.feed._ask_hosts()
    assert watch.watched == [machine.key]


def test_the_hosts_view_is_told_by_words_and_dashes(
    make_board, metrics_desk, machine, chart_of, qtbot
):
    metrics_desk.core.metrics.empty = True
    board = make_board(HOST_SERIES)
    metrics_desk.bridge.publish(rates_seen(machine, time.time()))
    qtbot.waitUntil(lambda: values(chart_of(board, "cpu")) == ["40 %, host"])
    assert not board.bar._sources[Source.HOST].isHidden()
    assert board.bar._sources[Source.AGENT].isHidden()


def test_hidden_charts_ask_nothing_and_drop_what_comes(
    make_board, speak, machine, metrics_desk, qtbot
):
    board = make_board()
    board.hide()
    assert not metrics_desk.core.statistics.watched
    asked = len(metrics_desk.core.metrics.wishes)
    before = {name: ring.count for (name, _), ring in
              board.feed.readings(machine.key)._rings.items()}  # fmt: skip
    speak(machine)
    after = {name: ring.count for (name, _), ring in
             board.feed.readings(machine.key)._rings.items()}  # fmt: skip
    assert before == after
    assert len(metrics_desk.core.metrics.wishes) == asked
    board.show()
    qtbot.waitUntil(lambda: len(metrics_desk.core.metrics.wishes) > asked)


def test_curves_are_drawn_at_most_once_a_second(make_board, speak, machine, qtbot):
    board = make_board()
    drawn = []
    board.feed.changed.connect(lambda: drawn.append(1))
    for ago in range(50, 0, -5):
        speak(machine, ago=ago)
    assert len(drawn) == 1


def test_a_range_is_read_from_the_history_for_the_charts_in_sight_only(
    make_board, metrics_desk, chart_of, qtbot
):
    board = make_board(size=(400, 300))
    wishes = metrics_desk.core.metrics.wishes
    wishes.clear()
    board.show_span(Span.DAY)
    qtbot.waitUntil(lambda: bool(wishes))
    asked = {name for wish in wishes for name in wish.series}
    assert "cpu_percent" in asked
    assert not {"load_1", "processes", "sent_bps"} & asked
    assert (wishes[0].end - wishes[0].begin).total_seconds() == 86400
    cpu = chart_of(board, "cpu")
    assert [one.source for one in cpu._stretches(0)] == [Source.AGENT, Source.HOST]
    board.area.verticalScrollBar().setValue(10_000)
    qtbot.waitUntil(lambda: "processes" in wishes[-1].series)


def test_a_time_without_figures_says_so(make_board, metrics_desk, chart_of, qtbot):
    metrics_desk.core.metrics.empty = True
    board = make_board()
    board.show_span(Span.WEEK)
    cpu = chart_of(board, "cpu")
    qtbot.waitUntil(lambda: not cpu._empty.isHidden())
    assert "No figures" in cpu._empty.text()


@pytest.fixture
def day(make_board, chart_of, qtbot):
    """The CPU of a day, with the keyboard on it."""
    board = make_board()
    board.show_span(Span.DAY)
    cpu = chart_of(board, "cpu")
    qtbot.waitUntil(lambda: bool(cpu._stretches(0)))
    cpu.setFocus()
    return board, cpu


def test_the_cursor_is_moved_by_keys_and_tells_what_lies_between_what(day, qtbot):
    board, cpu = day
    qtbot.keyClick(cpu, Qt.Key.Key_Left)
    first = cpu.plot.cursor_s
    qtbot.keyClick(cpu, Qt.Key.Key_Left)
    assert cpu.plot.cursor_s < first
    assert all(chart.plot.cursor_s == cpu.plot.cursor_s for chart in board.in_sight())
    assert cpu._moment.text()
    assert " to " in cpu.accessibleDescription()
    assert not cpu._readout.isHidden()
    qtbot.keyClick(cpu, Qt.Key.Key_Right)
    assert cpu.plot.cursor_s == first
    qtbot.keyClick(cpu, Qt.Key.Key_Escape)
    assert cpu.plot.cursor_s is None


def test_keys_zoom_move_and_reset(day, metrics_desk, qtbot):
    board, cpu = day
    whole = board.frame()
    qtbot.keyClick(cpu, Qt.Key.Key_Plus)
    zoomed = board.frame()
    assert zoomed[1] - zoomed[0] == pytest.approx((whole[1] - whole[0]) / 2)
    assert not board.bar.reset.isHidden()
    qtbot.waitUntil(lambda: metrics_desk.core.metrics.wishes[-1].begin.timestamp()
                    == pytest.approx(zoomed[0], abs=1))  # fmt: skip
    qtbot.keyClick(cpu, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert board.frame()[0] < zoomed[0]
    qtbot.keyClick(cpu, Qt.Key.Key_Home)
    assert board.frame() == whole
    assert board.bar.reset.isHidden()


def test_the_mouse_zooms_to_what_it_draws_over_and_a_double_click_resets(day, qtbot):
    board, cpu = day
    whole, view = board.frame(), cpu.plot.viewport()
    middle = view.height() // 2
    start, end = QPoint(150, middle), QPoint(250, middle)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    cpu.plot.mouseMoveEvent(_move(end))
    assert cpu.plot.selected
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    begin, stop = board.frame()
    assert whole[0] < begin < stop < whole[1]
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=start)
    assert board.frame() == whole


def _move(at: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), left, left,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip


def test_a_zoom_is_never_longer_than_its_range_nor_in_the_future(day):
    board, cpu = day
    whole = board.frame()
    cpu.range_wanted.emit(whole[0] - 1e6, whole[1] + 1e6)
    assert board.frame() == pytest.approx(whole)
    cpu.range_wanted.emit(whole[1], whole[1])
    begin, end = board.frame()
    assert end - begin == 10


def test_an_entry_of_the_legend_switches_its_curve(day, chart_of, qtbot):
    board, _cpu = day
    memory = chart_of(board, "memory")
    assert [curve.label for curve in memory.wanted()] == ["Used", "Swap used"]
    memory.legend.entries[1].click()
    assert [curve.label for curve in memory.wanted()] == ["Used"]
    assert len(memory.plot.lines) == 1
    assert memory.legend.entries[1].accessibleName() == "Swap used"


def test_no_more_than_eight_curves_are_on_at_once(make_board, chart_of, qtbot):
    board = make_board([f"core_percent:{number}" for number in range(10)])
    entries = chart_of(board, "cores").legend.entries
    assert not entries[8].isEnabled()
    assert "Eight curves" in entries[8].toolTip()
    entries[0].click()
    assert entries[8].isEnabled()
    entries[8].click()
    numbers = chart_of(board, "cores").legend.numbers()
    assert sorted(numbers.values()) == list(range(8))
    assert not entries[0].isEnabled()


@pytest.fixture
def exporting(day, metrics_desk, machine):
    board, _cpu = day
    return BoardExport(metrics_desk, board, lambda: {machine.key: "=web"})


def test_a_table_holds_the_readings_of_the_range_and_runs_nowhere(
    exporting, metrics_desk, tmp_path
):
    path = tmp_path / "web.csv"
    exporting.save_csv(str(path))
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert {row["source"] for row in rows} == {"agent", "host"}
    assert {row["machine"] for row in rows} == {"'=web"}
    assert {"CPU", "CPU cores", "Memory", "Disk space used"} <= {row["chart"] for row in rows}
    assert all(float(row["minimum"]) <= float(row["average"]) for row in rows)
    assert metrics_desk.notices.told == [("Exported", str(path))]


def test_a_picture_holds_all_charts(exporting, day, tmp_path):
    board, _cpu = day
    path = tmp_path / "web.png"
    exporting.save_png(str(path))
    picture = QImage(str(path))
    assert picture.width() > board.canvas.width()
    assert picture.height() > board.canvas.height()


def test_a_name_is_proposed_and_a_file_that_cannot_be_written_is_told(
    exporting, metrics_desk, tmp_path, qtbot
):
    dialog = exporting.ask_for_csv()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.selectedFiles()[0].endswith(".csv")
    assert "web" in Path(dialog.selectedFiles()[0]).name
    dialog.reject()
    exporting.save_csv(str(tmp_path / "none" / "web.csv"))
    assert metrics_desk.notices.errors[0][0] == "The metrics were not exported"


def test_a_file_that_was_there_stays_when_writing_fails(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    with pytest.raises(StorageError):
        write_whole(kept, b"x")
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("size", [(300, 240), (400, 300), (1900, 1000)])
def test_charts_fit_whatever_the_size_and_theme(make_board, qapp, speak, machine, theme, size):
    board = make_board(size=size)
    apply_theme(qapp, theme)
    board.retint()
    speak(machine)
    assert not board.grab().isNull()
    assert board.minimumSizeHint().width() <= 300
    assert all(chart.width() <= board.width() for chart in board.charts)
    apply_theme(qapp, Theme.LIGHT)


def test_the_first_sight_of_a_machine_waits_for_no_pyqtgraph():
    code = (
        "import sys; import infinibay_desktop.ui.machines.overview_tab, "
        "infinibay_desktop.ui.machines.metrics_tab, infinibay_desktop.ui.metrics.page; "
        "assert 'pyqtgraph' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_every_chart_is_named_and_reached_by_the_keyboard(make_board):
    board = make_board(LAYOUT)
    for chart in board.charts:
        assert chart.accessibleName() == chart.panel.title
        assert chart.focusPolicy() is Qt.FocusPolicy.StrongFocus
        for entry in chart.legend.entries:
            assert entry.accessibleName()
            assert entry.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert board.bar.span.accessibleName() == "Time range"
    assert board.bar.export.accessibleName() == "Export"
