#!/usr/bin/env python3
"""Measures what the agent costs a guest: share of one core and memory.

    measure.py [--seconds 60] [--period 5] [--python PATH]

It plays the host: first it only listens, then it asks for everything without a pause, then it
floods the agent with what is no message. Linux only; not part of the suite, for it takes time.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.guest_agent.agent_host import AgentHost, Wire

ACTIONS = ("ProcessList", "ServiceList", "PackageList", "UserList", "DiskList", "Diagnostics")


def seconds_used(pid: int) -> float:
    words = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def memory_mib(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise KeyError(name)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def quietly(wire: Wire, pid: int, seconds: float) -> None:
    for _ in range(3):
        wire.metrics()
    used, began, count = seconds_used(pid), time.monotonic(), 0
    while time.monotonic() - began < seconds:
        wire.metrics()
        count += 1
    passed = time.monotonic() - began
    share = 100 * (seconds_used(pid) - used) / passed
    say(f"listening {passed:.0f} s, {count} messages: {share:.2f} % of one core")
    say(f"  memory {memory_mib(pid, 'VmRSS'):.1f} MiB")


def busily(wire: Wire, pid: int, seconds: float) -> None:
    began, count = time.monotonic(), 0
    while time.monotonic() - began < seconds:
        for action in ACTIONS:
            wire.get(action)
            count += 1
    say(f"{count} requests: memory {memory_mib(pid, 'VmRSS'):.1f} MiB now")
    say(f"  {memory_mib(pid, 'VmHWM'):.1f} MiB at most")


def rudely(wire: Wire, pid: int, seconds: float) -> None:
    began, size = time.monotonic(), 0
    rubbish = b"x" * 1_000_000 + b"\n" + b'{"type":"Nothing"}\n' * 1000 + b"[" * 65_000 + b"\n"
    while time.monotonic() - began < seconds:
        wire.shout(rubbish)
        size += len(rubbish)
    wire.get("UserList")
    say(f"{size / 2**20:.0f} MiB of rubbish: {memory_mib(pid, 'VmHWM'):.1f} MiB at most")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--period", type=float, default=5)
    options.add_argument("--python", default=sys.executable)
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        host = AgentHost(Path(folder))
        try:
            host.start("--period", str(wanted.period), python=wanted.python)
            wire = host.accept()
            wire.greeting()
            assert host.process
            quietly(wire, host.process.pid, wanted.seconds)
            busily(wire, host.process.pid, wanted.seconds / 4)
            rudely(wire, host.process.pid, wanted.seconds / 8)
        finally:
            host.stop()


if __name__ == "__main__":
    main()
