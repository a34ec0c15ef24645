"""What to do about a known problem, in the words of a distribution."""

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.problems import Distribution, Family, Problem

_INSTALL = {
    Family.DEBIAN: "sudo apt install {}",
    Family.FEDORA: "sudo dnf install {}",
    Family.ARCH: "sudo pacman -S {}",
    Family.SUSE: "sudo zypper install {}",
    Family.OTHER: "install {} with your package manager",
}
_PACKAGES: dict[Problem, dict[Family, str]] = {
    Problem.LIBVIRT_MISSING: {
        Family.DEBIAN: "libvirt-daemon-system libvirt-clients",
        Family.FEDORA: "libvirt-daemon-kvm libvirt-client",
        Family.ARCH: "libvirt",
        Family.SUSE: "libvirt-daemon-qemu libvirt-client",
        Family.OTHER: "libvirt's daemon",
    },
    Problem.QEMU_MISSING: {
        Family.DEBIAN: "qemu-system-x86 qemu-utils",
        Family.FEDORA: "qemu-kvm qemu-img",
        Family.ARCH: "qemu-desktop",
        Family.SUSE: "qemu-x86 qemu-tools",
        Family.OTHER: "QEMU",
    },
    Problem.SSH_MISSING: {
        Family.DEBIAN: "openssh-client",
        Family.FEDORA: "openssh-clients",
        Family.ARCH: "openssh",
        Family.SUSE: "openssh-clients",
        Family.OTHER: "the OpenSSH client",
    },
    Problem.UEFI_MISSING: {
        Family.DEBIAN: "ovmf",
        Family.FEDORA: "edk2-ovmf",
        Family.ARCH: "edk2-ovmf",
        Family.SUSE: "qemu-ovmf-x86_64",
        Family.OTHER: "UEFI firmware for QEMU (OVMF)",
    },
    Problem.TPM_MISSING: {
        Family.DEBIAN: "swtpm swtpm-tools",
        Family.FEDORA: "swtpm swtpm-tools",
        Family.ARCH: "swtpm",
        Family.SUSE: "swtpm",
        Family.OTHER: "swtpm",
    },
    Problem.NETWORK_TOOLS_MISSING: {
        Family.DEBIAN: "dnsmasq-base iptables",
        Family.FEDORA: "dnsmasq libvirt-daemon-config-network",
        Family.ARCH: "dnsmasq iptables-nft",
        Family.SUSE: "dnsmasq libvirt-daemon-config-network",
        Family.OTHER: "dnsmasq",
    },
}
_SERVICE = {Family.DEBIAN: "libvirtd", Family.FEDORA: "virtqemud.socket", Family.SUSE: "libvirtd"}
_SENTENCES: dict[Problem, str] = {
    Problem.LIBVIRT_STOPPED: "Start libvirt: sudo systemctl enable --now {service}",
    Problem.LIBVIRT_DENIED: (
        "Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. "
        "Or use qemu:///session, which needs no rights."
    ),
    Problem.UNREACHABLE: (
        "Check the host's name, its port, and that it is on and can be reached from here."
    ),
    Problem.HOST_KEY_UNKNOWN: (
        "Compare the fingerprint with the host's own, then accept it: infinibay host trust {name}"
    ),
    Problem.HOST_KEY_CHANGED: (
        "If the host was set up anew: infinibay host trust {name} --replace-key. If not, "
        "somebody may be between you and the host: do not connect."
    ),
    Problem.CERTIFICATE: (
        "libvirt's TLS needs the authority's certificate and your own: see "
        "https://libvirt.org/kbase/tlscerts.html"
    ),
    Problem.SIGN_IN: (
        "Check the user name and the key. A key with a passphrase must be in the ssh agent "
        "(ssh-add); passwords are not asked for."
    ),
    Problem.NO_ANSWER: "Look at libvirt's service on the host: journalctl -u {service}",
    Problem.KVM_MISSING: (
        "Switch on virtualization (VT-x or AMD-V) in the computer's firmware. Without it "
        "machines run, but slowly."
    ),
    Problem.KVM_DENIED: (
        "KVM does not work on this host. Set the host to emulation: "
        "infinibay host edit {name} --acceleration emulation"
    ),
    Problem.NETWORK_INACTIVE: (
        "Start it: virsh -c qemu:///system net-start default, and with the host: "
        "virsh -c qemu:///system net-autostart default"
    ),
    Problem.KEYRING_MISSING: (
        "Start the desktop's keyring (GNOME Keyring or KWallet). Without one, console passwords "
        "are kept by libvirt alone, and passwords for hosts cannot be kept."
    ),
    Problem.QEMU_CANNOT_READ: (
        "Move the file into a storage pool such as /var/lib/libvirt/images, or let QEMU's account "
        "pass its folders: chmod o+x on each folder above it."
    ),
}


def remedy_for(problem: Problem, distribution: Distribution, *, name: str = "NAME") -> str:
    """A sentence or command that mends `problem` there; `name` is the host's."""
    family = distribution.family
    service = _SERVICE.get(family, "libvirtd")
    if packages := _PACKAGES.get(problem):
        command = _INSTALL[family].format(packages[family])
        installed = f"; or start it: sudo systemctl enable --now {service}"
        return f"Install it: {command}{installed if problem is Problem.LIBVIRT_MISSING else ''}"
    return _SENTENCES.get(problem, "").format(service=service, name=name)


def with_remedy(
    error: InfinibayError, distribution: Distribution, *, name: str = "NAME"
) -> InfinibayError:
    """The same error, told what to do where its cause is a known problem."""
    problem = error.details.get("problem")
    if isinstance(problem, Problem) and not error.remedy:
        error.remedy = remedy_for(problem, distribution, name=name)
    return error
