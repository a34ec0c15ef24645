"""Consoles of running machines: what there is, and screens that are connected."""

import ipaddress
import logging
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence

from infinibay_desktop.model.consoles import ConsoleKind, ConsoleOffer, ScreenWish
from infinibay_desktop.model.errors import (
    ConsoleUnsupportedError,
    InvalidStateError,
    SecretStoreError,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import needs, program_only
from infinibay_desktop.services.ports import (
    HostAccess,
    HostLink,
    Screen,
    ScreenOpener,
    SecretStore,
)
from infinibay_desktop.services.secrets import vnc_secret
from infinibay_desktop.services.watchers import Watchers

logger = logging.getLogger(__name__)

_OFF = frozenset(
    {
        MachineState.SHUT_OFF,
        MachineState.SAVED,
        MachineState.CRASHED,
        MachineState.CREATING,
        MachineState.DELETING,
    }
)
_ADD_VNC = (
    "Add VNC graphics to its definition, then shut it down and start it; until then its "
    "serial console may do."
)


class ConsoleService:
    """Opens consoles. Methods run on workers; screens are for any thread.

    `openers` has the kinds of screens that this program can show, the best first.
    """

    def __init__(
        self,
        connections: HostConnections,
        access: HostAccess,
        secrets: SecretStore,
        openers: Mapping[ConsoleKind, ScreenOpener],
        *,
        watchers: Watchers | None = None,
    ) -> None:
        self._watchers = watchers
        self._connections = connections
        self._access = access
        self._secrets = secrets
        self._openers = dict(openers)
        self._lock = threading.Lock()
        self._screens: weakref.WeakSet[Screen] = weakref.WeakSet()
        self._closed = False

    @needs(Permission.MACHINE_CONSOLE, machine="key")
    def offers(self, key: MachineKey) -> Sequence[ConsoleOffer]:
        """The consoles of a machine. Raises InvalidStateError for one that is off."""
        _, link = self._running(key)
        return link.graphics.offers(key.machine_id)

    @needs(Permission.MACHINE_CONSOLE, machine="key", act="machine.open-console")
    def open(self, key: MachineKey, notify: Callable[[], None], *, password: str = "") -> Screen:
        """A screen that is connecting on threads of its own; close it when it is done with.

        `notify` is called from any thread when there is news, and not again until
        `take_news`. A `password` is for a screen whose own is not known here. Raises
        ConsoleUnsupportedError, ConsoleError, InvalidStateError or HostUnreachableError;
        later failures are the news of a screen that ended.
        """
        machine, link = self._running(key)
        host = self._connections.host(key.host_id)
        offer = self._best(link.graphics.offers(key.machine_id))
        wish = self._wish(host, link, key, offer, name=machine.name, password=password)
        screen = self._openers[offer.kind](
            lambda: self._connect(host, link, key, offer), wish, notify
        )
        with self._lock:
            self._screens.add(screen)
            closed = self._closed
        if closed:
            screen.close()
        if self._watchers:
            self._watchers.add(key, screen)
        return screen

    @program_only("the program hangs up when it ends")
    def close(self) -> None:
        """Hang up all screens: the program ends."""
        with self._lock:
            self._closed = True
            screens = list(self._screens)
        for screen in screens:
            screen.close()

    def _running(self, key: MachineKey) -> tuple[Machine, HostLink]:
        link = self._connections.link(key.host_id)
        if self._connections.host(key.host_id).address.is_demonstration:
            raise ConsoleUnsupportedError(
                "Machines of a demonstration are simulated: they have no screen.",
                remedy="Connect to a host that runs machines, such as qemu:///system.",
            )
        machine = link.hypervisor.machine(key.machine_id)
        _check_running(machine)
        return machine, link

    def _best(self, offers: Sequence[ConsoleOffer]) -> ConsoleOffer:
        for kind in self._openers:
            for offer in offers:
                if offer.kind is kind:
                    return offer
        if any(offer.kind is ConsoleKind.SPICE for offer in offers):
            raise ConsoleUnsupportedError(
                "The machine's screen speaks SPICE only, which cannot be shown yet.",
                remedy=_ADD_VNC,
            )
        raise ConsoleUnsupportedError("The machine has no screen.", remedy=_ADD_VNC)

    def _wish(
        self,
        host: Host,
        link: HostLink,
        key: MachineKey,
        offer: ConsoleOffer,
        *,
        name: str,
        password: str,
    ) -> ScreenWish:
        if host.address.is_local:
            return ScreenWish(name=name, nearby=True)
        return ScreenWish(
            name=name,
            user=host.address.user,
            password=password or self._password(link, key, offer),
            only_encrypted=host.address.transport != "ssh",
            trust=self._access.screen_trust(host),
        )

    def _password(self, link: HostLink, key: MachineKey, offer: ConsoleOffer) -> str:
        # The definition has the one that counts; the keyring's may be an older one.
        if known := link.graphics.password(key.machine_id, offer.index):
            return known
        try:
            return self._secrets.find(vnc_secret(key.machine_id)) or ""
        except SecretStoreError as error:
            logger.info("no console password from the keyring: %s", error.message)
            return ""

    def _connect(self, host: Host, link: HostLink, key: MachineKey, offer: ConsoleOffer) -> Line:
        if host.address.is_local:
            return link.graphics.hand_out(key.machine_id, offer.index)
        if not (offer.socket or offer.port or offer.tls_port):
            raise ConsoleUnsupportedError(
                "The machine's screen listens nowhere: only its host itself can show it.",
                remedy="Let its graphics device listen at 127.0.0.1, then shut the machine down "
                "and start it.",
            )
        if host.address.transport == "tls":
            _check_public(host, offer)
        return self._access.dial(host, offer)


def _check_running(machine: Machine) -> None:
    if machine.state in _OFF:
        raise InvalidStateError(
            f"'{machine.name}' has no screen: it is {machine.state}.",
            remedy="Start it first.",
            state=str(machine.state),
        )


def _check_public(host: Host, offer: ConsoleOffer) -> None:
    """Refuse a listener that only programs on its own host can reach."""
    if offer.socket or _is_loopback(offer.address):
        raise ConsoleUnsupportedError(
            f"The machine's screen can be reached from '{host.name}' itself only.",
            remedy="Connect to the host by qemu+ssh, or let the machine's graphics device listen "
            "at an address of the network, with vnc_tls = 1 in the host's qemu.conf.",
        )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address in ("", "localhost")
