"""Tables by which programs on one database share work: leases, timers."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from infinibay_desktop.database.rows import Row


class LeaseRow(Row):
    """Who does something that one program at a time may do, and until when."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(index=True)
    until: Mapped[datetime]


class TimerRunRow(Row):
    """A timer's last run, whichever program did it, and its next."""

    __tablename__ = "timers"

    name: Mapped[str] = mapped_column(primary_key=True)
    last_started_at: Mapped[datetime | None]
    last_ended_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    outcome: Mapped[str]
    message: Mapped[str]
    duration_ms: Mapped[int | None]
    paused: Mapped[bool]
