"""Keeps the list of machines in the database, so that the next start has it at once."""

import threading

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import (
    DomainGoneSeen,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.services.placing import count_as_seen, forget_machines
from infinibay_desktop.services.ports import UnitOfWorkFactory


class MachineRecorder:
    """Gathers changes from the bus; a timer has a worker write them in one transaction."""

    def __init__(self, units: UnitOfWorkFactory, clock: Clock) -> None:
        self._units = units
        self._clock = clock
        self._lock = threading.Lock()
        self._saved: dict[MachineKey, Machine] = {}
        self._removed: set[MachineKey] = set()
        self._undefined: set[MachineKey] = set()

    def on_machine_added(self, event: MachineAdded) -> None:
        """Remember to write it."""
        self._note(event.machine)

    def on_machine_changed(self, event: MachineChanged) -> None:
        """Remember to write it."""
        self._note(event.machine)

    def on_machine_removed(self, event: MachineRemoved) -> None:
        """Remember to take it out."""
        with self._lock:
            self._saved.pop(event.machine.key, None)
            self._removed.add(event.machine.key)

    def on_domain_gone_seen(self, event: DomainGoneSeen) -> None:
        """Remember that libvirt itself told of the end of a definition."""
        with self._lock:
            self._undefined.add(MachineKey(event.host_id, event.machine_id))

    def flush(self) -> None:
        """Write what changed since the last time; nothing changed costs nothing."""
        with self._lock:
            saved, self._saved = self._saved, {}
            removed, self._removed = self._removed, set()
            undefined = removed & self._undefined
            self._undefined -= undefined
        if not saved and not removed:
            return
        try:
            with self._units() as unit:
                # What a listing lacks may only be hidden from the account that this program
                # has on the host: whose it is stays.
                unit.machines.remove(removed - undefined)
                forget_machines(unit, undefined)
                unit.machines.save(list(saved.values()), self._clock.now())
                count_as_seen(unit, saved.values())
                unit.commit()
        except InfinibayError:
            self._remember(saved, removed)
            with self._lock:
                self._undefined |= undefined & self._removed
            raise

    def _remember(self, saved: dict[MachineKey, Machine], removed: set[MachineKey]) -> None:
        """What could not be written waits for the next time; what came since counts more."""
        with self._lock:
            older = {key: m for key, m in saved.items() if key not in self._removed}
            self._removed |= removed - self._saved.keys()
            self._saved = older | self._saved

    def _note(self, machine: Machine) -> None:
        # Work of ours and lost hosts change nothing that is worth keeping.
        if machine.state in (MachineState.CREATING, MachineState.DELETING) or machine.stale_since:
            return
        with self._lock:
            self._removed.discard(machine.key)
            # A renamed machine is undefined and defined again.
            self._undefined.discard(machine.key)
            self._saved[machine.key] = machine
