"""The list of errors and the selected one with its context."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.activity import ErrorEntry, ErrorQuery
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ErrorRecorded, Event, EventsMissed
from infinibay_desktop.ui.activity.error_details import ErrorDetails
from infinibay_desktop.ui.activity.errors_model import WIDTHS, ErrorsModel
from infinibay_desktop.ui.activity.filters import Wish
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import EmptyPage, fill

NARROW, LOW = 900, 420
PAGE, MOST = 200, 5000
FOLLOW_MS = 300
KEY = "errors"


class ErrorsTab(QWidget):
    """Asks for errors only while it is looked at."""

    filter_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._wish = Wish()
        self._looked_at = False
        self._due = True
        self._generation = 0
        self.model = ErrorsModel(self)
        self.table = self._make_table()
        self.details = ErrorDetails()
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._on_follow_timeout)
        self._build()
        self.model.more_wanted.connect(self._on_model_more_wanted)

    def _make_table(self) -> QTableView:
        made = QTableView()
        made.setModel(self.model)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setTabKeyNavigation(False)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(made.fontMetrics().height() + 14)
        made.setMinimumSize(160, 80)
        made.setAccessibleName(self.tr("Errors"))
        header = made.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        made.selectionModel().currentRowChanged.connect(lambda: self._show_chosen())
        return made

    def _build(self) -> None:
        self._nothing = EmptyPage(
            "circle-check",
            self.tr("No errors"),
            self.tr("What goes wrong is kept here with the facts around it."),
        )
        clear = button(self.tr("Clear the filter"), self.filter_unwanted.emit)
        self._no_match = EmptyPage(
            "funnel", self.tr("No error matches"), self.tr("Search for another word."), clear
        )
        retry = button(self.tr("Try again"), self._ask_again, kind="primary")
        self._failed = EmptyPage("triangle-alert", "", "", retry)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.details)
        self.splitter.setSizes([1600, 900])
        self.stack = QStackedWidget()
        for part in (QWidget(), self._nothing, self._no_match, self._failed, self.splitter):
            self.stack.addWidget(part)
        fill(QVBoxLayout(self), self.stack, gap=0)

    def attach(self, desk: Desk) -> None:
        """The core runs."""
        self._desk = desk
        for kind in (ErrorRecorded, EventsMissed):
            desk.bridge.on(kind, self._on_error_recorded, owner=self)

    def ask(self, wish: Wish) -> None:
        """Show what matches, now or when somebody looks."""
        self._wish = wish
        self._due = True
        if self._looked_at:
            self._ask_again()

    def follow(self, *, looked_at: bool) -> None:
        """Whether somebody looks at it."""
        self._looked_at = looked_at
        if looked_at and self._due:
            self._ask_again()
        elif not looked_at and self._follow.isActive():
            self._follow.stop()
            self._due = True

    def retint(self) -> None:
        """The theme changed."""
        for page in (self._nothing, self._no_match, self._failed):
            page.retint()
        self.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Details beside the list where there is room, else below it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.splitter.orientation() != way:
            self.splitter.setOrientation(way)
            self.splitter.setSizes([1600, 900])
        self.details.setVisible(not (narrow and self.height() < LOW))
        self.table.setColumnHidden(4, self.width() < NARROW)

    # Reading.

    def _query(self, after: ErrorEntry | None = None) -> ErrorQuery:
        wish = self._wish
        words = (*wish.words, wish.who, wish.what, wish.target)
        return ErrorQuery(
            text=" ".join(filter(None, words)),
            severity=wish.severity,
            since=wish.since,
            until=wish.until,
            after=after,
            limit=PAGE,
        )

    def _ask_again(self) -> None:
        if self._desk:
            self._due = False
            self._generation += 1
            self._desk.operations.spawn(self, self._read(self._desk, None, self._generation))

    def _on_model_more_wanted(self) -> None:
        if self._desk and self.model.entries:
            last = self.model.entries[-1]
            self._desk.operations.spawn(self, self._read(self._desk, last, self._generation))

    async def _read(self, desk: Desk, after: ErrorEntry | None, generation: int) -> None:
        query = self._query(after)
        try:
            found = list(await desk.operations.run(lambda: desk.core.errors.find(query), key=KEY))
        except InfinibayError as error:
            if generation == self._generation:
                self._failed.tell(self.tr("The errors could not be read"), complaint(error))
                self.stack.setCurrentWidget(self._failed)
            return
        if generation == self._generation:
            self._take(found, is_first=after is None)

    def _take(self, found: list[ErrorEntry], *, is_first: bool) -> None:
        if not is_first:
            room = MOST - len(self.model.entries)
            self.model.append(found[:room], more=len(found) == PAGE and room > PAGE)
            return
        chosen = self._chosen()
        self.model.show(found, more=len(found) == PAGE)
        empty = self._no_match if self._wish else self._nothing
        self.stack.setCurrentWidget(self.splitter if found else empty)
        ids = [entry.id for entry in found]
        if chosen and chosen.id in ids:
            self.table.selectRow(ids.index(chosen.id))
        self._show_chosen()

    def _on_error_recorded(self, _event: Event) -> None:
        if not self._follow.isActive():
            self._follow.start()

    def _on_follow_timeout(self) -> None:
        self._due = True
        # Who reads further down is not moved.
        if self._looked_at and self.table.verticalScrollBar().value() == 0:
            self._ask_again()

    def _chosen(self) -> ErrorEntry | None:
        place = self.table.currentIndex().row()
        return self.model.entries[place] if 0 <= place < len(self.model.entries) else None

    def _show_chosen(self) -> None:
        self.details.show_entry(self._chosen())
