"""Facts about the computer that the program runs on."""

import os
import shutil
from pathlib import Path

from infinibay_desktop.model.problems import Distribution, parse_os_release

_OS_RELEASE = (Path("/etc/os-release"), Path("/usr/lib/os-release"))
_FIRMWARE = Path("/usr/share/qemu/firmware")
_KVM = Path("/dev/kvm")


def read_distribution() -> Distribution:
    """What this computer runs."""
    for path in _OS_RELEASE:
        try:
            return parse_os_release(path.read_text(errors="replace"))
        except OSError:
            continue
    return parse_os_release("")


class Computer:
    """What `doctor` asks about this computer."""

    def distribution(self) -> Distribution:
        """What it runs."""
        return read_distribution()

    def has_program(self, *names: str) -> bool:
        """Whether any of the programs is installed."""
        folders = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
        return any(shutil.which(name, path=folders) for name in names)

    def has_uefi(self) -> bool:
        """Whether QEMU's UEFI firmware is described on this computer."""
        return any(_FIRMWARE.glob("*.json"))

    def has_kvm_device(self) -> bool:
        """Whether the kernel offers KVM."""
        return _KVM.exists()

    def may_use_kvm(self) -> bool:
        """Whether this account may use KVM itself, as session machines do."""
        return os.access(_KVM, os.R_OK | os.W_OK)
