"""What the window itself can do, as actions: for its menus, the palette and the sheet of keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from infinibay_desktop.model.rights import Actor, Permission
from infinibay_desktop.ui.desk import Navigator
from infinibay_desktop.ui.shell.about import AboutDialog, versions
from infinibay_desktop.ui.shell.help import RightsHelp
from infinibay_desktop.ui.shell.shortcuts import KeyGroup, ShortcutSheet, keys_of
from infinibay_desktop.ui.shell.window import MainWindow
from infinibay_desktop.ui.widgets.buttons import action


class WindowCommands(QObject):
    """Makes the actions once, and fills the window's menus with them."""

    def __init__(self, window: MainWindow, go: Navigator, show_log: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._go = go
        self._make(show_log)
        self._fill_menus()

    def all(self) -> list[QAction]:
        """Every action, the page's own first."""
        return [*self._window.page_acts(), *self._own]

    def close(self) -> None:
        """Take the actions out of the window: others may be made in their place."""
        machine = self._window.menus[1]
        machine.aboutToShow.disconnect(self._on_machine_menu_about_to_show)
        for menu in self._window.menus:
            menu.clear()
        self._window.menus[0].addAction(self._quit)
        for act in self._own:
            if act is not self._quit:
                self._window.removeAction(act)
                act.deleteLater()
        self.deleteLater()

    def offer_for(self, actor: Actor) -> None:
        """Leave out what this person may not do anywhere."""
        for act, permission in (
            (self._new, Permission.MACHINE_CREATE),
            (self._add_host, Permission.HOST_MANAGE),
        ):
            allowed = actor.may_somewhere(permission)
            act.setVisible(allowed)
            act.setEnabled(allowed)

    def _make(self, show_log: Callable[[], None]) -> None:
        window, go = self._window, self._go
        make = self._action
        self._new = make(self.tr("New machine…"), go.show_new_machine, "", "plus")
        self._add_host = make(self.tr("Add host…"), lambda: go.show_host(None), "", "server")
        self._quit = window.quit_act
        self._find = make(self.tr("Filter the list"), window.focus_filter, "Ctrl+F", "search")
        self._palette = make(
            self.tr("Find anything…"), window.palette_wanted.emit, "Ctrl+K", "command"
        )
        self._log = make(self.tr("Task log"), show_log, "Ctrl+Shift+L", "list-checks")
        self._notices = make(self.tr("Notices"), window.notices_wanted.emit, "Ctrl+Shift+N", "bell")
        self._keys = make(self.tr("Keys…"), self._show_keys, "Ctrl+?", "keyboard")
        self._help = make(
            self.tr("What the rights protect…"), self._show_help, "F1", "circle-question-mark"
        )
        self._about = make(self.tr("About…"), self._show_about, "", "info")
        self._pages = [
            make(title, lambda name=name: window.show_page(name), f"Ctrl+{number}", "")  # type: ignore[misc]
            for number, (name, title) in enumerate(window.titles(), start=1)
        ]
        self._own = [
            *self._pages,
            self._new,
            self._add_host,
            self._find,
            self._palette,
            self._log,
            self._notices,
            self._keys,
            self._help,
            self._about,
            self._quit,
        ]
        # Ctrl+N is the machines page's where that is shown; elsewhere it is the window's.
        window.addActions(self._own)

    def _action(self, text: str, act: Callable[[], object], keys: str, symbol: str) -> QAction:
        made = action(self._window, text, act, shortcut=keys, symbol=symbol)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return made

    def _fill_menus(self) -> None:
        file, machine, view, about = self._window.menus
        file.clear()
        _fill(file, [self._new, self._add_host, None, self._quit])
        machine.aboutToShow.connect(self._on_machine_menu_about_to_show)
        _fill(
            view,
            [*self._pages, None, self._find, self._palette, None, self._log, self._notices],
        )
        _fill(about, [self._keys, self._help, self._about])
        self._fill_machine_menu(machine)

    def _on_machine_menu_about_to_show(self) -> None:
        self._fill_machine_menu(self._window.menus[1])

    def _fill_machine_menu(self, menu: QMenu) -> None:
        menu.clear()
        _fill(menu, [act for act in self._window.page_acts() if act.isVisible()])
        if menu.isEmpty():
            menu.addAction(self.tr("No acts on this screen")).setEnabled(False)

    def _show_keys(self) -> None:
        groups = [
            KeyGroup(self.tr("Everywhere"), keys_of(self._own)),
            KeyGroup(self.tr("On this screen"), keys_of(self._window.page_acts())),
            KeyGroup(self.tr("In consoles"), self._console_keys()),
        ]
        sheet = ShortcutSheet(groups, self._window)
        sheet.fit()
        sheet.open()

    def _console_keys(self) -> Sequence[tuple[str, str]]:
        return [
            (self.tr("Full screen"), "F11"),
            (self.tr("Give the keyboard back"), "Ctrl+Alt"),
            (self.tr("Close the window"), "Ctrl+Shift+W"),
            (self.tr("Quit"), "Ctrl+Shift+Q"),
        ]

    def _show_help(self) -> None:
        dialog = RightsHelp(self._window)
        dialog.fit()
        dialog.open()

    def _show_about(self) -> None:
        dialog = AboutDialog(versions(), self._window)
        dialog.fit()
        dialog.open()


def _fill(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    for one in actions:
        if one is None:
            menu.addSeparator()
        else:
            menu.addAction(one)
