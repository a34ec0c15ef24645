"""Acts inside a guest: they run on workers, and show in the task log until they end."""

import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.model.guests import GuestProgress
from infinibay_desktop.model.machines import Machine
from infinibay_desktop.services.guest_ports import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk

Work = Callable[[Progress, threading.Event], object]


class GuestWork(QObject):
    """Starts acts on guests. GUI thread only; progress may be told from any."""

    # The number in the task log, and how far it is.
    _progressed = Signal(int, object)

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._progressed.connect(self._on_progressed)

    def begin(
        self,
        machine: Machine,
        title: str,
        work: Work,
        *,
        failed: str,
        then: Callable[[object], object] = lambda _result: None,
    ) -> None:
        """Do it; `then` is told the result where it came to a good end."""
        self._desk.operations.spawn(self, self._do(machine, title, work, failed, then))

    def ask(self, question: Coroutine[Any, Any, None], *, failed: str = "") -> None:
        """Run a question to the person and what follows from it."""
        self._desk.operations.spawn(self, question, title=failed)

    async def _do(
        self,
        machine: Machine,
        title: str,
        work: Work,
        failed: str,
        then: Callable[[object], object],
    ) -> None:
        stop, log = threading.Event(), self._desk.log
        number = log.begin(title, cancel=stop.set)
        why = self.tr("It was cut short.")
        try:
            # Acts may take an hour: they have workers of their own.
            result = await self._desk.operations.run(
                lambda: work(self._teller(number), stop),
                lane=("guest-acts", machine.key.host_id),
            )
            why = ""
        except Cancelled:
            why = self.tr("It was cancelled.")
            return
        except InfinibayError as error:
            why = error.message
            self._desk.notices.show_error(error, title=failed)
            return
        finally:
            log.end(number, failed=why)
        then(result)

    def _teller(self, number: int) -> Progress:
        def tell(progress: GuestProgress) -> None:
            with suppress(RuntimeError):  # the window has gone meanwhile
                self._progressed.emit(number, progress)

        return tell

    def _on_progressed(self, number: int, progress: GuestProgress) -> None:
        self._desk.log.advance(number, progress.text, percent=progress.percent)
