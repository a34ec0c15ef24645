"""`infinibay events` beside another command line on the same database."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lab.waiting import wait_for

ROOT = Path(__file__).parents[2]
THREE = ROOT / "tests" / "data" / "three.xml"
pytestmark = pytest.mark.libvirt


@pytest.fixture(params=["sqlite", "postgresql"])
def infinibay(request, tmp_path) -> Callable[..., "subprocess.Popen[str]"]:
    """Starts the command line on the test's database."""
    sqlite = request.param == "sqlite"
    location = str(tmp_path / "x.sqlite") if sqlite else request.getfixturevalue("postgres_url")
    environment = {"INFINIBAY_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}

    def start(*words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ | environment | {"INFINIBAY_DATABASE": location},
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def finish(program: "subprocess.Popen[str]") -> str:
    said, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    return said


class Following:
    """What `infinibay events --json` says, event by event."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program = program
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def wait_for(self, kind: str, **wanted: object) -> dict[str, object]:
        while True:
            event = json.loads(self._lines.get(timeout=30))
            if event["event"] == kind and wanted.items() <= event.items():
                return event

    def end(self) -> int:
        self.program.send_signal(signal.SIGINT)
        try:
            return self.program.wait(30)
        finally:
            self.program.kill()  # else the reader waits for it, and the tests' end for the reader
            self.program.wait()
            self._reader.join(10)
            self.program.stdout.close()

    def _read(self) -> None:
        for line in self.program.stdout:
            self._lines.put(line)


def test_what_another_command_line_does_is_followed(infinibay) -> None:
    finish(infinibay("host", "add", "test:///default", "--name", "first"))
    following = Following(infinibay("events", "--json"))
    following.wait_for("HostStatusChanged", host="first", state="connected")
    finish(infinibay("host", "add", f"test://{THREE}", "--name", "second"))
    added = following.wait_for("HostSaved")
    assert added["host"] == "second"
    assert following.wait_for("MachineAdded", name="vm-10")["host"] == "second"
    finish(infinibay("host", "remove", "second"))
    following.wait_for("HostRemoved", host_id=added["host_id"])
    following.wait_for("MachineRemoved", name="vm-10")
    assert following.end() == 130


def test_what_follows_the_first_department_is_soon_done(infinibay) -> None:
    def is_done() -> bool:
        return not json.loads(finish(infinibay("task", "steps", "--json")))

    wait_for(is_done, "the end of all steps", 30)
    assert finish(infinibay("task", "steps")).split() == [
        "SINCE",
        "STEP",
        "TRIED",
        "NEXT",
        "ERROR",
    ]
