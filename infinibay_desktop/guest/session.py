"""One guest's side of the conversation."""

from concurrent.futures import Future
from enum import Enum
from math import inf
from typing import Protocol

from infinibay_desktop.guest import orders
from infinibay_desktop.guest.facts import greeting_of, parse_facts
from infinibay_desktop.guest.framing import LineFramer
from infinibay_desktop.guest.limits import Allowance, Limits
from infinibay_desktop.guest.messages import (
    Answer,
    Handshake,
    Message,
    Metrics,
    Progress,
    parse_line,
)
from infinibay_desktop.guest.outbox import Outbox
from infinibay_desktop.guest.readings import Readings
from infinibay_desktop.guest.requests import OnProgress, Requests
from infinibay_desktop.guest.standing import Standing
from infinibay_desktop.model.errors import GuestProtocolError, GuestUnavailableError, InfinibayError
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestFacts, GuestRequest
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.runtime.channels import Channel
from infinibay_desktop.runtime.clock import Clock

# One turn's read; a guest with more to say comes again after the others.
SLICE_BYTES = 64 * 1024
CHUNK_GAP_S = 0.001
# Every second message is read for more than its numbers; that costs five times as much.
FACTS_PERIODS = 1.9


class Listener(Protocol):
    """Who is told what guests say."""

    def sample(self, sample: Sample) -> None: ...

    def facts(self, key: MachineKey, facts: GuestFacts) -> None: ...

    def changed(self, key: MachineKey) -> None: ...


class Turn(Enum):
    """How a turn of reading ended."""

    MORE = 1
    WAITS = 2
    ENDED = 3


