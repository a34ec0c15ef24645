"""Whether a window's program lives: asked as a window manager asks before it offers to kill it."""

import time
from dataclasses import dataclass

import numpy as np

from tests.bench.screen import Screen

EVERY_S = 0.1
_GRACE_S = 10.0


@dataclass(frozen=True)
class Pings:
    """How long each answer took, in milliseconds; what was never answered counts as the wait."""

    milliseconds: tuple[float, ...]
    lost: int

    def percentile(self, share: float) -> float:
        return float(np.percentile(self.milliseconds, share, method="higher"))


def ping(screen: Screen, window: int, seconds: float) -> Pings:
    """Ask at even times whatever the answers, so that a long silence is met as often as it lasts."""
    count = round(seconds / EVERY_S)
    sent: dict[int, float] = {}
    took: dict[int, float] = {}
    screen.forget()
    begin = time.perf_counter()
    for number in range(count):
        _listen(screen, sent, took, until=begin + number * EVERY_S)
        sent[number] = time.perf_counter()
        screen.send_ping(window, number)
    end = time.perf_counter() + _GRACE_S
    while len(took) < count and time.perf_counter() < end:
        _listen(screen, sent, took, until=time.perf_counter() + EVERY_S)
    now = time.perf_counter()
    waits = (took.get(number, now - at) * 1000 for number, at in sent.items())
    return Pings(tuple(waits), count - len(took))


def _listen(screen: Screen, sent: dict[int, float], took: dict[int, float], until: float) -> None:
    while (left := until - time.perf_counter()) > 0:
        for number, at in screen.answers(left):
            took.setdefault(number, at - sent[number])
