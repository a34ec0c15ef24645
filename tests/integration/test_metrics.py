"""Readings in, history out, on both databases."""

import math
import threading
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from sqlalchemy import text

from infinibay_desktop.database.metric_raw import RawRing
from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import DatabaseError, ValidationError
from infinibay_desktop.model.metrics import FIXED_SERIES, HistoryWish, Source, Tier
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services import metric_ingest
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.metric_ingest import BATCH, MetricIngest
from infinibay_desktop.services.metric_keeping import MetricKeeping
from infinibay_desktop.services.metric_names import NEW_LAYOUTS_AN_HOUR
from tests.fakes import FakeClock, InlineTasks
from tests.fakes.metrics import DAY, NowUnits, machine_key, naive_steps, sample

HOUR = 3600
KEY = machine_key()


class Identity:
    text = "me"

    def is_dead(self, _owner: str) -> bool:
        return False


class Place:
    """A program with a database, at a time that the test sets."""

    def __init__(self, location: str, now_s: int = DAY) -> None:
        self.database = open_database(location)
        self.units = NowUnits(self.database, now_s)
        self.ingest = MetricIngest(self.units, self.units, InlineTasks())
        self.history = MetricHistory(self.units, self.units)
        self.settings = Settings()
        self.manages = True
        self.leases = Leases(self.units, Identity(), FakeClock())
        self.keeping = MetricKeeping(
            self.units, self.leases, lambda: self.settings, lambda: self.manages
        )

    def store(self, *samples) -> None:
        for each in samples:
            self.ingest.offer(each)
        self.ingest.flush()

    def at(self, now_s: int) -> None:
        self.units.now_s = now_s

    def look(self, begin_s: int, end_s: int, *series: str, points: int = 600, key=KEY):
        wish = HistoryWish(
            key=key,
            begin=datetime.fromtimestamp(begin_s, UTC),
            end=datetime.fromtimestamp(end_s, UTC),
            series=series or ("cpu_percent",),
            points=points,
        )
        return self.history.window(wish).parts

    def line(self, begin_s: int, end_s: int, **more):
        parts = self.look(begin_s, end_s, **more)
        return parts[Source.AGENT]["cpu_percent"] if parts else None

    def count(self, table: str) -> int:
        with self.database() as unit:
            return unit._session.execute(text("SELECT count(*) FROM " + table)).scalar_one()  # noqa: S608

    def raw_rows(self) -> int:
        with self.database() as unit:
            return RawRing(unit._session).count()


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "metrics.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def place(location):
    place = Place(location)
    yield place
    place.database.close()


def hours_of(begin_s: int, hours: float, step_s: int = 60):
    """Readings that are all different."""
    return [
        sample(at, [(at % 997) / 10, at % 1009, 5000.0])
        for at in range(begin_s, begin_s + int(hours * HOUR), step_s)
    ]


# In and out.


def test_what_is_offered_comes_back(place) -> None:
    place.at(DAY + 100)
    place.store(*(sample(DAY + n, float(n)) for n in range(0, 100, 5)))
    found = place.line(DAY, DAY + 100)
    assert found.times.tolist() == [DAY + n for n in range(0, 100, 5)]
    assert found.average.tolist() == [float(n) for n in range(0, 100, 5)]
    assert found.minimum.dtype == np.float64


def test_nobody_waits_for_offering_and_what_was_stored_is_not_stored_again(place) -> None:
    place.at(DAY + 10)
    place.ingest.offer(sample(DAY + 1, 1.0))
    assert place.ingest.waiting == 1
    assert place.raw_rows() == 0
    place.ingest.flush()
    place.store(sample(DAY + 1, 2.0), sample(DAY + 2, 3.0), sample(DAY + 2, 4.0))
    assert place.raw_rows() == 2
    assert place.line(DAY, DAY + 10).average[0] == 1.0


def test_a_full_batch_is_stored_at_once(place) -> None:
    place.at(DAY + HOUR)
    for n in range(BATCH):
        place.ingest.offer(sample(DAY + n, 1.0))
    assert place.ingest.waiting == 0
    assert place.raw_rows() == BATCH


