"""The main window: the navigation, one screen at a time, and what is around them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.model.rights import Actor
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.shell.navigation import Navigation, NavigationRoom
from infinibay_desktop.ui.shell.screens import Screen, all_screens
from infinibay_desktop.ui.shell.status_bar import StatusBar
from infinibay_desktop.ui.shell.top_bar import TopBar
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.icons import retint
from infinibay_desktop.ui.widgets.layout import fill, row

TYPE_CHECKING = False
if TYPE_CHECKING:  # all of it comes after the first paint
    from infinibay_desktop.ui.desk import Desk

SIZE = (1180, 760)
SMALLEST = (400, 300)
FOLD_BELOW = 820


class MainWindow(QMainWindow):
    """Paints the last session's list at once; `attach` brings it to life."""

    closing = Signal()
    page_shown = Signal(str)
    foot_wanted = Signal()
    palette_wanted = Signal()
    notices_wanted = Signal()
    painted = Signal()

    def __init__(
        self,
        memory: Memory,
        *,
        machines: Sequence[Machine] = (),
        hosts: Mapping[HostId, str] | None = None,
    ) -> None:
        super().__init__()
        self._memory = memory
        self._cached = (machines, hosts or {})
        self._screens: dict[str, Screen] = {screen.name: screen for screen in all_screens()}
        self._pages: dict[str, Page] = {}
        self._filters: dict[str, str] = {}
        # Screens of the last session's person, until it is known who is here.
        self._absent = set(memory.text("absent").split())
        self._desk: Desk | None = None
        self._told_painted = False
        self._folded_by_width = False
        self._quit: Callable[[], None] = lambda: None
        self.setWindowTitle("Infinibay Desktop")
        self.setMinimumSize(*SMALLEST)
        self._build_ui()
        self._connect()
        self.resize(*SIZE)
        self.restoreGeometry(memory.state("window"))

    # What is in it.

    def _build_ui(self) -> None:
        self.navigation = Navigation()
        for screen in self._screens.values():
            if not screen.hidden:
                self.navigation.add(
                    screen.name, screen.symbol, screen.title, at_bottom=screen.at_bottom
                )
        self.bar = TopBar()
        self.stack = QStackedWidget()
        self.foot = QVBoxLayout()
        self.status = StatusBar()
        self.setStatusBar(self.status)
        # Filled when the core runs; there from the start, so that nothing moves then.
        self.menus = [self.menuBar().addMenu(title) for title in self._menu_titles()]
        # Also where the core never runs, as with a damaged database.
        words = QCoreApplication.translate("WindowCommands", "Quit")
        self.quit_act = action(self, words, self.quit, shortcut="Ctrl+Q", symbol="log-out")
        self.quit_act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.menus[0].addAction(self.quit_act)
        self.addAction(self.quit_act)  # a menu bar that is hidden hides its keys too
        right = QVBoxLayout()
        fill(right, self.bar, self.stack, self.foot, gap=0)
        right.setStretch(1, 1)
        middle = QWidget()
        middle.setLayout(row(NavigationRoom(self.navigation), right, gap=0))
        # The second place is for what takes the place of everything, such as the sign-in screen.
        self.layers = QStackedWidget()
        self.layers.addWidget(middle)
        self.setCentralWidget(self.layers)
        self.navigation.show_only(self._screens.keys() - self._absent)
        self.navigation.fold(folded=self._memory.text("navigation") == "folded")

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.bar.filtered.connect(self._on_bar_filtered)
        self.bar.palette_wanted.connect(self.palette_wanted)
        self.bar.notices_wanted.connect(self.notices_wanted)
        self.status.tasks_wanted.connect(self.foot_wanted)

    # Screens.

    @property
    def page(self) -> Page | None:
        """The screen that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page_called(self, name: str) -> Page:
        """A screen, made if this is the first time that it is asked for."""
        if name not in self._pages:
            page = self._screens[name].make(self._memory)
            page.show_cached(*self._cached)
            page.changed.connect(self._on_page_changed)
            page.filter_unwanted.connect(lambda: self.show_page(name, filter_text=""))
            self._pages[name] = page
            self.stack.addWidget(page)
            if self._desk:
                page.attach(self._desk)
        return self._pages[name]

    def show_page(self, name: str, *, filter_text: str | None = None) -> None:
        """Bring a screen to the front."""
        if not self.offers(name):
            return
        page, before = self.page_called(name), self.page
        if filter_text is not None:
            self._filters[name] = filter_text
            page.set_filter(filter_text)
        if page is not before or self.stack.count() == 1:
            if before and before is not page:
                before.left()
            focused = self.focusWidget()
            moves = before is not None and focused is not None and before.isAncestorOf(focused)
            self.stack.setCurrentWidget(page)
            if moves:
                _bring_keyboard_to(page)
            if self.isVisible():
                page.entered()
        self.navigation.select(name)
        self._show_bar()
        if not self._screens[name].hidden:
            self._memory.keep("page", name)
        self.page_shown.emit(name)

    def titles(self) -> list[tuple[str, str]]:
        """Names and titles of the screens that can be gone to."""
        return [
            (one.name, one.title)
            for one in self._screens.values()
            if not one.hidden and self.offers(one.name)
        ]

    def offers(self, name: str) -> bool:
        """Whether there is such a screen for whoever is here."""
        return name in self._screens and name not in self._absent

    def admit(self, actor: Actor) -> None:
        """Leave out the screens that are not for this person, and let go of those made already."""
        self._absent = {one.name for one in self._screens.values() if not one.is_for(actor)}
        self.navigation.show_only(self._screens.keys() - self._absent)
        for name in self._pages.keys() & self._absent:
            self._drop_page(name)
        if self.covering is None:
            self._memory.keep("absent", " ".join(sorted(self._absent)))
            self._show_some_page()

    def remake_pages(self, *, filters_too: bool = False) -> None:
        """Let go of every screen; the shown one is made anew, others when they are asked for."""
        shown = self.page.name if self.page else ""
        for name in tuple(self._pages):
            self._drop_page(name)
        if filters_too:
            self._filters.clear()
        if self.covering is None:
            self._show_some_page(shown)

    def retranslate(self) -> None:
        """The language is another: take all words anew, and make the screens anew."""
        self._screens = {screen.name: screen for screen in all_screens()}
        self.navigation.rename({one.name: one.title for one in self._screens.values()})
        for menu, title in zip(self.menus, self._menu_titles(), strict=True):
            menu.setTitle(title)
        self.quit_act.setText(QCoreApplication.translate("WindowCommands", "Quit"))
        self.bar.retranslate()
        self.status.retranslate()
        shown = self.page.name if self.page else ""
        for name in [name for name, page in self._pages.items() if not page.retranslates]:
            self._drop_page(name)
        if self.covering is None and shown:
            self.show_page(shown, filter_text=self._filters.get(shown))

    def _menu_titles(self) -> tuple[str, ...]:
        return (self.tr("&File"), self.tr("&Machine"), self.tr("&View"), self.tr("&Help"))

    def _drop_page(self, name: str) -> None:
        page = self._pages.pop(name)
        if page is self.page and self.isVisible():
            page.left()
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _show_some_page(self, wanted: str = "") -> None:
        """The wanted screen, else the one shown last, else the first that there is."""
        if self.page is not None:
            return
        first = [name for name, _title in self.titles()][:1]
        wishes = (wanted, self._memory.text("page"), "machines", *first)
        if name := next(filter(self.offers, wishes), ""):
            self.show_page(name, filter_text=self._filters.get(name))

    # In place of everything.

    @property
    def covering(self) -> QWidget | None:
        """What stands in place of everything, if something does."""
        return self.layers.widget(1)

    def cover(self, widget: QWidget) -> None:
        """Show this and nothing else: no screen, no menu, no state of any host."""
        if self.covering is not widget:
            self.uncover()
            self.layers.addWidget(widget)
        self.layers.setCurrentWidget(widget)
        self.menuBar().hide()
        self.status.hide()

    def uncover(self) -> None:
        """The window is whole again."""
        if widget := self.covering:
            self.layers.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.menuBar().show()
        self.status.show()

    def attach(self, desk: "Desk") -> None:
        """The core runs: give it to every screen that was made."""
        self._desk = desk
        self._cached = ((), {})
        for page in self._pages.values():
            page.attach(desk)
        self._show_bar()

    def retint(self) -> None:
        """The theme changed."""
        retint(self)
        for page in self._pages.values():
            page.retint()
        self._show_bar()

    def on_quit(self, ask: Callable[[], None]) -> None:
        """What is called when the person wants to end the program."""
        self._quit = ask

    def quit(self) -> None:
        """The person wants to end the program."""
        self._quit()

    def page_acts(self) -> list[QAction]:
        """The acts of the screen that is shown."""
        return list(self.page.all_actions()) if self.page else []

    def _show_bar(self) -> None:
        page = self.page
        if page is None:
            return
        self.bar.title.show_text(page.title())
        self.bar.show_acts(page.page_actions(), has_main=page.has_main_act)
        self.bar.show_filter(
            self._filters.get(page.name, ""), page.filter_hint(), usable=page.filterable
        )

    def focus_filter(self) -> None:
        """Bring the keyboard to the filter, where the screen has one."""
        if self.bar.field.isVisible():
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.field.selectAll()

    def _on_page_changed(self) -> None:
        if self.sender() is self.page:
            self._show_bar()

    def _on_bar_filtered(self, text: str) -> None:
        if page := self.page:
            self._filters[page.name] = text
            page.set_filter(text)

    # The window itself.

    def event(self, event: QEvent) -> bool:
        """Tell, once, that the window was painted for the first time."""
        handled = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._told_painted:
            self._told_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation where there is no room for words."""
        super().resizeEvent(event)
        narrow = event.size().width() < FOLD_BELOW
        if narrow != self._folded_by_width:
            self._folded_by_width = narrow
            kept = self._memory.text("navigation") == "folded"
            self.navigation.fold(folded=narrow or kept)

    def showEvent(self, event: QShowEvent) -> None:
        """The screen is looked at again."""
        super().showEvent(event)
        if self.page and not event.spontaneous():
            self.page.entered()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing may cost."""
        super().hideEvent(event)
        if self.page and not event.spontaneous():
            self.page.left()

    def changeEvent(self, event: QEvent) -> None:
        """A window in the task bar is not looked at either."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.page:
            if self.isMinimized():
                self.page.left()
            else:
                self.page.entered()

    def remember(self) -> None:
        """Keep the window's place for the next start."""
        self._memory.keep("window", self.saveGeometry())
        if not self._folded_by_width:
            self._memory.keep("navigation", "folded" if self.navigation.is_folded else "open")

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        """Come to the window's foot last: Qt goes by when parts were made, screens among them."""
        item = self.foot.itemAt(0)
        log = item.widget() if item else None
        for part in [*(log.findChildren(QWidget) if log else ()), *self.status.chips()]:
            last = self.previousInFocusChain()
            if last and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, part)
        return super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is a wish; the program decides what it means."""
        event.ignore()
        self.closing.emit()

    def current_machine(self) -> MachineKey | None:
        """The machine that is selected on the screen, if one is."""
        found = getattr(self.page, "current_machine", None)
        return found() if found else None


def _bring_keyboard_to(page: QWidget) -> None:
    """Focus the screen's first part: Qt would take whatever follows the screen that left."""
    part = page.nextInFocusChain()
    while part is not None and part is not page:
        wants = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if wants and part.isEnabled() and page.isAncestorOf(part) and part.isVisibleTo(page):
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        part = part.nextInFocusChain()
