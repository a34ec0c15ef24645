"""Agents in guests: how each stands, and what they are asked."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future

from infinibay_desktop.model.errors import (
    Cancelled,
    GuestTimeoutError,
    GuestUnavailableError,
    InfinibayError,
)
from infinibay_desktop.model.guests import (
    AgentState,
    AgentStatus,
    GuestAnswer,
    GuestProgress,
    GuestRequest,
)
from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.runtime.clock import Clock
from infinibay_desktop.runtime.deadline import await_outside
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.agent_channels import ASK_AGAIN_S, AgentChannels
from infinibay_desktop.services.agent_ports import GuestHub
from infinibay_desktop.services.declarations import Sight, free, needs, program_only
from infinibay_desktop.services.ports import HostLinks

# How long an agent is given to greet once its channel is open.
GREETING_S = 10.0
_GREETED = (AgentState.TALKING, AgentState.SILENT)
# More is not to be expected of these.
_SAID_ALL = frozenset(AgentState) - {AgentState.WAITING}
Progress = Callable[[GuestProgress], None]


def seen_agents(
    sight: Sight, found: Mapping[MachineKey, AgentStatus]
) -> Mapping[MachineKey, AgentStatus]:
    """The agents of machines that the caller may see."""
    if sight.actor.may(Permission.MACHINE_VIEW):
        return found
    known = {machine.key for machine in sight.machines()}
    return {key: status for key, status in found.items() if key in known}


class AgentService:
    """The agents of running machines. What waits for a guest or a host runs on workers."""

    def __init__(
        self, channels: AgentChannels, connections: HostLinks, hub: GuestHub, clock: Clock
    ) -> None:
        self._channels = channels
        self._connections = connections
        self._hub = hub
        self._clock = clock

    @free("it opens what this person's own account on the hosts may open")
    def serve(self) -> None:
        """Keep the channels of all running machines open from now on, as far as they are free."""
        self._channels.serve()

    @free("only the agents of machines that one may see", only=seen_agents)
    def statuses(self) -> Mapping[MachineKey, AgentStatus]:
        """The agents of all running machines."""
        return self._channels.statuses()

    @needs(Permission.MACHINE_VIEW, machine="key")
    def status(self, key: MachineKey) -> AgentStatus:
        """How a machine's agent stands."""
        return self._channels.status(key)

    @free("it says nothing")
    def wait_until_known(self, timeout_s: float) -> None:
        """Wait until it is known of each running machine whether its agent talks."""
        self._channels.wait_until_known(timeout_s)

    @needs(Permission.GUEST_VIEW, machine="key")
    def look(self, key: MachineKey, timeout_s: float = GREETING_S) -> AgentStatus:
        """How an agent stands once its channel, if nobody has it, was open for a while."""
        self._channels.open_if_free(key)
        self._channels.wait_until(key, _SAID_ALL, timeout_s)
        return self._channels.status(key)

    @needs(Permission.GUEST_VIEW, machine="key")
    def want(self, key: MachineKey) -> AgentStatus:
        """Have the channel open here: another program lets go of it.

        Raises GuestUnavailableError; its `details["reason"]` is off, no-channel or elsewhere.
        """
        self._channels.obtain(key, insist=True)
        return self._channels.status(key)

    @needs(Permission.MACHINE_EDIT, machine="key", act="machine.add-channel")
    def add_channel(self, key: MachineKey) -> bool:
        """Give a machine the channel; False where a running one has it from its next start."""
        at_once = self._connections.link(key.host_id).channels.add_channel(key.machine_id)
        changed(after={"at_once": at_once})
        self._channels.renew(key)
        return at_once

    @program_only("GuestService asks, and knows which permission each question needs")
    def request(
        self,
        key: MachineKey,
        request: GuestRequest,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestAnswer:
        """Ask an agent and wait, on a worker; `stop` cancels what was asked.

        Raises GuestUnavailableError, GuestTimeoutError, GuestProtocolError or Cancelled.
        """
        self._await_greeting(key)
        future = self._hub.request(key, request, progress)
        return self._await(key, future, request.timeout_s + GREETING_S, stop)

    @program_only("the delivery of agents upgrades them")
    def upgrade(
        self,
        key: MachineKey,
        version: str,
        payload: bytes,
        progress: Progress | None = None,
        *,
        timeout_s: float = 300.0,
        stop: threading.Event | None = None,
    ) -> GuestAnswer:
        """Have an agent replace itself by `payload`, and wait, on a worker."""
        self._await_greeting(key)
        future = self._hub.upgrade(key, version, payload, progress)
        return self._await(key, future, timeout_s, stop)

    def _await(
        self,
        key: MachineKey,
        future: "Future[GuestAnswer]",
        timeout_s: float,
        stop: threading.Event | None,
    ) -> GuestAnswer:
        deadline = self._clock.monotonic() + timeout_s

        def given_up() -> InfinibayError | None:
            if stop is not None and stop.is_set():
                return Cancelled("The request was cancelled.")
            if self._clock.monotonic() > deadline:
                return GuestTimeoutError(f"The agent did not answer within {timeout_s:g} s.")
            return None

        try:
            return await_outside(future, given_up, look_s=ASK_AGAIN_S)
        finally:
            if not future.done():
                self._hub.cancel(key, future)

    def _await_greeting(self, key: MachineKey) -> None:
        self._channels.obtain(key)
        if not self._channels.wait_until(key, _GREETED, GREETING_S):
            raise GuestUnavailableError(
                "No agent answers inside the machine.",
                remedy="Install the agent in it, or see whether its service runs.",
                reason="waiting",
            )
