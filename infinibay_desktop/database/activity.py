"""The record of acts: added to at its end, read by sequence, checked by its chain."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row as ResultRow
from sqlalchemy import Select, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from infinibay_desktop.database.activity_query import COLUMNS, count_of, page_of
from infinibay_desktop.database.record_rows import ActivityHeadRow, ActivityRow
from infinibay_desktop.model.activity import (
    Act,
    ActivityEntry,
    ActivityQuery,
    ChainPart,
    ChainPoint,
    ChainTrouble,
    Outcome,
    RecordEnds,
    TargetKind,
)
from infinibay_desktop.model.chain import next_hash
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.people import PersonId, folded

BEGIN, END = "begin", "end"
MAX_WORDS = 2000
# Any number, the same in every copy of this program: one adds to the record at a time.
_RECORD_LOCK = 0x1B4A7
_MOST_ACTIONS = 500


class SqlActivityRepository:
    """The record of acts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, acts: Sequence[Act], workstation: str) -> int:
        """Add acts in their order; returns the last one's sequence."""
        self._lock()
        end = self._head(END) or self._lost_end()
        sequence, previous = end.sequence, end.hash
        rows = []
        for act in acts:
            sequence += 1
            values = _values_of(act, sequence, workstation)
            previous = next_hash(previous, values.values())
            rows.append(values | {"hash": previous})
        if rows:
            self._session.execute(insert(ActivityRow), rows)
            self._move_head(END, ChainPoint(sequence=sequence, hash=previous))
        return sequence

    def find(
        self, query: ActivityQuery, *, from_sequence: int | None = None
    ) -> Sequence[ActivityEntry]:
        """A page of the entries that match, newest first; none before `from_sequence`."""
        statement = page_of(self._session, query, from_sequence)
        if statement is None:
            return []
        return [_to_entry(row) for row in self._session.execute(statement)]

    def count(self, query: ActivityQuery, at_most: int, from_sequence: int | None = None) -> int:
        """How many entries match; counting ends at `at_most`."""
        statement = count_of(self._session, query, at_most, from_sequence)
        return 0 if statement is None else self._session.scalar(statement) or 0

    def ends(self) -> RecordEnds:
        """Where the record begins and ends, as told and as found, at one moment."""
        first = select(func.min(ActivityRow.sequence)).scalar_subquery()
        last = select(func.max(ActivityRow.sequence)).scalar_subquery()
        heads = {
            row.name: ChainPoint(sequence=row.sequence, hash=row.hash)
            for row in self._session.execute(
                select(ActivityHeadRow.name, ActivityHeadRow.sequence, ActivityHeadRow.hash)
            )
        }
        found = self._session.execute(select(first, last)).one()
        return RecordEnds(
            begin=heads.get(BEGIN, ChainPoint()),
            end=heads.get(END, ChainPoint()),
            first=found[0] or 0,
            last=found[1] or 0,
        )

    def check(self, after: ChainPoint, limit: int) -> ChainPart:
        """Follow the chain over the next entries."""
        checked = 0
        for row in self._session.execute(_chain_after(after.sequence, limit)):
            *fields, kept_hash = row
            if row.sequence != after.sequence + 1:
                return ChainPart(holds_to=after, checked=checked, trouble=ChainTrouble.MISSING)
            if next_hash(after.hash, fields) != kept_hash:
                return ChainPart(holds_to=after, checked=checked, trouble=ChainTrouble.EDITED)
            after = ChainPoint(sequence=row.sequence, hash=kept_hash)
            checked += 1
        return ChainPart(holds_to=after, checked=checked)

    def hash_at(self, sequence: int) -> bytes | None:
        """An entry's hash, or None where there is no such entry."""
        query = select(ActivityRow.hash).where(ActivityRow.sequence == sequence)
        return self._session.scalar(query)

    def actions(self) -> Sequence[str]:
        """The acts that occur, by name; each is one step in the index."""
        steps = select(func.min(ActivityRow.action).label("action")).cte("steps", recursive=True)
        later = (
            select(func.min(ActivityRow.action))
            .where(ActivityRow.action > steps.c.action)
            .scalar_subquery()
        )
        steps = steps.union_all(select(later).where(steps.c.action.is_not(None)))
        query = select(steps.c.action).where(steps.c.action.is_not(None)).limit(_MOST_ACTIONS)
        return list(self._session.scalars(query))

    def remove_oldest(self, before: datetime, *, keep_from: int, at_most: int) -> int:
        """Remove entries from the beginning on that are older than a moment, but none from
        `keep_from` on; returns how many. The beginning's head says where the cut is.
        """
        self._lock()
        begin = self._head(BEGIN) or ChainPoint()
        oldest = (
            select(ActivityRow.sequence, ActivityRow.at, ActivityRow.hash)
            .where(ActivityRow.sequence > begin.sequence, ActivityRow.sequence < keep_from)
            .order_by(ActivityRow.sequence)
            .limit(at_most)
        )
        cut: ChainPoint | None = None
        for row in self._session.execute(oldest):
            if row.at >= before:
                break
            cut = ChainPoint(sequence=row.sequence, hash=row.hash)
        if cut is None:
            return 0
        self._session.execute(delete(ActivityRow).where(ActivityRow.sequence <= cut.sequence))
        self._move_head(BEGIN, cut)
        return cut.sequence - begin.sequence

    def _lock(self) -> None:
        # SQLite's transactions begin with the right to write: they wait for each other already.
        if self._session.get_bind().dialect.name == "postgresql":
            self._session.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _RECORD_LOCK})

    def _head(self, name: str) -> ChainPoint | None:
        query = select(ActivityHeadRow.sequence, ActivityHeadRow.hash)
        row = self._session.execute(query.where(ActivityHeadRow.name == name)).one_or_none()
        return None if row is None else ChainPoint(sequence=row.sequence, hash=row.hash)

    def _lost_end(self) -> ChainPoint:
        """Where to go on when nothing says where the record ends: a lost end stays visible."""
        last = self._session.scalar(select(func.max(ActivityRow.sequence))) or 0
        return ChainPoint(sequence=last)

    def _move_head(self, name: str, point: ChainPoint) -> None:
        values = {"sequence": point.sequence, "hash": point.hash}
        moved = update(ActivityHeadRow).where(ActivityHeadRow.name == name).values(values)
        if self._session.execute(moved).rowcount == 0:  # type: ignore[attr-defined]
            self._session.execute(insert(ActivityHeadRow).values(name=name, **values))


