"""Starts and talks to neighbour.py, a second real program."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path

PROGRAM = Path(__file__).with_name("neighbour.py")


class Program:
    """A running neighbour: tell it what to do, and what it heard is here."""

    def __init__(self, database: str, program: Path = PROGRAM, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(program), database, *words],
            cwd=PROGRAM.parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.heard: list[tuple[str, object]] = []
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for("ready", 60)

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def do(self, *words: object) -> None:
        self._process.stdin.write(" ".join(map(str, words)) + "\n")

    def wait_for(self, word: str, timeout_s: float = 30) -> object:
        """What comes with the next line that begins with `word`; the others are in `heard`."""
        while True:
            line = self._lines.get(timeout=timeout_s)
            assert line, f"the neighbour ended before it said '{word}'"
            found, _, value = line.partition(" ")
            self.heard.append((found, json.loads(value)))
            if found == word:
                return self.heard[-1][1]

    def numbers(self) -> list[object]:
        return [value for word, value in self.heard if word == "ActivityRecorded"]

    def kill(self) -> None:
        self._process.kill()
        self.end()

    def end(self) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._reader.join(10)
        self._process.stdout.close()

    def _read(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")
