"""Who may do what: one table of permissions and roles, and what departments and grants add."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from uuid import UUID

from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.people import Person, PersonId, Role


class Permission(StrEnum):
    """One thing that a person may be allowed to do."""

    MACHINE_VIEW = "machine:view"
    MACHINE_CONSOLE = "machine:console"
    MACHINE_POWER = "machine:power"
    MACHINE_SNAPSHOT = "machine:snapshot"
    MACHINE_EDIT = "machine:edit"
    MACHINE_CREATE = "machine:create"
    MACHINE_DELETE = "machine:delete"
    MACHINE_ASSIGN = "machine:assign"
    GUEST_VIEW = "guest:view"
    GUEST_MANAGE = "guest:manage"
    DEPARTMENT_VIEW = "department:view"
    DEPARTMENT_EDIT = "department:edit"
    DEPARTMENT_MANAGE = "department:manage"
    BLUEPRINT_VIEW = "blueprint:view"
    BLUEPRINT_MANAGE = "blueprint:manage"
    STORAGE_VIEW = "storage:view"
    STORAGE_MANAGE = "storage:manage"
    HOST_VIEW = "host:view"
    HOST_MANAGE = "host:manage"
    TASK_VIEW = "task:view"
    ACTIVITY_VIEW = "activity:view"
    PERSON_SELF = "person:self"
    PERSON_VIEW = "person:view"
    PERSON_MANAGE = "person:manage"
    APPEARANCE_CHANGE = "appearance:change"
    TIMER_VIEW = "timer:view"
    TIMER_MANAGE = "timer:manage"
    SETTINGS_MANAGE = "settings:manage"
    DATABASE_MANAGE = "database:manage"


class Scope(IntEnum):
    """How far a permission reaches. Each includes the ones before it."""

    NONE = 0
    OWN = 1
    DEPARTMENT = 2
    ANY = 3


P, S = Permission, Scope
# Permission: user, administrator, super administrator.
_TABLE: dict[Permission, tuple[Scope, Scope, Scope]] = {
    P.MACHINE_VIEW: (S.DEPARTMENT, S.ANY, S.ANY),
    P.MACHINE_CONSOLE: (S.OWN, S.ANY, S.ANY),
    P.MACHINE_POWER: (S.OWN, S.ANY, S.ANY),
    P.MACHINE_SNAPSHOT: (S.OWN, S.ANY, S.ANY),
    P.MACHINE_EDIT: (S.OWN, S.ANY, S.ANY),
    P.MACHINE_CREATE: (S.NONE, S.ANY, S.ANY),
    P.MACHINE_DELETE: (S.OWN, S.ANY, S.ANY),
    P.MACHINE_ASSIGN: (S.NONE, S.ANY, S.ANY),
    P.GUEST_VIEW: (S.OWN, S.ANY, S.ANY),
    P.GUEST_MANAGE: (S.OWN, S.ANY, S.ANY),
    P.DEPARTMENT_VIEW: (S.DEPARTMENT, S.ANY, S.ANY),
    P.DEPARTMENT_EDIT: (S.NONE, S.ANY, S.ANY),
    P.DEPARTMENT_MANAGE: (S.NONE, S.ANY, S.ANY),
    P.BLUEPRINT_VIEW: (S.NONE, S.ANY, S.ANY),
    P.BLUEPRINT_MANAGE: (S.NONE, S.ANY, S.ANY),
    P.STORAGE_VIEW: (S.NONE, S.ANY, S.ANY),
    P.STORAGE_MANAGE: (S.NONE, S.ANY, S.ANY),
    P.HOST_VIEW: (S.NONE, S.ANY, S.ANY),
    P.HOST_MANAGE: (S.NONE, S.NONE, S.ANY),
    P.TASK_VIEW: (S.OWN, S.ANY, S.ANY),
    P.ACTIVITY_VIEW: (S.OWN, S.ANY, S.ANY),
    P.PERSON_SELF: (S.OWN, S.OWN, S.OWN),
    P.PERSON_VIEW: (S.OWN, S.ANY, S.ANY),
    P.PERSON_MANAGE: (S.NONE, S.NONE, S.ANY),
    P.APPEARANCE_CHANGE: (S.ANY, S.ANY, S.ANY),
    P.TIMER_VIEW: (S.NONE, S.ANY, S.ANY),
    P.TIMER_MANAGE: (S.NONE, S.NONE, S.ANY),
    P.SETTINGS_MANAGE: (S.NONE, S.NONE, S.ANY),
    P.DATABASE_MANAGE: (S.NONE, S.NONE, S.ANY),
}
MATRIX: Mapping[Permission, Mapping[Role, Scope]] = {
    permission: dict(zip(Role, scopes, strict=True)) for permission, scopes in _TABLE.items()
}
# What a department's administrator may do with all that is the department's.
DEPARTMENT_ADMINISTRATOR = frozenset(
    {
        P.MACHINE_VIEW,
        P.MACHINE_CONSOLE,
        P.MACHINE_POWER,
        P.MACHINE_SNAPSHOT,
        P.MACHINE_EDIT,
        P.MACHINE_CREATE,
        P.MACHINE_DELETE,
        P.MACHINE_ASSIGN,
        P.GUEST_VIEW,
        P.GUEST_MANAGE,
        P.DEPARTMENT_VIEW,
        P.DEPARTMENT_EDIT,
        P.ACTIVITY_VIEW,
        P.TASK_VIEW,
    }
)
# What can be granted to a person on one machine. Each brings the sight of the machine along.
GRANTABLE = frozenset({P.MACHINE_CONSOLE, P.MACHINE_POWER, P.MACHINE_SNAPSHOT, P.MACHINE_EDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A permission of one person on one machine."""

    key: MachineKey
    person_id: PersonId
    permission: Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, with everything that their rights follow from. No person: the program itself."""

    person: Person | None = None
    memberships: Mapping[DepartmentId, DepartmentRole] = field(default_factory=dict)
    grants: Mapping[MachineKey, frozenset[Permission]] = field(default_factory=dict)

    @property
    def is_program(self) -> bool:
        """Whether the program acts by itself: timers, recovery, events."""
        return self.person is None

    def scope(self, permission: Permission) -> Scope:
        """How far the role alone reaches."""
        if self.person is None:
            return Scope.ANY
        if not self.person.may_act and permission is not Permission.PERSON_SELF:
            return Scope.NONE
        return MATRIX[permission][self.person.role] if self.person.can_sign_in else Scope.NONE

    def may(self, permission: Permission) -> bool:
        """Whether the permission reaches anything at all; for what has no target."""
        return self.scope(permission) is Scope.ANY

    def may_somewhere(self, permission: Permission) -> bool:
        """Whether there can be anything that the permission reaches; for offering a screen."""
        if self.scope(permission) > Scope.NONE:
            return True
        if self.person is None or not self.person.may_act:
            return False
        by_department = permission in DEPARTMENT_ADMINISTRATOR and (
            DepartmentRole.ADMINISTRATOR in self.memberships.values()
        )
        return by_department or any(permission in granted for granted in self.grants.values())

    def may_on(self, permission: Permission, machine: Machine) -> bool:
        """Whether the permission reaches this machine."""
        if self.may_in(permission, machine.department_id):
            return True
        if self.person is None or not self.person.may_act:
            return False
        if machine.owner_id == self.person.id and self.scope(permission) >= Scope.OWN:
            return True
        granted = self.grants.get(machine.key, frozenset())
        return permission in granted or (permission is P.MACHINE_VIEW and bool(granted))

    def may_in(self, permission: Permission, department_id: DepartmentId | None) -> bool:
        """Whether the permission reaches all that is this department's."""
        scope = self.scope(permission)
        if scope is Scope.ANY:
            return True
        if self.person is None or not self.person.may_act or department_id is None:
            return False
        role = self.memberships.get(department_id)
        if role is DepartmentRole.ADMINISTRATOR and permission in DEPARTMENT_ADMINISTRATOR:
            return True
        return role is not None and scope is Scope.DEPARTMENT

    def may_for(self, permission: Permission, person_id: PersonId) -> bool:
        """Whether the permission reaches this person."""
        if self.may(permission):
            return True
        own = self.person is not None and self.person.id == person_id
        return own and self.scope(permission) >= Scope.OWN


PROGRAM = Actor()
# Nobody is signed in: nothing is allowed.
NOBODY = Actor(person=Person(id=PersonId(UUID(int=0)), email="", disabled=True))
