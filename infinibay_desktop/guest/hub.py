"""All guests' conversations, on one thread."""

import hashlib
import heapq
import itertools
import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from math import inf
from queue import Empty

from infinibay_desktop.guest.limits import Limits
from infinibay_desktop.guest.news import News
from infinibay_desktop.guest.requests import UPGRADE_TIMEOUT_S, OnProgress
from infinibay_desktop.guest.session import GuestSession, Turn
from infinibay_desktop.model.errors import Cancelled, GuestUnavailableError
from infinibay_desktop.model.events import Event
from infinibay_desktop.model.guests import PERIOD_S, AgentStatus, GuestAnswer, GuestRequest
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.runtime.channels import Channel
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)
Command = Callable[[], object]
OnEnd = Callable[[MachineKey, str], None]

TICK_S = 1.0
# Guests that speak within this time are read together: waking up costs more than reading. Not
# while somebody waits for an answer.
LINGER_S = 0.05
# In one turn, so that none keeps the interpreter for long.
COMMANDS_A_TURN = 8
READS_A_TURN = 8
TICKS_A_TURN = 250
LONGEST_TURN_S = 0.002
NO_AGENT = "no channel to the machine is open"
STOPPED = "the program stops"


@dataclass(slots=True)
class _Entry:
    session: GuestSession
    on_end: OnEnd
    # When the heap calls for it; inf: it does not.
    called_s: float = inf


