import threading

import pytest

from infinibay_desktop.runtime.deadline import run_within
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, current_role, require, start_thread
from infinibay_desktop.runtime.timers import Timers
from tests.fakes import InlineTasks


def test_events_arrive_in_order_on_the_bus_thread(bus) -> None:
    seen: list[tuple[int, Role | None]] = []
    bus.subscribe(int, lambda n: seen.append((n, current_role())))
    for n in range(100):
        bus.publish(n)
    bus.drain()
    assert [n for n, _ in seen] == list(range(100))
    assert {role for _, role in seen} == {Role.BUS}


@pytest.mark.expects_warnings
def test_a_failing_handler_does_not_stop_the_next(bus) -> None:
    seen: list[int] = []

    def broken(_: int) -> None:
        raise ValueError

    bus.subscribe(int, broken)
    end = bus.subscribe(int, seen.append)
    bus.publish(1)
    bus.drain()
    end()
    end()  # twice is once
    bus.publish(2)
    bus.drain()
    assert seen == [1]


def test_same_key_never_overlaps_and_different_keys_do(tasks) -> None:
    running, worst, lock, pause = 0, 0, threading.Lock(), threading.Event()

    def work() -> None:
        nonlocal running, worst
        with lock:
            running += 1
            worst = max(worst, running)
        pause.wait(0.002)
        with lock:
            running -= 1

    for future in [tasks.submit(work, key="machine") for _ in range(20)]:
        future.result(5)
    assert worst == 1
    for future in [tasks.submit(work, key=n) for n in range(20)]:
        future.result(5)
    assert worst > 1


def test_a_lane_full_of_hanging_work_delays_no_other_lane(tasks) -> None:
    release = threading.Event()
    hanging = [tasks.submit(lambda: release.wait(20), lane="slow") for _ in range(50)]
    assert tasks.submit(lambda: 42, lane="quick").result(2) == 42
    assert tasks.submit(lambda: 43).result(2) == 43
    release.set()
    assert all(future.result(20) for future in hanging)


def test_an_error_reaches_the_waiter_and_frees_the_key(tasks) -> None:
    failed = tasks.submit(lambda: 1 // 0, key="k")
    after = tasks.submit(lambda: "next", key="k")
    with pytest.raises(ZeroDivisionError):
        failed.result(2)
    assert after.result(2) == "next"


def test_closing_cancels_what_waits_and_does_not_wait_for_what_hangs() -> None:
    tasks = TaskRunner(workers_per_lane=1)
    begun, release = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        release.wait(20)

    running = tasks.submit(hang, key="k")
    waiting = tasks.submit(lambda: None, key="k")
    begun.wait(2)
    tasks.close(timeout_s=0.05)
    assert waiting.cancelled()
    assert tasks.submit(lambda: None).cancelled()
    release.set()
    running.result(2)


def test_closing_ends_a_worker_that_was_just_being_started(monkeypatch) -> None:
    began, go_on, never = threading.Event(), threading.Event(), threading.Event()

    def start_slowly(role: Role, run) -> threading.Thread:
        thread = start_thread(role, run)
        never.wait(0.2)  # it works already, and its starter has not gone on
        return thread

    tasks = TaskRunner()
    tasks.submit(lambda: (began.set(), go_on.wait(10)), key="rights")
    assert began.wait(10)
    monkeypatch.setattr("infinibay_desktop.runtime.tasks.start_thread", start_slowly)
    tasks.submit(lambda: None, key="rights")
    closing = threading.Thread(target=tasks.close, daemon=True)
    closing.start()
    go_on.set()
    closing.join(10)
    assert not closing.is_alive()


def test_timers_come_round_and_are_skipped_while_they_run(clock) -> None:
    tasks, ran = InlineTasks(), []
    timers = Timers(tasks, clock)
    cancel = timers.every(10, lambda: ran.append(clock.monotonic()))
    timers.once(5, lambda: ran.append("once"))
    for _ in range(3):
        clock.pass_time(5)
        timers.submit_due()
    assert ran == ["once", 10]
    tasks.hold = True
    for _ in range(3):
        clock.pass_time(10)
        timers.submit_due()
    assert len(ran) == 3
    tasks.held[0].set_result(None)
    tasks.hold = False
    clock.pass_time(10)
    timers.submit_due()
    assert len(ran) == 4
    cancel()
    clock.pass_time(100)
    timers.submit_due()
    assert len(ran) == 4


def test_what_does_not_answer_in_time_is_given_up_and_thrown_away_once() -> None:
    release, thrown = threading.Event(), []
    done = threading.Event()

    def late() -> str:
        release.wait(5)
        return "late"

    def discard(result: str) -> None:
        thrown.append(result)
        done.set()

    with pytest.raises(TimeoutError):
        run_within(0.02, late, discard=discard)
    release.set()
    assert done.wait(2)
    assert thrown == ["late"]
    assert run_within(2, lambda: 7, discard=thrown.append) == 7
    with pytest.raises(ZeroDivisionError):
        run_within(2, lambda: 1 // 0, discard=thrown.append)
    assert thrown == ["late"]


def test_code_on_the_wrong_thread_fails_loudly() -> None:
    require(Role.MAIN)
    with pytest.raises(AssertionError, match="main"):
        require(Role.WORKER)
