"""Writes what is shown into a file for other programs."""

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from infinibay_desktop.model.activity import ExportFormat
from infinibay_desktop.model.errors import Cancelled, StorageError

# So many lines between two looks at whether the person stopped it.
LINES_A_LOOK = 500


def format_of(path: str) -> ExportFormat:
    """What the file's name asks for: CSV unless it ends like JSON."""
    named = Path(path).suffix.casefold()
    return ExportFormat.JSON_LINES if named in (".json", ".jsonl") else ExportFormat.CSV


def write_lines(
    path: Path,
    lines: Iterable[str],
    stopped: threading.Event,
    tell: Callable[[int], object],
) -> int:
    """Write beside the file, then put it in its place; returns how many lines. On a worker.

    Readable by its owner alone: the record names people. Raises StorageError or Cancelled; a
    file that was there stays as it was then.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        written = _write(beside, lines, stopped, tell)
        beside.replace(path)
    except OSError as error:
        _remove(beside)
        raise StorageError(f"'{path}' cannot be written: {error.strerror or error}.") from error
    except BaseException:
        _remove(beside)
        raise
    return written


def _write(
    path: Path, lines: Iterable[str], stopped: threading.Event, tell: Callable[[int], object]
) -> int:
    number = 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        for number, text in enumerate(lines, start=1):
            file.write(text if text.endswith("\n") else text + "\n")
            if number % LINES_A_LOOK == 0:
                if stopped.is_set():
                    raise Cancelled("The export was stopped.")
                tell(number)
    return number


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
