"""Where timers' runs are noted, and who may run them: shared in the database, or here alone."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from infinibay_desktop.model.events import TimerEnded, TimerStarted
from infinibay_desktop.model.timers import TimerOutcome, TimerRecord
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.ports import Publisher, UnitOfWorkFactory

LEASE_PREFIX = "timer:"
# A timer whose work takes longer than its period leaves others a moment.
REST = timedelta(seconds=1)
Records = Mapping[str, TimerRecord]


class TimerBook(Protocol):
    """Notes runs. `take` makes a run of each name ours until `give_back`, where nobody has it."""

    def read(self, names: Collection[str]) -> tuple[datetime, Records]: ...
    def take(self, names: Collection[str]) -> tuple[datetime, Records]: ...
    def give_back(self, names: Collection[str]) -> None: ...
    def begin(self, name: str) -> None: ...
    def end(
        self, name: str, outcome: TimerOutcome, message: str, duration_ms: int, period: timedelta
    ) -> None: ...
    def set_paused(self, name: str, *, paused: bool) -> None: ...
    def holders(self, names: Collection[str]) -> Mapping[str, str]: ...


class SharedBook:
    """Of several programs on the database one runs a timer: who has its lease.

    A lease is claimed for a run and given back after it. Who dies meanwhile leaves the run due,
    and the lease ends: another program takes it over.
    """

    def __init__(self, units: UnitOfWorkFactory, leases: Leases) -> None:
        self._units = units
        self._leases = leases

    def read(self, names: Collection[str]) -> tuple[datetime, Records]:
        """The database's time, and what is known of these. Raises DatabaseError."""
        with self._units() as unit:
            found = unit.timers.find(names)
            return unit.now(), {n: found.get(n) or TimerRecord(name=n) for n in names}

    def take(self, names: Collection[str]) -> tuple[datetime, Records]:
        """Those that no other program runs, as they are now. Raises DatabaseError."""
        taken = self._leases.claim([LEASE_PREFIX + name for name in names])
        ours = [name.removeprefix(LEASE_PREFIX) for name in sorted(taken)]
        try:
            return self.read(ours)
        except BaseException:
            self.give_back(ours)
            raise

    def give_back(self, names: Collection[str]) -> None:
        """Let others run these."""
        self._leases.release([LEASE_PREFIX + name for name in names])

    def begin(self, name: str) -> None:
        """Note, and tell everybody, that a run began. Raises DatabaseError."""
        with self._units() as unit:
            unit.timers.begin(name)
            unit.tell(TimerStarted(name=name))
            unit.commit()

    def end(
        self, name: str, outcome: TimerOutcome, message: str, duration_ms: int, period: timedelta
    ) -> None:
        """Note, and tell everybody, how it ended. Raises DatabaseError."""
        if not self._leases.holds(LEASE_PREFIX + name):
            return  # lost while the database was away: whoever has it now tells of its own run
        with self._units() as unit:
            unit.timers.end(name, outcome, message, duration_ms, period)
            unit.tell(TimerEnded(name=name))
            unit.commit()

    def set_paused(self, name: str, *, paused: bool) -> None:
        """Let it rest in every program, or go on. Raises DatabaseError."""
        with self._units() as unit:
            unit.timers.set_paused(name, paused=paused)
            unit.tell(TimerEnded(name=name))
            unit.commit()

    def holders(self, names: Collection[str]) -> Mapping[str, str]:
        """The workstations that run these now."""
        found = self._leases.holders([LEASE_PREFIX + name for name in names])
        return {name.removeprefix(LEASE_PREFIX): where for name, where in found.items()}


class LocalBook:
    """Runs of this program alone, forgotten with it; which are paused is kept in its settings.

    The board runs a timer once at a time, so there is nothing to take here.
    """

    def __init__(
        self,
        clock: Clock,
        publisher: Publisher,
        paused: Callable[[], Collection[str]],
        keep_paused: Callable[[Collection[str]], None],
    ) -> None:
        self._clock = clock
        self._publisher = publisher
        self._paused = paused
        self._keep_paused = keep_paused
        self._records: dict[str, TimerRecord] = {}
        self._running: set[str] = set()

    def read(self, names: Collection[str]) -> tuple[datetime, Records]:
        """This computer's time, and what is known of these."""
        resting = set(self._paused())
        found = {name: replace(self._record(name), paused=name in resting) for name in names}
        return self._clock.now(), found

    def take(self, names: Collection[str]) -> tuple[datetime, Records]:
        """All of them."""
        return self.read(names)

    def give_back(self, names: Collection[str]) -> None:
        """They do not run any more."""
        self._running.difference_update(names)

    def begin(self, name: str) -> None:
        """Note and tell that a run began."""
        self._running.add(name)
        self._records[name] = replace(self._record(name), last_started_at=self._clock.now())
        self._publisher.publish(TimerStarted(name=name))

    def end(
        self, name: str, outcome: TimerOutcome, message: str, duration_ms: int, period: timedelta
    ) -> None:
        """Note and tell how it ended."""
        now, record = self._clock.now(), self._record(name)
        self._running.discard(name)
        self._records[name] = replace(
            record,
            last_ended_at=now,
            next_at=max((record.last_started_at or now) + period, now + REST),
            outcome=outcome,
            message=message,
            duration_ms=duration_ms,
        )
        self._publisher.publish(TimerEnded(name=name))

    def set_paused(self, name: str, *, paused: bool) -> None:
        """Let it rest here, or go on."""
        resting = set(self._paused())
        (resting.add if paused else resting.discard)(name)
        self._keep_paused(sorted(resting))
        self._publisher.publish(TimerEnded(name=name))

    def holders(self, names: Collection[str]) -> Mapping[str, str]:
        """Those that run now, at a nameless workstation: here."""
        return dict.fromkeys(self._running & set(names), "")

    def _record(self, name: str) -> TimerRecord:
        return self._records.get(name) or TimerRecord(name=name)
