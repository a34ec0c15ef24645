"""Background work that belongs to a widget, and where its failures are shown."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Hashable, Mapping
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, require

T = TypeVar("T")


class ErrorDisplay(Protocol):
    """Where foreseen failures are shown."""

    def show_error(self, error: InfinibayError, *, title: str = "") -> None: ...


class Operations:
    """How a widget starts work and waits for it. GUI thread only.

    `spawn` is the boundary: a failure we foresaw becomes a notice, a bug reaches the crash
    report, and work whose widget is gone is dropped. So a coroutine reads straight down and
    needs no `try`.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        notices: ErrorDisplay,
        record: Callable[[BaseException, Mapping[str, object]], None] = lambda *_told: None,
    ) -> None:
        self._tasks = tasks
        self._notices = notices
        self._record = record
        self._running: set[asyncio.Task[None]] = set()
        self._ownerless: set[asyncio.Task[None]] = set()

    def spawn(self, owner: QObject, work: Coroutine[Any, Any, None], *, title: str = "") -> None:
        """Run `work` until it ends or `owner` is destroyed; `title` says what failed if it does."""
        require(Role.MAIN)
        try:
            task = asyncio.get_event_loop().create_task(work)
        except RuntimeError:
            # The loop has ended; a timer of a window that is on its way out came once more.
            work.close()
            return
        self._running.add(task)
        connection = owner.destroyed.connect(lambda: self._drop(task))

        def finish(done: asyncio.Task[None]) -> None:
            self._running.discard(done)
            gone = done in self._ownerless
            self._ownerless.discard(done)
            if done.cancelled():
                return
            if not gone:
                QObject.disconnect(connection)
            # What cleans up after itself may have reached for widgets that are gone.
            if not (gone and isinstance(done.exception(), RuntimeError)):
                self._report(done.exception(), title)

        task.add_done_callback(finish)

    async def run(
        self, work: Callable[[], T], *, key: Hashable | None = None, lane: Hashable | None = None
    ) -> T:
        """Await `work` done on a worker of `lane`; work with the same key never overlaps."""
        require(Role.MAIN)
        return await asyncio.wrap_future(self._tasks.submit(work, key=key, lane=lane))

    def close(self) -> None:
        """Drop all that still runs."""
        for task in tuple(self._running):
            task.cancel()

    def _drop(self, task: asyncio.Task[None]) -> None:
        if not task.done():
            self._ownerless.add(task)
            task.cancel()

    def _report(self, error: BaseException | None, title: str) -> None:
        if isinstance(error, Cancelled) or error is None:
            return
        if isinstance(error, InfinibayError):
            # A bug is recorded where it is logged.
            self._record(error, {"while": title})
            self._notices.show_error(error, title=title)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
