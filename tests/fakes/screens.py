"""A screen in memory that paints what a test wants to see, and remembers what it was sent."""

from collections.abc import Callable
from dataclasses import replace

from infinibay_desktop.model.consoles import (
    ConsoleKind,
    CursorShape,
    Frame,
    Rect,
    ScreenNews,
    ScreenState,
)
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.machines import MachineKey

WHITE, RED, BLUE = 0xFFFFFF, 0xFF0000, 0x0000FF


class FakeScreen:
    """A connected screen of the test's making; `tell` gives it news."""

    def __init__(
        self, notify: Callable[[], None] = lambda: None, *, kind: ConsoleKind = ConsoleKind.VNC
    ) -> None:
        self.notify = notify
        self.kind = kind
        self.closed = False
        self.news_taken = 0
        self.keys: list[tuple[int, bool]] = []
        self.keysyms: list[int] = []
        self.points: list[tuple[int, int, int]] = []
        self.moves: list[tuple[int, int, int]] = []
        self.sizes: list[tuple[int, int]] = []
        self.clipboards: list[str] = []
        self.frame: Frame | None = None
        self._news = ScreenNews(state=ScreenState.CONNECTING)

    # What a test does

    def connect(self, width: int = 64, height: int = 48, color: int = 0x204060) -> None:
        """Be connected, with a picture of one colour."""
        self.show(width, height, color)
        self.tell(state=ScreenState.CONNECTED)

    def show(self, width: int, height: int, color: int = 0x204060) -> None:
        """Have a screen of another size."""
        pixels = memoryview(bytearray(width * height * 4))
        self.frame = Frame(width=width, height=height, stride_bytes=width * 4, pixels=pixels)
        self.paint(Rect(0, 0, width, height), color)
        self.tell(frame=self.frame, damage=())

    def paint(self, part: Rect, color: int) -> None:
        """Colour a part, and tell of it."""
        assert self.frame is not None
        row = color.to_bytes(4, "little") * part.width
        for y in range(part.y, part.y + part.height):
            start = y * self.frame.stride_bytes + part.x * 4
            self.frame.pixels[start : start + len(row)] = row
        self.tell(damage=(*self._news.damage, part))

    def tell(self, **changed: object) -> None:
        """Have news."""
        self._news = replace(self._news, **changed)
        self.notify()

    def end(self, error: InfinibayError | None = None) -> None:
        """End as a lost connection does, or in order."""
        self.tell(state=ScreenState.ENDED, error=error)

    def show_cursor(self, width: int = 8, height: int = 8) -> None:
        """Give the pointer a shape."""
        pixels = b"\xff\x00\x00\xff" * (width * height)
        self.tell(cursor=CursorShape(width=width, height=height, hot_x=1, hot_y=2, pixels=pixels))

    def pressed(self) -> list[int]:
        """The keys that went down, in order."""
        return [code for code, down in self.keys if down]

    def held(self) -> set[int]:
        """The keys that are down."""
        held: set[int] = set()
        for code, down in self.keys:
            (held.add if down else held.discard)(code)
        return held

    # What a screen does

    def take_news(self) -> ScreenNews:
        self.news_taken += 1
        news = self._news
        self._news = replace(
            news, frame=None, damage=(), cursor=None, clipboard=None, bell=False, leds=None
        )
        return news

    def press(self, scancode: int, keysym: int, *, down: bool) -> None:
        self.keys.append((scancode, down))
        self.keysyms.append(keysym)

    def point(self, x: int, y: int, buttons: int) -> None:
        self.points.append((x, y, buttons))

    def move(self, dx: int, dy: int, buttons: int) -> None:
        self.moves.append((dx, dy, buttons))

    def resize(self, width: int, height: int) -> None:
        self.sizes.append((width, height))

    def set_clipboard(self, text: str) -> None:
        self.clipboards.append(text)

    def close(self) -> None:
        self.closed = True


class FakeConsoles:
    """Opens fake screens, or refuses; work is done when the test says so, or at once."""

    def __init__(self) -> None:
        self.screens: list[FakeScreen] = []
        self.keys: list[MachineKey] = []
        self.passwords: list[str] = []
        self.refusal: InfinibayError | None = None
        self.kind = ConsoleKind.VNC
        self.hold = False
        self.held: list[Callable[[], None]] = []

    @property
    def last(self) -> FakeScreen:
        return self.screens[-1]

    def open(
        self, key: MachineKey, notify: Callable[[], None], *, password: str = ""
    ) -> FakeScreen:
        self.keys.append(key)
        self.passwords.append(password)
        if self.refusal is not None:
            raise self.refusal
        screen = FakeScreen(notify, kind=self.kind)
        self.screens.append(screen)
        return screen

    def submit(self, work: Callable[[], None]) -> None:
        if self.hold:
            self.held.append(work)
        else:
            work()


class FakeSchedule:
    """Later, when the test says so; the clock goes with it."""

    def __init__(self, clock) -> None:
        self.clock = clock
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def call_in(self, seconds: float, work: Callable[[], None]) -> Callable[[], None]:
        entry = (self.clock.monotonic() + seconds, work)
        self.waiting.append(entry)
        return lambda: self.waiting.remove(entry) if entry in self.waiting else None

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and do in order what is due."""
        until = self.clock.monotonic() + seconds
        while due := [entry for entry in self.waiting if entry[0] <= until + 1e-9]:
            first = min(due, key=lambda entry: entry[0])
            self.waiting.remove(first)
            self.clock.pass_time(max(0.0, first[0] - self.clock.monotonic()))
            first[1]()
        self.clock.pass_time(until - self.clock.monotonic())


class FakeDesktop:
    """A desktop that remembers what was taken from it."""

    def __init__(self) -> None:
        self.keyboard_held = False
        self.pointer_held = False
        self.placed: list[tuple[int, int]] = []

    def hold_keyboard(self, widget, *, held: bool) -> None:
        self.keyboard_held = held

    def hold_pointer(self, widget, *, held: bool) -> None:
        self.pointer_held = held

    def place_pointer(self, where) -> None:
        self.placed.append((where.x(), where.y()))
