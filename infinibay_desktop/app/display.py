"""Says in a sentence why no window can open here, before Qt would end the process."""

import ctypes
import os
import socket
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from infinibay_desktop.model.problems import Family
from infinibay_desktop.runtime.deadline import run_within

TIMEOUT_S = 2.0
_TRIES = 5
_PAUSE_S = 0.1
_X_PORT = 6000
_PLATFORM_OPTIONS = ("-platform", "--platform")
_WITHOUT = (
    "The command line works without one: infinibay --help. "
    "A picture of the window: infinibay-desktop --platform offscreen --screenshot FILE."
)
# What Qt's X11 plugin loads and desktops do not always bring, with the packages that have it.
_DEBIAN, _FEDORA, _ARCH, _SUSE = Family.DEBIAN, Family.FEDORA, Family.ARCH, Family.SUSE
_LIBRARIES: Mapping[str, Mapping[Family, str]] = {
    "libxcb.so.1": {
        _DEBIAN: "libxcb1",
        _FEDORA: "libxcb",
        _ARCH: "libxcb",
        _SUSE: "libxcb1",
    },
    "libxcb-cursor.so.0": {
        _DEBIAN: "libxcb-cursor0",
        _FEDORA: "xcb-util-cursor",
        _ARCH: "xcb-util-cursor",
        _SUSE: "libxcb-cursor0",
    },
    "libxcb-icccm.so.4": {
        _DEBIAN: "libxcb-icccm4",
        _FEDORA: "xcb-util-wm",
        _ARCH: "xcb-util-wm",
        _SUSE: "libxcb-icccm4",
    },
    "libxcb-image.so.0": {
        _DEBIAN: "libxcb-image0",
        _FEDORA: "xcb-util-image",
        _ARCH: "xcb-util-image",
        _SUSE: "libxcb-image0",
    },
    "libxcb-keysyms.so.1": {
        _DEBIAN: "libxcb-keysyms1",
        _FEDORA: "xcb-util-keysyms",
        _ARCH: "xcb-util-keysyms",
        _SUSE: "libxcb-keysyms1",
    },
    "libxcb-render-util.so.0": {
        _DEBIAN: "libxcb-render-util0",
        _FEDORA: "xcb-util-renderutil",
        _ARCH: "xcb-util-renderutil",
        _SUSE: "libxcb-render-util0",
    },
    "libxcb-xkb.so.1": {
        _DEBIAN: "libxcb-xkb1",
        _FEDORA: "libxcb",
        _ARCH: "libxcb",
        _SUSE: "libxcb-xkb1",
    },
    "libxkbcommon-x11.so.0": {
        _DEBIAN: "libxkbcommon-x11-0",
        _FEDORA: "libxkbcommon-x11",
        _ARCH: "libxkbcommon-x11",
        _SUSE: "libxkbcommon-x11-0",
    },
    # These Qt itself needs: without them its import fails.
    "libGL.so.1": {
        _DEBIAN: "libgl1",
        _FEDORA: "mesa-libGL",
        _ARCH: "libglvnd",
        _SUSE: "Mesa-libGL1",
    },
    "libEGL.so.1": {
        _DEBIAN: "libegl1",
        _FEDORA: "mesa-libEGL",
        _ARCH: "libglvnd",
        _SUSE: "Mesa-libEGL1",
    },
    "libxkbcommon.so.0": {
        _DEBIAN: "libxkbcommon0",
        _FEDORA: "libxkbcommon",
        _ARCH: "libxkbcommon",
        _SUSE: "libxkbcommon0",
    },
    "libfontconfig.so.1": {
        _DEBIAN: "libfontconfig1",
        _FEDORA: "fontconfig",
        _ARCH: "fontconfig",
        _SUSE: "fontconfig",
    },
    "libdbus-1.so.3": {
        _DEBIAN: "libdbus-1-3",
        _FEDORA: "dbus-libs",
        _ARCH: "dbus",
        _SUSE: "libdbus-1-3",
    },
}
_X11_LIBRARIES = tuple(name for name in _LIBRARIES if "x11" in name or "xcb" in name)
_INSTALL = {
    Family.DEBIAN: "sudo apt install {}",
    Family.FEDORA: "sudo dnf install {}",
    Family.ARCH: "sudo pacman -S {}",
    Family.SUSE: "sudo zypper install {}",
}


