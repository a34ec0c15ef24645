"""What a password must be like, and how a one-time password is made."""

import secrets
from collections.abc import Sequence

from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.passwords import Weakness
from infinibay_desktop.model.people import MAX_PASSWORD, MIN_PASSWORD, Person
from infinibay_desktop.services.people_ports import PasswordHasher

# Without letters and digits that look alike: it is read aloud and typed.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 4, 5


def make_one_time_password() -> str:
    """A random one of 99 bits, in groups that can be read aloud."""
    return "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    )


def words_of(person: Person) -> tuple[str, ...]:
    """What the person's password must not be made of."""
    words = (person.email, *person.email.split("@"), person.first_name, person.last_name)
    return tuple(word for word in words if word)


def check_password(hasher: PasswordHasher, password: str, words: Sequence[str]) -> None:
    """Raise ValidationError, which does not hold the password, for one that is not taken."""
    if len(password) < MIN_PASSWORD:
        raise refused_password(Weakness.SHORT)
    if len(password) > MAX_PASSWORD:
        raise refused_password(Weakness.LONG)
    if why := hasher.weakness(password, *words):
        raise refused_password(why)


def refused_password(why: str) -> ValidationError:
    """The refusal of a password, for a reason that a screen can show."""
    return ValidationError(
        why,
        field="password",
        remedy="Four words that have nothing to do with each other are easy to remember.",
        weakness=why,
    )
