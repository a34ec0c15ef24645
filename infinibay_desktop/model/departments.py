"""Departments: who owns machines, with what defaults and up to what amount."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.people import PersonId, is_shown

DepartmentId = NewType("DepartmentId", UUID)

MAX_DEPARTMENT_NAME = 100
MAX_DEPARTMENT_DESCRIPTION = 2000
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
