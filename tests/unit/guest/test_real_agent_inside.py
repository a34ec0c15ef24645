"""The agent that we ship on this very computer, asked as screens ask it: its answers fit."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from infinibay_desktop.model.errors import GuestRefusedError
from infinibay_desktop.model.guests import AgentStatus, GuestAnswer
from infinibay_desktop.services.guest_pages import everything
from infinibay_desktop.services.guests import GuestService
from tests.fakes.hosts import FakeConnections
from tests.unit.guest.test_real_agent import LONG_S, Conversation

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")


class Asker:
    """Asks the agent of one conversation, and waits."""

    def __init__(self, conversation: Conversation) -> None:
        self._hub = conversation.hub

    def status(self, key) -> AgentStatus:
        return self._hub.status(key)

    def request(self, key, request, *, progress=None, stop=None) -> GuestAnswer:
        return self._hub.request(key, request, progress).result(LONG_S)


@pytest.fixture
def guests(key, tmp_path):
    conversation = Conversation(key, tmp_path)
    yield GuestService(Asker(conversation), FakeConnections())
    conversation.end()


def test_a_process_of_this_computer_is_found_and_ended_and_no_later_one(guests, key) -> None:
    with subprocess.Popen(["sleep", "4321"]) as sleeper:
        page = everything(lambda at: guests.processes(key, offset=at, limit=40))
        found = next(one for one in page.rows if one.pid == sleeper.pid)
        assert found.command == "sleep 4321"
        assert not page.cut
        earlier = replace(found, started_at=found.started_at - timedelta(hours=1))
        with pytest.raises(GuestRefusedError, match="another process"):
            guests.kill_process(key, earlier)
        assert sleeper.poll() is None
        assert guests.kill_process(key, found)
        assert sleeper.wait(LONG_S) != 0


def test_the_system_its_disks_and_its_users_are_told(guests, key) -> None:
    assert guests.system(key).agent_version
    assert guests.disks(key).rows is not None
    assert guests.users(key).rows is not None
    assert "Infinibay guest agent" in guests.diagnostics(key).text
