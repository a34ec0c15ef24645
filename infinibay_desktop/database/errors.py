"""The only reader of the database drivers' errors."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from infinibay_desktop.model.errors import (
    ConflictError,
    DatabaseError,
    DatabaseFullError,
    DatabaseReadOnlyError,
    InfinibayError,
)

logger = logging.getLogger(__name__)

_HOW_TO_SIGN_IN = (
    "Check the name in the URL. Put the password into the file ~/.pgpass as "
    "HOST:PORT:DATABASE:USER:PASSWORD; then run: chmod 600 ~/.pgpass"
)
# SQLite has codes for these, PostgreSQL SQLSTATEs; both say them in words that stay.
_BY_TEXT: tuple[tuple[tuple[str, ...], type[DatabaseError], str, str], ...] = (
    (
        ("readonly database", "read-only transaction", "permission denied"),
        DatabaseReadOnlyError,
        "it cannot be written",
        "Check who owns the file and its folder, and that the disk is not mounted read-only.",
    ),
    (
        ("database or disk is full", "could not extend file", "No space left", "disk I/O error"),
        DatabaseFullError,
        "no room is left for it, or its disk fails",
        "Make room on its disk, then try again; nothing was changed.",
    ),
    (
        ("database is locked", "lock timeout"),
        DatabaseError,
        "another program holds it for too long",
        "Close other programs that use it, then try again.",
    ),
    (
        ("file is not a database", "malformed", "file is encrypted"),
        DatabaseError,
        "the file is damaged, or no database of this program",
        "Put a copy of it back from the folder 'backups' beside it.",
    ),
    (
        ("unable to open database file", "could not open"),
        DatabaseError,
        "it cannot be opened",
        "Check that its folder exists and can be written.",
    ),
    (
        (
            "password authentication failed",
            "no password supplied",
            "peer authentication failed",
            "no pg_hba.conf entry",
        ),
        DatabaseError,
        "its server does not let the account in",
        _HOW_TO_SIGN_IN,
    ),
    (
        ('FATAL: database "',),
        DatabaseError,
        "its server has no database of that name",
        "Correct the URL, or make the database on its server with: createdb NAME",
    ),
    (
        ('FATAL: role "',),
        DatabaseError,
        "its server does not know the account",
        "Correct the name in the URL, or make the account on its server with: createuser NAME",
    ),
    (
        (
            "connection failed",
            "failed to resolve",
            "could not connect",
            "Connection refused",
            "server closed",
            "Is the server running",
        ),
        DatabaseError,
        "its server does not answer",
        "Check that PostgreSQL runs and that the URL is right.",
    ),
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn the drivers' errors into ours. `where` names the database, without passwords."""
    began = time.monotonic()
    try:
        yield
    except IntegrityError as error:
        raise ConflictError(
            "Somebody else changed the same thing meanwhile.", raw=_words(error)
        ) from error
    except DBAPIError as error:
        raise _to_error(where, error) from error
    finally:
        logger.debug("a transaction on %s: %.1f ms", where, (time.monotonic() - began) * 1000)


def _to_error(where: str, error: DBAPIError) -> InfinibayError:
    words = _words(error)
    for texts, kind, why, remedy in _BY_TEXT:
        if any(text.lower() in words.lower() for text in texts):
            return kind(f"The database {where}: {why}.", remedy=remedy, raw=words)
    return DatabaseError(f"The database {where} failed: {words}", raw=words)


def _words(error: DBAPIError) -> str:
    # Only the driver's own words: the statement's parameters stay out of messages and logs.
    return " ".join(str(error.orig).split())[:500]
