"""Tables that only grow: events for other programs, activity, errors."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from infinibay_desktop.database.rows import Row

# SQLite counts only plain INTEGER keys up by itself; they have 64 bits there.
_SEQUENCE = BigInteger().with_variant(Integer(), "sqlite")


class EventRow(Row):
    """A fact for the other programs on this database; `body` is JSON, without secrets."""

    __tablename__ = "events"

    sequence: Mapped[int] = mapped_column(_SEQUENCE, primary_key=True, autoincrement=True)
    origin: Mapped[str]
    kind: Mapped[str]
    body: Mapped[bytes]
    at: Mapped[datetime] = mapped_column(index=True)


class ActivityRow(Row):
    """An act. `hash` covers the row and the hash before it: an edit breaks the chain."""

    __tablename__ = "activity"
    __table_args__ = (
        Index("ix_activity_actor_id_sequence", "actor_id", "sequence"),
        Index("ix_activity_department_id_sequence", "department_id", "sequence"),
        Index("ix_activity_action_sequence", "action", "sequence"),
        Index("ix_activity_target_id_sequence", "target_id", "sequence"),
        Index("ix_activity_outcome_sequence", "outcome", "sequence"),
    )

    sequence: Mapped[int] = mapped_column(_SEQUENCE, primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str]
    workstation: Mapped[str]
    action: Mapped[str]
    target_kind: Mapped[str]
    target_id: Mapped[str]
    target_name: Mapped[str]
    department_id: Mapped[UUID | None]
    before: Mapped[str]
    after: Mapped[str]
    outcome: Mapped[str]
    error_code: Mapped[str]
    message: Mapped[str]
    duration_ms: Mapped[int]
    # What a text is looked for in: names, act and message, folded.
    words: Mapped[str]
    hash: Mapped[bytes]


class ActivityHeadRow(Row):
    """Where the chain of activity begins and ends: what retention took, what was added last."""

    __tablename__ = "activity_heads"

    name: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes]


class ErrorRow(Row):
    """An error that administrators should know of."""

    __tablename__ = "errors"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(index=True)
    severity: Mapped[str] = mapped_column(index=True)
    message: Mapped[str]
    context: Mapped[str]
    actor_name: Mapped[str]
    workstation: Mapped[str]
