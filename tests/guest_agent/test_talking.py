"""The real agent at the other end of a port."""

import contextlib
import json
import os
import pty
import select
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guest_agent.agent_host import AGENT, is_alive, wait_until

ABSURD = (
    b"\n\n   \n",
    b"not json\n",
    b"\xff\xfe\x00\x01\n",
    b"[1,2,3]\n",
    b'"text"\n',
    b"null\n",
    b'{"type":17}\n',
    b'{"type":"Hello","period_s":NaN}\n',
    b'{"type":"Settings","period_s":"soon"}\n',
    b'{"type":"Settings","period_s":true}\n',
    b'{"type":"SafeCommand"}\n',
    b'{"type":"SafeCommand","id":"../../etc","command_type":{"action":"UserList"}}\n',
    b'{"type":"SafeCommand","id":["x"],"command_type":{"action":"UserList"}}\n',
    b'{"type":"Cancel","id":{"a":1}}\n',
    b'{"type":"Cancel"}\n',
    b'{"type":"Chunk","id":"nobody","offset":0,"data":"AAAA"}\n',
    b'{"type":"UnsafeCommand","id":"u","raw_command":"touch /tmp/x"}\n',
    b"[" * 60000 + b"\n",
    b'{"a":' * 10000 + b"\n",
    b'{"type":"Metrics","x":' + b"9" * 60000 + b"}\n",
    b"x" * 200_000 + b"\n",
)


def test_it_greets_and_tells_its_metrics_when_a_host_connects(agent_host) -> None:
    agent_host.start()
    wire = agent_host.accept()
    greeting = wire.hear()
    assert greeting["type"] == "handshake"
    assert (greeting["protocol"], greeting["os"]) == (1, "linux")
    assert greeting["hostname"] == os.uname().nodename
    assert greeting["boot_id"] == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert {"processes", "users", "disks", "logs", "diagnostics", "upgrade"} <= set(
        greeting["capabilities"]
    )
    assert wire.hear()["type"] == "metrics"


def test_its_metrics_are_those_of_the_machine(wire) -> None:
    data = wire.metrics()["data"]
    system = data["system"]
    facts = dict(
        line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines() if ":" in line
    )
    assert system["memory"]["total_kb"] == int(facts["MemTotal"].split()[0])
    assert 0 < system["memory"]["used_kb"] < system["memory"]["total_kb"]
    assert 0 <= system["cpu"]["usage_percent"] <= 100
    assert len(system["cpu"]["cores_usage"]) == os.sysconf("SC_NPROCESSORS_ONLN")
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    assert abs(system["system"]["uptime_seconds"] - uptime) < 10
    root = next(m for m in system["disk"]["usage_stats"] if m["mount_point"] == "/")
    assert abs(root["total_gb"] - shutil.disk_usage("/").total / 2**30) < 0.01
    names = {interface["name"] for interface in system["network"]["interfaces"]}
    assert names <= {name for _, name in socket.if_nameindex()}
    assert "lo" not in names
    assert 1 <= len(data["processes"]) <= 10
    for process in data["processes"]:
        assert 0 <= process["cpu_usage_percent"] <= 100 * os.sysconf("SC_NPROCESSORS_ONLN") + 10


def test_a_host_that_says_hello_is_greeted_anew_with_its_period(wire) -> None:
    wire.say({"type": "Hello", "protocol": 1, "period_s": 60})
    assert wire.greeting()["period_s"] == 60
    wire.metrics()
    wire.say({"type": "Metrics"})
    wire.metrics()


def test_absurd_input_is_passed_over(wire, agent_host) -> None:
    for line in ABSURD:
        wire.shout(line)
    assert wire.get("UserList")["success"]
    assert agent_host.process.poll() is None


def flood(wire, line: bytes) -> None:
    """Say the line again and again without reading, until nobody listens any more."""
    wire.connection.setblocking(False)
    while select.select([], [wire.connection], [], 0.5)[1]:
        with contextlib.suppress(BlockingIOError):
            wire.connection.send(line)