class GuestHub:
    """Reads from all attached channels in turn, asks agents, and tells what they say.

    Public methods may be called from any thread and return at once. `offer`, `publish`,
    `on_end`, progress listeners and futures' callbacks run on the guest-io thread: they must
    not block.
    """

    def __init__(
        self,
        clock: Clock,
        offer: Callable[[Sample], None],
        publish: Callable[[Event], None],
        period_s: float = PERIOD_S,
        *,
        limits: Limits = Limits(),  # noqa: B008 - it is frozen
    ) -> None:
        self._clock = clock
        self._period_s = period_s
        self._limits = limits
        self._news = News(offer, publish, self.status)
        self._entries: dict[MachineKey, _Entry] = {}
        self._queue: queue.SimpleQueue[MachineKey | Command] = queue.SimpleQueue()
        self._commands: deque[Command] = deque()
        self._woken: set[MachineKey] = set()
        self._asked: set[MachineKey] = set()
        self._ready: deque[MachineKey] = deque()
        self._due: list[tuple[float, int, MachineKey]] = []
        self._numbers = itertools.count()
        self._tick_s = -inf
        self._to_tick: deque[MachineKey] = deque()
        self._stopping = threading.Event()
        self._join: Callable[[], None] = _nothing

    def start(self) -> None:
        """Begin to listen."""
        self._join = start_thread(Role.GUEST_IO, self._run).join

    def stop(self) -> None:
        """End all conversations. What is asked for later is refused."""
        self._stopping.set()
        self._queue.put(_nothing)
        self._join()
        self._collect(0.0)
        while self._commands:  # what came late is told that it did
            _guarded(self._commands.popleft())
        for key in list(self._entries):
            self._drop(key, STOPPED)

    def attach(self, key: MachineKey, channel: Channel, *, on_end: OnEnd) -> None:
        """Talk with a guest over this channel, which is ours from now on.

        `on_end` is called once when the channel ends by itself, not when `detach`, `stop` or
        another channel for this guest ends it.
        """
        if self._stopping.is_set():
            channel.close()
            return
        self._queue.put(partial(self._attach, key, channel, on_end))

    def detach(self, key: MachineKey) -> None:
        """End the conversation, and close its channel."""
        self._queue.put(partial(self._drop, key, "the channel was let go"))

    def wake(self, key: MachineKey) -> None:
        """There is something to read; costs next to nothing."""
        if key not in self._woken:
            self._woken.add(key)
            self._queue.put(key)

    def set_period(self, period_s: float) -> None:
        """Have all agents measure each `period_s` seconds from now on."""
        self._queue.put(partial(self._set_period, period_s))

    def request(
        self, key: MachineKey, request: GuestRequest, progress: OnProgress | None = None
    ) -> "Future[GuestAnswer]":
        """Ask a guest's agent. Errors are GuestUnavailableError, GuestTimeoutError,
        GuestProtocolError, ValidationError and Cancelled.
        """
        return self._ask(key, request, progress, b"")

    def upgrade(
        self, key: MachineKey, version: str, payload: bytes, progress: OnProgress | None = None
    ) -> "Future[GuestAnswer]":
        """Give a guest's agent its successor; answered once it has checked and kept it."""
        digest = hashlib.sha256(payload).hexdigest()
        parameters = {"version": version, "size": len(payload), "sha256": digest}
        request = GuestRequest(
            action="AgentUpgrade", parameters=parameters, timeout_s=UPGRADE_TIMEOUT_S
        )
        return self._ask(key, request, progress, payload)

    def cancel(self, key: MachineKey, future: "Future[GuestAnswer]") -> None:
        """End a request with Cancelled; its agent is told to stop."""
        self._queue.put(partial(self._cancel, key, future))

    def is_asked(self, key: MachineKey) -> bool:
        """Whether somebody waits for an answer of this guest."""
        return key in self._asked

    def status(self, key: MachineKey) -> AgentStatus | None:
        """How a guest's agent stands; None while no channel to it is open."""
        entry = self._entries.get(key)
        return entry.session.standing.status() if entry else None

    # The thread.

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.turn(self._wait_s())

    def turn(self, wait_s: float = 0.0) -> None:
        """Do what is to be done now; waits up to `wait_s` for something. Also called by tests."""
        self._collect(wait_s)
        for _ in range(min(COMMANDS_A_TURN, len(self._commands))):
            _guarded(self._commands.popleft())
        now_s = self._clock.monotonic()
        self._continue_due(now_s)
        self._read_some(now_s)
        _guarded(partial(self._news.flush, now_s))

    def _wait_s(self) -> float:
        if self._ready or self._commands or self._to_tick:
            return 0.0
        due_s = min(self._tick_s + TICK_S, self._news.due_s())
        if self._due:
            due_s = min(due_s, self._due[0][0])
        return min(TICK_S, max(0.0, due_s - self._clock.monotonic()))

    def _collect(self, wait_s: float) -> None:
        """Take all that waits in the queue; wait for the first if there is nothing."""
        try:
            item = self._queue.get(wait_s > 0, wait_s or None)
            if wait_s > 0 and isinstance(item, MachineKey) and not self._asked:
                self._stopping.wait(LINGER_S)
            while True:
                if isinstance(item, MachineKey):
                    self._woken.discard(item)
                    self._ready.append(item)
                else:
                    self._commands.append(item)
                item = self._queue.get_nowait()
        except Empty:
            return

    def _read_some(self, now_s: float) -> None:
        for _ in range(min(READS_A_TURN, len(self._ready))):
            key = self._ready.popleft()
            entry = self._entries.get(key)
            if entry is None:
                continue
            turn = self._on(key, entry, entry.session.read)
            if turn is Turn.ENDED:
                self._end(key, "the machine ended it")
            elif turn is Turn.MORE:
                self._ready.append(key)
            if self._is_long(now_s):
                return

    def _continue_due(self, now_s: float) -> None:
        while self._due and self._due[0][0] <= now_s and not self._is_long(now_s):
            _, _, key = heapq.heappop(self._due)
            if entry := self._entries.get(key):
                entry.called_s = inf
                self._on(key, entry, partial(entry.session.continue_due, now_s))
        if now_s >= self._tick_s + TICK_S and not self._to_tick:
            self._tick_s = now_s
            self._to_tick.extend(self._entries)
        for _ in range(min(TICKS_A_TURN, len(self._to_tick))):
            key = self._to_tick.popleft()
            if entry := self._entries.get(key):
                self._on(key, entry, partial(entry.session.tick, now_s))

    def _is_long(self, began_s: float) -> bool:
        return self._clock.monotonic() - began_s > LONGEST_TURN_S

    def _on(self, key: MachineKey, entry: _Entry, work: Callable[[], Turn | None]) -> Turn | None:
        """Have a session do something; it ends if its channel is broken, or if it is."""
        try:
            turn = work()
        except OSError as error:
            self._end(key, error.strerror or str(error))
            return None
        except Exception:
            # A boundary: one guest must not end the thread for all others.
            logger.exception("the conversation with guest %s failed", key.machine_id)
            self._end(key, "the program failed")
            return None
        if entry.session.is_asked:
            self._asked.add(key)
        else:
            self._asked.discard(key)
        due_s = entry.session.due_s
        if due_s < entry.called_s:
            entry.called_s = due_s
            heapq.heappush(self._due, (due_s, next(self._numbers), key))
        return turn

    # Commands, on the thread.

    def _attach(self, key: MachineKey, channel: Channel, on_end: OnEnd) -> None:
        self._drop(key, "another channel took its place")
        session = GuestSession(
            key, channel, self._news, self._clock, period_s=self._period_s, limits=self._limits
        )
        entry = self._entries[key] = _Entry(session, on_end)
        self._news.changed(key)
        self._on(key, entry, session.greet)

    def _drop(self, key: MachineKey, reason: str) -> None:
        if entry := self._entries.pop(key, None):
            self._asked.discard(key)
            _guarded(partial(entry.session.end, reason))

    def _end(self, key: MachineKey, reason: str) -> None:
        if entry := self._entries.get(key):
            self._drop(key, reason)
            _guarded(partial(entry.on_end, key, reason))

    def _set_period(self, period_s: float) -> None:
        self._period_s = period_s
        for key, entry in self._entries.items():
            tell = partial(entry.session.set_period, period_s)
            self._commands.append(partial(self._on, key, entry, tell))

    def _ask(
        self, key: MachineKey, request: GuestRequest, progress: OnProgress | None, payload: bytes
    ) -> "Future[GuestAnswer]":
        future: Future[GuestAnswer] = Future()
        if self._stopping.is_set():
            future.set_exception(GuestUnavailableError(STOPPED))
            return future
        self._queue.put(partial(self._say, key, request, future, progress, payload))
        return future

    def _say(
        self,
        key: MachineKey,
        request: GuestRequest,
        future: "Future[GuestAnswer]",
        progress: OnProgress | None,
        payload: bytes,
    ) -> None:
        entry = self._entries.get(key)
        if entry is None:
            future.set_exception(GuestUnavailableError(NO_AGENT))
            return
        self._on(key, entry, partial(entry.session.ask, request, future, progress, payload))

    def _cancel(self, key: MachineKey, future: "Future[GuestAnswer]") -> None:
        if entry := self._entries.get(key):
            error = Cancelled("the request was cancelled")
            self._on(key, entry, partial(entry.session.cancel, future, error))


def _nothing() -> None:
    pass


def _guarded(work: Command) -> None:
    # A boundary: a listener that fails must not end the thread for every guest.
    try:
        work()
    except Exception:
        logger.exception("a listener to guests failed")
