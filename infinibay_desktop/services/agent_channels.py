"""Keeps the channels of running machines open, in one program at a time."""

import logging
import threading
from collections.abc import Collection, Iterable
from functools import partial
from math import inf

from infinibay_desktop.model.errors import GuestUnavailableError
from infinibay_desktop.model.events import (
    AgentStatusChanged,
    AgentWanted,
    DomainDefinitionSeen,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesStale,
)
from infinibay_desktop.model.guests import AgentState, AgentStatus
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.runtime.channels import Channel
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.agent_opening import AgentOpener, Tried
from infinibay_desktop.services.agent_ports import GuestHub
from infinibay_desktop.services.agent_seats import (
    LEASE_PREFIX,
    Seat,
    Seats,
    by_host,
    lease_of,
    runs,
    why_unavailable,
)
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.ports import HostLinks, Publisher, UnitOfWorkFactory

logger = logging.getLogger(__name__)
TICK_S = 0.5
# Channels opened in one tick: a thousand machines are spread over five seconds.
AT_ONCE = 100
# How long another program is given to let go of a channel.
HAND_OVER_S = 6.0
ASK_AGAIN_S = 0.25
# How long whoever was given a channel keeps it, if nobody insists.
GIVEN_S = 30.0


class AgentChannels:
    """The channels that are open here. Any thread may look; `obtain` and `tick` run on workers.

    Until `serve` only those are open that somebody here asked for. All that opens and closes
    channels of one host does so one after another.
    """

    def __init__(
        self,
        connections: HostLinks,
        hub: GuestHub,
        leases: Leases,
        units: UnitOfWorkFactory,
        tasks: TaskRunner,
        clock: Clock,
        publisher: Publisher,
    ) -> None:
        self._hub = hub
        self._leases = leases
        self._units = units
        self._tasks = tasks
        self._clock = clock
        self._publisher = publisher
        self._opener = AgentOpener(connections, hub, leases)
        self._changed = threading.Condition()
        self._seats = Seats()
        self._closed = False
        leases.on_lost(LEASE_PREFIX, self._on_leases_lost)

    def serve(self) -> None:
        """Keep the channels of all running machines open from now on, as far as they are free."""
        with self._changed:
            self._seats.serving = True

    def statuses(self) -> dict[MachineKey, AgentStatus]:
        """How the agents of all running machines stand."""
        with self._changed:
            seats = list(self._seats.by_key.values())
        return {seat.key: self._status_of(seat) for seat in seats}

    def status(self, key: MachineKey) -> AgentStatus:
        """How one agent stands."""
        with self._changed:
            seat = self._seats.by_key.get(key)
        if seat:
            return self._status_of(seat)
        return AgentStatus(key=key, state=AgentState.OFF, since=self._clock.now())

    def renew(self, key: MachineKey) -> None:
        """Something about the machine changed that makes another try worth it."""
        with self._changed:
            self._seats.renew(key, self._clock.monotonic())

    def wait_until(self, key: MachineKey, states: Collection[AgentState], timeout_s: float) -> bool:
        """Wait until an agent stands so; False when the time is over, or the program ends."""

        def stands() -> bool:
            return self.status(key).state in states

        with self._changed:
            self._changed.wait_for(lambda: stands() or self._closed, timeout_s)
            return stands()

    def wait_until_known(self, timeout_s: float) -> None:
        """Wait until it is known of each running machine whether its agent talks."""
        with self._changed:
            self._changed.wait_for(
                lambda: all(s.state is not AgentState.WAITING for s in self.statuses().values()),
                timeout_s,
            )

    def open_if_free(self, key: MachineKey) -> None:
        """Have the channel open here where no other program has it. On a worker."""
        with self._changed:
            seat = self._seats.by_key.get(key)
        if seat and self._begin_try(seat):
            self._try([seat])

    def obtain(self, key: MachineKey, *, insist: bool = False) -> None:
        """Have the channel open here: another program lets go of it. On a worker.

        Unless somebody insists, a program that was given it a moment ago may keep it: else two
        that ask all the time would take it from each other all the time.

        Raises GuestUnavailableError; its `details["reason"]` is off, no-channel or elsewhere.
        """
        deadline = self._clock.monotonic() + HAND_OVER_S
        asked = False
        while not self._is_open(key):
            seat = self._wanted_seat(key)
            if not insist and self._clock.monotonic() - seat.given_at < GIVEN_S:
                raise why_unavailable(seat)
            if self._begin_try(seat):
                self._try([seat], force=asked)
            if seat.state is AgentState.NO_CHANNEL or self._clock.monotonic() > deadline:
                raise why_unavailable(seat)
            if seat.state is AgentState.ELSEWHERE and not asked:
                asked = True
                self._ask_for(key)
            with self._changed:
                self._changed.wait_for(lambda: self._is_open(key), ASK_AGAIN_S)

    def tick(self) -> None:
        """Try those whose time has come; run by a timer."""
        with self._changed:
            due = self._seats.due(self._clock.monotonic(), AT_ONCE)
        for host_id, seats in by_host(due).items():
            lane = ("agents", host_id)
            self._tasks.submit(partial(self._try, seats), key=lane, lane=lane)

    def close(self) -> None:
        """Let go of all: the program ends."""
        with self._changed:
            self._closed = True
            seats = list(self._seats.by_key.values())
            self._seats.by_key.clear()
            self._changed.notify_all()
        self._give_back(seats)

    # Facts, on the bus thread: hand over to a worker.

    def on_machine_event(self, event: MachineAdded | MachineChanged | MachineRemoved) -> None:
        """Give a machine that runs a seat, and take it from one that does not."""
        machine = event.machine
        if isinstance(event, MachineRemoved) or not runs(machine):
            self._take_out([machine.key])
        else:
            self._take_in(machine)

    def on_machines_stale(self, event: MachinesStale) -> None:
        """The host is lost, and its channels with it."""
        self._take_out(event.keys)

    def on_domain_definition_seen(self, seen: DomainDefinitionSeen) -> None:
        """A definition changed: it may have the channel now."""
        key = MachineKey(seen.host_id, seen.machine_id)
        with self._changed:
            if (seat := self._seats.by_key.get(key)) and seat.parked:
                self._seats.renew(key, self._clock.monotonic())

    def on_agent_wanted(self, event: AgentWanted) -> None:
        """Somebody at another program wants to speak with a guest: let go of it.

        Not while somebody here waits for an answer: what an hour-long act came to would be lost.
        """
        if event.by != self._leases.owner and not self._hub.is_asked(event.key):
            lane = ("agents", event.key.host_id)
            work = partial(self._hand_over, [event.key], given_at=self._clock.monotonic())
            self._tasks.submit(work, key=lane, lane=lane)

    def on_agent_status_changed(self, _event: AgentStatusChanged) -> None:
        """Wake whoever waits for a greeting."""
        with self._changed:
            self._changed.notify_all()

    def _take_in(self, machine: Machine) -> None:
        with self._changed:
            if self._closed or machine.key in self._seats.by_key:
                return
            seat = self._seats.add(machine.key, self._clock.now(), self._clock.monotonic())
        self._publisher.publish(AgentStatusChanged(status=self._status_of(seat)))

    def _take_out(self, keys: Collection[MachineKey]) -> None:
        with self._changed:
            seats = [seat for key in keys if (seat := self._seats.by_key.pop(key, None))]
        if not seats:
            return
        lane = ("agents", seats[0].key.host_id)
        self._tasks.submit(partial(self._give_back, seats), key=lane, lane=lane)
        for seat in seats:
            self._publisher.publish(AgentStatusChanged(status=self.status(seat.key)))

    # On workers.

    def _try(self, seats: Collection[Seat], *, force: bool = False) -> None:
        by_key = {seat.key: seat for seat in seats}
        host_id = next(iter(by_key)).host_id
        try:
            for tried in self._opener.try_some(host_id, tuple(by_key), force=force):
                self._note(by_key.pop(tried.key), tried)
        finally:
            with self._changed:
                for seat in by_key.values():  # nobody got to these; they must not wait for ever
                    self._seats.ended(seat, self._clock.monotonic())

    def _note(self, seat: Seat, tried: Tried) -> None:
        now, channel = self._clock.monotonic(), tried.channel
        with self._changed:
            gone = self._closed or self._seats.by_key.get(seat.key) is not seat
            if channel and not gone:
                self._seats.opened(seat, channel, now)
            elif tried.state is AgentState.ELSEWHERE:
                self._seats.elsewhere(seat, now)
            else:
                self._seats.ended(seat, now, parked=tried.state is AgentState.NO_CHANNEL)
        if channel and gone:
            channel.close()
            self._leases.release([lease_of(seat.key)])
            return
        if channel:
            self._hub.attach(seat.key, channel, on_end=partial(self._on_end, seat, channel))
        self._show(seat, tried.state, tried.holder)

    def _on_end(self, seat: Seat, channel: Channel, _key: MachineKey, reason: str) -> None:
        """The hub lost a channel: close it, and try again later. Any thread."""
        channel.close()
        with self._changed:
            if seat.channel is not channel:
                return
            self._seats.ended(seat, self._clock.monotonic())
        logger.info("the channel of %s ended: %s", seat.key.machine_id, reason)
        self._show(seat, AgentState.WAITING)

    def _hand_over(self, keys: Collection[MachineKey], given_at: float = -inf) -> None:
        with self._changed:
            found = [self._seats.by_key.get(key) for key in keys]
            seats = [seat for seat in found if seat and seat.channel]
            channels = [(seat.key, seat.channel) for seat in seats]
            for seat in seats:
                seat.given_at = given_at
                self._seats.elsewhere(seat, self._clock.monotonic())
        self._hang_up(channels)
        self._leases.release([lease_of(seat.key) for seat in seats])
        for seat in seats:
            self._show(seat, AgentState.ELSEWHERE)

    def _on_leases_lost(self, names: frozenset[str]) -> None:
        with self._changed:
            keys = [key for key in self._seats.by_key if lease_of(key) in names]
        self._hand_over(keys)

    def _give_back(self, seats: Collection[Seat]) -> None:
        """Close what is open of these, and give up their leases."""
        with self._changed:
            channels = [(seat.key, seat.channel) for seat in seats]
            for seat in seats:
                seat.channel = None
        self._hang_up(channels)
        with self._changed:
            # One that was started again meanwhile keeps its lease.
            names = [lease_of(s.key) for s in seats if s.key not in self._seats.by_key]
        if names:
            self._leases.release(names)

    def _hang_up(self, channels: Iterable[tuple[MachineKey, Channel | None]]) -> None:
        for key, channel in channels:
            if channel:
                self._hub.detach(key)
                channel.close()

    def _ask_for(self, key: MachineKey) -> None:
        with self._units() as unit:
            unit.tell(AgentWanted(key=key, by=self._leases.owner))
            unit.commit()

    # Small change.

    def _is_open(self, key: MachineKey) -> bool:
        with self._changed:
            seat = self._seats.by_key.get(key)
            return seat is not None and seat.channel is not None

    def _wanted_seat(self, key: MachineKey) -> Seat:
        with self._changed:
            seat = self._seats.by_key.get(key)
            if seat is None:
                raise GuestUnavailableError("The machine does not run.", reason="off")
            seat.wanted = True
            return seat

    def _begin_try(self, seat: Seat) -> bool:
        """Whether nobody else tries it at this moment; it counts as being tried then."""
        with self._changed:
            idle = not seat.trying and not seat.channel
            seat.trying = seat.trying or idle
            return idle

    def _status_of(self, seat: Seat) -> AgentStatus:
        told = self._hub.status(seat.key) if seat.channel else None
        return told or AgentStatus(
            key=seat.key, state=seat.state, since=seat.since, holder=seat.holder
        )

    def _show(self, seat: Seat, state: AgentState, holder: str = "") -> None:
        """Tell how it stands, unless that is known."""
        with self._changed:
            same = (seat.state, seat.holder) == (state, holder)
            if seat.state is not state:
                seat.since = self._clock.now()
            seat.state, seat.holder = state, holder
            is_open = seat.channel is not None
            self._changed.notify_all()
        if not same or is_open:
            self._publisher.publish(AgentStatusChanged(status=self._status_of(seat)))
