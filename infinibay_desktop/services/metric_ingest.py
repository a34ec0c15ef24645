"""Readings on their way into the database: taken at once, written in batches, never waited for."""

import logging
import threading
from collections import deque
from collections.abc import Sequence

from infinibay_desktop.model.errors import ConflictError, InfinibayError
from infinibay_desktop.model.metrics import Sample, Tier
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.declarations import free, program_only
from infinibay_desktop.services.metric_names import MetricNames
from infinibay_desktop.services.metric_ports import RawRow
from infinibay_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)
FLUSH_S = 5.0
LANE = "metrics"
BATCH = 2000
# About eight minutes of a thousand guests, some 30 MB.
MOST_WAITING = 100_000
# Readings of an hour that has been over for so long are late: the hour is rolled up again.
LATE_S = 60
_HOUR_S = 3600
# Older than this nothing is kept waiting; later than this no clock is right.
OLDEST_S, NEWEST_S = 10 * _HOUR_S, _HOUR_S
# Computers that keep their clocks are closer together than this.
_CLOCK_TOLERANCE_S = 5
_LOOK_AGAIN_S = 60.0


class MetricIngest:
    """Takes samples from any thread and stores them. A batch is stored whole or waits.

    When the database is behind for too long, the oldest samples are dropped, counted, and told
    of once.
    """

    def __init__(self, units: UnitOfWorkFactory, clock: Clock, tasks: Submitter) -> None:
        self._units = units
        self._clock = clock
        self._tasks = tasks
        self._waiting: deque[Sample] = deque()
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._names = MetricNames()
        self._asked = False
        self._dropped = 0
        self._told = 0
        self._failing = False
        self._shift_s = 0
        self._looked_s: float | None = None

    @program_only("samples come from guests and hosts")
    def offer(self, sample: Sample) -> None:
        """Take a sample; any thread, never blocks."""
        waiting = self._waiting
        waiting.append(sample)
        size = len(waiting)
        if size > MOST_WAITING:
            self._drop()
        if size >= BATCH and not self._asked and not self._failing:
            self._asked = True
            self._tasks.submit(self.flush, key=LANE, lane=LANE)

    @property
    @free("a number")
    def waiting(self) -> int:
        """How many samples are not stored yet."""
        return len(self._waiting)

    @property
    @free("a number")
    def dropped(self) -> int:
        """How many samples were lost since the start."""
        return self._dropped

    @program_only("a timer and the program's end do this")
    def flush(self) -> None:
        """Store what waits. What cannot be stored waits for the next time."""
        with self._writing:
            self._asked = False
            try:
                while batch := self._take():
                    self._store(batch)
            except InfinibayError as error:
                self._warn_once(error)
            else:
                self._failing = False
            self._tell_dropped()

    def _take(self) -> list[Sample]:
        with self._lock:
            size = min(len(self._waiting), BATCH)
            return [self._waiting.popleft() for _ in range(size)]

    def _store(self, batch: list[Sample]) -> None:
        try:
            try:
                self._write(batch, some_known=False)
            except ConflictError:
                # The answer to an earlier commit was lost, or two were read in one second.
                self._names.forget()
                self._write(batch, some_known=True)
        except InfinibayError:
            # Numbers that were given in this transaction are not.
            self._names.forget()
            with self._lock:
                self._waiting.extendleft(reversed(batch))
            self._drop()
            raise

    def _write(self, batch: list[Sample], *, some_known: bool) -> None:
        with self._units() as unit:
            now_s = self._clock.now().timestamp() + self._shift(unit)
            self._names.begin(now_s)
            rows, others = self._plain(batch, now_s)
            lost = 0
            if others:
                late, lost = self._take_others(unit, others, rows, now_s)
                unit.metrics.redo(late)
            unit.metrics.add(rows, some_known=some_known)
            unit.commit()
        self._dropped += lost

    def _plain(self, batch: Sequence[Sample], now_s: float) -> tuple[list[RawRow], list[Sample]]:
        """Rows of those whose names are known and whose time is now; and the others."""
        sources, layouts = self._names.sources, self._names.layouts
        begin_s, end_s = _open_hour(now_s), int(now_s) + NEWEST_S
        shift_s = self._shift_s
        rows: list[RawRow] = []
        others: list[Sample] = []
        for sample in batch:
            key, source, at_s, layout, values = sample
            who, what = sources[source].get(id(key)), layouts.get(id(layout))
            at_s += shift_s
            if who and what and what[1] == len(values) and begin_s <= at_s <= end_s:
                rows.append((who, at_s, what[0], values))
            else:
                others.append(sample)
        return rows, others

    def _take_others(
        self, unit: UnitOfWork, others: Sequence[Sample], rows: list[RawRow], now_s: float
    ) -> tuple[set[tuple[Tier, int, int]], int]:
        """Add what is new, late or odd; the hours that were rolled up before, and how many are lost."""
        names = self._names
        names.learn(unit.metrics, others, now_s)
        oldest_s, newest_s, open_s = int(now_s) - OLDEST_S, int(now_s) + NEWEST_S, _open_hour(now_s)
        late: set[tuple[Tier, int, int]] = set()
        lost = 0
        for sample in others:
            named = names.find(sample) or names.fixed(sample)
            at_s = sample.at_s + self._shift_s
            if named is None or not oldest_s <= at_s <= newest_s:
                lost += 1
                continue
            rows.append((named[0], at_s, named[1], named[2]))
            if at_s < open_s:
                late.add((Tier.MINUTE, named[0], at_s // _HOUR_S * _HOUR_S))
        return late, lost

    def _shift(self, unit: UnitOfWork) -> int:
        """How far the database's clock is ahead of ours; looked at once a minute."""
        now_s = self._clock.monotonic()
        if self._looked_s is None or not 0 <= now_s - self._looked_s < _LOOK_AGAIN_S:
            difference = unit.now() - self._clock.now()
            self._shift_s, self._looked_s = clock_shift(difference.total_seconds()), now_s
        return self._shift_s

    def _drop(self) -> None:
        with self._lock:
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popleft()
                self._dropped += 1

    def _tell_dropped(self) -> None:
        """The first loss is a warning, the next ones are for who reads the log."""
        if self._dropped > self._told:
            level = logging.INFO if self._told else logging.WARNING
            logger.log(level, "%d readings of machines were lost", self._dropped - self._told)
            self._told = self._dropped

    def _warn_once(self, error: InfinibayError) -> None:
        if not self._failing:
            self._failing = True
            logger.warning("%d readings wait to be stored: %s", self.waiting, error.message)


def _open_hour(now_s: float) -> int:
    """The first second of readings that are in time."""
    return (int(now_s) - LATE_S) // _HOUR_S * _HOUR_S


def clock_shift(difference_s: float) -> int:
    """What to add to this computer's time to get the database's; 0 where both are right."""
    return round(difference_s) if abs(difference_s) > _CLOCK_TOLERANCE_S else 0
