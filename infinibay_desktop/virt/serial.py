"""A machine's serial console as a stream of bytes."""

import contextlib
import threading
from collections.abc import Callable

import libvirt

from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.virt.errors import translated
from infinibay_desktop.virt.pool import ConnectionPool

CHUNK_BYTES = 16 * 1024
_NOTHING_YET = -2
POLL_S = 0.05


class LibvirtSerial:
    """Serial consoles of one host. Runs on workers, one for as long as a console is open."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def follow(
        self,
        machine_id: MachineId,
        receive: Callable[[bytes], None],
        *,
        typed: Callable[[], bytes],
        stop: threading.Event,
        force: bool = False,
    ) -> None:
        """Hand over what the guest writes, and send what is `typed`, until `stop` or its end.

        `typed` must not block. With `force`, another program's session is taken over.
        """
        flags = libvirt.VIR_DOMAIN_CONSOLE_FORCE if force else 0
        with self._pool.lease() as connection, translated("open the serial console"):
            domain = connection.lookupByUUIDString(str(machine_id))
            stream = connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
            domain.openConsole(None, stream, flags)
            try:
                _pump(stream, receive, typed, stop)
            finally:
                with contextlib.suppress(libvirt.libvirtError):
                    stream.abort()


def _pump(
    stream: libvirt.virStream,
    receive: Callable[[bytes], None],
    typed: Callable[[], bytes],
    stop: threading.Event,
) -> None:
    waiting = b""
    while not stop.is_set():
        waiting += typed()
        if waiting:
            sent = stream.send(waiting)
            waiting = waiting[max(0, sent) :]
        chunk = stream.recv(CHUNK_BYTES)
        if chunk == _NOTHING_YET:
            stop.wait(POLL_S)
        elif not chunk:
            return
        else:
            receive(chunk)
