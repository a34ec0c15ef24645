"""Bugs are logged, shown with what a report needs, and end nothing."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from infinibay_desktop.app.crash import CrashReports, _on_qt
from infinibay_desktop.ui.shell.notices import NoticeBoard


@pytest.fixture
def board(looks, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return NoticeBoard(window)


@pytest.fixture
def reports(board):
    before = sys.excepthook, threading.excepthook
    reports = CrashReports(board)
    yield reports
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)


def fail() -> None:
    raise KeyError("a bug")


@pytest.mark.expects_warnings
def test_a_bug_on_any_thread_is_shown_with_its_details(reports, board, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(board.kept))
    assert "KeyError" in board.kept[0].text
    assert "Traceback" in board.kept[0].details
    assert board.kept[0].remedy


@pytest.mark.expects_warnings
def test_what_a_coroutine_lost_is_shown(reports, board, loop, qtbot):
    reports.watch(loop)
    loop.call_exception_handler({"message": "lost", "exception": KeyError("a bug")})
    qtbot.waitUntil(lambda: bool(board.kept))
    assert "KeyError" in board.kept[0].text


def test_qts_words_go_to_the_log(caplog):
    caplog.set_level(logging.DEBUG, "qt")
    _on_qt(QtMsgType.QtWarningMsg, None, "x" * 5000)
    assert caplog.records[-1].levelno == logging.INFO
    assert len(caplog.records[-1].getMessage()) == 1000
