"""The whole console of a machine: what it says, when it connects, and what it costs."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)

from infinibay_desktop.model.consoles import ConsoleKind, ConsoleTrouble
from infinibay_desktop.model.errors import (
    ConsoleError,
    ConsoleUnsupportedError,
    HostUnreachableError,
    InvalidStateError,
)
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.settings import Scaling, Settings
from infinibay_desktop.ui.console import scancodes
from infinibay_desktop.ui.console.console_page import ConsolePane
from infinibay_desktop.ui.console.screen_link import LinkPhase
from infinibay_desktop.ui.console.screen_view import ScreenView
from tests.fakes.screens import FakeConsoles, FakeDesktop, FakeSchedule

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAMES = ["<b>web</b>", "web & 🖥️ db", "שרת הבית", "x" * 200, "a\nb\u202ec", "%1 {name} [*]"]


def a_machine(name="web", state=MachineState.RUNNING) -> Machine:
    return Machine(id=uuid4(), host_id=uuid4(), name=name, state=state)


class Stage:
    """A console pane over fake consoles, with time in the test's hands."""

    def __init__(self, qtbot, clock) -> None:
        self.qtbot = qtbot
        self.consoles = FakeConsoles()
        self.clock = clock
        self.schedule = FakeSchedule(clock)

    def pane(self, machine=None, *, kept=True, **settings) -> ConsolePane:
        """A pane; one that is not `kept` is deleted by the test."""
        pane = ConsolePane(
            machine or a_machine(),
            open_screen=self.consoles.open,
            submit=self.consoles.submit,
            settings=Settings(**settings),
            schedule=self.schedule,
            clock=self.clock,
            desktop=FakeDesktop(),
        )
        if kept:
            self.qtbot.addWidget(pane)
        pane.resize(640, 480)
        return pane

    def shown(self, machine=None, **settings) -> ConsolePane:
        pane = self.pane(machine, **settings)
        pane.show()
        return pane

    def connected(self, machine=None, **settings) -> ConsolePane:
        pane = self.shown(machine, **settings)
        self.consoles.last.connect()
        self.until(pane, LinkPhase.CONNECTED)
        return pane

    def until(self, pane, phase) -> None:
        self.qtbot.waitUntil(lambda: pane.phase is phase)

    def lose(self, pane, error=None) -> None:
        self.consoles.last.end(error or lost())
        self.qtbot.waitUntil(lambda: pane.phase is not LinkPhase.CONNECTED)

    def tries(self) -> int:
        return len(self.consoles.keys)


@pytest.fixture
def stage(qtbot, clock):
    return Stage(qtbot, clock)


def lost() -> ConsoleError:
    return ConsoleError("The connection broke.", trouble=ConsoleTrouble.LOST, reason="reset")


def words(pane) -> str:
    """All that can be read in the place of the screen."""
    labels = pane.findChildren(QLabel)
    text = "\n".join(label.text() for label in labels if label.isVisibleTo(pane))
    return "".join(mark for mark in text if mark not in "\u2068\u2069\u200b")


def the_button(pane, text) -> QPushButton:
    found = [b for b in pane.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(pane)]
    assert len(found) == 1, text
    return found[0]


def view_of(pane) -> ScreenView:
    return pane.findChild(ScreenView)


# What it shows


def test_a_running_machine_is_connected_when_it_is_seen_and_not_before(stage):
    pane = stage.pane()
    assert stage.tries() == 0
    pane.show()
    assert "Connecting to 'web'…" in words(pane)
    stage.consoles.last.connect()
    stage.until(pane, LinkPhase.CONNECTED)
    assert view_of(pane).isVisibleTo(pane)
    assert stage.consoles.keys == [pane.machine.key]


def test_the_screen_gets_the_keyboard_when_it_comes(stage, qtbot):
    pane = stage.shown()
    pane.activateWindow()
    pane.focus_console()
    stage.consoles.last.connect()
    qtbot.waitUntil(lambda: pane.captured)
    QTest.keyClick(view_of(pane), Qt.Key.Key_A)
    assert stage.consoles.last.pressed() == [0x1E]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (MachineState.SHUT_OFF, "'web' is shut off."),
        (MachineState.SAVED, "'web' is saved to disk."),
        (MachineState.CREATING, "'web' is being created."),
        (MachineState.DELETING, "'web' is being deleted."),
        (MachineState.UNKNOWN, "What 'web' does is not known."),
    ],
)
def test_a_machine_without_a_screen_is_said_to_be_so(stage, state, said):
    pane = stage.shown(a_machine(state=state))
    assert said in words(pane)
    assert stage.tries() == 0


