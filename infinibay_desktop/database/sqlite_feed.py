"""Events of other programs on a SQLite file: the file is looked at each second."""

import sqlite3
import threading

from infinibay_desktop.database.events import MAX_BODY_BYTES
from infinibay_desktop.database.feed import BOUNDS, ROWS, Reading
from infinibay_desktop.model.feed import FeedPage

LOOK_S = 1.0


class SqliteFeed(Reading):
    """The events of a SQLite file, which tells by its data version that others wrote."""

    def __init__(self, path: str, where: str, origin: str) -> None:
        super().__init__(where, origin, sqlite3.Error)
        self._path = path
        self._woken = threading.Event()
        self._connection: sqlite3.Connection | None = None
        self._version = -1

    def open(self) -> None:
        """Connect, if it is not."""
        if self._connection is None:
            with self.translated():
                self._connection = sqlite3.connect(self._path, isolation_level=None)
                # A row that is no text must not end the reading of those behind it.
                self._connection.text_factory = lambda raw: raw.decode(errors="replace")
                self._connection.execute("PRAGMA query_only = ON")
            self._version = -1

    def read(self, after: int, limit: int) -> FeedPage:
        """What was stored after that sequence. Raises DatabaseError."""
        with self.translated():
            bounds = self._execute(BOUNDS).fetchone()
            rows = self._execute(ROWS, (MAX_BODY_BYTES, after, limit)).fetchall()
            return self.page(bounds, rows, after)

    def wait(self) -> None:
        """Return when somebody wrote, or `wake` was called. Raises DatabaseError."""
        while not self._woken.wait(LOOK_S):
            with self.translated():
                version = self._execute("PRAGMA data_version").fetchone()[0]
            if version != self._version:
                self._version = version
                return
        self._woken.clear()

    def wake(self) -> None:
        """End the wait; any thread."""
        self._woken.set()

    def close(self) -> None:
        """Disconnect."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _execute(self, statement: str, values: tuple[int, ...] = ()) -> sqlite3.Cursor:
        assert self._connection is not None
        return self._connection.execute(statement, values)
