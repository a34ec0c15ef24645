"""Puts together what gets agents into machines."""

from collections.abc import Callable
from functools import partial

from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.agent_delivery import AgentDelivery
from infinibay_desktop.services.agent_serving import AgentServing
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.ports import HostFiles
from infinibay_desktop.system.agent_downloads import make_downloads
from infinibay_desktop.system.agent_files import AgentFiles
from infinibay_desktop.system.agent_server import AgentServer
from infinibay_desktop.system.paths import Paths
from infinibay_desktop.system.resources import resource_path


def make_delivery(
    connections: HostConnections,
    agents: AgentService,
    files: HostFiles,
    paths: Paths,
    address: Callable[[], str],
    tasks: TaskRunner,
    bus: EventBus,
) -> tuple[AgentDelivery, Callable[[], None]]:
    """The service, and what ends its server. Before the bus starts."""
    package = AgentFiles(resource_path("guest-agent"), paths.data / "images")
    server = AgentServer(partial(make_downloads, package))
    serving = AgentServing(server, address, tasks)
    bus.subscribe(SettingsChanged, serving.on_settings_changed)
    return AgentDelivery(connections, agents, package, files, serving), serving.close