def test_start_asks_for_the_machine_to_be_started(stage, qtbot):
    pane = stage.shown(a_machine(state=MachineState.SHUT_OFF))
    with qtbot.waitSignal(pane.start_requested) as asked:
        the_button(pane, "Start").click()
    assert asked.args == [pane.machine.key]
    pane.show_machine(replace(pane.machine, state=MachineState.RUNNING))
    assert stage.tries() == 1


def test_a_machine_that_goes_off_hangs_up(stage):
    pane = stage.connected()
    pane.show_machine(replace(pane.machine, state=MachineState.SHUT_OFF))
    assert stage.consoles.last.closed
    assert "'web' is shut off." in words(pane)


def test_a_paused_machine_is_shown_with_a_note_and_a_way_on(stage, qtbot):
    pane = stage.connected()
    pane.show_machine(replace(pane.machine, state=MachineState.PAUSED))
    assert "'web' is paused." in words(pane)
    assert view_of(pane).isVisibleTo(pane)
    with qtbot.waitSignal(pane.resume_requested):
        the_button(pane, "Resume").click()
    pane.show_machine(replace(pane.machine, state=MachineState.RUNNING))
    assert "paused" not in words(pane)


def test_a_machine_that_no_longer_exists_is_said_to_be_gone(stage):
    pane = stage.connected()
    pane.show_gone()
    pane.close_console()
    assert "'web' no longer exists." in words(pane)


def test_a_right_that_is_taken_back_ends_the_screen_and_says_so(stage):
    pane = stage.connected()
    pane.set_allowed(allowed=False)
    assert stage.consoles.last.closed
    assert "You may not see the screen of 'web' any more." in words(pane)
    assert not [b for b in pane.findChildren(QPushButton) if b.isVisibleTo(pane) and b.text()]
    tries = stage.tries()
    pane.hide()
    pane.show()
    pane.show_machine(replace(pane.machine, name="db"))
    assert stage.tries() == tries
    pane.set_allowed(allowed=True)
    assert pane.phase is LinkPhase.CONNECTING


def test_a_machine_of_a_lost_host_waits_for_its_host(stage):
    machine = a_machine()
    stale = replace(machine, stale_since=datetime(2026, 1, 1, tzinfo=UTC))
    pane = stage.shown(stale)
    assert "The host of 'web' does not answer." in words(pane)
    assert stage.tries() == 0
    pane.show_machine(machine)
    assert stage.tries() == 1


def test_a_screen_that_still_answers_outlives_its_host(stage):
    pane = stage.connected()
    pane.set_host_lost(lost=True)
    assert view_of(pane).isVisibleTo(pane)
    assert "The host of 'web' does not answer; its screen still does." in words(pane)
    stage.lose(pane)
    assert "The screen comes back by itself" in words(pane)
    stage.schedule.pass_time(60)
    assert stage.tries() == 1
    pane.set_host_lost(lost=False)
    assert stage.tries() == 2


def test_a_refusal_says_what_why_and_what_to_do(stage):
    stage.consoles.refusal = ConsoleError(
        "The server does not let anybody in: too many.",
        remedy="Close another viewer.",
        trouble=ConsoleTrouble.REFUSED,
    )
    pane = stage.shown()
    stage.until(pane, LinkPhase.REFUSED)
    assert "does not let anybody in" in words(pane)
    assert "Close another viewer." in words(pane)
    assert "trouble: refused" in pane.findChild(QPlainTextEdit).toPlainText()
    stage.schedule.pass_time(100)
    assert stage.tries() == 1, "a person must do something first"
    the_button(pane, "Try again").click()
    assert stage.tries() == 2


def test_a_password_is_asked_for_and_used(stage):
    stage.consoles.refusal = ConsoleError("It is wrong.", trouble=ConsoleTrouble.PASSWORD)
    pane = stage.shown()
    stage.until(pane, LinkPhase.REFUSED)
    stage.consoles.refusal = None
    field = pane.findChild(QLineEdit)
    QTest.keyClicks(field, "s3cret")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.consoles.passwords == ["", "s3cret"]
    stage.consoles.last.connect()
    stage.until(pane, LinkPhase.CONNECTED)
    stage.lose(pane)
    stage.schedule.pass_time(1)
    assert stage.consoles.passwords[-1] == "s3cret", "and for as long as the console is open"


