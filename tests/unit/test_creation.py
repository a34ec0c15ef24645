"""Making machines: all of it or nothing, whatever fails and whenever the program is killed."""

import itertools
import logging
from contextlib import contextmanager
from pathlib import Path

import pytest

from infinibay_desktop.model.errors import DatabaseFullError, HypervisorError, NotFoundError
from infinibay_desktop.model.events import MachineAdded, TaskProgressed
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.tasks import Step, TaskStatus
from tests.fakes.hosts import Killed
from tests.fakes.world import World

FAILING = ("create_volume", "define", "set_autostart", "start")


def test_a_machine_is_made_in_every_world(world) -> None:
    key = world.create()
    assert world.domains[key.machine_id].machine.state is MachineState.RUNNING
    disks = world.domains[key.machine_id].disks
    assert [disk.path for disk in disks] == list(world.link.storage.files)
    assert world.statuses() == [TaskStatus.DONE]
    assert world.recorded() == ["web"]
    assert [machine.key for machine in world.inventory.snapshot()] == [key]


def test_every_step_is_told_and_so_is_the_end(world, recorder) -> None:
    world.create()
    told = [(event.status, event.step) for event in recorder.of(TaskProgressed)]
    steps = [step for _, step in told if step]
    assert steps == [Step.VOLUMES, Step.DEFINITION, Step.RECORD, Step.START]
    assert told[-1] == (TaskStatus.DONE, None)


def test_a_machine_shows_as_being_created_from_the_beginning(world, recorder) -> None:
    world.create()
    assert recorder.of(MachineAdded)[0].machine.state is MachineState.CREATING


@pytest.mark.parametrize("step", FAILING)
@pytest.mark.parametrize("kind", [HypervisorError, RuntimeError])
def test_a_failing_step_undoes_all(world, step, kind) -> None:
    world.link.failures.fail_at[step] = kind("no")
    with pytest.raises(kind, match="no"):
        world.create(autostart=True)
    assert world.is_empty()
    [task] = world.journal.recent(1)
    assert (task.status, task.error) == (TaskStatus.UNDONE, "no")
    assert task.ended_at


def test_the_first_disk_goes_when_the_second_cannot_be_made(world, monkeypatch) -> None:
    make = world.link.storage.create_volume
    made = itertools.count(1)

    def second_fails(plan):
        if next(made) == 2:
            raise HypervisorError("full")
        return make(plan)

    monkeypatch.setattr(world.link.storage, "create_volume", second_fails)
    with pytest.raises(HypervisorError, match="full"):
        world.create()
    assert world.is_empty()


def test_a_disk_that_vanished_before_the_definition_undoes_all(world, monkeypatch) -> None:
    monkeypatch.setattr(world.link.storage, "volume", lambda pool, name: None)
    with pytest.raises(NotFoundError, match="went away"):
        world.create()
    assert world.is_empty()


def test_a_name_that_is_taken_is_no_task_at_all(world) -> None:
    world.create()
    with pytest.raises(Exception, match="already"):
        world.create()
    assert world.statuses() == [TaskStatus.DONE]


@pytest.mark.expects_warnings
@pytest.mark.parametrize("undoing", ["undefine", "force_off", "delete_volume"])
def test_what_cannot_be_undone_now_is_undone_by_the_next(world, undoing) -> None:
    failures = world.link.failures
    failures.fail_at = {undoing: HypervisorError("busy")}
    # The machine runs before the step fails, so that there is something to force off.
    start = world.link.hypervisor.start

    def start_and_fail(machine_id):
        start(machine_id)
        raise HypervisorError("no")

    world.link.hypervisor.start = start_and_fail
    with pytest.raises(HypervisorError, match="no"):
        world.create()
    [task] = world.journal.unfinished()
    assert (task.status, task.owner) == (TaskStatus.UNDOING, "")
    assert task.error == "no; busy"
    [waiting] = world.recover()
    assert (waiting.status, waiting.why) == (None, "busy")
    failures.fail_at.clear()
    [recovered] = world.recover()
    assert recovered.status is TaskStatus.UNDONE
    assert world.is_empty()
    assert world.recover() == []


@pytest.mark.expects_warnings
def test_a_bug_while_undoing_hides_no_failure_and_blocks_no_next_try(world) -> None:
    world.link.failures.fail_at = {"start": HypervisorError("no"), "undefine": KeyError("a bug")}
    with pytest.raises(HypervisorError, match="no"):
        world.create()
    world.link.failures.fail_at.clear()
    [recovered] = world.recover()
    assert recovered.status is TaskStatus.UNDONE
    assert world.is_empty()


def killed_at(world: World, call: int, work) -> bool:
    """Whether the program was killed at that call to its host before the work was done."""
    world.link.failures.calls.clear()
    world.link.failures.kill_at = call
    try:
        work()
    except Killed:
        return True
    else:
        return False
    finally:
        world.link.failures.kill_at = 0


