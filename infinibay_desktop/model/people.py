"""Who works with the program: people, their roles, their signing in."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from infinibay_desktop.model.errors import ValidationError

PersonId = NewType("PersonId", UUID)
SignInId = NewType("SignInId", UUID)

# RFC 5321, 4.5.3.1.3: a path has at most 256 octets with its brackets.
MAX_EMAIL = 254
MAX_PERSON_NAME = 100
# NIST SP 800-63B, 5.1.1.2: length counts, composition rules do not; long ones must be taken.
MIN_PASSWORD, MAX_PASSWORD = 12, 1024
_EMAIL = re.compile(r"[^\s@\"<>(),:;\[\]\\]+@[^\s@\"<>(),:;\[\]\\]+")


class Role(StrEnum):
    """What a person is in the program; departments and machines may add to it."""

    USER = "user"
    ADMINISTRATOR = "administrator"
    SUPER_ADMINISTRATOR = "super-administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. A deleted one is kept for the record and cannot sign in."""

    id: PersonId
    email: str
    first_name: str = ""
    last_name: str = ""
    role: Role = Role.USER
    language: str = ""
    avatar: str = ""
    disabled: bool = False
    deleted_at: datetime | None = None
    has_password: bool = False
    must_change_password: bool = False
    locked_until: datetime | None = None
    created_at: datetime | None = None

    @property
    def name(self) -> str:
        """The name to show: first and last name, or else the e-mail address."""
        return f"{self.first_name} {self.last_name}".strip() or self.email

    @property
    def can_sign_in(self) -> bool:
        """Whether the person is neither disabled nor deleted."""
        return not self.disabled and self.deleted_at is None

    @property
    def may_act(self) -> bool:
        """Whether the role counts: with a one-time password one may only change it."""
        return self.can_sign_in and not self.must_change_password


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTally:
    """How many are neither disabled nor deleted, and what some of them are."""

    active: int = 0
    super_administrators: int = 0
    without_password: int = 0


def folded(text: str) -> str:
    """One form of names and addresses that differ only in letter case or spelling of accents."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def checked_email(email: str) -> str:
    """The address without spaces around it. Raises ValidationError."""
    clean = email.strip()
    # The folded form is what must not be there twice; some characters become many in it.
    too_long = max(len(clean), len(folded(clean))) > MAX_EMAIL
    if too_long or not clean.isprintable() or not _EMAIL.fullmatch(clean):
        raise ValidationError(
            f"{clean[:80]!r} is not an e-mail address.",
            field="email",
            remedy="Give one such as ana@example.org.",
        )
    return clean


def first_email(name: str) -> str:
    """An address to begin with, from the name of an account of this computer."""
    kept = re.sub(r"[^a-z0-9._-]", "", unicodedata.normalize("NFKD", name).lower())[:60]
    return f"{kept.strip('.') or 'administrator'}@localhost"


def checked_name(name: str, *, field: str) -> str:
    """A part of a person's name, perhaps empty. Raises ValidationError."""
    clean = " ".join(name.split())
    if len(clean) > MAX_PERSON_NAME or not is_shown(clean):
        raise ValidationError(
            f"A name has at most {MAX_PERSON_NAME} visible characters.", field=field
        )
    return clean


def is_shown(text: str) -> bool:
    """Whether all of a text can be shown on one line; emoji and right-to-left text can."""
    # Cc: control characters; Cs: half characters; Zl and Zp: other ends of lines.
    return not any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in text)
