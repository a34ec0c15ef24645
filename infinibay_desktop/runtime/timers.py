"""Work that comes round again, or once later."""

import heapq
import itertools
import logging
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)
Cancel = Callable[[], None]


class Submitter(Protocol):
    """What timers need of a task runner."""

    def submit(
        self,
        work: Callable[[], None],
        *,
        key: Hashable | None = None,
        lane: Hashable | None = None,
    ) -> "Future[None]": ...


@dataclass(slots=True)
class _Entry:
    work: Callable[[], None]
    period_s: float | None
    key: Hashable | None
    lane: Hashable | None
    running: "Future[None] | None" = None
    cancelled: bool = field(default=False)


class Timers:
    """Submits work when it is due; the work itself runs on workers.

    A repeating timer is skipped while its last run still runs.
    """

    def __init__(self, tasks: Submitter, clock: Clock) -> None:
        self._tasks = tasks
        self._clock = clock
        self._heap: list[tuple[float, int, _Entry]] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch the clock."""
        self._thread = start_thread(Role.TIMERS, self._run)

    def stop(self) -> None:
        """Submit nothing more."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread:
            self._thread.join()

    def every(
        self,
        period_s: float,
        work: Callable[[], None],
        *,
        key: Hashable | None = None,
        lane: Hashable | None = None,
    ) -> Cancel:
        """Run `work` each `period_s` seconds, first after one period."""
        return self._add(period_s, _Entry(work, period_s, key, lane))

    def once(
        self,
        delay_s: float,
        work: Callable[[], None],
        *,
        key: Hashable | None = None,
        lane: Hashable | None = None,
    ) -> Cancel:
        """Run `work` once, `delay_s` seconds from now."""
        return self._add(delay_s, _Entry(work, None, key, lane))

    def _add(self, delay_s: float, entry: _Entry) -> Cancel:
        with self._changed:
            due = self._clock.monotonic() + delay_s
            heapq.heappush(self._heap, (due, next(self._numbers), entry))
            self._changed.notify()

        def cancel() -> None:
            entry.cancelled = True

        return cancel

    def _run(self) -> None:
        with self._changed:
            while not self._stopping:
                self.submit_due()
                wait_s = None
                if self._heap:
                    wait_s = max(0.0, self._heap[0][0] - self._clock.monotonic())
                self._changed.wait(wait_s)

    def submit_due(self) -> None:
        """Submit everything that is due now. Called by the timer thread, and by tests."""
        with self._changed:
            now = self._clock.monotonic()
            while self._heap and self._heap[0][0] <= now:
                _, _, entry = heapq.heappop(self._heap)
                if not entry.cancelled:
                    self._submit(entry, now)

    def _submit(self, entry: _Entry, now: float) -> None:
        if entry.running is None or entry.running.done():
            entry.running = self._tasks.submit(
                lambda: _run_logged(entry.work), key=entry.key, lane=entry.lane
            )
        if entry.period_s is not None:
            heapq.heappush(self._heap, (now + entry.period_s, next(self._numbers), entry))


def _run_logged(work: Callable[[], None]) -> None:
    # A boundary: nobody waits for a timer's future, so what it raises would be lost.
    try:
        work()
    except Exception:
        logger.exception("a timer's work failed")
