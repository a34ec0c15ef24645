"""How the agent gets into a machine, and what a person types there."""

import re
from dataclasses import dataclass
from enum import StrEnum

# What the CD with the agent is called, and how its image's file begins.
CD_LABEL = "INFINIBAY"
IMAGE_PREFIX = "infinibay-agent-"
# The one line to type. The first two need root, the last an administrator. Among several drives
# only the label tells ours; the tools of very small systems do not know labels.
LINUX_LINE = "sudo mount -r /dev/sr0 /mnt; sudo sh /mnt/install.sh"
LINUX_LINE_BY_LABEL = f"sudo mount -r LABEL={CD_LABEL} /mnt; sudo sh /mnt/install.sh"
WINDOWS_LINE = r"powershell -ExecutionPolicy Bypass -File D:\windows\install.ps1"
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")


class InstallBy(StrEnum):
    """What a person wants used to install the agent."""

    ANY = "any"
    CD = "cd"
    QGA = "qga"


class DeliveryWay(StrEnum):
    """How far a delivery came."""

    INSTALLED = "installed"  # QEMU's guest agent did it
    CD = "cd"  # the CD is in the drive: a line is to be typed
    NEXT_START = "next-start"  # something of it is there only once the machine was off


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentImage:
    """The CD with agents and installers; equal contents have equal names."""

    name: str
    version: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class CdDrive:
    """A machine's CD drive and what is in it; not `at_once`: it is there from the next start."""

    target: str
    path: str = ""
    at_once: bool = True
    is_only: bool = True

    @property
    def has_agent(self) -> bool:
        """Whether a CD of ours is in it."""
        return is_agent_image(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What came of an installation. `why_not` says why QEMU's guest agent did not do it."""

    way: DeliveryWay
    version: str
    target: str = ""
    runs: bool = True
    why_not: str = ""
    only_drive: bool = True

    @property
    def linux_line(self) -> str:
        """What a person types in a Linux guest."""
        return LINUX_LINE if self.only_drive else LINUX_LINE_BY_LABEL


def is_agent_image(path: str) -> bool:
    """Whether a file is an image of ours, by its name."""
    name = path.rpartition("/")[2]
    return name.startswith(IMAGE_PREFIX) and name.endswith(".iso")


def is_older(version: str, than: str) -> bool:
    """Whether an agent's version, a guest's word, is older; what is no version is."""
    ours, theirs = _VERSION.fullmatch(than), _VERSION.fullmatch(version)
    if ours is None:
        return False
    return theirs is None or _numbers(theirs) < _numbers(ours)


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part) for part in match.groups())
