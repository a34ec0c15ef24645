"""The record of acts: written behind what is done, read by whom it concerns."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from infinibay_desktop.model.activity import (
    Act,
    ActivityCount,
    ActivityEntry,
    ActivityPage,
    ActivityQuery,
    ChainPoint,
    ChainReport,
    ExportFormat,
    Outcome,
)
from infinibay_desktop.model.activity_rights import (
    as_may_be_read,
    audience_of,
    shared_audience,
    visible_to,
)
from infinibay_desktop.model.errors import InfinibayError, NotPermittedError, StorageError
from infinibay_desktop.model.events import ActivityRecorded
from infinibay_desktop.model.redaction import bounded_text, redacted_fields, storable_text
from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.activity_check import check_record
from infinibay_desktop.services.activity_export import in_pieces, written
from infinibay_desktop.services.backlog import Backlog
from infinibay_desktop.services.declarations import free, needs, program_only
from infinibay_desktop.services.ports import UnitOfWorkFactory
from infinibay_desktop.services.target_names import with_names

logger = logging.getLogger(__name__)
FLUSH_S = 1.0
RETENTION_S = 6 * 3600.0
_BATCH = 500
_MOST_LIMIT = 1000
_EXPORT_PAGE = 1000
_COUNTED = 10_000
_LAST_SEQUENCE = 2**62
# A text is looked for in slices of so many entries, each in a transaction of its own: other
# programs can write in between. One page reaches this far back, the next one goes on there.
_TEXT_SLICE = 50_000
TEXT_REACH = 1_000_000
# A clock that is far ahead must not take the whole record away.
_KEPT_AT_LEAST = 1000
_REMOVED_AT_ONCE = 2000

FileWriter = Callable[[Path, Iterable[bytes]], None]


class WhoActs(Protocol):
    """Tells who acts."""

    @property
    def actor(self) -> Actor: ...


class ActivityService:
    """Takes acts down and gives them back, to each only what they may read.

    `record` never fails and never waits for the database: acts are written by `flush`, which
    a timer and the program's end call. Reading belongs on a worker.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        clock: Clock,
        workstation: str,
        *,
        current: WhoActs | None = None,
        write_file: FileWriter | None = None,
    ) -> None:
        self._units = units
        self._clock = clock
        self._workstation = bounded_text(workstation, 100)
        # Nobody reads anything until somebody is signed in.
        self._current: WhoActs = current or CurrentActor()
        self._write_file = write_file
        self._backlog: Backlog[Act] = Backlog()
        self._writing = threading.Lock()
        self._failing = False

    # Writing.

    @program_only("acts are recorded by what carries them out")
    def record(self, act: Act) -> None:
        """Take an act down, without secrets. Any thread; never fails, never waits."""
        try:
            self._backlog.put(_clean(act))
        except Exception:  # a boundary: trouble with the record is not the act's
            logger.exception("an act could not be recorded")

    @program_only("run by a timer and at the end")
    def flush(self) -> None:
        """Write what was taken down. What cannot be written waits for the next time."""
        with self._writing:
            try:
                self._write_all()
                # What was dropped came after all that waited.
                if dropped := self._backlog.take_dropped():
                    self._backlog.put_back([self._dropped_act(dropped)])
                    self._write_all()
            except InfinibayError as error:
                self._warn_once(error)
            else:
                self._failing = False

    @property
    @free("a number", signed_out=True)
    def waiting(self) -> int:
        """How many acts are not in the database yet."""
        return len(self._backlog)

    def _write(self, batch: list[Act]) -> None:
        try:
            with self._units() as unit:
                sequence = unit.activity.append(with_names(unit, batch), self._workstation)
                unit.tell(ActivityRecorded(sequence=sequence))
                unit.commit()
            logger.debug("%d acts recorded, up to %d", len(batch), sequence)
        except InfinibayError:
            self._backlog.put_back(batch)
            raise

    def _write_all(self) -> None:
        while batch := self._backlog.take(_BATCH):
            self._write(batch)

    def _dropped_act(self, dropped: int) -> Act:
        return Act(
            action="activity.lost",
            outcome=Outcome.FAILED,
            after={"acts": str(dropped)},
            message="Acts were dropped: the database could not be written for too long.",
            at=self._clock.now(),
        )

    def _warn_once(self, error: InfinibayError) -> None:
        if not self._failing:
            self._failing = True
            logger.warning("%d acts wait to be recorded: %s", self.waiting, error.message)

    # Reading.

    @free("narrowed to what whoever asks may read")
    def find(self, query: ActivityQuery) -> ActivityPage:
        """A page of entries, newest first, and where to go on.

        A text is looked for in the act's name, target's and actor's names, message, error code
        and workstation, in any letter case, all words in any order; a page of such a search
        may be short and still have a next one.
        """
        limit = max(1, min(query.limit, _MOST_LIMIT))
        return self._page(replace(self._narrowed(query), limit=limit))

    @free("narrowed to what whoever asks may read")
    def count(self, query: ActivityQuery) -> ActivityCount:
        """How many entries match, for a scroll bar; beyond 10,000 only of all of them exactly."""
        query = self._narrowed(query)
        with self._units() as unit:
            ends = unit.activity.ends()
            if replace(query, limit=0) == ActivityQuery(limit=0):
                return ActivityCount(number=ends.end.sequence - ends.begin.sequence)
            lowest = max(ends.end.sequence - _TEXT_SLICE, ends.begin.sequence) + 1
            counted_from = lowest if query.text.strip() else None
            found = unit.activity.count(query, _COUNTED + 1, counted_from)
        whole = counted_from is None or counted_from == ends.begin.sequence + 1
        return ActivityCount(number=min(found, _COUNTED), exact=whole and found <= _COUNTED)

    @free("the names of acts tell nothing of who did them")
    def actions(self) -> Sequence[str]:
        """The acts that occur in the record, by name."""
        with self._units() as unit:
            return unit.activity.actions()

    @free("narrowed to what whoever asks may read", act="activity.export")
    def export(self, query: ActivityQuery, fmt: ExportFormat) -> Iterator[str]:
        """All entries that match, newest first, line by line as they are read."""
        return written(fmt, self._all(self._narrowed(query)))

    @free("narrowed to what whoever asks may read", name="path", act="activity.export")
    def save_export(self, path: Path, query: ActivityQuery, fmt: ExportFormat) -> None:
        """Write all entries that match to a file, whole or not at all. Raises StorageError."""
        if self._write_file is None:
            raise StorageError("This program cannot write files here.")
        lines = written(fmt, self._all(self._narrowed(query)))
        self._write_file(path, in_pieces(lines))

    def _narrowed(self, query: ActivityQuery) -> ActivityQuery:
        """What whoever asks may be told of what they ask, in values that each database takes."""
        before = query.before_sequence
        return replace(
            visible_to(self._current.actor, query),
            text=storable_text(query.text),
            action=storable_text(query.action),
            target_id=storable_text(query.target_id),
            before_sequence=None if before is None else max(0, min(before, _LAST_SEQUENCE)),
        )

    def _all(self, query: ActivityQuery) -> Iterator[ActivityEntry]:
        query = replace(query, limit=_EXPORT_PAGE)
        page = self._page(self._still(query))
        yield from page.entries
        while page.go_on_before is not None:
            page = self._page(self._still(replace(query, before_sequence=page.go_on_before)))
            yield from page.entries

    def _still(self, query: ActivityQuery) -> ActivityQuery:
        """A narrowed query as it may go on: its reader may have lost rights, or have left."""
        now = audience_of(self._current.actor)
        return replace(query, audience=shared_audience(query.audience, now))

    def _page(self, query: ActivityQuery) -> ActivityPage:
        if query.text.strip():
            return self._search(query)
        with self._units() as unit:
            entries = self._readable(unit.activity.find(query))
        more = entries[-1].sequence if len(entries) == query.limit else None
        return ActivityPage(entries=entries, go_on_before=more)

    def _search(self, query: ActivityQuery) -> ActivityPage:
        with self._units() as unit:
            ends = unit.activity.ends()
        before = min(
            _LAST_SEQUENCE if query.before_sequence is None else query.before_sequence,
            ends.end.sequence + 1,
        )
        lowest = max(before - TEXT_REACH, ends.begin.sequence + 1)
        entries: list[ActivityEntry] = []
        while before > lowest and len(entries) < query.limit:
            start, left = max(before - _TEXT_SLICE, lowest), query.limit - len(entries)
            with self._units() as unit:
                asked = replace(query, before_sequence=before, limit=left)
                found = unit.activity.find(asked, from_sequence=start)
            entries += found
            before = found[-1].sequence if len(found) == left else start
        more = before if before > ends.begin.sequence + 1 else None
        return ActivityPage(entries=self._readable(entries), go_on_before=more)

    def _readable(self, entries: Iterable[ActivityEntry]) -> tuple[ActivityEntry, ...]:
        actor = self._current.actor
        return tuple(as_may_be_read(actor, entry) for entry in entries)

    # Keeping.

    @needs(Permission.ACTIVITY_VIEW, act="activity.verify")
    def verify(self, noted: ChainPoint | None = None) -> ChainReport:
        """Check the whole record, also against a place that was noted earlier.

        Raises NotPermittedError for who may not read all of it.
        """
        if not self._current.actor.may(Permission.ACTIVITY_VIEW):
            raise NotPermittedError("Only administrators may check the record.")
        return check_record(self._units, noted)

    @program_only("run by a timer, as the settings say")
    def apply_retention(self, days: int) -> int:
        """Remove entries older than so many days; 0 keeps all. Returns how many were removed.

        The newest thousand stay, whatever the clock says.
        """
        if days <= 0:
            return 0
        before = self._clock.now() - timedelta(days=days)
        removed = 0
        while part := self._remove_some(before):
            removed += part
        if removed:
            self.record(
                Act(
                    action="activity.trim",
                    before={"entries": str(removed)},
                    after={"older_than": before.isoformat(timespec="seconds")},
                    at=self._clock.now(),
                )
            )
        return removed

    def _remove_some(self, before: datetime) -> int:
        with self._units() as unit:
            keep_from = unit.activity.ends().last - _KEPT_AT_LEAST + 1
            removed = unit.activity.remove_oldest(
                before, keep_from=keep_from, at_most=_REMOVED_AT_ONCE
            )
            unit.commit()
        return removed


def _clean(act: Act) -> Act:
    """The act without secrets, bounded, as every database takes it."""
    return replace(
        act,
        action=bounded_text(act.action, 100),
        target_id=bounded_text(act.target_id, 200),
        target_name=bounded_text(act.target_name, 300),
        actor_name=bounded_text(act.actor_name, 300),
        before=redacted_fields(act.before),
        after=redacted_fields(act.after),
        error_code=bounded_text(act.error_code, 100),
        message=bounded_text(act.message),
        at=act.at if act.at.tzinfo else act.at.replace(tzinfo=UTC),
        duration_ms=max(0, min(int(act.duration_ms), 2**31 - 1)),
    )
