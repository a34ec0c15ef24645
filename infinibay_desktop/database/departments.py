"""Departments, their members and their use, into values and back."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update
from sqlalchemy.orm import Session

from infinibay_desktop.database.people import to_person
from infinibay_desktop.database.people_rows import (
    DepartmentRow,
    MembershipRow,
    PersonRow,
    PlacementRow,
)
from infinibay_desktop.model.departments import (
    Amount,
    Department,
    DepartmentId,
    DepartmentRole,
    DepartmentSummary,
    Membership,
    Quota,
)
from infinibay_desktop.model.people import Person, PersonId, folded

_USE: tuple[ColumnElement[int], ...] = (
    func.count(),
    func.coalesce(func.sum(PlacementRow.vcpus), 0),
    func.coalesce(func.sum(PlacementRow.memory_bytes), 0),
    func.coalesce(func.sum(PlacementRow.disk_bytes), 0),
)


class SqlDepartmentRepository:
    """Stored departments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[Department]:
        """All departments by name."""
        query = select(DepartmentRow).order_by(DepartmentRow.name_key)
        return [_to_department(row) for row in self._session.scalars(query)]

    def summaries(self) -> Sequence[DepartmentSummary]:
        """All departments by name, with what they use and how many are in them."""
        columns = (PlacementRow.department_id, *_USE)
        used = {
            department_id: _to_amount(sums)
            for department_id, *sums in self._session.execute(
                select(*columns).group_by(PlacementRow.department_id)
            )
        }
        counted = (
            select(MembershipRow.department_id, func.count())
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .where(PersonRow.deleted_at.is_(None))
            .group_by(MembershipRow.department_id)
        )
        members = {row[0]: row[1] for row in self._session.execute(counted)}
        return [
            DepartmentSummary(
                department=department,
                used=used.get(department.id, Amount()),
                members=members.get(department.id, 0),
            )
            for department in self.all()
        ]

    def find(self, department_id: DepartmentId) -> Department | None:
        """One department, or None."""
        query = select(DepartmentRow).where(DepartmentRow.id == department_id)
        return self._first(self._session.scalars(query).all())

    def find_by_name(self, name: str) -> Department | None:
        """The department of that name in any letter case, or None."""
        query = select(DepartmentRow).where(DepartmentRow.name_key == folded(name))
        return self._first(self._session.scalars(query).all())

    def oldest(self) -> Department | None:
        """The department that was made first, or None."""
        query = select(DepartmentRow).order_by(DepartmentRow.created_at, DepartmentRow.name_key)
        return self._first(self._session.scalars(query.limit(1)).all())

    def lock(self, *department_ids: DepartmentId) -> Sequence[Department]:
        """The departments, which no other program fills or changes until the transaction ends.

        On SQLite a transaction alone may write from its start, so nothing more is needed.
        """
        query = (
            select(DepartmentRow)
            .where(DepartmentRow.id.in_(department_ids))
            .order_by(DepartmentRow.id)  # always the same order: no two can wait for each other
            .with_for_update()
        )
        return [_to_department(row) for row in self._session.scalars(query)]

    def add(self, department: Department) -> None:
        """Add it. Raises ConflictError where its name was taken meanwhile."""
        self._session.execute(
            insert(DepartmentRow).values(id=department.id, **_department_values(department))
        )

    def save(self, department: Department) -> bool:
        """Replace the version that was read; False where somebody else did so meanwhile."""
        values = _department_values(department) | {"version": department.version + 1}
        del values["created_at"]
        query = (
            update(DepartmentRow)
            .where(DepartmentRow.id == department.id, DepartmentRow.version == department.version)
            .values(**values)
        )
        return self._session.execute(query).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def remove(self, department_id: DepartmentId) -> None:
        """Remove it and its memberships; it must have no machines."""
        self._session.execute(delete(DepartmentRow).where(DepartmentRow.id == department_id))

    def used(self, department_id: DepartmentId) -> Amount:
        """What its machines have together."""
        query = select(*_USE).where(PlacementRow.department_id == department_id)
        return _to_amount(self._session.execute(query).one())

    # People in departments.

    def members(self, department_id: DepartmentId) -> Sequence[tuple[Person, DepartmentRole]]:
        """Who is in it, by name; deleted people are not."""
        query = (
            select(PersonRow, MembershipRow.role)
            .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
            .where(MembershipRow.department_id == department_id, PersonRow.deleted_at.is_(None))
            .order_by(PersonRow.name_key, PersonRow.id)
        )
        return [
            (to_person(row), DepartmentRole(role)) for row, role in self._session.execute(query)
        ]

    def set_member(self, membership: Membership) -> None:
        """Take a person in, or give them another role."""
        self._session.merge(
            MembershipRow(
                department_id=membership.department_id,
                person_id=membership.person_id,
                role=str(membership.role),
            )
        )

    def remove_member(self, department_id: DepartmentId, person_id: PersonId) -> bool:
        """Take a person out; False where they were not in."""
        query = delete(MembershipRow).where(
            MembershipRow.department_id == department_id, MembershipRow.person_id == person_id
        )
        return self._session.execute(query).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def _first(self, rows: Collection[DepartmentRow]) -> Department | None:
        return next((_to_department(row) for row in rows), None)


def _department_values(department: Department) -> dict[str, object]:
    quota = department.quota
    return {
        "name": department.name,
        "name_key": folded(department.name),
        "description": department.description,
        "colour": department.colour,
        "default_blueprint": department.default_blueprint,
        "default_network": department.default_network,
        "quota_machines": quota.machines,
        "quota_vcpus": quota.vcpus,
        "quota_memory_bytes": quota.memory_bytes,
        "quota_disk_bytes": quota.disk_bytes,
        "version": department.version,
        "created_at": department.created_at,
    }


def _to_department(row: DepartmentRow) -> Department:
    return Department(
        id=DepartmentId(row.id),
        name=row.name,
        description=row.description,
        colour=row.colour,
        default_blueprint=row.default_blueprint,
        default_network=row.default_network,
        quota=Quota(
            machines=row.quota_machines,
            vcpus=row.quota_vcpus,
            memory_bytes=row.quota_memory_bytes,
            disk_bytes=row.quota_disk_bytes,
        ),
        version=row.version,
        created_at=row.created_at,
    )


def _to_amount(sums: Sequence[int] | Row[tuple[int, int, int, int]]) -> Amount:
    # PostgreSQL sums 64-bit numbers to decimals.
    machines, vcpus, memory_bytes, disk_bytes = (int(each) for each in sums)
    return Amount(machines=machines, vcpus=vcpus, memory_bytes=memory_bytes, disk_bytes=disk_bytes)
