"""Lines to an agent."""

import base64

import msgspec

from infinibay_desktop.guest.framing import MAX_LINE_BYTES
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.model.guests import PROTOCOL, GuestRequest

# 32 KiB once it is text.
CHUNK_BYTES = 24 * 1024


def hello(period_s: float) -> bytes:
    """Ask who is there, and for metrics each `period_s` from now on."""
    return _line({"type": "Hello", "protocol": PROTOCOL, "period_s": period_s})


def settings(period_s: float) -> bytes:
    """Tell the period."""
    return _line({"type": "Settings", "period_s": period_s})


def cancel(request_id: str) -> bytes:
    """Nobody waits for this request any more."""
    return _line({"type": "Cancel", "id": request_id})


def command(request_id: str, request: GuestRequest) -> bytes:
    """Ask for one of the protocol's actions."""
    fields = {**request.parameters, "action": request.action}
    ask = {"type": "SafeCommand", "id": request_id, "command_type": fields, "params": None}
    return _line({**ask, "timeout": request.timeout_s})


def chunk(request_id: str, offset: int, data: bytes) -> bytes:
    """Give a part of a new agent."""
    text = base64.b64encode(data).decode()
    return _line({"type": "Chunk", "id": request_id, "offset": offset, "data": text})


def _line(fields: dict[str, object]) -> bytes:
    try:
        line = msgspec.json.encode(fields) + b"\n"
    except (TypeError, UnicodeEncodeError) as error:
        raise ValidationError(f"cannot be said to an agent: {error}", field="request") from error
    if len(line) > MAX_LINE_BYTES:
        raise ValidationError("too long for an agent", field="request")
    return line
