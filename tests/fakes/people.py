"""People for tests: a hasher that costs nothing, and services on a real database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from infinibay_desktop.database.unit_of_work import SqlUnitOfWork, UnitsOfWork
from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.services.sign_in import SignInService
from tests.fakes import FakeClock, FakeSecretStore, Recorder

PASSWORD = "seven purple lamps sing"  # noqa: S105 - of nobody


@dataclass
class FakeHasher:
    """Reversible and quick; counts how often a password was compared."""

    compared: list[str] = field(default_factory=list)

    def hash(self, password: str) -> str:
        return f"new:{password[::-1]}"

    def verify(self, password: str, password_hash: str) -> bool:
        self.compared.append(password_hash)
        return password_hash in (self.hash(password), f"old:{password[::-1]}")

    def needs_rehash(self, password_hash: str) -> bool:
        return password_hash.startswith("old:")

    def weakness(self, password: str, *words: str) -> str:
        return "It is common." if password in ("password1234", *words) else ""


class ClockedUnits:
    """Units of work of a database whose clock moves when it is told to."""

    def __init__(self, units: UnitsOfWork, clock: FakeClock) -> None:
        self._units, self._clock = units, clock

    @contextmanager
    def __call__(self) -> Iterator[SqlUnitOfWork]:
        with self._units() as unit:
            unit.now = self._clock.now  # type: ignore[method-assign]
            yield unit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._units, name)


class Desk:
    """One program of one workstation, on a database that it may share with others.

    `clock` is the database's, and the workstation's where that has no other.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        clock: FakeClock,
        *,
        name: str = "desk",
        told: Recorder,
        own_clock: FakeClock | None = None,
    ) -> None:
        self.units, self.clock, self.told = ClockedUnits(units, clock), own_clock or clock, told
        units.publish_to(told.publish)
        self.hasher = FakeHasher()
        self.secrets = FakeSecretStore()
        self.name = name
        self.restart()

    def restart(self) -> None:
        """The program ends and is started again: only the keyring and the database stay."""
        self.current = CurrentActor(self.told.publish)
        self.sign_in = SignInService(
            self.units, self.hasher, self.secrets, self.current, self.name, "'the database'"
        )
        self.people = PeopleService(
            self.units, self.clock, self.hasher, self.current, self.sign_in.renew
        )

    def lone(self) -> Person:
        """The first person, who needs no sign-in."""
        person = self.people.ensure_first("Ana")
        assert person is not None
        return person

    def first(self, email: str = "root@example.org") -> Person:
        """The first person, with an address and a password."""
        lone = self.lone()
        self.people.change_password(lone.id, "", PASSWORD)
        return self.people.edit(replace(self.people.find(lone.id), email=email))

    def add(self, email: str, role: Role = Role.USER) -> Person:
        """One more person, with the usual password."""
        return self.people.add(email, role=role, password=PASSWORD).person
