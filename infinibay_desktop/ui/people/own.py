"""What people do for themselves: their profile and their password."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from infinibay_desktop.model.errors import InfinibayError, SignInError, SignInLockedError
from infinibay_desktop.model.people import Person
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.people.administrator import AdministratorForm
from infinibay_desktop.ui.people.asking import StoringDialog
from infinibay_desktop.ui.people.avatar_choice import AvatarChoice
from infinibay_desktop.ui.people.names import language_field, name_field, text_of
from infinibay_desktop.ui.people.sign_ins import SignInsCard
from infinibay_desktop.ui.people.weighing import weigh_by_service
from infinibay_desktop.ui.people.words import role_hint, role_word
from infinibay_desktop.ui.widgets.forms import Field
from infinibay_desktop.ui.widgets.passwords import NewPassword, PasswordField, password_field
from infinibay_desktop.ui.widgets.text import ElidedLabel


class ProfileDialog(StoringDialog):
    """Names, language and face; address and role are others' to change."""

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None) -> None:
        super().__init__(desk, self.tr("Profile"), parent)
        self._person = person
        if person.has_password:
            self.body.addWidget(ElidedLabel(plain_text(person.email, 300), name="muted"))
        role = self.say(role_word(person.role), name="muted")
        role.setToolTip(role_hint(person.role))
        self.add_field(name_field(person, "first_name"))
        self.add_field(name_field(person, "last_name"))
        self.picture = AvatarChoice(person.avatar, person.name)
        self.add_field(Field(self.tr("Picture"), self.picture, name="avatar"))
        self.add_field(language_field(person.language))
        # Who needs no sign-in has none.
        self.sign_ins = SignInsCard(desk, person) if person.has_password else None
        if self.sign_ins:
            self.body.addWidget(self.sign_ins)
        self.finish_with(self.tr("Save"))
        for name in ("first_name", "last_name"):
            self.fields[name].editor.textChanged.connect(  # type: ignore[attr-defined]
                self._on_name_text_changed
            )

    def work(self) -> Callable[[], object]:
        """Store one's own profile."""
        people, person_id = self.desk.core.people, self._person.id
        first, last = text_of(self.fields["first_name"]), text_of(self.fields["last_name"])
        box = self.fields["language"].editor
        language = str(box.currentData()) if isinstance(box, QComboBox) else ""
        avatar = self.picture.chosen()
        return lambda: people.edit_own(person_id, first, last, language, avatar)

    def _on_name_text_changed(self) -> None:
        first, last = text_of(self.fields["first_name"]), text_of(self.fields["last_name"])
        self.picture.show_name(f"{first} {last}".strip() or self._person.email)


class ChangePasswordDialog(StoringDialog):
    """Asks for the present password first: who finds an open window must not lock its owner out."""

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None) -> None:
        super().__init__(desk, self.tr("Change password"), parent)
        self._person = person
        self.present = self.add_field(
            password_field(self.tr("Present password"), name="current")
        ).editor
        self.new = NewPassword()
        weigh_by_service(
            desk, self.new, lambda: (person.email, person.first_name, person.last_name)
        )
        self.body.addWidget(self.new)
        self.finish_with(self.tr("Change password"))
        self.finished.connect(self._on_finished)
        self.present.setFocus()

    def is_complete(self) -> bool:
        """Whether both passwords were typed."""
        if not text_of(self.fields["current"]):
            self.fields["current"].blame(self.tr("Type your present password."))
            self.present.setFocus()
            return False
        return self.new.is_filled()

    def work(self) -> Callable[[], object]:
        """Change it; whoever signed in with the one before, elsewhere, is out."""
        people, person_id = self.desk.core.people, self._person.id
        present, new = text_of(self.fields["current"]), self.new.first.text()
        return lambda: people.change_password(person_id, present, new)

    def complain(self, error: InfinibayError) -> None:
        """What is wrong with the new one stands beside it; the rest is about the present one."""
        if error.details.get("field") == "password":
            self.new.blame(complaint(error))
            self.new.first.setFocus()
        elif isinstance(error, SignInError):
            wrong = self.tr("This is not your present password.")
            locked = isinstance(error, SignInLockedError)
            self.fields["current"].blame(complaint(error) if locked else wrong)
            self.present.setFocus()
        else:
            super().complain(error)

    def succeeded(self, _result: object, /) -> None:
        """Say so."""
        self.desk.notices.tell(self.tr("Your password is changed"))

    def _on_finished(self) -> None:
        self.new.forget()
        if isinstance(self.present, PasswordField):
            self.present.take()


class RemovePasswordDialog(StoringDialog):
    """Back to "nobody signs in here": only who is alone may, and it is said what that means."""

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None) -> None:
        super().__init__(desk, self.tr("Go without a password?"), parent)
        self._person = person
        self.say(
            self.tr(
                "Nobody signs in on this computer then: whoever uses your account here can do "
                "everything in this program."
            )
        )
        self.say(
            self.tr(
                "Where the database is on a server, that is so for everybody whose program "
                "reaches it."
            )
        )
        self.say(self.tr("That is possible only while there are no other people."), name="muted")
        self.present = self.add_field(
            password_field(self.tr("Present password"), name="current")
        ).editor
        self.finish_with(self.tr("Go without a password"), kind="danger")
        self.finished.connect(self._on_finished)
        self.present.setFocus()

    def work(self) -> Callable[[], object]:
        """Take the password away."""
        people, person_id = self.desk.core.people, self._person.id
        present = text_of(self.fields["current"])
        return lambda: people.remove_password(person_id, present)

    def complain(self, error: InfinibayError) -> None:
        """A wrong password is said beside its field."""
        wrong = isinstance(error, SignInError) and not isinstance(error, SignInLockedError)
        if wrong:
            self.fields["current"].blame(self.tr("This is not your present password."))
            self.present.setFocus()
        else:
            super().complain(error)

    def _on_finished(self) -> None:
        if isinstance(self.present, PasswordField):
            self.present.take()


class SetPasswordDialog(StoringDialog):
    """From "nobody signs in here" to an administrator who does."""

    def __init__(
        self, desk: Desk, person: Person, parent: QWidget | None, *, why: str = ""
    ) -> None:
        super().__init__(desk, self.tr("Set a password"), parent)
        if why:
            self.say(why)
        self.say(
            self.tr(
                "Until now everybody who can use your account on this computer can do everything "
                "here. With a password the program asks for it before it shows anything."
            ),
            name="muted",
        )
        self.form = AdministratorForm()
        self.form.start(desk, person)
        self.body.addWidget(self.form)
        self.finish_with(self.tr("Set password"))
        self.finished.connect(self.form.forget)

    def is_complete(self) -> bool:
        """Whether all that is needed was typed."""
        return self.form.is_complete()

    def work(self) -> Callable[[], object]:
        """Store it all, and sign in with it."""
        return self.form.work(self.desk)

    def complain(self, error: InfinibayError) -> None:
        """Show a refusal at its field."""
        self.blame(self.form.complain(error))
