"""Events of other programs on PostgreSQL: the server says when there are new ones."""

import contextlib
import logging
import selectors
import socket
from typing import Any

import psycopg
from sqlalchemy import Engine

from infinibay_desktop.database.events import CHANNEL, MAX_BODY_BYTES
from infinibay_desktop.database.feed import BOUNDS, ROWS, Reading
from infinibay_desktop.model.feed import FeedPage

logger = logging.getLogger(__name__)
# Where notices do not come through, such as behind PgBouncer, this is how late news may be.
LOOK_S = 3.0
_KEEP_ALIVE = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


class PostgresFeed(Reading):
    """The events of a PostgreSQL database, which notifies its listeners."""

    def __init__(self, engine: Engine, where: str, origin: str) -> None:
        super().__init__(where, origin, psycopg.Error)
        self._engine = engine
        self._connection: psycopg.Connection[Any] | None = None
        self._bell: tuple[socket.socket, socket.socket] | None = None
        self._heard = False

    def open(self) -> None:
        """Connect and listen, if it is not connected."""
        if self._connection is not None:
            return
        places, options = self._engine.dialect.create_connect_args(self._engine.url)
        with self.translated():
            self._connection = psycopg.connect(
                *places, autocommit=True, prepare_threshold=None, **{**options, **_KEEP_ALIVE}
            )
            self._connection.add_notify_handler(self._on_notice)
            self._listen(self._connection)
            ear, mouth = socket.socketpair()
            ear.setblocking(False)
            mouth.setblocking(False)
            self._bell = ear, mouth

    def read(self, after: int, limit: int) -> FeedPage:
        """What was stored after that sequence. Raises DatabaseError."""
        connection = self._connection
        assert connection is not None
        self._heard = False  # what comes while we read may be too new to be read
        with self.translated():
            bounds = connection.execute(BOUNDS.encode()).fetchall()[0]
            rows = connection.execute(
                ROWS.replace("?", "%s").encode(), (MAX_BODY_BYTES, after, limit)
            ).fetchall()
            return self.page(bounds, rows, after)

    def wait(self) -> None:
        """Return at a notice, after a while, or at `wake`. Raises DatabaseError."""
        connection, bell = self._connection, self._bell
        assert connection is not None
        assert bell is not None
        ear, _ = bell
        with self.translated(), selectors.DefaultSelector() as selector:
            self._take_notices(connection)  # one that came along with an answer rings no more
            if self._heard:
                return
            selector.register(connection.fileno(), selectors.EVENT_READ)
            selector.register(ear, selectors.EVENT_READ)
            if any(key.fileobj is ear for key, _ in selector.select(LOOK_S)):
                ear.recv(1024)
            connection.pgconn.consume_input()
            self._take_notices(connection)

    def wake(self) -> None:
        """End the wait; any thread."""
        if self._bell is not None:
            with contextlib.suppress(OSError):  # full: it is woken already; closed: nobody waits
                self._bell[1].send(b".")

    def close(self) -> None:
        """Disconnect."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        bell, self._bell = self._bell, None
        for end in bell or ():
            end.close()

    def _listen(self, connection: "psycopg.Connection[Any]") -> None:
        try:
            connection.execute(f"LISTEN {CHANNEL}".encode())
        except psycopg.Error as error:
            if connection.closed:
                raise
            logger.info("nobody notifies here, so it is looked instead: %s", error)

    def _on_notice(self, _notice: psycopg.Notify) -> None:
        self._heard = True

    def _take_notices(self, connection: "psycopg.Connection[Any]") -> None:
        """That there is news is all they say; what it is, is read."""
        while connection.pgconn.notifies() is not None:
            self._heard = True
