"""Acts on machines in words, and what an act will do to each of many. Makes no widgets."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.machines import (
    ALLOWED_STATES,
    Act,
    Machine,
    MachineKey,
    MachineState,
)
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.marking import QT_TRANSLATE_NOOP
from infinibay_desktop.ui.one_line import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.services.machines import MachineService

CONTEXT = "MachineActs"
MAX_TITLE_NAME = 60


class Fate(StrEnum):
    """What an act does to one of many machines."""

    WILL = "will"
    ALREADY = "already"
    CANNOT = "cannot"
    MAY_NOT = "may not"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTexts:
    """The English source texts of one act. `{count}` and `{name}` are filled in."""

    label: str
    symbol: str
    failed: str
    will: str
    already: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """One machine in the preview of an act; `why` says what stands in its way."""

    machine: Machine
    fate: Fate
    why: str = ""


# What somebody must be allowed to do, by act.
PERMISSIONS: dict[Act, Permission] = {
    Act.START: Permission.MACHINE_POWER,
    Act.SHUTDOWN: Permission.MACHINE_POWER,
    Act.REBOOT: Permission.MACHINE_POWER,
    Act.RESET: Permission.MACHINE_POWER,
    Act.FORCE_OFF: Permission.MACHINE_POWER,
    Act.PAUSE: Permission.MACHINE_POWER,
    Act.RESUME: Permission.MACHINE_POWER,
    Act.SAVE: Permission.MACHINE_POWER,
    Act.RESTORE: Permission.MACHINE_POWER,
    Act.RENAME: Permission.MACHINE_EDIT,
    Act.SCREENSHOT: Permission.MACHINE_CONSOLE,
    Act.DELETE: Permission.MACHINE_DELETE,
}
TEXTS: dict[Act, ActTexts] = {
    Act.START: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Start"),
        symbol="play",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not start '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will start"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already running"),
    ),
    Act.SHUTDOWN: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Shut down"),
        symbol="power",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not shut down '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will be asked to shut down"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already off"),
        warning=QT_TRANSLATE_NOOP("MachineActs", "Its system ends all programs and switches off."),
    ),
    Act.REBOOT: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Reboot"),
        symbol="refresh-cw",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not reboot '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will be asked to restart"),
        warning=QT_TRANSLATE_NOOP("MachineActs", "Its system ends all programs and starts again."),
    ),
    Act.RESET: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Force reset"),
        symbol="zap",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not reset '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will restart at once"),
        warning=QT_TRANSLATE_NOOP(
            "MachineActs",
            "It restarts at once, as if its reset button was pressed. Unsaved work is lost, and "
            "its file systems may need repair.",
        ),
    ),
    Act.FORCE_OFF: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Force off"),
        symbol="power-off",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not force off '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will lose power"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already off"),
        warning=QT_TRANSLATE_NOOP(
            "MachineActs",
            "Its power is cut, as if its plug was pulled. Unsaved work is lost, and its file "
            "systems may need repair.",
        ),
    ),
    Act.PAUSE: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Pause"),
        symbol="pause",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not pause '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will pause"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already paused"),
        warning=QT_TRANSLATE_NOOP(
            "MachineActs", "Its processors stop until it is resumed; it keeps its memory."
        ),
    ),
    Act.RESUME: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Resume"),
        symbol="play",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not resume '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will resume"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already running"),
    ),
    Act.SAVE: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Save"),
        symbol="save",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not save '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will be saved"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already saved"),
        warning=QT_TRANSLATE_NOOP(
            "MachineActs", "Its memory is written to the host's disk, and it stops."
        ),
    ),
    Act.RESTORE: ActTexts(
        label=QT_TRANSLATE_NOOP("MachineActs", "Restore"),
        symbol="undo-2",
        failed=QT_TRANSLATE_NOOP("MachineActs", "Could not restore '{name}'"),
        will=QT_TRANSLATE_NOOP("MachineActs", "{count} will go on from the saved state"),
        already=QT_TRANSLATE_NOOP("MachineActs", "{count} already running"),
    ),
}
_OFF = frozenset({MachineState.SHUT_OFF, MachineState.SAVED})
_ALREADY: dict[Act, frozenset[MachineState]] = {
    Act.START: frozenset({MachineState.RUNNING}),
    Act.SHUTDOWN: _OFF | {MachineState.CRASHED},
    Act.FORCE_OFF: _OFF,
    Act.PAUSE: frozenset({MachineState.PAUSED}),
    Act.RESUME: frozenset({MachineState.RUNNING}),
    Act.SAVE: frozenset({MachineState.SAVED}),
    Act.RESTORE: frozenset({MachineState.RUNNING}),
}
_WHY: dict[MachineState, str] = {
    MachineState.RUNNING: QT_TRANSLATE_NOOP("MachineActs", "it is running"),
    MachineState.PAUSED: QT_TRANSLATE_NOOP("MachineActs", "it is paused"),
    MachineState.SHUTTING_DOWN: QT_TRANSLATE_NOOP("MachineActs", "it is shutting down"),
    MachineState.SHUT_OFF: QT_TRANSLATE_NOOP("MachineActs", "it is shut off"),
    MachineState.SAVED: QT_TRANSLATE_NOOP("MachineActs", "it is saved"),
    MachineState.CRASHED: QT_TRANSLATE_NOOP("MachineActs", "it has crashed"),
    MachineState.SUSPENDED: QT_TRANSLATE_NOOP("MachineActs", "it sleeps"),
    MachineState.CREATING: QT_TRANSLATE_NOOP("MachineActs", "it is being created"),
    MachineState.DELETING: QT_TRANSLATE_NOOP("MachineActs", "it is being deleted"),
    MachineState.UNKNOWN: QT_TRANSLATE_NOOP("MachineActs", "its state is not known"),
}


def say(text: str, **values: object) -> str:
    """A source text of this module in the person's language, filled in."""
    return QCoreApplication.translate(CONTEXT, text).format(**values)


