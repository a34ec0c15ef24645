"""Somebody in front of the real window: looks, clicks and types, and says what never came."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from tests.lab import processes
from tests.lab.desktop import Desktop
from tests.lab.waiting import wait_for

ROOT = Path(__file__).parents[2]
PATIENCE_S = 20.0
# Longer than that, nobody would call the window alive.
ANSWERS_WITHIN_S = 10.0
Thing = dict[str, Any]


@dataclass
class Person:
    """One start of the program, and what is done with its windows."""

    desktop: Desktop
    home: Path
    pictures: Path
    _line: socket.socket = field(init=False, repr=False)
    _answers: Any = field(init=False, repr=False)
    _program: "subprocess.Popen[str]" = field(init=False, repr=False)
    _steps: int = 0

    def start(self, *options: str, **environment: str) -> "Person":
        """Start the program; return when its window is there."""
        ours, theirs = socket.socketpair()
        ours.settimeout(ANSWERS_WITHIN_S)
        with (self.pictures / "log").open("ab") as log:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.lab.window_inspector", str(theirs.fileno()),
                 *options],
                env=self.environment(**environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[theirs.fileno()],
                text=True,
            )  # fmt: skip
        theirs.close()
        self._line, self._answers = ours, ours.makefile("r", encoding="utf-8")
        self.wait_until(lambda: any(map(_is_window, self.look())), "the window")
        return self

    def environment(self, **more: str) -> dict[str, str]:
        """What the program runs with."""
        return (
            os.environ
            | self.desktop.environment
            | {
                "INFINIBAY_HOME": str(self.home),
                # Where it falls, it says so on its standard error.
                "PYTHONFAULTHANDLER": "1",
                "PYTHONPATH": str(ROOT),
                "QT_QPA_PLATFORM": "xcb",
                "LC_ALL": "C.UTF-8",
            }
            | more
        )

    @property
    def pid(self) -> int:
        return self._program.pid

    @property
    def said(self) -> str:
        """What the program wrote to its standard streams."""
        return (self.pictures / "log").read_text(encoding="utf-8", errors="replace")

    # Looking.

    def look(self) -> list[Thing]:
        """All that is to be seen now; fails where the window does not answer in time."""
        found = self._ask(do="look")
        return found if isinstance(found, list) else []

    def all(self, text: str = "", *, whole_text: bool = True, **wanted: Any) -> list[Thing]:
        """Things with these words, or that begin so, as text or as accessible name."""

        def is_called(thing: Thing) -> bool:
            words = (thing["text"].strip(), thing["name"].strip())
            return text in words if whole_text else any(each.startswith(text) for each in words)

        return [
            thing
            for thing in self.look()
            if (not text or is_called(thing))
            and all(_fits(thing, name, value) for name, value in wanted.items())
        ]

    def threads(self) -> list[str]:
        """What runs in the program besides its window."""
        found: list[str] = self._ask(do="threads")
        return found

    def sees(self, words: str) -> bool:
        """Whether these words are anywhere in sight."""
        return any(words in thing["text"] and thing["place"] for thing in self.look())

    def words(self) -> str:
        """Everything that can be read now, one thing a line."""
        return "\n".join(thing["text"] for thing in self.look() if thing["text"])

    def wait_until(self, probe: Callable[[], Any], what: str, timeout_s: float = PATIENCE_S) -> Any:
        """Wait; where it never comes, keep a picture and say what was to be read."""
        try:
            return wait_for(probe, what, timeout_s)
        except TimeoutError:
            self.keep_picture(f"never came {what}")
            raise AssertionError(f"{what} never came; to be read:\n{self.words()}") from None

    def wait_to_see(self, words: str, timeout_s: float = PATIENCE_S) -> None:
        """Wait until these words are in sight."""
        self.wait_until(lambda: self.sees(words), f"'{words[:60]}'", timeout_s)

    def find(self, text: str, *, timeout_s: float = PATIENCE_S, **wanted: Any) -> Thing:
        """The thing with these words, scrolled into sight and ready to be used."""

        def found() -> Thing | None:
            ready = [each for each in self.all(text, **wanted) if each["enabled"]]
            # What is most specific comes last: an entry in a menu, a label in a button.
            for thing in ready:
                if not thing["place"] or not thing.get("whole", True):
                    self._ask(do="reveal", number=thing["number"])
            ready = [each for each in self.all(text, **wanted) if each["enabled"]]
            return next((each for each in ready if each["place"]), None)

        thing: Thing = self.wait_until(found, f"'{text}' {wanted or ''}".strip(), timeout_s)
        return thing

    # Doing.

    def click(self, text: str, *, times: int = 1, button: int = 1, **wanted: Any) -> None:
        """Click on what is called so, once it can be clicked."""
        thing = self.find(text, **wanted)
        self.desktop.click(*_middle(thing), times=times, button=button)
        self.keep_picture(f"click {text}")

    def press(self, *keys: str) -> None:
        """Press keys, wherever the keyboard is."""
        self.desktop.press(*keys)
        self.keep_picture(f"press {' '.join(keys)}")

    def write(self, field_name: str, text: str, *, kinds: str = "QLineEdit") -> None:
        """Put the keyboard into the field of this name, and replace what is there."""
        self.desktop.click(*_middle(self.find(field_name, kinds=kinds)))
        self.desktop.press("ctrl+a")
        self.desktop.type(text)
        self.wait_until(
            lambda: [f for f in self.all(field_name, kinds=kinds) if f["text"].startswith(text)],
            f"'{text}' in '{field_name}'",
        )

    def choose(self, field_name: str, option: str) -> None:
        """Choose from the box of this name."""
        self.desktop.click(*_middle(self.find(field_name, kinds="QComboBox")))
        self.click(option, kind="item")
        self.wait_until(
            lambda: [f for f in self.all(field_name, kinds="QComboBox") if f["text"] == option],
            f"'{option}' chosen in '{field_name}'",
        )

    def force(self, act: str, name: str) -> None:
        """Ask the services for an act on a machine that the window does not offer."""
        self._ask(do="force", act=act, name=name)

    def type_into_guest(self, text: str) -> None:
        """Click into the console and type."""
        self.desktop.click(*_middle(self.find("", kind="ScreenView")))
        self.wait_to_see("to release the keyboard")
        for line in text.splitlines(keepends=True):
            self.desktop.type(line.rstrip("\n"))
            if line.endswith("\n"):
                self.desktop.press("Return")

    def state_of(self, machine: str) -> str:
        """What the list says about a machine: its whole row."""
        things = self.all(kind="item", name="Machines")
        rows = {thing["row"] for thing in things if thing["text"] == machine}
        return " | ".join(thing["text"] for thing in things if thing["row"] in rows)

    def lit_points(self) -> int:
        """How much of the console in front is not black: text, once the guest wrote some."""
        left, top, width, height = self.find("", kind="ScreenView")["place"]
        with Image.open(self.keep_picture("console")) as picture:
            console = picture.crop((left, top, left + width, top + height)).convert("L")
        return sum(console.histogram()[64:])

    def keep_picture(self, step: str) -> Path:
        """A picture of the whole screen, for people who want to know how it went."""
        self._steps += 1
        name = "".join(letter if letter.isalnum() else "-" for letter in step)[:50]
        file = self.pictures / f"{self._steps:02}-{name}.png"
        assert self._ask(do="picture", file=str(file))
        return file

    def resize(self, width: int, height: int) -> None:
        """Give the main window another size."""
        self._ask(do="resize", size=[width, height])

    # The end.

    def quit(self) -> None:
        """Quit as a person does; fails where the program does not end well."""
        self.click("File", kind="entry")
        thing = self.find("Quit", kind="entry")
        self.desktop.click(*_middle(thing))
        assert self._program.wait(PATIENCE_S) == 0, self.said
        self._hang_up()

    def has_ended(self) -> bool:
        return self._program.poll() is not None

    def end(self) -> None:
        """Whatever became of it, nothing of it goes on."""
        if not hasattr(self, "_program"):
            return
        if not self.has_ended():
            processes.end(self.pid, *processes.descendants(self.pid))
            self._program.wait()
        self._hang_up()

    def _how_it_ended(self) -> str:
        return f"the program ended with {self._program.wait(PATIENCE_S)}:\n{self.said}"

    def _hang_up(self) -> None:
        self._answers.close()
        self._line.close()

    def _ask(self, **words: Any) -> Any:
        assert not self.has_ended(), self._how_it_ended()
        self._line.sendall(json.dumps(words).encode() + b"\n")
        answer = json.loads(self._answers.readline() or "null")
        assert answer is not None, self._how_it_ended()
        if isinstance(answer, dict) and "no application" in answer["error"]:
            return []
        assert not isinstance(answer, dict), answer
        return answer


def _fits(thing: Thing, name: str, value: Any) -> bool:
    found = thing.get(name)
    return value in found if name == "kinds" else found == value


def _is_window(thing: Thing) -> bool:
    return thing["kind"] == "MainWindow"


def _middle(thing: Thing) -> tuple[int, int]:
    left, top, width, height = thing["place"]
    if "QCheckBox" in thing["kinds"]:
        return left + min(12, width // 2), top + height // 2
    return left + width // 2, top + height // 2
