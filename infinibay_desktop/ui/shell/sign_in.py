"""Stands in place of everything until somebody is signed in, and has a password of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.people.weighing import weigh_by_service
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.forms import Field, text_field, tick
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, row
from infinibay_desktop.ui.widgets.passwords import NewPassword, PasswordField, password_field
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

WIDTH = 400
LIKELY_HEIGHT = 420
_LOGO = 44


class SignInScreen(QWidget):
    """Asks who is there; then, where it must be changed, for a new password."""

    # Somebody is signed in, or has changed the password.
    done = Signal()

    def __init__(self, desk: Desk, *, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sign in"))
        self.sign_in = _SignInCard(desk, reason)
        self.sign_in.done.connect(self._on_sign_in_done)
        self.change: _ChangeCard | None = None
        self._desk = desk
        self._cards = QStackedWidget()
        self._cards.addWidget(self.sign_in)
        self._build_ui()

    def ask_change(self, person: Person) -> None:
        """Ask for a new password before anything else."""
        if self.change is None:
            self.change = _ChangeCard(self._desk, person, self.sign_in.take_password())
            self.change.done.connect(self.done)
            self._cards.addWidget(self.change)
            self._cards.setCurrentWidget(self.change)
            self.change.start()

    def retint(self) -> None:
        """The theme changed."""
        found = QApplication.windowIcon()
        ratio = self.devicePixelRatioF()
        self._logo.setPixmap(
            pixmap("monitor", tint("accent"), _LOGO, ratio)
            if found.isNull()
            else found.pixmap(_LOGO, _LOGO)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is where somebody types first."""
        super().showEvent(event)
        self.sign_in.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand a little above the middle."""
        super().resizeEvent(event)
        self._above.setFixedHeight(max(0, event.size().height() - LIKELY_HEIGHT) * 2 // 5)

    def _build_ui(self) -> None:
        self._logo = QLabel()
        name = plain("Infinibay Desktop", name="heading")
        head = row(1, self._logo, name, 1, gap=12)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addLayout(head)
        inner.addWidget(self._cards)
        scroll = ScrollPage()
        around = row(1, middle, 1)
        around.setStretch(1, 1000)
        # Everything hangs from a fixed height: what is wrong moves no field.
        self._above = QWidget()
        scroll.body.addWidget(self._above)
        scroll.body.addLayout(around)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.retint()

    def _on_sign_in_done(self) -> None:
        self.done.emit()


class _Step(Card):
    """One question, with what is wrong above its button."""

    done = Signal()

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = plain(title, name="title")
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self.body.setSpacing(10)
        self.body.addWidget(self._title)

    def _finish_with(self, words: str) -> None:
        self.go = button(words, self._try, kind="primary")
        self.go.setMinimumHeight(36)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.go)
        self.body.addStretch(1)

    def _try(self) -> None:
        raise AssertionError("each step says what it does")

    def _blame(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


class _SignInCard(_Step):
    def __init__(self, desk: Desk, reason: str) -> None:
        super().__init__("", desk)
        self._title.setText(self.tr("Sign in"))
        self._given = ""
        self.email = text_field(placeholder="ana@example.org")
        self.email.setMaxLength(300)
        self.email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._email_field = Field(self.tr("E-mail"), self.email, name="email")
        self._password_field = password_field(self.tr("Password"))
        password = self._password_field.editor
        assert isinstance(password, PasswordField)
        self.password = password
        self.stay = tick(self.tr("Stay signed in on this computer"))
        if reason:
            self.body.addWidget(wrapped(reason, name="muted"))
        for part in (self._email_field, self._password_field, self.stay):
            self.body.addWidget(part)
        self._finish_with(self.tr("Sign in"))
        self.email.returnPressed.connect(self._on_email_return_pressed)
        self.password.returnPressed.connect(self._try)
        for field in (self.email, self.password):
            field.textEdited.connect(self._on_typed)

    def start(self) -> None:
        """Bring the keyboard to the first empty field."""
        (self.password if self.email.text() else self.email).setFocus()

    def take_password(self) -> str:
        """What was typed to sign in, once: it is the present password of a change."""
        given, self._given = self._given, ""
        return given

    def _on_email_return_pressed(self) -> None:
        self.password.setFocus()

    def _on_typed(self) -> None:
        self._blame("")
        self._email_field.blame("")
        self._password_field.blame("")

    def _try(self) -> None:
        if not self.email.text().strip():
            self._email_field.blame(self.tr("Type your e-mail address."))
            self.email.setFocus()
        elif not self.password.text():
            self._password_field.blame(self.tr("Type your password."))
            self.password.setFocus()
        elif self.go.isEnabled():
            self._blame("")
            self.go.setEnabled(False)
            self._desk.operations.spawn(self, self._sign_in(self.password.take()))

    async def _sign_in(self, password: str) -> None:
        email, stay = self.email.text().strip(), self.stay.isChecked()
        service, run = self._desk.core.sign_in, self._desk.operations.run
        self._given = password
        try:
            await run(lambda: service.sign_in(email, password, stay=stay))
        except InfinibayError as error:
            self._given = ""
            self._blame(complaint(error))
            self.go.setEnabled(True)
            self.password.setFocus()
            return
        self.go.setEnabled(True)
        self.done.emit()
        self._given = ""


class _ChangeCard(_Step):
    """Reset by an administrator: the one-time password opens nothing but this."""

    def __init__(self, desk: Desk, person: Person, given: str) -> None:
        super().__init__("", desk)
        self._title.setText(self.tr("Choose a password"))
        self._person = person
        self._given = given
        who = ElidedLabel(plain_text(person.email, 300), name="muted")
        why = wrapped(self.tr("The one you were given works once. Choose one that only you know."))
        self._present_field = password_field(self.tr("The one you were given"), name="current")
        present = self._present_field.editor
        assert isinstance(present, PasswordField)
        self.present = present
        self._present_field.setVisible(not given)
        self.new = NewPassword()
        weigh_by_service(
            desk, self.new, lambda: (person.email, person.first_name, person.last_name)
        )
        for part in (who, why, self._present_field, self.new):
            self.body.addWidget(part)
        self._finish_with(self.tr("Change the password"))
        leave = button(self.tr("Sign out"), self._leave, kind="link")
        self.body.insertWidget(self.body.count() - 1, leave)
        self.present.returnPressed.connect(self.new.first.setFocus)
        self.new.first.returnPressed.connect(self.new.again.setFocus)
        self.new.again.returnPressed.connect(self._try)

    def start(self) -> None:
        """Bring the keyboard to the first field."""
        (self.new.first if self._given else self.present).setFocus()

    def _try(self) -> None:
        if self.new.is_filled() and self.go.isEnabled():
            self._blame("")
            self.go.setEnabled(False)
            present = self._given or self.present.text()
            self._desk.operations.spawn(self, self._change(present, self.new.first.text()))

    async def _change(self, present: str, new: str) -> None:
        people, run = self._desk.core.people, self._desk.operations.run
        try:
            # Whoever knew the one before is out by that.
            await run(lambda: people.change_password(self._person.id, present, new))
        except InfinibayError as error:
            self.go.setEnabled(True)
            self._complain(error)
            return
        self._given = ""
        self.new.forget()
        self.present.take()
        self.done.emit()

    def _complain(self, error: InfinibayError) -> None:
        if error.details.get("field") == "password":
            self.new.blame(complaint(error))
            self.new.first.setFocus()
            return
        # The password that signed in is no longer the present one: ask for it.
        self._given = ""
        self._present_field.show()
        self._blame(complaint(error))

    def _leave(self) -> None:
        self._given = ""
        self._desk.operations.spawn(self, self._sign_out())

    async def _sign_out(self) -> None:
        await self._desk.operations.run(self._desk.core.sign_in.sign_out)
        self.done.emit()
