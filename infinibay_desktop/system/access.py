"""The way to a host, before libvirt has a say."""

import os
import socket
from collections.abc import Sequence
from pathlib import Path

from infinibay_desktop.model.consoles import ConsoleOffer, TlsTrust
from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.hosts import Host, OfferedKey, Stage
from infinibay_desktop.model.problems import Distribution, Problem
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.system.computer import read_distribution
from infinibay_desktop.system.ssh import SystemSsh
from infinibay_desktop.system.tunnels import dial_directly, dial_through_ssh, find_trust

REACH_TIMEOUT_S = 5.0
TLS_PORT = 16514
SYSTEM_SOCKETS = (
    Path("/run/libvirt/libvirt-sock"),
    Path("/run/libvirt/virtqemud-sock"),
    Path("/var/run/libvirt/libvirt-sock"),
)


class SystemAccess:
    """Reaches hosts through this computer's network and ssh. Workers only."""

    def __init__(self, ssh: SystemSsh) -> None:
        self._ssh = ssh

    def reach(self, host: Host) -> str:
        """Whether the host is there at all. Raises HostUnreachableError."""
        address = host.address
        if address.is_demonstration:
            return _demonstration(host)
        if address.is_local:
            return "it is this computer"
        if address.transport == "ssh":
            # ssh itself must say: its configuration may give the name another meaning.
            self._pass_stage(host, Stage.HOST_KEY, Stage.SIGN_IN)
            return f"{address.host} answers"
        port = address.port or TLS_PORT
        try:
            socket.create_connection((address.host, port), REACH_TIMEOUT_S).close()
        except OSError as error:
            raise HostUnreachableError(
                f"Nothing answers at {address.host}, port {port}: {error.strerror or error}.",
                stage=Stage.REACH,
                problem=Problem.UNREACHABLE,
            ) from error
        return f"{address.host} answers at port {port}"

    def check_host_key(self, host: Host) -> str:
        """Whether the host's key is known; ssh itself judges. Raises HostKeyError."""
        if host.address.transport != "ssh":
            return "not needed" if host.address.is_local else "left to libvirt's certificates"
        self._pass_stage(host, Stage.SIGN_IN)
        return "the host's key is known"

    def sign_in(self, host: Host) -> Distribution:
        """Sign in where that is libvirt's not, and tell what the host runs."""
        if host.address.transport == "ssh":
            return self._ssh.sign_in(host)
        return read_distribution()

    def _pass_stage(self, host: Host, *later: Stage) -> None:
        """Try to sign in; failures of later stages say that this one was passed."""
        try:
            self._ssh.sign_in(host)
        except HostUnreachableError as error:
            if error.details.get("stage") not in later:
                raise

    def offered_key(self, host: Host) -> OfferedKey:
        """The keys that an ssh host shows."""
        return self._ssh.offered_key(host)

    def trust(self, host: Host, offer: OfferedKey) -> None:  # noqa: ARG002 - the port's shape
        """Accept them from now on."""
        self._ssh.trust(offer.lines)

    def answers(self, host: Host) -> bool | None:
        """Whether libvirt's socket on this computer takes connections; None if there is none."""
        address = host.address
        if not address.is_local or address.driver != "qemu" or address.is_session:
            return None
        given = dict(address.parameters).get("socket")
        return any(_takes_connections(path) for path in _sockets(given))

    def leave(self, host: Host) -> None:
        """End what was shared for the host's connections."""
        if host.address.transport == "ssh":
            self._ssh.leave(host)

    def dial(self, host: Host, offer: ConsoleOffer) -> Line:
        """A connection to a console of a host that is not this computer."""
        if host.address.transport == "ssh":
            return dial_through_ssh(self._ssh, host, offer)
        return dial_directly(host, offer)

    def screen_trust(self, host: Host) -> TlsTrust:
        """The certificates by which to know the host's encrypted screens."""
        return find_trust(host)


def _demonstration(host: Host) -> str:
    path = host.address.path
    if path == "/default" or Path(path).is_file():
        return "it is a demonstration"
    raise HostUnreachableError(
        f"There is no file '{path}' that describes a demonstration.",
        stage=Stage.REACH,
        remedy="Use test:///default, or give the path of an XML file.",
    )


def _sockets(given: str | None) -> Sequence[Path]:
    return (Path(given),) if given else SYSTEM_SOCKETS


def _takes_connections(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(os.fspath(path)) == 0
