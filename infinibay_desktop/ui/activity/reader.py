"""Reads the pages that are looked at, one at a time, and asks what a filter's names mean."""

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.model.activity import ActivityQuery
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ActivityRecorded, Event, EventsMissed
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.activity.filters import Wish
from infinibay_desktop.ui.activity.model import ActivityModel
from infinibay_desktop.ui.activity.questions import Answer, Question, answer, page_of
from infinibay_desktop.ui.activity.record import (
    PAGE,
    FoundRecord,
    Wanted,
    WholeRecord,
    whole_record,
)
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor

# New entries come in bursts.
FOLLOW_MS = 300
KEY = "activity"


class ActivityReader(QObject):
    """Fills the model. What nobody looks at any more when its turn comes is not read."""

    # The first page of another question is there.
    answered = Signal()
    # Entries came on top that are not shown; only for records that cannot place them.
    outdated = Signal()
    # Rows came that a list may draw now.
    arrived = Signal()
    failed = Signal(object)

    def __init__(self, model: ActivityModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._desk: Desk | None = None
        self._question = Question()
        self._generation = 0
        self._answering = False
        self._busy = False
        self._watched = False
        self._behind = False
        self._looked_at = range(0)
        self.query = ActivityQuery()
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._take_new)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        for kind in (ActivityRecorded, EventsMissed):
            desk.bridge.on(kind, self._on_activity_recorded, owner=self)

    def ask(self, wish: Wish) -> None:
        """Show what fits, from the newest on."""
        if desk := self._desk:
            self._behind = False
            self._generation += 1
            may_all = actor(desk).may(Permission.ACTIVITY_VIEW)
            self._question = Question(wish=wish, may_see_all=may_all)
            if not self._answering:
                self._answering = True
                desk.operations.spawn(self, self._answer(desk))

    def forget(self) -> None:
        """Show nothing, and nothing that is still on its way."""
        self._generation += 1
        self.query = ActivityQuery()
        self._model.show(FoundRecord())

    def watch(self, *, watched: bool) -> None:
        """Whether somebody looks: new entries are only read then."""
        self._watched = watched
        if not watched:
            self._follow.stop()
        elif self._behind:
            self._take_new()

    def look_at(self, rows: range) -> None:
        """These rows are in sight: their pages are wanted, and the ones beside them."""
        self._looked_at = rows
        self._read_next()

    async def _answer(self, desk: Desk) -> None:
        """Answer the last question; those asked while one was answered are passed over."""
        generation, found, problem = -1, None, None
        try:
            while generation != self._generation:
                generation, question = self._generation, self._question
                found, problem = await self._try(desk, question)
        finally:
            self._answering = False
        if problem:
            self.failed.emit(problem)
        elif found:
            self._show(found)

    @staticmethod
    async def _try(desk: Desk, question: Question) -> tuple[Answer | None, InfinibayError | None]:
        try:
            return await desk.operations.run(lambda: answer(desk.core, question), key=KEY), None
        except InfinibayError as error:
            return None, error

    def _show(self, found: Answer) -> None:
        self.query = found.query
        record: FoundRecord | WholeRecord = FoundRecord()
        if found.oldest is not None:
            record = whole_record(found.first.entries, found.oldest)
        else:
            record.put(Wanted(0, None), found.first)
        self._model.show(record)
        self.answered.emit()

    def _wanted(self) -> Wanted | None:
        seen, record = self._looked_at, self._model.record
        if not seen:
            return None
        ahead = (seen.start, seen.stop - 1, seen.stop - 1 + PAGE // 2, seen.start - PAGE // 2)
        rows = [row for row in ahead if 0 <= row < max(record.rows, 1)]
        return next((page for row in rows if (page := record.wanted(row))), None)

    def _read_next(self) -> None:
        page = self._wanted()
        if self._desk and page and not self._busy:
            self._busy = True
            self._desk.operations.spawn(self, self._read(self._desk, page, self._generation))

    async def _read(self, desk: Desk, page: Wanted, generation: int) -> None:
        query = page_of(self.query, page.before_sequence)
        try:
            found = await desk.operations.run(lambda: desk.core.activity.find(query), key=KEY)
        except InfinibayError as error:
            if generation == self._generation:
                self.failed.emit(error)
            return
        finally:
            self._busy = False
        if generation == self._generation:
            self._model.record.put(page, found)
            self._model.catch_up()
            self.arrived.emit()
        self._read_next()

    # New entries.

    def _on_activity_recorded(self, _event: Event) -> None:
        self._behind = True
        if self._watched and not self._follow.isActive():
            self._follow.start()

    def _take_new(self) -> None:
        self._behind = False
        if self._desk and isinstance(self._model.record, WholeRecord):
            self._desk.operations.spawn(self, self._read_newest(self._desk, self._generation))
        else:
            self.outdated.emit()

    async def _read_newest(self, desk: Desk, generation: int) -> None:
        query = page_of(self.query, None)
        try:
            newest = await desk.operations.run(lambda: desk.core.activity.find(query), key=KEY)
        except InfinibayError:
            return  # what is in sight stays; the next entry asks again
        if generation == self._generation:
            self._model.grow(newest.entries)
            self.arrived.emit()
