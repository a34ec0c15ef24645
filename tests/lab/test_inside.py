"""Inside a real guest: what its agents tell and do, in the words of the service and a terminal."""

import json
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.activity import ActivityQuery
from infinibay_desktop.model.errors import GuestRefusedError, InfinibayError
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.services.guest_pages import everything
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.guarded import raw
from tests.lab.agents import GuestWatch
from tests.lab.guest import Guest, GuestImage, start_guest
from tests.lab.qemu_agent import CHANNELS, build_guest_with_both
from tests.lab.waiting import wait_for

ROOT = Path(__file__).parents[2]
PASSWORD = "nine-green-kettles"  # noqa: S105 - the one that must be written nowhere


@pytest.fixture(scope="session")
def both_image(lab_folder) -> GuestImage:
    return build_guest_with_both(lab_folder / "both-guest")


@pytest.fixture
def guest(clean_host, both_image, tmp_path) -> Guest:
    guest = start_guest(clean_host.virsh, both_image, tmp_path, "inside", devices=CHANNELS)
    guest.wait_until_ready()
    return guest


@pytest.fixture
def core(tmp_path, clean_host) -> Iterator[Core]:
    core = start_core(str(tmp_path / "inside.sqlite"))
    yield core
    core.close()


@pytest.fixture
def watch(core, guest) -> GuestWatch:
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    watch = GuestWatch(core, host, guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)
    return watch


@pytest.fixture
def cli(tmp_path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    database = str(tmp_path / "terminal.sqlite")

    def run(*words: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "infinibay_desktop", "--database", database]
        command += ["--connect", "qemu:///system", "guest", *words]
        return subprocess.run(
            command, cwd=ROOT, input=typed, capture_output=True, timeout=120, check=False
        )

    return run


def processes(watch: GuestWatch):
    guests, key = watch.core.guests, watch.key
    page = watch.do(lambda: everything(lambda at: guests.processes(key, offset=at)))
    return {one.pid: one for one in page.rows}


@pytest.mark.expects_warnings
def test_what_runs_is_listed_and_ended_and_a_later_process_is_not(watch) -> None:
    core, key, do = watch.core, watch.key, watch.do
    assert any("infinibay-agent" in one.command for one in processes(watch).values())

    do(lambda: core.guests.run(key, ["sh", "-c", "sleep 4321 > /dev/null 2>&1 &"]))
    sleeper = next(one for one in processes(watch).values() if "4321" in one.command)
    earlier = replace(sleeper, started_at=sleeper.started_at - timedelta(minutes=5))
    with pytest.raises(GuestRefusedError, match="another process"):
        do(lambda: core.guests.kill_process(key, earlier, force=True))
    assert sleeper.pid in processes(watch)
    assert do(lambda: core.guests.kill_process(key, sleeper))
    wait_for(lambda: sleeper.pid not in processes(watch), "the end of the sleeper")

    assert do(lambda: core.guests.disks(key)) is not None
    assert do(lambda: core.guests.users(key)) is not None
    assert do(lambda: core.guests.system(key)).agent_version
    assert "Infinibay guest agent" in do(lambda: core.guests.diagnostics(key)).text
    with pytest.raises(GuestRefusedError, match="nothing steers services"):
        do(lambda: core.guests.services(key))

    raw(core.activity).flush()
    acts = [
        entry.act
        for entry in do(lambda: core.activity.find(ActivityQuery())).entries
        if entry.act.action.startswith("guest.")
    ]
    told = {act.action: act for act in acts}
    assert told["guest.kill-process"].target_name == "inside"
    assert told["guest.kill-process"].after["process"] == sleeper.name
    assert told["guest.run"].after["command"] == "sh …"


@pytest.mark.expects_warnings
def test_qemus_agent_runs_programs_and_carries_files(watch) -> None:
    core, key, do = watch.core, watch.key, watch.do
    ran = do(lambda: core.guests.run(key, ["cat"], typed=b"give it back"))
    assert (ran.exit_code, ran.output) == (0, b"give it back")
    assert do(lambda: core.guests.run(key, ["sh", "-c", "exit 7"])).exit_code == 7
    assert do(lambda: core.guests.run(key, ["sh", "-c", "kill -9 $$"])).signal == 9

    content, parts, sizes = secrets.token_bytes(1_700_001), [], []
    size = do(lambda: core.guests.write_file(key, "/srv/big", [content], moved=sizes.append))
    assert size == sizes[-1] == len(content)
    assert do(lambda: core.guests.read_file(key, "/srv/big", parts.append)) == size
    assert b"".join(parts) == content
    with pytest.raises(GuestRefusedError):
        do(lambda: core.guests.read_file(key, "/srv/nothing", parts.append))
    assert do(lambda: core.guests.freeze(key)) >= 0
    assert do(lambda: core.guests.thaw(key)) >= 0


@pytest.mark.expects_warnings
def test_a_password_for_a_guest_is_written_nowhere(watch, tmp_path) -> None:
    core, key, do = watch.core, watch.key, watch.do
    # The tiny guest has no tool for it.
    with pytest.raises(InfinibayError) as refused:
        do(lambda: core.guests.set_password(key, "root", PASSWORD))
    assert PASSWORD not in f"{refused.value!r}{refused.value.details}"
    raw(core.activity).flush()
    entries = do(lambda: core.activity.find(ActivityQuery(action="guest.set-password"))).entries
    assert entries[0].act.after["user"] == "root"
    assert PASSWORD not in repr(entries)
    assert PASSWORD.encode() not in (tmp_path / "inside.sqlite").read_bytes()


@pytest.mark.expects_warnings
def test_the_same_from_a_terminal(guest, cli, tmp_path) -> None:
    listed = cli("processes", "inside", "--json")
    assert listed.returncode == 0, listed.stderr
    assert any(row["name"] == "sh" or row["pid"] == 1 for row in json.loads(listed.stdout))

    ran = cli("run", "inside", "--", "sh", "-c", "echo out; echo bad >&2; exit 3")
    assert (ran.returncode, ran.stdout, ran.stderr) == (3, b"out\n", b"bad\n")

    content = secrets.token_bytes(300_000)
    (tmp_path / "source").write_bytes(content)
    assert cli("write-file", "inside", str(tmp_path / "source"), "/srv/there").returncode == 0
    back = tmp_path / "back"
    assert cli("read-file", "inside", "/srv/there", str(back)).returncode == 0
    assert back.read_bytes() == content
    assert cli("read-file", "inside", "/srv/nowhere", str(tmp_path / "no")).returncode != 0
    assert not (tmp_path / "no").exists()
    assert not list(tmp_path.glob(".no.*"))
