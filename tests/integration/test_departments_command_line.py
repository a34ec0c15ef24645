"""Departments from a terminal: shapes, statuses, and what is refused."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
THREE = ROOT / "tests" / "data" / "three.xml"
pytestmark = pytest.mark.libvirt


@pytest.fixture
def infinibay(tmp_path):
    def run(*words: str, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done.stdout or done.stderr

    return run


@pytest.fixture
def machine(infinibay):
    def run(act: str, *words: str, status: int = 0) -> str:
        return infinibay("--connect", f"test://{THREE}", "machine", act, *words, status=status)

    return run


def test_a_department_is_added_shown_changed_and_deleted(infinibay) -> None:
    infinibay("department", "add", "Sales", "--max-machines", "2", "--max-memory", "8G")
    assert "already" in infinibay("department", "add", "SALES", status=2)
    made = json.loads(infinibay("department", "edit", "sales", "--name", "Ventas", "--max-memory",
                                "none", "--max-disk", "1T", "--colour", "#2E7D32", "--json"))  # fmt: skip
    assert made["version"] == 2
    assert made["quota"] == {
        "machines": 2,
        "vcpus": None,
        "memory_bytes": None,
        "disk_bytes": 1024**4,
    }
    shown = json.loads(infinibay("department", "show", "VENTAS", "--json"))
    assert (shown["name"], shown["colour"], shown["members"]) == ("Ventas", "#2e7d32", 0)
    assert shown["used"]["machines"] == 0
    assert "0 of 2" in infinibay("department", "list")
    infinibay("department", "edit", "ventas", "--max-vcpus", "many", status=2)
    infinibay("department", "delete", "ventas")
    assert "no department" in infinibay("department", "show", "ventas", status=3)


def test_machines_are_moved_counted_and_listed(infinibay, machine) -> None:
    infinibay("department", "add", "Sales", "--max-machines", "2")
    infinibay("department", "add", "Lab")
    moved = json.loads(machine("move", "vm-2", "vm-10", "--department", "sales", "--json"))
    assert [each["department"] for each in moved] == ["Sales", "Sales"]
    listed = json.loads(machine("list", "--department", "SALES", "--json"))
    assert sorted(each["name"] for each in listed) == ["vm-10", "vm-2"]
    assert machine("list", "--department", "lab").splitlines()[1:] == []
    assert "Sales" in machine("show", "vm-2")
    refused = machine("create", "vm-3", "--department", "sales", "--memory", "64", "--disk", "1",
                      status=2)  # fmt: skip
    assert "may have 2 machines: 2 are in use, and 1 more were asked for" in refused
    assert "Ask an administrator" in refused
    assert "--move-to" in infinibay("department", "delete", "sales", status=2)
    infinibay("department", "delete", "sales", "--move-to", "lab")
    assert json.loads(infinibay("department", "show", "lab", "--json"))["used"]["machines"] == 2
    machine("move", "vm-2", "--no-department")
    machine("move", "vm-2", status=2)
    machine("move", "nothing", "--department", "lab", status=3)
    made = json.loads(machine("create", "vm-3", "--department", "lab", "--memory", "64",
                              "--disk", "1", "--json"))  # fmt: skip
    assert (made["name"], made["department"]) == ("vm-3", "Lab")


def test_machines_are_given_to_people(infinibay, machine) -> None:
    [me] = json.loads(infinibay("user", "list", "--json"))
    email = me["email"]
    given = json.loads(machine("assign", "vm-2", "vm-10", "--owner", email, "--json"))
    assert {each["owner_id"] for each in given} == {me["id"]}
    machine("assign", "vm-10", "--nobody")
    owners = {each["name"]: each["owner_id"] for each in json.loads(machine("list", "--json"))}
    assert owners["vm-2"] == me["id"]
    assert owners["vm-10"] is None
    machine("grant", "vm-10", email, "power")
    assert json.loads(machine("grants", "vm-10", "--json"))[0]["permission"] == "machine:power"
    machine("revoke", "vm-10", email, "power")
    assert json.loads(machine("grants", "vm-10", "--json")) == []
    infinibay("department", "add", "Lab")
    infinibay("department", "add-member", "lab", email, "--administrator")
    [member] = json.loads(infinibay("department", "members", "lab", "--json"))
    assert (member["email"], member["role"]) == (email, "administrator")
    infinibay("department", "remove-member", "lab", email)
    assert json.loads(infinibay("department", "members", "lab", "--json")) == []


def test_a_departments_blueprint_is_for_whoever_says_no_size(infinibay, machine) -> None:
    infinibay("blueprint", "save", "tiny", "--vcpus", "1", "--memory", "96", "--disk", "3")
    infinibay("department", "add", "Lab", "--blueprint", "tiny")
    made = json.loads(machine("create", "vm-3", "--department", "lab", "--vcpus", "2", "--json"))
    assert (made["vcpus"], made["memory_bytes"]) == (2, 96 * 1024**2)
    infinibay("blueprint", "remove", "tiny")
    made = json.loads(machine("create", "vm-4", "--department", "lab", "--disk", "1", "--json"))
    assert made["memory_bytes"] == 2 * 1024**3
