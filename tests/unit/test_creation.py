"""Making and deleting machines, with a host that fails where it is told to."""

import logging
from dataclasses import replace
from uuid import UUID

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.errors import HypervisorError, InfinibayError, NotFoundError
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineDisk, MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskSpec, MachineSpec
from infinibay_desktop.model.storage import Pool, Volume
from infinibay_desktop.model.tasks import TaskKind, TaskStatus
from infinibay_desktop.services.creation import CreationService
from infinibay_desktop.services.deletion import DeletionService
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.planning import CreationPlanner
from infinibay_desktop.services.recovery import Recovery
from infinibay_desktop.system.files import LocalFiles
from infinibay_desktop.system.identity import ProcessIdentity
from tests.fakes import FakeSecretStore
from tests.unit.test_domain_xml import HOST as CAPABILITIES

POOL = Pool(
    name="default", kind="dir", path="/p", active=True, autostart=True,
    capacity_bytes=100 * GIB, allocated_bytes=0, available_bytes=100 * GIB,
)  # fmt: skip


class FakeHost:
    """A host in memory: its own link, hypervisor and storage. `fail_at` names what fails."""

    def __init__(self, host) -> None:
        self.host = host
        self.domains: dict[UUID, Machine] = {}
        self.files: dict[str, Volume] = {}
        self.fail_at: dict[str, Exception] = {}
        self.passwords: list[str] = []
        self.hypervisor = self.storage = self

    def _may_fail(self, act: str) -> None:
        if act in self.fail_at:
            raise self.fail_at[act]

    def capabilities(self):
        return CAPABILITIES

    def active_networks(self):
        return ()

    def find_by_name(self, name):
        return next((m.id for m in self.domains.values() if m.name == name), None)

    def machine(self, machine_id):
        if machine_id not in self.domains:
            raise NotFoundError("gone")
        return self.domains[machine_id]

    def define(self, definition, *, vnc_password):
        self._may_fail("define")
        self.passwords.append(vnc_password)
        self.domains[definition.id] = Machine(
            id=definition.id,
            host_id=self.host.id,
            name=definition.name,
            state=MachineState.SHUT_OFF,
        )

    def start(self, machine_id):
        self._may_fail("start")
        self.domains[machine_id] = replace(self.domains[machine_id], state=MachineState.RUNNING)

    def force_off(self, machine_id):
        self._may_fail("force_off")
        self.domains[machine_id] = replace(self.domains[machine_id], state=MachineState.SHUT_OFF)

    def undefine(self, machine_id):
        self._may_fail("undefine")
        self.domains.pop(machine_id, None)

    def details(self, machine_id):
        disks = tuple(
            MachineDisk(target=f"vd{'ab'[n]}", device="disk", path=path)
            for n, path in enumerate(self.files)
        )
        return MachineDetails(
            description="", arch="", machine_type="", firmware="", domain_type="",
            disks=disks, nics=(), graphics=(), channels=(),
        )  # fmt: skip

    def disk_users(self):
        return {}

    def pools(self):
        return [POOL]

    def pool(self, name, *, recount=False):
        return POOL

    def create_volume(self, plan):
        self._may_fail("create_volume")
        path = f"/p/{plan.name}"
        self.files[path] = Volume(
            name=plan.name, pool=plan.pool, path=path, format="qcow2",
            capacity_bytes=plan.capacity_bytes, allocated_bytes=0,
        )  # fmt: skip

    def volume(self, pool, name):
        return self.files.get(f"/p/{name}")

    def volume_at(self, path):
        return self.files.get(path)

    def delete_volume(self, pool, name):
        self._may_fail("delete_volume")
        self.files.pop(f"/p/{name}", None)

    def delete_volume_at(self, path):
        self._may_fail("delete_volume")
        self.files.pop(path, None)

    def drop_leftovers(self):
        pass


class FakeConnections:
    def __init__(self, fake: FakeHost) -> None:
        self._fake = fake

    def link(self, host_id):
        return self._fake

    def host(self, host_id):
        return self._fake.host


class World:
    """The services on one fake host and a real database."""

    def __init__(self, tmp_path, clock, recorder) -> None:
        self.host = FakeHost(draft_host("qemu:///system"))
        self.units = open_database(str(tmp_path / "world.sqlite"))
        with self.units() as unit:
            unit.hosts.save(self.host.host)
            unit.commit()
        self.secrets = FakeSecretStore()
        self.events = recorder
        self.inventory = Inventory(recorder)
        connections = FakeConnections(self.host)
        self.journal = Journal(self.units, clock, recorder, ProcessIdentity())
        self.creation = CreationService(
            connections, CreationPlanner(files=LocalFiles()), self.journal, self.inventory, self.units,
            self.secrets, clock,
        )  # fmt: skip
        self.deletion = DeletionService(
            connections, self.journal, self.inventory, self.units, self.secrets
        )
        self.recovery = Recovery(
            self.units,
            self.journal,
            connections,
            {
                TaskKind.CREATE_MACHINE: self.creation.resume,
                TaskKind.DELETE_MACHINE: self.deletion.resume,
            },
        )

    def create(self):
        spec = MachineSpec(name="web", disks=(DiskSpec(size_bytes=GIB),) * 2, start=True)
        return self.creation.create(self.host.host.id, spec)

    def is_empty(self) -> bool:
        with self.units() as unit:
            rows = unit.machines.all()
        left = (self.host.domains, self.host.files, self.secrets.secrets, rows)
        return not any(left) and not self.inventory.snapshot()

    def statuses(self) -> list[TaskStatus]:
        return [task.status for task in self.journal.recent(10)]


