"""Fields with their label above, a hint below, and the place for what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from infinibay_desktop.ui.widgets.inputs import Choice, Number, Tick
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import plain, wrapped


class Field(QWidget):
    """An editor with its label; `name` is what a ValidationError calls it."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.editor = editor
        self._label = plain(label)
        self._label.setBuddy(editor)
        self._hint = wrapped(hint, name="hint")
        self._problem = wrapped(name="problem")
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        fill(box := QVBoxLayout(self), self._label, editor, self._hint, self._problem, gap=4)
        # A hint stands nearer to its own editor than to the next field's label.
        box.setContentsMargins(0, 0, 0, 6)
        self._hint.setVisible(bool(hint))
        self._problem.hide()

    def say(self, hint: str) -> None:
        """Show another hint."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.editor.setAccessibleDescription(hint)

    def blame(self, problem: str) -> None:
        """Show what is wrong; empty: nothing is."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.editor.setProperty("wrong", bool(problem))
        self.editor.setAccessibleDescription(problem or self._hint.text())
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


def text_field(text: str = "", *, placeholder: str = "", secret: bool = False) -> QLineEdit:
    """One line to type."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(4096)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def choice(*options: tuple[str, object]) -> QComboBox:
    """One of several: words, and what each stands for."""
    made: QComboBox = Choice()
    for words, meaning in options:
        made.addItem(words, meaning)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def choose(box: QComboBox, meaning: object) -> None:
    """Select what stands for `meaning`, if it is there."""
    for index in range(box.count()):
        if box.itemData(index) == meaning:
            box.setCurrentIndex(index)


def tick(text: str, *, on: bool = False) -> QCheckBox:
    """Something that is so or not."""
    made: QCheckBox = Tick(text)
    made.setChecked(on)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def number_field(value: int, low: int, high: int, *, unit: str = "") -> QSpinBox:
    """A whole number within bounds; told of when it is complete."""
    made = Number()
    made.setRange(low, high)
    made.setValue(value)
    made.setSuffix(f" {unit}" if unit else "")
    made.setKeyboardTracking(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
