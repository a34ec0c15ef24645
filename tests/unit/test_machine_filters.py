"""The filter above the list: what it understands, and that it never refuses."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.filter_words import named
from infinibay_desktop.ui.machines.filters import TOKENS, parse_filter


@dataclass
class Told:
    """A row as the filter sees it."""

    name: str = "desk-12"
    host_name: str = "KVM-1.example.net"
    state: MachineState = MachineState.RUNNING
    stale_since: datetime | None = None
    autostart: bool = False
    cpu_percent: float | None = 55.0
    memory_share: float | None = 0.5
    department: str = "Human Resources"
    owner: str = "Ana Müller"
    mine: bool = False

    @property
    def search(self) -> str:
        return f"{self.name}\n{self.host_name}\n{self.state}".casefold()


def passes(text: str, row: Told | None = None) -> bool:
    row = row or Told()
    found = parse_filter(text)
    assert (found.apply([row]) == [row]) is found.matches(row)
    return found.matches(row)


def test_an_empty_filter_lets_everything_pass() -> None:
    assert not parse_filter("  ")
    assert passes("  ")


@pytest.mark.parametrize("text", ["desk", "ESK-1", "desk kvm", "running example", '"desk-12"'])
def test_all_words_must_be_found_in_any_case(text: str) -> None:
    assert passes(text)
    assert not passes(f"{text} elsewhere")


def test_quotes_hold_words_together() -> None:
    row = Told(name="two words")
    assert passes('"two words"', row)
    assert not passes('"words two"', row)
    assert passes("words two", row)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("state:running", {MachineState.RUNNING}),
        ("state:off", {MachineState.SHUT_OFF, MachineState.SAVED}),
        ("state:shut-off", {MachineState.SHUT_OFF}),
        ('state:"shut off"', {MachineState.SHUT_OFF}),
        ("state:shut", {MachineState.SHUT_OFF, MachineState.SHUTTING_DOWN}),
        ("STATE:Crashed", {MachineState.CRASHED}),
        ("-state:running", set(MachineState) - {MachineState.RUNNING}),
    ],
)
def test_states(text: str, states: set[MachineState]) -> None:
    assert {state for state in MachineState if passes(text, Told(state=state))} == states


def test_host_stale_and_autostart() -> None:
    assert passes("host:kvm-1")
    assert not passes("host:desk")
    assert passes("stale:no autostart:no")
    stale = Told(stale_since=datetime(2026, 1, 1, tzinfo=UTC), autostart=True)
    assert passes("stale:yes autostart:yes", stale)
    assert not passes("-stale:yes", stale)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cpu>50", True),
        ("cpu>=55", True),
        ("cpu>55", False),
        ("cpu<55%", False),
        ("cpu<=55%", True),
        ("cpu:55", True),
        ("-cpu>50", False),
        ("memory>40", True),
        ("memory<40", False),
    ],
)
def test_figures_are_compared(text, found):
    assert passes(text) is found


def test_what_has_no_figure_matches_no_comparison() -> None:
    assert not passes("cpu>0", Told(cpu_percent=None))
    assert not passes("cpu<1000", Told(cpu_percent=None))


def test_a_minus_turns_a_word_round() -> None:
    assert not passes("-desk")
    assert passes("-elsewhere")
    assert passes("-")  # a word in 'desk-12'


@pytest.mark.parametrize(
    "text", ["owner>me", "dept:", "cpu>much", "state:nonsense", "stale:maybe", "a:b:c"]
)
def test_unknown_tokens_are_words(text: str) -> None:
    assert not passes(text)
    assert passes(text, Told(name=f"x{text}x"))


@given(st.text(), st.sampled_from(list(MachineState)), st.none() | st.floats())
def test_nothing_that_is_typed_is_refused(text, state, cpu) -> None:
    passes(text, Told(state=state, cpu_percent=cpu if cpu == cpu and cpu not in INFINITE else None))


INFINITE = (float("inf"), float("-inf"))
_PIECES = st.sampled_from([*TOKENS, "-", '"', ":", ">", "<=", "=", " ", "55%", "yes", "off", "\n"])


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_pieces_of_tokens_in_any_order_are_not_refused(text) -> None:
    passes(text)


def test_a_name_matches_itself_in_quotes() -> None:
    for name in ("<b>x</b>", "مكتب", "🚀 lab", "STRASSE", "ß", "x" * 200):
        assert passes(f'"{name}"', Told(name=name))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dept:human", True),
        ("department:RESOURCES", True),
        ("dept:sales", False),
        ('dept:"human resources"', True),
        ('dept:"human"', False),
        ("dept=human", False),
        ("dept:none", False),
        ("owner:mull", False),
        ("owner:mu\u0308ller", True),
        ("owner:me", False),
        ("-owner:me", True),
        ("owner:none", False),
    ],
)
def test_departments_and_owners_are_found_by_parts_and_by_whole_names(text, found) -> None:
    assert passes(text) is found


def test_mine_is_what_the_signed_in_person_owns_and_none_is_what_nobody_does() -> None:
    assert passes("owner:me", Told(mine=True))
    assert passes("owner:none", Told(owner=""))
    assert passes("dept:none", Told(department=""))
    # Somebody may be called so.
    assert passes('owner:"me"', Told(owner="Me"))
    assert passes('dept:"none"', Told(department="None"))


@pytest.mark.parametrize("name", ['The "A" team', "a:b", "<b>x</b>", "  spaced  out ", "İ ß ﬁ"])
def test_a_department_of_any_name_can_be_asked_for(name) -> None:
    shown = " ".join(name.split())
    assert passes(named("dept", name), Told(department=shown))
    assert not passes(named("dept", name), Told(department=f"{shown} 2"))
