"""One schema, two databases; bad days of both."""

import os
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from infinibay_desktop.database import opening
from infinibay_desktop.database.rows import Row
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.errors import (
    ConflictError,
    DatabaseError,
    DatabaseFullError,
    DatabaseReadOnlyError,
    DatabaseTooNewError,
    ValidationError,
)
from infinibay_desktop.model.hosts import Acceleration, SshAccess
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.tasks import DeletionPlan, Step, Task, TaskId, TaskKind, TaskStatus
from infinibay_desktop.services.hosts import draft_host

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "deep" / "er" / "test.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def units(location):
    units = opening.open_database(location)
    yield units
    units.close()


@pytest.fixture
def host(units):
    host = draft_host("qemu+ssh://root@far:2222/system", name="far")
    with units() as unit:
        unit.hosts.save(host)
        unit.commit()
    return host


def machine(host, number: int, **values) -> Machine:
    return Machine(
        id=MachineId(UUID(int=number)),
        host_id=host.id,
        name=f"vm-{number}",
        state=MachineState.SAVED,
        memory_bytes=8 * GIB,
        **values,
    )


def task(host, **values) -> Task:
    return Task(
        id=TaskId(uuid4()),
        kind=TaskKind.DELETE_MACHINE,
        status=TaskStatus.RUNNING,
        title="web",
        host_id=host.id,
        machine_id=MachineId(UUID(int=1)),
        plan=DeletionPlan(disk_paths=("/a b", "/ü")),
        steps_done=(Step.POWER_OFF, Step.UNDEFINE),
        step=Step.DISKS,
        owner="me",
        lease_until=NOW,
        started_at=NOW,
        **values,
    )


def test_the_models_equal_the_migrations(units) -> None:
    with units._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_newest_migration_is_the_one_that_is_named() -> None:
    assert ScriptDirectory.from_config(opening._config()).get_heads() == [opening.HEAD]


def test_a_new_database_has_blueprints(units) -> None:
    with units() as unit:
        assert {blueprint.name for blueprint in unit.blueprints.all()} == {
            "small",
            "medium",
            "large",
        }


def test_what_is_stored_comes_back(units, host) -> None:
    changed = replace(
        host,
        autoconnect=False,
        acceleration=Acceleration.EMULATION,
        ssh=SshAccess(key_file="/k", known_hosts_file="/n", jump="a"),
    )
    machines = [machine(host, n, autostart=True, persistent=False) for n in range(1200)]
    kept = task(host)
    size = Blueprint(name="huge", vcpus=64, memory_bytes=2**40, disk_bytes=2**45)
    with units() as unit:
        unit.hosts.save(changed)
        unit.machines.save(machines, NOW)
        unit.machines.save([replace(machines[0], name="new")], NOW + timedelta(hours=1))
        unit.tasks.add(kept)
        unit.blueprints.save(size)
        unit.commit()
    with units() as unit:
        assert unit.hosts.find(host.id) == changed
        found = {m.id: (m, seen_at) for m, seen_at in unit.machines.all()}
        assert found[machines[5].id] == (machines[5], NOW)
        assert found[machines[0].id][0].name == "new"
        assert found[machines[0].id][1] == NOW + timedelta(hours=1)
        assert unit.tasks.find(kept.id) == kept
        assert unit.tasks.unfinished() == [kept]
        assert unit.blueprints.find("huge") == size
        unit.machines.remove([m.key for m in machines[:1199]])
        unit.tasks.save(replace(kept, status=TaskStatus.DONE))
        unit.commit()
    with units() as unit:
        assert len(unit.machines.all()) == 1
        assert unit.tasks.unfinished() == []
        unit.hosts.remove(host.id)
        unit.commit()
    with units() as unit:
        assert unit.machines.all() == []  # they go with their host
        assert unit.tasks.recent(5)  # the record stays


def test_what_is_not_committed_never_was(units, host) -> None:
    with units() as unit:
        unit.machines.save([machine(host, 1)], NOW)
    with units() as unit:
        assert unit.machines.all() == []


def test_a_machine_of_an_unknown_host_is_passed_over(units) -> None:
    stranger = draft_host("qemu:///system")
    with units() as unit:
        unit.machines.save([machine(stranger, 1)], NOW)
        unit.commit()
        assert unit.machines.all() == []


