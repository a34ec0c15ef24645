"""Roles and states of people in words."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP

_ROLES = {
    Role.USER: QT_TRANSLATE_NOOP("People", "User"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("People", "Administrator"),
    Role.SUPER_ADMINISTRATOR: QT_TRANSLATE_NOOP("People", "Super administrator"),
}
_ROLE_HINTS = {
    Role.USER: QT_TRANSLATE_NOOP(
        "People", "Uses their own machines and sees those of their departments."
    ),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "People", "Looks after all machines and departments, and sees all people."
    ),
    Role.SUPER_ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "People", "May do everything, also with people, hosts, settings and the database."
    ),
}


def role_word(role: Role) -> str:
    """What a role is called."""
    return QCoreApplication.translate("People", _ROLES[role])


def role_hint(role: Role) -> str:
    """What somebody of the role may do, in a sentence."""
    return QCoreApplication.translate("People", _ROLE_HINTS[role])


def languages() -> list[tuple[str, str]]:
    """Words and codes; the first is the language of the computer."""
    return [
        (QCoreApplication.translate("People", "Language of the computer"), ""),
        ("English", "en"),
        ("Español", "es"),
        ("Deutsch", "de"),
    ]


def state_look(person: Person, now: datetime | None = None) -> tuple[str, str, str]:
    """Symbol, words and tone of how things stand with a person."""
    translate = QCoreApplication.translate
    if person.deleted_at is not None:
        return "trash-2", translate("People", "Deleted"), "off"
    if person.disabled:
        return "user-x", translate("People", "Disabled"), "off"
    if is_locked(person, now):
        return "lock", _locked_words(person), "danger"
    if not person.has_password:
        return "lock-open", translate("People", "No password"), "paused"
    if person.must_change_password:
        return "key-round", translate("People", "One-time password"), "paused"
    return "circle-check", translate("People", "Active"), "running"


def is_locked(person: Person, now: datetime | None = None) -> bool:
    """Whether too many failed sign-ins make the person wait."""
    return person.locked_until is not None and person.locked_until > (now or datetime.now(UTC))


def _locked_words(person: Person) -> str:
    words = QCoreApplication.translate("People", "Locked until {time}")
    until = person.locked_until
    if until is None:
        return ""
    local = until.astimezone()
    clock = QTime(local.hour, local.minute)
    return words.format(time=QLocale().toString(clock, QLocale.FormatType.ShortFormat))
