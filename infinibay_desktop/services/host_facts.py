"""What a connected host is, read in one go for whoever looks at it."""

from dataclasses import dataclass

from infinibay_desktop.model.capabilities import HostCapabilities, HostFacts
from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.services.connections import HostConnections


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPortrait:
    """A host's facts; `networks` is None where the host does not list them."""

    facts: HostFacts
    capabilities: HostCapabilities
    networks: tuple[str, ...] | None


def look_at_host(connections: HostConnections, host_id: HostId) -> HostPortrait:
    """Ask a connected host what it is. On a worker; raises HostUnreachableError."""
    link = connections.link(host_id)
    try:
        networks: tuple[str, ...] | None = link.active_networks()
    except HypervisorError:
        # Hosts may lack the network daemon; the rest is worth telling all the same.
        networks = None
    return HostPortrait(facts=link.facts(), capabilities=link.capabilities(), networks=networks)