def test_a_screen_of_a_kind_that_cannot_be_shown_offers_no_second_try(stage):
    stage.consoles.refusal = ConsoleUnsupportedError("It speaks SPICE only.", remedy="Add VNC.")
    pane = stage.shown()
    stage.until(pane, LinkPhase.REFUSED)
    assert "It speaks SPICE only." in words(pane)
    assert "Add VNC." in words(pane)
    assert not [b for b in pane.findChildren(QPushButton) if b.isVisibleTo(pane)]


def test_an_opened_screen_without_a_view_is_closed(stage, qtbot):
    stage.consoles.kind = ConsoleKind.SERIAL
    pane = stage.shown()
    qtbot.waitUntil(lambda: stage.consoles.last.closed)
    assert "cannot show screens of this kind" in words(pane)


def test_spice_uses_the_same_view(stage):
    stage.consoles.kind = ConsoleKind.SPICE
    pane = stage.connected()
    assert view_of(pane).isVisibleTo(pane)


# Coming back


def test_a_lost_connection_is_tried_again_later_and_later(stage):
    pane = stage.connected()
    stage.lose(pane)
    assert "The connection to the screen of 'web' was lost." in words(pane)
    stage.consoles.refusal = HostUnreachableError("No route.")
    tries = []
    for wait_s in (0.5, 1, 2, 4, 8, 15, 15):
        before = stage.tries()
        stage.schedule.pass_time(wait_s - 0.1)
        assert stage.tries() == before
        stage.schedule.pass_time(0.1)
        tries.append(stage.tries() - before)
        stage.until(pane, LinkPhase.WAITING)
    assert tries == [1] * 7
    assert "No route." in words(pane)


def test_the_countdown_counts_and_can_be_cut_short(stage):
    pane = stage.connected()
    stage.consoles.refusal = HostUnreachableError("No route.")
    stage.lose(pane)
    for wait_s in (0.5, 1, 2):
        stage.schedule.pass_time(wait_s)
        stage.until(pane, LinkPhase.WAITING)
    assert "Trying again in 4 s" in words(pane)
    stage.schedule.pass_time(1)
    assert "Trying again in 3 s" in words(pane)
    stage.consoles.refusal = None
    the_button(pane, "Try now").click()
    stage.consoles.last.connect()
    stage.until(pane, LinkPhase.CONNECTED)
    assert view_of(pane).isVisibleTo(pane)
    assert "Trying" not in words(pane)


def test_after_a_good_connection_trouble_begins_anew(stage):
    pane = stage.connected()
    for _ in range(3):
        stage.schedule.pass_time(20)
        stage.lose(pane)
        before = stage.tries()
        stage.schedule.pass_time(0.5)
        assert stage.tries() == before + 1
        stage.consoles.last.connect()
        stage.until(pane, LinkPhase.CONNECTED)


def test_a_server_that_drops_everybody_at_once_is_not_pestered(stage):
    pane = stage.connected()
    for wait_s in (0.5, 1, 2, 4):
        stage.lose(pane)
        before = stage.tries()
        stage.schedule.pass_time(wait_s - 0.1)
        assert stage.tries() == before
        stage.schedule.pass_time(0.1)
        stage.consoles.last.connect()
        stage.until(pane, LinkPhase.CONNECTED)


def test_a_machine_that_runs_again_is_connected_at_once(stage):
    pane = stage.connected()
    stage.lose(pane)
    pane.show_machine(replace(pane.machine, state=MachineState.SHUT_OFF))
    assert "'web' is shut off." in words(pane)
    pane.show_machine(replace(pane.machine, state=MachineState.RUNNING))
    assert stage.tries() == 2
    stage.schedule.pass_time(100)
    assert stage.tries() == 2, "the try that was planned before is forgotten"


def test_being_too_early_is_no_refusal(stage):
    stage.consoles.refusal = InvalidStateError("It is shut off.")
    pane = stage.shown()
    stage.until(pane, LinkPhase.WAITING)


def test_garbage_ends_a_screen_with_a_sentence_and_the_console_lives(stage):
    pane = stage.connected()
    error = ConsoleError(
        "The server sent what makes no sense: <img src=x> a rectangle of 70000 pixels.",
        trouble=ConsoleTrouble.PROTOCOL,
    )
    stage.lose(pane, error)
    assert "<img src=x> a rectangle" in words(pane)
    stage.schedule.pass_time(0.5)
    stage.consoles.last.connect(80, 60)
    stage.until(pane, LinkPhase.CONNECTED)
    assert view_of(pane).picture().width() == 80


