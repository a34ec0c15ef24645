"""Failed sign-ins with addresses that nobody has: counted like others, and kept within bounds."""

from hashlib import blake2b

from sqlalchemy import select
from sqlalchemy.orm import Session

from infinibay_desktop.database.people_rows import PersonRow, StrangerRow
from infinibay_desktop.model.people import folded
from infinibay_desktop.model.sign_ins import NO_FAILURES, Failures

# 65,536 rows at most, and none has to go before its time: that could be noticed.
_BUCKET_BYTES = 2
_MAX_TYPED = 1024


class SqlStrangerRepository:
    """Counts by a short hash of what was typed, which may have been a password.

    Two bytes of it tell nothing. Who cannot look people up does not know the key, and so no
    two addresses that share a row.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def failures(self, email: str) -> Failures:
        """How often signing in with such an address failed in a row."""
        row = self._session.get(StrangerRow, self._bucket(email), populate_existing=True)
        if row is None:
            return NO_FAILURES
        return Failures(count=row.failed_sign_ins, at=row.failed_at, locked_until=row.locked_until)

    def set_failures(self, email: str, failures: Failures) -> None:
        """Write down how often it failed."""
        self._session.merge(
            StrangerRow(
                bucket=self._bucket(email),
                failed_sign_ins=failures.count,
                failed_at=failures.at,
                locked_until=failures.locked_until,
            )
        )
        self._session.flush()

    def _bucket(self, email: str) -> int:
        # The first person's id is random, stays when they go, and is shown to administrators.
        first = select(PersonRow.id).order_by(PersonRow.created_at, PersonRow.id).limit(1)
        found = self._session.scalar(first)
        typed = folded(email[:_MAX_TYPED]).encode(errors="replace")
        key = found.bytes if found else b""
        return int.from_bytes(blake2b(typed, digest_size=_BUCKET_BYTES, key=key).digest())
