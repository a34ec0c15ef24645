"""What one guarded call did, gathered while it runs and written down when it ends."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from infinibay_desktop.model.activity import Act, TargetKind
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.model.redaction import redacted_fields
from infinibay_desktop.services.declarations import Declaration, Values
from infinibay_desktop.services.refusals import FindMachine, at, keys_of

Record = Callable[[Act], None]
_BY_WORD = {
    "blueprint": TargetKind.BLUEPRINT,
    "pool": TargetKind.POOL,
    "settings": TargetKind.SETTINGS,
    "machine": TargetKind.MACHINE,
    "host": TargetKind.HOST,
    "person": TargetKind.PERSON,
    "department": TargetKind.DEPARTMENT,
    "timer": TargetKind.TIMER,
}


@dataclass(slots=True, kw_only=True)
class Change:
    """What a service said about one target while it worked."""

    target_name: str = ""
    department_id: DepartmentId | None = None
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


# By the target's id; "" is whatever the call was aimed at.
Changes = dict[str, Change]
_changes: ContextVar[Changes | None] = ContextVar("changes", default=None)


def changed(
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    target_id: object = "",
    target_name: str = "",
    department_id: DepartmentId | None = None,
) -> None:
    """Say what the act that is being done changed; never a secret. Without one, it is nothing.

    `target_id` is for what a call makes, and for each of several targets.
    """
    changes = _changes.get()
    if changes is None:
        return
    change = changes.setdefault(str(target_id), Change())
    change.before |= before or {}
    change.after |= after or {}
    change.target_name = target_name or change.target_name
    change.department_id = department_id or change.department_id


def differing(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Of what something was and is, what an edit changed; what one lacks is empty there."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {n: before.get(n, "") for n in names}, {n: after.get(n, "") for n in names}


@contextmanager
def gathering() -> Iterator[Changes]:
    """Gather what `changed` says inside."""
    changes: Changes = {}
    token = _changes.set(changes)
    try:
        yield changes
    finally:
        _changes.reset(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    kind: TargetKind
    id: str = ""
    name: str = ""
    department_id: DepartmentId | None = None


def targets_of(declared: Declaration, values: Values, find: FindMachine) -> list[_Target]:
    """What a call is aimed at, as it is before the call."""
    keys = keys_of(declared, values)
    if keys:
        return [_machine_target(str(key and key.machine_id), key and find(key)) for key in keys]
    kind = _BY_WORD.get(declared.act.partition(".")[0], TargetKind.PROGRAM)
    found = at(values, path) if (path := _path_of(declared, kind)) else None
    name = _name_of(at(values, declared.name)) if declared.name else ""
    department_id = at(values, declared.department) if declared.department else None
    target_id = "" if found is None else str(found)
    return [_Target(kind=kind, id=target_id, name=name, department_id=department_id)]


def _name_of(found: object) -> str:
    """A name, or those of several: the keys of a mapping, never its values."""
    if isinstance(found, Mapping | tuple):
        return ", ".join(map(str, found))
    return str(found or "")


def _path_of(declared: Declaration, kind: TargetKind) -> str:
    """Where the id is of what the act is done to; a permission may look at more than that."""
    paths = {
        TargetKind.PERSON: declared.person,
        TargetKind.DEPARTMENT: declared.department,
        TargetKind.HOST: declared.host,
    }
    return paths.get(kind, "")


def acts_of(act: Act, targets: list[_Target], changes: Changes) -> list[Act]:
    """One act for each target, with what was said of it."""
    general = changes.pop("", Change())
    if len(targets) == 1 and len(changes) == 1:
        # What the call made or meant more exactly than its parameters could say.
        (target_id, change), only = next(iter(changes.items())), targets[0]
        targets = [replace(only, id=target_id)]
        changes = {target_id: change}
    return [_act_on(act, target, changes.get(target.id, Change()), general) for target in targets]


def _act_on(act: Act, target: _Target, change: Change, general: Change) -> Act:
    return replace(
        act,
        target_kind=target.kind,
        target_id=target.id,
        target_name=change.target_name or general.target_name or target.name,
        department_id=change.department_id or general.department_id or target.department_id,
        before=redacted_fields(general.before | change.before),
        after=redacted_fields(general.after | change.after),
    )


def _machine_target(target_id: str, machine: Machine | None) -> _Target:
    return _Target(
        kind=TargetKind.MACHINE,
        id=target_id,
        name=machine.name if machine else "",
        department_id=machine.department_id if machine else None,
    )
