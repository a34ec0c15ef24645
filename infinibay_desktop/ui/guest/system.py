"""The system inside a guest: what it is, and its diagnostics as a file."""

import threading
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError, StorageError
from infinibay_desktop.model.guest_parts import GuestSystem, GuestText, Teller
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.services.guest_ports import Progress
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.guest.dialogs import text_area
from infinibay_desktop.ui.guest.part import MARGIN
from infinibay_desktop.ui.guest.words import short, uptime_text
from infinibay_desktop.ui.guest.work import GuestWork
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.fact_grid import FactGrid
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

MAX_INTERFACES = 16


class SystemPart(QWidget):
    """Facts of the system, and a bundle of what one wants to know when it has trouble."""

    name: ClassVar[str] = "system"

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.machine: Machine | None = None
        self.work = GuestWork(desk, self)
        self._answered = False
        self._asking: MachineKey | None = None
        self.facts = FactGrid()
        self.state = wrapped(self.tr("Told by the QEMU guest agent."), name="hint")
        self.state.hide()
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self.text = text_area(self.tr("Diagnostics"))
        self.text.setMinimumHeight(120)
        self.text.hide()
        self.get = button(self.tr("Get diagnostics"), self._on_get_clicked, symbol="activity")
        self.save = button(self.tr("Save as…"), self._on_save_clicked, symbol="download")
        self.save.setEnabled(False)
        acts = FlowGrid(cell_width=150, widest=220, gap=6)
        acts.addWidget(self.get)
        acts.addWidget(self.save)
        box = QVBoxLayout(self)
        fill(box, self.facts, self.state, self.problem, acts, self.text, 1, gap=8, margin=MARGIN)
        box.setStretchFactor(self.text, 100)

    def see(self, machine: Machine, *, answered: bool) -> None:
        """Show this machine; whether its agent answers."""
        other = self.machine is None or self.machine.key != machine.key
        came, self._answered = answered and not self._answered, answered
        self.machine = machine
        self.get.setEnabled(answered)
        if other:
            self.facts.show_rows([])
            self._show_text(GuestText())
        if (other or came) and self.isVisible():
            self.load()

    def load(self) -> None:
        """Ask what system it is."""
        if self.machine and self._asking != self.machine.key:
            self.desk.operations.spawn(self, self._load(self.machine.key))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for who looks."""
        super().showEvent(event)
        self.load()

    def retint(self) -> None:
        """The theme changed."""

    async def _load(self, key: MachineKey) -> None:
        self._asking, guests = key, self.desk.core.guests
        try:
            system = await self.desk.operations.run(
                lambda: guests.system(key), lane=("guest", key.host_id)
            )
        except InfinibayError as error:
            if self._is_shown(key):
                self._blame(complaint(error))
        else:
            if self._is_shown(key):
                self._blame("")
                self.facts.show_rows(system_rows(system))
                self.state.setVisible(system.teller is Teller.QEMU)
        finally:
            if self._asking == key:
                self._asking = None

    def _is_shown(self, key: MachineKey) -> bool:
        return self.machine is not None and self.machine.key == key

    def _blame(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    # Diagnostics.

    def _on_get_clicked(self) -> None:
        machine = self.machine
        if machine is None:
            return
        guests, name = self.desk.core.guests, short(machine.name)

        def work(tell: Progress, stop: threading.Event) -> object:
            return guests.diagnostics(machine.key, progress=tell, stop=stop)

        self.work.begin(
            machine,
            self.tr("Get diagnostics of '{machine}'").format(machine=name),
            work,
            failed=self.tr("Could not get diagnostics of '{machine}'").format(machine=name),
            then=lambda said: self._on_diagnostics(machine.key, said),
        )

    def _on_diagnostics(self, key: MachineKey, said: object) -> None:
        if isinstance(said, GuestText) and self._is_shown(key):
            self._show_text(said)

    def _show_text(self, said: GuestText) -> None:
        self.text.setPlainText(said.text)
        self.text.setVisible(bool(said.text))
        self.save.setEnabled(bool(said.text))

    def _on_save_clicked(self) -> None:
        assert self.machine
        chooser = QFileDialog(self.window(), self.tr("Save the diagnostics"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(self.tr("Text files (*.txt)"))
        chooser.setDefaultSuffix("txt")
        chooser.selectFile(file_name(self.machine.name))
        chooser.fileSelected.connect(self.save_to)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save_to(self, path: str) -> None:
        """Write what is shown to a file."""
        text = self.text.toPlainText()

        async def save() -> None:
            await self.desk.operations.run(lambda: write_text(path, text))
            self.desk.notices.tell(self.tr("The diagnostics were saved"), path)

        self.work.ask(save(), failed=self.tr("Could not save the diagnostics"))


def system_rows(system: GuestSystem) -> list[tuple[str, str]]:
    """What is known of a system, by its names."""
    translate = QCoreApplication.translate
    rows = [
        (translate("Guest", "System"), system.os_name),
        (translate("Guest", "Kernel"), system.kernel),
        (translate("Guest", "Architecture"), system.architecture),
        (translate("Guest", "Processor"), system.processor),
        (translate("Guest", "Name"), system.hostname),
        (translate("Guest", "Time zone"), system.timezone),
        (
            translate("Guest", "Runs for"),
            "" if system.uptime_s is None else uptime_text(system.uptime_s),
        ),
        (translate("Guest", "Agent"), system.agent_version),
    ]
    interface = translate("Guest", "Interface {name}")
    rows.extend(
        (
            interface.format(name=short(one.name)),
            ", ".join(filter(None, (*one.addresses[:8], one.hardware_address))),
        )
        for one in system.interfaces[:MAX_INTERFACES]
    )
    # A guest may give a name twice: the first is shown.
    return list({name: (name, value) for name, value in reversed(rows) if value}.values())[::-1]


def file_name(machine_name: str) -> str:
    """A name for the file that every file system takes."""
    safe = "".join(c if c.isascii() and c.isalnum() else "-" for c in machine_name[:60])
    return f"{safe.strip('-') or 'machine'}-diagnostics.txt"


def write_text(path: str, text: str) -> None:
    """Write a file; on a worker. Raises StorageError."""
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"Could not write '{path[:200]}': {error.strerror or error}.",
            remedy="Choose another folder, or make room there.",
        ) from error
