"""Names for acts that were refused or failed before anything said what they were aimed at."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from infinibay_desktop.model.activity import Act, TargetKind
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.services.ports import UnitOfWork

_Target = tuple[TargetKind, str]


def with_names(unit: UnitOfWork, acts: Sequence[Act]) -> list[Act]:
    """The acts, with the stored names of people, departments and hosts that have none yet."""
    unnamed = {
        (act.target_kind, act.target_id) for act in acts if act.target_id and not act.target_name
    }
    names = {target: _stored_name(unit, *target) for target in unnamed}
    return [_named(act, names) for act in acts]


def _named(act: Act, names: dict[_Target, str]) -> Act:
    name = names.get((act.target_kind, act.target_id), "")
    return act if act.target_name or not name else replace(act, target_name=name)


def _stored_name(unit: UnitOfWork, kind: TargetKind, target_id: str) -> str:
    try:
        known = UUID(target_id)
    except ValueError:
        return ""
    finders: dict[TargetKind, Callable[[], object]] = {
        TargetKind.PERSON: lambda: unit.people.find(PersonId(known)),
        TargetKind.DEPARTMENT: lambda: unit.departments.find(DepartmentId(known)),
        TargetKind.HOST: lambda: unit.hosts.find(HostId(known)),
    }
    found = finders[kind]() if kind in finders else None
    return str(getattr(found, "name", ""))
