"""Hosts, machines, blueprints and tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FIRST_BLUEPRINTS = (
    ("small", "A service", 1, 2, 20),
    ("medium", "A desktop", 2, 4, 40),
    ("large", "A workstation", 4, 8, 80),
)
_GIB = 1024**3


def upgrade() -> None:
    op.create_table(
        "hosts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=False),
        sa.Column("autoconnect", sa.Boolean(), nullable=False),
        sa.Column("acceleration", sa.String(), nullable=False),
        sa.Column("ssh_key_file", sa.String(), nullable=False),
        sa.Column("ssh_known_hosts_file", sa.String(), nullable=False),
        sa.Column("ssh_jump", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hosts")),
        sa.UniqueConstraint("name", name=op.f("uq_hosts_name")),
    )
    op.create_table(
        "machines",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("vcpus", sa.Integer(), nullable=False),
        sa.Column("memory_bytes", sa.BigInteger(), nullable=False),
        sa.Column("autostart", sa.Boolean(), nullable=False),
        sa.Column("persistent", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["hosts.id"], name=op.f("fk_machines_host_id_hosts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("host_id", "id", name=op.f("pk_machines")),
    )
    op.create_index(op.f("ix_machines_name"), "machines", ["name"])
    blueprints = op.create_table(
        "blueprints",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("vcpus", sa.Integer(), nullable=False),
        sa.Column("memory_bytes", sa.BigInteger(), nullable=False),
        sa.Column("disk_bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_blueprints")),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("machine_id", sa.Uuid(), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("steps_done", sa.String(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_status"), "tasks", ["status"])
    op.create_index(op.f("ix_tasks_machine_id"), "tasks", ["machine_id"])
    op.create_index(op.f("ix_tasks_started_at"), "tasks", ["started_at"])
    op.bulk_insert(
        blueprints,
        [
            {
                "name": name,
                "description": description,
                "vcpus": vcpus,
                "memory_bytes": memory_gib * _GIB,
                "disk_bytes": disk_gib * _GIB,
            }
            for name, description, vcpus, memory_gib, disk_gib in _FIRST_BLUEPRINTS
        ],
    )
