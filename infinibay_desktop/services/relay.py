"""Tells this program what other programs on the same database did."""

import logging
import threading
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.events import Event, EventsMissed
from infinibay_desktop.runtime.threads import Role, start_thread
from infinibay_desktop.services.declarations import program_only
from infinibay_desktop.services.ports import EventFeed, Publisher, UnitOfWorkFactory

logger = logging.getLogger(__name__)
PAGE = 200
# Who is further behind than this reads all anew, which is less work.
MAX_BEHIND = 5000
FIRST_RETRY_S, LONGEST_RETRY_S = 0.5, 10.0
STOP_S = 2.0
PRUNE_S = 3600.0
E = TypeVar("E", bound=Event)


class Relay:
    """Publishes the events of other programs, each once and in the order of their commits.

    What was told while the connection was lost or the computer slept comes late; where it
    cannot come any more, `EventsMissed` stands for all of it.
    """

    def __init__(self, feed: EventFeed, units: UnitOfWorkFactory, publisher: Publisher) -> None:
        self._feed = feed
        self._units = units
        self._publisher = publisher
        self._position = 0
        self._stopping = threading.Event()
        self._ended = threading.Event()
        self._ended.set()
        self._followers: dict[type[Event], list[Callable[[Event], None]]] = defaultdict(list)
        self._failing = False

    @program_only("the program begins and ends it")
    def follow(self, kind: type[E], handler: Callable[[E], None]) -> None:
        """Call `handler` for what others told of `kind`, before it is published. Before `start`.

        It runs on the relay's thread and must not block.
        """

        def narrowed(event: Event) -> None:
            assert isinstance(event, kind)
            handler(event)

        self._followers[kind].append(narrowed)

    @program_only("the program begins and ends it")
    def begin(self) -> None:
        """Remember where the events stand: from here on nothing is missed.

        Call it before anything is read that events keep up to date.
        """
        with self._units() as unit:
            self._position = unit.events.newest()

    @program_only("the program begins and ends it")
    def start(self) -> None:
        """Follow from now on; the bus must run."""
        self._ended.clear()
        start_thread(Role.RELAY, self._run)

    @program_only("the program begins and ends it")
    def stop(self) -> None:
        """Publish nothing more."""
        self._stopping.set()
        self._feed.wake()
        self._ended.wait(STOP_S)  # one that hangs in a dead network dies with the program

    @program_only("a timer does this")
    def prune(self) -> None:
        """Remove what everybody has heard; run by a timer."""
        with self._units() as unit:
            unit.events.remove_old()
            unit.commit()

    def _run(self) -> None:
        delay_s = FIRST_RETRY_S
        while not self._stopping.is_set():
            try:
                self._feed.open()
                while not self._stopping.is_set():
                    self._catch_up()
                    delay_s = FIRST_RETRY_S
                    self._feed.wait()
            except DatabaseError as error:
                self._tell_trouble(error)
            except Exception:
                # A boundary: above this thread is nobody, and others must be heard again.
                logger.exception("what other programs do is not heard for now")
            self._feed.close()
            self._stopping.wait(delay_s)
            delay_s = min(LONGEST_RETRY_S, delay_s * 2)
        self._ended.set()

    def _tell_trouble(self, error: DatabaseError) -> None:
        if not self._failing:
            self._failing = True
            logger.warning("what other programs do is not heard for now: %s", error.message)

    def _catch_up(self) -> None:
        more = True
        while more and not self._stopping.is_set():
            page = self._feed.read(self._position, PAGE)
            behind = page.newest - self._position
            removed = 0 < self._position < page.oldest - 1
            if behind < 0 or behind > MAX_BEHIND or removed:
                logger.info("events from %d to %d are lost", self._position, page.newest)
                self._position = page.newest
                self._publish(EventsMissed())
                break
            more = page.upto < page.newest
            self._position = page.upto
            for event in page.events:
                self._publish(event)
        if self._failing:
            self._failing = False
            logger.info("what other programs do is heard again")

    def _publish(self, event: Event) -> None:
        for kind in type(event).__mro__:
            for handler in self._followers.get(kind, ()):
                try:
                    handler(event)
                except Exception:
                    # A boundary: what follows in the page must still be told.
                    logger.exception("a follower failed for %s", type(event).__name__)
        self._publisher.publish(event)
