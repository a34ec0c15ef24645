"""The rest of a new machine: its network, what happens after, and what few people change."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from infinibay_desktop.model.specs import Firmware, NetworkKind, NetworkSpec
from infinibay_desktop.ui.machines.acts import short
from infinibay_desktop.ui.machines.offer import DEFAULT_POOL, HostOffer
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field, tick
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import Card, column
from infinibay_desktop.ui.widgets.text import wrapped


class NetworkCard(Card):
    """What the network card is plugged into."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer: HostOffer | None = None
        self._preferred = ""
        self.kind = choice()
        self.bridge = text_field(placeholder="br0")
        self.field = Field(self.tr("Network"), self.kind, name="network")
        self._bridge_field = Field(self.tr("Bridge on the host"), self.bridge)
        self.body.addWidget(self.field)
        self.body.addWidget(self._bridge_field)
        self._fill(())
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.bridge.textChanged.connect(self.changed)
        self._on_kind_changed()

    def spec(self) -> NetworkSpec:
        """What was chosen."""
        kind, name = self.kind.currentData() or (NetworkKind.AUTO, "")
        if kind is NetworkKind.BRIDGE:
            name = self.bridge.text().strip()
        return NetworkSpec(kind=kind, name=name)

    def take(self, offer: HostOffer) -> None:
        """Offer the host's networks, and say what automatic means there."""
        self._offer = offer
        self._fill(offer.networks)
        self._explain()

    def prefer(self, network: str) -> None:
        """What the department plugs its new machines into; empty: it does not say."""
        if network != self._preferred:
            self._preferred = network
            self._explain()

    def _explain(self) -> None:
        offer = self._offer
        if self._preferred:
            text = self.tr("Automatic: the network '{name}', as the department has it.")
            self.field.say(text.format(name=short(self._preferred)))
        elif offer is None:
            self.field.say("")
        elif offer.capabilities.session or not offer.networks:
            self.field.say(
                self.tr(
                    "Automatic: a network of its own behind the host, because the host has no "
                    "active network. It reaches out; nobody reaches in."
                )
            )
        else:
            name = DEFAULT_POOL if DEFAULT_POOL in offer.networks else offer.networks[0]
            text = self.tr("Automatic: the host's network '{name}', because it is active.")
            self.field.say(text.format(name=short(name)))

    def _fill(self, networks: tuple[str, ...]) -> None:
        chosen = self.kind.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            self.kind.addItem(self.tr("Automatic"), (NetworkKind.AUTO, ""))
            for name in networks[:200]:
                words = self.tr("Network '{name}'").format(name=short(name))
                self.kind.addItem(words, (NetworkKind.NETWORK, name))
            self.kind.addItem(self.tr("A bridge of the host…"), (NetworkKind.BRIDGE, ""))
            self.kind.addItem(self.tr("Of its own behind the host (NAT)"), (NetworkKind.USER, ""))
            self.kind.addItem(self.tr("No network"), (NetworkKind.NONE, ""))
            for index in range(self.kind.count()):
                # Qt hands tuples back as lists of plain values.
                if chosen and list(self.kind.itemData(index)) == list(chosen):
                    self.kind.setCurrentIndex(index)

    def _on_kind_changed(self) -> None:
        kind, _ = self.kind.currentData() or (NetworkKind.AUTO, "")
        self._bridge_field.setVisible(kind == NetworkKind.BRIDGE)
        self.changed.emit()


class AfterCard(Card):
    """Its description, and what happens once it is made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(58)
        label = self.tr("Description (optional)")
        self.field = Field(label, self.description, name="description")
        self.start = tick(self.tr("Start it when it is made"), on=True)
        self.console = tick(self.tr("Show its console then"), on=True)
        self._chosen = False
        self._why = wrapped(name="hint")
        self._why.hide()
        for part in (self.field, self.start, self._why, self.console):
            self.body.addWidget(part)
        self.start.clicked.connect(self._on_start_clicked)
        self.description.textChanged.connect(self.changed)
        self.start.toggled.connect(self._on_start_toggled)

    def suggest_start(self, *, sensible: bool) -> None:
        """Tick it, or say why not; who ticked it themselves is not asked again."""
        if not self._chosen:
            self.start.setChecked(sensible)
        self._why.setText(
            self.tr(
                "Not suggested: its disk is empty and nothing is there to start from. Attach an "
                "installer first, or choose one above."
            )
        )
        self._why.setVisible(not sensible)

    def _on_start_clicked(self) -> None:
        self._chosen = True

    def _on_start_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.console.setEnabled(on)
        self.changed.emit()


class AdvancedCard(Card):
    """What suits most people as it is; folded until somebody asks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggle = self._fold_button()
        self.firmware = choice(
            (self.tr("Automatic: what the system needs"), Firmware.AUTO),
            (self.tr("BIOS"), Firmware.BIOS),
            (self.tr("UEFI"), Firmware.UEFI),
        )
        self.pool = choice((self.tr("Automatic"), ""))
        self.sparse = tick(self.tr("The disk may be larger than what is free now (sparse)"))
        self.autostart = tick(self.tr("Start it with its host"))
        self._inner = QWidget()
        self._inner.setLayout(self._fields())
        self._inner.hide()
        self.body.addWidget(self.toggle)
        self.body.addWidget(self._inner)
        self.firmware.currentIndexChanged.connect(self.changed)
        self.pool.currentIndexChanged.connect(self.changed)
        self.sparse.toggled.connect(self.changed)
        self.autostart.toggled.connect(self.changed)

    def take(self, offer: HostOffer) -> None:
        """Offer the pools that disks can be made in."""
        chosen = self.pool.currentData()
        with QSignalBlocker(self.pool):
            self.pool.clear()
            taken = offer.pool()
            words = self.tr("Automatic ({pool})") if taken else self.tr("Automatic")
            self.pool.addItem(words.format(pool=short(taken.name) if taken else ""), "")
            for pool in offer.usable_pools():
                self.pool.addItem(short(pool.name), pool.name)
            choose(self.pool, chosen)

    def unfold(self) -> None:
        """Show what is in it."""
        self.toggle.setChecked(True)

    def _fold_button(self) -> QToolButton:
        made = QToolButton()
        made.setText(self.tr("Advanced"))
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(self.tr("Advanced"))
        set_icon(made, "chevron-right", "muted")
        made.toggled.connect(self._on_toggle_toggled)
        return made

    def _fields(self) -> QVBoxLayout:
        firmware = self.tr("BIOS starts faster; Windows 11 needs UEFI and gets it.")
        pool = self.tr("Where its disk is made. The pool 'default' is taken where there is one.")
        self.fields = {
            "firmware": Field(self.tr("Firmware"), self.firmware, name="os", hint=firmware),
            "pool": Field(self.tr("Storage pool"), self.pool, name="pool", hint=pool),
        }
        return column(*self.fields.values(), self.sparse, self.autostart, gap=10)

    def _on_toggle_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._inner.setVisible(on)
        set_icon(self.toggle, "chevron-down" if on else "chevron-right", "muted")