def words_of(act: Act, workstation: str) -> str:
    """What a text is looked for in: names, act, message and codes, folded."""
    parts = (act.action, act.target_name, act.actor_name, act.message, act.error_code, workstation)
    return folded(" ".join(part for part in parts if part))[:MAX_WORDS]


def _values_of(act: Act, sequence: int, workstation: str) -> dict[str, Any]:
    """An entry's columns in their order, without the hash."""
    return {
        "sequence": sequence,
        "at": act.at,
        "actor_id": act.actor_id,
        "actor_name": act.actor_name,
        "workstation": workstation,
        "action": act.action,
        "target_kind": str(act.target_kind),
        "target_id": act.target_id,
        "target_name": act.target_name,
        "department_id": act.department_id,
        "before": _to_json(act.before),
        "after": _to_json(act.after),
        "outcome": str(act.outcome),
        "error_code": act.error_code,
        "message": act.message,
        "duration_ms": act.duration_ms,
        "words": words_of(act, workstation),
    }


def _chain_after(sequence: int, limit: int) -> Select[Any]:
    query = select(*COLUMNS, ActivityRow.words, ActivityRow.hash)
    return query.where(ActivityRow.sequence > sequence).order_by(ActivityRow.sequence).limit(limit)


def _to_json(fields: Mapping[str, str]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False, separators=(",", ":")) if fields else ""


def _from_json(kept: str) -> Mapping[str, str]:
    if not kept:
        return {}
    try:
        fields = json.loads(kept)
    except ValueError:  # edited by hand: shown as it is; checking the chain tells
        return {"": kept}
    return {str(k): str(v) for k, v in fields.items()} if isinstance(fields, dict) else {"": kept}


def _to_entry(row: ResultRow[Any]) -> ActivityEntry:
    act = Act(
        action=row.action,
        target_kind=_known(TargetKind, row.target_kind, TargetKind.PROGRAM),
        target_id=row.target_id,
        target_name=row.target_name,
        department_id=row.department_id and DepartmentId(row.department_id),
        actor_id=row.actor_id and PersonId(row.actor_id),
        actor_name=row.actor_name,
        before=_from_json(row.before),
        after=_from_json(row.after),
        outcome=_known(Outcome, row.outcome, Outcome.FAILED),
        error_code=row.error_code,
        message=row.message,
        at=row.at,
        duration_ms=row.duration_ms,
    )
    return ActivityEntry(
        sequence=row.sequence, act=act, workstation=row.workstation, hash_hex=row.hash.hex()
    )


def _known(kind: Any, value: str, otherwise: Any) -> Any:
    """A value that a newer program may have written, or somebody by hand."""
    try:
        return kind(value)
    except ValueError:
        return otherwise
