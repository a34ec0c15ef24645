"""Keeps the inventory's departments and owners as the database has them."""

import logging
import threading
from collections.abc import Callable

from infinibay_desktop.model.errors import DatabaseError
from infinibay_desktop.model.events import EventsMissed, MachinesPlaced
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.services.inventory import Inventory
from infinibay_desktop.services.ports import UnitOfWorkFactory

logger = logging.getLogger(__name__)


class PlacementFollower:
    """Reads anew what was told to have changed, by this program or another.

    Handlers run on the bus thread and only take notes; `read` runs on a worker, one at a
    time. A timer runs it too, for what could not be read before.
    """

    def __init__(
        self,
        units: UnitOfWorkFactory,
        inventory: Inventory,
        submit: Callable[[Callable[[], None]], object],
    ) -> None:
        self._units = units
        self._inventory = inventory
        self._submit = submit
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._waiting: set[MachineKey] = set()
        self._all = False

    def on_machines_placed(self, event: MachinesPlaced) -> None:
        """Have these machines' places read."""
        with self._lock:
            self._waiting.update(event.keys)
        self._submit(self.read)

    def on_events_missed(self, _event: EventsMissed) -> None:
        """Have all places read."""
        with self._lock:
            self._all = True
        self._submit(self.read)

    def read(self) -> None:
        """Read what waits; nothing waiting costs nothing."""
        # One after the other: an older answer must not come last.
        with self._reading:
            with self._lock:
                keys, self._waiting = self._waiting, set()
                everything, self._all = self._all, False
            try:
                if everything:
                    self._read_all()
                elif keys:
                    self._read_some(keys)
            except DatabaseError as error:
                logger.info("whose machines are is not read for now: %s", error.message)
                with self._lock:
                    self._waiting |= keys
                    self._all |= everything

    def _read_some(self, keys: set[MachineKey]) -> None:
        with self._units() as unit:
            found = unit.placements.of(keys)
        self._inventory.place(found, gone=keys - {each.key for each in found})

    def _read_all(self) -> None:
        known = set(self._inventory.placed_keys())
        with self._units() as unit:
            found = unit.placements.all()
        self._inventory.place(found, gone=known - {each.key for each in found})
