"""The window: painted from what was kept, screens made late, nothing lost in a small one."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)

from infinibay_desktop.model.errors import HypervisorError, ValidationError
from infinibay_desktop.model.hosts import HostId, HostStatus, LinkState
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.notices import GOOD_NEWS_MS, SHOWN, NoticeBoard, _Toast
from infinibay_desktop.ui.shell.status_bar import StatusBar
from infinibay_desktop.ui.shell.task_log import TaskLogbook, TaskLogPanel
from infinibay_desktop.ui.shell.top_bar import TopBar
from infinibay_desktop.ui.shell.window import FOLD_BELOW, MainWindow

HOST = HostId(uuid4())
USABLE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox, QSpinBox)
HOSTILE = ["<b>bold</b>", "naïve 🦊", "مرحبا بالعالم", "x" * 200, "a\u202eb"]


def kept(name: str) -> Machine:
    now = datetime.now(UTC)
    return Machine(
        id=MachineId(uuid4()),
        host_id=HOST,
        name=name,
        state=MachineState.RUNNING,
        stale_since=now,
    )


@pytest.fixture
def make_window(looks, qtbot, tmp_path):
    def make(machines=(), memory: Memory | None = None) -> MainWindow:
        window = MainWindow(
            memory or Memory(tmp_path / "window.ini"), machines=machines, hosts={HOST: "lab"}
        )
        qtbot.addWidget(window)
        return window

    return make


def test_the_last_sessions_list_is_there_before_the_core(make_window, qtbot):
    window = make_window([kept(name) for name in HOSTILE])
    window.show_page("machines")
    window.show()
    qtbot.waitUntil(lambda: window.page.model.shown_count() == len(HOSTILE))
    shown = {window.page.model.rows[row].machine.name for row in range(len(HOSTILE))}
    assert shown == set(HOSTILE)
    assert not window.page.page_actions()[0].isEnabled()


def test_the_first_paint_is_told_once(make_window, qtbot):
    window = make_window()
    told = []
    window.painted.connect(lambda: told.append(1))
    window.show_page("machines")
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    window.resize(900, 500)
    qtbot.wait(20)
    assert told == [1]


def test_screens_are_made_when_they_are_first_shown(make_window):
    window = make_window()
    window.show_page("machines")
    assert list(window._pages) == ["machines"]
    window.show_page("hosts")
    assert set(window._pages) == {"machines", "hosts"}
    window.show_page("no such screen")
    assert window.page.name == "hosts"


def test_a_screen_that_is_left_is_told_so(make_window, qtbot):
    window = make_window()
    window.show_page("machines")
    window.show()
    seen = []
    window.page.left = lambda: seen.append("left")
    window.page.entered = lambda: seen.append("entered")
    window.show_page("storage")
    window.show_page("machines")
    window.hide()
    assert seen == ["left", "entered", "left"]


def test_the_filter_belongs_to_its_screen(make_window, qtbot):
    window = make_window([kept("web"), kept("db")])
    window.show_page("machines")
    window.show()
    qtbot.keyClicks(window.bar.field, "web")
    qtbot.waitUntil(lambda: window.page.model.shown_count() == 1)
    window.show_page("storage")
    assert window.bar.field.text() == ""
    window.show_page("machines")
    assert window.bar.field.text() == "web"
    qtbot.keyClick(window.bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.page.model.shown_count() == 2)


def test_place_and_screen_are_remembered(make_window, tmp_path, qtbot):
    memory = Memory(tmp_path / "window.ini")
    window = make_window(memory=memory)
    window.resize(703, 517)
    window.show_page("storage")
    window.navigation.fold(folded=True)
    window.remember()
    again = make_window(memory=Memory(tmp_path / "window.ini"))
    assert (again.width(), again.height()) == (703, 517)
    assert again.navigation.is_folded
    assert Memory(tmp_path / "window.ini").text("page") == "storage"


def test_a_memory_full_of_garbage_is_as_if_empty(make_window, tmp_path):
    file = tmp_path / "window.ini"
    file.write_bytes(b"[General]\nwindow=@ByteArray(\x00garbage)\npage=@Invalid()\n\xff\xfe")
    window = make_window(memory=Memory(file))
    window.show_page(Memory(file).text("page", "machines"))
    assert window.page.name == "machines"


def test_a_narrow_window_keeps_every_act(make_window, qtbot):
    window = make_window()
    window.show_page("machines")
    window.resize(400, 300)
    window.show()
    assert window.navigation.is_folded
    assert window.minimumWidth() <= 400
    window.resize(FOLD_BELOW + 200, 600)
    qtbot.waitUntil(lambda: not window.navigation.is_folded)


def test_acts_without_room_are_in_a_menu(looks, qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    acts = [QAction(f"Act number {number}", bar) for number in range(6)]
    bar.show_acts(acts)
    bar.resize(1400, 52)
    bar.show()
    assert not bar._more.isVisible()
    bar.resize(420, 52)
    qtbot.waitUntil(bar._more.isVisible)
    assert any(made.isVisible() for made in bar._buttons)
    assert not all(made.fits for made in bar._buttons)


def test_closing_is_a_wish(make_window, qtbot):
    window = make_window()
    window.show()
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()


def test_everything_that_can_be_used_has_a_name_and_a_key_to_reach_it(make_window):
    window = make_window([kept("web")])
    window.show()
    nameless, unreachable = [], []
    for name, _title in window.titles():
        window.show_page(name)
        for child in window.findChildren(QWidget):
            if not isinstance(child, USABLE) or not child.isVisible() or _is_qts_own(child):
                continue
            told = f"{name}: {type(child).__name__} in {type(child.parentWidget()).__name__}"
            if not (child.accessibleName() or _text(child)):
                nameless.append(told)
            if not child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                unreachable.append(told)
    assert not nameless
    assert not unreachable


def test_tab_walks_through_the_whole_window_and_comes_back(make_window, qtbot):
    window = make_window([kept("web")])
    window.show()
    for name, _title in window.titles():
        window.show_page(name)
        window.navigation._fold.setFocus()
        walked: list[QWidget] = []
        while (now := window.focusWidget()) not in walked and len(walked) < 200:
            walked.append(now)
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        places = [_place(window, one) for one in walked]
        assert places == sorted(places, key=["navigation", "bar", "page", "foot"].index), name
        wanted = {"navigation", "foot"} | ({"page"} if _has_something(window.page) else set())
        assert wanted <= set(places), name


def _has_something(page: QWidget) -> bool:
    children = [child for child in page.findChildren(QWidget) if isinstance(child, USABLE)]
    return any(child.isVisible() and child.isEnabled() for child in children)


def _place(window: MainWindow, widget: QWidget) -> str:
    for place, part in (
        ("navigation", window.navigation),
        ("bar", window.bar),
        ("page", window.stack),
    ):
        if part.isAncestorOf(widget):
            return place
    return "foot"


def _text(child: QWidget) -> str:
    return child.text() if isinstance(child, QAbstractButton) else ""


def _is_qts_own(child: QWidget) -> bool:
    """Parts that Qt makes inside its widgets: a spin box's field, a tab bar's arrows."""
    own = (QAbstractSpinBox, QTabBar, QLineEdit, QAbstractItemView, QComboBox, QMenuBar)
    return isinstance(child.parentWidget(), own) or child.objectName().startswith("qt_")


# Notices.


@pytest.fixture
def board(looks, qtbot):
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return NoticeBoard(window)


def toasts(board: NoticeBoard) -> list[_Toast]:
    return [one for one in board._window.findChildren(_Toast) if one.isVisible()]


def test_an_error_says_what_why_and_what_to_do(board):
    error = HypervisorError("QEMU would not start.", remedy="Look at its log.", raw="exit 1")
    board.show_error(error, title="Could not start 'web'")
    notice = board.kept[0]
    assert notice.title == "Could not start 'web'"
    assert "QEMU would not start." in notice.text
    assert notice.remedy == "Look at its log."
    assert "exit 1" in notice.details
    assert notice.is_error


def test_markup_in_a_notice_is_text(board, qtbot):
    board.show_error(ValidationError("<img src=x> & <b>bold</b>", field="name"), title="<b>x</b>")
    labels = [one for one in toasts(board)[0].findChildren(QLabel) if one.text()]
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_same_error_is_not_piled_up(board):
    for _ in range(50):
        board.show_error(HypervisorError("no"))
    assert len(toasts(board)) == 1
    assert board.unseen == 50


def test_only_the_newest_few_are_on_the_screen(board, qtbot):
    for number in range(20):
        board.show_error(HypervisorError(f"number {number}"))
    qtbot.waitUntil(lambda: len(toasts(board)) == SHOWN)
    assert len(board.kept) == 20


def test_good_news_goes_by_itself(board):
    assert GOOD_NEWS_MS < 10_000
    board.tell("Created 'web'")
    assert not board.kept[0].is_error


def test_retry_runs_the_work_again(board, qtbot):
    tried = []
    board.show_error(HypervisorError("no"), retry=lambda: tried.append(1))
    retry = [b for b in toasts(board)[0].findChildren(QAbstractButton) if b.text() == "Retry"]
    retry[0].click()
    assert tried == [1]
    qtbot.waitUntil(lambda: not toasts(board))


def test_notices_stand_above_the_task_log(make_window, qtbot):
    window = make_window()
    window.show()
    board = NoticeBoard(window)
    board.tell("Done")
    panel = TaskLogPanel(TaskLogbook())
    panel.setFixedHeight(200)
    window.foot.addWidget(panel)

    def above() -> bool:
        toast = toasts(board)[0]
        return panel.isVisible() and toast.geometry().bottom() < panel.mapTo(window, QPoint()).y()

    qtbot.waitUntil(above)


def test_another_language_takes_good_news_away_and_leaves_failures(board, qtbot):
    board.tell("Done")
    board.show_error(HypervisorError("no"))
    board.retranslate()
    qtbot.waitUntil(lambda: len(toasts(board)) == 1)
    assert toasts(board)[0].is_error


# Status bar and task log.


def test_the_status_bar_says_in_words_how_hosts_stand(looks, qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    now = datetime.now(UTC)
    status = HostStatus(host_id=HOST, state=LinkState.LOST, since=now, reason="<b>no answer</b>")
    bar.show_host("lab", status)
    chip = bar._hosts[HOST]
    assert chip.accessibleName() == "lab: connection lost"
    assert "&lt;b&gt;" in chip.toolTip()
    bar.remove_host(HOST)
    assert not bar._hosts


def test_the_task_log_keeps_what_was_said_and_how_it_ended(looks, qtbot):
    book = TaskLogbook()
    panel = TaskLogPanel(book)
    qtbot.addWidget(panel)
    first = book.begin("Start 'web'")
    second = book.begin("Start 3 machines", cancel=lambda: None)
    book.advance(second, "2 of 3", percent=66)
    assert book.running() == 2
    book.end(first)
    book.end(second, failed="'db': no room")
    assert book.running() == 0
    assert panel._list.topLevelItem(0).text(0) == "Start 3 machines"
    assert "no room" in panel._list.topLevelItem(0).text(1)
    assert any("2 of 3" in line for line in book.entries[second].output)
    book.end(second, failed="again")
    assert book.entries[second].failed == "'db': no room"


def test_the_task_log_does_not_grow_for_ever(looks, qtbot):
    book = TaskLogbook()
    panel = TaskLogPanel(book)
    qtbot.addWidget(panel)
    for number in range(700):
        book.end(book.begin(f"task {number}"))
    assert len(book.entries) == 300
    assert panel._list.topLevelItemCount() == 300


def test_the_symbols_are_there(looks):
    from infinibay_desktop.ui.widgets.icons import SYMBOLS, pixmap, tint

    first = pixmap("x", tint("text")).toImage()
    same = [name for name in SYMBOLS if pixmap(name, tint("text")).toImage() == first]
    assert same == ["x"]
    assert (Path(__file__).parents[3] / "resources" / "icons" / "LICENSE").is_file()
