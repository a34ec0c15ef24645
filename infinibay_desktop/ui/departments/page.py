"""The screen of departments: the list, and the selected one in detail."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QStackedLayout, QWidget

from infinibay_desktop.model.departments import Department, DepartmentId, DepartmentSummary
from infinibay_desktop.model.events import (
    ActorChanged,
    DepartmentRemoved,
    DepartmentSaved,
    Event,
    EventsMissed,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesPlaced,
    MachinesStale,
    PersonDeleted,
    PersonSaved,
)
from infinibay_desktop.ui.departments.acts import DepartmentActs
from infinibay_desktop.ui.departments.delegate import DepartmentDelegate
from infinibay_desktop.ui.departments.details import DepartmentDetails
from infinibay_desktop.ui.departments.list_model import ROW_ROLE, DepartmentListModel
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.widgets.buttons import act_button, button
from infinibay_desktop.ui.widgets.layout import EmptyPage

NARROW = 760
LIST_WIDTH, LIST_HEIGHT = 300, 150
# Events come in bursts.
SETTLE_MS = 100
COUNT_MS = 500


class DepartmentsPage(Page):
    """Follows departments while it is looked at."""

    name = "departments"
    symbol = "building-2"
    filterable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen = False
        self._outdated = True
        self._wanted: DepartmentId | None = None
        self._shown_id: DepartmentId | None = None
        self.book = PlacementBook(self)
        self.model = DepartmentListModel(self)
        self.acts = DepartmentActs(self, self.selected, self.model.others)
        self.details = DepartmentDetails(self.acts, self.book)
        self.list = self._make_list()
        self._reload_due = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._reload_due.timeout.connect(self._reload)
        self._count_due = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count_due.timeout.connect(self.details.recount)
        self._lay_out()
        self.acts.kept.connect(self._on_acts_kept)

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Departments")

    def page_actions(self) -> Sequence[QAction]:
        """Adding a department; the acts on one stand in its details."""
        return (self.acts.add,)

    def all_actions(self) -> Sequence[QAction]:
        """Also the acts on the selected one."""
        return (self.acts.add, *self.acts.on_one())

    def filter_hint(self) -> str:
        """What the filter looks into."""
        return self.tr("Filter: name or description")

    def set_filter(self, text: str) -> None:
        """Show only what matches."""
        self.model.set_filter(text)
        self._select_something()

    def attach(self, desk: Desk) -> None:
        """The core runs: follow it."""
        self._desk = desk
        for part in (self.acts, self.details, self.book):
            part.attach(desk)
        on = desk.bridge.on
        for kind in (
            DepartmentSaved, DepartmentRemoved, MachinesPlaced, PersonSaved, PersonDeleted,
            ActorChanged, EventsMissed,
        ):  # fmt: skip
            on(kind, self._on_something_stored, owner=self)
        for fact in (MachineAdded, MachineChanged, MachineRemoved, MachinesStale):
            on(fact, self._on_machine_event, owner=self)
        self.book.changed.connect(self._on_book_changed)
        self.acts.refresh(None)
        if self._seen:
            self._reload()

    def entered(self) -> None:
        """Catch up, and follow what goes on."""
        self._seen = True
        if self._outdated:
            self._reload()
        else:
            self.details.recount()

    def left(self) -> None:
        """Nobody looks."""
        self._seen = False
        self._count_due.stop()

    def retint(self) -> None:
        """Draw in the new colours."""
        self._empty.retint()
        self._nothing.retint()
        self.list.viewport().update()
        self._refresh()

    def selected(self) -> DepartmentSummary | None:
        """The department that the details show."""
        found = self.list.currentIndex().data(ROW_ROLE)
        return found if isinstance(found, DepartmentSummary) else None

    # Making.

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(DepartmentDelegate(made))
        made.setAccessibleName(self.tr("Departments"))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setUniformItemSizes(True)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.setMinimumSize(120, 80)
        made.addAction(self.acts.remove)
        made.customContextMenuRequested.connect(self._on_list_context_menu_requested)
        made.activated.connect(self._on_list_activated)
        made.selectionModel().currentChanged.connect(lambda *_at: self._refresh())
        return made

    def _lay_out(self) -> None:
        self._empty = EmptyPage(
            "building-2",
            self.tr("No department yet"),
            self.tr(
                "Departments own machines. Their people see them, and a quota says how much they "
                "may have together."
            ),
            act_button(self.acts.add, kind="primary"),
        )
        self._nothing = EmptyPage(
            "funnel",
            self.tr("No department matches"),
            self.tr("The filter looks into names and descriptions."),
            button(self.tr("Clear the filter"), self.filter_unwanted.emit),
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.details)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        self._stack = QStackedLayout(self)
        for page in (QWidget(), self._empty, self._nothing, self._splitter):
            self._stack.addWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else below each other."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != wanted:
            self._splitter.setOrientation(wanted)
            first = LIST_HEIGHT if narrow else LIST_WIDTH
            whole = self.height() if narrow else self.width()
            self._splitter.setSizes([min(first, whole // 2), max(whole - first, whole // 2)])

    # What happened.

    def _on_something_stored(self, _event: Event) -> None:
        self._outdated = True
        if self._seen:
            self._reload_due.start()

    def _on_machine_event(self, _event: Event) -> None:
        if self._seen and not self._count_due.isActive():
            self._count_due.start()

    def _on_book_changed(self) -> None:
        if self._seen:
            self.details.recount()

    def _on_acts_kept(self, department: Department) -> None:
        self._wanted = department.id
        self._reload()

    # Reading.

    def _reload(self) -> None:
        if self._desk:
            self._outdated = False
            title = self.tr("Could not read the departments")
            self._desk.operations.spawn(self, self._load(self._desk), title=title)

    async def _load(self, desk: Desk) -> None:
        self.model.show(await desk.operations.run(desk.core.departments.all, key="departments"))
        self._select_something()

    def _select_something(self) -> None:
        """The one that was asked for or shown; else the first."""
        shown, total = self.model.rowCount(), self.model.total()
        self._stack.setCurrentIndex(3 if shown else 2 if total else 1)
        index = QModelIndex()
        for wanted in (self._wanted, self._shown_id):
            index = index if index.isValid() else self.model.place(wanted)
        self._wanted = None
        if shown:
            index = index if index.isValid() else self.model.index(0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)
        self._refresh()

    def _refresh(self) -> None:
        summary = self.selected()
        self.acts.refresh(summary)
        if summary:
            self._shown_id = summary.department.id
            self.details.show_summary(summary)

    def _on_list_activated(self, _index: QModelIndex) -> None:
        self.acts.show_machines.trigger()

    def _on_list_context_menu_requested(self, place: QPoint) -> None:
        if self.selected():
            self.acts.menu(self).popup(self.list.viewport().mapToGlobal(place))
