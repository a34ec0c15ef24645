"""What stands above a machine's tabs, and what many selected machines add up to."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from infinibay_desktop.model.machines import Act, Machine, MachineState
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.machines.tab import Facts
from infinibay_desktop.ui.machines.words import stale_words
from infinibay_desktop.ui.state_words import machine_look
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.icons import set_icon, tint
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, clear, column, fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class StateBadge(QWidget):
    """A machine's state as a drawing and a word."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._word = Sign(size=14), plain()
        fill(QHBoxLayout(self), self._sign, self._word, 1, gap=6)
        self._tone = "muted"

    def show_state(self, state: MachineState, *, stale: bool, count: int = 0) -> None:
        """Show a state, perhaps of several; a stale one has no colour."""
        look = machine_look(state, stale=stale)
        self._tone = look.tone
        self._sign.show_symbol(look.symbol, look.tone)
        words = f"{count} × {look.word}" if count else look.word  # noqa: RUF001 - a sign
        self._word.setText(words)
        self.retint()

    def retint(self) -> None:
        """Draw in the theme's colours."""
        self._word.setStyleSheet(f"color: {tint(self._tone).name()}; font-weight: 600;")


class DetailHead(QWidget):
    """Name, state, host and the acts that are needed most."""

    console_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._machine: Machine | None = None
        self._names = HostNames(self)
        self._names.changed.connect(self._show_host)
        self.name = ElidedLabel(name="title")
        self._badge = StateBadge()
        self._host = ElidedLabel(name="muted")
        self.stale = wrapped(name="problem")
        self.stale.hide()
        self.acts = MachineActions(self, self._selected, shortcuts=False)
        facts = row(self._badge, self._host, gap=10)
        facts.setStretch(1, 1)
        self._buttons = ActButtons(self.acts)
        self._buttons.console.clicked.connect(self.console_wanted)
        fill(QVBoxLayout(self), self.name, facts, self.stale, self._buttons, gap=6, margin=12)

    def attach(self, desk: "Desk") -> None:
        """Acts may be done."""
        self._names.attach(desk)
        self.acts.attach(desk)

    def see(self, machine: Machine) -> None:
        """Show this machine."""
        self._machine = machine
        self.name.show_text(machine.name)
        stale = machine.stale_since
        self._badge.show_state(machine.state, stale=stale is not None)
        self._show_host()
        if stale:
            text = self.tr("{stale}: its host is not connected. It is tried again by itself.")
            self.stale.setText(text.format(stale=stale_words(stale)))
        self.stale.setVisible(stale is not None)
        self.acts.refresh()
        self._buttons.refresh()

    def retint(self) -> None:
        """The theme changed."""
        self._badge.retint()

    def _show_host(self) -> None:
        if self._machine:
            name = self._names.of(self._machine.host_id)
            self._host.show_text(self.tr("on {host}").format(host=name) if name else "")

    def _selected(self) -> list[Machine]:
        return [self._machine] if self._machine else []


