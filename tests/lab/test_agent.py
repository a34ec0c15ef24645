"""The agent in a real guest, over libvirt's channel: here, and through ssh."""

import json
import os
import platform
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.guests import AGENT_CHANNEL, AgentState
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.services.hosts import draft_host
from tests.lab.agents import PATIENCE_S, GuestWatch, start_agent_guest
from tests.lab.guest import READY, Guest
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.waiting import wait_for

BUSY = "python3 -c 'while True: pass' &"


@pytest.fixture
def agent_guest(clean_host, agent_image, tmp_path) -> Guest:
    return start_agent_guest(clean_host.virsh, agent_image, tmp_path)


@pytest.fixture
def core(tmp_path, clean_host) -> Iterator[Core]:
    core = start_core(str(tmp_path / "agents.sqlite"))
    yield core
    core.close()


@pytest.fixture(params=["here", "through ssh"])
def host(request, core) -> Host:
    if request.param == "here":
        host = draft_host("qemu:///system")
    else:
        sshd = request.getfixturevalue("lab_sshd")
        host = draft_host(
            f"qemu+ssh://{sshd.user}@{sshd.host}:{sshd.port}/system"
            f"?keyfile={sshd.key_file}&known_hosts={sshd.known_hosts}"
        )
    core.hosts.keep(host)
    return host


@pytest.fixture
def keyboard(clean_host, agent_guest) -> Iterator[SerialLine]:
    line = SerialLine(terminal_of(clean_host, agent_guest.uuid))
    yield line
    line.close()


@pytest.mark.expects_warnings
def test_a_guest_speaks_and_goes_on_whatever_ends(
    core, host, clean_host, agent_guest, keyboard
) -> None:
    core.agents.serve()
    watch = GuestWatch(core, host, agent_guest)
    core.connections.connect_in_background(host)
    greeting = watch.wait_for_state(AgentState.TALKING).greeting
    assert greeting.os == "linux"
    assert "processes" in greeting.capabilities

    watch.wait_for_cpu(lambda percent: percent < 50, "at rest")
    keyboard.type(BUSY)
    watch.wait_for_cpu(lambda percent: percent > 80, "that is busy")
    rows = watch.ask("ProcessList", sort="cpu").data["rows"]
    busy = next(row for row in rows if "while True" in row["command"])
    assert watch.ask("ProcessKill", pid=busy["pid"], force=True).success
    watch.wait_for_cpu(lambda percent: percent < 50, "at rest again")
    wait_for(lambda: max(watch.stored_cpu(), default=0) > 80, "the history of it")

    keyboard.type("killall -9 python3")
    wait_for(lambda: "AGENT-ENDED" in agent_guest.said(), f"the agent's end: {keyboard.said()}")
    watch.wait_for_samples(2)

    keyboard.type("reboot -f")
    wait_for(lambda: agent_guest.said().count(READY) == 2, "the reboot", PATIENCE_S)
    watch.wait_for_samples(2)
    assert watch.state() is AgentState.TALKING

    clean_host.restart_libvirtd()
    watch.wait_for_state(AgentState.OFF)
    watch.wait_for_state(AgentState.TALKING)
    watch.wait_for_samples(1)
    assert watch.ask("ProcessList", limit=1).success


def infinibay(database: str, *words: str) -> object:
    done = subprocess.run(
        [sys.executable, "-m", "infinibay_desktop.app.terminal", "--database", database,
         "--connect", "qemu:///system", "agent", *words, "--json"],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.parametrize("host", ["here"], indirect=True)
def test_one_program_speaks_with_a_guest_and_hands_it_over(
    core, host, agent_guest, tmp_path
) -> None:
    core.agents.serve()
    watch = GuestWatch(core, host, agent_guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)
    database = str(tmp_path / "agents.sqlite")
    assert infinibay(database, "show", "agent")["state"] == "elsewhere"

    other = start_core(database)
    try:
        elsewhere = GuestWatch(other, host, agent_guest)
        elsewhere.do(lambda: other.connections.connect(host))
        other.bus.drain()
        assert elsewhere.ask("ProcessList", limit=1).success
        status = watch.wait_for_state(AgentState.ELSEWHERE)
        assert status.holder in ("", platform.node())
    finally:
        other.close()
    watch.wait_for_state(AgentState.TALKING)


@pytest.mark.parametrize(
    ("devices", "at_once", "states"),
    [
        # Its agent may have begun before, and found no port.
        ("<controller type='virtio-serial'/>", True, ("waiting", "talking")),
        ("", False, ("no-channel",)),
    ],
)
def test_a_machine_without_the_channel_gets_it(
    clean_host, agent_image, tmp_path, devices, at_once, states
) -> None:
    guest = start_agent_guest(clean_host.virsh, agent_image, tmp_path, devices=devices)
    database = str(tmp_path / "remedy.sqlite")
    [listed] = infinibay(database, "list")
    assert listed["state"] == "no-channel"
    before = clean_host.virsh("dumpxml", "--inactive", guest.uuid)
    assert infinibay(database, "add-channel", "agent")["at_once"] is at_once
    after = clean_host.virsh("dumpxml", "--inactive", guest.uuid)
    assert AGENT_CHANNEL in after
    assert set(before.splitlines()) <= set(after.splitlines())
    assert infinibay(database, "show", "agent")["state"] in states


@pytest.mark.expects_warnings
def test_the_program_ends_even_while_libvirt_hangs(clean_host, agent_guest, tmp_path) -> None:
    database = tmp_path / "hanging.sqlite"
    core, host = start_core(str(database)), draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    watch = GuestWatch(core, host, agent_guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)
    watch.wait_for_samples(2)
    hanging = clean_host.libvirtd_pid()
    os.kill(hanging, signal.SIGSTOP)
    try:
        core.close()
    finally:
        os.kill(hanging, signal.SIGCONT)
    # What comes after the hosts was done too.
    with closing(sqlite3.connect(database)) as written:
        assert written.execute("SELECT count(*) FROM leases").fetchone() == (0,)
