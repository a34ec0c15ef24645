"""Connections lent to workers, on libvirt's test driver."""

import threading

import libvirt
import pytest

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.virt import pool as pool_module
from infinibay_desktop.virt.pool import ConnectionPool

pytestmark = [pytest.mark.libvirt, pytest.mark.usefixtures("libvirt_events")]


@pytest.fixture
def opened() -> list[libvirt.virConnect]:
    return []


@pytest.fixture
def pool(clock, opened):
    def open_one() -> libvirt.virConnect:
        opened.append(libvirt.open("test:///default"))
        return opened[-1]

    pool = ConnectionPool(open_one, clock, "'test'")
    yield pool
    pool.close()


def hold(pool, tasks, count: int, lane: str = "held"):
    """`count` leases taken at once; returns how to end them."""
    release, taken = threading.Event(), threading.Semaphore(0)

    def work() -> None:
        with pool.lease():
            taken.release()
            release.wait(10)

    holders = [tasks.submit(work, lane=(lane, n)) for n in range(count)]
    for _ in range(count):
        assert taken.acquire(timeout=5)

    def end() -> None:
        release.set()
        for holder in holders:
            holder.result(5)

    return end


def test_a_connection_is_used_again(pool, opened, on_worker) -> None:
    for _ in range(5):
        on_worker(lambda: lease_once(pool))
    assert len(opened) == 1
    assert pool.statistics().leases == 5


def lease_once(pool) -> None:
    with pool.lease() as connection:
        connection.getHostname()


def test_it_grows_to_ten_and_the_eleventh_waits(pool, opened, tasks) -> None:
    end = hold(pool, tasks, 10)
    waiting = tasks.submit(lambda: lease_once(pool), lane="eleventh")
    while pool.statistics().waiting == 0:
        threading.Event().wait(0.005)
    statistics = pool.statistics()
    assert (statistics.open, statistics.busy, statistics.waiting) == (10, 10, 1)
    end()
    waiting.result(5)
    assert len(opened) == 10


def test_waiting_ends_with_a_sentence(pool, tasks, monkeypatch) -> None:
    monkeypatch.setattr(pool_module, "WAIT_S", 0.0)
    end = hold(pool, tasks, 10)
    with pytest.raises(HostUnreachableError, match="were busy") as refused:
        tasks.submit(lambda: lease_once(pool), lane="eleventh").result(5)
    assert refused.value.remedy
    end()


def test_idle_ones_are_closed_but_for_two(pool, clock, tasks) -> None:
    hold(pool, tasks, 6)()
    pool.prune()
    assert pool.statistics().open == 6
    clock.pass_time(61)
    pool.prune()
    assert (pool.statistics().open, pool.statistics().busy) == (2, 0)


def test_a_dead_one_is_replaced_when_it_would_be_lent(pool, opened, on_worker) -> None:
    on_worker(lambda: lease_once(pool))
    opened[0].close()  # what a lost host looks like from here
    on_worker(lambda: lease_once(pool))
    assert len(opened) == 2
    assert pool.statistics().open == 1


def test_a_failed_open_gives_its_place_back(clock, on_worker) -> None:
    def refuse() -> libvirt.virConnect:
        raise HostUnreachableError("no")

    pool = ConnectionPool(refuse, clock, "'test'")
    for _ in range(12):
        with pytest.raises(HostUnreachableError):
            on_worker(lambda: lease_once(pool))
    assert pool.statistics().open == 0


def test_closing_ends_waiters_and_lent_ones_later(pool, tasks) -> None:
    end = hold(pool, tasks, 10)
    waiting = tasks.submit(lambda: lease_once(pool), lane="eleventh")
    pool.close()
    with pytest.raises(HostUnreachableError, match="was closed"):
        waiting.result(5)
    end()
    assert pool.statistics().open == 0


def test_only_workers_lease(pool) -> None:
    with pytest.raises(AssertionError, match="worker"), pool.lease():
        pass
