"""Tries machines' agent channels: first whose they are between programs, then the host."""

import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from infinibay_desktop.model.errors import (
    ConflictError,
    DatabaseError,
    GuestUnavailableError,
    HostUnreachableError,
    InfinibayError,
    InvalidStateError,
    NotFoundError,
)
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.runtime.channels import Channel
from infinibay_desktop.services.agent_ports import GuestChannels, GuestHub
from infinibay_desktop.services.agent_seats import lease_of
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.ports import HostLinks

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How it went: an open channel, or the state without one. WAITING: try again."""

    key: MachineKey
    state: AgentState = AgentState.WAITING
    channel: Channel | None = None
    holder: str = ""


class AgentOpener:
    """Opens channels of which this program has the lease. On workers."""

    def __init__(self, connections: HostLinks, hub: GuestHub, leases: Leases) -> None:
        self._connections = connections
        self._hub = hub
        self._leases = leases

    def try_some(
        self, host_id: HostId, keys: Collection[MachineKey], *, force: bool = False
    ) -> Iterator[Tried]:
        """Try these of one host, all leases at once; `force` ends another program's stream.

        What did not open has no lease afterwards, unless it is worth another try soon.
        """
        try:
            channels = self._connections.link(host_id).channels
            if not channels.possible:
                yield from (Tried(key=key, state=AgentState.NO_CHANNEL) for key in keys)
                return
            taken, holders = self._claim(keys)
        except (DatabaseError, HostUnreachableError) as error:
            logger.info("no channels are opened for now: %s", error.message)
            return
        for key in keys:
            if key not in taken:
                holder = holders.get(lease_of(key), "")
                yield Tried(key=key, state=AgentState.ELSEWHERE, holder=holder)
        yield from self._open(channels, taken, force=force)

    def _claim(self, keys: Collection[MachineKey]) -> tuple[list[MachineKey], Mapping[str, str]]:
        names = {lease_of(key): key for key in keys}
        taken = self._leases.claim(names)
        missed = names.keys() - taken
        return [names[name] for name in taken], self._leases.holders(missed) if missed else {}

    def _open(
        self, channels: GuestChannels, keys: Collection[MachineKey], *, force: bool
    ) -> Iterator[Tried]:
        useless = []
        try:
            for key in keys:
                tried = self._open_one(channels, key, force=force)
                if tried.state is not AgentState.WAITING:
                    useless.append(lease_of(key))
                yield tried
        except HostUnreachableError as error:
            # Trying the others would only take as long again.
            logger.info("no channels are opened for now: %s", error.message)
        if useless:
            self._leases.release(useless)

    def _open_one(self, channels: GuestChannels, key: MachineKey, *, force: bool) -> Tried:
        try:
            channel = channels.open(key.machine_id, partial(self._hub.wake, key), force=force)
            return Tried(key=key, channel=channel)
        except HostUnreachableError:
            raise
        except ConflictError:
            return Tried(key=key, state=AgentState.ELSEWHERE)
        except (NotFoundError, InvalidStateError):
            return Tried(key=key, state=AgentState.OFF)
        except GuestUnavailableError:
            return Tried(key=key, state=AgentState.NO_CHANNEL)
        except InfinibayError as error:
            logger.info("a channel did not open: %s", error.message)
            return Tried(key=key)
