"""The record of who did what to what, and of what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.people import PersonId


class Outcome(StrEnum):
    """How an act ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class TargetKind(StrEnum):
    """What an act was done to."""

    MACHINE = "machine"
    DEPARTMENT = "department"
    PERSON = "person"
    HOST = "host"
    BLUEPRINT = "blueprint"
    POOL = "pool"
    SETTINGS = "settings"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act, ready to be recorded. `before` and `after` hold what changed, never secrets."""

    action: str
    target_kind: TargetKind = TargetKind.PROGRAM
    target_id: str = ""
    target_name: str = ""
    department_id: DepartmentId | None = None
    actor_id: PersonId | None = None
    actor_name: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    outcome: Outcome = Outcome.DONE
    error_code: str = ""
    message: str = ""
    at: datetime
    duration_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry:
    """A recorded act: its place in the record and the chain that shows an edit."""

    sequence: int
    act: Act
    workstation: str = ""
    hash_hex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityQuery:
    """What to look for; empty fields do not matter. Newest first, `before_sequence` pages on."""

    text: str = ""
    actor_id: PersonId | None = None
    department_ids: frozenset[DepartmentId] | None = None
    action: str = ""
    target_id: str = ""
    outcome: Outcome | None = None
    since: datetime | None = None
    until: datetime | None = None
    before_sequence: int | None = None
    limit: int = 200


class Severity(StrEnum):
    """How bad an error is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorEntry:
    """An error as recorded: what, where, and the facts around it, without secrets."""

    id: UUID
    at: datetime
    code: str
    severity: Severity
    message: str
    context: Mapping[str, str] = field(default_factory=dict)
    actor_name: str = ""
    workstation: str = ""
