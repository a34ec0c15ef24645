"""A console in its own window: title, keys that stay the window's, full screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.console import scancodes
from infinibay_desktop.ui.console.console_window import ConsoleWindow
from infinibay_desktop.ui.console.full_screen_bar import FullScreenBar
from infinibay_desktop.ui.console.screen_link import LinkPhase
from infinibay_desktop.ui.console.screen_view import ScreenView
from tests.ui.test_console_pane import NAMES, Stage, a_machine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)")


class WindowStage(Stage):
    """A window over a pane over fake consoles."""

    def __init__(self, qtbot, clock) -> None:
        super().__init__(qtbot, clock)
        self.quits = []

    def window(self, machine=None) -> ConsoleWindow:
        window = ConsoleWindow(
            self.pane(machine, kept=False), quit_program=lambda: self.quits.append(1)
        )
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def connected_window(self, machine=None) -> ConsoleWindow:
        window = self.window(machine)
        self.consoles.last.connect()
        self.until(window.pane, LinkPhase.CONNECTED)
        self.qtbot.waitUntil(lambda: window.pane.captured)
        return window

    def end(self, window) -> None:
        with self.qtbot.waitSignal(window.destroyed):
            window.close()


@pytest.fixture
def stage(qtbot, clock):
    return WindowStage(qtbot, clock)


@pytest.fixture
def window(stage):
    window = stage.connected_window()
    yield window
    stage.end(window)


def title(window) -> str:
    return "".join(mark for mark in window.windowTitle() if mark not in "\u2068\u2069")


def view(window) -> ScreenView:
    return window.findChild(ScreenView)


def bar(window) -> FullScreenBar:
    return window.findChild(FullScreenBar)


def test_the_title_names_the_machine_and_the_keys_that_release(window):
    assert title(window) == "web (Press Ctrl+Alt to release the keyboard)"
    view(window).release()
    assert title(window) == "web (Click or press Enter to type into the machine)"
    window.pane.show_machine(replace(window.pane.machine, name="db", state=MachineState.SHUT_OFF))
    assert title(window) == "db"


@pytest.mark.parametrize("name", NAMES)
def test_titles_of_any_name_are_one_short_line(stage, name):
    window = stage.window(a_machine(name, MachineState.SHUT_OFF))
    assert window.windowTitle().replace("[*]", "").isprintable() or "\u2068" in window.windowTitle()
    assert "\n" not in window.windowTitle()
    assert "\u202e" not in window.windowTitle()
    assert len(window.windowTitle()) < 80
    stage.end(window)


def test_guests_keep_ctrl_w_and_ctrl_q(stage, window):
    for key in (Qt.Key.Key_W, Qt.Key.Key_Q):
        QTest.keyClick(view(window), key, Qt.KeyboardModifier.ControlModifier)
    pressed = stage.consoles.last.pressed()
    assert pressed == [scancodes.LEFT_CTRL, 0x11, scancodes.LEFT_CTRL, 0x10]
    assert window.isVisible()
    assert not stage.quits


def test_ctrl_shift_q_quits_and_ctrl_shift_w_closes_even_while_the_guest_has_the_keys(stage):
    window = stage.connected_window()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view(window), Qt.Key.Key_Q, both)
    assert stage.quits == [1]
    key = window.pane.machine.key
    closed, destroyed = [], []
    window.closed.connect(closed.append)
    window.destroyed.connect(lambda: destroyed.append(1))
    QTest.keyClick(view(window), Qt.Key.Key_W, both)
    stage.qtbot.waitUntil(lambda: bool(destroyed))
    assert closed == [key]
    assert stage.consoles.last.closed


def test_f11_fills_the_screen_and_comes_back(stage, window):
    QTest.keyClick(view(window), Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.pane.tools.isVisible()
    QTest.keyClick(view(window), Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()
    assert window.pane.tools.isVisible()
    assert stage.consoles.last.pressed() == []


def test_a_maximized_window_is_maximized_afterwards(window, qtbot):
    window.showMaximized()
    window.toggle_full_screen()
    window.toggle_full_screen()
    assert window.isMaximized()


def test_the_bar_comes_at_the_top_edge_and_goes_by_itself(window, qtbot):
    window.show_full_screen()
    assert bar(window).isVisible(), "it tells once how to come back"
    bar(window)._leaving.timeout.emit()
    qtbot.waitUntil(lambda: not bar(window).isVisible())
    QTest.mouseMove(view(window).viewport(), QPoint(100, 0))
    qtbot.waitUntil(lambda: bar(window).isVisible())
    qtbot.waitUntil(lambda: bar(window).y() == 0)


def test_the_bar_has_the_name_the_keys_and_the_way_out(stage, window):
    window.show_full_screen()
    buttons = {
        button.text().strip(): button for button in bar(window).findChildren(QAbstractButton)
    }
    assert buttons["Send key"].menu() is window.pane.tools.send_menu
    assert all(button.accessibleName() for button in buttons.values())
    buttons["Leave full screen"].click()
    assert not window.isFullScreen()
    assert not bar(window).isVisible()


def test_releasing_the_keyboard_brings_the_bar_for_those_without_a_mouse(window, qtbot):
    window.show_full_screen()
    bar(window).put_away()
    view(window).release()
    assert bar(window).isVisible()


def test_without_full_screen_there_is_no_bar(window):
    QTest.mouseMove(view(window).viewport(), QPoint(100, 0))
    view(window).release()
    assert not bar(window).isVisible()


def test_the_menus_hold_the_acts_the_sizes_and_the_keys(window):
    start = QAction("Start", window)
    window.pane.set_power_actions([start])
    menus = {a.text().replace("&", ""): a.menu() for a in window.menuBar().actions()}
    assert list(menus) == ["Machine", "View", "Send key"]
    texts = [a.text().replace("&", "") for a in menus["Machine"].actions()]
    assert texts == ["Power", "Save screenshot…", "", "Close", "Quit"]
    assert start in window.pane.tools.power_menu.actions()
    assert "Ctrl+Alt+Del" in [a.text() for a in menus["Send key"].actions()]
    assert not window.pane.tools.detach.isVisible()


def test_a_window_can_be_raised(window):
    window.showMinimized()
    window.raise_to_front()
    assert not window.isMinimized()
