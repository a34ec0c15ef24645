"""Departments: who owns machines, with what defaults and up to what amount."""

import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.people import PersonId, is_shown

DepartmentId = NewType("DepartmentId", UUID)

MAX_DEPARTMENT_NAME = 100
MAX_DEPARTMENT_DESCRIPTION = 2000
MAX_DEFAULT_NAME = 200
# What a column for whole numbers holds, and as many bytes as no host has.
MAX_QUOTA_COUNT = 1_000_000
MAX_QUOTA_BYTES = 2**60
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class DepartmentRole(StrEnum):
    """What a person is in one department."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So much of everything that a department can have."""

    machines: int = 0
    vcpus: int = 0
    memory_bytes: int = 0
    disk_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """The most that a department's machines may have together; None: no bound."""

    machines: int | None = None
    vcpus: int | None = None
    memory_bytes: int | None = None
    disk_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department. `version` grows with each edit: who edits an old one is told."""

    id: DepartmentId
    name: str
    description: str = ""
    colour: str = ""
    default_blueprint: str = ""
    default_network: str = ""
    quota: Quota = Quota()
    version: int = 1
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in a department."""

    department_id: DepartmentId
    person_id: PersonId
    role: DepartmentRole = DepartmentRole.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentSummary:
    """A department with what it has, for lists."""

    department: Department
    used: Amount = Amount()
    members: int = 0


def checked_department_name(name: str) -> str:
    """The name without needless spaces. Raises ValidationError."""
    clean = " ".join(name.split())
    if not clean or len(clean) > MAX_DEPARTMENT_NAME or not is_shown(clean):
        raise ValidationError(
            f"A department's name has 1 to {MAX_DEPARTMENT_NAME} visible characters.", field="name"
        )
    return clean


def checked_colour(colour: str) -> str:
    """A colour as #rrggbb, or none. Raises ValidationError."""
    clean = colour.strip().lower()
    if clean and not _COLOUR.fullmatch(clean):
        raise ValidationError(
            f"{colour[:20]!r} is not a colour.", field="colour", remedy="Give one such as #2e7d32."
        )
    return clean


def checked_department(department: Department) -> Department:
    """The department with its texts in order. Raises ValidationError with the field."""
    description = department.description.strip()
    if len(description) > MAX_DEPARTMENT_DESCRIPTION or not is_shown(description.replace("\n", "")):
        raise ValidationError(
            f"A description has at most {MAX_DEPARTMENT_DESCRIPTION} visible characters.",
            field="description",
        )
    check_quota_bounds(department.quota)
    return replace(
        department,
        name=checked_department_name(department.name),
        description=description,
        colour=checked_colour(department.colour),
        default_blueprint=_checked_default(department.default_blueprint, "default_blueprint"),
        default_network=_checked_default(department.default_network, "default_network"),
    )


def check_quota_bounds(quota: Quota) -> None:
    """Refuse quotas below nothing, or beyond what can be counted."""
    for bound in fields(quota):
        value = getattr(quota, bound.name)
        most = MAX_QUOTA_BYTES if bound.name.endswith("_bytes") else MAX_QUOTA_COUNT
        if value is not None and not 0 <= value <= most:
            raise ValidationError(
                f"A quota of {value} cannot be kept: it is 0 to {most}, or none.",
                field=f"quota_{bound.name}",
            )


def _checked_default(name: str, field: str) -> str:
    clean = name.strip()
    if len(clean) > MAX_DEFAULT_NAME or not is_shown(clean):
        raise ValidationError(
            f"The name {clean[:80]!r} is too long or cannot be shown.", field=field
        )
    return clean
