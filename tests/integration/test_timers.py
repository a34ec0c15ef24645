"""Timers of several programs on one database: one runs each, and the dead are followed."""

import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.timers import TimerOutcome
from tests.integration.programs import Program
from tests.integration.timer_program import HOLD_S

PROGRAM = Path(__file__).with_name("timer_program.py")
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> str:
    sqlite = request.param == "sqlite"
    return str(tmp_path / "a.sqlite") if sqlite else request.getfixturevalue("postgres_url")


@pytest.fixture
def units(database):
    units = open_database(database)
    yield units
    units.close()


@pytest.fixture
def start(database, units):
    """Starts programs, and ends those that still run."""
    programs: list[Program] = []

    def start(*words: str) -> Program:
        programs.append(Program(database, PROGRAM, *words))
        return programs[-1]

    yield start
    for program in programs:
        if program.runs:
            program.end()


def test_a_run_is_noted_by_the_databases_clock(units) -> None:
    with units() as unit:
        before = unit.now()
        unit.timers.begin("one")
        unit.commit()
    with units() as unit:
        record = unit.timers.find(["one", "two"])["one"]
        assert record.is_open
        assert before <= record.last_started_at <= unit.now()
        assert record.next_at is None
        unit.timers.end("one", TimerOutcome.FAILED, "x" * 9000, 12, MINUTE)
        unit.commit()
    with units() as unit:
        ended = unit.timers.find(["one"])["one"]
    assert not ended.is_open
    assert ended.next_at == record.last_started_at + MINUTE
    assert (ended.outcome, ended.duration_ms, len(ended.message)) == ("failed", 12, 2000)


def test_pausing_changes_nothing_else(units) -> None:
    with units() as unit:
        unit.timers.set_paused("one", paused=True)
        unit.timers.begin("two")
        unit.timers.set_paused("two", paused=True)
        unit.commit()
    with units() as unit:
        found = unit.timers.find(["one", "two"])
    assert found["one"].paused
    assert found["one"].last_started_at is None
    assert found["two"].is_open


def test_many_that_note_the_same_timer_at_once_are_all_right(units) -> None:
    failures: list[Exception] = []

    def note() -> None:
        try:
            for _ in range(10):
                with units() as unit:
                    unit.timers.begin("one")
                    unit.timers.end("one", TimerOutcome.DONE, "", 1, MINUTE)
                    unit.commit()
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=note) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []


@pytest.mark.parametrize("where", ["near", "far"])
def test_of_two_programs_one_is_killed_and_the_other_goes_on(start, where) -> None:
    """Of a far one only the end of its lease tells."""
    first = start(where)
    first.do("hang", 60)
    first.wait_for("begun")
    second = start(where)
    second.do("count", 60)
    second.do("rows")
    assert second.wait_for("rows") == [["running", False, False]]
    first.kill()
    second.wait_for("ran", 30)
    second.wait_for("TimerEnded")
    second.do("rows")
    assert second.wait_for("rows") == [["done", False, False]]


def test_a_run_that_goes_on_is_nobody_elses_however_long_it_takes(start) -> None:
    first, second = start("far"), start("far")
    first.do("hang", 0.1)
    first.wait_for("begun")
    second.do("count", 0.1)
    deadline = time.monotonic() + 2 * HOLD_S
    while time.monotonic() < deadline:
        second.do("rows")
        assert second.wait_for("rows") == [["running", False, False]]
    assert "ran" not in [word for word, _ in second.heard]


def test_a_timer_comes_round_once_a_period_whoever_runs_it(start) -> None:
    programs = [start(), start(), start()]
    for program in programs:
        program.do("count", 3600)
    for program in programs:
        program.wait_for("TimerEnded")
    for program in programs:
        program.do("rows")
        program.wait_for("rows")
    assert [word for each in programs for word, _ in each.heard].count("ran") == 1


def test_what_one_pauses_rests_in_all_and_goes_on_when_another_resumes_it(start) -> None:
    first, second = start(), start()
    first.do("count", 0.2)
    second.do("count", 0.2)
    first.wait_for("TimerEnded")
    second.do("pause")
    second.wait_for("paused")
    first.do("rows")
    assert first.wait_for("rows")[0][2]
    first.do("resume")
    first.wait_for("resumed")
    for program in (first, second):
        program.wait_for("TimerStarted")
