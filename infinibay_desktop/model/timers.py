"""Work that the program does by itself, again and again, and how it went last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TimerOutcome(StrEnum):
    """How a timer's last run ended."""

    NONE = ""  # it never ran
    DONE = "done"
    FAILED = "failed"
    RUNNING = "running"
    CUT_SHORT = "cut-short"  # the program that did it ended meanwhile; it is done again


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRecord:
    """What is kept of a timer between its runs."""

    name: str
    last_started_at: datetime | None = None
    last_ended_at: datetime | None = None
    next_at: datetime | None = None
    outcome: TimerOutcome = TimerOutcome.NONE
    message: str = ""
    duration_ms: int | None = None
    paused: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a run began and nobody wrote that it ended."""
        began, ended = self.last_started_at, self.last_ended_at
        return began is not None and (ended is None or ended < began)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRow:
    """A timer as it is shown. A shared one runs in one program at a time, others in each.

    `next_at` is None while it is paused. `runs_at` is the workstation whose program runs it now.
    """

    name: str
    period_s: float
    shared: bool
    last_started_at: datetime | None = None
    last_ended_at: datetime | None = None
    next_at: datetime | None = None
    duration_s: float | None = None
    outcome: TimerOutcome = TimerOutcome.NONE
    message: str = ""
    paused: bool = False
    runs_here: bool = False
    runs_at: str = ""
