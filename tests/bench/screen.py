"""An X server of the benchmark's own, and a client that sees what windows do on it.

There is no window manager on it: the benchmark itself asks the windows for signs of life.
"""

import ctypes
import ctypes.util
import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

WIDTH, HEIGHT = 1920, 1080
START_S = 20.0
_SMALLEST_WINDOW = 200  # pixels each way; below it are menus, tooltips and a toolkit's own windows
# Windows that come up; and answers to pings, which GTK sends to the second mask and Qt to the first.
_STRUCTURE_NOTIFY, _SUBSTRUCTURE_NOTIFY = 1 << 17, 1 << 19
_MAP_NOTIFY, _CLIENT_MESSAGE = 19, 33

Frame = npt.NDArray[np.uint32]


class _MapEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
    )


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    )


class _Event(ctypes.Union):
    _fields_ = (
        ("type", ctypes.c_int),
        ("map", _MapEvent),
        ("message", _ClientMessage),
        ("room", ctypes.c_long * 24),
    )


_ERROR_SINK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


def _load() -> Any:
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    return x11


@dataclass(frozen=True)
class Mapped:
    """A window that came up: which one, when, and how large."""

    window: int
    at: float
    size: tuple[int, int]


class Screen:
    """The X server's screen, seen by a client of it. Times are `time.perf_counter`'s."""

    def __init__(self, name: str, pixels: Frame) -> None:
        self.name = name
        self._pixels = pixels
        self._x11 = _load()
        # A window may go while it is asked for its size; Xlib would end the process.
        self._ignore = _ERROR_SINK(lambda _display, _error: 0)
        self._x11.XSetErrorHandler(self._ignore)
        opened = self._x11.XOpenDisplay(name.encode())
        assert opened, f"no client can open the display {name}"
        self._display = ctypes.c_void_p(opened)
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        told = ctypes.c_long(_STRUCTURE_NOTIFY | _SUBSTRUCTURE_NOTIFY)
        self._x11.XSelectInput(self._display, self._root, told)
        self._protocols, self._ping, self._delete = (
            self._atom(name) for name in (b"WM_PROTOCOLS", b"_NET_WM_PING", b"WM_DELETE_WINDOW")
        )
        self._flush()

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)

    def frame(self) -> Frame:
        """Copy what the screen shows: every second pixel of every second line."""
        return self._pixels[::2, ::2].copy()

    def forget(self) -> None:
        """Drop everything that was told so far."""
        for _event in self._events(0):
            pass

    def wait_for_window(
        self, timeout_s: float, *, wanted: Callable[[], bool] = lambda: True
    ) -> Mapped | None:
        """Return the first window large enough to be one; None when it never came."""
        until = time.perf_counter() + timeout_s
        while (left := until - time.perf_counter()) > 0 and wanted():
            for at, event in self._events(min(left, 0.1)):
                if found := self._mapped(at, event):
                    return found
        return None

    def send_ping(self, window: int, serial: int) -> None:
        """Ask the window whether its program lives, as a window manager does."""
        self._send(window, self._ping, serial)

    def answers(self, timeout_s: float) -> Iterator[tuple[int, float]]:
        """Return the pings answered in this time, each with when the answer came."""
        for at, event in self._events(timeout_s):
            message = event.message
            if event.type == _CLIENT_MESSAGE and message.message_type == self._protocols:
                yield message.data[1], at

    def send_close(self, window: int) -> None:
        """Close the window as its title bar's button does."""
        self._send(window, self._delete, 0)

    def _atom(self, name: bytes) -> int:
        return int(self._x11.XInternAtom(self._display, name, 0))

    def _send(self, window: int, protocol: int, serial: int) -> None:
        event = _Event()
        event.message.type = _CLIENT_MESSAGE
        event.message.window = window
        event.message.message_type = self._protocols
        event.message.format = 32
        event.message.data[0], event.message.data[1] = protocol, serial
        event.message.data[2] = window
        none, target = ctypes.c_long(0), ctypes.c_ulong(window)
        self._x11.XSendEvent(self._display, target, 0, none, ctypes.byref(event))
        self._flush()

    def _flush(self) -> None:
        self._x11.XFlush(self._display)

    def _events(self, timeout_s: float) -> Iterator[tuple[float, _Event]]:
        """Return what was told by the end of this time; the first events end the wait."""
        if not self._x11.XPending(self._display):
            number = self._x11.XConnectionNumber(self._display)
            select.select([number], [], [], max(timeout_s, 0))
        while self._x11.XPending(self._display):
            event = _Event()
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            yield time.perf_counter(), event

    def _mapped(self, at: float, event: _Event) -> Mapped | None:
        if event.type != _MAP_NOTIFY or event.map.override_redirect:
            return None
        size = self._size(event.map.window)
        if min(size) <= _SMALLEST_WINDOW:
            return None
        return Mapped(event.map.window, at, size)

    def _size(self, window: int) -> tuple[int, int]:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height = ctypes.c_uint(), ctypes.c_uint()
        border, depth = ctypes.c_uint(), ctypes.c_uint()
        found = map(ctypes.byref, (root, x, y, width, height, border, depth))
        self._x11.XGetGeometry(self._display, ctypes.c_ulong(window), *found)
        return width.value, height.value


@contextmanager
def running_screen(folder: Path) -> Iterator[Screen]:
    """Start Xvfb on a free display; what it shows lies in a file, so that looking costs nothing."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        (
            *("Xvfb", "-displayfd", str(writer), "-fbdir", str(folder)),
            *("-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"),
        ),
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader, encoding="ascii") as told:
            ready, _, _ = select.select([told], [], [], START_S)
            number = told.readline().strip() if ready else ""
        assert number, "Xvfb did not start"
        screen = Screen(f":{number}", _pixels(folder / "Xvfb_screen0"))
        yield screen
        screen.close()
    finally:
        server.terminate()
        server.wait()


def _pixels(path: Path) -> Frame:
    """Map the server's own memory, in the form of xwd: a header, colours, then the lines."""
    header = np.fromfile(path, dtype=">u4", count=25)
    header_bytes, line_bytes, colours = int(header[0]), int(header[12]), int(header[19])
    offset = header_bytes + colours * 12
    shape = (HEIGHT, line_bytes // 4)
    return np.memmap(path, dtype="<u4", mode="r", offset=offset, shape=shape)[:, :WIDTH]
