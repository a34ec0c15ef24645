"""The screen of metrics: one series of up to eight machines in one chart."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.events import (
    ActorChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.ui.charts.colors import MOST_CURVES
from infinibay_desktop.ui.charts.panels import comparable, comparison
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.metrics.delegate import TickDelegate
from infinibay_desktop.ui.metrics.list_model import MachineChoice
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.forms import choice, choose
from infinibay_desktop.ui.widgets.layout import EmptyPage, fill
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.charts.board import ChartBoard
    from infinibay_desktop.ui.desk import Desk

NARROW = 640
LIST_WIDTH, LIST_HEIGHT = 230, 120
# Machines change in bursts: the list follows at this pace.
FOLLOW_MS = 500
_BESIDE_PX = 8
# What the window remembers.
_SERIES, _SPAN = "metrics/series", "metrics/span"


class MetricsPage(Page):
    """Machines to choose at the side, and their curves; hidden, it follows nothing."""

    name = "metrics"
    symbol = "activity"
    filterable = True
    has_main_act = False

    def __init__(self, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory or Memory(None)
        self._desk: Desk | None = None
        self._seen = False
        self.board: ChartBoard | None = None
        self.model = MachineChoice(self)
        self.model.chosen_changed.connect(self._on_model_chosen_changed)
        self._clear = action(self, self.tr("Choose none"), lambda: self.choose([]), symbol="x")
        self._clear.setEnabled(False)
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._on_follow_timeout)
        self._build_ui()

    def _build_ui(self) -> None:
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Machines to compare"))
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.series = choice(*((called, name) for name, called in comparable()))
        self.series.setAccessibleName(self.tr("Compared figure"))
        choose(self.series, self._memory.text(_SERIES))
        self.series.currentIndexChanged.connect(self._on_series_current_index_changed)
        self._count = wrapped(name="hint")
        side = QWidget()
        fill(beside := QVBoxLayout(side), self.series, self.list, self._count, gap=8)
        beside.setContentsMargins(0, 0, _BESIDE_PX, _BESIDE_PX)
        self._empty = EmptyPage(
            "activity",
            self.tr("Compare machines"),
            self.tr("Tick up to eight machines in the list to see their figures in one chart."),
        )
        self._stack = QStackedWidget()
        self._stack.setContentsMargins(_BESIDE_PX, 0, 0, 0)
        self._stack.addWidget(self._empty)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(side)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LIST_WIDTH, 1000])
        side.setMinimumWidth(120)
        fill(box := QVBoxLayout(self), self._split, margin=12)
        # Where it is narrower, the list goes above the chart, which then needs less.
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._say_count()

    def minimumSizeHint(self) -> QSize:
        """As the smallest window."""
        return QSize(260, 180)

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Metrics")

    def page_actions(self) -> Sequence[QAction]:
        """Beginning anew; export stands above the chart."""
        return (self._clear,)

    def filter_hint(self) -> str:
        """What the filter is for."""
        return self.tr("Filter machines by name")

    def set_filter(self, text: str) -> None:
        """Offer machines of these names only."""
        self.model.filter_by(text)

    def show_cached(self, machines: Sequence[Machine], hosts: Mapping[HostId, str]) -> None:
        """Offer the last session's machines until the core runs."""
        del hosts
        self.model.show_machines(machines)

    def attach(self, desk: "Desk") -> None:
        """The core runs."""
        # Curves are arrays: nothing of them is waited for by the first paint.
        from infinibay_desktop.ui.charts.board import ChartBoard
        from infinibay_desktop.ui.charts.exporting import BoardExport

        self._desk = desk
        self.board = ChartBoard(desk)
        self._export = BoardExport(desk, self.board, lambda: dict(self.model.chosen()))
        self._stack.addWidget(self.board)
        kept = self._memory.text(_SPAN, Span.LIVE)
        self.board.show_span(Span(kept) if kept in list(Span) else Span.LIVE)
        self.board.bar.span_chosen.connect(self._on_bar_span_chosen)
        desk.bridge.on(MachineChanged, self._on_machine_changed, owner=self)
        for kind in (MachineAdded, MachineRemoved, ActorChanged):
            desk.bridge.on(kind, self._on_machines_event, owner=self)
        if self._seen:
            self.entered()

    def entered(self) -> None:
        """Catch up."""
        self._seen = True
        self._on_follow_timeout()

    def left(self) -> None:
        """Nobody looks."""
        self._seen = False
        self._follow.stop()

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        if self.board:
            self.board.retint()

    def choose(self, keys: Iterable[MachineKey]) -> None:
        """Compare exactly these machines."""
        self.model.choose(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list above the chart where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted is not self._split.orientation():
            self._split.setOrientation(wanted)
            self._split.setSizes([LIST_HEIGHT if narrow else LIST_WIDTH, 1000])

    def _on_machine_changed(self, event: MachineChanged) -> None:
        # States change all the time: they matter for those alone that are compared.
        machine = event.machine
        if not self.model.knows(machine):
            self._on_machines_event(event)
        elif self._seen and any(key == machine.key for key, _name in self.model.chosen()):
            self._explain()

    def _on_machines_event(self, _event: object) -> None:
        if self._seen and not self._follow.isActive():
            self._follow.start()

    def _on_follow_timeout(self) -> None:
        if self._desk and self._seen:
            self.model.show_machines(self._desk.core.inventory.snapshot())
            self._explain()

    def _on_series_current_index_changed(self) -> None:
        self._memory.keep(_SERIES, self.series.currentData())
        self._show()

    def _on_bar_span_chosen(self, span: str) -> None:
        self._memory.keep(_SPAN, str(span))

    def _on_model_chosen_changed(self) -> None:
        self._say_count()
        self._show()

    def _say_count(self) -> None:
        chosen, total = len(self.model.chosen()), self.model.total()
        self._clear.setEnabled(chosen > 0)
        if chosen >= MOST_CURVES:
            words = self.tr("{chosen} of {most} chosen: untick one to choose another.")
        else:
            words = self.tr("{chosen} of {total} machines chosen")
        self._count.setText(words.format(chosen=chosen, most=MOST_CURVES, total=total))

    def _show(self) -> None:
        chosen = self.model.chosen()
        if self.board is None:
            return
        panels = [comparison(self.series.currentData(), chosen)] if chosen else []
        self.board.show_panels(panels)
        self._stack.setCurrentWidget(self.board if chosen else self._empty)
        self._explain()

    def _explain(self) -> None:
        """Say which of the chosen ones cannot have live figures."""
        if self.board is None or self._desk is None:
            return
        find = self._desk.core.inventory.find
        machines = [find(key) for key, _name in self.model.chosen()]
        off = [one for one in machines if one and one.state is not MachineState.RUNNING]
        words = self.tr("Not running now: {names}.")
        names = ", ".join(machine.name[:40] for machine in off)
        self.board.bar.say(words.format(names=names) if off else "")
