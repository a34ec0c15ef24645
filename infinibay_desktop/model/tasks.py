"""Work that touches several worlds, written down so that nothing stays half done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from infinibay_desktop.model.definition import MachineDefinition
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.storage import VolumePlan

TaskId = NewType("TaskId", UUID)


class TaskKind(StrEnum):
    """What a journalled task does."""

    CREATE_MACHINE = "create-machine"
    DELETE_MACHINE = "delete-machine"


class TaskStatus(StrEnum):
    """RUNNING and UNDOING are unfinished; the rest is for good."""

    RUNNING = "running"
    UNDOING = "undoing"
    DONE = "done"
    UNDONE = "undone"


class Step(StrEnum):
    """Named steps, in the order a creation takes them; a deletion uses its own."""

    VOLUMES = "volumes"
    DEFINITION = "definition"
    RECORD = "record"
    START = "start"
    POWER_OFF = "power-off"
    UNDEFINE = "undefine"
    DISKS = "disks"
    FORGET = "forget"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreationPlan:
    """All that a creation needs to go on after a crash.

    Its place was taken when it was written down: whose the machine is, and `disk_bytes` of
    all its disks, the existing ones too.
    """

    definition: MachineDefinition
    volumes: tuple[VolumePlan, ...]
    start: bool
    autostart: bool
    internal_name: str = ""
    disk_bytes: int = 0
    department_id: DepartmentId | None = None
    owner_id: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionPlan:
    """All that a deletion needs to go on after a crash; `disk_paths` are on the host."""

    disk_paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One journalled piece of work. `owner` names the running program that does it."""

    id: TaskId
    kind: TaskKind
    status: TaskStatus
    title: str
    host_id: HostId
    machine_id: MachineId
    plan: CreationPlan | DeletionPlan
    steps_done: tuple[Step, ...] = ()
    step: Step | None = None
    error: str = ""
    owner: str = ""
    lease_until: datetime | None = None
    started_at: datetime
    ended_at: datetime | None = None

    @property
    def key(self) -> MachineKey:
        """The machine it works on."""
        return MachineKey(self.host_id, self.machine_id)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.status in (TaskStatus.DONE, TaskStatus.UNDONE)
