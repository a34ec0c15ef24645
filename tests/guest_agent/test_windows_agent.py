"""The Windows agent: its words are those of the protocol, its protocol part runs under Mono."""

import base64
import hashlib
import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infinibay_desktop.guest.messages import Answer, Handshake, Metrics, Progress, parse_line
from tests.guest_agent.agent_host import AGENT, PATIENCE_S, Wire
from tests.guest_agent.test_talking import ABSURD

SCRIPT = AGENT.parents[1] / "windows/infinibay-agent.ps1"
HARNESS = Path(__file__).parent / "windows/harness.cs"
TRANSCRIPTS = sorted((Path(__file__).parents[1] / "data/agent").glob("windows-*.jsonl"))
COMPILER, RUNTIME = shutil.which("mcs"), shutil.which("mono")
with_mono = pytest.mark.skipif(
    not (COMPILER and RUNTIME), reason="needs Mono, which runs C# without Windows"
)


def steps(transcript: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in transcript.read_text(encoding="utf-8").splitlines()]


def settled(message: dict[str, Any]) -> dict[str, Any]:
    """The message without what differs from run to run."""
    fixed = {"timestamp": "2026-11-25T09:00:00Z", "execution_time_ms": 0}
    return {name: fixed.get(name, value) for name, value in message.items()}


def test_every_windows_can_read_the_script() -> None:
    text = SCRIPT.read_bytes()
    assert text.isascii()
    assert b"\t" not in text


def test_both_agents_have_one_version() -> None:
    linux = re.search(r'^VERSION = "(.+)"$', AGENT.read_text(encoding="utf-8"), re.MULTILINE)
    windows = re.search(
        r"^\$AgentVersion = '(.+)'$", SCRIPT.read_text(encoding="ascii"), re.MULTILINE
    )
    assert linux
    assert windows
    assert linux[1] == windows[1]


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_what_it_must_send_is_understood(transcript) -> None:
    for step in steps(transcript):
        if "guest" in step:
            line = json.dumps(step["guest"], ensure_ascii=False).encode()
            assert len(line) < 64 * 1024
            assert isinstance(parse_line(line), Handshake | Metrics | Answer | Progress)


def test_what_the_linux_agent_sends_is_understood(wire) -> None:
    wire.say({"type": "Hello", "period_s": 5})
    number = wire.ask("ProcessList", limit=20)
    kinds = set()
    while kinds < {Handshake, Metrics, Answer}:
        said = parse_line(json.dumps(wire.hear()).encode())
        kinds.add(Answer if isinstance(said, Answer) else type(said))
        if isinstance(said, Answer):
            assert (said.id, said.success) == (number, True)


