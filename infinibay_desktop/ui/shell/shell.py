"""Brings the window to life: what follows the core, and the ways from one screen to another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from infinibay_desktop.model.errors import NotFoundError
from infinibay_desktop.model.events import (
    HostRemoved,
    HostSaved,
    HostStatusChanged,
    MachineAdded,
    MachineRemoved,
    SettingsChanged,
)
from infinibay_desktop.model.hosts import Host, HostId, LinkState
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.model.tasks import TaskStatus
from infinibay_desktop.services.core import Core
from infinibay_desktop.services.recovery import Recovered
from infinibay_desktop.ui.bridge import EventBridge
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.formats import forget_language
from infinibay_desktop.ui.machines.actions import MachineActions
from infinibay_desktop.ui.machines.window import close_machine_windows, reopen_machine_windows
from infinibay_desktop.ui.operations import Operations
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.shell.commands import WindowCommands
from infinibay_desktop.ui.shell.console_windows import ConsoleWindows
from infinibay_desktop.ui.shell.department_links import DepartmentLinks
from infinibay_desktop.ui.shell.guest_troubles import GuestTroubles
from infinibay_desktop.ui.shell.notices import NoticeBoard, NoticeList
from infinibay_desktop.ui.shell.palette import CommandPalette
from infinibay_desktop.ui.shell.presence import Presence
from infinibay_desktop.ui.shell.task_log import TaskLogbook, TaskLogPanel
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.state_words import forget_words
from infinibay_desktop.ui.widgets.theme import apply_theme

COUNT_MS = 200


class Shell(QObject):
    """The navigator of the screens, and the owner of what stands around them."""

    # Somebody is signed in, and their screens are there; each time anew.
    opened = Signal()
    # Somebody came, left, or is another than before in any way.
    person_changed = Signal()

    def __init__(self, window: MainWindow, notices: NoticeBoard) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._book = TaskLogbook(self)
        self._log: TaskLogPanel | None = None
        self._palette: CommandPalette | None = None
        self._hosts: dict[HostId, str] = {}
        self._desk: Desk | None = None
        self._commands: WindowCommands | None = None
        self._presence: Presence | None = None
        self._departments: DepartmentLinks | None = None
        # Thousands may come at once; their number is read once.
        self._count_due = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count_due.timeout.connect(self._count)
        self._consoles = ConsoleWindows(
            power_acts=self._power_acts, quit_program=window.quit, parent=self
        )
        window.palette_wanted.connect(self._on_palette_wanted)
        window.notices_wanted.connect(self._on_notices_wanted)
        window.foot_wanted.connect(self._on_foot_wanted)
        window.status.host_chosen.connect(self.show_host)
        notices.changed.connect(lambda: window.bar.show_unseen(notices.unseen))
        self._book.changed.connect(lambda: window.status.show_tasks(self._book.running()))

    @property
    def book(self) -> TaskLogbook:
        """What runs and ran."""
        return self._book

    @property
    def desk(self) -> Desk | None:
        """What screens are given; None until the core runs."""
        return self._desk

    # The core.

    def attach(self, core: Core) -> Desk:
        """The core runs: screens get it, hosts are connected by whoever calls."""
        bridge = EventBridge(core.bus, self)
        desk = Desk(
            core=core,
            bridge=bridge,
            operations=Operations(core.tasks, self._notices, core.errors.record),
            notices=self._notices,
            log=self._book,
            go=self,
        )
        self._desk = desk
        self._book.attach(desk)
        self._consoles.attach(desk)
        bridge.on(HostStatusChanged, self._on_host_status_changed, owner=self)
        bridge.on(HostSaved, lambda _event: self._read_hosts(), owner=self)
        bridge.on(HostRemoved, self._on_host_removed, owner=self)
        bridge.on(SettingsChanged, self._on_settings_changed, owner=self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_theme)
        bridge.on(MachineAdded, lambda _event: self._count_due.start(), owner=self)
        bridge.on(MachineRemoved, lambda _event: self._count_due.start(), owner=self)
        self._presence = presence = Presence(self._window, desk, forget=self._forget)
        presence.follow()
        self._window.attach(desk)
        self._departments = DepartmentLinks(self._window, desk)
        GuestTroubles(desk, self)
        if presence.is_open:
            self._open()
        presence.opened.connect(self._on_presence_opened)
        presence.adjusted.connect(self._on_presence_adjusted)
        presence.changed.connect(self.person_changed)
        return desk

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in, who has the screens before them."""
        return self._presence is not None and self._presence.is_open

    def _on_presence_opened(self) -> None:
        self._open()
        self.opened.emit()

    def _on_presence_adjusted(self) -> None:
        if self._desk:
            self._consoles.see_rights()
            if self._commands:
                self._commands.offer_for(actor(self._desk))

    def _open(self) -> None:
        """Fill what stands around the screens with what is for whoever is signed in now."""
        self._notices.is_quiet = False
        self._commands = WindowCommands(self._window, self, self._on_foot_wanted)
        if self._presence:
            self._commands.offer_for(self._presence.actor)
        self._read_hosts()
        self._count()

    def _forget(self) -> None:
        """Nothing of a person who left stays to be seen; what screens wait for goes with them."""
        self._consoles.close_all()
        close_machine_windows()
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()
        self._let_go()
        for host_id in self._hosts:
            self._window.status.remove_host(host_id)
        self._hosts = {}
        self._book.forget()
        self._notices.forget()
        self._notices.is_quiet = True

    @property
    def notices(self) -> NoticeBoard:
        """What was told."""
        return self._notices

    def close(self) -> None:
        """Let go of consoles and of all that still waits."""
        self._consoles.close_all()
        if self._desk:
            self._desk.operations.close()
            self._desk.bridge.close()

    def take_hosts(self, hosts: Sequence[Host]) -> None:
        """These are the hosts: show how each stands."""
        self._hosts = {host.id: host.name for host in hosts}
        if self._desk:
            for host_id, name in self._hosts.items():
                self._window.status.show_host(name, self._desk.core.connections.status(host_id))

    def _read_hosts(self) -> None:
        if self._desk and actor(self._desk).may(Permission.HOST_VIEW):
            self._desk.operations.spawn(self, self._read_hosts_now(self._desk))

    async def _read_hosts_now(self, desk: Desk) -> None:
        self.take_hosts(await desk.operations.run(desk.core.hosts.all))

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        status = event.status
        if name := self._hosts.get(status.host_id):
            self._window.status.show_host(name, status)
        if self._desk and status.state is LinkState.CONNECTED:
            self._desk.operations.spawn(self, self._recover(self._desk, status.host_id))

    async def _recover(self, desk: Desk, host_id: HostId) -> None:
        recovery = desk.core.recovery
        for found in await desk.operations.run(lambda: recovery.run(host_id), lane=host_id):
            self._notices.tell(found.task.title, self._outcome(found))

    def _outcome(self, found: Recovered) -> str:
        if found.status is TaskStatus.DONE:
            return self.tr("What an earlier run had begun was finished.")
        if found.status is TaskStatus.UNDONE:
            return self.tr("What an earlier run had begun was undone.")
        return self.tr("It is still unfinished: {why}").format(why=found.why)

    def _on_host_removed(self, event: HostRemoved) -> None:
        self._hosts.pop(event.host_id, None)
        self._window.status.remove_host(event.host_id)
        self._count()

    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "theme" in event.names:
            self.apply_theme()

    def apply_theme(self, _scheme: object = None) -> None:
        """Put the chosen colours in force, in every window."""
        application = QApplication.instance()
        if self._desk and isinstance(application, QApplication):
            apply_theme(application, self._desk.core.settings.settings.theme)
            self._window.retint()
            self._consoles.retint()
            if self._presence:
                self._presence.retint()
            if self._departments:
                self._departments.retint()

    def retranslate(self) -> None:
        """Another language was installed: all that is in sight says the same in it, at once."""
        forget_language()
        forget_words()
        selected = self._window.current_machine()
        log_shown = self._log is not None and not self._log.isHidden()
        self._let_go()
        windows = close_machine_windows()
        self._window.retranslate()
        if self._presence:
            self._presence.retranslate()
        if self.is_open:
            self._open()
            reopen_machine_windows(self._window.page_called("machines"), windows)
        self._consoles.reopen()
        self._notices.retranslate()
        if log_shown:
            self._on_foot_wanted()
        if selected and self._window.page is self._window.page_called("machines"):
            self.show_machine(selected)

    def _let_go(self) -> None:
        """Take away what stands around the screens; it is made anew when it is wanted."""
        for made in (self._palette, self._log):
            if made is not None:
                made.hide()
                made.deleteLater()
        self._palette = self._log = None
        if self._commands:
            self._commands.close()
            self._commands = None

    def _count(self) -> None:
        if self._desk:
            count = len(self._desk.core.inventory)
            self._window.navigation.count("machines", QLocale().toString(count) if count else "")

    # The ways (Navigator).

    def show_page(self, name: str, *, filter_text: str | None = None) -> None:
        """Bring a screen to the front, with a filter of its own."""
        self._window.show_page(name, filter_text=filter_text)
        self.raise_window()

    def show_machine(self, key: MachineKey) -> None:
        """The machine in the list, with its details."""
        if not self._window.offers("machines"):
            return
        page = self._window.page_called("machines")
        self._window.show_page("machines")
        self.raise_window()
        getattr(page, "show_machine", lambda _key: None)(key)

    def show_console(self, key: MachineKey) -> None:
        """The machine's console in a window of its own."""
        if self.is_open:
            self._consoles.show(key)

    def console_pane(self, key: MachineKey) -> QWidget:
        """The machine's console, to stand in another widget."""
        return self._consoles.make_pane(key)

    def _power_acts(self, owner: QWidget, selected: Callable[[], list[Machine]]) -> list[QAction]:
        acts = MachineActions(owner, selected, shortcuts=False)
        if self._desk:
            acts.attach(self._desk)
        owner.machine_changed.connect(acts.refresh)  # type: ignore[attr-defined]
        return list(acts.power.values())

    def show_new_machine(self) -> None:
        """Where new machines are made."""
        if not self._window.offers("machines"):
            return
        page = self._window.page_called("machines")
        self._window.show_page("machines")
        getattr(page, "new_machine", lambda: None)()

    def show_host(self, host_id: HostId | None) -> None:
        """A host's details; None: where hosts are added."""
        if not self._window.offers("hosts"):
            return
        page = self._window.page_called("hosts")
        self._window.show_page("hosts")
        getattr(page, "show_host", lambda _host_id: None)(host_id)

    def actions(self) -> list[QAction]:
        """All that can be done now, for the palette and the list of shortcuts."""
        own = self._presence.menu.acts() if self._presence else []
        return [*self._commands.all(), *own] if self._commands else []

    def raise_window(self) -> None:
        """Bring the window to the front."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def find_machine(self, name: str) -> MachineKey:
        """The machine of that name or id. Raises NotFoundError."""
        for machine in self._machines():
            if name in (machine.name, str(machine.id)):
                return machine.key
        raise NotFoundError(f"There is no machine '{name[:100]}'.")

    def _machines(self) -> Sequence[Machine]:
        return self._desk.core.inventory.snapshot() if self._desk else ()

    # What opens over the window.

    def _on_palette_wanted(self) -> None:
        if not self.is_open:
            return
        if self._palette is None:
            self._palette = CommandPalette(
                self._window,
                actions=self.actions,
                machines=self._machines,
                pages=self._window.titles,
                open_page=self.show_page,
                open_machine=self.show_console,
                show_machine=self.show_machine,
            )
        self._palette.open()

    def _on_notices_wanted(self) -> None:
        listing = NoticeList(self._notices, self._window)
        corner = self._window.bar.mapToGlobal(self._window.bar.rect().bottomRight())
        listing.move(corner.x() - listing.width() - 8, corner.y() + 4)
        listing.show()

    def _on_foot_wanted(self) -> None:
        if self._log is None:
            self._log = TaskLogPanel(self._book)
            self._log.setFixedHeight(220)
            self._log.closed.connect(self._on_foot_wanted)
            self._window.foot.addWidget(self._log)
            return
        self._log.setVisible(not self._log.isVisible())
