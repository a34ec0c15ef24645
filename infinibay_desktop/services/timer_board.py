"""The program's timers as people see them: last run, next run, run now, pause."""

import logging
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta

from infinibay_desktop.model.errors import ConflictError, DatabaseError, NotFoundError
from infinibay_desktop.model.events import EventsMissed, TimerEnded, TimerStarted
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.timers import TimerOutcome, TimerRecord, TimerRow
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.declarations import needs, program_only
from infinibay_desktop.services.timer_books import TimerBook
from infinibay_desktop.services.timer_runs import REST_S, RecordError, Timer, TimerRuns, Work

logger = logging.getLogger(__name__)
TICK_S = 1.0
# A program that only answers one command begins nothing that it would not end.
FIRST_S = 20.0
# What another program runs is asked for again: that one may die.
AGAIN_S = 5.0


class TimerService:
    """Runs timers when they are due, never one over itself, and keeps how each run went.

    A run that fails ends only itself. Shared timers run in one of several programs at a time;
    when that one dies, another goes on.
    """

    def __init__(
        self,
        shared: TimerBook,
        local: TimerBook,
        tasks: Submitter,
        clock: Clock,
        record: RecordError,
        *,
        first_s: float = FIRST_S,
        again_s: float = AGAIN_S,
    ) -> None:
        self._shared = shared
        self._local = local
        self._clock = clock
        self._again_s = again_s
        self._begins = clock.monotonic() + first_s
        self._changed = threading.Condition()
        self._runs = TimerRuns(tasks, clock, record, self._changed)
        # Held while a run is claimed and begun: nobody gives back what another one just took.
        self._beginning = threading.RLock()
        self._timers: dict[str, Timer] = {}
        self._outdated = True
        self._closed = False

    # The program's.

    @program_only("the program registers its own work")
    def register(
        self,
        name: str,
        period_s: float,
        work: Work,
        *,
        shared: bool = False,
        may_run: Callable[[], bool] = lambda: True,
    ) -> None:
        """Run `work` each `period_s` seconds from now on, on workers.

        `may_run` says whether this program may do it at the moment; others may then.
        """
        timer = Timer(
            name=name,
            period_s=period_s,
            work=work,
            book=self._shared if shared else self._local,
            may_run=may_run,
            due=self._begins,
        )
        with self._changed:
            self._timers[name] = timer

    @program_only("a timer does this")
    def tick(self) -> None:
        """Begin what is due."""
        now = self._clock.monotonic()
        if now < self._begins or self._closed:
            return
        self._runs.end_hanging(self._all())
        self._begin(self._local, now)
        try:
            self._learn()
            self._begin(self._shared, now)
        except DatabaseError as error:
            logger.info("timers wait for the database: %s", error.message)

    @program_only("the bus tells this")
    def on_timer_event(self, event: TimerStarted | TimerEnded | EventsMissed) -> None:
        """Some program ran, paused or resumed one: look what is due now. On the bus thread."""
        timer = None if isinstance(event, EventsMissed) else self._timers.get(event.name)
        if timer is None or timer.book is self._shared:
            self._outdated = True

    @program_only("the program ends")
    def close(self) -> None:
        """Begin nothing more. What still runs counts as not done: the next program does it."""
        self._closed = True
        self._runs.close()

    # For people.

    @needs(Permission.TIMER_VIEW)
    def all(self) -> Sequence[TimerRow]:
        """All timers, by name. Raises DatabaseError."""
        timers = self._all()
        rows = [
            row
            for book in (self._local, self._shared)
            for row in self._rows(book, [timer for timer in timers if timer.book is book])
        ]
        return sorted(rows, key=lambda row: row.name)

    @needs(Permission.TIMER_VIEW)
    def wait_for_end(self, name: str, timeout_s: float) -> TimerRow:
        """The timer when its run here has ended, or the time is over. Raises NotFoundError."""
        timer = self._find(name)
        with self._changed:
            self._changed.wait_for(lambda: timer.run is None, timeout_s)
        return self._rows(timer.book, [timer])[0]

    @needs(Permission.TIMER_MANAGE, name="name", act="timer.run")
    def run_now(self, name: str) -> None:
        """Begin a run here, paused or not. Raises NotFoundError, or ConflictError while it runs."""
        timer = self._find(name)
        with self._beginning:
            if timer.run is None and not self._closed and name in timer.book.take([name])[1]:
                self._runs.start(timer)
                return
        where = timer.book.holders([name]).get(name, "")
        raise ConflictError(
            f"'{name}' runs already{f' at {where!r}' if where else ''}.",
            remedy="Wait until this run has ended.",
        )

    @needs(Permission.TIMER_MANAGE, name="name", act="timer.pause")
    def pause(self, name: str) -> None:
        """Begin no run until it is resumed. Raises NotFoundError, DatabaseError."""
        self._set_paused(name, paused=True)

    @needs(Permission.TIMER_MANAGE, name="name", act="timer.resume")
    def resume(self, name: str) -> None:
        """Run it again when it is due. Raises NotFoundError, DatabaseError."""
        self._set_paused(name, paused=False)

    # What is due.

    def _learn(self) -> None:
        """Read what other programs noted of shared timers, where something changed."""
        outdated, self._outdated = self._outdated, False
        timers = [timer for timer in self._all() if timer.book is self._shared]
        if not outdated or not timers:
            return
        try:
            at, records = self._shared.read([timer.name for timer in timers])
        except DatabaseError:
            self._outdated = True
            raise
        for timer in timers:
            self._take_over(timer, records[timer.name], at)

    def _begin(self, book: TimerBook, now: float) -> None:
        """Begin those that nobody else runs, and that are still due by what is noted."""
        with self._beginning:
            due = self._due(book, now)
            at, records = book.take([timer.name for timer in due]) if due else (None, {})
            for timer in due:
                record = records.get(timer.name)
                if record is None or at is None:
                    timer.due = now + self._again_s
                    continue
                self._take_over(timer, record, at)
                if timer.due <= now and not timer.paused:
                    self._runs.start(timer)
                else:
                    book.give_back([timer.name])

    def _due(self, book: TimerBook, now: float) -> list[Timer]:
        with self._changed:
            timers = [
                timer
                for timer in self._timers.values()
                if timer.book is book and timer.due <= now and not (timer.run or timer.paused)
            ]
        return [timer for timer in timers if timer.may_run()]

    def _take_over(self, timer: Timer, record: TimerRecord, at: datetime) -> None:
        with self._changed:
            timer.paused = record.paused
            if record.next_at is not None and timer.run is None:
                wait_s = (record.next_at - at).total_seconds()
                if wait_s > timer.period_s + REST_S:
                    wait_s = 0.0  # the clock was ahead when that was noted
                timer.due = self._clock.monotonic() + wait_s

    # Small change.

    def _set_paused(self, name: str, *, paused: bool) -> None:
        timer = self._find(name)
        timer.book.set_paused(name, paused=paused)
        with self._changed:
            timer.paused = paused
        # The last word: where it is kept has a name of its own.
        changed(target_name=name)

    def _all(self) -> list[Timer]:
        with self._changed:
            return list(self._timers.values())

    def _find(self, name: str) -> Timer:
        with self._changed:
            timer = self._timers.get(name)
        if timer is None:
            raise NotFoundError(
                f"There is no timer '{name[:60]}'.", remedy="infinibay timer list shows the timers."
            )
        return timer

    def _rows(self, book: TimerBook, timers: Collection[Timer]) -> list[TimerRow]:
        names = [timer.name for timer in timers]
        if not names:
            return []
        at, records = book.read(names)
        holders = book.holders(names)
        return [self._row(timer, records[timer.name], at, holders) for timer in timers]

    def _row(
        self, timer: Timer, record: TimerRecord, at: datetime, holders: Mapping[str, str]
    ) -> TimerRow:
        outcome = record.outcome
        if record.is_open:
            runs = timer.name in holders
            outcome = TimerOutcome.RUNNING if runs else TimerOutcome.CUT_SHORT
        first = at + timedelta(seconds=max(0.0, timer.due - self._clock.monotonic()))
        ended = not record.is_open and record.duration_ms is not None
        return TimerRow(
            name=timer.name,
            period_s=timer.period_s,
            shared=timer.book is self._shared,
            last_started_at=record.last_started_at,
            last_ended_at=record.last_ended_at,
            next_at=None if record.paused else record.next_at or first,
            duration_s=(record.duration_ms or 0) / 1000 if ended else None,
            outcome=outcome,
            message="" if record.is_open else record.message,
            paused=record.paused,
            runs_here=timer.run is not None and outcome is TimerOutcome.RUNNING,
            runs_at=holders.get(timer.name, ""),
        )
