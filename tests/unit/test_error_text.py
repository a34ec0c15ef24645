"""What failures say to people."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from infinibay_desktop.model.consoles import ConsoleTrouble
from infinibay_desktop.model.errors import (
    Cancelled,
    ConsoleError,
    HostUnreachableError,
    HypervisorError,
    InfinibayError,
    InvalidStateError,
    NotFoundError,
    StorageError,
    ValidationError,
)
from infinibay_desktop.model.hosts import Stage
from infinibay_desktop.model.machines import Act, MachineState, check_act
from infinibay_desktop.model.problems import Distribution, Family, Problem
from infinibay_desktop.services.remedies import remedy_for, with_remedy
from infinibay_desktop.ui import error_sentences, remedy_text
from infinibay_desktop.ui.error_text import ErrorText, text_for


def kinds(base: type[InfinibayError] = InfinibayError) -> list[type[InfinibayError]]:
    ours = [child for child in base.__subclasses__() if child.__module__.startswith("infinibay")]
    return [base, *(kind for child in ours for kind in kinds(child))]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_code_has_a_sentence_of_its_own(kind) -> None:
    if kind is Cancelled:
        assert text_for(Cancelled("no")) is None
        return
    given = {"field": "name"} if issubclass(kind, ValidationError) else {}
    text = text_for(kind("Facts.", **given))
    assert text == ErrorText(title=error_sentences.CODES[kind.code], why="Facts.")
    assert text.title.endswith(".")


def test_no_two_codes_share_a_sentence_and_none_is_for_nobody() -> None:
    sentences = list(error_sentences.CODES.values())
    assert len(sentences) == len(set(sentences))
    assert error_sentences.CODES.keys() == {kind.code for kind in kinds()} - {"cancelled"}


def test_a_kind_without_a_sentence_has_its_parents() -> None:
    class NewError(StorageError):
        code = "new"

    assert text_for(NewError("x")).title == error_sentences.CODES["storage"]


@pytest.mark.parametrize("problem", Problem)
def test_every_known_problem_has_a_sentence(problem) -> None:
    error = HostUnreachableError("Facts.", problem=problem)
    assert text_for(error).title == error_sentences.PROBLEMS[problem]


@pytest.mark.parametrize("trouble", ConsoleTrouble)
def test_every_trouble_with_a_screen_has_a_sentence(trouble) -> None:
    assert (
        text_for(ConsoleError("Facts.", trouble=trouble)).title
        == (error_sentences.TROUBLES[trouble])
    )


@pytest.mark.parametrize("act", Act)
def test_every_refused_act_is_named(act) -> None:
    with pytest.raises(InvalidStateError) as caught:
        check_act(act, "web", MachineState.CREATING)
    text = text_for(caught.value)
    assert text.title == error_sentences.ACTS[act.name.lower()]
    assert "'web'" in text.why
    assert text.remedy


def test_the_message_is_not_said_twice() -> None:
    assert text_for(NotFoundError("it is not there, or not any more")).why == ""
    assert text_for(NotFoundError("")).why == ""


def test_raw_words_and_facts_are_under_details_and_bounded() -> None:
    error = HypervisorError(
        "Could not start.",
        operation="start machine",
        stage=Stage.SOCKET,
        raw="r" * 9000,
        problem=None,
    )
    details = text_for(error).details
    assert details.startswith("code: hypervisor\noperation: start machine\nstage: socket\nrrr")
    assert len(details) == 4000


def test_hostile_text_stays_text_and_short() -> None:
    evil = "<img src=x>\x1b[2J\u202e" * 1000
    text = text_for(StorageError(evil, remedy=evil, raw=evil, path=evil))
    assert len(text.title) <= 200
    assert len(text.why) <= 1000
    assert len(text.remedy) <= 1000
    assert len(text.details) <= 4000
    for part in (text.why, text.remedy, text.details):
        assert part.isprintable() or "\n" in part
        assert not {"\x1b", "\u202e"} & set(part)
        assert "<img" in part


def test_what_nobody_foresaw_says_so_and_keeps_its_name() -> None:
    text = text_for(KeyError("x"))
    assert text.title == error_sentences.UNFORESEEN
    assert text.details == "KeyError: 'x'"


class Shouting(QTranslator):
    """A language that is English in capitals, places left as they are."""

    def translate(self, _context, source, *_rest) -> str:
        return "".join(
            part if part.startswith("{") else part.upper()
            for part in source.replace("{", "\0{").replace("}", "}\0").split("\0")
        )


@pytest.fixture
def shouting(qapp):
    translator = Shouting(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("family", Family)
def test_every_remedy_is_translated_with_its_facts(problem, family) -> None:
    distribution = Distribution(family=family, name="x")
    error = with_remedy(
        HostUnreachableError("x", problem=problem), distribution, name="tower {service}"
    )
    shown = text_for(error).remedy
    assert shown.upper() == error.remedy.upper()
    assert shown != error.remedy
    if "tower" in error.remedy:
        assert "tower {service}" in shown


@pytest.mark.usefixtures("shouting")
def test_a_remedy_that_is_not_ours_stays_as_it_is() -> None:
    assert text_for(StorageError("x", remedy="Ask your admin.")).remedy == "Ask your admin."
    error = HostUnreachableError("x", remedy="Ask.", problem=Problem.SIGN_IN)
    assert text_for(error).remedy == "Ask."


def test_a_known_problem_without_a_remedy_gets_its_own_if_that_needs_no_facts(qapp) -> None:
    debian = Distribution(family=Family.DEBIAN, name="x")
    error = HostUnreachableError("x", problem=Problem.SIGN_IN)
    assert text_for(error).remedy == remedy_for(Problem.SIGN_IN, debian)
    assert text_for(HostUnreachableError("x", problem=Problem.NO_ANSWER)).remedy == ""


def test_every_problem_has_remedies_to_translate() -> None:
    assert remedy_text._TEMPLATES.keys() == set(Problem)
