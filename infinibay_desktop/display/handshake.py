"""The beginning of an RFB connection: version, sign-in, the screen's size."""

import re
import struct
from dataclasses import dataclass

from infinibay_desktop.display import security
from infinibay_desktop.display.limits import MOST_NAME_BYTES, garbage, told
from infinibay_desktop.display.security import SecureWire
from infinibay_desktop.model.consoles import ConsoleTrouble
from infinibay_desktop.model.errors import ConsoleError

_VERSION = re.compile(rb"RFB (\d{3})\.(\d{3})\n")
_U32 = struct.Struct("!I")
_INIT = struct.Struct("!HH16sI")
_SHARED = b"\1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """What a server says of its screen at first."""

    width: int
    height: int
    name: str


def shake_hands(wire: SecureWire) -> Greeting:
    """Come from the first byte to a screen. Raises ConsoleError."""
    minor = _agree_on_version(wire)
    kind = _agree_on_security(wire, minor)
    # Before 3.8 a server says nothing more to those who need not sign in.
    if security.sign_in(wire, kind) or minor >= 8:
        _check_result(wire, minor)
    wire.send(_SHARED)
    width, height, _format, length = wire.reader.unpack(_INIT)
    name = bytes(wire.reader.take(min(length, MOST_NAME_BYTES)))
    wire.reader.skip(max(0, length - MOST_NAME_BYTES))
    return Greeting(width=width, height=height, name=told(name, MOST_NAME_BYTES))


def _agree_on_version(wire: SecureWire) -> int:
    found = _VERSION.fullmatch(bytes(wire.reader.take(12)))
    if not found or int(found[1]) < 3:
        raise ConsoleError(
            "What answers there is not a VNC server.", trouble=ConsoleTrouble.PROTOCOL
        )
    offered = int(found[2]) if int(found[1]) == 3 else 8
    minor = 8 if offered >= 8 else 7 if offered == 7 else 3
    wire.send(b"RFB 003.%03d\n" % minor)
    return minor


def _agree_on_security(wire: SecureWire, minor: int) -> int:
    if minor == 3:
        (kind,) = wire.reader.unpack(_U32)
        if kind == security.FAILED:
            raise _refused(wire)
        return security.choose([kind], wire.wish)
    count = wire.reader.byte()
    if not count:
        raise _refused(wire)
    kind = security.choose(list(wire.reader.take(count)), wire.wish)
    wire.send(bytes([kind]))
    return kind


def _refused(wire: SecureWire) -> ConsoleError:
    reason = security.refusal(wire, "it gives no reason")
    return ConsoleError(
        f"The screen's server does not let anybody in: {reason}.", trouble=ConsoleTrouble.REFUSED
    )


def _check_result(wire: SecureWire, minor: int) -> None:
    (result,) = wire.reader.unpack(_U32)
    if result == 0:
        return
    if result > 2:
        raise garbage(f"the answer {result} to the sign-in")
    reason = security.refusal(wire, "no reason") if minor >= 8 else "no reason"
    raise ConsoleError(
        f"The screen of '{wire.wish.name}' did not accept the sign-in: {reason}.",
        remedy="Give the password that its graphics device was set up with.",
        trouble=ConsoleTrouble.PASSWORD,
    )
