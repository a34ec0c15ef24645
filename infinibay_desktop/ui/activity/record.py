"""The rows of a record of any length, in pages that come when they are wanted."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from infinibay_desktop.model.activity import ActivityEntry, ActivityPage

PAGE = 200
# So many pages are kept in memory, however long the record is.
KEPT_PAGES = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to ask for: its key, and where it begins (newest first)."""

    key: int
    before_sequence: int | None


class Pages:
    """The pages that were looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, dict[int, ActivityEntry]] = OrderedDict()

    def __contains__(self, key: int) -> bool:
        """Whether the page is in memory."""
        return key in self._kept

    def __len__(self) -> int:
        """How many are in memory."""
        return len(self._kept)

    def get(self, key: int, place: int) -> ActivityEntry | None:
        """An entry of a page in memory, which then counts as looked at."""
        page = self._kept.get(key)
        if page is None:
            return None
        self._kept.move_to_end(key)
        return page.get(place)

    def page(self, key: int) -> dict[int, ActivityEntry] | None:
        """A page in memory."""
        return self._kept.get(key)

    def put(self, key: int, page: dict[int, ActivityEntry]) -> None:
        """Keep a page; the one that nobody looked at for longest goes."""
        self._kept[key] = page
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT_PAGES:
            self._kept.popitem(last=False)

    def drop(self, key: int) -> None:
        """Forget a page: it is to be asked for anew."""
        self._kept.pop(key, None)


class Record(Protocol):
    """What a list needs to know of a record; `rows` is how long the list is now."""

    @property
    def rows(self) -> int: ...
    @property
    def is_complete(self) -> bool: ...
    def entry(self, row: int) -> ActivityEntry | None: ...
    def wanted(self, row: int) -> Wanted | None: ...
    def put(self, page: Wanted, found: ActivityPage) -> None: ...
    def is_missing(self, row: int) -> bool: ...
    def row_of(self, sequence: int) -> int | None: ...


class WholeRecord:
    """All entries, whose sequence numbers follow each other: any place can be gone to at once."""

    is_complete = True

    def __init__(self, newest: int, oldest: int) -> None:
        self._newest = newest
        self._oldest = oldest
        self._pages = Pages()
        # The newest as read last: shown also while the rest of their page is on its way.
        self._top: dict[int, ActivityEntry] = {}

    @property
    def rows(self) -> int:
        """How many numbers the record spans."""
        return max(0, self._newest - self._oldest + 1)

    @property
    def pages_in_memory(self) -> int:
        """How many pages are kept."""
        return len(self._pages)

    def entry(self, row: int) -> ActivityEntry | None:
        """The entry in a row, if it is in memory."""
        sequence = self._newest - row
        return self._pages.get(sequence // PAGE, sequence) or self._top.get(sequence)

    def is_missing(self, row: int) -> bool:
        """Whether the record was asked, and has no entry with the row's number."""
        key = (self._newest - row) // PAGE
        return key in self._pages and self.entry(row) is None

    def wanted(self, row: int) -> Wanted | None:
        """The page that a row needs and that is not in memory."""
        if not 0 <= row < self.rows:
            return None
        key = (self._newest - row) // PAGE
        return None if key in self._pages else Wanted(key, (key + 1) * PAGE)

    def put(self, page: Wanted, found: ActivityPage) -> None:
        """A page came. Entries of other pages are passed over."""
        low = page.key * PAGE
        fitting = {one.sequence: one for one in found.entries if low <= one.sequence < low + PAGE}
        self._pages.put(page.key, fitting)

    def row_of(self, sequence: int) -> int | None:
        """Where an entry stands."""
        row = self._newest - sequence
        return row if 0 <= row < self.rows else None

    def grow(self, newest: Sequence[ActivityEntry]) -> int:
        """The newest entries were read anew; returns how many rows came on top."""
        more = newest[0].sequence - self._newest if newest else 0
        if more <= 0:
            return 0
        self._top = {one.sequence: one for one in newest[:PAGE]}
        joins = newest[-1].sequence <= self._newest + 1
        for key in range((self._newest + 1) // PAGE, newest[0].sequence // PAGE + 1):
            low = key * PAGE
            known = self._pages.page(key)
            begins_here = self._newest < max(low, self._oldest)
            if newest[-1].sequence <= low or (joins and (known is not None or begins_here)):
                fresh = {one.sequence: one for one in newest if low <= one.sequence < low + PAGE}
                self._pages.put(key, (known or {}) | fresh)
            else:
                self._pages.drop(key)
        self._newest = newest[0].sequence
        return more


def whole_record(first: Sequence[ActivityEntry], oldest: int) -> WholeRecord:
    """All entries, of which the newest were read; without any, it grows from nothing."""
    record = WholeRecord(oldest - 1, oldest)
    record.grow(first)
    return record


class FoundRecord:
    """Entries that match: each page is known when the one before it was read."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._befores: list[int | None] = [None]
        self._rows = 0
        self._complete = False
        self._pages = Pages()

    @property
    def is_complete(self) -> bool:
        """Whether the end was reached."""
        return self._complete

    @property
    def rows(self) -> int:
        """The rows that are known, and one to come where the end is not reached."""
        return self._rows + (0 if self._complete else 1)

    @property
    def pages_in_memory(self) -> int:
        """How many pages are kept."""
        return len(self._pages)

    def entry(self, row: int) -> ActivityEntry | None:
        """The entry in a row, if it is in memory."""
        if not 0 <= row < self._rows:
            return None
        key = bisect_right(self._starts, row) - 1
        return self._pages.get(key, row - self._starts[key])

    def is_missing(self, row: int) -> bool:
        """Whether retention took the entry since its page was first read."""
        if not 0 <= row < self._rows:
            return False
        key = bisect_right(self._starts, row) - 1
        return key in self._pages and self.entry(row) is None

    def wanted(self, row: int) -> Wanted | None:
        """The page that a row needs and that is not in memory."""
        if row >= self._rows:
            key = len(self._starts)
            return None if self._complete else Wanted(key, self._befores[key])
        if row < 0:
            return None
        key = bisect_right(self._starts, row) - 1
        return None if key in self._pages else Wanted(key, self._befores[key])

    def put(self, page: Wanted, found: ActivityPage) -> None:
        """A page came; one that is read again keeps its place."""
        if page.key > len(self._starts):
            return
        if page.key == len(self._starts):
            self._append(found)
        if found.entries:
            self._pages.put(page.key, dict(enumerate(found.entries)))

    def row_of(self, sequence: int) -> int | None:
        """Where an entry of a page in memory stands."""
        for key, start in enumerate(self._starts):
            before = self._befores[key]
            if key in self._pages and (before is None or sequence < before):
                for place in range(PAGE):
                    found = self._pages.get(key, place)
                    if found and found.sequence == sequence:
                        return start + place
        return None

    def _append(self, found: ActivityPage) -> None:
        self._complete = found.go_on_before is None
        if not found.entries:  # nothing matched so far back: the search goes on from there
            self._befores[-1] = found.go_on_before
            return
        if not self._starts:  # read again, it shall begin with the same entry
            self._befores[0] = found.entries[0].sequence + 1
        self._starts.append(self._rows)
        self._befores.append(found.go_on_before)
        self._rows += len(found.entries)
