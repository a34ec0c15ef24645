"""What every change of a machine's place is followed by: telling it, and its steps."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice
from uuid import uuid4

from infinibay_desktop.model.departments import Amount, Department, DepartmentId
from infinibay_desktop.model.errors import ConflictError
from infinibay_desktop.model.events import DepartmentSaved, MachinesPlaced
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.specs import MachineSpec, NetworkKind, NetworkSpec
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.declarations import Sight
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from infinibay_desktop.services.quotas import find_department

DEFAULT_DEPARTMENT = "Default"
# Events stay small enough to be stored and sent.
_KEYS_AN_EVENT = 500


def tell_placed(unit: UnitOfWork, keys: Collection[MachineKey]) -> None:
    """Tell, after the commit, that these machines have another place."""
    for some in _batches(keys):
        unit.tell(MachinesPlaced(keys=some))


def follow(unit: UnitOfWork, kind: StepKind, placements: Collection[Placement]) -> None:
    """Write down what follows of a change of these machines, in the same transaction."""
    if placements:
        unit.steps.add(kind, *(_body(each.department_id, each.key) for each in placements))


def follow_department(unit: UnitOfWork, department_id: DepartmentId) -> None:
    """Write down what follows of a change of a department, in the same transaction."""
    unit.steps.add(StepKind.DEPARTMENT_CHANGED, _body(department_id, None))


def forget_machines(unit: UnitOfWork, keys: Collection[MachineKey]) -> None:
    """Forget machines that are no more: how they were seen, whose they were, grants on them."""
    placements = unit.placements.of(keys)
    unit.machines.remove(keys)
    unit.placements.remove(keys)
    unit.metrics.note_gone(keys)
    tell_placed(unit, [each.key for each in placements])
    follow(unit, StepKind.MACHINE_REMOVED, placements)


def count_as_seen(unit: UnitOfWork, machines: Collection[Machine]) -> None:
    """Let placements follow the sizes that were changed without us.

    A running machine may have another size at its next start, which was counted when it was
    set: it only adds to that.
    """
    seen = {machine.key: machine for machine in machines}
    # Always in the same order: no two programs that saw the same can wait for each other.
    counted = sorted(unit.placements.of(seen.keys()), key=lambda each: each.key)
    as_seen = [(each, _as_seen(each, seen[each.key])) for each in counted]
    unit.placements.set_sizes([after for before, after in as_seen if after != before])


def _as_seen(placement: Placement, machine: Machine) -> Placement:
    off = machine.state in (MachineState.SHUT_OFF, MachineState.CRASHED)
    least = Amount() if off else placement.amount
    return replace(
        placement,
        vcpus=max(machine.vcpus, least.vcpus) or placement.vcpus,
        memory_bytes=max(machine.memory_bytes, least.memory_bytes) or placement.memory_bytes,
    )


def chosen_department(unit: UnitOfWork, department_id: DepartmentId | None) -> Department | None:
    """The department for a new machine; the default one where none was chosen, if there is."""
    if department_id is None:
        return unit.departments.oldest()
    return find_department(unit, department_id)


def ensure_default(units: UnitOfWorkFactory, clock: Clock) -> Department:
    """The department of machines that nobody chose one for: the one that was made first."""
    made = Department(id=DepartmentId(uuid4()), name=DEFAULT_DEPARTMENT, created_at=clock.now())
    try:
        with units() as unit:
            found = unit.departments.oldest()
            if found is None:
                unit.departments.add(made)
                unit.tell(DepartmentSaved(department_id=made.id))
                follow_department(unit, made.id)
                unit.commit()
    except ConflictError:  # another program was faster
        with units() as unit:
            found = unit.departments.oldest()
    return found or made


def with_defaults(spec: MachineSpec, department: Department | None) -> MachineSpec:
    """The wish, with its department and what that has a default for."""
    if department is None:
        return spec
    network = spec.network
    if department.default_network and network.kind is NetworkKind.AUTO:
        network = NetworkSpec(kind=NetworkKind.NETWORK, name=department.default_network)
    return replace(spec, department_id=department.id, network=network)


def first_placement(machine: Machine) -> Placement:
    """The place of a machine that has none yet: nobody's, with the sizes as seen."""
    return Placement(key=machine.key, vcpus=machine.vcpus, memory_bytes=machine.memory_bytes)


def _body(department_id: DepartmentId | None, key: MachineKey | None) -> bytes:
    body = {
        "host_id": None if key is None else str(key.host_id),
        "machine_id": None if key is None else str(key.machine_id),
        "department_id": None if department_id is None else str(department_id),
    }
    return json.dumps(body).encode()


def _batches(keys: Collection[MachineKey]) -> Iterable[tuple[MachineKey, ...]]:
    left = iter(keys)
    while some := tuple(islice(left, _KEYS_AN_EVENT)):
        yield some


def sees_department(sight: Sight, department_id: DepartmentId) -> bool:
    """Whether whoever calls may see this department."""
    return sight.actor.may_in(Permission.DEPARTMENT_VIEW, department_id)
