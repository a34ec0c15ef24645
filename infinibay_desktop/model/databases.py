"""What looking at a database found, before the program uses it; and what may not name one."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl

from infinibay_desktop.model.errors import ValidationError

# Parts of a URL's query that are no more to be shown than the password before the host.
SECRET_PARTS = ("password", "sslpassword")
# As SQLAlchemy reads it: all up to the last @ of what follows the user's colon.
_PASSWORD_BEFORE_HOST = re.compile(r"[^:/?]+://[^:/@]*:[^@]*@")


def check_no_password(location: str) -> None:
    """Raise ValidationError for a database's URL with a password in it."""
    query = location.partition("?")[2] if "://" in location else ""
    names = {name for name, _value in parse_qsl(query, keep_blank_values=True)}
    if _PASSWORD_BEFORE_HOST.match(location) or names.intersection(SECRET_PARTS):
        raise ValidationError(
            "A password in the URL could be read by others.",
            field="database",
            remedy="Leave it out, and put it into the file ~/.pgpass as "
            "HOST:PORT:DATABASE:USER:PASSWORD; then run: chmod 600 ~/.pgpass",
        )


class DatabaseShape(StrEnum):
    """What of this program a database holds."""

    # Nothing, or there is no such file yet: it is made at the start.
    NEW = "new"
    CURRENT = "current"
    # Brought up to date at the start.
    OLDER = "older"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseLook:
    """A database that can be used. `location` is an absolute path, or a URL without a password."""

    location: str
    server: str
    shape: DatabaseShape

    @property
    def is_file(self) -> bool:
        """Whether it is a SQLite file."""
        return "://" not in self.location


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabasePlaces:
    """The database in use, and the one that the next start takes; empty: it can be none."""

    now: str
    later: str
