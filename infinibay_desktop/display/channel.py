"""A socket as one thread reads it and another writes it, in the clear or encrypted."""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from infinibay_desktop.model.consoles import ConsoleTrouble, TlsTrust
from infinibay_desktop.model.errors import ConsoleError

_CHUNK_BYTES = 64 * 1024


class Channel:
    """The socket itself. While `deadline` is set, receiving gives up at that time."""

    def __init__(self, plain: socket.socket) -> None:
        self._socket = plain
        self._deadline: float | None = None
        plain.settimeout(None)

    def give_up_after(self, seconds: float | None) -> None:
        """Raise TimeoutError once so much time has passed from now; None waits for ever."""
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self._socket.settimeout(seconds)

    def receive_into(self, target: memoryview) -> int:
        """Fill a part of `target`; 0 is the end."""
        if self._deadline is not None:
            self._socket.settimeout(max(0.001, self._deadline - time.monotonic()))
        return self._socket.recv_into(target)

    def send(self, data: bytes) -> None:
        """Send all of it; may wait."""
        self._socket.sendall(data)


class TlsChannel:
    """An encrypted stream over a channel.

    OpenSSL's objects do not bear two threads at once, so that both work on memory under a
    lock and meet the network outside of it. Once `poke` is set, all that is to be sent is
    sent by the writer: the reader calls `poke` for what TLS itself has to say.
    """

    def __init__(self, plain: Channel, context: ssl.SSLContext, server_name: str) -> None:
        self._plain = plain
        self._lock = threading.Lock()
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_name)
        self._chunk = memoryview(bytearray(_CHUNK_BYTES))
        self.poke: Callable[[], None] = self._flush

    def shake_hands(self) -> None:
        """Agree on keys; the server's certificate is verified in here."""
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                self._flush()
                if not self._feed():
                    raise ssl.SSLEOFError("the server ended the handshake") from None
            else:
                self._flush()
                return

    def receive_into(self, target: memoryview) -> int:
        """Fill a part of `target`; 0 is the end."""
        while True:
            try:
                with self._lock:
                    # With a buffer to fill, the typeshed is wrong: it returns how much.
                    return cast("int", self._tls.read(len(target), target))
            except ssl.SSLZeroReturnError:
                return 0
            except ssl.SSLWantReadError:
                if self._outgoing.pending:
                    self.poke()
                if not self._feed():
                    return 0

    def send(self, data: bytes) -> None:
        """Send all of it, and what TLS itself has to say; may wait."""
        with self._lock:
            if data:
                self._tls.write(data)
            encrypted = self._outgoing.read()
        self._plain.send(encrypted)

    def _flush(self) -> None:
        self.send(b"")

    def _feed(self) -> int:
        count = self._plain.receive_into(self._chunk)
        with self._lock:
            if count:
                self._incoming.write(self._chunk[:count])
            else:
                self._incoming.write_eof()
        return count


def verifying_context(trust: TlsTrust) -> ssl.SSLContext:
    """Trust this authority and nobody else, and check the server's name."""
    if not Path(trust.ca_file).is_file():
        raise ConsoleError(
            f"The screen is encrypted, and there is no certificate authority at {trust.ca_file} "
            "to check it by.",
            remedy=f"Copy the host's CA certificate (cacert.pem) to {trust.ca_file}.",
            trouble=ConsoleTrouble.ENCRYPTION,
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # Python 3.13 sets this, and it refuses the plain authorities that libvirt's guide makes.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    try:
        context.load_verify_locations(trust.ca_file)
        if trust.certificate_file and trust.key_file:
            context.load_cert_chain(trust.certificate_file, trust.key_file)
    except OSError as error:  # ssl's own errors among them
        raise ConsoleError(
            f"The certificates for the screen cannot be used: {error.strerror or error}.",
            trouble=ConsoleTrouble.ENCRYPTION,
        ) from error
    return context


def encrypt(plain: Channel, trust: TlsTrust | None) -> TlsChannel:
    """Encrypt a channel. Raises ConsoleError where the other side is not who it must be."""
    if trust is None:
        raise ConsoleError(
            "The screen is encrypted, and nothing says whom to trust.",
            trouble=ConsoleTrouble.ENCRYPTION,
        )
    channel = TlsChannel(plain, verifying_context(trust), trust.server_name)
    try:
        channel.shake_hands()
    except ssl.SSLCertVerificationError as error:
        raise ConsoleError(
            f"The screen's server is not proven to be '{trust.server_name}': "
            f"{error.verify_message}.",
            remedy=f"Check the certificate of the host's VNC server against {trust.ca_file}.",
            trouble=ConsoleTrouble.ENCRYPTION,
        ) from error
    except ssl.SSLError as error:
        raise ConsoleError(
            f"The screen's connection could not be encrypted: {error.reason or error}.",
            trouble=ConsoleTrouble.ENCRYPTION,
        ) from error
    return channel
