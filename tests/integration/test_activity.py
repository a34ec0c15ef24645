"""The record of acts on both databases: chain, paging, filters, who may read what."""

import csv
import io
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from infinibay_desktop.database import opening
from infinibay_desktop.database.activity_query import page_of
from infinibay_desktop.model.activity import (
    Act,
    ActivityCount,
    ActivityQuery,
    Audience,
    ChainPoint,
    ChainTrouble,
    ExportFormat,
    Outcome,
    TargetKind,
)
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import DatabaseError, NotPermittedError
from infinibay_desktop.model.events import ActivityRecorded
from infinibay_desktop.model.people import Person, PersonId, Role
from infinibay_desktop.model.redaction import HIDDEN
from infinibay_desktop.model.rights import NOBODY, PROGRAM, Actor
from infinibay_desktop.services import activity as activity_service
from infinibay_desktop.services.activity import ActivityService
from infinibay_desktop.system.replacing import replace_file
from tests.fakes.statements import count_statements

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ANA, BEN = PersonId(UUID(int=1)), PersonId(UUID(int=2))
LAB, OFFICE, SHOP = (DepartmentId(UUID(int=n)) for n in (11, 12, 13))


@pytest.fixture(params=["sqlite", "postgresql"])
def units(request, tmp_path):
    if request.param == "sqlite":
        units = opening.open_database(str(tmp_path / "test.sqlite"))
    else:
        units = opening.open_database(request.getfixturevalue("postgres_url"))
    yield units
    units.close()


class Acting:
    """Who acts, as a test says."""

    def __init__(self) -> None:
        self.actor = PROGRAM


@pytest.fixture
def acting() -> Acting:
    return Acting()


@pytest.fixture
def activity(units, clock, acting, recorder) -> ActivityService:
    units.publish_to(recorder.publish)
    return ActivityService(units, clock, "desk-1", current=acting, write_file=replace_file)


def act(number: int = 0, **values) -> Act:
    given = {
        "action": "machine.start",
        "target_kind": TargetKind.MACHINE,
        "target_id": f"m-{number}",
        "target_name": f"vm-{number}",
        "actor_id": ANA,
        "actor_name": "Ana Grün",
        "at": NOW + timedelta(seconds=number),
    }
    return Act(**(given | values))


def person(person_id: PersonId, role: Role = Role.USER, **departments: DepartmentRole) -> Actor:
    named = {"lab": LAB, "office": OFFICE, "shop": SHOP}
    memberships = {named[name]: role for name, role in departments.items()}
    return Actor(person=Person(id=person_id, email="a@b", role=role), memberships=memberships)


def fill(activity: ActivityService, *acts: Act) -> None:
    for each in acts:
        activity.record(each)
    activity.flush()


def sequences(activity: ActivityService, **query) -> list[int]:
    return [entry.sequence for entry in activity.find(ActivityQuery(**query)).entries]


def run(units, statement: str) -> None:
    with units._engine.begin() as connection:
        connection.execute(text(statement))


# What is written.


def test_what_is_recorded_comes_back_as_it_was(activity, recorder) -> None:
    kept = act(
        1,
        before={"name": "a"},
        after={"name": "<b>\u202e'; DROP TABLE"},
        department_id=LAB,
        outcome=Outcome.FAILED,
        error_code="hypervisor",
        message="it broke",
        duration_ms=17,
    )
    fill(activity, kept)
    [entry] = activity.find(ActivityQuery()).entries
    assert (entry.act, entry.sequence, entry.workstation) == (kept, 1, "desk-1")
    assert recorder.of(ActivityRecorded) == [ActivityRecorded(sequence=1)]


def test_nothing_is_written_before_it_is_flushed(activity) -> None:
    activity.record(act())
    assert activity.waiting == 1
    assert activity.find(ActivityQuery()).entries == ()
    activity.flush()
    assert activity.waiting == 0


def test_secrets_and_odd_values_are_cleaned_before_they_are_kept(activity) -> None:
    fill(
        activity,
        act(
            target_name="x" * 10_000,
            message="null\x00byte, half \ud800, postgresql://me:hunter2@db/x",
            after={"password": "hunter2", "vnc_password": "s", "must_change_password": "true"},
            duration_ms=-5,
        ),
    )
    [entry] = activity.find(ActivityQuery()).entries
    assert len(entry.act.target_name) == 300
    assert "hunter2" not in str(entry)
    assert entry.act.after == {
        "password": HIDDEN, "vnc_password": HIDDEN, "must_change_password": "true",
    }  # fmt: skip
    assert "\x00" not in entry.act.message
    assert activity.verify().is_intact


