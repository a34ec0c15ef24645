"""What a program and everything that it started cost, from /proc; and its end."""

import ctypes
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_PROCESS_CLOCK = 2  # CPUCLOCK_SCHED, see clock_getcpuclockid(3)


def adopt_orphans() -> None:
    """Become the parent of everything started from here, however it hides from its own."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_orphans() -> None:
    """Kill what the programs left behind. Call it when all of them were waited for."""
    for pid in tree(os.getpid())[1:]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def tree(pid: int) -> list[int]:
    """Return the process and its descendants."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and (found := _stat(int(folder.name))):
            children.setdefault(int(found[1]), []).append(int(folder.name))
    family = [pid]
    for member in family:
        family += children.get(member, [])
    return family


def pss_bytes(pid: int) -> int:
    """Return the memory of the tree; a page shared by N processes counts an Nth to each."""
    total = 0
    for member in tree(pid):
        with suppress(OSError):
            for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total


def cpu_seconds(pid: int) -> float:
    """Return the processor time that the tree's processes used so far.

    The scheduler's own clock: /proc counts ticks, and misses what runs only between two of them.
    """
    total = 0.0
    for member in tree(pid):
        with suppress(OSError):
            total += time.clock_gettime((~member << 3) | _PROCESS_CLOCK)
    return total


def _stat(pid: int) -> list[str] | None:
    """Return /proc/PID/stat from the state on: a program's name may hold spaces."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return None
