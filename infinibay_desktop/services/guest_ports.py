"""What services need inside guests: whoever asks the agent, and the QEMU guest agent."""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from infinibay_desktop.model.guest_parts import (
    GuestDisk,
    GuestRun,
    GuestSystem,
    GuestUser,
)
from infinibay_desktop.model.guests import (
    AgentStatus,
    GuestAnswer,
    GuestInterface,
    GuestProgress,
    GuestRequest,
)
from infinibay_desktop.model.machines import MachineId, MachineKey

Progress = Callable[[GuestProgress], None]
# Told how many bytes went so far.
Moved = Callable[[int], None]


class AgentAsker(Protocol):
    """Asks the agent in a machine, and waits for its answer; `stop` cancels.

    Raises GuestUnavailableError, GuestTimeoutError, GuestProtocolError or Cancelled.
    """

    def status(self, key: MachineKey) -> AgentStatus: ...
    def request(
        self,
        key: MachineKey,
        request: GuestRequest,
        *,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> GuestAnswer: ...


class QemuGuestAgent(Protocol):
    """QEMU's own agent in one host's guests. Raises GuestUnavailableError where none answers.

    What it tells is a guest's word: bounded and cleaned already.
    """

    def system(self, machine_id: MachineId) -> GuestSystem: ...
    def interfaces(self, machine_id: MachineId) -> Sequence[GuestInterface]: ...
    def disks(self, machine_id: MachineId) -> Sequence[GuestDisk]: ...
    def users(self, machine_id: MachineId) -> Sequence[GuestUser]: ...
    def freeze(self, machine_id: MachineId) -> int: ...
    def thaw(self, machine_id: MachineId) -> int: ...
    def set_password(self, machine_id: MachineId, user: str, password: str) -> None: ...
    def run(
        self,
        machine_id: MachineId,
        words: Sequence[str],
        *,
        typed: bytes,
        timeout_s: float,
        stop: threading.Event,
    ) -> GuestRun: ...
    def read_file(
        self,
        machine_id: MachineId,
        path: str,
        receive: Callable[[bytes], None],
        *,
        moved: Moved,
        stop: threading.Event,
    ) -> int: ...
    def write_file(
        self,
        machine_id: MachineId,
        path: str,
        parts: Iterable[bytes],
        *,
        moved: Moved,
        stop: threading.Event,
    ) -> int: ...