def test_an_act_that_is_none_fails_nothing(activity, caplog, request) -> None:
    request.node.add_marker(pytest.mark.expects_warnings)
    activity.record(None)
    assert activity.waiting == 0
    assert "could not be recorded" in caplog.text


def test_many_writers_at_once_make_one_chain(units, clock, activity) -> None:
    others = [ActivityService(units, clock, f"desk-{n}") for n in range(6)]

    def write(service: ActivityService) -> None:
        for number in range(20):
            fill(service, act(number), act(number))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(write, others))
    report = activity.verify()
    assert (report.is_intact, report.checked) == (True, 240)
    assert sequences(activity, limit=1000) == list(range(240, 0, -1))


def test_flushing_from_many_threads_loses_and_doubles_nothing(activity) -> None:
    stop = threading.Event()

    def flush() -> None:
        while not stop.is_set():
            activity.flush()

    with ThreadPoolExecutor(3) as threads:
        for _ in range(3):
            threads.submit(flush)
        for number in range(600):
            activity.record(act(number))
        stop.set()
    activity.flush()
    names = [e.act.target_name for e in activity.find(ActivityQuery(limit=1000)).entries]
    assert names == [f"vm-{n}" for n in reversed(range(600))]


@pytest.mark.expects_warnings
def test_while_the_database_is_away_acts_wait_and_what_is_too_much_is_told(
    activity, units, caplog
) -> None:
    def away():
        raise DatabaseError("The database is away.")

    activity._backlog._most = 10
    activity._units = away
    for number in range(13):
        activity.record(act(number))
        activity.flush()
    assert activity.waiting == 10
    assert caplog.text.count("wait to be recorded") == 1
    activity._units = units
    activity.flush()
    *kept, lost = [e.act for e in reversed(activity.find(ActivityQuery()).entries)]
    assert [each.target_name for each in kept] == [f"vm-{n}" for n in range(10)]
    assert (lost.action, lost.after) == ("activity.lost", {"acts": "3"})
    assert activity.verify().is_intact


# The chain.


@pytest.fixture
def ten(activity) -> ActivityService:
    fill(activity, *(act(number, before={"n": str(number)}) for number in range(10)))
    return activity


@pytest.mark.parametrize(
    ("edit", "trouble", "place"),
    [
        ("UPDATE activity SET actor_name = 'Ben' WHERE sequence = 4", ChainTrouble.EDITED, 4),
        ("UPDATE activity SET words = 'x' WHERE sequence = 5", ChainTrouble.EDITED, 5),
        ("UPDATE activity SET hash = (SELECT a.hash FROM activity a WHERE a.sequence = 1) "  # noqa: ISC004 - one statement
         "WHERE sequence = 6", ChainTrouble.EDITED, 6),
        ("DELETE FROM activity WHERE sequence = 3", ChainTrouble.MISSING, 3),
        ("DELETE FROM activity WHERE sequence >= 8", ChainTrouble.MISSING, 8),
        ("DELETE FROM activity WHERE sequence = 1", ChainTrouble.MISSING, 1),
        ("DELETE FROM activity", ChainTrouble.MISSING, 1),
        ("DELETE FROM activity_heads", ChainTrouble.ADDED, 1),
        ("UPDATE activity_heads SET sequence = 9", ChainTrouble.ADDED, 10),
        ("UPDATE activity_heads SET hash = (SELECT hash FROM activity WHERE sequence = 2)",
         ChainTrouble.EDITED, 10),
    ],
)  # fmt: skip
def test_an_edit_shows_and_where(ten, units, edit, trouble, place) -> None:
    assert ten.verify().is_intact
    run(units, edit)
    report = ten.verify()
    assert (report.trouble, report.broken_at) == (trouble, place)


@pytest.mark.parametrize(
    "edit", ["DELETE FROM activity WHERE sequence > 8", "DELETE FROM activity_heads"]
)
def test_going_on_to_record_does_not_cover_an_edit(ten, units, edit) -> None:
    run(units, edit)
    fill(ten, act(20))
    assert not ten.verify().is_intact


