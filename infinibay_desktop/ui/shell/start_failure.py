"""What the window says when the core cannot start: the database is gone, locked or too new."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.window import MainWindow


def show_start_failure(window: MainWindow, error: object, *, retry: Callable[[], None]) -> None:
    """Tell why, with Retry; the last session's list stays in sight."""
    board = window.findChild(NoticeBoard) or NoticeBoard(window)
    if isinstance(error, InfinibayError):
        title = QCoreApplication.translate(
            "StartFailure", "Infinibay Desktop could not open its database"
        )
        board.show_error(error, title=title, retry=retry)
