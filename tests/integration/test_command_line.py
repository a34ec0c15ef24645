"""The command line on libvirt's test driver: shapes, statuses, and nothing that steers a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from infinibay_desktop.cli.creating import parse_disk, parse_network
from infinibay_desktop.cli.output import exit_code_of, plain
from infinibay_desktop.model import errors
from infinibay_desktop.model.errors import InfinibayError, ValidationError
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.model.specs import DiskOrigin, NetworkKind

ROOT = Path(__file__).parents[2]
THREE = ROOT / "tests" / "data" / "three.xml"
pytestmark = pytest.mark.libvirt


@pytest.fixture
def infinibay(tmp_path):
    def run(*words: str, **environment: str):
        return subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ
            | {"INFINIBAY_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
            | environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_the_list_is_sorted_as_people_count(infinibay) -> None:
    listed = infinibay("--connect", f"test://{THREE}", "machine", "list")
    lines = listed.stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["vm-2", "vm-10"]
    assert "\u202e" not in listed.stdout


def test_scripts_get_what_was_promised(infinibay) -> None:
    listed = infinibay("--connect", f"test://{THREE}", "machine", "list", "--json")
    machines = {machine["name"]: machine for machine in json.loads(listed.stdout)}
    assert machines["vm-2"] | {"host_id": "", "stale_since": None} == {
        "id": "10000000-0000-4000-8000-000000000002",
        "name": "vm-2",
        "state": "running",
        "vcpus": 1,
        "memory_bytes": 512 * 1024**2,
        "host": "three",
        "host_id": "",
        "host_uri": f"test://{THREE}",
        "department": None,
        "department_id": None,
        "owner": None,
        "owner_id": None,
        "autostart": False,
        "persistent": True,
        "stale_since": None,
    }


def test_failures_have_their_status_and_their_words(infinibay) -> None:
    here = ("--connect", f"test://{THREE}")
    for words, status, code in (
        ((*here, "machine", "start", "nowhere"), 3, "not-found"),
        ((*here, "machine", "start", "vm-2"), 4, "invalid-state"),
        ((*here, "machine", "rename", "vm-2", "a/b"), 2, "validation"),
        (("--connect", "xen:///", "machine", "list"), 2, "validation"),
        (("--connect", "test:////no/such.xml", "machine", "list"), 5, "host-unreachable"),
        (("--host", "nobody", "machine", "list"), 3, "not-found"),
        (("--database", "mysql://x", "machine", "list"), 2, "validation"),
    ):
        done = infinibay(*words, "--json")
        assert done.returncode == status, (words, done.stderr)
        assert json.loads(done.stderr.splitlines()[-1])["error"]["code"] == code
        assert done.stdout == ""
        told = infinibay(*words)
        assert "Traceback" not in told.stderr
        assert told.stderr.startswith("infinibay: ")


def test_wrong_options_are_explained(infinibay) -> None:
    for words in (["machine", "fly"], ["machine", "create"], ["--what"], ["machine", "top", "x"]):
        done = infinibay(*words)
        assert done.returncode == 2
        assert "Usage" in done.stderr


def test_a_bad_uri_stores_no_host(infinibay) -> None:
    infinibay("--connect", "test:////no/such.xml", "machine", "list")
    assert json.loads(infinibay("host", "list", "--json").stdout) == []


def test_hosts_are_kept_changed_and_removed(infinibay) -> None:
    added = infinibay("host", "add", f"test://{THREE}", "--name", "play", "--json")
    assert json.loads(added.stdout)["demonstration"] is True
    assert infinibay("host", "add", "test:///default", "--name", "play").returncode == 2
    infinibay("host", "edit", "play", "--name", "toy", "--acceleration", "emulation")
    [host] = json.loads(infinibay("host", "list", "--json").stdout)
    assert (host["name"], host["acceleration"]) == ("toy", "emulation")
    shown = json.loads(infinibay("host", "show", "toy", "--json").stdout)
    assert shown["state"] == "connected"
    assert {"open", "busy", "waiting", "waited_ms"} <= set(shown["connections"])
    assert json.loads(infinibay("machine", "list", "--json").stdout)
    assert infinibay("host", "remove", "toy").returncode == 0
    assert json.loads(infinibay("host", "list", "--json").stdout) == []


def test_a_machine_is_made_in_the_demonstration(infinibay) -> None:
    done = infinibay(
        "--connect", f"test://{THREE}", "machine", "create", "new", "--disk", "1G", "--json"
    )
    assert json.loads(done.stdout)["state"] == "shut off", done.stderr


def test_blueprints_are_kept(infinibay) -> None:
    saved = infinibay("blueprint", "save", "tiny", "--vcpus", "1", "--memory", "64", "--disk", "1")
    assert saved.returncode == 0, saved.stderr
    found = {b["name"]: b for b in json.loads(infinibay("blueprint", "list", "--json").stdout)}
    assert found["tiny"]["disk_bytes"] == GIB
    assert infinibay("blueprint", "remove", "tiny").returncode == 0
    assert infinibay("blueprint", "remove", "tiny").returncode == 3


def test_the_doctor_speaks_without_a_working_database(infinibay) -> None:
    done = infinibay("--database", "/proc/no/such.sqlite", "doctor", "--json")
    findings = {finding["name"]: finding for finding in json.loads(done.stdout)}
    assert done.returncode == 1
    assert findings["database"]["verdict"] == "failed"
    assert all(f["remedy"] for f in findings.values() if f["verdict"] != "ok")


def test_shells_complete_commands_and_machines(infinibay) -> None:
    script = infinibay(_INFINIBAY_COMPLETE="bash_source")
    assert "_infinibay_completion" in script.stdout
    infinibay("--connect", f"test://{THREE}", "machine", "list")
    names = infinibay(
        _INFINIBAY_COMPLETE="bash_complete", COMP_WORDS="infinibay machine start vm", COMP_CWORD="3"
    )
    assert set(names.stdout.split()) == {"plain,vm-2", "plain,vm-10"}


def test_every_command_has_help(infinibay) -> None:
    for words in ([], ["machine"], ["host"], ["storage"], ["blueprint"], ["machine", "create"]):
        done = infinibay(*words, "--help")
        assert done.returncode == 0
        assert "Usage: infinibay" in done.stdout


def test_disks_are_read_as_written() -> None:
    new = parse_disk("20G,sparse,pool=fast")
    assert (new.size_bytes, new.sparse, new.pool) == (20 * GIB, True, "fast")
    copy = parse_disk("copy=/a,size=40G")
    assert (copy.origin, copy.path, copy.size_bytes) == (DiskOrigin.COPY, "/a", 40 * GIB)
    for text in ("", "x", "1G,1G", "copy=/a,use=/b", "1G,colour=red"):
        with pytest.raises(ValidationError):
            parse_disk(text)


def test_networks_are_read_as_written() -> None:
    assert parse_network("bridge:br0").name == "br0"
    assert parse_network("none").kind is NetworkKind.NONE
    with pytest.raises(ValidationError):
        parse_network("wifi")


def test_text_from_hosts_cannot_steer_a_terminal() -> None:
    assert plain("a\x1b]0;title\x07b\r\n\u202ec") == "a?]0;title?b???c"


def test_every_failure_has_an_exit_status() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    for kind in kinds:
        if issubclass(kind, InfinibayError):
            error = kind("x", field="y") if kind is ValidationError else kind("x")
            assert 0 < exit_code_of(error) < 10