def test_a_place_noted_elsewhere_shows_a_record_that_was_made_anew(ten, units) -> None:
    noted = ten.verify().end
    assert ten.verify(noted).is_intact
    run(units, "DELETE FROM activity")
    run(units, "DELETE FROM activity_heads")
    fill(ten, *(act(number) for number in range(12)))
    assert ten.verify().is_intact
    report = ten.verify(noted)
    assert (report.trouble, report.broken_at) == (ChainTrouble.NOT_AS_NOTED, 10)


def test_only_who_may_read_all_may_check(ten, acting) -> None:
    for actor in (NOBODY, person(ANA), person(ANA, lab=DepartmentRole.ADMINISTRATOR)):
        acting.actor = actor
        with pytest.raises(NotPermittedError):
            ten.verify()
    acting.actor = person(ANA, Role.ADMINISTRATOR)
    assert ten.verify().is_intact


# Retention.


def test_what_is_too_old_goes_and_the_rest_still_holds_together(activity, clock) -> None:
    fill(activity, *(act(n, at=clock.now()) for n in range(3000)))
    clock.pass_time(10 * 86_400)
    fill(activity, *(act(n, at=clock.now()) for n in range(1500)))
    noted = activity.verify().end
    assert activity.apply_retention(0) == 0
    assert activity.apply_retention(11) == 0
    assert activity.apply_retention(9) == 3000
    activity.flush()
    report = activity.verify(noted)
    assert report.is_intact
    assert (report.begin.sequence, report.checked) == (3000, 1501)
    [newest] = activity.find(ActivityQuery(limit=1)).entries
    assert (newest.act.action, newest.act.before) == ("activity.trim", {"entries": "3000"})
    assert activity.count(ActivityQuery()) == ActivityCount(number=1501)
    assert activity.apply_retention(9) == 0


def test_a_clock_far_ahead_does_not_take_the_whole_record(activity, clock) -> None:
    fill(activity, *(act(n, at=clock.now()) for n in range(1200)))
    clock.pass_time(400 * 86_400)
    assert activity.apply_retention(365) == 200
    assert activity.verify().checked == 1000


def test_a_cut_before_the_beginning_that_nobody_made_shows(activity, units, clock) -> None:
    fill(activity, *(act(n, at=clock.now()) for n in range(1200)))
    clock.pass_time(400 * 86_400)
    activity.apply_retention(365)
    run(units, "DELETE FROM activity WHERE sequence = 201")
    assert activity.verify().broken_at == 201


# Finding.


@pytest.fixture
def mixed(activity) -> ActivityService:
    departments, outcomes = (LAB, OFFICE, None), tuple(Outcome)
    fill(
        activity,
        *(
            act(
                number,
                action=("machine.start", "machine.stop", "person.edit", "host.add")[number % 4],
                actor_id=(ANA, BEN)[number % 2],
                department_id=departments[number % 3],
                outcome=outcomes[number % 3],
                target_id=f"m-{number % 10}",
                target_name=("Straße", "München", "100%_done", "web")[number % 4],
            )
            for number in range(240)
        ),
    )
    return activity


FILTERS = {
    "actor": ({"actor_id": BEN}, lambda n: n % 2 == 1),
    "action": ({"action": "person.edit"}, lambda n: n % 4 == 2),
    "target": ({"target_id": "m-7"}, lambda n: n % 10 == 7),
    "outcome": ({"outcome": Outcome.REFUSED}, lambda n: n % 3 == 1),
    "department": ({"department_ids": frozenset({LAB})}, lambda n: n % 3 == 0),
    "departments": ({"department_ids": frozenset({LAB, OFFICE, SHOP})}, lambda n: n % 3 != 2),
    "no department": ({"department_ids": frozenset()}, lambda _n: False),
    "since": ({"since": NOW + timedelta(seconds=100)}, lambda n: n >= 100),
    "until": ({"until": NOW + timedelta(seconds=100)}, lambda n: n < 100),
    "in the future": ({"since": NOW + timedelta(days=1)}, lambda _n: False),
    "before all": ({"until": NOW}, lambda _n: False),
    "text": ({"text": "STRASSE"}, lambda n: n % 4 == 0),
    "text with accents": ({"text": "münchen ana"}, lambda n: n % 4 == 1),
    "text with wildcards": ({"text": "100%_d"}, lambda n: n % 4 == 2),
    "text that is nowhere": ({"text": "%"} | {"text": "nowhere"}, lambda _n: False),
    "several": (
        {"actor_id": BEN, "outcome": Outcome.DONE, "text": "machine.stop"},
        lambda n: n % 12 == 9,
    ),
    "page": ({"before_sequence": 11}, lambda n: n < 10),
}


