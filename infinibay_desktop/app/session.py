"""The running window: hosts connected, wishes of later starts followed, an orderly end."""

import asyncio
import logging
import sys
from collections.abc import Sequence
from functools import partial

import qasync
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from infinibay_desktop.app.bootstrap import Core
from infinibay_desktop.app.crash import CrashReports
from infinibay_desktop.app.garbage import GuiCollector, give_back
from infinibay_desktop.app.keeping import keep_list
from infinibay_desktop.app.options import WindowOptions
from infinibay_desktop.app.picture import take_picture
from infinibay_desktop.app.signals import QuitSignals
from infinibay_desktop.app.window import CoreLoader, install_language, message_options, trace
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import HostStatusChanged, SettingsChanged
from infinibay_desktop.model.hosts import Host, LinkState
from infinibay_desktop.model.people import Person
from infinibay_desktop.system.instance import Instance, StartMessage
from infinibay_desktop.system.list_cache import list_path
from infinibay_desktop.system.resources import resource_path
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.overview.backdrop import load_wallpapers
from infinibay_desktop.ui.setting_texts import problem_text
from infinibay_desktop.ui.shell.closing import Closing
from infinibay_desktop.ui.shell.notices import NoticeBoard
from infinibay_desktop.ui.shell.shell import Shell
from infinibay_desktop.ui.shell.tray import Tray
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.widgets.avatars import load_avatars

logger = logging.getLogger(__name__)
DEMONSTRATION = "test:///default"
SETTLE_MS = 2000
SYSTEM_LANGUAGE = "system"


