"""Tables for people, JSON for scripts, errors for both."""

import codecs
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from infinibay_desktop.model.errors import (
    DatabaseError,
    HostUnreachableError,
    InfinibayError,
    InvalidStateError,
    NotFoundError,
    NotPermittedError,
    ShutdownTimeoutError,
    StorageError,
    UserError,
)

# Stable for scripts, and in the README. The first kind that fits is taken.
EXIT_CODES: tuple[tuple[type[InfinibayError], int], ...] = (
    (NotFoundError, 3),
    (InvalidStateError, 4),
    (ShutdownTimeoutError, 6),
    (NotPermittedError, 7),
    (UserError, 2),
    (HostUnreachableError, 5),
    (DatabaseError, 8),
    (StorageError, 9),
    (InfinibayError, 1),
)
EXIT_INTERRUPTED = 130


def exit_code_of(error: InfinibayError) -> int:
    """The exit status for a failure."""
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))


def plain(text: object) -> str:
    """Text that cannot steer a terminal: control characters are shown as '?'."""
    return "".join(c if c.isprintable() else "?" for c in str(text))


class PlainWriter:
    """Standard output for a guest's bytes where a person looks on: none can steer the terminal."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def write(self, data: bytes) -> None:
        """Show the next bytes; lines and tabs stay."""
        text = self._decode(data)
        sys.stdout.write("".join(c if c.isprintable() or c in "\n\t" else "?" for c in text))


def print_line(text: object) -> None:
    """One line on standard output."""
    sys.stdout.write(f"{plain(text)}\n")


def print_note(text: object) -> None:
    """One line on standard error: for people, never part of the result."""
    sys.stderr.write(f"{plain(text)}\n")


def print_json(value: object) -> None:
    """A value as JSON on one or more lines, indented for reading."""
    encoded = msgspec.json.format(msgspec.json.encode(value, enc_hook=_encode), indent=2)
    sys.stdout.write(encoded.decode() + "\n")


def print_json_line(value: object) -> None:
    """A value as JSON on exactly one line, at once: for streams."""
    sys.stdout.write(msgspec.json.encode(value, enc_hook=_encode).decode() + "\n")
    sys.stdout.flush()


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns as wide as their content; numbers are set to the right."""
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [
        max(len(heading), *(len(row[i]) for row in cells), 0) for i, heading in enumerate(headings)
    ]
    right = [bool(cells) and all(_is_number(row[i]) for row in cells) for i in range(len(headings))]
    for row in [list(headings), *cells]:
        aligned = (
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        sys.stdout.write("  ".join(aligned).rstrip() + "\n")


def print_facts(facts: Iterable[tuple[str, object]]) -> None:
    """Names and values, one on each line."""
    pairs = [(name, value) for name, value in facts if value not in (None, "", ())]
    width = max((len(name) for name, _ in pairs), default=0)
    for name, value in pairs:
        print_line(f"{name.ljust(width)}  {value}")


def print_error(error: InfinibayError, *, as_json: bool) -> None:
    """What failed, why, and what to do, on standard error."""
    if as_json:
        body = {"code": error.code, "message": error.message, "remedy": error.remedy}
        sys.stderr.write(msgspec.json.encode({"error": body}).decode() + "\n")
        return
    print_note(f"infinibay: {error.message}")
    if error.remedy:
        print_note(f"  What to do: {error.remedy}")


def when(moment: datetime | None) -> str:
    """A time as people here write it, to the second."""
    return "" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removesuffix("%").isdigit() or text in ("", "-")


def _encode(value: object) -> object:
    return str(value)
