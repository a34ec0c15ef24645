"""What of the record a person may read."""

from dataclasses import replace

from infinibay_desktop.model.activity import (
    ActivityEntry,
    ActivityQuery,
    Audience,
    Outcome,
    TargetKind,
)
from infinibay_desktop.model.rights import Actor, Permission, Scope


def visible_to(actor: Actor, query: ActivityQuery) -> ActivityQuery:
    """The query narrowed to what the actor may read, whatever audience it asked for."""
    return replace(query, audience=audience_of(actor))


def as_may_be_read(actor: Actor, entry: ActivityEntry) -> ActivityEntry:
    """The entry; what a refused act was aimed at has no name for who may not see it."""
    act = entry.act
    if act.outcome is not Outcome.REFUSED or actor.may(Permission.ACTIVITY_VIEW):
        return entry
    seen = {
        TargetKind.MACHINE: lambda: actor.may_in(Permission.MACHINE_VIEW, act.department_id),
        TargetKind.DEPARTMENT: lambda: actor.may_in(Permission.DEPARTMENT_VIEW, act.department_id),
        TargetKind.PERSON: lambda: (
            actor.person is not None and str(actor.person.id) == act.target_id
        ),
    }
    if seen.get(act.target_kind, lambda: True)():
        return entry
    return replace(entry, act=replace(act, target_name=""))


def shared_audience(first: Audience | None, second: Audience | None) -> Audience | None:
    """Whose entries both may read; None: everybody's."""
    if first is None or second is None:
        return second if first is None else first
    same = first.person_id == second.person_id
    return Audience(
        person_id=first.person_id if same else None,
        department_ids=first.department_ids & second.department_ids,
    )


def audience_of(actor: Actor) -> Audience | None:
    """Whose entries the actor may read; None: everybody's."""
    scope = actor.scope(Permission.ACTIVITY_VIEW)
    if scope is Scope.ANY:
        return None
    if actor.person is None or scope is Scope.NONE:
        return Audience()
    departments = frozenset(
        each for each in actor.memberships if actor.may_in(Permission.ACTIVITY_VIEW, each)
    )
    return Audience(person_id=actor.person.id, department_ids=departments)
