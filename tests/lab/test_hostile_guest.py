"""Guests that flood, and guests that never read, beside one that behaves."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.runtime.channels import Channel
from infinibay_desktop.services.hosts import draft_host
from tests.fakes.guarded import raw
from tests.lab.agents import CHANNEL, GuestWatch, start_agent_guest
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.waiting import wait_for

FLOOD = "cat /dev/zero > /dev/virtio-ports/org.infinibay.agent &"
CHATTER = "(while usleep 99999; do echo x; done) > org.infinibay.agent &"
MOST_GROWTH_BYTES = 100 * 1024 * 1024


@pytest.fixture
def core(tmp_path, clean_host) -> Iterator[Core]:
    core = start_core(str(tmp_path / "hostile.sqlite"))
    yield core
    core.close()


@pytest.fixture
def good(core, clean_host, agent_image, tmp_path) -> GuestWatch:
    """A guest whose agent talks, on a host that is connected."""
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    watch = GuestWatch(
        core, host, start_agent_guest(clean_host.virsh, agent_image, tmp_path, "good")
    )
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)
    return watch


def memory_bytes() -> int:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found.group(1)) * 1024


@pytest.mark.expects_warnings
def test_a_flood_costs_no_memory_and_holds_up_nobody(good, core, lab_guests, clean_host) -> None:
    flooding = lab_guests("flooding", devices=CHANNEL)
    bad = GuestWatch(core, core.connections.host(good.key.host_id), flooding)
    bad.wait_for_state(AgentState.WAITING)
    keyboard = SerialLine(terminal_of(clean_host, flooding.uuid))
    before = memory_bytes()
    keyboard.type(FLOOD)
    good.wait_for_samples(5)
    most = memory_bytes()
    good.wait_for_samples(5)
    assert good.ask("ProcessList", limit=1).success
    assert max(most, memory_bytes()) - before < MOST_GROWTH_BYTES
    assert bad.state() is AgentState.WAITING
    keyboard.close()


@pytest.mark.parametrize("chatters", [False, True])
@pytest.mark.expects_warnings
def test_a_guest_that_never_reads_holds_up_nobody(
    good, core, clean_host, lab_guests, chatters
) -> None:
    deaf = lab_guests("deaf", devices=CHANNEL)
    channels = raw(core.connections).link(good.key.host_id).channels
    machine_id = MachineId(UUID(deaf.uuid))
    channel = good.do(lambda: channels.open(machine_id, lambda: None, force=True))
    keyboard = SerialLine(terminal_of(clean_host, deaf.uuid))
    if chatters:
        keyboard.type("cd /dev/virtio-ports")
        keyboard.type(CHATTER)
        wait_for(lambda: channel.read(100), "the guest's chatter")
        wait_for(lambda: has_ended(channel), "the end of its channel", 30)
    else:
        while channel.write(bytes(1000)):
            pass
        assert channel.read(100) is None
    assert good.ask("ProcessList", limit=1).success
    good.wait_for_samples(2)
    channel.close()
    keyboard.close()


def has_ended(channel: Channel) -> bool:
    """Tell a guest a lot, for as long as it is heard."""
    try:
        channel.write(bytes(10_000))
    except OSError:
        return True
    return channel.read(100) == b""
