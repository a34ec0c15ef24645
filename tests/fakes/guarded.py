"""A way round the gate, for tests that look inside a running core."""

from typing import Any


def raw(guarded: Any) -> Any:
    """The service behind a guarded one."""
    seen: list[object] = [member for member in vars(type(guarded)).values() if callable(member)]
    while seen:
        function = seen.pop()
        for cell in getattr(function, "__closure__", None) or ():
            held = cell.cell_contents
            call = getattr(held, "call", held)
            if owner := getattr(call, "__self__", None):
                return owner
    raise AssertionError(f"{guarded!r} is not guarded")
