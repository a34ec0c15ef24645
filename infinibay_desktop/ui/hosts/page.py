"""The screen of hosts: the list, the selected one in detail, and what is done to it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QStackedLayout, QWidget

from infinibay_desktop.model.events import (
    Event,
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.hosts import Host, HostId, HostStatus, LinkState
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.hosts.acts import HostActs
from infinibay_desktop.ui.hosts.delegate import HostDelegate
from infinibay_desktop.ui.hosts.details import HostDetails
from infinibay_desktop.ui.hosts.dialogs import LIST
from infinibay_desktop.ui.hosts.list_model import ROW_ROLE, HostListModel
from infinibay_desktop.ui.hosts.rows import HostRow, count_machines
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.widgets.buttons import action, button
from infinibay_desktop.ui.widgets.layout import EmptyPage

NARROW = 760
LIST_WIDTH, LIST_HEIGHT = 340, 150
SECOND_MS = 1000
# Machines change in bursts: their hosts' numbers follow at this pace.
COUNT_MS = 500


class HostsPage(Page):
    """Follows the hosts while it is looked at; hidden, it only notes how connections stand."""

    name = "hosts"
    symbol = "server"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen = False
        self._outdated = True
        self._wanted: HostId | None = None
        self._statuses: dict[HostId, HostStatus] = {}
        self._add = action(self, self.tr("Add host…"), self.add_host, symbol="plus")
        self.acts = HostActs(self, self.selected)
        self.model = HostListModel(self)
        self.details = HostDetails(self.acts)
        self.list = self._make_list()
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count.timeout.connect(self._recount)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second_timeout)
        self._lay_out()
        self.acts.kept.connect(self._on_acts_kept)
        self.model.dataChanged.connect(self._on_model_data_changed)
        self._add.setEnabled(False)

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Hosts")

    def page_actions(self) -> Sequence[QAction]:
        """Adding a host; the acts on one stand in its details."""
        return (self._add,)

    def attach(self, desk: Desk) -> None:
        """The core runs: follow it."""
        self._desk = desk
        self.acts.attach(desk)
        self.details.attach(desk)
        self._add.setEnabled(True)
        bridge = desk.bridge
        bridge.on(HostStatusChanged, self._on_host_status_changed, owner=self)
        bridge.on(HostSaved, self._on_hosts_changed, owner=self)
        bridge.on(HostRemoved, self._on_hosts_changed, owner=self)
        for kind in (MachineAdded, MachineChanged, MachineRemoved):
            bridge.on(kind, self._on_machine_event, owner=self)
        if self._seen:
            self._reload()

    def entered(self) -> None:
        """Catch up, and follow what goes on."""
        self._seen = True
        if self._outdated:
            self._reload()
        elif self._desk:
            self._catch_up(self._desk)
        self._refresh_selected()
        self.details.entered()

    def left(self) -> None:
        """Nobody looks: no timers, no questions."""
        self._seen = False
        self._count.stop()
        self._second.stop()
        self.details.left()

    def retint(self) -> None:
        """Draw the list and the empty page in the new colours."""
        self._empty.retint()
        self.list.viewport().update()

    # For the window.

    def show_host(self, host_id: HostId | None) -> None:
        """Select a host; None asks for a new one."""
        if host_id is None:
            self.add_host()
        else:
            self._want(host_id)

    def add_host(self) -> None:
        """Ask for a new host."""
        self.acts.add()

    def selected(self) -> HostRow | None:
        """The host that the details show."""
        row = self.list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, HostRow) else None

    # Making.

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(HostDelegate(made))
        made.setAccessibleName(self.tr("Hosts"))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setUniformItemSizes(True)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.setMinimumSize(120, 80)
        made.addAction(self.acts.forget)
        made.customContextMenuRequested.connect(self._on_list_context_menu_requested)
        made.activated.connect(self._on_list_activated)
        made.selectionModel().currentChanged.connect(self._on_list_current_changed)
        return made

    def _lay_out(self) -> None:
        self._empty = EmptyPage(
            "server",
            self.tr("No host yet"),
            self.tr(
                "A host is a computer that runs machines with libvirt: this one, another one that "
                "you reach over SSH or TLS, or a demonstration to try the program with."
            ),
            button(self.tr("Add host…"), self.add_host, kind="primary", symbol="plus"),
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.details)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)

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

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        self._statuses[event.status.host_id] = event.status
        if not self._seen:
            return
        self.model.see_status(event.status)
        self._recount()
        self._pace()

    def _on_hosts_changed(self, _event: HostSaved | HostRemoved) -> None:
        self._outdated = True
        if self._seen:
            self._reload()

    def _on_machine_event(self, _event: Event) -> None:
        if self._seen and not self._count.isActive():
            self._count.start()

    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.list.currentIndex().row() <= last.row():
            self._refresh_selected()

    def _on_second_timeout(self) -> None:
        self.list.viewport().update()
        self.details.tick()
        self._pace()

    def _pace(self) -> None:
        """Seconds are counted only for lost hosts that somebody looks at."""
        lost = any(row.status.state is LinkState.LOST for row in self.model.rows())
        if not (lost and self._seen):
            self._second.stop()
        elif not self._second.isActive():
            self._second.start()

    # Reading.

    def _reload(self) -> None:
        if self._desk:
            self._outdated = False
            self._desk.operations.spawn(
                self, self._load(self._desk), title=self.tr("Could not read the list of hosts")
            )

    async def _load(self, desk: Desk) -> None:
        hosts = await desk.operations.run(desk.core.hosts.all, key=LIST)
        self._show(desk, hosts)

    def _show(self, desk: Desk, hosts: Sequence[Host]) -> None:
        before = self.selected()
        counts = count_machines(desk.core.inventory.snapshot())
        self.model.show(
            [
                HostRow(host, self._status(desk, host.id), counts.get(host.id, Counter()))
                for host in hosts
            ]
        )
        self._stack.setCurrentIndex(2 if hosts else 1)
        wanted = self._wanted or (before.host.id if before else None)
        self._wanted = None
        if wanted is None or not self._select(wanted):
            self._select_first()
        self._refresh_selected()
        self._pace()

    def _status(self, desk: Desk, host_id: HostId) -> HostStatus:
        # A host that refused is not in use any more; only its event said why.
        now, told = desk.core.connections.status(host_id), self._statuses.get(host_id)
        if told and told.state is LinkState.DISCONNECTED is now.state:
            return told
        return now

    def _catch_up(self, desk: Desk) -> None:
        for row in tuple(self.model.rows()):
            self.model.see_status(self._status(desk, row.host.id))
        self._recount()
        self._pace()

    def _recount(self) -> None:
        if self._desk:
            self.model.see_counts(count_machines(self._desk.core.inventory.snapshot()))

    # Selecting.

    def _want(self, host_id: HostId) -> None:
        """Select a host, now or when the list has it."""
        if not self._select(host_id):
            self._wanted = host_id

    def _select(self, host_id: HostId) -> bool:
        index = self.model.place(host_id)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)
        return index.isValid()

    def _select_first(self) -> None:
        if rows := self.model.rows():
            self._select(rows[0].host.id)

    def _on_acts_kept(self, host: Host) -> None:
        self._want(host.id)

    def _on_list_current_changed(self) -> None:
        self._refresh_selected()

    def _refresh_selected(self) -> None:
        row = self.selected()
        self.acts.refresh(row)
        if row:
            self.details.show_row(row)

    def _on_list_activated(self, _index: QModelIndex) -> None:
        row = self.selected()
        if row is None:
            return
        if row.is_connected:
            self.details.setFocus()
        else:
            self.acts.connect_host.trigger()

    def _on_list_context_menu_requested(self, place: QPoint) -> None:
        if self.selected():
            self.acts.menu(self).popup(self.list.viewport().mapToGlobal(place))
