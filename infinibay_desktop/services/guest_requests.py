"""What is asked of agents: names that may be sent, and the protocol's requests."""

import re
from collections.abc import Sequence

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.guest_parts import MAX_LOG_LINES, MAX_PAGE_ROWS, ServiceOperation
from infinibay_desktop.model.guests import GuestProcess, GuestRequest

# The agents look again, and more closely. None of these can be taken for an option or a path.
_SERVICE = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.@:\\+$() -]{0,190}[A-Za-z0-9_.@:+$)-])?")
_PACKAGE = re.compile(r"[A-Za-z0-9{](?:[A-Za-z0-9+._:~^{}-]{0,126}[A-Za-z0-9+}])?")
_QUERY = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}")
EVERY_PACKAGE = "*"
# Lists of packages are read from disk, or from a mirror.
SLOW_TIMEOUT_S = 120.0
PACKAGE_TIMEOUT_S = 3600.0
MAX_SHOWN = 100
MAX_ARGUMENTS = 256
MAX_COMMAND_BYTES = 32 * 1024
MAX_TYPED_BYTES = 64 * 1024
MAX_PATH = 4096
MAX_USER, MAX_PASSWORD = 104, 512


def list_request(action: str, offset: int, limit: int, **more: object) -> GuestRequest:
    """Ask for a page of a list."""
    bounds = {"offset": max(0, offset), "limit": min(max(1, limit), MAX_PAGE_ROWS)}
    slow = action.startswith("Package")
    return GuestRequest(
        action=action,
        parameters=bounds | more,
        timeout_s=SLOW_TIMEOUT_S if slow else 30.0,
    )


def kill_request(process: GuestProcess, *, force: bool) -> GuestRequest:
    """Ask for a process's end; its start tells it from a later one with the same number."""
    parameters: dict[str, object] = {"pid": process.pid, "force": force}
    if process.started_at:
        parameters["started_at"] = int(process.started_at.timestamp())
    return GuestRequest(action="ProcessKill", parameters=parameters)


def service_request(service: str, operation: ServiceOperation) -> GuestRequest:
    """Ask for something to be done to a service; some take long to stop."""
    parameters = {"service": check_service(service), "operation": str(operation)}
    return GuestRequest(action="ServiceControl", parameters=parameters, timeout_s=SLOW_TIMEOUT_S)


def log_request(service: str, lines: int) -> GuestRequest:
    """Ask for the end of a service's log."""
    wanted = min(max(1, lines), MAX_LOG_LINES)
    return GuestRequest(
        action="ServiceLog", parameters={"service": check_service(service), "lines": wanted}
    )


def package_request(action: str, package: str) -> GuestRequest:
    """Ask for a package to be installed, removed or updated; `*` is all of them."""
    name = package if (action, package) == ("PackageUpdate", EVERY_PACKAGE) else _package(package)
    return GuestRequest(action=action, parameters={"package": name}, timeout_s=PACKAGE_TIMEOUT_S)


def check_service(name: str) -> str:
    """The name where it can be a service's; raises ValidationError."""
    return _checked(name, _SERVICE, "service")


def check_query(words: str) -> str:
    """The words where they can be looked for; raises ValidationError."""
    return _checked(words.strip(), _QUERY, "query")


def check_user(name: str) -> str:
    """The name where it can be a user's inside a guest; raises ValidationError."""
    if not 1 <= len(name) <= MAX_USER or not name.isprintable() or name.startswith("-"):
        raise ValidationError("This is no user's name.", field="user")
    return name


def check_password(password: str) -> None:
    """Raise ValidationError where a guest cannot take it; it is never repeated."""
    if not 1 <= len(password) <= MAX_PASSWORD or any(mark in password for mark in "\0\n\r:"):
        raise ValidationError(
            "A password inside a guest has 1 to 512 characters, no line break and no colon.",
            field="password",
        )


def check_path(path: str) -> str:
    """The path where it can be a file's inside a guest; raises ValidationError."""
    if not path or len(path) > MAX_PATH or "\0" in path:
        raise ValidationError("This is no path of a file.", field="path")
    return path


def check_command(words: Sequence[str], typed: bytes = b"") -> tuple[str, ...]:
    """A program and its arguments where they can be run; raises ValidationError."""
    if len(typed) > MAX_TYPED_BYTES:
        raise ValidationError("A program can be given at most 64 KiB.", field="typed")
    size = sum(len(word.encode("utf-8", "replace")) for word in words)
    if not words or not words[0] or len(words) > MAX_ARGUMENTS or size > MAX_COMMAND_BYTES:
        raise ValidationError("Give a program and at most 255 arguments.", field="command")
    if any("\0" in word for word in words):
        raise ValidationError("A command has no zeros in it.", field="command")
    return tuple(words)


def first_word(words: Sequence[str]) -> str:
    """The program of a command, for the record: any argument may be a secret."""
    program = words[0][:MAX_SHOWN]
    return program if program == words[0] and len(words) == 1 else f"{program} …"


def _package(name: str) -> str:
    return _checked(name, _PACKAGE, "package")


def _checked(text: str, pattern: re.Pattern[str], field: str) -> str:
    if not pattern.fullmatch(text):
        raise ValidationError(
            f"'{text[:60]}' cannot be the name of a {field}."
            if field != "query"
            else "Look for letters, digits and . _ + - only, at most 64.",
            field=field,
        )
    return text