class WindowSession(QObject):
    """From the core's start to the program's end. GUI thread."""

    _called = Signal(object)

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        core: Core,
        loader: CoreLoader,
        instance: Instance,
    ) -> None:
        super().__init__()
        self.status = 0
        self._window = window
        self._core = core
        self._loader = loader
        self._instance = instance
        self._options: WindowOptions = loader.options
        self._spoken = str(loader.loaded.settings.language)
        self._notices = window.findChild(NoticeBoard) or NoticeBoard(window)
        load_avatars(resource_path("avatars"))
        load_wallpapers(resource_path("wallpapers"))
        self._shell = Shell(window, self._notices)
        self._loop = qasync.QEventLoop(application)
        asyncio.set_event_loop(self._loop)
        GuiCollector(self)
        self._crashes = CrashReports(self._notices)
        self._crashes.watch(self._loop)
        self._called.connect(self._on_called, Qt.ConnectionType.QueuedConnection)
        instance.serve(self._called.emit)

    def run(self) -> None:
        """Live until the person quits, then end in order."""
        desk = self._shell.attach(self._core)
        keep_last = keep_list(
            self._core, list_path(self._loader.paths.data, self._options.database)
        )
        tray = Tray(self._window)
        self._live_in_tray(tray, desk)
        closing = Closing(self._window, desk, self._shell, tray, quit_program=self._loop.stop)
        self._window.on_quit(closing.quit)
        self._window.closing.disconnect()
        self._window.closing.connect(closing.close_window)
        desk.bridge.on(
            SettingsChanged, lambda event: self._on_settings_changed(event, tray), owner=self
        )
        self._shell.person_changed.connect(lambda: self._speak(tray))
        self._speak(tray)
        signals = QuitSignals(self._loop.stop, self)
        self._follow_hosts(desk)
        self._tell_problems()
        self._shell.opened.connect(lambda: desk.operations.spawn(self, self._open(desk)))
        if self._options.screenshot:
            desk.operations.spawn(self, self._picture(desk))
        elif self._shell.is_open:
            desk.operations.spawn(self, self._open(desk))
        with self._loop:
            self._loop.run_forever()
            # Who starts the program again while this one ends gets a window of their own.
            self._instance.close()
            self._window.hide()
            self._window.remember()
            self._shell.close()
            tray.close()
            signals.stop()
        keep_last()
        self._core.close()

    def _live_in_tray(self, tray: Tray, desk: Desk) -> None:
        tray.attach(desk)
        tray.window_wanted.connect(self._shell.raise_window)
        tray.new_machine_wanted.connect(self._shell.show_new_machine)
        tray.console_wanted.connect(self._shell.show_console)
        tray.quit_wanted.connect(self._window.quit)
        self._notices.changed.connect(lambda: self._tell_in_tray(tray))

    def _tell_in_tray(self, tray: Tray) -> None:
        """Count what is unseen; say the newest through the desktop while no window is seen."""
        tray.show_alerts(self._notices.unseen)
        if self._notices.unseen and not self._window.isVisible():
            newest = self._notices.kept[0]
            tray.tell(newest.title, newest.text, is_error=newest.is_error)

    async def _picture(self, desk: Desk) -> None:
        """Take the wanted picture, and end."""
        try:
            wanted = await self._open_hosts(desk)
            self.status = await take_picture(
                self._window, self._core, wanted, self._options.screenshot
            )
        except InfinibayError as error:
            # Nobody is there to see a notice.
            sys.stderr.write(f"{error.message} {error.remedy}".strip() + "\n")
            self.status = 1
        self._loop.stop()

    async def _open(self, desk: Desk) -> None:
        await self._open_hosts(desk)

    async def _open_hosts(self, desk: Desk) -> Sequence[Host]:
        if not self._names_hosts():
            await desk.operations.run(desk.core.hosts_elsewhere.connect_new_hosts)
        hosts = await self._wanted_hosts(desk)
        self._shell.take_hosts(hosts)
        await desk.operations.run(desk.core.agents.serve)
        await desk.operations.run(desk.core.delivery.serve)
        wanted = [host for host in hosts if host.autoconnect or self._names_hosts()]
        for host in wanted:
            await desk.operations.run(partial(desk.core.connections.connect_in_background, host))
        if not hosts:
            self._window.show_page("first-run")
        elif self._window.page and self._window.page.name == "first-run":
            self._window.show_page("machines")
        trace("list-filled")
        QTimer.singleShot(SETTLE_MS, self, give_back)
        return wanted

    def _names_hosts(self) -> bool:
        options = self._options
        return bool(options.connect or options.host or options.demo)

    async def _wanted_hosts(self, desk: Desk) -> Sequence[Host]:
        options, hosts = self._options, desk.core.hosts
        uri = options.connect or (DEMONSTRATION if options.demo else "")
        if uri:
            host, is_new = await desk.operations.run(lambda: hosts.known_or_draft(uri))
            if is_new:
                await desk.operations.run(lambda: hosts.keep(host))
            return [host]
        if options.host:
            return [await desk.operations.run(lambda: hosts.find(options.host))]
        return await desk.operations.run(hosts.all)

    def _follow_hosts(self, desk: Desk) -> None:
        """Show what was asked for as soon as a host that has it is connected."""
        desk.bridge.on(HostStatusChanged, self._on_host_status_changed, owner=self)

    def _on_host_status_changed(self, event: HostStatusChanged) -> None:
        if event.status.state is LinkState.CONNECTED:
            self._show_wanted(final=False)

    def _show_wanted(self, *, final: bool) -> None:
        options = self._options
        for name, show in (
            (options.show_console, self._shell.show_console),
            (options.show_machine, self._shell.show_machine),
        ):
            if not name:
                continue
            try:
                show(self._shell.find_machine(name))
            except InfinibayError as error:
                if final:
                    self._notices.show_error(error)
            else:
                self._options = WindowOptions(screenshot=options.screenshot)

    def _on_settings_changed(self, event: SettingsChanged, tray: Tray) -> None:
        if "language" not in event.names:
            return
        person, desk = self._core.current.signed_in.person, self._shell.desk
        if person and desk and person.language:
            # Who chose a language for themselves chooses it anew here.
            desk.operations.spawn(self, self._keep_language(desk, person, event))
        else:
            self._speak(tray)

    async def _keep_language(self, desk: Desk, person: Person, event: SettingsChanged) -> None:
        chosen = str(event.settings.language)
        language, people = "" if chosen == SYSTEM_LANGUAGE else chosen, desk.core.people
        await desk.operations.run(
            lambda: people.edit_own(
                person.id, person.first_name, person.last_name, language, person.avatar
            )
        )

    def _speak(self, tray: Tray) -> None:
        """In the person's own language, or else in that of the settings."""
        person = self._core.current.signed_in.person
        own = person.language if person else ""
        wanted = own or str(self._core.settings.settings.language)
        application = QApplication.instance()
        if wanted != self._spoken and isinstance(application, QApplication):
            self._spoken = wanted
            install_language(application, wanted)
            self._shell.retranslate()
            tray.retranslate()

    def _tell_problems(self) -> None:
        """What of the settings' file could not be used."""
        for problem in self._loader.loaded.problems:
            self._notices.tell(self.tr("Settings that could not be used"), problem_text(problem))

    def _on_called(self, message: StartMessage) -> None:
        """A later start: come to the front, and show what it wants."""
        self._options = message_options(message)
        self._shell.raise_window()
        if self._options.page:
            self._window.show_page(self._options.page)
        if self._options.connect and (desk := self._shell.desk):
            desk.operations.spawn(self, self._open(desk))
        QTimer.singleShot(0, self, lambda: self._show_wanted(final=True))
