"""`infinibay timer`, as processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from infinibay_desktop.ui.timers.words import _TIMERS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.libvirt


@pytest.fixture
def infinibay(tmp_path):
    home = {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}

    def run(*words: str):
        return subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ | home,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def rows(infinibay):
    """The timers by name, as a new process reads them."""

    def read() -> dict[str, dict]:
        listed = json.loads(infinibay("timer", "list", "--json").stdout)
        return {row["name"]: row for row in listed}

    return read


def test_timers_are_listed_run_paused_and_resumed(infinibay, rows) -> None:
    assert rows().keys() == _TIMERS.keys()
    ran = infinibay("timer", "run", "metric-roll-up")
    assert (ran.returncode, ran.stdout) == (0, "metric-roll-up: done\n")
    paused = infinibay("timer", "pause", "metric-roll-up", "--json")
    assert json.loads(paused.stdout)["paused"]
    found = rows()["metric-roll-up"]
    assert (found["outcome"], found["next_at"], found["shared"]) == ("done", None, True)
    assert infinibay("timer", "resume", "metric-roll-up").returncode == 0
    assert rows()["metric-roll-up"]["next_at"]
    done = infinibay("activity", "list", "--json").stdout
    assert [entry["action"] for entry in json.loads(done)] == [
        "timer.resume",
        "timer.pause",
        "timer.run",
    ]


def test_what_each_program_does_for_itself_works_on_hosts_and_rests_by_the_settings(
    infinibay, rows
) -> None:
    ran = infinibay("--connect", "test:///default", "timer", "run", "machine-status", "--json")
    assert json.loads(ran.stdout)["outcome"] == "done"
    assert infinibay("timer", "pause", "machine-status").returncode == 0
    assert rows()["machine-status"]["paused"]


def test_a_timer_that_is_not_there_is_refused(infinibay) -> None:
    refused = infinibay("timer", "run", "tea")
    assert refused.returncode == 3
    assert "no timer 'tea'" in refused.stderr
