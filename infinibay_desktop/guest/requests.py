"""Requests to one guest that wait for their answer."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from infinibay_desktop.guest import orders
from infinibay_desktop.guest.answers import answer_of, progress_of
from infinibay_desktop.guest.messages import Answer, Progress
from infinibay_desktop.guest.outbox import Outbox
from infinibay_desktop.model.errors import (
    GuestProtocolError,
    GuestTimeoutError,
    GuestUnavailableError,
    InfinibayError,
)
from infinibay_desktop.model.guests import GuestAnswer, GuestProgress, GuestRequest

logger = logging.getLogger(__name__)
OnProgress = Callable[[GuestProgress], None]

# The agent runs four at once and lets as many again wait, and a few more.
MAX_PENDING = 16
# Ended ones whose answer may still come; one that nobody asked for is refused.
MAX_REMEMBERED = 64
MAX_TIMEOUT_S = 3600.0
# The agent ends what takes too long, and says so: it goes first.
GRACE_S = 5.0
# Chunks are made when less than this waits, so that commands still fit between them.
FILL_BELOW_BYTES = 32 * 1024
UPGRADE_TIMEOUT_S = 120.0


@dataclass(slots=True)
class _Pending:
    future: "Future[GuestAnswer]"
    progress: OnProgress | None
    timeout_s: float
    deadline_s: float
    chunks: Iterator[tuple[bytes, int]] | None = None
    # Whether the agent tells how far it is: it knows better.
    is_told: bool = False


class Requests:
    """Gives out ids, and gives each answer to whoever asked. Used by the guest-io thread."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._pending: dict[str, _Pending] = {}
        self._ended: OrderedDict[str, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pending)

    def ask(
        self,
        request: GuestRequest,
        future: "Future[GuestAnswer]",
        progress: OnProgress | None,
        now_s: float,
        payload: bytes = b"",
    ) -> None:
        """Put a request into the outbox; chunks of `payload` follow it as there is room."""
        request_id = str(uuid4())
        timeout_s = min(max(request.timeout_s, 0.0), MAX_TIMEOUT_S) + GRACE_S
        try:
            line = orders.command(request_id, request)
        except InfinibayError as error:
            _fail(future, error)
            return
        if len(self._pending) >= MAX_PENDING or not self._outbox.add(line):
            _fail(future, GuestUnavailableError("too much is asked of the agent already"))
            return
        chunks = _chunks(request_id, payload) if payload else None
        self._pending[request_id] = _Pending(future, progress, timeout_s, now_s + timeout_s, chunks)

    def fill(self, now_s: float) -> bool:
        """Put the next chunk into the outbox, if there is one and room; returns whether."""
        for pending in self._pending.values():
            if pending.chunks is None or self._outbox.held_bytes >= FILL_BELOW_BYTES:
                continue
            line, percent = next(pending.chunks, (b"", 100))
            if not line:
                pending.chunks = None
                continue
            self._outbox.add(line)
            pending.deadline_s = now_s + pending.timeout_s
            if not pending.is_told:
                _tell(pending, GuestProgress(percent=percent))
            return True
        return False

    def answer(self, said: Answer) -> None:
        """Give an answer to whoever asked; raises GuestProtocolError if nobody did."""
        pending = self._pending.pop(said.id, None)
        if pending is None:
            self._late_or_refused(said.id)
            return
        try:
            answer = answer_of(said)
        except GuestProtocolError as error:
            _fail(pending.future, error)
            raise
        with suppress(InvalidStateError):  # whoever asked has left
            pending.future.set_result(answer)

    def progress(self, said: Progress) -> None:
        """Tell whoever asked; raises GuestProtocolError if nobody did."""
        pending = self._pending.get(said.id)
        if pending is not None:
            pending.is_told = True
            _tell(pending, progress_of(said))
        elif said.id not in self._ended:
            raise GuestProtocolError("progress of nothing that was asked")

    def cancel(self, future: "Future[GuestAnswer]", error: InfinibayError) -> None:
        """Nobody waits for this one any more: the agent is told."""
        for request_id in [i for i, p in self._pending.items() if p.future is future]:
            self._give_up(request_id, error)

    def end_overdue(self, now_s: float) -> None:
        """Give up what has waited too long, or what whoever asked has left."""
        for request_id, pending in tuple(self._pending.items()):
            if pending.future.cancelled() or now_s >= pending.deadline_s:
                self._give_up(request_id, GuestTimeoutError("the agent did not answer in time"))

    def forget_agent(self) -> None:
        """Another agent speaks: the one that was asked has ended, maybe before it answered."""
        for request_id, pending in tuple(self._pending.items()):
            self._end(request_id)
            _fail(pending.future, GuestUnavailableError("the agent began anew"))

    def fail_all(self, reason: str) -> None:
        """The channel has ended."""
        for pending in self._pending.values():
            _fail(pending.future, GuestUnavailableError(reason))
        self._pending.clear()

    def _give_up(self, request_id: str, error: InfinibayError) -> None:
        pending = self._end(request_id)
        self._outbox.add(orders.cancel(request_id))
        _fail(pending.future, error)

    def _end(self, request_id: str) -> _Pending:
        self._ended[request_id] = None
        if len(self._ended) > MAX_REMEMBERED:
            self._ended.popitem(last=False)
        return self._pending.pop(request_id)

    def _late_or_refused(self, request_id: str) -> None:
        if request_id not in self._ended:
            raise GuestProtocolError("an answer to nothing that was asked")
        del self._ended[request_id]


def _chunks(request_id: str, payload: bytes) -> Iterator[tuple[bytes, int]]:
    """The lines that carry a payload, and how much of it has gone with each, in percent."""
    for offset in range(0, len(payload), orders.CHUNK_BYTES):
        data = payload[offset : offset + orders.CHUNK_BYTES]
        yield orders.chunk(request_id, offset, data), 100 * (offset + len(data)) // len(payload)


def _fail(future: "Future[GuestAnswer]", error: InfinibayError) -> None:
    with suppress(InvalidStateError):  # whoever asked has left
        future.set_exception(error)


def _tell(pending: _Pending, progress: GuestProgress) -> None:
    if pending.progress is None:
        return
    # A boundary: whoever asked must not end the thread for every guest.
    try:
        pending.progress(progress)
    except Exception:
        logger.exception("a listener to a guest's progress failed")
