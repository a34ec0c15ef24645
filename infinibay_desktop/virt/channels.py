"""Guests' channels: bytes between their agents and this program, through libvirt's streams.

What was found with libvirt 9 in the lab, and shapes this module:

- Over a connection, libvirt keeps all that a guest writes in this process's memory until it is
  read: 100 MB a second. So events are never switched off; whatever comes is taken at once into
  a small store, and a guest that fills it loses its channel. That alone stops it from writing.
- A guest that does not read fills buffers: some 40 short messages, or 50 KB. What does not fit
  waits in libvirtd; with the fifth that waits it reads nothing more from the whole connection,
  and half a minute later it is given up. So a channel takes only so much until its guest is
  heard again. One that chatters and does not read is found by asking the host something after
  each message: no answer means that this one was too much.
- `recv` of a stream that does not block never waits, whatever the host does. `send` waits where
  the host reads nothing, and `abort` for the host's answer, which comes after what waits for
  the guest: both run on workers, and `abort` has a time to end. Whoever opens the channel with
  force, over another connection, frees all that hang.
- A connection that ends tells its streams nothing; one whose machine ended, or that another
  program took by force, becomes readable, and reading fails or ends.
- A guest's reboot ends nothing: the next agent finds the channel open.
"""

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable
from functools import partial

import libvirt

from infinibay_desktop.model.errors import (
    ConflictError,
    GuestUnavailableError,
    HostUnreachableError,
    InfinibayError,
)
from infinibay_desktop.model.guests import AGENT_CHANNEL
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.runtime.deadline import run_within
from infinibay_desktop.virt.errors import to_error, translated, words_of
from infinibay_desktop.virt.hypervisor import redefine
from infinibay_desktop.virt.opening import close_quietly, is_alive
from infinibay_desktop.virt.pool import ConnectionPool
from infinibay_desktop.virt.xml.channels import (
    CHANNEL_XML,
    edit_agent_channel,
    has_agent_channel,
)

logger = logging.getLogger(__name__)
# What a guest wrote and nobody read yet, at most.
MAX_KEPT_BYTES = 256 * 1024
# What is written to a guest that is not heard, at most; each message costs more than its bytes.
MAX_UNHEARD_BYTES, MESSAGE_BYTES = 40 * 1024, 1024
# From here on the host is asked whether it still answers, and how long it has.
ASK_FROM_BYTES, ANSWER_S = 16 * 1024, 3.0
CHUNK_BYTES = 64 * 1024
_NOTHING_YET = -2
_WATCHED = (
    libvirt.VIR_STREAM_EVENT_READABLE
    | libvirt.VIR_STREAM_EVENT_ERROR
    | libvirt.VIR_STREAM_EVENT_HANGUP
)
# Runs work on a worker of the host's own.
Aside = Callable[[Callable[[], None]], object]


