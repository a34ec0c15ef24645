"""One transaction; it is undone unless told to commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from infinibay_desktop.database.activity import SqlActivityRepository
from infinibay_desktop.database.departments import SqlDepartmentRepository
from infinibay_desktop.database.error_records import SqlErrorRepository
from infinibay_desktop.database.errors import translated
from infinibay_desktop.database.events import SqlEventRepository, append, database_now
from infinibay_desktop.database.leases import SqlLeaseRepository
from infinibay_desktop.database.metrics import SqlMetricRepository
from infinibay_desktop.database.people import SqlPersonRepository, SqlSignInRepository
from infinibay_desktop.database.placements import SqlPlacementRepository
from infinibay_desktop.database.repositories import (
    SqlBlueprintRepository,
    SqlHostRepository,
    SqlMachineRepository,
    SqlTaskRepository,
)
from infinibay_desktop.database.steps import SqlStepRepository
from infinibay_desktop.database.strangers import SqlStrangerRepository
from infinibay_desktop.database.timers import SqlTimerRepository
from infinibay_desktop.model.events import Event, StepsAdded

if TYPE_CHECKING:
    from infinibay_desktop.database.metric_history import SqlMetricHistory
    from infinibay_desktop.database.metric_roll_up import SqlMetricRollUp
    from infinibay_desktop.database.postgres_feed import PostgresFeed
    from infinibay_desktop.database.sqlite_feed import SqliteFeed


class SqlUnitOfWork:
    """The repositories of one transaction, on one thread."""

    def __init__(self, session: Session, publish: Callable[[Event], None], origin: str) -> None:
        self._session = session
        self._publish = publish
        self._origin = origin
        self._told: list[Event] = []
        self.hosts = SqlHostRepository(session)
        self.machines = SqlMachineRepository(session)
        self.tasks = SqlTaskRepository(session)
        self.blueprints = SqlBlueprintRepository(session)
        self.people = SqlPersonRepository(session)
        self.sign_ins = SqlSignInRepository(session)
        self.strangers = SqlStrangerRepository(session)
        self.departments = SqlDepartmentRepository(session)
        self.placements = SqlPlacementRepository(session)
        self.activity = SqlActivityRepository(session)
        self.errors = SqlErrorRepository(session)

        self.events = SqlEventRepository(session)
        self.steps = SqlStepRepository(session)
        self.leases = SqlLeaseRepository(session)
        self.timers = SqlTimerRepository(session)
        self.metrics = SqlMetricRepository(session)

    @property
    def metric_history(self) -> "SqlMetricHistory":
        """What machines measured."""
        from infinibay_desktop.database.metric_history import SqlMetricHistory

        return SqlMetricHistory(self._session)

    @property
    def metric_roll_up(self) -> "SqlMetricRollUp":
        """Readings into history."""
        from infinibay_desktop.database.metric_roll_up import SqlMetricRollUp

        return SqlMetricRollUp(self._session)

    def now(self) -> datetime:
        """The time by the database's clock, whatever this computer's says."""
        return database_now(self._session)

    def tell(self, *events: Event) -> None:
        """Publish these facts once they are true: after the commit, and only then.

        What is stored concerns every program on the database, and is told to all.
        """
        self._told += events

    def commit(self) -> None:
        """Make it true, and tell it."""
        append(self._session, self._told, self._origin)
        self._session.commit()
        told, self._told = self._told, []
        if self.steps.added:
            self.steps.added = False
            told.append(StepsAdded())
        for event in told:
            self._publish(event)


class UnitsOfWork:
    """Opens units of work; hand this to services."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where
        self._publish: Callable[[Event], None] = lambda _event: None
        self._origin = uuid4().hex

    def publish_to(self, publish: Callable[[Event], None]) -> None:
        """Hand what units tell to this bus, after their commit."""
        self._publish = publish

    @contextmanager
    def __call__(self) -> Iterator[SqlUnitOfWork]:
        """A transaction. Raises DatabaseError and its kinds, or ConflictError."""
        with translated(self._where), Session(self._engine, expire_on_commit=False) as session:
            yield SqlUnitOfWork(session, self._publish, self._origin)

    def feed(self) -> "SqliteFeed | PostgresFeed":
        """What other programs on this database tell; not connected yet."""
        if self._engine.dialect.name == "postgresql":
            from infinibay_desktop.database.postgres_feed import PostgresFeed

            return PostgresFeed(self._engine, self._where, self._origin)
        from infinibay_desktop.database.sqlite_feed import SqliteFeed

        return SqliteFeed(self._engine.url.database or "", self._where, self._origin)

    def close(self) -> None:
        """Close the connections to the database."""
        self._engine.dispose()
