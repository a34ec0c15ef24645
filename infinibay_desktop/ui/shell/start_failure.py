"""What the window says when the core cannot start: the database is gone, locked or too new."""

import traceback
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.window import MainWindow


def show_start_failure(window: MainWindow, error: object, *, retry: Callable[[], None]) -> None:
    """Tell why, with Retry; the last session's list stays in sight."""
    board = window.findChild(NoticeBoard) or NoticeBoard(window)
    translate = QCoreApplication.translate
    if isinstance(error, InfinibayError):
        title = translate("StartFailure", "Infinibay Desktop could not open its database")
        board.show_error(error, title=title, retry=retry)
        return
    told = InfinibayError(
        f"{type(error).__name__}: {error}"[:300],
        remedy=translate("StartFailure", "The log has more. Please report it."),
        raw="".join(traceback.format_exception(error)) if isinstance(error, Exception) else "",
    )
    title = translate("StartFailure", "Infinibay Desktop could not start")
    board.show_error(told, title=title, retry=retry)