def test_a_filter_finds_what_it_says_newest_first(mixed) -> None:
    for name, (query, fits) in FILTERS.items():
        expected = [number + 1 for number in reversed(range(240)) if fits(number)]
        assert sequences(mixed, limit=1000, **query) == expected, name
        assert mixed.count(ActivityQuery(**query)).number == len(expected), name


def test_pages_join_without_gap_or_double(mixed) -> None:
    for name, (values, _fits) in FILTERS.items():
        query = ActivityQuery(**values)
        whole = [e.sequence for e in mixed.find(replace(query, limit=1000)).entries]
        page = mixed.find(replace(query, limit=7))
        joined = [e.sequence for e in page.entries]
        while page.go_on_before is not None:
            page = mixed.find(replace(query, limit=7, before_sequence=page.go_on_before))
            joined += [e.sequence for e in page.entries]
        assert joined == whole, name


def test_limits_are_bounded(mixed) -> None:
    assert len(sequences(mixed, limit=-3)) == 1
    fill(mixed, *(act(n) for n in range(1000)))
    assert len(sequences(mixed, limit=10**9)) == 1000


@pytest.mark.parametrize(
    "odd",
    [
        {"before_sequence": 2**70},
        {"before_sequence": -(2**70)},
        {"before_sequence": 0, "text": "web"},
        {"text": "\x00\ud800" + "x" * 100_000},
        {"text": "'; DROP TABLE activity; --"},
        {"action": "\x00\ud800"},
        {"target_id": "\x00" * 1000},
    ],
)
def test_an_odd_question_is_answered(mixed, odd) -> None:
    query = ActivityQuery(**odd)
    assert mixed.count(query).number == len(mixed.find(replace(query, limit=1000)).entries)


def test_the_acts_that_occur_are_listed_by_name(mixed) -> None:
    assert list(mixed.actions()) == ["host.add", "machine.start", "machine.stop", "person.edit"]


def test_no_acts_have_no_names(activity) -> None:
    assert list(activity.actions()) == []


def test_counting_is_exact_for_all_and_bounded_for_the_rest(mixed) -> None:
    assert mixed.count(ActivityQuery()) == ActivityCount(number=240)
    assert mixed.count(ActivityQuery(actor_id=ANA)) == ActivityCount(number=120)
    departments = frozenset({LAB, OFFICE})
    assert mixed.count(ActivityQuery(department_ids=departments)).number == 160


def test_counting_ends_where_it_gets_long(activity) -> None:
    for start in range(0, 10_500, 500):
        fill(activity, *(act(n) for n in range(start, start + 500)))
    assert activity.count(ActivityQuery(actor_id=ANA)) == ActivityCount(number=10_000, exact=False)
    assert activity.count(ActivityQuery()) == ActivityCount(number=10_500)


def test_a_clock_set_back_hides_nothing(activity) -> None:
    fill(activity, act(0), act(1), act(2, at=NOW - timedelta(days=365)), act(3))
    assert sequences(activity) == [4, 3, 2, 1]
    assert sequences(activity, since=NOW) == [4, 2, 1]
    assert sequences(activity, until=NOW) == [3]


def test_a_text_search_goes_on_where_a_page_had_to_end(mixed, monkeypatch) -> None:
    monkeypatch.setattr("infinibay_desktop.services.activity.TEXT_REACH", 60)
    monkeypatch.setattr("infinibay_desktop.services.activity._TEXT_SLICE", 20)
    fill(mixed, act(1, message="needle"), *(act(n) for n in range(200)))
    pages = [mixed.find(ActivityQuery(text="needle"))]
    while pages[-1].go_on_before is not None:
        pages.append(
            mixed.find(ActivityQuery(text="needle", before_sequence=pages[-1].go_on_before))
        )
    assert [len(page.entries) for page in pages] == [0, 0, 0, 1, 0, 0, 0, 0]
    assert not mixed.count(ActivityQuery(text="needle")).exact


# Who may read what.

