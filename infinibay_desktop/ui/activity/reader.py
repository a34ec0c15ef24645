"""Reads the pages that are looked at, one at a time, and asks what a filter's names mean."""

from PySide6.QtCore import QObject, QTimer, Signal

from infinibay_desktop.model.activity import ActivityEntry, ActivityQuery
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ActivityRecorded
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.activity.filters import Wish
from infinibay_desktop.ui.activity.model import ActivityModel
from infinibay_desktop.ui.activity.questions import Question, answer, page_of
from infinibay_desktop.ui.activity.record import PAGE, FoundRecord, Wanted, WholeRecord
from infinibay_desktop.ui.desk import Desk

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
        self._busy = False
        self._looked_at = range(0)
        self._newest = 0
        self.query = ActivityQuery()
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._take_new)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        desk.bridge.on(ActivityRecorded, self._on_activity_recorded, owner=self)

    def ask(self, wish: Wish) -> None:
        """Show what fits, from the newest on."""
        if desk := self._desk:
            self._generation += 1
            may_all = desk.core.current.actor.may(Permission.ACTIVITY_VIEW)
            work = self._answer(desk, Question(wish=wish, may_see_all=may_all), self._generation)
            desk.operations.spawn(self, work)

    def look_at(self, rows: range) -> None:
        """These rows are in sight: their pages are wanted, and the ones beside them."""
        self._looked_at = rows
        self._read_next()

    async def _answer(self, desk: Desk, question: Question, generation: int) -> None:
        try:
            found = await desk.operations.run(lambda: answer(desk.core, question), key=KEY)
        except InfinibayError as error:
            if generation == self._generation:
                self.failed.emit(error)
            return
        if generation != self._generation:
            return
        self.query = found.query
        record: FoundRecord | WholeRecord = FoundRecord()
        if found.oldest is not None:
            record = WholeRecord(found.first[0].sequence, found.oldest)
            record.put(Wanted(found.first[0].sequence // PAGE, None), found.first)
            self._complete_top(record, found.first)
        else:
            record.put(Wanted(0, None), found.first)
        self._newest = max(self._newest, found.first[0].sequence if found.first else 0)
        self._model.show(record)
        self.answered.emit()

    @staticmethod
    def _complete_top(record: WholeRecord, first: list[ActivityEntry]) -> None:
        """The first page reaches into the block below, and fills it where it is whole there."""
        below = first[0].sequence // PAGE - 1
        if first[-1].sequence <= below * PAGE:
            record.put(Wanted(below, None), first)

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
            entries = await desk.operations.run(lambda: desk.core.activity.find(query), key=KEY)
        except InfinibayError as error:
            if generation == self._generation:
                self.failed.emit(error)
            return
        finally:
            self._busy = False
        if generation == self._generation:
            self._model.record.put(page, entries)
            self._model.catch_up()
            self.arrived.emit()
        self._read_next()

    # New entries.

    def _on_activity_recorded(self, event: ActivityRecorded) -> None:
        self._newest = max(self._newest, event.sequence)
        if not self._follow.isActive():
            self._follow.start()

    def _take_new(self) -> None:
        if self._model.grow(self._newest):
            self.arrived.emit()
        else:
            self.outdated.emit()
