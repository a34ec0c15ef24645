"""What is checked and decided before anything is made."""

from dataclasses import replace

import pytest

from infinibay_desktop.model.errors import (
    ConflictError,
    InfinibayError,
    NotFoundError,
    StorageError,
    ValidationError,
)
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DirectBoot, DiskOrigin, DiskSpec, MachineSpec
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.planning import CreationPlanner
from tests.fakes.hosts import POOL
from tests.fakes.world import FakeFiles

ISO = "/srv/debian.iso"
REMOTE = draft_host("qemu+ssh://root@far/system")


@pytest.fixture
def files() -> FakeFiles:
    return FakeFiles()


@pytest.fixture
def plan(link, files):
    def make(host=link.host, **wish: object):
        asked = {"name": "web", "disks": (DiskSpec(size_bytes=GIB),)} | wish
        return CreationPlanner(files).plan(host, link, MachineSpec(**asked))

    return make


def test_a_volumes_name_tells_whose_it_is(plan) -> None:
    planned = plan(name="Web & Söhne 🐧", disks=(DiskSpec(size_bytes=GIB),) * 2)
    mark = planned.definition.id.hex[:12]
    assert [volume.name for volume in planned.volumes] == [
        f"Web---S-hne-{mark}.qcow2",
        f"Web---S-hne-{mark}-2.qcow2",
    ]


def test_two_machines_of_one_name_share_no_volume(plan) -> None:
    assert plan().volumes[0].name != plan().volumes[0].name


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ({"isos": ("/nowhere.iso",)}, NotFoundError),
        ({"isos": ("default/nothing.iso",)}, NotFoundError),
        ({"direct_boot": DirectBoot(kernel="/nowhere")}, NotFoundError),
        ({"disks": (DiskSpec(origin=DiskOrigin.COPY, path="/nowhere"),)}, NotFoundError),
        ({"disks": (DiskSpec(origin=DiskOrigin.USE, path="/nowhere"),)}, NotFoundError),
        ({"disks": (DiskSpec(size_bytes=GIB, pool="nowhere"),)}, NotFoundError),
        ({"disks": (DiskSpec(size_bytes=101 * GIB),)}, StorageError),
        ({"disks": (DiskSpec(size_bytes=51 * GIB),) * 2}, StorageError),
        ({"disks": ()}, ValidationError),
        ({"vcpus": 9}, ValidationError),
    ],
)
def test_what_cannot_be_had_is_refused_before_anything_is_made(plan, link, wish, kind) -> None:
    with pytest.raises(kind):
        plan(**wish)
    assert link.storage.files == {}
    assert link.hypervisor.domains == {}


def test_a_name_in_use_is_refused(plan, link, world) -> None:
    world.create(name="web")
    link.hypervisor.domains = world.domains
    with pytest.raises(ConflictError, match="already"):
        plan()


def test_an_iso_is_found_by_path_or_by_volume(plan, link) -> None:
    link.storage.put("/p/debian.iso", format="raw")
    assert plan(isos=("default/debian.iso",)).definition.disks[-1].path == "/p/debian.iso"
    assert plan(isos=("/p/debian.iso",)).definition.disks[-1].path == "/p/debian.iso"


def test_a_file_that_we_see_ourselves_is_not_asked_for(plan, link, files) -> None:
    files.present.add(ISO)
    plan(isos=(ISO,))
    assert "volume_at" not in link.failures.calls


def test_files_of_another_computer_are_never_judged_by_ours(plan, link, files) -> None:
    files.present.add(ISO)
    files.closed.add(ISO)
    with pytest.raises(NotFoundError):
        plan(REMOTE, isos=(ISO,))
    link.storage.put(ISO)
    plan(REMOTE, isos=(ISO,))


@pytest.mark.parametrize(
    "wish",
    [
        {"isos": (ISO,)},
        {"direct_boot": DirectBoot(kernel=ISO)},
        {"direct_boot": DirectBoot(kernel="/vmlinuz", initrd=ISO)},
        {"disks": (DiskSpec(origin=DiskOrigin.USE, path=ISO),)},
    ],
)
def test_what_qemu_cannot_read_is_said_before(plan, link, files, wish) -> None:
    files.present |= {ISO, "/vmlinuz"}
    link.storage.put(ISO)
    files.closed.add(ISO)
    with pytest.raises(StorageError, match="QEMU cannot read") as refused:
        plan(**wish)
    assert refused.value.details["problem"] is Problem.QEMU_CANNOT_READ


