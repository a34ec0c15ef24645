"""Tells of running machines whose agents have fallen silent."""

from collections.abc import Callable, Mapping, Sequence

from infinibay_desktop.model.errors import GuestSilentError
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.services.timer_runs import RecordError

PERIOD_S = 60.0
# More than these at one look are told of together.
MOST_TOLD = 5
_NAMED = 20


class AgentWatch:
    """Looks at the agents that this program speaks with; others' are theirs to tell of.

    A silence is told once. Who speaks again may fall silent again.
    """

    def __init__(
        self,
        statuses: Callable[[], Mapping[MachineKey, AgentStatus]],
        find: Callable[[MachineKey], Machine | None],
        record: RecordError,
    ) -> None:
        self._statuses = statuses
        self._find = find
        self._record = record
        self._told: set[MachineKey] = set()

    def look(self) -> None:
        """Tell of those that are silent since the last look; run by a timer."""
        silent = {
            key: status
            for key, status in self._statuses().items()
            if status.state is AgentState.SILENT
        }
        fresh = [key for key in silent if key not in self._told]
        self._told = set(silent)
        if len(fresh) > MOST_TOLD:
            self._tell_of_many(fresh)
            return
        for key in fresh:
            self._tell(key, silent[key])

    def _tell_of_many(self, keys: Sequence[MachineKey]) -> None:
        """Their host has trouble, or this program had: one word for all."""
        names = ", ".join(sorted(map(self._name, keys))[:_NAMED])
        self._record(
            GuestSilentError(
                f"The agents of {len(keys)} machines have said nothing for three periods:"
                f" {names}{', …' if len(keys) > _NAMED else ''}.",
                machines=len(keys),
            ),
            {"timer": "agent-watch"},
        )

    def _name(self, key: MachineKey) -> str:
        machine = self._find(key)
        return machine.name if machine else str(key.machine_id)

    def _tell(self, key: MachineKey, status: AgentStatus) -> None:
        name = self._name(key)
        heard = status.heard_at or status.since
        self._record(
            GuestSilentError(
                f"The agent of '{name}' has said nothing for three periods.",
                remedy="Look at the machine's screen: it may hang, or its agent was stopped.",
                machine=name,
                heard_at=heard.isoformat(timespec="seconds"),
            ),
            {"timer": "agent-watch"},
        )
