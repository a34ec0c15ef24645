"""One transaction; it is undone unless told to commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from infinibay_desktop.database.departments import SqlDepartmentRepository
from infinibay_desktop.database.errors import translated
from infinibay_desktop.database.placements import SqlPlacementRepository
from infinibay_desktop.database.repositories import (
    SqlBlueprintRepository,
    SqlHostRepository,
    SqlMachineRepository,
    SqlTaskRepository,
)
from infinibay_desktop.model.events import Event


class SqlUnitOfWork:
    """The repositories of one transaction, on one thread."""

    def __init__(self, session: Session, publish: Callable[[Event], None]) -> None:
        self._session = session
        self._publish = publish
        self._told: list[Event] = []
        self.hosts = SqlHostRepository(session)
        self.machines = SqlMachineRepository(session)
        self.tasks = SqlTaskRepository(session)
        self.blueprints = SqlBlueprintRepository(session)
        self.departments = SqlDepartmentRepository(session)
        self.placements = SqlPlacementRepository(session)

    def tell(self, *events: Event) -> None:
        """Publish these facts once they are true: after the commit, and only then."""
        self._told += events

    def commit(self) -> None:
        """Make it true, and tell it."""
        self._session.commit()
        told, self._told = self._told, []
        for event in told:
            self._publish(event)


class UnitsOfWork:
    """Opens units of work; hand this to services."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where
        self._publish: Callable[[Event], None] = lambda _event: None

    def publish_to(self, publish: Callable[[Event], None]) -> None:
        """Hand what units tell to this bus, after their commit."""
        self._publish = publish

    @contextmanager
    def __call__(self) -> Iterator[SqlUnitOfWork]:
        """A transaction. Raises DatabaseError and its kinds, or ConflictError."""
        with translated(self._where), Session(self._engine, expire_on_commit=False) as session:
            yield SqlUnitOfWork(session, self._publish)

    def close(self) -> None:
        """Close the connections to the database."""
        self._engine.dispose()