DEPARTMENT_ADMINISTRATOR = DepartmentRole.ADMINISTRATOR
READERS = {
    "the program": (PROGRAM, lambda _n: True),
    "a super administrator": (person(BEN, Role.SUPER_ADMINISTRATOR), lambda _n: True),
    "an administrator": (person(BEN, Role.ADMINISTRATOR), lambda _n: True),
    "a user": (person(BEN), lambda n: n % 2 == 1),
    "a member": (person(BEN, lab=DepartmentRole.MEMBER), lambda n: n % 2 == 1),
    "a department's administrator": (
        person(BEN, lab=DEPARTMENT_ADMINISTRATOR),
        lambda n: n % 2 == 1 or n % 3 == 0,
    ),
    "an administrator of two departments": (
        person(BEN, lab=DEPARTMENT_ADMINISTRATOR, office=DEPARTMENT_ADMINISTRATOR),
        lambda n: n % 2 == 1 or n % 3 != 2,
    ),
    "somebody who never acted": (person(PersonId(UUID(int=9))), lambda _n: False),
    "nobody": (NOBODY, lambda _n: False),
}
FORCED = (
    {},
    {"audience": None},
    {"audience": Audience(person_id=ANA, department_ids=frozenset({LAB, OFFICE, SHOP}))},
    {"actor_id": ANA},
    {"department_ids": frozenset({LAB, OFFICE, SHOP})},
    {"text": "a"},
    {"since": NOW},
)


@pytest.mark.parametrize("forced", FORCED)
def test_nobody_reads_more_than_they_may_whatever_they_ask(mixed, acting, forced) -> None:
    asked = set(sequences(mixed, limit=1000, **forced))
    query = ActivityQuery(**forced)
    for reader, (actor, may) in READERS.items():
        acting.actor = actor
        allowed = {number + 1 for number in range(240) if may(number)}
        found = sequences(mixed, limit=1000, **forced)
        assert found == sorted(asked & allowed, reverse=True), reader
        assert mixed.count(query).number == len(found), reader
        lines = list(mixed.export(query, ExportFormat.JSON_LINES))
        assert [json.loads(line)["sequence"] for line in lines] == found, reader


def test_an_export_is_of_whoever_asked_even_if_another_signs_in_meanwhile(mixed, acting) -> None:
    acting.actor = person(BEN)
    lines = mixed.export(ActivityQuery(), ExportFormat.JSON_LINES)
    acting.actor = PROGRAM
    assert len(list(lines)) == 120


@pytest.mark.parametrize("later", [NOBODY, person(PersonId(UUID(int=9)))])
def test_an_open_export_gives_no_further_page_to_who_lost_the_right(
    mixed, acting, monkeypatch, later
) -> None:
    monkeypatch.setattr(activity_service, "_EXPORT_PAGE", 10)
    acting.actor = person(BEN)
    lines = mixed.export(ActivityQuery(), ExportFormat.JSON_LINES)
    next(lines)
    acting.actor = later
    assert len(list(lines)) == 9


def test_a_service_without_a_person_shows_nothing(units, clock, activity) -> None:
    fill(activity, act())
    assert ActivityService(units, clock, "other").find(ActivityQuery()).entries == ()


# Cost.


def test_a_page_takes_a_fixed_number_of_statements(mixed, units, acting) -> None:
    with count_statements(units) as asked:
        for actor, _may in READERS.values():
            acting.actor = actor
            for query, _fits in FILTERS.values():
                asked.forget()
                mixed.find(ActivityQuery(limit=50, **query))
                # A text needs to know where the record begins and ends; a time where it falls.
                assert asked.count <= 3, asked.texts


INDEXED = {
    "nothing": ({}, ("activity_pkey", "pk_activity", "INTEGER PRIMARY KEY", "SCAN activity")),
    "a page": ({"before_sequence": 50}, ("pk_activity", "INTEGER PRIMARY KEY")),
    "actor": ({"actor_id": BEN}, ("ix_activity_actor_id_sequence",)),
    "action": ({"action": "host.add"}, ("ix_activity_action_sequence",)),
    "target": ({"target_id": "m-7"}, ("ix_activity_target_id_sequence",)),
    "outcome": ({"outcome": Outcome.REFUSED}, ("ix_activity_outcome_sequence",)),
    "department": ({"department_ids": frozenset({LAB})}, ("ix_activity_department_id_sequence",)),
    "departments": (
        {"department_ids": frozenset({LAB, OFFICE})},
        ("ix_activity_department_id_sequence",),
    ),
    "an audience": (
        {"audience": Audience(person_id=BEN, department_ids=frozenset({LAB, OFFICE}))},
        ("ix_activity_department_id_sequence", "ix_activity_actor_id_sequence"),
    ),
    "times": (
        {"since": NOW, "until": NOW + timedelta(seconds=9)},
        ("pk_activity", "INTEGER PRIMARY KEY"),
    ),
    "text": ({"text": "web"}, ("SCAN activity", "pk_activity", "INTEGER PRIMARY KEY")),
}


