"""Options and arguments that several commands share."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.departments import Department
from infinibay_desktop.model.errors import InfinibayError, ValidationError
from infinibay_desktop.model.people import Person
from infinibay_desktop.model.sizes import parse_size

F = TypeVar("F", bound=Callable[..., Any])


def command_options(function: F) -> F:
    """Every command's own: `--json`, and the session as the first argument."""

    @click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
    @click.pass_obj
    @functools.wraps(function)
    def wrapped(session: Session, /, *args: Any, as_json: bool, **kwargs: Any) -> Any:
        session.as_json = as_json
        return function(session, *args, **kwargs)

    return wrapped  # type: ignore[return-value]


def complete_machines(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names as last seen: completion must not wait for a host."""
    session = context.find_object(Session)
    if session is None:
        return []
    root = context.find_root()
    session.options.database = root.params.get("database") or ""
    try:
        names = sorted({machine.name for machine in session.core.inventory.snapshot()})
    except InfinibayError:
        return []
    finally:
        session.close()
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


machine_argument = click.argument("name", metavar="MACHINE", shell_complete=complete_machines)


class Size(click.ParamType[int]):
    """Bytes: '512M', '20G'; a bare number is in the unit that the option names."""

    name = "SIZE"

    def __init__(self, default_unit: str) -> None:
        self._unit = default_unit

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Bytes, or click's error with our sentence."""
        try:
            return parse_size(str(value), default_unit=self._unit)
        except ValidationError as error:
            self.fail(f"{error.message} {error.remedy}", param, ctx)


MEMORY = Size("M")
DISK = Size("G")


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that was said; None: no bound."""

    value: int | None


class Bound(click.ParamType[Limit]):
    """A number or size, or 'none' for no bound."""

    def __init__(self, kind: click.ParamType[int]) -> None:
        self._kind = kind
        self.name = kind.name

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Limit:
        """The bound, or click's error."""
        if isinstance(value, Limit):
            return value
        if str(value).lower() == "none":
            return Limit(None)
        return Limit(self._kind.convert(value, param, ctx))


def find_person(session: Session, email: str) -> Person:
    """The person with that e-mail address."""
    return session.work(lambda: session.core.people.find_by_email(email))


def find_department(session: Session, name: str) -> Department:
    """The department of that name, in any letter case."""
    return session.work(lambda: session.core.departments.find_by_name(name))
