"""Figures and times as people read them, in their language."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

# A figure dash, as wide as a digit.
NO_FIGURE = "\N{EN DASH}"
_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")
_LARGEST = len(_UNITS) - 1
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
# Control characters, and those that turn the reading direction of what follows.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALVES = re.compile("[\ud800-\udfff]")


class _Language(NamedTuple):
    marks: dict[int, str]
    # What stands before and after the figure.
    rate: tuple[str, str]
    percent: tuple[str, str]


@lru_cache(maxsize=1)
def _language() -> _Language:
    # Kept: lists show hundreds of figures a second, and to ask Qt takes ten times as long.
    locale, translate = QLocale(), QCoreApplication.translate
    own = {".": locale.decimalPoint(), "-": locale.negativeSign()}
    own |= {str(digit): locale.toString(digit) for digit in range(10)}
    return _Language(
        {ord(mark): shown for mark, shown in own.items() if mark != shown},
        _around(translate("Formats", "{size}/s"), "{size}"),
        _around(translate("Formats", "{figure} %"), "{figure}"),
    )


def _around(words: str, place: str) -> tuple[str, str]:
    before, _place, after = words.partition(place)
    return before, after


def forget_language() -> None:
    """Ask for marks and words anew: the language is another."""
    _language.cache_clear()


def number_text(value: float, decimals: int = 1) -> str:
    """The number without needless zeros, with the language's decimal mark."""
    if decimals == 1:
        text = f"{value:.1f}".removesuffix(".0")
    elif decimals:
        text = f"{value:.{decimals}f}".removesuffix("." + "0" * decimals)
    else:
        text = f"{value:.0f}"
    marks = _language().marks
    return text.translate(marks) if marks else text


def size_text(size_bytes: float | None) -> str:
    """IEC size: '512 MiB', '1.5 GiB', '0 B'; a dash where nothing is known."""
    if size_bytes is None:
        return NO_FIGURE
    value, power = float(size_bytes), 0
    while abs(value) >= 1023.95 and power < _LARGEST:
        value, power = value / 1024, power + 1
    return f"{number_text(value, 1 if power else 0)} {_UNITS[power]}"


def rate_text(bytes_per_s: float | None) -> str:
    """'1.2 MiB/s'; a dash where nothing is known."""
    if bytes_per_s is None:
        return NO_FIGURE
    before, after = _language().rate
    return f"{before}{size_text(bytes_per_s)}{after}"


def percent_text(percent: float | None, decimals: int = 0) -> str:
    """'12 %'; a dash where nothing is known."""
    if percent is None:
        return NO_FIGURE
    before, after = _language().percent
    return f"{before}{number_text(percent, decimals)}{after}"


def ago_text(moment: datetime, now: datetime | None = None) -> str:
    """'2 minutes ago' up to a day, 'yesterday', then the local date."""
    passed_s = int(((now or datetime.now(UTC)) - moment).total_seconds())
    translate = QCoreApplication.translate
    if passed_s < -_MINUTE_S or passed_s >= 2 * _DAY_S:
        return date_time_text(moment)
    if passed_s < _MINUTE_S:
        return translate("Formats", "just now")
    if passed_s >= _DAY_S:
        return translate("Formats", "a day ago")
    if passed_s >= _HOUR_S:
        return _hours_ago(passed_s // _HOUR_S)
    return _minutes_ago(passed_s // _MINUTE_S)


# One and many are two texts: lupdate finds Qt's plural forms in Python only in `self.tr`, and
# English, Spanish and German all have these two.


def _hours_ago(hours: int) -> str:
    if hours == 1:
        return QCoreApplication.translate("Formats", "an hour ago")
    return QCoreApplication.translate("Formats", "{count} hours ago").format(count=hours)


def _minutes_ago(minutes: int) -> str:
    if minutes == 1:
        return QCoreApplication.translate("Formats", "a minute ago")
    return QCoreApplication.translate("Formats", "{count} minutes ago").format(count=minutes)


def date_time_text(moment: datetime) -> str:
    """Local date and time in the language's short form."""
    return QLocale().toString(_to_qt(moment), QLocale.FormatType.ShortFormat)


def iso_text(moment: datetime) -> str:
    """Local ISO date, time and offset, for tool tips: the same in every language."""
    return moment.astimezone().isoformat(" ", "seconds")


def _to_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))


def plain_text(text: str, limit: int) -> str:
    """Foreign text that may be shown: bounded, without what hides or turns its neighbours."""
    shown = _HALVES.sub("\ufffd", _UNSHOWN.sub(" ", text[: limit + 1]))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
