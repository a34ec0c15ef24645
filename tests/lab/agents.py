"""A guest with the agent inside, and a program that watches it."""

import subprocess
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from infinibay_desktop.app.bootstrap import Core
from infinibay_desktop.model.events import AgentStatusChanged, GuestFactsSeen, SamplesSeen
from infinibay_desktop.model.guests import (
    AGENT_CHANNEL,
    AgentState,
    AgentStatus,
    GuestAnswer,
    GuestRequest,
)
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.model.machines import MachineId, MachineKey
from infinibay_desktop.model.metrics import HistoryWish, Source
from tests.fakes.guarded import raw
from tests.lab.guest import Guest, GuestImage, start_guest
from tests.lab.waiting import wait_for

HERE = Path(__file__).parent
AGENT = HERE.parents[1] / "resources" / "guest-agent" / "linux" / "infinibay-agent"
CHANNEL = f"<channel type='unix'><target type='virtio' name='{AGENT_CHANNEL}'/></channel>"
PATIENCE_S = 60.0
PERIOD_S = 1
# As a service manager would: whatever ends the agent, another one is started.
START = """\
#!/bin/sh
while true; do
  python3 /usr/bin/infinibay-agent > /dev/ttyS0 2>&1
  echo AGENT-ENDED > /dev/ttyS0
  sleep 0.1
done
"""


def build_agent_guest(folder: Path) -> GuestImage:
    """The tiny guest with the agent in it."""
    overlay = folder / "overlay"
    (overlay / "usr" / "bin").mkdir(parents=True)
    (overlay / "usr" / "bin" / "infinibay-agent").write_bytes(AGENT.read_bytes())
    start = overlay / "start"
    start.write_text(START, encoding="utf-8")
    start.chmod(0o755)
    image = folder / "image"
    subprocess.run([str(HERE / "build-guest"), str(image), str(overlay)], check=True)
    return GuestImage(image / "vmlinuz", image / "initrd.img")


def start_agent_guest(
    virsh: Callable[..., str],
    image: GuestImage,
    folder: Path,
    name: str = "agent",
    *,
    devices: str = CHANNEL,
) -> Guest:
    """A machine with the agent's channel; not ready yet."""
    return start_guest(virsh, image, folder, name, devices=devices)


class GuestWatch:
    """What the program tells of one guest."""

    def __init__(self, core: Core, host: Host, guest: Guest) -> None:
        self.core = core
        self.key = MachineKey(host.id, MachineId(UUID(guest.uuid)))
        self.statuses: list[AgentStatus] = []
        self.cpu: list[float] = []
        self.facts = None
        core.settings.change(agent_period_s=PERIOD_S)
        core.bus.subscribe(AgentStatusChanged, self._on_status)
        core.bus.subscribe(SamplesSeen, self._on_samples)
        core.bus.subscribe(GuestFactsSeen, self._on_facts)

    def do(self, work: Callable[[], Any]) -> Any:
        """Run something on a worker, as screens do."""
        future: Future[Any] = self.core.tasks.submit(work)
        return future.result(PATIENCE_S)

    def state(self) -> AgentState:
        return self.core.agents.status(self.key).state

    def wait_for_state(self, state: AgentState, timeout_s: float = PATIENCE_S) -> AgentStatus:
        wait_for(lambda: self.state() is state, f"{state}, not {self.state()}", timeout_s)
        return self.core.agents.status(self.key)

    def wait_for_samples(self, count: int) -> None:
        """Wait for that many more."""
        came = len(self.cpu)
        wait_for(lambda: len(self.cpu) >= came + count, "another sample", PATIENCE_S)

    def wait_for_cpu(self, is_it: Callable[[float], bool], what: str) -> None:
        since = len(self.cpu)
        wait_for(lambda: any(map(is_it, self.cpu[since:])), f"a CPU {what}: {self.cpu}", PATIENCE_S)

    def ask(self, action: str, **parameters: object) -> GuestAnswer:
        """Ask the agent as GuestService does."""
        request = GuestRequest(action=action, parameters=parameters, timeout_s=30)
        agents = raw(self.core.agents)
        return self.do(lambda: agents.request(self.key, request))

    def stored_cpu(self) -> list[float]:
        """What the history has of the last ten minutes, the highest of each step."""
        end = datetime.now(UTC)
        begin = end - timedelta(minutes=10)
        history = self.do(
            lambda: self.core.metrics.window(HistoryWish(key=self.key, begin=begin, end=end))
        )
        curve = history.curves("cpu_percent").get(Source.AGENT)
        return [] if curve is None else [float(most) for most in curve.maximum]

    def _on_status(self, event: AgentStatusChanged) -> None:
        if event.status.key == self.key:
            self.statuses.append(event.status)

    def _on_samples(self, event: SamplesSeen) -> None:
        for sample in event.samples:
            if sample.key == self.key:
                values = memoryview(sample.values).cast("f")
                self.cpu.append(values[sample.layout.index("cpu_percent")])

    def _on_facts(self, event: GuestFactsSeen) -> None:
        if event.key == self.key:
            self.facts = event.facts
