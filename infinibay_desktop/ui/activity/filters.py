"""What people type above the record, as a question to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from infinibay_desktop.model.activity import ActivityQuery, Outcome, Severity
from infinibay_desktop.model.people import PersonId

MAX_TEXT = 500
_PART = re.compile(r'[a-z]+:"[^"]*"?|"[^"]*"?|\S+', re.IGNORECASE)
_AGO = re.compile(r"(\d{1,4})(min|h|d|w)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?")
_UNITS = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The parts of a filter. Names of people and acts are not looked up yet.

    `mistaken` holds tokens whose value makes no sense; they hold nothing back.
    """

    words: tuple[str, ...] = ()
    who: str = ""
    what: str = ""
    target: str = ""
    outcome: Outcome | None = None
    severity: Severity | None = None
    since: datetime | None = None
    until: datetime | None = None
    mistaken: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it can hold anything back."""
        return replace(self, mistaken=()) != Wish()


def parse_wish(text: str, now: datetime) -> Wish:
    """The parts of what was typed at `now`; what is no token is a word."""
    wish = Wish()
    for part in _PART.findall(text[:MAX_TEXT]):
        wish = _with(wish, part, now)
    return wish


def _with(wish: Wish, part: str, now: datetime) -> Wish:
    name, colon, value = part.partition(":")
    value = value.replace('"', "").strip()
    token = _TOKENS.get(name.casefold())
    if not (colon and token):
        word = part.replace('"', "").strip()
        return replace(wish, words=(*wish.words, word)) if word else wish
    if not value:
        return wish
    return token(wish, value, now) or replace(wish, mistaken=(*wish.mistaken, part))


Token = Callable[[Wish, str, datetime], Wish | None]


def _outcome(wish: Wish, value: str, _now: datetime) -> Wish | None:
    found = [one for one in Outcome if one.value.startswith(value.casefold())]
    return replace(wish, outcome=found[0]) if found else None


def _severity(wish: Wish, value: str, _now: datetime) -> Wish | None:
    found = [one for one in Severity if one.value.startswith(value.casefold())]
    return replace(wish, severity=found[0]) if found else None


def _since(wish: Wish, value: str, now: datetime) -> Wish | None:
    moment = parse_moment(value, now)
    return replace(wish, since=moment) if moment else None


def _until(wish: Wish, value: str, now: datetime) -> Wish | None:
    moment = parse_moment(value, now, end=True)
    return replace(wish, until=moment) if moment else None


_TOKENS: dict[str, Token] = {
    "who": lambda wish, value, _now: replace(wish, who=value),
    "what": lambda wish, value, _now: replace(wish, what=value),
    "on": lambda wish, value, _now: replace(wish, target=value),
    "outcome": _outcome,
    "severity": _severity,
    "since": _since,
    "until": _until,
}


def parse_moment(value: str, now: datetime, *, end: bool = False) -> datetime | None:
    """A moment: 'today', 'yesterday', '2h', '7d', '2026-03-01' or '2026-03-01T10:42'.

    Days are those of this computer; with `end` a day means its end.
    """
    local = now.astimezone()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    day = timedelta(days=1) if end else timedelta(0)
    named = {"today": midnight, "yesterday": midnight - timedelta(days=1)}
    if value.casefold() in named:
        return named[value.casefold()] + day
    if ago := _AGO.fullmatch(value.casefold()):
        return local - int(ago[1]) * _UNITS[ago[2]]
    return _date(value, day)


def _date(value: str, day: timedelta) -> datetime | None:
    if not _DATE.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value)
        whole_day = day if len(value) == len("2026-03-01") else timedelta(0)
        return (moment if moment.tzinfo else moment.astimezone()) + whole_day
    except (ValueError, OverflowError, OSError):
        return None


def query_of(
    wish: Wish, *, actor_id: PersonId | None = None, action: str = "", target_id: str = ""
) -> ActivityQuery:
    """The question to the record; names that were looked up replace their words."""
    words = list(wish.words)
    words += [wish.who] if wish.who and actor_id is None else []
    words += [wish.what] if wish.what and not action else []
    words += [wish.target] if wish.target and not target_id else []
    return ActivityQuery(
        text=" ".join(words),
        actor_id=actor_id,
        action=action,
        target_id=target_id,
        outcome=wish.outcome,
        since=wish.since,
        until=wish.until,
    )
