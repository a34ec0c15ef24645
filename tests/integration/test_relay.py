"""What one program stores, the others hear: two real programs on one database."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from infinibay_desktop.database.events import KEPT_ROWS, MAX_BODY_BYTES, append
from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.events import (
    ActivityRecorded,
    Event,
    EventsMissed,
    HostRemoved,
    HostSaved,
    MachinesPlaced,
    SettingsChanged,
)
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services.relay import MAX_BEHIND, Relay
from tests.fakes import Recorder
from tests.integration.programs import Program
from tests.lab.waiting import wait_for

FAR = "qemu+ssh://root@far/system"


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "shared.sqlite")
    return request.getfixturevalue("postgres_url")


class Here:
    """This program's end: what it tells itself, and what it hears from others."""

    def __init__(self, location: str) -> None:
        self.units = open_database(location)
        self.own, self.others = Recorder(), Recorder()
        self.units.publish_to(self.own.publish)
        self.relay = Relay(self.units.feed(), self.units, self.others)

    def begin(self) -> None:
        self.relay.begin()
        self.relay.start()

    def tell(self, *events: Event) -> None:
        with self.units() as unit:
            unit.tell(*events)
            unit.commit()

    def run(self, statement: str, **values: object) -> None:
        with self.units._engine.begin() as connection:
            connection.execute(text(statement), values)

    def store(self, kind: str, body: bytes, at: datetime | None = None) -> None:
        """A row as anybody who may write into the database can make it."""
        self.run(
            "INSERT INTO events (origin, kind, body, at) VALUES ('x', :kind, :body, :at)",
            kind=kind,
            body=body,
            at=at or datetime.now(UTC).replace(tzinfo=None),
        )

    def numbers(self) -> list[int]:
        return [event.sequence for event in self.others.of(ActivityRecorded)]

    def wait_for_number(self, number: int) -> None:
        wait_for(lambda: number in self.numbers(), f"number {number}", 30)


@pytest.fixture
def here(location):
    here = Here(location)
    yield here
    here.relay.stop()
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


def test_a_host_added_and_removed_elsewhere_is_heard_of_here(here, start_program) -> None:
    here.begin()
    other = start_program()
    other.do("host", FAR)
    host_id = other.wait_for("added")
    wait_for(lambda: here.others.of(HostSaved), "the new host")
    other.do("forget", host_id)
    wait_for(lambda: here.others.of(HostRemoved), "the removal")
    assert [str(event.host_id) for event in here.others.events] == [host_id, host_id]


def test_both_hear_each_other_and_neither_hears_itself(here, start_program) -> None:
    here.begin()
    other = start_program()
    other.do("tell", 0, 20)
    for number in range(100, 120):
        here.tell(ActivityRecorded(sequence=number))
    here.wait_for_number(19)
    while 119 not in other.numbers():
        other.wait_for("ActivityRecorded")
    assert here.numbers() == list(range(20))
    assert other.numbers() == list(range(100, 120))
    assert [event.sequence for event in here.own.events] == list(range(100, 120))


