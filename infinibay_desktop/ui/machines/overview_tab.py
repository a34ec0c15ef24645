"""A machine at a glance: facts, its description, and figures while somebody looks."""

import time
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from infinibay_desktop.model.errors import InfinibayError, NotPermittedError
from infinibay_desktop.model.events import AgentStatusChanged
from infinibay_desktop.model.guests import AgentStatus
from infinibay_desktop.model.machines import (
    MAX_DESCRIPTION,
    Machine,
    MachineDetails,
    MachineKey,
    MachineState,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.charts.feed import LiveFeed
from infinibay_desktop.ui.charts.panels import Curve, panels_of
from infinibay_desktop.ui.charts.readings import HOST_SERIES
from infinibay_desktop.ui.charts.spans import Span, frame_of
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.formats import NO_FIGURE, size_text
from infinibay_desktop.ui.machines.agent_words import agent_fact
from infinibay_desktop.ui.machines.charts import LiveChart
from infinibay_desktop.ui.machines.tab import DetailTab, Facts
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.placement_book import PlacementBook
from infinibay_desktop.ui.rights import may_on
from infinibay_desktop.ui.state_words import state_word
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import Card, row
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

SETTLE_MS = 250
_UP = frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN})


class OverviewTab(DetailTab):
    """Facts and charts."""

    metrics_wanted = Signal()
    """The person wants to see all metrics."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._build_ui()
        self._feed = LiveFeed(desk, self)
        self._feed.changed.connect(self._on_feed_changed)
        # Who goes through a list asks for the last one's figures only.
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        desk.bridge.on(AgentStatusChanged, self._on_agent_status_changed, owner=self)
        self._book = PlacementBook(self)
        self._book.changed.connect(self._show_place)
        self._book.attach(desk)

    def _build_ui(self) -> None:
        self.charts = _Charts()
        for chart in self.charts.all:
            chart.clicked.connect(self.metrics_wanted)
        self.body.addWidget(self.charts)
        card = Card(self.tr("About"))
        self.facts = Facts()
        for name in self._names():
            self.facts.put(name, NO_FIGURE)
        card.body.addLayout(self.facts)
        self.body.addWidget(card)
        self.description = DescriptionCard(self.desk)
        self.body.addWidget(self.description)
        self.body.addStretch(1)

    def _names(self) -> list[str]:
        return [
            self.tr("State"),
            self.tr("Department"),
            self.tr("Owner"),
            self.tr("Processors"),
            self.tr("Memory"),
            self.tr("Architecture"),
            self.tr("Firmware"),
            self.tr("Machine type"),
            self.tr("Starts with host"),
            self.tr("Agent"),
            self.tr("ID"),
        ]

    def reset(self) -> None:
        """Forget the other machine's figures and watch this one's."""
        assert self.machine
        self._feed.follow([self.machine.key])
        if self.isVisible():
            self._settle.start()
        self.charts.see(self.machine)
        self.description.see(self.machine)
        for name in (self.tr("Architecture"), self.tr("Firmware"), self.tr("Machine type")):
            self.facts.put(name, "…")

    def refresh(self, machine: Machine) -> None:
        """Show what the list knows."""
        self.facts.put(self.tr("State"), state_word(machine.state))
        self._show_place()
        self.facts.put(self.tr("Processors"), str(machine.vcpus))
        self.facts.put(self.tr("Memory"), size_text(machine.memory_bytes))
        yes, no = self.tr("yes"), self.tr("no")
        self.facts.put(self.tr("Starts with host"), yes if machine.autostart else no)
        self.facts.put(self.tr("Agent"), agent_fact(self._agent_of(machine)))
        self.facts.put(self.tr("ID"), str(machine.id))
        if not machine.persistent:
            self.facts.put(self.tr("Kind"), self.tr("transient: its definition ends with it"))
        self.charts.see(machine)
        self.charts.show_off(off=machine.state not in _UP or machine.stale_since is not None)
        may_edit = may_on(self.desk, Permission.MACHINE_EDIT, machine)
        settled = machine.stale_since is None and machine.persistent
        self.description.allow(allowed=settled and may_edit)

    def _agent_of(self, machine: Machine) -> AgentStatus | None:
        try:
            return self.desk.core.agents.status(machine.key)
        except NotPermittedError:  # the right to see the machine went a moment ago
            return None

    def _on_agent_status_changed(self, event: AgentStatusChanged) -> None:
        if self.machine and event.status.key == self.machine.key:
            self.facts.put(self.tr("Agent"), agent_fact(event.status))

    def _show_place(self) -> None:
        """Whose it is."""
        if machine := self.machine:
            department = one_line(self._book.department(machine.department_id))
            owner = one_line(self._book.person(machine.owner_id))
            self.facts.put(self.tr("Department"), department or NO_FIGURE)
            self.facts.put(self.tr("Owner"), owner or NO_FIGURE)

    def tell(self, details: MachineDetails | None) -> None:
        """Show what the definition says."""
        self.facts.put(self.tr("Architecture"), self._architecture(details))
        firmware = details.firmware.upper() if details else NO_FIGURE
        self.facts.put(self.tr("Firmware"), firmware)
        kind = (details.machine_type or NO_FIGURE) if details else NO_FIGURE
        self.facts.put(self.tr("Machine type"), kind)
        if details:
            self.description.tell(details.description)

    def _architecture(self, details: MachineDetails | None) -> str:
        if details is None:
            return NO_FIGURE
        by = {"kvm": self.tr("{arch}, with KVM"), "qemu": self.tr("{arch}, emulated")}
        return by.get(details.domain_type, "{arch}").format(arch=details.arch)

    def watch(self) -> None:
        """Ask for this machine's figures, and for those that came while nobody looked."""
        self._feed.forget()
        self._feed.start()
        self._settle.start()

    def unwatch(self) -> None:
        """Ask no more."""
        self._feed.stop()
        self._settle.stop()

    def retint(self) -> None:
        """The theme changed."""
        self._on_feed_changed()

    def _on_settle_timeout(self) -> None:
        if self.machine:
            self.desk.operations.spawn(self, self._fill(self.machine.key))

    async def _fill(self, key: MachineKey) -> None:
        curves = [Curve(key=key, series=name, label=name) for name in HOST_SERIES]
        # The live figures come all the same; the metrics' tab says what is wrong.
        with suppress(InfinibayError):
            await self._feed.fill(curves, *frame_of(Span.LIVE, time.time()))
        if self.machine and self.machine.key == key:
            self._on_feed_changed()

    def _on_feed_changed(self) -> None:
        for chart in self.charts.all:
            chart.show_readings(self._feed)


