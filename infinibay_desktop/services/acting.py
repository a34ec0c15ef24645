"""Who acts: the person who is signed in, or the program itself inside its own work."""

from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar

from infinibay_desktop.model.events import ActorChanged, Event
from infinibay_desktop.model.rights import NOBODY, PROGRAM, Actor
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.declarations import free, program_only

_override: ContextVar[Actor | None] = ContextVar("actor", default=None)


class CurrentActor:
    """The one answer to "who acts?". Any thread.

    Whoever is signed in is so for the whole program. What the program does by itself says so
    with `as_program`, which holds on the calling thread only, until its block is left.
    """

    def __init__(self, publish: Callable[[Event], None] = lambda _event: None) -> None:
        self._publish = publish
        self._signed_in = NOBODY

    @property
    @free("everybody may know who they are", signed_out=True)
    def actor(self) -> Actor:
        """Who acts here and now."""
        return _override.get() or self._signed_in

    @property
    @free("everybody may know who they are", signed_out=True)
    def signed_in(self) -> Actor:
        """Who is signed in in this program; NOBODY where nobody is."""
        return self._signed_in

    @program_only("signing in decides who acts")
    def set(self, actor: Actor) -> None:
        """Another person is signed in, or what they may do changed; tells it where it did."""
        before, self._signed_in = self._signed_in, actor
        if actor != before:
            person = None if actor is NOBODY else actor.person
            self._publish(ActorChanged(person_id=person.id if person else None))

    @contextmanager
    @program_only("what runs inside may do everything")
    def as_program(self) -> Iterator[None]:
        """What is done inside is the program's own work, whoever is signed in."""
        token = _override.set(PROGRAM)
        try:
            yield
        finally:
            _override.reset(token)


class ProgramWork:
    """Work that the program gives itself: what timers start. For runtime.timers.Timers."""

    def __init__(self, tasks: Submitter, current: CurrentActor) -> None:
        self._tasks = tasks
        self._current = current

    def submit(
        self,
        work: Callable[[], None],
        *,
        key: Hashable | None = None,
        lane: Hashable | None = None,
    ) -> "Future[None]":
        """Run `work` on a worker as the program, whoever is signed in."""

        def run() -> None:
            with self._current.as_program():
                work()

        return self._tasks.submit(run, key=key, lane=lane)
