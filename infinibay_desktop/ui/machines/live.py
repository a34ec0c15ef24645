"""What the machines' screen does once the core runs: facts, figures, acts and details."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from infinibay_desktop.model.events import (
    ActorChanged,
    AgentStatusChanged,
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRatesSeen,
    MachineRemoved,
    MachinesStale,
    SamplesSeen,
    SettingsChanged,
)
from infinibay_desktop.model.guests import AgentStatus
from infinibay_desktop.model.hosts import HostId, LinkState
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.agent_words import agent_cell
from infinibay_desktop.ui.machines.details import MachineDetailsPane
from infinibay_desktop.ui.machines.new_machine import NewMachineDialog
from infinibay_desktop.ui.machines.page import MachinesPage
from infinibay_desktop.ui.machines.thumbnails import Thumbnails
from infinibay_desktop.ui.machines.watching import FiguresInSight
from infinibay_desktop.ui.machines.window import MachineWindow, MachineWindows
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.rights import may_somewhere

Unwatch = Callable[[], None]


class LiveMachines(QObject):
    """Feeds the list from the inventory, and shows what is selected."""

    def __init__(self, page: MachinesPage, desk: Desk, memory: Memory) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._memory = memory
        self._watched: dict[HostId, Unwatch] = {}
        self._looked_at = False
        self._selected: set[MachineKey] = set()
        self._dialog: NewMachineDialog | None = None
        self.acts = MachineActions(page, page.selected)
        self.acts.attach(desk)
        self._windows = MachineWindows(desk, page)
        self.acts.window_wanted.connect(self._windows.show)
        self._book = PlacementBook(self)
        self._book.changed.connect(self._on_book_changed)
        self._book.attach(desk)
        self._thumbnails = Thumbnails(page, desk, memory)
        self._in_sight = FiguresInSight(page, desk)
        self._build_details()
        self._follow()
        self._see_rights()
        page.table.show_sparklines(shown=desk.core.settings.settings.sparklines)
        page.model.reset(desk.core.inventory.snapshot())
        self._read_hosts()
        desk.operations.spawn(self, self._read_agents())

    def show_window(self, key: MachineKey) -> MachineWindow | None:
        """Open a machine's own window, or raise it."""
        return self._windows.show(key)

    # Facts.

    def _follow(self) -> None:
        model, on = self._page.model, self._desk.bridge.on
        on(MachineAdded, self._on_machine_added, owner=self)
        on(MachineChanged, lambda event: self._put(event.machine), owner=self)
        on(MachineRemoved, lambda event: self._remove(event.machine.key), owner=self)
        on(MachinesStale, self._on_machines_stale, owner=self)
        on(
            MachineRatesSeen,
            lambda event: model.put_rates(event.host_id, event.rates),
            owner=self,
        )
        on(SamplesSeen, lambda event: model.put_samples(event.samples), owner=self)
        on(AgentStatusChanged, lambda event: self._put_agent(event.status), owner=self)
        on(HostStatusChanged, self._on_host_status_changed, owner=self)
        on(HostSaved, lambda _event: self._read_hosts(), owner=self)
        on(HostRemoved, self._on_host_removed, owner=self)
        on(SettingsChanged, self._on_settings_changed, owner=self)
        on(ActorChanged, lambda _event: self._see_rights(), owner=self)

    def _put_agent(self, status: AgentStatus) -> None:
        self._page.model.put_agent(status.key, agent_cell(status))

    async def _read_agents(self) -> None:
        for status in (await self._desk.operations.run(self._desk.core.agents.statuses)).values():
            self._put_agent(status)

    def _see_rights(self) -> None:
        permitted = may_somewhere(self._desk, Permission.MACHINE_CREATE)
        self._page.offer_new(permitted=permitted)

    def _on_book_changed(self) -> None:
        book = self._book
        self._page.model.name_places(book.departments, book.people, book.me)

    def _on_machine_added(self, event: MachineAdded) -> None:
        # A host without machines is in nobody's list: its first one begins the watch.
        self._watch(event.machine.host_id)
        self._put(event.machine)

    def _put(self, machine: Machine) -> None:
        self._page.model.put(machine)
        self._refresh_if_selected(machine.key)

    def _remove(self, key: MachineKey) -> None:
        self._page.model.remove(key)
        self._refresh_if_selected(key)

    def _refresh_if_selected(self, key: MachineKey) -> None:
        if key in self._selected:
            self._page.selection_due()

    def _on_machines_stale(self, event: MachinesStale) -> None:
        for key in event.keys:
            if machine := self._desk.core.inventory.find(key):
                self._page.model.put(machine)
        if not self._selected.isdisjoint(event.keys):
            self._page.selection_due()

    def _read_hosts(self) -> None:
        self._desk.operations.spawn(self, self._read_hosts_now())

    async def _read_hosts_now(self) -> None:
        for host in await self._desk.operations.run(self._desk.core.hosts.all):
            self._page.model.set_host_name(host.id, host.name)
            self._watch(host.id)

    # Figures.

    def entered(self) -> None:
        """Somebody looks: read figures of the connected hosts."""
        self._looked_at = True
        self._watch_all()
        self._in_sight.begin()
        self._thumbnails.entered()

    def left(self) -> None:
        """Nobody looks: nothing is read."""
        self._looked_at = False
        for unwatch in self._watched.values():
            unwatch()
        self._watched.clear()
        self._in_sight.end()
        self._thumbnails.left()

    def _watch_all(self) -> None:
        for host_id in {machine.host_id for machine in self._desk.core.inventory.snapshot()}:
            self._watch(host_id)

    def _watch(self, host_id: HostId) -> None:
        core = self._desk.core
        # Once nobody is signed in nobody looks, and nothing may be asked.
        if not self._looked_at or host_id in self._watched:
            return
        connected = core.connections.status(host_id).state is LinkState.CONNECTED
        if connected and core.settings.settings.poll_figures:
            self._watched[host_id] = core.statistics.watch_host(host_id)

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        host_id = event.status.host_id
        if event.status.state is LinkState.CONNECTED:
            self._watch(host_id)
        elif unwatch := self._watched.pop(host_id, None):
            unwatch()

    def _on_host_removed(self, event: HostRemoved) -> None:
        if unwatch := self._watched.pop(event.host_id, None):
            unwatch()

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "sparklines" in event.names:
            self._page.table.show_sparklines(shown=event.settings.sparklines)
        if "poll_figures" in event.names and self._looked_at:
            self.left()
            self.entered()

    # Acts and details.

    def bar_actions(self) -> Sequence[QAction]:
        """The acts that the bar above the list shows."""
        return self.acts.toolbar()

    def all_actions(self) -> Sequence[QAction]:
        """Every act on the selected machines."""
        return self.acts.all()

    def open_menu(self, at: QPoint) -> None:
        """The menu of the selected machines, at a place on the screen."""
        if self._page.selected():
            self.acts.menu(self._page).popup(at)

    def open_console(self, key: MachineKey) -> None:
        """The machine's console in its window."""
        self._desk.go.show_console(key)

    def retint(self) -> None:
        """The theme changed."""
        self._details.retint()
        for window in self._windows.all():
            window.retint()

    def new_machine(self) -> None:
        """The form for a new machine, which is opened once."""
        if self._dialog is None:
            self._dialog = NewMachineDialog(self._desk, self._page.window())
            self._dialog.begun.connect(self._on_dialog_over)
            self._dialog.finished.connect(self._on_dialog_over)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_dialog_over(self) -> None:
        self._dialog = None

    def show_selection(self, machines: Sequence[Machine]) -> None:
        """Offer what can be done to these, and tell about them."""
        self._selected = {machine.key for machine in machines}
        self.acts.refresh()
        self._details.show_machines(machines)

    def _build_details(self) -> None:
        page = self._page
        self._details = MachineDetailsPane(self._desk, self.acts, self._desk.go.console_pane)
        if place := page.side.layout():
            place.addWidget(self._details)