class LibvirtChannel:
    """One guest's open channel. libvirt's event thread fills it, its owner empties it."""

    def __init__(
        self,
        stream: libvirt.virStream,
        wake: Callable[[], None],
        aside: Aside,
        *,
        forget: Callable[["LibvirtChannel"], None],
        ask_host: Callable[[], object],
        end_by_force: Callable[[], None],
    ) -> None:
        self._stream: libvirt.virStream | None = stream
        self._wake = wake
        self._aside = aside
        self._forget = forget
        self._ask_host = ask_host
        self._end_by_force = end_by_force
        self._lock = threading.Lock()
        self._kept: deque[bytes] = deque()
        self._kept_bytes = 0
        self._out = bytearray()
        self._unheard_bytes = 0
        self._told_bytes = 0
        self._sending = False
        self._armed = False
        self._ended = False

    def start(self) -> None:
        """Begin to take what the guest writes."""
        if self._stream:
            self._stream.eventAddCallback(_WATCHED, self._on_event, None)

    def read(self, limit: int) -> bytes | None:
        """What has come, at most `limit` bytes; None: nothing yet; b"": it has ended."""
        parts: list[bytes] = []
        left = limit
        with self._lock:
            while self._kept and left > 0:
                part = self._kept.popleft()
                if len(part) > left:
                    self._kept.appendleft(part[left:])
                    part = part[:left]
                parts.append(part)
                left -= len(part)
            self._kept_bytes -= limit - left
            if not parts:
                return b"" if self._ended else None
        return b"".join(parts)

    def write(self, data: bytes) -> int:
        """Take as many of these bytes as fit now. Raises OSError once it has ended."""
        with self._lock:
            if self._ended:
                raise BrokenPipeError("the channel has ended")
            room = MAX_UNHEARD_BYTES - self._unheard_bytes - MESSAGE_BYTES
            taken = data[: max(0, room)]
            if not taken:
                return 0
            self._out += taken
            self._unheard_bytes += len(taken) + MESSAGE_BYTES
            begins, self._sending = not self._sending, True
        if begins:
            self._aside(self._send)
        return len(taken)

    def arm(self) -> None:
        """Have the opener's `wake` called once, as soon as there is something to read."""
        with self._lock:
            ready = bool(self._kept) or self._ended
            self._armed = not ready
        if ready:
            self._wake()

    def close(self) -> None:
        """End it; any thread, more than once."""
        with self._lock:
            self._armed = False
            self._end()
            self._kept.clear()
            self._kept_bytes = 0
        self._aside(self.hang_up)

    def lose(self) -> None:
        """Its connection ended: nothing comes any more."""
        with self._lock:
            self._end()
            wakes, self._armed = self._armed, False
        if wakes:
            self._wake()

    def hang_up(self, *, by_force: bool = True) -> None:
        """Give the stream back. On a worker: it waits for the host.

        With `by_force`, one that the host does not take back is ended over another connection.
        """
        with self._lock:
            self._end()
            stream, self._stream = self._stream, None
        if stream is None:
            return
        # Never inside a callback, and the callback goes first.
        with contextlib.suppress(libvirt.libvirtError):
            stream.eventRemoveCallback()
        if not _within(stream.abort) and by_force:
            self._end_by_force()
        self._forget(self)

    # On libvirt's event thread: takes one portion, and leaves.

    def _on_event(self, stream: libvirt.virStream, _events: int, _opaque: None) -> None:
        data = _received(stream)
        if data is None:
            return
        with self._lock:
            was_over = self._ended
            self._take(data)
            over = self._ended
            wakes, self._armed = self._armed, False
        if over:
            # Nobody reads any more, and an event that stays true comes again at once.
            with contextlib.suppress(libvirt.libvirtError):
                stream.eventUpdateCallback(0)
            if not was_over:
                self._aside(self.hang_up)
        if wakes:
            self._wake()

    # Under the lock.

    def _take(self, data: bytes) -> None:
        if not data:
            self._end()
        elif not self._ended:
            self._kept.append(data)
            self._kept_bytes += len(data)
            self._unheard_bytes = 0
            if self._kept_bytes > MAX_KEPT_BYTES:
                self._end()

    def _end(self) -> None:
        self._ended = True
        self._out.clear()

    # On a worker.

    def _send(self) -> None:
        while True:
            with self._lock:
                portion, stream = bytes(self._out[:CHUNK_BYTES]), self._stream
                if not portion or stream is None:
                    self._sending = False
                    return
                del self._out[: len(portion)]
            self._told_bytes += len(portion) + MESSAGE_BYTES
            if not self._send_one(stream, portion):
                self.lose()
                self.hang_up()

    def _send_one(self, stream: libvirt.virStream, portion: bytes) -> bool:
        """Whether the channel is still good."""
        try:
            stream.send(portion)
        except libvirt.libvirtError:
            return False
        if self._told_bytes < ASK_FROM_BYTES or _within(self._ask_host):
            return True
        self._end_by_force()
        return False


