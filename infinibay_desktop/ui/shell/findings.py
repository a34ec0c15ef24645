"""What the doctor found on this computer, with commands to copy."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from infinibay_desktop.services.doctor import Finding, Verdict
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.remedy_text import translate_remedy
from infinibay_desktop.ui.widgets.figures import Sign
from infinibay_desktop.ui.widgets.layout import clear, column, fill, row
from infinibay_desktop.ui.widgets.remedy import Remedy
from infinibay_desktop.ui.widgets.text import plain, wrapped

MAX_SHOWN = 600
# Only about hosts elsewhere, or of no use before the first machine.
_LEFT_OUT = frozenset({"ssh"})
_NAMES = {
    "computer": QT_TRANSLATE_NOOP("Findings", "This computer"),
    "database": QT_TRANSLATE_NOOP("Findings", "Database"),
    "QEMU": QT_TRANSLATE_NOOP("Findings", "QEMU"),
    "libvirt": QT_TRANSLATE_NOOP("Findings", "libvirt"),
    "UEFI firmware": QT_TRANSLATE_NOOP("Findings", "UEFI firmware"),
    "TPM emulator": QT_TRANSLATE_NOOP("Findings", "TPM emulator"),
    "network tools": QT_TRANSLATE_NOOP("Findings", "Network tools"),
    "system libvirt": QT_TRANSLATE_NOOP("Findings", "libvirt of the system"),
    "session libvirt": QT_TRANSLATE_NOOP("Findings", "libvirt of your session"),
    "network": QT_TRANSLATE_NOOP("Findings", "Virtual network"),
    "KVM": QT_TRANSLATE_NOOP("Findings", "Hardware acceleration (KVM)"),
    "keyring": QT_TRANSLATE_NOOP("Findings", "Keyring"),
}
_LOOKS = {
    Verdict.OK: ("circle-check", "running", QT_TRANSLATE_NOOP("Findings", "Good")),
    Verdict.WARNING: ("triangle-alert", "paused", QT_TRANSLATE_NOOP("Findings", "Could be better")),
    Verdict.FAILED: ("circle-x", "danger", QT_TRANSLATE_NOOP("Findings", "Needed")),
}

_RANKS = (Verdict.FAILED, Verdict.WARNING, Verdict.OK)


class Findings(QWidget):
    """One row a finding, the worst first, else in the order in which they should be mended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: list[Finding] = []
        self._rows = column(gap=12)
        fill(QVBoxLayout(self), self._rows, gap=0)

    def clear(self) -> None:
        """Forget all of them."""
        self.found.clear()
        clear(self._rows)

    def add(self, finding: Finding) -> None:
        """Show one more."""
        if finding.name not in _LEFT_OUT:
            rank = _RANKS.index(finding.verdict)
            place = sum(_RANKS.index(other.verdict) <= rank for other in self.found)
            # What one finding says is not said again by the next.
            advised = any(other.remedy == finding.remedy for other in self.found)
            self.found.append(finding)
            self._rows.insertWidget(place, FindingRow(finding, advise=not advised))

    def count(self, verdict: Verdict) -> int:
        """How many came out like this."""
        return sum(finding.verdict is verdict for finding in self.found)


class FindingRow(QWidget):
    """The verdict as a sign and a word, what was found, and what to do about it."""

    def __init__(self, finding: Finding, *, advise: bool) -> None:
        super().__init__()
        symbol, tone, word = _LOOKS[finding.verdict]
        known = _NAMES.get(finding.name)
        name = plain(_translated(known) if known else plain_text(finding.name, 60))
        name.setStyleSheet("font-weight: 600;")
        verdict = plain(_translated(word), name="muted")
        for each in (name, verdict):
            each.setWordWrap(True)
        title = row(name, verdict)
        title.setStretch(0, 1)
        title.setAlignment(verdict, Qt.AlignmentFlag.AlignTop)
        detail = wrapped(plain_text(finding.detail, MAX_SHOWN), name="muted")
        words = column(title, detail, gap=2)
        if finding.remedy and advise:
            words.addSpacing(4)
            words.addWidget(Remedy(translate_remedy(finding.remedy, finding.problem)))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.addWidget(Sign(symbol, tone), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.setColumnStretch(1, 1)


def _translated(source: str) -> str:
    return QCoreApplication.translate("Findings", source)
