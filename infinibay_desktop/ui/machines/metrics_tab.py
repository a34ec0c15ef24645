"""A machine's charts: live, and as far back as the history goes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import AgentStatusChanged
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.metrics import FIXED_SERIES, Source
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.charts.board import ChartBoard
from infinibay_desktop.ui.charts.exporting import BoardExport
from infinibay_desktop.ui.charts.panels import panels_of
from infinibay_desktop.ui.charts.readings import HOST_SERIES
from infinibay_desktop.ui.charts.spans import Span
from infinibay_desktop.ui.machines.tab import DetailTab
from infinibay_desktop.ui.rights import may_on
from infinibay_desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

_LOOK_INSIDE = Permission.GUEST_VIEW


class MetricsTab(DetailTab):
    """All series of one machine, grouped; says whose figures they are."""

    agent_wanted = Signal()
    """The person wants to know how the agent stands, and what can be done about it."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.board = ChartBoard(desk)
        self.body.addWidget(self.board)
        self._names: set[str] = set()
        self._status: AgentStatus | None = None
        self._export = BoardExport(desk, self.board, self._machine_names)
        desk.bridge.on(AgentStatusChanged, self._on_agent_status_changed, owner=self)
        self.agent = button(self.tr("See its agent"), self.agent_wanted.emit, kind="link")
        self.agent.hide()
        self.board.bar.extra.insertWidget(0, self.agent)
        self.board.live_seen.connect(self._on_board_live_seen)
        self.board.bar.span_chosen.connect(lambda _span: self._explain())

    def reset(self) -> None:
        """Another machine: its series are not known yet."""
        self._names = set(HOST_SERIES)
        self._status = None
        if self.isVisible():
            self.watch()

    def refresh(self, machine: Machine) -> None:
        """The machine runs, or does not."""
        self._show(machine)

    def watch(self) -> None:
        """Find out which series there are."""
        if self.machine:
            self.desk.operations.spawn(self, self._ask_names(self.machine.key))

    def retint(self) -> None:
        """The theme changed."""
        self.board.retint()

    async def _ask_names(self, key: MachineKey) -> None:
        metrics = self.desk.core.metrics
        agents = self.desk.core.agents
        try:
            names, status = await self.desk.operations.run(
                lambda: (metrics.series_of(key), agents.status(key))
            )
        except InfinibayError:
            return  # gone, or not to be seen any more: both are told by events
        if self.machine and self.machine.key == key:
            self._status = status
            self._take_names(names)
            self._explain()

    def _on_agent_status_changed(self, event: AgentStatusChanged) -> None:
        if self.machine and event.status.key == self.machine.key:
            self._status = event.status
            self._explain()

    def _take_names(self, names: Iterable[str]) -> None:
        found = self._names | set(names)
        if self.machine and found != self._names:
            self._names = found
            self._show(self.machine)

    def _show(self, machine: Machine) -> None:
        names = sorted(self._names, key=_order)
        self.board.show_panels(panels_of(machine.key, names, machine.memory_bytes))
        self._explain()

    def _on_board_live_seen(self) -> None:
        if self.machine:
            self._take_names(self.board.feed.readings(self.machine.key).names())
            self._explain()

    def _explain(self) -> None:
        if self.machine:
            self.board.bar.say(self._note(self.machine))
            without = self._is_without_agent(self.machine)
            self.agent.setVisible(without and may_on(self.desk, _LOOK_INSIDE, self.machine))

    def _note(self, machine: Machine) -> str:
        if machine.state is not MachineState.RUNNING or machine.stale_since is not None:
            if self.board.span is not Span.LIVE:
                return ""
            return self.tr(
                "Live figures show while the machine runs. Choose a longer range for earlier ones."
            )
        return self._without_agent() if self._is_without_agent(machine) else ""

    def _is_without_agent(self, machine: Machine) -> bool:
        runs = machine.state is MachineState.RUNNING and machine.stale_since is None
        by_host = self.board.feed.source(machine.key) is Source.HOST
        return runs and by_host and self.board.span is Span.LIVE

    def _without_agent(self) -> str:
        state = self._status.state if self._status else AgentState.WAITING
        if state is AgentState.SILENT:
            return self.tr("The agent is silent: meanwhile these are the host's figures.")
        if state is AgentState.ELSEWHERE:
            return self.tr(
                "Another program listens to the agent: live figures here are the host's. Longer "
                "ranges show what the agent said."
            )
        return self.tr(
            "No agent talks in this machine: these are its host's figures. Install the agent "
            "to see cores, swap, disks, load and processes as well."
        )

    def _machine_names(self) -> dict[MachineKey, str]:
        return {self.machine.key: self.machine.name} if self.machine else {}


def _order(name: str) -> tuple[int, str]:
    fixed = FIXED_SERIES.index(name) if name in FIXED_SERIES else len(FIXED_SERIES)
    return fixed, natural_key(name)
