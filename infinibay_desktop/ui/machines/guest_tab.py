"""What runs inside the machine: processes, services, packages, users, disks, the system."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import NotPermittedError
from infinibay_desktop.model.events import AgentStatusChanged
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.guest.accounts import DisksPart, UsersPart
from infinibay_desktop.ui.guest.packages import PackagesPart
from infinibay_desktop.ui.guest.part import GuestPart
from infinibay_desktop.ui.guest.processes import ProcessesPart
from infinibay_desktop.ui.guest.services import ServicesPart
from infinibay_desktop.ui.guest.standing import AgentNotice, patience_s
from infinibay_desktop.ui.guest.system import SystemPart
from infinibay_desktop.ui.guest.words import short
from infinibay_desktop.ui.machines.detail_tabs import DetailTabs
from infinibay_desktop.ui.machines.tab import DetailTab
from infinibay_desktop.ui.rights import may_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

_PARTS = (ProcessesPart, ServicesPart, PackagesPart, UsersPart, DisksPart, SystemPart)


class GuestTab(DetailTab):
    """Inside one machine. Each part is made when somebody turns to it, and asks only then."""

    # The person wants the agent in this machine.
    install_wanted = Signal(object)

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        # Whether somebody listens to `install_wanted`.
        self.can_install = False
        self.notice = AgentNotice()
        self.notice.install_wanted.connect(self._on_notice_install_wanted)
        self.notice.channel_wanted.connect(self._on_notice_channel_wanted)
        self.notice.take_wanted.connect(self._on_notice_take_wanted)
        self.notice.again_wanted.connect(self._on_notice_again_wanted)
        self.parts: dict[int, GuestPart | SystemPart] = {}
        self.tabs = DetailTabs(self._titles())
        self.tabs.setAccessibleName(self.tr("Inside the machine"))
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.tabs, 1)
        layout = self.notice.layout()
        assert layout
        layout.setContentsMargins(12, 12, 12, 4)
        self._look_again = QTimer(self, singleShot=True)
        self._look_again.timeout.connect(self._on_look_again_timeout)
        desk.bridge.on(AgentStatusChanged, self._on_agent_status_changed, owner=self)

    def refresh(self, machine: Machine) -> None:
        """The machine, or its agent, stands otherwise."""
        status = self._status(machine.key)
        self._answered = self.notice.see(
            machine,
            status,
            offered=self._offered(machine),
            may_look=may_on(self.desk, Permission.GUEST_VIEW, machine),
        )
        if patience := patience_s(status):
            self._look_again.start(int(patience * 1000) + 100)
        self.tabs.setVisible(self._can_tell(machine, status))
        for part in self.parts.values():
            part.see(machine, answered=self._answered)
        self._make_part(self.tabs.currentIndex())

    def watch(self) -> None:
        """Show how the agent stands now."""
        if self.machine:
            self.refresh(self.machine)

    def retint(self) -> None:
        """The theme changed."""
        self.tabs.retint()
        self.notice.retint()
        for part in self.parts.values():
            part.retint()

    def _titles(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Processes"), "activity"),
            (self.tr("Services"), "settings"),
            (self.tr("Packages"), "box"),
            (self.tr("Users"), "users"),
            (self.tr("Disks"), "hard-drive"),
            (self.tr("System"), "info"),
        ]

    def _can_tell(self, machine: Machine, status: AgentStatus) -> bool:
        """Whether there can be anybody inside who tells something."""
        if not may_on(self.desk, Permission.GUEST_VIEW, machine):
            return False
        return machine.stale_since is None and status.state is not AgentState.OFF

    def _offered(self, machine: Machine) -> set[str]:
        offered = {"take", "again"}
        if may_on(self.desk, Permission.MACHINE_EDIT, machine):
            offered.add("channel")
        if self.can_install and may_on(self.desk, Permission.GUEST_MANAGE, machine):
            offered.add("install")
        return offered

    def _status(self, key: MachineKey) -> AgentStatus:
        try:
            return self.desk.core.agents.status(key)
        except NotPermittedError:  # the right to see the machine went a moment ago
            return AgentStatus(key=key, state=AgentState.OFF, since=datetime.now(UTC))

    def _make_part(self, index: int) -> None:
        # What nobody looks at asks nothing, and is not made.
        if self.machine is None or index in self.parts or not self.tabs.isVisibleTo(self):
            return
        part = self.parts[index] = _PARTS[index](self.desk)
        part.see(self.machine, answered=self._answered)
        holder = self.tabs.widget(index)
        assert holder
        layout = holder.layout()
        assert layout
        layout.addWidget(part)
        part.show()

    def _on_tabs_current_changed(self, index: int) -> None:
        self._make_part(index)

    def _on_agent_status_changed(self, event: AgentStatusChanged) -> None:
        if self.machine and event.status.key == self.machine.key and self.isVisible():
            self.refresh(self.machine)

    def _on_look_again_timeout(self) -> None:
        if self.machine and self.isVisible():
            self.refresh(self.machine)

    # Remedies.

    def _on_notice_install_wanted(self) -> None:
        if self.machine:
            self.install_wanted.emit(self.machine)

    def _on_notice_channel_wanted(self) -> None:
        if self.machine:
            title = self.tr("Could not add the channel to '{machine}'")
            self.desk.operations.spawn(
                self,
                self._add_channel(self.machine),
                title=title.format(machine=short(self.machine.name)),
            )

    def _on_notice_take_wanted(self) -> None:
        self._want(self.tr("Could not take over the agent of '{machine}'"))

    def _on_notice_again_wanted(self) -> None:
        self._want(self.tr("Could not reach the agent of '{machine}'"))

    def _want(self, failed: str) -> None:
        if self.machine:
            title = failed.format(machine=short(self.machine.name))
            self.desk.operations.spawn(self, self._take(self.machine.key), title=title)

    async def _add_channel(self, machine: Machine) -> None:
        agents, key = self.desk.core.agents, machine.key
        at_once = await self.desk.operations.run(
            lambda: agents.add_channel(key), key=key, lane=key.host_id
        )
        title = self.tr("'{machine}' has the channel").format(machine=short(machine.name))
        text = "" if at_once else self.tr("It can be used from the machine's next start.")
        self.desk.notices.tell(title, text)

    async def _take(self, key: MachineKey) -> None:
        agents = self.desk.core.agents
        await self.desk.operations.run(lambda: agents.want(key), lane=("guest", key.host_id))
        if self.machine and self.machine.key == key:
            self.refresh(self.machine)
