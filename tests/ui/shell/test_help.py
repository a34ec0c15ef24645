"""The trust boundary is said where administrators look for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from infinibay_desktop.ui.shell.help import RightsHelp

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def test_it_names_what_rights_cannot_do_and_what_to_do_about_it(qtbot):
    dialog = RightsHelp()
    qtbot.addWidget(dialog)
    dialog.fit()
    labels = dialog.findChildren(QLabel)
    said = " ".join(label.text() for label in labels)
    for word in ("database's password", "root on a host", "keep the file elsewhere", "Mistakes"):
        assert word in said
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_it_fits_a_small_screen(qtbot):
    dialog = RightsHelp()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(400, 300)
    assert dialog.width() == 400
