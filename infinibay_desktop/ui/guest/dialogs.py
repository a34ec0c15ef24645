"""Questions about what is inside a guest, and text that it gave."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from infinibay_desktop.model.guest_parts import GuestText
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field, text_field
from infinibay_desktop.ui.widgets.text import wrapped


class SureDialog(Dialog):
    """An act that ends or removes something, asked for once more."""

    def __init__(self, title: str, text: str, act: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, width=460)
        self.body.addWidget(wrapped(text))
        cancel = self.add_cancel()
        go = self.add_button(act, kind="danger")
        go.clicked.connect(self.accept)
        # Enter, pressed too early, must not end anything.
        cancel.setFocus()


class TextDialog(Dialog):
    """Text of a guest, to read and to copy."""

    def __init__(self, title: str, said: GuestText, parent: QWidget | None) -> None:
        super().__init__(title, parent, width=760)
        self.text = text_area(self.tr("Text of the guest"))
        self.text.setPlainText(said.text)
        self.text.setMinimumHeight(260)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        self.body.addWidget(self.text)
        if said.cut:
            self.say(self.tr("There is more than is shown here."), name="hint")
        copy = self.add_button(self.tr("Copy"), symbol="copy")
        copy.clicked.connect(self._on_copy_clicked)
        self.add_cancel(self.tr("Close")).setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class PasswordDialog(Dialog):
    """Another password for a user inside a guest."""

    def __init__(self, user: str, machine_name: str, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Set a password in '{machine}'").format(machine=machine_name),
            parent,
            width=460,
        )
        self.user = text_field(user)
        self.user.setMaxLength(104)
        self.password = text_field(secret=True)
        self.password.setMaxLength(512)
        self.again = text_field(secret=True)
        self.again.setMaxLength(512)
        hint = self.tr("The QEMU guest agent sets it. It is not kept here.")
        self.body.addWidget(Field(self.tr("User"), self.user, name="user"))
        self.body.addWidget(Field(self.tr("New password"), self.password, hint=hint))
        self._again = Field(self.tr("The same again"), self.again)
        self.body.addWidget(self._again)
        self.add_cancel()
        self._go = self.add_button(self.tr("Set"), kind="primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self.accept)
        for field in (self.user, self.password, self.again):
            field.textChanged.connect(self._on_field_text_changed)
        (self.password if user else self.user).setFocus()
        self._on_field_text_changed()

    def _on_field_text_changed(self) -> None:
        same = self.password.text() == self.again.text()
        wrong = bool(self.again.text()) and not same
        self._again.blame(self.tr("These are two different passwords.") if wrong else "")
        self._go.setEnabled(bool(self.user.text() and self.password.text()) and same)


def text_area(name: str) -> QPlainTextEdit:
    """A place for text of a guest: read-only, never markup."""
    made = QPlainTextEdit()
    made.setObjectName("code")
    made.setReadOnly(True)
    made.setUndoRedoEnabled(False)
    made.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    return made
