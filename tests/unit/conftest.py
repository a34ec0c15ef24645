"""What tests of services are given."""

from collections.abc import Iterator

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.database.unit_of_work import UnitsOfWork
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.hosts import FakeLink
from tests.fakes.world import World


@pytest.fixture
def units(tmp_path) -> Iterator[UnitsOfWork]:
    units = open_database(str(tmp_path / "world.sqlite"))
    yield units
    units.close()


@pytest.fixture
def link(units) -> FakeLink:
    """A host that is stored and connected."""
    link = FakeLink(draft_host("qemu:///system"))
    with units() as unit:
        unit.hosts.save(link.host)
        unit.commit()
    return link


@pytest.fixture
def world(link, units, clock, recorder) -> World:
    return World(link, units, clock, recorder)
