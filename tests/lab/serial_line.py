"""A machine's first serial port, read as an administrator with `virsh console` would."""

import os
import select
import tty

from tests.lab.host import LabHost
from tests.lab.waiting import wait_for


def terminal_of(host: LabHost, machine: str) -> str:
    """The pseudo terminal of a machine's serial port; empty until it runs."""
    return host.ask("ttyconsole", machine).strip()


class SerialLine:
    """Everything that the guest says while this is open."""

    def __init__(self, terminal: str) -> None:
        self._said = ""
        self._terminal = os.open(terminal, os.O_RDWR | os.O_NOCTTY)
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

    def type(self, line: str) -> None:
        """Type a line; return when the guest has shown it."""
        os.write(self._terminal, line.encode() + b"\n")
        wait_for(lambda: line in self.said(), f"the echo of {line!r}")

    def close(self) -> None:
        os.close(self._terminal)
