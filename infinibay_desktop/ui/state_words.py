"""States of machines, hosts and tasks as a symbol, a word and a tone."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.hosts import HostStatus, LinkState
from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.model.tasks import TaskKind, TaskStatus
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP


class Look(NamedTuple):
    """How a state is shown: never by its colour alone."""

    symbol: str
    word: str
    tone: str


# In the order in which the overview shows them.
_MACHINES: dict[MachineState, Look] = {
    MachineState.RUNNING: Look("state-running", QT_TRANSLATE_NOOP("States", "Running"), "running"),
    MachineState.CRASHED: Look("state-crashed", QT_TRANSLATE_NOOP("States", "Crashed"), "danger"),
    MachineState.PAUSED: Look("state-paused", QT_TRANSLATE_NOOP("States", "Paused"), "paused"),
    MachineState.SUSPENDED: Look(
        "state-suspended", QT_TRANSLATE_NOOP("States", "Suspended"), "paused"
    ),
    MachineState.SHUTTING_DOWN: Look(
        "state-shutting-down", QT_TRANSLATE_NOOP("States", "Shutting down"), "paused"
    ),
    MachineState.CREATING: Look(
        "state-creating", QT_TRANSLATE_NOOP("States", "Creating"), "accent"
    ),
    MachineState.DELETING: Look(
        "state-deleting", QT_TRANSLATE_NOOP("States", "Deleting"), "danger"
    ),
    MachineState.SAVED: Look("state-saved", QT_TRANSLATE_NOOP("States", "Saved"), "accent"),
    MachineState.SHUT_OFF: Look("state-shut-off", QT_TRANSLATE_NOOP("States", "Shut off"), "off"),
    MachineState.UNKNOWN: Look("state-unknown", QT_TRANSLATE_NOOP("States", "Unknown"), "muted"),
}
_HOSTS: dict[LinkState, Look] = {
    LinkState.CONNECTED: Look("circle-check", QT_TRANSLATE_NOOP("States", "Connected"), "running"),
    LinkState.CONNECTING: Look(
        "loader-circle", QT_TRANSLATE_NOOP("States", "Connecting…"), "accent"
    ),
    LinkState.LOST: Look(
        "triangle-alert", QT_TRANSLATE_NOOP("States", "Connection lost"), "danger"
    ),
    LinkState.DISCONNECTED: Look("unlink", QT_TRANSLATE_NOOP("States", "Disconnected"), "off"),
}
_REFUSED = Look("triangle-alert", QT_TRANSLATE_NOOP("States", "Not connected"), "danger")
_TASKS: dict[TaskStatus, Look] = {
    TaskStatus.RUNNING: Look("loader-circle", QT_TRANSLATE_NOOP("States", "Running"), "accent"),
    TaskStatus.UNDOING: Look("undo-2", QT_TRANSLATE_NOOP("States", "Being undone"), "paused"),
    TaskStatus.DONE: Look("circle-check", QT_TRANSLATE_NOOP("States", "Done"), "running"),
    TaskStatus.UNDONE: Look(
        "triangle-alert", QT_TRANSLATE_NOOP("States", "Failed and undone"), "danger"
    ),
}
_KINDS: dict[TaskKind, str] = {
    TaskKind.CREATE_MACHINE: QT_TRANSLATE_NOOP("States", "Create %1"),
    TaskKind.DELETE_MACHINE: QT_TRANSLATE_NOOP("States", "Delete %1"),
}
MACHINE_STATES = tuple(_MACHINES)


@lru_cache(maxsize=1)
def _machine_words() -> dict[MachineState, str]:
    # Asked for with every change of every machine.
    return {state: _translated(look).word for state, look in _MACHINES.items()}


def forget_words() -> None:
    """Ask for the words anew: the language is another."""
    _machine_words.cache_clear()


def state_word(state: MachineState) -> str:
    """A machine's state in the person's language."""
    return _machine_words()[state]


def machine_look(state: MachineState, *, stale: bool = False) -> Look:
    """A machine's state; a stale one has no colour."""
    look = _MACHINES[state]
    return Look(look.symbol, state_word(state), "muted" if stale else look.tone)


def host_look(status: HostStatus | None) -> Look:
    """How the connection to a host stands; None where nobody asked for one yet."""
    state = status.state if status else LinkState.DISCONNECTED
    refused = state is LinkState.DISCONNECTED and status is not None and bool(status.reason)
    return _translated(_REFUSED if refused else _HOSTS[state])


def task_look(status: TaskStatus) -> Look:
    """How a task stands."""
    return _translated(_TASKS[status])


def task_words(kind: TaskKind, machine: str) -> str:
    """What a task does, and to which machine."""
    return QCoreApplication.translate("States", _KINDS[kind]).replace("%1", machine)


def filter_for(state: MachineState) -> str:
    """What to type above the list of machines to see those in this state."""
    return "state:" + state.value.replace(" ", "-")


def _translated(look: Look) -> Look:
    return look._replace(word=QCoreApplication.translate("States", look.word))
