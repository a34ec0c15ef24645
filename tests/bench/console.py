"""Decoding a screen, and the time from a key to its picture, beside libvncclient.

Streams are recorded from QEMU, whose guest draws; both sides then decode the same bytes from
memory, and only their CPU time counts. The time from a key to its picture is of a running guest.
"""

import random
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import numpy as np

from infinibay_desktop.display import session
from infinibay_desktop.display.screen import RfbScreen
from infinibay_desktop.display.session import COPY_RECT, LAST_RECT, RAW, TIGHT, ZRLE
from infinibay_desktop.model.consoles import Rect, ScreenNews, ScreenState, ScreenWish
from infinibay_desktop.model.machines import MachineId
from infinibay_desktop.runtime.lines import Line
from tests.bench.bed import Bed, running_core
from tests.bench.measuring import Series, Table, alternate
from tests.fakes.guarded import raw
from tests.lab.guest import GuestImage, start_guest
from tests.lab.host import LabHost
from tests.lab.waiting import wait_for

HERE = Path(__file__).parent
SCENES = {"text": "text that scrolls", "drag": "a window dragged", "photo": "photos"}
ENCODINGS = {"Raw": RAW, "Tight": TIGHT, "ZRLE": ZRLE}
MODE = "vga=0x344"  # 1024 by 768 points of 32 bits
SIZE = 1024, 768
RECORD_S, MOST_BYTES = 4.0, 64 * 1024 * 1024
ROUNDS, KEYS = 5, 60
KEY_A, SCANCODE_A = 0x61, 0x1E
# What an eye does not see, above the 30 ms in which QEMU looks for changes.
KEY_AT_MOST_MS = 40.0
COMPRESS_LEVEL_2 = -254
FEEDER = """
import socket, sys, threading
data = open(sys.argv[1], "rb").read()
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[2])
server.listen()
print("ready", flush=True)
made = server.accept()[0]
def swallow():
    try:
        while made.recv(65536):
            pass
    except OSError:
        pass
reader = threading.Thread(target=swallow)
reader.start()
made.sendall(data)
made.shutdown(socket.SHUT_WR)
reader.join()
"""


@dataclass(frozen=True)
class Recording:
    """What a server said, up to the end of an update."""

    file: Path
    megapixels: float


