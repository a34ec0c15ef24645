"""The one in-memory picture of all machines, fed by what hosts report."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime
from operator import attrgetter

from infinibay_desktop.model.departments import DepartmentId
from infinibay_desktop.model.events import (
    DomainGoneSeen,
    DomainRestartSeen,
    DomainStateSeen,
    Event,
    MachineAdded,
    MachineChanged,
    MachineForcedOff,
    MachineHappening,
    MachineRemoved,
    MachineRestarted,
    MachinesStale,
)
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.people import PersonId
from infinibay_desktop.model.placements import Placement
from infinibay_desktop.services.ports import Publisher

_Whose = tuple[DepartmentId | None, PersonId | None]
_NOBODYS: _Whose = (None, None)
_PLACED = ("department_id", "owner_id")
# What hosts say of a machine.
_reading = attrgetter(*(each.name for each in fields(Machine) if each.name not in _PLACED))


class Inventory:
    """Last known state of every machine; the only writer of that state. Any thread.

    A reading of a host is older than the events that arrive while it is taken. So a
    reader takes a `mark` first and hands it in with what it read; machines that an event
    touched after the mark keep the event's truth.

    Hosts know nothing of departments and owners: these are placed, and every reading and
    event keeps them.
    """

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._machines: dict[MachineKey, Machine] = {}
        self._working: dict[MachineKey, MachineState] = {}
        self._touched: dict[MachineKey, int] = {}
        self._lost: dict[HostId, int] = {}
        self._whose: dict[MachineKey, _Whose] = {}
        self._events = 0
        self._changed = threading.Condition()

    # Reading.

    def snapshot(self) -> list[Machine]:
        """All machines as they show: the state of our own work goes before libvirt's."""
        with self._changed:
            return [self._shown(machine) for machine in self._machines.values()]

    def __len__(self) -> int:
        """How many machines there are."""
        return len(self._machines)

    def of_host(self, host_id: HostId) -> list[Machine]:
        """The machines of one host as they show."""
        return [machine for machine in self.snapshot() if machine.host_id == host_id]

    def find(self, key: MachineKey) -> Machine | None:
        """One machine as it shows."""
        with self._changed:
            machine = self._machines.get(key)
            return None if machine is None else self._shown(machine)

    def wait_for(
        self, key: MachineKey, wanted: Callable[[Machine | None], bool], timeout_s: float
    ) -> bool:
        """Wait until the machine is as `wanted`; False when the time is over."""
        with self._changed:
            return self._changed.wait_for(lambda: wanted(self._machines.get(key)), timeout_s)

    def mark(self) -> int:
        """Where the stream of events stands; take it before reading a host."""
        with self._changed:
            return self._events

    # What was read.

    def load(
        self,
        machines: Iterable[tuple[Machine, datetime]],
        placements: Iterable[Placement] = (),
    ) -> None:
        """Begin with machines as last seen, at their time, and whose they are."""
        with self._changed:
            self._whose = _whose(placements)
            for machine, seen_at in machines:
                stale = replace(machine, stale_since=seen_at)
                self._machines[machine.key] = self._placed(stale)

    def reconcile(self, host_id: HostId, machines: Iterable[Machine], *, mark: int) -> None:
        """Take over a full reading of one host; publishes only what differs.

        A reading that began before the host was lost makes nothing fresh again.
        """
        found = {machine.key: machine for machine in machines}
        events: list[Event] = []
        with self._changed:
            if self._lost.get(host_id, 0) > mark:
                return
            gone = [
                key
                for key in self._machines
                if key.host_id == host_id
                and key not in found
                and key not in self._working
                and self._touched.get(key, 0) <= mark
            ]
            events += [self._drop(key) for key in gone]
            for key, machine in found.items():
                if self._touched.get(key, 0) <= mark:
                    events += self._put(machine)
                else:
                    events += self._freshen(key)
            self._forget_touches(mark)
            self._changed.notify_all()
        self._publish(events)

    def update(self, machine: Machine, *, mark: int) -> None:
        """Take over a reading of one machine."""
        with self._changed:
            fresh = self._touched.get(machine.key, 0) <= mark
            # An event told the state while we read; the rest of the reading is news still.
            known = self._machines.get(machine.key)
            merged = machine if fresh or known is None else replace(machine, state=known.state)
            self._touch(machine.key)  # a reading that began before knows nothing of this
            events = self._put(merged)
            self._changed.notify_all()
        self._publish(events)

    def remove(self, key: MachineKey) -> None:
        """Take a machine out, if it is in."""
        with self._changed:
            self._touch(key)  # a reading that began before does not bring it back
            events = [self._drop(key)] if key in self._machines else []
            self._changed.notify_all()
        self._publish(events)

    def mark_stale(self, host_id: HostId, since: datetime) -> None:
        """The host is lost: what we know of its machines is of that time."""
        with self._changed:
            self._events += 1
            self._lost[host_id] = self._events
            keys = [
                key
                for key, machine in self._machines.items()
                if key.host_id == host_id and machine.stale_since is None
            ]
            for key in keys:
                self._machines[key] = replace(self._machines[key], stale_since=since)
            self._changed.notify_all()
        if keys:
            self._publish([MachinesStale(host_id=host_id, keys=tuple(keys))])

    # Whose they are.

    def place(self, placements: Iterable[Placement], gone: Iterable[MachineKey] = ()) -> None:
        """Take over whose machines are, also of those not seen yet; `gone` are nobody's."""
        whose = dict.fromkeys(gone, _NOBODYS) | _whose(placements)
        events: list[Event] = []
        with self._changed:
            self._whose |= whose
            for key in whose:
                if self._whose[key] == _NOBODYS:
                    del self._whose[key]
                if machine := self._machines.get(key):
                    events += self._put(machine)
            self._changed.notify_all()
        self._publish(events)

    def tell(self, kind: Callable[..., MachineHappening], key: MachineKey) -> None:
        """Tell what happened to a machine, if it is known."""
        if machine := self.find(key):
            self._publish([kind(machine=machine)])

    def placed_keys(self) -> list[MachineKey]:
        """Which machines are somebody's, as far as known here."""
        with self._changed:
            return list(self._whose)

    # Our own work.

    def begin_work(self, machine: Machine, state: MachineState) -> None:
        """Show a machine as being created or deleted, until `end_work`."""
        with self._changed:
            known = machine.key in self._machines
            self._working[machine.key] = state
            self._machines.setdefault(machine.key, self._placed(machine))
            shown = self._shown(self._machines[machine.key])
        kind = MachineChanged if known else MachineAdded
        self._publish([kind(machine=shown)])

    def end_work(self, key: MachineKey) -> None:
        """Show what the host says again; a machine that never came to be goes."""
        events: list[Event] = []
        with self._changed:
            placeholder = self._working.pop(key, None) is MachineState.CREATING
            machine = self._machines.get(key)
            if machine is not None and placeholder and machine.state is MachineState.CREATING:
                events = [self._drop(key)]
            elif machine is not None:
                events = [MachineChanged(machine=machine)]
            self._changed.notify_all()
        self._publish(events)

    # Seen: on the bus thread.

    def on_domain_state_seen(self, seen: DomainStateSeen) -> None:
        """Take over a state that libvirt told of."""
        key = MachineKey(seen.host_id, seen.machine_id)
        with self._changed:
            self._touch(key)
            known = self._machines.get(key)
            if known is None or (known.state is seen.state and known.stale_since is None):
                return
            now = replace(known, state=seen.state, stale_since=None)
            # Told first: who hears it still knows a machine that goes with its guest.
            events: list[Event] = (
                [MachineForcedOff(machine=self._shown(now))] if seen.forced else []
            )
            if seen.state is MachineState.SHUT_OFF and not known.persistent:
                events.append(self._drop(key))
            else:
                events += self._put(now)
            self._changed.notify_all()
        self._publish(events)

    def on_domain_restart_seen(self, seen: DomainRestartSeen) -> None:
        """Tell of a machine that restarted."""
        self.tell(MachineRestarted, MachineKey(seen.host_id, seen.machine_id))

    def on_domain_gone_seen(self, seen: DomainGoneSeen) -> None:
        """Take a machine out whose definition went; while it still runs it stays, transient."""
        key = MachineKey(seen.host_id, seen.machine_id)
        with self._changed:
            self._touch(key)
            known = self._machines.get(key)
            if known is None:
                return
            off = known.state in _OFF
            events = [self._drop(key)] if off else self._put(replace(known, persistent=False))
            self._changed.notify_all()
        self._publish(events)

    # Under the lock.

    def _shown(self, machine: Machine) -> Machine:
        state = self._working.get(machine.key)
        return machine if state is None else replace(machine, state=state)

    def _touch(self, key: MachineKey) -> None:
        self._events += 1
        self._touched[key] = self._events

    def _forget_touches(self, mark: int) -> None:
        self._touched = {key: at for key, at in self._touched.items() if at > mark}

    def _placed(self, machine: Machine) -> Machine:
        whose = self._whose.get(machine.key, _NOBODYS)
        if whose == (machine.department_id, machine.owner_id):
            return machine
        return replace(machine, department_id=whose[0], owner_id=whose[1])

    def _says_nothing_new(self, key: MachineKey, known: Machine, machine: Machine) -> bool:
        whose = self._whose.get(key, _NOBODYS)
        unmoved = whose == (known.department_id, known.owner_id)
        return unmoved and _reading(known) == _reading(machine)

    def _put(self, machine: Machine) -> list[Event]:
        key = machine.key
        known = self._machines.get(key)
        # Most readings say nothing new: for these no machine is made anew.
        if known is not None and self._says_nothing_new(key, known, machine):
            return []
        machine = self._placed(machine)
        self._machines[key] = machine
        kind = MachineAdded if known is None else MachineChanged
        return [kind(machine=self._shown(machine))]

    def _freshen(self, key: MachineKey) -> list[Event]:
        known = self._machines.get(key)
        if known is None or known.stale_since is None:
            return []
        return self._put(replace(known, stale_since=None))

    def _drop(self, key: MachineKey) -> Event:
        return MachineRemoved(machine=self._machines.pop(key))

    def _publish(self, events: Iterable[Event]) -> None:
        for event in events:
            self._publisher.publish(event)


_OFF = frozenset(
    {
        MachineState.SHUT_OFF,
        MachineState.SAVED,
        MachineState.CRASHED,
        MachineState.CREATING,
        MachineState.UNKNOWN,
    }
)


def _whose(placements: Iterable[Placement]) -> dict[MachineKey, _Whose]:
    return {each.key: (each.department_id, each.owner_id) for each in placements}
