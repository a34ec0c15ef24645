"""Another program with timers on the same database. See programs.py for how it is spoken with.

Arguments: the database, and "far" where it is to look like one on another computer.
"""

import json
import sys
import threading

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.events import EventsMissed, TimerEnded, TimerStarted
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.clock import SystemClock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, adopt
from infinibay_desktop.runtime.timers import Timers
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.relay import Relay
from infinibay_desktop.services.timer_board import TimerService
from infinibay_desktop.services.timer_books import LocalBook, SharedBook
from infinibay_desktop.system.identity import ProcessIdentity

NAME = "shared"
# A tenth of what the program takes.
HOLD_S, RENEW_S, TICK_S, AGAIN_S, FIRST_S = 2.0, 0.5, 0.1, 0.5, 0.2


def say(word: str, value: object = None) -> None:
    sys.stdout.write(f"{word} {json.dumps(value)}\n")
    sys.stdout.flush()


class Far:
    """A program of which nobody here can see whether it lives."""

    text = f"elsewhere/{id(say)}"

    def is_dead(self, _owner: str) -> bool:
        return False


class TimerProgram:
    """What the commands do."""

    def __init__(self, database: str, *, far: bool) -> None:
        self.units, self.clock = open_database(database), SystemClock()
        self.bus, self.tasks = EventBus(), TaskRunner()
        self.units.publish_to(self.bus.publish)
        self.relay = Relay(self.units.feed(), self.units, self.bus)
        self.leases = Leases(
            self.units, Far() if far else ProcessIdentity(), self.clock, hold_s=HOLD_S
        )
        local = LocalBook(self.clock, self.bus, list, lambda _names: None)
        shared = SharedBook(self.units, self.leases)
        self.board = TimerService(
            shared, local, self.tasks, self.clock, lambda *_told: None,
            first_s=FIRST_S, again_s=AGAIN_S,
        )  # fmt: skip
        self.timers = Timers(self.tasks, self.clock)
        self.ending = threading.Event()
        for kind in (TimerStarted, TimerEnded, EventsMissed):
            self.bus.subscribe(kind, self.board.on_timer_event)
        for kind in (TimerStarted, TimerEnded):
            self.bus.subscribe(kind, lambda event: say(type(event).__name__, event.name))
        self.relay.begin()
        self.bus.start()
        self.relay.start()
        self.timers.start()
        self.timers.every(RENEW_S, self.leases.renew, key="leases", lane="leases")
        self.timers.every(TICK_S, self.board.tick, key="board", lane="board")

    def hang(self, period_s: str) -> None:
        """A run of the timer says that it began, and never ends."""

        def work() -> None:
            say("begun")
            self.ending.wait()

        self.board.register(NAME, float(period_s), work, shared=True)

    def count(self, period_s: str) -> None:
        """A run of the timer says that it was."""
        self.board.register(NAME, float(period_s), lambda: say("ran"), shared=True)

    def rows(self) -> None:
        self.tasks.submit(
            lambda: say("rows", [[r.outcome, r.runs_here, r.paused] for r in self.board.all()])
        )

    def pause(self) -> None:
        self.tasks.submit(lambda: (self.board.pause(NAME), say("paused")))

    def resume(self) -> None:
        self.tasks.submit(lambda: (self.board.resume(NAME), say("resumed")))

    def end(self) -> None:
        self.ending.set()
        self.timers.stop()
        self.board.close()
        self.relay.stop()
        self.tasks.close()
        self.bus.stop()
        self.leases.close()
        self.units.close()


def main() -> None:
    adopt(Role.MAIN)
    program = TimerProgram(sys.argv[1], far="far" in sys.argv[2:])
    say("ready")
    for line in sys.stdin:
        command, *words = line.split()
        getattr(program, command)(*words)
    program.end()


if __name__ == "__main__":
    main()
