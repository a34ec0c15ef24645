"""What a new machine begins with: an installer, a disk image, a kernel, or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.storage import Volume
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.offer import HostOffer
from infinibay_desktop.ui.machines.wish import Source
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field
from infinibay_desktop.ui.widgets.layout import Card, fill

_OTHER = "\0other"


class FilePick(QWidget):
    """A file of the host: one of those in its pools, or any path."""

    changed = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._ask = self.tr("Choose…")
        self.box = choice()
        self.box.setAccessibleName(name)
        self.box.setMaxVisibleItems(16)
        self.path = text_field(placeholder=placeholder)
        self.path.setAccessibleName(self.tr("Path on the host"))
        fill(QVBoxLayout(self), self.box, self.path, gap=4)
        self.setFocusProxy(self.box)
        self.set_files([])
        self.box.currentIndexChanged.connect(self._on_box_current_changed)
        self.path.textChanged.connect(self.changed)

    def value(self) -> str:
        """The chosen path; empty: none yet."""
        chosen = str(self.box.currentData() or "")
        return self.path.text().strip() if chosen == _OTHER else chosen

    def set_value(self, path: str) -> None:
        """Choose a path, from the list if it is there."""
        if self.box.findData(path) >= 0:
            choose(self.box, path)
        else:
            choose(self.box, _OTHER)
            self.path.setText(path)

    def set_files(self, files: Sequence[Volume]) -> None:
        """Offer these; what was chosen stays chosen."""
        chosen = self.box.currentData()
        if chosen == _OTHER and not self.path.text():
            chosen = ""  # nobody chose that: there was nothing else
        with QSignalBlocker(self.box):
            self.box.clear()
            if files:
                self.box.addItem(self._ask, "")
            for file in files:
                self.box.addItem(_label(file), file.path)
            self.box.addItem(self.tr("Another path on the host…"), _OTHER)
            choose(self.box, chosen)
        self._on_box_current_changed()

    def _on_box_current_changed(self) -> None:
        self.path.setVisible(self.box.currentData() == _OTHER)
        self.changed.emit()


def _label(file: Volume) -> str:
    size = f", {size_text(file.capacity_bytes)}" if file.capacity_bytes else ""
    return f"{one_line(file.name)[:80]} ({one_line(file.pool)[:40]}{size})"


class SourceCard(Card):
    """The choice and what belongs to it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Begin with"))
        self.source = choice(
            (self.tr("An installer (ISO)"), Source.ISO),
            (self.tr("An existing disk image"), Source.IMAGE),
            (self.tr("A kernel, without a boot loader"), Source.KERNEL),
            (self.tr("Nothing: an empty disk"), Source.NOTHING),
        )
        self.iso = FilePick(self.tr("Installer"), "/var/lib/libvirt/images/installer.iso")
        self.image = FilePick(self.tr("Disk image"), "/var/lib/libvirt/images/disk.qcow2")
        self.how = choice(
            (self.tr("Copy it; the image stays as it is"), True),
            (self.tr("Use it itself; the machine writes into it"), False),
        )
        self.kernel = text_field(placeholder="/boot/vmlinuz")
        self.initrd = text_field(placeholder="/boot/initrd.img")
        self.command_line = text_field(placeholder="console=ttyS0")
        self._chosen = False
        self._has_isos = True
        self._make_fields()
        self._connect()
        self._on_source_changed()

    def chosen_source(self) -> Source:
        """What it begins with."""
        return Source(self.source.currentData())

    def file(self) -> str:
        """The file that tells most about the system in it."""
        files = {Source.ISO: self.iso.value(), Source.IMAGE: self.image.value()}
        return files.get(self.chosen_source(), "")

    def take(self, offer: HostOffer) -> None:
        """Offer the files of this host; without any installer, begin with nothing."""
        self.iso.set_files(offer.isos)
        self.image.set_files(offer.images)
        self._has_isos = bool(offer.isos)
        if not self._chosen:
            with QSignalBlocker(self.source):
                choose(self.source, Source.ISO if offer.isos else Source.NOTHING)
            self._show_fields()
        found = len(offer.isos)
        hint = self.tr("%n installers found in the host's pools.", "", found)
        none = self.tr(
            "No ISO lies in the host's pools. Put one there, or give any path on the host."
        )
        self.fields["iso"].say(hint if found else none)

    def _make_fields(self) -> None:
        kernel_hint = self.tr("Paths are on the host. The kernel starts at once, each time.")
        self.fields = {
            "source": Field(self.tr("Begin with"), self.source),
            "iso": Field(self.tr("Installer"), self.iso, name="iso"),
            "image": Field(self.tr("Disk image"), self.image, name="image"),
            "how": Field(self.tr("How"), self.how),
            "kernel": Field(self.tr("Kernel"), self.kernel, name="kernel", hint=kernel_hint),
            "initrd": Field(
                self.tr("Initial RAM disk (if it needs one)"), self.initrd, name="initrd"
            ),
            "cmdline": Field(self.tr("Command line"), self.command_line, name="cmdline"),
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        self.heading.hide()

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(self._on_source_changed)
        self.source.activated.connect(self._on_source_activated)
        for pick in (self.iso, self.image):
            pick.changed.connect(self.changed)
        self.how.currentIndexChanged.connect(self.changed)
        for line in (self.kernel, self.initrd, self.command_line):
            line.textChanged.connect(self.changed)

    def _on_source_activated(self) -> None:
        self._chosen = True

    def _on_source_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        belongs = {
            Source.ISO: {"iso"},
            Source.IMAGE: {"image", "how"},
            Source.KERNEL: {"kernel", "initrd", "cmdline"},
            Source.NOTHING: set(),
        }[self.chosen_source()]
        for name, field in self.fields.items():
            field.setVisible(name == "source" or name in belongs)
        if self.chosen_source() is Source.NOTHING:
            hint = self.tr("It starts from the network, or from what you attach later.")
            none = self.tr("No ISO lies in the host's pools, so it begins with an empty disk.")
            self.fields["source"].say(hint if self._chosen or self._has_isos else f"{none} {hint}")
        else:
            self.fields["source"].say("")
