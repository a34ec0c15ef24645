"""Tables of what machines measure: readings in a ring of tables, then chunks."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infinibay_desktop.database.rows import Row

# A slot of readings is a table, emptied as a whole once it is over.
SLOT_S = 6 * 3600
SLOTS = 9


class MetricSourceRow(Row):
    """Who measures: a machine's agent, or its host. `gone_at`: the machine was removed then."""

    __tablename__ = "metric_sources"
    # A number is never given twice: other programs may still know whose it was.
    __table_args__ = (
        UniqueConstraint("machine_id", "host_id", "source"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    host_id: Mapped[UUID]
    machine_id: Mapped[UUID]
    source: Mapped[int]
    gone_at: Mapped[datetime | None]


class MetricLayoutRow(Row):
    """Names of a reading's values, as JSON; `digest` tells them apart."""

    __tablename__ = "metric_layouts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(unique=True)
    names: Mapped[bytes]
    used_at: Mapped[datetime]


class MetricSlotRow(Row):
    """A slot of six hours that has readings."""

    __tablename__ = "metric_slots"

    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class MetricChunkRow(Row):
    """A span of one source's history in the steps of a tier, packed."""

    __tablename__ = "metric_chunks"
    __table_args__ = (Index("ix_metric_chunks_tier_start_s", "tier", "start_s"),)

    tier: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    start_s: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    data: Mapped[bytes]


class MetricMarkRow(Row):
    """How far a work has come: all before `until_s`, and in the span after it some sources."""

    __tablename__ = "metric_marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    until_s: Mapped[int] = mapped_column(BigInteger)
    source_id: Mapped[int]


class MetricRedoRow(Row):
    """A span to roll up once more: readings came late."""

    __tablename__ = "metric_redo"

    tier: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    start_s: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


def _raw_table(number: int) -> Table:
    return Table(
        f"metric_raw_{number}",
        Row.metadata,
        Column("minute", Integer, primary_key=True, autoincrement=False),
        Column("source_id", Integer, primary_key=True, autoincrement=False),
        Column("at_s", BigInteger, primary_key=True, autoincrement=False),
        Column("layout_id", Integer, nullable=False),
        Column("data", LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


RAW = tuple(_raw_table(number) for number in range(SLOTS))
