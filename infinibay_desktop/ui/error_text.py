"""What a failure means, in sentences for people. Plain text, never markup."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.errors import Cancelled, InfinibayError
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.ui.error_sentences import (
    ACTS,
    CODES,
    PROBLEMS,
    TROUBLES,
    UNFORESEEN,
    WEAKNESSES,
)
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.remedy_text import translate_remedy

MAX_TITLE = 200
MAX_TEXT = 1000
MAX_DETAILS = 4000
_MAX_FACT = 500
_RAW = ("raw", "output", "stderr")
# What is said in the sentences already, or tells a program, not a person.
_NO_FACTS = frozenset({*_RAW, "problem", "trouble", "field", "act", "weakness", "department_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorText:
    """A failure: one sentence, the facts, what to do, and raw words for the curious."""

    title: str
    why: str = ""
    remedy: str = ""
    details: str = ""


def text_for(error: BaseException) -> ErrorText | None:
    """The failure in the person's language; None if the person stopped it. Shows no secret."""
    if isinstance(error, Cancelled):
        return None
    if not isinstance(error, InfinibayError):
        return _unforeseen(error)
    title = _translated(_sentence(error))
    why = plain_text(error.message.strip(), MAX_TEXT)
    return ErrorText(
        title=title,
        why="" if _same(why, title) else why,
        remedy=plain_text(_remedy(error), MAX_TEXT),
        details=plain_text(_details(error), MAX_DETAILS),
    )


def _sentence(error: InfinibayError) -> str:
    """The narrowest sentence: the cause's, the act's, then the kind of error's."""
    problem = error.details.get("problem")
    if isinstance(problem, Problem):
        return PROBLEMS[problem]
    for sentences, key in ((TROUBLES, "trouble"), (ACTS, "act"), (WEAKNESSES, "weakness")):
        found = sentences.get(str(error.details.get(key)))
        if found:
            return found
    for kind in type(error).__mro__:
        code = getattr(kind, "code", "")
        if code in CODES:
            return CODES[code]
    return UNFORESEEN


def _remedy(error: InfinibayError) -> str:
    problem = error.details.get("problem")
    known = problem if isinstance(problem, Problem) else None
    return translate_remedy(error.remedy.strip(), known)


def _details(error: InfinibayError) -> str:
    facts = [
        f"{key}: {plain_text(str(value), _MAX_FACT)}"
        for key, value in error.details.items()
        if key not in _NO_FACTS and value not in (None, "")
    ]
    raw = [str(error.details[key]).strip() for key in _RAW if error.details.get(key)]
    if not facts and not raw:
        return ""
    return "\n".join([f"code: {error.code}", *facts, *raw])


def _unforeseen(error: BaseException) -> ErrorText:
    words = plain_text(f"{type(error).__name__}: {error}", MAX_DETAILS)
    return ErrorText(title=_translated(UNFORESEEN), details=words)


def _translated(source: str) -> str:
    return plain_text(QCoreApplication.translate("Errors", source), MAX_TITLE)


def _same(one: str, other: str) -> bool:
    return one.rstrip(".").casefold() == other.rstrip(".").casefold()
