"""The sheet of keys and the versions for a request for help."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from infinibay_desktop import __version__
from infinibay_desktop.ui.shell.about import AboutDialog, versions
from infinibay_desktop.ui.shell.shortcuts import KeyGroup, ShortcutSheet, keys_of
from infinibay_desktop.ui.widgets.buttons import action

pytestmark = [pytest.mark.usefixtures("looks"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def owner(qtbot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def test_only_acts_with_keys_are_listed_those_in_menus_too(owner) -> None:
    menu = QMenu("Power", owner)
    menu.addAction(action(owner, "&Start", shortcut="Ctrl+R"))
    acts = [
        action(owner, "New & shiny…", shortcut="Ctrl+N"),
        action(owner, "Without keys"),
        menu.menuAction(),
    ]
    acts[0].setText("New && shiny…")
    assert keys_of(acts) == [("New & shiny", "Ctrl+N"), ("Start", "Ctrl+R")]


def test_keys_can_be_searched(owner, qtbot) -> None:
    groups = [
        KeyGroup("Everywhere", [("New machine", "Ctrl+N"), ("Find", "Ctrl+F")]),
        KeyGroup("Console", [("Full screen", "F11")]),
        KeyGroup("Nothing", []),
    ]
    sheet = ShortcutSheet(groups, owner)
    qtbot.addWidget(sheet)
    sheet.show()

    def shown() -> set[str]:
        labels = sheet.findChildren(QLabel, "keys")
        return {label.text() for label in labels if label.isVisible()}

    assert shown() == {"Ctrl+N", "Ctrl+F", "F11"}
    sheet.field.setText("f11")
    assert shown() == {"F11"}
    sheet.field.setText("zzz")
    assert sheet.nothing.isVisible()


def test_versions_are_copied_for_a_request(owner, qtbot) -> None:
    about = AboutDialog(versions("9.0.0"), owner)
    qtbot.addWidget(about)
    about.show()
    qtbot.mouseClick(about.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert f"Infinibay Desktop: {__version__}" in copied
    assert "libvirt: 9.0.0" in copied
    assert {line.partition(":")[0] for line in copied} >= {"Qt", "PySide", "Python", "System"}