class _Charts(QWidget):
    """Four charts, beside each other where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.cpu, self.memory, self.disk, self.net = (LiveChart() for _ in range(4))
        self.all = [self.cpu, self.memory, self.disk, self.net]
        self._seen: tuple[MachineKey, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._off = wrapped(self.tr("Figures show while the machine runs."), name="hint")
        self._columns = 0
        self._arrange(1)

    def see(self, machine: Machine) -> None:
        """Show this machine's figures from now on."""
        if self._seen != (machine.key, machine.memory_bytes):
            self._seen = (machine.key, machine.memory_bytes)
            panels = panels_of(machine.key, HOST_SERIES, machine.memory_bytes)
            for chart, panel in zip(self.all, panels, strict=True):
                chart.show_panel(panel)

    def show_off(self, *, off: bool) -> None:
        """Say why there are no figures."""
        self._off.setVisible(off)
        for chart in self.all:
            chart.setVisible(not off)

    def resizeEvent(self, event: object) -> None:
        """One, two or four beside each other."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        width = self.width()
        self._arrange(4 if width > 900 else 2 if width > 400 else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, chart in enumerate(self.all):
            self._grid.addWidget(chart, number // columns, number % columns)
        self._grid.addWidget(self._off, 4, 0, 1, columns)


class DescriptionCard(Card):
    """The description, to be edited in its place."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(self.tr("Description"))
        self._desk = desk
        self._machine: Machine | None = None
        self._text = ""
        self._shown = wrapped()
        self.edit = button(self.tr("Edit"), self._on_edit_clicked, kind="link", symbol="pencil")
        self.head.addWidget(self.edit)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Description"))
        self.editor.setTabChangesFocus(True)
        self.editor.setMinimumHeight(70)
        self.editor.setMaximumHeight(160)
        self._problem = wrapped(name="problem")
        self.save = button(self.tr("Save"), self._on_save_clicked, kind="primary")
        self._cancel = button(self.tr("Cancel"), self._close_editor)
        self.body.addWidget(self._shown)
        self.body.addWidget(self.editor)
        self.body.addWidget(self._problem)
        self.body.addLayout(row(1, self._cancel, self.save))
        self._close_editor()

    def see(self, machine: Machine) -> None:
        """Another machine; what was being written for the last one is dropped."""
        self._machine = machine
        self._close_editor()
        self.tell("")

    def tell(self, text: str) -> None:
        """Show the description; what is being written stays."""
        self._text = text
        shown = text[:MAX_DESCRIPTION] or self.tr("None yet.")
        self._shown.setObjectName("" if text else "hint")
        self._shown.setText(shown)
        self._shown.style().polish(self._shown)

    def allow(self, *, allowed: bool) -> None:
        """Whether it may be edited now."""
        self.edit.setEnabled(allowed)
        self.save.setEnabled(allowed)

    def _on_edit_clicked(self) -> None:
        self.editor.setPlainText(self._text)
        self._switch(editing=True)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        self._problem.hide()
        self._switch(editing=False)

    def _switch(self, *, editing: bool) -> None:
        for widget in (self.editor, self.save, self._cancel):
            widget.setVisible(editing)
        self._shown.setVisible(not editing)
        self.edit.setVisible(not editing)

    def _on_save_clicked(self) -> None:
        if self._machine:
            work = self._save(self._machine.key, self.editor.toPlainText())
            self._desk.operations.spawn(self, work)

    async def _save(self, key: MachineKey, text: str) -> None:
        service = self._desk.core.machines
        try:
            await self._desk.operations.run(
                lambda: service.set_description(key, text), key=key, lane=key.host_id
            )
        except InfinibayError as error:
            self._problem.setText(complaint(error))
            self._problem.show()
        else:
            if self._machine and self._machine.key == key:
                self._close_editor()
                self.tell(text.strip())
