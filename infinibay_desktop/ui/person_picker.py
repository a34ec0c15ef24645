"""Choosing one of thousands of people: a few letters, and those whom they fit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.forms import text_field
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import escaped, wrapped

FIND_MS = 150
FOUND_AT_MOST = 50
_PERSON = Qt.ItemDataRole.UserRole
Find = Callable[[str], Sequence[Person]]


def find_people(desk: Desk) -> Find:
    """Search among the people whom one may choose from; the service says which they are."""
    return lambda text: desk.core.people.search(text, limit=FOUND_AT_MOST)


class PersonPicker(QWidget):
    """A field to search with above the people found; `nobody` offers that choice too."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        find: Find,
        *,
        nobody: str = "",
        leave_out: Callable[[Person], bool] = lambda _person: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._find, self._nobody = desk, find, nobody
        self._leave_out = leave_out
        self._number = 0
        self.field = text_field(placeholder=self.tr("Name or e-mail"))
        self.field.setAccessibleName(self.tr("Search people"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(150)
        self._note = wrapped(name="hint")
        fill(QVBoxLayout(self), self.field, self.list, self._note, gap=6)
        self.setFocusProxy(self.field)
        self._due = QTimer(self, singleShot=True, interval=FIND_MS)
        self._due.timeout.connect(self.search)
        self.field.textChanged.connect(lambda: self._due.start())
        self.list.currentItemChanged.connect(lambda *_items: self.changed.emit())
        self.search()

    @property
    def is_chosen(self) -> bool:
        """Whether somebody, or nobody, was chosen."""
        return self.list.currentIndex().isValid()

    def person(self) -> Person | None:
        """Who is chosen; None: nobody."""
        found = self.list.currentIndex().data(_PERSON)
        return found if isinstance(found, Person) else None

    def search(self) -> None:
        """Look for what is typed."""
        self._number += 1
        self._desk.operations.spawn(self, self._search(self.field.text().strip(), self._number))

    async def _search(self, text: str, number: int) -> None:
        try:
            found = await self._desk.operations.run(lambda: self._find(text))
        except InfinibayError as error:
            self._note.setText(complaint(error))
            self._note.show()
            return
        if number == self._number:
            self._show([one for one in found if not self._leave_out(one)])

    def _show(self, found: Sequence[Person]) -> None:
        before = self.person()
        self.list.clear()
        if self._nobody and not self.field.text().strip():
            self.list.addItem(QListWidgetItem(icon("user-x", "muted", 16), self._nobody))
        for person in found[:FOUND_AT_MOST]:
            self.list.addItem(_item(person))
            if before and person.id == before.id:
                self.list.setCurrentRow(self.list.count() - 1)
        if len(found) >= FOUND_AT_MOST:
            self._note.setText(self.tr("There are more: type a few letters of the name."))
        elif not found:
            self._note.setText(self._nobody_words())
        self._note.setVisible(not found or len(found) >= FOUND_AT_MOST)
        self.changed.emit()

    def _nobody_words(self) -> str:
        if actor(self._desk).may(Permission.PERSON_VIEW):
            return self.tr("Nobody fits.")
        return self.tr(
            "Nobody of your departments fits. Others are found by their whole e-mail address."
        )


def _item(person: Person) -> QListWidgetItem:
    name = one_line(person.name)
    words = name if person.email == person.name else f"{name} · {one_line(person.email)}"
    made = QListWidgetItem(icon("user", "muted", 16), words)
    made.setToolTip(escaped(words))
    made.setData(_PERSON, person)
    return made