def label(act: Act) -> str:
    """The act as menus call it."""
    return say(TEXTS[act].label)


def short(name: str) -> str:
    """A machine's name as titles show it: one line, not longer than they can hold."""
    line = one_line(name)
    return line if len(line) <= MAX_TITLE_NAME else line[: MAX_TITLE_NAME - 1] + "…"


def literal(text: str) -> str:
    """Foreign text for a button or a label with a buddy, where '&' would mark a letter."""
    return text.replace("&", "&&")


def allows(machine: Machine, act: Act) -> bool:
    """Whether the act makes sense for the machine as it is now."""
    return not why_not(machine, act)


def why_not(machine: Machine, act: Act) -> str:
    """What stands in the way of an act; empty: nothing."""
    if machine.stale_since is not None:
        return say(QT_TRANSLATE_NOOP("MachineActs", "its host is not connected"))
    if machine.state not in ALLOWED_STATES[act]:
        return say(_WHY[machine.state])
    if act is Act.SAVE and not machine.persistent:
        return say(QT_TRANSLATE_NOOP("MachineActs", "it is transient, its definition ends with it"))
    return ""


def preview(
    act: Act, machines: Iterable[Machine], may: Callable[[Machine], bool] = lambda _machine: True
) -> list[Prospect]:
    """What the act will do to each machine; what stands in the way comes first."""
    return in_order(_prospect(act, machine, may=may(machine)) for machine in machines)


def in_order(prospects: Iterable[Prospect]) -> list[Prospect]:
    """Those that cannot first, then those that will."""
    order = {Fate.CANNOT: 0, Fate.MAY_NOT: 1, Fate.WILL: 2, Fate.ALREADY: 3}
    return sorted(prospects, key=lambda prospect: order[prospect.fate])


def _prospect(act: Act, machine: Machine, *, may: bool) -> Prospect:
    if not may:
        return Prospect(machine=machine, fate=Fate.MAY_NOT)
    if machine.stale_since is None and machine.state in _ALREADY.get(act, ()):
        return Prospect(machine=machine, fate=Fate.ALREADY)
    why = why_not(machine, act)
    return Prospect(machine=machine, fate=Fate.CANNOT if why else Fate.WILL, why=why)


def summary(act: Act, prospects: Sequence[Prospect]) -> str:
    """The preview in one line: "7 will start, 2 already running, 1 cannot: it is paused"."""
    texts, counts = TEXTS[act], Counter(prospect.fate for prospect in prospects)
    parts = []
    if counts[Fate.WILL]:
        parts.append(say(texts.will, count=counts[Fate.WILL]))
    if counts[Fate.ALREADY]:
        parts.append(say(texts.already, count=counts[Fate.ALREADY]))
    if counts[Fate.CANNOT]:
        parts.append(_cannot(counts[Fate.CANNOT], prospects))
    return ", ".join(parts + not_allowed(counts))


def not_allowed(counts: Counter[Fate]) -> list[str]:
    """How many machines the person may not do this to, in words; empty: none."""
    text = QT_TRANSLATE_NOOP("MachineActs", "{count} you may not")
    return [say(text, count=counts[Fate.MAY_NOT])] if counts[Fate.MAY_NOT] else []


def _cannot(count: int, prospects: Sequence[Prospect]) -> str:
    # A reason is said of one machine; the list below says each machine's own.
    if count == 1:
        why = next(prospect.why for prospect in prospects if prospect.fate is Fate.CANNOT)
        text = QT_TRANSLATE_NOOP("MachineActs", "{count} cannot: {why}")
        return say(text, count=count, why=why)
    return say(QT_TRANSLATE_NOOP("MachineActs", "{count} cannot"), count=count)


def prospect_words(act: Act, prospect: Prospect) -> str:
    """What happens to one machine of the preview."""
    if prospect.fate is Fate.WILL:
        return label(act)
    if prospect.fate is Fate.MAY_NOT:
        return say(QT_TRANSLATE_NOOP("MachineActs", "You may not do this to it"))
    if prospect.fate is Fate.ALREADY:
        return say(QT_TRANSLATE_NOOP("MachineActs", "Nothing to do: {why}"),
                   why=say(_WHY[prospect.machine.state]))  # fmt: skip
    return say(QT_TRANSLATE_NOOP("MachineActs", "Cannot: {why}"), why=prospect.why)


def command(machines: "MachineService", act: Act) -> Callable[[MachineKey], None]:
    """The service's call for an act; it does not wait for a guest to end."""
    commands: dict[Act, Callable[[MachineKey], None]] = {
        Act.START: machines.start,
        Act.SHUTDOWN: partial(machines.shut_down, timeout_s=0),
        Act.REBOOT: machines.reboot,
        Act.RESET: machines.reset,
        Act.FORCE_OFF: machines.force_off,
        Act.PAUSE: machines.pause,
        Act.RESUME: machines.resume,
        Act.SAVE: machines.save,
        Act.RESTORE: machines.restore,
    }
    return commands[act]
