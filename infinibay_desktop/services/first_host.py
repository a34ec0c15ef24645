"""What the program opens on where nothing is set up yet."""

from dataclasses import replace

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.hosts import HostService

# This computer's libvirts, the better one first.
LOCAL_URIS = ("qemu:///system", "qemu:///session")
DEMONSTRATION_URI = "test:///default"


class FirstHost:
    """Finds, stores and connects the host to begin with. Runs on workers.

    With `autoconnect` it is connected at every start from then on.
    """

    def __init__(
        self, hosts: HostService, connections: HostConnections, *, autoconnect: bool = False
    ) -> None:
        self._hosts = hosts
        self._connections = connections
        self._autoconnect = autoconnect

    def local(self) -> Host:
        """The first libvirt of this computer that answers, connected.

        Raises HostUnreachableError as the better one failed, and stores nothing then.
        """
        failures: list[HostUnreachableError] = []
        for uri in LOCAL_URIS:
            try:
                return self.connected(uri)
            except HostUnreachableError as error:
                failures.append(error)
        raise failures[0]

    def demonstration(self) -> Host:
        """libvirt's simulated host, connected; nothing on it is real."""
        return self.connected(DEMONSTRATION_URI)

    def connected(self, uri: str) -> Host:
        """The host with this URI, connected."""
        host = self.known(uri)
        self._connections.connect(host)
        return host

    def known(self, uri: str) -> Host:
        """The host with this URI; a new one is stored once it could be connected to."""
        host, is_new = self._hosts.known_or_draft(uri)
        wanted = replace(host, autoconnect=self._autoconnect or host.autoconnect)
        if is_new:
            self._connections.connect(wanted)
            self._hosts.keep(wanted)
        elif wanted != host:
            self._hosts.edit(wanted)
        return wanted
