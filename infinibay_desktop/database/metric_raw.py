"""The ring of tables that readings are written to: as fast as each database takes rows."""

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from sqlalchemy import Connection, Table, delete, func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from infinibay_desktop.database.metric_rows import RAW, SLOT_S, SLOTS, MetricSlotRow
from infinibay_desktop.database.plain_sql import do_many, rows_of

# Second, layout, values.
Reading = tuple[int, int, bytes]
# Source, second, layout, values.
RawRow = tuple[int, int, int, bytes]
# PostgreSQL's binary COPY: a signature, flags, no extension; rows; then a row of -1 fields.
_COPY_HEAD = b"PGCOPY\n\xff\r\n\x00" + struct.pack(">ii", 0, 0)
_COPY_END = struct.pack(">h", -1)
_COPY_ROW = struct.Struct(">hiiiiiqiii")
_COLUMNS = "minute, source_id, at_s, layout_id, data"
# The key begins with the minute: a machine's readings are found minute by minute.
_MINUTE_S = 60
_RECENT_MINUTES = 120
_AT_ONCE = 200
_BEGIN_SLOT = "INSERT INTO metric_slots (slot) VALUES (?) ON CONFLICT DO NOTHING"
_LOCK_TIMEOUT = "5s"


def slot_of(at_s: int) -> int:
    """The slot of six hours that a second belongs to."""
    return at_s // SLOT_S


def table_of(slot: int) -> Table:
    """The table that has a slot; at most every ninth slot shares it."""
    return RAW[slot % SLOTS]


