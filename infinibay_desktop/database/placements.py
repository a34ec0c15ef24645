"""Whose machines are, and who else may do what with them, into values and back."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from infinibay_desktop.database.people_rows import (
    DepartmentRow,
    GrantRow,
    PersonRow,
    PlacementRow,
)
from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.placements import Placement, PlacementNames
from infinibay_desktop.model.rights import Grant, Permission

# SQLite takes 32,766 variables in a statement; eight for each row stay well below.
_CHUNK = 1000


# Columns, not objects: there are as many as machines.
_PLACEMENTS = select(
    PlacementRow.host_id,
    PlacementRow.machine_id,
    PlacementRow.department_id,
    PlacementRow.owner_id,
    PlacementRow.internal_name,
    PlacementRow.vcpus,
    PlacementRow.memory_bytes,
    PlacementRow.disk_bytes,
)
_NAMES = select(PersonRow.id, PersonRow.first_name, PersonRow.last_name, PersonRow.email)


class SqlPlacementRepository:
    """Whose machines are."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Placement]:
        """All of them."""
        return [_to_placement(*row) for row in self._session.execute(_PLACEMENTS)]

    def of(self, keys: Collection[MachineKey]) -> Sequence[Placement]:
        """Those of these machines, as far as they have any."""
        found: list[Placement] = []
        for chunk in _chunks(keys):
            query = _PLACEMENTS.where(_is_one_of(chunk))
            found += [_to_placement(*row) for row in self._session.execute(query)]
        return found

    def of_department(self, department_id: DepartmentId) -> Sequence[Placement]:
        """Those of a department's machines."""
        query = _PLACEMENTS.where(PlacementRow.department_id == department_id)
        return [_to_placement(*row) for row in self._session.execute(query)]

    def add(self, placements: Collection[Placement]) -> None:
        """Add them. Raises ConflictError where somebody was faster."""
        if placements:
            self._session.execute(insert(PlacementRow), [_values(each) for each in placements])

    def set_department(
        self, keys: Collection[MachineKey], department_id: DepartmentId | None
    ) -> None:
        """Give these placements another department."""
        for chunk in _chunks(keys):
            query = update(PlacementRow).where(_is_one_of(chunk))
            self._session.execute(query.values(department_id=department_id))

    def set_owner(self, keys: Collection[MachineKey], owner_id: PersonId | None) -> None:
        """Give these placements another owner."""
        for chunk in _chunks(keys):
            query = update(PlacementRow).where(_is_one_of(chunk))
            self._session.execute(query.values(owner_id=owner_id))

    def set_sizes(self, placements: Collection[Placement]) -> None:
        """Store what these machines count for; whose they are stays as it is."""
        values = [
            {
                "host_id": each.key.host_id,
                "machine_id": each.key.machine_id,
                "vcpus": each.vcpus,
                "memory_bytes": each.memory_bytes,
                "disk_bytes": each.disk_bytes,
            }
            for each in placements
        ]
        if values:
            self._session.execute(update(PlacementRow), values)

    def move_all(self, old: DepartmentId, new: DepartmentId) -> None:
        """Move all machines of one department to another."""
        query = update(PlacementRow).where(PlacementRow.department_id == old)
        self._session.execute(query.values(department_id=new))

    def remove(self, keys: Collection[MachineKey]) -> None:
        """Remove them and all grants on the machines, as far as they are there."""
        for chunk in _chunks(keys):
            self._session.execute(delete(PlacementRow).where(_is_one_of(chunk)))
            on_them = tuple_(GrantRow.host_id, GrantRow.machine_id).in_(chunk)
            self._session.execute(delete(GrantRow).where(on_them))

    # Grants.

    def grants_on(self, key: MachineKey) -> Sequence[Grant]:
        """Who else may do what with a machine."""
        query = select(GrantRow).where(
            GrantRow.host_id == key.host_id, GrantRow.machine_id == key.machine_id
        )
        return [_to_grant(row) for row in self._session.scalars(query)]

    def add_grant(self, grant: Grant) -> None:
        """Add it, unless it is there."""
        self._session.merge(GrantRow(**_grant_values(grant)))

    def remove_grant(self, grant: Grant) -> bool:
        """Take it away; False where there was none."""
        query = delete(GrantRow).filter_by(**_grant_values(grant))
        return self._session.execute(query).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def owner_names(self, ids: Collection[PersonId | None]) -> dict[PersonId | None, str]:
        """What these people are called."""
        query = _NAMES.where(PersonRow.id.in_([each for each in ids if each]))
        return {PersonId(key): _name(*name) for key, *name in self._session.execute(query)}

    def names(self) -> PlacementNames:
        """What lists call departments and people, deleted people too."""
        departments = select(DepartmentRow.id, DepartmentRow.name, DepartmentRow.colour)
        return PlacementNames(
            departments={
                DepartmentId(key): (name, colour)
                for key, name, colour in self._session.execute(departments)
            },
            people={PersonId(key): _name(*name) for key, *name in self._session.execute(_NAMES)},
        )


def _name(first: str, last: str, email: str) -> str:
    return f"{first} {last}".strip() or email


def _chunks(keys: Collection[MachineKey]) -> list[list[MachineKey]]:
    listed = list(keys)
    return [listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK)]


def _is_one_of(keys: list[MachineKey]) -> ColumnElement[bool]:
    return tuple_(PlacementRow.host_id, PlacementRow.machine_id).in_(keys)


def _values(placement: Placement) -> dict[str, object]:
    return {
        "host_id": placement.key.host_id,
        "machine_id": placement.key.machine_id,
        "department_id": placement.department_id,
        "owner_id": placement.owner_id,
        "internal_name": placement.internal_name,
        "vcpus": placement.vcpus,
        "memory_bytes": placement.memory_bytes,
        "disk_bytes": placement.disk_bytes,
    }


def _grant_values(grant: Grant) -> dict[str, object]:
    return {
        "host_id": grant.key.host_id,
        "machine_id": grant.key.machine_id,
        "person_id": grant.person_id,
        "permission": str(grant.permission),
    }


def _to_placement(
    host_id: UUID,
    machine_id: UUID,
    department_id: UUID | None,
    owner_id: UUID | None,
    internal_name: str,
    vcpus: int,
    memory_bytes: int,
    disk_bytes: int,
) -> Placement:
    return Placement(
        key=MachineKey(HostId(host_id), MachineId(machine_id)),
        department_id=None if department_id is None else DepartmentId(department_id),
        owner_id=None if owner_id is None else PersonId(owner_id),
        internal_name=internal_name,
        vcpus=vcpus,
        memory_bytes=memory_bytes,
        disk_bytes=disk_bytes,
    )


def _to_grant(row: GrantRow) -> Grant:
    return Grant(
        key=MachineKey(HostId(row.host_id), MachineId(row.machine_id)),
        person_id=PersonId(row.person_id),
        permission=Permission(row.permission),
    )
