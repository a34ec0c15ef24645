"""The sentences that say what failed: English sources, by code, cause, trouble and act."""

from infinibay_desktop.model.passwords import Weakness
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP

UNFORESEEN = QT_TRANSLATE_NOOP("Errors", "Something failed that this program did not foresee.")

CODES: dict[str, str] = {
    "unexpected": QT_TRANSLATE_NOOP("Errors", "That did not work."),
    "user": QT_TRANSLATE_NOOP("Errors", "That cannot be done."),
    "validation": QT_TRANSLATE_NOOP("Errors", "This value cannot be used."),
    "not-found": QT_TRANSLATE_NOOP("Errors", "It is not there, or not any more."),
    "conflict": QT_TRANSLATE_NOOP("Errors", "It is taken, in use, or was changed meanwhile."),
    "quota": QT_TRANSLATE_NOOP("Errors", "The department would have more than its quota allows."),
    "invalid-state": QT_TRANSLATE_NOOP("Errors", "The machine's state does not allow that."),
    "shutdown-timeout": QT_TRANSLATE_NOOP(
        "Errors", "The machine was asked to shut down and still runs."
    ),
    "not-permitted": QT_TRANSLATE_NOOP("Errors", "You may not do that."),
    "not-signed-in": QT_TRANSLATE_NOOP("Errors", "You must sign in to do that."),
    "sign-in": QT_TRANSLATE_NOOP("Errors", "The e-mail address or the password is wrong."),
    "sign-in-locked": QT_TRANSLATE_NOOP(
        "Errors", "Too many sign-ins failed. Wait a while, then try again."
    ),
    "environment": QT_TRANSLATE_NOOP("Errors", "Something outside this program failed."),
    "host-unreachable": QT_TRANSLATE_NOOP("Errors", "The host cannot be reached."),
    "host-key": QT_TRANSLATE_NOOP("Errors", "The host's SSH key is not known."),
    "hypervisor": QT_TRANSLATE_NOOP("Errors", "The host could not do it."),
    "console": QT_TRANSLATE_NOOP("Errors", "The machine's screen cannot be shown."),
    "console-unsupported": QT_TRANSLATE_NOOP(
        "Errors", "The machine has no screen that this program can show."
    ),
    "guest-unavailable": QT_TRANSLATE_NOOP("Errors", "Nobody answers inside the machine."),
    "guest-timeout": QT_TRANSLATE_NOOP("Errors", "The machine's agent did not answer in time."),
    "guest-silent": QT_TRANSLATE_NOOP("Errors", "The machine's agent has fallen silent."),
    "guest-service-failed": QT_TRANSLATE_NOOP("Errors", "A service inside the machine has failed."),
    "guest-refused": QT_TRANSLATE_NOOP("Errors", "The machine's system did not do it."),
    "guest-protocol": QT_TRANSLATE_NOOP("Errors", "The machine said something unreadable."),
    "storage": QT_TRANSLATE_NOOP("Errors", "The storage could not do it."),
    "database": QT_TRANSLATE_NOOP("Errors", "The program's database cannot be used."),
    "database-too-new": QT_TRANSLATE_NOOP(
        "Errors", "A newer version of this program wrote the database."
    ),
    "database-read-only": QT_TRANSLATE_NOOP("Errors", "The program's database cannot be written."),
    "database-full": QT_TRANSLATE_NOOP("Errors", "No room is left for the program's database."),
    "secret-store": QT_TRANSLATE_NOOP("Errors", "The keyring did not keep or give a password."),
}

