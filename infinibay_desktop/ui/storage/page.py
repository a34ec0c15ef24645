"""The screen of storage: pools of all connected hosts, and the volumes of the selected one."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSplitter, QStackedLayout, QTableView, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import HostRemoved, HostSaved, HostStatusChanged
from infinibay_desktop.model.hosts import Host, HostId, LinkState
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.storage.delegate import UsageDelegate
from infinibay_desktop.ui.storage.dialogs import NewPoolDialog
from infinibay_desktop.ui.storage.pools import (
    STATE_COLUMN,
    USAGE_COLUMN,
    Note,
    PoolRow,
    PoolTableModel,
)
from infinibay_desktop.ui.storage.tables import make_table
from infinibay_desktop.ui.storage.volume_list import VolumeList
from infinibay_desktop.ui.widgets.buttons import action, button
from infinibay_desktop.ui.widgets.layout import EmptyPage

# Figures older than this are read again when somebody comes back.
FRESH_S = 60.0
WIDTHS = (24, 20, 32, 14, 14, 14, 40)
Place = tuple[HostId, str]


class StoragePage(Page):
    """Reads each host on its own: one that is slow or fails holds up no other."""

    name = "storage"
    symbol = "hard-drive"
    filterable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen = False
        self._read_at: float | None = None
        self._hosts: dict[HostId, Host] = {}
        self._selected: Place | None = None
        self.model = PoolTableModel(self)
        self.volumes = VolumeList()
        self._new = action(self, self.tr("New pool…"), self.new_pool, symbol="plus")
        self._refresh = action(
            self, self.tr("Refresh"), self.refresh, symbol="refresh-cw", shortcut="F5"
        )
        self._copy = action(
            self, self.tr("Copy path"), self._copy_path, symbol="copy", shortcut="Ctrl+C"
        )
        self.addAction(self._refresh)
        self.table = self._make_table()
        self._lay_out()
        self._show_what_there_is()

    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Storage")

    def page_actions(self) -> Sequence[QAction]:
        """Making a pool, and reading all anew."""
        return (self._new, self._refresh)

    def filter_hint(self) -> str:
        """What is filtered here."""
        return self.tr("Filter pools")

    def set_filter(self, text: str) -> None:
        """Show the pools that match."""
        self.model.set_filter(text)

    def attach(self, desk: Desk) -> None:
        """The core runs: follow its hosts."""
        self._desk = desk
        self.volumes.attach(desk)
        desk.bridge.on(HostStatusChanged, self._on_host_status_changed, owner=self)
        desk.bridge.on(HostSaved, self._on_hosts_changed, owner=self)
        desk.bridge.on(HostRemoved, self._on_hosts_changed, owner=self)
        if self._seen:
            self._reload()

    def entered(self) -> None:
        """Read what is old."""
        self._seen = True
        self.volumes.entered()
        if self._read_at is None or time.monotonic() - self._read_at > FRESH_S:
            self._reload()

    def left(self) -> None:
        """Nobody looks: nothing is asked."""
        self._seen = False
        self.volumes.left()

    def retint(self) -> None:
        """Draw the tables and the empty page in the new colours."""
        self._empty.retint()
        for view in (self.table, self.volumes.table):
            view.viewport().update()

    def refresh(self) -> None:
        """Read all hosts anew, and the volumes that are shown."""
        self.volumes.refresh()
        self._reload()

    def new_pool(self) -> None:
        """Ask for a new pool on a connected host."""
        hosts = [host for host in self._hosts.values() if self._is_connected(host.id)]
        if self._desk and hosts:
            selected = self._selected[0] if self._selected else None
            dialog = NewPoolDialog(self._desk, hosts, selected, self)
            dialog.made.connect(self._on_pool_made)
            dialog.fit()
            dialog.open()

    # Making.

    def _make_table(self) -> QTableView:
        made = make_table(self.model, self.tr("Storage pools"), WIDTHS)
        made.setItemDelegateForColumn(USAGE_COLUMN, UsageDelegate(made))
        made.selectionModel().currentChanged.connect(self._on_table_current_changed)
        self.model.modelReset.connect(self._on_model_reset)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        made.addActions([self._copy, self._refresh, self._new])
        return made

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.volumes)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([240, 320])
        self._to_hosts = button(
            self.tr("Go to hosts"), self._on_to_hosts_clicked, kind="primary", symbol="server"
        )
        self._empty = EmptyPage("hard-drive", "", "", self._to_hosts)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(splitter)

    def _show_what_there_is(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.hosts() else 0)
        self._empty.tell(
            self.tr("No storage to show"),
            self.tr(
                "Pools are where hosts keep the disks of machines and their install images. "
                "Connect a host to see its pools."
            ),
        )
        self._new.setEnabled(any(self._is_connected(host_id) for host_id in self._hosts))
        self._refresh.setEnabled(self._desk is not None)

    # Reading.

    def _reload(self) -> None:
        if self._desk:
            self._read_at = time.monotonic()
            title = self.tr("Could not read the list of hosts")
            self._desk.operations.spawn(self, self._load(self._desk), title=title)

    async def _load(self, desk: Desk) -> None:
        hosts = await desk.operations.run(desk.core.hosts.all)
        self._hosts = {host.id: host for host in hosts}
        for gone in set(self.model.hosts()) - set(self._hosts):
            self.model.drop_host(gone)
        for host in hosts:
            self._follow(desk, host)
        self._show_what_there_is()

    def _follow(self, desk: Desk, host: Host) -> None:
        """Read a host that is connected; what is known of any other is as last seen."""
        known = self.model.rows_of(host.id)
        if self._is_connected(host.id):
            if not any(row.pool for row in known):
                self.model.show_host(host.id, [self._row(host, note=Note.READING)])
            desk.operations.spawn(self, self._read(desk, host))
        elif any(row.pool for row in known):
            kept = [row.aged(stale=True) for row in known if row.pool]
            self.model.show_host(host.id, kept)
        else:
            self.model.drop_host(host.id)

    async def _read(self, desk: Desk, host: Host) -> None:
        try:
            pools = await desk.operations.run(
                lambda: desk.core.storage.pools(host.id), key=("pools", host.id), lane=host.id
            )
        except InfinibayError as error:
            rows = [self._row(host, note=Note.FAILED, problem=complaint(error))]
            rows += [row.aged(stale=True) for row in self.model.rows_of(host.id) if row.pool]
        else:
            rows = [PoolRow(host_id=host.id, host_name=host.name, pool=pool) for pool in pools] or [
                self._row(host, note=Note.NONE)
            ]
        if host.id in self._hosts:
            self.model.show_host(host.id, rows)
            self._show_what_there_is()

    @staticmethod
    def _row(host: Host, *, note: Note, problem: str = "") -> PoolRow:
        return PoolRow(host_id=host.id, host_name=host.name, note=note, problem=problem)

    def _is_connected(self, host_id: HostId) -> bool:
        if self._desk is None:
            return False
        return self._desk.core.connections.status(host_id).state is LinkState.CONNECTED

    # What happened.

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        host = self._hosts.get(event.status.host_id)
        if not self._seen or host is None or self._desk is None:
            self._read_at = None
        else:
            self._follow(self._desk, host)
            self._show_what_there_is()

    def _on_hosts_changed(self, _event: HostSaved | HostRemoved) -> None:
        self._read_at = None
        if self._seen:
            self._reload()

    def _on_pool_made(self, host_id: HostId, name: str) -> None:
        self._selected = (host_id, name)
        if self._desk and host_id in self._hosts:
            self._follow(self._desk, self._hosts[host_id])

    def _on_to_hosts_clicked(self) -> None:
        if self._desk:
            self._desk.go.show_page("hosts")

    # Selecting.

    def _on_table_current_changed(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        self._selected = (row.host_id, row.pool.name) if row and row.pool else None
        self._copy.setEnabled(self._selected is not None)
        self.volumes.show_pool(row)

    def _on_model_reset(self) -> None:
        self._make_room_for_problems()
        wanted = self._selected
        index = self.model.place(lambda row: _place(row) is not None and _place(row) == wanted)
        if wanted is None:  # nobody chose yet: the first pool's volumes say more than a hint
            index = self.model.place(lambda row: row.pool is not None)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        else:
            self.volumes.show_pool(None)

    def _make_room_for_problems(self) -> None:
        """A sentence goes over the cells that a note leaves empty."""
        self.table.clearSpans()
        rest = self.model.columnCount() - STATE_COLUMN
        for number, row in enumerate(self.model.shown()):
            if row.pool is None and row.problem:
                self.table.setSpan(number, STATE_COLUMN, 1, rest)

    def _copy_path(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row and row.pool:
            QGuiApplication.clipboard().setText(row.pool.path)


def _place(row: PoolRow) -> Place | None:
    return (row.host_id, row.pool.name) if row.pool else None
