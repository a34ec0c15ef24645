"""What tests of the guest's agent are given."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.guest_agent.agent_host import AgentHost, Wire, load_agent


@pytest.fixture
def agent_host(tmp_path) -> Iterator[AgentHost]:
    host = AgentHost(tmp_path)
    yield host
    host.stop()


@pytest.fixture
def wire(agent_host) -> Wire:
    """A running agent that has greeted."""
    agent_host.start()
    wire = agent_host.accept()
    wire.greeting()
    return wire


@pytest.fixture(scope="session")
def agent() -> ModuleType:
    return load_agent()


@pytest.fixture
def machine(agent, tmp_path, monkeypatch):
    """A machine whose files are those that a test writes, with no program that it did not put."""
    monkeypatch.setattr(agent, "ROOT", str(tmp_path / "machine"))
    tools = tmp_path / "programs"
    tools.mkdir()
    monkeypatch.setattr(agent, "search_path", lambda: str(tools))
    return Machine(agent, tmp_path / "machine", tools)


class Machine:
    """Files and programs of a made-up machine."""

    def __init__(self, agent, root, tools) -> None:
        self.agent = agent
        self.root = root
        self.tools = tools
        root.mkdir()

    def write(self, path: str, content: "str | bytes") -> None:
        place = self.root / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def job(self, action: str = "", timeout_s: float = 20.0, **parameters):
        return self.agent.Job("1", action, self.agent.Wish(parameters), timeout_s)
