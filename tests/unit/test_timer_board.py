"""Timers: when they run, what is kept of a run, and what no run may do to others."""

from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

import pytest

from infinibay_desktop.model.errors import (
    ConflictError,
    DatabaseError,
    EnvironmentalError,
    HypervisorError,
    NotFoundError,
)
from infinibay_desktop.model.events import EventsMissed, TimerEnded, TimerStarted
from infinibay_desktop.model.timers import TimerOutcome
from infinibay_desktop.services.timer_board import FIRST_S
from infinibay_desktop.services.timer_runs import PATIENCE_S
from tests.fakes.timers import Board


@pytest.fixture
def board(units) -> Board:
    return Board(units)


def test_a_program_that_only_answers_a_command_begins_nothing(board) -> None:
    board.register("local")
    board.register("shared", shared=True)
    board.pass_time(FIRST_S - 1)
    assert board.runs == []
    board.pass_time(1)
    assert sorted(board.runs) == ["local", "shared"]


def test_a_timer_runs_each_period_and_its_last_run_is_kept(board) -> None:
    board.register("local", 60)
    board.pass_time(FIRST_S)
    assert board.row("local").outcome is TimerOutcome.DONE
    assert board.row("local").last_started_at == board.clock.now()
    board.pass_time(59)
    assert board.runs == ["local"]
    board.pass_time(1)
    assert board.runs == ["local", "local"]
    assert (board.row("local").next_at - board.clock.now()).total_seconds() == 60
    assert [type(event) for event in board.told.events] == [TimerStarted, TimerEnded] * 2


def test_no_timer_overlaps_itself_and_others_go_on_meanwhile(board) -> None:
    board.tasks.inline = False
    board.register("slow", 60)
    board.pass_time(FIRST_S)
    assert board.row("slow").outcome is TimerOutcome.RUNNING
    assert board.row("slow").runs_here
    board.register("other", 60)
    board.pass_time(300)
    assert len(board.tasks.waiting) == 2
    board.tasks.go_on()
    assert board.row("slow").duration_s == 300
    board.pass_time(1)
    assert len(board.tasks.waiting) == 1  # overdue, and only once


@pytest.mark.parametrize("shared", [False, True])
def test_a_failing_run_ends_only_itself_and_leaves_the_errors_words(board, shared) -> None:
    def fail() -> None:
        board.runs.append("bad")
        raise HypervisorError("The host said <b>no</b>.")

    board.register("bad", 60, work=fail, shared=shared)
    board.pass_time(FIRST_S)
    row = board.row("bad")
    assert (row.outcome, row.message) == (TimerOutcome.FAILED, "The host said <b>no</b>.")
    assert [str(error) for error in board.errors] == ["The host said <b>no</b>."]
    if not shared:  # the database's clock is another
        board.pass_time(60)
        assert board.runs == ["bad", "bad"]


@pytest.mark.expects_warnings
def test_a_bug_in_the_work_is_logged_and_kept_too(board, caplog) -> None:
    def fail() -> None:
        raise KeyError("x")

    board.register("bad", 60, work=fail)
    board.pass_time(FIRST_S)
    assert board.row("bad").message == "KeyError: 'x'"
    assert caplog.records[0].exc_info
    assert board.errors == []  # what is logged with its exception is recorded by that


def test_a_run_in_parts_ends_with_its_last_part_and_fails_with_any(board) -> None:
    parts: list[Future] = [Future(), Future(), Future()]
    board.register("parts", 60, work=lambda: parts)
    board.pass_time(FIRST_S)
    parts[0].set_exception(HypervisorError("One is away."))
    parts[1].cancel()
    parts[1].set_running_or_notify_cancel()
    assert board.row("parts").outcome is TimerOutcome.RUNNING
    parts[2].set_result(None)
    assert board.row("parts").message == "One is away."
    assert len(board.errors) == 1


def test_a_part_that_hangs_does_not_keep_the_timer_from_its_next_run(board) -> None:
    hanging = Future()
    begun: list[Future] = []

    def work() -> list[Future]:
        begun.append(hanging)
        return [hanging]

    board.register("hosts", 10, work=work)
    board.pass_time(FIRST_S)
    board.pass_time(PATIENCE_S)
    assert len(begun) == 1
    board.pass_time(1)
    assert board.row("hosts").outcome is TimerOutcome.FAILED
    assert isinstance(board.errors[0], EnvironmentalError)
    board.pass_time(1)
    assert len(begun) == 2
    hanging.set_result(None)  # the late end of the first run is nobody's news
    assert board.row("hosts").outcome is TimerOutcome.DONE


