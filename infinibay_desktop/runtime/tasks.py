"""Blocking work, off the thread that asked for it."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from typing import Any, TypeVar

from infinibay_desktop.runtime.threads import Role, start_thread

T = TypeVar("T")
WORKERS_PER_LANE = 8


class TaskRunner:
    """Runs work on worker threads; work sharing a `key` never overlaps.

    The key is usually a machine: starting, saving and deleting the same machine wait
    for each other, different machines do not. Each `lane`, usually a host, has workers
    of its own, so that a host which hangs can hold up nobody else's work.
    """

    def __init__(self, workers_per_lane: int = WORKERS_PER_LANE) -> None:
        self._workers = workers_per_lane
        self._lock = threading.Lock()
        self._lanes: dict[Hashable, _Lane] = {}
        self._queues: dict[Hashable, deque[Callable[[], None]]] = {}
        self._unfinished: set[Future[Any]] = set()
        self._closed = False

    def submit(
        self, work: Callable[[], T], *, key: Hashable | None = None, lane: Hashable | None = None
    ) -> Future[T]:
        """Run `work` on a worker of `lane`; its result or error arrives in the future."""
        future: Future[T] = Future()

        def run() -> None:
            try:
                if future.set_running_or_notify_cancel():
                    future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - a boundary: the waiter gets it
                future.set_exception(error)
            finally:
                self._finish(future, key, lane)

        with self._lock:
            if self._closed:
                future.cancel()
                return future
            self._unfinished.add(future)
            if key is not None and key in self._queues:
                self._queues[key].append(run)
                return future
            if key is not None:
                self._queues[key] = deque()
            self._lane(lane).submit(run)
        return future

    def close(self, timeout_s: float = 10.0) -> None:
        """Cancel what waits, and give what runs `timeout_s` to end.

        Work that hangs in a call to a dead host is left to die with the process:
        the workers are daemon threads.
        """
        with self._lock:
            self._closed = True
            unfinished = set(self._unfinished)
        for future in unfinished:
            future.cancel()
        hanging = wait(unfinished, timeout_s).not_done
        # Under the lock: who starts a worker holds it until the worker is in its lane's list.
        with self._lock:
            workers = [thread for lane in self._lanes.values() for thread in lane.stop()]
        for worker in () if hanging else workers:
            worker.join()

    def _lane(self, name: Hashable | None) -> "_Lane":
        if name not in self._lanes:
            self._lanes[name] = _Lane(self._workers)
        return self._lanes[name]

    def _finish(self, future: "Future[T]", key: Hashable | None, lane: Hashable | None) -> None:
        with self._lock:
            self._unfinished.discard(future)
            if key is None:
                return
            waiting = self._queues[key]
            if waiting:
                self._lane(lane).submit(waiting.popleft())
            else:
                del self._queues[key]


class _Lane:
    """A few daemon workers, made when there is more to do than idle ones."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._idle = threading.Semaphore(0)
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def submit(self, run: Callable[[], None]) -> None:
        """Called under the runner's lock."""
        self._work.put(run)
        if not self._idle.acquire(blocking=False) and len(self._threads) < self._limit:
            self._threads.append(start_thread(Role.WORKER, self._run))

    def stop(self) -> list[threading.Thread]:
        """Send the workers home, and say who they are. Called under the runner's lock."""
        for _ in self._threads:
            self._work.put(None)
        return list(self._threads)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()
            self._idle.release()
