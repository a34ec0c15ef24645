"""The record of errors, for administrators: what went wrong, how badly, and the facts around it."""

import logging
import threading
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from infinibay_desktop.model.activity import ActivityCount, ErrorEntry, ErrorQuery, Severity
from infinibay_desktop.model.errors import Cancelled, InfinibayError, NotPermittedError, UserError
from infinibay_desktop.model.events import ErrorRecorded
from infinibay_desktop.model.redaction import bounded_text, redacted_fields, storable_text
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.activity import WhoActs
from infinibay_desktop.services.backlog import Backlog
from infinibay_desktop.services.declarations import free, needs, program_only
from infinibay_desktop.services.ports import UnitOfWorkFactory

logger = logging.getLogger(__name__)
MOST_ERRORS_WAITING = 1000
# The same error within this time is counted, not written again: hosts are tried every few
# seconds for as long as they are away.
FOLD_S = 300.0
_MOST_FOLDED = 200
_BATCH = 200
_COUNTED = 10_000
_MOST_LIMIT = 1000
_MOST_PLACES = 6
_REMOVED_AT_ONCE = 2000


class ErrorRecordService:
    """Takes errors down and gives them to administrators.

    `record` never fails and never waits for the database; `flush` writes, on a timer and at
    the end.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        clock: Clock,
        workstation: str,
        *,
        current: WhoActs | None = None,
    ) -> None:
        self._units = units
        self._clock = clock
        self._workstation = bounded_text(workstation, 100)
        self._current: WhoActs = current or CurrentActor()
        self._backlog: Backlog[ErrorEntry] = Backlog(MOST_ERRORS_WAITING)
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._failing = False
        self._recent: dict[tuple[str, str], tuple[float, int]] = {}

    @free("whoever meets an error tells of it; it is bounded", signed_out=True)
    def record(self, error: BaseException, context: Mapping[str, object] | None = None) -> None:
        """Take an error down, if it is one for administrators. Any thread; never fails or waits.

        What a person can mend by themselves is not, nor what they stopped.
        """
        if isinstance(error, UserError | Cancelled):
            return
        try:
            self._take_down(error, context or {})
        except Exception:  # noqa: BLE001 - a boundary: this must not hide the error that came first
            # Without the exception itself: whoever hears of those would come back here.
            logger.warning("an error could not be recorded: %s", traceback.format_exc(limit=3))

    @program_only("run by a timer and at the end")
    def flush(self) -> None:
        """Write what was taken down. What cannot be written waits for the next time."""
        with self._writing:
            try:
                while batch := self._backlog.take(_BATCH):
                    self._write(batch)
            except InfinibayError as error:
                if not self._failing:
                    logger.warning("errors wait to be recorded: %s", error.message)
                self._failing = True
            else:
                self._failing = False

    @needs(Permission.ACTIVITY_VIEW)
    def find(self, query: ErrorQuery) -> Sequence[ErrorEntry]:
        """A page of errors, newest first. A text is looked for in the newest 20,000 errors, in
        message, code, facts and name. Raises NotPermittedError for who is no administrator.
        """
        self._check()
        with self._units() as unit:
            limit = max(1, min(query.limit, _MOST_LIMIT))
            return unit.errors.find(replace(_storable(query), limit=limit))

    @needs(Permission.ACTIVITY_VIEW)
    def count(self, query: ErrorQuery) -> ActivityCount:
        """How many errors match, up to 10,000. Raises NotPermittedError."""
        self._check()
        with self._units() as unit:
            found = unit.errors.count(replace(_storable(query), after=None), _COUNTED + 1)
        return ActivityCount(number=min(found, _COUNTED), exact=found <= _COUNTED)

    @program_only("run by a timer, as the settings say")
    def apply_retention(self, days: int) -> int:
        """Remove errors older than so many days; 0 keeps all. Returns how many were removed."""
        if days <= 0:
            return 0
        before = self._clock.now() - timedelta(days=days)
        removed = 0
        while part := self._remove_some(before):
            removed += part
        return removed

    def _check(self) -> None:
        if not self._current.actor.may(Permission.ACTIVITY_VIEW):
            raise NotPermittedError("Only administrators may read the record of errors.")

    def _take_down(self, error: BaseException, context: Mapping[str, object]) -> None:
        entry = self._entry(error, context)
        repeats = self._repeats(entry)
        if repeats is None:
            return
        if repeats:
            entry = replace(entry, context={**entry.context, "repeats": str(repeats)})
        self._backlog.put(entry)

    def _entry(self, error: BaseException, context: Mapping[str, object]) -> ErrorEntry:
        person = self._current.actor.person
        code, message = code_of(error), message_of(error)
        return ErrorEntry(
            id=uuid4(),
            at=self._clock.now(),
            code=bounded_text(code, 100),
            severity=severity_of(error),
            message=bounded_text(message),
            context=redacted_fields({**context, **_facts(error)}),
            actor_name=bounded_text(person.name, 300) if person else "",
            workstation=self._workstation,
        )

    def _repeats(self, entry: ErrorEntry) -> int | None:
        """How often it came since it was last written; None: not to be written again yet."""
        key, now = (entry.code, entry.message), self._clock.monotonic()
        with self._lock:
            written_at, repeats = self._recent.get(key, (now - FOLD_S, 0))
            if now - written_at < FOLD_S:
                self._recent[key] = (written_at, repeats + 1)
                return None
            self._recent.pop(key, None)
            self._recent[key] = (now, 0)
            while len(self._recent) > _MOST_FOLDED:
                self._recent.pop(next(iter(self._recent)))
        return repeats

    def _write(self, batch: list[ErrorEntry]) -> None:
        try:
            with self._units() as unit:
                unit.errors.add(batch)
                unit.tell(*(ErrorRecorded(code=each.code, message=each.message) for each in batch))
                unit.commit()
        except InfinibayError:
            self._backlog.put_back(batch)
            raise

    def _remove_some(self, before: datetime) -> int:
        with self._units() as unit:
            removed = unit.errors.remove_before(before, _REMOVED_AT_ONCE)
            unit.commit()
        return removed


def code_of(error: BaseException) -> str:
    """The stable code of an error; of one that nobody foresaw, 'unexpected'."""
    return error.code if isinstance(error, InfinibayError) else InfinibayError.code


def message_of(error: BaseException) -> str:
    """What went wrong, in one text."""
    if isinstance(error, InfinibayError):
        return error.message
    return f"{type(error).__name__}: {error}"


def severity_of(error: BaseException) -> Severity:
    """How bad it is: a bug is critical; what the world did to us high; what a person can mend
    medium; the rest low.
    """
    if not isinstance(error, InfinibayError):
        return Severity.CRITICAL
    if isinstance(error, Cancelled):
        return Severity.LOW
    return Severity.MEDIUM if isinstance(error, UserError) else Severity.HIGH


def _storable(query: ErrorQuery) -> ErrorQuery:
    return replace(query, text=storable_text(query.text), code=storable_text(query.code))


def _facts(error: BaseException) -> dict[str, object]:
    if isinstance(error, InfinibayError):
        return {name: value for name, value in error.details.items() if value not in (None, "")}
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_PLACES:]
    places = [f"{frame.name} ({_short(frame.filename)}:{frame.lineno})" for frame in frames]
    return {"where": " > ".join(places)} if places else {}


def _short(path: str) -> str:
    """A source file's path inside this program or a library: no folder of the person's."""
    for root in ("infinibay_desktop/", "site-packages/", "lib/"):
        if root in path:
            return path[path.rindex(root) :]
    return path.rpartition("/")[2]
