"""Who is signed in, at the end of the bar: a face, and what people do for themselves."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget, QWidgetAction

from infinibay_desktop.model.people import Person, Role
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.people.own import (
    ChangePasswordDialog,
    ProfileDialog,
    RemovePasswordDialog,
    SetPasswordDialog,
)
from infinibay_desktop.ui.people.words import role_word
from infinibay_desktop.ui.shell.top_bar import AVATAR
from infinibay_desktop.ui.widgets.avatars import face, face_icon
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.layout import column, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, escaped

_FACE = 40
_WIDTH = 320


class PersonMenu(QObject):
    """The button's face and menu, and the same acts for the command palette."""

    def __init__(self, place: QToolButton, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self._desk = desk
        self._window = window
        self._person: Person | None = None
        self._chosen = False
        self.menu = QMenu(place)
        place.setMenu(self.menu)
        self._make_acts()

    def show_person(self, person: Person | None) -> None:
        """Somebody else is here, or the same person in another shape; None: nobody."""
        self._person = person
        self.menu.clear()
        self._place.setEnabled(person is not None)
        if person is None:
            return
        name = plain_text(person.name, 200)
        self._place.setProperty("symbol", None)  # a face has no glyph that follows the theme
        self._place.setIcon(face_icon(person.avatar, person.name, AVATAR))
        told = self.tr("Signed in: {name}") if person.has_password else self.tr("You are {name}")
        self._place.setToolTip(escaped(told.format(name=name)))
        self._place.setAccessibleName(told.format(name=name))
        self._fill(person)

    def retranslate(self) -> None:
        """Take all words anew, in the language of now."""
        for act, words in (
            (self.profile, self.tr("Profile…")),
            (self.change_password, self.tr("Change password…")),
            (self.set_password, self.tr("Set a password…")),
            (self.remove_password, self.tr("Go without a password…")),
            (self.sign_out, self.tr("Sign out")),
            (self.sign_out_everywhere, self.tr("Sign out everywhere…")),
        ):
            act.setText(words)
        self.show_person(self._person)

    def take_choice(self) -> bool:
        """Whether the person chose to leave; asked once, when they left."""
        chosen, self._chosen = self._chosen, False
        return chosen

    def acts(self) -> list[QAction]:
        """What can be done now."""
        if self._person is None:
            return []
        return [self.profile, *self._of_password()]

    def _of_password(self) -> list[QAction]:
        if self._person and not self._person.has_password:
            return [self.set_password]
        chief = self._person is not None and self._person.role is Role.SUPER_ADMINISTRATOR
        # The service refuses it where there are others.
        own = [self.change_password, *([self.remove_password] if chief else [])]
        return [*own, self.sign_out, self.sign_out_everywhere]

    def _make_acts(self) -> None:
        def make(act: Callable[[], object], symbol: str) -> QAction:
            made = action(self._window, "", act, symbol=symbol)
            self._window.addAction(made)  # or its picture would not follow the theme
            return made

        self.profile = make(self._show_profile, "user")
        self.change_password = make(self._ask_change, "key-round")
        self.set_password = make(self._ask_first, "key-round")
        self.remove_password = make(self._ask_without, "lock-open")
        self.sign_out = make(self._sign_out, "log-out")
        self.sign_out_everywhere = make(self._ask_everywhere, "log-out")
        self.retranslate()

    def _fill(self, person: Person) -> None:
        menu = self.menu
        head = QWidgetAction(menu)
        head.setDefaultWidget(_Head(person, self._about(person)))
        menu.addAction(head)
        menu.addSeparator()
        menu.addAction(self.profile)
        for act in self._of_password():
            if act is self.sign_out:
                menu.addSeparator()
            menu.addAction(act)

    def _about(self, person: Person) -> list[str]:
        if not person.has_password:
            return [self.tr("Nobody signs in on this computer")]
        return [person.email, role_word(person.role)]

    # Doing it.

    def _open(self, dialog: Dialog) -> None:
        dialog.fit()
        dialog.open()

    def _show_profile(self) -> None:
        if self._person:
            dialog = ProfileDialog(self._desk, self._person, self._window)
            if dialog.sign_ins:
                dialog.sign_ins.sign_out_wanted.connect(self._sign_out)
                dialog.sign_ins.everywhere_wanted.connect(self._ask_everywhere)
            self._open(dialog)

    def _ask_change(self) -> None:
        if self._person:
            self._open(ChangePasswordDialog(self._desk, self._person, self._window))

    def _ask_first(self) -> None:
        if self._person:
            self._open(SetPasswordDialog(self._desk, self._person, self._window))

    def _ask_without(self) -> None:
        if self._person:
            self._open(RemovePasswordDialog(self._desk, self._person, self._window))

    def _sign_out(self) -> None:
        desk, self._chosen = self._desk, True
        desk.operations.spawn(
            self, desk.operations.run(desk.core.sign_in.sign_out), title=self.tr("Not signed out")
        )

    def _ask_everywhere(self) -> None:
        if self._person:
            self._desk.operations.spawn(self, self._sign_out_everywhere(self._person))

    async def _sign_out_everywhere(self, person: Person) -> None:
        dialog = Dialog(self.tr("Sign out everywhere?"), self._window, width=440)
        dialog.say(
            self.tr(
                "Every program in which you are signed in, this one too, asks for your password "
                "again."
            )
        )
        dialog.add_cancel()
        yes = dialog.add_button(self.tr("Sign out everywhere"), kind="primary")
        yes.clicked.connect(dialog.accept)
        yes.setFocus()
        if await dialog.ask():
            self._chosen = True
            service = self._desk.core.sign_in
            await self._desk.operations.run(lambda: service.sign_out_everywhere(person.id))


class _Head(QWidget):
    """Who it is, above what they can do."""

    def __init__(self, person: Person, lines: list[str]) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(face(person.avatar, person.name, _FACE, self.devicePixelRatioF()))
        name = ElidedLabel(plain_text(person.name, 200), name="heading")
        told = [ElidedLabel(plain_text(line, 300), name="muted") for line in lines]
        outer = row(picture, column(name, *told, gap=1), gap=12)
        outer.setStretch(1, 1)
        self.setMinimumWidth(_WIDTH)
        outer.setContentsMargins(12, 8, 16, 8)
        self.setLayout(outer)
        self.setAccessibleName(", ".join([person.name, *lines]))
