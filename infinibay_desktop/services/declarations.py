"""What each service method asks of whoever calls it, written at the method."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Actor, Permission

F = TypeVar("F", bound=Callable[..., Any])
_ATTRIBUTE = "__declared__"
# The values of a call by the names of its parameters.
Values = Mapping[str, Any]


class Sight(Protocol):
    """What whoever calls may see, for results of which only a part is theirs."""

    @property
    def actor(self) -> Actor: ...
    def machines(self) -> "list[Machine]": ...
    def may_on(self, permission: Permission, key: MachineKey) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a method asks: a permission on what its parameters name, or nothing, and why.

    Parameters are named by path: `department.id` is the field of a parameter. `only` takes out
    of the result what the caller may not see; `narrow` makes of what was asked what may be.
    """

    permission: Permission | Callable[[Values], Permission] | None = None
    or_somewhere: Permission | None = None
    machine: str = ""
    machines: str = ""
    department: str = ""
    person: str = ""
    host: str = ""
    name: str = ""
    act: str = ""
    why_free: str = ""
    signed_out: bool = False
    program_only: bool = False
    as_program: bool = False
    only: Callable[[Sight, Any], Any] | None = None
    narrow: Callable[[Sight, dict[str, Any]], dict[str, Any]] | None = None
    hands_out: type | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is nothing to look at before, in or after a call."""
        plain = not (self.act or self.as_program or self.only or self.narrow or self.hands_out)
        return self.signed_out and plain


def needs(
    permission: Permission | Callable[[Values], Permission],
    *,
    or_somewhere: Permission | None = None,
    machine: str = "",
    machines: str = "",
    department: str = "",
    person: str = "",
    host: str = "",
    name: str = "",
    act: str = "",
    only: Callable[[Sight, Any], Any] | None = None,
    narrow: Callable[[Sight, dict[str, Any]], dict[str, Any]] | None = None,
    hands_out: type | None = None,
) -> Callable[[F], F]:
    """Declare the permission that a method needs, and on what; `act` is its name in the record.

    `host` and `name` only say what the act is done to. With `or_somewhere`, who may do that
    anywhere passes too.
    """
    return _declare(
        Declaration(
            permission=permission,
            or_somewhere=or_somewhere,
            machine=machine,
            machines=machines,
            department=department,
            person=person,
            host=host,
            name=name,
            act=act,
            only=only,
            narrow=narrow,
            hands_out=hands_out,
        )
    )


def free(
    why: str,
    *,
    signed_out: bool = False,
    as_program: bool = False,
    act: str = "",
    machine: str = "",
    person: str = "",
    host: str = "",
    name: str = "",
    only: Callable[[Sight, Any], Any] | None = None,
    narrow: Callable[[Sight, dict[str, Any]], dict[str, Any]] | None = None,
    hands_out: type | None = None,
) -> Callable[[F], F]:
    """Declare that everybody who is signed in may, and why that gives nothing away.

    With `signed_out`, whoever is not may too. With `as_program` the rest is the program's work.
    """
    return _declare(
        Declaration(
            why_free=why,
            signed_out=signed_out,
            as_program=as_program,
            act=act,
            machine=machine,
            person=person,
            host=host,
            name=name,
            only=only,
            narrow=narrow,
            hands_out=hands_out,
        )
    )


def program_only(why: str) -> Callable[[F], F]:
    """Declare that only the program itself calls this: handlers, timers, its end."""
    return _declare(Declaration(why_free=why, program_only=True))


def declaration_of(function: object) -> Declaration | None:
    """What a method declares, if it does."""
    found = getattr(function, _ATTRIBUTE, None)
    return found if isinstance(found, Declaration) else None


def _declare(declaration: Declaration) -> Callable[[F], F]:
    def note(function: F) -> F:
        setattr(function, _ATTRIBUTE, declaration)
        return function

    return note
