"""What machines measure: storing it, keeping it small, and showing a day of it."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import psycopg
from numpy.typing import NDArray

from infinibay_desktop.database.metric_raw import RawRing
from infinibay_desktop.database.metric_spans import Spans
from infinibay_desktop.database.metric_steps import as_steps, reduced
from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import FIXED_SERIES, HistoryWish, Sample, Source, Tier
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.metric_ingest import BATCH, MetricIngest
from tests.bench.measuring import Series, Table, alternate, seconds_of, timed
from tests.lab.postgres import _programs, _serve

MACHINES, ROWS_EACH, PERIOD_S = 100, 100_000, 5
RAW_HOURS, HOUR_S, DAY_S = 24, 3600, 86_400
ROUNDS, STORED = 15, 10 * BATCH
LAYOUT = (
    *FIXED_SERIES,
    *(f"core_percent:{core}" for core in range(4)),
    *(f"disk_{what}_bytes:{where}" for where in ("/", "/home") for what in ("used", "total")),
    *(f"{what}_bps:{name}" for name in ("eth0", "eth1") for what in ("received", "sent")),
)
WINDOW_MS, MB_A_MILLION, OF_BARE = 4.0, 15.0, 0.7
# Ends with the last whole day: rolled up but for the last hours, as in a program that runs.
NOW_S = int(time.time()) // DAY_S * DAY_S - 1800
KEYS = [MachineKey(HostId(UUID(int=7)), MachineId(UUID(int=n + 1))) for n in range(MACHINES)]


def readings(machine: int, size: int) -> NDArray[np.float32]:
    """Figures as a small server has them: some walk, some burst, some never change."""
    rng = np.random.default_rng(machine)
    busy = np.clip(rng.uniform(1, 30) + rng.normal(0, 4, size), 0, 100)
    busy = np.where(rng.random(size) < 0.02, rng.uniform(0, 100, size), busy).round(1)
    received, sent = (np.round(rng.exponential(s, size)) / PERIOD_S for s in (3000, 2000))

    def walk(start: float, step: int) -> NDArray[np.float64]:
        return start + np.cumsum(rng.integers(-step, step + 1, size)) * 4096.0

    def bursts(scale: float, share: float) -> NDArray[np.float64]:
        amount = np.round(rng.exponential(scale, size) / 4096) * 4096 / PERIOD_S
        return np.where(rng.random(size) < share, amount, 0.0)

    def always(value: float) -> NDArray[np.float64]:
        return np.full(size, value)

    cores = [np.clip(busy + rng.normal(0, 8, size), 0, 100).round(1) for _ in range(4)]
    disks = [walk(1e10, 2), always(4e10), walk(5e9, 2), always(9e9)]
    columns = [
        *(busy, walk(2e9, 200), always(8e9), always(1e8), always(2e9)),
        *(bursts(5e4, 0.05), bursts(1e5, 0.5), received, sent),
        *(np.abs(walk(0, 20) / 1e6).round(2), always(np.nan), 150 + rng.integers(-2, 3, size)),
        *cores,
        *disks,
        *(received, sent, always(0), always(0)),
    ]
    return np.array(columns, dtype="<f4").T.copy()


# Storing.


def samples(number: int) -> list[Sample]:
    """So many of the machines in turns, as they come in; times of their own in each round."""
    values = [row.tobytes() for row in readings(0, 50)]
    start = int(time.time()) - 3000 + number * (STORED // MACHINES)
    return [
        Sample(KEYS[n % MACHINES], Source.AGENT, start + n // MACHINES, LAYOUT, values[n % 50])
        for n in range(STORED)
    ]


class Never:
    """Starts no work: the benchmark flushes itself."""

    def submit(self, work: object, *, key: object = None, lane: object = None) -> Any:
        return None


def measure_storing(
    place: str, table: Table, units: UnitsOfWork, bare: Callable[..., float]
) -> None:
    ingest = MetricIngest(units, SystemClock(), Never())
    numbers = count(-3)

    def ours() -> float:
        batch = samples(next(numbers))

        def store() -> None:
            for each in batch:
                ingest.offer(each)
            ingest.flush()

        seconds = seconds_of(store)
        assert ingest.waiting == 0
        return seconds

    def theirs() -> float:
        batch = samples(0)
        n = next(numbers)
        times = [each.at_s + n * 100_000 for each in batch]
        rows = [
            (at_s // 60, k % MACHINES, at_s, 1, each.values)
            for k, (at_s, each) in enumerate(zip(times, batch, strict=True))
        ]
        return bare([rows[start : start + BATCH] for start in range(0, STORED, BATCH)])

    both = alternate({"ours": ours, "bare": theirs}, ROUNDS)
    assert ingest.dropped == 0
    table.compare(
        f"{place}: storing 1,000 of {STORED:,} samples, from offer to commit",
        *(both["ours"], both["bare"]),
        at_most=1 / OF_BARE,
        each=STORED // 1000,
    )


# History.


def fill(units: UnitsOfWork) -> None:
    """Chunks of all that is over, readings of the last day, as the program leaves them."""
    for machine, key in enumerate(KEYS):
        values = readings(machine, ROWS_EACH)
        times = NOW_S - PERIOD_S * np.arange(ROWS_EACH, 0, -1)
        with units() as unit:
            source_id = unit.metrics.source_ids([(key, Source.AGENT)])[key, Source.AGENT]
            layout_id = unit.metrics.layout_ids([LAYOUT])[LAYOUT]
            spans = Spans(unit._session)
            for hour_s in range(int(times[0]) // HOUR_S * HOUR_S, NOW_S // HOUR_S * HOUR_S, HOUR_S):
                inside = (times >= hour_s) & (times < hour_s + HOUR_S)
                rows = [
                    (int(at), layout_id, row.tobytes())
                    for at, row in zip(times[inside], values[inside], strict=True)
                ]
                steps = reduced(as_steps(rows, {layout_id: LAYOUT}), Tier.MINUTE)
                spans.save(Tier.MINUTE, source_id, hour_s, steps)
            unit.commit()


def fill_days(units: UnitsOfWork) -> None:
    with units() as unit:
        roll_up = unit.metric_roll_up
        roll_up._mark(Tier.MINUTE).until_s = NOW_S // HOUR_S * HOUR_S
        while roll_up.roll_days(50):
            pass
        unit.commit()


def fill_readings(units: UnitsOfWork) -> None:
    size = RAW_HOURS * HOUR_S // PERIOD_S
    for machine, key in enumerate(KEYS):
        with units() as unit:
            source_id = unit.metrics.source_ids([(key, Source.AGENT)])[key, Source.AGENT]
            layout_id = unit.metrics.layout_ids([LAYOUT])[LAYOUT]
            times = NOW_S - PERIOD_S * np.arange(size, 0, -1)
            values = readings(machine, ROWS_EACH)[-size:]
            rows = [
                (source_id, int(at), layout_id, row.tobytes())
                for at, row in zip(times, values, strict=True)
            ]
            unit.metrics.add(rows, some_known=False)
            unit.commit()


def measure_history(place: str, table: Table, units: UnitsOfWork) -> None:
    history = MetricHistory(units, SystemClock())
    turn = count()

    def look(hours: int, *series: str) -> Callable[[], object]:
        def wish() -> object:
            end = datetime.fromtimestamp(NOW_S, UTC)
            begin = datetime.fromtimestamp(NOW_S - hours * HOUR_S, UTC)
            key = KEYS[next(turn) * 37 % MACHINES]
            found = history.window(HistoryWish(key=key, begin=begin, end=end, series=series))
            assert 90 <= found.parts[Source.AGENT]["cpu_percent"].times.size <= 620
            return found

        return wish

    def fetch() -> None:
        """The same rows, not looked at."""
        source_id = next(turn) * 37 % MACHINES + 1
        with units() as unit:
            begin_s = NOW_S - DAY_S
            Spans(unit._session).chunks(Tier.MINUTE, source_id, begin_s, NOW_S)
            RawRing(unit._session).read(source_id, NOW_S // HOUR_S * HOUR_S, NOW_S)

    day = look(24, "cpu_percent")
    both = alternate({"ours": timed(day), "bare": timed(fetch)}, 60, warm_up=5)
    table.absolute(f"{place}: 24 h of one machine, 600 points", both["ours"], at_most_ms=WINDOW_MS)
    table.compare("  beside fetching the same rows alone", both["ours"], both["bare"])
    table.absolute(f"{place}: 24 h, eight series", repeated(look(24, *LAYOUT[:4], *LAYOUT[12:16])))
    table.absolute(f"{place}: 1 h from readings", repeated(look(1, "cpu_percent")))
    table.absolute(f"{place}: 5 days", repeated(look(120, "cpu_percent")))


def measure_roll_up(place: str, table: Table, units: UnitsOfWork) -> None:
    """An hour of all machines once more, one transaction for each."""
    hour_s = NOW_S // HOUR_S * HOUR_S - HOUR_S

    def roll(source_id: int) -> float:
        with units() as unit:
            return seconds_of(lambda: unit.metric_roll_up._roll_hour(source_id, hour_s))

    table.absolute(
        f"{place}: rolling up an hour of one machine",
        Series(tuple(roll(source_id) for source_id in range(1, MACHINES + 1))),
    )


def repeated(work: Callable[[], object], rounds: int = 30) -> Series:
    work()
    return Series(tuple(seconds_of(work) for _ in range(rounds)))


# Databases.


@contextmanager
def on_sqlite() -> Iterator[tuple[UnitsOfWork, Callable[..., float], Callable[[], int]]]:
    folder = Path(tempfile.mkdtemp(prefix="history-"))
    units = open_database(str(folder / "ours.sqlite"))
    bare = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = NORMAL")
    bare.execute(
        "CREATE TABLE raw (minute INTEGER, source_id INTEGER, at_s BIGINT, layout_id INTEGER,"
        " data BLOB, PRIMARY KEY (minute, source_id, at_s)) WITHOUT ROWID"
    )

    def store(batches: Sequence[Sequence[tuple[Any, ...]]]) -> float:
        def insert() -> None:
            for rows in batches:
                bare.execute("BEGIN IMMEDIATE")
                bare.executemany("INSERT INTO raw VALUES (?, ?, ?, ?, ?)", rows)
                bare.execute("COMMIT")

        return seconds_of(insert)

    def size() -> int:
        with units() as unit:
            connection = unit._session.connection()
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            return pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one()

    try:
        yield units, store, size
    finally:
        bare.close()
        units.close()
        shutil.rmtree(folder)


@contextmanager
def on_postgres() -> Iterator[tuple[UnitsOfWork, Callable[..., float], Callable[[], int]]]:
    folder = Path(tempfile.mkdtemp(prefix="history-"))
    shutil.chown(folder, "postgres")
    with contextmanager(_serve)(_programs(), folder) as cluster:
        cluster.run("CREATE DATABASE history")
        units = open_database(cluster.url("history"))
        bare = psycopg.connect(host=str(folder), user="postgres", dbname="history", autocommit=True)
        bare.execute(
            "CREATE TABLE bare_raw (minute INTEGER, source_id INTEGER, at_s BIGINT,"
            " layout_id INTEGER, data BYTEA, PRIMARY KEY (minute, source_id, at_s))"
        )

        def store(batches: Sequence[Sequence[tuple[Any, ...]]]) -> float:
            def insert() -> None:
                for rows in batches:
                    with bare.transaction(), bare.cursor() as cursor:
                        statement = "COPY bare_raw FROM STDIN (FORMAT BINARY)"
                        with cursor.copy(statement) as copy:
                            copy.set_types(["int4", "int4", "int8", "int4", "bytea"])
                            for row in rows:
                                copy.write_row(row)

            return seconds_of(insert)

        def size() -> int:
            found = bare.execute("SELECT pg_total_relation_size('metric_chunks')").fetchone()
            assert found
            return int(found[0])

        try:
            yield units, store, size
        finally:
            bare.close()
            units.close()
    shutil.rmtree(folder)


def main() -> None:
    rows = MACHINES * ROWS_EACH
    table = Table("history", f"{rows:,} readings of {MACHINES} machines, {len(LAYOUT)} series each")
    for place, opened in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres)):
        with opened() as (units, bare, size):
            before = size()
            fill(units)
            fill_days(units)
            megabytes = (size() - before) / 1e6
            fill_readings(units)
            with units() as unit:  # as the databases do by themselves in time
                unit._session.connection().exec_driver_sql("ANALYZE")
                unit.commit()
            table.amount(
                f"{place}: a million readings past the raw window",
                megabytes / (rows / 1e6),
                unit="MB",
                at_most=MB_A_MILLION,
            )
            measure_history(place, table, units)
            measure_roll_up(place, table, units)
            measure_storing(place, table, units, bare)
    table.end()


if __name__ == "__main__":
    main()
