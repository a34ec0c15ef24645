"""Everything about the selected machines: one in tabs, many in a summary."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    ActorChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesStale,
)
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.detail_head import DetailHead, SelectionSummary
from infinibay_desktop.ui.machines.detail_tabs import DetailTabs
from infinibay_desktop.ui.machines.tab import DetailTab
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.widgets.layout import EmptyPage, fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

OVERVIEW, METRICS, GUEST, CONSOLE, HARDWARE, DISKS, NETWORK, XML = range(8)
# Definitions are read once for a burst of changes.
SETTLE_MS = 250


class MachineDetailsPane(QWidget):
    """Shows machines and follows what happens to them, also behind our back."""

    # The shown machine is another one or has another name: its name.
    titled = Signal(str)

    def __init__(
        self,
        desk: "Desk",
        acts: MachineActions | None,
        console_factory: Callable[[MachineKey], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._factory = desk, console_factory
        self._machine: Machine | None = None
        self._many: dict[MachineKey, Machine] = {}
        self._reload = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._reload.timeout.connect(self._on_reload_timeout)
        # Thousands may change at once; adding them up once is enough.
        self._sum_up = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._sum_up.timeout.connect(self._on_sum_up_timeout)
        self._tabs_made: dict[int, DetailTab] = {}
        self._build_ui()
        self._follow_events(acts)

    def _follow_events(self, acts: MachineActions | None) -> None:
        on = self._desk.bridge.on
        on(MachineChanged, self._on_machine_changed, owner=self)
        on(MachineAdded, self._on_machine_added, owner=self)
        on(MachineRemoved, self._on_machine_removed, owner=self)
        on(MachinesStale, self._on_machines_stale, owner=self)
        on(ActorChanged, self._on_actor_changed, owner=self)
        for part in (self.head, self.summary):
            part.attach(self._desk)
            if acts:
                part.acts.window_wanted.connect(acts.window_wanted)

    @property
    def key(self) -> MachineKey | None:
        """The one machine that is shown."""
        return self._machine.key if self._machine else None

    def show_machine(self, machine: Machine) -> None:
        """Show one machine."""
        self._many = {}
        self._machine = machine
        self.head.see(machine)
        for tab in self._tabs_made.values():
            tab.see(machine)
        self._make_tab(self._tabs.currentIndex())
        self._pages.setCurrentWidget(self._one)
        self.titled.emit(machine.name)
        self._reload.start()

    def show_machines(self, machines: Sequence[Machine]) -> None:
        """Show none, one, or a summary of many."""
        if len(machines) == 1:
            if self._machine != machines[0] or self._pages.currentWidget() is not self._one:
                self.show_machine(machines[0])
            return
        self._leave_machine()
        self._many = {machine.key: machine for machine in machines}
        self.summary.see(list(machines))
        self._pages.setCurrentWidget(self.summary if machines else self._empty)
        self.titled.emit("")

    def clear(self) -> None:
        """Show that nothing is selected."""
        self.show_machines([])

    def show_tab(self, tab: int) -> None:
        """Turn to a tab: OVERVIEW, METRICS, GUEST, CONSOLE, HARDWARE, DISKS, NETWORK or XML."""
        self._tabs.setCurrentIndex(tab)

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        self._gone.retint()
        self.head.retint()
        self.summary.retint()
        self._tabs.retint()
        for tab in self._tabs_made.values():
            tab.retint()

    # Making.

    def _build_ui(self) -> None:
        self._pages = QStackedWidget()
        self._empty = EmptyPage(
            "monitor",
            self.tr("No machine selected"),
            self.tr("Select a machine to see its figures, its screen and its parts."),
        )
        self._gone = EmptyPage("monitor-off", self.tr("This machine is gone"), "")
        self._one = QWidget()
        self.head = DetailHead()
        self.head.console_wanted.connect(lambda: self.show_tab(CONSOLE))
        self._tabs = DetailTabs(self._titles())
        self._tabs.setAccessibleName(self.tr("About the machine"))
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        fill(QVBoxLayout(self._one), self.head, self._tabs, gap=0)
        self.summary = SelectionSummary()
        for page in (self._empty, self._one, self.summary, self._gone):
            self._pages.addWidget(page)
        fill(QVBoxLayout(self), self._pages)
        self.setMinimumWidth(240)

    def _titles(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Overview"), "gauge"),
            (self.tr("Metrics"), "activity"),
            (self.tr("Guest"), "box"),
            (self.tr("Console"), "monitor"),
            (self.tr("Hardware"), "cpu"),
            (self.tr("Disks"), "hard-drive"),
            (self.tr("Network"), "network"),
            (self.tr("XML"), "code-xml"),
        ]

    def _make_tab(self, index: int) -> None:
        if index in self._tabs_made or not self._machine:
            return
        made = self._made(index)
        self._tabs_made[index] = made
        made.see(self._machine)
        holder = self._tabs.widget(index)
        assert holder
        layout = holder.layout()
        assert layout
        layout.addWidget(made)
        made.show()  # at once, not when the layout comes to it
        self._reload.start()

    def _made(self, index: int) -> DetailTab:
        # What nobody looks at is not even imported.
        from infinibay_desktop.ui.machines.hardware_tab import HardwareTab
        from infinibay_desktop.ui.machines.metrics_tab import MetricsTab
        from infinibay_desktop.ui.machines.overview_tab import OverviewTab
        from infinibay_desktop.ui.machines.parts_tabs import (
            ConsoleTab,
            DisksTab,
            NetworkTab,
            XmlTab,
        )

        if index == CONSOLE:
            return ConsoleTab(self._desk, self._factory)
        if index == OVERVIEW:
            overview = OverviewTab(self._desk)
            overview.metrics_wanted.connect(lambda: self.show_tab(METRICS))
            return overview
        if index == METRICS:
            metrics = MetricsTab(self._desk)
            metrics.agent_wanted.connect(lambda: self.show_tab(GUEST))
            return metrics
        if index == GUEST:
            from infinibay_desktop.ui.machines.guest_tab import GuestTab

            guest = GuestTab(self._desk)
            guest.can_install = True
            guest.install_wanted.connect(self.head.acts.agent.install_in)
            return guest
        kinds: dict[int, type[DetailTab]] = {
            HARDWARE: HardwareTab,
            DISKS: DisksTab,
            NETWORK: NetworkTab,
            XML: XmlTab,
        }
        return kinds[index](self._desk)

    def _on_tabs_current_changed(self, index: int) -> None:
        self._make_tab(index)
        self._reload.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read for nobody."""
        super().showEvent(event)
        self._reload.start()

    def _leave_machine(self) -> None:
        """No machine is shown: its console ends, its figures are not asked for."""
        self._machine = None
        self._reload.stop()
        console = self._tabs_made.pop(CONSOLE, None)
        if console:
            console.hide()
            console.deleteLater()

    # What happens to them.

    def _on_machine_changed(self, event: MachineChanged) -> None:
        machine = event.machine
        if self._machine and machine.key == self._machine.key:
            self._follow(machine)
        elif machine.key in self._many:
            self._many[machine.key] = machine
            self._sum_up.start()

    def _on_machine_added(self, event: MachineAdded) -> None:
        # Defined again while its "gone" page is shown.
        if self._machine and event.machine.key == self._machine.key:
            self.show_machine(event.machine)

    def _on_machine_removed(self, event: MachineRemoved) -> None:
        machine = event.machine
        if self._machine and machine.key == self._machine.key:
            text = self._gone_words().format(name=short(machine.name))
            self._gone.tell(self.tr("This machine is gone"), text)
            self._leave_machine()
            self._machine = machine  # it may come back
            self._pages.setCurrentWidget(self._gone)
        elif self._many.pop(machine.key, None):
            self._sum_up.start()

    def _gone_words(self) -> str:
        if actor(self._desk).may(Permission.MACHINE_VIEW):
            return self.tr("'{name}' was deleted, or its definition was removed from its host.")
        return self.tr("'{name}' was deleted, or you may not see it any more.")

    def _on_actor_changed(self, _event: ActorChanged) -> None:
        # What may be changed here may be less now, though the machine is as it was.
        if self._machine and self._pages.currentWidget() is self._one:
            self._follow(self._machine)

    def _on_machines_stale(self, event: MachinesStale) -> None:
        ours = {self._machine.key} if self._machine else self._many.keys()
        for key in ours & set(event.keys):
            if machine := self._desk.core.inventory.find(key):
                self._on_machine_changed(MachineChanged(machine=machine))

    def _on_sum_up_timeout(self) -> None:
        if self._many:
            self.summary.see(list(self._many.values()))

    def _follow(self, machine: Machine) -> None:
        assert self._machine
        renamed = machine.name != self._machine.name
        self._machine = machine
        self.head.see(machine)
        for tab in self._tabs_made.values():
            tab.see(machine)
        self._reload.start()
        if renamed:
            self.titled.emit(machine.name)

    # The definition.

    def _on_reload_timeout(self) -> None:
        if self._machine is None or not self.isVisible():
            return
        if self._machine.stale_since is None:
            self._desk.operations.spawn(self, self._read(self._machine.key))
        else:
            self._tell(None)

    async def _read(self, key: MachineKey) -> None:
        desk = self._desk
        try:
            details = await desk.operations.run(
                lambda: desk.core.machines.details(key), key=("details", key), lane=key.host_id
            )
        except InfinibayError:
            details = None  # lost or gone: both are told by events
        if self.key == key:
            self._tell(details)

    def _tell(self, details: MachineDetails | None) -> None:
        # The others ask the host for more; they are told when somebody turns to them.
        if tab := self._tabs_made.get(self._tabs.currentIndex()):
            tab.tell(details)
