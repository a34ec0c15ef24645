"""A guest that speaks, in the real window, while everything around it ends and begins again."""

import json
import re
import subprocess
import sys

import pytest

from tests.lab import processes
from tests.lab.agents import start_agent_guest
from tests.lab.guest import READY, Guest
from tests.lab.host import LabHost
from tests.lab.person import Person

PATIENCE_S = 60.0
CONNECTED = ": connected"
TALKING = ", talking"
BUSY = "yes"
# Its shell would keep what is left of a child that somebody else ended.
MAKE_BUSY = f"({BUSY} > /dev/null &)\n"
LEAST_LIT_POINTS = 1000


@pytest.fixture
def guest(clean_host, agent_image, tmp_path) -> Guest:
    return start_agent_guest(clean_host.virsh, agent_image, tmp_path, "web")


def look_at(person: Person, guest: Guest) -> None:
    """Select the machine; its agent talks."""
    person.click(guest.name, kind="item", name="Machines")
    person.wait_until(
        lambda: any(thing["text"].endswith(TALKING) for thing in person.all(kinds="QLabel")),
        "an agent that talks",
        PATIENCE_S,
    )
    wait_for_cpu(person, 0, 50, chart="LiveChart")


def cpu_of(person: Person, chart: str) -> float:
    """What the chart says, which ends so where the agent measured it; else -1."""
    [said] = [thing["description"] for thing in person.all("CPU", kind=chart)] or [""]
    found = re.search(r"([\d.]+) %$", said)
    return float(found[1]) if found else -1.0


def wait_for_cpu(person: Person, least: float, most: float, chart: str = "MetricChart") -> None:
    what = f"a CPU {least} to {most}"
    person.wait_until(lambda: least <= cpu_of(person, chart) <= most, what, PATIENCE_S)
    person.keep_picture(what)


def wait_for_metrics(person: Person, least: float, most: float) -> None:
    person.click("Metrics", kind="tab")
    wait_for_cpu(person, least, most)


def type_in_the_console(person: Person, guest: Guest, words: str) -> None:
    person.click(guest.name, kind="item", name="Machines", times=2)
    person.wait_until(lambda: person.all(kind="ScreenView"), "the console")
    person.wait_until(lambda: person.lit_points() > LEAST_LIT_POINTS, "the guest's screen")
    person.type_into_guest(words)
    person.press("ctrl+shift+w")
    person.wait_until(lambda: not person.all(kind="ScreenView"), "the console's end")


def listed(person: Person) -> list[str]:
    return [thing["text"] for thing in person.all(kind="item", name="Processes")]


def wait_for_process(person: Person) -> None:
    """Somebody inside tells of it; only it is shown."""
    person.click("Guest", kind="tab")
    person.write("Filter: Processes", BUSY)
    person.wait_until(lambda: listed(person) == [BUSY], f"'{BUSY}' in the list", PATIENCE_S)
    person.keep_picture("processes")


def kill_process(person: Person) -> None:
    person.click(BUSY, kind="item", name="Processes")
    person.click("Kill process…", kinds="QPushButton")
    person.wait_to_see(f"Kill '{BUSY}'?")
    person.keep_picture("about to kill")
    person.click("Kill", kinds="QPushButton")
    person.wait_until(lambda: not listed(person), f"the end of '{BUSY}'", PATIENCE_S)


def restart_libvirtd(person: Person, host: LabHost) -> None:
    """As an upgrade does it; what is typed before the loss is seen would be lost with it."""
    pid = host.libvirtd_pid()
    assert pid
    processes.end(pid)
    person.wait_until(lambda: not person.sees(CONNECTED), "the loss")
    person.keep_picture("without libvirtd")
    host.start_libvirtd()
    person.wait_to_see(CONNECTED, PATIENCE_S)


def history(person: Person, *options: str) -> list[dict[str, object]]:
    """What another program finds in the database."""
    done = subprocess.run(
        [sys.executable, "-m", "infinibay_desktop.app.terminal", *options,
         "machine", "history", "web", "--last", "1h", "--points", "3600", "--json"],
        env=person.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [found] = [part for part in json.loads(done.stdout) if part["source"] == "agent"]
    return [point for point in found["points"] if point["maximum"] is not None]


def end_well(person: Person, *options: str) -> None:
    person.quit()
    assert "Traceback" not in person.said, person.said
    stored = [point["maximum"] for point in history(person, *options)]
    assert min(stored) < 50, stored
    assert max(stored) > 80, stored


@pytest.mark.slow
def test_a_guest_speaks_in_the_window_whatever_ends(person, clean_host, guest) -> None:
    options = ("--connect", "qemu:///system")
    person.start(*options)
    look_at(person, guest)

    type_in_the_console(person, guest, MAKE_BUSY)
    wait_for_metrics(person, 80, 100)
    wait_for_process(person)
    kill_process(person)
    wait_for_metrics(person, 0, 50)

    type_in_the_console(person, guest, "killall -9 python3\n")
    person.wait_until(lambda: "AGENT-ENDED" in guest.said(), "the agent's end")
    type_in_the_console(person, guest, MAKE_BUSY)
    # Only the agent that was started after the other's end can have seen it.
    wait_for_process(person)

    type_in_the_console(person, guest, "reboot -f\n")
    person.wait_until(lambda: guest.said().count(READY) == 2, "the reboot", PATIENCE_S)
    person.wait_until(lambda: not listed(person), "a list of the new start", PATIENCE_S)
    person.wait_until(lambda: person.sees("0 of "), "a list of the new start", PATIENCE_S)

    restart_libvirtd(person, clean_host)
    type_in_the_console(person, guest, MAKE_BUSY)
    wait_for_process(person)
    wait_for_metrics(person, 80, 100)
    end_well(person, *options)


@pytest.mark.slow
def test_a_guest_speaks_in_the_window_over_ssh(person, clean_host, lab_sshd, guest) -> None:
    far = (
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system"
        f"?keyfile={lab_sshd.key_file}&known_hosts={lab_sshd.known_hosts}"
    )
    options = ("--connect", far)
    person.start(*options)
    look_at(person, guest)
    type_in_the_console(person, guest, MAKE_BUSY)
    wait_for_metrics(person, 80, 100)

    restart_libvirtd(person, clean_host)
    wait_for_process(person)
    kill_process(person)
    wait_for_metrics(person, 0, 50)
    end_well(person, *options)
