"""How an agent stands, in words and as a sign; for dialogs, facts and the list."""

from PySide6.QtCore import QCoreApplication

from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.ui.formats import NO_FIGURE, plain_text

MAX_WORD = 60
_LOOKS = {
    AgentState.NO_CHANNEL: ("unlink", "muted"),
    AgentState.WAITING: ("clock", "muted"),
    AgentState.TALKING: ("circle-check", "running"),
    AgentState.SILENT: ("triangle-alert", "paused"),
    AgentState.ELSEWHERE: ("users", "muted"),
    AgentState.OFF: ("power-off", "off"),
}


def agent_look(status: AgentStatus) -> tuple[str, str]:
    """A symbol and its tone."""
    return _LOOKS[status.state]


def agent_text(status: AgentStatus) -> str:
    """A sentence about how it stands."""
    translate = QCoreApplication.translate
    words = {
        AgentState.NO_CHANNEL: translate("AgentWords", "The machine has no channel to an agent."),
        AgentState.WAITING: translate("AgentWords", "No agent has spoken yet."),
        AgentState.TALKING: translate("AgentWords", "The agent talks: {version}, {system}."),
        AgentState.SILENT: translate("AgentWords", "The agent is silent: {version}, {system}."),
        AgentState.ELSEWHERE: translate("AgentWords", "Another program speaks with the agent."),
        AgentState.OFF: translate("AgentWords", "The machine does not run."),
    }
    greeting = status.greeting
    return words[status.state].format(
        version=plain_text(greeting.version, MAX_WORD) if greeting else NO_FIGURE,
        system=plain_text(greeting.os_name or greeting.os, MAX_WORD) if greeting else NO_FIGURE,
    )


def agent_fact(status: AgentStatus | None) -> str:
    """The version and how it stands, in a few words."""
    if status is None or status.state is AgentState.OFF:
        return NO_FIGURE
    translate = QCoreApplication.translate
    words = {
        AgentState.NO_CHANNEL: translate("AgentWords", "no channel"),
        AgentState.WAITING: translate("AgentWords", "none has spoken"),
        AgentState.TALKING: translate("AgentWords", "talking"),
        AgentState.SILENT: translate("AgentWords", "silent"),
        AgentState.ELSEWHERE: translate("AgentWords", "another program has it"),
    }
    version = agent_version(status)
    return f"{version}, {words[status.state]}" if version else words[status.state]


def agent_version(status: AgentStatus | None) -> str:
    """The version that an agent says it has; a guest's word."""
    greeting = status.greeting if status else None
    return plain_text(greeting.version, MAX_WORD) if greeting else ""


def agent_cell(status: AgentStatus) -> str:
    """What the list says: the version while it talks, and that it is silent if it is."""
    version = agent_version(status)
    if status.state is AgentState.SILENT:
        said = QCoreApplication.translate("AgentWords", "{version}, silent")
        return said.format(version=version or NO_FIGURE)
    return version if status.state is AgentState.TALKING else ""
