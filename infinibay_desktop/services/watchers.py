"""Ends what shows a machine as soon as whoever is signed in may not look at it any more."""

import threading
import weakref
from typing import Protocol

from infinibay_desktop.model.events import (
    ActorChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
)
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.acting import CurrentActor
from infinibay_desktop.services.inventory import Inventory


class Watcher(Protocol):
    """What shows a machine; closing it waits for nothing."""

    def close(self) -> None: ...


class Watchers:
    """All that shows machines at the moment; held weakly. Any thread."""

    def __init__(self, inventory: Inventory, current: CurrentActor) -> None:
        self._inventory = inventory
        self._current = current
        self._lock = threading.Lock()
        self._open: weakref.WeakKeyDictionary[Watcher, MachineKey] = weakref.WeakKeyDictionary()

    def add(self, key: MachineKey, watcher: Watcher) -> None:
        """Keep an eye on it; the right may have gone while it was made."""
        with self._lock:
            self._open[watcher] = key
        if not self._may_watch(key):
            watcher.close()

    def on_machine_event(self, event: MachineAdded | MachineChanged | MachineRemoved) -> None:
        """A machine may be somebody else's now."""
        if not self._may_watch(event.machine.key):
            self._close([one for one, key in self._now() if key == event.machine.key])

    def on_actor_changed(self, _event: ActorChanged) -> None:
        """Another person, or other rights."""
        self._close([one for one, key in self._now() if not self._may_watch(key)])

    def _may_watch(self, key: MachineKey) -> bool:
        actor, machine = self._current.actor, self._inventory.find(key)
        if machine is None:
            return actor.may(Permission.MACHINE_CONSOLE)
        return actor.may_on(Permission.MACHINE_CONSOLE, machine)

    def _now(self) -> list[tuple[Watcher, MachineKey]]:
        with self._lock:
            return list(self._open.items())

    @staticmethod
    def _close(watchers: list[Watcher]) -> None:
        for each in watchers:
            each.close()
