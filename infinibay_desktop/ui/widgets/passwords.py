"""Fields for what nobody else may read: shown only while asked for, emptied after use."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from infinibay_desktop.model.people import MAX_PASSWORD, MIN_PASSWORD
from infinibay_desktop.ui.widgets.forms import Field
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill

WEIGH_MS = 300
EYE_KEYS = "Alt+F8"


class PasswordField(QLineEdit):
    """Dots, or the words while its eye is open. Tells when Caps Lock seems to be on."""

    caps_lock_seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_PASSWORD)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        # The shape for the eye; its picture and words follow below.
        self._eye = self.addAction(self.windowIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.triggered.connect(self._on_eye_triggered)
        # Tab passes a button inside a field by.
        self._eye.setShortcut(EYE_KEYS)
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.hide_words()

    def hide_words(self) -> None:
        """Show dots."""
        self._show(words=False)

    def take(self) -> str:
        """What was typed; the field is empty then."""
        typed = self.text()
        self.clear()
        self.hide_words()
        return typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital letter without Shift, or the other way round, tells of Caps Lock."""
        letter = event.text()
        if letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock_seen.emit(False)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Caps Lock matters only while somebody types here."""
        self.caps_lock_seen.emit(False)
        super().focusOutEvent(event)

    def _on_eye_triggered(self) -> None:
        self._show(words=self.echoMode() is QLineEdit.EchoMode.Password)

    def _show(self, *, words: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if words else mode.Password)
        set_icon(self._eye, "eye-off" if words else "eye", "muted", 16)
        self._eye.setText(self.tr("Hide the password") if words else self.tr("Show the password"))
        keys = self._eye.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._eye.setToolTip(f"{self._eye.text()} ({keys})")


def password_field(label: str, *, name: str = "password", hint: str = "") -> Field:
    """A password with its label; Caps Lock is said below it."""
    editor = PasswordField()
    made = Field(label, editor, name=name, hint=hint)
    warning = editor.tr("Caps Lock seems to be on.")
    editor.caps_lock_seen.connect(lambda on: made.say(warning if on else hint))
    return made


class NewPassword(QWidget):
    """A new password twice, and beside it what the service says of its strength."""

    edited = Signal()

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PasswordField()
        self.again = PasswordField()
        self._weigh: Callable[[str], object] = lambda _typed: None
        self._strength = ""
        self.field = Field(label or self.tr("New password"), self.first, name="password")
        self.field_again = Field(self.tr("The same again"), self.again, name="again")
        fill(QVBoxLayout(self), self.field, self.field_again, gap=8)
        self._delay = QTimer(self, singleShot=True, interval=WEIGH_MS)
        self._delay.timeout.connect(self._on_delay_timeout)
        self.first.textChanged.connect(self._on_first_text_changed)
        self.again.textChanged.connect(self._on_again_text_changed)
        self.first.caps_lock_seen.connect(self._on_caps_lock_seen)
        self.setFocusProxy(self.first)
        self._advise()

    def weigh_with(self, weigh: Callable[[str], object]) -> None:
        """Whom to ask, some time after typing, how strong a password is."""
        self._weigh = weigh

    def show_weakness(self, typed: str, weakness: str) -> None:
        """What the service says of `typed`; empty: strong enough."""
        if typed == self.first.text() and typed:
            self._strength = weakness or self.tr("Strong enough.")
            self._advise()

    def is_filled(self) -> bool:
        """Whether both are there and the same; says what is not."""
        if not self.first.text():
            self.field.blame(self.tr("Type a password."))
            self.first.setFocus()
        elif self.first.text() != self.again.text():
            self.field_again.blame(self.tr("The two passwords differ."))
            self.again.setFocus()
        else:
            return True
        return False

    def blame(self, problem: str) -> None:
        """What is wrong with the password; empty: nothing is."""
        if problem:
            self.field.say("")  # it says the same, or less
        self.field.blame(problem)
        self.field_again.blame("")

    def forget(self) -> None:
        """Empty both fields."""
        self._delay.stop()
        for field in (self.first, self.again):
            field.take()

    def _on_first_text_changed(self) -> None:
        self.field.blame("")
        self._strength = ""
        self._advise()
        self._delay.start()
        self.edited.emit()

    def _on_again_text_changed(self) -> None:
        self.field_again.blame("")
        self.edited.emit()

    def _on_delay_timeout(self) -> None:
        if typed := self.first.text():
            self._weigh(typed)

    def _on_caps_lock_seen(self, on: bool) -> None:  # noqa: FBT001 - the signal's shape
        self._advise(self.tr("Caps Lock seems to be on.") if on else "")

    def _advise(self, warning: str = "") -> None:
        rule = self.tr("At least %n character(s); a few words make a good one.", "", MIN_PASSWORD)
        self.field.say(warning or self._strength or rule)
