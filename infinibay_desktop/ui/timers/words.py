"""What timers are called, what they do, and how a run went, in words."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.ui.formats import date_time_text, number_text, plain_text
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.state_words import Look

_LONGEST = 200
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
# Name and sentence of each timer that app/timers.py registers.
_TIMERS: dict[str, tuple[str, str]] = {
    "machine-status": (
        QT_TRANSLATE_NOOP("Timers", "States of machines"),
        QT_TRANSLATE_NOOP(
            "Timers", "Reads all machines of connected hosts anew, in case a host did not tell."
        ),
    ),
    "agent-watch": (
        QT_TRANSLATE_NOOP("Timers", "Silent agents"),
        QT_TRANSLATE_NOOP("Timers", "Tells of running machines whose agents have fallen silent."),
    ),
    "guest-services": (
        QT_TRANSLATE_NOOP("Timers", "Services in machines"),
        QT_TRANSLATE_NOOP(
            "Timers", "Asks agents for services, and tells of one that ran and has failed."
        ),
    ),
    "metric-roll-up": (
        QT_TRANSLATE_NOOP("Timers", "History of metrics"),
        QT_TRANSLATE_NOOP(
            "Timers", "Makes minutes, quarters of an hour and days of what was measured."
        ),
    ),
    "metric-retention": (
        QT_TRANSLATE_NOOP("Timers", "Old metrics"),
        QT_TRANSLATE_NOOP("Timers", "Removes history that is older than the settings want."),
    ),
    "record-retention": (
        QT_TRANSLATE_NOOP("Timers", "Old activity and errors"),
        QT_TRANSLATE_NOOP("Timers", "Removes entries that are older than the settings want."),
    ),
    "told-events": (
        QT_TRANSLATE_NOOP("Timers", "News between programs"),
        QT_TRANSLATE_NOOP(
            "Timers",
            "Removes what all programs on the database have heard, and what dead ones left.",
        ),
    ),
}
_OUTCOMES: dict[TimerOutcome, Look] = {
    TimerOutcome.NONE: Look("clock", QT_TRANSLATE_NOOP("Timers", "Has not run yet"), "muted"),
    TimerOutcome.DONE: Look("circle-check", QT_TRANSLATE_NOOP("Timers", "Done"), "running"),
    TimerOutcome.FAILED: Look("circle-x", QT_TRANSLATE_NOOP("Timers", "Failed"), "danger"),
    TimerOutcome.RUNNING: Look("loader-circle", QT_TRANSLATE_NOOP("Timers", "Running"), "accent"),
    TimerOutcome.CUT_SHORT: Look(
        "triangle-alert", QT_TRANSLATE_NOOP("Timers", "Cut short"), "paused"
    ),
}


def timer_title(name: str) -> str:
    """What a timer is called; its plain name where it has no words here."""
    known = _TIMERS.get(name)
    return _tr(known[0]) if known else plain_text(name, _LONGEST)


def timer_sentence(name: str) -> str:
    """What it does, in a sentence."""
    known = _TIMERS.get(name)
    return _tr(known[1]) if known else ""


def outcome_look(row: TimerRow) -> Look:
    """How the last run ended, or that one goes on."""
    look = _OUTCOMES[row.outcome]
    return look._replace(word=_tr(look.word))


def outcome_text(row: TimerRow) -> str:
    """The outcome, and the error's own words."""
    word = outcome_look(row).word
    message = plain_text(" ".join(row.message.split()), 2000)
    return f"{word}: {message}" if message else word


def next_text(row: TimerRow, now: datetime | None = None) -> str:
    """When it runs next; nothing while it runs."""
    translate = QCoreApplication.translate
    if row.paused:
        return translate("Timers", "Paused")
    if row.next_at is None or row.outcome is TimerOutcome.RUNNING:
        return ""
    left_s = int((row.next_at - (now or datetime.now(UTC))).total_seconds())
    if left_s <= 0:
        return translate("Timers", "Due")
    if left_s < _MINUTE_S:
        return translate("Timers", "In less than a minute")
    if left_s < 2 * _MINUTE_S:
        return translate("Timers", "In a minute")
    if left_s < _HOUR_S:
        return translate("Timers", "In {count} minutes").format(count=left_s // _MINUTE_S)
    if left_s < 2 * _HOUR_S:
        return translate("Timers", "In an hour")
    if left_s < _DAY_S:
        return translate("Timers", "In {count} hours").format(count=left_s // _HOUR_S)
    return date_time_text(row.next_at)


def took_text(duration_s: float | None) -> str:
    """How long the last run took."""
    if duration_s is None:
        return ""
    if duration_s < 1:
        return f"{duration_s * 1000:.0f} ms"
    if duration_s < _MINUTE_S:
        return f"{number_text(duration_s)} s"
    minutes, rest_s = divmod(int(duration_s), _MINUTE_S)
    return f"{minutes} min {rest_s} s"


def place_text(row: TimerRow) -> str:
    """How often it runs, and in which programs."""
    translate = QCoreApplication.translate
    often = _often(int(row.period_s))
    if row.runs_at and not row.runs_here:
        where = plain_text(row.runs_at, _LONGEST)
        words = translate("Timers", "{often}. It runs at {where} now.")
        return words.format(often=often, where=where)
    if row.shared:
        return translate("Timers", "{often}, in one of the programs on the database.").format(
            often=often
        )
    return translate("Timers", "{often}, in each program for itself.").format(often=often)


def _often(period_s: int) -> str:
    translate = QCoreApplication.translate
    if period_s == _HOUR_S:
        return translate("Timers", "Every hour")
    if period_s == _MINUTE_S:
        return translate("Timers", "Every minute")
    if period_s % _HOUR_S == 0:
        return translate("Timers", "Every {count} hours").format(count=period_s // _HOUR_S)
    if period_s % _MINUTE_S == 0:
        return translate("Timers", "Every {count} minutes").format(count=period_s // _MINUTE_S)
    return translate("Timers", "Every {count} seconds").format(count=period_s)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Timers", source)
