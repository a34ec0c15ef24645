"""How much disk machines have, for those whose disks nobody of us made."""

import logging
from collections.abc import Collection, Mapping

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.ports import HostLink

logger = logging.getLogger(__name__)


class DiskMeasure:
    """Asks connected hosts. Machines whose host does not answer are left out."""

    def __init__(self, connections: HostConnections) -> None:
        self._connections = connections

    def measure(self, keys: Collection[MachineKey]) -> Mapping[MachineKey, int]:
        """Bytes of the machines' own disks, as far as their hosts tell."""
        found: dict[MachineKey, int] = {}
        for key in keys:
            try:
                link = self._connections.link(key.host_id)
                found[key] = _disk_bytes(link, key)
            except InfinibayError as error:
                logger.info("the disks of %s are not counted: %s", key.machine_id, error.message)
        return found


def _disk_bytes(link: HostLink, key: MachineKey) -> int:
    disks = link.hypervisor.details(key.machine_id).disks
    paths = {disk.path for disk in disks if disk.device == "disk" and not disk.read_only}
    volumes = [link.storage.volume_at(path) for path in paths if path.startswith("/")]
    return sum(volume.capacity_bytes for volume in volumes if volume is not None)