def test_a_copy_may_grow_and_never_shrinks(plan, link) -> None:
    link.storage.put("/srv/base.qcow2", capacity_bytes=5 * GIB)

    def copy(size: int):
        return plan(
            disks=(DiskSpec(origin=DiskOrigin.COPY, path="/srv/base.qcow2", size_bytes=size),)
        ).volumes[0]

    assert copy(0).capacity_bytes == 5 * GIB
    assert copy(8 * GIB).capacity_bytes == 8 * GIB
    assert copy(0).copy_from == "/srv/base.qcow2"
    with pytest.raises(ValidationError, match="data would be lost"):
        copy(4 * GIB)


@pytest.mark.parametrize(
    ("format", "driver"), [("qcow2", "qcow2"), ("vmdk", "vmdk"), ("iso", "raw")]
)
def test_an_image_is_used_as_it_is(plan, link, format, driver) -> None:  # noqa: A002 - libvirt's word
    link.storage.put("/srv/disk.img", format=format)
    planned = plan(disks=(DiskSpec(origin=DiskOrigin.USE, path="/srv/disk.img"),))
    assert planned.volumes == ()
    assert (planned.definition.disks[0].path, planned.definition.disks[0].format) == (
        "/srv/disk.img",
        driver,
    )


def test_an_image_of_another_machine_is_refused(plan, link, world) -> None:
    key = world.create(name="other")
    link.hypervisor.domains = world.domains
    link.storage.files = world.link.storage.files
    path = world.domains[key.machine_id].disks[0].path
    with pytest.raises(ConflictError, match="belongs to other already") as refused:
        plan(disks=(DiskSpec(origin=DiskOrigin.USE, path=path),))
    assert refused.value.remedy


def test_a_disk_may_outgrow_its_pool_when_it_is_told_to(plan) -> None:
    assert plan(disks=(DiskSpec(size_bytes=500 * GIB, sparse=True),)).volumes


def test_a_pool_is_counted_anew_when_a_disk_takes_much_of_it(plan, link) -> None:
    plan(disks=(DiskSpec(size_bytes=GIB),))
    assert link.storage.recounted == []
    plan(disks=(DiskSpec(size_bytes=50 * GIB),))
    assert link.storage.recounted == ["default"]


def test_an_idle_pool_is_started(plan, link) -> None:
    link.storage.known["default"] = replace(POOL, active=False)
    plan()
    assert link.storage.known["default"].active


def test_without_a_default_the_pool_with_most_room_is_taken(plan, link) -> None:
    link.storage.known = {
        "small": replace(POOL, name="small", path="/small", available_bytes=10 * GIB),
        "large": replace(POOL, name="large", path="/large"),
        "network": replace(POOL, name="network", kind="iscsi", available_bytes=999 * GIB),
    }
    assert plan().volumes[0].pool == "large"


def test_a_logical_pool_gets_raw_volumes(plan, link) -> None:
    link.storage.known = {"vg": replace(POOL, name="vg", kind="logical", path="/dev/vg")}
    [volume] = plan().volumes
    assert (volume.format, volume.name.endswith(".qcow2")) == ("raw", False)


def test_a_pool_that_cannot_make_disks_is_refused(plan, link) -> None:
    link.storage.known["target"] = replace(POOL, name="target", kind="iscsi")
    with pytest.raises(ValidationError, match="of kind 'iscsi'"):
        plan(disks=(DiskSpec(size_bytes=GIB, pool="target"),))


@pytest.mark.parametrize(
    ("uri", "path"),
    [("qemu:///system", "/var/lib/libvirt/images"), ("qemu:///session", "/home/me/images")],
)
def test_a_missing_default_pool_is_made_where_libvirts_own_tools_would(
    plan, link, uri, path
) -> None:
    link.storage.known = {}
    plan(draft_host(uri))
    assert link.storage.known["default"].path == path


def test_in_a_session_far_away_a_pool_must_be_made_by_hand(plan, link) -> None:
    link.storage.known = {}
    with pytest.raises(StorageError) as refused:
        plan(draft_host("qemu+ssh://me@far/session"))
    assert "pool-define-as" in refused.value.remedy
    assert link.storage.known == {}


def test_every_refusal_leaves_the_wish_as_it_was(plan) -> None:
    for name in ("", "a/b", "x" * 200):
        with pytest.raises(InfinibayError) as refused:
            plan(name=name)
        assert refused.value.details["field"] == "name"
    assert plan(name="fine").definition.name == "fine"


def test_the_plan_holds_all_that_was_wished(plan) -> None:
    planned = plan(start=True, autostart=True, description="for lunch", vcpus=3)
    assert (planned.start, planned.autostart) == (True, True)
    assert (planned.definition.description, planned.definition.vcpus) == ("for lunch", 3)
    assert planned.definition.disks[0].volume == planned.volumes[0].name
