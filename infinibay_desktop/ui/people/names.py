"""The fields for a person's names, address and language, shared by all forms about people."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from infinibay_desktop.model.people import MAX_EMAIL, MAX_PERSON_NAME, Person
from infinibay_desktop.ui.people.words import languages
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field

_LONGEST_NAME = 2 * MAX_PERSON_NAME


def name_field(person: Person | None, part: str) -> Field:
    """First or last name: `part` is the attribute."""
    words = {
        "first_name": QCoreApplication.translate("People", "First name"),
        "last_name": QCoreApplication.translate("People", "Last name"),
    }
    return Field(words[part], _line(getattr(person, part, ""), _LONGEST_NAME), name=part)


def email_field(email: str = "", *, hint: str = "") -> Field:
    """The address that somebody signs in with."""
    editor = _line(email, 2 * MAX_EMAIL)
    editor.setPlaceholderText("ana@example.org")
    words = QCoreApplication.translate("People", "E-mail")
    return Field(words, editor, name="email", hint=hint)


def language_field(language: str) -> Field:
    """The language of the window for a person."""
    box = choice(*languages())
    choose(box, language)
    return Field(QCoreApplication.translate("People", "Language"), box, name="language")


def text_of(field: Field) -> str:
    """What is typed in a field of one line."""
    return field.editor.text() if isinstance(field.editor, QLineEdit) else ""


def _line(text: str, longest: int) -> QLineEdit:
    made = text_field(text)
    made.setMaxLength(longest)
    made.setCursorPosition(0)
    return made
