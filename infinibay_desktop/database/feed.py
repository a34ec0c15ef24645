"""What the feeds of both databases have in common: rows into pages."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from infinibay_desktop.database.events import decode
from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.events import Event
from infinibay_desktop.model.feed import FeedPage

logger = logging.getLogger(__name__)
_MAX_ODD_KINDS = 100
BOUNDS = "SELECT (SELECT min(sequence) FROM events), (SELECT max(sequence) FROM events)"
# Longer bodies than anybody writes stay where they are.
ROWS = (
    "SELECT sequence, substr(origin, 1, 100), substr(kind, 1, 100),"
    " CASE WHEN length(body) <= ? THEN body END"
    " FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?"
)
Row = tuple[int, str, str, bytes | None]


class Reading:
    """Makes pages of what was stored by others; passes over what it does not understand."""

    def __init__(self, where: str, origin: str, driver_error: type[Exception]) -> None:
        self._where = where
        self._origin = origin
        self._driver_error = driver_error
        self._odd: set[str] = set()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except (self._driver_error, OSError) as error:
            words = " ".join(str(error).split())[:300]
            raise DatabaseError(f"The database {self._where} failed: {words}", raw=words) from error

    def page(
        self, bounds: tuple[int | None, int | None], rows: Sequence[Row], after: int
    ) -> FeedPage:
        """The events of other programs among these rows."""
        oldest, newest = bounds
        events = [self._event(row) for row in rows if row[1] != self._origin]
        return FeedPage(
            oldest=oldest or 0,
            newest=newest or 0,
            upto=rows[-1][0] if rows else after,
            events=tuple(event for event in events if event is not None),
        )

    def _event(self, row: Row) -> Event | None:
        sequence, _, kind, body = row
        event = decode(kind, body) if isinstance(body, bytes) else None
        if event is None and kind not in self._odd and len(self._odd) < _MAX_ODD_KINDS:
            self._odd.add(kind)
            logger.info("event %d of kind %r is passed over: not understood", sequence, kind)
        return event