class GuestSession:
    """Reads and writes one channel, and bounds what its guest can make us do or keep.

    Used by the guest-io thread; `standing.status` by any. `due_s` is when `continue_due` is
    to be called, by the monotonic clock.
    """

    def __init__(
        self,
        key: MachineKey,
        channel: Channel,
        listener: Listener,
        clock: Clock,
        *,
        period_s: float,
        limits: Limits = Limits(),  # noqa: B008 - it is frozen
    ) -> None:
        self.key = key
        self.standing = Standing(key, clock, period_s)
        self.due_s = inf
        self._channel = channel
        self._listener = listener
        self._clock = clock
        self._limits = limits
        self._messages = Allowance(per_s=limits.messages_per_s, burst=limits.messages_at_once)
        self._reads = Allowance(per_s=limits.reads_per_s, burst=limits.reads_at_once)
        self._framer = LineFramer()
        self._outbox = Outbox(channel.write)
        self._requests = Requests(self._outbox)
        self._readings = Readings(key)
        self._boot_id = self._run = ""
        self._paused_until_s = -inf
        self._retry_s = inf
        self._sampled_at_s = 0
        self._facts: GuestFacts | None = None
        self._facts_s = -inf

    @property
    def held_bytes(self) -> int:
        """What is kept of what the guest said and has not read."""
        return self._framer.held_bytes + self._outbox.held_bytes

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for an answer."""
        return len(self._requests) > 0

    def greet(self) -> None:
        """Ask who is there, and listen."""
        self._outbox.add(orders.hello(self.standing.period_s))
        self._push()
        self._channel.arm()

    def set_period(self, period_s: float) -> None:
        """Have the agent measure each `period_s` from now on."""
        self.standing.period_s = period_s
        self._outbox.add(orders.settings(period_s))
        self._push()

    def ask(
        self,
        request: GuestRequest,
        future: "Future[GuestAnswer]",
        progress: OnProgress | None,
        payload: bytes = b"",
    ) -> None:
        """Ask the agent; the future has its answer, or why there is none."""
        if self.standing.state is AgentState.WAITING:
            future.set_exception(GuestUnavailableError("no agent has spoken yet"))
            return
        self._requests.ask(request, future, progress, self._clock.monotonic(), payload)
        self._push()

    def cancel(self, future: "Future[GuestAnswer]", error: InfinibayError) -> None:
        """End a request; the agent is told."""
        self._requests.cancel(future, error)
        self._push()

    def read(self) -> Turn:
        """Take what has come, as much as fits into a turn. Raises OSError at a broken channel."""
        now_s = self._clock.monotonic()
        if now_s < self._paused_until_s:
            return Turn.WAITS
        chunk = self._channel.read(SLICE_BYTES)
        if chunk is None:
            self._channel.arm()
            return Turn.WAITS
        if not chunk:
            return Turn.ENDED
        if not self._take_chunk(chunk, now_s):
            self._pause(now_s)
            return Turn.WAITS
        if len(chunk) < SLICE_BYTES:
            self._channel.arm()
            return Turn.WAITS
        return Turn.MORE

    def continue_due(self, now_s: float) -> None:
        """Go on with what was put off. Raises OSError at a broken channel."""
        if self._retry_s <= now_s:
            self._push()
        if -inf < self._paused_until_s <= now_s:
            self._paused_until_s = -inf
            self._channel.arm()
        self._set_due()

    def tick(self, now_s: float) -> None:
        """Look at what time alone changes; about once a second."""
        if len(self._requests):
            self._requests.end_overdue(now_s)
            self._push()
        if self.standing.has_news(now_s):
            self._listener.changed(self.key)

    def end(self, reason: str) -> None:
        """Close the channel; whoever waits for an answer is told."""
        self._channel.close()
        self._requests.fail_all(reason)

    def _take_chunk(self, chunk: bytes, now_s: float) -> bool:
        """Whether the guest keeps to its measure; what is beyond is refused unread."""
        too_long = self._framer.too_long
        lines = self._framer.feed(chunk)
        if too_long := self._framer.too_long - too_long:
            self.standing.refuse("a line longer than 64 KiB", now_s, too_long)
        at_s = int(self._clock.now().timestamp())
        granted = self._messages.take_some(len(lines), now_s)
        taken = sum([self._take(line, now_s, at_s) for line in lines[:granted]])
        if taken and self.standing.heard(now_s, at_s):
            self._listener.changed(self.key)
        if granted < len(lines):
            self.standing.refuse("more messages than may be", now_s, len(lines) - granted)
        return self._reads.take(now_s) and granted == len(lines)

    def _take(self, line: bytes, now_s: float, at_s: int) -> bool:
        """Whether the line is one that an agent may say."""
        try:
            message = parse_line(line)
            if type(message) is Metrics:
                self._take_metrics(message, line, now_s, at_s)
            else:
                self._take_other(message)
        except GuestProtocolError as refusal:
            self.standing.refuse(refusal.message, now_s)
            return False
        return True

    def _take_metrics(self, message: Metrics, line: bytes, now_s: float, at_s: int) -> None:
        if now_s - self._facts_s >= self.standing.period_s * FACTS_PERIODS:
            self._take_facts(line, now_s)
        # Our clock may be set back: the guest is heard all the same.
        if abs(at_s - self._sampled_at_s) >= self._limits.sample_gap_s:
            self._sampled_at_s = at_s
            self._listener.sample(self._readings.sample(message, now_s, at_s))

    def _take_facts(self, line: bytes, now_s: float) -> None:
        facts, greeting = parse_facts(line)
        self._facts_s = now_s
        if self.standing.greeting is None and self.standing.met(greeting):
            self._listener.changed(self.key)
        if facts != self._facts:
            self._facts = facts
            self._listener.facts(self.key, facts)

    def _take_other(self, message: Message) -> None:
        if isinstance(message, Handshake):
            self._take_handshake(message)
        elif isinstance(message, Answer):
            self._requests.answer(message)
        elif isinstance(message, Progress):
            self._requests.progress(message)
        elif not isinstance(message, Metrics) and message.text and self.standing.told(message.text):
            self._listener.changed(self.key)

    def _take_handshake(self, message: Handshake) -> None:
        if message.period_s:
            # An agent may keep to a period of its own, an old one for instance.
            self.standing.period_s = max(1.0, message.period_s)
        boot_id = (message.boot_id or "")[:64]
        run = (message.run or boot_id)[:64]
        if boot_id != self._boot_id:
            self._readings.forget_counters()
        if run != self._run:
            self._requests.forget_agent()
        self._boot_id, self._run = boot_id, run
        if self.standing.met(greeting_of(message)):
            self._listener.changed(self.key)

    def _pause(self, now_s: float) -> None:
        """Leave what comes where it is for a while: it fills the guest's own buffers."""
        self._paused_until_s = now_s + self._limits.pause_s
        self._set_due()

    def _push(self) -> None:
        now_s = self._clock.monotonic()
        retry = self._outbox.push()
        if retry is None and len(self._requests) and self._requests.fill(now_s):
            # The others come first: the rest goes in later turns.
            retry = self._outbox.push() or CHUNK_GAP_S
        self._retry_s = inf if retry is None else now_s + retry
        self._set_due()

    def _set_due(self) -> None:
        paused_s = self._paused_until_s
        self.due_s = min(self._retry_s, inf if paused_s == -inf else paused_s)
