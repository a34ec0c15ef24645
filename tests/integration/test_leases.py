"""Leases: one program at a time, kept while it runs, taken over from the dead."""

import threading

import pytest
from sqlalchemy import text

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.services.leases import Leases
from tests.fakes import FakeClock


class Identity:
    """A program that runs until it is said to be dead."""

    def __init__(self, name: str, dead: set[str]) -> None:
        self.text = name
        self._dead = dead

    def is_dead(self, owner: str) -> bool:
        return owner in self._dead


@pytest.fixture(params=["sqlite", "postgresql"])
def units(request, tmp_path):
    sqlite = request.param == "sqlite"
    location = str(tmp_path / "a.sqlite") if sqlite else request.getfixturevalue("postgres_url")
    units = open_database(location)
    yield units
    units.close()


@pytest.fixture
def dead() -> set[str]:
    return set()


@pytest.fixture
def make(units, clock, dead):
    return lambda name: Leases(units, Identity(name, dead), clock, f"desk of {name}")


def pass_hold(units) -> None:
    with units._engine.begin() as connection:
        connection.execute(text("UPDATE leases SET until = '2020-01-01 00:00:00'"))


def test_a_name_belongs_to_whoever_claims_it_first(make) -> None:
    one, two = make("one"), make("two")
    assert one.claim(["a", "b"]) == {"a", "b"}
    assert two.claim(["b", "c"]) == {"c"}
    assert one.holds("a")
    assert not two.holds("b")
    assert one.claim(["a"]) == {"a"}  # its own, once more
    assert two.holders(["a", "b", "c", "d"]) == {
        "a": "desk of one",
        "b": "desk of one",
        "c": "desk of two",
    }


def test_what_is_released_is_free_at_once(make) -> None:
    one, two = make("one"), make("two")
    one.claim(["a"])
    two.release(["a"])  # not its own: nothing happens
    assert two.claim(["a"]) == set()
    one.release(["a"])
    assert two.claim(["a"]) == {"a"}
    two.close()
    assert one.claim(["a"]) == {"a"}


def test_a_lease_ends_with_its_time_and_whoever_had_it_hears_that(units, make, clock) -> None:
    one, two = make("one"), make("two")
    lost: list[frozenset[str]] = []
    one.on_lost("channel:", lost.append)
    one.claim(["channel:a", "timer:b"])
    pass_hold(units)
    assert two.claim(["channel:a"]) == {"channel:a"}
    one.renew()
    assert lost == [frozenset({"channel:a"})]
    assert not one.holds("channel:a")


def test_a_renewed_lease_is_kept(units, make, clock) -> None:
    one = make("one")
    one.claim(["a"])
    for _ in range(5):
        clock.pass_time(15)
        one.renew()
        assert one.holds("a")
    clock.pass_time(21)
    assert not one.holds("a")


def test_what_a_dead_program_of_this_computer_had_is_free_at_once(make, dead) -> None:
    one, two = make("one"), make("two")
    one.claim(["a"])
    assert two.claim(["a"]) == set()
    dead.add("one")
    assert two.claim(["a"]) == {"a"}


def test_nothing_is_lost_while_the_database_is_away_for_less_than_the_hold(
    make, clock, monkeypatch
) -> None:
    one = make("one")
    lost: list[frozenset[str]] = []
    one.on_lost("", lost.append)
    one.claim(["a"])
    working = one._units

    def away():
        raise DatabaseError("away")

    one._units = away
    clock.pass_time(10)
    one.renew()
    assert one.holds("a")
    assert lost == []
    clock.pass_time(11)
    one.renew()
    assert lost == [frozenset({"a"})]
    one._units = working
    one.release(["a"])


def test_what_dead_programs_left_is_forgotten_after_a_day(units, make) -> None:
    one = make("one")
    one.claim(["old", "kept"])
    with units._engine.begin() as connection:
        connection.execute(text("UPDATE leases SET until = '2020-01-01' WHERE name = 'old'"))
    one.prune()
    with units._engine.begin() as connection:
        assert connection.execute(text("SELECT name FROM leases")).scalars().all() == ["kept"]


def test_of_many_that_claim_at_once_one_gets_each_name(units, make) -> None:
    names = [f"name:{number}" for number in range(300)]
    got: list[set[str]] = []
    programs = [make(f"p{number}") for number in range(4)]
    threads = [
        threading.Thread(target=lambda leases=each: got.append(leases.claim(names)))
        for each in programs
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sum(map(len, got)) == len(names)
    assert set().union(*got) == set(names)


def test_renewing_and_claiming_the_same_names_never_lock_each_other_up(units, dead) -> None:
    names = [f"name:{number}" for number in range(50)]
    failures: list[Exception] = []

    def work(name: str) -> None:
        leases = Leases(units, Identity(name, dead), FakeClock(), name)
        try:
            for _ in range(10):
                leases.claim(reversed(names) if name == "one" else names)
                leases.renew()
                leases.release(names[::2])
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
