"""Puts together what stores, keeps and shows what machines measure."""

from collections.abc import Callable
from dataclasses import dataclass

from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.host_sampler import TICK_S, HostSampler
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.metric_ingest import FLUSH_S, LANE, MetricIngest
from infinibay_desktop.services.metric_keeping import MetricKeeping
from infinibay_desktop.services.ports import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Readings on their way in, history on its way out, and what keeps both small."""

    ingest: MetricIngest
    keeping: MetricKeeping
    history: MetricHistory

    def start(self, timers: Timers) -> None:
        """Begin to store."""
        timers.every(FLUSH_S, self.ingest.flush, key=LANE, lane=LANE)

    def close(self) -> None:
        """Store what still waits."""
        self.ingest.flush()


def make_metrics(
    units: UnitOfWorkFactory,
    clock: Clock,
    tasks: TaskRunner,
    leases: Leases,
    current: CurrentActor,
    settings: Callable[[], Settings],
) -> Metrics:
    """All of it, not started."""

    def may_manage() -> bool:
        return current.signed_in.may(Permission.SETTINGS_MANAGE)

    return Metrics(
        ingest=MetricIngest(units, clock, tasks),
        keeping=MetricKeeping(units, leases, settings, may_manage),
        history=MetricHistory(units, clock),
    )


def sample_hosts(
    metrics: Metrics,
    connections: HostConnections,
    inventory: Inventory,
    leases: Leases,
    tasks: TaskRunner,
    timers: Timers,
    agents: AgentService,
) -> None:
    """Begin to ask hosts for what no agent tells."""

    def agent_of(key: MachineKey) -> AgentState:
        return agents.status(key).state

    sampler = HostSampler(connections, inventory, leases, tasks, metrics.ingest.offer, agent_of)
    timers.every(TICK_S, sampler.tick, key="host-sampler", lane="host-sampler")
