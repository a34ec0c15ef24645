"""The screen of people: a list that is read as far as somebody scrolls, and its acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    ActorChanged,
    Event,
    EventsMissed,
    PersonDeleted,
    PersonLocked,
    PersonSaved,
)
from infinibay_desktop.model.people import Person, PersonId, Role
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.people.acts import PeopleActs
from infinibay_desktop.ui.people.table import PeopleTable
from infinibay_desktop.ui.people.table_model import PAGE, PERSON_ROLE, PeopleModel
from infinibay_desktop.ui.people.words import role_word
from infinibay_desktop.ui.widgets.forms import choice, tick
from infinibay_desktop.ui.widgets.layout import EmptyPage, row
from infinibay_desktop.ui.widgets.text import wrapped

# Changes come in bursts: they are read together.
RELOAD_MS = 150
# As many as one question may bring.
MOST_AT_ONCE = 500
LOCKS_MS = 1000
NARROW = 460


@dataclass(frozen=True, slots=True)
class Question:
    """What the list shows."""

    text: str = ""
    role: Role | None = None
    include_deleted: bool = False


class PeoplePage(Page):
    """Hidden, it only notes that something changed."""

    name = "people"
    symbol = "users"
    filterable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen = False
        self._outdated = True
        self._asked = Question()
        # Answers to older questions come too late.
        self._generation = 0
        self._wanted: PersonId | None = None
        self.acts = PeopleActs(self, self.selected)
        self.acts.kept.connect(self._on_acts_kept)
        self.model = PeopleModel(self)
        self.model.more_wanted.connect(self._on_model_more_wanted)
        self.table = self._make_table()
        self._reload_due = QTimer(self, singleShot=True, interval=RELOAD_MS)
        self._reload_due.timeout.connect(self._reload)
        self._locks = QTimer(self, interval=LOCKS_MS)
        self._locks.timeout.connect(self._on_locks_timeout)
        self._lay_out()

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("People")

    def page_actions(self) -> Sequence[QAction]:
        """What may be done here, by whoever may."""
        return [act for act in self.acts.all() if act.isVisible()]

    def filter_hint(self) -> str:
        """What is looked for."""
        return self.tr("Name or e-mail")

    def set_filter(self, text: str) -> None:
        """Show those whose name or address has the text."""
        self._text = text
        self._ask()

    def attach(self, desk: Desk) -> None:
        """The core runs: people can be read."""
        self._desk = desk
        self.acts.attach(desk)
        for kind in (PersonSaved, PersonDeleted, PersonLocked, EventsMissed):
            desk.bridge.on(kind, self._on_person_event, owner=self)
        desk.bridge.on(ActorChanged, self._on_person_event, owner=self)
        self.changed.emit()
        if self._seen:
            self._reload()

    def entered(self) -> None:
        """Read what changed meanwhile."""
        self._seen = True
        if self._outdated:
            self._reload()

    def left(self) -> None:
        """Nobody looks: nothing is asked."""
        self._seen = False
        self._reload_due.stop()
        self._locks.stop()

    def retint(self) -> None:
        """Draw faces and states in the new colours."""
        self._nothing.retint()
        self.table.viewport().update()

    def selected(self) -> Person | None:
        """The person whose row is selected."""
        found = self.table.currentIndex().data(PERSON_ROLE)
        return found if isinstance(found, Person) else None

    # Making.

    def _make_table(self) -> PeopleTable:
        made = PeopleTable(self.model)
        made.addAction(self.acts.delete)
        made.customContextMenuRequested.connect(self._on_table_context_menu_requested)
        made.activated.connect(lambda _index: self.acts.edit.trigger())
        made.selectionModel().currentChanged.connect(self._on_table_current_changed)
        self.model.modelReset.connect(self._on_table_current_changed)
        return made

    def _lay_out(self) -> None:
        self._text = ""
        self.role = choice(
            (self.tr("All roles"), None), *((role_word(role), role) for role in Role)
        )
        self.role.setAccessibleName(self.tr("Role"))
        self.role.currentIndexChanged.connect(self._ask)
        self.deleted = tick(self.tr("Show deleted"))
        self.deleted.toggled.connect(self._ask)
        self.count = wrapped(name="muted")
        self.count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head = row(self.role, self.deleted, self.count, gap=12)
        head.setStretch(2, 1)
        head.setContentsMargins(16, 8, 16, 8)
        self._nothing = EmptyPage(
            "users",
            self.tr("Nobody like that"),
            self.tr("No person has these words in their name or address, and this role."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._nothing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count is the first to go."""
        super().resizeEvent(event)
        self.count.setVisible(event.size().width() >= NARROW)

    # What happened.

    def _on_person_event(self, _event: Event) -> None:
        self._outdated = True
        if self._seen:
            self._reload_due.start()

    def _on_acts_kept(self, person: Person) -> None:
        self._wanted = person.id
        self._on_person_event(PersonSaved(person_id=person.id))

    def _on_table_current_changed(self) -> None:
        self.acts.refresh(self.selected())

    def _on_table_context_menu_requested(self, place: QPoint) -> None:
        if self.selected() and self.acts.edit.isVisible():
            self.acts.menu(self).popup(self.table.viewport().mapToGlobal(place))

    def _on_locks_timeout(self) -> None:
        if not self.model.look_again(datetime.now(UTC)):
            self._locks.stop()
        self.acts.refresh(self.selected())

    # Reading.

    def _ask(self) -> None:
        asked = Question(self._text.strip(), self.role.currentData(), self.deleted.isChecked())
        if asked != self._asked:
            self._asked = asked
            self._outdated = True
            if self._seen:
                self._reload(from_the_top=True)

    def _reload(self, *, from_the_top: bool = False) -> None:
        if self._desk:
            self._outdated = False
            self._generation += 1
            known = 0 if from_the_top else self.model.rowCount()
            limit = min(MOST_AT_ONCE, (known // PAGE + 1) * PAGE)
            self._desk.operations.spawn(
                self,
                self._read(self._desk, self._generation, limit),
                title=self.tr("Could not read the people"),
            )

    async def _read(self, desk: Desk, generation: int, limit: int) -> None:
        asked, people = self._asked, desk.core.people
        try:
            found, total = await desk.operations.run(
                lambda: (_search(people, asked, None, limit), people.count())
            )
        except InfinibayError:
            self._outdated = True
            raise
        if generation == self._generation:
            self._show(found, limit)
            self.count.setText(self.tr("%n person(s)", "", total))

    def _show(self, found: Sequence[Person], limit: int) -> None:
        before = self.selected()
        wanted = self._wanted or (before.id if before else None)
        self._wanted = None
        top = self.table.verticalScrollBar().value()
        self.model.show(found, has_more=len(found) == limit)
        self.table.verticalScrollBar().setValue(top)
        if wanted and (place := self.model.place(wanted)).isValid():
            self.table.setCurrentIndex(place)
        self.stack.setCurrentIndex(0 if found else 1)
        self.acts.refresh(self.selected())
        self._locks.start()

    def _on_model_more_wanted(self) -> None:
        last = self.model.last()
        if self._desk and last:
            self._desk.operations.spawn(
                self,
                self._read_on(self._desk, self._generation, last),
                title=self.tr("Could not read the people"),
            )

    async def _read_on(self, desk: Desk, generation: int, last: Person) -> None:
        asked, people = self._asked, desk.core.people
        try:
            found = await desk.operations.run(lambda: _search(people, asked, last, PAGE))
        except InfinibayError:
            self.model.give_up()
            raise
        if generation == self._generation:
            self.model.append(found, has_more=len(found) == PAGE)


def _search(
    people: PeopleService, asked: Question, after: Person | None, limit: int
) -> Sequence[Person]:
    return people.search(
        asked.text, asked.role, after, limit, include_deleted=asked.include_deleted
    )
