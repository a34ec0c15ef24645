"""The list's words and figures as people read them, in their language."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.sizes import GIB, MIB, format_size

# A figure dash, as wide as a digit.
NO_FIGURE = "\N{EN DASH}"
# For so long an hour of the day says which day it was.
_RECENT = timedelta(hours=18)


@lru_cache(maxsize=1)
def _state_words() -> dict[MachineState, str]:
    translate = QCoreApplication.translate
    return {
        MachineState.RUNNING: translate("MachineList", "Running"),
        MachineState.PAUSED: translate("MachineList", "Paused"),
        MachineState.SHUTTING_DOWN: translate("MachineList", "Shutting down"),
        MachineState.SHUT_OFF: translate("MachineList", "Shut off"),
        MachineState.SAVED: translate("MachineList", "Saved"),
        MachineState.CRASHED: translate("MachineList", "Crashed"),
        MachineState.SUSPENDED: translate("MachineList", "Suspended"),
        MachineState.CREATING: translate("MachineList", "Creating"),
        MachineState.DELETING: translate("MachineList", "Deleting"),
        MachineState.UNKNOWN: translate("MachineList", "Unknown"),
    }


def state_word(state: MachineState) -> str:
    """The state in the person's language."""
    return _state_words()[state]


def forget_words() -> None:
    """Ask for the words anew: the language is another."""
    _state_words.cache_clear()


def stale_words(since: datetime) -> str:
    """Since when nothing is known of the host, short: the time, or the day if it is long ago."""
    recent = datetime.now(UTC) - since < _RECENT
    moment = since.astimezone().strftime("%H:%M" if recent else "%Y-%m-%d")
    return QCoreApplication.translate("MachineList", "Stale since {time}").format(time=moment)


def stale_moment(since: datetime) -> str:
    """Day and time since when nothing is known of the host."""
    return since.astimezone().strftime("%Y-%m-%d %H:%M")


def percent_text(percent: float | None) -> str:
    """Whole percent, or a dash."""
    return NO_FIGURE if percent is None else f"{percent:.0f} %"


def rate_text(bytes_per_second: float | None) -> str:
    """Bytes a second, or a dash."""
    return NO_FIGURE if bytes_per_second is None else format_size(int(bytes_per_second)) + "/s"


def memory_text(used_bytes: int | None, assigned_bytes: int) -> str:
    """Used of assigned memory in one unit; assigned alone where nothing is known."""
    if used_bytes is None:
        return format_size(assigned_bytes)
    # The assigned memory's unit for both, so that they compare at a glance.
    if assigned_bytes >= GIB:
        return f"{_short(used_bytes / GIB)} / {_short(assigned_bytes / GIB)} GiB"
    return f"{used_bytes / MIB:.0f} / {assigned_bytes / MIB:.0f} MiB"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
