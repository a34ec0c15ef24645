"""Connections to one host, lent to worker threads."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import libvirt

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.hosts import PoolStatistics
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.threads import Role, require
from infinibay_desktop.virt.opening import close_quietly, is_alive

MOST_CONNECTIONS = 10
KEPT_CONNECTIONS = 2
WAIT_S = 30.0
IDLE_S = 60.0


@dataclass(slots=True)
class _Idle:
    connection: libvirt.virConnect
    since: float


class ConnectionPool:
    """At most ten connections to one host, each used by one worker at a time.

    Connections open when there is need; of the idle ones two stay, the others are closed
    after a minute by `prune`. A dead one is replaced when it would be lent.
    """

    def __init__(
        self, open_connection: Callable[[], libvirt.virConnect], clock: Clock, where: str
    ) -> None:
        self._open_connection = open_connection
        self._clock = clock
        self._where = where
        self._changed = threading.Condition()
        self._idle: list[_Idle] = []
        self._open = 0
        self._waiting = 0
        self._leases = 0
        self._waited_s = 0.0
        self._closed = False

    @contextmanager
    def lease(self) -> Iterator[libvirt.virConnect]:
        """Borrow a live connection. Raises HostUnreachableError after 30 s without one."""
        require(Role.WORKER)
        connection = self._take()
        try:
            yield connection
        finally:
            self._give_back(connection)

    def prune(self) -> None:
        """Close what idled for a minute, but for two."""
        with self._changed:
            spare = max(0, self._open - KEPT_CONNECTIONS)
            horizon = self._clock.monotonic() - IDLE_S
            old = [idle for idle in self._idle if idle.since <= horizon][:spare]
            self._idle = [idle for idle in self._idle if idle not in old]
            self._open -= len(old)
        for idle in old:
            close_quietly(idle.connection)

    def close(self) -> None:
        """Close idle connections now and lent ones when they come back."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._open -= len(idle)
            self._changed.notify_all()
        for entry in idle:
            close_quietly(entry.connection)

    def statistics(self) -> PoolStatistics:
        """How the pool stands now."""
        with self._changed:
            return PoolStatistics(
                limit=MOST_CONNECTIONS,
                open=self._open,
                busy=self._open - len(self._idle),
                waiting=self._waiting,
                leases=self._leases,
                waited_ms=round(self._waited_s * 1000, 3),
            )

    def _take(self) -> libvirt.virConnect:
        connection = self._claim()
        if connection is not None and is_alive(connection):
            return connection
        if connection is not None:
            close_quietly(connection)
        try:
            return self._open_connection()
        except BaseException:
            self._release_slot()
            raise

    def _claim(self) -> libvirt.virConnect | None:
        """An idle connection, or None with the right to open one."""
        start = self._clock.monotonic()
        with self._changed:
            self._waiting += 1
            try:
                while not self._idle and self._open >= MOST_CONNECTIONS and not self._closed:
                    self._wait_for_one(start)
            finally:
                self._waiting -= 1
                self._waited_s += self._clock.monotonic() - start
            if self._closed:
                raise HostUnreachableError(f"The connection to {self._where} was closed.")
            self._leases += 1
            if self._idle:
                return self._idle.pop().connection
            self._open += 1
            return None

    def _wait_for_one(self, start: float) -> None:
        left = WAIT_S - (self._clock.monotonic() - start)
        if left <= 0:
            raise HostUnreachableError(
                f"All {MOST_CONNECTIONS} connections to {self._where} were busy for {WAIT_S:g} s.",
                problem=Problem.NO_ANSWER,
                remedy="Wait for the running tasks on this host, or disconnect it and connect again.",
            )
        self._changed.wait(left)

    def _give_back(self, connection: libvirt.virConnect) -> None:
        alive = is_alive(connection)
        with self._changed:
            if alive and not self._closed:
                self._idle.append(_Idle(connection, self._clock.monotonic()))
                self._changed.notify()
                return
        close_quietly(connection)
        self._release_slot()

    def _release_slot(self) -> None:
        with self._changed:
            self._open -= 1
            self._changed.notify()
