"""The one place where connections to libvirt are opened."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

import libvirt

from infinibay_desktop.model.errors import HostUnreachableError
from infinibay_desktop.model.hosts import Stage
from infinibay_desktop.model.problems import Problem
from infinibay_desktop.runtime.deadline import run_within
from infinibay_desktop.virt.errors import to_connect_error

OPEN_TIMEOUT_S = 20.0
# A host that says nothing for 20 s is lost: five seconds between questions, three unanswered.
KEEP_ALIVE_S, KEEP_ALIVE_COUNT = 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Name and password where libvirt itself asks for them (SASL over TLS)."""

    user: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """Opens connections to one host. `where` is the host's name for messages."""

    uri: str
    where: str
    login: Callable[[], Login | None]

    def open(self) -> libvirt.virConnect:
        """A live connection with keep-alive on. Raises HostUnreachableError within 20 s."""
        try:
            return run_within(OPEN_TIMEOUT_S, self._open, discard=_close_late)
        except TimeoutError as error:
            raise HostUnreachableError(
                f"Could not connect to {self.where}: libvirt there gave no answer within "
                f"{OPEN_TIMEOUT_S:g} s.",
                stage=Stage.SOCKET,
                problem=Problem.NO_ANSWER,
            ) from error

    def _open(self) -> libvirt.virConnect:
        wanted = [libvirt.VIR_CRED_AUTHNAME, libvirt.VIR_CRED_PASSPHRASE]
        try:
            connection = libvirt.openAuth(self.uri, [wanted, self._answer, None], 0)
        except libvirt.libvirtError as error:
            raise to_connect_error(self.where, error) from error
        with contextlib.suppress(libvirt.libvirtError):  # a driver in this process has none
            connection.setKeepAlive(KEEP_ALIVE_S, KEEP_ALIVE_COUNT)
        return connection

    def _answer(self, questions: list[list[object]], _opaque: None) -> int:
        login = self.login()
        if login is None:
            return -1
        for question in questions:
            is_name = question[0] == libvirt.VIR_CRED_AUTHNAME
            question[4] = login.user if is_name else login.password
        return 0


def _close_late(connection: libvirt.virConnect) -> None:
    close_quietly(connection)


def is_alive(connection: libvirt.virConnect) -> bool:
    """Whether a connection still stands; one that cannot even be asked does not."""
    try:
        return bool(connection.isAlive())
    except libvirt.libvirtError:
        return False


def close_quietly(connection: libvirt.virConnect) -> None:
    """Close a connection that may be broken already."""
    with contextlib.suppress(libvirt.libvirtError):
        connection.close()