@pytest.mark.parametrize("shared", [False, True])
def test_a_paused_timer_rests_until_it_is_resumed_but_runs_when_asked(board, shared) -> None:
    board.register("one", 60, shared=shared)
    board.service.pause("one")
    assert board.paused == ([] if shared else ["one"])
    board.pass_time(FIRST_S + 600)
    assert board.runs == []
    assert board.row("one").paused
    assert board.row("one").next_at is None
    board.service.run_now("one")
    assert board.runs == ["one"]
    board.service.resume("one")
    assert not board.row("one").paused
    if not shared:
        board.pass_time(61)
        assert board.runs == ["one", "one"]


@pytest.mark.parametrize("shared", [False, True])
def test_pausing_outlives_the_program(units, shared) -> None:
    first, second = Board(units, "one"), Board(units, "two")
    first.register("one", shared=shared)
    second.register("one", shared=shared)
    first.service.pause("one")
    second.paused = first.paused  # its settings, read at the next start
    second.pass_time(FIRST_S)
    assert second.runs == []
    assert second.row("one").paused


def test_what_runs_is_not_begun_once_more_on_demand(board) -> None:
    board.tasks.inline = False
    board.register("slow", 60)
    board.service.run_now("slow")
    with pytest.raises(ConflictError):
        board.service.run_now("slow")
    board.tasks.go_on()
    assert board.service.wait_for_end("slow", 5).outcome is TimerOutcome.DONE
    assert board.runs == ["slow"]
    with pytest.raises(NotFoundError):
        board.service.run_now("nothing")


def test_nobody_runs_what_their_program_may_not(board) -> None:
    allowed = False
    board.register("retention", shared=True, may_run=lambda: allowed)
    board.pass_time(FIRST_S)
    assert board.runs == []
    allowed = True
    board.pass_time(1)
    assert board.runs == ["retention"]


def test_a_database_that_is_away_delays_shared_timers_and_no_others(board, monkeypatch) -> None:
    board.register("local", 60)
    board.register("shared", 60, shared=True)
    working = board.leases._units

    def away():
        raise DatabaseError("away")

    board.leases._units = board.service._shared._units = away
    board.pass_time(FIRST_S)
    board.pass_time(60)
    assert board.runs == ["local", "local"]
    board.leases._units = board.service._shared._units = working
    board.pass_time(10)
    assert board.runs == ["local", "local", "shared"]


def test_what_another_program_does_is_read_when_it_tells(units, board) -> None:
    board.register("shared", 60, shared=True)
    other = Board(units, "two")
    other.register("shared", 60, shared=True)
    board.pass_time(FIRST_S)
    other.service.pause("shared")
    board.service.on_timer_event(EventsMissed())
    board.pass_time(600)
    assert board.runs == ["shared"]


def test_a_run_that_the_programs_end_cuts_short_is_done_by_the_next(units, board) -> None:
    board.tasks.inline = False
    board.register("shared", 3600, shared=True)
    board.pass_time(FIRST_S)
    board.service.close()
    board.tasks.go_on()
    board.pass_time(60)
    other = Board(units, "two")
    other.register("shared", 3600, shared=True)
    assert other.row("shared").outcome is TimerOutcome.CUT_SHORT
    other.pass_time(FIRST_S)
    assert other.runs == ["shared"]
    assert other.row("shared").outcome is TimerOutcome.DONE


def test_a_clock_that_is_set_back_stops_no_timer_of_this_program(board) -> None:
    board.register("local", 60)
    board.pass_time(FIRST_S)
    board.clock.set_back(86_400)
    board.pass_time(60)
    assert board.runs == ["local", "local"]


def test_a_run_that_was_noted_while_the_clock_was_ahead_stops_no_shared_timer(board, units) -> None:
    with units() as unit:
        unit.timers.end("shared", TimerOutcome.DONE, "", 5, timedelta(days=300))
        unit.commit()
    board.register("shared", 60, shared=True)
    board.pass_time(FIRST_S)
    assert board.runs == ["shared"]
    assert (board.row("shared").next_at - datetime.now(UTC)).total_seconds() <= 60
