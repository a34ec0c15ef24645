"""One transaction; it is undone unless told to commit."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from infinibay_desktop.database.errors import translated
from infinibay_desktop.database.repositories import (
    SqlBlueprintRepository,
    SqlHostRepository,
    SqlMachineRepository,
    SqlTaskRepository,
)


class SqlUnitOfWork:
    """The repositories of one transaction, on one thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.hosts = SqlHostRepository(session)
        self.machines = SqlMachineRepository(session)
        self.tasks = SqlTaskRepository(session)
        self.blueprints = SqlBlueprintRepository(session)

    def commit(self) -> None:
        """Make it true."""
        self._session.commit()


class UnitsOfWork:
    """Opens units of work; hand this to services."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    @contextmanager
    def __call__(self) -> Iterator[SqlUnitOfWork]:
        """A transaction. Raises DatabaseError and its kinds, or ConflictError."""
        with translated(self._where), Session(self._engine, expire_on_commit=False) as session:
            yield SqlUnitOfWork(session)

    def close(self) -> None:
        """Close the connections to the database."""
        self._engine.dispose()
