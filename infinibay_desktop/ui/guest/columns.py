"""Columns of the lists inside a guest: what they show, and in what order they sort."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.guest_parts import GuestDisk, GuestPackage, GuestUnit, GuestUser
from infinibay_desktop.model.guests import GuestProcess
from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.ui.formats import NO_FIGURE, date_time_text, percent_text, size_text
from infinibay_desktop.ui.guest.words import service_state, start_type


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestColumn:
    """A column. `letters` is its width, 0 takes the rest; it is left out below `room` pixels.

    Figures stand at the right; who sorts by them wants the greatest first.
    """

    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any]
    letters: int = 0
    room: int = 0
    figures: bool = False
    symbol: Callable[[Any], tuple[str, str]] | None = None


def _process_text(one: GuestProcess) -> str:
    """The name; what has ended stays in the list until whoever started it takes note."""
    name = one.name or NO_FIGURE
    if one.state != "zombie":
        return name
    # A name may have braces.
    return QCoreApplication.translate("Guest", "{name}, ended").replace("{name}", name)


def process_columns() -> list[GuestColumn]:
    """Columns of processes."""
    translate = QCoreApplication.translate
    return [
        GuestColumn(
            title=translate("Guest", "Process"),
            text=_process_text,
            order=lambda one: (natural_key(one.name), one.pid),
        ),
        GuestColumn(
            title=translate("Guest", "CPU"),
            text=lambda one: percent_text(one.cpu_percent, 1),
            order=lambda one: one.cpu_percent,
            letters=8,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "Memory"),
            text=lambda one: size_text(one.memory_bytes),
            order=lambda one: one.memory_bytes,
            letters=11,
            room=300,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "Number"),
            text=lambda one: str(one.pid),
            order=lambda one: one.pid,
            letters=9,
            room=400,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "User"),
            text=lambda one: one.user or NO_FIGURE,
            order=lambda one: natural_key(one.user),
            letters=12,
            room=520,
        ),
        GuestColumn(
            title=translate("Guest", "State"),
            text=lambda one: one.state or NO_FIGURE,
            order=lambda one: one.state,
            letters=10,
            room=640,
        ),
        GuestColumn(
            title=translate("Guest", "Command"),
            text=lambda one: one.command or NO_FIGURE,
            order=lambda one: one.command,
            letters=40,
            room=900,
        ),
    ]


def service_columns() -> list[GuestColumn]:
    """Columns of services."""
    translate = QCoreApplication.translate
    return [
        GuestColumn(
            title=translate("Guest", "Service"),
            text=lambda one: one.display_name or one.name,
            order=lambda one: natural_key(one.display_name or one.name),
        ),
        GuestColumn(
            title=translate("Guest", "State"),
            text=lambda one: service_state(one.state).word,
            order=lambda one: one.state,
            letters=13,
            symbol=lambda one: (service_state(one.state).symbol, service_state(one.state).tone),
        ),
        GuestColumn(
            title=translate("Guest", "Starts"),
            text=lambda one: start_type(one.start_type),
            order=lambda one: one.start_type,
            letters=13,
            room=420,
        ),
        GuestColumn(
            title=translate("Guest", "Description"),
            text=lambda one: one.description or NO_FIGURE,
            order=lambda one: natural_key(one.description),
            letters=40,
            room=720,
        ),
    ]


def package_columns() -> list[GuestColumn]:
    """Columns of packages."""
    translate = QCoreApplication.translate
    return [
        GuestColumn(
            title=translate("Guest", "Package"),
            text=lambda one: one.name,
            order=lambda one: natural_key(one.name),
        ),
        GuestColumn(
            title=translate("Guest", "Version"),
            text=lambda one: one.version or NO_FIGURE,
            order=lambda one: natural_key(one.version),
            letters=18,
            room=300,
        ),
        GuestColumn(
            title=translate("Guest", "Newer"),
            text=lambda one: one.update or NO_FIGURE,
            order=lambda one: (not one.update, natural_key(one.update)),
            letters=18,
            room=460,
        ),
        GuestColumn(
            title=translate("Guest", "Installed"),
            text=lambda one: (
                translate("Guest", "yes") if one.installed else translate("Guest", "no")
            ),
            order=lambda one: not one.installed,
            letters=9,
            room=560,
        ),
        GuestColumn(
            title=translate("Guest", "Description"),
            text=lambda one: one.description or NO_FIGURE,
            order=lambda one: natural_key(one.description),
            letters=40,
            room=860,
        ),
    ]


def user_columns() -> list[GuestColumn]:
    """Columns of users who are logged in."""
    translate = QCoreApplication.translate
    return [
        GuestColumn(
            title=translate("Guest", "User"),
            text=lambda one: one.name or NO_FIGURE,
            order=lambda one: natural_key(one.name),
        ),
        GuestColumn(
            title=translate("Guest", "Since"),
            text=lambda one: date_time_text(one.since) if one.since else NO_FIGURE,
            order=lambda one: one.since.timestamp() if one.since else 0.0,
            letters=18,
            room=280,
        ),
        GuestColumn(
            title=translate("Guest", "Terminal"),
            text=lambda one: one.terminal or NO_FIGURE,
            order=lambda one: natural_key(one.terminal),
            letters=12,
            room=400,
        ),
        GuestColumn(
            title=translate("Guest", "From"),
            text=lambda one: one.origin or NO_FIGURE,
            order=lambda one: natural_key(one.origin),
            letters=20,
            room=560,
        ),
    ]


def disk_columns() -> list[GuestColumn]:
    """Columns of file systems."""
    translate = QCoreApplication.translate
    return [
        GuestColumn(
            title=translate("Guest", "Mounted at"),
            text=lambda one: one.mount_point or NO_FIGURE,
            order=lambda one: natural_key(one.mount_point),
        ),
        GuestColumn(
            title=translate("Guest", "Full"),
            text=lambda one: percent_text(fullness(one)),
            order=lambda one: fullness(one) or 0.0,
            letters=7,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "Used"),
            text=lambda one: size_text(one.used_bytes),
            order=lambda one: one.used_bytes or 0,
            letters=11,
            room=300,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "Size"),
            text=lambda one: size_text(one.total_bytes),
            order=lambda one: one.total_bytes or 0,
            letters=11,
            room=380,
            figures=True,
        ),
        GuestColumn(
            title=translate("Guest", "Type"),
            text=lambda one: one.filesystem or NO_FIGURE,
            order=lambda one: one.filesystem,
            letters=9,
            room=480,
        ),
        GuestColumn(
            title=translate("Guest", "Device"),
            text=lambda one: one.device or NO_FIGURE,
            order=lambda one: natural_key(one.device),
            letters=24,
            room=640,
        ),
    ]


def fullness(disk: GuestDisk) -> float | None:
    """How much of it is used, in percent, where that is known."""
    if not disk.total_bytes or disk.used_bytes is None:
        return None
    return min(100.0, 100.0 * disk.used_bytes / disk.total_bytes)


# Who is who, and who started whom.


def process_identity(one: GuestProcess) -> Hashable:
    """Its number and its start: numbers are used again."""
    return one.pid, one.started_at


def process_parents(processes: Iterable[GuestProcess]) -> Mapping[Hashable, Hashable]:
    """Who started whom, by identities; 0 where nobody knows."""
    known = list(processes)
    by_pid = {one.pid: process_identity(one) for one in known}
    return {process_identity(one): by_pid.get(one.parent_pid, 0) for one in known}


# What a filter looks at.


def process_words(one: GuestProcess) -> str:
    """Name, command, user and number."""
    return f"{one.name} {one.command} {one.user} {one.pid}".casefold()


def service_words(one: GuestUnit) -> str:
    """Names, state and description."""
    return f"{one.name} {one.display_name} {one.state} {one.description}".casefold()


def package_words(one: GuestPackage) -> str:
    """Name and description."""
    return f"{one.name} {one.description}".casefold()


def user_words(one: GuestUser) -> str:
    """Name, terminal and origin."""
    return f"{one.name} {one.terminal} {one.origin}".casefold()


def disk_words(one: GuestDisk) -> str:
    """Where it is mounted, and what."""
    return f"{one.mount_point} {one.device} {one.filesystem}".casefold()
