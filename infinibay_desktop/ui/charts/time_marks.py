"""Where the marks of a time axis stand, and what they say; local time."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_STEPS_S = (
    5, 10, 15, 30, _MINUTE_S, 2 * _MINUTE_S, 5 * _MINUTE_S, 10 * _MINUTE_S, 15 * _MINUTE_S,
    30 * _MINUTE_S, _HOUR_S, 2 * _HOUR_S, 3 * _HOUR_S, 6 * _HOUR_S, 12 * _HOUR_S, _DAY_S,
    2 * _DAY_S, 3 * _DAY_S, 7 * _DAY_S, 14 * _DAY_S,
)  # fmt: skip
_MONTHS = (1, 2, 3, 6, 12)


def time_marks(begin_s: float, end_s: float, most: int) -> list[float]:
    """Round moments, at most about so many."""
    wanted = max(1.0, (end_s - begin_s) / max(1, most))
    step = next((step for step in _STEPS_S if step >= wanted), None)
    if step is None:
        return _first_days(begin_s, end_s, wanted)
    # Round in local time; the offset of the middle holds for all but a night in spring.
    middle = datetime.fromtimestamp((begin_s + end_s) / 2, UTC).astimezone()
    offset = (middle.utcoffset() or timedelta(0)).total_seconds()
    first = -(-(begin_s + offset) // step) * step - offset
    return [first + number * step for number in range(int((end_s - first) // step) + 1)]


def mark_words(moment_s: float, step_s: float) -> str:
    """A time of the day, or a date where marks are days apart."""
    moment = datetime.fromtimestamp(moment_s, UTC).astimezone()
    locale = QLocale()
    midnight = moment.hour == moment.minute == moment.second == 0
    if step_s >= _DAY_S or midnight:
        date = QDate(moment.year, moment.month, moment.day)
        return locale.toString(date, "MMM yyyy" if step_s >= 28 * _DAY_S else "d MMM")
    time = QTime(moment.hour, moment.minute, moment.second)
    if step_s >= _MINUTE_S:
        return locale.toString(time, QLocale.FormatType.ShortFormat)
    return locale.toString(time, "HH:mm:ss")


def moment_words(moment_s: float, width_s: float) -> str:
    """The moment under the cursor: with seconds in short frames, with the date in long ones."""
    moment = datetime.fromtimestamp(moment_s, UTC).astimezone()
    locale = QLocale()
    time = QTime(moment.hour, moment.minute, moment.second)
    short = width_s <= 2 * _HOUR_S
    clock = locale.toString(time, "HH:mm:ss" if short else "HH:mm")
    if width_s <= _DAY_S / 2:
        return clock
    date = QDate(moment.year, moment.month, moment.day)
    return f"{locale.toString(date, QLocale.FormatType.ShortFormat)} {clock}"


def _first_days(begin_s: float, end_s: float, wanted_s: float) -> list[float]:
    """First days of months."""
    months = next((n for n in _MONTHS if n * 30 * _DAY_S >= wanted_s), _MONTHS[-1])
    start = datetime.fromtimestamp(begin_s, UTC).astimezone()
    number = start.year * 12 + start.month
    number += -(number - 1) % months
    found: list[float] = []
    while True:
        year, month = divmod(number - 1, 12)
        moment = datetime(year, month + 1, 1).astimezone().timestamp()
        if moment > end_s:
            return found
        if moment >= begin_s:
            found.append(moment)
        number += months