def explain_missing_display(
    arguments: Sequence[str] = (), environment: Mapping[str, str] = os.environ
) -> str | None:
    """Why Qt would find no display, and what to do; None if a window can open."""
    if sys.platform != "linux":
        return None
    wanted = _wanted_platforms(arguments, environment)
    if any(name not in ("xcb", "wayland") for name in wanted):
        return None  # one that needs no display, or one that only Qt can judge
    if "wayland" in wanted and _wayland_answers(environment):
        return None
    if "xcb" not in wanted:
        return f"The Wayland display that was asked for does not answer. {_WITHOUT}"
    display = environment.get("DISPLAY", "")
    if not display:
        return (
            f"No display: neither WAYLAND_DISPLAY nor DISPLAY leads to one. {_WITHOUT} "
            "From another computer, ssh -X brings its display along."
        )
    return _explain_x(display)


def explain_missing_library(error: ImportError) -> str | None:
    """Which package Qt's import needs, if a system's library is what was missing."""
    words = str(error)
    found = [name for name in _LIBRARIES if name in words and "cannot open shared object" in words]
    return _explain_libraries(found) if found else None


def _wanted_platforms(arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Qt's platforms by name, in the order in which it will try them."""
    text = environment.get("QT_QPA_PLATFORM", "")
    for option, value in zip(arguments, (*arguments[1:], ""), strict=False):
        name, equals, rest = option.partition("=")
        if name in _PLATFORM_OPTIONS:
            text = rest if equals else value
    names = [part.split(":")[0].strip() for part in text.split(";")]
    return ["wayland" if n.startswith("wayland") else n for n in names if n] or ["wayland", "xcb"]


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if environment.get("WAYLAND_SOCKET"):  # a connection that somebody opened for us
        return True
    folder = environment.get("XDG_RUNTIME_DIR", "")
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    if not folder and not name.startswith("/"):
        return False
    return _connects(str(Path(folder) / name))


def _explain_x(display: str) -> str | None:
    try:
        # A name that nobody resolves, and a server that hangs, have no time limit of their own.
        why = run_within(TIMEOUT_S, lambda: _why_x_is_closed(display), discard=_forget)
    except TimeoutError:
        why = "does not answer"
    if why:
        return f"The display '{display[:100]}' (DISPLAY) {why}. {_WITHOUT}"
    missing = _missing_libraries()
    return _explain_libraries(missing) if missing else None


def _forget(_why: str) -> None:
    """Nobody waits for it any more."""


def _why_x_is_closed(display: str) -> str:
    """Why an X server lets us not in; nothing if it does."""
    pause = threading.Event()
    for _ in range(_TRIES):  # a server that just lost its last client begins anew
        if _x_lets_in(display):
            return ""
        if not _x_answers(display):
            return "does not answer"
        pause.wait(_PAUSE_S)
    return "does not let this account in; its owner can: xhost +si:localuser:$USER"


def _x_answers(display: str) -> bool:
    """Whether something listens at a display such as ':0', 'unix:1.0' or 'far:10'."""
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if host.startswith("/"):
        return _connects(display.partition(".")[0]) or _connects(display) or _connects(host)
    if not colon or not number.isdecimal() or len(number) > 5:
        return False
    if host in ("", "unix") or host.endswith("/unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return _connects(path) or _connects(f"\0{path}")
    host = host.rpartition("/")[2].strip("[]")
    return 0 <= int(number) <= 59535 and _connects((host, _X_PORT + int(number)))


def _connects(address: str | tuple[str, int]) -> bool:
    try:
        if not isinstance(address, str):
            socket.create_connection(address, TIMEOUT_S).close()
            return True
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
            caller.settimeout(TIMEOUT_S)
            caller.connect(address)
    except (OSError, ValueError):  # ValueError: no name at all, such as one with a zero in it
        return False
    return True


def _missing_libraries() -> list[str]:
    missing = []
    for name in _X11_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def _x_lets_in(display: str) -> bool:
    """Whether libxcb, which knows about cookies, gets a connection.

    It stays open: a server without other clients begins anew when its last one leaves, and
    Qt's own connection would fall into that moment.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the look for libraries says it better
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(errors="replace"), None)
    if not xcb.xcb_connection_has_error(connection):
        return True
    xcb.xcb_disconnect(connection)
    return False


def _explain_libraries(missing: Sequence[str]) -> str:
    # Only a start that fails pays for it.
    from infinibay_desktop.system.computer import read_distribution

    family = read_distribution().family
    names = ", ".join(missing)
    command = _INSTALL.get(family)
    if command is None:
        return f"Qt cannot show a window without {names}: install what contains it."
    packages = " ".join(dict.fromkeys(_LIBRARIES[name][family] for name in missing))
    return f"Qt cannot show a window without {names}. Install it: {command.format(packages)}"
