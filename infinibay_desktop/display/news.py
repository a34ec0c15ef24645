"""What is new on a screen, put together until somebody asks."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from infinibay_desktop.model.consoles import Frame, Rect, ScreenNews, ScreenState

MOST_RECTS = 64
# Updates that may lie here unread before no more are asked for.
MOST_UNREAD = 2
# What is told once; everything else is how things stand.
_ONCE = ("frame", "cursor", "leds", "clipboard", "bell")


class News:
    """News of one screen. Any thread; `notify` is called once until the news are taken."""

    def __init__(self, notify: Callable[[], None]) -> None:
        self._notify = notify
        self._lock = threading.Lock()
        self._facts: dict[str, Any] = {"state": ScreenState.CONNECTING}
        self._damage: list[Rect] = []
        self._unread = 0
        self._notified = False
        self._resume: Callable[[], None] | None = None

    def tell(self, **facts: object) -> None:
        """Add facts by ScreenNews' names; a newer one takes the older one's place."""
        with self._lock:
            self._facts.update(facts)
        self._announce()

    def show(self, frame: Frame) -> None:
        """Tell of another memory; what was damaged in the old one is of no interest."""
        with self._lock:
            self._facts["frame"] = frame
            self._damage = [Rect(0, 0, frame.width, frame.height)]
        self._announce()

    def damage(self, parts: Sequence[Rect]) -> None:
        """Tell of parts to paint anew."""
        with self._lock:
            self._damage.extend(parts)
            if len(self._damage) > MOST_RECTS:
                self._damage = [_around(self._damage)]
        self._announce()

    def may_ask_for_more(self, resume: Callable[[], None]) -> bool:
        """Whether the reader keeps up; if not, `resume` is called when it took the news."""
        with self._lock:
            self._unread += 1
            if self._unread <= MOST_UNREAD:
                return True
            self._resume = resume
            return False

    def take(self) -> ScreenNews:
        """All that is new, and how the rest stands."""
        with self._lock:
            news = ScreenNews(damage=tuple(self._damage), **self._facts)
            for name in _ONCE:
                self._facts.pop(name, None)
            self._damage = []
            self._unread = 0
            self._notified = False
            resume, self._resume = self._resume, None
        if resume:
            resume()
        return news

    def _announce(self) -> None:
        with self._lock:
            if self._notified:
                return
            self._notified = True
        self._notify()


def _around(parts: Sequence[Rect]) -> Rect:
    """The smallest part that holds all `parts`."""
    x, y = min(part.x for part in parts), min(part.y for part in parts)
    right = max(part.x + part.width for part in parts)
    bottom = max(part.y + part.height for part in parts)
    return Rect(x, y, right - x, bottom - y)
