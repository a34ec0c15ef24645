"""The record of acts with 1,000,000 entries, on SQLite and PostgreSQL, beside bare statements."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.model.activity import (
    Act,
    ActivityQuery,
    ChainReport,
    ExportFormat,
    Outcome,
    TargetKind,
)
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.rights import PROGRAM, Actor
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.services.activity import ActivityService
from tests.bench.measuring import Series, Table, alternate, seconds_of, timed
from tests.lab.postgres import _programs, _serve

ENTRIES, AT_ONCE, PAGE, ROUNDS = 1_000_000, 5_000, 200, 21
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_PAGE_MS = 50
ACTIONS = tuple(f"machine.act-{number}" for number in range(40))
PEOPLE = [PersonId(UUID(int=number + 1)) for number in range(200)]
DEPARTMENTS = [DepartmentId(UUID(int=number + 1000)) for number in range(50)]


class Acting:
    """Who asks."""

    actor = PROGRAM


def act(number: int) -> Act:
    odd = number * 2654435761 % 2**32  # Knuth's multiplicative hash: spread, and the same each time
    return Act(
        action=ACTIONS[odd % 40],
        target_kind=TargetKind.MACHINE,
        target_id=str(UUID(int=odd % 5000)),
        target_name=f"desk-{odd % 5000}",
        department_id=DEPARTMENTS[odd // 7 % 50],
        actor_id=PEOPLE[odd // 11 % 200],
        actor_name=f"Person Number {odd // 11 % 200}",
        before={"state": "off"},
        after={"state": "running", "vcpus": "4"},
        outcome=Outcome.REFUSED if odd % 1000 == 7 else Outcome.DONE,
        message="a needle" if number == 1000 else "",
        at=BEGAN + timedelta(seconds=20 * number),
        duration_ms=odd % 4000,
    )


def fill(units: UnitsOfWork) -> float:
    def append() -> None:
        set_cache(units, 500_000)
        for start in range(0, ENTRIES, AT_ONCE):
            with units() as unit:
                unit.activity.append([act(n) for n in range(start, start + AT_ONCE)], "desk")
                unit.commit()
        set_cache(units, 2_000)

    return seconds_of(append)


def set_cache(units: UnitsOfWork, kib: int) -> None:
    """Let SQLite fill its indexes in memory; what is measured has the usual 2,000 KiB."""
    with units() as unit:
        connection = unit._session.connection()
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA cache_size = -{kib}")


@contextmanager
def on_sqlite() -> Iterator[tuple[UnitsOfWork, Callable[[str, dict[str, Any]], Any]]]:
    folder = Path(tempfile.mkdtemp(prefix="activity-"))
    path = folder / "activity.sqlite"
    units = open_database(str(path))
    bare = sqlite3.connect(path)
    try:
        yield units, lambda sql, values: bare.execute(sql, values).fetchall()
    finally:
        bare.close()
        units.close()
        shutil.rmtree(folder)


@contextmanager
def on_postgres() -> Iterator[tuple[UnitsOfWork, Callable[[str, dict[str, Any]], Any]]]:
    folder = Path(tempfile.mkdtemp(prefix="activity-"))
    shutil.chown(folder, "postgres")
    with contextmanager(_serve)(_programs(), folder) as cluster:
        cluster.run("CREATE DATABASE activity")
        units = open_database(cluster.url("activity"))
        bare = psycopg.connect(
            host=str(folder), user="postgres", dbname="activity", autocommit=True
        )

        def run(sql: str, values: dict[str, Any]) -> Any:
            for name in values:
                sql = sql.replace(f":{name}", f"%({name})s")
            return bare.execute(sql.encode(), values).fetchall()

        try:
            yield units, run
        finally:
            bare.close()
            units.close()
    shutil.rmtree(folder)


QUERIES: dict[str, tuple[ActivityQuery, str, dict[str, Any]]] = {
    "first page": (ActivityQuery(), "", {}),
    "page 5,000": (
        ActivityQuery(before_sequence=PAGE + 1),
        "WHERE sequence < :before",
        {"before": PAGE + 1},
    ),
    "one person's": (ActivityQuery(actor_id=PEOPLE[7]), "WHERE actor_id = :id", {"id": PEOPLE[7]}),
    "one department's": (
        ActivityQuery(department_ids=frozenset(DEPARTMENTS[3:4])),
        "WHERE department_id = :id",
        {"id": DEPARTMENTS[3]},
    ),
    "one act": (ActivityQuery(action=ACTIONS[9]), "WHERE action = :a", {"a": ACTIONS[9]}),
    "one machine's": (
        ActivityQuery(target_id=str(UUID(int=77))),
        "WHERE target_id = :t",
        {"t": str(UUID(int=77))},
    ),
    "the refused ones, one in 1,000": (
        ActivityQuery(outcome=Outcome.REFUSED),
        "WHERE outcome = :o",
        {"o": "refused"},
    ),
    "a person's, refused": (
        ActivityQuery(actor_id=PEOPLE[7], outcome=Outcome.REFUSED),
        "WHERE actor_id = :id AND outcome = :o",
        {"id": PEOPLE[7], "o": "refused"},
    ),
}


def measure(place: str, table: Table, units: UnitsOfWork, bare: Any) -> None:
    acting = Acting()
    activity = ActivityService(units, SystemClock(), "desk", current=acting)
    sqlite = place == "SQLite"
    for name, (query, where, values) in QUERIES.items():
        asked = replace(query, limit=PAGE)
        given = {k: v.hex if sqlite and isinstance(v, UUID) else v for k, v in values.items()}
        sql = f"SELECT * FROM activity {where} ORDER BY sequence DESC LIMIT {PAGE}"  # noqa: S608
        found = activity.find(asked).entries
        assert [e.sequence for e in found] == [row[0] for row in bare(sql, given)], name
        sides = {
            "ours": timed(partial(activity.find, asked)),
            "bare": timed(partial(bare, sql, given)),
        }
        both = alternate(sides, ROUNDS, warm_up=2)
        label = f"{place}: {name}, {len(found)} entries"
        table.absolute(label, both["ours"], at_most_ms=FIRST_PAGE_MS)
        table.compare("  beside the bare statement", both["ours"], both["bare"])
    alone(place, table, activity, acting)


def alone(place: str, table: Table, activity: ActivityService, acting: Acting) -> None:
    """Time what has no bare statement that does the same."""
    month = BEGAN + timedelta(days=100)
    asked: dict[str, tuple[Callable[[], object], float | None]] = {
        "a month of long ago": (
            lambda: activity.find(ActivityQuery(since=month, until=month + timedelta(days=30))),
            FIRST_PAGE_MS,
        ),
        "three departments'": (
            lambda: activity.find(ActivityQuery(department_ids=frozenset(DEPARTMENTS[:3]))),
            FIRST_PAGE_MS,
        ),
        "a frequent word": (
            lambda: activity.find(ActivityQuery(text="act-7 NUMBER")),
            FIRST_PAGE_MS * 2,
        ),
        "one word in a million entries": (
            lambda: activity.find(ActivityQuery(text="needle")),
            None,
        ),
        "how many in all": (lambda: activity.count(ActivityQuery()), FIRST_PAGE_MS),
        "how many of one person": (
            lambda: activity.count(ActivityQuery(actor_id=PEOPLE[7])),
            FIRST_PAGE_MS,
        ),
        "the names of acts": (activity.actions, FIRST_PAGE_MS),
    }
    for name, (work, at_most) in asked.items():
        rounds = ROUNDS if at_most else 3
        table.absolute(f"{place}: {name}", repeated(work, rounds), at_most_ms=at_most)
    administrator = dict.fromkeys(DEPARTMENTS[:3], DepartmentRole.ADMINISTRATOR)
    acting.actor = Actor(person=Person(id=PEOPLE[7], email="a@b"), memberships=administrator)
    own = repeated(lambda: activity.find(ActivityQuery()), ROUNDS)
    table.absolute(f"{place}: own and three departments'", own, at_most_ms=FIRST_PAGE_MS)
    acting.actor = PROGRAM
    reports: list[ChainReport] = []
    whole = Series((seconds_of(lambda: reports.append(activity.verify())),))
    assert (reports[0].is_intact, reports[0].checked) == (True, ENTRIES)
    table.absolute(f"{place}: checking the chain of all", whole)
    some = ActivityQuery(outcome=Outcome.REFUSED)
    lines = repeated(lambda: list(activity.export(some, ExportFormat.CSV)), 3)
    table.absolute(f"{place}: exporting 1,000 entries as CSV", lines)


def repeated(work: Callable[[], object], rounds: int) -> Series:
    work()
    return Series(tuple(seconds_of(work) for _ in range(rounds)))


def main() -> None:
    table = Table("activity", f"a record of {ENTRIES:,} entries, pages of {PAGE}")
    for place, opened in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres)):
        with opened() as (units, bare):
            seconds = fill(units)
            table.amount(f"{place}: adding an entry", seconds / ENTRIES * 1e6, unit="µs")
            with units() as unit:  # as the databases do by themselves in time
                unit._session.connection().exec_driver_sql("ANALYZE")
                unit.commit()
            measure(place, table, units, bare)
    table.end()


if __name__ == "__main__":
    main()
