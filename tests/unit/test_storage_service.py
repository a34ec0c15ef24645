"""Pools and blueprints, as a person looks after them."""

from dataclasses import replace

import pytest

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.errors import ConflictError, NotFoundError, ValidationError
from infinibay_desktop.model.sizes import GIB, MIB
from infinibay_desktop.services.blueprints import BlueprintService
from infinibay_desktop.services.storage import StorageService
from tests.fakes.hosts import POOL, FakeConnections

TINY = Blueprint(name="tiny", vcpus=1, memory_bytes=64 * MIB, disk_bytes=GIB)


@pytest.fixture
def storage(link) -> StorageService:
    return StorageService(FakeConnections(link))


def test_pools_are_counted_anew_and_listed_by_name(storage, link) -> None:
    link.storage.known["a"] = replace(POOL, name="a")
    assert [pool.name for pool in storage.pools(link.host.id)] == ["a", "default"]
    assert sorted(link.storage.recounted) == ["a", "default"]


def test_volumes_are_listed_by_name(storage, link) -> None:
    for name in ("b", "a"):
        link.storage.put(f"/p/{name}")
    assert [volume.name for volume in storage.volumes(link.host.id, "default")] == ["a", "b"]


def test_a_pool_is_made_once_and_where_it_may_be(storage, link) -> None:
    storage.make_pool(link.host.id, "fast", "/srv/fast")
    with pytest.raises(ConflictError):
        storage.make_pool(link.host.id, "fast", "/srv/other")
    for name, path in (("a/b", "/srv"), ("x", "srv"), ("x", "/a/../etc"), ("x", "/a\nb")):
        with pytest.raises(ValidationError):
            storage.make_pool(link.host.id, name, path)
    assert link.storage.known["fast"].path == "/srv/fast"
    assert set(link.storage.known) == {"default", "fast"}


def test_blueprints_are_kept_replaced_and_removed(units) -> None:
    blueprints = BlueprintService(units)
    blueprints.save(TINY)
    assert blueprints.all()[0].name == "tiny"  # the smallest first
    blueprints.save(replace(TINY, vcpus=2))
    assert blueprints.find("tiny").vcpus == 2
    blueprints.remove("tiny")
    with pytest.raises(NotFoundError):
        blueprints.remove("tiny")


@pytest.mark.parametrize(
    "wrong", [{"name": "a/b"}, {"vcpus": 0}, {"memory_bytes": 1}, {"disk_bytes": 0}]
)
def test_a_blueprint_that_no_machine_could_have_is_refused(units, wrong) -> None:
    blueprints = BlueprintService(units)
    with pytest.raises(ValidationError):
        blueprints.save(replace(TINY, **wrong))
    assert {blueprint.name for blueprint in blueprints.all()} == {"small", "medium", "large"}
