"""One run of a timer: begun once, ended once, whatever happens in it."""

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from infinibay_desktop.model.errors import DatabaseError, EnvironmentalError, InfinibayError
from infinibay_desktop.model.timers import TimerOutcome
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.timer_books import TimerBook

logger = logging.getLogger(__name__)
# Parts of a run that hang are waited for this long, or the timer's period.
PATIENCE_S = 60.0
# A timer whose work takes longer than its period leaves others a moment.
REST_S = 1.0
LANE = "timed"
# What is to be done: at once, or in parts of which each ends by itself.
Work = Callable[[], Collection["Future[Any]"] | None]
RecordError = Callable[[BaseException, Mapping[str, object]], None]


@dataclass(slots=True, kw_only=True)
class Run:
    """One run; its parts end on threads of their own."""

    began: float
    left: int = 0
    error: BaseException | None = None
    is_over: bool = False


@dataclass(slots=True, kw_only=True)
class Timer:
    """Work that comes round again. Guarded by the lock of whoever runs it."""

    name: str
    period_s: float
    work: Work
    book: TimerBook
    may_run: Callable[[], bool]
    due: float
    paused: bool = False
    run: Run | None = None


class TimerRuns:
    """Does the work of timers on workers; `changed` is told of each end."""

    def __init__(
        self,
        tasks: Submitter,
        clock: Clock,
        record: RecordError,
        changed: threading.Condition,
    ) -> None:
        self._tasks = tasks
        self._clock = clock
        self._record = record
        self._changed = changed
        self._closed = False

    def close(self) -> None:
        """What still runs counts as not done: the next program does it."""
        self._closed = True

    def start(self, timer: Timer) -> None:
        """Begin a run that is ours by the book. Raises DatabaseError."""
        run = Run(began=self._clock.monotonic())
        with self._changed:
            timer.run = run
        try:
            timer.book.begin(timer.name)
        except BaseException:
            timer.book.give_back([timer.name])
            with self._changed:
                timer.run = None
            raise
        self._tasks.submit(partial(self._work, timer, run), lane=LANE)

    def end_hanging(self, timers: Iterable[Timer]) -> None:
        """Wait no longer for parts that hang: the others are due again."""
        now = self._clock.monotonic()
        with self._changed:
            hanging = [
                (timer, run, run.left)
                for timer in timers
                if (run := timer.run)
                and run.left
                and now - run.began > max(PATIENCE_S, timer.period_s)
            ]
        for timer, run, left in hanging:
            error = EnvironmentalError(f"{left} parts of the work have not ended yet.")
            self._finish(timer, run, error)

    def _work(self, timer: Timer, run: Run) -> None:
        try:
            parts = timer.work()
        except InfinibayError as error:
            self._finish(timer, run, error)
        except Exception as error:  # a boundary: nobody waits for a timer's work
            logger.exception("the timer '%s' failed", timer.name)
            self._finish(timer, run, error)
        else:
            self._await(timer, run, list(parts or ()))

    def _await(self, timer: Timer, run: Run, parts: Sequence["Future[Any]"]) -> None:
        run.left = len(parts)
        if not parts:
            self._finish(timer, run, None)
        for part in parts:
            part.add_done_callback(partial(self._part_ended, timer, run))

    def _part_ended(self, timer: Timer, run: Run, part: "Future[Any]") -> None:
        error = None if part.cancelled() else part.exception()
        with self._changed:
            run.left -= 1
            run.error = run.error or error
            is_last = not run.left
        if error and not isinstance(error, InfinibayError):
            logger.error("a part of the timer '%s' failed", timer.name, exc_info=error)
        if is_last:
            self._finish(timer, run, run.error)

    def _finish(self, timer: Timer, run: Run, error: BaseException | None) -> None:
        with self._changed:
            if run.is_over:
                return
            run.is_over = True
        now = self._clock.monotonic()
        if isinstance(error, InfinibayError):
            self._record(error, {"timer": timer.name})
        if not self._closed:
            self._note_end(timer, run, error, now)
        timer.book.give_back([timer.name])
        with self._changed:
            timer.due = max(run.began + timer.period_s, now + REST_S)
            timer.run = None
            self._changed.notify_all()

    @staticmethod
    def _note_end(timer: Timer, run: Run, error: BaseException | None, now: float) -> None:
        outcome = TimerOutcome.FAILED if error else TimerOutcome.DONE
        duration_ms, period = round((now - run.began) * 1000), timedelta(seconds=timer.period_s)
        try:
            timer.book.end(timer.name, outcome, _words(error), duration_ms, period)
        except DatabaseError as trouble:
            logger.info("the end of '%s' is not noted: %s", timer.name, trouble.message)


def _words(error: BaseException | None) -> str:
    if isinstance(error, InfinibayError):
        return error.message
    return f"{type(error).__name__}: {error}" if error else ""
