"""Words that only machines need: how old their facts are, and their memory."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.sizes import GIB, MIB
from infinibay_desktop.ui.formats import number_text, size_text

# For so long an hour of the day says which day it was.
_RECENT = timedelta(hours=18)


def stale_words(since: datetime) -> str:
    """Since when nothing is known of the host, short: the time, or the day if it is long ago."""
    recent = datetime.now(UTC) - since < _RECENT
    moment = since.astimezone().strftime("%H:%M" if recent else "%Y-%m-%d")
    return QCoreApplication.translate("MachineList", "Stale since {time}").format(time=moment)


def stale_moment(since: datetime) -> str:
    """Day and time since when nothing is known of the host."""
    return since.astimezone().strftime("%Y-%m-%d %H:%M")


def memory_text(used_bytes: int | None, assigned_bytes: int) -> str:
    """Used of assigned memory in one unit; assigned alone where nothing is known."""
    if used_bytes is None:
        return size_text(assigned_bytes)
    # The assigned memory's unit for both, so that they compare at a glance.
    if assigned_bytes >= GIB:
        return f"{number_text(used_bytes / GIB)} / {number_text(assigned_bytes / GIB)} GiB"
    return f"{number_text(used_bytes / MIB, 0)} / {number_text(assigned_bytes / MIB, 0)} MiB"
