"""Whose machines are, and who else may do what with them, into values and back."""

from collections.abc import Collection, Sequence

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


class SqlPlacementRepository:
    """Whose machines are."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Placement]:
        """All of them."""
        return [_to_placement(row) for row in self._session.scalars(select(PlacementRow))]

    def of(self, keys: Collection[MachineKey]) -> Sequence[Placement]:
        """Those of these machines, as far as they have any."""
        found: list[Placement] = []
        for chunk in _chunks(keys):
            query = select(PlacementRow).where(_is_one_of(chunk))
            found += [_to_placement(row) for row in self._session.scalars(query)]
        return found

    def of_department(self, department_id: DepartmentId) -> Sequence[Placement]:
        """Those of a department's machines."""
        query = select(PlacementRow).where(PlacementRow.department_id == department_id)
        return [_to_placement(row) for row in self._session.scalars(query)]

    def save(self, placements: Collection[Placement]) -> None:
        """Add or replace them."""
        known = {placement.key for placement in self.of([each.key for each in placements])}
        fresh = [_values(each) for each in placements if each.key not in known]
        if fresh:
            self._session.execute(insert(PlacementRow), fresh)
        if changed := [_values(each) for each in placements if each.key in known]:
            self._session.execute(update(PlacementRow), changed)

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

    def names(self) -> PlacementNames:
        """What lists call departments and people, deleted people too."""
        departments = select(DepartmentRow.id, DepartmentRow.name, DepartmentRow.colour)
        people = select(
            PersonRow.id, PersonRow.first_name, PersonRow.last_name, PersonRow.email
        )
        return PlacementNames(
            departments={
                DepartmentId(key): (name, colour)
                for key, name, colour in self._session.execute(departments)
            },
            people={
                PersonId(key): f"{first} {last}".strip() or email
                for key, first, last, email in self._session.execute(people)
            },
        )


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


def _to_placement(row: PlacementRow) -> Placement:
    return Placement(
        key=MachineKey(HostId(row.host_id), MachineId(row.machine_id)),
        department_id=None if row.department_id is None else DepartmentId(row.department_id),
        owner_id=None if row.owner_id is None else PersonId(row.owner_id),
        internal_name=row.internal_name,
        vcpus=row.vcpus,
        memory_bytes=row.memory_bytes,
        disk_bytes=row.disk_bytes,
    )


def _to_grant(row: GrantRow) -> Grant:
    return Grant(
        key=MachineKey(HostId(row.host_id), MachineId(row.machine_id)),
        person_id=PersonId(row.person_id),
        permission=Permission(row.permission),
    )
