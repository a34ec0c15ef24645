"""Whom each kind of event concerns. A kind without a rule is the administrators' alone."""

from collections.abc import Callable, Mapping
from typing import Any

from infinibay_desktop.model import events
from infinibay_desktop.model.events import Event
from infinibay_desktop.model.rights import Actor, Permission

Rule = Callable[[Any, Actor], bool]


def concerns(event: Event, actor: Actor) -> bool:
    """Whether the actor may know of this event. Events of machines have rules of their own."""
    rule = RULES.get(type(event), _administrators)
    return rule(event, actor)


def _everybody(_event: Event, actor: Actor) -> bool:
    """Whoever works with the program; these say nothing of what belongs to others."""
    return actor.person is None or actor.person.can_sign_in


def _administrators(_event: Event, actor: Actor) -> bool:
    return actor.may(Permission.ACTIVITY_VIEW)


def _nobody(_event: Event, _actor: Actor) -> bool:
    """Raw, from outside: only the inventory and the connections listen."""
    return False


def _always(_event: Event, _actor: Actor) -> bool:
    return True


def _person(event: Any, actor: Actor) -> bool:
    """The person and the administrators."""
    return actor.may_for(Permission.PERSON_VIEW, event.person_id)


def _department(event: Any, actor: Actor) -> bool:
    """The department's people and the administrators."""
    return actor.may_in(Permission.DEPARTMENT_VIEW, event.department_id)


def _record(_event: Event, actor: Actor) -> bool:
    return actor.may_somewhere(Permission.ACTIVITY_VIEW)


def _blueprints(_event: Event, actor: Actor) -> bool:
    view, create = Permission.BLUEPRINT_VIEW, Permission.MACHINE_CREATE
    return actor.may(view) or actor.may_somewhere(create)


def _timers(_event: Event, actor: Actor) -> bool:
    return actor.may(Permission.TIMER_VIEW)


RULES: Mapping[type[Event], Rule] = {
    events.DomainStateSeen: _nobody,
    events.DomainRestartSeen: _nobody,
    events.DomainDefinitionSeen: _nobody,
    events.DomainGoneSeen: _nobody,
    events.HostClosedSeen: _nobody,
    events.HostStatusChanged: _everybody,
    events.HostSaved: _everybody,
    events.HostRemoved: _everybody,
    events.SettingsChanged: _always,
    events.PersonSaved: _person,
    events.PersonDeleted: _person,
    events.PersonLocked: _person,
    events.SignInsEnded: _person,
    events.DepartmentSaved: _department,
    events.DepartmentRemoved: _department,
    events.BlueprintsChanged: _blueprints,
    events.EventsMissed: _everybody,
    events.StepsAdded: _nobody,
    events.AgentWanted: _nobody,
    events.TimerStarted: _timers,
    events.TimerEnded: _timers,
    events.ActivityRecorded: _record,
    events.ErrorRecorded: _administrators,
    events.StepFailed: _administrators,
}
