"""The acts on selected machines as menus, buttons, keys and the command palette offer them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.machines import ALLOWED_STATES, Act, Machine, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.machines.acts import PERMISSIONS, TEXTS, label
from infinibay_desktop.ui.machines.agent_acts import AgentActs
from infinibay_desktop.ui.machines.host_names import HostNames
from infinibay_desktop.ui.machines.placing_acts import PlacingActs
from infinibay_desktop.ui.rights import allowed, offer
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.icons import set_icon

TYPE_CHECKING = False
if TYPE_CHECKING:  # asking needs services, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk
    from infinibay_desktop.ui.machines.asking import MachineAsking
    from infinibay_desktop.ui.machines.work import Job

_TONES = {Act.START: "running", Act.RESUME: "running", Act.FORCE_OFF: "danger"}
_KEYS = {
    Act.START: "Ctrl+Shift+R",
    Act.SHUTDOWN: "Ctrl+Shift+S",
    Act.PAUSE: "Ctrl+Shift+P",
    Act.RESUME: "Ctrl+Shift+P",
}


class MachineActions(QObject):
    """Acts on what `selected` returns, enabled when at least one machine allows them.

    `window` gets the shortcuts and is the parent of the dialogs. Nothing is enabled before
    `attach`. Call `refresh` when the selection or a selected machine changed.
    """

    # Somebody wants a machine in a window of its own: its key.
    window_wanted = Signal(object)

    def __init__(
        self,
        window: QWidget,
        selected: Callable[[], Sequence[Machine]],
        *,
        shortcuts: bool = True,
    ) -> None:
        super().__init__(window)
        self._window, self._selected = window, selected
        self._desk: Desk | None = None
        self._asking: MachineAsking | None = None
        self._names = HostNames(self)
        # Whether starting the selected machines means to go on from their saved state.
        self.restores = False
        self._permitted: dict[Permission, Sequence[Machine]] = {}
        self._make_power()
        self._make_others()
        self.placing = PlacingActs(window, selected, self._names)
        self.agent = AgentActs(window, selected, self._begin)
        if shortcuts:
            self._give_keys()
        window.addActions(self.all())
        self.refresh()

    def attach(self, desk: "Desk") -> None:
        """The core runs: acts may be done."""
        from infinibay_desktop.ui.machines.asking import MachineAsking

        self._desk = desk
        self._names.attach(desk)
        self.placing.attach(desk)
        self.agent.attach(desk)
        desk.bridge.on(ActorChanged, lambda _event: self.refresh(), owner=self)
        self._asking = MachineAsking(desk, self._names, self._window)
        self.refresh()

    def all(self) -> list[QAction]:
        """Every act, for the command palette."""
        return [*self.power.values(), *self._others(), *self.placing.all(), *self.agent.all()]

    def toolbar(self) -> list[QAction]:
        """The few that a bar shows; `shut_down_menu` belongs to the one called Shut down."""
        return [
            self.console,
            self.power[Act.START],
            self.power[Act.PAUSE],
            self.power[Act.RESUME],
            self.power[Act.SHUTDOWN],
        ]

    def menu(self, parent: QWidget | None = None) -> QMenu:
        """A menu of its own for the selected machines. It deletes itself when it closes."""
        menu = QMenu(parent or self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)  # they say what somebody may not do
        menu.addAction(self.power[Act.RESTORE if self.restores else Act.START])
        menu.addActions([self.power[Act.PAUSE], self.power[Act.RESUME]])
        menu.addMenu(self.shut_down_menu(menu))
        menu.addSeparator()
        menu.addActions([self.rename, self.autostart, self.screenshot])
        menu.addMenu(self.copy_menu(menu))
        menu.addActions(self.placing.all())
        menu.addActions(self.agent.all())
        menu.addAction(self.delete)
        menu.addSeparator()
        menu.addActions([self.properties, self.own_window, self.console])
        menu.setDefaultAction(self.console)
        return menu

    def shut_down_menu(self, parent: QWidget) -> QMenu:
        """The ways to end a machine, gentle ones first."""
        menu = QMenu(self.tr("Shut down"), parent)
        menu.setToolTipsVisible(True)
        set_icon(menu_action := menu.menuAction(), "power")
        ways = (Act.REBOOT, Act.SHUTDOWN, Act.RESET, Act.FORCE_OFF, Act.SAVE)
        for way in ways:
            menu.addAction(self.power[way])
        menu_action.setEnabled(any(self.power[way].isEnabled() for way in ways))
        refused = next(filter(None, (self.power[way].statusTip() for way in ways)), "")
        menu_action.setToolTip("" if menu_action.isEnabled() else refused)
        return menu

    def copy_menu(self, parent: QWidget) -> QMenu:
        """What can be copied of the selected machines."""
        menu = QMenu(self.tr("Copy"), parent)
        set_icon(menu.menuAction(), "copy")
        menu.addActions([self.copy_name, self.copy_id, self.copy_xml])
        menu.menuAction().setEnabled(self.copy_name.isEnabled())
        return menu

    def refresh(self) -> None:
        """Enable what makes sense now and is allowed. Cheap: one pass over the selected machines."""
        machines = self._selected()
        fresh = [one for one in machines if one.stale_since is None] if self._desk else []
        states = {one.state for one in fresh}
        self.restores = states == {MachineState.SAVED}
        self._swap_pause(states)
        self._see_rights(fresh)
        for act, made in self.power.items():
            self._offer(act, made, fresh)
        if not any(one.persistent for one in fresh):
            self.power[Act.SAVE].setEnabled(False)
        self._refresh_others(machines, fresh)
        self.placing.refresh(machines)
        self.agent.refresh(machines)

    def _see_rights(self, fresh: Sequence[Machine]) -> None:
        desk = self._desk
        self._permitted = {
            permission: allowed(desk, permission, fresh) if desk else ()
            for permission in {*PERMISSIONS.values()}
        }

    def _offer(
        self, act: Act, made: QAction, fresh: Sequence[Machine], *, alone: bool = True
    ) -> None:
        """Enable an act that some machine allows, and that the person may do to such a one."""
        states = ALLOWED_STATES[act]
        possible = alone and any(one.state in states for one in fresh)
        ours = self._permitted[PERMISSIONS[act]]
        permitted = any(one.state in states for one in ours)
        offer(made, possible=possible, permitted=permitted)

    def _refresh_others(self, machines: Sequence[Machine], fresh: Sequence[Machine]) -> None:
        one = bool(self._desk) and len(machines) == 1
        self._offer(Act.RENAME, self.rename, fresh, alone=one)
        self._offer(Act.SCREENSHOT, self.screenshot, fresh, alone=one)
        self._offer(Act.DELETE, self.delete, fresh)
        settled = [m for m in fresh if m.persistent and m.state not in _IN_WORK]
        ours = {m.key for m in self._permitted[Permission.MACHINE_EDIT]}
        may = any(m.key in ours for m in settled)
        offer(self.autostart, possible=bool(settled), permitted=may)
        self.autostart.setChecked(bool(settled) and all(m.autostart for m in settled))
        self._offer_console(machines)
        self.properties.setEnabled(one)
        self.own_window.setEnabled(one)
        self.copy_name.setEnabled(bool(machines))
        self.copy_id.setEnabled(bool(machines))
        self.copy_xml.setEnabled(one and bool(fresh))

    def _offer_console(self, machines: Sequence[Machine]) -> None:
        desk = self._desk
        ours = allowed(desk, Permission.MACHINE_CONSOLE, machines) if desk else []
        offer(self.console, possible=bool(desk) and len(machines) == 1, permitted=bool(ours))

    def _swap_pause(self, states: set[MachineState]) -> None:
        """Show Pause or Resume, never both. Qt enables no action that is hidden."""
        pausing, resuming = (
            not states.isdisjoint(ALLOWED_STATES[act]) for act in (Act.PAUSE, Act.RESUME)
        )
        self.power[Act.PAUSE].setVisible(pausing or not resuming)
        self.power[Act.RESUME].setVisible(resuming and not pausing)

    # Making.

    def _make_power(self) -> None:
        self.power: dict[Act, QAction] = {}
        for act, texts in TEXTS.items():
            made = action(
                self._window, label(act), symbol=texts.symbol, tone=_TONES.get(act, "text")
            )
            made.triggered.connect(lambda _on=False, act=act: self._do(act))
            self.power[act] = made

    def _make_others(self) -> None:
        window = self._window
        self.console = action(window, self.tr("Open console"), self._on_console, symbol="monitor")
        self.rename = action(window, self.tr("Rename…"), self._on_rename, symbol="pencil")
        self.autostart = action(window, self.tr("Start with host"))
        self.autostart.setCheckable(True)
        self.autostart.triggered.connect(self._on_autostart)
        self.screenshot = action(
            window, self.tr("Take screenshot…"), self._on_screenshot, symbol="camera"
        )
        self.copy_name = action(window, self.tr("Copy name"), self._on_copy_name)
        self.copy_id = action(window, self.tr("Copy ID"), self._on_copy_id)
        self.copy_xml = action(window, self.tr("Copy XML"), self._on_copy_xml)
        self.delete = action(
            window, self.tr("Delete…"), self._on_delete, symbol="trash-2", tone="danger"
        )
        self.properties = action(
            window, self.tr("Properties"), self._on_properties, symbol="sliders-horizontal"
        )
        self.own_window = action(
            window, self.tr("Open in own window"), self._on_own_window, symbol="external-link"
        )

    def _others(self) -> list[QAction]:
        return [
            self.console,
            self.rename,
            self.autostart,
            self.screenshot,
            self.copy_name,
            self.copy_id,
            self.copy_xml,
            self.delete,
            self.properties,
            self.own_window,
        ]

    def _give_keys(self) -> None:
        keys = {self.power[act]: key for act, key in _KEYS.items()}
        keys |= {
            self.console: "Ctrl+O",
            self.rename: "F2",
            self.delete: "Del",
            self.properties: "Alt+Return",
            self.copy_name: "Ctrl+C",
            self.own_window: "Ctrl+Shift+O",
        }
        for made, key in keys.items():
            made.setShortcut(key)
            made.setShortcutContext(_WITHIN)

    # Done.

    def _do(self, act: Act) -> None:
        if self._asking:
            self._asking.act(act, self._selected())

    def _begin(self, job: "Job", machines: Sequence[Machine]) -> None:
        if self._asking:
            self._asking.begin(job, machines)

    def _on_autostart(self, enabled: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._asking:
            self._asking.set_autostart(self._selected(), enabled=enabled)
        self.refresh()  # the tick follows the fact, not the click

    def _on_delete(self) -> None:
        if self._asking:
            self._asking.delete(self._selected())

    def _on_rename(self) -> None:
        if self._asking and (machine := self._one()):
            self._asking.rename(machine)

    def _on_screenshot(self) -> None:
        if self._asking and (machine := self._one()):
            self._asking.take_screenshot(machine)

    def _on_console(self) -> None:
        if self._desk and (machine := self._one()):
            self._desk.go.show_console(machine.key)

    def _on_properties(self) -> None:
        if self._desk and (machine := self._one()):
            self._desk.go.show_machine(machine.key)

    def _on_own_window(self) -> None:
        if machine := self._one():
            self.window_wanted.emit(machine.key)

    def _on_copy_name(self) -> None:
        _to_clipboard("\n".join(machine.name for machine in self._selected()))

    def _on_copy_id(self) -> None:
        _to_clipboard("\n".join(str(machine.id) for machine in self._selected()))

    def _on_copy_xml(self) -> None:
        if self._asking and (machine := self._one()):
            self._asking.with_xml(machine, _to_clipboard)

    def _one(self) -> Machine | None:
        machines = self._selected()
        return machines[0] if len(machines) == 1 else None


_IN_WORK = frozenset({MachineState.CREATING, MachineState.DELETING})
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
