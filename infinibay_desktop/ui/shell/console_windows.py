"""Consoles: one window a machine, raised if it is open; and consoles inside other widgets."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from infinibay_desktop.model.errors import NotFoundError
from infinibay_desktop.model.events import (
    HostStatusChanged,
    MachineAdded,
    MachineChanged,
    MachineRemoved,
    MachinesStale,
)
from infinibay_desktop.model.hosts import LinkState
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.console.console_page import ConsolePane
from infinibay_desktop.ui.console.console_window import ConsoleWindow
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.rights import actor

PowerActs = Callable[[QWidget, Callable[[], list[Machine]]], list[QAction]]


class ConsoleWindows(QObject):
    """Makes consoles, and tells each what becomes of its machine."""

    def __init__(
        self, *, power_acts: PowerActs, quit_program: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._power_acts = power_acts
        self._quit_program = quit_program
        self._desk: Desk | None = None
        self._windows: dict[MachineKey, ConsoleWindow] = {}
        self._panes: list[ConsolePane] = []

    def attach(self, desk: Desk) -> None:
        """The core runs: follow machines and hosts."""
        self._desk = desk
        on = desk.bridge.on
        on(MachineChanged, lambda event: self._follow(event.machine), owner=self)
        on(MachineAdded, lambda event: self._follow(event.machine), owner=self)
        on(MachineRemoved, lambda event: self._gone(event.machine.key), owner=self)
        on(MachinesStale, self._on_machines_stale, owner=self)
        on(HostStatusChanged, self._on_host_status_changed, owner=self)

    def show(self, key: MachineKey) -> None:
        """The machine's window, made or raised. Raises NotFoundError."""
        window = self._windows.get(key)
        if window is None:
            window = ConsoleWindow(self.make_pane(key), quit_program=self._quit_program)
            window.closed.connect(lambda closed: self._windows.pop(closed, None))
            self._windows[key] = window
        window.raise_to_front()

    def make_pane(self, key: MachineKey) -> ConsolePane:
        """The machine's console as a widget. Raises NotFoundError."""
        desk = self._desk
        machine = desk.core.inventory.find(key) if desk else None
        if desk is None or machine is None:
            raise NotFoundError("The machine is not there any more.")
        pane = ConsolePane(
            machine,
            open_screen=desk.core.consoles.open,
            submit=partial(self._submit, desk, key),
            settings=desk.core.settings.settings,
        )
        acts = self._power_acts(pane, lambda: [pane.machine])
        pane.set_power_actions(acts)
        machines, start, resume = desk.core.machines, self.tr("start"), self.tr("resume")
        pane.start_requested.connect(lambda: self._do(pane, machines.start, start))
        pane.resume_requested.connect(lambda: self._do(pane, machines.resume, resume))
        pane.detach_requested.connect(self.show)
        pane.full_screen_requested.connect(partial(self._on_pane_full_screen_requested, pane))
        self._panes.append(pane)
        pane.destroyed.connect(self._forget_dead)
        return pane

    def close_all(self) -> None:
        """Hang up everywhere."""
        for pane in self._living():
            pane.close_console()
        for window in tuple(self._windows.values()):
            window.close()

    def see_rights(self) -> None:
        """Hang up where the person may not look any more; a window says why it is empty."""
        for pane in self._living():
            pane.set_allowed(allowed=self._may_look(pane.machine.key))

    def _may_look(self, key: MachineKey) -> bool:
        if self._desk is None:
            return True
        who, machine = actor(self._desk), self._desk.core.inventory.find(key)
        if machine is None:  # gone, or there for others only
            return who.may(Permission.MACHINE_CONSOLE)
        return who.may_on(Permission.MACHINE_CONSOLE, machine)

    def reopen(self) -> None:
        """The language is another: make every window anew, where it was."""
        for key, window in tuple(self._windows.items()):
            place, full = window.saveGeometry(), window.isFullScreen()
            window.close()
            self._windows.pop(key, None)
            if self._desk and self._desk.core.inventory.find(key):
                self.show(key)
                self._windows[key].restoreGeometry(place)
                if full:
                    self._windows[key].show_full_screen()

    def retint(self) -> None:
        """The theme changed."""
        for pane in self._living():
            pane.retint()

    def _submit(self, desk: Desk, key: MachineKey, work: Callable[[], None]) -> None:
        # A lane of its own: a screen that does not answer holds up no act on the machine.
        desk.core.tasks.submit(work, lane=("consoles", key.host_id))

    def _do(self, pane: ConsolePane, act: Callable[[MachineKey], None], word: str) -> None:
        if desk := self._desk:
            key = pane.machine.key
            work = desk.operations.run(lambda: act(key), key=key, lane=key.host_id)
            title = self.tr("Could not {act} '{name}'").format(act=word, name=pane.machine.name)
            desk.operations.spawn(pane, work, title=title)

    def _on_pane_full_screen_requested(self, pane: ConsolePane, key: MachineKey) -> None:
        # A pane in a window of its own is asked through that window.
        if isinstance(pane.window(), ConsoleWindow):
            return
        self.show(key)
        self._windows[key].show_full_screen()

    def _living(self) -> list[ConsolePane]:
        return [pane for pane in self._panes if isValid(pane)]

    def _forget_dead(self) -> None:
        self._panes = self._living()

    def _of(self, key: MachineKey) -> list[ConsolePane]:
        return [pane for pane in self._panes if isValid(pane) and pane.machine.key == key]

    def _follow(self, machine: Machine) -> None:
        for pane in self._of(machine.key):
            # It may still be to be seen in lists, and its screen not.
            pane.set_allowed(allowed=self._may_look(machine.key))
            pane.show_machine(machine)

    def _gone(self, key: MachineKey) -> None:
        for pane in self._of(key):
            pane.show_gone()
            pane.close_console()
            # It may be there still, and be no longer theirs to see.
            pane.set_allowed(allowed=self._may_look(key))

    def _on_machines_stale(self, event: MachinesStale) -> None:
        for pane in self._living():
            if pane.machine.key.host_id == event.host_id:
                pane.set_host_lost(lost=True)

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        connected = event.status.state is LinkState.CONNECTED
        for pane in self._living():
            if pane.machine.key.host_id == event.status.host_id and connected and self._desk:
                now = self._desk.core.inventory.find(pane.machine.key)
                if now:
                    pane.show_machine(now)
