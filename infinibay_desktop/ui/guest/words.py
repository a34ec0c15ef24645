"""States inside a guest, and the machine's agent, in words for people."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.ui.formats import NO_FIGURE, ago_text
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.state_words import Look

MAX_SHOWN = 60
_UNKNOWN = Look("circle-question-mark", "", "muted")
# What agents call the states of services; anything else is shown in the guest's own word.
_SERVICES: dict[str, Look] = {
    "running": Look("circle-check", QT_TRANSLATE_NOOP("Guest", "running"), "running"),
    "exited": Look("check", QT_TRANSLATE_NOOP("Guest", "done"), "muted"),
    "starting": Look("hourglass", QT_TRANSLATE_NOOP("Guest", "starting"), "accent"),
    "stopping": Look("hourglass", QT_TRANSLATE_NOOP("Guest", "stopping"), "paused"),
    "stopped": Look("square", QT_TRANSLATE_NOOP("Guest", "stopped"), "off"),
    "paused": Look("pause", QT_TRANSLATE_NOOP("Guest", "paused"), "paused"),
    "failed": Look("circle-x", QT_TRANSLATE_NOOP("Guest", "failed"), "danger"),
}
_STARTS: dict[str, str] = {
    "enabled": QT_TRANSLATE_NOOP("Guest", "by itself"),
    "automatic": QT_TRANSLATE_NOOP("Guest", "by itself"),
    "static": QT_TRANSLATE_NOOP("Guest", "when needed"),
    "indirect": QT_TRANSLATE_NOOP("Guest", "when needed"),
    "manual": QT_TRANSLATE_NOOP("Guest", "by hand"),
    "disabled": QT_TRANSLATE_NOOP("Guest", "by hand"),
}


def service_state(state: str) -> Look:
    """A service's state."""
    known = _SERVICES.get(state.lower())
    if known:
        return known._replace(word=QCoreApplication.translate("Guest", known.word))
    return _UNKNOWN._replace(word=short(state) or NO_FIGURE)


def start_type(kind: str) -> str:
    """When a service starts."""
    known = _STARTS.get(kind.lower())
    return QCoreApplication.translate("Guest", known) if known else short(kind) or NO_FIGURE


def short(text: str) -> str:
    """Foreign text for the middle of a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"


def silent_words(since: datetime | None) -> str:
    """Since when an agent is silent."""
    if since is None:
        return QCoreApplication.translate("Guest", "The agent is silent")
    text = QCoreApplication.translate("Guest", "The agent is silent; it last spoke {when}")
    return text.format(when=ago_text(since))


def uptime_text(seconds: int) -> str:
    """'3 d 4 h', '5 h 12 min', '12 min'."""
    days, rest = divmod(seconds, 86400)
    hours, minutes = rest // 3600, rest % 3600 // 60
    translate = QCoreApplication.translate
    if days:
        return translate("Guest", "{days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("Guest", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return translate("Guest", "{minutes} min").format(minutes=minutes)
