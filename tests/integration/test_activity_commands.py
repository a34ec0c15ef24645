"""`infinibay activity` and `infinibay report`, as processes of their own."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.libvirt


@pytest.fixture
def home(tmp_path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def infinibay(home):
    def run(*words: str, **environment: str):
        return subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ | {"INFINIBAY_HOME": str(home), "PYTHONPATH": str(ROOT)} | environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_what_was_done_is_recorded_listed_exported_and_checked(infinibay, tmp_path, home) -> None:
    assert infinibay("department", "add", "=Lab").returncode == 0
    listed = infinibay("activity", "list", "--json", "--who", "me", "--action", "department.add")
    [entry] = json.loads(listed.stdout)
    assert (entry["target"], entry["outcome"], entry["sequence"]) == ("=Lab", "done", 1)

    path = tmp_path / "out.csv"
    assert infinibay("activity", "export", str(path), "--text", "LAB").returncode == 0
    with path.open(newline="") as file:
        [row] = csv.DictReader(file)
    assert row["target"] == "'=Lab"
    lines = infinibay("activity", "export", "-", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["sequence"] for line in lines][-1] == 1

    checked = infinibay("activity", "verify", "--json")
    found = json.loads(checked.stdout)
    assert (checked.returncode, found["intact"]) == (0, True)
    with sqlite3.connect(home / "data" / "infinibay.sqlite") as database:
        database.execute("UPDATE activity SET actor_name = 'Ben' WHERE sequence = 1")
    database.close()
    checked = infinibay("activity", "verify", "--noted", found["place"])
    assert checked.returncode == 1
    assert "NOT intact: entry 1 was edited" in checked.stdout


def test_failures_are_recorded_for_administrators_and_reported(infinibay, home) -> None:
    lost = infinibay("--connect", "test:////no/such.xml", "machine", "list")
    assert lost.returncode == 5
    assert infinibay("--host", "nobody", "machine", "list").returncode == 3
    [error] = json.loads(infinibay("activity", "errors", "--json").stdout)
    assert (error["code"], error["severity"]) == ("host-unreachable", "high")
    report = infinibay("report", INFINIBAY_DEBUG="database").stdout
    assert "host-unreachable" in report
    assert "Infinibay Desktop: " in report
    assert "DEBUG" in (home / "logs" / "infinibay.log").read_text()


def test_wrong_values_are_explained(infinibay) -> None:
    for words in (
        ("activity", "list", "--since", "3q"),
        ("activity", "verify", "--noted", "1:ab"),
        ("activity", "list", "--outcome", "odd"),
    ):
        done = infinibay(*words)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
