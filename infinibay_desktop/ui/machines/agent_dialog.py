"""Installing the agent in one machine: what is done, what is to be typed, and how it goes."""

import threading

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from infinibay_desktop.model.agent_delivery import (
    WINDOWS_LINE,
    Delivered,
    DeliveryWay,
)
from infinibay_desktop.model.errors import ConflictError, InfinibayError, NotPermittedError
from infinibay_desktop.model.events import AgentStatusChanged, MachineRemoved
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.agent_words import agent_look, agent_text
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import Card, row
from infinibay_desktop.ui.widgets.remedy import CommandLine
from infinibay_desktop.ui.widgets.text import wrapped

MAX_REASON = 400


class InstallAgentDialog(Dialog):
    """Begins when the person says so, and follows the agent until it talks.

    It does not stand before the console: there the line is typed.
    """

    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None) -> None:
        title = QCoreApplication.translate("InstallAgent", "Install the agent in '{name}'")
        super().__init__(title.format(name=short(machine.name)), parent, width=620)
        self._desk, self._machine = desk, machine
        self._replaces = False
        self._has_cd = False
        self._status: AgentStatus | None = None
        self._build_ui()
        desk.bridge.on(AgentStatusChanged, self._on_agent_status_changed, owner=self)
        desk.bridge.on(MachineRemoved, self._on_machine_removed, owner=self)
        self._see(self._now())

    def _build_ui(self) -> None:
        self.intro = self.say(
            self.tr(
                "Where QEMU's guest agent answers, it does the installation. Elsewhere a CD with "
                "the agent goes into the machine's drive, and one line is typed in the machine."
            )
        )
        self.outcome = self.say("")
        self.why_not = self.say("", name="hint")
        self.typing = Card(self.tr("Type one line in the machine"))
        self.network = Card(self.tr("Or fetch it over the network"))
        self._sign = Sign(size=18)
        self.status = wrapped()
        status_row = row(self._sign, self.status, gap=8)
        status_row.setStretch(1, 1)
        for part in (self.outcome, self.why_not, self.typing, self.network):
            part.hide()
        self.body.addWidget(self.typing)
        self.body.addWidget(self.network)
        self.body.addLayout(status_row)
        self.body.addStretch(1)
        self.console = button(self.tr("Open console"), self._on_console_clicked, symbol="monitor")
        self.eject = button(self.tr("Take the CD out"), self._on_eject_clicked)
        self.buttons.insertWidget(0, self.console)
        self.buttons.insertWidget(1, self.eject)
        self.console.hide()
        self.eject.hide()
        # Lines that wrap ask for far more height than they need at the width that they get.
        if canvas := self._page.widget():
            canvas.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.close_button = self.add_cancel()
        self.go = self.add_button(self.tr("Install"), kind="primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go_clicked)

    # Doing.

    def _on_go_clicked(self) -> None:
        self.blame("")
        self.go.setEnabled(False)
        self.intro.setText(self.tr("The agent is brought to the machine…"))
        self._desk.operations.spawn(self, self._install())

    async def _install(self) -> None:
        delivery, key, replace = self._desk.core.delivery, self._machine.key, self._replaces
        title = self.tr("Install the agent in '{name}'").format(name=short(self._machine.name))
        log, failed = self._desk.log, self.tr("It was cut short.")
        stop = threading.Event()
        number = log.begin(title, cancel=stop.set)
        try:
            done = await self._desk.operations.run(
                lambda: (delivery.install(key, replace=replace, stop=stop), delivery.served_at),
                key=key,
                lane=("guest-acts", key.host_id),
            )
            failed = ""
        except InfinibayError as error:
            failed = error.message
            self._refused(error)
            return
        finally:
            log.end(number, failed=failed)
        self._show(*done)

    def _refused(self, error: InfinibayError) -> None:
        self.go.setEnabled(True)
        self.intro.hide()
        cd = error.details.get("cd")
        if isinstance(error, ConflictError) and isinstance(cd, str):
            self._replaces = True
            said = self.tr("There is another CD in the machine's drive: {name}.")
            self.blame(said.format(name=plain_text(cd, MAX_REASON)))
            self._call_go(self.tr("Replace it"))
            return
        self.blame(complaint(error))
        self._call_go(self.tr("Try again"))

    def _call_go(self, text: str) -> None:
        self.go.setText(text)
        self.go.setAccessibleName(text)

    def _show(self, done: Delivered, url: str) -> None:
        self.intro.hide()
        self.go.hide()
        self._has_cd = done.way is not DeliveryWay.INSTALLED
        self.close_button.setText(self.tr("Close"))
        self.outcome.setText(self._outcome(done))
        self.outcome.show()
        if done.why_not:
            said = self.tr("QEMU's guest agent did not do it: {why}")
            self.why_not.setText(said.format(why=plain_text(done.why_not, MAX_REASON)))
            self.why_not.show()
        if self._has_cd:
            self._show_lines(done, url)
        self.eject.setVisible(self._has_cd)
        self.console.setVisible(self._has_cd)
        self._see(self._now())
        self._grow()

    def _outcome(self, done: Delivered) -> str:
        if done.way is DeliveryWay.INSTALLED:
            said = self.tr("QEMU's guest agent installed version {version}.")
            return said.format(version=done.version)
        if done.way is DeliveryWay.NEXT_START:
            return self.tr(
                "The machine lacked a CD drive or the agent's channel. It has them once it was shut "
                "down and started: a restart from inside is not enough."
            )
        if not done.runs:
            return self.tr("The CD is in its drive. Start the machine, then type the line.")
        said = self.tr("The CD with version {version} is in the machine's drive.")
        return said.format(version=done.version)

    def _show_lines(self, done: Delivered, url: str) -> None:
        self._add_line(self.typing, self.tr("Linux (root leaves out sudo):"), done.linux_line)
        said = self.tr("Windows, as administrator (D: is the CD drive):")
        self._add_line(self.typing, said, WINDOWS_LINE)
        self.typing.show()
        if url:
            line = f"curl -fsS {url}/linux/install.sh | sudo sh"
            self._add_line(self.network, self.tr("Linux:"), line)
            line = f"irm {url}/windows/install.ps1 | iex"
            self._add_line(self.network, self.tr("Windows, in PowerShell as administrator:"), line)
            self.network.show()

    def _add_line(self, card: Card, said: str, command: str) -> None:
        card.body.addWidget(wrapped(said, name="muted"))
        card.body.addWidget(CommandLine(command))

    # Following.

    def _on_agent_status_changed(self, event: AgentStatusChanged) -> None:
        if event.status.key == self._machine.key:
            self._see(event.status)

    def _on_machine_removed(self, event: MachineRemoved) -> None:
        if event.machine.key == self._machine.key:
            self.reject()

    def _now(self) -> AgentStatus | None:
        try:
            return self._desk.core.agents.status(self._machine.key)
        except NotPermittedError:  # the right to see the machine went a moment ago
            return None

    def _see(self, status: AgentStatus | None) -> None:
        self._status = status
        if status is None:
            return
        symbol, tone = agent_look(status)
        self._sign.show_symbol(symbol, tone)
        self.status.setText(agent_text(status))
        if status.state is AgentState.TALKING and self._has_cd:
            # Its work is done.
            self._take_out()

    def _on_console_clicked(self) -> None:
        self._desk.go.show_console(self._machine.key)

    def _on_eject_clicked(self) -> None:
        self._take_out()

    def _take_out(self) -> None:
        self._has_cd = False
        self.eject.setEnabled(False)
        self._desk.operations.spawn(self, self._eject())

    async def _eject(self) -> None:
        delivery, key = self._desk.core.delivery, self._machine.key
        try:
            await self._desk.operations.run(
                lambda: delivery.eject(key), key=key, lane=("guest-acts", key.host_id)
            )
        except InfinibayError as error:
            self.eject.setEnabled(True)
            self.blame(complaint(error))
            return
        self.eject.hide()
        self.typing.hide()
        self.network.hide()
        self.why_not.hide()
        talks = self._status is not None and self._status.state is AgentState.TALKING
        done = self.tr("The agent is installed, and its CD is out again.")
        self.outcome.setText(done if talks else self.tr("The CD is out of the drive."))
