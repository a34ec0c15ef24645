"""The one way in which the lab waits."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(probe: Callable[[], T], what: str, timeout_s: float = 10.0) -> T:
    """Ask until the answer is true, and return it; say what never came otherwise."""
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not (answer := probe()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {timeout_s:g} s")
        pause.wait(0.02)
    return answer
