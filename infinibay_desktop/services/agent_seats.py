"""Which machines want their agents' channels open, and when each is tried next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from math import inf

from infinibay_desktop.model.errors import GuestUnavailableError
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.runtime.channels import Channel

FIRST_RETRY_S, LONGEST_RETRY_S = 1.0, 60.0
# What was open for so long begins with the shortest wait again.
PROVEN_S = 60.0
# Another program has it: it may end, or lose its lease.
ELSEWHERE_S = 10.0
LEASE_PREFIX = "agent:"
_RUNS = frozenset(
    {
        MachineState.RUNNING,
        MachineState.PAUSED,
        MachineState.SHUTTING_DOWN,
        MachineState.SUSPENDED,
    }
)


def lease_of(key: MachineKey) -> str:
    """The name of the lease on a machine's channel."""
    return f"{LEASE_PREFIX}{key.host_id}/{key.machine_id}"


def runs(machine: Machine) -> bool:
    """Whether the machine's channel can be open."""
    return machine.stale_since is None and machine.state in _RUNS


@dataclass(slots=True)
class Seat:
    """A running machine; `channel` while it is open here, `state` says why it is not."""

    key: MachineKey
    state: AgentState
    since: datetime
    channel: Channel | None = None
    holder: str = ""
    # Somebody here wants just this one.
    wanted: bool = False
    # Only a change of its definition makes it worth another try.
    parked: bool = False
    trying: bool = False
    attempts: int = 0
    due: float = 0.0
    opened_at: float = 0.0
    # When another program was given it, which wanted it.
    given_at: float = -inf


@dataclass(slots=True)
class Seats:
    """The running machines. Not for several threads at once: AgentService holds its lock."""

    serving: bool = False
    by_key: dict[MachineKey, Seat] = field(default_factory=dict)

    def add(self, key: MachineKey, at: datetime, now: float) -> Seat:
        """A seat for a machine that runs; it is due at once."""
        seat = self.by_key[key] = Seat(key=key, state=AgentState.WAITING, since=at, due=now)
        return seat

    def due(self, now: float, at_most: int) -> list[Seat]:
        """Those to be tried now, those first that wait longest; they count as being tried."""
        ready = [seat for seat in self.by_key.values() if self._is_due(seat, now)]
        ready.sort(key=lambda seat: seat.due)
        for seat in ready[:at_most]:
            seat.trying = True
        return ready[:at_most]

    def _is_due(self, seat: Seat, now: float) -> bool:
        if seat.channel or seat.trying or seat.parked or seat.due > now:
            return False
        return self.serving or seat.wanted

    def opened(self, seat: Seat, channel: Channel, now: float) -> None:
        """The channel is open."""
        seat.channel, seat.trying, seat.parked = channel, False, False
        seat.opened_at = now

    def ended(self, seat: Seat, now: float, *, parked: bool = False) -> None:
        """The channel ended, or did not open: wait longer each time."""
        if seat.channel and now - seat.opened_at >= PROVEN_S:
            seat.attempts = 0
        seat.channel, seat.trying, seat.parked = None, False, parked
        seat.due = now + min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** min(seat.attempts, 10))
        seat.attempts += 1

    def elsewhere(self, seat: Seat, now: float) -> None:
        """Another program has it."""
        seat.channel, seat.trying = None, False
        seat.due = now + ELSEWHERE_S

    def renew(self, key: MachineKey, now: float) -> None:
        """Something about the machine changed: it is worth a try at once."""
        if seat := self.by_key.get(key):
            seat.parked, seat.attempts, seat.due = False, 0, now


def by_host(seats: Iterable[Seat]) -> dict[object, list[Seat]]:
    """The same seats, by their hosts."""
    found: dict[object, list[Seat]] = {}
    for seat in seats:
        found.setdefault(seat.key.host_id, []).append(seat)
    return found


def why_unavailable(seat: Seat) -> GuestUnavailableError:
    """Why nobody here can speak with the machine's agent."""
    if seat.state is AgentState.OFF:
        return GuestUnavailableError("The machine does not run.", reason="off")
    if seat.state is AgentState.NO_CHANNEL:
        return GuestUnavailableError(
            "The machine has no channel to an agent.",
            remedy="Add the channel: infinibay agent add-channel MACHINE.",
            reason="no-channel",
        )
    if seat.state is AgentState.ELSEWHERE:
        where = f" at '{seat.holder}'" if seat.holder else ""
        return GuestUnavailableError(
            f"Another program{where} speaks with the machine's agent.",
            remedy="Try again, or close the other program.",
            reason="elsewhere",
        )
    return GuestUnavailableError("The channel to the agent does not open.", reason="waiting")
