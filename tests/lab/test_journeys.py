"""A machine's whole life through the command line: here, over ssh, and without any rights."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEAST_LIT_PIXELS = 2000


class CommandLine:
    """`infinibay` as a person or a script runs it."""

    def __init__(self, run, *options: str) -> None:
        self._run = run
        self._options = options

    def __call__(self, *words: str, status: int = 0) -> str:
        done = self._run([*self._options, *words])
        assert done.returncode == status, (words, done.stdout, done.stderr)
        return done.stdout

    def json(self, *words: str):
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str, status: int) -> str:
        done = self._run([*self._options, *words])
        assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
        return done.stderr


def locally(home: Path, *options: str) -> CommandLine:
    def run(words: list[str]):
        return subprocess.run(
            [sys.executable, "-m", "infinibay_desktop.app.terminal", *words],
            env=os.environ | {"INFINIBAY_HOME": str(home), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            errors="replace",
            timeout=120,
            check=False,
        )

    return CommandLine(run, *options)


@pytest.fixture
def command(tmp_path, clean_host) -> CommandLine:
    return locally(tmp_path / "home", "--connect", "qemu:///system")


def guest_options(guest_image) -> list[str]:
    return [
        "--kernel", str(guest_image.kernel), "--initrd", str(guest_image.initrd),
        "--cmdline", "console=ttyS0 console=tty1", "--memory", "384", "--vcpus", "1",
    ]  # fmt: skip


def live_a_life(infinibay: CommandLine, guest_image, picture: Path) -> None:
    made = infinibay.json("machine", "create", "alpha", "--disk", "1G", *guest_options(guest_image))
    assert made["name"] == "alpha"
    assert made["state"] == "shut off"
    infinibay("machine", "start", "alpha")
    written = infinibay("machine", "console", "alpha", "--until", "GUEST-READY", "--timeout", "90")
    assert "GUEST-READY" in written
    [listed] = infinibay.json("machine", "list")
    assert {"id", "name", "state", "vcpus", "memory_bytes", "host", "department", "owner"} <= set(
        listed
    )
    assert (listed["state"], listed["vcpus"], listed["memory_bytes"]) == (
        "running",
        1,
        384 * 1024**2,
    )
    assert lit_pixels(infinibay, picture) > LEAST_LIT_PIXELS
    infinibay("machine", "pause", "alpha")
    infinibay("machine", "resume", "alpha")
    infinibay("machine", "shutdown", "alpha")
    assert infinibay.json("machine", "list")[0]["state"] == "shut off"
    deleted = infinibay.json("machine", "delete", "alpha", "--all-disks", "--yes")
    assert len(deleted["deleted_disks"]) == 1
    assert infinibay.json("machine", "list") == []
    assert infinibay.json("storage", "volumes", "default") == []
    assert [task["status"] for task in infinibay.json("task", "list")] == ["done", "done"]


def lit_pixels(infinibay: CommandLine, picture: Path) -> int:
    """How much of the screen is not black: text, once the guest's shell is there."""
    from PIL import Image

    infinibay("machine", "screenshot", "alpha", "-o", str(picture))
    with Image.open(picture) as image:
        assert image.format == "PNG"
        assert image.width >= 640
        return sum(image.convert("L").histogram()[64:])


def test_a_machine_lives_and_dies_here(command, guest_image, tmp_path, lab_host) -> None:
    live_a_life(command, guest_image, tmp_path / "screen.png")
    assert lab_host.virsh("list", "--all", "--name").split() == []


def test_a_machine_lives_and_dies_over_ssh(
    clean_host, guest_image, tmp_path, lab_sshd, lab_host
) -> None:
    uri = (
        f"qemu+ssh://{lab_sshd.user}@{lab_sshd.host}:{lab_sshd.port}/system"
        f"?keyfile={lab_sshd.key_file}&known_hosts={lab_sshd.known_hosts}"
    )
    infinibay = locally(tmp_path / "home", "--connect", uri)
    live_a_life(infinibay, guest_image, tmp_path / "screen.png")
    assert lab_host.virsh("list", "--all", "--name").split() == []
    left = subprocess.run(["pgrep", "-fa", "ssh -F"], capture_output=True, text=True, check=False)
    assert left.stdout == ""