def plan_of(units, query: ActivityQuery) -> str:
    with units() as unit:
        session = unit._session
        statement = page_of(session, query, None)
        assert statement is not None
        dialect = session.get_bind().dialect
        compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        on_sqlite = dialect.name == "sqlite"
        if not on_sqlite:  # a few rows are always read whole, unless that is forbidden
            session.execute(text("SET LOCAL enable_seqscan = off"))
            session.execute(text("SET LOCAL enable_bitmapscan = off"))
        cursor = session.connection().connection.cursor()
        explain = "EXPLAIN QUERY PLAN " if on_sqlite else "EXPLAIN "
        processors = compiled._bind_processors
        bound = {
            key: processors[key](value) if key in processors else value
            for key, value in compiled.construct_params().items()
        }
        if compiled.positional:
            cursor.execute(explain + str(compiled), tuple(bound[k] for k in compiled.positiontup))
        else:
            cursor.execute(explain + str(compiled), bound)
        rows = cursor.fetchall()
        cursor.close()
    return "\n".join(str(row[-1]) for row in rows)


def test_each_filter_walks_an_index_and_sorts_no_more_than_pages(mixed, units) -> None:
    for name, (query, indexes) in INDEXED.items():
        plan = plan_of(units, ActivityQuery(limit=20, **query))
        assert any(index in plan for index in indexes), (name, plan)
        if name in ("departments", "an audience"):
            assert "SCAN activity" not in plan, (name, plan)
        else:
            assert "TEMP B-TREE" not in plan, (name, plan)
            assert "Sort" not in plan, (name, plan)


# Exports.

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1")


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_spreadsheet_runs_nothing_of_an_export(activity, cell) -> None:
    fill(activity, act(target_name=cell, actor_name=cell, message=f"{cell}\r\n=2"))
    exported = "".join(activity.export(ActivityQuery(), ExportFormat.CSV))
    rows = list(csv.reader(io.StringIO(exported, newline="")))
    assert len(rows) == 2
    record = dict(zip(*rows, strict=True))
    for name in ("target", "actor", "message"):
        assert record[name].startswith("'")
    assert exported.count("\n") == 2  # one entry is one line, whatever it holds
    assert record["sequence"] == "1"


def test_json_lines_are_one_line_each_whatever_they_hold(activity) -> None:
    told = 'a\nb\r\u2028\u2029\x85"\\, emoji 🐧'
    fill(activity, act(message=told, after={"k": told}))
    [line] = activity.export(ActivityQuery(), ExportFormat.JSON_LINES)
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line)["message"] == told
    assert json.loads(line)["after"] == {"k": told}


def test_an_export_is_a_whole_private_file(activity, tmp_path) -> None:
    fill(activity, *(act(n) for n in range(2500)))
    path = tmp_path / "out" / "record.csv"
    activity.save_export(path, ActivityQuery(), ExportFormat.CSV)
    assert len(path.read_text().splitlines()) == 2501
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in path.parent.iterdir()] == ["record.csv"]


def test_an_export_that_breaks_leaves_the_old_file(activity, tmp_path, units) -> None:
    fill(activity, *(act(n) for n in range(2500)))
    path = tmp_path / "record.csv"
    path.write_text("old")
    lines = activity._page

    def page(query):
        if query.before_sequence:
            raise DatabaseError("The database is away.")
        return lines(query)

    activity._page = page
    with pytest.raises(DatabaseError):
        activity.save_export(path, ActivityQuery(), ExportFormat.CSV)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir() if "csv" in each.name] == ["record.csv"]


def test_a_noted_place_that_retention_took_proves_nothing_and_is_no_trouble(
    activity, clock
) -> None:
    fill(activity, *(act(n, at=clock.now()) for n in range(1200)))
    clock.pass_time(400 * 86_400)
    activity.apply_retention(365)
    assert activity.verify(ChainPoint(sequence=5, hash=b"x" * 32)).is_intact
