"""The agent over HTTP from a running core: off, on by a setting, and off again."""

import json
import logging
import socket
from http.client import HTTPConnection

import pytest

from infinibay_desktop.app.bootstrap import start_core
from infinibay_desktop.model.errors import ValidationError
from infinibay_desktop.system.paths import find_paths

PATIENCE_S = 20.0


@pytest.fixture
def core(tmp_path, monkeypatch, libvirt_events):
    monkeypatch.setenv("INFINIBAY_HOME", str(tmp_path / "home"))
    core = start_core(str(tmp_path / "served.sqlite"), paths=find_paths())
    yield core
    core.close()


@pytest.fixture
def change(core):
    """Changes the setting, and waits until that took effect."""

    def to(address: str) -> str:
        values = {"agent_server_address": address}
        core.tasks.submit(lambda: core.settings.change(**values)).result(PATIENCE_S)
        core.bus.drain()
        core.tasks.submit(lambda: None, key="agent-server").result(PATIENCE_S)
        return core.delivery.served_at

    return to


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port: int, path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request("GET", f"/infiniservice/{path}")
    answer = connection.getresponse()
    assert answer.status == 200
    return answer.read()


def test_it_is_off_until_a_window_serves_and_a_setting_says_where(core, change) -> None:
    port = free_port()
    assert change(f"127.0.0.1:{port}") == ""
    core.tasks.submit(core.delivery.serve).result(PATIENCE_S)
    assert core.delivery.served_at == f"http://127.0.0.1:{port}/infiniservice"
    about = json.loads(fetch(port, "metadata"))
    assert about["versions"]["linux"] == core.delivery.version()
    agent = fetch(port, "linux/agent")
    assert about["files"]["linux/agent"]["size"] == len(agent)
    assert f"url=http://127.0.0.1:{port}/infiniservice\n".encode() in fetch(
        port, "linux/install.sh"
    )
    assert change("") == ""
    with pytest.raises(ConnectionRefusedError):
        fetch(port, "metadata")


def test_every_network_must_be_said_plainly(change) -> None:
    with pytest.raises(ValidationError):
        change(f"0.0.0.0:{free_port()}")
    with pytest.raises(ValidationError):
        change("eth0:8080")


@pytest.mark.expects_warnings
def test_an_address_that_cannot_be_had_is_recorded_and_nothing_ends(core, change, caplog) -> None:
    core.tasks.submit(core.delivery.serve).result(PATIENCE_S)
    with socket.socket() as taken, caplog.at_level(logging.ERROR):
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert change(f"127.0.0.1:{taken.getsockname()[1]}") == ""
    assert "the agent is not served" in caplog.text
    port = free_port()
    assert change(f"127.0.0.1:{port}")
    assert fetch(port, "metadata")
