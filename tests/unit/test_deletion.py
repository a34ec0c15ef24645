"""Deleting machines: only what was named goes, and what was begun is finished."""

import itertools

import pytest

from infinibay_desktop.model.errors import (
    HypervisorError,
    InvalidStateError,
    NotFoundError,
    ValidationError,
)
from infinibay_desktop.model.events import MachineChanged, MachineRemoved
from infinibay_desktop.model.machines import MachineDisk, MachineState
from infinibay_desktop.model.tasks import Step, TaskStatus
from tests.unit.test_creation import killed_at


@pytest.fixture
def key(world):
    """A running machine with two disks of its own."""
    return world.create()


def test_disks_stay_unless_they_are_named(world, key) -> None:
    world.deletion.delete(key, force_off=True)
    assert not world.domains
    assert len(world.link.storage.files) == 2
    assert not world.secrets.secrets
    assert not world.inventory.snapshot()
    assert world.recorded() == []


def test_only_the_named_disk_goes(world, key) -> None:
    _, second = world.link.storage.files
    world.deletion.delete(key, disks=["vda"], force_off=True)
    assert list(world.link.storage.files) == [second]


@pytest.mark.parametrize(
    ("disk", "why"),
    [
        (MachineDisk(target="sda", device="cdrom", path="/iso"), "it is no disk but a cdrom"),
        (MachineDisk(target="sda", device="disk", path="/ro", read_only=True), "it is read-only"),
        (MachineDisk(target="sda", device="disk", path="/shared"), "another machine uses it too"),
    ],
)
def test_what_is_not_the_machines_alone_is_never_deleted(world, key, disk, why) -> None:
    neighbour = world.create(name="neighbour", start=False)
    world.domains[key.machine_id].disks.append(disk)
    if "uses it" in why:
        world.domains[neighbour.machine_id].disks.append(disk)
    with pytest.raises(ValidationError, match=why):
        world.deletion.delete(key, disks=["vda", "sda"], force_off=True)
    assert key.machine_id in world.domains
    assert world.domains[key.machine_id].machine.state is MachineState.RUNNING
    assert len(world.link.storage.files) == 4


def test_disks_are_shown_with_their_sizes_and_other_users(world, key) -> None:
    neighbour = world.create(name="neighbour", start=False)
    shared = world.domains[key.machine_id].disks[0]
    world.domains[neighbour.machine_id].disks.append(shared)
    world.domains[key.machine_id].disks.append(MachineDisk(target="sda", device="cdrom", path=""))
    first, second, drive = world.deletion.disks(key)
    assert (first.shared_with, first.deletable) == (("neighbour",), False)
    assert (second.shared_with, second.deletable) == ((), True)
    assert second.capacity_bytes == world.link.storage.files[second.path].capacity_bytes
    assert (drive.capacity_bytes, drive.deletable) == (0, False)


@pytest.mark.parametrize("targets", [["vdz"], ["vda", "vdz"], ["/p/x.qcow2"]])
def test_a_disk_that_is_not_there_deletes_nothing(world, key, targets) -> None:
    with pytest.raises(ValidationError) as refused:
        world.deletion.delete(key, disks=targets, force_off=True)
    assert "vda, vdb" in refused.value.remedy
    assert world.domains
    assert len(world.link.storage.files) == 2


def test_a_running_machine_is_not_deleted_by_mistake(world, key) -> None:
    with pytest.raises(InvalidStateError, match="running"):
        world.deletion.delete(key)
    assert world.domains


def test_a_machine_that_is_not_there_is_no_task(world, key) -> None:
    world.domains.clear()
    with pytest.raises(NotFoundError):
        world.deletion.delete(key)
    assert world.statuses() == [TaskStatus.DONE]  # its creation's


def test_it_shows_as_being_deleted(world, key, recorder) -> None:
    recorder.events.clear()
    world.deletion.delete(key, force_off=True)
    assert recorder.of(MachineChanged)[0].machine.state is MachineState.DELETING
    assert len(recorder.of(MachineRemoved)) == 1


@pytest.mark.parametrize("method", ["force_off", "undefine"])
@pytest.mark.parametrize("kind", [HypervisorError, RuntimeError])
def test_a_deletion_that_failed_before_anything_went_is_none(world, key, method, kind) -> None:
    world.link.failures.fail_at[method] = kind("busy")
    with pytest.raises(kind, match="busy"):
        world.deletion.delete(key, disks=["vda"], force_off=True)
    assert world.statuses()[0] is TaskStatus.UNDONE
    assert world.domains
    assert len(world.link.storage.files) == 2
    assert world.inventory.find(key).state is not MachineState.DELETING
    assert world.recover() == []


@pytest.mark.parametrize("kind", [HypervisorError, RuntimeError])
def test_a_deletion_that_was_begun_is_finished_by_the_next(world, key, kind) -> None:
    world.link.failures.fail_at["delete_volume_at"] = kind("busy")
    with pytest.raises(kind):
        world.deletion.delete(key, disks=["vda", "vdb"], force_off=True)
    assert not world.domains
    [task] = world.journal.unfinished()
    assert (task.error, task.owner) == ("busy", "")
    assert task.steps_done == (Step.POWER_OFF, Step.UNDEFINE)
    world.link.failures.fail_at.clear()
    [recovered] = world.recover()
    assert recovered.status is TaskStatus.DONE
    assert world.is_empty()


def test_wherever_it_is_killed_the_machine_is_whole_or_gone(world) -> None:
    for call in itertools.count(1):
        key = world.create(name=f"vm-{call}")

        def delete(key=key) -> None:
            world.deletion.delete(key, disks=["vda", "vdb"], force_off=True)

        if not killed_at(world, call, delete):
            break
        after = world.next_program()
        after.recover()
        assert after.journal.unfinished() == []
        if after.domains:  # it had not begun
            assert world.domains[key.machine_id].machine.state is MachineState.RUNNING
            assert len(world.link.storage.files) == 2
            after.deletion.delete(key, disks=["vda", "vdb"], force_off=True)
        assert after.is_empty(), f"killed at call {call}"
    assert call > 5


def test_a_machine_that_went_meanwhile_is_deleted_all_the_same(world, key) -> None:
    world.link.failures.fail_at["delete_volume_at"] = HypervisorError("busy")
    with pytest.raises(HypervisorError):
        world.deletion.delete(key, disks=["vda"], force_off=True)
    world.link.failures.fail_at.clear()
    world.link.storage.files.clear()  # somebody else was faster
    [recovered] = world.recover()
    assert recovered.status is TaskStatus.DONE
