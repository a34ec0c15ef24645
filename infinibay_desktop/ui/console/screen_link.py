"""Keeps a screen connected for as long as somebody wants to see it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from infinibay_desktop.model.consoles import ConsoleTrouble, ScreenNews, ScreenState
from infinibay_desktop.model.errors import InfinibayError, InvalidStateError, UserError
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console.attempt import Attempt, Opener
from infinibay_desktop.ui.console.schedule import Cancel, Schedule

FIRST_RETRY_S, LONGEST_RETRY_S = 0.5, 15.0
# A connection that lasted this long was a good one: the next trouble is a new trouble.
_GOOD_AFTER_S = 10.0

# Trying again would only get the same answer.
_FINAL = (ConsoleTrouble.REFUSED, ConsoleTrouble.PASSWORD, ConsoleTrouble.ENCRYPTION)

Submit = Callable[[Callable[[], None]], object]
"""Runs work on a worker thread, soon; shows by itself what nobody foresaw."""


class LinkPhase(StrEnum):
    """How far the way to a screen is."""

    IDLE = "idle"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    WAITING = "waiting"
    REFUSED = "refused"


class ScreenLink(QObject):
    """Opens a screen, hands on its news, and opens it again when it is lost.

    Refusals that a person must mend are not tried again by themselves.
    """

    phase_changed = Signal()
    opened = Signal(object)
    news = Signal(object)

    def __init__(
        self,
        opener: Opener,
        submit: Submit,
        schedule: Schedule,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self._submit = submit
        self._schedule = schedule
        self._clock = clock
        self._password = ""
        # Apart from self, for when Qt has already taken that.
        self._left: list[Attempt] = []
        self._attempt: Attempt | None = None
        self._cancel_retry: Cancel | None = None
        self._announced = False
        self._asleep = False
        self._tries = 0
        self._connected_at: float | None = None
        self._retry_at = 0.0
        self.phase = LinkPhase.IDLE
        self.error: InfinibayError | None = None
        self.was_connected = False
        left = self._left
        self.destroyed.connect(lambda: _abandon(left))

    @property
    def screen(self) -> Screen | None:
        """The connected screen, if there is one."""
        return self._attempt.screen if self._attempt and self._announced else None

    @property
    def seconds_to_retry(self) -> float:
        """How long until it is tried again, while it is waiting."""
        return max(0.0, self._retry_at - self._clock.monotonic())

    def open(self) -> None:
        """Connect, unless it is connected, on its way, or refused."""
        if self.phase is LinkPhase.IDLE:
            self._start()

    def retry_now(self, password: str = "") -> None:
        """Connect at once if it waits or was refused; from now on with this password."""
        self._password = password or self._password
        if self.phase in (LinkPhase.WAITING, LinkPhase.REFUSED):
            self._start()

    def close(self) -> None:
        """Drop the screen, and want none. Never waits."""
        self._drop()
        self._tries = 0
        self._password = ""
        self.error = None
        self.was_connected = False
        self._turn(LinkPhase.IDLE)

    def sleep(self, *, asleep: bool) -> None:
        """Fetch no news while nobody looks; what came meanwhile is fetched afterwards."""
        self._asleep = asleep
        if not asleep and self._attempt is not None:
            self._on_bell_rung()

    def _start(self) -> None:
        self._drop()
        attempt = Attempt(self._opener, self._password)
        self._attempt = attempt
        self._left.append(attempt)
        attempt.bell.rung.connect(self._on_bell_rung)
        self._turn(LinkPhase.CONNECTING)
        self._submit(attempt.run)

    def _drop(self) -> None:
        if self._cancel_retry is not None:
            self._cancel_retry()
            self._cancel_retry = None
        attempt, self._attempt = self._attempt, None
        self._announced = False
        self._connected_at = None
        if attempt is not None:
            attempt.abandon()
            self._left.clear()

    def _on_bell_rung(self) -> None:
        attempt = self._attempt
        if attempt is None or self._asleep:
            return
        if attempt.error is not None:
            self._failed(attempt.error)
        elif attempt.screen is not None:
            self._take_news(attempt.screen)

    def _take_news(self, screen: Screen) -> None:
        if not self._announced:
            self._announced = True
            self.opened.emit(screen)
        if self._attempt is None:
            return
        news = screen.take_news()
        self.news.emit(news)
        if self._attempt is not None:
            self._follow(news)

    def _follow(self, news: ScreenNews) -> None:
        if news.state is ScreenState.ENDED:
            self._ended(news.error)
        elif news.state is ScreenState.CONNECTED and self.phase is LinkPhase.CONNECTING:
            self.error = None
            self.was_connected = True
            self._connected_at = self._clock.monotonic()
            self._turn(LinkPhase.CONNECTED)

    def _ended(self, error: InfinibayError | None) -> None:
        since = self._connected_at
        if since is not None and self._clock.monotonic() - since >= _GOOD_AFTER_S:
            self._tries = 0
        self._failed(error)

    def _failed(self, error: InfinibayError | None) -> None:
        self._drop()
        self.error = error
        if error is not None and _needs_a_person(error):
            self._tries = 0
            self._turn(LinkPhase.REFUSED)
            return
        delay_s = min(FIRST_RETRY_S * 2**self._tries, LONGEST_RETRY_S)
        self._tries += 1
        self._retry_at = self._clock.monotonic() + delay_s
        self._cancel_retry = self._schedule.call_in(delay_s, self._start)
        self._turn(LinkPhase.WAITING)

    def _turn(self, phase: LinkPhase) -> None:
        if phase is not self.phase or phase is LinkPhase.WAITING:
            self.phase = phase
            self.phase_changed.emit()


def _needs_a_person(error: InfinibayError) -> bool:
    if isinstance(error, UserError):
        # The machine came up or went down at this moment: we shall hear of it.
        return not isinstance(error, InvalidStateError)
    return error.details.get("trouble") in _FINAL


def _abandon(attempts: list[Attempt]) -> None:
    for attempt in attempts:
        attempt.abandon()
