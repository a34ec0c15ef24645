"""The tiny guest: where it is, and a machine that runs it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tests.lab.waiting import wait_for

READY = "GUEST-READY"
READY_WITHIN_S = 60.0


@dataclass(frozen=True)
class GuestImage:
    """A kernel and its first root, readable for everybody."""

    kernel: Path
    initrd: Path


@dataclass(frozen=True)
class Guest:
    """A machine of the lab, and what its first serial port said."""

    name: str
    uuid: str
    serial_log: Path
    virsh: Callable[..., str]

    def said(self) -> str:
        if not self.serial_log.exists():
            return ""
        return self.serial_log.read_text(encoding="utf-8", errors="replace")

    def wait_until_ready(self) -> None:
        wait_for(lambda: READY in self.said(), f"{READY} from {self.name}", READY_WITHIN_S)

    def state(self) -> str:
        return self.virsh("domstate", self.uuid).strip()

    def wait_for_state(self, state: str, timeout_s: float = 20.0) -> None:
        wait_for(lambda: self.state() == state, f"{self.name} {state}", timeout_s)


def guest_xml(
    image: GuestImage, name: str, uuid: str, serial_log: Path, *, words: str = "", devices: str = ""
) -> str:
    """Return a small machine; `words` go to the kernel's command line."""
    return f"""
        <domain type='qemu'>
          <name>{name}</name>
          <uuid>{uuid}</uuid>
          <memory unit='MiB'>256</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='pc'>hvm</type>
            <kernel>{image.kernel}</kernel>
            <initrd>{image.initrd}</initrd>
            <cmdline>quiet {words}</cmdline>
          </os>
          <features><acpi/></features>
          <devices>
            <serial type='pty'><log file='{serial_log}'/></serial>
            <video><model type='vga'/></video>
            <graphics type='vnc' autoport='yes' listen='127.0.0.1'/>
            {devices}
          </devices>
        </domain>"""


def start_guest(
    virsh: Callable[..., str],
    image: GuestImage,
    folder: Path,
    name: str = "guest",
    *,
    words: str = "",
    devices: str = "",
) -> Guest:
    """Define and start a guest whose files are in `folder`; return before it is ready."""
    uuid = str(uuid4())
    guest = Guest(name, uuid, folder / f"{uuid}.log", virsh)
    definition = folder / f"{uuid}.xml"
    definition.write_text(
        guest_xml(image, name, uuid, guest.serial_log, words=words, devices=devices),
        encoding="utf-8",
    )
    virsh("define", str(definition))
    virsh("start", uuid)
    return guest
