"""One declared setting as a row: its name, what it does, and the editor for its type."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.settings import Setting, SettingValue, normal_keys
from infinibay_desktop.model.wallpapers import PICTURE_SUFFIXES, normal_picture
from infinibay_desktop.ui.setting_texts import AT_NEXT_START, TEXTS, UNITS, translated
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.chord import ChordField
from infinibay_desktop.ui.widgets.file_field import FileField
from infinibay_desktop.ui.widgets.forms import choice, choose, number_field, text_field
from infinibay_desktop.ui.widgets.inputs import Switch
from infinibay_desktop.ui.widgets.layout import column, fill, row
from infinibay_desktop.ui.widgets.text import plain, wrapped

NARROW = 520
EDITOR_WIDTH = 240
Change = Callable[[str, SettingValue], object]


class SettingRow(QWidget):
    """Shows one setting and tells of each change; `reset` asks for its default."""

    def __init__(self, about: Setting, change: Change, reset: Callable[[str], object]) -> None:
        super().__init__()
        self.about = about
        self.search = ""
        self._change = change
        self._showing = False
        self._label = plain()
        self._help = wrapped(name="hint")
        self._later = wrapped(name="hint")
        self._problem = wrapped(name="problem")
        self._problem.hide()
        self.reset_button = button("", lambda: reset(about.name), kind="link", symbol="rotate-ccw")
        self._narrow = True
        self.editor = self._make_editor()
        self._label.setBuddy(self.editor)
        self._lay_out()
        self.retranslate()
        self.show_value(about.default)

    def show_value(self, value: SettingValue) -> None:
        """Show what is set now, without telling of it."""
        self._showing = True
        editor = self.editor
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            choose(editor, value)
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(value))
        elif isinstance(editor, QLineEdit | ChordField | FileField):
            editor.setText(str(value))
        self._showing = False
        self.reset_button.setVisible(value != self.about.default)

    def blame(self, problem: str) -> None:
        """Show why a value was refused; empty: it was taken."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        target = self._typed_into()
        target.setProperty("wrong", bool(problem))
        target.setAccessibleDescription(problem or self._help.text())
        target.style().unpolish(target)
        target.style().polish(target)

    def retranslate(self) -> None:
        """Take the texts anew, in the language of now."""
        texts = TEXTS[self.about.name]
        label, explanation = translated(texts.label), translated(texts.help)
        self._label.setText(label)
        self._help.setText(explanation)
        self._later.setText(translated(AT_NEXT_START))
        self._later.setVisible(self.about.at_next_start)
        self._label_reset()
        self.reset_button.setAccessibleName(f"{self.tr('Reset to default')}: {label}")
        if isinstance(self.editor, QComboBox):
            for index in range(self.editor.count()):
                value = str(self.editor.itemData(index))
                self.editor.setItemText(index, translated(texts.choices[value]))
        if isinstance(self.editor, ChordField | FileField):
            self.editor.retranslate()
        if isinstance(self.editor, QSpinBox) and self.about.unit:
            unit = self.about.unit
            self.editor.setSuffix(f" {translated(UNITS[unit]) if unit in UNITS else unit}")
        target = self._typed_into()
        target.setAccessibleName(label)
        target.setAccessibleDescription(explanation)
        found = [self.about.name, label, explanation, *map(translated, texts.choices.values())]
        self.search = " ".join(found).casefold()

    def _typed_into(self) -> QWidget:
        editor = self.editor
        return editor.field if isinstance(editor, ChordField | FileField) else editor

    def _label_reset(self) -> None:
        words = self.tr("Reset to default")
        self.reset_button.setText("" if self._narrow else f" {words}")
        self.reset_button.setToolTip(words if self._narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editor below the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW and not isinstance(self.editor, QCheckBox)
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(8 if narrow else 24)
        if self._narrow != (event.size().width() < NARROW):
            self._narrow = not self._narrow
            self._label_reset()

    # Making.

    def _lay_out(self) -> None:
        # Beside the name, whose line has room for it from the start: nothing moves when it comes.
        head = row(self._label, self.reset_button, 1, gap=4)
        self._label.setMinimumHeight(self.reset_button.sizeHint().height())
        words = column(head, self._help, self._later, self._problem, gap=2)
        # Narrow until it is known to be wide, so that a small window can be made smaller.
        self._box: QBoxLayout = column(words, self.editor, gap=8)
        self._box.setStretch(0, 1)
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.editor.setSizePolicy(wide, fixed)
        if isinstance(self.editor, QCheckBox):
            self._box.setAlignment(self.editor, Qt.AlignmentFlag.AlignTop)
        else:
            self.editor.setFixedWidth(EDITOR_WIDTH)
            self._box.setAlignment(
                self.editor, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            )
        fill(QVBoxLayout(self), self._box, gap=0)

    def _make_editor(self) -> QWidget:
        about = self.about
        if about.choices:
            return self._make_choice()
        if isinstance(about.default, bool):
            switch = Switch()
            switch.toggled.connect(self._tell)
            return switch
        if isinstance(about.default, int):
            return self._make_number()
        if about.normal is normal_keys:
            chord = ChordField()
            chord.edited.connect(self._tell)
            return chord
        if about.normal is normal_picture:
            picture = FileField(PICTURE_SUFFIXES)
            picture.edited.connect(self._tell)
            return picture
        field = text_field()
        field.setMaxLength(about.high)
        field.editingFinished.connect(lambda: self._tell(field.text()))
        return field

    def _make_choice(self) -> QComboBox:
        box = choice(*((value.value, value) for value in self.about.choices))
        box.currentIndexChanged.connect(lambda _index: self._tell(box.currentData()))
        _leave_wheel_to_page(box)
        return box

    def _make_number(self) -> QSpinBox:
        about = self.about
        number = number_field(about.low, about.low, about.high, unit=about.unit)
        number.valueChanged.connect(self._tell)
        _leave_wheel_to_page(number)
        return number

    def _tell(self, value: SettingValue) -> None:
        if not self._showing:
            self._change(self.about.name, value)


class _WheelToPage(QObject):
    """Who scrolls the page must not change a setting on the way."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return not watched.hasFocus()
        return super().eventFilter(watched, event)


def _leave_wheel_to_page(editor: QWidget) -> None:
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    editor.installEventFilter(_WheelToPage(editor))