def test_a_host_that_does_not_read_is_not_listened_to(wire, agent_host) -> None:
    command = b'{"type":"SafeCommand","id":"a","command_type":{"action":"Nothing"}}\n'
    flood(wire, b'{"type":"Hello"}\n' * 50 + command * 50)
    status = Path(f"/proc/{agent_host.process.pid}/status").read_text()
    most_kb = next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)
    assert most_kb < 80 * 1024
    wire.hear(lambda said: said["type"] == "handshake")
    wire.connection.settimeout(20)


@pytest.mark.parametrize(
    ("action", "parameters"),
    [
        ("ServiceControl", {"service": "../../bin/sh", "operation": "start"}),
        ("ServiceControl", {"service": "ssh; reboot", "operation": "start"}),
        ("ServiceControl", {"service": "--now", "operation": "start"}),
        ("ServiceControl", {"service": "ssh\n", "operation": "start"}),
        ("ServiceControl", {"service": "ssh", "operation": "mask"}),
        ("ServiceControl", {"service": ["ssh"], "operation": "stop"}),
        ("ServiceControl", {"service": "infinibay-agent", "operation": "stop"}),
        ("ServiceLog", {"service": "../shadow", "lines": 10}),
        ("ServiceLog", {"service": "ssh", "lines": 501}),
        ("PackageInstall", {"package": "-o=Dpkg::Pre-Invoke::=reboot"}),
        ("PackageInstall", {"package": "./evil.deb"}),
        ("PackageInstall", {"package": "bash-"}),
        ("PackageInstall", {"package": "nano+"}),
        ("PackageInstall", {"package": "*"}),
        ("PackageInstall", {"package": "a" * 129}),
        ("PackageInstall", {}),
        ("PackageSearch", {"query": "$(reboot)"}),
        ("PackageSearch", {"query": ""}),
        ("ProcessList", {"offset": -1}),
        ("ProcessList", {"offset": 10**30}),
        ("ProcessList", {"limit": 0}),
        ("ProcessList", {"limit": 1.5}),
        ("ProcessList", {"limit": True}),
        ("ProcessList", {"sort": "size"}),
        ("ProcessKill", {"pid": 1}),
        ("ProcessKill", {"pid": 0}),
        ("ProcessKill", {"pid": -5}),
        ("ProcessKill", {"pid": "7"}),
        ("AgentUpgrade", {"version": "2", "size": 10**9, "sha256": "0" * 64}),
        ("AgentUpgrade", {"version": "../2", "size": 10, "sha256": "0" * 64}),
        ("AgentUpgrade", {"version": "2", "size": 10, "sha256": "zz"}),
        ("Reboot", {}),
        ("__init__", {}),
    ],
)
def test_what_is_not_allowed_is_refused_with_a_reason(agent, action, parameters) -> None:
    outbox = agent.Outbox()
    desk = agent.Desk(outbox, lambda: None)
    desk.request(
        {"type": "SafeCommand", "id": "a", "command_type": {"action": action, **parameters}}
    )
    wait_until(lambda: not outbox.is_empty())
    answer = json.loads(outbox.take())
    assert (answer["id"], answer["success"]) == ("a", False)
    assert answer["error"] in ("bad-request", "refused", "unsupported")
    assert answer["stderr"]


def test_pages_of_processes_are_of_one_moment_and_make_the_whole(wire) -> None:
    first = wire.get("ProcessList", sort="pid", limit=5)["data"]
    rows = list(first["rows"])
    assert len(rows) == 5
    while len(rows) < first["total"]:
        page = wire.get("ProcessList", sort="pid", offset=len(rows), limit=1000)["data"]
        assert page["total"] == first["total"]
        rows += page["rows"]
    pids = [row["pid"] for row in rows]
    assert pids == sorted(set(pids))
    mine = next(row for row in rows if row["pid"] == os.getpid())
    assert mine["parent_pid"] == os.getppid()
    assert mine["memory_kb"] > 1000


def test_a_page_far_beyond_the_end_is_empty(wire) -> None:
    answer = wire.get("ProcessList", offset=10**9, limit=1000)
    assert answer["success"]
    assert answer["data"]["rows"] == []
    assert answer["data"]["total"] > 0