@pytest.fixture(scope="session")
def program(tmp_path_factory) -> Path:
    """The protocol part of the script as a program, made by a compiler as old as Windows' own."""
    folder = tmp_path_factory.mktemp("windows")
    code = re.search(r"@'\n(.*?)\n'@\n", SCRIPT.read_text(encoding="ascii"), re.DOTALL)
    assert code
    (folder / "agent.cs").write_text(code[1], encoding="ascii")
    said = subprocess.run(
        [COMPILER, "-langversion:5", "-warnaserror", "-r:System.Core", "-r:System.Web.Extensions",
         "-r:System.ServiceProcess", str(folder / "agent.cs"), str(HARNESS),
         f"-out:{folder}/agent.exe"],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout + said.stderr
    return folder / "agent.exe"


class Port:
    """Where the program connects, and the file that it takes for itself."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE_S)
        self.place = folder / "infinibay-agent.ps1"
        self.place.write_text("the old agent")
        number = str(self._listener.getsockname()[1])
        self.process = subprocess.Popen([RUNTIME, str(program), number, str(self.place)])
        self._wires: list[Wire] = []

    def accept(self) -> Wire:
        self._wires.append(Wire(self._listener.accept()[0]))
        return self._wires[-1]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for wire in self._wires:
            wire.close()
        self._listener.close()


@pytest.fixture
def port(program, tmp_path) -> Iterator[Port]:
    port = Port(program, tmp_path)
    yield port
    port.close()


@with_mono
@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_it_says_what_it_must(port, transcript, request) -> None:
    wire = port.accept()
    spoken = []
    for step in steps(transcript):
        if "host" in step:
            wire.say(step["host"])
            spoken.append(step)
        else:
            kind = step["guest"]["type"]
            heard = wire.hear(lambda said, kind=kind: said["type"] == kind)
            spoken.append({"guest": settled(heard)})
    if request.config.getoption("--regenerate"):
        lines = [json.dumps(step, ensure_ascii=False) + "\n" for step in spoken]
        transcript.write_text("".join(lines), encoding="utf-8")
    assert spoken == steps(transcript)


@with_mono
def test_its_pages_make_the_whole_and_fit(port) -> None:
    wire = port.accept()
    names: list[str] = []
    while len(names) < 500:
        answer = wire.get("ServiceList", offset=len(names), limit=1000)
        assert answer["data"]["total"] == 500
        names += [row["name"] for row in answer["data"]["rows"]]
    assert names == [f"Service{number}" for number in range(500)]
    assert wire.get("ServiceList", offset=10**9)["data"]["rows"] == []
    for wrong in ({"offset": -1}, {"offset": 10**30}, {"limit": 0}, {"limit": 1.5}, {"limit": "2"}):
        assert wire.get("ServiceList", **wrong)["error"] == "bad-request"


@with_mono
def test_absurd_input_does_not_end_it(port) -> None:
    wire = port.accept()
    for line in ABSURD:
        wire.shout(line)
    assert wire.get("ServiceList", limit=1)["success"]


@with_mono
def test_requests_end_when_cancelled_or_out_of_time_and_are_bounded(port) -> None:
    wire = port.accept()
    late = wire.get("Diagnostics", timeout=0.2)
    assert (late["success"], late["error"]) == (False, "timeout")
    numbers = [wire.ask("Diagnostics", timeout=60) for _ in range(22)]
    refused = [wire.hear(lambda said: said["type"] == "response") for _ in range(2)]
    assert {answer["error"] for answer in refused} == {"busy"}
    assert {answer["id"] for answer in refused} == set(numbers[20:])
    for number in (numbers[10], numbers[0]):
        wire.say({"type": "Cancel", "id": number})
        assert wire.answer(number)["error"] == "cancelled"


@with_mono
def test_programs_get_their_words_as_they_are(port) -> None:
    wire = port.accept()
    assert wire.get("DiskList")["stdout"] == "one  two x\n"
    assert wire.get("DiskList", script="exit 3")["exit_code"] == 3
    late = wire.get("DiskList", script="sleep 600", timeout=0.3)
    assert late["error"] == "timeout"


@with_mono
def test_the_next_host_is_greeted(port) -> None:
    first = port.accept()
    first.greeting()
    first.shout(b'{"type":"SafeCommand","id":"half')
    first.close()
    second = port.accept()
    second.greeting()
    second.metrics()


@with_mono
def test_it_is_replaced_only_by_what_was_announced(port) -> None:
    wire = port.accept()
    payload = b"# an agent, version 1.0.1\n" * 3000

    def upgrade(digest: str, version: str = "1.0.1") -> dict[str, Any]:
        number = wire.ask("AgentUpgrade", version=version, size=len(payload), sha256=digest)
        for offset in range(0, len(payload), 24576):
            data = base64.b64encode(payload[offset : offset + 24576]).decode()
            wire.say({"type": "Chunk", "id": number, "offset": offset, "data": data})
        return wire.answer(number)

    digest = hashlib.sha256(payload).hexdigest()
    assert upgrade("0" * 64)["error"] == "refused"
    assert upgrade(digest, version="1.0.2")["error"] == "refused"
    assert port.place.read_text() == "the old agent"
    assert [path.name for path in port.place.parent.iterdir()] == [port.place.name]
    assert upgrade(digest)["success"]
    assert port.place.read_bytes() == payload
    assert port.process.wait(PATIENCE_S) == 0


@with_mono
def test_tables_of_winget_are_read_by_their_titles(program) -> None:
    table = (
        "   - \r   \\ \n"
        "Name          Id            Version Match      Source\n"
        "-----------------------------------------------------\n"
        "Visual Studio Microsoft.VS  17.1    Tag: ide   winget\n"
        "\u00dcber 7-Zip    7zip.7zip     24.08              winget\n"
        "\n2 packages.\n"
    )
    said = subprocess.run(
        [RUNTIME, str(program), "table"], input=table.encode(), capture_output=True, check=True
    )
    assert said.stdout.decode().splitlines() == [
        "Visual Studio|Microsoft.VS|17.1|Tag: ide|winget",
        "\u00dcber 7-Zip|7zip.7zip|24.08||winget",
    ]
