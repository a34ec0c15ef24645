"""Looking at and making storage on hosts."""

from collections.abc import Sequence

from infinibay_desktop.model.errors import ConflictError
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import check_machine_name
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.specs import check_host_path
from infinibay_desktop.model.storage import Pool, Volume
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import needs
from infinibay_desktop.services.sights import installers_only


class StorageService:
    """Pools and volumes. Runs on workers."""

    def __init__(self, connections: HostConnections) -> None:
        self._connections = connections

    @needs(Permission.STORAGE_VIEW, or_somewhere=Permission.MACHINE_CREATE)
    def pools(self, host_id: HostId) -> Sequence[Pool]:
        """A host's pools by name, active ones freshly counted."""
        storage = self._connections.link(host_id).storage
        names = [pool.name for pool in storage.pools()]
        pools = [storage.pool(name, recount=True) for name in names]
        return sorted(pools, key=lambda pool: pool.name)

    @needs(Permission.STORAGE_VIEW, or_somewhere=Permission.MACHINE_CREATE, only=installers_only)
    def volumes(self, host_id: HostId, pool: str) -> Sequence[Volume]:
        """What lies in a pool, by name."""
        found = self._connections.link(host_id).storage.volumes(pool)
        return sorted(found, key=lambda volume: volume.name)

    @needs(Permission.STORAGE_MANAGE, name="name", act="pool.add")
    def make_pool(self, host_id: HostId, name: str, path: str) -> None:
        """A pool over a directory of the host, which is made if it is missing."""
        check_machine_name(name)
        check_host_path(path, "path")
        storage = self._connections.link(host_id).storage
        if any(pool.name == name for pool in storage.pools()):
            raise ConflictError(f"There is a pool named '{name}' already.", field="name")
        storage.make_directory_pool(name, path)
        changed(after={"host": self._connections.host(host_id).name, "path": path})
