"""Questions to the record of acts, built so that each has an index to walk backwards.

Newest first means: down the sequence. A filter by one value walks that value's index; several
departments, or a person's own acts and some departments', walk one index each, a page deep,
and are merged. Times become bounds on the sequence first, see `SLACK`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from infinibay_desktop.database.record_rows import ActivityRow
from infinibay_desktop.model.activity import ActivityQuery
from infinibay_desktop.model.people import folded

COLUMNS: tuple[InstrumentedAttribute[Any], ...] = (
    ActivityRow.sequence,
    ActivityRow.at,
    ActivityRow.actor_id,
    ActivityRow.actor_name,
    ActivityRow.workstation,
    ActivityRow.action,
    ActivityRow.target_kind,
    ActivityRow.target_id,
    ActivityRow.target_name,
    ActivityRow.department_id,
    ActivityRow.before,
    ActivityRow.after,
    ActivityRow.outcome,
    ActivityRow.error_code,
    ActivityRow.message,
    ActivityRow.duration_ms,
)
# Entries are in the order in which they were written, and that is nearly the order of their
# times. Entries that are further out of it than this, by a wrong clock, are missed by filters
# on time; without such a filter they are found.
SLACK = 10_000
# More departments than this are asked for together, without an index for each.
MOST_WALKS = 100
MOST_TEXT, MOST_WORDS = 200, 5
_FILTERS = ("actor_id", "action", "target_id", "outcome")

Condition = ColumnElement[bool]


def page_of(
    session: Session, query: ActivityQuery, from_sequence: int | None
) -> Select[Any] | None:
    """The statement for a page; None when nothing can match."""
    walks = _walks(query)
    if not walks:
        return None
    conditions = _conditions(session, query, from_sequence)
    wanted = select(*COLUMNS, ActivityRow.hash)
    newest = ActivityRow.sequence.desc()
    if len(walks) == 1:
        return wanted.where(*walks[0], *conditions).order_by(newest).limit(query.limit)
    merged = _merged(walks, conditions, query.limit)
    return wanted.where(ActivityRow.sequence.in_(merged)).order_by(newest).limit(query.limit)


def count_of(
    session: Session, query: ActivityQuery, at_most: int, from_sequence: int | None
) -> Select[int] | None:
    """The statement that counts at most so many; None when nothing can match."""
    walks = _walks(query)
    if not walks:
        return None
    conditions = _conditions(session, query, from_sequence)
    some = _merged(walks, conditions, at_most).limit(at_most).subquery()
    return select(func.count()).select_from(some)


def _merged(walks: Sequence[Sequence[Condition]], conditions: list[Condition], limit: int) -> Any:
    parts = [
        select(ActivityRow.sequence)
        .where(*walk, *conditions)
        .order_by(ActivityRow.sequence.desc())
        .limit(limit)
        .subquery()
        for walk in walks
    ]
    if len(parts) == 1:
        return select(parts[0].c.sequence)
    either = union(*(select(part.c.sequence) for part in parts)).subquery()
    return select(either.c.sequence)


def _walks(query: ActivityQuery) -> list[list[Condition]]:
    """The conditions of which one must hold, each with an index; none: nothing can match."""
    audience, departments = query.audience, query.department_ids
    if audience is None:
        return [[]] if departments is None else _by_department(departments)
    own = [ActivityRow.actor_id == audience.person_id] if audience.person_id else None
    if departments is None:
        return ([own] if own else []) + _by_department(audience.department_ids)
    walks = [[*own, ActivityRow.department_id.in_(departments)]] if own and departments else []
    return walks + _by_department(audience.department_ids & departments)


def _by_department(departments: frozenset[Any]) -> list[list[Condition]]:
    if len(departments) > MOST_WALKS:
        return [[ActivityRow.department_id.in_(departments)]]
    return [[ActivityRow.department_id == each] for each in sorted(departments)]


def _conditions(
    session: Session, query: ActivityQuery, from_sequence: int | None
) -> list[Condition]:
    conditions: list[Condition] = [
        getattr(ActivityRow, name) == getattr(query, name)
        for name in _FILTERS
        if getattr(query, name)
    ]
    conditions += _words(query.text)
    if query.before_sequence is not None:
        conditions.append(ActivityRow.sequence < query.before_sequence)
    if from_sequence is not None:
        conditions.append(ActivityRow.sequence >= from_sequence)
    return conditions + _times(session, query.since, query.until)


def _words(text: str) -> list[Condition]:
    wanted = folded(text[:MOST_TEXT]).split()[:MOST_WORDS]
    return [ActivityRow.words.contains(word, autoescape=True) for word in wanted]


def _times(session: Session, since: datetime | None, until: datetime | None) -> list[Condition]:
    # Not on the bare column: its own index would have to be sorted, and that takes seconds.
    at = func.coalesce(ActivityRow.at, ActivityRow.at)
    conditions: list[Condition] = []
    if since is not None:
        first = select(ActivityRow.sequence).where(ActivityRow.at >= since)
        found = session.scalar(first.order_by(ActivityRow.at).limit(1))
        lowest = ActivityRow.sequence >= (found - SLACK if found else 2**62)
        conditions += [at >= since, lowest]
    if until is not None:
        last = select(ActivityRow.sequence).where(ActivityRow.at < until)
        found = session.scalar(last.order_by(ActivityRow.at.desc()).limit(1))
        conditions += [at < until, ActivityRow.sequence <= (found or 0) + SLACK]
    return conditions
