"""Choosing a face: the initials, or one of the pictures that come with the program."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.widgets.avatars import avatar_names, face_icon
from infinibay_desktop.ui.widgets.flow import FlowGrid

SIDE = 40
_WORDS = {
    "bear": QT_TRANSLATE_NOOP("Avatars", "Bear"),
    "cactus": QT_TRANSLATE_NOOP("Avatars", "Cactus"),
    "cat": QT_TRANSLATE_NOOP("Avatars", "Cat"),
    "fox": QT_TRANSLATE_NOOP("Avatars", "Fox"),
    "lighthouse": QT_TRANSLATE_NOOP("Avatars", "Lighthouse"),
    "mountain": QT_TRANSLATE_NOOP("Avatars", "Mountain"),
    "mushroom": QT_TRANSLATE_NOOP("Avatars", "Mushroom"),
    "owl": QT_TRANSLATE_NOOP("Avatars", "Owl"),
    "panda": QT_TRANSLATE_NOOP("Avatars", "Panda"),
    "penguin": QT_TRANSLATE_NOOP("Avatars", "Penguin"),
    "planet": QT_TRANSLATE_NOOP("Avatars", "Planet"),
    "rabbit": QT_TRANSLATE_NOOP("Avatars", "Rabbit"),
    "sailboat": QT_TRANSLATE_NOOP("Avatars", "Sailing boat"),
    "sunrise": QT_TRANSLATE_NOOP("Avatars", "Sunrise"),
    "tree": QT_TRANSLATE_NOOP("Avatars", "Tree"),
    "whale": QT_TRANSLATE_NOOP("Avatars", "Whale"),
}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class AvatarChoice(QWidget):
    """One stop of the Tab key; arrow keys move the choice."""

    def __init__(self, chosen: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture"))
        self._name = name
        self._group = QButtonGroup(self)
        self._names = ("", *avatar_names())
        grid = FlowGrid(self, cell_width=SIDE + 12, widest=SIDE + 12, gap=4)
        for number, picture in enumerate(self._names):
            grid.addWidget(self._make_button(number, picture))
        self._button_of(chosen).setChecked(True)
        self._group.buttonToggled.connect(lambda: self._keep_one_stop())
        self._keep_one_stop()

    def chosen(self) -> str:
        """The picture's name; empty: the initials."""
        return self._names[max(0, self._group.checkedId())]

    def show_name(self, name: str) -> None:
        """The initials follow the name while it is typed."""
        self._name = name
        self._button_of("").setIcon(face_icon("", name, SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._names)
        self._group.button(number).setChecked(True)
        self._group.button(number).setFocus()

    def _make_button(self, number: int, picture: str) -> QToolButton:
        made = _Picture(self)
        made.setCheckable(True)
        made.setIcon(face_icon(picture, self._name, SIDE))
        made.setIconSize(QSize(SIDE, SIDE))
        words = (
            QCoreApplication.translate("Avatars", _WORDS.get(picture, picture))
            if picture
            else self.tr("Initials")
        )
        made.setAccessibleName(words)
        made.setToolTip(words)
        self._group.addButton(made, number)
        return made

    def _button_of(self, picture: str) -> QToolButton:
        known = self._names.index(picture) if picture in self._names else 0
        found = self._group.button(known)
        assert isinstance(found, QToolButton)
        return found

    def _keep_one_stop(self) -> None:
        policy = Qt.FocusPolicy
        for made in self._group.buttons():
            made.setFocusPolicy(policy.StrongFocus if made.isChecked() else policy.ClickFocus)
        if checked := self._group.checkedButton():
            self.setFocusProxy(checked)


class _Picture(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys are for the whole choice."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)