def test_two_hosts_of_one_name_are_a_conflict(units, host) -> None:
    def save_twin() -> None:
        with units() as unit:
            unit.hosts.save(draft_host("qemu:///system", name=host.name))
            unit.commit()

    with pytest.raises(ConflictError):
        save_twin()


def test_a_task_is_claimed_once(units, host) -> None:
    abandoned = task(host)
    with units() as unit:
        unit.tasks.add(abandoned)
        unit.commit()
    claimed: list[bool] = []

    def claim(owner: str) -> None:
        with units() as unit:
            claimed.append(unit.tasks.claim(abandoned, owner, NOW))
            unit.commit()

    threads = [threading.Thread(target=claim, args=(f"owner-{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [False] * 7 + [True]


def test_keys_of_two_hosts_are_kept_apart(units, host) -> None:
    other = draft_host("qemu:///session")
    with units() as unit:
        unit.hosts.save(other)
        unit.machines.save([machine(host, 1), machine(other, 1)], NOW)
        unit.machines.remove([MachineKey(host.id, MachineId(UUID(int=1)))])
        unit.commit()
        assert [m.host_id for m, _ in unit.machines.all()] == [other.id]


def test_a_newer_schema_is_refused_and_left_alone(location) -> None:
    units = opening.open_database(location)
    with units._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    units.close()
    with pytest.raises(DatabaseTooNewError, match="newer version"):
        opening.open_database(location)


def test_many_programs_may_open_a_new_database_at_once(location) -> None:
    script = (
        "import sys; from infinibay_desktop.database.opening import open_database;"
        "open_database(sys.argv[1]).close()"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, location],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    told = [process.communicate(timeout=60)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * 4, told


def test_a_file_is_copied_aside_before_its_schema_changes(tmp_path, monkeypatch) -> None:
    path = tmp_path / "old.sqlite"
    opening.open_database(str(path)).close()
    with sqlite3.connect(path) as old:
        old.execute("DROP TABLE tasks")
        old.execute("DROP TABLE blueprints")
        old.execute("DROP TABLE machines")
        old.execute("UPDATE hosts SET name = name")
        old.execute("DROP TABLE hosts")
        old.execute("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(opening, "_known_versions", lambda: {"0000", opening.HEAD})
    monkeypatch.setattr(opening, "_migrate", lambda connection: None)
    opening.open_database(str(path)).close()
    [copy] = (tmp_path / "backups").iterdir()
    assert copy.name.startswith("old-0000-")
    assert copy.stat().st_mode & 0o077 == 0


def test_a_database_that_may_only_be_read_is_said_to_be_so(tmp_path) -> None:
    units = opening.open_database(str(tmp_path / "read-only.sqlite"))

    def save() -> None:
        with units() as unit:
            unit._session.execute(text("PRAGMA query_only = ON"))
            unit.hosts.save(draft_host("qemu:///system"))
            unit.commit()

    with pytest.raises(DatabaseReadOnlyError) as refused:
        save()
    assert refused.value.remedy
    units.close()


def test_a_full_disk_changes_nothing(tmp_path) -> None:
    units = opening.open_database(str(tmp_path / "full.sqlite"))
    full = draft_host("qemu:///system")
    with units() as unit:
        unit.hosts.save(full)
        unit.commit()
    with units() as unit:
        pages = unit._session.execute(text("PRAGMA page_count")).scalar()
        unit._session.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(DatabaseFullError), opening.translated("it"):
            unit.machines.save([machine(full, n) for n in range(5000)], NOW)
    with units() as unit:
        assert unit.machines.all() == []
    units.close()


@pytest.mark.parametrize("content", [b"this is no database at all " * 50, os.urandom(8192)])
def test_a_file_that_is_no_database_is_refused(tmp_path, content) -> None:
    path = tmp_path / "odd.sqlite"
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        opening.open_database(str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "location", ["mysql://x/y", "http://x", "://", "sqlite:///file:/x?mode=ro&uri=true"]
)
def test_a_url_that_is_no_database_is_refused(location) -> None:
    with pytest.raises(ValidationError) as refused:
        opening.open_database(location)
    assert refused.value.remedy


def test_a_password_is_in_no_message() -> None:
    with pytest.raises(DatabaseError) as refused:
        opening.open_database("postgresql://me:hunter2@127.0.0.1:1/none")
    assert "hunter2" not in f"{refused.value} {refused.value.details}"
