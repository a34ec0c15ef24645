"""What a password must be like, and how a one-time password is made."""

import secrets

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.people import MAX_PASSWORD, MIN_PASSWORD, Person
from infinibay_desktop.services.ports import PasswordHasher

# Without letters and digits that look alike: it is read aloud and typed.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 4, 5


def make_one_time_password() -> str:
    """A random one of 99 bits, in groups that can be read aloud."""
    return "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    )


def checked_password(hasher: PasswordHasher, password: str, person: Person) -> str:
    """The password, when it may be this person's. Raises ValidationError, without it."""
    if len(password) < MIN_PASSWORD:
        raise ValidationError(
            f"A password has at least {MIN_PASSWORD} characters.",
            field="password",
            remedy="Four words that have nothing to do with each other are easy to remember.",
        )
    if len(password) > MAX_PASSWORD:
        raise ValidationError(
            f"A password has at most {MAX_PASSWORD} characters.", field="password"
        )
    words = (person.email, *person.email.split("@"), person.first_name, person.last_name)
    if why := hasher.weakness(password, *(word for word in words if word)):
        raise ValidationError(
            why,
            field="password",
            remedy="Take a longer one: four words that have nothing to do with each other.",
        )
    return password
