"""Steps that follow changes: after the commit, again after a failure, never lost, never twice."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import HostUnreachableError, InfinibayError
from infinibay_desktop.model.events import StepFailed, StepsAdded
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services import steps as steps_module
from infinibay_desktop.services.steps import FollowUps
from tests.fakes import InlineTasks, Recorder
from tests.integration.programs import Program
from tests.lab.waiting import wait_for

CREATED = StepKind.MACHINE_CREATED


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "shared.sqlite")
    return request.getfixturevalue("postgres_url")


class Here:
    """This program: what it did and what it told."""

    def __init__(self, location: str, tasks: object) -> None:
        self.units = open_database(location)
        self.told = Recorder()
        self.units.publish_to(self.told.publish)
        self.steps = FollowUps(self.units, tasks)
        self.done: list[bytes] = []

    def add(self, *bodies: bytes, kind: StepKind = CREATED) -> None:
        with self.units() as unit:
            for body in bodies:
                unit.steps.add(kind, body)
            unit.commit()

    def make_due(self) -> None:
        """Let the time pass for what waits."""
        with self.units._engine.begin() as connection:
            past = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=1)
            connection.execute(text("UPDATE steps SET next_at = :at"), {"at": past})


@pytest.fixture
def here(location):
    here = Here(location, InlineTasks())
    yield here
    here.units.close()


@pytest.fixture
def start_program(location):
    programs: list[Program] = []

    def start() -> Program:
        programs.append(Program(location))
        return programs[-1]

    yield start
    for program in programs:
        program.end()


def test_a_step_is_done_once_after_the_commit(here) -> None:
    here.steps.register(CREATED, here.done.append)
    here.add(b'{"a": 1}')
    assert here.told.events == [StepsAdded()]
    here.steps.on_steps_added(here.told.events[0])
    here.steps.run_due()
    assert here.done == [b'{"a": 1}']
    assert here.steps.pending() == []


def test_a_step_of_what_was_undone_is_never_done(here) -> None:
    here.steps.register(CREATED, here.done.append)
    with here.units() as unit:
        unit.steps.add(CREATED, b"{}")
    here.steps.run_due()
    assert (here.done, here.told.events) == ([], [])


def test_a_failing_step_waits_longer_each_time_and_is_told(here) -> None:
    def fail(_body: bytes) -> None:
        raise HostUnreachableError("The host is away.")

    here.steps.register(CREATED, fail)
    here.add(b"{}")
    waits = []
    for _ in range(4):
        here.make_due()
        here.steps.run_due()
        [waiting] = here.steps.pending()
        waits.append(round((waiting.next_at - datetime.now(UTC)).total_seconds() / 5))
        here.steps.run_due()  # it is not due
    assert waits == [1, 2, 4, 8]
    assert (waiting.attempts, waiting.error) == (4, "The host is away.")
    failures = here.told.of(StepFailed)
    assert [failure.attempts for failure in failures] == [1, 2, 3, 4]
    assert failures[-1].next_at == waiting.next_at


def test_a_step_that_succeeds_in_the_end_is_gone(here) -> None:
    answers = [InfinibayError("Not yet.")]

    def try_it(body: bytes) -> None:
        if answers:
            raise answers.pop()
        here.done.append(body)

    here.steps.register(CREATED, try_it)
    here.add(b"{}")
    here.steps.run_due()
    here.make_due()
    here.steps.run_due()
    assert here.done == [b"{}"]
    assert here.steps.pending() == []


@pytest.mark.expects_warnings
def test_one_handler_that_breaks_does_not_stop_the_other(here) -> None:
    def break_down(_body: bytes) -> None:
        raise ZeroDivisionError("a mistake")

    here.steps.register(CREATED, break_down)
    here.steps.register(CREATED, here.done.append)
    here.add(b"{}")
    here.steps.run_due()
    [waiting] = here.steps.pending()
    assert (here.done, waiting.error) == ([b"{}"], "ZeroDivisionError: a mistake")


def test_what_nothing_follows_yet_leaves_nothing_behind(here) -> None:
    here.add(*[b"{}"] * 5000, kind=StepKind.MACHINE_MOVED)
    here.add()
    here.steps.run_due()
    assert here.steps.pending() == []


def test_many_steps_do_not_wait_for_the_clock(location) -> None:
    tasks = TaskRunner()
    here = Here(location, tasks)
    here.steps.register(CREATED, here.done.append)
    here.add(*(b"%d" % number for number in range(50)))
    here.steps.run_due()
    wait_for(lambda: here.steps.pending() == [], "the end of all", 30)
    assert sorted(map(int, here.done)) == list(range(50))
    tasks.close()
    here.units.close()


def test_steps_of_a_newer_version_are_left_to_it(here) -> None:
    with here.units() as unit:
        unit.steps.add("something-new", b"{}")
        unit.commit()
    here.steps.run_due()
    [waiting] = here.steps.pending()
    assert (waiting.kind, waiting.attempts) == ("something-new", 0)


def test_a_step_runs_as_the_program(location) -> None:
    from contextlib import contextmanager

    acting = []

    @contextmanager
    def as_program():
        acting.append("program")
        yield
        acting.pop()

    here = Here(location, InlineTasks())
    steps = FollowUps(here.units, InlineTasks(), as_program)
    steps.register(CREATED, lambda _body: here.done.append(list(acting)))
    here.add(b"{}")
    steps.run_due()
    assert (here.done, acting) == ([["program"]], [])
    here.units.close()


def test_a_longer_body_than_anybody_needs_is_refused(here) -> None:
    with here.units() as unit, pytest.raises(ValueError, match="70000"):
        unit.steps.add(CREATED, b"x" * 70_000)


def test_a_step_that_hangs_holds_up_no_other_and_is_not_begun_again(location) -> None:
    tasks, bus, let_go = TaskRunner(), EventBus(), threading.Event()
    here = Here(location, tasks)
    here.units.publish_to(bus.publish)
    bus.subscribe(StepsAdded, here.steps.on_steps_added)
    bus.start()

    def work(body: bytes) -> None:
        here.done.append(body)
        if body == b"hang":
            let_go.wait(30)

    here.steps.register(CREATED, work)
    here.add(b"hang", b"a", b"b")
    wait_for(lambda: len(here.done) == 3 and len(here.steps.pending()) == 1, "the others' end")
    here.make_due()  # a claim that ran out …
    here.steps.renew()  # … but for this
    here.steps.run_due()
    assert sorted(here.done) == [b"a", b"b", b"hang"]
    let_go.set()
    wait_for(lambda: here.steps.pending() == [], "the end")
    tasks.close()
    bus.stop()
    here.units.close()


def test_who_lost_its_claim_does_not_take_the_others_step_out(here, location) -> None:
    other = Here(location, InlineTasks())
    here.add(b"{}")
    with here.units() as unit:
        [mine] = unit.steps.claim([CREATED], 8, timedelta(seconds=30))
        unit.commit()
    here.make_due()
    with other.units() as unit:
        [theirs] = unit.steps.claim([CREATED], 8, timedelta(seconds=30))
        unit.commit()
    with here.units() as unit:
        assert not unit.steps.finish(mine)
        assert unit.steps.postpone(mine, "late", timedelta(0)) is None
        unit.steps.hold([mine], timedelta(days=1))
        unit.commit()
    with other.units() as unit:
        [waiting] = unit.steps.pending(10)
        assert (waiting.next_at, waiting.error) == (theirs.next_at, "")
        assert unit.steps.finish(theirs)
        unit.commit()
    other.units.close()


def test_a_step_that_kills_programs_is_tried_less_and_less_often(here) -> None:
    here.add(b"deadly")
    holds = []
    for _ in range(4):
        here.make_due()
        with here.units() as unit:
            [claimed] = unit.steps.claim([CREATED], 8, timedelta(seconds=30))
            unit.commit()
        holds.append(round((claimed.next_at - datetime.now(UTC)).total_seconds() / 30))
    assert holds == [1, 2, 4, 8]


def test_two_programs_share_the_steps_and_do_none_twice(here, start_program, tmp_path) -> None:
    notes = [tmp_path / "one", tmp_path / "two"]
    bodies = [b"%d" % number for number in range(120)]
    programs = [start_program(), start_program()]
    for program, note in zip(programs, notes, strict=True):
        program.do("note_steps", note)
    here.add(*bodies)
    for program in programs:
        program.do("look")
    for program in programs:
        program.wait_for("looked")
    wait_for(lambda: here.steps.pending() == [], "the end of all", 30)
    done = [note.read_bytes().split() for note in notes if note.exists()]
    assert sorted(int(body) for part in done for body in part) == list(range(120))


def test_a_step_of_a_killed_program_is_done_by_the_next(here, location, tmp_path) -> None:
    program = Program(location)
    program.do("hang_in_steps", tmp_path / "note")
    program.do("step", "precious")
    program.wait_for("begun")
    program.kill()
    here.steps.register(CREATED, here.done.append)
    here.steps.run_due()
    [waiting] = here.steps.pending()
    assert here.done == []  # nobody knows yet that the other is dead
    assert 0 < (waiting.next_at - datetime.now(UTC)).total_seconds() <= steps_module.HOLD_S
    here.make_due()
    here.steps.run_due()
    assert here.done == [b"precious"]
    assert here.steps.pending() == []
