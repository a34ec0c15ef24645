"""What stands in the way of speaking with a guest, and what to do about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.ui.guest.words import short, silent_words
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.layout import Card, fill, row
from infinibay_desktop.ui.widgets.text import wrapped

# Most systems speak within that after their start, and each does after its host's.
PATIENCE_S = 20.0
_UP = frozenset({MachineState.RUNNING, MachineState.SHUTTING_DOWN})


def patience_s(status: AgentStatus) -> float:
    """How long it is still too early to call an agent missing; 0: it is not."""
    if status.state is not AgentState.WAITING:
        return 0.0
    waited = datetime.now(UTC) - status.since
    return min(PATIENCE_S, max(0.0, PATIENCE_S - waited.total_seconds()))


@dataclass(frozen=True, slots=True)
class Standing:
    """Words for a state, and which remedies it has: install, channel, take, again."""

    symbol: str
    tone: str
    title: str
    text: str
    remedies: tuple[str, ...] = ()


class AgentNotice(QWidget):
    """A card that says why nobody answers; hidden while somebody does."""

    install_wanted = Signal()
    channel_wanted = Signal()
    take_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = Card()
        self._sign = Sign(size=18)
        self.title = wrapped(name="heading")
        self.text = wrapped(name="muted")
        head = row(self._sign, self.title, gap=8)
        head.setStretch(1, 1)
        self.remedies: dict[str, QPushButton] = {
            "install": button(
                self.tr("Install agent…"),
                self.install_wanted.emit,
                kind="primary",
                symbol="download",
            ),
            "channel": button(self.tr("Add channel"), self.channel_wanted.emit, symbol="plug"),
            "take": button(
                self.tr("Take over"), self.take_wanted.emit, kind="primary", symbol="plug-zap"
            ),
            "again": button(self.tr("Look again"), self.again_wanted.emit, symbol="refresh-cw"),
        }
        acts = FlowGrid(cell_width=140, widest=200, gap=6)
        for each in self.remedies.values():
            acts.addWidget(each)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.text)
        self.card.body.addLayout(acts)
        fill(QVBoxLayout(self), self.card)

    def see(
        self, machine: Machine, status: AgentStatus, *, offered: Collection[str], may_look: bool
    ) -> bool:
        """Show how it stands; returns whether the agent answers.

        `offered` names the remedies that the person may use.
        """
        talking = status.state is AgentState.TALKING and may_look
        self.setVisible(not talking)
        if not talking:
            self._show(self._standing(machine, status, may_look=may_look), offered)
        return talking

    def retint(self) -> None:
        """The theme changed."""
        self._sign.update()

    def _show(self, standing: Standing, offered: Collection[str]) -> None:
        self._sign.show_symbol(standing.symbol, standing.tone)
        self.title.setText(standing.title)
        self.text.setText(standing.text)
        for name, each in self.remedies.items():
            each.setVisible(name in standing.remedies and name in offered)

    def _standing(self, machine: Machine, status: AgentStatus, *, may_look: bool) -> Standing:
        if not may_look:
            text = self.tr("Ask its owner or an administrator for the right to look inside.")
            return Standing("lock", "muted", self.tr("You may not look inside"), text)
        if machine.stale_since is not None:
            text = self.tr("What runs inside shows when its host is connected again.")
            return Standing("unlink", "muted", self.tr("The host is not connected"), text)
        if machine.state is MachineState.PAUSED:
            text = self.tr("Resume it to speak with its agent.")
            return Standing("pause", "paused", self.tr("The machine is paused"), text)
        if machine.state not in _UP or status.state is AgentState.OFF:
            text = self.tr("What runs inside shows while the machine runs.")
            return Standing("power-off", "off", self.tr("The machine does not run"), text)
        return self._of_running(status)

    def _of_running(self, status: AgentStatus) -> Standing:
        if status.state is AgentState.NO_CHANNEL:
            return Standing(
                "unlink",
                "paused",
                self.tr("The machine has no channel to an agent"),
                self.tr("Add it: the machine has it at once, or from its next start."),
                ("install", "channel"),
            )
        if status.state is AgentState.ELSEWHERE:
            where = short(status.holder)
            title = self.tr("Another program speaks with the agent")
            text = (
                self.tr("The program at '{where}' has the channel. It lets go of it for you.")
                if where
                else self.tr("Another program has the channel. It lets go of it for you.")
            )
            return Standing("users", "accent", title, text.format(where=where), ("take",))
        if status.state is AgentState.SILENT:
            text = self.tr(
                "Its system may be busy, restarting or without the agent. It is heard again by itself."
            )
            return Standing("hourglass", "paused", silent_words(status.heard_at), text, ("again",))
        if patience_s(status) > 0:
            text = self.tr("A machine that just started needs a moment.")
            return Standing("hourglass", "muted", self.tr("Waiting for the agent"), text)
        return Standing(
            "plug",
            "muted",
            self.tr("No agent answers"),
            self.tr(
                "Install the agent in the machine, or see whether its service runs. Some systems "
                "take long to start."
            ),
            ("install", "again"),
        )
