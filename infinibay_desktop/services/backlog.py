"""What waits to be written down: bounded, and honest about what had to be dropped."""

import threading
from collections import deque
from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
MOST_WAITING = 10_000


class Backlog(Generic[T]):
    """Things in the order in which they came. Any thread; nothing here waits."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._waiting: deque[T] = deque()
        self._dropped = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, thing: T) -> None:
        """Add one at the end. Where there is no room it is counted as dropped instead."""
        with self._lock:
            if len(self._waiting) < self._most:
                self._waiting.append(thing)
            else:
                self._dropped += 1

    def take(self, most: int) -> list[T]:
        """The oldest ones, out of the backlog."""
        with self._lock:
            return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def put_back(self, things: Sequence[T]) -> None:
        """What was taken and could not be written; it is the oldest again, and never dropped."""
        with self._lock:
            self._waiting.extendleft(reversed(things))

    def take_dropped(self) -> int:
        """How many were dropped since the last time."""
        with self._lock:
            dropped, self._dropped = self._dropped, 0
            return dropped
