"""How libvirt is asked to speak with QEMU's agent in a guest, and what its failures mean."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager

import libvirt

from infinibay_desktop.model.cleaning import clean
from infinibay_desktop.model.errors import (
    GuestRefusedError,
    GuestTimeoutError,
    GuestUnavailableError,
    InfinibayError,
)
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.errors import to_error, words_of
from infinibay_desktop.virt.pool import ConnectionPool

# A guest that hangs must not hold a worker and a connection for ever.
RESPONSE_S = 20
_SILENT = frozenset(
    {
        libvirt.VIR_ERR_AGENT_UNRESPONSIVE,
        libvirt.VIR_ERR_AGENT_UNSYNCED,
        libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED,
        libvirt.VIR_ERR_CONFIG_UNSUPPORTED,
        libvirt.VIR_ERR_NO_SUPPORT,
    }
)
_LATE = frozenset({getattr(libvirt, "VIR_ERR_AGENT_COMMAND_TIMEOUT", -1)})


@contextmanager
def agent_of(
    pool: ConnectionPool, machine_id: MachineId, operation: str
) -> Iterator[libvirt.virDomain]:
    """A machine whose agent is asked; what fails says that it was the guest."""
    with pool.lease() as connection:
        try:
            domain = connection.lookupByUUIDString(str(machine_id))
            _set_patience(domain)
            yield domain
        except libvirt.libvirtError as error:
            raise guest_error(operation, error) from error


def guest_error(operation: str, error: libvirt.libvirtError) -> InfinibayError:
    """Our error for libvirt's, where an agent in a guest was asked."""
    code, words = error.get_error_code(), clean(words_of(error), 500)
    if code in _SILENT:
        return GuestUnavailableError(
            f"Could not {operation}: {words}",
            remedy="Install the QEMU guest agent in the machine, and start it.",
            reason="waiting",
        )
    if code in _LATE:
        return GuestTimeoutError(f"Could not {operation}: {words}")
    if code == libvirt.VIR_ERR_INTERNAL_ERROR and "agent" in words:
        return GuestRefusedError(f"Could not {operation}: {words}")
    return to_error(operation, error)


def _set_patience(domain: libvirt.virDomain) -> None:
    """Bound how long libvirt waits for this guest; libvirt's own default is for ever."""
    with contextlib.suppress(libvirt.libvirtError):  # too old for it
        domain.agentSetResponseTimeout(RESPONSE_S, 0)
