"""A desktop without a monitor: an X server of its own, with a real keyboard and mouse in it."""

import os
import secrets
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.lab import processes

SIZE = "1366x900x24"


@dataclass
class Desktop:
    """One X server; whoever has its cookie may show windows on it."""

    folder: Path
    _name: str = ""
    _pointer: tuple[int, int] | None = None
    _server: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in order to show itself here."""
        return {"DISPLAY": self._name, "XAUTHORITY": str(self._cookies)}

    @property
    def _cookies(self) -> Path:
        return self.folder / "cookies"

    def start(self) -> None:
        """Return when the server takes connections."""
        cookie = secrets.token_hex(16)
        self._keep(":0", cookie)
        answer, told = os.pipe()
        # It takes a number that is free: other labs on this machine share /tmp/.X11-unix.
        self._server = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "Xvfb", "-displayfd", str(told),
             "-nolisten", "tcp", "-auth", str(self._cookies), "-noreset", "-screen", "0", SIZE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[told],
        )  # fmt: skip
        os.close(told)
        with os.fdopen(answer) as number:
            self._name = f":{number.readline().strip()}"
        assert self._name != ":", "Xvfb did not start"
        self._keep(self._name, cookie)

    def stop(self) -> None:
        """End the server, and with it every window."""
        if self._server:
            processes.end(self._server.pid)
            self._server.wait()
            self._server = None

    def press(self, *keys: str) -> None:
        """Press keys, such as `ctrl+n`, on the keyboard."""
        self._do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type on the keyboard, at the pace of somebody who can."""
        self._do("type", "--delay", "25", "--", text)

    def click(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        """Move the mouse there and click."""
        # xdotool waits 15 s for a pointer that is there already.
        if (x, y) != self._pointer:
            self._do("mousemove", "--sync", str(x), str(y))
            self._pointer = x, y
        self._do("click", "--repeat", str(times), "--delay", "60", str(button))

    def _do(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words], env=os.environ | self.environment, check=True, timeout=30,
            capture_output=True,
        )  # fmt: skip

    def _keep(self, name: str, cookie: str) -> None:
        subprocess.run(
            ["xauth", "-q", "-f", str(self._cookies), "add", name, ".", cookie],
            check=True,
            capture_output=True,
        )
