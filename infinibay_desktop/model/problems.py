"""Known causes of trouble on a computer, each with a remedy that depends on its distribution."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """A cause that we can name."""

    LIBVIRT_MISSING = "libvirt-missing"
    LIBVIRT_STOPPED = "libvirt-stopped"
    LIBVIRT_DENIED = "libvirt-denied"
    QEMU_MISSING = "qemu-missing"
    SSH_MISSING = "ssh-missing"
    UNREACHABLE = "unreachable"
    HOST_KEY_UNKNOWN = "host-key-unknown"
    HOST_KEY_CHANGED = "host-key-changed"
    CERTIFICATE = "certificate"
    SIGN_IN = "sign-in"
    NO_ANSWER = "no-answer"
    KVM_MISSING = "kvm-missing"
    KVM_DENIED = "kvm-denied"
    UEFI_MISSING = "uefi-missing"
    TPM_MISSING = "tpm-missing"
    NETWORK_TOOLS_MISSING = "network-tools-missing"
    NETWORK_INACTIVE = "network-inactive"
    KEYRING_MISSING = "keyring-missing"
    QEMU_CANNOT_READ = "qemu-cannot-read"


class Family(StrEnum):
    """Distributions that share a package manager and package names."""

    DEBIAN = "debian"
    FEDORA = "fedora"
    ARCH = "arch"
    SUSE = "suse"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """What a computer runs, as its /etc/os-release says."""

    family: Family
    name: str


_FAMILIES = {
    "debian": Family.DEBIAN,
    "ubuntu": Family.DEBIAN,
    "fedora": Family.FEDORA,
    "rhel": Family.FEDORA,
    "centos": Family.FEDORA,
    "arch": Family.ARCH,
    "suse": Family.SUSE,
    "opensuse": Family.SUSE,
}


def parse_os_release(text: str) -> Distribution:
    """The distribution from the text of /etc/os-release (freedesktop.org, os-release)."""
    fields: dict[str, str] = {}
    for line in text[:16384].splitlines():
        key, separator, value = line.partition("=")
        if separator:
            fields[key.strip()] = value.strip().strip("\"'")
    names = [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]
    known = [_FAMILIES[name] for name in names if name in _FAMILIES]
    return Distribution(
        family=known[0] if known else Family.OTHER,
        name=fields.get("PRETTY_NAME", fields.get("ID", "unknown"))[:100],
    )
