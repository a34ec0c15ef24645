"""How much a server may send: checked before anything is allocated."""

from infinibay_desktop.model.consoles import ConsoleTrouble
from infinibay_desktop.model.errors import ConsoleError

MOST_SIDE = 16384
MOST_FRAME_BYTES = 256 * 1024 * 1024
MOST_CURSOR_SIDE = 256
MOST_TEXT_BYTES = 1024 * 1024
MOST_NAME_BYTES = 1024
MOST_REASON_BYTES = 4096
MOST_SCREENS = 64
MOST_SECURITY_SUBTYPES = 64
# A rectangle that is unpacked as a whole. Servers keep theirs far below, at 65,536 points.
MOST_PACKED_POINTS = 4 * 1024 * 1024


def garbage(what: str) -> ConsoleError:
    """What to raise for a server that sends `what` makes no sense."""
    return ConsoleError(
        f"The screen's server sent something that makes no sense: {what}.",
        trouble=ConsoleTrouble.PROTOCOL,
    )


def check_size(width: int, height: int) -> None:
    """Refuse a screen that is nothing, or more than a screen."""
    if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE):
        raise garbage(f"a screen of {width} by {height} points")
    if width * height * 4 > MOST_FRAME_BYTES:
        raise garbage(f"a screen of {width} by {height} points, which is too large")


def told(text: bytes, most: int) -> str:
    """Foreign text on one line, without what is not printable."""
    words = text[:most].decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
