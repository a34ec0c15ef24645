"""Where a person is signed in, and how to end it there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import EventsMissed, SignInsEnded
from infinibay_desktop.model.people import Person, SignInId
from infinibay_desktop.model.sign_ins import SignIn
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import ago_text, date_time_text
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.people.asking import LANE
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import Card, clear, column, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

MOST_SHOWN = 20


class SignInsCard(Card):
    """One's own sign-ins, the last used first."""

    # The sign-in of this program is to end: whoever shows the card asks no more.
    sign_out_wanted = Signal()
    everywhere_wanted = Signal()

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Where you are signed in"))
        self.heading.setWordWrap(True)
        self.heading.show()
        self.head.setStretch(0, 1)
        self.head.setStretch(1, 0)
        self.setAccessibleName(self.heading.text())
        self._desk, self._person = desk, person
        self.rows = column(gap=10)
        self._note = wrapped(name="hint")
        self._problem = wrapped(name="problem")
        self._problem.hide()
        self.everywhere = button(
            self.tr("Sign out everywhere…"), self.everywhere_wanted.emit, symbol="log-out"
        )
        self.body.addLayout(self.rows)
        self.body.addWidget(self._note)
        self.body.addWidget(self._problem)
        self.body.addLayout(row(self.everywhere, 1))
        desk.bridge.on(SignInsEnded, self._on_sign_ins_ended, owner=self)
        desk.bridge.on(EventsMissed, lambda _event: self.read(), owner=self)
        self.read()

    def read(self) -> None:
        """Look which there are."""
        self._desk.operations.spawn(self, self._read())

    async def _read(self) -> None:
        service, person_id = self._desk.core.sign_in, self._person.id
        try:
            found, own = await self._desk.operations.run(
                lambda: (service.sign_ins(person_id), service.own_id), lane=LANE
            )
        except InfinibayError as error:
            self._blame(complaint(error))
            return
        self._show(found, own)

    def _show(self, found: Sequence[SignIn], own: SignInId | None) -> None:
        clear(self.rows)
        # This one is what people look for first.
        ordered = sorted(found, key=lambda one: one.id != own)
        for one in ordered[:MOST_SHOWN]:
            self.rows.addWidget(self._row(one, is_this=one.id == own))
        more = len(ordered) - MOST_SHOWN
        self._note.setText(self.tr("… and {count} more").format(count=more))
        self._note.setVisible(more > 0)

    def _row(self, one: SignIn, *, is_this: bool) -> QWidget:
        computer = one_line(one.workstation, 100)
        name = ElidedLabel(computer)
        name.setStyleSheet("font-weight: 600;")
        times = wrapped(
            self.tr("Since {began}. Last seen {used}.").format(
                began=date_time_text(one.began_at), used=ago_text(one.used_at)
            ),
            name="muted",
        )
        words = column(name, gap=1)
        if is_this:
            words.addWidget(plain(self.tr("This program"), name="hint"))
        words.addWidget(times)
        end = button(self.tr("End"), lambda: self._end(one, is_this=is_this))
        end.setAccessibleName(self.tr("End the sign-in at {computer}").format(computer=computer))
        made = QWidget()
        line = row(words, end, gap=12)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made

    def _end(self, one: SignIn, *, is_this: bool) -> None:
        if is_this:
            self.sign_out_wanted.emit()
        else:
            self._desk.operations.spawn(self, self._ended(one.id))

    async def _ended(self, sign_in_id: SignInId) -> None:
        service, person_id = self._desk.core.sign_in, self._person.id
        self._blame("")
        try:
            await self._desk.operations.run(
                lambda: service.end_sign_in(person_id, sign_in_id), lane=LANE
            )
        except InfinibayError as error:
            self._blame(complaint(error))
        self.read()

    def _on_sign_ins_ended(self, event: SignInsEnded) -> None:
        if event.person_id == self._person.id:
            self.read()

    def _blame(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
