"""Guests that answer as a test tells them to."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

from infinibay_desktop.model.errors import Cancelled, GuestUnavailableError
from infinibay_desktop.model.guest_parts import GuestDisk, GuestRun, GuestSystem, GuestUser, Teller
from infinibay_desktop.model.guests import (
    AgentGreeting,
    AgentState,
    AgentStatus,
    GuestAnswer,
    GuestInterface,
    GuestProgress,
    GuestRequest,
)
from infinibay_desktop.model.machines import MachineKey

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
CAPABILITIES = frozenset({"processes", "services", "packages:apt", "users", "disks", "diagnostics"})
GREETING = AgentGreeting(
    version="1.0.0", os="linux", os_name="Debian GNU/Linux 12", capabilities=CAPABILITIES
)
Answering = Callable[[GuestRequest], GuestAnswer]


def rows(*found: dict, total: int | None = None) -> GuestAnswer:
    """A page of a list."""
    return GuestAnswer(
        success=True, data={"rows": list(found), "total": len(found) if total is None else total}
    )


def refusal(words: str) -> GuestAnswer:
    return GuestAnswer(success=False, exit_code=-1, error=words)


class FakeAgents:
    """Agents that answer each action as `answers` says; what is asked is in `asked`."""

    def __init__(self) -> None:
        self.answers: dict[str, GuestAnswer | Answering] = {}
        self.asked: list[GuestRequest] = []
        self.state = AgentState.TALKING
        self.steps: list[GuestProgress] = []
        self.wanted: list[MachineKey] = []
        self.given_channels: list[MachineKey] = []

    def status(self, key: MachineKey) -> AgentStatus:
        known = self.state in (AgentState.TALKING, AgentState.SILENT)
        greeting = GREETING if known else None
        return AgentStatus(key=key, state=self.state, since=SINCE, greeting=greeting)

    def request(
        self,
        key: MachineKey,
        request: GuestRequest,
        *,
        progress: Callable[[GuestProgress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> GuestAnswer:
        self.asked.append(request)
        if self.state is not AgentState.TALKING:
            raise GuestUnavailableError("No agent answers inside the machine.", reason="waiting")
        for step in self.steps if progress else ():
            progress(step)
        if stop is not None and stop.is_set():
            raise Cancelled("The request was cancelled.")
        answer = self.answers.get(request.action, GuestAnswer(success=True))
        return answer(request) if callable(answer) else answer

    def want(self, key: MachineKey) -> AgentStatus:
        self.wanted.append(key)
        self.state = AgentState.TALKING
        return self.status(key)

    def add_channel(self, key: MachineKey) -> bool:
        self.given_channels.append(key)
        return False


class FakeQemuAgent:
    """The QEMU guest agent of every machine; silent unless `answers`."""

    def __init__(self) -> None:
        self.answers = False
        self.did: list[tuple[object, ...]] = []
        self.files: dict[str, bytes] = {"/etc/hostname": b"web\n"}
        self.result = GuestRun(exit_code=0, output=b"done\n")

    def system(self, machine_id) -> GuestSystem:
        self._heard("system")
        interface = GuestInterface(name="eth0", addresses=("10.0.0.2",))
        return GuestSystem(os_name="Debian", interfaces=(interface,), teller=Teller.QEMU)

    def interfaces(self, machine_id):
        self._heard("interfaces")
        return ()

    def disks(self, machine_id):
        self._heard("disks")
        return (GuestDisk(mount_point="/"),)

    def users(self, machine_id):
        self._heard("users")
        return (GuestUser(name="ana", since=SINCE),)

    def freeze(self, machine_id) -> int:
        self._heard("freeze")
        return 2

    def thaw(self, machine_id) -> int:
        self._heard("thaw")
        return 2

    def set_password(self, machine_id, user: str, password: str) -> None:
        self._heard("set_password", user, password)

    def run(self, machine_id, words, *, typed, timeout_s, stop) -> GuestRun:
        self._heard("run", *words)
        return self.result

    def read_file(self, machine_id, path, receive, *, moved, stop) -> int:
        self._heard("read_file", path)
        content = self.files[path]
        receive(content)
        moved(len(content))
        return len(content)

    def write_file(self, machine_id, path, parts, *, moved, stop) -> int:
        self._heard("write_file", path)
        self.files[path] = b"".join(parts)
        moved(len(self.files[path]))
        return len(self.files[path])

    def _heard(self, *what: object) -> None:
        if not self.answers:
            raise GuestUnavailableError("The QEMU guest agent is not connected.", reason="waiting")
        self.did.append(what)
