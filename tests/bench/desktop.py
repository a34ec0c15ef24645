"""The two programs, started as from a desktop, each in a home of its own."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image

from tests.bench.processes import adopt_orphans, end_orphans
from tests.bench.screen import Frame, Mapped, Screen, running_screen

# By command: Debian's package that has it.
SCREEN_NEEDS = {"Xvfb": "xvfb"}
RIVAL_NEEDS = SCREEN_NEEDS | {
    "virt-manager": "virt-manager",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
}
WINDOW_S = 120.0
END_S = 10.0
_LOOK_S = 0.01
_NOT_POSSIBLE = 77


@dataclass(frozen=True)
class Program:
    """How a program is told to show the machines of one host."""

    name: str
    command: tuple[str, ...]

    def words(self, uri: str) -> tuple[str, ...]:
        return (*self.command, "--connect", uri)


def our_program() -> Program:
    """Return ours, or what INFINIBAY_BENCH_OURS names (an AppImage, an older version)."""
    given = os.environ.get("INFINIBAY_BENCH_OURS")
    beside = str(Path(sys.executable).parent / "infinibay-desktop")
    return Program("ours", tuple(shlex.split(given)) if given else (beside,))


VIRT_MANAGER = Program("virt-manager", ("virt-manager", "--no-fork"))


@dataclass
class Start:
    """One start: seconds from the call that starts the process."""

    mapped_s: float = 0.0
    painted_s: float = 0.0
    settled_s: float = 0.0
    trace_s: dict[str, float] = field(default_factory=dict)
    ended: str = ""


@dataclass(frozen=True)
class Running:
    """A program whose window is up."""

    process: "subprocess.Popen[bytes]"
    window: Mapped
    start: Start


class Seat:
    """A screen, and a home with a session bus: nothing of the person's own is read or written."""

    def __init__(self, screen: Screen, home: Path, bus: str) -> None:
        self.screen = screen
        self._home = home
        self._surroundings = _surroundings(home, screen.name, bus)

    def started(self, program: Program, uri: str, watch_s: float, still: float) -> Start:
        """Start it, watch its window for a while, close it."""
        with self.running(program, uri, watch_s=watch_s, still=still) as running:
            pass
        return running.start

    @contextmanager
    def running(
        self, program: Program, uri: str, *, watch_s: float = 0.0, still: float = 0.0
    ) -> Iterator[Running]:
        """Start it; its window is up, and was watched until the list in it stood still."""
        self.screen.forget()
        log = self._home / "stderr"
        before = time.perf_counter()
        with log.open("wb") as told:
            process = subprocess.Popen(
                program.words(uri),
                env=self._surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=told,
                start_new_session=True,
            )
        running = None
        try:
            watched = _Watch(self.screen, process, before, watch_s, still)
            assert watched.window, f"no window of {program.name} came: {log.read_text()[-1000:]}"
            start = Start(watched.window.at - before, watched.painted_s, watched.settled_s)
            if watch_s:
                save_picture(watched.first, f"{program.name}-{Path(uri).stem}-first")
            running = Running(process, watched.window, start)
            yield running
        finally:
            ended = _end(self.screen, process, running)
            if running is not None:
                running.start.ended = ended
                running.start.trace_s = _traces(log.read_text(errors="replace"))


class _Watch:
    """What the screen shows from the start on; the pictures that differ, with their times."""

    def __init__(
        self,
        screen: Screen,
        process: "subprocess.Popen[bytes]",
        before: float,
        watch_s: float,
        still: float,
    ) -> None:
        self._screen = screen
        self._pictures = [(0.0, screen.frame())]
        self.window: Mapped | None = None
        until = before + WINDOW_S
        while time.perf_counter() < until and (self.window or process.poll() is None):
            found = screen.wait_for_window(_LOOK_S)
            self._look(before)
            if found and not self.window:
                self.window = found
                until = time.perf_counter() + watch_s
        # Up to half of the window may change after its first picture; none of it was there before.
        self.painted_s, self.first = self._resembling(0.5)
        self.settled_s, _ = self._resembling(still)

    def _look(self, before: float) -> None:
        shown, at = self._screen.frame(), time.perf_counter()
        if not np.array_equal(shown, self._pictures[-1][1]):
            self._pictures.append((at - before, shown))

    def _resembling(self, share: float) -> tuple[float, Frame]:
        """Return the first picture that differs from the last by so little of the window."""
        last = self._pictures[-1][1]
        allowed = share * np.count_nonzero(last != self._pictures[0][1])
        return next(
            (at, shown)
            for at, shown in self._pictures
            if np.count_nonzero(shown != last) <= allowed
        )


