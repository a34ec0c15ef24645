"""Making machines: volumes, definition, record, start - all of it or nothing."""

import logging
from collections.abc import Callable
from dataclasses import replace

from infinibay_desktop.model.errors import InfinibayError, NotFoundError, SecretStoreError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.specs import MachineSpec
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.model.tasks import CreationPlan, Step, Task, TaskKind, TaskStatus
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import needs, program_only
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.placing import (
    chosen_department,
    ensure_default,
    follow,
    forget_machines,
    with_defaults,
)
from infinibay_desktop.services.planning import CreationPlanner
from infinibay_desktop.services.ports import HostLink, SecretStore, UnitOfWorkFactory
from infinibay_desktop.services.quotas import (
    check_owner,
    check_quota,
    claim_place,
)
from infinibay_desktop.services.secrets import make_vnc_password, vnc_secret
from infinibay_desktop.services.sights import made_from_what_may_be_seen

logger = logging.getLogger(__name__)


class CreationService:
    """Creates machines as journalled tasks.

    The definition is the point of no return: a creation that was cut short before it is
    undone at the next start, one that was cut short after it is finished.
    """

    def __init__(
        self,
        connections: HostConnections,
        planner: CreationPlanner,
        journal: Journal,
        inventory: Inventory,
        units: UnitOfWorkFactory,
        secrets: SecretStore,
        clock: Clock,
    ) -> None:
        self._connections = connections
        self._planner = planner
        self._journal = journal
        self._inventory = inventory
        self._units = units
        self._secrets = secrets
        self._clock = clock

    @needs(
        Permission.MACHINE_CREATE,
        department="spec.department_id",
        narrow=made_from_what_may_be_seen,
    )
    def plan(self, host_id: HostId, spec: MachineSpec) -> CreationPlan:
        """Check and decide everything; raises what would make the creation fail."""
        with self._units() as unit:
            department = chosen_department(unit, spec.department_id)
            check_owner(unit, spec.owner_id)
        filled = with_defaults(spec, department)
        host = self._connections.host(host_id)
        plan = self._planner.plan(host, self._connections.link(host_id), filled)
        if department is not None:
            with self._units() as unit:
                check_quota(unit, department, _placement(host_id, plan).amount)
        return plan

    @needs(
        Permission.MACHINE_CREATE,
        department="spec.department_id",
        name="spec.name",
        act="machine.create",
        narrow=made_from_what_may_be_seen,
    )
    def create(self, host_id: HostId, spec: MachineSpec) -> MachineId:
        """Make the machine. If any step fails, all are undone and the failure is raised."""
        if spec.department_id is None:
            default = ensure_default(self._units, self._clock)
            spec = replace(spec, department_id=default.id)
        plan = self.plan(host_id, spec)
        placement = _placement(host_id, plan)
        key = placement.key
        changed(
            target_id=key.machine_id,
            department_id=placement.department_id,
            after={
                "host": self._connections.host(host_id).name,
                "vcpus": placement.vcpus,
                "memory_bytes": placement.memory_bytes,
                "disk_bytes": placement.disk_bytes,
            },
        )
        # Its place is taken with the first word about it: who undoes it gives the place back.
        task = self._journal.begin(
            TaskKind.CREATE_MACHINE,
            spec.name,
            key,
            plan,
            also=lambda unit: claim_place(unit, placement),
        )
        self._inventory.place([placement])
        self._inventory.begin_work(_placeholder(key, plan), MachineState.CREATING)
        try:
            self._finish(task)
        finally:
            self._inventory.end_work(key)
        return plan.definition.id

    @program_only("recovery finishes what was begun with rights")
    def resume(self, task: Task) -> TaskStatus:
        """Finish or undo what a killed program left. Raises where the host cannot be reached."""
        link = self._connections.link(task.host_id)
        past_return = task.status is TaskStatus.RUNNING and _is_defined(link, task.machine_id)
        if not past_return:
            postponed = self._undo(task, task.error or "the program ended in the middle of it")
            if postponed:
                raise postponed
            return TaskStatus.UNDONE
        self._finish(task)
        return TaskStatus.DONE

    def _finish(self, task: Task) -> None:
        # Whatever goes wrong, nothing may stay half made; the caller gets the error.
        self._journal.carry_out(
            task,
            lambda: self._steps(task),
            if_failed=lambda reached, error: self._undo(reached, str(error)),
        )

    def _steps(self, task: Task) -> list[tuple[Step, Callable[[], None]]]:
        plan, key = _plan_of(task), task.key
        link = self._connections.link(task.host_id)
        steps: list[tuple[Step, Callable[[], None]]] = [
            (Step.VOLUMES, lambda: self._make_volumes(link, plan)),
            (Step.DEFINITION, lambda: self._define(link, plan)),
            (Step.RECORD, lambda: self._record(link, key)),
        ]
        if plan.start:
            steps.append((Step.START, lambda: self._start(link, key)))
        return steps

    def _make_volumes(self, link: HostLink, plan: CreationPlan) -> None:
        for volume in plan.volumes:
            link.storage.create_volume(volume)

    def _define(self, link: HostLink, plan: CreationPlan) -> None:
        definition = plan.definition
        if not _is_defined(link, definition.id):
            paths = {}
            for planned in plan.volumes:
                made = link.storage.volume(planned.pool, planned.name)
                if made is None:
                    raise NotFoundError(f"The volume '{planned.name}' went away meanwhile.")
                paths[planned.pool, planned.name] = made.path
            password = self._new_password(definition.id) if definition.vnc else ""
            link.hypervisor.define(definition.with_paths(paths), vnc_password=password)
        if plan.autostart:
            link.hypervisor.set_autostart(definition.id, enabled=True)

    def _new_password(self, machine_id: MachineId) -> str:
        password = make_vnc_password()
        try:
            self._secrets.keep(vnc_secret(machine_id), password)
        except SecretStoreError as error:
            # libvirt keeps it too, for those who may read definitions: the console works.
            logger.info("the console's password is kept by libvirt alone: %s", error.message)
        return password

    def _record(self, link: HostLink, key: MachineKey) -> None:
        mark = self._inventory.mark()
        machine = link.hypervisor.machine(key.machine_id)
        with self._units() as unit:
            unit.machines.save([machine], self._clock.now())
            follow(unit, StepKind.MACHINE_CREATED, unit.placements.of([key]))
            unit.commit()
        self._inventory.update(machine, mark=mark)

    def _start(self, link: HostLink, key: MachineKey) -> None:
        if link.hypervisor.machine(key.machine_id).state is MachineState.SHUT_OFF:
            link.hypervisor.start(key.machine_id)

    def _undo(self, task: Task, why: str) -> InfinibayError | None:
        """Take back every step, last first. What cannot be taken back now waits for the next
        program, and why is returned.
        """
        task = self._journal.turn_back(task, why)
        try:
            self._take_back(task)
        except InfinibayError as error:
            logger.warning("undoing '%s' must wait: %s", task.title, error.message)
            self._journal.give_up_for_now(task, f"{why}; {error.message}")
            return error
        self._journal.end(task, TaskStatus.UNDONE)
        return None

    def _take_back(self, task: Task) -> None:
        link = self._connections.link(task.host_id)
        if _is_defined(link, task.machine_id):
            if link.hypervisor.machine(task.machine_id).state not in _OFF:
                link.hypervisor.force_off(task.machine_id)
            link.hypervisor.undefine(task.machine_id)
        for volume in _plan_of(task).volumes:
            link.storage.delete_volume(volume.pool, volume.name)
        forget_secret(self._secrets, task.machine_id)
        with self._units() as unit:
            forget_machines(unit, [task.key])
            unit.commit()
        self._inventory.remove(task.key)
        self._inventory.place((), gone=[task.key])


