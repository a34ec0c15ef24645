"""Bugs and Qt's own words: into the log, and where a person can see and copy them."""

import asyncio
import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.shell.notices import NoticeBoard

logger = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    # Qt warns of what it can live with; a person at a terminal need not read it.
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.WARNING,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
MOST_DETAILS = 8000


class BugError(InfinibayError):
    """Something that nobody foresaw, told like a foreseen failure."""

    code = "unexpected"


class CrashReports(QObject):
    """Takes over every last resort of the process: hooks, coroutines, Qt's messages."""

    _happened = Signal(str, str)

    def __init__(self, notices: NoticeBoard) -> None:
        super().__init__(notices)
        self._notices = notices
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        qInstallMessageHandler(_on_qt)
        sys.excepthook = self._on_bug
        threading.excepthook = lambda args: self._on_bug(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of what a coroutine's end lost."""
        loop.set_exception_handler(self._on_loop)

    def _on_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._on_bug(type(error), error, error.__traceback__)
        else:
            logger.error("the window's loop: %s", context.get("message"))

    def _on_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logger.critical("this is a bug; please report it", exc_info=(kind, error, trace))
        details = "".join(traceback.format_exception(kind, error, trace))
        self._happened.emit(f"{kind.__name__}: {error}"[:300], details[-MOST_DETAILS:])

    def _show(self, what: str, details: str) -> None:
        title = self.tr("Something went wrong inside the program")
        remedy = self.tr("Please report it, with what Details shows. You can go on working.")
        self._notices.show_error(BugError(what, remedy=remedy, raw=details), title=title)


def _on_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.INFO), "%s", message[:1000])
