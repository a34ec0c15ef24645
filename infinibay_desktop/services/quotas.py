"""What departments' machines may have together, and places for machines within that."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from infinibay_desktop.model.departments import Amount, Department, DepartmentId
from infinibay_desktop.model.errors import (
    ConflictError,
    NotFoundError,
    QuotaExceededError,
    ValidationError,
)
from infinibay_desktop.model.events import MachinesPlaced
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.model.sizes import format_size
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

# Amount and quota by the same names: what people call it, the field of a form, how it is written.
_RESOURCES: tuple[tuple[str, str, str, Callable[[int], str]], ...] = (
    ("machines", "machines", "department", str),
    ("vcpus", "virtual CPUs", "vcpus", str),
    ("memory_bytes", "of memory", "memory", format_size),
    ("disk_bytes", "of disk", "disks", format_size),
)


def total(placements: Iterable[Placement]) -> Amount:
    """What these machines have together."""
    amounts = [placement.amount for placement in placements]
    return Amount(
        machines=len(amounts),
        vcpus=sum(each.vcpus for each in amounts),
        memory_bytes=sum(each.memory_bytes for each in amounts),
        disk_bytes=sum(each.disk_bytes for each in amounts),
    )


def check_quota(unit: UnitOfWork, department: Department, more: Amount) -> None:
    """Refuse what would take a department beyond its quota; to have less is always allowed.

    Lock the department first: else another program can take the last place meanwhile.
    """
    used = unit.departments.used(department.id)
    for name, words, field, written in _RESOURCES:
        allowed = getattr(department.quota, name)
        has, asked = getattr(used, name), getattr(more, name)
        if allowed is not None and asked > 0 and has + asked > allowed:
            raise QuotaExceededError(
                f"The department '{department.name}' may have {written(allowed)} {words}: "
                f"{written(has)} are in use, and {written(asked)} more were asked for.",
                remedy="Ask an administrator for a larger quota, or free some of it: delete "
                "machines, or move them to another department.",
                field=field,
                resource=name,
                used=has,
                asked=asked,
                allowed=allowed,
                department=department.name,
                department_id=department.id,
            )


def locked_department(unit: UnitOfWork, department_id: DepartmentId) -> Department:
    """The department, locked until the transaction ends. Raises NotFoundError."""
    for department in unit.departments.lock(department_id):
        return department
    raise no_department()


def find_department(unit: UnitOfWork, department_id: DepartmentId) -> Department:
    """The department as it is now. Raises NotFoundError."""
    if found := unit.departments.find(department_id):
        return found
    raise no_department()


def check_owner(unit: UnitOfWork, person_id: PersonId | None) -> Person | None:
    """The owner to be; refuses one who is not there, or cannot sign in."""
    if person_id is None:
        return None
    person = check_present(unit.people.find(person_id))
    if not person.can_sign_in:
        raise ValidationError(
            f"'{person.name}' is disabled and can own no more machines.",
            field="owner",
            remedy="Choose somebody else, or enable the person first.",
        )
    return person


def check_present(person: Person | None) -> Person:
    """The person, unless they are deleted. Raises NotFoundError."""
    if person is None or person.deleted_at is not None:
        raise NotFoundError("This person is not there any more.", field="person")
    return person


def claim_place(unit: UnitOfWork, placement: Placement) -> None:
    """Give a new machine its place within the quota; first thing in its transaction."""
    if unit.hosts.find(placement.key.host_id) is None:
        raise NotFoundError("This host is not in the list any more.", field="host")
    facts: dict[str, object] = {}
    if placement.department_id is not None:
        department = locked_department(unit, placement.department_id)
        check_quota(unit, department, placement.amount)
        facts["department"] = department.name
    if owner := check_owner(unit, placement.owner_id):
        facts["owner"] = owner.name
    changed(target_id=placement.key.machine_id, after=facts)
    unit.placements.add([placement])
    unit.tell(MachinesPlaced(keys=(placement.key,)))


class CountedSizes:
    """New sizes of machines, counted before the host is asked."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units

    @contextmanager
    def resizing(
        self,
        key: MachineKey,
        vcpus: int | None,
        memory_bytes: int | None,
        *,
        is_off: bool = False,
    ) -> Iterator[None]:
        """Count the new size; what the block raises takes that back.

        A machine that is not off uses its old size until its next start: the larger one counts.
        Raises QuotaExceededError where the machine's department may not have so much.
        """
        before = self._count(key, vcpus, memory_bytes, is_off=is_off)
        try:
            yield
        except BaseException:
            if before is not None:
                self._restore(before)
            raise

    def _count(
        self, key: MachineKey, vcpus: int | None, memory_bytes: int | None, *, is_off: bool
    ) -> Placement | None:
        with self._units() as unit:
            before = _placement_with_locked_department(unit, key)
            if before is None:
                return None
            after = replace(
                before,
                vcpus=_counted(before.vcpus, vcpus, is_off=is_off),
                memory_bytes=_counted(before.memory_bytes, memory_bytes, is_off=is_off),
            )
            if before.department_id is not None:
                department = find_department(unit, before.department_id)
                check_quota(unit, department, _growth(before, after))
            unit.placements.set_sizes([after])
            unit.commit()
        return before

    def _restore(self, before: Placement) -> None:
        with self._units() as unit:
            unit.placements.set_sizes([before])
            unit.commit()


def _placement_with_locked_department(unit: UnitOfWork, key: MachineKey) -> Placement | None:
    found = next(iter(unit.placements.of([key])), None)
    if found is None or found.department_id is None:
        return found
    unit.departments.lock(found.department_id)
    again = next(iter(unit.placements.of([key])), None)
    if again is None or again.department_id != found.department_id:
        raise ConflictError(
            "Somebody moved this machine to another department meanwhile.", remedy="Try again."
        )
    return again


def _counted(before: int, asked: int | None, *, is_off: bool) -> int:
    if asked is None:
        return before
    return asked if is_off else max(before, asked)


def _growth(before: Placement, after: Placement) -> Amount:
    return Amount(
        vcpus=after.vcpus - before.vcpus, memory_bytes=after.memory_bytes - before.memory_bytes
    )


def no_department() -> NotFoundError:
    """What to raise where a department went away."""
    return NotFoundError("This department is not there any more.", field="department")
