"""A machine's size, staged: nothing changes before Apply."""

from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.capabilities import HostCapabilities
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import Machine, MachineDetails, MachineKey, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.sizes import TIB
from infinibay_desktop.model.specs import MAX_VCPUS, MIN_MEMORY_BYTES
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.size_fields import CountField, SizeField
from infinibay_desktop.ui.machines.tab import DetailTab
from infinibay_desktop.ui.rights import may_on
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.forms import Field, tick
from infinibay_desktop.ui.widgets.layout import Card, row
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

_OFF = frozenset({MachineState.SHUT_OFF, MachineState.CRASHED})
_IN_WORK = frozenset({MachineState.CREATING, MachineState.DELETING})


class HardwareTab(DetailTab):
    """vCPUs and memory with Apply and Revert, and whether it starts with its host."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stored: tuple[int, int] | None = None
        self._may_edit = True
        self._build_ui()

    def _build_ui(self) -> None:
        size = Card(self.tr("Size"))
        processors, memory = self.tr("Processors"), self.tr("Memory")
        self.vcpus = CountField(1, MAX_VCPUS, name=processors, suffix=self.tr("vCPUs"))
        self.memory = SizeField(MIN_MEMORY_BYTES, 16 * TIB, name=memory)
        self._vcpus_field = Field(processors, self.vcpus, name="vcpus")
        self._memory_field = Field(memory, self.memory, name="memory")
        self.when = wrapped(name="hint")
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self.apply = button(self.tr("Apply"), self._on_apply_clicked, kind="primary")
        self.revert = button(self.tr("Revert"), self._on_revert_clicked)
        for part in (self._vcpus_field, self._memory_field, self.when, self.problem):
            size.body.addWidget(part)
        size.body.addLayout(row(1, self.revert, self.apply))
        self.body.addWidget(size)
        self.body.addWidget(self._autostart_card())
        self.body.addStretch(1)
        self.vcpus.changed.connect(self._on_anything_changed)
        self.memory.changed.connect(self._on_anything_changed)

    def _autostart_card(self) -> Card:
        card = Card(self.tr("Starting"))
        self.autostart = tick(self.tr("Start it with its host"))
        self.autostart.clicked.connect(self._on_autostart_clicked)
        card.body.addWidget(self.autostart)
        hint = self.tr("Takes effect at once: it starts whenever libvirt does on its host.")
        card.body.addWidget(wrapped(hint, name="hint"))
        return card

    @property
    def is_staged(self) -> bool:
        """Whether something was changed and not applied."""
        return self._stored is not None and self._stored != self._shown()

    def reset(self) -> None:
        """Another machine: drop what was staged, and learn its host's limits."""
        assert self.machine
        self._stored = None
        self._blame("")
        self._take(self.machine.vcpus, self.machine.memory_bytes)
        self.desk.operations.spawn(self, self._read_limits(self.machine.key))

    def refresh(self, machine: Machine) -> None:
        """Follow the machine's state; what is staged stays."""
        self.autostart.setChecked(machine.autostart)
        self._may_edit = may_on(self.desk, Permission.MACHINE_EDIT, machine)
        settled = machine.stale_since is None and machine.state not in _IN_WORK and self._may_edit
        self.autostart.setEnabled(settled and machine.persistent)
        for part in (self.vcpus, self.memory):
            part.setEnabled(settled and machine.persistent)
        self._on_anything_changed()

    def tell(self, details: MachineDetails | None) -> None:
        """Show what the next start gives; what is staged stays."""
        if details and details.next_vcpus and not self.is_staged:
            self._stored = (details.next_vcpus, details.next_memory_bytes)
            self._take(*self._stored)
        self._on_anything_changed()

    def _shown(self) -> tuple[int, int]:
        return self.vcpus.value(), self.memory.value()

    def _take(self, vcpus: int, memory_bytes: int) -> None:
        self.vcpus.set_value(vcpus)
        self.memory.set_value(memory_bytes)

    async def _read_limits(self, key: MachineKey) -> None:
        connections = self.desk.core.connections
        try:
            limits = await self.desk.operations.run(
                lambda: connections.link(key.host_id).capabilities(), lane=key.host_id
            )
        except InfinibayError:
            return  # the pane says that the host is not connected
        if self.machine and self.machine.key == key:
            self._limit(limits)

    def _limit(self, limits: HostCapabilities) -> None:
        self.vcpus.set_range(1, max(limits.cpus, self.vcpus.value()))
        most = max(limits.memory_bytes, self.memory.value())
        self.memory.set_range(MIN_MEMORY_BYTES, most)
        self._vcpus_field.say(self.tr("The host has {n}.").format(n=limits.cpus))
        self._memory_field.say(
            self.tr("The host has {size}.").format(size=size_text(limits.memory_bytes))
        )

    def _on_anything_changed(self) -> None:
        machine = self.machine
        able = machine is not None and machine.stale_since is None and self.vcpus.isEnabled()
        self.apply.setEnabled(able and self.is_staged)
        self.revert.setEnabled(self.is_staged)
        self.when.setText(self._when_words())

    def _when_words(self) -> str:
        machine = self.machine
        if not self._may_edit:
            return self.tr("You may not change the hardware of this machine.")
        if machine is None or not machine.persistent:
            return self.tr("A transient machine keeps the size that it was started with.")
        if machine.state in _OFF:
            return self.tr("Takes effect at the next start.")
        now = (machine.vcpus, machine.memory_bytes)
        if self._stored and self._stored != now and not self.is_staged:
            words = self.tr("It runs with {vcpus} vCPUs and {memory} until its next start.")
            return words.format(vcpus=now[0], memory=size_text(now[1]))
        return self.tr("It is running: a change takes effect at its next start, not at a reboot.")

    def _on_revert_clicked(self) -> None:
        if self._stored:
            self._take(*self._stored)
        self._blame("")
        self._on_anything_changed()

    def _on_apply_clicked(self) -> None:
        if self.machine:
            self.apply.setEnabled(False)
            self.desk.operations.spawn(self, self._apply(self.machine.key, *self._shown()))

    async def _apply(self, key: MachineKey, vcpus: int, memory_bytes: int) -> None:
        service = self.desk.core.machines
        old = self._stored or (0, 0)
        new_vcpus = vcpus if vcpus != old[0] else None
        new_memory = memory_bytes if memory_bytes != old[1] else None
        try:
            await self.desk.operations.run(
                lambda: service.set_size(key, vcpus=new_vcpus, memory_bytes=new_memory),
                key=key,
                lane=key.host_id,
            )
        except InfinibayError as error:
            self._blame(complaint(error), str(error.details.get("field", "")))
        else:
            if self.machine and self.machine.key == key:
                self._stored = (vcpus, memory_bytes)
                self._blame("")
        self._on_anything_changed()

    def _blame(self, problem: str, field: str = "") -> None:
        fields = {"vcpus": self._vcpus_field, "memory": self._memory_field}
        for name, one in fields.items():
            one.blame(problem if name == field else "")
        self.problem.setText(problem if field not in fields else "")
        self.problem.setVisible(bool(self.problem.text()))

    def _on_autostart_clicked(self) -> None:
        if self.machine:
            wanted, key = self.autostart.isChecked(), self.machine.key
            service = self.desk.core.machines
            self.autostart.setChecked(not wanted)  # until the host says so

            async def change() -> None:
                await self.desk.operations.run(
                    lambda: service.set_autostart(key, enabled=wanted), key=key, lane=key.host_id
                )

            self.desk.operations.spawn(
                self, change(), title=self.tr("Could not change when it starts")
            )