def test_nothing_is_lost_where_many_write_at_once(here, start_program) -> None:
    here.begin()
    writers = [start_program() for _ in range(3)]
    for index, writer in enumerate(writers):
        writer.do("tell", 1000 * index, 1000 * index + 60)
    for index in range(3):
        here.wait_for_number(1000 * index + 59)
    heard = here.numbers()
    assert sorted(heard) == [1000 * i + n for i in range(3) for n in range(60)]
    for index in range(3):
        assert [n for n in heard if n // 1000 == index] == [1000 * index + n for n in range(60)]


def test_what_is_undone_is_told_to_nobody(here, start_program) -> None:
    here.begin()
    with here.units() as unit:
        unit.tell(ActivityRecorded(sequence=1))
    other = start_program()
    other.do("tell", 7, 8)
    here.wait_for_number(7)
    assert here.own.events == []
    with here.units() as unit:
        assert unit.events.newest() > 0
    here.run("DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)")
    with here.units() as unit:
        assert unit.events.newest() == 0


def test_a_later_transaction_waits_for_the_one_that_stores_events(here, location) -> None:
    """Or its higher number would be read first, and the lower one never."""
    ended = threading.Event()
    with here.units() as unit:
        append(unit._session, [ActivityRecorded(sequence=1)], "x")

        def later() -> None:
            here.tell(ActivityRecorded(sequence=2))
            ended.set()

        thread = threading.Thread(target=later)
        thread.start()
        assert not ended.wait(0.3)
        unit.commit()
    thread.join(20)
    with here.units() as unit:
        rows = unit._session.execute(text("SELECT body FROM events ORDER BY sequence")).all()
    assert [b'"sequence":%d' % n in bytes(row[0]) for n, row in enumerate(rows, 1)] == [True, True]


def test_what_concerns_one_program_stays_in_it(here) -> None:
    here.tell(SettingsChanged(settings=Settings(), names=("theme",)))
    with here.units() as unit:
        assert unit.events.newest() == 0
    assert len(here.own.events) == 1


def test_a_move_of_many_machines_comes_in_parts(here, location, new_key) -> None:
    here.begin()
    other = Here(location)
    keys = tuple(new_key() for _ in range(1200))
    other.tell(MachinesPlaced(keys=keys))
    other.units.close()
    wait_for(lambda: len(here.others.events) == 3, "three parts")
    assert tuple(key for event in here.others.events for key in event.keys) == keys
    assert isinstance(here.others.events[0].keys[0], MachineKey)


@pytest.fixture
def new_key():
    from uuid import uuid4

    return lambda: MachineKey(uuid4(), uuid4())


def test_hostile_and_unknown_rows_are_passed_over_and_said_once(here, caplog) -> None:
    caplog.set_level("INFO")
    here.begin()
    for kind, body in (
        ("FirewallApplied", b"{}"),
        ("FirewallApplied", b"{}"),
        ("HostSaved", b"[1]"),
        ("HostSaved", b'{"host_id": "../../etc"}'),
        ("HostSaved", b"\xff\x00"),
        ("TaskProgressed", b"[" * 5000),
        ("ActivityRecorded", b" " * MAX_BODY_BYTES + b'{"sequence": 1}'),
        (
            "PersonLocked",
            b'{"person_id":"00000000-0000-0000-0000-000000000001","until":"2026-01-01T00:00:00"}',
        ),
        ("ErrorRecorded", b'{"code": "x", "message": "' + b"y" * 5000 + b'"}'),
        ("MachineRatesSeen", b"{}"),
        ("x" * 100_000, b"{}"),
        ("ActivityRecorded", b'{"sequence": 5, "added_by_a_newer_version": true}'),
    ):
        here.store(kind, body)
    here.wait_for_number(5)
    assert here.others.events == [ActivityRecorded(sequence=5)]
    said = [r for r in caplog.records if "passed over" in r.getMessage()]
    assert len(said) == 8
    assert all(len(record.getMessage()) < 300 for record in said)


def test_rows_that_are_no_text_do_not_stop_the_reading(tmp_path) -> None:
    here = Here(str(tmp_path / "odd.sqlite"))
    here.begin()
    here.run("INSERT INTO events VALUES (1, CAST(x'ff' AS TEXT), CAST(x'fe' AS TEXT), 'z', 0)")
    here.store("ActivityRecorded", b'{"sequence": 5}')
    here.wait_for_number(5)
    here.relay.stop()
    here.units.close()


def test_who_starts_later_hears_only_what_comes(here, start_program) -> None:
    here.tell(ActivityRecorded(sequence=1))
    other = start_program()
    here.tell(ActivityRecorded(sequence=2))
    other.wait_for("ActivityRecorded")
    assert other.numbers() == [2]


def test_what_is_told_between_begin_and_start_is_heard(here, start_program) -> None:
    here.relay.begin()
    start_program().do("tell", 3, 4)
    here.relay.start()
    here.wait_for_number(3)


def test_who_is_far_behind_is_told_to_read_anew(here, location) -> None:
    here.begin()
    here.relay._position = 0
    other = Here(location)
    other.tell(*(ActivityRecorded(sequence=n) for n in range(MAX_BEHIND + 1)))
    wait_for(lambda: here.others.events, "something")
    other.tell(ActivityRecorded(sequence=-1))
    here.wait_for_number(-1)
    other.units.close()
    assert here.others.events == [EventsMissed(), ActivityRecorded(sequence=-1)]


def test_a_database_put_back_from_a_copy_is_noticed(here, location) -> None:
    here.relay.begin()
    here.relay._position = 1000
    here.relay.start()
    wait_for(lambda: here.others.of(EventsMissed), "the notice")
    other = Here(location)
    other.tell(ActivityRecorded(sequence=1))
    here.wait_for_number(1)
    other.units.close()


def test_events_that_were_removed_unread_are_noticed(here, location) -> None:
    other = Here(location)
    other.tell(*(ActivityRecorded(sequence=n) for n in range(10)))
    here.run("DELETE FROM events WHERE sequence < 8")
    here.relay._position = 3
    here.relay.start()
    wait_for(lambda: here.others.of(EventsMissed), "the notice")
    other.units.close()


def test_old_events_go_but_the_last_ones_stay(here) -> None:
    here.tell(*(ActivityRecorded(sequence=n) for n in range(KEPT_ROWS + 30)))
    with here.units() as unit:
        newest = unit.events.newest()
        assert unit.events.remove_old() == 0
    long_ago = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=3)
    here.run("UPDATE events SET at = :at WHERE sequence <= 20", at=long_ago)
    here.relay.prune()
    with here.units() as unit:
        assert unit._session.scalar(text("SELECT min(sequence) FROM events")) == 21
    here.run("UPDATE events SET at = :at", at=long_ago)
    here.relay.prune()
    with here.units() as unit:
        assert unit._session.scalar(text("SELECT count(*) FROM events")) == KEPT_ROWS
        assert unit.events.newest() == newest


