"""What a console says in place of a screen; which words, decided without widgets."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.consoles import ConsoleTrouble
from infinibay_desktop.model.errors import ConsoleUnsupportedError, InfinibayError
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.ui.console.screen_link import LinkPhase
from infinibay_desktop.ui.console.words import isolated, wrappable

VISIBLE = frozenset(
    {
        MachineState.RUNNING,
        MachineState.PAUSED,
        MachineState.SHUTTING_DOWN,
        MachineState.SUSPENDED,
        MachineState.CRASHED,
    }
)
"""States in which a machine may have a screen to show."""
_MOST_DETAIL = 4000
translate = QCoreApplication.translate


class Reply(StrEnum):
    """What a message's button does."""

    START = "start"
    RETRY = "retry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One page of words: what is, why, what to do; a button, and raw details."""

    symbol: str
    title: str
    text: str = ""
    remedy: str = ""
    details: str = ""
    reply: Reply | None = None
    reply_text: str = ""
    asks_password: bool = False


def of_absence(
    machine: Machine, *, gone: bool, host_lost: bool, forbidden: bool = False
) -> Message | None:
    """Why there can be no screen of `machine` now; None if there can be."""
    name = wrappable(machine.name)
    if forbidden:
        title = translate("Console", "You may not see the screen of '%1' any more.")
        return Message(
            symbol="monitor-off",
            title=title.replace("%1", name),
            text=translate("Console", "The right to it was taken back while it was open."),
        )
    if gone:
        return Message(
            symbol="monitor-off",
            title=translate("Console", "'%1' no longer exists.").replace("%1", name),
        )
    if host_lost:
        return Message(
            symbol="unlink",
            title=translate("Console", "The host of '%1' does not answer.").replace("%1", name),
            text=translate("Console", "The screen comes back by itself as soon as the host does."),
        )
    if machine.state in VISIBLE:
        return None
    return _of_state(machine.state, name)


def of_link(
    machine: Machine, phase: LinkPhase, error: InfinibayError | None, *, again: bool
) -> Message | None:
    """What to say while the screen is not connected; None when it is."""
    name = wrappable(machine.name)
    if phase is LinkPhase.IDLE:
        return Message(
            symbol="plug",
            title=translate("Console", "The screen of '%1' is not connected.").replace("%1", name),
            reply=Reply.RETRY,
            reply_text=translate("Console", "Connect"),
        )
    if phase is LinkPhase.CONNECTING:
        title = (
            translate("Console", "Connecting to '%1' again…").replace("%1", name)
            if again
            else translate("Console", "Connecting to '%1'…").replace("%1", name)
        )
        return Message(symbol="plug", title=title)
    if phase is LinkPhase.CONNECTED:
        return None
    if machine.state is MachineState.CRASHED:
        return _crashed(name)
    if phase is LinkPhase.WAITING:
        lost = translate("Console", "The connection to the screen of '%1' was lost.").replace(
            "%1", name
        )
        title = (
            lost
            if again
            else translate("Console", "The screen of '%1' cannot be shown yet.").replace("%1", name)
        )
        return _of_error(error, symbol="unlink", title=title, retry=translate("Console", "Try now"))
    title = translate("Console", "The screen of '%1' cannot be shown.").replace("%1", name)
    retry = "" if isinstance(error, ConsoleUnsupportedError) else translate("Console", "Try again")
    return _of_error(error, symbol="triangle-alert", title=title, retry=retry)


def countdown(seconds: float) -> str:
    """When it is tried again."""
    whole = max(1, round(seconds))
    return translate("Console", "Trying again in %1 s").replace("%1", str(whole))


def of_note(machine: Machine, *, host_lost: bool) -> str:
    """What to say beside a screen that is shown; empty if nothing."""
    name = isolated(machine.name)
    if host_lost:
        text = translate("Console", "The host of '%1' does not answer; its screen still does.")
    elif machine.state is MachineState.PAUSED:
        text = translate("Console", "'%1' is paused.")
    elif machine.state is MachineState.SUSPENDED:
        text = translate("Console", "'%1' is asleep.")
    else:
        text = ""
    return text.replace("%1", name)


def _of_state(state: MachineState, name: str) -> Message:
    if state is MachineState.SHUT_OFF:
        return Message(
            symbol="power-off",
            title=translate("Console", "'%1' is shut off.").replace("%1", name),
            reply=Reply.START,
            reply_text=translate("Console", "Start"),
        )
    if state is MachineState.SAVED:
        return Message(
            symbol="save",
            title=translate("Console", "'%1' is saved to disk.").replace("%1", name),
            text=translate("Console", "It goes on where it was when it is started."),
            reply=Reply.START,
            reply_text=translate("Console", "Start"),
        )
    if state is MachineState.CREATING:
        return Message(
            symbol="hourglass",
            title=translate("Console", "'%1' is being created.").replace("%1", name),
        )
    if state is MachineState.DELETING:
        return Message(
            symbol="trash-2",
            title=translate("Console", "'%1' is being deleted.").replace("%1", name),
        )
    return Message(
        symbol="circle-question-mark",
        title=translate("Console", "What '%1' does is not known.").replace("%1", name),
    )


def _crashed(name: str) -> Message:
    return Message(
        symbol="triangle-alert",
        title=translate("Console", "'%1' has crashed.").replace("%1", name),
        reply=Reply.START,
        reply_text=translate("Console", "Start"),
    )


def _of_error(error: InfinibayError | None, *, symbol: str, title: str, retry: str) -> Message:
    return Message(
        symbol=symbol,
        title=title,
        text=error.message[:_MOST_DETAIL] if error else "",
        remedy=error.remedy[:_MOST_DETAIL] if error else "",
        details=_details(error) if error else "",
        reply=Reply.RETRY if retry else None,
        reply_text=retry,
        asks_password=_asks_password(error),
    )


def _asks_password(error: InfinibayError | None) -> bool:
    return error is not None and error.details.get("trouble") is ConsoleTrouble.PASSWORD


def _details(error: InfinibayError) -> str:
    lines = [f"{type(error).__name__}: {error.message}"]
    lines += [f"{name}: {value}" for name, value in error.details.items()]
    return "\n".join(lines)[:_MOST_DETAIL]