@contextmanager
def running_desktop(needs: Mapping[str, str]) -> Iterator[Screen]:
    """A screen; when it goes, so does everything that was started on it."""
    _need(needs)
    adopt_orphans()
    with TemporaryDirectory(prefix="infinibay-screen-") as folder:
        try:
            with running_screen(Path(folder)) as screen:
                yield screen
        finally:
            end_orphans()


@contextmanager
def new_seat(screen: Screen) -> Iterator[Seat]:
    """A home in which no program was started before."""
    with TemporaryDirectory(prefix="infinibay-seat-") as name, ExitStack() as stack:
        home = Path(name)
        for folder in ("config", "data", "cache", "run"):
            (home / folder).mkdir(mode=0o700)
        surroundings = _surroundings(home, screen.name, "")
        bus = subprocess.Popen(
            ("dbus-daemon", "--session", "--nofork", "--print-address"),
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        stack.callback(bus.wait)
        stack.callback(bus.terminate)
        assert bus.stdout
        address = stack.enter_context(bus.stdout).readline().strip()
        assert address, "no session bus came up"
        seat = Seat(screen, home, address)
        _begin_session(_surroundings(home, screen.name, address))
        yield seat


def save_picture(picture: Frame, name: str) -> None:
    """Keep what the program showed, where somebody asked for it: numbers alone can be wrong."""
    folder = os.environ.get("INFINIBAY_BENCH_PICTURES")
    if folder:
        pixels = picture.view(np.uint8).reshape((*picture.shape, 4))
        Image.fromarray(np.ascontiguousarray(pixels[:, :, 2::-1])).save(f"{folder}/{name}.png")


def _need(needs: Mapping[str, str]) -> None:
    missing = {package for command, package in needs.items() if not shutil.which(command)}
    if missing:
        packages = " ".join(sorted(missing))
        print(f"This needs programs that are not here: apt-get install {packages}", file=sys.stderr)
        sys.exit(_NOT_POSSIBLE)


def _surroundings(home: Path, display: str, bus: str) -> Mapping[str, str]:
    folders = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "cache")}
    return folders | {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "INFINIBAY_HOME": str(home / "infinibay"),
        "INFINIBAY_TRACE_START": "1",
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "DISPLAY": display,
    }


def _begin_session(surroundings: Mapping[str, str]) -> None:
    """Start what a desktop has running before its first program: the bus for screen readers."""
    subprocess.run(
        (
            *("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus"),
            *("/org/a11y/bus", "org.a11y.Bus.GetAddress"),
        ),
        env=surroundings,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _traces(told: str) -> dict[str, float]:
    """Return what ours says of its own start: 'trace NAME SECONDS', a line each."""
    lines = [line.split() for line in told.splitlines()]
    return {words[1]: float(words[2]) for words in lines if len(words) == 3 and words[0] == "trace"}


def _end(screen: Screen, process: "subprocess.Popen[bytes]", running: Running | None) -> str:
    """End it as gently as it lets us; return what it took."""
    steps: dict[str, Callable[[], None]] = {"signal": process.terminate, "kill": process.kill}
    if running is not None:
        window = running.window.window
        steps = {"close": lambda: screen.send_close(window), **steps}
    with suppress(ProcessLookupError):
        return next((name for name, step in steps.items() if _ends(process, step)), "nothing")
    return "by itself"


def _ends(process: "subprocess.Popen[bytes]", step: Callable[[], None]) -> bool:
    step()
    with suppress(subprocess.TimeoutExpired):
        process.wait(END_S)
        return True
    return False