def test_a_machine_lives_and_dies_without_any_rights(ordinary_user, guest_image) -> None:
    def run(words: list[str]):
        return ordinary_user.run(
            [str(ordinary_user.python), "-m", "infinibay_desktop.app.terminal", *words],
            INFINIBAY_HOME=f"{ordinary_user.home}/infinibay",
        )

    infinibay = CommandLine(run, "--connect", "qemu:///session")
    live_a_life(infinibay, guest_image, Path(ordinary_user.home) / "screen.png")


def test_with_nothing_set_up_it_opens_on_this_computers_libvirt(tmp_path, clean_host) -> None:
    infinibay = locally(tmp_path / "home")
    assert "this computer" in infinibay()
    [host] = infinibay.json("host", "list")
    assert host["uri"] == "qemu:///system"


def test_windows_11_is_accepted_by_libvirt(command, clean_host, lab_host) -> None:
    command("machine", "create", "eleven", "--os", "windows-11", "--disk", "64G,sparse",
            "--memory", "4096", "--vcpus", "2")  # fmt: skip
    shown = command.json("machine", "show", "eleven")
    assert shown["firmware"] == "uefi"
    xml = lab_host.virsh("dumpxml", "eleven")
    assert "<tpm model='tpm-crb'>" in xml
    assert "enabled='yes' name='secure-boot'" in xml
    assert "<smm state='on'" in xml
    command("machine", "delete", "eleven", "--all-disks", "--yes")


def test_uefi_starts(command, guest_image) -> None:
    command("machine", "create", "modern", "--firmware", "uefi", "--start",
            *guest_options(guest_image))  # fmt: skip
    command("machine", "console", "modern", "--until", "GUEST-READY", "--timeout", "120")
    command("machine", "delete", "modern", "--force-off", "--yes")


def test_saved_state_is_restored_and_thrown_away(command, guest_image) -> None:
    command("machine", "create", "kept", "--start", *guest_options(guest_image))
    command("machine", "save", "kept")
    assert command.json("machine", "list")[0]["state"] == "saved"
    assert "saved" in command.refused("machine", "pause", "kept", status=4)
    command("machine", "restore", "kept")
    assert command.json("machine", "list")[0]["state"] == "running"
    command("machine", "save", "kept")
    command("machine", "start", "kept", "--discard-saved")
    assert command.json("machine", "list")[0]["state"] == "running"
    command("machine", "delete", "kept", "--force-off", "--yes")


def test_a_disk_image_is_used_or_copied(command, tmp_path, guest_image) -> None:
    images = Path("/var/lib/libvirt/images")
    subprocess.run(
        ["qemu-img", "create", "-q", "-f", "qcow2", str(images / "given.qcow2"), "64M"], check=True
    )
    command("machine", "create", "copier", "--disk", f"copy={images}/given.qcow2,size=128M")
    [copy] = command.json("machine", "show", "copier")["disks"]
    assert copy["path"] != f"{images}/given.qcow2"
    volumes = {v["path"]: v for v in command.json("storage", "volumes", "default")}
    assert volumes[copy["path"]]["capacity_bytes"] == 128 * 1024**2
    command("machine", "create", "user", "--disk", f"use={images}/given.qcow2")
    [used] = command.json("machine", "show", "user")["disks"]
    assert used["path"] == f"{images}/given.qcow2"
    refused = command.refused(
        "machine", "create", "second", "--disk", f"use={images}/given.qcow2", status=2
    )
    assert "belongs to user" in refused
    command("machine", "delete", "copier", "--all-disks", "--yes")
    command("machine", "delete", "user", "--yes")
    assert (images / "given.qcow2").exists()


def test_editing_keeps_what_it_does_not_know(command, lab_host, tmp_path) -> None:
    xml = tmp_path / "foreign.xml"
    xml.write_text(
        """<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
        <name>foreign</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
        <metadata><note xmlns='urn:somebody:else'>keep me</note></metadata>
        <os><type arch='x86_64'>hvm</type></os>
        <qemu:commandline><qemu:env name='KEEP' value='me'/></qemu:commandline></domain>"""
    )
    lab_host.virsh("define", str(xml))
    command("machine", "set", "foreign", "--memory", "128", "--vcpus", "2", "--description", "new")
    after = lab_host.virsh("dumpxml", "foreign")
    assert "keep me" in after
    assert "name='KEEP' value='me'" in after
    assert "<description>new</description>" in after
    assert command.json("machine", "list")[0]["memory_bytes"] == 128 * 1024**2
