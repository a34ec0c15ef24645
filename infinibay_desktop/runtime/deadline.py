"""Calls that may never return, given a time after which nobody waits for them."""

import queue
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar, cast

from infinibay_desktop.runtime.threads import Role, start_thread

T = TypeVar("T")


def run_within(seconds: float, work: Callable[[], T], *, discard: Callable[[T], None]) -> T:
    """Run `work` on a thread of its own; its result or error, or TimeoutError.

    A result that comes too late is handed to `discard` on that thread.
    """
    outcome: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()
    claim: queue.SimpleQueue[None] = queue.SimpleQueue()
    claim.put(None)

    def attempt() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - a boundary: the caller gets it
            outcome.put((None, error))
            return
        if _take(claim):
            outcome.put((result, None))
        else:
            discard(result)

    start_thread(Role.WORKER, attempt)
    try:
        result, error = outcome.get(timeout=seconds)
    except queue.Empty:
        if _take(claim):
            raise TimeoutError(f"no answer within {seconds:g} s") from None
        result, error = outcome.get()  # it came just now
    if error:
        raise error
    return cast("T", result)


def _take(claim: "queue.SimpleQueue[None]") -> bool:
    """Whether the caller is the one who may have what the claim stands for."""
    try:
        claim.get_nowait()
    except queue.Empty:
        return False
    return True


def await_outside(
    future: "Future[T]", given_up: Callable[[], Exception | None], *, look_s: float
) -> T:
    """Wait for what no worker of ours fulfils; `given_up` is asked every `look_s` seconds.

    Raises what it returns, or what the future failed with.
    """
    while not wait([future], look_s).done:
        if error := given_up():
            raise error
    return future.result()
