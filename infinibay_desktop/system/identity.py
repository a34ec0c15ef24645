"""Who this running program is, so that others can tell when it is gone."""

import os
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class ProcessIdentity:
    """A process by boot, process namespace, number and start time (proc(5))."""

    def __init__(self) -> None:
        self._place = f"{_boot()}/{_namespace()}"
        self.text = f"{self._place}/{os.getpid()}/{_start_time(os.getpid())}"

    def is_dead(self, owner: str) -> bool:
        """Whether another program, named by its text, is surely gone.

        Only programs of this boot and namespace can be judged; others count as alive
        until their lease ends.
        """
        place, _, rest = owner.rpartition("/")
        place, _, number = place.rpartition("/")
        if place != self._place or not number.isdigit():
            return False
        return _start_time(int(number)) != rest


def _boot() -> str:
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        return "unknown"


def _namespace() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return "unknown"


def _start_time(number: int) -> str:
    """Clock ticks after boot at which a process began; empty when there is none."""
    try:
        text = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return ""
    # The name in parentheses may hold anything; field 22 is counted after it.
    fields = text.rpartition(")")[2].split()
    return "" if fields[0] in ("Z", "X") else fields[19]
