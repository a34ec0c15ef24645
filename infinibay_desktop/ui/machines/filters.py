"""What people type above the list, as a test that 10,000 rows take in a few milliseconds."""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.filter_words import bare

MAX_TEXT = 500
# Instead of a name: the signed-in person, and nobody.
ME, NONE = "me", "none"

# A minus, a key with ':' or a comparison, and a value; quotes hold words together.
_PART = re.compile(r'-?(?:[^\s":<>=]*[:<>=]+)?(?:"[^"]*"?|[^\s"]+)|\S')
_TOKEN = re.compile(r"([a-z]+)(:|<=|>=|<|>|=)(.*)", re.DOTALL)
_YES = frozenset({"yes", "on", "true", "1"})
_NO = frozenset({"no", "off", "false", "0"})


class Filterable(Protocol):
    """What a row must tell to be filtered."""

    @property
    def search(self) -> str:
        """Casefolded text in which words are looked for."""

    @property
    def host_name(self) -> str:
        """Name of its host."""

    @property
    def department(self) -> str:
        """Name of its department; empty: none."""

    @property
    def owner(self) -> str:
        """Name of its owner; empty: nobody."""

    @property
    def mine(self) -> bool:
        """Whether it is the signed-in person's own."""

    @property
    def state(self) -> MachineState:
        """State as last seen."""

    @property
    def stale_since(self) -> datetime | None:
        """Since when its host tells nothing."""

    @property
    def autostart(self) -> bool:
        """Whether it starts with its host."""

    @property
    def cpu_percent(self) -> float | None:
        """CPU load."""

    @property
    def memory_share(self) -> float | None:
        """Used part of the assigned memory."""


R = TypeVar("R", bound=Filterable)
Test = Callable[[Filterable], bool]
# From sign and casefolded value to a test; None where they make no sense together.
Token = Callable[[str, str], Test | None]

_OFF = frozenset({MachineState.SHUT_OFF, MachineState.SAVED})
_ALIASES: dict[str, frozenset[MachineState]] = {
    "on": frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN}),
    "off": _OFF,
    "stopped": _OFF,
    "down": _OFF,
    "up": frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN}),
}


def _states(value: str) -> frozenset[MachineState]:
    """States that a word stands for: an alias, or the beginning of their names."""
    if value in _ALIASES:
        return _ALIASES[value]
    word = value.replace("-", " ").replace("_", " ")
    return frozenset(state for state in MachineState if state.value.startswith(word))


def _state(sign: str, value: str) -> Test | None:
    states = _states(value) if sign in ":=" and value else frozenset()
    return (lambda row: row.state in states) if states else None


def _host(sign: str, value: str) -> Test | None:
    if sign not in ":=" or not value:
        return None
    return lambda row: value in row.host_name.casefold()


def _place(told: Callable[[Filterable], str]) -> Token:
    """A part of a name, or a whole one after '=' and in quotes; `none` where there is none."""

    def token(sign: str, value: str) -> Test | None:
        if sign not in ":=" or not value:
            return None
        wanted = bare(value)
        if sign == "=":
            return lambda row: bare(told(row)) == wanted
        if wanted == NONE:
            return lambda row: not told(row)
        return lambda row: wanted in bare(told(row))

    return token


_department = _place(operator.attrgetter("department"))
_named_owner = _place(operator.attrgetter("owner"))


def _owner(sign: str, value: str) -> Test | None:
    if sign == ":" and value == ME:
        return operator.attrgetter("mine")
    return _named_owner(sign, value)


def _flag(told: Callable[[Filterable], bool]) -> Token:
    def token(sign: str, value: str) -> Test | None:
        if sign not in ":=":
            return None
        if value in _YES:
            return told
        return (lambda row: not told(row)) if value in _NO else None

    return token


_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "=": lambda figure, limit: round(figure) == limit,
    ":": lambda figure, limit: round(figure) == limit,
}


def _number(told: Callable[[Filterable], float | None]) -> Token:
    def token(sign: str, value: str) -> Test | None:
        try:
            limit = float(value.removesuffix("%"))
        except ValueError:
            return None
        compare = _COMPARE[sign]

        def test(row: Filterable) -> bool:
            figure = told(row)
            return figure is not None and compare(figure, limit)

        return test

    return token


def _memory_percent(row: Filterable) -> float | None:
    share = row.memory_share
    return None if share is None else share * 100


TOKENS: dict[str, Token] = {
    "state": _state,
    "host": _host,
    "dept": _department,
    "department": _department,
    "owner": _owner,
    "stale": _flag(lambda row: row.stale_since is not None),
    "autostart": _flag(lambda row: row.autostart),
    "cpu": _number(operator.attrgetter("cpu_percent")),
    "memory": _number(_memory_percent),
}
_PLACES = frozenset({"dept", "department", "owner"})
# Tokens whose answer changes with each reading.
FIGURE_TOKENS = ("cpu", "memory")


@dataclass(frozen=True, slots=True)
class _Term:
    """One word or token; `word` is empty for tokens."""

    word: str
    test: Test
    wanted: bool
    asks_for_figures: bool = False


class MachineFilter:
    """A parsed filter. An empty one lets everything pass."""

    def __init__(self, terms: Sequence[_Term]) -> None:
        self._terms = tuple(terms)
        self.asks_for_figures = any(term.asks_for_figures for term in terms)

    def __bool__(self) -> bool:
        """Tell whether it can hold anything back."""
        return bool(self._terms)

    def matches(self, row: Filterable) -> bool:
        """Whether the row passes every term."""
        return all(term.test(row) is term.wanted for term in self._terms)

    def apply(self, rows: Sequence[R]) -> list[R]:
        """Rows that pass, in their order."""
        left = list(rows)
        for term in self._terms:
            left = _narrowed(left, term)
        return left


def _narrowed(rows: list[R], term: _Term) -> list[R]:
    word, test = term.word, term.test
    if not word:
        return [row for row in rows if test(row) is term.wanted]
    # A call a row would cost more than the search itself.
    if term.wanted:
        return [row for row in rows if word in row.search]
    return [row for row in rows if word not in row.search]


def parse_filter(text: str) -> MachineFilter:
    """Filter for what a person typed; never refuses: what is no token is a word."""
    parts = _PART.findall(text[:MAX_TEXT].casefold())
    return MachineFilter([term for part in parts if (term := _term(part))])


def _term(part: str) -> _Term | None:
    wanted = not (part.startswith("-") and len(part) > 1)
    body = part if wanted else part[1:]
    if test := _token(body):
        return _Term("", test, wanted, asks_for_figures=body.startswith(FIGURE_TOKENS))
    word = body.replace('"', "")
    return _Term(word, lambda row: word in row.search, wanted) if word else None


def _token(body: str) -> Test | None:
    found = _TOKEN.fullmatch(body)
    if not found or found[1] not in TOKENS:
        return None
    sign, value = found[2], found[3]
    if found[1] in _PLACES and value.startswith('"'):
        sign = "="  # who quotes means the whole name
    return TOKENS[found[1]](sign, value.replace('"', "").strip())
