"""Errors that administrators should know of, newest first."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, tuple_
from sqlalchemy.orm import Session

from infinibay_desktop.database.record_rows import ErrorRow
from infinibay_desktop.model.activity import ErrorEntry, ErrorQuery, Severity

# Errors are few: retention and the folding of repeated ones see to that. A text is looked for
# in so many of the newest.
TEXT_REACH = 20_000


class SqlErrorRepository:
    """The record of errors."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, errors: Collection[ErrorEntry]) -> None:
        """Add errors."""
        if errors:
            self._session.execute(insert(ErrorRow), [_values_of(error) for error in errors])

    def find(self, query: ErrorQuery) -> Sequence[ErrorEntry]:
        """A page of the errors that match, newest first."""
        statement = (
            select(ErrorRow)
            .where(*self._conditions(query))
            .order_by(ErrorRow.at.desc(), ErrorRow.id.desc())
            .limit(query.limit)
        )
        return [_to_entry(row) for row in self._session.scalars(statement)]

    def count(self, query: ErrorQuery, at_most: int) -> int:
        """How many match; counting ends at `at_most`."""
        some = select(ErrorRow.id).where(*self._conditions(query)).limit(at_most).subquery()
        return self._session.scalar(select(func.count()).select_from(some)) or 0

    def remove_before(self, moment: datetime, at_most: int) -> int:
        """Remove errors that are older; returns how many, at most so many."""
        oldest = select(ErrorRow.id).where(ErrorRow.at < moment).limit(at_most)
        removed = self._session.execute(delete(ErrorRow).where(ErrorRow.id.in_(oldest)))
        return removed.rowcount  # type: ignore[attr-defined, no-any-return]

    def _conditions(self, query: ErrorQuery) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if query.code:
            conditions.append(ErrorRow.code == query.code)
        if query.severity is not None:
            conditions.append(ErrorRow.severity == str(query.severity))
        if query.since is not None:
            conditions.append(ErrorRow.at >= query.since)
        if query.until is not None:
            conditions.append(ErrorRow.at < query.until)
        if query.after is not None:
            conditions.append(
                tuple_(ErrorRow.at, ErrorRow.id) < tuple_(query.after.at, query.after.id)
            )
        return conditions + self._text(query.text)

    def _text(self, text: str) -> list[ColumnElement[bool]]:
        wanted = text.strip()[:200]
        if not wanted:
            return []
        places = (ErrorRow.message, ErrorRow.code, ErrorRow.context, ErrorRow.actor_name)
        found: list[ColumnElement[bool]] = [
            or_(*(place.icontains(wanted, autoescape=True) for place in places))
        ]
        oldest = select(ErrorRow.at).order_by(ErrorRow.at.desc()).offset(TEXT_REACH).limit(1)
        reach = self._session.scalar(oldest)
        return found if reach is None else [*found, ErrorRow.at >= reach]


def _values_of(error: ErrorEntry) -> dict[str, Any]:
    return {
        "id": error.id,
        "at": error.at,
        "code": error.code,
        "severity": str(error.severity),
        "message": error.message,
        "context": json.dumps(dict(error.context), ensure_ascii=False),
        "actor_name": error.actor_name,
        "workstation": error.workstation,
    }


def _to_entry(row: ErrorRow) -> ErrorEntry:
    return ErrorEntry(
        id=row.id,
        at=row.at,
        code=row.code,
        severity=Severity(row.severity),
        message=row.message,
        context=json.loads(row.context),
        actor_name=row.actor_name,
        workstation=row.workstation,
    )
