"""The administrator's name, address and password: asked at the first run, or later."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.people.names import email_field, name_field, text_of
from infinibay_desktop.ui.people.weighing import weigh_by_service
from infinibay_desktop.ui.widgets.forms import Field, tick
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.passwords import NewPassword

# What `ensure_first` makes of an account's name can be no real address.
_NO_ADDRESS = "@localhost"


class AdministratorForm(QWidget):
    """Makes of the one who needs no sign-in an administrator with a password."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self.first_name = name_field(None, "first_name")
        self.last_name = name_field(None, "last_name")
        self.email = email_field(hint=self.tr("You sign in with it. Nothing is ever sent there."))
        self.password = NewPassword(self.tr("Password"))
        self.stay = tick(self.tr("Stay signed in on this computer"), on=True)
        parts = (self.first_name, self.last_name, self.email, self.password, self.stay)
        fill(QVBoxLayout(self), *parts, gap=8)
        self._fields: dict[str, Field] = {
            field.name: field for field in (self.first_name, self.last_name, self.email)
        }

    def start(self, desk: Desk, person: Person) -> None:
        """This is the person, as the program knows them now."""
        self._person = person
        for field in (self.first_name, self.last_name):
            field.editor.setText(getattr(person, field.name))  # type: ignore[attr-defined]
        known = "" if person.email.endswith(_NO_ADDRESS) else person.email
        self.email.editor.setText(known)  # type: ignore[attr-defined]
        weigh_by_service(desk, self.password, self._words)

    def is_complete(self) -> bool:
        """Whether all that is needed was typed; says what is not."""
        self.forgive()
        if not text_of(self.email).strip():
            self.email.blame(self.tr("Type an e-mail address."))
            self.email.editor.setFocus()
            return False
        return self.password.is_filled()

    def forgive(self) -> None:
        """Nothing is wrong any more."""
        for field in self._fields.values():
            field.blame("")
        self.password.blame("")

    def work(self, desk: Desk) -> Callable[[], object]:
        """What stores it and signs in, called on a worker. Read from the fields now."""
        assert self._person
        core, person = desk.core, self._person
        first, last, email = self._words_typed()
        new, stay = self.password.first.text(), self.stay.isChecked()
        wanted = replace(person, first_name=first, last_name=last, email=email)

        def store() -> None:
            # The address first: the password must not be much like it.
            core.people.edit(wanted)
            core.people.change_password(person.id, "", new)
            core.sign_in.sign_in(email, new, stay=stay)

        return store

    def complain(self, error: InfinibayError) -> str:
        """Show a refusal at its field; what belongs to none is returned."""
        name = str(error.details.get("field", ""))
        if name == "password":
            self.password.blame(complaint(error))
            self.password.first.setFocus()
        elif field := self._fields.get(name):
            field.blame(complaint(error))
            field.editor.setFocus()
        else:
            return complaint(error)
        return ""

    def forget(self) -> None:
        """Empty the password's fields."""
        self.password.forget()

    def _words_typed(self) -> tuple[str, str, str]:
        fields = (self.first_name, self.last_name, self.email)
        first, last, email = (text_of(field).strip() for field in fields)
        return first, last, email

    def _words(self) -> tuple[str, str, str]:
        return self._words_typed()
