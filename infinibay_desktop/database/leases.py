"""Leases: what one program at a time does, by the database's clock."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infinibay_desktop.database.events import database_now
from infinibay_desktop.database.portions import portions
from infinibay_desktop.database.program_rows import LeaseRow


class SqlLeaseRepository:
    """Leases by name. A name is free when nobody has it, or when its time is over."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, names: Collection[str], owner: str, hold: timedelta) -> set[str]:
        """Take those names that are free, or are the owner's already; which these are."""
        now = database_now(self._session)
        # Always in the same order: no two programs wait for each other.
        return {
            taken
            for some in portions(sorted(set(names)))
            for taken in self._take(some, owner, now=now, until=now + hold)
        }

    def renew(self, owner: str, hold: timedelta) -> set[str]:
        """Keep all that the owner still has for longer; which these are."""
        now = database_now(self._session)
        mine = select(LeaseRow.name).where(LeaseRow.owner == owner, LeaseRow.until > now)
        held = set(self._session.scalars(mine.order_by(LeaseRow.name).with_for_update()))
        for some in portions(sorted(held)):
            longer = update(LeaseRow).where(LeaseRow.name.in_(some), LeaseRow.owner == owner)
            self._session.execute(longer.values(until=now + hold))
        return held

    def release(self, names: Collection[str], owner: str) -> None:
        """Give up what the owner has of these."""
        for some in portions(sorted(set(names))):
            mine = select(LeaseRow.name).where(LeaseRow.name.in_(some), LeaseRow.owner == owner)
            held = list(self._session.scalars(mine.order_by(LeaseRow.name).with_for_update()))
            gone = delete(LeaseRow).where(LeaseRow.name.in_(held), LeaseRow.owner == owner)
            self._session.execute(gone)

    def remove_ended(self, before: datetime) -> None:
        """Forget those that ended before this: whoever had them died, and nobody wants them."""
        self._session.execute(delete(LeaseRow).where(LeaseRow.until < before))

    def holders(self, names: Collection[str]) -> Mapping[str, str]:
        """Who has these names now; those that are free are left out."""
        now = database_now(self._session)
        found: dict[str, str] = {}
        for some in portions(sorted(set(names))):
            held = select(LeaseRow.name, LeaseRow.owner).where(
                LeaseRow.name.in_(some), LeaseRow.until > now
            )
            found |= {row.name: row.owner for row in self._session.execute(held)}
        return found

    def _take(
        self, names: list[str], owner: str, *, now: datetime, until: datetime
    ) -> Collection[str]:
        on_postgres = self._session.get_bind().dialect.name == "postgresql"
        row = postgresql.insert(LeaseRow) if on_postgres else sqlite.insert(LeaseRow)
        statement = row.values([{"name": n, "owner": owner, "until": until} for n in names])
        takeover = statement.on_conflict_do_update(
            index_elements=[LeaseRow.name],
            set_={"owner": owner, "until": until},
            where=or_(LeaseRow.owner == owner, LeaseRow.until <= now),
        )
        return self._session.scalars(takeover.returning(LeaseRow.name)).all()
