"""Departments: adding, finding, editing, removing, and who is in them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

from infinibay_desktop.model.departments import (
    Amount,
    Department,
    DepartmentId,
    DepartmentRole,
    DepartmentSummary,
    Membership,
    Quota,
    checked_department,
)
from infinibay_desktop.model.errors import (
    ConflictError,
    NotFoundError,
    NotPermittedError,
    ValidationError,
)
from infinibay_desktop.model.events import DepartmentRemoved, DepartmentSaved, PersonSaved
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.rights import PROGRAM, Actor, Permission
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.declarations import Sight, free, needs, program_only
from infinibay_desktop.services.department_facts import facts_of, note_difference
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.people_rules import outline
from infinibay_desktop.services.placing import (
    ensure_default,
    follow,
    follow_department,
    sees_department,
    tell_placed,
)
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from infinibay_desktop.services.quotas import (
    check_present,
    check_quota,
    find_department,
    locked_department,
    no_department,
    total,
)


def _seen_summaries(
    sight: Sight, found: Sequence[DepartmentSummary]
) -> Sequence[DepartmentSummary]:
    return [each for each in found if sees_department(sight, each.department.id)]


def _seen_department(sight: Sight, found: Department) -> Department:
    # Whoever may not see it is not told that there is one.
    if not sees_department(sight, found.id):
        raise _no_department_named()
    return found


def _seen_or_none(sight: Sight, found: Department | None) -> Department | None:
    return found if found is not None and sees_department(sight, found.id) else None


def _colleagues(
    sight: Sight, found: Sequence[tuple[Person, DepartmentRole]]
) -> Sequence[tuple[Person, DepartmentRole]]:
    return [(outline(sight, person), role) for person, role in found]


def _no_department_named() -> NotFoundError:
    return NotFoundError(
        # The same words whether it is not there or may not be seen; its true spelling is no clue.
        "There is no department of that name.",
        remedy="infinibay department list shows the departments.",
    )


class DepartmentService:
    """Keeping departments. Lists hold those that the actor may see."""

    def __init__(
        self,
        units: UnitOfWorkFactory,
        clock: Clock,
        inventory: Inventory,
        *,
        actor: Callable[[], Actor] = lambda: PROGRAM,
    ) -> None:
        self._units = units
        self._clock = clock
        self._inventory = inventory
        self._actor = actor

    @free("departments that one may not see are left out", only=_seen_summaries)
    def all(self) -> Sequence[DepartmentSummary]:
        """All departments by name, with their use and how many people are in each."""
        with self._units() as unit:
            return unit.departments.summaries()

    @needs(Permission.DEPARTMENT_VIEW, department="department_id")
    def find(self, department_id: DepartmentId) -> Department:
        """One department. Raises NotFoundError."""
        with self._units() as unit:
            return find_department(unit, department_id)

    @free("one that one may not see is not there", only=_seen_department)
    def find_by_name(self, name: str) -> Department:
        """The department of that name, in any letter case. Raises NotFoundError."""
        with self._units() as unit:
            if found := unit.departments.find_by_name(name):
                return found
        raise _no_department_named()

    @free("one that one may not see is not there", only=_seen_or_none)
    def default(self) -> Department | None:
        """The department for machines that nobody chose one for: the one that was made first."""
        with self._units() as unit:
            return unit.departments.oldest()

    @program_only("made at the first start, and for machines that nobody chose one for")
    def ensure_default(self) -> Department:
        """The department for machines that nobody chose one for; made where there is none."""
        return ensure_default(self._units, self._clock)

    # Changing.

    @needs(Permission.DEPARTMENT_MANAGE, name="name", act="department.add")
    def add(
        self,
        name: str,
        *,
        description: str = "",
        colour: str = "",
        quota: Quota | None = None,
        default_blueprint: str = "",
        default_network: str = "",
    ) -> Department:
        """Add a department. Raises ConflictError where the name is taken in any letter case."""
        department = checked_department(
            Department(
                id=DepartmentId(uuid4()),
                name=name,
                description=description,
                colour=colour,
                quota=quota or Quota(),
                default_blueprint=default_blueprint,
                default_network=default_network,
                created_at=self._clock.now(),
            )
        )
        with _name_of_its_own(department), self._units() as unit:
            _check_blueprint(unit, department.default_blueprint)
            _check_name(unit, department)
            unit.departments.add(department)
            _tell_saved(unit, department.id)
            unit.commit()
        changed(target_id=department.id, after=facts_of(department))
        return department

    @needs(Permission.DEPARTMENT_EDIT, department="department.id", act="department.edit")
    def edit(self, department: Department) -> Department:
        """Store a changed department.

        Raises ConflictError where somebody else changed it since it was read.
        """
        edited = checked_department(department)
        with _name_of_its_own(edited), self._units() as unit:
            stored = find_department(unit, edited.id)
            if stored.version != edited.version:
                raise _changed_meanwhile(stored)
            if stored.quota != edited.quota:
                self._check_may_set_quota()
            if stored.default_blueprint != edited.default_blueprint:  # an old one may be gone
                _check_blueprint(unit, edited.default_blueprint)
            _check_name(unit, edited)
            if not unit.departments.save(edited):
                raise _changed_meanwhile(stored)
            _tell_saved(unit, edited.id)
            unit.commit()
        note_difference(stored, edited)
        return replace(edited, version=edited.version + 1)

    @needs(Permission.DEPARTMENT_MANAGE, department="department_id", act="department.remove")
    def remove(
        self, department_id: DepartmentId, *, move_machines_to: DepartmentId | None = None
    ) -> None:
        """Remove a department. One with machines is refused, unless these are moved first."""
        if move_machines_to == department_id:
            raise ValidationError(
                "Its machines cannot be moved to the department that is removed.",
                field="move_machines_to",
            )
        with self._units() as unit:
            removed, moved = self._clear(unit, department_id, move_machines_to)
            taker = unit.departments.find(move_machines_to) if move_machines_to else None
            unit.departments.remove(department_id)
            unit.tell(DepartmentRemoved(department_id=department_id))
            follow_department(unit, department_id)
            unit.commit()
        changed(
            target_name=removed.name,
            before=facts_of(removed),
            after={"moved_machines": len(moved), "moved_to": taker.name if taker else ""},
        )
        self._inventory.place(moved)

    def _clear(
        self, unit: UnitOfWork, department_id: DepartmentId, target_id: DepartmentId | None
    ) -> tuple[Department, Sequence[Placement]]:
        """Move all machines out; refuses where there are some and no place for them."""
        wanted = [department_id] if target_id is None else [department_id, target_id]
        locked = {each.id: each for each in unit.departments.lock(*wanted)}
        if len(locked) < len(wanted):
            raise no_department()
        leaving = locked[department_id]
        machines = unit.placements.of_department(department_id)
        if not machines:
            return leaving, ()
        if target_id is None:
            raise ConflictError(
                f"The department '{leaving.name}' has {len(machines)} machine(s).",
                remedy="Say to which department they are moved, or delete them first.",
                machines=len(machines),
            )
        check_quota(unit, locked[target_id], total(machines))
        unit.placements.move_all(department_id, target_id)
        moved = [replace(each, department_id=target_id) for each in machines]
        tell_placed(unit, [each.key for each in moved])
        follow(unit, StepKind.MACHINE_MOVED, moved)
        return leaving, moved

    # People.

    @needs(Permission.DEPARTMENT_VIEW, department="department_id", only=_colleagues)
    def members(self, department_id: DepartmentId) -> Sequence[tuple[Person, DepartmentRole]]:
        """Who is in it, by name."""
        with self._units() as unit:
            return unit.departments.members(department_id)

    @needs(Permission.DEPARTMENT_EDIT, department="department_id", act="department.set-member")
    def set_member(
        self, department_id: DepartmentId, person_id: PersonId, role: DepartmentRole
    ) -> None:
        """Take a person in, or give them another role."""
        with self._units() as unit:
            department = locked_department(unit, department_id)
            person = check_present(unit.people.find(person_id))
            old_role = unit.people.memberships(person_id).get(department_id, "")
            unit.departments.set_member(
                Membership(department_id=department_id, person_id=person_id, role=role)
            )
            _tell_member(unit, department_id, person_id)
            unit.commit()
        changed(
            target_name=department.name,
            before={"person": person.name, "role": old_role} if old_role else {},
            after={"person": person.name, "role": role},
        )

    @needs(Permission.DEPARTMENT_EDIT, department="department_id", act="department.remove-member")
    def remove_member(self, department_id: DepartmentId, person_id: PersonId) -> None:
        """Take a person out; the machines that they own there stay theirs."""
        with self._units() as unit:
            department = find_department(unit, department_id)
            person = unit.people.find(person_id)
            role = unit.people.memberships(person_id).get(department_id, "")
            if person is None or not unit.departments.remove_member(department_id, person_id):
                return
            _tell_member(unit, department_id, person_id)
            unit.commit()
        changed(target_name=department.name, before={"person": person.name, "role": role})

    @needs(Permission.DEPARTMENT_VIEW, department="department_id")
    def used(self, department_id: DepartmentId) -> Amount:
        """What its machines have together."""
        with self._units() as unit:
            return unit.departments.used(department_id)

    def _check_may_set_quota(self) -> None:
        # Else a department's own administrator could give it whatever it asks for.
        if not self._actor().may(Permission.DEPARTMENT_MANAGE):
            raise NotPermittedError(
                "You may not change a department's quota.",
                remedy="Ask an administrator.",
                field="quota",
            )


def _check_blueprint(unit: UnitOfWork, name: str) -> None:
    if name and unit.blueprints.find(name) is None:
        raise ValidationError(f"There is no blueprint '{name[:100]}'.", field="default_blueprint")


def _check_name(unit: UnitOfWork, department: Department) -> None:
    same = unit.departments.find_by_name(department.name)
    if same is not None and same.id != department.id:
        raise _name_taken(same.name)


def _changed_meanwhile(stored: Department) -> ConflictError:
    return ConflictError(
        f"Somebody else changed the department '{stored.name}' meanwhile.",
        remedy="Look at it again, then change it.",
    )


@contextmanager
def _name_of_its_own(department: Department) -> Iterator[None]:
    """Say it plainly where another program took the name between looking and storing."""
    try:
        yield
    except ConflictError as error:
        if "raw" not in error.details:
            raise
        raise _name_taken(department.name) from error


def _name_taken(name: str) -> ConflictError:
    return ConflictError(f"There is a department named '{name}' already.", field="name")


def _tell_saved(unit: UnitOfWork, department_id: DepartmentId) -> None:
    unit.tell(DepartmentSaved(department_id=department_id))
    follow_department(unit, department_id)


def _tell_member(unit: UnitOfWork, department_id: DepartmentId, person_id: PersonId) -> None:
    unit.tell(DepartmentSaved(department_id=department_id), PersonSaved(person_id=person_id))
