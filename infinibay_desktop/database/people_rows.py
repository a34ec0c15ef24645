"""Tables of people, departments, and what machines are whose."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from infinibay_desktop.database.rows import Row


class PersonRow(Row):
    """A person. `email_key` is the folded address: unique in any letter case."""

    __tablename__ = "people"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str]
    # Empty once deleted, so that the address can be used again: NULL is never a duplicate.
    email_key: Mapped[str | None] = mapped_column(unique=True)
    name_key: Mapped[str] = mapped_column(index=True)
    first_name: Mapped[str]
    last_name: Mapped[str]
    role: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    avatar: Mapped[str]
    disabled: Mapped[bool]
    deleted_at: Mapped[datetime | None] = mapped_column(index=True)
    password_hash: Mapped[str | None]
    must_change_password: Mapped[bool]
    failed_sign_ins: Mapped[int]
    failed_at: Mapped[datetime | None]
    locked_until: Mapped[datetime | None]
    # How often all sign-ins were ended at once: one that began before must not be let in after.
    sign_ins_ended: Mapped[int]
    created_at: Mapped[datetime]


class StrangerRow(Row):
    """Failed sign-ins with addresses that nobody has, many addresses to a row."""

    __tablename__ = "strangers"

    bucket: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    failed_sign_ins: Mapped[int]
    failed_at: Mapped[datetime | None]
    locked_until: Mapped[datetime | None]


class SignInRow(Row):
    """A sign-in that may be gone on with by its token; the token itself is nowhere here."""

    __tablename__ = "sign_ins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    workstation: Mapped[str]
    began_at: Mapped[datetime]
    used_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]


class DepartmentRow(Row):
    """A department."""

    __tablename__ = "departments"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str]
    colour: Mapped[str]
    default_blueprint: Mapped[str]
    default_network: Mapped[str]
    quota_machines: Mapped[int | None]
    quota_vcpus: Mapped[int | None]
    quota_memory_bytes: Mapped[int | None] = mapped_column(BigInteger)
    quota_disk_bytes: Mapped[int | None] = mapped_column(BigInteger)
    version: Mapped[int]
    created_at: Mapped[datetime]


class MembershipRow(Row):
    """A person in a department."""

    __tablename__ = "memberships"

    department_id: Mapped[UUID] = mapped_column(
        ForeignKey("departments.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str]


class PlacementRow(Row):
    """Whose a machine is. There may be none yet, or no machine any more."""

    __tablename__ = "placements"

    host_id: Mapped[UUID] = mapped_column(
        ForeignKey("hosts.id", ondelete="CASCADE"), primary_key=True
    )
    machine_id: Mapped[UUID] = mapped_column(primary_key=True)
    department_id: Mapped[UUID | None] = mapped_column(ForeignKey("departments.id"), index=True)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    internal_name: Mapped[str]
    # What counts against the department's quota; the machine's own row may come later.
    vcpus: Mapped[int]
    memory_bytes: Mapped[int] = mapped_column(BigInteger)
    disk_bytes: Mapped[int] = mapped_column(BigInteger)


class GrantRow(Row):
    """A permission of one person on one machine."""

    __tablename__ = "grants"

    host_id: Mapped[UUID] = mapped_column(
        ForeignKey("hosts.id", ondelete="CASCADE"), primary_key=True
    )
    machine_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    permission: Mapped[str] = mapped_column(primary_key=True)


class StepRow(Row):
    """A step that follows a committed change, until it is done."""

    __tablename__ = "steps"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    body: Mapped[bytes]
    attempts: Mapped[int]
    error: Mapped[str]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime] = mapped_column(index=True)
