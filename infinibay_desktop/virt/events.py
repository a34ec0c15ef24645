"""libvirt's event loop on a thread of our own.

libvirt's default loop shares GLib's default context with Qt, so under PySide6 its
callbacks would run on the GUI thread. This one shares nothing with anyone.
"""

import contextlib
import itertools
import logging
import math
import select
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import libvirt

from infinibay_desktop.runtime.threads import Role, start_thread

logger = logging.getLogger(__name__)
Callback = Callable[..., None]

_TO_POLL = {
    libvirt.VIR_EVENT_HANDLE_READABLE: select.POLLIN,
    libvirt.VIR_EVENT_HANDLE_WRITABLE: select.POLLOUT,
    libvirt.VIR_EVENT_HANDLE_ERROR: select.POLLERR,
    libvirt.VIR_EVENT_HANDLE_HANGUP: select.POLLHUP,
}


@dataclass(slots=True)
class _Watch:
    fd: int
    events: int
    callback: Callback
    opaque: Any


@dataclass(slots=True)
class _Timer:
    period_s: float
    due: float
    callback: Callback
    opaque: Any


class EventLoop:
    """Runs libvirt's watches and timers; start it before the first connection opens.

    libvirt takes one event implementation a process and ignores a second one, so this
    lives as long as the process. libvirt adds, changes and removes from whichever thread
    called it: every table is behind one lock, and callbacks run with the lock released.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._watches: dict[int, _Watch] = {}
        self._timers: dict[int, _Timer] = {}
        # Those with a period: each stream has a timer, and nearly all of them rest.
        self._running: dict[int, _Timer] = {}
        self._unused: list[Any] = []
        # What is waited for; None once the watches are others.
        self._poll: select.poll | None = None
        self._bell, self._ear = socket.socketpair()
        self._bell.setblocking(False)
        self._ear.setblocking(False)
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Become libvirt's event loop, and run."""
        libvirt.virEventRegisterImpl(
            self._add_watch,
            self._update_watch,
            self._remove_watch,
            self._add_timer,
            self._update_timer,
            self._remove_timer,
        )
        # libvirt prints each error to stderr until it is given something quieter.
        libvirt.registerErrorHandler(lambda *_: None, None)
        self._thread = start_thread(Role.LIBVIRT_EVENTS, self._run)

    def stop(self) -> None:
        """End the thread. No connection may be used afterwards."""
        self._stopping = True
        self._ring()
        if self._thread:
            self._thread.join()
        self._bell.close()
        self._ear.close()

    # Called by libvirt, from any thread.

    def _add_watch(self, fd: int, events: int, callback: Callback, opaque: Any) -> int:
        return self._add(self._watches, _Watch(fd, events, callback, opaque))

    def _add_timer(self, period_ms: int, callback: Callback, opaque: Any) -> int:
        timer = _Timer(*_schedule(period_ms), callback, opaque)
        return self._add(self._timers, timer, running=period_ms >= 0)

    def _update_watch(self, number: int, events: int) -> None:
        with self._lock:
            watch = self._watches.get(number)
            if watch is None or watch.events == events:
                return
            watch.events = events
            self._poll = None
        self._ring()

    def _update_timer(self, number: int, period_ms: int) -> None:
        with self._lock:
            timer = self._timers.get(number)
            if timer is None or (period_ms < 0 and number not in self._running):
                return  # streams that rest are told to rest at every reading
            timer.period_s, timer.due = _schedule(period_ms)
            if period_ms < 0:
                del self._running[number]
                return  # waking once too often is cheaper than being rung each time
            self._running[number] = timer
        self._ring()

    def _remove_watch(self, number: int) -> int:
        return self._remove(self._watches, number)

    def _remove_timer(self, number: int) -> int:
        return self._remove(self._timers, number)

    def _add(self, table: dict[int, Any], entry: _Watch | _Timer, *, running: bool = False) -> int:
        with self._lock:
            number = next(self._numbers)
            table[number] = entry
            self._poll = None
            if running and isinstance(entry, _Timer):
                self._running[number] = entry
        self._ring()
        return number

    def _remove(self, table: dict[int, Any], number: int) -> int:
        with self._lock:
            entry = table.pop(number, None)
            if entry is None:
                return -1
            self._running.pop(number, None)
            self._poll = None
            # libvirt may be inside this entry's callback: it is freed by the loop, later.
            self._unused.append(entry.opaque)
        self._ring()
        return 0

    # The thread.

    def _ring(self) -> None:
        if threading.current_thread() is self._thread:
            return  # it looks at everything anew before it waits
        with contextlib.suppress(OSError):  # rung already, or closed
            self._bell.send(b"!")

    def _run(self) -> None:
        while not self._stopping:
            self._free_unused()
            self._dispatch_watches(self._wait())
            self._dispatch_timers()

    def _wait(self) -> dict[int, int]:
        """Poll masks by descriptor, once something is ready or a timer is due."""
        with self._lock:
            poll = self._poll = self._poll or self._all_watches()
            due = min((timer.due for timer in self._running.values()), default=None)
        wait_s = None if due is None else due - time.monotonic()
        ready = dict(poll.poll(None if wait_s is None else max(0, math.ceil(wait_s * 1000))))
        if ready.pop(self._ear.fileno(), 0):
            with contextlib.suppress(BlockingIOError):
                self._ear.recv(4096)
        return ready

    def _all_watches(self) -> select.poll:
        poll = select.poll()
        poll.register(self._ear.fileno(), select.POLLIN)
        masks: dict[int, int] = {}
        for watch in self._watches.values():
            masks[watch.fd] = masks.get(watch.fd, 0) | _to_poll(watch.events)
        for fd, mask in masks.items():
            poll.register(fd, mask)
        return poll

    def _dispatch_watches(self, ready: dict[int, int]) -> None:
        with self._lock:
            hit = [(n, w, ready[w.fd]) for n, w in self._watches.items() if w.fd in ready]
        for number, watch, mask in hit:
            # Only what this watch asked for: several may share a descriptor.
            events = _from_poll(mask) & (watch.events | _ALWAYS)
            if events and number in self._watches:
                _call(watch.callback, number, watch.fd, events, watch.opaque)

    def _dispatch_timers(self) -> None:
        now = time.monotonic()
        with self._lock:
            hit = [(n, t) for n, t in self._running.items() if t.due <= now]
            for _, timer in hit:
                timer.due = now + timer.period_s
        for number, timer in hit:
            if number in self._running:
                _call(timer.callback, number, timer.opaque)

    def _free_unused(self) -> None:
        with self._lock:
            unused, self._unused = self._unused, []
        for opaque in unused:
            libvirt.virEventInvokeFreeCallback(opaque)


_ALWAYS = libvirt.VIR_EVENT_HANDLE_ERROR | libvirt.VIR_EVENT_HANDLE_HANGUP


def _call(callback: Callback, *arguments: Any) -> None:
    # A boundary: one broken callback must not end the loop for every host.
    try:
        callback(*arguments)
    except Exception:
        logger.exception("a libvirt callback failed")


def _schedule(period_ms: int) -> tuple[float, float]:
    """Period and first due time in seconds; a negative period means never."""
    if period_ms < 0:
        return float("inf"), float("inf")
    return period_ms / 1000, time.monotonic() + period_ms / 1000


def _to_poll(events: int) -> int:
    return sum(poll for event, poll in _TO_POLL.items() if events & event)


def _from_poll(mask: int) -> int:
    events = sum(event for event, poll in _TO_POLL.items() if mask & poll)
    return int(events | (libvirt.VIR_EVENT_HANDLE_ERROR if mask & select.POLLNVAL else 0))
