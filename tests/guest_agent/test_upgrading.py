"""An agent is replaced in place, and only by one that works."""

import base64
import hashlib

import pytest

from tests.guest_agent.agent_host import AGENT, Message, Wire

PART = 24 * 1024


@pytest.fixture
def installed(tmp_path):
    """An agent that may be replaced."""
    path = tmp_path / "installed" / "infinibay-agent"
    path.parent.mkdir()
    path.write_bytes(AGENT.read_bytes())
    path.chmod(0o755)
    return path


@pytest.fixture
def new_wire(agent_host, installed) -> Wire:
    agent_host.start(agent=installed)
    wire = agent_host.accept()
    wire.greeting()
    return wire


def newer(version: str) -> bytes:
    text = AGENT.read_text(encoding="utf-8")
    assert text.count('VERSION = "1.0.0"') == 1
    return text.replace('VERSION = "1.0.0"', f'VERSION = "{version}"').encode()


def begin(wire: Wire, payload: bytes, version: str = "1.0.1", digest: str = "") -> str:
    return wire.ask(
        "AgentUpgrade",
        version=version,
        size=len(payload),
        sha256=digest or hashlib.sha256(payload).hexdigest(),
    )


def send(wire: Wire, number: str, payload: bytes, start: int = 0) -> None:
    for offset in range(start, len(payload), PART):
        data = base64.b64encode(payload[offset : offset + PART]).decode()
        wire.say({"type": "Chunk", "id": number, "offset": offset, "data": data})


def upgrade(wire: Wire, payload: bytes, **claims: str) -> Message:
    number = begin(wire, payload, **claims)
    send(wire, number, payload)
    return wire.answer(number)


def test_the_new_one_takes_its_place_and_greets(agent_host, installed, new_wire) -> None:
    answer = upgrade(new_wire, newer("1.0.1"))
    assert answer["success"], answer
    assert answer["data"] == {"version": "1.0.1"}
    assert agent_host.accept().greeting()["version"] == "1.0.1"
    assert installed.read_bytes() == newer("1.0.1")
    assert installed.stat().st_mode & 0o777 == 0o755
    assert agent_host.process.poll() is None


def test_one_that_is_not_what_was_said_is_refused(installed, new_wire) -> None:
    for payload, claims in [
        (newer("1.0.1"), {"digest": "0" * 64}),
        (newer("1.0.1"), {"version": "1.0.2"}),
        (b"#!/usr/bin/env python3\nimport nowhere\n", {}),
        (b"#!/usr/bin/env python3\nthis is not python\n", {}),
    ]:
        answer = upgrade(new_wire, payload, **claims)
        assert (answer["success"], answer["error"]) == (False, "refused")
        assert installed.read_bytes() == AGENT.read_bytes()
        assert [path.name for path in installed.parent.iterdir()] == ["infinibay-agent"]
    assert new_wire.get("DiskList")["success"]


def test_a_part_that_does_not_fit_ends_it(installed, new_wire) -> None:
    payload = newer("1.0.1")
    too_much = base64.b64encode(b"x" * 33000).decode()
    for offset, data in [
        (5, "AAAA"), (-1, "AAAA"), (10**30, "AAAA"), (True, "AAAA"), (None, "AAAA"),
        (0, "not base64!"), (0, "\u00e4"), (0, 17), (0, ""), (0, too_much),
    ]:  # fmt: skip
        number = begin(new_wire, payload)
        new_wire.say({"type": "Chunk", "id": number, "offset": offset, "data": data})
        answer = new_wire.answer(number)
        assert (answer["success"], answer["error"]) == (False, "bad-request")
        send(new_wire, number, payload[:PART])
        assert not (installed.parent / "infinibay-agent.new").exists()


def test_more_than_was_said_is_refused(new_wire) -> None:
    number = begin(new_wire, b"1234")
    send(new_wire, number, b"12345")
    assert new_wire.answer(number)["error"] == "bad-request"


def test_one_at_a_time_and_cancellable(installed, new_wire) -> None:
    payload = newer("1.0.1")
    first = begin(new_wire, payload)
    assert upgrade(new_wire, payload)["error"] == "busy"
    new_wire.say({"type": "Cancel", "id": first})
    assert new_wire.answer(first)["error"] == "cancelled"
    assert not (installed.parent / "infinibay-agent.new").exists()


def test_a_host_that_leaves_halfway_leaves_nothing_behind(agent_host, installed, new_wire) -> None:
    payload = newer("1.0.1")
    number = begin(new_wire, payload)
    send(new_wire, number, payload[:PART])
    new_wire.hear(lambda said: said["type"] == "progress")
    new_wire.close()
    wire = agent_host.accept()
    assert wire.greeting()["version"] == "1.0.0"
    assert [path.name for path in installed.parent.iterdir()] == ["infinibay-agent"]
    wire.get("DiskList")


def test_an_agent_that_cannot_write_says_so(installed, new_wire) -> None:
    (installed.parent / "infinibay-agent.new").mkdir()
    answer = upgrade(new_wire, newer("1.0.1"))
    assert (answer["success"], answer["error"]) == (False, "failed")
