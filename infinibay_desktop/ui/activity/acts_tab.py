"""The list of acts and the selected one in full."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.activity import ActivityCount
from infinibay_desktop.model.departments import DepartmentId, DepartmentRole
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.activity.acts import ActivityActs
from infinibay_desktop.ui.activity.details import ActivityDetails
from infinibay_desktop.ui.activity.filters import Wish
from infinibay_desktop.ui.activity.model import ActivityModel
from infinibay_desktop.ui.activity.reader import ActivityReader
from infinibay_desktop.ui.activity.record import WholeRecord
from infinibay_desktop.ui.activity.table import ActivityTable
from infinibay_desktop.ui.activity.verdict import Verdict
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import EmptyPage, fill
from infinibay_desktop.ui.widgets.text import ElidedLabel

NARROW, LOW = 900, 420
# Who scrolls quickly past pages does not want them.
LOOK_MS = 40
# A search for a word may go through the whole record; what takes longer than this says so.
SLOW_MS = 300


class ActsTab(QWidget):
    """Asks the record only while it is looked at."""

    filter_unwanted = Signal()

    def __init__(self, acts: ActivityActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._desk: Desk | None = None
        self._wish = Wish()
        self._looked_at = False
        self._due = True
        self._wanted: int | None = None
        # Whose acts may be seen: those of the departments that one administers.
        self._departments: Mapping[DepartmentId, DepartmentRole] = {}
        self.model = ActivityModel(self)
        self.reader = ActivityReader(self.model, self)
        self.table = ActivityTable(self.model)
        self.table.setAccessibleName(self.tr("Acts"))
        self.details = ActivityDetails()
        self.verdict = Verdict()
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self._count.show_text(self.tr("Searching…")))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._count = ElidedLabel(name="muted")
        self._newer = button(self.tr("Show new acts"), self._on_newer_clicked, kind="link")
        self._newer.hide()
        self._tools = QHBoxLayout()
        fill(self._tools, self._count, self._newer, gap=8)
        self._tools.setStretch(0, 1)
        self._tools.setContentsMargins(16, 8, 16, 4)
        self._nothing = EmptyPage(
            "history",
            self.tr("Nothing was done yet"),
            self.tr(
                "Every act is recorded here: who did what to what, from where, and how it ended."
            ),
        )
        self._clear = button(self.tr("Clear the filter"), self.filter_unwanted.emit)
        self._no_match = EmptyPage("funnel", self.tr("No act matches"), "", self._clear)
        self._retry = button(self.tr("Try again"), self._ask_again, kind="primary")
        self._failed = EmptyPage(
            "triangle-alert", self.tr("The record could not be read"), "", self._retry
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.details)
        self.splitter.setSizes([1600, 900])
        self.stack = QStackedWidget()
        for part in (QWidget(), self._nothing, self._no_match, self._failed, self.splitter):
            self.stack.addWidget(part)
        around = QHBoxLayout()
        fill(around, self.verdict)
        around.setContentsMargins(16, 8, 16, 0)
        fill(box := QVBoxLayout(self), around, self._tools, self.stack, gap=0)
        box.setStretch(2, 1)

    def _connect(self) -> None:
        self.table.rows_seen.connect(self._on_table_rows_seen)
        self.table.chosen.connect(self._show_chosen)
        self.reader.answered.connect(self._on_reader_answered)
        self.reader.arrived.connect(self._on_reader_arrived)
        self.reader.outdated.connect(self._on_reader_outdated)
        self.reader.failed.connect(self._on_reader_failed)
        self._acts.checked.connect(self.verdict.tell)
        self.verdict.entry_wanted.connect(self.go_to)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        self._departments = actor(desk).memberships
        self.reader.attach(desk)

    def ask(self, wish: Wish) -> None:
        """Show what matches, now or when somebody looks."""
        self._wish = wish
        self._due = True
        if self._looked_at:
            self._ask_again()

    def see_rights(self) -> None:
        """Nothing of a department stays that the person has no more."""
        if self._desk and actor(self._desk).memberships != self._departments:
            self._departments = actor(self._desk).memberships
            self.reader.forget()
            self.details.show_entry(None)
            self.stack.setCurrentIndex(0)
            self._count.show_text("")
            self.ask(self._wish)

    def follow(self, *, looked_at: bool) -> None:
        """Whether somebody looks at it."""
        self._looked_at = looked_at
        if looked_at and self._due:
            self._ask_again()
        elif looked_at:
            self._look.start()
        self.reader.watch(watched=looked_at)

    def retint(self) -> None:
        """The theme changed."""
        for page in (self._nothing, self._no_match, self._failed):
            page.retint()
        self.table.viewport().update()

    def go_to(self, sequence: int) -> None:
        """Select an entry by its number, whatever the filter hides."""
        row = self.model.record.row_of(sequence)
        if row is None and self._wish:
            self._wanted = sequence
            self.filter_unwanted.emit()
        elif row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Details beside the list where there is room, else below it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() != way:
            self.splitter.setOrientation(way)
            self.splitter.setSizes([1600, 900])
        self.details.setVisible(not (narrow and self.height() < LOW))

    def _on_table_rows_seen(self) -> None:
        # Not put off by each step: who scrolls steadily sees rows all the way.
        if not self._look.isActive():
            self._look.start()

    def _on_look_timeout(self) -> None:
        if self._looked_at:
            self.reader.look_at(self.table.visible_rows())

    # Showing.

    def _ask_again(self) -> None:
        if self._desk:
            self._due = False
            self._slow.start()
            self.reader.ask(self._wish)

    def _on_newer_clicked(self) -> None:
        self._ask_again()

    def _on_reader_answered(self) -> None:
        self._slow.stop()
        self._acts.query = self.reader.query
        self._newer.hide()
        rows = self.model.rowCount()
        empty = self._no_match if self._wish else self._nothing
        self._no_match.tell(self.tr("No act matches"), self._filter_help())
        self.stack.setCurrentWidget(self.splitter if rows else empty)
        self._show_count()
        self.details.show_entry(None)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.go_to(wanted)
        self._look.start()

    def _on_reader_arrived(self) -> None:
        self.table.viewport().update()
        self._show_count()
        self._show_chosen()
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.splitter)
        else:
            self.stack.setCurrentWidget(self._no_match if self._wish else self._nothing)

    def _on_reader_outdated(self) -> None:
        """Who is at the top sees new acts at once; who reads further down is not moved."""
        if self.table.verticalOffset() == 0 and self.table.current_entry() is None:
            self._ask_again()
        else:
            self._newer.show()

    def _on_reader_failed(self, error: InfinibayError) -> None:
        self._slow.stop()
        self._failed.tell(self.tr("The record could not be read"), complaint(error))
        self.stack.setCurrentWidget(self._failed)
        self._count.show_text("")

    def _show_chosen(self) -> None:
        self.details.show_entry(self.table.current_entry())

    def _filter_help(self) -> str:
        return self.tr(
            "The filter takes words and marks such as who:me, what:start, on:web, outcome:failed, "
            "since:7d and until:2026-03-01."
        )

    # Counting.

    def _show_count(self) -> None:
        record = self.model.record
        if isinstance(record, WholeRecord) or record.is_complete:
            self._tell_count(ActivityCount(number=record.rows))
        elif self._desk:
            self._tell_count(ActivityCount(number=record.rows - 1, exact=False))

    def _tell_count(self, count: ActivityCount) -> None:
        number = QLocale().toString(count.number)
        words = self.tr("%n act(s)", "", count.number).replace(str(count.number), number)
        if not count.exact:
            words = self.tr("{number} acts so far; scroll for more").format(number=number)
        if self._wish.mistaken:
            mistaken = " ".join(self._wish.mistaken)[:100]
            not_understood = self.tr("not understood: {words}").format(words=mistaken)
            words = f"{words} · {not_understood}"
        self._count.show_text(words if count.number or self._wish or self._wish.mistaken else "")
