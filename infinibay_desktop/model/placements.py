"""Whose a machine is: its department, its owner, and what it counts for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from infinibay_desktop.model.departments import Amount, DepartmentId
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A machine's place. The sizes are what it counts for in its department's quota."""

    key: MachineKey
    department_id: DepartmentId | None = None
    owner_id: PersonId | None = None
    internal_name: str = ""
    vcpus: int = 0
    memory_bytes: int = 0
    disk_bytes: int = 0

    @property
    def amount(self) -> Amount:
        """What the machine counts for."""
        return Amount(
            machines=1,
            vcpus=self.vcpus,
            memory_bytes=self.memory_bytes,
            disk_bytes=self.disk_bytes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementNames:
    """What lists call departments (name and colour) and people."""

    departments: Mapping[DepartmentId, tuple[str, str]] = field(default_factory=dict)
    people: Mapping[PersonId, str] = field(default_factory=dict)
