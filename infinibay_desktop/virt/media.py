"""CDs in machines' drives: changed while the machine runs, and in its definition."""

import libvirt

from infinibay_desktop.model.agent_delivery import CdDrive
from infinibay_desktop.model.errors import InvalidStateError
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.xml.media import (
    keeps_another,
    parse_drives,
    render_change,
    render_drive,
)

_STORED = libvirt.VIR_DOMAIN_XML_INACTIVE | libvirt.VIR_DOMAIN_XML_SECURE
_FORCE = libvirt.VIR_DOMAIN_DEVICE_MODIFY_FORCE


class LibvirtMedia:
    """CD drives of one host's machines. Every method runs on a worker."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def drives(self, machine_id: MachineId) -> tuple[CdDrive, ...]:
        """The CD drives of a machine, those that it has only from its next start last."""
        with self._pool.lease() as connection, translated("look at the CD drives"):
            domain = connection.lookupByUUIDString(str(machine_id))
            return parse_drives(domain.XMLDesc(0), domain.XMLDesc(_STORED))

    def change(self, machine_id: MachineId, target: str, path: str, *, force: bool = False) -> None:
        """Put a CD into a drive, now and in the definition; an empty path takes it out.

        With `force` the drive is opened even if the guest has locked it. Another CD that the
        definition has for the next start stays there.
        """
        with self._pool.lease() as connection, translated("change the CD"):
            domain = connection.lookupByUUIDString(str(machine_id))
            forced = _FORCE if force else 0
            live, stored = domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE), domain.XMLDesc(_STORED)
            if domain.isActive():
                _update(domain, live, target, path, libvirt.VIR_DOMAIN_AFFECT_LIVE | forced)
            if domain.isPersistent() and not keeps_another(live, stored, target):
                _update(domain, stored, target, path, libvirt.VIR_DOMAIN_AFFECT_CONFIG)

    def add_drive(self, machine_id: MachineId, path: str) -> bool:
        """Give a machine a CD drive with a CD in it; False: a running one has it later."""
        with self._pool.lease() as connection, translated("add a CD drive"):
            domain = connection.lookupByUUIDString(str(machine_id))
            if not domain.isPersistent():
                raise InvalidStateError(
                    "The machine has no CD drive, and its definition ends with it."
                )
            drive = render_drive(domain.XMLDesc(_STORED), path)
            domain.attachDeviceFlags(drive, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
            return not domain.isActive()


def _update(domain: libvirt.virDomain, xml: str, target: str, path: str, flags: int) -> None:
    if changed := render_change(xml, target, path):
        domain.updateDeviceFlags(changed, flags)
