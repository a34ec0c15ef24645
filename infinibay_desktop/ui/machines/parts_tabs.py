"""A machine's disks, its ways to the network and to its screen, and its definition."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import (
    Machine,
    MachineDetails,
    MachineDisk,
    MachineKey,
    MachineNic,
)
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.formats import NO_FIGURE, size_text
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.tab import DetailTab, Facts
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import Card, clear, column, row
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

MAX_SHOWN = 64
MAX_XML = 512 * 1024


class DisksTab(DetailTab):
    """Each disk with where it lies; sizes follow as soon as the host told them."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cards = column(gap=10)
        self._state = wrapped(name="hint")
        self.body.addLayout(self._cards)
        self.body.addWidget(self._state)
        self.body.addStretch(1)

    def reset(self) -> None:
        """Another machine's disks must not stay."""
        clear(self._cards)
        self._say(self.tr("Looking…"))

    def tell(self, details: MachineDetails | None) -> None:
        """Show the disks, then ask for their sizes and who else uses them."""
        if details is None:
            clear(self._cards)
            self._say(self.tr("The host is not connected."))
            return
        self._show(details.disks)
        if details.disks and self.machine:
            self.desk.operations.spawn(self, self._measure(self.machine.key))

    def _show(self, disks: Sequence[MachineDisk]) -> None:
        clear(self._cards)
        for disk in disks[:MAX_SHOWN]:
            self._cards.addWidget(self._card(disk))
        none = self.tr("It has no disks.")
        more = self.tr("… and {count} more").format(count=len(disks) - MAX_SHOWN)
        self._say(none if not disks else more if len(disks) > MAX_SHOWN else "")

    def _card(self, disk: MachineDisk) -> Card:
        card = Card(short(disk.target) or self.tr("Disk"))
        facts = Facts()
        kinds = {"cdrom": self.tr("CD drive"), "disk": self.tr("Disk"), "floppy": self.tr("Floppy")}
        facts.put(self.tr("Kind"), kinds.get(disk.device, disk.device))
        facts.put(self.tr("Bus"), disk.bus or NO_FIGURE)
        facts.put(self.tr("Path"), disk.path or self.tr("empty"))
        if disk.capacity_bytes:
            facts.put(self.tr("Size"), size_text(disk.capacity_bytes))
        if disk.read_only:
            facts.put(self.tr("Access"), self.tr("read-only"))
        if disk.shared_with:
            facts.put(self.tr("Shared with"), ", ".join(disk.shared_with[:20]))
        card.body.addLayout(facts)
        return card

    async def _measure(self, key: MachineKey) -> None:
        deletion = self.desk.core.deletion
        try:
            disks = await self.desk.operations.run(
                lambda: deletion.disks(key), key=("disks", key), lane=key.host_id
            )
        except InfinibayError as error:
            self._say(self.tr("Sizes are not known: {why}").format(why=complaint(error)))
            return
        if self.machine and self.machine.key == key:
            self._show(disks)

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))


class NetworkTab(DetailTab):
    """Network cards, screens and channels."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cards = column(gap=10)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def reset(self) -> None:
        """Another machine's cards must not stay."""
        clear(self._cards)
        self._cards.addWidget(wrapped(self.tr("Looking…"), name="hint"))

    def tell(self, details: MachineDetails | None) -> None:
        """Show what the definition says."""
        clear(self._cards)
        if details is None:
            self._cards.addWidget(wrapped(self.tr("The host is not connected."), name="hint"))
            return
        for number, nic in enumerate(details.nics[:MAX_SHOWN], 1):
            self._cards.addWidget(self._nic_card(number, nic))
        if not details.nics:
            self._cards.addWidget(wrapped(self.tr("It has no network card."), name="hint"))
        self._add_words(self.tr("Screens"), details.graphics)
        self._add_words(self.tr("Channels"), details.channels)

    def _nic_card(self, number: int, nic: MachineNic) -> Card:
        card = Card(self.tr("Network card {number}").format(number=number))
        facts = Facts()
        facts.put(self.tr("Plugged into"), f"{nic.kind} {nic.source}".strip() or NO_FIGURE)
        facts.put(self.tr("MAC address"), nic.mac or NO_FIGURE)
        facts.put(self.tr("Model"), nic.model or NO_FIGURE)
        card.body.addLayout(facts)
        return card

    def _add_words(self, title: str, words: Sequence[str]) -> None:
        if words:
            card = Card(title)
            for one in words[:MAX_SHOWN]:
                card.body.addWidget(wrapped(one[:200]))
            self._cards.addWidget(card)


class XmlTab(DetailTab):
    """The definition as libvirt keeps it, to read and to copy."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.text = QPlainTextEdit()
        self.text.setObjectName("code")
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Definition as XML"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setStyleHint(QFont.StyleHint.Monospace)
        self.text.setFont(fixed)
        self.text.setMinimumHeight(160)
        self.copy = button(self.tr("Copy"), self._on_copy_clicked, symbol="copy")
        hint = wrapped(self.tr("Without passwords. Read-only."), name="hint")
        head = row(hint, self.copy)
        head.setStretch(0, 1)
        head.setAlignment(self.copy, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.text, 1)

    def reset(self) -> None:
        """Another machine's definition must not stay."""
        self.text.clear()
        self.copy.setEnabled(False)

    def tell(self, details: MachineDetails | None) -> None:
        """The definition was read, so it may be another one: read the XML."""
        if details and self.machine:
            self.desk.operations.spawn(self, self._read(self.machine.key))

    async def _read(self, key: MachineKey) -> None:
        machines = self.desk.core.machines
        try:
            xml = await self.desk.operations.run(
                lambda: machines.definition_xml(key), key=("xml", key), lane=key.host_id
            )
        except InfinibayError as error:
            xml = complaint(error)
        if self.machine and self.machine.key == key and xml != self.text.toPlainText():
            place = self.text.verticalScrollBar().value()
            self.text.setPlainText(xml[:MAX_XML])
            self.text.verticalScrollBar().setValue(place)
            self.copy.setEnabled(True)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class ConsoleTab(DetailTab):
    """The machine's screen: a widget made by whoever knows consoles, one at a time."""

    def __init__(
        self,
        desk: "Desk",
        factory: Callable[[MachineKey], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._factory = factory
        self._console: QWidget | None = None
        self.body.setContentsMargins(0, 0, 0, 0)

    def reset(self) -> None:
        """Let the last machine's console go; make this one's if somebody looks."""
        self.release()
        if self.isVisible():
            self.watch()

    def watch(self) -> None:
        """The first look makes the console."""
        if self.machine and self._console is None:
            self._console = self._factory(self.machine.key)
            self.body.addWidget(self._console, 1)

    def release(self) -> None:
        """End the console."""
        if self._console:
            self._console.hide()
            self.body.removeWidget(self._console)
            self._console.deleteLater()
            self._console = None

    def refresh(self, machine: Machine) -> None:
        """The console follows its machine by itself."""