def test_readings_of_several_machines_sources_and_layouts_are_told_apart(place) -> None:
    place.at(DAY + 10)
    other, wide = machine_key(2), (*FIXED_SERIES, "core_percent:0")
    values = [5.0] * 12 + [99.0]
    place.store(
        sample(DAY + 1, 1.0),
        sample(DAY + 1, 2.0, key=other),
        sample(DAY + 1, 3.0, source=Source.HOST),
        sample(DAY + 2, values, layout=wide),
    )
    parts = place.look(DAY, DAY + 10, "cpu_percent", "core_percent:0", "nothing")
    assert parts[Source.AGENT]["cpu_percent"].average.tolist() == [1.0, 5.0]
    assert parts[Source.AGENT]["core_percent:0"].average.tolist() == [99.0]
    assert "nothing" not in parts[Source.AGENT]
    assert parts[Source.HOST]["cpu_percent"].average.tolist() == [3.0]
    assert place.line(DAY, DAY + 10, key=other).average.tolist() == [2.0]
    assert list(place.history.series_of(KEY)) == list(wide)
    assert place.look(DAY, DAY + 10, key=machine_key(3)) == {}


def test_a_range_that_is_none_is_refused(place) -> None:
    with pytest.raises(ValidationError):
        place.look(DAY, DAY)
    with pytest.raises(ValidationError):
        place.look(DAY, DAY + 10, points=0)


def test_pauses_are_gaps(place) -> None:
    place.at(DAY + HOUR)
    times = [*range(0, 60, 5), *range(600, 660, 5)]
    place.store(*(sample(DAY + n, 1.0) for n in times))
    found = place.line(DAY, DAY + HOUR)
    assert int(np.isnan(found.average).sum()) == 1
    assert np.isnan(found.average).tolist() == np.isnan(found.maximum).tolist()
    assert np.all(np.diff(found.times) > 0)


# Bad days.


class Away:
    """A database that fails when it is told to."""

    def __init__(self, units) -> None:
        self.units = units
        self.fails = False

    def __call__(self):
        if self.fails:
            raise DatabaseError("away")
        return self.units()


@pytest.mark.expects_warnings
def test_what_cannot_be_stored_waits_and_the_oldest_goes_first(place, monkeypatch, caplog) -> None:
    monkeypatch.setattr(metric_ingest, "MOST_WAITING", 10)
    away = Away(place.units)
    ingest = MetricIngest(away, place.units, InlineTasks())
    place.at(DAY + 100)
    away.fails = True
    for n in range(15):
        ingest.offer(sample(DAY + n, float(n)))
        ingest.flush()
    assert ingest.waiting == 10
    away.fails = False
    ingest.flush()
    assert (ingest.waiting, ingest.dropped) == (0, 5)
    assert place.line(DAY, DAY + 100).average.tolist() == [float(n) for n in range(5, 15)]
    warnings = [r.message for r in caplog.records if r.levelname == "WARNING"]
    assert len(warnings) == 2  # that it waits, and that some were lost: each once


@pytest.mark.expects_warnings
def test_a_batch_that_was_undone_is_stored_whole_later(place) -> None:
    place.at(DAY + 100)
    place.store(sample(DAY, 0.0))
    place.units.refuses = True
    place.store(sample(DAY + 5, 1.0, key=machine_key(7)))
    assert place.ingest.waiting == 1
    assert place.raw_rows() == 1
    place.units.refuses = False
    place.ingest.flush()
    assert place.line(DAY, DAY + 100, key=machine_key(7)).average.tolist() == [1.0]


@pytest.mark.expects_warnings
def test_times_that_cannot_be_are_not_stored(place) -> None:
    place.at(DAY)
    place.store(sample(DAY + 2 * HOUR, 1.0), sample(DAY - 11 * HOUR, 1.0), sample(DAY - 1, 2.0))
    assert place.raw_rows() == 1
    assert place.ingest.dropped == 2