def test_wherever_it_is_killed_the_next_program_finishes_or_undoes(world) -> None:
    endings = set()
    for call in itertools.count(1):
        name = f"vm-{call}"
        if not killed_at(world, call, lambda name=name: world.create(name=name)):
            break
        after = world.next_program()
        recovered = after.recover()
        endings |= {each.status for each in recovered}
        assert after.journal.unfinished() == []
        if recovered and recovered[0].status is TaskStatus.DONE:
            [machine] = after.link.hypervisor.machines()
            assert machine.state is MachineState.RUNNING
            assert after.recorded() == [name]
            assert len(after.link.storage.files) == 2
            assert [m.state for m in after.inventory.snapshot()] != [MachineState.CREATING]
            [key] = [machine.key]
            after.deletion.delete(key, disks=["vda", "vdb"], force_off=True)
        assert after.is_empty(), f"killed at call {call}"
    assert endings == {TaskStatus.DONE, TaskStatus.UNDONE}


@contextmanager
def full_after(world: World, commits: int):
    """The database takes so many more commits, and then no more."""
    left = itertools.count(commits, -1)
    open_unit = world.units.__call__

    @contextmanager
    def units():
        with open_unit() as unit:
            commit = unit.commit

            def commit_while_room() -> None:
                if next(left) <= 0:
                    raise DatabaseFullError("The database is full.")
                commit()

            unit.commit = commit_while_room
            yield unit

    services = (world.journal, world.creation, world.deletion, world.recovery)
    for service in services:
        service._units = units
    yield
    for service in services:
        service._units = world.units


@pytest.mark.expects_warnings
def test_a_database_that_fills_up_in_the_middle_leaves_no_riddle(world) -> None:
    for commits in itertools.count(0):
        with full_after(world, commits):
            try:
                world.create(name=f"vm-{commits}")
            except DatabaseFullError:
                made = False
            else:
                made = True
        after = world.next_program()
        for recovered in after.recover():
            assert recovered.status is not None
        assert after.journal.unfinished() == []
        for machine in after.link.hypervisor.machines():
            assert machine.state is MachineState.RUNNING
            after.inventory.update(machine, mark=after.inventory.mark())
            after.deletion.delete(machine.key, disks=["vda", "vdb"], force_off=True)
        assert after.is_empty(), f"full after {commits} commits"
        if made:
            break


@pytest.fixture
def killed(world) -> World:
    """A program that was killed before it started the machine it made."""
    world.link.failures.fail_at["start"] = Killed()
    with pytest.raises(Killed):
        world.create()
    world.link.failures.fail_at.clear()
    return world


def test_a_lost_host_is_waited_for(killed) -> None:
    world = killed
    after = world.next_program()
    with after.connections.down():
        [waiting] = after.recover()
    assert waiting.status is None
    assert "not connected" in waiting.why
    [task] = after.journal.unfinished()
    assert task.owner == ""
    [recovered] = after.recover()
    assert recovered.status is not None


def test_another_programs_task_is_left_alone_while_it_lives(world, clock, monkeypatch) -> None:
    living = world.next_program()
    living.identity.dead = ()

    def start_slowly(_machine_id) -> None:
        assert living.recover() == []
        clock.pass_time(20)
        world.journal.renew_leases()
        clock.pass_time(20)
        assert living.recover() == []

    monkeypatch.setattr(world.link.hypervisor, "start", start_slowly)
    world.create()
    assert world.statuses() == [TaskStatus.DONE]


def test_a_program_nobody_heard_of_for_long_is_taken_for_dead(killed, clock) -> None:
    other_computer = killed.next_program()
    other_computer.identity.dead = ()
    assert other_computer.recover() == []
    clock.pass_time(31)
    [recovered] = other_computer.recover()
    assert recovered.status is TaskStatus.DONE


def test_a_program_takes_no_task_from_itself_while_it_works(world, monkeypatch) -> None:
    monkeypatch.setattr(
        world.link.hypervisor, "start", lambda _id: recovered.append(world.recover())
    )
    recovered = []
    world.create()
    assert recovered == [[]]


def test_a_password_is_in_the_keyring_and_nowhere_else(world, caplog, recorder) -> None:
    caplog.set_level(logging.DEBUG)
    world.create()
    [password] = world.secrets.secrets.values()
    assert world.link.hypervisor.passwords == [password]
    assert len(password) == 8
    with world.units() as unit:
        written = repr(unit.tasks.recent(10)) + repr(unit.machines.all())
    assert password not in written + repr(recorder.events) + caplog.text
    path = Path(world.units._engine.url.database)
    files = [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
    assert files
    assert password.encode() not in b"".join(files)


def test_each_machine_has_a_password_of_its_own(world) -> None:
    world.create(name="one")
    world.create(name="two")
    assert len(set(world.link.hypervisor.passwords)) == 2


def test_without_a_keyring_machines_are_made_and_deleted_all_the_same(world) -> None:
    world.secrets.broken = True
    key = world.create()
    assert world.statuses() == [TaskStatus.DONE]
    world.deletion.delete(key, disks=["vda", "vdb"], force_off=True)
    assert not world.domains
