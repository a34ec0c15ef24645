"""What one program at a time does: taken by name, kept while it runs, taken over from the dead."""

import logging
import threading
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from uuid import uuid4

from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.declarations import free, program_only
from infinibay_desktop.services.ports import ProgramIdentity, UnitOfWorkFactory

logger = logging.getLogger(__name__)
HOLD_S = 20.0
# A renewal may fail twice before what is held is lost.
HOLD_RENEW_S = 5.0
_MAX_WORKSTATION = 64
_KEPT_FOR = timedelta(days=1)
Lost = Callable[[frozenset[str]], None]


class Leases:
    """This program's leases. Any thread may look; what asks the database belongs on a worker.

    What is held here is held by no other program: leases end by the database's clock, and are
    held to have ended here a little sooner, by a clock that nobody sets.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        identity: ProgramIdentity,
        clock: Clock,
        workstation: str = "",
        *,
        hold_s: float = HOLD_S,
    ) -> None:
        self._units = units
        self._identity = identity
        self._clock = clock
        self._hold_s = hold_s
        # The last part tells two cores of one process apart, as in tests.
        place = workstation.replace("@", "-")[:_MAX_WORKSTATION]
        self.owner = f"{identity.text}@{place}@{uuid4().hex[:8]}"
        self._lock = threading.Lock()
        self._held: dict[str, float] = {}
        self._listeners: list[tuple[str, Lost]] = []

    @program_only("services share work between programs by it")
    def on_lost(self, prefix: str, listener: Lost) -> None:
        """Call `listener` on a worker with the names of that beginning that are not ours any more.

        Names that were released are not told.
        """
        self._listeners.append((prefix, listener))

    @program_only("services share work between programs by it")
    def claim(self, names: Collection[str]) -> set[str]:
        """Take those of these names that nobody has; returns which. Raises DatabaseError.

        What dead programs of this computer had is free at once, of others after the hold.
        """
        began = self._clock.monotonic()
        with self._units() as unit:
            taken = unit.leases.claim(names, self.owner, self._hold)
            missed = set(names) - taken
            if missed and self._free_dead(unit.leases.holders(missed), unit.leases.release):
                taken |= unit.leases.claim(missed, self.owner, self._hold)
            unit.commit()
        with self._lock:
            self._held.update(dict.fromkeys(taken, began + self._hold_s))
        return taken

    @program_only("services share work between programs by it")
    def holds(self, name: str) -> bool:
        """Whether this program has the name at this moment, for sure."""
        with self._lock:
            until = self._held.get(name)
        return until is not None and self._clock.monotonic() < until

    @program_only("services share work between programs by it")
    def release(self, names: Collection[str]) -> None:
        """Give these names up, if they are ours; what cannot be written ends by itself."""
        with self._lock:
            for name in names:
                self._held.pop(name, None)
        try:
            with self._units() as unit:
                unit.leases.release(names, self.owner)
                unit.commit()
        except DatabaseError as error:
            logger.info("leases end by themselves: %s", error.message)

    @free("the names of workstations that do the program's work")
    def holders(self, names: Collection[str]) -> Mapping[str, str]:
        """The workstations whose programs have these names; '' is a nameless one."""
        with self._units() as unit:
            found = unit.leases.holders(names)
        return {name: owner.rpartition("@")[0].rpartition("@")[2] for name, owner in found.items()}

    @program_only("a timer does this")
    def renew(self) -> None:
        """Keep what is held; run by a timer more often than the hold is long."""
        with self._lock:
            before = dict(self._held)
        if not before:
            return
        began = self._clock.monotonic()
        kept: set[str] = set()
        try:
            with self._units() as unit:
                kept = unit.leases.renew(self.owner, self._hold)
                unit.commit()
        except DatabaseError as error:
            logger.info("leases are not renewed for now: %s", error.message)
            kept = set()
            before = {name: until for name, until in before.items() if until <= began}
        self._note(before, kept, began + self._hold_s)

    @program_only("a timer does this")
    def prune(self) -> None:
        """Forget what programs had that died long ago. Raises DatabaseError."""
        with self._units() as unit:
            unit.leases.remove_ended(unit.now() - _KEPT_FOR)
            unit.commit()

    @program_only("the program ends")
    def close(self) -> None:
        """Give everything up, so that others need not wait."""
        with self._lock:
            names = set(self._held)
        if names:
            self.release(names)

    def _note(self, before: Mapping[str, float], kept: set[str], until: float) -> None:
        """What was renewed is ours for longer; of `before`, the rest is lost."""
        lost = set()
        with self._lock:
            for name in before:
                if name in kept and name in self._held:
                    self._held[name] = until
                elif self._held.get(name) == before[name]:  # not claimed anew meanwhile
                    del self._held[name]
                    lost.add(name)
        for prefix, listener in self._listeners:
            if names := frozenset(name for name in lost if name.startswith(prefix)):
                listener(names)

    def _free_dead(
        self, holders: Mapping[str, str], release: Callable[[Collection[str], str], None]
    ) -> bool:
        freed = False
        for owner in set(holders.values()):
            if self._identity.is_dead(owner.rpartition("@")[0].rpartition("@")[0]):
                release([name for name, by in holders.items() if by == owner], owner)
                freed = True
        return freed

    @property
    def _hold(self) -> timedelta:
        return timedelta(seconds=self._hold_s)
