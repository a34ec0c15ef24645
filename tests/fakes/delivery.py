"""What the delivery of agents meets: CD drives, QEMU's agent, and an agent that upgrades."""

from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from infinibay_desktop.model.agent_delivery import AgentImage, CdDrive
from infinibay_desktop.model.errors import GuestUnavailableError, HypervisorError, InfinibayError
from infinibay_desktop.model.guest_parts import GuestRun, GuestSystem
from infinibay_desktop.model.guests import (
    AGENT_CHANNEL,
    AgentGreeting,
    AgentState,
    AgentStatus,
    GuestAnswer,
    GuestProgress,
)
from infinibay_desktop.model.machines import MachineDisk
from infinibay_desktop.services.agent_delivery import AgentDelivery
from infinibay_desktop.services.agent_serving import AgentServing
from tests.fakes import FakeClock
from tests.fakes.hosts import FakeLink
from tests.fakes.world import FakeFiles

IMAGE = AgentImage(name="infinibay-agent-1.1.0-abc.iso", version="1.1.0", data=b"cd")


class FakeMedia:
    """CD drives of the host's machines; a guest may keep its drive locked."""

    def __init__(self, link: FakeLink) -> None:
        self._link = link
        self._by_id: dict[object, list[CdDrive]] = {}
        self.locked = False
        self.forced: list[str] = []

    def give(self, machine_id, *drives: CdDrive) -> None:
        self._by_id[machine_id] = list(drives)
        self._show(machine_id)

    def drives(self, machine_id) -> tuple[CdDrive, ...]:
        return tuple(self._by_id.get(machine_id, ()))

    def change(self, machine_id, target: str, path: str, *, force: bool = False) -> None:
        self._link.failures.called("change_media")
        if self.locked and not force:
            raise HypervisorError("The tray is locked.")
        if force:
            self.forced.append(target)
        drives = self._by_id[machine_id]
        self._by_id[machine_id] = [
            replace(drive, path=path) if drive.target == target else drive for drive in drives
        ]
        self._show(machine_id)

    def add_drive(self, machine_id, path: str) -> bool:
        runs = self._link.hypervisor.domains[machine_id].machine.state == "running"
        added = CdDrive(target="sda", path=path, at_once=not runs)
        self.give(machine_id, *self.drives(machine_id), added)
        return not runs

    def _show(self, machine_id) -> None:
        domain = self._link.hypervisor.domains[machine_id]
        domain.disks = [
            MachineDisk(target=drive.target, device="cdrom", path=drive.path)
            for drive in self._by_id[machine_id]
        ]


@dataclass
class FakePackage:
    """An agent of version 1.1.0. With `local`, its CD can be a file of this computer."""

    dropped: list[str] = field(default_factory=list)
    local: str = ""

    def version(self, system: str = "linux") -> str:
        return "1.1.0"

    def program(self, system: str) -> bytes:
        return f"the agent for {system}".encode()

    def files(self, system: str):
        return {"install.sh": b"#!/bin/sh", "infinibay-agent": self.program(system)}

    def image(self) -> AgentImage:
        return IMAGE

    def keep_image(self) -> str:
        return f"{self.local}/{IMAGE.name}"

    def drop_image(self, path: str) -> bool:
        self.dropped.append(path)
        return bool(self.local) and path.startswith(self.local)


class FakeInside:
    """QEMU's agent in a guest; silent until `answers`."""

    def __init__(self) -> None:
        self.answers = False
        self.system_name = "Debian GNU/Linux 12"
        self.exit_codes: dict[str, int] = {}
        self.ran: list[tuple[str, ...]] = []
        self.written: dict[str, bytes] = {}

    def system(self, machine_id) -> GuestSystem:
        if not self.answers:
            raise GuestUnavailableError("QEMU's guest agent does not answer.")
        return GuestSystem(os_name=self.system_name)

    def run(self, machine_id, words, *, typed, timeout_s, stop) -> GuestRun:
        self.ran.append(tuple(words))
        code = self.exit_codes.get(words[0], 0)
        return GuestRun(exit_code=code, error=b"Python is\x1b[1m missing" if code else b"")

    def write_file(self, machine_id, path, parts, *, moved, stop) -> int:
        self.written[path] = b"".join(parts)
        return len(self.written[path])


class FakeAgents:
    """One agent that talks, and takes its successor."""

    def __init__(self, clock: FakeClock, link: FakeLink) -> None:
        self._clock, self._link = clock, link
        self.greeting: AgentGreeting | None = AgentGreeting(
            version="1.0.0", os="linux", capabilities=frozenset({"upgrade"})
        )
        self.key = None
        self.taken: list[bytes] = []
        self.answer = GuestAnswer(success=True)
        self.refuses: InfinibayError | None = None

    def want(self, key) -> AgentStatus:
        if self.refuses:
            raise self.refuses
        return self.status(key)

    def look(self, key, timeout_s: float = 0) -> AgentStatus:
        return self.status(key)

    def status(self, key) -> AgentStatus:
        state = AgentState.TALKING if self.greeting else AgentState.WAITING
        return AgentStatus(key=key, state=state, since=self._clock.now(), greeting=self.greeting)

    def add_channel(self, key) -> bool:
        domain = self._link.hypervisor.domains[key.machine_id]
        domain.channels = (AGENT_CHANNEL,)
        return True

    def upgrade(self, key, version, payload, progress, *, timeout_s, stop) -> GuestAnswer:
        progress(GuestProgress(text="Sending", percent=50))
        self.taken.append(payload)
        if self.answer.success and self.greeting:
            self.greeting = replace(self.greeting, version=version)
        return self.answer


def make_delivery(link: FakeLink, connections, clock: FakeClock) -> AgentDelivery:
    """The delivery on a fake host, whose machines have no drives and a silent QEMU agent."""
    link.media, link.guest_agent = FakeMedia(link), FakeInside()
    return AgentDelivery(
        connections,
        FakeAgents(clock, link),
        FakePackage(),
        FakeFiles(),
        AgentServing(SimpleNamespace(url=""), str, None),
    )
