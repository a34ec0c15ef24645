"""What services need of guests: their channels, and sessions with their agents."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from infinibay_desktop.model.guests import AgentStatus, GuestAnswer, GuestProgress, GuestRequest
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.runtime.channels import Channel


class GuestChannels(Protocol):
    """Channels to the agents in one host's guests.

    `open` calls `wake` from any thread; it must be quick. It raises GuestUnavailableError where
    the machine has no channel and ConflictError where another program has it open. None are
    `possible` where machines are only simulated.
    """

    @property
    def possible(self) -> bool: ...
    def open(
        self, machine_id: MachineId, wake: Callable[[], None], *, force: bool = False
    ) -> Channel: ...
    def add_channel(self, machine_id: MachineId) -> bool: ...


class GuestHub(Protocol):
    """Sessions with the agents of all guests. Any thread; nothing here waits.

    `on_end` is called once, when a channel that was not detached has ended.
    """

    def attach(
        self, key: MachineKey, channel: Channel, *, on_end: Callable[[MachineKey, str], None]
    ) -> None: ...
    def detach(self, key: MachineKey) -> None: ...
    def wake(self, key: MachineKey) -> None: ...
    def is_asked(self, key: MachineKey) -> bool: ...
    def status(self, key: MachineKey) -> AgentStatus | None: ...
    def request(
        self,
        key: MachineKey,
        request: GuestRequest,
        progress: Callable[[GuestProgress], None] | None = None,
    ) -> "Future[GuestAnswer]": ...
    def upgrade(
        self,
        key: MachineKey,
        version: str,
        payload: bytes,
        progress: Callable[[GuestProgress], None] | None = None,
    ) -> "Future[GuestAnswer]": ...
    def cancel(self, key: MachineKey, future: "Future[GuestAnswer]") -> None: ...
