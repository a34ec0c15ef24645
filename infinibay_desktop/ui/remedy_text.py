"""What to do about known problems, in the person's language.

services.remedies fills a sentence in for a distribution and a host. Here the sentence is taken
apart again, so that its translation gets the same command, service and name.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.problems import Problem
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP

_PLACE = re.compile(r"\{(command|service|name|packages)\}")
_INSTALL = (
    QT_TRANSLATE_NOOP("Remedies", "Install it: install {packages} with your package manager"),
    QT_TRANSLATE_NOOP("Remedies", "Install it: {command}"),
)
_TEMPLATES: dict[Problem, tuple[str, ...]] = {
    Problem.LIBVIRT_MISSING: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Install it: install {packages} with your package manager; or start it: "
            "sudo systemctl enable --now {service}",
        ),
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Install it: {command}; or start it: sudo systemctl enable --now {service}",
        ),
    ),
    Problem.QEMU_MISSING: _INSTALL,
    Problem.SSH_MISSING: _INSTALL,
    Problem.UEFI_MISSING: _INSTALL,
    Problem.TPM_MISSING: _INSTALL,
    Problem.NETWORK_TOOLS_MISSING: _INSTALL,
    Problem.LIBVIRT_STOPPED: (
        QT_TRANSLATE_NOOP("Remedies", "Start libvirt: sudo systemctl enable --now {service}"),
    ),
    Problem.LIBVIRT_DENIED: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. "
            "Or use qemu:///session, which needs no rights.",
        ),
    ),
    Problem.UNREACHABLE: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Check the host's name, its port, and that it is on and can be reached from here.",
        ),
    ),
    Problem.HOST_KEY_UNKNOWN: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Compare the fingerprint with the host's own, then accept it: "
            "infinibay host trust {name}",
        ),
    ),
    Problem.HOST_KEY_CHANGED: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "If the host was set up anew: infinibay host trust {name} --replace-key. If not, "
            "somebody may be between you and the host: do not connect.",
        ),
    ),
    Problem.CERTIFICATE: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "libvirt's TLS needs the authority's certificate and your own: see "
            "https://libvirt.org/kbase/tlscerts.html",
        ),
    ),
    Problem.SIGN_IN: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Check the user name and the key. A key with a passphrase must be in the ssh agent "
            "(ssh-add); passwords are not asked for.",
        ),
    ),
    Problem.NO_ANSWER: (
        QT_TRANSLATE_NOOP(
            "Remedies", "Look at libvirt's service on the host: journalctl -u {service}"
        ),
    ),
    Problem.KVM_MISSING: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Switch on virtualization (VT-x or AMD-V) in the computer's firmware. Without it "
            "machines run, but slowly.",
        ),
    ),
    Problem.KVM_DENIED: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "KVM does not work on this host. Set the host to emulation: "
            "infinibay host edit {name} --acceleration emulation",
        ),
    ),
    Problem.NETWORK_INACTIVE: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Start it: virsh -c qemu:///system net-start default, and with the host: "
            "virsh -c qemu:///system net-autostart default",
        ),
    ),
    Problem.KEYRING_MISSING: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Start the desktop's keyring (GNOME Keyring or KWallet). Without one, console "
            "passwords are kept by libvirt alone, and passwords for hosts cannot be kept.",
        ),
    ),
    Problem.QEMU_CANNOT_READ: (
        QT_TRANSLATE_NOOP(
            "Remedies",
            "Move the file into a storage pool such as /var/lib/libvirt/images, or let QEMU's "
            "account pass its folders: chmod o+x on each folder above it.",
        ),
    ),
}


def translate_remedy(remedy: str, problem: Problem | None) -> str:
    """The remedy in the person's language where it is one we know; else as it is.

    A remedy that was left empty becomes the problem's own, where that needs no facts.
    """
    for template in _TEMPLATES[problem] if problem else ():
        if not remedy and not _PLACE.search(template):
            return QCoreApplication.translate("Remedies", template)
        if match := _pattern(template).fullmatch(remedy):
            translated = QCoreApplication.translate("Remedies", template)
            return _filled(translated, match.groupdict())
    return remedy


def _filled(template: str, facts: dict[str, str]) -> str:
    # In one go: a fact that looks like a place stays as it is.
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), template)


@lru_cache(maxsize=64)
def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    fixed, names = parts[::2], parts[1::2]
    text = re.escape(fixed[0])
    for name, after in zip(names, fixed[1:], strict=True):
        text += f"(?P<{name}>.+){re.escape(after)}"
    return re.compile(text)
