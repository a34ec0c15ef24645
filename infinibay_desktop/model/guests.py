"""What runs inside guests, as their agents tell it. All of it is a stranger's word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from infinibay_desktop.model.machines import MachineKey

AGENT_CHANNEL = "org.infinibay.agent"
PROTOCOL = 1
# The period in which agents measure unless they are told another one.
PERIOD_S = 5


class AgentState(StrEnum):
    """How a machine's agent stands."""

    NO_CHANNEL = "no-channel"  # the definition lacks it
    WAITING = "waiting"  # open; nobody has spoken yet
    TALKING = "talking"
    SILENT = "silent"  # spoke, and has not for three periods
    ELSEWHERE = "elsewhere"  # another program has the channel
    OFF = "off"  # the machine does not run, or its host is not connected


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentGreeting:
    """Who speaks, from the agent's handshake. Texts are cleaned and bounded."""

    version: str
    protocol: int = PROTOCOL
    os: str = ""  # "linux" or "windows"
    os_name: str = ""
    kernel: str = ""
    hostname: str = ""
    capabilities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentStatus:
    """The agent of one machine. `refused` counts messages that were not taken."""

    key: MachineKey
    state: AgentState
    since: datetime
    greeting: AgentGreeting | None = None
    heard_at: datetime | None = None
    refused: int = 0
    last_refusal: str = ""
    report: str = ""  # the newest trouble that the agent told of, by itself
    holder: str = ""  # who has the channel, when that is another program


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestInterface:
    """A network interface inside a guest."""

    name: str
    addresses: tuple[str, ...] = ()
    is_up: bool = True
    hardware_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestProcess:
    """A process inside a guest."""

    pid: int
    parent_pid: int
    name: str
    user: str = ""
    command: str = ""
    state: str = ""
    cpu_percent: float = 0.0
    memory_bytes: int = 0
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFacts:
    """What the newest message of metrics says beside its numbers."""

    uptime_s: int = 0
    interfaces: tuple[GuestInterface, ...] = ()
    busiest: tuple[GuestProcess, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestAnswer:
    """What an agent answered to a request. `data` is JSON's own types, bounded, not yet looked at."""

    success: bool
    exit_code: int | None = None
    output: str = ""
    error: str = ""
    data: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestProgress:
    """How far a request is; percent where the agent knows it."""

    text: str = ""
    percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestRequest:
    """Something asked of an agent: one of the protocol's actions, its parameters, its time."""

    action: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    timeout_s: float = 30.0
