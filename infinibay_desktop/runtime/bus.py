"""Tells whoever asked that something happened, in order, on one thread."""

import logging
import queue
import threading
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)

E = TypeVar("E")
Handler = Callable[[E], None]
Unsubscribe = Callable[[], None]


class EventBus:
    """Delivers events on its own thread, in the order they were published.

    `publish` may be called from any thread and runs no handler itself, so a libvirt
    callback can publish and return at once. A handler that raises is logged and does
    not stop the others. Handlers must not block.
    """

    def __init__(self) -> None:
        self._handlers: dict[type[object], list[Handler[object]]] = defaultdict(list)
        self._lock = threading.Lock()
        self._pending: queue.SimpleQueue[Callable[[], bool]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._thread = start_thread(Role.BUS, self._run)

    def stop(self) -> None:
        """Deliver what is already queued, then stop."""
        if self._thread:
            self._pending.put(lambda: False)
            self._thread.join()

    def publish(self, event: object) -> None:
        """Queue `event` for everyone who asked for its kind."""

        def deliver() -> bool:
            self._deliver(event)
            return True

        self._pending.put(deliver)

    def drain(self) -> None:
        """Wait until everything published before this call was delivered."""
        done = threading.Event()

        def ring() -> bool:
            done.set()
            return True

        self._pending.put(ring)
        done.wait()

    def subscribe(self, kind: type[E], handler: Handler[E]) -> Unsubscribe:
        """Call `handler` for every event of `kind` or a subclass; returns how to end it."""

        def narrowed(event: object) -> None:
            assert isinstance(event, kind)
            handler(event)

        with self._lock:
            self._handlers[kind].append(narrowed)

        def unsubscribe() -> None:
            with self._lock:
                if narrowed in self._handlers[kind]:
                    self._handlers[kind].remove(narrowed)

        return unsubscribe

    def _run(self) -> None:
        while self._pending.get()():
            pass

    def _deliver(self, event: object) -> None:
        with self._lock:
            handlers = [h for kind in type(event).__mro__ for h in self._handlers.get(kind, ())]
        logger.debug("%s to %d handlers", type(event).__name__, len(handlers))
        for handler in handlers:
            try:
                handler(event)
            except Exception:
                logger.exception("handler failed for %s", type(event).__name__)
