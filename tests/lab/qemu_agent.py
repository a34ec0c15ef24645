"""The tiny guest with both agents in it: the program's own, and QEMU's."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.lab.agents import AGENT, CHANNEL, HERE
from tests.lab.guest import GuestImage

CHANNELS = f"""
{CHANNEL}
<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
"""
_START = """\
#!/bin/sh
mkdir -p /var/run /run /srv
python3 /usr/bin/infinibay-agent > /dev/ttyS0 2>&1 &
qemu-ga -m virtio-serial -p /dev/virtio-ports/org.qemu.guest_agent.0 > /dev/ttyS0 2>&1 &
"""


def build_guest_with_both(folder: Path) -> GuestImage:
    """A guest whose two agents start by themselves."""
    overlay = folder / "overlay"
    for package in _packages():
        _unpack(package, overlay)
    tools = overlay / "usr" / "bin"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "infinibay-agent").write_bytes(AGENT.read_bytes())
    start = overlay / "start"
    start.write_text(_START, encoding="utf-8")
    start.chmod(0o755)
    image = folder / "image"
    subprocess.run([str(HERE / "build-guest"), str(image), str(overlay)], check=True)
    return GuestImage(image / "vmlinuz", image / "initrd.img")


def _packages() -> list[Path]:
    """QEMU's agent and the libraries that the guest lacks, fetched by fetch-qemu-agent."""
    cache = Path(os.environ["INFINIBAY_LAB_CACHE"]) / "qemu-guest-agent"
    if not cache.exists():
        pytest.skip("QEMU's guest agent could not be fetched")
    return sorted(cache.glob("*.deb"))


def _unpack(package: Path, overlay: Path) -> None:
    """Only what runs: the guest has /usr merged and no place to waste."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["dpkg-deb", "-x", str(package), made], check=True)
        for name in ("lib", "usr/lib", "usr/sbin"):
            source, target = Path(made) / name, overlay / "usr" / name.removeprefix("usr/")
            if source.is_dir():
                shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
    shutil.rmtree(overlay / "usr" / "lib" / "systemd", ignore_errors=True)
