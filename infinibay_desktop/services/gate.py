"""The one place where every act is allowed or refused, and written down."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from infinibay_desktop.model.activity import Act, Outcome
from infinibay_desktop.model.errors import (
    InfinibayError,
    NotPermittedError,
    QuotaExceededError,
)
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.acts import (
    Record,
    acts_of,
    changed,
    gathering,
    targets_of,
)
from infinibay_desktop.services.declarations import (
    Declaration,
    declaration_of,
    free,
    needs,
    program_only,
)
from infinibay_desktop.services.refusals import as_may_be_told, check

__all__ = ["Gate", "changed", "free", "needs", "program_only", "public_members"]

T = TypeVar("T")
SIGN_IN = "person.sign-in"
NOBODYS = "nobody"


class MachineList(Protocol):
    """Where the gate looks machines up: whose they are decides."""

    def find(self, key: MachineKey) -> Machine | None: ...
    def snapshot(self) -> list[Machine]: ...


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a caller may see."""

    actor: Actor
    known: MachineList

    def machines(self) -> "list[Machine]":
        view, found = Permission.MACHINE_VIEW, self.known.snapshot()
        if self.actor.may(view):
            return found
        return [one for one in found if self.actor.may_on(view, one)]

    def may_on(self, permission: Permission, key: MachineKey) -> bool:
        if self.actor.may(permission):
            return True
        machine = self.known.find(key)
        return machine is not None and self.actor.may_on(permission, machine)


