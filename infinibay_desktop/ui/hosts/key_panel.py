"""A host's unknown key: its fingerprints, how to compare them, and the yes to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infinibay_desktop.model.hosts import OfferedKey
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import Card, clear, fill, row
from infinibay_desktop.ui.widgets.remedy import CommandLine
from infinibay_desktop.ui.widgets.text import wrapped

_KINDS = ("ED25519", "ECDSA", "RSA")
MAX_SHOWN = 8


def compare_command(fingerprint: str) -> str:
    """What prints the same fingerprint on the host itself."""
    kind = fingerprint.partition(" ")[0]
    name = kind.lower() if kind in _KINDS else "ed25519"
    return f"ssh-keygen -lf /etc/ssh/ssh_host_{name}_key.pub"


class KeyPanel(Card):
    """Shown only when nobody knows the host's key. A changed key is never offered here."""

    trusted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Do you know this key?"), parent)
        self._offer: OfferedKey | None = None
        self._keys, self._commands = QVBoxLayout(), QVBoxLayout()
        fill(self._keys, gap=4)
        fill(self._commands, gap=4)
        self.trust = button(
            self.tr("Trust this key"), self._on_trust_clicked, symbol="fingerprint-pattern"
        )
        explanation = wrapped(
            self.tr(
                "The host shows this key for the first time. Compare it with the key that the "
                "host itself prints; run this on the host, not through this connection:"
            )
        )
        fill(
            self.body,
            self._keys,
            explanation,
            self._commands,
            wrapped(self.tr("Trust it only if both are the same."), name="hint"),
            row(self.trust, 1),
            gap=8,
        )
        self.hide()

    def offer(self, offer: OfferedKey) -> None:
        """Show what a host offers."""
        self._offer = offer
        clear(self._keys)
        clear(self._commands)
        for fingerprint in offer.fingerprints[:MAX_SHOWN]:
            self._keys.addWidget(wrapped(fingerprint[:200], name="code"))
        for command in dict.fromkeys(map(compare_command, offer.fingerprints[:MAX_SHOWN])):
            self._commands.addWidget(CommandLine(command))
        self.trust.setEnabled(bool(offer.lines))
        self.show()

    def withdraw(self) -> None:
        """Nothing is offered."""
        self._offer = None
        self.hide()

    def _on_trust_clicked(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self.trust.setEnabled(False)
            self.trusted.emit(offer)