def main() -> None:
    table = Table(
        "console", f"QEMU's own streams of {SIZE[0]} by {SIZE[1]} points, CPU a megapixel"
    )
    with tempfile.TemporaryDirectory(prefix="infinibay-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        rival = build_rival(folder)
        with running_core() as bed:
            stage = Stage(bed, folder)
            for scene, told in SCENES.items():
                for encoding, recording in stage.record(scene).items():
                    compare(table, f"{told}, {encoding}", recording, rival, folder)
            measure_keys(table, stage, rival)
    table.end()


def build_rival(folder: Path) -> Path | None:
    """libvncclient's program, if its headers and a compiler are here."""
    program = folder / "rival"
    if not shutil.which("gcc"):
        return None
    command = ["gcc", "-O2", "-o", str(program), str(HERE / "consoles" / "rival.c"), "-lvncclient"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        print("libvncclient not measured: apt-get install gcc libvncserver-dev", file=sys.stderr)
        return None
    return program


class Stage:
    """Guests that draw."""

    def __init__(self, bed: Bed, folder: Path) -> None:
        self._bed = bed
        self._folder = folder
        self._lab = LabHost()
        self._image = _build_image(Path("/run/lab/drawing"))

    @contextmanager
    def guest(self, scene: str) -> Iterator[MachineId]:
        """A guest that draws a scene, while it runs."""
        words = f"{MODE} scene={scene}"
        virsh = self._lab.virsh
        guest = start_guest(virsh, self._image, self._folder, f"draws-{scene}", words=words)
        guest.wait_until_ready()
        try:
            yield MachineId(UUID(guest.uuid))
        finally:
            virsh("destroy", guest.uuid)
            virsh("undefine", guest.uuid)

    def dial(self, machine_id: MachineId) -> Line:
        """A connection to a guest's screen, as the program gets one."""
        link = raw(self._bed.core.connections).link(self._bed.host.id)
        return self._bed.work(lambda: link.graphics.hand_out(machine_id, 0))

    def port(self, machine_id: MachineId) -> int:
        """Where a guest's screen listens."""
        link = raw(self._bed.core.connections).link(self._bed.host.id)
        return self._bed.work(lambda: link.graphics.offers(machine_id))[0].port or 0

    def record(self, scene: str) -> dict[str, Recording]:
        """A scene in every encoding."""
        with self.guest(scene) as machine_id:
            self.wait_for_picture(machine_id)
            return {
                name: self._keep(f"{scene}-{name}", record(self.dial(machine_id), encoding))
                for name, encoding in ENCODINGS.items()
            }

    def _keep(self, name: str, data: bytes) -> Recording:
        end, points = measure(data)
        file = self._folder / name
        file.write_bytes(data[:end])
        return Recording(file, points / 1e6)

    def wait_for_picture(self, machine_id: MachineId) -> None:
        """The guest's first picture takes its emulated processor a while."""
        with looking(self.dial(machine_id)) as (_, look):
            wait_for(lambda: len(look().damage) and _is_drawn(look.frame), "a picture", 120)


def _is_drawn(frame) -> bool:
    """Whether the scene's size is set, and the lowest and the uppermost rows are drawn."""
    if frame is None or (frame.width, frame.height) != SIZE:
        return False
    points = np.frombuffer(frame.pixels, np.uint32).reshape(frame.height, frame.width)
    return bool((points[[0, -1]] & 0xFFFFFF).any(axis=1).all())


def _build_image(folder: Path) -> GuestImage:
    with tempfile.TemporaryDirectory() as name:
        overlay = Path(name)
        for file in ("start", "draw.py"):
            shutil.copy(HERE / "consoles" / file, overlay)
        build = HERE.parent / "lab" / "build-guest"
        subprocess.run([str(build), str(folder), str(overlay)], check=True)
    return GuestImage(folder / "vmlinuz", folder / "initrd.img")


# Recording.


def record(line: Line, encoding: int) -> bytes:
    """What the server says while it is asked for changes all the time."""
    made = line.socket
    kept = bytearray()

    def receive(count: int) -> bytes:
        data = made.recv(count, socket.MSG_WAITALL)
        kept.extend(data)
        return data

    receive(12)
    made.sendall(b"RFB 003.008\n")
    receive(receive(1)[0])
    made.sendall(b"\1")
    receive(4)
    made.sendall(b"\1")
    width, height, length = struct.unpack("!HH16xI", receive(24))
    receive(length)
    wanted = (encoding, COPY_RECT, LAST_RECT, COMPRESS_LEVEL_2)
    made.sendall(
        session._PIXEL_FORMAT + struct.pack(f"!BxH{len(wanted)}i", 2, len(wanted), *wanted)
    )
    made.sendall(struct.pack("!BBHHHH", 3, 0, 0, 0, width, height))
    more = struct.pack("!BBHHHH", 3, 1, 0, 0, width, height)
    made.settimeout(0.015)
    end = time.monotonic() + RECORD_S
    while time.monotonic() < end and len(kept) < MOST_BYTES:
        made.sendall(more)
        try:
            kept.extend(made.recv(1 << 20))
        except TimeoutError:
            continue
    line.close()
    return bytes(kept)


def measure(data: bytes) -> tuple[int, int]:
    """Where the last whole update of a stream ends, and how many points it paints until there."""
    counted = _Counted()
    feed(data, lambda line: counted.follow(line))
    return counted.end, counted.points


class _Counted:
    """Notes how far a session has come in its stream."""

    def __init__(self) -> None:
        self.end = self.points = self._all = 0

    def follow(self, line: Line) -> RfbScreen:
        screen = RfbScreen(line, ScreenWish(name="count"), lambda: None)
        inner, reader = screen._session, screen._wire.reader
        received = 0
        receive_into = reader.receive_into

        def counting(target: memoryview) -> int:
            nonlocal received
            count = receive_into(target)
            received += count
            return count

        def update(original: Callable[[], None] = inner._messages[0]) -> None:
            original()
            self.end = received - (reader._end - reader._start)
            self.points = self._all

        reader.receive_into = counting
        inner._messages[0] = update
        for encoding, paint in list(inner._encodings.items()):
            inner._encodings[encoding] = self._counting(paint)
        return screen

    def _counting(self, paint: Callable[[Rect], None]) -> Callable[[Rect], None]:
        def count(rect: Rect) -> None:
            paint(rect)
            self._all += rect.width * rect.height

        return count


def feed(data: bytes, open_screen: Callable[[Line], RfbScreen]) -> None:
    """Let a screen read a stream to its end, in this process."""
    ours, theirs = socket.socketpair()
    screen = open_screen(Line(socket=ours))
    done = threading.Event()
    screen._news._notify = lambda: done.set() if _ended(screen) else None
    screen.start()
    with theirs:
        swallow = threading.Thread(target=_swallow, args=(theirs,))
        swallow.start()
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        assert done.wait(120)
        swallow.join()


def _ended(screen: RfbScreen) -> bool:
    return screen.take_news().state is ScreenState.ENDED


def _swallow(made: socket.socket) -> None:
    while made.recv(65536):
        pass


# Decoding.


def compare(
    table: Table, what: str, recording: Recording, rival: Path | None, folder: Path
) -> None:
    """Both sides over the same stream, turn by turn, to the same picture."""
    sums: set[int] = set()
    each = max(1, round(recording.megapixels))
    sides = {"ours": lambda: ours(recording, folder, sums)}
    if rival:
        sides["rival"] = lambda: theirs(rival, recording, folder, sums)
    found = alternate(sides, ROUNDS)
    if not rival:
        table.absolute(what, found["ours"], each=each)
        return
    assert len(sums) == 1, f"{what}: the pictures differ"
    table.compare(f"{what} ({each} megapixels)", found["ours"], found["rival"], each=each)


@contextmanager
def feeder(recording: Recording, folder: Path) -> Iterator[Path]:
    """A process that serves a stream from its memory, once."""
    path = folder / "feed"
    path.unlink(missing_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", FEEDER, str(recording.file), str(path)], stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout
        process.stdout.readline()
        yield path


def ours(recording: Recording, folder: Path, sums: set[int]) -> float:
    """Seconds of CPU that this process needs for a stream."""
    with feeder(recording, folder) as path:
        made = socket.socket(socket.AF_UNIX)
        made.connect(str(path))
        start = time.process_time()
        with looking(Line(socket=made)) as (_, look):
            while look().state is not ScreenState.ENDED:
                pass
        took = time.process_time() - start
    points = np.frombuffer(look.frame.pixels, np.uint32) & 0xFFFFFF
    sums.add(_sum(points))
    return took


def theirs(rival: Path, recording: Recording, folder: Path, sums: set[int]) -> float:
    """Seconds of CPU that libvncclient needs."""
    with feeder(recording, folder) as path:
        words = [str(rival), "replay", str(path), *map(str, SIZE)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    took, its_sum = done.stdout.split()
    sums.add(int(its_sum))
    return float(took) / 1000


def _sum(points: np.ndarray) -> int:
    """A sum that depends on each point's place, in 64 bits as the rival has it."""
    weights = np.empty(len(points), np.uint64)
    weights[-1] = 1
    # Doubling: what holds for the last 2^n points gives the 2^n before them.
    known, factor = 1, 31
    while known < len(points):
        more = min(known, len(points) - known)
        end = len(points) - known
        weights[end - more : end] = weights[len(points) - more :] * np.uint64(factor)
        factor = factor * factor & 0xFFFFFFFFFFFFFFFF
        known += more
    return int((points.astype(np.uint64) * weights).sum(dtype=np.uint64))


# Keys.


class Look:
    """Takes the news of a screen as they come."""

    def __init__(self, screen_told: threading.Event) -> None:
        self._told = screen_told
        self.screen: RfbScreen | None = None
        self.frame = None

    def __call__(self) -> ScreenNews:
        assert self._told.wait(60)
        self._told.clear()
        assert self.screen
        news = self.screen.take_news()
        self.frame = news.frame or self.frame
        return news


@contextmanager
def looking(line: Line) -> Iterator[tuple[RfbScreen, Look]]:
    told = threading.Event()
    look = Look(told)
    screen = RfbScreen(line, ScreenWish(name="bench", nearby=True), told.set)
    look.screen = screen
    screen.start()
    yield screen, look
    screen.close()


def measure_keys(table: Table, stage: Stage, rival: Path | None) -> None:
    """From pressing a key to a picture that shows it, at random moments."""
    with stage.guest("answer") as machine_id:
        stage.wait_for_picture(machine_id)
        mine: list[float] = []
        other: list[float] = []
        for _ in range(2):
            mine += our_keys(stage.dial(machine_id))
            if rival:
                other += their_keys(rival, stage.port(machine_id))
    series = Series(tuple(mine))
    table.absolute("key to picture, median of ours", series, at_most_ms=KEY_AT_MOST_MS)
    tenth = statistics.quantiles(mine, n=10)[-1]
    table.absolute("the slowest tenth of ours", Series((tenth,)))
    if rival:
        table.compare("key to picture, Raw", series, Series(tuple(other)))


def our_keys(line: Line) -> list[float]:
    chance = random.Random(1)  # noqa: S311 - moments, no secret
    pause = threading.Event()
    took = []
    with looking(line) as (screen, look):
        while look().state is not ScreenState.CONNECTED or look.frame is None:
            pass
        for number in range(-3, KEYS // 2):
            pause.wait(0.06 + chance.random() * 0.06)
            if look._told.is_set():
                look()
            start = time.perf_counter()
            screen.press(SCANCODE_A, KEY_A, down=True)
            while not look().damage:
                pass
            if number >= 0:
                took.append(time.perf_counter() - start)
            screen.press(SCANCODE_A, KEY_A, down=False)
    return took


def their_keys(rival: Path, port: int) -> list[float]:
    words = [str(rival), "latency", "127.0.0.1", str(port), str(KEYS // 2)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120)
    return [float(line) / 1000 for line in done.stdout.split()]


if __name__ == "__main__":
    main()