@pytest.fixture
def world(tmp_path, clock, recorder):
    world = World(tmp_path, clock, recorder)
    yield world
    world.units.close()


def test_a_machine_is_made_in_every_world(world) -> None:
    machine_id = world.create()
    assert world.host.domains[machine_id].state is MachineState.RUNNING
    assert len(world.host.files) == 2
    assert world.statuses() == [TaskStatus.DONE]
    assert [machine.id for machine in world.inventory.snapshot()] == [machine_id]


@pytest.mark.parametrize("step", ["create_volume", "define", "start"])
@pytest.mark.parametrize("kind", [HypervisorError, RuntimeError])
def test_a_failing_step_undoes_all(world, step, kind) -> None:
    world.host.fail_at[step] = kind("no")
    with pytest.raises(kind):
        world.create()
    assert world.is_empty()
    assert world.statuses() == [TaskStatus.UNDONE]


@pytest.mark.expects_warnings
def test_what_cannot_be_undone_now_is_undone_by_the_next(world) -> None:
    world.host.fail_at = {"start": HypervisorError("no"), "undefine": HypervisorError("busy")}
    with pytest.raises(HypervisorError, match="no"):
        world.create()
    assert world.statuses() == [TaskStatus.UNDOING]
    [waiting] = world.recovery.run(world.host.host.id)
    assert waiting.status is None
    world.host.fail_at.clear()
    [recovered] = world.recovery.run(world.host.host.id)
    assert recovered.status is TaskStatus.UNDONE
    assert world.is_empty()
    assert world.recovery.run(world.host.host.id) == []


def test_a_password_is_in_the_keyring_and_nowhere_else(world, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    world.create()
    [password] = world.secrets.secrets.values()
    assert world.host.passwords == [password]
    assert len(password) == 8
    with world.units() as unit:
        written = repr(unit.tasks.recent(10)) + repr(unit.machines.all())
    assert password not in written + repr(world.events.events) + caplog.text
    assert password.encode() not in b"".join(p.read_bytes() for p in database_files(world))


def database_files(world):
    from pathlib import Path

    path = Path(world.units._engine.url.database)
    return path.parent.glob(f"{path.name}*")


def test_without_a_keyring_machines_are_made_all_the_same(world) -> None:
    world.secrets.broken = True
    world.create()
    assert world.statuses() == [TaskStatus.DONE]


def test_only_named_disks_are_deleted(world) -> None:
    machine_id = world.create()
    key = world.inventory.snapshot()[0].key
    with pytest.raises(InfinibayError, match="running"):
        world.deletion.delete(key)
    with pytest.raises(InfinibayError, match="no disk 'vdz'"):
        world.deletion.delete(key, disks=["vdz"], force_off=True)
    assert world.host.domains[machine_id].state is MachineState.RUNNING
    world.deletion.delete(key, disks=["vda"], force_off=True)
    assert not world.host.domains
    assert len(world.host.files) == 1
    assert not world.secrets.secrets
    assert not world.inventory.snapshot()


def test_a_deletion_that_failed_before_anything_went_is_none(world) -> None:
    world.create()
    key = world.inventory.snapshot()[0].key
    world.host.fail_at["undefine"] = HypervisorError("busy")
    with pytest.raises(HypervisorError):
        world.deletion.delete(key, force_off=True)
    assert world.statuses()[0] is TaskStatus.UNDONE
    assert world.host.domains


def test_a_deletion_that_was_begun_is_finished_by_the_next(world) -> None:
    world.create()
    key = world.inventory.snapshot()[0].key
    world.host.fail_at["delete_volume"] = HypervisorError("busy")
    with pytest.raises(HypervisorError):
        world.deletion.delete(key, disks=["vda", "vdb"], force_off=True)
    assert not world.host.domains
    world.host.fail_at.clear()
    [recovered] = world.recovery.run(world.host.host.id)
    assert recovered.status is TaskStatus.DONE
    assert world.is_empty()


def test_another_programs_task_is_left_alone_while_it_lives(world, clock) -> None:
    world.host.fail_at = {"start": HypervisorError("no"), "undefine": HypervisorError("busy")}
    logging.disable(logging.WARNING)
    with pytest.raises(HypervisorError):
        world.create()
    logging.disable(logging.NOTSET)
    [task] = world.journal.unfinished()
    elsewhere = replace(task, owner="other/boot/1/2", lease_until=clock.now())
    with world.units() as unit:
        unit.tasks.save(elsewhere)
        unit.commit()
    assert world.recovery.run(world.host.host.id) == []
    clock.pass_time(31)
    world.host.fail_at.clear()
    assert len(world.recovery.run(world.host.host.id)) == 1
