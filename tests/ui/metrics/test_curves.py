"""What curves are made of: gaps, values at a moment, marks, units and lines of pixels."""

from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts import units
from infinibay_desktop.ui.charts.drawing import Drawing, Frame, Line
from infinibay_desktop.ui.charts.panels import comparable, comparison, panels_of
from infinibay_desktop.ui.charts.readings import Readings, share_of
from infinibay_desktop.ui.charts.spans import Span, frame_of, seconds_of, words_of
from infinibay_desktop.ui.charts.stretches import Stretch, last_of, reading_at, runs_of
from infinibay_desktop.ui.charts.time_marks import mark_words, time_marks
from tests.fakes.charts import LAYOUT, agent_sample, rates_seen

NAN = float("nan")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC).timestamp()


def stretch(times, values, source=Source.AGENT, **others) -> Stretch:
    return Stretch(
        times=np.array(times, float), values=np.array(values, float), source=source, **others
    )


def runs(made: Stretch) -> list[tuple[int, int]]:
    return [(run.start, run.stop) for run in runs_of(made)]


@pytest.mark.parametrize(
    ("times", "values", "parts"),
    [
        ([], [], []),
        ([0], [1], [(0, 1)]),
        ([0], [NAN], []),
        ([0, 5, 10], [1, 2, 3], [(0, 3)]),
        ([0, 5, 10, 15], [1, NAN, 3, 4], [(0, 1), (2, 4)]),
        ([0, 5, 10, 60, 65], [1, 2, 3, 4, 5], [(0, 3), (3, 5)]),
        ([0, 5, 11, 15, 21], [1, 2, 3, 4, 5], [(0, 5)]),
        ([0, 5, 10], [NAN, NAN, 3], [(2, 3)]),
    ],
)
def test_an_unknown_value_and_a_silence_are_gaps(times, values, parts) -> None:
    assert runs(stretch(times, values)) == parts


@given(st.lists(st.floats(0, 100) | st.just(NAN), max_size=40))
def test_runs_hold_every_known_value_once_and_no_unknown_one(values) -> None:
    made = stretch(range(0, 5 * len(values), 5), values)
    held = [place for run in runs_of(made) for place in range(run.start, run.stop)]
    assert held == [place for place, value in enumerate(values) if value == value]


def test_marked_gaps_are_the_only_ones_of_a_history_with_other_steps_at_its_end() -> None:
    made = stretch([0, 900, 1800, 1860, 1865], [1, 2, 3, 4, 5], gap_s=float("inf"))
    assert runs(made) == [(0, 5)]


def test_the_value_at_a_moment_is_the_agents_then_the_hosts_then_none() -> None:
    agent = stretch([0, 5, 10], [1, NAN, 3])
    host = stretch([0, 5, 10], [7, 8, 9], Source.HOST)
    assert reading_at([host, agent], 1).value == 1
    assert reading_at([host, agent], 5).source is Source.HOST
    assert reading_at([agent], 5) is None
    assert reading_at([agent, host], 100) is None
    assert last_of([agent, host]).value == 3
    assert last_of([]) is None


def test_marks_of_bytes_are_round_in_their_units() -> None:
    top = units.round_top(units.RATE, 9.4e6)
    said = [units.RATE.words(mark) for mark in units.marks(units.RATE, 0, top)]
    assert said == ["0 B/s", "4 MiB/s", "8 MiB/s", "12 MiB/s"]
    said = [units.NUMBER.words(mark) for mark in units.marks(units.NUMBER, 0, 2)]
    assert said == ["0", "0.5", "1", "1.5", "2"]


@given(st.floats(0, 1e15))
def test_a_top_holds_its_highest_value_with_few_marks(highest) -> None:
    for unit in (units.PERCENT, units.SIZE, units.RATE, units.NUMBER, units.DEGREES):
        top = units.round_top(unit, highest)
        assert top >= highest
        assert 2 <= len(units.marks(unit, 0, top)) <= units.MARKS + 1


@pytest.mark.parametrize("span", Span)
def test_every_range_has_words_and_a_few_round_moments(span) -> None:
    begin, end = frame_of(span, NOON)
    assert end - begin == seconds_of(span)
    assert begin < NOON < end
    found = time_marks(begin, end, 6)
    assert 2 <= len(found) <= 8
    assert all(begin <= mark <= end for mark in found)
    steps = {round(late - early) for early, late in pairwise(found)}
    assert len(steps) == 1 or span in (Span.QUARTER, Span.YEAR)  # months
    assert words_of(span)
    assert all(mark_words(mark, max(steps)) for mark in found)


def test_the_frame_moves_in_steps_so_that_axes_are_seldom_drawn() -> None:
    assert frame_of(Span.LIVE, NOON + 1) == frame_of(Span.LIVE, NOON + 13)
    assert frame_of(Span.LIVE, NOON + 1) != frame_of(Span.LIVE, NOON + 16)


