"""A host for the real agent: the other end of its port."""

import importlib.machinery
import importlib.util
import itertools
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

AGENT = Path(__file__).parents[2] / "resources/guest-agent/linux/infinibay-agent"
PATIENCE_S = 20.0

Message = dict[str, Any]


def load_agent() -> ModuleType:
    """The agent as a module: it is one file without an ending."""
    loader = importlib.machinery.SourceFileLoader("infinibay_agent", str(AGENT))
    spec = importlib.util.spec_from_loader("infinibay_agent", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


class Wire:
    """A connected agent."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._rest = b""
        self._numbers = itertools.count(1)

    def say(self, message: Message) -> None:
        self.shout(json.dumps(message).encode() + b"\n")

    def shout(self, raw: bytes) -> None:
        self.connection.sendall(raw)

    def hear(self, wanted: Callable[[Message], object] = bool) -> Message:
        """The next message that is wanted; others are passed over."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            message = json.loads(self._line(until))
            if wanted(message):
                return message
        raise TimeoutError

    def _line(self, until: float) -> bytes:
        while b"\n" not in self._rest:
            self.connection.settimeout(max(until - time.monotonic(), 0.01))
            data = self.connection.recv(65536)
            if not data:
                raise EOFError("the agent is gone")
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        assert len(line) <= 64 * 1024
        return line

    def ask(self, action: str, *, timeout: float = 30, **parameters: object) -> str:
        """Send a request; returns its id."""
        number = f"request-{next(self._numbers)}"
        self.say(
            {
                "type": "SafeCommand",
                "id": number,
                "command_type": {"action": action, **parameters},
                "params": None,
                "timeout": timeout,
            }
        )
        return number

    def answer(self, number: str) -> Message:
        return self.hear(lambda said: said["type"] == "response" and said["id"] == number)

    def get(self, action: str, **parameters: Any) -> Message:
        return self.answer(self.ask(action, **parameters))

    def greeting(self) -> Message:
        return self.hear(lambda said: said["type"] == "handshake")

    def metrics(self) -> Message:
        return self.hear(lambda said: said["type"] == "metrics")

    def close(self) -> None:
        self.connection.close()


class AgentHost:
    """Starts an agent and waits for it to connect."""

    def __init__(self, folder: Path) -> None:
        self.tools = folder / "tools"
        self.tools.mkdir()
        self._folder = folder
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / "port"))
        self._listener.listen(4)
        self._listener.settimeout(PATIENCE_S)
        self._wires: list[Wire] = []
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "agent.log"

    def start(
        self, *options: str, python: str = sys.executable, agent: Path = AGENT, port: str = ""
    ) -> None:
        environment = {**os.environ, "PATH": f"{self.tools}:{os.environ['PATH']}"}
        environment.pop("COVERAGE_PROCESS_START", None)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [python, "-B", str(agent), "--port", port or str(self._folder / "port"), *options],
                stdin=subprocess.DEVNULL,
                stderr=log,
                env=environment,
            )

    def accept(self) -> Wire:
        wire = Wire(self._listener.accept()[0])
        self._wires.append(wire)
        return wire

    def tool(self, name: str, script: str) -> None:
        """Put a program of ours in the place of the machine's."""
        write_tool(self.tools, name, script)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for wire in self._wires:
            wire.close()
        self._listener.close()


def write_tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] not in "ZX"


def wait_until(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)
