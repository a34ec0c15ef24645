"""A board of timers on a real database, with a clock and workers that do as they are told."""

from collections.abc import Callable
from concurrent.futures import Future

from infinibay_desktop.model.timers import TimerRow
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.timer_board import TimerService
from infinibay_desktop.services.timer_books import LocalBook, SharedBook
from tests.fakes import FakeClock, Recorder
from tests.fakes.world import FakeIdentity


class WaitingTasks:
    """Work is done when a test lets it go on; with `inline`, at once."""

    def __init__(self, *, inline: bool = True) -> None:
        self.inline = inline
        self.waiting: list[tuple[Callable[[], object], Future]] = []

    def submit(self, work, *, key=None, lane=None) -> Future:
        future: Future = Future()
        self.waiting.append((work, future))
        if self.inline:
            self.go_on()
        return future

    def go_on(self) -> None:
        waiting, self.waiting = self.waiting, []
        for work, future in waiting:
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - as TaskRunner does
                future.set_exception(error)


class Board:
    """One program's timers. Several on one `units` are several programs."""

    def __init__(self, units, name: str = "one", *, publisher=None) -> None:
        self.clock, self.told, self.tasks = FakeClock(), publisher or Recorder(), WaitingTasks()
        identity = FakeIdentity(text=f"boot/ns/{name}/1")
        self.leases = Leases(units, identity, self.clock, f"desk of {name}")
        self.paused: list[str] = []
        self.errors: list[BaseException] = []
        self.service = TimerService(
            SharedBook(units, self.leases),
            LocalBook(self.clock, self.told, lambda: self.paused, self._keep_paused),
            self.tasks,
            self.clock,
            lambda error, _context: self.errors.append(error),
        )
        self.runs: list[str] = []

    def register(self, name: str, period_s: float = 60, *, work=None, **more: object) -> None:
        self.service.register(name, period_s, work or (lambda: self.runs.append(name)), **more)

    def pass_time(self, seconds: float) -> None:
        """Time passes for this program; the database's goes its own way."""
        self.clock.pass_time(seconds)
        self.service.tick()

    def row(self, name: str) -> TimerRow:
        return next(row for row in self.service.all() if row.name == name)

    def _keep_paused(self, names) -> None:
        self.paused = list(names)