def test_old_events_go_even_where_no_program_runs_for_long(here) -> None:
    long_ago = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=3)
    for _ in range(3):
        here.tell(*(ActivityRecorded(sequence=n) for n in range(KEPT_ROWS)))
        here.run("UPDATE events SET at = :at", at=long_ago)
    with here.units() as unit:
        assert unit._session.scalar(text("SELECT count(*) FROM events")) <= 2 * KEPT_ROWS


@pytest.mark.expects_warnings
def test_a_follower_that_breaks_does_not_end_the_hearing(here, start_program) -> None:
    def break_down(_event: HostSaved) -> None:
        raise ZeroDivisionError

    here.relay.follow(HostSaved, break_down)
    here.begin()
    other = start_program()
    other.do("host", FAR)
    other.do("tell", 0, 1)
    here.wait_for_number(0)


def test_a_follower_hears_only_what_comes_from_elsewhere(here, start_program) -> None:
    followed: list[HostSaved] = []
    here.relay.follow(HostSaved, followed.append)
    here.begin()
    other = start_program()
    here.tell(HostSaved(host_id="here"))
    other.do("host", FAR)
    host_id = other.wait_for("added")
    wait_for(lambda: here.others.of(HostSaved), "the new host")
    assert [str(event.host_id) for event in followed] == [host_id]


# PostgreSQL's bad days.


@pytest.mark.expects_warnings
def test_after_the_connection_was_cut_what_came_meanwhile_is_heard(
    postgres_url, postgres_cluster
) -> None:
    here, other = Here(postgres_url), Here(postgres_url)
    here.begin()
    other.tell(ActivityRecorded(sequence=1))
    here.wait_for_number(1)
    postgres_cluster.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE query LIKE '%FROM events WHERE%' AND pid <> pg_backend_pid()"
    )
    other.tell(ActivityRecorded(sequence=2))
    here.wait_for_number(2)
    assert here.numbers() == [1, 2]
    here.relay.stop()
    here.units.close()
    other.units.close()


@pytest.mark.expects_warnings
def test_a_restarted_server_is_found_again(postgres_server, caplog) -> None:
    caplog.set_level("INFO")
    location = postgres_server.cluster.url("postgres")
    here = Here(location)
    here.begin()
    other = Program(location)
    other.do("tell", 0, 3)
    here.wait_for_number(2)
    postgres_server.shut_down()
    wait_for(lambda: "not heard for now" in caplog.text, "the trouble")
    with pytest.raises(DatabaseError):
        here.tell(ActivityRecorded(sequence=100))
    postgres_server.start()
    here.tell(ActivityRecorded(sequence=101))
    other.do("tell", 3, 6)
    here.wait_for_number(5)
    while 101 not in other.numbers():
        other.wait_for("ActivityRecorded", 60)
    assert here.numbers() == list(range(6))
    assert other.numbers() == [101]
    assert caplog.text.count("not heard for now") == 1
    other.end()
    here.relay.stop()
    here.units.close()


def test_where_notices_do_not_come_through_looking_helps(postgres_url, monkeypatch) -> None:
    """As behind PgBouncer, which takes LISTEN and forgets it."""
    monkeypatch.setattr("infinibay_desktop.database.postgres_feed.LOOK_S", 0.1)
    monkeypatch.setattr("infinibay_desktop.database.postgres_feed.CHANNEL", "nobody")
    here, other = Here(postgres_url), Here(postgres_url)
    here.begin()
    other.tell(ActivityRecorded(sequence=1))
    here.wait_for_number(1)
    here.relay.stop()
    here.units.close()
    other.units.close()


def test_where_listening_is_refused_looking_helps(postgres_url, monkeypatch) -> None:
    """As on a standby server, and behind poolers that know no LISTEN."""
    monkeypatch.setattr("infinibay_desktop.database.postgres_feed.LOOK_S", 0.1)
    monkeypatch.setattr("infinibay_desktop.database.postgres_feed.CHANNEL", "1 is no name")
    here, other = Here(postgres_url), Here(postgres_url)
    here.begin()
    other.tell(ActivityRecorded(sequence=1))
    here.wait_for_number(1)
    here.relay.stop()
    here.units.close()
    other.units.close()


def test_a_notice_says_nothing_but_a_number(postgres_url) -> None:
    here = Here(postgres_url)
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as ear:
        ear.execute("LISTEN infinibay_events")
        here.tell(HostSaved(host_id="secret"), HostSaved(host_id="secret"))
        [notice] = ear.notifies(timeout=10, stop_after=1)
    assert notice.payload == "2"
    here.units.close()


def test_a_file_that_is_no_database_ends_nothing(tmp_path, caplog) -> None:
    from infinibay_desktop.database.sqlite_feed import SqliteFeed

    odd = Path(tmp_path / "odd.sqlite")
    odd.write_bytes(b"not a database" * 100)
    feed = SqliteFeed(str(odd), "'odd'", "me")

    def look() -> None:
        feed.open()
        feed.read(0, 10)

    with pytest.raises(DatabaseError, match="odd"):
        look()
    feed.close()
