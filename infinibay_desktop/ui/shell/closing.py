"""What closing the window and quitting mean, and what is asked before."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject

from infinibay_desktop.model.settings import CloseAct
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.shell.shell import Shell
from infinibay_desktop.ui.shell.tray import Tray
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.text import wrapped


class Closing(QObject):
    """Into the tray, or to the end; work that runs is told of first."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        shell: Shell,
        tray: Tray,
        *,
        quit_program: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._shell = shell
        self._tray = tray
        self._quit_program = quit_program
        self._asking = False

    def close_window(self) -> None:
        """The main window's cross was used."""
        act = self._desk.core.settings.settings.close_act
        if not self._tray.is_available or act is CloseAct.QUIT:
            self.quit()
        elif act is CloseAct.TRAY:
            self._window.hide()
        else:
            self._ask(self._ask_where)

    def quit(self) -> None:
        """End the program; asks first while work runs."""
        if self._shell.book.running():
            self._ask(self._ask_to_quit)
        else:
            self._quit_program()

    def _ask(self, question: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if not self._asking:
            self._asking = True
            self._desk.operations.spawn(self, question())

    async def _ask_where(self) -> None:
        dialog = Dialog(self.tr("Keep running in the background?"), self._window, width=460)
        dialog.body.addWidget(
            wrapped(
                self.tr(
                    "In the background, hosts stay connected, and consoles and acts are one click "
                    "away in the tray. You can change this in the settings."
                )
            )
        )
        dialog.add_cancel()
        stop = dialog.add_button(self.tr("Quit"))
        stay = dialog.add_button(self.tr("Keep running"), kind="primary")
        stop.clicked.connect(lambda: dialog.done(_QUIT))
        stay.clicked.connect(lambda: dialog.done(_STAY))
        stay.setFocus()
        try:
            answer = await dialog.ask()
        finally:
            self._asking = False
        if answer in (_QUIT, _STAY):
            act = CloseAct.QUIT if answer == _QUIT else CloseAct.TRAY
            settings = self._desk.core.settings
            await self._desk.operations.run(lambda: settings.change(close_act=act))
            self.close_window()

    async def _ask_to_quit(self) -> None:
        running = self._shell.book.running()
        dialog = Dialog(self.tr("Quit while tasks are running?"), self._window, width=460)
        dialog.body.addWidget(
            wrapped(
                self.tr(
                    "%n task(s) are running. What was begun is finished or undone the next time "
                    "that the host is connected.",
                    "",
                    running,
                )
            )
        )
        dialog.add_cancel(self.tr("Wait"))
        stop = dialog.add_button(self.tr("Quit now"), kind="danger")
        stop.clicked.connect(dialog.accept)
        try:
            if await dialog.ask():
                self._quit_program()
        finally:
            self._asking = False


_QUIT, _STAY = 2, 3
