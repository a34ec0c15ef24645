"""Tables. Rows never leave this package."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """Aware times in UTC on every database; SQLite keeps no time zone by itself."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Refuse naive times; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Aware again."""
        if value is None:
            return None
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC)  # type: ignore[no-any-return]


class Row(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: UtcDateTime(),
        UUID: Uuid(as_uuid=True),
        bytes: LargeBinary(),
    }


class HostRow(Row):
    """A host as set up."""

    __tablename__ = "hosts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    uri: Mapped[str]
    autoconnect: Mapped[bool]
    acceleration: Mapped[str]
    ssh_key_file: Mapped[str]
    ssh_known_hosts_file: Mapped[str]
    ssh_jump: Mapped[str]


class MachineRow(Row):
    """A machine as last seen on its host."""

    __tablename__ = "machines"

    host_id: Mapped[UUID] = mapped_column(
        ForeignKey("hosts.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    vcpus: Mapped[int]
    memory_bytes: Mapped[int] = mapped_column(BigInteger)
    autostart: Mapped[bool]
    persistent: Mapped[bool]
    first_seen_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class BlueprintRow(Row):
    """A named size."""

    __tablename__ = "blueprints"

    name: Mapped[str] = mapped_column(primary_key=True)
    description: Mapped[str]
    vcpus: Mapped[int]
    memory_bytes: Mapped[int] = mapped_column(BigInteger)
    disk_bytes: Mapped[int] = mapped_column(BigInteger)


class TaskRow(Row):
    """A journalled task. `plan` is JSON of the kind's plan; it holds no secret."""

    __tablename__ = "tasks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    # No foreign keys: the record of what was done outlives hosts and machines.
    host_id: Mapped[UUID]
    machine_id: Mapped[UUID] = mapped_column(index=True)
    plan: Mapped[bytes]
    step: Mapped[str | None]
    steps_done: Mapped[str]
    error: Mapped[str]
    owner: Mapped[str]
    lease_until: Mapped[datetime | None]
    started_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
