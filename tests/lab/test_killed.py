"""A program killed at any point leaves nothing half made, on both databases."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import libvirt
import pytest

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.machines import MachineId, MachineKey, MachineState
from infinibay_desktop.model.placements import Placement
from tests.fakes.guarded import raw
from tests.lab.killed import spec_of

KILLED = Path(__file__).with_name("killed.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "killed.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def run_killed(database, guest_image, clean_host, monkeypatch):
    """Runs the program that dies; returns its exit status and what it printed."""

    def run(what: str, name: str, die_at: int) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, str(KILLED), database, what, name, str(die_at)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        return done.returncode, done.stdout

    monkeypatch.setenv("KILLED_GUEST", str(guest_image.kernel.parent))
    return run


class NextStart:
    """The next program on the same database, and the host's own truth beside it."""

    def __init__(self, database: str) -> None:
        self.core = start_core(database)
        [self.host] = self.core.hosts.all()
        self._direct = libvirt.open("qemu:///system")
        self.recovered = self.work(self._recover)

    def work(self, work):
        return self.core.tasks.submit(work).result(60)

    def _recover(self):
        self.core.connections.connect(self.host)
        return self.core.recovery.run(self.host.id)

    def assert_whole(self, name: str) -> MachineId | None:
        """The machine is there in every world, or in none; returns its id."""
        assert all(result.status is not None for result in self.recovered)
        assert not self.core.journal.unfinished()
        domains = {d.name(): d for d in self._direct.listAllDomains() if d.name() == name}
        volumes = [
            volume.name()
            for pool in self._direct.listAllStoragePools()
            for volume in pool.listAllVolumes()
            if volume.name().startswith(f"{name}-")
        ]
        with raw(self.core.journal)._units() as unit:
            rows = [machine.id for machine, _ in unit.machines.all() if machine.name == name]
        shown = [m for m in self.core.inventory.snapshot() if m.name == name]
        placed = [p for p in self.placements() if p.internal_name.startswith(f"{name}-")]
        looking = [p.name() for p in self._direct.listAllStoragePools() if "look" in p.name()]
        assert not looking
        if not domains:
            assert (volumes, rows, shown, placed) == ([], [], [], [])
            return None
        machine_id = MachineId(UUID(domains[name].UUIDString()))
        assert len(volumes) == 2
        assert rows == [machine_id]
        assert [(p.key.machine_id, p.vcpus, p.disk_bytes) for p in placed] == [
            (machine_id, 1, 2 * 1024**2)
        ]
        assert [m.state for m in shown] == [MachineState.RUNNING]
        assert domains[name].isActive()
        assert domains[name].autostart()
        return machine_id

    def placements(self) -> list[Placement]:
        with raw(self.core.journal)._units() as unit:
            return list(unit.placements.all())

    def close(self) -> None:
        self._direct.close()
        self.core.close()


@contextlib.contextmanager
def next_start(database: str):
    started = NextStart(database)
    try:
        yield started
    finally:
        started.close()


@pytest.mark.slow
def test_a_creation_killed_at_any_point_is_finished_or_undone(database, run_killed) -> None:
    status, printed = run_killed("create", "whole", 0)
    assert status == 0
    ticks = json.loads(printed)
    assert ticks > 20
    ends = set()
    with next_start(database) as after:
        whole = after.assert_whole("whole")
        assert whole is not None
        delete(after, whole)
    for tick in range(1, ticks + 1):
        name = f"killed{tick}"
        assert run_killed("create", name, tick)[0] == -signal.SIGKILL, f"tick {tick}"
        with next_start(database) as after:
            machine_id = after.assert_whole(name)
            ends.add(machine_id is not None)
            if machine_id:
                delete(after, machine_id)
    assert ends == {True, False}  # some were finished, some undone


@pytest.mark.slow
def test_a_deletion_killed_at_any_point_is_finished(database, run_killed) -> None:
    run_killed("create", "first", 0)
    with next_start(database) as after:
        first = after.assert_whole("first")
    ticks = json.loads(run_killed("delete", str(first), 0)[1])
    assert ticks > 10
    machine_id = None
    for tick in range(1, ticks + 2):
        with next_start(database) as after:
            if tick > 1:
                left = after.assert_whole(f"gone{tick - 1}")
                # At the first two ticks nothing was written down yet, so nothing was begun.
                assert (left is None) == (tick > 3), f"tick {tick - 1}"
            if tick <= ticks:
                machine_id = create(after, f"gone{tick}")
        if tick <= ticks:
            assert run_killed("delete", str(machine_id), tick)[0] == -signal.SIGKILL


@pytest.mark.slow
def test_a_command_line_killed_at_random_leaves_nothing_half_made(
    tmp_path, clean_host, guest_image
) -> None:
    """The copy of a disk goes on in the host when its client is gone."""
    image = tmp_path / "big.raw"
    with image.open("wb") as file:
        file.write(os.urandom(1024 * 1024) * 300)
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o055)
    environment = os.environ | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    draw = random.Random(7)  # noqa: S311 - times to die at, no secret
    command = [
        sys.executable,
        "-m",
        "infinibay_desktop.app.terminal",
        "--connect",
        "qemu:///system",
    ]
    subprocess.run([*command, "machine", "list"], env=environment, check=True, timeout=60)
    for turn in range(6):
        name = f"random{turn}-{uuid4().hex[:4]}"
        create = [*command, "machine", "create", name, "--memory", "64", "--network", "none"]
        create += ["--disk", f"copy={image}"]
        running = subprocess.Popen(create, env=environment)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(draw.uniform(0.4, 1.6))
        running.kill()
        running.wait()
        assert_nothing_half_made(command, environment, name)


def assert_nothing_half_made(command, environment, name: str) -> None:
    deadline = 20
    while True:
        listed = subprocess.run(
            [*command, "machine", "list", "--json"],
            env=environment, capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        tasks = subprocess.run(
            [*command, "task", "list", "--json"],
            env=environment, capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        if all(t["status"] in ("done", "undone") for t in json.loads(tasks.stdout)):
            break
        deadline -= 1
        assert deadline, listed.stderr
    names = [machine["name"] for machine in json.loads(listed.stdout)]
    direct = libvirt.open("qemu:///system")
    domains = [domain.name() for domain in direct.listAllDomains()]
    volumes = []
    for pool in direct.listAllStoragePools():  # there is none before the first creation came so far
        pool.refresh()
        volumes += [each.name() for each in pool.listAllVolumes() if each.name().startswith(name)]
    direct.close()
    assert (name in names) == (name in domains) == bool(volumes)


def create(after: NextStart, name: str) -> MachineId:
    return after.work(lambda: after.core.creation.create(after.host.id, spec_of(name)))


def delete(after: NextStart, machine_id: MachineId) -> None:
    key = MachineKey(after.host.id, machine_id)
    after.work(lambda: after.core.deletion.delete(key, disks=["vda", "vdb"], force_off=True))