def test_a_bug_in_opening_is_shown_elsewhere_and_leaves_a_way_on(stage):
    stage.consoles.hold = True
    stage.consoles.refusal = RuntimeError("nobody foresaw this")
    pane = stage.shown()
    with pytest.raises(RuntimeError):
        stage.consoles.held.pop()()
    stage.until(pane, LinkPhase.WAITING)
    assert "The console could not be opened." in words(pane)


# What it costs


def test_a_hidden_pane_fetches_nothing_and_paints_nothing(stage, qtbot):
    pane = stage.connected()
    pane.hide()
    taken = stage.consoles.last.news_taken
    stage.consoles.last.show(32, 32)
    qtbot.wait(0)
    assert stage.consoles.last.news_taken == taken
    pane.show()
    assert view_of(pane).picture().width() == 32


def test_a_pane_that_stays_hidden_hangs_up_and_comes_back(stage):
    pane = stage.connected(keep_console_s=30)
    pane.hide()
    stage.schedule.pass_time(29)
    assert not stage.consoles.last.closed
    stage.schedule.pass_time(1)
    assert stage.consoles.last.closed
    assert stage.schedule.waiting == [], "nothing is planned any more"
    pane.show()
    assert stage.tries() == 2


def test_a_short_look_elsewhere_keeps_the_connection(stage, qtbot):
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    pane = stage.pane(kept=False)
    tabs.addTab(pane, "Console")
    tabs.addTab(QWidget(), "Other")
    tabs.show()
    stage.consoles.last.connect()
    stage.until(pane, LinkPhase.CONNECTED)
    for _ in range(3):
        tabs.setCurrentIndex(1)
        stage.schedule.pass_time(20)
        tabs.setCurrentIndex(0)
    assert stage.tries() == 1
    tabs.showMinimized()
    qtbot.waitUntil(lambda: not pane._presence.seen)


def test_a_screen_that_arrives_after_the_pane_was_closed_is_closed(stage):
    stage.consoles.hold = True
    pane = stage.shown()
    pane.close_console()
    stage.consoles.held.pop()()
    assert stage.consoles.last.closed
    assert pane.phase is LinkPhase.IDLE


def test_a_screen_that_arrives_after_the_pane_was_deleted_is_closed(stage, qtbot):
    stage.consoles.hold = True
    pane = stage.shown(kept=False)
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    stage.consoles.held.pop()()
    assert stage.consoles.last.closed


def test_a_pane_that_is_deleted_hangs_up(stage, qtbot):
    pane = stage.connected(kept=False)
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    assert stage.consoles.last.closed
    stage.consoles.last.show(10, 10)


# Keys, clipboard, pictures


def test_ctrl_alt_del_is_sent_from_the_menu(stage):
    pane = stage.connected()
    chosen = {a.text(): a for a in pane.tools.send_menu.actions()}
    chosen["Ctrl+Alt+Del"].trigger()
    ctrl, alt, delete = scancodes.LEFT_CTRL, scancodes.LEFT_ALT, scancodes.DELETE
    assert stage.consoles.last.keys == [
        (ctrl, True),
        (alt, True),
        (delete, True),
        (delete, False),
        (alt, False),
        (ctrl, False),
    ]


def test_every_entry_of_the_send_menu_sends_keys_that_exist(stage):
    pane = stage.connected()
    top = pane.tools.send_menu
    inner = [action.menu() for action in top.actions() if action.menu()]
    entries = [a for menu in (top, *inner) for a in menu.actions() if "+" in a.text()]
    entries = [entry for entry in entries if not entry.menu()]
    assert len(entries) > 20
    for entry in entries:
        stage.consoles.last.keys.clear()
        entry.trigger()
        assert all(code for code, _ in stage.consoles.last.keys), entry.text()
        assert stage.consoles.last.held() == set()


def paste(pane, text) -> None:
    QGuiApplication.clipboard().setText(text)
    pane.paste_as_keystrokes()


def test_pasted_text_is_typed_and_what_cannot_be_is_told(stage, qtbot):
    pane = stage.connected(paste_delay_ms=1)
    paste(pane, "ab\nñ€")
    qtbot.waitUntil(lambda: "2 character(s) could not be typed" in words(pane))
    assert stage.consoles.last.pressed() == [0x1E, 0x30, scancodes.ENTER]


def test_typing_can_be_stopped(stage, qtbot):
    pane = stage.connected(paste_delay_ms=1)
    paste(pane, "x" * 5000)
    qtbot.waitUntil(lambda: len(stage.consoles.last.keys) > 4)
    the_button(pane, "Stop").click()
    typed = len(stage.consoles.last.keys)
    assert typed < 10000
    assert stage.consoles.last.held() == set()


