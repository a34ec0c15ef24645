"""Options and arguments that several commands share."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from infinibay_desktop.cli.session import Session
from infinibay_desktop.model.errors import InfinibayError, ValidationError
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


def _machine_names(
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


machine_argument = click.argument("name", metavar="MACHINE", shell_complete=_machine_names)


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
