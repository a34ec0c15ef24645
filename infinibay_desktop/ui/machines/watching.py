"""Detailed figures for the machines in sight: what nobody looks at costs nothing."""

from collections.abc import Callable
from itertools import islice
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from infinibay_desktop.model.machines import MachineKey, MachineState
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.agent_figures import SILENT_S
from infinibay_desktop.ui.machines.grid import MachineGrid
from infinibay_desktop.ui.machines.page import MachinesPage
from infinibay_desktop.ui.machines.rows import Row
from infinibay_desktop.ui.machines.table import MachineTable

LOOK_EVERY_MS = 1000
# A detailed figure asks the guest's monitor; a huge window must not ask hundreds.
MOST_WATCHED = 60


class FiguresInSight(QObject):
    """Watches what the list shows just now; follows scrolling, sorting and filtering."""

    def __init__(self, page: MachinesPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._watched: dict[MachineKey, Callable[[], None]] = {}
        # Scrolling and sorting come in bursts; who is still there a second later is watched.
        self._again = QTimer(self, interval=LOOK_EVERY_MS)
        self._again.timeout.connect(self._look)

    def begin(self) -> None:
        """Somebody looks at the list."""
        self._again.start()
        self._look()

    def end(self) -> None:
        """Nobody does."""
        self._again.stop()
        self._watch_only(set())

    def _look(self) -> None:
        polls = self._desk.core.settings.settings.poll_figures
        self._watch_only(self._in_sight() if polls else set())

    def _in_sight(self) -> set[MachineKey]:
        view = self._page.views.currentWidget()
        if not isinstance(view, (MachineTable, MachineGrid)) or not view.isVisible():
            return set()
        rows = self._page.model.rows
        seen = (rows[position] for position in view.visible_rows())
        return {row.key for row in islice(filter(_tells, seen), MOST_WATCHED)}

    def _watch_only(self, keys: set[MachineKey]) -> None:
        for gone in self._watched.keys() - keys:
            self._watched.pop(gone)()
        for key in keys - self._watched.keys():
            self._watched[key] = self._desk.core.statistics.watch_machine(key)


def _tells(row: Row) -> bool:
    # An agent that talks tells all that the guest's monitor would, and costs the host nothing.
    quiet = row.agent_at < monotonic() - SILENT_S
    return quiet and row.state is MachineState.RUNNING and row.stale_since is None