def test_it_ends_the_process_that_was_meant(wire) -> None:
    with subprocess.Popen(["sleep", "600"]) as sleeper:
        rows = wire.get("ProcessList", sort="pid", limit=1000)["data"]["rows"]
        [row] = [row for row in rows if row["pid"] == sleeper.pid]
        other = wire.get("ProcessKill", pid=sleeper.pid, started_at=row["started_at"] - 100)
        assert (other["success"], other["error"]) == (False, "not-found")
        assert sleeper.poll() is None
        answer = wire.get("ProcessKill", pid=sleeper.pid, started_at=row["started_at"])
        assert answer["success"]
        assert answer["data"] == {"ended": True}
        assert sleeper.wait() == -15


def test_it_forces_what_does_not_listen(wire) -> None:
    deaf = "trap '' TERM; echo ready; while :; do sleep 1; done"
    with subprocess.Popen(["sh", "-c", deaf], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        answer = wire.get("ProcessKill", pid=process.pid, timeout=0.3)
        assert answer["data"] == {"ended": False}
        assert wire.get("ProcessKill", pid=process.pid, force=True)["data"] == {"ended": True}
        assert process.wait() == -9


def test_it_does_not_end_itself(wire, agent_host) -> None:
    answer = wire.get("ProcessKill", pid=agent_host.process.pid, force=True)
    assert (answer["success"], answer["error"]) == (False, "refused")


APT = """
case "$*" in *Status-Fd*) ;; *) exit 9;; esac
for word; do case $word in APT::Status-Fd=*) fd=${word#*=};; esac; done
[ "$DEBIAN_FRONTEND" = noninteractive ] || exit 8
echo "Setting up things"
echo "dlstatus:1:50.0:Retrieving file 1 of 1" >&$fd
echo "pmstatus:nano:50.0:Unpacking nano" >&$fd
"""
POLICY = """echo "$3:"; echo "  Installed: (none)"; echo "  Candidate: 7.2-1" """


def test_installing_tells_how_far_it_is(agent_host) -> None:
    agent_host.tool("apt-get", APT)
    agent_host.tool("apt-cache", POLICY)
    agent_host.tool("dpkg-query", "exit 0")
    agent_host.start()
    wire = agent_host.accept()
    assert "packages:apt" in wire.greeting()["capabilities"]
    number = wire.ask("PackageInstall", package="nano")
    progress = wire.hear(lambda said: said["type"] == "progress")
    assert progress == {
        "type": "progress", "id": number, "text": "Retrieving file 1 of 1", "percent": 20,
    }  # fmt: skip
    answer = wire.answer(number)
    assert answer["success"], answer
    assert answer["stdout"] == "Setting up things\n"


# It starts something that goes on by itself, as package scripts do.
STUBBORN = """
trap '' INT {1}
/bin/sleep 600 &
echo $! > {0}/child
echo $$ > {0}/parent
while :; do wait; done
"""


def _pids(folder: Path) -> list[int]:
    files = [folder / "parent", folder / "child"]
    wait_until(lambda: all(file.exists() and file.read_text().strip() for file in files))
    return [int(file.read_text()) for file in files]


@pytest.mark.parametrize("ending", ["cancel", "timeout"])
def test_what_is_cancelled_or_takes_too_long_ends_with_all_that_it_started(
    agent_host, tmp_path, ending
) -> None:
    # What does not listen is ended by force a little later.
    agent_host.tool("free", STUBBORN.format(tmp_path, "TERM" if ending == "timeout" else ""))
    agent_host.start()
    wire = agent_host.accept()
    number = wire.ask("Diagnostics", timeout=0.5 if ending == "timeout" else 60)
    pids = _pids(tmp_path)
    if ending == "cancel":
        wire.say({"type": "Cancel", "id": number})
        answer = wire.answer(number)
        assert (answer["success"], answer["error"]) == (False, "cancelled")
    else:
        assert "timed out" in wire.answer(number)["stdout"]
    wait_until(lambda: not any(map(is_alive, pids)))


def test_a_package_tool_is_asked_to_end_before_it_is_ended(agent_host, tmp_path) -> None:
    script = f"trap 'echo asked > {tmp_path}/asked; exit 130' INT; echo $$ > {tmp_path}/parent;"
    agent_host.tool("apt-get", script + "while :; do /bin/sleep 0.1; done")
    agent_host.tool("apt-cache", POLICY)
    agent_host.tool("dpkg-query", "exit 0")
    agent_host.start()
    wire = agent_host.accept()
    number = wire.ask("PackageRemove", package="nano")
    wait_until((tmp_path / "parent").exists)
    second = wire.get("PackageInstall", package="nano")
    assert (second["success"], second["error"]) == (False, "busy")
    wire.say({"type": "Cancel", "id": number})
    assert wire.answer(number)["error"] == "cancelled"
    assert (tmp_path / "asked").exists()


def test_four_run_sixteen_wait_and_the_rest_is_refused(agent_host, tmp_path) -> None:
    agent_host.tool("apt-get", f"echo $$ >> {tmp_path}/running; exec /bin/sleep 600")
    agent_host.tool("dpkg-query", "exit 0")
    agent_host.start()
    wire = agent_host.accept()
    numbers = [wire.ask("PackageUpdates", timeout=600) for _ in range(25)]
    refused = {wire.hear(lambda said: said["type"] == "response")["id"] for _ in range(5)}
    assert refused == set(numbers[20:])
    wait_until(lambda: (tmp_path / "running").read_text().count("\n") == 4)
    wire.say({"type": "Cancel", "id": numbers[10]})
    assert wire.answer(numbers[10])["error"] == "cancelled"
    wire.say({"type": "Cancel", "id": numbers[0]})
    assert wire.answer(numbers[0])["error"] == "cancelled"
    wait_until(lambda: (tmp_path / "running").read_text().count("\n") == 5)
    agent_host.stop()
    pids = [int(line) for line in (tmp_path / "running").read_text().split()]
    wait_until(lambda: not any(map(is_alive, pids)))


def test_the_next_host_is_greeted_and_gets_nothing_of_the_last_one(agent_host) -> None:
    agent_host.start()
    first = agent_host.accept()
    first.greeting()
    first.shout(b'{"type":"SafeCommand","id":"half')
    first.close()
    second = agent_host.accept()
    assert second.hear()["type"] == "handshake"
    second.shout(b'"}\n')
    assert second.get("DiskList")["success"]


def test_a_terminal_does_as_a_port(agent_host) -> None:
    ours, theirs = pty.openpty()
    try:
        agent_host.start(port=os.ttyname(theirs))
        said = b""
        while b"\n" not in said:
            said += os.read(ours, 65536)
        assert json.loads(said.split(b"\n")[0])["type"] == "handshake"
    finally:
        os.close(ours)
        os.close(theirs)


def test_it_waits_for_a_port_that_is_not_there_yet(agent_host, tmp_path) -> None:
    agent_host.start(port=str(tmp_path / "later"))
    wait_until(lambda: "waiting for" in agent_host.log.read_text())
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "later"))
        listener.listen()
        listener.settimeout(20)
        connection, _ = listener.accept()
        with connection:
            assert b"handshake" in connection.recv(65536)


