"""A machine at a glance: facts, its description, and figures while somebody looks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import MachineRatesSeen
from infinibay_desktop.model.machines import (
    MAX_DESCRIPTION,
    Machine,
    MachineDetails,
    MachineKey,
    MachineState,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.formats import NO_FIGURE, percent_text, rate_text, size_text
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

_UP = frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN})


class OverviewTab(DetailTab):
    """Facts and charts."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._unwatch: Callable[[], None] | None = None
        self._build_ui()
        desk.bridge.on(MachineRatesSeen, self._on_rates_seen, owner=self)
        self._book = PlacementBook(self)
        self._book.changed.connect(self._show_place)
        self._book.attach(desk)

    def _build_ui(self) -> None:
        self.charts = _Charts()
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
            self.tr("ID"),
        ]

    def reset(self) -> None:
        """Forget the other machine's figures and watch this one's."""
        self.charts.clear()
        assert self.machine
        self.description.see(self.machine)
        for name in (self.tr("Architecture"), self.tr("Firmware"), self.tr("Machine type")):
            self.facts.put(name, "…")
        if self._unwatch:
            self.unwatch()
            self.watch()

    def refresh(self, machine: Machine) -> None:
        """Show what the list knows."""
        self.facts.put(self.tr("State"), state_word(machine.state))
        self._show_place()
        self.facts.put(self.tr("Processors"), str(machine.vcpus))
        self.facts.put(self.tr("Memory"), size_text(machine.memory_bytes))
        yes, no = self.tr("yes"), self.tr("no")
        self.facts.put(self.tr("Starts with host"), yes if machine.autostart else no)
        self.facts.put(self.tr("ID"), str(machine.id))
        if not machine.persistent:
            self.facts.put(self.tr("Kind"), self.tr("transient: its definition ends with it"))
        self.charts.memory.set_ceiling(float(max(1, machine.memory_bytes)))
        self.charts.show_off(off=machine.state not in _UP or machine.stale_since is not None)
        may_edit = may_on(self.desk, Permission.MACHINE_EDIT, machine)
        settled = machine.stale_since is None and machine.persistent
        self.description.allow(allowed=settled and may_edit)

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
        """Ask for this machine's figures."""
        if self.machine and not self._unwatch:
            self._unwatch = self.desk.core.statistics.watch_machine(self.machine.key)

    def unwatch(self) -> None:
        """Ask no more."""
        if self._unwatch:
            self._unwatch()
        self._unwatch = None

    def _on_rates_seen(self, event: MachineRatesSeen) -> None:
        machine = self.machine
        if self._unwatch and machine and event.host_id == machine.host_id:
            for rates in event.rates:
                if rates.machine_id == machine.id:
                    self.charts.add(rates)


class _Charts(QWidget):
    """Four charts, beside each other where there is room."""

    def __init__(self) -> None:
        super().__init__()
        read, write = self.tr("read"), self.tr("written")
        self.cpu = LiveChart(self.tr("CPU"), percent_text, ceiling=100.0)
        self.memory = LiveChart(self.tr("Memory used"), size_text)
        self.disk = LiveChart(self.tr("Disk"), rate_text, names=(read, write))
        self.net = LiveChart(self.tr("Network"), rate_text, names=("↓", "↑"))
        self._all = [self.cpu, self.memory, self.disk, self.net]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._off = wrapped(self.tr("Figures show while the machine runs."), name="hint")
        self._columns = 0
        self._arrange(1)

    def add(self, rates: MachineRates) -> None:
        """One reading."""
        used = rates.memory_used_bytes
        readings = {
            self.cpu: (rates.cpu_percent,),
            self.memory: (None if used is None else float(used),),
            self.disk: (rates.disk_read_bps, rates.disk_written_bps),
            self.net: (rates.received_bps, rates.sent_bps),
        }
        for chart, values in readings.items():
            # A cheap reading tells of some charts only: that is no gap in the others.
            if any(value is not None for value in values):
                chart.add(*values)

    def clear(self) -> None:
        """Forget all readings."""
        for chart in self._all:
            chart.clear()

    def show_off(self, *, off: bool) -> None:
        """Say why there are no figures."""
        self._off.setVisible(off)
        for chart in self._all:
            chart.setVisible(not off)
        if off:
            self.clear()

    def resizeEvent(self, event: object) -> None:
        """One, two or four beside each other."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        width = self.width()
        self._arrange(4 if width > 900 else 2 if width > 400 else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, chart in enumerate(self._all):
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