def test_a_guest_that_changes_its_layout_all_the_time_keeps_its_main_series(place) -> None:
    place.at(DAY + 1000)
    for n in range(50):
        layout = (*FIXED_SERIES, f"received_bps:veth{n}")
        place.store(sample(DAY + n, [float(n)] * 13, layout=layout))
    assert place.count("metric_layouts") == NEW_LAYOUTS_AN_HOUR + 1
    assert place.line(DAY, DAY + 100).average.tolist() == [float(n) for n in range(50)]
    place.at(DAY + 2 * HOUR)
    place.store(sample(DAY + 2 * HOUR - 1, [1.0] * 13, layout=(*FIXED_SERIES, "sent_bps:new")))
    assert place.count("metric_layouts") == NEW_LAYOUTS_AN_HOUR + 2


@pytest.mark.expects_warnings
def test_values_that_fit_no_layout_are_lost_alone(place) -> None:
    place.at(DAY + 10)
    short = sample(DAY + 1, 1.0)._replace(values=b"abc")
    odd = sample(DAY + 2, 1.0)._replace(layout=("x" * 500,), values=b"abcd")
    long = sample(DAY + 3, 7.0)
    place.store(short, odd, long._replace(values=long.values + b"more"), sample(DAY + 4, 8.0))
    assert place.line(DAY, DAY + 10).average.tolist() == [7.0, 8.0]
    assert place.ingest.dropped == 2


def test_a_computer_whose_clock_is_wrong_stores_by_the_databases(place) -> None:
    behind = FakeClock()
    behind._start = datetime.fromtimestamp(DAY - 1000, UTC)
    place.at(DAY)
    ingest = MetricIngest(place.units, behind, InlineTasks())
    ingest.offer(sample(DAY - 1003, 4.0))
    ingest.flush()
    assert place.line(DAY - 10, DAY).times.tolist() == [DAY - 3]
    history = MetricHistory(place.units, behind)
    wish = HistoryWish(key=KEY, begin=behind.now() - timedelta(seconds=10), end=behind.now())
    assert history.window(wish).parts[Source.AGENT]["cpu_percent"].times.tolist() == [DAY - 1003]


# Rolling up.


def compare(found, expected: dict[int, tuple[int, float, float, float]], step_s: int) -> None:
    known = ~np.isnan(found.average)
    steps = (found.times[known] // step_s).astype(int).tolist()
    assert steps == sorted(expected)
    for step, low, mean, high in zip(
        steps, found.minimum[known], found.average[known], found.maximum[known], strict=True
    ):
        _, least, average, most = expected[step]
        assert low == pytest.approx(least, rel=1e-6)
        assert high == pytest.approx(most, rel=1e-6)
        assert mean == pytest.approx(average, rel=1e-5)


def test_two_days_of_readings_become_minutes_quarters_and_days(place) -> None:
    readings = hours_of(DAY, 48, step_s=20)
    plain = [(s.at_s, np.frombuffer(s.values, "<f4")[0].item()) for s in readings]
    for start in range(0, len(readings), 1800):
        place.at(readings[min(start + 1800, len(readings)) - 1].at_s)
        place.store(*readings[start : start + 1800])
    place.at(DAY + 48 * HOUR + 300)
    place.keeping.roll_up()
    assert place.count("metric_chunks") == 48 + 2 + 1
    compare(place.line(DAY, DAY + 36_000, points=600), naive_steps(plain[:1800], 60), 60)
    two_days = place.line(DAY, DAY + 48 * HOUR, points=192)
    compare(two_days, naive_steps(plain, 900), 900)
    days = place.line(DAY, DAY + 60 * 24 * HOUR, points=60)
    compare(days, naive_steps(plain, 86_400), 86_400)


def test_rolling_up_again_changes_nothing_and_costs_nothing(place) -> None:
    place.at(DAY + 3 * HOUR)
    place.store(*hours_of(DAY, 3))
    place.at(DAY + 3 * HOUR + 300)
    place.keeping.roll_up()
    before = place.line(DAY, DAY + 3 * HOUR, points=180).average.tolist()
    place.keeping.roll_up()
    assert place.count("metric_chunks") == 3
    assert place.line(DAY, DAY + 3 * HOUR, points=180).average.tolist() == before


def test_an_hour_that_is_not_over_is_read_from_its_readings(place) -> None:
    place.at(DAY + 5400)
    place.store(*hours_of(DAY, 1.5))
    place.keeping.roll_up()
    assert place.count("metric_chunks") == 1
    found = place.line(DAY, DAY + 2 * HOUR, points=120)
    assert found.times.size == 90
    assert not np.isnan(found.average).any()
    expected = [(at % 997) / 10 for at in range(DAY, DAY + 5400, 60)]
    assert found.average == pytest.approx(expected, rel=1e-6)


def test_readings_that_begin_within_a_minute_are_counted_once(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY + 40, 0.5, step_s=5))
    place.at(DAY + 2 * HOUR)
    place.keeping.roll_up()
    found = place.line(DAY, DAY + HOUR, points=3600)
    assert found.times.size == 360
    assert found.times[0] == DAY + 40


