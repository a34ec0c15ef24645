"""What must be true of people, and what others see of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from infinibay_desktop.model.errors import ConflictError, NotFoundError, ValidationError
from infinibay_desktop.model.people import Person, PersonId, checked_email, checked_name
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.acts import changed as say_changed
from infinibay_desktop.services.acts import differing
from infinibay_desktop.services.declarations import Sight
from infinibay_desktop.services.ports import UnitOfWork

# Names of languages and of avatars: parts of file names of this program.
_CODE = re.compile(r"[A-Za-z0-9_-]{0,60}")


def outline(sight: Sight, person: Person) -> Person:
    """What department administrators see of those whom they choose from."""
    if sight.actor.may_for(Permission.PERSON_VIEW, person.id):
        return person
    return Person(
        id=person.id,
        email=person.email,
        first_name=person.first_name,
        last_name=person.last_name,
        role=person.role,
        avatar=person.avatar,
    )


def outline_of_active(sight: Sight, person: Person) -> Person:
    """The same; who is disabled or deleted is nobody to those who do not see people whole."""
    if not person.can_sign_in and not sight.actor.may_for(Permission.PERSON_VIEW, person.id):
        raise nobody_with(person.email)
    return outline(sight, person)


def nobody_with(email: str) -> NotFoundError:
    """The answer where nobody has that address."""
    return NotFoundError(
        f"There is nobody with the address '{email[:100]}'.",
        remedy="infinibay user list shows the people.",
    )


def outlines(sight: Sight, people: Sequence[Person]) -> Sequence[Person]:
    """People as whoever asks may see them; disabled and deleted ones only as a whole."""
    every = sight.actor.may(Permission.PERSON_VIEW)
    return [outline(sight, one) for one in people if every or one.can_sign_in]


def people_nearby(sight: Sight, values: dict[str, Any]) -> dict[str, Any]:
    """Who does not see all people searches among those of their departments."""
    who = sight.actor
    if who.may(Permission.PERSON_VIEW):
        return values
    view = Permission.DEPARTMENT_VIEW
    return values | {"within": frozenset(one for one in who.memberships if who.may_in(view, one))}


def existing(unit: UnitOfWork, person_id: PersonId) -> Person:
    """The person, unless deleted. Raises NotFoundError."""
    person = unit.people.find(person_id)
    if person is None or person.deleted_at is not None:
        raise NotFoundError("This person is not there any more.")
    return person


def checked_person(person: Person) -> Person:
    """The person without needless spaces. Raises ValidationError."""
    email = checked_email(person.email)
    return replace(
        person,
        email=email,
        first_name=checked_name(person.first_name, field="first_name"),
        last_name=checked_name(person.last_name, field="last_name"),
        language=_checked_code(person.language, field="language"),
        avatar=_checked_code(person.avatar, field="avatar"),
    )


def _checked_code(code: str, *, field: str) -> str:
    if not _CODE.fullmatch(code):
        raise ValidationError(f"{code[:60]!r} cannot be used here.", field=field)
    return code


def facts_of(person: Person) -> dict[str, object]:
    """What can be edited of a person, for the record."""
    return {
        "email": person.email,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "role": person.role,
        "language": person.language,
        "avatar": person.avatar,
        "disabled": person.disabled,
    }


def say_edited(stored: Person, changed: Person) -> None:
    """Tell the record what an edit changed."""
    before, after = differing(facts_of(stored), facts_of(changed))
    say_changed(before=before, after=after, target_name=changed.name)


def refuse_taken_email(unit: UnitOfWork, person: Person) -> None:
    """Raise ConflictError where somebody else has the person's address."""
    other = unit.people.find_by_email(person.email)
    if other is not None and other.id != person.id:
        raise ConflictError(f"Somebody has the address '{other.email}' already.", field="email")


def refuse_nobody_in_charge(unit: UnitOfWork) -> None:
    """Raise ConflictError where nobody could put things right, or some could not sign in."""
    tally = unit.people.tally()
    if not tally.super_administrators:
        raise ConflictError(
            "This is the last active super administrator.",
            remedy="Make somebody else super administrator first.",
            field="role",
        )
    if tally.active > 1 and tally.without_password:
        raise ConflictError(
            "With several people everybody signs in, and the first person has no password.",
            remedy="Set a password for the first person: infinibay password",
            field="password",
        )


def shown_name(name: str) -> str:
    """A name from the operating system, or nothing where it cannot be shown."""
    try:
        return checked_name(name[:100], field="first_name")
    except ValidationError:
        return ""
