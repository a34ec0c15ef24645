"""What this program is, and the versions that a request for help needs."""

import platform
from collections.abc import Sequence

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSysInfo, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QWidget

from infinibay_desktop import __version__
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import Card, row
from infinibay_desktop.ui.widgets.text import plain, wrapped

_LOGO = 56


def versions(libvirt: str = "") -> list[tuple[str, str]]:
    """Names and versions of all that the program stands on; `libvirt` is the library's."""
    found = [
        ("Infinibay Desktop", __version__),
        ("libvirt", libvirt),
        ("Qt", qVersion() or ""),
        ("PySide", pyside_version),
        ("Python", platform.python_version()),
        ("System", f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelVersion()}"),
        ("Display", QGuiApplication.platformName()),
    ]
    return [(name, version) for name, version in found if version]


class AboutDialog(Dialog):
    """Versions to read and to copy, and whose work is in the program."""

    def __init__(self, facts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Infinibay Desktop"), parent, width=480)
        self._facts = facts
        self.body.addLayout(self._greeting())
        self.body.addWidget(self._versions_card())
        licences = self.tr(
            "Uses Qt and PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) and the Lucide symbols "
            "(ISC). Each keeps its own licence."
        )
        self.body.addWidget(wrapped(licences, name="hint"))
        self.body.addStretch(1)
        self.copy_button = self.add_button(self.tr("Copy versions"), symbol="copy")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        close = self.add_button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _greeting(self) -> QHBoxLayout:
        logo = QLabel()
        found = QApplication.windowIcon()
        ratio = self.devicePixelRatioF()
        logo.setPixmap(
            pixmap("monitor", tint("accent"), _LOGO, ratio)
            if found.isNull()
            else found.pixmap(_LOGO, _LOGO)
        )
        text = self.tr("Virtual machines of this computer and of others, in one window.")
        greeting = row(logo, wrapped(text), gap=16)
        greeting.setStretch(1, 1)
        return greeting

    def _versions_card(self) -> Card:
        card = Card(self.tr("Versions"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for line, (name, version) in enumerate(self._facts):
            grid.addWidget(plain(name, name="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(version), line, 1)
        card.body.addLayout(grid)
        return card

    def _on_copy_clicked(self) -> None:
        lines = [f"{name}: {version}" for name, version in self._facts]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy_button.setText(" " + self.tr("Copied"))
