"""Steps that follow a committed change: what the world still has to be told of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

StepId = NewType("StepId", UUID)


class StepKind(StrEnum):
    """Changes that steps follow. Without a handler a step of these has nothing to do."""

    MACHINE_CREATED = "machine-created"
    MACHINE_MOVED = "machine-moved"
    MACHINE_REMOVED = "machine-removed"
    DEPARTMENT_CHANGED = "department-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A step that waits or runs; `body` is JSON, without secrets."""

    id: StepId
    kind: str
    body: bytes
    attempts: int = 0
    error: str = ""
    created_at: datetime
    next_at: datetime
