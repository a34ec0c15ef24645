"""A real guest gets its agent from the CD, typed as the dialog says, and gives the CD back."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infinibay_desktop.app.bootstrap import Core, start_core
from infinibay_desktop.model.agent_delivery import LINUX_LINE, DeliveryWay, InstallBy
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.services.hosts import draft_host
from tests.lab.agents import CHANNEL, PATIENCE_S, GuestWatch
from tests.lab.guest import Guest, GuestImage, start_guest
from tests.lab.qemu_agent import CHANNELS, build_guest_with_both
from tests.lab.serial_line import SerialLine, terminal_of
from tests.lab.waiting import wait_for

ROOT = Path(__file__).parents[2]
IMAGES = Path("/var/lib/libvirt/images")
DRIVE = "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>"
# Root needs no sudo, and the tiny guest has neither that nor a folder to mount at.
MOUNT = f"mkdir -p /mnt; {LINUX_LINE.replace('sudo ', '')}"
TOLD = "neither systemd nor OpenRC"
LOOP = "while :; do python3 /opt/infinibay-agent/infinibay-agent; sleep 1; done &"
# An older agent takes the new one's place, as far as its word goes.
AGE = (
    "cd /opt/infinibay-agent",
    "sed -i 's/^VERSION = .*/VERSION = \"0.0.1\"/' infinibay-agent",
    "killall python3",
)


@pytest.fixture
def core(tmp_path, clean_host) -> Iterator[Core]:
    core = start_core(str(tmp_path / "delivery.sqlite"))
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


def version_of(watch: GuestWatch) -> str:
    greeting = watch.core.agents.status(watch.key).greeting
    return greeting.version if greeting else ""


def cd_of(guest: Guest, *words: str) -> str:
    """What virsh says is in the drive."""
    for line in guest.virsh("domblklist", guest.uuid, *words).splitlines():
        if line.split()[0] == "hdc":
            return line.split()[1]
    return ""


def images() -> list[str]:
    return [path.name for path in IMAGES.iterdir()] if IMAGES.exists() else []


def test_a_guest_gets_the_agent_from_the_cd(
    core, host, clean_host, guest_image: GuestImage, tmp_path
) -> None:
    guest = start_guest(clean_host.virsh, guest_image, tmp_path, devices=CHANNEL + DRIVE)
    guest.wait_until_ready()
    core.agents.serve()
    watch = GuestWatch(core, host, guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.WAITING)

    done = watch.do(lambda: core.delivery.install(watch.key))
    assert (done.way, done.target) == (DeliveryWay.CD, "hdc")
    assert cd_of(guest) == cd_of(guest, "--inactive") != "-"

    keyboard = SerialLine(terminal_of(clean_host, guest.uuid))
    keyboard.type(MOUNT)
    wait_for(lambda: TOLD in keyboard.said(), "the installer's end", PATIENCE_S)
    keyboard.type(LOOP)
    greeting = watch.wait_for_state(AgentState.TALKING).greeting
    assert greeting.version == core.delivery.version()

    # The guest still has it mounted: its drive is locked.
    assert watch.do(lambda: core.delivery.eject(watch.key))
    assert cd_of(guest) == cd_of(guest, "--inactive") == "-"
    assert not images()
    watch.wait_for_samples(1)

    assert not watch.do(lambda: core.delivery.upgrade(watch.key))
    for line in AGE:
        keyboard.type(line)
    wait_for(lambda: version_of(watch) == "0.0.1", "the older agent", PATIENCE_S)
    assert watch.do(lambda: core.delivery.upgrade(watch.key))
    assert version_of(watch) == core.delivery.version()
    watch.wait_for_samples(1)
    keyboard.close()


@pytest.mark.parametrize("drive", ["", DRIVE])
def test_what_a_machine_lacks_it_has_from_its_next_start_at_the_latest(
    core, clean_host, guest_image: GuestImage, tmp_path, drive
) -> None:
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    guest = start_guest(clean_host.virsh, guest_image, tmp_path, devices=drive)
    guest.wait_until_ready()
    watch = GuestWatch(core, host, guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.NO_CHANNEL)

    done = watch.do(lambda: core.delivery.install(watch.key))
    assert done == watch.do(lambda: core.delivery.install(watch.key))
    definition = guest.virsh("dumpxml", "--inactive", guest.uuid)
    assert definition.count("name='org.infinibay.agent'") == 1
    assert definition.count("device='cdrom'") == 1
    live = guest.virsh("dumpxml", guest.uuid)
    is_there = "name='org.infinibay.agent'" in live and "infinibay-agent-" in live
    assert done.way is (DeliveryWay.CD if is_there else DeliveryWay.NEXT_START)

    guest.virsh("destroy", guest.uuid)
    guest.virsh("start", guest.uuid)
    watch.wait_for_state(AgentState.WAITING)
    assert watch.do(lambda: core.delivery.eject(watch.key))
    assert not images()


@pytest.mark.expects_warnings
def test_where_qemus_agent_answers_nobody_types(core, clean_host, lab_folder, tmp_path) -> None:
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    core.agents.serve()
    image = build_guest_with_both(lab_folder / "typed-for-guest")
    guest = start_guest(clean_host.virsh, image, tmp_path, devices=CHANNELS + DRIVE)
    guest.wait_until_ready()
    watch = GuestWatch(core, host, guest)
    core.connections.connect_in_background(host)
    watch.wait_for_state(AgentState.TALKING)

    def list_opt() -> str:
        ended = core.guests.run(watch.key, ["ls", "/opt", "/opt/infinibay-agent"])
        return ended.output.decode()

    done = watch.do(lambda: core.delivery.install(watch.key, by=InstallBy.QGA))
    assert done.way is DeliveryWay.INSTALLED
    listed = watch.do(list_opt)
    assert "install.sh" in listed
    assert "infinibay-agent-setup" not in listed
    assert cd_of(guest) == "-"
    assert not images()


def test_a_cd_that_the_definition_has_for_the_next_start_stays(
    core, clean_host, guest_image: GuestImage, lab_folder, tmp_path
) -> None:
    iso = lab_folder / "somebody.iso"
    iso.write_bytes(bytes(65536))
    host = draft_host("qemu:///system")
    core.hosts.keep(host)
    devices = DRIVE.replace("<target", f"<source file='{iso}'/><target")
    guest = start_guest(clean_host.virsh, guest_image, tmp_path, devices=devices)
    guest.virsh("change-media", guest.uuid, "hdc", "--eject", "--live", "--force")
    watch = GuestWatch(core, host, guest)
    watch.do(lambda: core.connections.connect(host))
    watch.do(lambda: core.delivery.install(watch.key))
    assert cd_of(guest).endswith(".iso")
    assert cd_of(guest, "--inactive") == str(iso)
    assert watch.do(lambda: core.delivery.eject(watch.key))
    assert cd_of(guest) == "-"
    assert cd_of(guest, "--inactive") == str(iso)


def test_a_terminal_does_it_too(clean_host, guest_image: GuestImage, tmp_path) -> None:
    guest = start_guest(clean_host.virsh, guest_image, tmp_path, "typed", devices=CHANNEL + DRIVE)

    def infinibay(*words: str) -> str:
        command = [sys.executable, "-m", "infinibay_desktop.app.terminal", "--connect"]
        command += ["qemu:///system", "--database", str(tmp_path / "terminal.sqlite"), *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    [done] = json.loads(infinibay("agent", "install", "typed", "--json"))
    assert (done["way"], done["linux"]) == ("cd", LINUX_LINE)
    assert cd_of(guest).endswith(".iso")
    assert infinibay("agent", "eject", "typed") == "typed: the CD is out.\n"
    assert cd_of(guest) == "-"
    assert not images()