def test_a_machine_has_a_chart_for_each_kind_of_series_it_knows(machine) -> None:
    made = {panel.name: panel for panel in panels_of(machine.key, LAYOUT, machine.memory_bytes)}
    assert list(made) == [
        "cpu", "cores", "memory", "disk", "space", "network", "load", "processes", "temperature"
    ]  # fmt: skip
    assert made["memory"].ceiling == machine.memory_bytes
    assert [curve.label for curve in made["cores"].curves] == [f"Core {n}" for n in range(4)]
    assert [curve.label for curve in made["space"].curves] == ["/", "/home"]
    assert [curve.shown for curve in made["network"].curves] == [True, True, False, False]
    few = panels_of(machine.key, ("cpu_percent", "disk_used_bytes:/"), machine.memory_bytes)
    assert [panel.name for panel in few] == ["cpu"]


def test_at_most_eight_of_many_cores_are_on_at_first(machine) -> None:
    names = [f"core_percent:{number}" for number in range(64)]
    (panel,) = panels_of(machine.key, names, 1)
    assert sum(curve.shown for curve in panel.curves) == 8


def test_names_from_guests_are_bounded_and_bare(machine) -> None:
    odd = "disk_used_bytes:\x1b[31m\u202e<b>" + "x" * 500
    whole = odd.replace("used", "total")
    (panel,) = panels_of(machine.key, (odd, whole), 1)
    label = panel.curves[0].label
    assert len(label) <= 60
    assert not {"\x1b", "\u202e"} & set(label)


def test_every_comparable_series_makes_a_chart(machine) -> None:
    for name, called in comparable():
        panel = comparison(name, [(machine.key, "web")] * 9)
        assert panel.title == called
        assert len(panel.curves) == 8


def test_a_cheap_reading_of_the_host_is_no_gap_in_what_it_does_not_tell(machine) -> None:
    readings = Readings()
    readings.put_rates(rates_seen(machine, 100).rates[0])
    cheap = {"memory_used_bytes": None, "disk_read_bps": None, "disk_written_bps": None}
    readings.put_rates(rates_seen(machine, 102, **cheap).rates[0])
    panel = panels_of(machine.key, ("memory_used_bytes",), 1)[0]
    (memory,) = readings.stretches(panel.curves[0])
    assert memory.times.tolist() == [100]


def test_what_the_history_knows_stands_before_what_came(machine) -> None:
    readings = Readings()
    for at in (100, 105):
        readings.put_sample(agent_sample(machine.key, at))
    readings.put_sample(agent_sample(machine.key, 105))
    older = stretch([90, 95, 100], [1, 2, 3])
    readings.begin_with("cpu_percent", [older])
    curve = panels_of(machine.key, ("cpu_percent",), 1)[0].curves[0]
    (made,) = readings.stretches(curve)
    assert made.times.tolist() == [90, 95, 100, 105]
    assert made.values[:2].tolist() == [1, 2]


def test_only_the_newest_readings_are_kept(machine) -> None:
    readings = Readings()
    for at in range(3000):
        readings.put_sample(agent_sample(machine.key, at, layout=("cpu_percent",)))
    curve = panels_of(machine.key, ("cpu_percent",), 1)[0].curves[0]
    (made,) = readings.stretches(curve)
    assert made.times[-1] == 2999
    assert 500 <= len(made.times) <= 1024
    assert (np.diff(made.times) == 1).all()


def test_a_share_of_nothing_is_unknown() -> None:
    made = share_of(stretch([0, 5], [5, 5]), np.array([10.0, 0.0]))
    assert made.values[0] == 50
    assert np.isnan(made.values[1])


def painted(lines: list[Line]) -> QImage:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    Drawing(lines, Frame(0, 100, 0, 100), QRectF(0, 0, 100, 50)).paint(painter)
    painter.end()
    return image


def inked(image: QImage, x: int) -> list[int]:
    return [y for y in range(image.height()) if image.pixelColor(x, y).lightness() < 250]


def test_a_gap_is_left_empty_and_a_band_lies_around_its_curve(qapp) -> None:
    times = np.arange(0, 100, 5.0)
    values = np.full(len(times), 50.0)
    values[8:12] = NAN
    wide = Stretch(times=times, values=values, low=values - 20, high=values + 20)
    image = painted([Line(stretches=[wide], color=QColor("black"))])
    assert not inked(image, 48)
    there = inked(image, 20)
    assert min(there) <= 16
    assert max(there) >= 33
    assert 24 in there or 25 in there


def test_absurd_values_are_drawn_at_the_edge(qapp) -> None:
    wild = stretch([0, 5, 10, 15], [1e300, -1e300, 50, 1e300])
    assert painted([Line(stretches=[wild], color=QColor("black"), tag="1")]).width() == 100


def test_the_hosts_curve_is_broken_into_dashes(qapp) -> None:
    times = np.arange(0, 100, 5.0)
    made = [
        stretch(times, np.full(len(times), 50.0), source) for source in (Source.AGENT, Source.HOST)
    ]
    solid, dashed = (painted([Line(stretches=[one], color=QColor("black"))]) for one in made)
    assert all(inked(solid, x) for x in range(10, 90))
    assert not all(inked(dashed, x) for x in range(10, 90))
