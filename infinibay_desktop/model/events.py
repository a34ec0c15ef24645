"""Facts, in the past tense. Frozen, small, safe to read from any thread."""

from dataclasses import dataclass
from datetime import datetime

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.guests import AgentStatus, GuestFacts
from infinibay_desktop.model.hosts import HostId, HostStatus
from infinibay_desktop.model.machines import Machine, MachineId, MachineKey, MachineState
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.model.statistics import MachineRates
from infinibay_desktop.model.tasks import Step, TaskId, TaskKind, TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of all facts."""


# Seen: raw, from outside. Only the inventory and the host connections listen.


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainStateSeen(Event):
    """libvirt told of a new state; not yet compared with what we know."""

    host_id: HostId
    machine_id: MachineId
    state: MachineState
    forced: bool = False  # its power was cut


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainRestartSeen(Event):
    """A guest restarted, or was reset."""

    host_id: HostId
    machine_id: MachineId


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainDefinitionSeen(Event):
    """A domain was defined, renamed, resized or otherwise changed; `name` is its name now."""

    host_id: HostId
    machine_id: MachineId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainGoneSeen(Event):
    """A domain's definition was removed."""

    host_id: HostId
    machine_id: MachineId


@dataclass(frozen=True, slots=True, kw_only=True)
class HostClosedSeen(Event):
    """The watcher's connection to a host broke."""

    host_id: HostId
    reason: str


# Hosts and the inventory: the one picture changed.


@dataclass(frozen=True, slots=True, kw_only=True)
class HostStatusChanged(Event):
    """The connection to a host came, went, or moved on a stage."""

    status: HostStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineAdded(Event):
    """A machine is in the inventory that was not."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineChanged(Event):
    """A machine in the inventory is not as it was."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineRemoved(Event):
    """A machine left the inventory."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachinesStale(Event):
    """All of a host's machines are as last seen, until it answers again."""

    host_id: HostId
    keys: tuple[MachineKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineRestarting(Event):
    """A machine's guest was asked to restart."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineRestarted(Event):
    """A machine restarted, whoever made it: its guest, a person, another program."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReset(Event):
    """A machine was restarted at once, without its guest being asked."""

    machine: Machine


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineForcedOff(Event):
    """A machine's power was cut, whoever did it."""

    machine: Machine


# What happens to a machine beside its state; its host tells every program what it knows of it.
MachineHappening = MachineRestarting | MachineRestarted | MachineReset | MachineForcedOff


# Stored and worked.


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSaved(Event):
    """A host was added or edited."""

    host_id: HostId


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRemoved(Event):
    """A host was taken out."""

    host_id: HostId


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskProgressed(Event):
    """A journalled task began a step, or ended."""

    task_id: TaskId
    kind: TaskKind
    title: str
    key: MachineKey
    status: TaskStatus
    step: Step | None
    elsewhere: bool = False  # another program does it


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineRatesSeen(Event):
    """Fresh figures of machines that somebody watches."""

    host_id: HostId
    rates: tuple[MachineRates, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsChanged(Event):
    """The person set something; `names` are the fields that differ from before."""

    settings: Settings
    names: tuple[str, ...]


# People and departments: stored, and told to every program on the same database.


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaved(Event):
    """A person was added, edited, disabled or enabled, or their memberships or grants changed."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDeleted(Event):
    """A person was deleted: they are kept for the record and cannot sign in."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLocked(Event):
    """Too many sign-ins failed: the person must wait."""

    person_id: PersonId
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInsEnded(Event):
    """Sign-ins of a person ended: their programs look whether it was theirs."""

    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChanged(Event):
    """Another person is signed in in this program, or nobody; or what they may do changed."""

    person_id: PersonId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentSaved(Event):
    """A department was added or edited, or its members changed."""

    department_id: DepartmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentRemoved(Event):
    """A department is no more."""

    department_id: DepartmentId


@dataclass(frozen=True, slots=True, kw_only=True)
class MachinesPlaced(Event):
    """Machines have another department or owner, or grants on them changed."""

    keys: tuple[MachineKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintsChanged(Event):
    """Blueprints were added, edited or removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRecorded(Event):
    """The record has new entries."""

    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRecorded(Event):
    """Something went wrong that administrators should know of."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFailed(Event):
    """A step that follows a change failed; it is tried again at `next_at`."""

    kind: str
    message: str
    attempts: int
    next_at: datetime


# Between programs.


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsMissed(Event):
    """What other programs did meanwhile is not known one by one: read again what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsAdded(Event):
    """A change was committed that steps follow."""


# Guests.


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentStatusChanged(Event):
    """A machine's agent came, spoke, fell silent, or went."""

    status: AgentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplesSeen(Event):
    """Readings of guests as they come, gathered for half a second; not stored yet."""

    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFactsSeen(Event):
    """A guest's addresses, processes or uptime, from its newest message; once a period."""

    key: MachineKey
    facts: GuestFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWanted(Event):
    """Somebody at another program wants to speak with this guest: whoever has it lets go."""

    key: MachineKey
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerStarted(Event):
    """A timer of the program began a run."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerEnded(Event):
    """A timer of the program ran, was paused or resumed."""

    name: str
