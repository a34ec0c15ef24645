"""The people as the table reads them: a page at a time, as far as somebody scrolls."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPixmap

from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.ui.formats import date_time_text, plain_text
from infinibay_desktop.ui.people.words import role_word, state_look
from infinibay_desktop.ui.widgets.avatars import face_icon
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.text import escaped
from infinibay_desktop.ui.widgets.theme import tones

PAGE = 100
FACE = 28
NAME, EMAIL, ROLE, STATE, SINCE = range(5)
PERSON_ROLE = Qt.ItemDataRole.UserRole
_LONGEST = 256
Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """Asks for more with `more_wanted` when a view comes near the end of what is there."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._has_more = False
        self._asked = False

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people are there so far."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else SINCE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, or the person."""
        person = self.person_at(index)
        if person is None:
            return None
        if role == PERSON_ROLE:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(person, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(self._text(person, index.column()))
        if role == Qt.ItemDataRole.DecorationRole:
            return _picture(person, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and not person.can_sign_in:
            return tones().color("muted")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Name"),
            self.tr("E-mail"),
            self.tr("Role"),
            self.tr("State"),
            self.tr("Added"),
        )[section]

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the last page that came was full."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        """A view came near the end."""
        if self._has_more and not self._asked:
            self._asked = True
            self.more_wanted.emit()

    # What the page asks.

    def show(self, people: Sequence[Person], *, has_more: bool) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._people = list(people)
        self._has_more, self._asked = has_more, False
        self.endResetModel()

    def append(self, people: Sequence[Person], *, has_more: bool) -> None:
        """The next page came."""
        self._has_more, self._asked = has_more, False
        if people:
            first = len(self._people)
            self.beginInsertRows(QModelIndex(), first, first + len(people) - 1)
            self._people.extend(people)
            self.endInsertRows()

    def give_up(self) -> None:
        """The next page did not come: it may be asked for again."""
        self._asked = False

    def last(self) -> Person | None:
        """After whom the list goes on."""
        return self._people[-1] if self._people else None

    def person_at(self, index: Index) -> Person | None:
        """Whose row it is."""
        row = index.row()
        return self._people[row] if index.isValid() and row < len(self._people) else None

    def place(self, person_id: PersonId) -> QModelIndex:
        """Where somebody stands; invalid where they are not there."""
        for number, person in enumerate(self._people):
            if person.id == person_id:
                return self.index(number, 0)
        return QModelIndex()

    def look_again(self, now: datetime) -> bool:
        """A lock may have ended: draw the states anew. Returns whether any lock goes on."""
        if self._people:
            last = len(self._people) - 1
            self.dataChanged.emit(self.index(0, STATE), self.index(last, STATE))
        return any(one.locked_until and one.locked_until > now for one in self._people)

    @staticmethod
    def _text(person: Person, column: int) -> str:
        if column == NAME:
            return plain_text(" ".join(person.name.split()), _LONGEST)
        if column == EMAIL:
            return plain_text(person.email, _LONGEST)
        if column == ROLE:
            return role_word(person.role)
        if column == STATE:
            return state_look(person)[1]
        return date_time_text(person.created_at) if person.created_at else ""


def _picture(person: Person, column: int) -> QIcon | QPixmap | None:
    if column == NAME:
        found = face_icon(person.avatar, person.name, FACE)
        pale = QIcon.Mode.Disabled
        return found if person.can_sign_in else found.pixmap(FACE, FACE, pale)
    if column == STATE:
        symbol, _words, tone = state_look(person)
        return icon(symbol, tone, 16)
    return None
