"""Another program on the same database, for tests of what programs tell each other.

Argument: the database. Lines on standard input are commands, lines on standard output what it
heard: a word, a space, JSON.
"""

import json
import sys
import threading
from functools import partial
from pathlib import Path
from uuid import UUID

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.events import ActivityRecorded, Event, StepsAdded
from infinibay_desktop.model.steps import StepKind
from infinibay_desktop.runtime.bus import EventBus
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.runtime.threads import Role, adopt
from infinibay_desktop.services.hosts import HostService
from infinibay_desktop.services.relay import Relay
from infinibay_desktop.services.steps import FollowUps


def say(word: str, value: object = None) -> None:
    sys.stdout.write(f"{word} {json.dumps(value)}\n")
    sys.stdout.flush()


def heard(event: Event) -> None:
    say(type(event).__name__, getattr(event, "sequence", None))


class Hearing:
    """A publisher that says what it gets."""

    def publish(self, event: Event) -> None:
        heard(event)


class Neighbour:
    """What the commands do."""

    def __init__(self, database: str) -> None:
        self.units = open_database(database)
        self.bus, self.tasks = EventBus(), TaskRunner()
        self.units.publish_to(self.bus.publish)
        self.relay = Relay(self.units.feed(), self.units, Hearing())
        self.steps = FollowUps(self.units, self.tasks)
        self.hosts = HostService(self.units)
        self.bus.subscribe(StepsAdded, self.steps.on_steps_added)
        self.relay.begin()
        self.bus.start()
        self.relay.start()

    def tell(self, first: str, last: str) -> None:
        """Tell a row of numbers, each in a transaction of its own."""
        for number in range(int(first), int(last)):
            with self.units() as unit:
                unit.tell(ActivityRecorded(sequence=number))
                unit.commit()
        say("told", int(last))

    def host(self, uri: str) -> None:
        say("added", str(self.hosts.add(uri).id))

    def forget(self, host_id: str) -> None:
        self.hosts.remove(next(host for host in self.hosts.all() if host.id == UUID(host_id)))
        say("removed")

    def note_steps(self, path: str) -> None:
        """Do steps from now on, by writing each down."""
        self.steps.register(StepKind.MACHINE_CREATED, partial(_note, Path(path)))

    def hang_in_steps(self, path: str) -> None:
        """Do steps from now on, and never end the first."""

        def hang(body: bytes) -> None:
            _note(Path(path), body)
            say("begun")
            threading.Event().wait()

        self.steps.register(StepKind.MACHINE_CREATED, hang)

    def look(self) -> None:
        """Do what is due, until there is nothing."""
        while any(step.attempts == 0 for step in self.steps.pending()):
            self.steps.run_due()
        say("looked")

    def step(self, body: str) -> None:
        with self.units() as unit:
            unit.steps.add(StepKind.MACHINE_CREATED, body.encode())
            unit.commit()

    def end(self) -> None:
        self.relay.stop()
        self.tasks.close()
        self.bus.stop()
        self.units.close()


def _note(path: Path, body: bytes) -> None:
    with path.open("ab") as file:
        file.write(body + b"\n")


COMMANDS = {
    "tell": Neighbour.tell,
    "host": Neighbour.host,
    "forget": Neighbour.forget,
    "note_steps": Neighbour.note_steps,
    "hang_in_steps": Neighbour.hang_in_steps,
    "look": Neighbour.look,
    "step": Neighbour.step,
}


def main() -> None:
    adopt(Role.MAIN)
    neighbour = Neighbour(sys.argv[1])
    say("ready")
    for line in sys.stdin:
        command, *words = line.split()
        COMMANDS[command](neighbour, *words)
    neighbour.end()


if __name__ == "__main__":
    main()
