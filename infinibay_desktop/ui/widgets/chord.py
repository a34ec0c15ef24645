"""A field for keys that are pressed together."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill

_MODIFIERS = {
    Qt.Key.Key_Control: "ctrl",
    Qt.Key.Key_Alt: "alt",
    Qt.Key.Key_Shift: "shift",
    Qt.Key.Key_Meta: "meta",
    Qt.Key.Key_Super_L: "meta",
    Qt.Key.Key_Super_R: "meta",
}
_ORDER = ("ctrl", "alt", "shift", "meta")


class ChordField(QWidget):
    """The keys can be typed as words, or pressed after a click on the button."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(60)
        self.field.editingFinished.connect(lambda: self.edited.emit(self.field.text()))
        self._button = icon_button("keyboard", self.tr("Press the keys"), self._begin)
        fill(box := QHBoxLayout(self), self.field, self._button, gap=4)
        box.setStretch(0, 1)
        self.setFocusProxy(self.field)
        self._pressed: list[str] = []
        self._recording = False
        self._button.installEventFilter(self)

    def setText(self, text: str) -> None:
        """Show these keys, as they are written on keyboards and in menus."""
        self.field.setText(_shown(text))

    def text(self) -> str:
        """The keys as they are written now, in small letters."""
        return self.field.text().replace(" ", "").lower()

    def retranslate(self) -> None:
        """Take the words anew, in the language of now."""
        words = self.tr("Press the keys")
        self._button.setToolTip(words)
        self._button.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While recording, keys are what they are, not what they do."""
        if not self._recording:
            return super().eventFilter(watched, event)
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride:
            event.accept()
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event)
        elif kind is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat() and self._pressed:
                self._end()
        elif kind is QEvent.Type.FocusOut:
            self._pressed.clear()
            self._end()
        return kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)

    def _begin(self) -> None:
        self._recording = True
        self._pressed.clear()
        self.field.setPlaceholderText(self.tr("Press the keys…"))
        self.field.clear()
        set_icon(self._button, "keyboard", "accent")
        self._button.setFocus()

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._pressed:
            self._end()
            return
        name = _MODIFIERS.get(Qt.Key(event.key())) or _plain_key(event.key())
        if name and name not in self._pressed:
            self._pressed.append(name)
            self.field.setText(_shown("+".join(sorted(self._pressed, key=_rank))))

    def _end(self) -> None:
        """The first key that is let go ends it; nothing pressed changes nothing."""
        self._recording = False
        self.field.setPlaceholderText("")
        set_icon(self._button, "keyboard", "muted")
        self.edited.emit(self.field.text())


def _shown(keys: str) -> str:
    """'Ctrl+Alt+F12' for 'ctrl+alt+f12'."""
    return "+".join(part[:1].upper() + part[1:] for part in keys.split("+"))


def _plain_key(key: int) -> str:
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        return f"f{key - Qt.Key.Key_F1 + 1}"
    letter = chr(key).lower() if key < 128 else ""
    return letter if letter.isalnum() else ""


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
