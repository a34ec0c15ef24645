"""How much a guest may say and be asked, and how often."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one guest. What is beyond is refused, or left where it is for a while."""

    messages_per_s: float = 20.0
    messages_at_once: int = 100
    # Each read is a turn of the thread: who sends byte by byte is read less often.
    reads_per_s: float = 50.0
    reads_at_once: int = 200
    pause_s: float = 1.0
    # Samples of one guest are this far apart: the history holds one a second.
    sample_gap_s: int = 1


class Allowance:
    """So many at once, and so many a second."""

    def __init__(self, *, per_s: float, burst: float) -> None:
        self._per_s = per_s
        self._burst = burst
        self._left = float(burst)
        self._at_s = 0.0

    def take(self, now_s: float) -> bool:
        """Take one, if one is left."""
        return self.take_some(1, now_s) == 1

    def take_some(self, count: int, now_s: float) -> int:
        """Take up to `count`; returns how many were left to take."""
        if self._per_s == inf:
            return count
        self._fill(now_s)
        taken = min(count, int(self._left))
        self._left -= taken
        return taken

    def _fill(self, now_s: float) -> None:
        if now_s > self._at_s:
            self._left = min(self._burst, self._left + (now_s - self._at_s) * self._per_s)
        self._at_s = now_s
