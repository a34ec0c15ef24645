"""What super administrators do about people: add, edit, delete, reset a password."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.services.people import AddedPerson
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.people.asking import StoringDialog, short
from infinibay_desktop.ui.people.avatar_choice import AvatarChoice
from infinibay_desktop.ui.people.names import email_field, language_field, name_field, text_of
from infinibay_desktop.ui.people.words import role_hint, role_word
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, tick
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import row
from infinibay_desktop.ui.widgets.text import ElidedLabel


class PersonDialog(StoringDialog):
    """Adds a person, or edits one."""

    # Who was added, with their one-time password; or who was edited.
    added = Signal(object)
    edited = Signal(object)

    def __init__(
        self, desk: Desk, person: Person | None, parent: QWidget | None, *, is_own: bool = False
    ) -> None:
        super().__init__(desk, "", parent, width=520)
        self._person = person
        self.setWindowTitle(self.tr("Edit person") if person else self.tr("Add person"))
        title = self.tr("Edit '{name}'").format(name=short(person.name)) if person else ""
        self.heading.setText(title or self.tr("Add person"))
        self._add_fields(person)
        self._add_state(person, is_own=is_own)
        self.finish_with(self.tr("Save") if person else self.tr("Add person"))
        self.fields["email"].editor.setFocus()

    def work(self) -> Callable[[], object]:
        """Store what the fields hold."""
        people, person = self.desk.core.people, self._person
        email, first, last = (
            text_of(self.fields[name]) for name in ("email", "first_name", "last_name")
        )
        language, avatar = str(self._language.currentData()), self.picture.chosen()
        role = self._role()
        if person is None:
            return lambda: people.add(email, first, last, role, language, avatar)
        wanted = replace(
            person,
            email=email,
            first_name=first,
            last_name=last,
            role=role,
            language=language,
            avatar=avatar,
            disabled=self.disabled.isChecked(),
        )
        return lambda: people.edit(wanted)

    def succeeded(self, result: object, /) -> None:
        """Tell who it is."""
        if isinstance(result, AddedPerson):
            self.added.emit(result)
        else:
            self.edited.emit(result)

    def _add_fields(self, person: Person | None) -> None:
        self.add_field(email_field(person.email if person else ""))
        first, last = name_field(person, "first_name"), name_field(person, "last_name")
        for field in (first, last):
            self.fields[field.name] = field
            field.editor.textChanged.connect(self._on_name_text_changed)  # type: ignore[attr-defined]
        names = row(first, last, gap=12)
        names.setStretch(0, 1)
        names.setStretch(1, 1)
        self.body.addLayout(names)
        self.role = choice(*((role_word(role), role) for role in Role))
        choose(self.role, person.role if person else Role.USER)
        self.add_field(Field(self.tr("Role"), self.role, name="role"))
        self.role.currentIndexChanged.connect(self._on_role_changed)
        self._on_role_changed()
        language = self.add_field(language_field(person.language if person else ""))
        assert isinstance(language.editor, QComboBox)
        self._language = language.editor
        self.picture = AvatarChoice(person.avatar if person else "", person.name if person else "")
        self.add_field(Field(self.tr("Picture"), self.picture, name="avatar"))

    def _add_state(self, person: Person | None, *, is_own: bool) -> None:
        self.disabled = tick(self.tr("May not sign in"), on=bool(person and person.disabled))
        self.disabled.setVisible(person is not None)
        self.body.addWidget(self.disabled)
        if person is None:
            self.say(
                self.tr(
                    "The person gets a one-time password, which you see once and pass on. They "
                    "choose their own with it."
                ),
                name="muted",
            )
        elif is_own:  # the service refuses it too
            self.role.setEnabled(False)
            self.disabled.setEnabled(False)

    def _role(self) -> Role:
        return Role(self.role.currentData())

    def _on_role_changed(self) -> None:
        self.fields["role"].say(role_hint(self._role()))

    def _on_name_text_changed(self) -> None:
        first, last = text_of(self.fields["first_name"]), text_of(self.fields["last_name"])
        self.picture.show_name(f"{first} {last}".strip() or text_of(self.fields["email"]))


class OneTimePasswordDialog(Dialog):
    """Shows a password once. It is nowhere else: not in the log, not in the record."""

    def __init__(self, person: Person, password: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("One-time password"), parent, width=440)
        self.say(
            self.tr(
                "Pass this on to {name}. It is shown only now; at the first sign-in they choose "
                "their own."
            ).format(name=short(person.name))
        )
        self.body.addWidget(ElidedLabel(plain_text(person.email, 300), name="muted"))
        self.password = QLineEdit(password)
        self.password.setObjectName("code")
        self.password.setReadOnly(True)
        self.password.setAccessibleName(self.tr("One-time password"))
        font = self.password.font()
        font.setFamilies(["monospace"])
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.password.setFont(font)
        self.copy = self.add_button(self.tr("Copy"), symbol="copy")
        self.body.addWidget(self.password)
        self.body.addStretch(1)
        close = self.add_button(self.tr("Done"), kind="primary")
        close.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.finished.connect(self.password.clear)
        self.copy.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.password.text())
        set_icon(self.copy, "check")
        self.copy.setText(" " + self.tr("Copied"))


class DeletePersonDialog(StoringDialog):
    """Asks before a person is deleted, and says what stays."""

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None) -> None:
        title = self.tr("Delete '{name}'?").format(name=short(person.name))
        super().__init__(desk, title, parent, width=460)
        self._person = person
        self.body.addWidget(ElidedLabel(plain_text(person.email, 300), name="muted"))
        self.say(
            self.tr(
                "They are signed out everywhere at once and cannot sign in again. They leave "
                "their departments, and rights on single machines are taken back."
            )
        )
        self.say(
            self.tr(
                "Their machines stay as they are, and so does what the record says of them. The "
                "e-mail address can be given to somebody else."
            )
        )
        self.finish_with(self.tr("Delete person"), kind="danger")
        self.store.setDefault(False)

    def work(self) -> Callable[[], object]:
        """Delete them."""
        people, person_id = self.desk.core.people, self._person.id
        return lambda: people.delete(person_id)


class ResetPasswordDialog(StoringDialog):
    """Asks before a password is reset: it ends what the person does elsewhere."""

    # The one-time password.
    made = Signal(str)

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None) -> None:
        title = self.tr("Reset the password of '{name}'?").format(name=short(person.name))
        super().__init__(desk, title, parent, width=460)
        self._person = person
        self.say(
            self.tr(
                "Their present password ends, and they are signed out everywhere. You get a "
                "one-time password to pass on; they choose their own with it."
            )
        )
        self.finish_with(self.tr("Reset password"))

    def work(self) -> Callable[[], object]:
        """Make a one-time password."""
        people, person_id = self.desk.core.people, self._person.id
        return lambda: people.reset_password(person_id)

    def succeeded(self, result: object, /) -> None:
        """Hand it on to be shown."""
        self.made.emit(str(result))
