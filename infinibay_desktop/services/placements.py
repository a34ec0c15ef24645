"""Whose machines are: moving, assigning, and grants on single machines."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from infinibay_desktop.model.departments import Department, DepartmentId
from infinibay_desktop.model.errors import ConflictError, NotFoundError, ValidationError
from infinibay_desktop.model.events import MachinesPlaced, PersonSaved
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.placements import Placement, PlacementNames
from infinibay_desktop.model.rights import GRANTABLE, Grant, Permission
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.declarations import Sight, free, needs
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.placing import (
    first_placement,
    follow,
    sees_department,
    tell_placed,
)
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from infinibay_desktop.services.quotas import (
    check_owner,
    check_present,
    check_quota,
    no_department,
    total,
)

# How much disk machines have, as far as their hosts tell.
MeasureDisks = Callable[[Collection[MachineKey]], Mapping[MachineKey, int]]


def _seen_names(sight: Sight, names: PlacementNames) -> PlacementNames:
    """Departments that one sees, people that one sees or whose machines one sees."""
    owners = {machine.owner_id for machine in sight.machines()}
    actor = sight.actor
    return PlacementNames(
        departments={
            key: value for key, value in names.departments.items() if sees_department(sight, key)
        },
        people={
            key: name
            for key, name in names.people.items()
            if key in owners or actor.may_for(Permission.PERSON_VIEW, key)
        },
    )


class PlacementService:
    """Whose machines are. What is true here is in the inventory when a call returns."""

    def __init__(
        self,
        units: UnitOfWorkFactory,
        inventory: Inventory,
        *,
        measure_disks: MeasureDisks = lambda _keys: {},
    ) -> None:
        self._units = units
        self._inventory = inventory
        self._measure_disks = measure_disks

    @needs(Permission.MACHINE_VIEW, machine="key")
    def placement(self, key: MachineKey) -> Placement:
        """Whose a machine is, and what it counts for. Raises NotFoundError."""
        with self._units() as unit:
            found = unit.placements.of([key])
        return found[0] if found else self._first(key)

    @free("names that one has no part in are left out", only=_seen_names)
    def names(self) -> PlacementNames:
        """What lists call departments and people."""
        with self._units() as unit:
            return unit.placements.names()

    # Moving and assigning: many at once, all of them or none.

    @needs(
        Permission.MACHINE_ASSIGN, machines="keys", department="department_id", act="machine.move"
    )
    def move(self, keys: Collection[MachineKey], department_id: DepartmentId | None) -> None:
        """Move machines to a department within its quota, or to none."""
        wanted = tuple(dict.fromkeys(keys))
        sources, disks = self._look_ahead(wanted)
        with self._units() as unit:
            locked = _lock(unit, sources, department_id)
            placed, new = self._placed(unit, wanted, disks)
            _check_unmoved(placed, locked)
            coming = [each for each in placed if each.department_id != department_id]
            if department_id is not None:
                check_quota(unit, locked[department_id], total(coming))
            moved = [replace(each, department_id=department_id) for each in coming]
            unit.placements.add([each for each in moved if each.key in new])
            known = [each for each in moved if each.key not in new]
            unit.placements.set_department([each.key for each in known], department_id)
            unit.placements.set_sizes([each for each in known if each.key in disks])
            tell_placed(unit, [each.key for each in moved])
            follow(unit, StepKind.MACHINE_MOVED, moved)
            unit.commit()
        self._inventory.place(moved)
        names: dict[DepartmentId | None, str] = {None: ""}
        names |= {key: each.name for key, each in locked.items()}
        for before in coming:
            changed(
                target_id=before.key.machine_id,
                before={"department": names[before.department_id]},
                after={"department": names[department_id]},
            )

    @needs(Permission.MACHINE_ASSIGN, machines="keys", act="machine.assign")
    def assign(self, keys: Collection[MachineKey], person_id: PersonId | None) -> None:
        """Give machines an owner, who need not be of their department, or none."""
        wanted = tuple(dict.fromkeys(keys))
        with self._units() as unit:
            owner = check_owner(unit, person_id)
            placed, new = self._placed(unit, wanted, {})
            owned = [
                replace(each, owner_id=person_id) for each in placed if each.owner_id != person_id
            ]
            unit.placements.add([each for each in owned if each.key in new])
            unit.placements.set_owner([e.key for e in owned if e.key not in new], person_id)
            tell_placed(unit, [each.key for each in owned])
            names = unit.placements.owner_names({each.owner_id for each in placed})
            unit.commit()
        self._inventory.place(owned)
        for before in placed:
            if before.owner_id != person_id:
                changed(
                    target_id=before.key.machine_id,
                    before={"owner": names.get(before.owner_id, "")},
                    after={"owner": owner.name if owner else ""},
                )

    # Grants.

    @needs(Permission.MACHINE_ASSIGN, machine="key")
    def grants(self, key: MachineKey) -> Sequence[Grant]:
        """What people may do with one machine beside their roles."""
        with self._units() as unit:
            return unit.placements.grants_on(key)

    @needs(Permission.MACHINE_ASSIGN, machine="key", act="machine.grant")
    def grant(self, key: MachineKey, person_id: PersonId, permission: Permission) -> None:
        """Let a person do one thing with one machine; what they have already stays."""
        _check_grantable(permission)
        self._first(key)
        with self._units() as unit:
            self._check_known(unit.placements.of([key]))
            person = check_present(unit.people.find(person_id))
            unit.placements.add_grant(Grant(key=key, person_id=person_id, permission=permission))
            unit.tell(PersonSaved(person_id=person_id), MachinesPlaced(keys=(key,)))
            unit.commit()
        changed(after={"person": person.name, "permission": permission})

    @needs(Permission.MACHINE_ASSIGN, machine="key", act="machine.revoke")
    def revoke(self, key: MachineKey, person_id: PersonId, permission: Permission) -> None:
        """Take such a permission away; nothing happens where there is none."""
        grant = Grant(key=key, person_id=person_id, permission=permission)
        with self._units() as unit:
            self._check_known(unit.placements.of([key]))
            person = unit.people.find(person_id)
            if person is None or not unit.placements.remove_grant(grant):
                return
            unit.tell(PersonSaved(person_id=person_id), MachinesPlaced(keys=(key,)))
            unit.commit()
        changed(before={"person": person.name, "permission": permission})

    def _look_ahead(
        self, keys: Collection[MachineKey]
    ) -> tuple[set[DepartmentId], Mapping[MachineKey, int]]:
        """Where the machines are now, and the disks that nobody has measured yet."""
        with self._units() as unit:
            known = {each.key: each for each in unit.placements.of(keys)}
        sources = {each.department_id for each in known.values() if each.department_id}
        unmeasured = [key for key in keys if key not in known or not known[key].disk_bytes]
        return sources, self._measure_disks(unmeasured) if unmeasured else {}

    def _placed(
        self, unit: UnitOfWork, keys: Collection[MachineKey], disks: Mapping[MachineKey, int]
    ) -> tuple[list[Placement], set[MachineKey]]:
        """The machines' places as they are now, and for which of them none is stored yet.

        Only what changes is stored: others may change the rest meanwhile.
        """
        known = {each.key: each for each in unit.placements.of(keys)}
        self._check_known(known.values())
        placed = [known[key] if key in known else self._first(key) for key in keys]
        measured = [
            each if each.disk_bytes else replace(each, disk_bytes=disks.get(each.key, 0))
            for each in placed
        ]
        return measured, set(keys) - known.keys()

    def _check_known(self, stored: Iterable[Placement]) -> None:
        """Refuse where a machine is no longer whose this program thought, and judged by."""
        moved = [each for each in stored if not self._is_as_known(each)]
        if moved:
            self._inventory.place(moved)
            raise ConflictError(
                "Somebody gave one of these machines to others meanwhile.",
                remedy="Look at it again, then try once more.",
            )

    def _is_as_known(self, stored: Placement) -> bool:
        machine = self._inventory.find(stored.key)
        return machine is None or (machine.department_id, machine.owner_id) == (
            stored.department_id,
            stored.owner_id,
        )

    def _first(self, key: MachineKey) -> Placement:
        machine = self._inventory.find(key)
        if machine is None:
            raise NotFoundError("This machine is not there any more.", machine_id=key.machine_id)
        return first_placement(machine)


def _lock(
    unit: UnitOfWork, sources: Collection[DepartmentId], target: DepartmentId | None
) -> dict[DepartmentId, Department]:
    wanted = {*sources} if target is None else {*sources, target}
    locked = {each.id: each for each in unit.departments.lock(*wanted)} if wanted else {}
    if target is not None and target not in locked:
        raise no_department()
    return locked


def _check_unmoved(placed: Iterable[Placement], locked: Collection[DepartmentId]) -> None:
    """Refuse where somebody moved one of them between looking and locking."""
    if any(each.department_id and each.department_id not in locked for each in placed):
        raise ConflictError(
            "Somebody moved one of these machines to another department meanwhile.",
            remedy="Try again.",
        )


def _check_grantable(permission: Permission) -> None:
    if permission not in GRANTABLE:
        offered = ", ".join(sorted(GRANTABLE))
        raise ValidationError(
            f"'{permission}' cannot be granted on one machine.",
            field="permission",
            remedy=f"What can: {offered}.",
        )
