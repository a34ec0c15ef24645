"""Deleting machines: what goes is named before, and what was begun is finished."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from infinibay_desktop.model.errors import (
    InvalidStateError,
    NotFoundError,
    ValidationError,
)
from infinibay_desktop.model.machines import (
    Act,
    Machine,
    MachineDisk,
    MachineKey,
    MachineState,
    check_act,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.tasks import DeletionPlan, Step, Task, TaskKind, TaskStatus
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.creation import forget_secret
from infinibay_desktop.services.declarations import needs, program_only
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.placing import forget_machines
from infinibay_desktop.services.ports import HostLink, SecretStore, UnitOfWorkFactory
from infinibay_desktop.services.sights import hide_other_machines

logger = logging.getLogger(__name__)
_OFF = frozenset({MachineState.SHUT_OFF, MachineState.SAVED, MachineState.CRASHED})


class DeletionService:
    """Deletes machines as journalled tasks; one that was cut short is finished."""

    def __init__(
        self,
        connections: HostConnections,
        journal: Journal,
        inventory: Inventory,
        units: UnitOfWorkFactory,
        secrets: SecretStore,
    ) -> None:
        self._connections = connections
        self._journal = journal
        self._inventory = inventory
        self._units = units
        self._secrets = secrets

    @needs(Permission.MACHINE_DELETE, machine="key", only=hide_other_machines)
    def disks(self, key: MachineKey) -> Sequence[MachineDisk]:
        """The machine's disks with their sizes and the other machines that use them."""
        link = self._connections.link(key.host_id)
        name = link.hypervisor.machine(key.machine_id).name
        users = link.hypervisor.disk_users()
        return [
            _measured(link, disk, tuple(user for user in users.get(disk.path, ()) if user != name))
            for disk in link.hypervisor.details(key.machine_id).disks
        ]

    @needs(Permission.MACHINE_DELETE, machine="key", act="machine.delete")
    def delete(
        self, key: MachineKey, *, disks: Collection[str] = (), force_off: bool = False
    ) -> None:
        """Remove the machine and the disks named by their targets ('vda'); other disks stay."""
        link = self._connections.link(key.host_id)
        machine = link.hypervisor.machine(key.machine_id)
        _check_deletable(machine, force_off=force_off)
        paths = self._chosen_paths(key, disks)
        changed(target_name=machine.name, after={"deleted_disks": ", ".join(paths) or "none"})
        plan = DeletionPlan(disk_paths=paths)
        task = self._journal.begin(TaskKind.DELETE_MACHINE, machine.name, key, plan)
        self._inventory.begin_work(machine, MachineState.DELETING)
        try:
            self._finish(task)
        finally:
            self._inventory.end_work(key)

    @program_only("recovery finishes what was begun with rights")
    def resume(self, task: Task) -> TaskStatus:
        """Finish what a killed program left."""
        self._finish(task)
        return TaskStatus.DONE

    def _finish(self, task: Task) -> None:
        self._journal.carry_out(
            task,
            lambda: self._steps(task),
            if_failed=self._stop_early,
            no_return=Step.UNDEFINE,
        )

    def _stop_early(self, task: Task, error: Exception) -> None:
        """Before anything went, a failed deletion is none; after, it is finished later."""
        if Step.UNDEFINE not in task.steps_done:
            self._journal.end(replace(task, error=str(error)), TaskStatus.UNDONE)
        else:
            self._journal.give_up_for_now(task, str(error))

    def _steps(self, task: Task) -> list[tuple[Step, Callable[[], None]]]:
        assert isinstance(task.plan, DeletionPlan)
        link, paths = self._connections.link(task.host_id), task.plan.disk_paths
        return [
            (Step.POWER_OFF, lambda: _power_off(link, task.key)),
            (Step.UNDEFINE, lambda: link.hypervisor.undefine(task.machine_id)),
            (Step.DISKS, lambda: _delete_all(link, paths)),
            (Step.FORGET, lambda: self._forget(task.key)),
        ]

    def _forget(self, key: MachineKey) -> None:
        forget_secret(self._secrets, key.machine_id)
        with self._units() as unit:
            forget_machines(unit, [key])
            unit.commit()
        self._inventory.remove(key)
        self._inventory.place((), gone=[key])

    def _chosen_paths(self, key: MachineKey, targets: Collection[str]) -> tuple[str, ...]:
        if not targets:
            return ()
        by_target = {disk.target: disk for disk in self.disks(key)}
        for target in targets:
            _check_disk(target, by_target.get(target), list(by_target))
        return tuple(by_target[target].path for target in targets)


def _check_deletable(machine: Machine, *, force_off: bool) -> None:
    check_act(Act.DELETE, machine.name, machine.state)
    if machine.state not in _OFF and not force_off:
        raise InvalidStateError(
            f"Cannot delete '{machine.name}': it is {machine.state}.",
            remedy="Shut it down first, or say that it may be forced off.",
            state=str(machine.state),
        )


def _check_disk(target: str, disk: MachineDisk | None, known: list[str]) -> None:
    if disk is None:
        raise ValidationError(
            f"The machine has no disk '{target}'.",
            field="disks",
            remedy=f"Its disks are: {', '.join(known) or 'none'}.",
        )
    if not disk.deletable:
        why = "it is no disk but a " + disk.device if disk.device != "disk" else "it is read-only"
        if disk.shared_with:
            why = "another machine uses it too"
        raise ValidationError(f"The disk '{target}' is not deleted: {why}.", field="disks")


def _measured(link: HostLink, disk: MachineDisk, shared: tuple[str, ...]) -> MachineDisk:
    volume = link.storage.volume_at(disk.path) if disk.path.startswith("/") else None
    size = volume.capacity_bytes if volume else 0
    return replace(disk, capacity_bytes=size, shared_with=shared)


def _power_off(link: HostLink, key: MachineKey) -> None:
    try:
        machine = link.hypervisor.machine(key.machine_id)
    except NotFoundError:
        return  # a killed program came this far already
    if machine.state not in _OFF:
        link.hypervisor.force_off(key.machine_id)


def _delete_all(link: HostLink, paths: tuple[str, ...]) -> None:
    for path in paths:
        link.storage.delete_volume_at(path)
