"""The machines' screen: the list as table or thumbnails, and the details of what is selected."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.machines.filters import parse_filter
from infinibay_desktop.ui.machines.selection import MachineSelection
from infinibay_desktop.ui.machines.table import MachineTable
from infinibay_desktop.ui.machines.table_model import MachineTableModel
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.widgets.buttons import action, button, icon_button
from infinibay_desktop.ui.widgets.layout import EmptyPage, fill
from infinibay_desktop.ui.widgets.text import ElidedLabel

TYPE_CHECKING = False
if TYPE_CHECKING:  # imported when the core runs, after the first paint
    from infinibay_desktop.ui.desk import Desk

DETAILS_DELAY_MS = 80
# Below this width of the page the details stand under the list; below this height nowhere.
NARROW, LOW = 720, 420


class Live(Protocol):
    """What the page hands over to, once the core runs."""

    def entered(self) -> None: ...
    def left(self) -> None: ...
    def retint(self) -> None: ...
    def bar_actions(self) -> Sequence[QAction]: ...
    def all_actions(self) -> Sequence[QAction]: ...
    def open_menu(self, at: QPoint) -> None: ...
    def open_console(self, key: MachineKey) -> None: ...
    def new_machine(self) -> None: ...
    def show_selection(self, machines: Sequence[Machine]) -> None: ...


MakeLive = Callable[["MachinesPage", "Desk", Memory], Live]


class MachinesPage(Page):
    """Shows the last session's list at once; acts and details come with the core."""

    name: ClassVar[str] = "machines"
    symbol: ClassVar[str] = "monitor"
    filterable: ClassVar[bool] = True

    def __init__(self, memory: Memory, make_live: MakeLive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._make_live = make_live
        self.model = MachineTableModel(self)
        self.selection = MachineSelection(self.model, self)
        self.table = MachineTable(self.model, self.selection)
        self.live: Live | None = None
        self._known = False
        self._filter = ""
        self._view: QWidget | None = None
        self._new = action(self, self.tr("New machine"), self.new_machine, symbol="plus")
        self._new.setShortcut("Ctrl+N")
        self._new.setEnabled(False)
        self.addAction(self._new)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self._first = button(
            self.tr("New machine"), self.new_machine, kind="primary", symbol="plus"
        )
        self._empty = EmptyPage(
            "monitor",
            self.tr("No machines yet"),
            self.tr("Machines that you make, and those that your hosts have, are listed here."),
            self._first,
        )
        self._nothing = EmptyPage(
            "funnel",
            self.tr("No machine matches"),
            self.tr(
                "The filter takes words and marks such as state:running, dept:sales, owner:me, "
                "host:name or cpu>80; a minus before one turns it round."
            ),
            button(self.tr("Clear the filter"), self._clear_filter),
        )
        self.views.addWidget(self._empty)
        self.views.addWidget(self._nothing)
        self.tools = QHBoxLayout()
        self._count = ElidedLabel(name="muted")
        self._columns = icon_button("sliders-horizontal", self.tr("Columns and order"))
        self._columns.clicked.connect(self._on_columns_clicked)
        self._toggle = icon_button("panel-right", self.tr("Show or hide the details"))
        self._toggle.setCheckable(True)
        self._toggle.setChecked(self._memory.text("machines/details", "shown") == "shown")
        fill(self.tools, self._count, self._columns, self._toggle, gap=4, margin=0)
        self.tools.setStretch(0, 1)
        self.tools.setContentsMargins(16, 8, 12, 4)
        left = QWidget()
        fill(QVBoxLayout(left), self.tools, self.views, gap=0)
        self.table.setFrameShape(MachineTable.Shape.NoFrame)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        # The details' place is there from the start, so that nothing moves when they come.
        self.side = QWidget()
        fill(QVBoxLayout(self.side), gap=0)
        self.splitter.addWidget(self.side)
        self.splitter.setSizes([2600, 1000])
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.restoreState(self._memory.state("machines/split"))
        fill(QVBoxLayout(self), self.splitter)
        self.table.restore_state(self._memory.state("machines/columns"))

    def _connect(self) -> None:
        self._details_due = QTimer(self, singleShot=True, interval=DETAILS_DELAY_MS)
        self._details_due.timeout.connect(self._show_selection)
        self.model.counts_changed.connect(self._show_counts)
        self.table.selection_changed.connect(self.selection_due)
        self.table.machine_activated.connect(self.activate)
        self.table.context_menu_wanted.connect(self.open_menu)
        self._toggle.toggled.connect(self._on_toggle_toggled)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)

    # Page.

    def title(self) -> str:
        """The screen's name."""
        return self.tr("Machines")

    def page_actions(self) -> Sequence[QAction]:
        """New machine first, then what can be done to the selected ones."""
        return (self._new, *(self.live.bar_actions() if self.live else ()))

    def all_actions(self) -> Sequence[QAction]:
        """Everything that can be done here, for the command palette."""
        return (self._new, *(self.live.all_actions() if self.live else ()))

    def filter_hint(self) -> str:
        """What the filter understands."""
        return self.tr("Filter: web state:running")

    def set_filter(self, text: str) -> None:
        """Show only the machines that match."""
        self._filter = text.strip()
        self.model.set_filter(parse_filter(text))
        self._show_counts()

    def show_cached(self, machines: Sequence[Machine], hosts: Mapping[HostId, str]) -> None:
        """The last session's list, grey until the hosts answer."""
        for host_id, name in hosts.items():
            self.model.set_host_name(host_id, name)
        self.model.reset(machines)
        self._show_counts()

    def attach(self, desk: "Desk") -> None:
        """Follow the inventory; machines can be acted on from now on."""
        self._known = True
        self.live = self._make_live(self, desk, self._memory)
        if self.isVisible():  # the kept list was looked at before there was anything to ask
            self.live.entered()
        self._show_counts()
        self._show_selection()
        self.changed.emit()

    def offer_new(self, *, permitted: bool) -> None:
        """Leave out what the person may not do anywhere."""
        self._new.setEnabled(permitted)
        self._new.setVisible(permitted)
        self._first.setVisible(permitted)

    def entered(self) -> None:
        """Figures are read while somebody looks."""
        self.focus_list()
        if self.live:
            self.live.entered()

    def left(self) -> None:
        """Nobody looks: no figures, and the columns are kept."""
        self._memory.keep("machines/columns", self.table.save_state())
        if self.live:
            self.live.left()

    def retint(self) -> None:
        """Draw pictures in the theme's colours."""
        self._empty.retint()
        self._nothing.retint()
        if self.live:
            self.live.retint()

    # Ways in.

    def current_machine(self) -> MachineKey | None:
        """The machine with the keyboard's mark."""
        return self.selection.current_key()

    def show_machine(self, key: MachineKey) -> None:
        """Select a machine, whatever the filter hides."""
        if self.model.position_of(key) < 0:
            self._clear_filter()
        self.selection.select_keys([key])
        self.focus_list()

    def focus_list(self) -> None:
        """Give the keyboard to the list, in whatever form it is shown."""
        if shown := self.views.currentWidget():
            shown.setFocus()

    def new_machine(self) -> None:
        """Open the form for a new machine."""
        if self.live and self._new.isEnabled():
            self.live.new_machine()

    def selection_due(self) -> None:
        """The selection, or a selected machine, is another: tell soon, once for many changes."""
        self._details_due.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details below the list where there is little width."""
        super().resizeEvent(event)
        self._arrange()

    def selected(self) -> list[Machine]:
        """The selected machines as they are now."""
        found = (self.model.machine(key) for key in self.selection.selected_keys())
        return [machine for machine in found if machine is not None]

    def activate(self, key: MachineKey) -> None:
        """Enter or a double click: its console."""
        if self.live:
            self.live.open_console(key)

    def open_menu(self, at: QPoint) -> None:
        """The menu of the selected machines, at a place on the screen."""
        if self.live:
            self.live.open_menu(at)

    # Small change.

    def _arrange(self) -> None:
        """Details beside the list, below it, or not at all: as there is room and reason."""
        narrow, low = self.width() < NARROW, self.height() < LOW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        self.splitter.setOrientation(way)
        any_machine = self.model.total_count() > 0
        self.side.setVisible(self._toggle.isChecked() and any_machine and not (narrow and low))

    def _on_toggle_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._arrange()
        self._memory.keep("machines/details", "shown" if shown else "hidden")

    def _on_splitter_moved(self, _place: int, _index: int) -> None:
        self._memory.keep("machines/split", self.splitter.saveState())

    def use_view(self, view: QWidget) -> None:
        """Show the list in another form."""
        if self.views.indexOf(view) < 0:
            self.views.addWidget(view)
        self._view = view
        self._show_counts()

    def _show_counts(self) -> None:
        shown, total = self.model.shown_count(), self.model.total_count()
        view = self._view or self.table
        if total == 0:
            view = self._empty if self._known else view
        elif shown == 0 and self._filter:
            view = self._nothing
        self.views.setCurrentWidget(view)
        self._arrange()
        if shown == total:
            words = self.tr("%n machine(s)", "", total)
        else:
            words = self.tr("{shown} of %n machine(s)", "", total).format(shown=shown)
        self._count.show_text(words if total or self._known else "")

    def _clear_filter(self) -> None:
        self.filter_unwanted.emit()

    def _on_columns_clicked(self) -> None:
        menu = self.table.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    def _show_selection(self) -> None:
        if self.live:
            self.live.show_selection(self.selected())
