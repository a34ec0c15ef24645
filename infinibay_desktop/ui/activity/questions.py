"""What is asked of the record on a worker: names looked up, the first page, where it begins."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from infinibay_desktop.model.activity import ActivityPage, ActivityQuery
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.people import Person, PersonId
from infinibay_desktop.ui.activity.filters import Wish, query_of
from infinibay_desktop.ui.activity.record import PAGE
from infinibay_desktop.ui.activity.words import acts_called


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person wants to see, and whether they may see every entry."""

    wish: Wish = field(default_factory=Wish)
    may_see_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The first page. `oldest` is the record's first number where all of it is shown."""

    query: ActivityQuery
    first: ActivityPage
    oldest: int | None = None


class _Core(Protocol):
    @property
    def activity(self) -> Any: ...
    @property
    def people(self) -> Any: ...
    @property
    def current(self) -> Any: ...


def page_of(query: ActivityQuery, before_sequence: int | None) -> ActivityQuery:
    """The question for one page."""
    return replace(query, before_sequence=before_sequence, limit=PAGE)


def answer(core: _Core, question: Question) -> Answer:
    """Ask. On a worker."""
    wish = question.wish
    query = query_of(wish, actor_id=_person(core, wish.who), action=_action(wish.what))
    first: ActivityPage = core.activity.find(page_of(query, None))
    found = first.entries
    if wish or not question.may_see_all:
        return Answer(query=query, first=first)
    if not found:
        return Answer(query=query, first=first, oldest=1)
    last = found[-1].sequence
    oldest = last if first.go_on_before is None else _oldest(core, last)
    return Answer(query=query, first=first, oldest=oldest)


def _oldest(core: _Core, known: int) -> int:
    """The record's first number, by halving: retention takes entries from the old end only."""
    low, high = 1, known
    while low < high:
        middle = (low + high) // 2
        found = core.activity.find(ActivityQuery(before_sequence=middle + 1, limit=1))
        low, high = (low, middle) if found.entries else (middle + 1, high)
    return low


def _person(core: _Core, who: str) -> PersonId | None:
    """The one person that is meant; None where it is a word to look for."""
    if not who:
        return None
    actor: Person | None = core.current.actor.person
    if who.casefold() == "me":
        return actor.id if actor else None
    try:
        found = core.people.search(who, limit=2, include_deleted=True)
    except InfinibayError:  # who may not see people still searches by words
        return None
    return found[0].id if len(found) == 1 else None


def _action(what: str) -> str:
    """The one act that is meant; empty where it is a word to look for."""
    wanted = what.casefold()
    if not wanted or "." in wanted:
        return wanted
    found = acts_called(wanted)
    return found[0] if len(found) == 1 else ""