class ActButtons(QWidget):
    """Start, Pause, Shut down with its ways, and the rest; only pictures where it is narrow."""

    def __init__(self, acts: MachineActions) -> None:
        super().__init__()
        self._acts = acts
        self.start = _tool(self)
        self.pause = _tool(self)
        self.shut_down = _tool(self)
        self.shut_down.setDefaultAction(acts.power[Act.SHUTDOWN])
        self.shut_down.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.shut_down.setMenu(acts.shut_down_menu(self))
        self.console = self._plain_tool("monitor", self.tr("Console"))
        self.more = self._plain_tool("ellipsis", self.tr("More"))
        self.more.clicked.connect(self._on_more_clicked)
        self._parts = (self.start, self.pause, self.shut_down, self.console, self.more)
        fill(box := QHBoxLayout(self), *self._parts, 1, gap=4)
        box.setContentsMargins(0, 2, 0, 0)
        self.refresh()

    def refresh(self) -> None:
        """Offer the acts that fit the states."""
        power = self._acts.power
        self.start.setDefaultAction(power[Act.RESTORE if self._acts.restores else Act.START])
        resuming = power[Act.RESUME].isVisible()
        self.pause.setDefaultAction(power[Act.RESUME if resuming else Act.PAUSE])
        for one in (self.start, self.pause, self.shut_down):
            action = one.defaultAction()
            one.setVisible(action.isEnabled())
            one.setAccessibleName(action.text())
        console = self._acts.console
        self.console.setEnabled(console.isEnabled())
        self.console.setToolTip(console.statusTip() or self.console.text())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pictures alone."""
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        shown = [one for one in self._parts if one.isVisibleTo(self)]
        wanted = sum(metrics.horizontalAdvance(one.text()) + 44 for one in shown) + 16
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if wanted > self.width():
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for one in self._parts:
            one.setToolButtonStyle(style)
        # The arrow to its ways stands beside the picture, not on it.
        self.shut_down.setMinimumWidth(46)

    def _plain_tool(self, symbol: str, name: str) -> QToolButton:
        made = _tool(self)
        set_icon(made, symbol)
        made.setText(name)
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    def _on_more_clicked(self) -> None:
        menu = self._acts.menu(self)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class SelectionSummary(ScrollPage):
    """Many machines: how they stand, what they have together, and what can be done to all."""

    def __init__(self) -> None:
        super().__init__()
        self._machines: list[Machine] = []
        self._names = HostNames(self)
        self._names.changed.connect(self._show)
        self.title = plain(name="title")
        self.title.setWordWrap(True)
        self.acts = MachineActions(self, lambda: self._machines, shortcuts=False)
        self._buttons = ActButtons(self.acts)
        self._buttons.console.hide()
        self._states = Card(self.tr("States"))
        self._badges = column(gap=6)
        self._states.body.addLayout(self._badges)
        self._sums = Card(self.tr("Together"))
        self.facts = Facts()
        self._sums.body.addLayout(self.facts)
        for part in (self.title, self._buttons, self._states, self._sums):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def attach(self, desk: "Desk") -> None:
        """Acts may be done."""
        self._names.attach(desk)
        self.acts.attach(desk)

    def see(self, machines: Sequence[Machine]) -> None:
        """Show these machines."""
        self._machines = list(machines)
        self._show()

    def retint(self) -> None:
        """The theme changed."""
        self._show()

    def _show(self) -> None:
        machines = self._machines
        self.title.setText(self.tr("%n machines selected", "", len(machines)))
        self._show_states()
        self.facts.put(self.tr("Processors"), str(sum(one.vcpus for one in machines)))
        memory = sum(one.memory_bytes for one in machines)
        self.facts.put(self.tr("Memory"), size_text(memory))
        up = [one for one in machines if one.state is MachineState.RUNNING]
        running = sum(one.memory_bytes for one in up)
        self.facts.put(self.tr("Memory running"), size_text(running))
        self.facts.put(self.tr("Hosts"), self._hosts())
        self.acts.refresh()
        self._buttons.refresh()

    def _show_states(self) -> None:
        clear(self._badges)
        stale = sum(one.stale_since is not None for one in self._machines)
        for state, count in Counter(one.state for one in self._machines).most_common():
            badge = StateBadge()
            badge.show_state(state, stale=False, count=count)
            self._badges.addWidget(badge)
        if stale:
            words = self.tr("%n of them as last seen: not connected", "", stale)
            self._badges.addWidget(wrapped(words, name="problem"))

    def _hosts(self) -> str:
        hosts = Counter(one.host_id for one in self._machines)
        shown = [f"{self._names.of(host)} ({n})" for host, n in hosts.most_common(4)]
        return ", ".join(shown) + (" …" if len(hosts) > 4 else "")


def _tool(parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
