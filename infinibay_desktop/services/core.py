"""The running program as screens and the command line see it, by shape.

All services here are guarded: each call is checked against what the signed-in person may do.
"""

from collections.abc import Callable
from typing import Protocol

from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.activity import ActivityService
from infinibay_desktop.services.agent_delivery import AgentDelivery
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.audience import VisibleInventory
from infinibay_desktop.services.blueprints import BlueprintService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.consoles import ConsoleService
from infinibay_desktop.services.creation import CreationService
from infinibay_desktop.services.databases import DatabaseService
from infinibay_desktop.services.deletion import DeletionService
from infinibay_desktop.services.departments import DepartmentService
from infinibay_desktop.services.doctor import Doctor
from infinibay_desktop.services.error_records import ErrorRecordService
from infinibay_desktop.services.guests import GuestService
from infinibay_desktop.services.host_follower import HostFollower
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.journal import Journal
from infinibay_desktop.services.machines import MachineService
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.people import PeopleService
from infinibay_desktop.services.placements import PlacementService
from infinibay_desktop.services.ports import HostAccess, SecretStore
from infinibay_desktop.services.recovery import Recovery
from infinibay_desktop.services.report import ReportService
from infinibay_desktop.services.settings import SettingsService
from infinibay_desktop.services.sign_in import SignInService
from infinibay_desktop.services.statistics import StatisticsService
from infinibay_desktop.services.steps import FollowUps
from infinibay_desktop.services.storage import StorageService
from infinibay_desktop.services.timer_board import TimerService


class Core(Protocol):
    """Everything below the screens, running. `bus` tells what the signed-in person may know."""

    @property
    def bus(self) -> EventBus: ...
    @property
    def tasks(self) -> TaskRunner: ...
    @property
    def current(self) -> CurrentActor: ...
    @property
    def sign_in(self) -> SignInService: ...
    @property
    def people(self) -> PeopleService: ...
    @property
    def departments(self) -> DepartmentService: ...
    @property
    def placements(self) -> PlacementService: ...
    @property
    def activity(self) -> ActivityService: ...
    @property
    def errors(self) -> ErrorRecordService: ...
    @property
    def report(self) -> ReportService: ...
    @property
    def make_report(self) -> Callable[[], str]: ...
    @property
    def steps(self) -> FollowUps: ...
    @property
    def hosts_elsewhere(self) -> HostFollower: ...
    @property
    def inventory(self) -> VisibleInventory: ...
    @property
    def hosts(self) -> HostService: ...
    @property
    def access(self) -> HostAccess: ...
    @property
    def connections(self) -> HostConnections: ...
    @property
    def machines(self) -> MachineService: ...
    @property
    def agents(self) -> AgentService: ...
    @property
    def delivery(self) -> AgentDelivery: ...
    @property
    def guests(self) -> GuestService: ...
    @property
    def consoles(self) -> ConsoleService: ...
    @property
    def creation(self) -> CreationService: ...
    @property
    def deletion(self) -> DeletionService: ...
    @property
    def recovery(self) -> Recovery: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def storage(self) -> StorageService: ...
    @property
    def statistics(self) -> StatisticsService: ...
    @property
    def blueprints(self) -> BlueprintService: ...
    @property
    def metrics(self) -> MetricHistory: ...
    @property
    def timers(self) -> TimerService: ...
    @property
    def secrets(self) -> SecretStore: ...
    @property
    def settings(self) -> SettingsService: ...
    @property
    def databases(self) -> DatabaseService: ...
    @property
    def make_doctor(self) -> Callable[[], Doctor]: ...
    def close(self) -> None: ...


StartCore = Callable[[str], Core]
MakeDoctor = Callable[[str], Doctor]