def test_late_readings_change_the_history_that_was_made_already(place) -> None:
    for hour in range(26):
        place.at(DAY + (hour + 1) * HOUR)
        place.store(*hours_of(DAY + hour * HOUR, 1))
    place.at(DAY + 27 * HOUR)
    place.keeping.roll_up()
    assert place.count("metric_redo") == 0
    late = [sample(DAY + 20 * HOUR + 30, 555.0)]
    place.store(*late)
    assert place.count("metric_redo") == 1
    place.keeping.roll_up()
    assert place.count("metric_redo") == 0
    assert place.line(DAY + 20 * HOUR, DAY + 21 * HOUR, points=60).maximum[0] == 555.0
    assert np.nanmax(place.line(DAY, DAY + 24 * HOUR, points=96).maximum) == 555.0
    assert np.nanmax(place.line(DAY, DAY + 90 * 24 * HOUR, points=90).maximum) == 555.0


def test_a_program_that_is_killed_while_it_rolls_up_leaves_nothing_half_done(place) -> None:
    keys = [machine_key(n) for n in range(1, 30)]
    place.at(DAY + HOUR)
    place.store(*(sample(DAY + m, 1.0, key=key) for key in keys for m in range(0, HOUR, 300)))
    now_s = DAY + HOUR + 300
    place.at(now_s)
    with place.units() as unit:
        assert unit.metric_roll_up.roll_hours(now_s, 8)
        unit.commit()
    with place.units() as unit:
        assert unit.metric_roll_up.roll_hours(now_s, 8)
        # It is killed here, and commits nothing.
    assert place.count("metric_chunks") == 8
    place.keeping.roll_up()
    assert place.count("metric_chunks") == 29


