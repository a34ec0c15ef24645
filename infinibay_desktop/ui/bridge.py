"""The one door from other threads into the GUI thread."""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from infinibay_desktop.model.events import Event
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.threads import Role, require

E = TypeVar("E", bound=Event)
# A thousand events a second come in bursts: this much of a frame is spent on them, then Qt has
# its turn.
BUDGET_S = 0.004


class EventBridge(QObject):
    """Re-delivers bus events on the GUI thread, in order, while their owner lives.

    However many events wait, one wake-up is in Qt's queue at most.
    """

    _woken = Signal()

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: dict[type[Event], list[Callable[[Event], None]]] = {}
        self._waiting: deque[Event] = deque()
        self._lock = threading.Lock()
        self._asleep = True
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = bus.subscribe(Event, self._arrived)

    def on(self, kind: type[E], handler: Callable[[E], None], *, owner: QObject) -> None:
        """Call `handler` on the GUI thread for each `kind`, until `owner` is destroyed."""

        def narrowed(event: Event) -> None:
            assert isinstance(event, kind)
            handler(event)

        self._handlers.setdefault(kind, []).append(narrowed)
        owner.destroyed.connect(lambda: self._handlers[kind].remove(narrowed))

    def close(self) -> None:
        """Deliver nothing more."""
        self._unsubscribe()
        self._waiting.clear()

    def _arrived(self, event: Event) -> None:
        """On the bus thread."""
        self._waiting.append(event)
        with self._lock:
            wake, self._asleep = self._asleep, False
        if wake:
            self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        require(Role.MAIN)
        until = time.monotonic() + BUDGET_S
        with self._lock:
            self._asleep = True
        while self._waiting:
            event = self._waiting.popleft()
            for handler in tuple(self._handlers.get(type(event), ())):
                handler(event)
            if time.monotonic() > until:
                self._rest()
                return

    def _rest(self) -> None:
        with self._lock:
            self._asleep = False
        QTimer.singleShot(1, self, self._deliver)
