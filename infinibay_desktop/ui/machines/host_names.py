"""What hosts are called: names lie in the database, and screens want them at once."""

from PySide6.QtCore import QObject, Signal

from infinibay_desktop.model.events import HostRemoved, HostSaved
from infinibay_desktop.model.hosts import Host, HostId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class HostNames(QObject):
    """All hosts in memory, read on a worker and again when one was edited."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hosts: dict[HostId, Host] = {}
        self._desk: Desk | None = None

    def attach(self, desk: "Desk") -> None:
        """Read the hosts, and follow edits."""
        self._desk = desk
        desk.bridge.on(HostSaved, self._on_host_changed, owner=self)
        desk.bridge.on(HostRemoved, self._on_host_changed, owner=self)
        desk.operations.spawn(self, self._read(desk))

    def of(self, host_id: HostId) -> str:
        """A host's name; empty while it is not known."""
        host = self.hosts.get(host_id)
        return host.name if host else ""

    def _on_host_changed(self, _event: HostSaved | HostRemoved) -> None:
        if self._desk:
            self._desk.operations.spawn(self, self._read(self._desk))

    async def _read(self, desk: "Desk") -> None:
        hosts = await desk.operations.run(desk.core.hosts.all, key="host-names", lane="host-names")
        self.hosts = {host.id: host for host in hosts}
        self.changed.emit()
