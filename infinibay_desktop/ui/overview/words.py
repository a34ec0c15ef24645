"""States of machines, hosts and tasks as a symbol, a word and a tone."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.hosts import LinkState
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
    MachineState.RUNNING: Look("play", QT_TRANSLATE_NOOP("States", "Running"), "running"),
    MachineState.CRASHED: Look("circle-x", QT_TRANSLATE_NOOP("States", "Crashed"), "danger"),
    MachineState.PAUSED: Look("pause", QT_TRANSLATE_NOOP("States", "Paused"), "paused"),
    MachineState.SUSPENDED: Look("clock", QT_TRANSLATE_NOOP("States", "Suspended"), "paused"),
    MachineState.SHUTTING_DOWN: Look(
        "power", QT_TRANSLATE_NOOP("States", "Shutting down"), "paused"
    ),
    MachineState.CREATING: Look("hourglass", QT_TRANSLATE_NOOP("States", "Creating"), "accent"),
    MachineState.DELETING: Look("trash-2", QT_TRANSLATE_NOOP("States", "Deleting"), "danger"),
    MachineState.SAVED: Look("save", QT_TRANSLATE_NOOP("States", "Saved"), "accent"),
    MachineState.SHUT_OFF: Look("square", QT_TRANSLATE_NOOP("States", "Shut off"), "off"),
    MachineState.UNKNOWN: Look(
        "circle-question-mark", QT_TRANSLATE_NOOP("States", "Unknown"), "muted"
    ),
}
_HOSTS: dict[LinkState, Look] = {
    LinkState.CONNECTED: Look("plug", QT_TRANSLATE_NOOP("States", "Connected"), "running"),
    LinkState.CONNECTING: Look(
        "loader-circle", QT_TRANSLATE_NOOP("States", "Connecting"), "accent"
    ),
    LinkState.LOST: Look("unlink", QT_TRANSLATE_NOOP("States", "Connection lost"), "danger"),
    LinkState.DISCONNECTED: Look("unlink", QT_TRANSLATE_NOOP("States", "Not connected"), "muted"),
}
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


def machine_look(state: MachineState) -> Look:
    """A machine's state."""
    return _translated(_MACHINES[state])


def host_look(state: LinkState) -> Look:
    """How the connection to a host stands."""
    return _translated(_HOSTS[state])


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
