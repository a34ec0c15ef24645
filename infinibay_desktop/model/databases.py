"""What looking at a database found, before the program uses it."""

from dataclasses import dataclass
from enum import StrEnum


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
