"""A running machine's graphical consoles: where they are, and sockets that lead there."""

import contextlib
import socket

import libvirt

from infinibay_desktop.model.consoles import ConsoleOffer
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.xml.graphics import parse_consoles, parse_password


class LibvirtGraphics:
    """Graphical consoles of one host. Workers only."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def offers(self, machine_id: MachineId) -> tuple[ConsoleOffer, ...]:
        """Its consoles as they are while it runs, serial ones too."""
        with self._pool.lease() as connection, translated("look for its consoles"):
            return parse_consoles(connection.lookupByUUIDString(str(machine_id)).XMLDesc(0))

    def password(self, machine_id: MachineId, index: int) -> str:
        """The password of a graphics device; empty if it has none, or we may not know it."""
        with self._pool.lease() as connection, translated("look for its console's password"):
            domain = connection.lookupByUUIDString(str(machine_id))
            with contextlib.suppress(libvirt.libvirtError):  # secrets need rights that few have
                return parse_password(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE), index)
            return ""

    def hand_out(self, machine_id: MachineId, index: int) -> Line:
        """A socket that libvirt connects to a graphics device, signed in already.

        On this computer's own libvirt only: asked over ssh or TLS, this libvirt call ends the
        whole connection to the host.
        """
        flags = libvirt.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH
        with self._pool.lease() as connection, translated("open the machine's screen"):
            domain = connection.lookupByUUIDString(str(machine_id))
            return Line(socket=socket.socket(fileno=domain.openGraphicsFD(index, flags)))
