"""Rolling up equals what is computed the plain way; nothing that is drawn hides a peak."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.database.metric_chunks import CHUNK_S, pack, unpack
from infinibay_desktop.database.metric_history import tier_for
from infinibay_desktop.database.metric_steps import (
    as_steps,
    between,
    curve,
    joined,
    no_steps,
    reduced,
    renamed,
)
from infinibay_desktop.model.metrics import MAX_SERIES, Tier
from tests.fakes.metrics import DAY, naive_steps, packed

# Any float32 that a guest can send, also what is no number.
VALUES = st.floats(width=32)
TIMES = st.lists(st.integers(0, 3599), unique=True, min_size=1, max_size=60).map(sorted)
LAYOUTS = {1: ("a", "b"), 2: ("b", "c"), 3: ("a",)}


@st.composite
def hours(draw):
    """Readings of an hour in layouts that change, as they are stored."""
    rows = []
    for at_s in draw(TIMES):
        number = draw(st.sampled_from(list(LAYOUTS)))
        values = [draw(VALUES) for _ in LAYOUTS[number]]
        rows.append((DAY + at_s, number, packed(values)))
    return rows


def plain(rows, name: str) -> list[tuple[int, float]]:
    """The readings of one series."""
    found = []
    for at_s, number, data in rows:
        if name in LAYOUTS[number]:
            value = np.frombuffer(data, "<f4")[LAYOUTS[number].index(name)].item()
            found.append((at_s, value))
    return found


def check(steps, rows, step_s: int) -> None:
    for row, name in enumerate(steps.names):
        expected = naive_steps(plain(rows, name), step_s)
        known = steps.count[row] > 0
        at = np.floor(steps.times[known] / step_s).astype(int).tolist()
        assert at == sorted(expected)
        for place, step in zip(np.flatnonzero(known), at, strict=True):
            count, low, mean, high = expected[step]
            assert steps.count[row][place] == count
            assert steps.minimum[row][place] == low
            assert steps.maximum[row][place] == high
            assert math.isclose(
                steps.average[row][place],
                mean,
                rel_tol=1e-6,
                abs_tol=abs(high - low) * 1e-6 + 1e-38,
            )


@given(hours())
def test_minutes_equal_the_plain_computation(rows) -> None:
    check(reduced(as_steps(rows, LAYOUTS), 60), rows, 60)


@given(hours())
def test_quarters_made_of_minutes_equal_those_made_of_readings(rows) -> None:
    minutes = reduced(as_steps(rows, LAYOUTS), 60)
    check(reduced(minutes, 900), rows, 900)
    check(reduced(reduced(minutes, 900), 86_400), rows, 86_400)


@given(hours())
def test_what_is_packed_comes_back(rows) -> None:
    minutes = reduced(as_steps(rows, LAYOUTS), 60)
    back = unpack([(DAY, pack(minutes, DAY, Tier.MINUTE))], Tier.MINUTE)
    assert back.names == minutes.names
    check(back, rows, 60)
    one = unpack([(DAY, pack(minutes, DAY, Tier.MINUTE))], Tier.MINUTE, ("c", "never"))
    assert one.names == ("c", "never")
    assert not one.count[1].any()


@given(hours(), st.integers(1, 600))
def test_no_reduction_loses_an_extreme(rows, step_s) -> None:
    steps = as_steps(rows, LAYOUTS)
    small = reduced(steps, step_s)
    for row in range(len(steps.names)):
        _, low, mean, high = curve(small, row, 15.0)
        values = steps.minimum[row][steps.count[row] > 0]
        if not values.size:
            assert not high.size
            continue
        assert np.nanmax(high) == values.max()
        assert np.nanmin(low) == values.min()
        inside = ~np.isnan(mean)
        tolerance = np.abs(np.concatenate((low[inside], high[inside]))).max() * 1e-6
        assert (mean[inside] <= high[inside] + tolerance).all()
        assert (mean[inside] >= low[inside] - tolerance).all()


@given(hours(), hours())
def test_parts_of_a_line_rise_in_time_and_gaps_are_between_readings(first, second) -> None:
    later = [(at_s + 7200, number, data) for at_s, number, data in second]
    names = ("a", "b", "c")
    steps = joined([as_steps(first, LAYOUTS, names), as_steps(later, LAYOUTS, names)])
    for row in range(3):
        times, low, mean, high = curve(steps, row, 15.0)
        assert (np.diff(times) > 0).all()
        gaps = np.isnan(mean)
        assert (gaps == np.isnan(low)).all()
        assert (gaps == np.isnan(high)).all()
        assert not gaps[:1].any()
        assert not gaps[-1:].any()


@given(st.binary(max_size=200))
def test_a_damaged_chunk_is_left_out(data) -> None:
    good = reduced(as_steps([(DAY, 3, packed([1.0]))], LAYOUTS), 60)
    chunk = pack(good, DAY, Tier.MINUTE)
    cut = chunk[: len(data) % len(chunk)]
    for bad in (data, cut, chunk[:4] + data, cut + data):
        steps = unpack(
            [(DAY, bad), (DAY + 3600, pack(good, DAY, Tier.MINUTE))], Tier.MINUTE, ("a",)
        )
        assert steps.times[-1] == DAY + 3600 + 3570


def test_readings_that_fit_no_layout_are_left_out() -> None:
    rows = [(DAY, 3, packed([1.0])), (DAY + 5, 3, packed([1.0, 2.0])), (DAY + 9, 9, packed([3.0]))]
    assert as_steps(rows, LAYOUTS).times.tolist() == [DAY]
    assert not as_steps([], LAYOUTS).times.size
    assert not as_steps([], LAYOUTS, ("a",)).times.size


def test_a_chunk_takes_no_more_series_than_a_reading() -> None:
    layouts = {n: tuple(f"s{n}_{k}" for k in range(200)) for n in (1, 2)}
    rows = [(DAY + n, n, packed([1.0] * 200)) for n in (1, 2)]
    steps = as_steps(rows, layouts)
    assert len(steps.names) == MAX_SERIES
    assert steps.names[0] == "s1_0"


def test_series_take_other_places_by_name() -> None:
    steps = as_steps([(DAY, 1, packed([1.0, 2.0]))], LAYOUTS)
    other = renamed(steps, ("b", "x", "a"))
    assert other.average[:, 0].tolist()[0::2] == [2.0, 1.0]
    assert math.isnan(other.average[1, 0])
    assert not renamed(no_steps(()), ("a",)).times.size
    assert between(other, DAY + 1, DAY + 2).times.size == 0


def test_the_tier_that_fits_is_the_coarsest_that_is_fine_enough() -> None:
    found = [tier_for(step_s) for step_s in (1, 59, 60, 144, 900, 86_399, 10**6)]
    minute, quarter = Tier.MINUTE, Tier.QUARTER
    assert found == [Tier.RAW, Tier.RAW, minute, minute, quarter, quarter, Tier.DAY]
    assert all(CHUNK_S[tier] % tier == 0 for tier in CHUNK_S)
