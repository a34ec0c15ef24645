"""Looks at guests' services now and then, and tells of one that ran and has failed."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from infinibay_desktop.model.errors import (
    GuestProtocolError,
    GuestRefusedError,
    GuestServiceFailedError,
    GuestUnavailableError,
)
from infinibay_desktop.model.guest_parts import GuestUnit
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.runtime.timers import Submitter
from infinibay_desktop.services.timer_runs import RecordError

PERIOD_S = 600.0
LANE = "guest-services"
# Of an agent that has found a service manager in its system.
CAPABILITY = "services"
RUNNING, FAILED = "running", "failed"
# What is kept of each guest in memory; the longest names of these are half a megabyte.
MOST_SERVICES = 1000
# One guest with many failures must not fill the record.
MOST_TOLD = 10


class ServiceWatch:
    """Asks the guests whose agents talk with this program, a few at a time.

    What was seen last is kept in memory.
    """

    def __init__(
        self,
        statuses: Callable[[], Mapping[MachineKey, AgentStatus]],
        services: Callable[[MachineKey], Iterable[GuestUnit]],
        find: Callable[[MachineKey], Machine | None],
        tasks: Submitter,
        record: RecordError,
    ) -> None:
        self._statuses = statuses
        self._services = services
        self._find = find
        self._tasks = tasks
        self._record = record
        self._lock = threading.Lock()
        self._seen: dict[MachineKey, dict[str, str]] = {}

    def look(self) -> Sequence["Future[Any]"]:
        """Begin to ask all of them; run by a timer."""
        statuses = self._statuses()
        asked = [key for key, status in statuses.items() if _tells_services(status)]
        with self._lock:
            for key in self._seen.keys() - statuses.keys():
                del self._seen[key]  # it does not run any more: services begin anew
        return [
            self._tasks.submit(partial(self._ask, key), key=(LANE, key), lane=LANE) for key in asked
        ]

    def states(self, key: MachineKey) -> Mapping[str, str]:
        """The states of a guest's services as last seen, by name."""
        with self._lock:
            return dict(self._seen.get(key, {}))

    def _ask(self, key: MachineKey) -> None:
        try:
            units = self._services(key)
        except GuestUnavailableError:
            return  # it went, or is busy: others tell of that
        except (GuestRefusedError, GuestProtocolError) as error:
            # A guest's trouble is no failure of ours.
            self._record(error, {"timer": LANE, "machine": self._name(key)})
            return
        states = {unit.name: unit.state for unit in units}
        with self._lock:
            before, self._seen[key] = self._seen.get(key, {}), states
        failed = [
            name
            for name, state in states.items()
            if state == FAILED and before.get(name) == RUNNING
        ]
        for name in failed[:MOST_TOLD]:
            self._tell(key, name)

    def _name(self, key: MachineKey) -> str:
        machine = self._find(key)
        return machine.name if machine else str(key.machine_id)

    def _tell(self, key: MachineKey, service: str) -> None:
        name = self._name(key)
        self._record(
            GuestServiceFailedError(
                f"The service '{service}' in '{name}' has failed; it ran before.",
                remedy="The last lines of its log, on the machine's Guest tab, may say why.",
                machine=name,
                service=service,
            ),
            {"timer": LANE},
        )


def _tells_services(status: AgentStatus) -> bool:
    known = status.greeting.capabilities if status.greeting else frozenset()
    return status.state is AgentState.TALKING and CAPABILITY in known
