"""Decides whether a call is allowed, and says what, why and what to do where it is not."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.errors import (
    NotPermittedError,
    NotSignedInError,
    QuotaExceededError,
)
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.people import Role
from infinibay_desktop.model.rights import (
    DEPARTMENT_ADMINISTRATOR,
    GRANTABLE,
    MATRIX,
    NOBODY,
    Actor,
    Permission,
    Scope,
)
from infinibay_desktop.services.declarations import Declaration, Values

FindMachine = Callable[[MachineKey], Machine | None]
P = Permission
# What a permission allows, as the end of "may not …"; {} is the machine, where there is one.
WORDS: dict[Permission, str] = {
    P.MACHINE_VIEW: "look at {}",
    P.MACHINE_CONSOLE: "see the screen of {}",
    P.MACHINE_POWER: "start or stop {}",
    P.MACHINE_SNAPSHOT: "take snapshots of {}",
    P.MACHINE_EDIT: "change {}",
    P.MACHINE_CREATE: "make machines there",
    P.MACHINE_DELETE: "delete {}",
    P.MACHINE_ASSIGN: "give {} to a department or a person",
    P.GUEST_VIEW: "look inside {}",
    P.GUEST_MANAGE: "change what runs inside {}",
    P.DEPARTMENT_VIEW: "look at this department",
    P.DEPARTMENT_EDIT: "change this department",
    P.DEPARTMENT_MANAGE: "add or remove departments",
    P.BLUEPRINT_VIEW: "look at blueprints",
    P.BLUEPRINT_MANAGE: "change blueprints",
    P.STORAGE_VIEW: "look at storage",
    P.STORAGE_MANAGE: "change storage",
    P.HOST_VIEW: "look at hosts",
    P.HOST_MANAGE: "change hosts",
    P.TASK_VIEW: "look at these tasks",
    P.ACTIVITY_VIEW: "look at the record of everybody's acts",
    P.PERSON_SELF: "act for another person",
    P.PERSON_VIEW: "look at other people",
    P.PERSON_MANAGE: "change people",
    P.APPEARANCE_CHANGE: "change how the program looks",
    P.TIMER_VIEW: "look at the program's timers",
    P.TIMER_MANAGE: "change the program's timers",
    P.SETTINGS_MANAGE: "change this setting",
    P.DATABASE_MANAGE: "change the database",
}


def check(declared: Declaration, actor: Actor, values: Values, find: FindMachine) -> None:
    """Return where the call is allowed. Raises NotPermittedError or NotSignedInError."""
    if actor.is_program:
        return
    if declared.program_only:
        raise NotPermittedError(
            f"This is the program's own work: {declared.why_free}.",
            remedy="This is an error of the program; report it.",
        )
    if actor.person is None or not actor.person.can_sign_in:
        if not declared.signed_out:
            raise _not_signed_in(actor)
        return
    permission = None if declared.permission is None else asked(declared, values)
    if actor.person.must_change_password and not (
        declared.signed_out or permission is Permission.PERSON_SELF
    ):
        raise _one_time_password(actor.person.name)
    if permission is None:
        return
    machines = aimed_at(declared, values, find)
    if not _reaches(declared, permission, actor, values, machines):
        raise _refused(actor, permission, machines)


def asked(declared: Declaration, values: Values) -> Permission:
    """The permission that this call needs."""
    assert declared.permission is not None
    wanted = declared.permission
    return wanted if isinstance(wanted, Permission) else wanted(values)


def at(values: Values, path: str) -> Any:
    """The value at a path such as `person.id`; None where there is nothing."""
    first, *rest = path.split(".")
    found = values.get(first)
    for name in rest:
        found = getattr(found, name, None)
    return found


def keys_of(declared: Declaration, values: Values) -> list[MachineKey]:
    """The machines that a call is about."""
    if declared.machines:
        return list(at(values, declared.machines) or ())
    return [at(values, declared.machine)] if declared.machine else []


def aimed_at(declared: Declaration, values: Values, find: FindMachine) -> list[Machine | None]:
    """The same as last seen; None for one that nobody knows."""
    return [key and find(key) for key in keys_of(declared, values)]


def as_may_be_told(error: QuotaExceededError, actor: Actor) -> QuotaExceededError:
    """The same for who may see the department; others are not told its name or what it has."""
    department_id = cast(DepartmentId | None, error.details.get("department_id"))
    if actor.may_in(P.DEPARTMENT_VIEW, department_id):
        return error
    kept = {name: error.details.get(name) for name in ("field", "resource", "asked")}
    return QuotaExceededError(
        "The machine's department may not have that much more.",
        remedy="Ask an administrator for a larger quota.",
        **kept,
    )


def _reaches(
    declared: Declaration,
    permission: Permission,
    actor: Actor,
    values: Values,
    machines: Iterable[Machine | None],
) -> bool:
    if actor.may(permission):
        return True
    if declared.or_somewhere and actor.may_somewhere(declared.or_somewhere):
        return True
    tests: list[bool] = []
    if declared.machine or declared.machines:
        found = list(machines)
        reached = (one is not None and actor.may_on(permission, one) for one in found)
        # Nothing asked for is no permission: what is said of the rest would be told to anybody.
        tests.append(bool(found) and all(reached))
    if declared.department:
        tests.append(actor.may_in(permission, at(values, declared.department)))
    if declared.person:
        tests.append(actor.may_for(permission, at(values, declared.person)))
    return bool(tests) and all(tests)


def _not_signed_in(actor: Actor) -> NotSignedInError:
    if actor is NOBODY or actor.person is None:
        return NotSignedInError("Nobody is signed in.", remedy="Sign in: infinibay sign-in.")
    return NotSignedInError(
        f"'{actor.person.name}' may not use the program any more.",
        remedy="Sign in as somebody else, or ask an administrator.",
    )


def _one_time_password(name: str) -> NotPermittedError:
    return NotPermittedError(
        f"'{name}' signed in with a one-time password.",
        remedy="Choose a password of your own first: infinibay password.",
    )


def _refused(
    actor: Actor, permission: Permission, machines: list[Machine | None]
) -> NotPermittedError:
    assert actor.person is not None
    return NotPermittedError(
        f"'{actor.person.name}' may not {WORDS[permission].format(_named(actor, machines))}: "
        f"{_why(actor.person.role, permission)}.",
        remedy=_remedy(permission),
        permission=str(permission),
    )


def _named(actor: Actor, machines: list[Machine | None]) -> str:
    """The machine's name where the person may know it."""
    if len(machines) != 1:
        return "all of these machines" if machines else "this machine"
    machine = machines[0]
    shown = machine is not None and actor.may_on(P.MACHINE_VIEW, machine)
    return f"'{machine.name}'" if machine is not None and shown else "this machine"


_ROLES = {
    Role.USER: "a user",
    Role.ADMINISTRATOR: "an administrator",
    Role.SUPER_ADMINISTRATOR: "a super administrator",
}
_HAS = {
    Scope.NONE: "has no such right",
    Scope.OWN: "has that right for their own only",
    Scope.DEPARTMENT: "has that right within their departments only",
    Scope.ANY: "has that right",
}


def _why(role: Role, permission: Permission) -> str:
    return f"{_ROLES[role]} {_HAS[MATRIX[permission][role]]} ({permission})"


def _remedy(permission: Permission) -> str:
    able = [who for role, who in _ROLES.items() if MATRIX[permission][role] is Scope.ANY]
    if permission in DEPARTMENT_ADMINISTRATOR:
        able.insert(0, "the department's administrator")
    if not able:
        return "Everybody does this for themselves."
    grant = ", or for the right to do it" if permission in GRANTABLE else ""
    return f"Ask {able[0]} to do it{grant}."
