"""Deleting machines: what goes is named, nothing is ticked before, the irreversible is typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import (
    Act,
    Machine,
    MachineDisk,
    MachineKey,
    MachineState,
)
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.acts import allows, literal, short, why_not
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field, text_field, tick
from infinibay_desktop.ui.widgets.layout import Card, column
from infinibay_desktop.ui.widgets.text import ElidedLabel, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

DETAILED = 20
EASY_LENGTH = 40
_OFF = frozenset({MachineState.SHUT_OFF, MachineState.SAVED, MachineState.CRASHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionWish:
    """What a person agreed to: these machines, these disks by target, and power cut or not."""

    machines: tuple[Machine, ...]
    disks: dict[MachineKey, tuple[str, ...]] = field(default_factory=dict)
    force_off: bool = False


def word_to_type(machines: Sequence[Machine]) -> str:
    """What must be typed before disks go: the machine's name, or how many machines.

    A name that is hard to type is spared.
    """
    if len(machines) != 1:
        return str(len(machines))
    name = machines[0].name
    easy = name.isascii() and name.isprintable() and len(name) <= EASY_LENGTH
    return name if easy else QCoreApplication.translate("DeleteDialog", "delete")


def why_kept(disk: MachineDisk) -> str:
    """Why a disk cannot be deleted; empty: it can."""
    translate = QCoreApplication.translate
    if disk.device != "disk":
        return translate("DeleteDialog", "not a disk but a {kind}").format(kind=disk.device[:20])
    if not disk.path:
        return translate("DeleteDialog", "it has no file")
    if disk.read_only:
        return translate("DeleteDialog", "read-only")
    if disk.shared_with:
        names = ", ".join(short(name) for name in disk.shared_with[:3])
        more = len(disk.shared_with) - 3
        names += f" (+{more})" if more > 0 else ""
        return translate("DeleteDialog", "shared with {names}").format(names=names)
    return ""


class DiskTick(QWidget):
    """One disk with its tick, or the reason why there is none."""

    def __init__(self, disk: MachineDisk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disk = disk
        why = why_kept(disk)
        size = size_text(disk.capacity_bytes) if disk.capacity_bytes else ""
        head = ", ".join(filter(None, [one_line(disk.target), size]))
        box = column(gap=1)
        self.box = tick(literal(self.tr("Delete disk {disk}").format(disk=head)))
        if why:
            # A label, because a tick's words are not wrapped.
            self.box.setEnabled(False)
            self.box.hide()
            box.addWidget(wrapped(self.tr("{disk} stays: {why}").format(disk=head, why=why)))
        box.addWidget(self.box)
        box.addWidget(ElidedLabel(disk.path or self.tr("no file"), name="hint", middle=True))
        self.setLayout(box)
        self.box.setAccessibleDescription(one_line(disk.path))


class DeleteDialog(Dialog):
    """Says what goes with the machines, and asks for as much care as it deserves."""

    def __init__(
        self, machines: Sequence[Machine], desk: "Desk", parent: QWidget | None, *, kept: int = 0
    ) -> None:
        """`kept`: how many others were selected that the person may not delete."""
        super().__init__(_title(machines), parent, width=580)
        if kept:
            words = self.tr("%n machine(s) that you may not delete are left out.", "", kept)
            self.body.addWidget(wrapped(words, name="problem"))
        self._desk = desk
        self.machines = [machine for machine in machines if allows(machine, Act.DELETE)]
        self._ticks: dict[MachineKey, list[DiskTick]] = {}
        self._waiting = 0
        self._build_ui(machines)
        if len(self.machines) <= DETAILED:
            self._load_disks()
        self._on_anything_changed()

    def wish(self) -> DeletionWish:
        """What is ticked now."""
        disks = {
            key: tuple(one.disk.target for one in ticks if one.box.isChecked())
            for key, ticks in self._ticks.items()
        }
        chosen = {key: targets for key, targets in disks.items() if targets}
        return DeletionWish(
            machines=tuple(self.machines), disks=chosen, force_off=self.force.isChecked()
        )

    def _build_ui(self, asked: Sequence[Machine]) -> None:
        self.body.addWidget(wrapped(self._what_goes()))
        for machine in asked:
            if machine not in self.machines:
                text = self.tr("'{name}' stays: {why}.").format(
                    name=short(machine.name), why=why_not(machine, Act.DELETE)
                )
                self.body.addWidget(wrapped(text, name="problem"))
        self._cards = column(gap=10)
        self.body.addLayout(self._cards)
        self.all_disks = self._all_disks_tick()
        self.force = self._force_tick()
        self._typed = text_field()
        label = self.tr("Type {word} to delete the disks too")
        word = word_to_type(self.machines) if self.machines else ""
        self.word = Field(literal(label.format(word=f"'{word}'")), self._typed)
        self._typed.textChanged.connect(self._on_anything_changed)
        self.body.addWidget(self.word)
        self.body.addStretch(1)
        self.add_cancel()
        self.go = self.add_button(self.tr("Delete"), kind="danger", symbol="trash-2")
        self.go.clicked.connect(self.accept)

    def _what_goes(self) -> str:
        if not self.machines:
            return self.tr("Nothing here can be deleted now.")
        if len(self.machines) == 1:
            return self.tr(
                "The machine's definition is removed from its host. Its disks stay there, unless "
                "you tick them."
            )
        text = self.tr(
            "The definitions of {count} machines are removed from their hosts. Their disks stay "
            "there, unless you tick them."
        )
        return text.format(count=len(self.machines))

    def _force_tick(self) -> QCheckBox:
        up = [machine for machine in self.machines if machine.state not in _OFF]
        one = self.tr("It is running: force it off. Unsaved work in it is lost.")
        many = self.tr("Force off those that run ({count}). Unsaved work in them is lost.")
        made = tick(one if len(self.machines) == 1 else many.format(count=len(up)))
        made.setVisible(bool(up))
        made.setProperty("needed", bool(up))
        made.toggled.connect(self._on_anything_changed)
        self.body.addWidget(made)
        return made

    def _all_disks_tick(self) -> QCheckBox:
        made = tick(self.tr("Delete all disks that only these machines use"))
        made.setVisible(len(self.machines) > 1)
        made.toggled.connect(self._on_all_disks_toggled)
        self.body.addWidget(made)
        return made

    # Disks.

    def _load_disks(self) -> None:
        for machine in self.machines:
            card = Card()
            if len(self.machines) > 1:
                card.body.addWidget(ElidedLabel(one_line(machine.name), name="heading"))
            state = wrapped(self.tr("Looking at its disks…"), name="hint")
            card.body.addWidget(state)
            self._cards.addWidget(card)
            self._waiting += 1
            self._desk.operations.spawn(self, self._show_disks(machine, card, state))

    async def _show_disks(self, machine: Machine, card: Card, state: QWidget) -> None:
        key = machine.key
        try:
            disks = await self._desk.operations.run(
                lambda: self._desk.core.deletion.disks(key), lane=key.host_id
            )
        except InfinibayError as error:
            text = self.tr("Its disks could not be read, so they stay: {why}")
            card.body.addWidget(wrapped(text.format(why=complaint(error)), name="problem"))
        else:
            self._add_disks(key, disks, card)
        state.hide()
        self._waiting -= 1
        QTimer.singleShot(0, self, self.fit)  # once the layout knows of the disks
        if self.all_disks.isChecked():
            self._on_all_disks_toggled()
        self._on_anything_changed()

    def _add_disks(self, key: MachineKey, disks: Sequence[MachineDisk], card: Card) -> None:
        if not disks:
            card.body.addWidget(wrapped(self.tr("It has no disks."), name="hint"))
        self._ticks[key] = [DiskTick(disk) for disk in disks]
        for one in self._ticks[key]:
            one.box.toggled.connect(self._on_anything_changed)
            card.body.addWidget(one)

    def _on_all_disks_toggled(self) -> None:
        if len(self.machines) < 2:
            return
        # Each machine's disks are looked for among those of its whole host.
        if self.all_disks.isChecked() and not (self._ticks or self._waiting):
            self._load_disks()
        for one in [one for ticks in self._ticks.values() for one in ticks]:
            if one.box.isEnabled():
                one.box.setChecked(self.all_disks.isChecked())
        self._on_anything_changed()

    # Whether it may begin.

    def _on_anything_changed(self) -> None:
        wish = self.wish()
        irreversible = bool(wish.disks)
        if self.word.isHidden() is irreversible:
            self.word.setVisible(irreversible)
            QTimer.singleShot(0, self, self.fit)
        typed = self._typed.text().strip() == word_to_type(self.machines) if irreversible else True
        forced = self.force.isChecked() or not self.force.property("needed")
        loaded = not (self.all_disks.isChecked() and self._waiting)
        self.go.setEnabled(bool(self.machines) and typed and forced and loaded)
        self.go.setText(self._go_words(wish))

    def _go_words(self, wish: DeletionWish) -> str:
        count = sum(len(targets) for targets in wish.disks.values())
        if not count:
            return " " + self.tr("Delete")
        return " " + self.tr("Delete with disks ({count})").format(count=count)


def _title(machines: Sequence[Machine]) -> str:
    translate = QCoreApplication.translate
    if len(machines) == 1:
        text = translate("DeleteDialog", "Delete '{name}'?")
        return text.format(name=short(machines[0].name))
    return translate("DeleteDialog", "Delete {count} machines?").format(count=len(machines))
