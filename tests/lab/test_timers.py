"""Timers over a real guest: a silence is found and told, and what a host did not tell is read."""

from collections.abc import Iterator

import pytest

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.activity import ErrorEntry, ErrorQuery
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.timers import TimerOutcome, TimerRow
from infinibay_desktop.services.hosts import draft_host
from tests.lab.agents import PATIENCE_S, GuestWatch, start_agent_guest
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.waiting import wait_for


@pytest.fixture
def core(tmp_path, clean_host) -> Iterator[Core]:
    core = start_core(str(tmp_path / "timers.sqlite"))
    yield core
    core.close()


@pytest.fixture
def watch(core, clean_host, agent_image, tmp_path) -> GuestWatch:
    guest = start_agent_guest(clean_host.virsh, agent_image, tmp_path)
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    watch = GuestWatch(core, host, guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)
    return watch


@pytest.fixture
def keyboard(clean_host, watch) -> Iterator[SerialLine]:
    line = SerialLine(terminal_of(clean_host, str(watch.key.machine_id)))
    yield line
    line.close()


def run(watch: GuestWatch, name: str) -> TimerRow:
    watch.do(lambda: watch.core.timers.run_now(name))
    return watch.core.timers.wait_for_end(name, PATIENCE_S)


def silences(watch: GuestWatch) -> list[ErrorEntry]:
    return list(watch.do(lambda: watch.core.errors.find(ErrorQuery(code="guest-silent"))))


def test_a_guest_whose_agent_hangs_is_told_of_once_a_silence(watch, keyboard) -> None:
    assert run(watch, "agent-watch").outcome is TimerOutcome.DONE
    keyboard.type("killall -STOP python3")
    watch.wait_for_state(AgentState.SILENT)
    for _ in range(2):
        assert run(watch, "agent-watch").outcome is TimerOutcome.DONE
    wait_for(lambda: silences(watch), "the record of the silence")
    assert len(silences(watch)) == 1
    assert silences(watch)[0].context["machine"] == "agent"
    keyboard.type("killall -CONT python3")
    watch.wait_for_state(AgentState.TALKING)
    run(watch, "agent-watch")


def test_hosts_are_read_anew_and_guests_asked(watch) -> None:
    assert run(watch, "machine-status").outcome is TimerOutcome.DONE
    row = run(watch, "guest-services")
    assert (row.outcome, row.message) == (TimerOutcome.DONE, "")
