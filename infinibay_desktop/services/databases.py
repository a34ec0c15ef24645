"""Where data is kept, and whether another database could be used."""

from collections.abc import Callable

from infinibay_desktop.model.databases import DatabaseLook, DatabasePlaces
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.declarations import needs


class DatabaseService:
    """Names the database, and looks at others. Runs on a worker."""

    def __init__(
        self,
        location: str,
        *,
        chosen: Callable[[], str],
        name_of: Callable[[str], str],
        look_at: Callable[[str], DatabaseLook],
    ) -> None:
        self._location = location
        self._chosen = chosen
        self._name_of = name_of
        self._look_at = look_at

    @needs(Permission.DATABASE_MANAGE)
    def places(self) -> DatabasePlaces:
        """The database in use, and the one that the settings name. Shows no password."""
        try:
            later = self._name_of(self._chosen())
        except ValidationError:
            later = ""
        return DatabasePlaces(now=self._name_of(self._location), later=later)

    @needs(Permission.DATABASE_MANAGE)
    def look_at(self, location: str) -> DatabaseLook:
        """Whether a SQLite file or a PostgreSQL database could be used; changes nothing there.

        Raises ValidationError for what names none or holds a password, and DatabaseError.
        """
        return self._look_at(location)
