"""People on a desk: real services on a database of their own, work done at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.events import PersonDeleted, PersonSaved, SignInsEnded
from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.services.sign_in import SignInService
from infinibay_desktop.ui.widgets.avatars import load_avatars
from tests.fakes import FakeSecretStore
from tests.fakes.desk import make_desk
from tests.fakes.people import PASSWORD, FakeHasher

AVATARS = Path(__file__).parents[3] / "resources" / "avatars"


class Crowd:
    """The desk and its people, with short ways to more of them."""

    def __init__(self, desk: SimpleNamespace, units) -> None:
        self.desk, self.core, self.bridge, self.units = desk, desk.core, desk.bridge, units
        clock, core = desk.clock, desk.core
        self.secrets = FakeSecretStore()
        core.current = CurrentActor(desk.bridge.publish)
        core.sign_in = SignInService(
            units, FakeHasher(), self.secrets, core.current, "desk", "'here'"
        )
        core.people = PeopleService(units, clock, FakeHasher(), core.current, core.sign_in.renew)
        for kind in (PersonSaved, PersonDeleted, SignInsEnded):
            desk.bridge.on(kind, lambda _event: core.sign_in.refresh(), owner=None)
        self.first = core.people.ensure_first("ana")
        core.sign_in.resume()

    @property
    def me(self) -> Person:
        return self.core.current.signed_in.person

    def with_password(self) -> Person:
        """The first person becomes Ana, who signs in."""
        ana = replace(self.first, email="ana@example.org", first_name="Ana", last_name="Díaz")
        self.core.people.edit(ana)
        self.core.people.change_password(ana.id, "", PASSWORD)
        return self.core.sign_in.sign_in("ana@example.org", PASSWORD, stay=False)

    def add(self, first: str, role: Role = Role.USER, **facts: object) -> Person:
        number = self.core.people.count()
        return self.core.people.add(
            facts.pop("email", f"p{number}@example.org"),
            first_name=first,
            role=role,
            password=PASSWORD,
            **facts,
        ).person

    def sign_in(self, person: Person) -> None:
        self.core.sign_in.sign_in(person.email, PASSWORD, stay=False)


@pytest.fixture
def crowd(looks, tmp_path) -> Iterator[Crowd]:
    load_avatars(AVATARS)
    units = open_database(str(tmp_path / "people.sqlite"))
    yield Crowd(make_desk(units), units)
    units.close()
