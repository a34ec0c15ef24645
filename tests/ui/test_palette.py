"""The command palette: what it finds, what Enter does, and that it gives the keyboard back."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.shell.palette import LIMIT, LINES, CommandPalette
from infinibay_desktop.ui.widgets.buttons import action

pytestmark = [
    pytest.mark.usefixtures("looks"),
    pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)"),
]


@pytest.fixture
def scene(qtbot, new_machine):
    """A window with a palette over it; `did` says what was chosen."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit())
    window.resize(900, 700)
    did: list[tuple[str, object]] = []
    acts = [
        action(window, "&New machine", lambda: did.append(("act", "new")), shortcut="Ctrl+N"),
        action(window, "Force off", lambda: did.append(("act", "force"))),
    ]
    acts[1].setEnabled(False)
    acts[1].setStatusTip("Select a machine first")
    machines = [
        new_machine("mail"),
        new_machine("vm-10", MachineState.SHUT_OFF),
        new_machine("vm-2"),
        new_machine("<b>Bold & brave</b>"),
    ]
    palette = CommandPalette(
        window,
        actions=lambda: acts,
        machines=lambda: machines,
        pages=lambda: [("overview", "Overview"), ("machines", "Machines")],
        open_page=lambda name: did.append(("page", name)),
        open_machine=lambda key: did.append(("console", key)),
        show_machine=lambda key: did.append(("show", key)),
    )
    window.show()
    window.centralWidget().setFocus()
    return SimpleNamespace(
        window=window, palette=palette, did=did, machines=machines, acts=acts, qtbot=qtbot
    )


def titles(scene) -> list[str]:
    return [entry.title for entry in scene.palette.model.entries]


def press(scene, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    scene.qtbot.keyClick(scene.palette.field, key, modifier)


def test_it_begins_with_everything_that_can_be_done(scene) -> None:
    scene.palette.open()
    assert titles(scene)[:4] == ["New machine", "Force off", "Overview", "Machines"]
    entries = scene.palette.model.entries
    assert (entries[0].detail, entries[1].detail) == ("Ctrl+N", "Select a machine first")
    assert entries[1].act is None


def test_enter_opens_the_console_and_shift_enter_shows_the_machine(scene) -> None:
    for modifier, what in (
        (Qt.KeyboardModifier.NoModifier, "console"),
        (Qt.KeyboardModifier.ShiftModifier, "show"),
    ):
        scene.palette.open()
        scene.qtbot.keyClicks(scene.palette.field, "mail")
        press(scene, Qt.Key.Key_Return, modifier)
        assert scene.did.pop() == (what, scene.machines[0].key)
        assert not scene.palette.isVisible()


def test_machines_come_in_the_order_of_people(scene) -> None:
    scene.palette.open()
    scene.palette.field.setText("vm")
    assert titles(scene) == ["vm-2", "vm-10"]


def test_acts_and_screens_are_found_by_their_words(scene) -> None:
    scene.palette.open()
    scene.palette.field.setText("over")
    press(scene, Qt.Key.Key_Enter)
    scene.palette.open()
    scene.palette.field.setText("new")
    press(scene, Qt.Key.Key_Enter)
    assert scene.did == [("page", "overview"), ("act", "new")]


def test_what_cannot_be_done_now_says_why_and_is_not_done(scene) -> None:
    scene.palette.open()
    scene.palette.field.setText("force")
    press(scene, Qt.Key.Key_Return)
    assert scene.did == []
    assert scene.palette.isVisible()
    assert "Select a machine first" in scene.palette.field.accessibleDescription()


def test_arrows_and_pages_move_and_stay_within(scene) -> None:
    scene.palette.open()
    last = len(scene.palette.model.entries) - 1
    line = scene.palette.list.currentIndex
    press(scene, Qt.Key.Key_Up)
    assert line().row() == 0
    press(scene, Qt.Key.Key_Down)
    press(scene, Qt.Key.Key_Down)
    assert line().row() == 2
    press(scene, Qt.Key.Key_PageDown)
    assert line().row() == min(last, 2 + LINES - 1)
    press(scene, Qt.Key.Key_PageUp)
    press(scene, Qt.Key.Key_PageUp)
    assert line().row() == 0


def test_escape_gives_the_keyboard_back(scene) -> None:
    scene.palette.open()
    scene.qtbot.waitUntil(scene.palette.field.hasFocus)
    press(scene, Qt.Key.Key_Escape)
    assert not scene.palette.isVisible()
    scene.qtbot.waitUntil(scene.window.centralWidget().hasFocus)


def test_a_click_beside_it_closes_it(scene) -> None:
    scene.palette.open()
    scene.qtbot.waitUntil(scene.palette.field.hasFocus)
    scene.window.centralWidget().setFocus()
    scene.qtbot.waitUntil(lambda: not scene.palette.isVisible())


def test_a_click_on_a_line_chooses_it(scene) -> None:
    scene.palette.open()
    scene.palette.field.setText("vm-2")
    listing = scene.palette.list
    middle = listing.visualRect(scene.palette.model.index(0)).center()
    scene.qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert scene.did == [("console", scene.machines[2].key)]


def test_nothing_that_fits_is_said(scene) -> None:
    scene.palette.open()
    scene.palette.field.setText("zzz")
    assert titles(scene) == []
    assert scene.palette.field.accessibleDescription() == "Nothing fits."
    press(scene, Qt.Key.Key_Return)
    press(scene, Qt.Key.Key_Down)
    assert scene.palette.isVisible()


def test_acts_in_menus_are_found_with_their_menu(scene) -> None:
    menu = QMenu("Power", scene.window)
    menu.addAction("Start")
    scene.acts.append(menu.menuAction())
    separator = QAction(scene.window)
    separator.setSeparator(True)
    scene.acts.append(separator)
    scene.palette.open()
    assert "Power / Start" in titles(scene)
    assert "" not in titles(scene)


def test_ten_thousand_machines_are_no_more_than_fit(scene, new_machine) -> None:
    scene.machines.extend(new_machine(f"vm-{number}") for number in range(10_000))
    scene.palette.open()
    scene.palette.field.setText("vm")
    assert len(titles(scene)) == LIMIT
    assert titles(scene)[:3] == ["vm-0", "vm-1", "vm-2"]


def test_it_stays_within_a_small_window(scene) -> None:
    scene.palette.open()
    scene.window.resize(400, 300)
    scene.qtbot.waitUntil(lambda: scene.window.rect().contains(scene.palette.geometry()))
    scene.palette.grab()
