"""What hosts, their states and the stages of connecting are called on the screen."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.hosts import (
    Acceleration,
    Host,
    HostStatus,
    LinkState,
    Stage,
)
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.hosts.address import HostKind

translate = QCoreApplication.translate


def stage_title(stage: Stage) -> str:
    """A stage of connecting."""
    titles = {
        Stage.REACH: translate("Hosts", "Reach the host"),
        Stage.HOST_KEY: translate("Hosts", "Host key"),
        Stage.SIGN_IN: translate("Hosts", "Sign-in"),
        Stage.SOCKET: translate("Hosts", "libvirt's socket"),
        Stage.PERMISSION: translate("Hosts", "Permission"),
        Stage.CAPABILITY: translate("Hosts", "Capability"),
    }
    return titles[stage]


def kind_title(kind: HostKind) -> str:
    """A way to a host, as the form offers it."""
    titles = {
        HostKind.SYSTEM: translate("Hosts", "This computer (system)"),
        HostKind.SESSION: translate("Hosts", "This computer (session)"),
        HostKind.SSH: translate("Hosts", "Another computer over SSH"),
        HostKind.TLS: translate("Hosts", "Another computer over TLS"),
        HostKind.DEMONSTRATION: translate("Hosts", "Demonstration"),
    }
    return titles[kind]


def kind_hint(kind: HostKind) -> str:
    """What a way to a host is for."""
    hints = {
        HostKind.SYSTEM: translate(
            "Hosts", "Machines of the whole computer. Your account must be allowed to use libvirt."
        ),
        HostKind.SESSION: translate(
            "Hosts", "Machines of your account alone. Needs no rights, and has simpler networks."
        ),
        HostKind.SSH: translate(
            "Hosts", "Signs in with a key; passwords are not asked for. One SSH session serves all."
        ),
        HostKind.TLS: translate("Hosts", "Needs libvirt's certificates on both computers."),
        HostKind.DEMONSTRATION: translate(
            "Hosts", "Pretended machines to try the program with. Nothing really runs."
        ),
    }
    return hints[kind]


def acceleration_title(acceleration: Acceleration) -> str:
    """How machines of a host run."""
    titles = {
        Acceleration.AUTO: translate("Hosts", "Automatic"),
        Acceleration.KVM: translate("Hosts", "KVM"),
        Acceleration.EMULATION: translate("Hosts", "Emulation"),
    }
    return titles[acceleration]


def next_attempt(status: HostStatus, now: datetime) -> str:
    """When a lost host is tried again; empty where it is not."""
    if status.state is not LinkState.LOST or status.next_attempt_at is None:
        return ""
    seconds = round((status.next_attempt_at - now).total_seconds())
    if seconds <= 0:
        return translate("Hosts", "Next try now")
    return translate("Hosts", "Next try in {seconds} s").format(seconds=seconds)


def machines_text(counts: Counter[MachineState]) -> str:
    """How many machines a host has, by state."""
    total = sum(counts.values())
    if not total:
        return translate("Hosts", "No machines")
    running = counts[MachineState.RUNNING]
    paused, off = counts[MachineState.PAUSED], counts[MachineState.SHUT_OFF]
    other = total - running - paused - off
    # One is its own text: English has no translation file that would know its singular.
    one = translate("Hosts", "1 machine")
    parts = [one if total == 1 else _counted(translate("Hosts", "%n machines"), total)]
    for number, words in (
        (running, _counted(translate("Hosts", "%n running"), running)),
        (paused, _counted(translate("Hosts", "%n paused"), paused)),
        (off, _counted(translate("Hosts", "%n off"), off)),
        (other, _counted(translate("Hosts", "%n in another state"), other)),
    ):
        if number:
            parts.append(words)
    return " · ".join(parts)


def host_lines(host: Host) -> str:
    """The URI and what ssh goes through, in one line."""
    via = translate("Hosts", "through {jump}").format(jump=host.ssh.jump)
    return f"{host.uri} · {via}" if host.ssh.jump else host.uri


def _counted(words: str, number: int) -> str:
    # Not by Qt's plurals: outside classes lupdate does not know them for plurals.
    return words.replace("%n", str(number))