def test_it_ends_when_told_to(agent_host, wire) -> None:
    agent_host.process.terminate()
    assert agent_host.process.wait(10) == 0


@pytest.mark.parametrize("version", ["3.8", "3.13"])
def test_other_pythons_run_it_too(agent_host, version) -> None:
    python = find_python(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version}")
    agent_host.start(python=python)
    wire = agent_host.accept()
    wire.greeting()
    assert wire.metrics()["data"]["system"]["memory"]["total_kb"] > 0
    info = wire.get("SystemInfo")["data"]
    assert info["python"].startswith(version + ".")
    assert wire.get("ProcessList", limit=10)["success"]
    with subprocess.Popen(["sleep", "600"]) as sleeper:
        assert wire.get("ProcessKill", pid=sleeper.pid)["data"] == {"ended": True}


def find_python(version: str) -> str | None:
    found = shutil.which(f"python{version}")
    candidates = [found] if found else []
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates += [str(path) for path in sorted(pyenv.glob(f"{version}.*/bin/python"))]
    for candidate in candidates:
        said = subprocess.run(
            [candidate, "-c", "import sys; print(sys.version)"], capture_output=True, check=False
        )
        if said.stdout.startswith(version.encode() + b"."):
            return candidate
    return None


def test_one_reading_can_be_printed() -> None:
    said = subprocess.run(
        [sys.executable, "-B", str(AGENT), "--once"], capture_output=True, check=True
    )
    assert json.loads(said.stdout)["type"] == "metrics"
