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
    TIMER = "timer"
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
class Audience:
    """Whose entries a person may read: those of their own acts and those of some departments."""

    person_id: PersonId | None = None
    department_ids: frozenset[DepartmentId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityQuery:
    """What to look for; empty fields do not matter. Newest first, `before_sequence` pages on.

    `audience` is set by the service, from who asks; what a caller put there is not heeded.
    """

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
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityPage:
    """Some entries, newest first. `go_on_before`: where the next page begins; None at the end."""

    entries: tuple[ActivityEntry, ...] = ()
    go_on_before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCount:
    """How many entries there are; not `exact`: at least so many."""

    number: int
    exact: bool = True


class ChainTrouble(StrEnum):
    """What is wrong with the record."""

    EDITED = "edited"
    MISSING = "missing"
    ADDED = "added"
    NOT_AS_NOTED = "not-as-noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPoint:
    """A place in the record: an entry's number and hash. Noted elsewhere, it proves what follows."""

    sequence: int = 0
    hash: bytes = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPart:
    """A stretch of the record that was checked: how far it holds, and what is wrong after that."""

    holds_to: ChainPoint
    checked: int = 0
    trouble: ChainTrouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEnds:
    """Where the record begins and ends as told, and its first and last entries as found.

    `begin` is the last entry that retention removed, so the first one kept comes after it.
    """

    begin: ChainPoint = ChainPoint()
    end: ChainPoint = ChainPoint()
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    """What was found when the record was checked; `broken_at` is the first bad entry's number.

    `begin` is where retention cut last: the entries before it were removed by the program.
    """

    checked: int
    begin: ChainPoint
    end: ChainPoint
    trouble: ChainTrouble | None = None
    broken_at: int | None = None

    @property
    def is_intact(self) -> bool:
        """Whether nothing was edited, taken out or put in since it was recorded."""
        return self.trouble is None


class ExportFormat(StrEnum):
    """How entries are written for other programs."""

    CSV = "csv"
    JSON_LINES = "jsonl"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorQuery:
    """What errors to look for; empty fields do not matter. Newest first, `after` pages on."""

    text: str = ""
    code: str = ""
    severity: Severity | None = None
    since: datetime | None = None
    until: datetime | None = None
    after: ErrorEntry | None = None
    limit: int = 200
