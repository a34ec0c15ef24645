"""The agent that we ship, and the side that hears it, over a real socket."""

import shutil
import socket
import subprocess
import sys
import threading
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest

from infinibay_desktop.guest.hub import GuestHub
from infinibay_desktop.model.guests import AgentState, GuestAnswer, GuestProgress, GuestRequest
from infinibay_desktop.runtime.clock import SystemClock
from tests.fakes.channels import SocketChannel, SocketPoller

AGENT = Path(__file__).parents[3] / "resources" / "guest-agent" / "linux" / "infinibay-agent"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")
LONG_S = 30


class Conversation:
    """One agent, started from a copy of its file, and a hub that lets it in again."""

    def __init__(self, key, folder: Path) -> None:
        self.key = key
        self.file = Path(shutil.copy(AGENT, folder / "agent"))
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(folder / "port"))
        self._door.listen(1)
        self._door.settimeout(LONG_S)
        self._sampled, self.ended = threading.Event(), threading.Event()
        self.hub = GuestHub(SystemClock(), lambda _: self._sampled.set(), lambda _: None, 1.0)
        self._poller = SocketPoller()
        self.hub.start()
        words = (sys.executable, self.file, "--port", str(folder / "port"))
        self._agent = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        self.let_in()

    def let_in(self) -> None:
        connected, _ = self._door.accept()
        self._sampled.clear()
        channel = SocketChannel(connected, self._poller, partial(self.hub.wake, self.key))
        self.hub.attach(self.key, channel, on_end=lambda *_: self.ended.set())
        assert self._sampled.wait(LONG_S)

    def end(self) -> None:
        self._agent.terminate()
        self._agent.wait(LONG_S)
        self.hub.stop()
        self._poller.stop()
        self._door.close()


@pytest.fixture
def agent(key, tmp_path):
    conversation = Conversation(key, tmp_path)
    yield conversation
    conversation.end()


def answer(future: "Future[GuestAnswer]") -> GuestAnswer:
    return future.result(LONG_S)


def test_our_agent_is_understood_and_understands(agent) -> None:
    status = agent.hub.status(agent.key)
    assert status.state is AgentState.TALKING
    assert (status.greeting.os, status.greeting.protocol) == ("linux", 1)
    request = GuestRequest(action="ProcessList", parameters={"offset": 0, "limit": 5})
    found = answer(agent.hub.request(agent.key, request))
    assert found.success
    assert len(found.data["rows"]) == min(5, found.data["total"])
    assert not answer(agent.hub.request(agent.key, GuestRequest(action="No such"))).success
    assert agent.hub.status(agent.key).refused == 0


def test_our_agent_is_upgraded_in_place_and_comes_back_as_the_new_one(agent) -> None:
    before = agent.hub.status(agent.key).greeting.version
    old = agent.file.read_bytes()
    new = old.replace(f'VERSION = "{before}"'.encode(), b'VERSION = "99.0.0"')
    assert new != old
    told: list[GuestProgress] = []
    done = answer(agent.hub.upgrade(agent.key, "99.0.0", new, told.append))
    assert done.success, done.error
    assert told
    assert agent.ended.wait(LONG_S)
    agent.let_in()
    assert agent.hub.status(agent.key).greeting.version == "99.0.0"
    assert agent.file.read_bytes() == new
