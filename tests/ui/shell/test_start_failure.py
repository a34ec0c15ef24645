"""A core that does not come is told of, whatever the cause, and can be tried again."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from infinibay_desktop.model.errors import DatabaseTooNewError
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.start_failure import show_start_failure
from infinibay_desktop.ui.shell.window import MainWindow


@pytest.fixture
def window(looks, qtbot) -> MainWindow:
    window = MainWindow(Memory(None))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DatabaseTooNewError("It was written by a newer version."), "newer"),
        (KeyError("a bug"), "KeyError"),
    ],
)
def test_it_is_told_and_can_be_tried_again(window, error, told):
    tried = []
    show_start_failure(window, error, retry=lambda: tried.append(1))
    board = window.findChild(NoticeBoard)
    assert told in board.kept[0].text + board.kept[0].title
    retry = [b for b in window.findChildren(QAbstractButton) if b.text() == "Retry"]
    retry[0].click()
    assert tried == [1]