def test_a_long_text_is_asked_about_first(stage, qtbot):
    pane = stage.connected(paste_delay_ms=1)
    paste(pane, "y" * (64 * 1024 + 1))
    assert "Typing 65537 characters takes about 1 minute(s)." in words(pane)
    assert not stage.consoles.last.keys
    the_button(pane, "Cancel").click()
    assert "Typing" not in words(pane)
    paste(pane, "y" * (64 * 1024 + 1))
    the_button(pane, "Type them").click()
    qtbot.waitUntil(lambda: bool(stage.consoles.last.keys))
    pane.close_console()


def test_an_empty_clipboard_is_said_to_be_so(stage):
    pane = stage.connected()
    QGuiApplication.clipboard().clear()
    pane.paste_as_keystrokes()
    assert "The clipboard holds no text." in words(pane)


def test_the_clipboard_is_shared_only_with_a_guest_that_is_worked_in(stage, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("ours")
    pane = stage.connected()
    stage.consoles.last.tell(clipboard="theirs")
    qtbot.wait(0)
    assert clipboard.text() == "ours"
    pane.activateWindow()
    pane.focus_console()
    qtbot.waitUntil(lambda: pane.captured)
    assert stage.consoles.last.clipboards == ["ours"]
    stage.consoles.last.tell(clipboard="theirs")
    qtbot.waitUntil(lambda: clipboard.text() == "theirs")
    pane.tools.share_clipboard.setChecked(False)
    view_of(pane).release()
    clipboard.setText("secret")
    view_of(pane).capture()
    assert stage.consoles.last.clipboards == ["ours"]


def test_a_screenshot_is_saved_where_the_person_says(stage, qtbot, tmp_path):
    pane = stage.connected(a_machine("../we/ <b>🖥"))
    pane.save_screenshot()
    dialog = pane.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "shot.png"))
    qtbot.waitUntil(lambda: "Saved as" in words(pane))
    assert QImage(str(tmp_path / "shot.png")).width() == 64
    dialog.reject()
    name = pane._saver.file_name(pane.machine.name)
    assert "/" not in name
    assert name.startswith("we_")


def test_a_screenshot_that_cannot_be_written_is_told(stage, qtbot, tmp_path):
    pane = stage.connected()
    pane._saver.save(view_of(pane).picture(), str(tmp_path / "none" / "shot.png"))
    qtbot.waitUntil(lambda: "Nothing was saved" in words(pane))


def test_the_chosen_size_stays_over_a_new_connection(stage):
    pane = stage.connected(console_scaling=Scaling.ACTUAL)
    assert view_of(pane).mode is Scaling.ACTUAL
    pane.tools.scaling_menu.actions()[0].trigger()
    assert view_of(pane).mode is Scaling.FIT
    stage.lose(pane)
    stage.schedule.pass_time(0.5)
    stage.consoles.last.connect()
    stage.until(pane, LinkPhase.CONNECTED)
    assert view_of(pane).mode is Scaling.FIT


def test_a_screens_words_never_become_markup(stage):
    for name in NAMES:
        pane = stage.shown(a_machine(name, MachineState.SHUT_OFF))
        for label in pane.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert len(words(pane)) < 400


# Everybody


@pytest.mark.parametrize("size", [(400, 300), (1920, 1080)])
@pytest.mark.parametrize("name", NAMES)
def test_names_of_any_kind_do_not_make_it_wider(stage, qtbot, name, size):
    pane = stage.shown(a_machine(name, MachineState.SHUT_OFF))
    pane.resize(*size)
    assert pane.minimumSizeHint().width() <= 400
    page = pane._stack.page
    assert page.widget().minimumSizeHint().width() <= max(page.viewport().width(), 400)


def test_everything_that_can_be_used_has_a_name(stage):
    pane = stage.connected()
    pane._news_bar.say("Said", ("Do", lambda: None))
    pane.set_power_actions([pane.tools.screenshot])
    used = [
        child
        for child in pane.findChildren(QWidget)
        if isinstance(child, QAbstractButton | QLineEdit | QPlainTextEdit | ScreenView)
    ]
    unnamed = [child for child in used if not child.accessibleName() and not child.property("text")]
    # A button that waits for its message has no words yet.
    assert [child for child in unnamed if child.isVisibleTo(pane)] == []
    assert len(used) > 8


def test_the_tools_are_reached_by_keyboard(stage):
    pane = stage.connected()
    buttons = pane.tools.findChildren(QAbstractButton)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
