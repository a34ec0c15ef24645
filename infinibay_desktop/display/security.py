"""Signing in to an RFB server: none, a password, or either inside of TLS."""

import struct
from collections.abc import Sequence
from typing import Protocol

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, modes

from infinibay_desktop.display.limits import (
    MOST_REASON_BYTES,
    MOST_SECURITY_SUBTYPES,
    garbage,
    told,
)
from infinibay_desktop.display.reader import Reader
from infinibay_desktop.model.consoles import ConsoleTrouble, ScreenWish
from infinibay_desktop.model.errors import ConsoleError

FAILED, NONE, PASSWORD, VENCRYPT = 0, 1, 2, 19
X509_NONE, X509_PASSWORD, X509_PLAIN = 260, 261, 262
_VENCRYPT_VERSION = b"\0\2"
_U32 = struct.Struct("!I")
_LOGIN = struct.Struct("!II")
_MOST_REASON_SHOWN = 300


class SecureWire(Protocol):
    """What signing in needs of a connection."""

    reader: Reader
    wish: ScreenWish

    def send(self, data: bytes) -> None: ...
    def encrypt(self) -> None: ...


def choose(offered: Sequence[int], wish: ScreenWish) -> int:
    """The way to sign in that both sides know. Raises ConsoleError if there is none."""
    wanted = [VENCRYPT] if wish.only_encrypted else [NONE, PASSWORD, VENCRYPT]
    for kind in wanted:
        if kind in offered:
            return kind
    if wish.only_encrypted and (NONE in offered or PASSWORD in offered):
        raise ConsoleError(
            f"The screen of '{wish.name}' would cross the network without encryption.",
            remedy="Set vnc_tls = 1 in the host's qemu.conf, or connect to the host by qemu+ssh.",
            trouble=ConsoleTrouble.ENCRYPTION,
        )
    listed = ", ".join(str(kind) for kind in offered[:16])
    raise ConsoleError(
        f"The screen of '{wish.name}' wants to be signed in to in a way that is not supported "
        f"(RFB security types {listed}).",
        trouble=ConsoleTrouble.REFUSED,
    )


def sign_in(wire: SecureWire, kind: int) -> bool:
    """Do what the chosen way asks; whether the server then says how it went in any version."""
    if kind == VENCRYPT:
        _vencrypt(wire)
        return True
    if kind == PASSWORD:
        _answer_challenge(wire)
        return True
    return False


def refusal(wire: SecureWire, otherwise: str) -> str:
    """The server's reason for a refusal, in its words as far as they can be shown."""
    (length,) = wire.reader.unpack(_U32)
    text = bytes(wire.reader.take(min(length, MOST_REASON_BYTES)))
    return told(text, MOST_REASON_BYTES)[:_MOST_REASON_SHOWN] or otherwise


def _answer_challenge(wire: SecureWire) -> None:
    if not wire.wish.password:
        raise ConsoleError(
            f"The screen of '{wire.wish.name}' asks for a password, and none is known.",
            remedy="Give the password that its graphics device was set up with.",
            trouble=ConsoleTrouble.PASSWORD,
        )
    wire.send(answer(wire.wish.password, bytes(wire.reader.take(16))))


def answer(password: str, challenge: bytes) -> bytes:
    """RFB's answer: the challenge encrypted by DES, with each byte of the key mirrored."""
    key = password.encode("latin-1", "replace")[:8].ljust(8, b"\0")
    mirrored = bytes(int(f"{byte:08b}"[::-1], 2) for byte in key)
    # The protocol wants plain DES, which is triple DES with one key three times.
    encryptor = Cipher(TripleDES(mirrored * 3), modes.ECB()).encryptor()  # noqa: S305
    return encryptor.update(challenge) + encryptor.finalize()


def _vencrypt(wire: SecureWire) -> None:
    wire.reader.take(2)  # the server's newest version; ours is the one that everybody has
    wire.send(_VENCRYPT_VERSION)
    if wire.reader.byte():
        raise ConsoleError(
            "The screen's server has another version of VeNCrypt.",
            trouble=ConsoleTrouble.REFUSED,
        )
    kind = _choose_subtype(wire)
    wire.send(_U32.pack(kind))
    if wire.reader.byte() != 1:
        raise ConsoleError(
            "The screen's server took back its offer to encrypt.", trouble=ConsoleTrouble.REFUSED
        )
    wire.encrypt()
    if kind == X509_PASSWORD:
        _answer_challenge(wire)
    elif kind == X509_PLAIN:
        _send_login(wire)


def _choose_subtype(wire: SecureWire) -> int:
    count = wire.reader.byte()
    if count > MOST_SECURITY_SUBTYPES:
        raise garbage(f"{count} ways of encryption")
    offered = [wire.reader.unpack(_U32)[0] for _ in range(count)]
    wish = wire.wish
    usable = [X509_NONE, X509_PASSWORD, *([X509_PLAIN] if wish.user and wish.password else [])]
    for kind in usable:
        if kind in offered:
            return kind
    raise ConsoleError(
        f"The screen of '{wish.name}' offers encryption without a certificate only, or asks for "
        "a sign-in that is not supported.",
        remedy="Set vnc_tls_x509_cert_dir in the host's qemu.conf, or connect to the host by "
        "qemu+ssh.",
        trouble=ConsoleTrouble.ENCRYPTION,
    )


def _send_login(wire: SecureWire) -> None:
    user, password = wire.wish.user.encode(), wire.wish.password.encode()
    wire.send(_LOGIN.pack(len(user), len(password)) + user + password)
