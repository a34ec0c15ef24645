"""The log's file: rotates, may be written by several programs, and holds no secrets."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from infinibay_desktop.model.redaction import redacted_text

LOG_BYTES, LOG_FILES = 1024 * 1024, 5
_FORMAT = "%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s"
_MOST_LINE = 20_000


class SecretlessFormatter(logging.Formatter):
    """Lines without what looks like a secret, and no longer than anybody reads."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; control characters of a hostile text are shown as '?'."""
        text = redacted_text(super().format(record)[:_MOST_LINE])
        return "".join(c if c.isprintable() or c in "\n\t" else "?" for c in text)


class SharedLogFile(RotatingFileHandler):
    """A file that rotates by size; another program may rotate it under our hands."""

    def __init__(self, path: Path, max_bytes: int = LOG_BYTES, kept: int = LOG_FILES) -> None:
        super().__init__(
            path, maxBytes=max_bytes, backupCount=kept, delay=True, encoding="utf-8",
            errors="replace",
        )  # fmt: skip
        self._path = path
        self.setFormatter(SecretlessFormatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line to the file that has the name now."""
        if self.stream is not None and not self._is_current():
            self.stream.close()
            self.stream = None  # the next line opens it again
        super().emit(record)

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        """Rotate, unless another program did it while we came here."""
        with _alone(self._path.with_suffix(".lock")):
            if self._is_current():
                super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's
        """A full disk must not fill the terminal with tracebacks; the line is lost."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(
            self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600
        )
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="replace")

    def _is_current(self) -> bool:
        if self.stream is None:
            return False
        try:
            ours, named = os.fstat(self.stream.fileno()), self._path.stat()
        except (OSError, ValueError):
            return False
        return (ours.st_dev, ours.st_ino) == (named.st_dev, named.st_ino)


_rotating = threading.Lock()


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One program at a time; where locks do not work, as well as it goes."""
    try:
        import fcntl

        file = lock.open("ab")
    except (ImportError, OSError):
        yield
        return
    with _rotating, file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
