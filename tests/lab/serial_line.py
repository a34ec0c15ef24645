"""A machine's first serial port, read as an administrator with `virsh console` would."""

import os
import select
import tty
from pathlib import Path

from tests.lab.host import LabHost
from tests.lab.waiting import wait_for


class SerialLine:
    """Everything that the guest says while this is open."""

    def __init__(self, host: LabHost, machine: str) -> None:
        self._said = ""
        self._terminal = os.open(_terminal_of(host, machine), os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self._terminal)

    def said(self) -> str:
        """All that was said until now."""
        while select.select([self._terminal], [], [], 0)[0]:
            try:
                read = os.read(self._terminal, 65536)
            except OSError:  # the machine ended
                break
            if not read:
                break
            self._said += read.decode(errors="replace")
        return self._said

    def wait_for(self, words: str, timeout_s: float = 90.0) -> None:
        """Wait until the guest says that."""
        wait_for(lambda: words in self.said(), f"{words} on the serial line", timeout_s)

    def close(self) -> None:
        os.close(self._terminal)


def _terminal_of(host: LabHost, machine: str) -> Path:
    def found() -> str:
        # Not there, or just being started: no answer.
        return host.ask("ttyconsole", machine).strip()

    return Path(wait_for(found, f"a serial line of {machine}", 30))