class RawRing:
    """Readings by slot of six hours. A slot's table is emptied as a whole when it is over."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, rows: Sequence[RawRow], *, some_known: bool = True) -> None:
        """Store readings. With `some_known`, those of a source and second that are there stay."""
        if not rows:
            return
        times = [row[1] for row in rows]
        first, last = slot_of(min(times)), slot_of(max(times))
        for slot in range(first, last + 1):
            its = rows if first == last else [row for row in rows if slot_of(row[1]) == slot]
            if its:
                do_many(self._session, _BEGIN_SLOT, [(slot,)])
                self._insert(table_of(slot).name, its, some_known=some_known)

    def read(self, source_id: int, begin_s: int, end_s: int) -> list[Reading]:
        """Readings of a source from `begin_s` to before `end_s`, the oldest first."""
        found: list[Reading] = []
        first = max(slot_of(begin_s), slot_of(end_s - 1) - SLOTS + 1)
        for slot in range(first, slot_of(end_s - 1) + 1):
            begin, end = max(begin_s, slot * SLOT_S), min(end_s, (slot + 1) * SLOT_S)
            statement = (
                f"SELECT at_s, layout_id, data FROM {table_of(slot).name}"  # noqa: S608 - numbers
                f" WHERE minute IN ({_minutes(begin, end)}) AND source_id = ?"
                " AND at_s >= ? AND at_s < ? ORDER BY at_s"
            )
            found += rows_of(self._session, statement, (source_id, begin, end))
        return found

    def sources(self, begin_s: int, end_s: int, after: int, at_most: int) -> Sequence[int]:
        """Sources with readings in a part of one slot, in the order of their numbers."""
        statement = (
            "SELECT id FROM metric_sources s WHERE id > ? AND EXISTS ("  # noqa: S608 - numbers
            f"SELECT 1 FROM {table_of(slot_of(begin_s)).name} r"
            f" WHERE r.minute IN ({_minutes(begin_s, end_s)}) AND r.source_id = s.id"
            ") ORDER BY id LIMIT ?"
        )
        return [row[0] for row in rows_of(self._session, statement, (after, at_most))]

    def newest_layout(self, source_id: int) -> int | None:
        """The layout of a source's last reading, if that is of the last hours."""
        for slot in reversed(self.slots()[-2:]):
            raw = table_of(slot).c
            last = self._session.scalar(select(func.max(raw.minute)))
            if last is None:
                continue
            recent = range(last - _RECENT_MINUTES, last + 1)
            its = select(raw.layout_id).where(raw.minute.in_(recent), raw.source_id == source_id)
            number = self._session.scalar(its.order_by(raw.minute.desc(), raw.at_s.desc()).limit(1))
            if number is not None:
                return int(number)
        return None

    def slots(self) -> list[int]:
        """Slots that have readings, the oldest first."""
        return list(self._session.scalars(select(MetricSlotRow.slot).order_by(MetricSlotRow.slot)))

    def clear(self, slot: int) -> None:
        """Take all readings of a slot out."""
        table = table_of(slot)
        on_postgres = self._on_postgres
        if on_postgres:
            # Whoever writes to it now has said so in `metric_slots` once we have the lock.
            self._session.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))
            self._session.execute(text(f"LOCK TABLE {table.name} IN ACCESS EXCLUSIVE MODE"))
        if any(other != slot and other % SLOTS == slot % SLOTS for other in self.slots()):
            begin = slot * SLOT_S
            inside = table.c.minute.between(begin // _MINUTE_S, (begin + SLOT_S - 1) // _MINUTE_S)
            self._session.execute(delete(table).where(inside))
        elif on_postgres:
            self._session.execute(text(f"TRUNCATE {table.name}"))
        else:
            self._session.execute(delete(table))
        self._session.execute(delete(MetricSlotRow).where(MetricSlotRow.slot == slot))

    def count(self) -> int:
        """How many readings there are; a walk through all of them."""
        counts = (select(func.count()).select_from(table) for table in RAW)
        return sum(self._session.scalar(each) or 0 for each in counts)

    def _insert(self, table: str, rows: Sequence[RawRow], *, some_known: bool) -> None:
        connection = self._session.connection()
        if not self._on_postgres:
            _insert_many(connection, table, rows)
        elif some_known:
            _copy_what_is_new(connection, table, rows)
        else:
            _copy(connection, table, rows)

    @property
    def _on_postgres(self) -> bool:
        return self._session.get_bind().dialect.name == "postgresql"


def _minutes(begin_s: int, end_s: int) -> str:
    return ",".join(map(str, range(begin_s // _MINUTE_S, (end_s - 1) // _MINUTE_S + 1)))


def _insert_many(connection: Connection, table: str, rows: Sequence[RawRow]) -> None:
    """Store rows in SQLite, many with a statement: each gives the interpreter away once."""
    whole = len(rows) // _AT_ONCE * _AT_ONCE
    many = _insert_of(table, _AT_ONCE)
    for start in range(0, whole, _AT_ONCE):
        values = tuple(chain.from_iterable(rows[start : start + _AT_ONCE]))
        connection.exec_driver_sql(many, values)
    if rest := list(rows[whole:]):
        connection.exec_driver_sql(_insert_of(table, 1), rest)


@cache
def _insert_of(table: str, size: int) -> str:
    # Numbered, so that the rows need not be made anew to begin with their minute.
    values = ",".join(
        f"(?{n + 2} / {_MINUTE_S}, ?{n + 1}, ?{n + 2}, ?{n + 3}, ?{n + 4})"
        for n in range(0, size * 4, 4)
    )
    return f"INSERT OR IGNORE INTO {table} ({_COLUMNS}) VALUES {values}"  # noqa: S608 - our own name


def _copy_what_is_new(connection: Connection, table: str, rows: Sequence[RawRow]) -> None:
    rows = list({(row[0], row[1]): row for row in rows}.values())
    create = f"CREATE TEMPORARY TABLE IF NOT EXISTS metric_staged (LIKE {table}) ON COMMIT DROP"
    connection.execute(text(create))
    _copy(connection, "metric_staged", rows)
    move = f"INSERT INTO {table} SELECT * FROM metric_staged ON CONFLICT DO NOTHING"  # noqa: S608
    connection.execute(text(move))
    connection.execute(text("DROP TABLE metric_staged"))


def _copy(connection: Connection, table: str, rows: Sequence[RawRow]) -> None:
    from psycopg import Error
    from psycopg import IntegrityError as Refused

    driver = connection.connection.driver_connection
    assert driver is not None
    statement = f"COPY {table} ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for piece in _encoded(rows):
                copy.write(piece)
    except Refused as error:
        raise IntegrityError(statement, None, error) from error
    except Error as error:
        raise DBAPIError(statement, None, error, connection_invalidated=driver.closed) from error


def _encoded(rows: Sequence[RawRow]) -> Iterator[bytes]:
    pack = _COPY_ROW.pack
    yield _COPY_HEAD
    yield b"".join(
        [
            pack(5, 4, at_s // _MINUTE_S, 4, source, 8, at_s, 4, layout, len(data)) + data
            for source, at_s, layout, data in rows
        ]
    )
    yield _COPY_END
