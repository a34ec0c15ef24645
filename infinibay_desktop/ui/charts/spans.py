"""How much time a chart shows."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400


class Span(StrEnum):
    """The ranges to choose from; the value is what memory holds."""

    LIVE = "live"
    QUARTER_HOUR = "15m"
    HOUR = "1h"
    SIX_HOURS = "6h"
    DAY = "24h"
    WEEK = "7d"
    MONTH = "30d"
    QUARTER = "90d"
    YEAR = "1y"


@dataclass(frozen=True, slots=True)
class _About:
    words: str
    seconds: int
    # How often all is drawn or read again while somebody looks.
    again_s: int


_ABOUT = {
    Span.LIVE: _About(QT_TRANSLATE_NOOP("Charts", "Live, 5 minutes"), 5 * _MINUTE_S, 5),
    Span.QUARTER_HOUR: _About(QT_TRANSLATE_NOOP("Charts", "15 minutes"), 15 * _MINUTE_S, 10),
    Span.HOUR: _About(QT_TRANSLATE_NOOP("Charts", "1 hour"), _HOUR_S, 30),
    Span.SIX_HOURS: _About(QT_TRANSLATE_NOOP("Charts", "6 hours"), 6 * _HOUR_S, 60),
    Span.DAY: _About(QT_TRANSLATE_NOOP("Charts", "24 hours"), _DAY_S, 300),
    Span.WEEK: _About(QT_TRANSLATE_NOOP("Charts", "7 days"), 7 * _DAY_S, 900),
    Span.MONTH: _About(QT_TRANSLATE_NOOP("Charts", "30 days"), 30 * _DAY_S, 900),
    Span.QUARTER: _About(QT_TRANSLATE_NOOP("Charts", "90 days"), 90 * _DAY_S, 900),
    Span.YEAR: _About(QT_TRANSLATE_NOOP("Charts", "1 year"), 365 * _DAY_S, 900),
}
# The frame moves on in this many steps, so that axes are seldom drawn anew.
_STEPS = 20


def words_of(span: Span) -> str:
    """What the choice says."""
    return QCoreApplication.translate("Charts", _ABOUT[span].words)


def seconds_of(span: Span) -> int:
    """How much time it is."""
    return _ABOUT[span].seconds


def again_s_of(span: Span) -> int:
    """After how long it is brought up to date."""
    return _ABOUT[span].again_s


def frame_of(span: Span, now_s: float) -> tuple[float, float]:
    """The times from and to; the end lies a little ahead and moves on in steps."""
    seconds = seconds_of(span)
    step = seconds / _STEPS
    end = (now_s // step + 1) * step
    return end - seconds, end
