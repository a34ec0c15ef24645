"""Rows into values and back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from infinibay_desktop.database.rows import BlueprintRow, HostRow, MachineRow, TaskRow
from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.hosts import Acceleration, Host, HostId, SshAccess
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.tasks import (
    CreationPlan,
    DeletionPlan,
    Step,
    Task,
    TaskId,
    TaskKind,
    TaskStatus,
)

# SQLite takes 32,766 variables in a statement; two for each key stay well below.
_CHUNK = 500


class SqlHostRepository:
    """Stored hosts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Host]:
        """All hosts."""
        return [_to_host(row) for row in self._session.scalars(select(HostRow))]

    def find(self, host_id: HostId) -> Host | None:
        """One host, or None."""
        row = self._session.get(HostRow, host_id)
        return None if row is None else _to_host(row)

    def save(self, host: Host) -> None:
        """Add or replace it."""
        self._session.merge(
            HostRow(
                id=host.id,
                name=host.name,
                uri=host.uri,
                autoconnect=host.autoconnect,
                acceleration=host.acceleration,
                ssh_key_file=host.ssh.key_file,
                ssh_known_hosts_file=host.ssh.known_hosts_file,
                ssh_jump=host.ssh.jump,
            )
        )

    def remove(self, host_id: HostId) -> None:
        """Remove it and its machines' rows."""
        self._session.execute(delete(HostRow).where(HostRow.id == host_id))


class SqlMachineRepository:
    """Machines as last seen."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[tuple[Machine, datetime]]:
        """All machines with the time they were last seen."""
        columns = (
            MachineRow.host_id,
            MachineRow.id,
            MachineRow.name,
            MachineRow.state,
            MachineRow.vcpus,
            MachineRow.memory_bytes,
            MachineRow.autostart,
            MachineRow.persistent,
            MachineRow.seen_at,
        )
        return [
            (
                Machine(
                    id=MachineId(machine_id),
                    host_id=HostId(host_id),
                    name=name,
                    state=MachineState(state),
                    vcpus=vcpus,
                    memory_bytes=memory_bytes,
                    autostart=autostart,
                    persistent=persistent,
                ),
                seen_at,
            )
            for (
                host_id,
                machine_id,
                name,
                state,
                vcpus,
                memory_bytes,
                autostart,
                persistent,
                seen_at,
            ) in self._session.execute(select(*columns))
        ]

    def save(self, machines: Collection[Machine], seen_at: datetime) -> None:
        """Add or update them; those of a host that is not stored are passed over."""
        known = self._known([machine.key for machine in machines])
        hosts = set(self._session.scalars(select(HostRow.id)))
        values = [_machine_values(m, seen_at) for m in machines if m.host_id in hosts]
        fresh = [v | {"first_seen_at": seen_at} for v in values if _key_of(v) not in known]
        if fresh:
            self._session.execute(insert(MachineRow), fresh)
        if changed := [v for v in values if _key_of(v) in known]:
            self._session.execute(update(MachineRow), changed)

    def remove(self, keys: Collection[MachineKey]) -> None:
        """Remove them, as far as they are there."""
        for chunk in _chunks(list(keys)):
            matches = tuple_(MachineRow.host_id, MachineRow.id).in_(chunk)
            self._session.execute(delete(MachineRow).where(matches))

    def _known(self, keys: list[MachineKey]) -> set[tuple[UUID, UUID]]:
        known: set[tuple[UUID, UUID]] = set()
        for chunk in _chunks(keys):
            query = select(MachineRow.host_id, MachineRow.id).where(
                tuple_(MachineRow.host_id, MachineRow.id).in_(chunk)
            )
            known |= {(host_id, machine_id) for host_id, machine_id in self._session.execute(query)}
        return known


class SqlTaskRepository:
    """Journalled tasks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, task: Task) -> None:
        """Write it down for the first time."""
        self._session.add(TaskRow(id=task.id, **_task_values(task)))

    def save(self, task: Task) -> None:
        """Write down how it stands."""
        self._session.execute(
            update(TaskRow).where(TaskRow.id == task.id).values(**_task_values(task))
        )

    def find(self, task_id: TaskId) -> Task | None:
        """One task, or None."""
        row = self._session.get(TaskRow, task_id)
        return None if row is None else _to_task(row)

    def unfinished(self) -> Sequence[Task]:
        """Tasks with something left to do, oldest first."""
        open_ones = (TaskStatus.RUNNING, TaskStatus.UNDOING)
        query = select(TaskRow).where(TaskRow.status.in_(open_ones)).order_by(TaskRow.started_at)
        return [_to_task(row) for row in self._session.scalars(query)]

    def recent(self, limit: int) -> Sequence[Task]:
        """The newest tasks, newest first."""
        query = select(TaskRow).order_by(TaskRow.started_at.desc()).limit(limit)
        return [_to_task(row) for row in self._session.scalars(query)]

    def claim(self, task: Task, owner: str, lease_until: datetime) -> bool:
        """Take a task over from the owner it was read with; False when somebody was faster."""
        query = (
            update(TaskRow)
            .where(
                TaskRow.id == task.id,
                TaskRow.owner == task.owner,
                TaskRow.status == task.status,
            )
            .values(owner=owner, lease_until=lease_until)
        )
        return self._session.execute(query).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def renew(self, owner: str, lease_until: datetime) -> None:
        """Prolong the leases of an owner's tasks."""
        query = update(TaskRow).where(TaskRow.owner == owner).values(lease_until=lease_until)
        self._session.execute(query)