def test_weeks_without_the_program_are_stepped_over(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    later = DAY + 40 * 24 * HOUR
    place.at(later)
    place.store(*hours_of(later - HOUR, 1))
    place.at(later + 300)
    place.keeping.roll_up()
    assert place.line(DAY, DAY + HOUR, points=60).times.size == 60
    assert place.line(later - HOUR, later, points=60).times.size == 60


def test_a_clock_that_was_ahead_does_not_stop_the_rolling_up(place) -> None:
    place.at(DAY + 365 * 24 * HOUR)
    place.keeping.roll_up()
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    place.at(DAY + HOUR + 300)
    place.keeping.roll_up()
    place.at(DAY + 2 * HOUR)
    place.store(*hours_of(DAY + HOUR, 1))
    place.at(DAY + 2 * HOUR + 300)
    place.keeping.roll_up()
    assert place.count("metric_chunks") == 2


def test_the_newest_part_of_a_long_range_comes_from_finer_tiers(place) -> None:
    for hour in range(30):
        place.at(DAY + (hour + 1) * HOUR)
        place.store(*hours_of(DAY + hour * HOUR, 1))
    place.at(DAY + 30 * HOUR - 60)
    place.keeping.roll_up()
    found = place.line(DAY - 20 * 24 * HOUR, DAY + 30 * HOUR, points=1000)
    values = [(at % 997) / 10 for at in range(DAY, DAY + 30 * HOUR, 60)]
    assert np.nanmax(found.maximum) == pytest.approx(max(values), rel=1e-6)
    assert found.times[-1] > DAY + 30 * HOUR - 3000
    assert np.all(np.diff(found.times) > 0)


# Keeping.


def test_readings_go_slot_by_slot_and_only_once_they_are_history(place) -> None:
    for hour in range(30):
        place.at(DAY + (hour + 1) * HOUR)
        place.store(*hours_of(DAY + hour * HOUR, 1))
    place.at(DAY + 31 * HOUR)
    place.keeping.retain()
    assert place.raw_rows() == 30 * 60  # nothing is rolled up
    place.keeping.roll_up()
    place.keeping.retain()
    assert place.raw_rows() == 24 * 60
    assert place.line(DAY, DAY + HOUR, points=60).times.size == 60
    assert place.line(DAY, DAY + HOUR, points=1000).times.size == 60  # finer is not there


def test_a_table_that_two_slots_share_loses_the_older_one_only(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    later = DAY + 9 * 6 * HOUR
    place.at(later + HOUR)
    place.store(*hours_of(later, 1))
    place.keeping.roll_up()
    place.keeping.retain()
    assert place.raw_rows() == 60
    assert place.line(later, later + HOUR, points=1000).times.size == 60


def test_old_history_goes_as_the_settings_want(place) -> None:
    place.settings = Settings(metric_minute_days=1, metric_quarter_days=30)
    place.at(DAY + 24 * HOUR)
    for hour in range(24):
        place.at(DAY + (hour + 1) * HOUR)
        place.store(*hours_of(DAY + hour * HOUR, 1))
    place.at(DAY + 24 * HOUR + 300)
    place.keeping.roll_up()
    place.keeping.retain()
    assert place.count("metric_chunks") == 26
    place.at(DAY + 49 * HOUR)
    place.manages = False
    place.keeping.retain()
    assert place.count("metric_chunks") == 26
    place.manages = True
    place.keeping.retain()
    assert place.count("metric_chunks") == 2
    found = place.line(DAY, DAY + 24 * HOUR, points=600)  # by the minute no more
    assert found.times.size == 96
    place.at(DAY + 31 * 24 * HOUR)
    place.keeping.retain()
    assert place.count("metric_chunks") == 1


@pytest.mark.expects_warnings
def test_a_clock_that_jumps_far_ahead_takes_nothing_away(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    place.at(DAY + HOUR + 300)
    place.keeping.roll_up()
    place.keeping.retain()
    place.at(DAY + 70 * 365 * 24 * HOUR)
    place.keeping.retain()
    assert place.count("metric_chunks") == 1
    place.at(DAY + 2 * HOUR)
    place.keeping.retain()
    place.at(DAY + 70 * 365 * 24 * HOUR)
    place.keeping.retain()
    assert place.count("metric_chunks") == 1
    place.at(DAY + 70 * 365 * 24 * HOUR + 25 * HOUR)  # it goes on: it is right
    place.keeping.roll_up()
    place.keeping.retain()
    assert place.count("metric_chunks") == 0


def test_the_history_of_a_removed_machine_is_kept_for_a_day(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1), *(sample(DAY + n, 1.0, key=machine_key(2)) for n in range(60)))
    place.keeping.roll_up()
    with place.units() as unit:
        unit._session.execute(
            text(
                "INSERT INTO hosts VALUES (:id, 'h', 'test:///default', true, 'auto', '', '', '')"
            ),
            {"id": KEY.host_id.hex if "sqlite" in str(place.database._engine.url) else KEY.host_id},
        )
        unit.metrics.note_gone([KEY])
        unit.commit()
    place.keeping.retain()
    assert place.line(DAY, DAY + HOUR, points=60) is not None
    with place.database._engine.begin() as connection:
        connection.execute(
            text("UPDATE metric_sources SET gone_at = '2020-01-01' WHERE gone_at IS NOT NULL")
        )
    place.keeping.retain()
    assert place.line(DAY, DAY + HOUR, points=60) is None
    assert place.line(DAY, DAY + HOUR, points=60, key=machine_key(2)) is not None
    assert place.count("metric_sources") == 1


def test_layouts_are_forgotten_once_no_reading_has_them(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    with place.database._engine.begin() as connection:
        used = datetime.fromtimestamp(DAY, UTC).replace(tzinfo=None)
        connection.execute(text("UPDATE metric_layouts SET used_at = :at"), {"at": used})
    place.at(DAY + 5 * 24 * HOUR)  # the program did not run
    place.keeping.retain()
    assert place.count("metric_layouts") == 1
    place.keeping.roll_up()
    assert place.line(DAY, DAY + HOUR, points=60).times.size == 60
    place.keeping.retain()
    assert place.count("metric_layouts") == 0
    assert place.line(DAY, DAY + HOUR, points=60).times.size == 60


def test_a_machine_that_comes_back_has_its_history_again(place) -> None:
    place.at(DAY + HOUR)
    place.store(*hours_of(DAY, 1))
    with place.units() as unit:
        unit.metrics.note_gone([KEY])
        unit.commit()
    place.at(DAY + 3 * HOUR)
    place.store(sample(DAY + 3 * HOUR - 5, 1.0))
    with place.database._engine.begin() as connection:
        gone = "SELECT count(*) FROM metric_sources WHERE gone_at IS NOT NULL"
        assert connection.execute(text(gone)).scalar_one() == 0


# Several programs.


def test_of_several_programs_one_rolls_up_at_a_time(place, location) -> None:
    other = Place(location, DAY + HOUR + 300)
    try:
        place.at(DAY + HOUR)
        place.store(*hours_of(DAY, 1))
        place.at(DAY + HOUR + 300)
        other.leases.claim(["metrics:roll-up"])
        place.keeping.roll_up()
        assert place.count("metric_chunks") == 0
        other.leases.close()
        place.keeping.roll_up()
        assert place.count("metric_chunks") == 1
    finally:
        other.database.close()


def test_several_programs_store_side_by_side(place, location) -> None:
    places = [Place(location, DAY + HOUR) for _ in range(3)]
    layouts = [(*FIXED_SERIES, f"sent_bps:eth{n}") for n in range(3)]

    def store(each: Place) -> None:
        for n in range(10):
            each.store(
                *(
                    sample(DAY + n, [1.0] * 13, key=machine_key(m), layout=layouts[m % 3])
                    for m in range(20)
                )
            )

    threads = [threading.Thread(target=store, args=(each,)) for each in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    for each in places:
        assert each.ingest.waiting == 0
        each.database.close()
    assert place.raw_rows() == 200
    assert place.count("metric_sources") == 20
    assert place.count("metric_layouts") == 4


def test_rolling_up_clearing_and_storing_at_the_same_time_lose_nothing(place, location) -> None:
    other = Place(location, DAY)
    for hour in range(30):
        other.at(DAY + (hour + 1) * HOUR)
        other.store(*hours_of(DAY + hour * HOUR, 1))
    now_s = DAY + 31 * HOUR
    other.at(now_s)
    place.at(now_s)
    failures: list[Exception] = []

    def keep() -> None:
        try:
            for _ in range(5):
                other.keeping.roll_up()
                other.keeping.retain()
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    thread = threading.Thread(target=keep)
    thread.start()
    for n in range(60):
        place.store(sample(now_s - HOUR + n * 60, 1.0))
    thread.join(120)
    other.keeping.roll_up()
    other.database.close()
    assert failures == []
    found = place.line(DAY, now_s, points=31 * 60)
    assert found.times.size == 31 * 60
    assert not math.isnan(found.average.sum())


def test_tiers_are_steps_in_seconds() -> None:
    assert [int(tier) for tier in Tier] == [0, 60, 900, 86_400]
