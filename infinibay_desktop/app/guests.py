"""Puts together what speaks with guests."""

from collections.abc import Callable
from dataclasses import dataclass

from infinibay_desktop.guest.hub import GuestHub
from infinibay_desktop.model.events import (
    AgentStatusChanged,
    AgentWanted,
    DomainDefinitionSeen,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesStale,
    SettingsChanged,
)
from infinibay_desktop.model.metrics import Sample
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.agent_channels import TICK_S, AgentChannels
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.ports import HostLinks, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """Conversations with guests: their thread, their channels, and the service before them."""

    hub: GuestHub
    channels: AgentChannels
    agents: AgentService

    def subscribe(self, bus: EventBus) -> None:
        """Hear which machines run. Before the bus starts."""
        bus.subscribe(MachineAdded, self.channels.on_machine_event)
        bus.subscribe(MachineChanged, self.channels.on_machine_event)
        bus.subscribe(MachineRemoved, self.channels.on_machine_event)
        bus.subscribe(MachinesStale, self.channels.on_machines_stale)
        bus.subscribe(DomainDefinitionSeen, self.channels.on_domain_definition_seen)
        bus.subscribe(AgentWanted, self.channels.on_agent_wanted)
        bus.subscribe(AgentStatusChanged, self.channels.on_agent_status_changed)
        bus.subscribe(SettingsChanged, self._on_settings_changed)

    def start(self, timers: Timers, period_s: float) -> None:
        """Begin to speak; agents are asked to measure each `period_s` seconds."""
        self.hub.set_period(period_s)
        self.hub.start()
        timers.every(TICK_S, self.channels.tick, key="agents", lane="agents")

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "agent_period_s" in event.names:
            self.hub.set_period(event.settings.agent_period_s)

    def close(self) -> None:
        """Let go of all channels, and end the thread."""
        self.channels.close()
        self.hub.stop()


def make_guests(
    connections: HostLinks,
    leases: Leases,
    units: UnitOfWorkFactory,
    tasks: TaskRunner,
    clock: Clock,
    bus: EventBus,
    *,
    offer: Callable[[Sample], None],
) -> Guests:
    """All of it, not started; `offer` takes what guests measure and must not block."""
    hub = GuestHub(clock, offer, bus.publish)
    channels = AgentChannels(connections, hub, leases, units, tasks, clock, bus)
    agents = AgentService(channels, connections, hub, clock)
    return Guests(hub=hub, channels=channels, agents=agents)