class SqlBlueprintRepository:
    """Named sizes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Blueprint]:
        """All of them."""
        return [_to_blueprint(row) for row in self._session.scalars(select(BlueprintRow))]

    def find(self, name: str) -> Blueprint | None:
        """One, or None."""
        row = self._session.get(BlueprintRow, name)
        return None if row is None else _to_blueprint(row)

    def save(self, blueprint: Blueprint) -> None:
        """Add or replace it."""
        self._session.merge(
            BlueprintRow(
                name=blueprint.name,
                description=blueprint.description,
                vcpus=blueprint.vcpus,
                memory_bytes=blueprint.memory_bytes,
                disk_bytes=blueprint.disk_bytes,
            )
        )

    def remove(self, name: str) -> None:
        """Remove it."""
        self._session.execute(delete(BlueprintRow).where(BlueprintRow.name == name))


def _chunks(keys: list[MachineKey]) -> list[list[MachineKey]]:
    return [keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK)]


def _key_of(values: dict[str, object]) -> tuple[object, object]:
    return values["host_id"], values["id"]


def _machine_values(machine: Machine, seen_at: datetime) -> dict[str, object]:
    return {
        "host_id": machine.host_id,
        "id": machine.id,
        "name": machine.name,
        "state": str(machine.state),
        "vcpus": machine.vcpus,
        "memory_bytes": machine.memory_bytes,
        "autostart": machine.autostart,
        "persistent": machine.persistent,
        "seen_at": seen_at,
    }


def _to_host(row: HostRow) -> Host:
    return Host(
        id=HostId(row.id),
        name=row.name,
        uri=row.uri,
        autoconnect=row.autoconnect,
        acceleration=Acceleration(row.acceleration),
        ssh=SshAccess(
            key_file=row.ssh_key_file,
            known_hosts_file=row.ssh_known_hosts_file,
            jump=row.ssh_jump,
        ),
    )


def _to_blueprint(row: BlueprintRow) -> Blueprint:
    return Blueprint(
        name=row.name,
        description=row.description,
        vcpus=row.vcpus,
        memory_bytes=row.memory_bytes,
        disk_bytes=row.disk_bytes,
    )


def _task_values(task: Task) -> dict[str, object]:
    return {
        "kind": str(task.kind),
        "status": str(task.status),
        "title": task.title,
        "host_id": task.host_id,
        "machine_id": task.machine_id,
        "plan": msgspec.json.encode(task.plan),
        "step": task.step and str(task.step),
        "steps_done": " ".join(task.steps_done),
        "error": task.error[:2000],
        "owner": task.owner,
        "lease_until": task.lease_until,
        "started_at": task.started_at,
        "ended_at": task.ended_at,
    }


_PLANS: dict[TaskKind, type[CreationPlan] | type[DeletionPlan]] = {
    TaskKind.CREATE_MACHINE: CreationPlan,
    TaskKind.DELETE_MACHINE: DeletionPlan,
}


def _to_task(row: TaskRow) -> Task:
    kind = TaskKind(row.kind)
    return Task(
        id=TaskId(row.id),
        kind=kind,
        status=TaskStatus(row.status),
        title=row.title,
        host_id=HostId(row.host_id),
        machine_id=MachineId(row.machine_id),
        plan=msgspec.json.decode(row.plan, type=_PLANS[kind]),
        step=Step(row.step) if row.step else None,
        steps_done=tuple(Step(name) for name in row.steps_done.split()),
        error=row.error,
        owner=row.owner,
        lease_until=row.lease_until,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )
