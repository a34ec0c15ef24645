"""`infinibay machine history`: for people, scripts and spreadsheets."""

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import FIXED_SERIES
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.services.metric_ingest import MetricIngest
from tests.fakes import InlineTasks
from tests.fakes.metrics import sample

ROOT = Path(__file__).parents[2]
HERE = ("--connect", f"test://{ROOT / 'tests' / 'data' / 'three.xml'}")
pytestmark = pytest.mark.libvirt


@pytest.fixture
def infinibay(tmp_path):
    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", "--database",
             str(tmp_path / "here.sqlite"), *HERE, *words],
            env=os.environ
            | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def measured(infinibay, tmp_path):
    """A machine of which two minutes are known, with a series of a hostile name."""
    machines = json.loads(infinibay("machine", "list", "--json"))
    found = next(each for each in machines if each["name"] == "vm-2")
    key = MachineKey(HostId(UUID(found["host_id"])), MachineId(UUID(found["id"])))
    units = open_database(str(tmp_path / "here.sqlite"))
    ingest = MetricIngest(units, SystemClock(), InlineTasks())
    layout = (*FIXED_SERIES, "=cmd|' /C calc'!A0")
    now_s = int(time.time())
    for ago in range(120, 0, -5):
        ingest.offer(sample(now_s - ago, [50.0, 2**30, *[0.0] * 10, 7.0], key=key, layout=layout))
    ingest.flush()
    units.close()
    return infinibay


def test_people_get_a_table(measured) -> None:
    lines = measured("machine", "history", "vm-2", "--last", "3m").splitlines()
    assert lines[0].split() == ["WHEN", "FROM", "SERIES", "LEAST", "MEAN", "MOST"]
    assert lines[1].split()[2:] == ["agent", "cpu_percent", "50.0", "50.0", "50.0"]
    memory = measured("machine", "history", "vm-2", "--series", "memory_used_bytes")
    assert "1 GiB" in memory


def test_scripts_get_json_and_spreadsheets_what_they_do_not_run(measured) -> None:
    words = ("machine", "history", "vm-2", "--last", "10m", "--points", "600")
    found = json.loads(measured(*words, "--json"))
    assert found[0]["series"] == "cpu_percent"
    assert found[0]["source"] == "agent"
    assert {point["maximum"] for point in found[0]["points"]} == {50.0}
    names = measured("machine", "history", "vm-2", "--list").splitlines()
    assert names[:12] == list(FIXED_SERIES)
    rows = list(csv.reader(measured(*words, "--csv", "--series", names[12]).splitlines()))
    assert rows[0] == ["at", "source", "series", "minimum", "average", "maximum"]
    assert rows[1][2].startswith("'=cmd")
    assert rows[1][3:] == ["7.0", "7.0", "7.0"]


def test_a_machine_of_which_nothing_is_known_has_no_history(infinibay) -> None:
    assert infinibay("machine", "history", "vm-10") == ""
    assert json.loads(infinibay("machine", "history", "vm-10", "--json")) == []