@dataclass(frozen=True, kw_only=True)
class _Method:
    """A declared method of one service."""

    call: Callable[..., Any]
    declared: Declaration

    @cached_property
    def signature(self) -> inspect.Signature:
        # Read when it is first needed: all of them together would hold up the start.
        return inspect.signature(self.call)

    def values(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return bound.arguments


class Gate:
    """Guards services: what it hands out checks each call, runs it, and records acts.

    Screens and the command line get guarded services only. Services among themselves, timers
    and recovery use the services as they are: they do the program's own work.
    """

    def __init__(
        self, current: CurrentActor, machines: MachineList, record: Record, clock: Clock
    ) -> None:
        self._current = current
        self._machines = machines
        self._record = record
        self._clock = clock

    def guard(self, service: T, *, shape: type | None = None) -> T:
        """The same service behind the gate. `shape` has the declarations where it has none."""
        kind = shape or type(service)
        members: dict[str, object] = {}
        for name, member in public_members(kind):
            if isinstance(member, property):
                members[name] = self._guarded_property(service, name, member)
            else:
                members[name] = self._guarded_method(service, name, member)
        return cast(T, type(f"Guarded{kind.__name__}", (), members)())

    def _guarded_property(self, service: object, name: str, member: property) -> property:
        declared = declaration_of(member.fget)
        if declared is None:
            return property(_undeclared(f"{type(service).__name__}.{name}"))
        if declared.is_open:
            return property(lambda _self: getattr(service, name))
        method = _Method(call=lambda: getattr(service, name), declared=declared)
        return property(lambda _self: self._pass(method, (), {}))

    def _guarded_method(self, service: object, name: str, member: object) -> Callable[..., Any]:
        declared = declaration_of(member)
        call = getattr(service, name)
        if declared is None:
            return _undeclared(f"{type(service).__name__}.{name}")
        if declared.is_open:
            return lambda _self, *args, **kwargs: call(*args, **kwargs)
        method = _Method(call=call, declared=declared)
        return lambda _self, *args, **kwargs: self._pass(method, args, kwargs)

    def _pass(self, method: _Method, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """One guarded call."""
        actor, declared = self._current.actor, method.declared
        values = method.values(args, kwargs) if _reads_values(declared) else {}
        if declared.machines in values:
            # Read once: what is looked at is what is worked on.
            values = values | {declared.machines: tuple(values[declared.machines])}
        began = self._clock.monotonic()
        try:
            check(declared, actor, values, self._machines.find)
            if declared.narrow:
                values = declared.narrow(_Sight(actor, self._machines), values)
        except NotPermittedError as error:
            self._write(declared, actor, values, began, error)
            raise
        if declared.narrow or declared.machines:
            bound = inspect.BoundArguments(method.signature, cast(Any, values))
            args, kwargs = bound.args, bound.kwargs
        if declared.act:
            result = self._recorded(method, actor, values, began, args, kwargs)
        else:
            result = self._run(method, actor, args, kwargs)
        return self._handed_out(declared, actor, result)

    def _run(
        self, method: _Method, actor: Actor, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        try:
            if not method.declared.as_program:
                return method.call(*args, **kwargs)
            with self._current.as_program():
                return method.call(*args, **kwargs)
        except QuotaExceededError as error:
            raise as_may_be_told(error, actor) from error.__cause__

    def _handed_out(self, declared: Declaration, actor: Actor, result: Any) -> Any:
        if declared.only:
            result = declared.only(_Sight(actor, self._machines), result)
        if declared.hands_out:
            result = self.guard(result, shape=declared.hands_out)
        return result

    def _recorded(
        self,
        method: _Method,
        actor: Actor,
        values: dict[str, Any],
        began: float,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        declared = method.declared
        targets = targets_of(declared, values, self._machines.find)
        error: BaseException | None = None
        with gathering() as changes:
            try:
                return self._run(method, actor, args, kwargs)
            except BaseException as raised:
                error = raised
                raise
            finally:
                act = self._act(declared, actor, began, error)
                for one in acts_of(act, targets, changes):
                    self._record(one)

    def _write(
        self,
        declared: Declaration,
        actor: Actor,
        values: dict[str, Any],
        began: float,
        error: NotPermittedError,
    ) -> None:
        """Record that an act was refused; looking at what one may not see is no act."""
        if declared.act:
            targets = targets_of(declared, values, self._machines.find)
            for one in acts_of(self._act(declared, actor, began, error), targets, {}):
                self._record(one)

    def _act(
        self, declared: Declaration, actor: Actor, began: float, error: BaseException | None
    ) -> Act:
        # Who signs in was nobody before, and is somebody after.
        known = actor.person is None or actor.person.can_sign_in
        person = actor.person if known else self._current.signed_in.person
        if declared.act == SIGN_IN:  # whoever sat here before did nothing
            person = None if error else self._current.signed_in.person
        return Act(
            action=declared.act,
            actor_id=person.id if person and person.email else None,
            # The program's own acts have no name; those of nobody must not look like them.
            actor_name=(person.name or NOBODYS) if person else "",
            outcome=_outcome(error),
            error_code=_code(error),
            message=_message(error),
            at=self._clock.now(),
            duration_ms=round((self._clock.monotonic() - began) * 1000),
        )


def public_members(kind: type) -> Iterator[tuple[str, Any]]:
    """The methods and properties by which others use a service."""
    for name in dir(kind):
        member = inspect.getattr_static(kind, name)
        if isinstance(member, staticmethod | classmethod):
            member = member.__func__
        if not name.startswith("_") and (callable(member) or isinstance(member, property)):
            yield name, member


def _undeclared(name: str) -> Callable[..., Any]:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError(f"{name} declares no permission: see services/declarations.py")

    return refuse


def _reads_values(declared: Declaration) -> bool:
    paths = (declared.machine, declared.machines, declared.department, declared.person)
    computed = declared.permission is not None and not isinstance(declared.permission, Permission)
    return bool(any(paths) or declared.act or declared.narrow or computed)


def _outcome(error: BaseException | None) -> Outcome:
    if error is None:
        return Outcome.DONE
    return Outcome.REFUSED if isinstance(error, NotPermittedError) else Outcome.FAILED


def _code(error: BaseException | None) -> str:
    if error is None:
        return ""
    return error.code if isinstance(error, InfinibayError) else type(error).__name__


def _message(error: BaseException | None) -> str:
    return "" if error is None else str(error)
