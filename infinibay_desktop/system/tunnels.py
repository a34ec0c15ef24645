"""Ways to consoles on other computers: through ssh, or straight over the network."""

import ipaddress
import logging
import re
import secrets
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import IO

from infinibay_desktop.model.consoles import ConsoleOffer, ConsoleTrouble, TlsTrust
from infinibay_desktop.model.errors import ConsoleError
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.runtime.lines import Line
from infinibay_desktop.system.ssh import SystemSsh

logger = logging.getLogger(__name__)

CONNECT_S = 10.0
END_S = 1.0
_MOST_WORDS = 4096
_MOST_WORDS_SHOWN = 300
_HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?\.?")
# ssh looks for variables in the paths of sockets and has no way to write a plain '$'.
_SOCKET_PATH = re.compile(r"/[^$\0-\x1f\x7f]{1,106}")
_ANYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "localhost"}  # noqa: S104 - not to listen there
_PKI = Path("/etc/pki")


def dial_through_ssh(ssh: SystemSsh, host: Host, offer: ConsoleOffer) -> Line:
    """A connection to a console that only its host itself can reach. Raises ConsoleError."""
    if offer.socket:
        return _dial_socket(ssh, host, offer.socket)
    return _dial_port(ssh, host, _target(offer))


def dial_directly(host: Host, offer: ConsoleOffer) -> Line:
    """A connection over the network. Raises ConsoleError."""
    address = host.address.host if offer.address in _ANYWHERE else offer.address
    try:
        made = socket.create_connection((address, offer.port or 0), CONNECT_S)
    except OSError as error:
        raise ConsoleError(
            f"The screen does not answer at {address}, port {offer.port}: "
            f"{error.strerror or error}.",
            remedy="Check that the network and the firewalls between let this port pass.",
            trouble=ConsoleTrouble.LOST,
        ) from error
    _notice_death(made)
    return Line(socket=made)


def find_trust(host: Host) -> TlsTrust:
    """Where libvirt's own certificates lie for this host."""
    given = dict(host.address.parameters).get("pkipath")
    personal = Path("~/.pki/libvirt").expanduser()
    places: Sequence[tuple[Path, Path, Path]] = [
        *([_together(Path(given))] if given else []),
        *([_together(personal)] if not given and (personal / "cacert.pem").exists() else []),
        (
            _PKI / "CA" / "cacert.pem",
            _PKI / "libvirt" / "clientcert.pem",
            _PKI / "libvirt" / "private" / "clientkey.pem",
        ),
    ]
    authority, certificate, key = places[0]
    has_own = certificate.is_file() and key.is_file()
    return TlsTrust(
        server_name=host.address.host,
        ca_file=str(authority),
        certificate_file=str(certificate) if has_own else "",
        key_file=str(key) if has_own else "",
    )


def _together(folder: Path) -> tuple[Path, Path, Path]:
    return folder / "cacert.pem", folder / "clientcert.pem", folder / "clientkey.pem"


def _target(offer: ConsoleOffer) -> str:
    """HOST:PORT as the host itself sees it."""
    address = _ANYWHERE.get(offer.address, offer.address)
    try:
        if ipaddress.ip_address(address).version == 6:
            address = f"[{address}]"
    except ValueError:
        if not _HOST_NAME.fullmatch(address):
            raise ConsoleError(
                "The machine's screen listens at an address that is none.",
                trouble=ConsoleTrouble.PROTOCOL,
            ) from None
    return f"{address}:{offer.port}"


def _dial_port(ssh: SystemSsh, host: Host, target: str) -> Line:
    ours, theirs = socket.socketpair()
    words = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
    command = ssh.command_line(host, "-W", target)
    try:
        end = theirs.fileno()
        process = subprocess.Popen(command, stdin=end, stdout=end, stderr=words)
    except OSError as error:
        ours.close()
        words.close()
        raise ConsoleError(
            f"ssh could not be started: {error.strerror or error}.", trouble=ConsoleTrouble.LOST
        ) from error
    finally:
        theirs.close()
    tunnel = _Tunnel(process, words, ssh, host)
    return Line(socket=ours, release=tunnel.end, last_words=tunnel.last_words)


class _Tunnel:
    """A process of ssh that carries one connection."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", words: IO[bytes], ssh: SystemSsh, host: Host
    ) -> None:
        self._process = process
        self._words = words
        self._ssh = ssh
        self._host = host

    def last_words(self) -> str:
        """What ssh complained about, if it ended by itself."""
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            return ""
        self._words.seek(0)
        told = " ".join(self._words.read(_MOST_WORDS).decode("utf-8", "replace").split())
        if told:
            return f"ssh to '{self._host.name}' says: {told[:_MOST_WORDS_SHOWN]}"
        if self._process.returncode:
            return f"ssh to '{self._host.name}' failed"
        return _why_no_session(self._ssh, self._host)

    def end(self) -> None:
        """End the process, and leave no trace of it."""
        for stop in (self._process.terminate, self._process.kill):
            stop()
            try:
                self._process.wait(END_S)
            except subprocess.TimeoutExpired:
                continue
            break
        self._words.close()


def _dial_socket(ssh: SystemSsh, host: Host, path: str) -> Line:
    """Let the shared session listen at a private socket for as long as it takes to connect."""
    if not _SOCKET_PATH.fullmatch(path):
        raise ConsoleError(
            "The machine's screen listens at a socket whose path ssh cannot use.",
            remedy="Let its graphics device listen at 127.0.0.1, then shut the machine down and "
            "start it.",
            trouble=ConsoleTrouble.PROTOCOL,
        )
    here = ssh.socket_folder(host) / secrets.token_hex(4)
    forward = f"{_escaped(str(here))}:{_escaped(path)}"
    ssh.tell_session(host, "forward", "-L", forward)
    made = socket.socket(socket.AF_UNIX)
    try:
        made.settimeout(CONNECT_S)
        made.connect(str(here))
    except OSError as error:
        made.close()
        raise ConsoleError(
            f"ssh did not lead to the machine's screen: {error.strerror or error}.",
            trouble=ConsoleTrouble.LOST,
        ) from error
    finally:
        # What is connected stays so; nobody else can connect any more.
        ssh.tell_session(host, "cancel", "-L", forward)
        here.unlink(missing_ok=True)
    return Line(socket=made, last_words=partial(_why_no_session, ssh, host))


def _why_no_session(ssh: SystemSsh, host: Host) -> str:
    """What carried the connection tells nothing when it breaks: see whether it is still there."""
    return "" if ssh.has_session(host) else f"ssh to '{host.name}' broke"


def _escaped(path: str) -> str:
    r"""As ssh reads it: ':' ends a path, '\' keeps it, and '%' begins a token."""
    escaped = path.replace("\\", "\\\\").replace(":", "\\:")
    return escaped.replace("%", "%%")


def _notice_death(made: socket.socket) -> None:
    """Let the system ask a silent other side whether it is still there."""
    made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 10), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3)):
        option = getattr(socket, name, None)
        if option is not None:
            made.setsockopt(socket.IPPROTO_TCP, option, value)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
