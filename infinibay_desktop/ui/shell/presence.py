"""Keeps what is shown in step with who is signed in: nothing of another person stays."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor as actor_of
from infinibay_desktop.ui.shell.person_menu import PersonMenu
from infinibay_desktop.ui.shell.sign_in import SignInScreen
from infinibay_desktop.ui.shell.window import MainWindow

# What the window shows: nobody's, a change of password, or the screens of a person with a role.
_NOBODY: tuple[object, ...] = ("nobody",)


class Presence(QObject):
    """The window is whole only for somebody who is signed in and needs no new password."""

    # The screens of whoever is here are ready.
    opened = Signal()
    # The same person may do other things than before.
    adjusted = Signal()
    # Somebody came, left, or is another than before in any way.
    changed = Signal()

    def __init__(self, window: MainWindow, desk: Desk, *, forget: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._forget = forget
        self._stage: tuple[object, ...] | None = None
        self._actor: Actor | None = None
        self.menu = PersonMenu(window.bar.person, desk, window)
        desk.bridge.on(ActorChanged, lambda _event: self.follow(), owner=self)

    @property
    def actor(self) -> Actor:
        """Who the screens are for."""
        return actor_of(self._desk)

    @property
    def is_open(self) -> bool:
        """Whether the screens can be used."""
        return self._stage is not None and self._stage[0] == "open"

    def follow(self) -> None:
        """Show what belongs to whoever is signed in now."""
        actor, before = self.actor, self._actor
        stage = _stage_of(actor)
        if (stage, actor) == (self._stage, before):
            return
        left_by_itself = self.is_open
        was, self._stage, self._actor = self._stage, stage, actor
        if stage[0] == "open" == (was or _NOBODY)[0] and stage == was:
            self._adjust(actor)
        elif stage[0] == "open":
            self._open(actor, was)
        else:
            self._close(actor, stage, told=left_by_itself)
        self.changed.emit()

    def retint(self) -> None:
        """The theme changed."""
        if isinstance(screen := self._window.covering, SignInScreen):
            screen.retint()

    def retranslate(self) -> None:
        """The language is another: say everything anew."""
        self.menu.retranslate()
        if isinstance(old := self._window.covering, SignInScreen):
            screen = self._cover()
            screen.sign_in.email.setText(old.sign_in.email.text())
            if self._stage != _NOBODY and self.actor.person:
                screen.ask_change(self.actor.person)

    def _adjust(self, actor: Actor) -> None:
        """The same person with the same role: a new face, other grants or departments."""
        self.menu.show_person(actor.person)
        self._window.admit(actor)
        self.adjusted.emit()

    def _open(self, actor: Actor, was: tuple[object, ...] | None) -> None:
        if was and was[0] == "open":
            self._forget()
        screen = self._window.covering
        wants_to_stay = isinstance(screen, SignInScreen) and screen.sign_in.stay.isChecked()
        self._window.uncover()
        if was:  # what was painted at the start is the same person's
            self._window.remake_pages(filters_too=True)
        self._window.admit(actor)
        self.menu.show_person(actor.person)
        self.opened.emit()
        if wants_to_stay and not self._desk.core.sign_in.stays():
            self._desk.notices.tell(
                self.tr("You will have to sign in again"),
                self.tr(
                    "No keyring keeps the sign-in on this computer. It lasts until the program "
                    "ends."
                ),
            )

    def _close(self, actor: Actor, stage: tuple[object, ...], *, told: bool) -> None:
        if not isinstance(screen := self._window.covering, SignInScreen) or stage == _NOBODY:
            self._forget()
            screen = self._cover(self._reason() if told else "")
            self._window.remake_pages(filters_too=True)
            self._window.admit(actor)
            self.menu.show_person(None)
        if stage != _NOBODY and actor.person:
            screen.ask_change(actor.person)

    def _reason(self) -> str:
        if self.menu.take_choice():
            return self.tr("You are signed out.")
        return self.tr("You were signed out: elsewhere, or because your account was changed.")

    def _cover(self, reason: str = "") -> SignInScreen:
        screen = SignInScreen(self._desk, reason=reason)
        screen.done.connect(self.follow)
        self._window.cover(screen)
        return screen


def _stage_of(actor: Actor) -> tuple[object, ...]:
    person = actor.person
    if person is None:  # the program itself: tests and pictures
        return ("open", None, None)
    if not person.can_sign_in:
        return _NOBODY
    if person.must_change_password:
        return ("change", person.id)
    return ("open", person.id, person.role)
