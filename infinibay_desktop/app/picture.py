"""A picture of the window into a file: for people without a display, and for documents."""

import asyncio
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from infinibay_desktop.app.bootstrap import Core
from infinibay_desktop.model.hosts import Host, LinkState
from infinibay_desktop.ui.shell.window import MainWindow

WAIT_S, LOOK_S = 20.0, 0.1
# Figures are differences of two readings, two seconds apart.
SETTLE_S = 5.0
_UNSETTLED = frozenset({LinkState.CONNECTING, LinkState.DISCONNECTED})


async def take_picture(
    window: MainWindow, core: Core, hosts: Sequence[Host], file_name: str
) -> int:
    """Save what the window shows once its hosts have answered; returns the exit status."""
    for _ in range(round(WAIT_S / LOOK_S)):
        if not _waits(core, hosts):
            break
        await asyncio.sleep(LOOK_S)
    await asyncio.sleep(SETTLE_S if hosts else 2.0)
    shown = QApplication.activeModalWidget() or window
    picture = shown.grab()
    if not picture.save(file_name):
        sys.stderr.write(f"The picture could not be written to '{file_name}'.\n")
        return 1
    return 0


def _waits(core: Core, hosts: Sequence[Host]) -> bool:
    return any(core.connections.status(host.id).state in _UNSETTLED for host in hosts)