_OFF = frozenset({MachineState.SHUT_OFF, MachineState.SAVED, MachineState.CRASHED})


def forget_secret(secrets: SecretStore, machine_id: MachineId) -> None:
    """Take a machine's console password out of the keyring, where there is one."""
    try:
        secrets.forget(vnc_secret(machine_id))
    except SecretStoreError as error:
        logger.info("no keyring to forget a console's password in: %s", error.message)


def _plan_of(task: Task) -> CreationPlan:
    assert isinstance(task.plan, CreationPlan)
    return task.plan


def _is_defined(link: HostLink, machine_id: MachineId) -> bool:
    try:
        link.hypervisor.machine(machine_id)
    except NotFoundError:
        return False
    return True


def _placement(host_id: HostId, plan: CreationPlan) -> Placement:
    return Placement(
        key=MachineKey(host_id, plan.definition.id),
        department_id=plan.department_id,
        owner_id=plan.owner_id,
        internal_name=plan.internal_name,
        vcpus=plan.definition.vcpus,
        memory_bytes=plan.definition.memory_bytes,
        disk_bytes=plan.disk_bytes,
    )


def _placeholder(key: MachineKey, plan: CreationPlan) -> Machine:
    return Machine(
        id=key.machine_id,
        host_id=key.host_id,
        name=plan.definition.name,
        state=MachineState.CREATING,
        vcpus=plan.definition.vcpus,
        memory_bytes=plan.definition.memory_bytes,
    )
