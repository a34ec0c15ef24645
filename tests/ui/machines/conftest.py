"""A running core on libvirt's simulated host, and a desk on it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskSpec, MachineSpec
from infinibay_desktop.system.paths import find_paths
from infinibay_desktop.ui.desk import Desk
from tests.fakes.running import desk_on

HOST = HostId(UUID(int=1))


@pytest.fixture
def core(tmp_path, monkeypatch, libvirt_events):
    """A core on a database of its own; no host is connected."""
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    core = start_core(str(tmp_path / "desk.sqlite"), paths=find_paths())
    yield core
    core.close()


@pytest.fixture
def desk(loop, core, qtbot) -> Iterator[Desk]:
    with desk_on(core, qtbot) as desk:
        yield desk


@pytest.fixture
def host(core, on_core):
    """libvirt's simulated host, which the whole process shares, with two more machines."""
    host = on_core(lambda: core.hosts.add("test:///default", name="demo"))
    on_core(lambda: core.connections.connect(host, keep_trying=True))
    hypervisor = core.connections.link(host.id).hypervisor
    before = {machine.id for machine in on_core(hypervisor.machines)}
    connections = core.connections
    for name in ("web", "mail"):
        spec = MachineSpec(name=name, disks=(DiskSpec(size_bytes=GIB),), start=True)
        made = on_core(lambda spec=spec: core.creation.create(host.id, spec))
        # What libvirt tells of its start comes a moment later.
        key = MachineKey(host.id, made)
        assert core.inventory.wait_for(
            key, lambda machine: machine and machine.state is MachineState.RUNNING, 30
        )
    yield host

    def put_back() -> None:
        hypervisor = connections.link(host.id).hypervisor
        for machine in hypervisor.machines():
            if machine.id not in before:
                if machine.state not in (MachineState.SHUT_OFF, MachineState.SAVED):
                    hypervisor.force_off(machine.id)
                hypervisor.undefine(machine.id)

    on_core(put_back)


@pytest.fixture
def on_core(core):
    """Runs something on one of the core's workers."""
    return lambda work: core.tasks.submit(work).result(30)


@pytest.fixture
def machine_of(core, host):
    """The simulated machine of that name as the list knows it."""

    def find(name: str) -> Machine:
        return next(m for m in core.inventory.snapshot() if m.name == name)

    return find


def make(name: str, state: MachineState = MachineState.RUNNING, **facts) -> Machine:
    """A machine that is on no host."""
    if facts.pop("stale", False):
        facts["stale_since"] = datetime(2026, 1, 1, tzinfo=UTC)
    return Machine(
        id=MachineId(uuid4()),
        host_id=facts.pop("host_id", HOST),
        name=name,
        state=state,
        vcpus=2,
        memory_bytes=2 * GIB,
        **facts,
    )