class LibvirtChannels:
    """Channels of one host's guests, over a connection of their own that opens with the first."""

    def __init__(
        self,
        open_connection: Callable[[], libvirt.virConnect],
        pool: ConnectionPool,
        aside: Aside,
        *,
        possible: bool = True,
    ) -> None:
        self.possible = possible
        self._open_connection = open_connection
        self._pool = pool
        self._aside = aside
        self._opening = threading.Lock()
        self._lock = threading.Lock()
        self._connection: libvirt.virConnect | None = None
        self._channels: set[LibvirtChannel] = set()
        self._closed = False

    def open(
        self, machine_id: MachineId, wake: Callable[[], None], *, force: bool = False
    ) -> LibvirtChannel:
        """Open a running machine's channel; with `force` whoever has it loses it. On a worker.

        `wake` may be called on libvirt's event thread and must be quick. Raises
        GuestUnavailableError where the machine has no channel, ConflictError where another
        program has it open.
        """
        flags = libvirt.VIR_DOMAIN_CHANNEL_FORCE if force else 0
        connection = self._live()
        with translated("open the agent's channel"):
            domain = connection.lookupByUUIDString(str(machine_id))
            stream = connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
            try:
                domain.openChannel(AGENT_CHANNEL, stream, flags)
            except libvirt.libvirtError as error:
                raise _why_not(domain, error) from error
            channel = LibvirtChannel(
                stream,
                wake,
                self._aside,
                forget=self._forget,
                ask_host=connection.getLibVersion,
                end_by_force=partial(self._end_by_force, machine_id),
            )
            with self._lock:
                self._channels.add(channel)
                closed = self._closed or connection is not self._connection
            channel.start()
        if closed:
            channel.lose()
            channel.hang_up()
        return channel

    def add_channel(self, machine_id: MachineId) -> bool:
        """Give a machine the channel; whether a running one has it without a restart."""
        with self._pool.lease() as connection, translated("add the agent's channel"):
            domain = connection.lookupByUUIDString(str(machine_id))
            if domain.isPersistent():
                redefine(domain, edit_agent_channel)
            if not domain.isActive() or has_agent_channel(domain.XMLDesc(0)):
                return True
            return _attach(domain)

    def close(self) -> None:
        """End all channels, and the connection."""
        with self._lock:
            self._closed = True
            channels, connection = list(self._channels), self._connection
            self._connection = None
        for channel in channels:
            channel.lose()
        for channel in channels:
            # The end of the connection ends them all; the pool may have ended before.
            channel.hang_up(by_force=False)
        if connection:
            # A libvirtd that hangs never answers the first of these: seen with libvirt 9.
            _within(partial(_end, connection))

    def _live(self) -> libvirt.virConnect:
        """The connection; a new one where there is none that stands, and the host is wanted."""
        with self._opening:
            with self._lock:
                connection = self._connection
                self._check_open()
            if connection is not None and is_alive(connection):
                return connection
            if connection is not None:
                close_quietly(connection)
            connection = self._open_connection()
            with contextlib.suppress(libvirt.libvirtError):  # a driver in this process has none
                connection.registerCloseCallback(self._on_close, None)
            try:
                with self._lock:
                    self._check_open()
                    self._connection = connection
            except HostUnreachableError:
                close_quietly(connection)
                raise
            return connection

    def _check_open(self) -> None:
        if self._closed:
            raise HostUnreachableError("The connection to the host was closed.")

    def _end_by_force(self, machine_id: MachineId) -> None:
        """End whatever stream is open to a guest that holds up all others. On a worker."""
        logger.warning("guest %s does not read what it is told: it is cut off", machine_id)
        try:
            with self._pool.lease() as connection:
                domain = connection.lookupByUUIDString(str(machine_id))
                stream = connection.newStream(libvirt.VIR_STREAM_NONBLOCK)
                domain.openChannel(AGENT_CHANNEL, stream, libvirt.VIR_DOMAIN_CHANNEL_FORCE)
                stream.abort()
        except (libvirt.libvirtError, HostUnreachableError) as error:
            # The host hangs: its connections are given up soon, and all streams with them.
            logger.info("guest %s is not cut off: %s", machine_id, error)

    def _forget(self, channel: LibvirtChannel) -> None:
        with self._lock:
            self._channels.discard(channel)

    # On libvirt's event thread.

    def _on_close(self, _connection: libvirt.virConnect, _reason: int, _opaque: None) -> None:
        # All of them are of this connection: another one opens only when this one is dead.
        with self._lock:
            channels = list(self._channels)
        for channel in channels:
            channel.lose()


def _end(connection: libvirt.virConnect) -> None:
    with contextlib.suppress(libvirt.libvirtError):
        connection.unregisterCloseCallback()
    close_quietly(connection)


def _within(call: Callable[[], object]) -> bool:
    """Whether a call to the host ends in time; that it fails is an end too."""
    with contextlib.suppress(libvirt.libvirtError):
        try:
            run_within(ANSWER_S, call, discard=lambda _answer: None)
        except TimeoutError:
            return False
    return True


def _received(stream: libvirt.virStream) -> bytes | None:
    """The next portion; None: nothing yet; b"": no more will come."""
    try:
        data = stream.recv(CHUNK_BYTES)
    except libvirt.libvirtError:
        return b""
    return None if data == _NOTHING_YET else bytes(data)


def _why_not(domain: libvirt.virDomain, error: libvirt.libvirtError) -> InfinibayError:
    """Why a channel did not open. libvirt may speak another language: the definition tells."""
    if error.get_error_code() == libvirt.VIR_ERR_OPERATION_FAILED:
        return ConflictError("Another program has the machine's agent channel open.")
    if domain.isActive() and not has_agent_channel(domain.XMLDesc(0)):
        return GuestUnavailableError(
            "The machine has no channel to an agent.",
            remedy="Add the channel: infinibay agent add-channel MACHINE.",
            reason="no-channel",
        )
    return to_error("open the agent's channel", error)


def _attach(domain: libvirt.virDomain) -> bool:
    """Plug the channel in; a machine without a controller for it cannot be given one so."""
    try:
        domain.attachDeviceFlags(CHANNEL_XML, libvirt.VIR_DOMAIN_AFFECT_LIVE)
    except libvirt.libvirtError as error:
        logger.info("the agent's channel comes with the next start: %s", words_of(error))
        return False
    return True
