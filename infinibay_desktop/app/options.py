"""What the window is told on the command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from infinibay_desktop import __version__

COMMANDS = frozenset(
    {"overview", "host", "machine", "storage", "blueprint", "task", "events", "doctor"}
    | {"activity", "department", "password", "permissions", "report", "timer"}
    | {"sign-in", "sign-out", "user", "whoami", "guest", "agent"}
)
# Options of the window that take a value in the next word.
_WITH_VALUE = (
    "--connect",
    "--host",
    "--database",
    "--platform",
    "--screenshot",
    "--page",
    "--size",
    "--show-machine",
    "--show-console",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """How to start the window, or what to show in the one that runs."""

    connect: str = ""
    host: str = ""
    database: str = ""
    show_machine: str = ""
    show_console: str = ""
    page: str = ""
    demo: bool = False
    platform: str = ""
    screenshot: str = ""
    size: tuple[int, int] | None = None


def is_for_terminal(arguments: Sequence[str]) -> bool:
    """Whether a command of the command line is given, or a question only it answers."""
    skip = False
    for word in arguments:
        if skip:
            skip = False
        elif word in COMMANDS:
            return True
        else:
            skip = word in _WITH_VALUE
    return False


def parse_window_options(arguments: Sequence[str]) -> WindowOptions:
    """Read the options; ends the program with a sentence where they make no sense."""
    if not arguments:
        return WindowOptions()
    parser = argparse.ArgumentParser(
        prog="infinibay-desktop",
        description="Looks after virtual machines on libvirt hosts. Without a command the window "
        "opens; 'infinibay --help' shows the commands.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--connect", metavar="URI", default="", help="add this host and connect")
    parser.add_argument(
        "--host", metavar="NAME", default="", help="connect to this stored host only"
    )
    parser.add_argument(
        "--database", metavar="URL", default="", help="a SQLite file, or postgresql://…"
    )
    parser.add_argument(
        "--show-machine", metavar="NAME", default="", help="show this machine's details"
    )
    parser.add_argument(
        "--show-console", metavar="NAME", default="", help="show this machine's console"
    )
    parser.add_argument("--page", metavar="NAME", default="", help="begin with this screen")
    parser.add_argument(
        "--demo", action="store_true", help="libvirt's demonstration: nothing is real"
    )
    parser.add_argument(
        "--platform", metavar="NAME", default="", help="Qt's platform, such as offscreen"
    )
    parser.add_argument(
        "--screenshot", metavar="FILE", default="", help="save a picture of the window and end"
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        type=_size,
        default=None,
        help="the window's size, such as 1280x800",
    )
    return WindowOptions(**vars(parser.parse_args(arguments)))


def _size(text: str) -> tuple[int, int]:
    width, separator, height = text.partition("x")
    if not (separator and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"'{text[:40]}' is not a size such as 1280x800")
    size = int(width), int(height)
    if not all(200 <= side <= 8000 for side in size):
        raise argparse.ArgumentTypeError("a side has 200 to 8000 pixels")
    return size
