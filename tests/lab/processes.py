"""Processes by their numbers, as /proc tells of them."""

import contextlib
import os
import signal
from pathlib import Path

from tests.lab.waiting import wait_for


def is_alive(pid: int) -> bool:
    """A zombie is not alive, it only waits to be reaped."""
    try:
        return _status(pid)["State"].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError, KeyError):
        return False


def of_user(uid: int) -> list[int]:
    return [pid for pid in _all() if _field(pid, "Uid") == uid and is_alive(pid)]


def descendants(pid: int) -> list[int]:
    """All that `pid` started and that what it started started."""
    children = [child for child in _all() if _field(child, "PPid") == pid]
    return children + [low for child in children for low in descendants(child)]


def command_of(pid: int) -> str:
    """What a process runs; empty for a zombie, and for one that is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def end(*pids: int, sign: signal.Signals = signal.SIGTERM, timeout_s: float = 10.0) -> None:
    """Return when they are gone; who does not listen is killed."""
    for pid in pids:
        _send(pid, sign)
    try:
        wait_for(lambda: not any(map(is_alive, pids)), f"the end of {pids}", timeout_s)
    except TimeoutError:
        for pid in pids:
            _send(pid, signal.SIGKILL)
        wait_for(lambda: not any(map(is_alive, pids)), f"the killing of {pids}")


def _send(pid: int, sign: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sign)


def _all() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]


def _status(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _field(pid: int, name: str) -> int | None:
    try:
        return int(_status(pid)[name].split()[0])
    except (FileNotFoundError, ProcessLookupError, KeyError):
        return None
