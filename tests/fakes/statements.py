"""Counts the statements that reach a database: a list that asks once for each row shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event

from infinibay_desktop.database.unit_of_work import UnitsOfWork

_BETWEEN = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@dataclass
class Statements:
    """What was asked, in order, without what only frames a transaction."""

    texts: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.texts)

    def forget(self) -> None:
        self.texts.clear()


@contextmanager
def count_statements(units: UnitsOfWork) -> Iterator[Statements]:
    """Count what is asked of the database inside the block, on any thread.

    `with count_statements(units) as asked: …; assert asked.count <= 3, asked.texts`
    """
    found = Statements()
    engine = units._engine

    def note(_connection, _cursor, statement, _parameters, _context, _many) -> None:
        if not statement.lstrip().upper().startswith(_BETWEEN):
            found.texts.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