PROBLEMS: dict[Problem, str] = {
    Problem.LIBVIRT_MISSING: QT_TRANSLATE_NOOP(
        "Errors", "libvirt is not installed on the host, or never ran."
    ),
    Problem.LIBVIRT_STOPPED: QT_TRANSLATE_NOOP("Errors", "libvirt does not run on the host."),
    Problem.LIBVIRT_DENIED: QT_TRANSLATE_NOOP("Errors", "Your account may not use libvirt there."),
    Problem.QEMU_MISSING: QT_TRANSLATE_NOOP("Errors", "QEMU is not installed on the host."),
    Problem.SSH_MISSING: QT_TRANSLATE_NOOP(
        "Errors", "The OpenSSH client is not installed on this computer."
    ),
    Problem.UNREACHABLE: QT_TRANSLATE_NOOP("Errors", "No way leads to the host."),
    Problem.HOST_KEY_UNKNOWN: QT_TRANSLATE_NOOP("Errors", "The host's SSH key is not known yet."),
    Problem.HOST_KEY_CHANGED: QT_TRANSLATE_NOOP(
        "Errors", "The host shows another SSH key than before."
    ),
    Problem.CERTIFICATE: QT_TRANSLATE_NOOP("Errors", "The host's certificate is not accepted."),
    Problem.SIGN_IN: QT_TRANSLATE_NOOP("Errors", "The host did not let you sign in."),
    Problem.NO_ANSWER: QT_TRANSLATE_NOOP("Errors", "libvirt on the host does not answer."),
    Problem.KVM_MISSING: QT_TRANSLATE_NOOP("Errors", "The host offers no virtualization (KVM)."),
    Problem.KVM_DENIED: QT_TRANSLATE_NOOP(
        "Errors", "The host offers KVM, but machines cannot use it."
    ),
    Problem.UEFI_MISSING: QT_TRANSLATE_NOOP(
        "Errors", "The host has no UEFI firmware for machines."
    ),
    Problem.TPM_MISSING: QT_TRANSLATE_NOOP("Errors", "The host has no TPM emulator."),
    Problem.NETWORK_TOOLS_MISSING: QT_TRANSLATE_NOOP(
        "Errors", "The host lacks the programs that virtual networks need."
    ),
    Problem.NETWORK_INACTIVE: QT_TRANSLATE_NOOP("Errors", "The virtual network is not active."),
    Problem.KEYRING_MISSING: QT_TRANSLATE_NOOP("Errors", "No keyring keeps passwords here."),
    Problem.QEMU_CANNOT_READ: QT_TRANSLATE_NOOP(
        "Errors", "QEMU's account on the host cannot read the file."
    ),
}

# By the words of model.consoles.ConsoleTrouble.
TROUBLES: dict[str, str] = {
    "lost": QT_TRANSLATE_NOOP("Errors", "The connection to the machine's screen broke."),
    "silent": QT_TRANSLATE_NOOP("Errors", "The machine's screen does not answer."),
    "protocol": QT_TRANSLATE_NOOP("Errors", "The machine's screen sent what makes no sense."),
    "refused": QT_TRANSLATE_NOOP("Errors", "The machine's screen refused the connection."),
    "password": QT_TRANSLATE_NOOP("Errors", "The screen's password is missing or wrong."),
    "encryption": QT_TRANSLATE_NOOP(
        "Errors", "The connection to the machine's screen could not be made safe."
    ),
}

# By model.machines.Act, as an InvalidStateError names it.
ACTS: dict[str, str] = {
    "start": QT_TRANSLATE_NOOP("Errors", "The machine cannot be started now."),
    "shutdown": QT_TRANSLATE_NOOP("Errors", "The machine cannot be shut down now."),
    "reboot": QT_TRANSLATE_NOOP("Errors", "The machine cannot be rebooted now."),
    "reset": QT_TRANSLATE_NOOP("Errors", "The machine cannot be reset now."),
    "force_off": QT_TRANSLATE_NOOP("Errors", "The machine cannot be forced off now."),
    "pause": QT_TRANSLATE_NOOP("Errors", "The machine cannot be paused now."),
    "resume": QT_TRANSLATE_NOOP("Errors", "The machine cannot be resumed now."),
    "save": QT_TRANSLATE_NOOP("Errors", "The machine cannot be saved now."),
    "restore": QT_TRANSLATE_NOOP("Errors", "The machine cannot be restored now."),
    "rename": QT_TRANSLATE_NOOP("Errors", "The machine cannot be renamed now."),
    "screenshot": QT_TRANSLATE_NOOP("Errors", "No picture can be taken of the machine now."),
    "delete": QT_TRANSLATE_NOOP("Errors", "The machine cannot be deleted now."),
}

# By model.passwords.Weakness, whose values are these sentences.
WEAKNESSES: dict[str, str] = {
    Weakness.SHORT: QT_TRANSLATE_NOOP("Errors", "A password has at least 12 characters."),
    Weakness.LONG: QT_TRANSLATE_NOOP("Errors", "A password has at most 1,024 characters."),
    Weakness.PERSONAL: QT_TRANSLATE_NOOP(
        "Errors", "The password is too close to the person's name or address."
    ),
    Weakness.COMMON: QT_TRANSLATE_NOOP(
        "Errors", "The password is built from one of the most common passwords."
    ),
    Weakness.PATTERN: QT_TRANSLATE_NOOP(
        "Errors", "The password is made of repeated, consecutive or neighbouring characters."
    ),
    Weakness.EASY: QT_TRANSLATE_NOOP("Errors", "The password is too easy to guess."),
    Weakness.SAME: QT_TRANSLATE_NOOP("Errors", "The new password is the present one."),
}
