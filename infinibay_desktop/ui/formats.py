"""Figures and times as people read them, in their language."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

NO_FIGURE = "\N{EN DASH}"
_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
# Control characters, and those that turn the reading direction of what follows.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALVES = re.compile("[\ud800-\udfff]")


def number_text(value: float, decimals: int = 1) -> str:
    """The number without needless zeros, with the language's decimal mark."""
    if round(value, decimals) == round(value):
        decimals = 0
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", decimals)


def size_text(size_bytes: float | None) -> str:
    """IEC size: '512 MiB', '1.5 GiB', '0 B'; a dash where nothing is known."""
    if size_bytes is None:
        return NO_FIGURE
    value, power = float(size_bytes), 0
    while abs(value) >= 1023.95 and power < len(_UNITS) - 1:
        value, power = value / 1024, power + 1
    return f"{number_text(value, 1 if power else 0)} {_UNITS[power]}"


def rate_text(bytes_per_s: float | None) -> str:
    """'1.2 MiB/s'; a dash where nothing is known."""
    if bytes_per_s is None:
        return NO_FIGURE
    return QCoreApplication.translate("Formats", "{size}/s").format(size=size_text(bytes_per_s))


def percent_text(percent: float | None, decimals: int = 0) -> str:
    """'12 %'; a dash where nothing is known."""
    if percent is None:
        return NO_FIGURE
    figure = number_text(percent, decimals)
    return QCoreApplication.translate("Formats", "{figure} %").format(figure=figure)


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
