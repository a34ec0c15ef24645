"""`infinibay guest …` on libvirt's test driver: what its guest agent tells, and who does not answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "infinibay_desktop.app.terminal"]
pytestmark = pytest.mark.libvirt


@pytest.fixture
def guest(tmp_path):
    def run(*words: str, typed: str = ""):
        return subprocess.run(
            [*PROGRAM, "--connect", "test:///default", "guest", *words],
            env=os.environ | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_disks_are_listed_for_people_and_for_scripts(guest) -> None:
    listed = guest("disks", "test", "--json")
    assert listed.returncode == 0, listed.stderr
    assert [disk["mount_point"] for disk in json.loads(listed.stdout)] == ["/", "/boot"]
    shown = guest("disks", "test").stdout.splitlines()
    assert shown[0].split() == ["MOUNTED", "AT", "TYPE", "SIZE", "USED", "DEVICE"]
    assert shown[1].split() == ["/", "ext4", "-", "-", "vda1"]


def test_file_systems_are_frozen_and_a_password_is_set(guest) -> None:
    assert guest("freeze", "test").stdout == "Froze 2 file systems.\n"
    # Each run has a simulated host of its own, where nothing is frozen yet.
    assert guest("thaw", "test").stdout == "Thawed 0 file systems.\n"
    done = guest("set-password", "test", "root", "--password-stdin", typed="nine green kettles\n")
    assert done.returncode == 0, done.stderr
    assert "kettles" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("processes", "test"), 1, "guest-unavailable"),
        (("processes", "nowhere"), 3, "not-found"),
        (("log", "test", "../x"), 2, "validation"),
        (("install", "test", "-y"), 2, None),
        (("service", "test", "ssh", "explode"), 2, None),
        (("run", "test", "--", "ls"), 1, "guest-unavailable"),
        (("read-file", "test", "/etc/hostname"), 1, "guest-unavailable"),
        (("write-file", "test", "/no/such/file", "/srv/x"), 9, "storage"),
    ],
)
def test_failures_have_their_status_and_their_words(guest, words, status, code) -> None:
    command = (words[0], "--json", *words[1:])
    done = guest(*command)
    assert done.returncode == status, done.stderr
    if code:
        assert json.loads(done.stderr.splitlines()[-1])["error"]["code"] == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
