"""What machines measure, leases and timers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SLOTS = 9


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_index(op.f("ix_leases_owner"), "leases", ["owner"], unique=False)
    op.create_table(
        "timers",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last_started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_timers")),
    )
    _create_sources()
    _create_raw()
    _create_chunks()


def _create_sources() -> None:
    op.create_table(
        "metric_sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("machine_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_metric_sources")),
        sa.UniqueConstraint(
            "machine_id",
            "host_id",
            "source",
            name=op.f("uq_metric_sources_machine_id_host_id_source"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "metric_layouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("names", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_metric_layouts")),
        sa.UniqueConstraint("digest", name=op.f("uq_metric_layouts_digest")),
        sqlite_autoincrement=True,
    )


def _create_raw() -> None:
    op.create_table(
        "metric_slots",
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("slot", name=op.f("pk_metric_slots")),
    )
    for number in range(_SLOTS):
        op.create_table(
            f"metric_raw_{number}",
            sa.Column("minute", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("source_id", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("at_s", sa.BigInteger(), autoincrement=False, nullable=False),
            sa.Column("layout_id", sa.Integer(), nullable=False),
            sa.Column("data", sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint(
                "minute", "source_id", "at_s", name=op.f(f"pk_metric_raw_{number}")
            ),
            # Rows lie in the order of the key, beside those of the same minute: with those of a
            # machine together, each reading would change a page of its own.
            sqlite_with_rowid=False,
        )


def _create_chunks() -> None:
    op.create_table(
        "metric_chunks",
        sa.Column("tier", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start_s", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tier", "source_id", "start_s", name=op.f("pk_metric_chunks")),
    )
    op.create_index(
        "ix_metric_chunks_tier_start_s", "metric_chunks", ["tier", "start_s"], unique=False
    )
    if op.get_bind().dialect.name == "postgresql":
        # Chunks are packed already: the server need not try again.
        op.execute("ALTER TABLE metric_chunks ALTER COLUMN data SET STORAGE EXTERNAL")
    op.create_table(
        "metric_marks",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("until_s", sa.BigInteger(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_metric_marks")),
    )
    op.create_table(
        "metric_redo",
        sa.Column("tier", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start_s", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("tier", "source_id", "start_s", name=op.f("pk_metric_redo")),
    )
