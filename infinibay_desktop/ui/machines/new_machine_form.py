"""The form of a new machine: one page; every default can be seen, and says why."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.model.machines import MAX_NAME_LENGTH
from infinibay_desktop.model.sizes import GIB, TIB
from infinibay_desktop.model.specs import MAX_VCPUS, MIN_MEMORY_BYTES, Firmware, OsFamily
from infinibay_desktop.ui.formats import size_text
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.new_machine_options import AdvancedCard, AfterCard, NetworkCard
from infinibay_desktop.ui.machines.new_machine_place import PlaceCard
from infinibay_desktop.ui.machines.new_machine_source import SourceCard
from infinibay_desktop.ui.machines.offer import (
    HostOffer,
    free_name,
    guess_os,
    suggested_size,
    suggested_stem,
)
from infinibay_desktop.ui.machines.size_fields import CountField, SizeField
from infinibay_desktop.ui.machines.wish import Source, Wish
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field, tick
from infinibay_desktop.ui.widgets.layout import Card, fill

_SUGGESTED, _OWN = "\0suggested", "\0own"


class NewMachineForm(QWidget):
    """Holds what was filled in. What a person touched is never suggested anew."""

    changed = Signal()
    host_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: HostOffer | None = None
        self._taken: Sequence[str] = ()
        self._blueprints: dict[str, Blueprint] = {}
        self._departments_choice = _SUGGESTED
        self._named = self._system_chosen = self._disk_chosen = False
        self.source = SourceCard()
        self.network = NetworkCard()
        self.after = AfterCard()
        self.advanced = AdvancedCard()
        self.place = PlaceCard()
        cards = (
            self._who_card(),
            self.place,
            self.source,
            self._size_card(),
            self.network,
            self.after,
        )
        fill(QVBoxLayout(self), *cards, self.advanced, 1, gap=12)
        self._collect_fields()
        self._connect()

    def wish(self) -> Wish:
        """What is filled in now."""
        source, sizes = self.source, self._sizes()
        return Wish(
            name=self.name.text().strip(),
            source=source.chosen_source(),
            os=OsFamily(self.system.currentData()),
            vcpus=sizes[0],
            memory_bytes=sizes[1],
            disk_bytes=sizes[2] if self._wants_disk() else 0,
            iso=source.iso.value(),
            image=source.image.value(),
            copy_image=bool(source.how.currentData()),
            kernel=source.kernel.text().strip(),
            initrd=source.initrd.text().strip(),
            command_line=source.command_line.text().strip(),
            network=self.network.spec(),
            description=self.after.description.toPlainText(),
            firmware=Firmware(self.advanced.firmware.currentData()),
            pool=str(self.advanced.pool.currentData() or ""),
            sparse=self.advanced.sparse.isChecked(),
            autostart=self.advanced.autostart.isChecked(),
            start=self.after.start.isChecked(),
            department_id=self.place.department_id(),
            owner_id=self.place.owner_id(),
            place=self.place.words(),
        )

    def host_id(self) -> HostId | None:
        """The host that it will be made on."""
        found: HostId | None = self.host.currentData()
        return found

    def set_hosts(self, hosts: Sequence[tuple[Host, bool]]) -> None:
        """Offer these hosts, connected or not; the chosen one stays chosen."""
        chosen = self.host_id()
        with QSignalBlocker(self.host):
            self.host.clear()
            for host, connected in hosts:
                note = "" if connected else self.tr(" (not connected)")
                self.host.addItem(f"{short(host.name)}{note}", host.id)
            choose(self.host, chosen)
        self.fields["host"].setVisible(self.host.count() != 1)

    def set_blueprints(self, blueprints: Sequence[Blueprint]) -> None:
        """Offer these sizes."""
        self._blueprints = {one.name: one for one in blueprints}
        with QSignalBlocker(self.blueprint):
            self.blueprint.clear()
            self.blueprint.addItem(self.tr("Suggested for the system"), _SUGGESTED)
            for one in blueprints:
                self.blueprint.addItem(short(one.name), one.name)
            self.blueprint.addItem(self.tr("Own sizes"), _OWN)

    def take(self, offer: HostOffer, taken: Sequence[str]) -> None:
        """The chosen host answered: offer what it has; keep all that was filled in."""
        self._offer, self._taken = offer, taken
        with QSignalBlocker(self):
            self.source.take(offer)
            self.network.take(offer)
            self.advanced.take(offer)
            self._limit()
            self._suggest()
        self.changed.emit()

    def blame(self, field: str, problem: str) -> bool:
        """Show what is wrong with a field; False: there is no such field here."""
        for name, one in self.fields.items():
            one.blame(problem if name == field else "")
        if field == "pool" and problem:
            self.advanced.unfold()
        return field in self.fields

    # Making.

    def _who_card(self) -> Card:
        card = Card()
        self.name = text_field()
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.host = choice()
        self.system = choice(
            (self.tr("Linux"), OsFamily.LINUX),
            ("Windows 10", OsFamily.WINDOWS_10),
            ("Windows 11", OsFamily.WINDOWS_11),
            (self.tr("Another system"), OsFamily.OTHER),
        )
        self._name_field = Field(self.tr("Name"), self.name, name="name")
        self._host_field = Field(self.tr("Host"), self.host, name="host")
        self._system_field = Field(self.tr("System"), self.system, name="os")
        for field in (self._name_field, self._host_field, self._system_field):
            card.body.addWidget(field)
        return card

    def _size_card(self) -> Card:
        card = Card()
        self.blueprint = choice()
        processors, memory, disk = self.tr("Processors"), self.tr("Memory"), self.tr("Disk")
        self.vcpus = CountField(1, MAX_VCPUS, name=processors, suffix=self.tr("vCPUs"))
        self.memory = SizeField(MIN_MEMORY_BYTES, TIB, name=memory)
        self.disk = SizeField(GIB, 4 * TIB, name=disk)
        self.with_disk = tick(self.tr("With a disk"), on=True)
        self._blueprint_field = Field(self.tr("Size"), self.blueprint)
        self._vcpus_field = Field(processors, self.vcpus, name="vcpus")
        self._memory_field = Field(memory, self.memory, name="memory")
        self._disk_field = Field(disk, self.disk, name="disk")
        self.set_blueprints([])
        for part in (
            self._blueprint_field,
            self._vcpus_field,
            self._memory_field,
            self.with_disk,
            self._disk_field,
        ):
            card.body.addWidget(part)
        return card

    def _collect_fields(self) -> None:
        self.fields: dict[str, Field] = {
            "name": self._name_field,
            "host": self._host_field,
            "os": self._system_field,
            "vcpus": self._vcpus_field,
            "memory": self._memory_field,
            "disk": self._disk_field,
            "iso": self.source.fields["iso"],
            "image": self.source.fields["image"],
            "kernel": self.source.fields["kernel"],
            "initrd": self.source.fields["initrd"],
            "cmdline": self.source.fields["cmdline"],
            "department": self.place.fields["department"],
            "owner": self.place.fields["owner"],
            "network": self.network.field,
            "description": self.after.field,
            "pool": self.advanced.fields["pool"],
        }

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_name_edited)
        self.name.textChanged.connect(self.changed)
        self.host.currentIndexChanged.connect(lambda: self.host_chosen.emit(self.host_id()))
        self.system.activated.connect(self._on_system_activated)
        self.system.currentIndexChanged.connect(self._on_system_changed)
        self.blueprint.currentIndexChanged.connect(self._on_blueprint_changed)
        self.source.changed.connect(self._on_source_changed)
        self.with_disk.clicked.connect(self._on_with_disk_clicked)
        for size in (self.vcpus, self.memory, self.disk):
            size.changed.connect(self._on_size_changed)
        for card in (self.network, self.after, self.advanced):
            card.changed.connect(self._on_option_changed)
        self.place.changed.connect(self._on_place_changed)

    # Suggesting.

    def _suggest(self) -> None:
        """Fill in what nobody touched."""
        self._guess_system()
        system = OsFamily(self.system.currentData())
        if not self._named:
            self.name.setText(free_name(suggested_stem(system), self._taken))
            if self.name.hasFocus():
                self.name.selectAll()  # who types now replaces it
        hint = self.tr("Suggested: the next that is free. It can be changed later.")
        self._name_field.say("" if self._named else hint)
        if self.blueprint.currentData() == _SUGGESTED and self._offer:
            self._set_sizes(*suggested_size(system, self._offer))
        self._explain_size()
        self._show_disk()
        self._suggest_start()

    def _suggest_start(self) -> None:
        nothing = self.source.chosen_source() is Source.NOTHING
        simulated = self._offer is not None and self._offer.is_demonstration
        self.after.suggest_start(sensible=simulated or not nothing)

    def _guess_system(self) -> None:
        if self._system_chosen:
            self._system_field.say("")
            return
        file = self.source.file()
        guessed = guess_os(file) if file else None
        with QSignalBlocker(self.system):
            choose(self.system, guessed or OsFamily.LINUX)
        if guessed:
            text = self.tr("Guessed from the file's name '{file}'; change it if that is wrong.")
            self._system_field.say(text.format(file=short(file.rpartition("/")[2])))
        else:
            self._system_field.say(self.tr("Decides which virtual hardware it gets."))

    def _limit(self) -> None:
        """Bounds of the sliders: what the host and the pool have."""
        offer = self._offer
        if offer is None:
            return
        has = offer.capabilities
        with QSignalBlocker(self.vcpus), QSignalBlocker(self.memory):
            self.vcpus.set_range(1, max(1, has.cpus))
            self.memory.set_range(MIN_MEMORY_BYTES, max(MIN_MEMORY_BYTES, has.memory_bytes))
        host = self.tr("The host has {size}.")
        self._vcpus_field.say(host.format(size=has.cpus))
        self._memory_field.say(host.format(size=size_text(has.memory_bytes)))
        self._limit_disk(offer)

    def _limit_disk(self, offer: HostOffer) -> None:
        pool = offer.pool(str(self.advanced.pool.currentData() or ""))
        image = offer.image_at(self.source.image.value()) if self._is_copy() else None
        low = image.capacity_bytes if image and image.capacity_bytes else GIB // 4
        free = pool.available_bytes if pool and pool.active and pool.available_bytes else 4 * TIB
        bounded = not self.advanced.sparse.isChecked()
        with QSignalBlocker(self.disk):
            self.disk.set_range(low, max(low, min(free, 64 * TIB) if bounded else 16 * TIB))
        if image:
            text = self.tr("At least the image's own {size}; it can be larger, never smaller.")
            self._disk_field.say(text.format(size=size_text(low)))
        elif pool and pool.active:
            text = self.tr("The pool '{pool}' has {size} free. Only what is written takes room.")
            size = size_text(pool.available_bytes)
            self._disk_field.say(text.format(pool=short(pool.name), size=size))
        else:
            self._disk_field.say("")

    def _explain_size(self) -> None:
        chosen = self.blueprint.currentData()
        hint = ""
        if chosen == _SUGGESTED:
            hint = self.tr("What {system} needs to be usable, as far as the host has it.").format(
                system=self.system.currentText()
            )
        elif chosen in self._blueprints:
            hint = self._blueprints[chosen].description[:300]
        self._blueprint_field.say(hint)

    def _sizes(self) -> tuple[int, int, int]:
        return self.vcpus.value(), self.memory.value(), self.disk.value()

    def _set_sizes(self, vcpus: int, memory_bytes: int, disk_bytes: int) -> None:
        for field, value in (
            (self.vcpus, vcpus),
            (self.memory, memory_bytes),
            (self.disk, disk_bytes),
        ):
            with QSignalBlocker(field):
                field.set_value(value)

    # Disks.

    def _is_copy(self) -> bool:
        source = self.source
        return source.chosen_source() is Source.IMAGE and bool(source.how.currentData())

    def _wants_disk(self) -> bool:
        source = self.source.chosen_source()
        if source in (Source.ISO, Source.KERNEL):
            return self.with_disk.isChecked()
        return source is Source.NOTHING or self._is_copy()

    def _show_disk(self) -> None:
        source = self.source.chosen_source()
        if not self._disk_chosen:
            self.with_disk.setChecked(source is not Source.KERNEL)
        self.with_disk.setVisible(source in (Source.ISO, Source.KERNEL))
        self._disk_field.setVisible(self._wants_disk())

    # What people do.

    def _on_name_edited(self) -> None:
        self._named = bool(self.name.text())
        self._name_field.say("")

    def _on_system_activated(self) -> None:
        self._system_chosen = True

    def _on_system_changed(self) -> None:
        self._suggest()
        self.changed.emit()

    def _on_blueprint_changed(self) -> None:
        chosen = self._blueprints.get(str(self.blueprint.currentData()))
        if chosen:
            self._set_sizes(chosen.vcpus, chosen.memory_bytes, chosen.disk_bytes)
        self._suggest()
        self.changed.emit()

    def _on_place_changed(self) -> None:
        """A department brings its defaults along, where nobody chose others."""
        department = self.place.chosen()
        self.network.prefer(department.default_network if department else "")
        if department and self.blueprint.currentData() in (_SUGGESTED, self._departments_choice):
            wanted = department.default_blueprint
            self._departments_choice = wanted if wanted in self._blueprints else _SUGGESTED
            choose(self.blueprint, self._departments_choice)
        self.changed.emit()

    def _on_size_changed(self) -> None:
        with QSignalBlocker(self.blueprint):
            choose(self.blueprint, _OWN)
        self._explain_size()
        self.changed.emit()

    def _on_source_changed(self) -> None:
        with QSignalBlocker(self):
            if self._offer:
                self._limit_disk(self._offer)
            self._suggest()
        self.changed.emit()

    def _on_option_changed(self) -> None:
        with QSignalBlocker(self):
            if self._offer:
                self._limit_disk(self._offer)
        self.changed.emit()

    def _on_with_disk_clicked(self) -> None:
        self._disk_chosen = True
        self._show_disk()
        self.changed.emit()
