"""Statements that are asked often enough that building them would take longer than answering."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session


def rows_of(session: Session, statement: str, values: Sequence[object]) -> Sequence[Any]:
    """The rows of a statement with `?` for each value, in the database's own types."""
    if session.get_bind().dialect.name == "postgresql":
        statement = _with_percents(statement)
    else:
        values = [value.hex if isinstance(value, UUID) else value for value in values]
    return session.connection().exec_driver_sql(statement, tuple(values)).fetchall()


def do_many(session: Session, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run a statement with `?` for each value once for each row."""
    if session.get_bind().dialect.name == "postgresql":
        statement = _with_percents(statement)
    session.connection().exec_driver_sql(statement, list(rows))


@lru_cache(maxsize=64)
def _with_percents(statement: str) -> str:
    return statement.replace("?", "%s")
