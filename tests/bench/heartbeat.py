"""How late a thread comes to what is due: Qt's, and for comparison one that has nothing to do."""

import gc
import subprocess
import sys
import time
from dataclasses import dataclass, field

import numpy as np

PERIOD_S = 0.005
_IDLER = """
import sys, time
period, seconds = float(sys.argv[1]), float(sys.argv[2])
begin = last = time.perf_counter()
late = []
while last - begin < seconds:
    time.sleep(period)
    now = time.perf_counter()
    late.append((now - last - period) * 1000)
    last = now
print(*late)
"""


@dataclass
class Lateness:
    """Milliseconds by which each beat came after its time."""

    milliseconds: list[float] = field(default_factory=list)

    @property
    def worst(self) -> float:
        return max(self.milliseconds)

    @property
    def nearly_worst(self) -> float:
        """Return what one beat in a thousand exceeds."""
        return float(np.percentile(self.milliseconds, 99.9))


@dataclass
class Heartbeat:
    """Call `beat` from a timer of PERIOD_S. `own` is the thread's processor time between beats."""

    late: Lateness = field(default_factory=Lateness)
    own: Lateness = field(default_factory=Lateness)
    _last: float = 0.0
    _last_own: float = 0.0

    def beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        if self._last:
            self.late.milliseconds.append((now - self._last - PERIOD_S) * 1000)
            self.own.milliseconds.append((own - self._last_own) * 1000)
        self._last, self._last_own = now, own


class Collections:
    """How long Python's collections of garbage take: all threads wait for each."""

    def __init__(self) -> None:
        self.milliseconds = [0.0]
        self._began = 0.0
        gc.callbacks.append(self._told)

    def end(self) -> None:
        gc.callbacks.remove(self._told)

    def _told(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.perf_counter()
        else:
            self.milliseconds.append((time.perf_counter() - self._began) * 1000)


class MachineNoise:
    """The same beat in a process of its own: what of the lateness is the computer's."""

    def __init__(self, seconds: float) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-S", "-c", _IDLER, str(PERIOD_S), str(seconds)),
            stdout=subprocess.PIPE,
            text=True,
        )

    def end(self) -> Lateness:
        told, _ = self._process.communicate()
        return Lateness([float(line) for line in told.split()])
