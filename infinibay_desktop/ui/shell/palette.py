"""The command palette: every act, screen and machine behind one field."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.machines import Machine, MachineKey
from infinibay_desktop.ui.shell.palette_list import Entry, EntryDelegate, EntryModel
from infinibay_desktop.ui.shell.ranking import LONGEST_QUERY, best, folded
from infinibay_desktop.ui.state_words import machine_look
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import plain
from infinibay_desktop.ui.widgets.theme import tones

LIMIT = 50
WIDTH = 600
LINES = 9
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: LINES - 1,
    Qt.Key.Key_PageUp: -(LINES - 1),
}


class CommandPalette(QFrame):
    """Lies over its window; whatever is chosen, or clicked beside it, closes it.

    Enter opens a machine's console and Shift+Enter shows the machine.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        actions: Callable[[], Sequence[QAction]],
        machines: Callable[[], Sequence[Machine]],
        pages: Callable[[], Sequence[tuple[str, str]]],
        open_page: Callable[[str], object],
        open_machine: Callable[[MachineKey], object],
        show_machine: Callable[[MachineKey], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._list_actions, self._list_machines, self._list_pages = actions, machines, pages
        self._open_page, self._open_machine = open_page, open_machine
        self._show_machine = show_machine
        self._fixed: list[Entry] = []
        self._fixed_names: list[str] = []
        self._machines: Sequence[Machine] = ()
        self._names: list[str] = []
        self._before: QWidget | None = None
        self._build()
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def open(self) -> None:
        """Show what can be done now, with an empty field."""
        self._before = QApplication.focusWidget()
        self._collect()
        self.field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away, and give the keyboard back to whoever had it."""
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    # Making.

    def _build(self) -> None:
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Command palette"))
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_QUERY)
        self.field.setPlaceholderText(self.tr("Search for an act, a screen or a machine"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("border: none; background: transparent;")
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.clicked.connect(lambda index: self._choose(index.row(), second=False))
        self._hint = plain(name="muted")
        self._hint.setWordWrap(True)
        fill(QVBoxLayout(self), self.field, self.list, self._hint, gap=8, margin=10)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(tones().shadow))
        self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        """In the middle near the top, as high as nine lines need and the window has room for."""
        room = self._window.rect().adjusted(12, 12, -12, -12)
        width = min(WIDTH, room.width())
        line = self.list.sizeHintForRow(0) if self.model.entries else 36
        rest = self.field.sizeHint().height() + self._hint.heightForWidth(width - 20) + 20 + 20
        height = min(rest + line * LINES, room.height())
        top = room.top() + min(60, max(0, room.height() - height) // 3)
        self.setGeometry(room.center().x() - width // 2, top, width, height)

    # What there is.

    def _collect(self) -> None:
        self._fixed = [*self._action_entries(), *self._page_entries()]
        self._fixed_names = [folded(entry.title) for entry in self._fixed]
        self._machines = self._list_machines()
        self._names = [folded(machine.name) for machine in self._machines]

    def _action_entries(self) -> list[Entry]:
        found = [self._action_entry(action, "") for action in self._list_actions()]
        flat = [entry for entries in found for entry in entries]
        return sorted(flat, key=lambda entry: entry.act is None)

    def _action_entry(self, action: QAction, above: str) -> list[Entry]:
        words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
        if action.isSeparator() or not words or not action.isVisible():
            return []
        title = f"{above} / {words}" if above else words
        menu = action.menu()
        if menu is not None and hasattr(menu, "actions"):
            return [e for inner in menu.actions() for e in self._action_entry(inner, title)]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        why = action.statusTip() or self.tr("Not available now")
        usable = action.isEnabled()
        return [
            Entry(
                title=title,
                detail=keys if usable else why,
                act=action.trigger if usable else None,
                icon=action.icon(),
                symbol="command",
            )
        ]

    def _page_entries(self) -> list[Entry]:
        kind = self.tr("Screen")
        return [
            Entry(title, kind, partial(self._open_page, name), symbol="arrow-right")
            for name, title in self._list_pages()
        ]

    def _machine_entry(self, machine: Machine) -> Entry:
        stale = machine.stale_since is not None
        look = machine_look(machine.state, stale=stale)
        word = self.tr("%1, as last seen").replace("%1", look.word) if stale else look.word
        return Entry(
            title=" ".join(machine.name.split())[:300],
            detail=word,
            act=partial(self._open_machine, machine.key),
            second=partial(self._show_machine, machine.key),
            symbol=look.symbol,
            tone=look.tone,
        )

    # Finding.

    def _search(self, text: str) -> None:
        found: list[tuple[int, int, Entry]] = []
        for rank, index in best(text, self._fixed_names, LIMIT):
            found.append((rank, 0, self._fixed[index]))
        for rank, index in best(text, self._names, LIMIT):
            found.append((rank, 1, self._machine_entry(self._machines[index])))
        found.sort(key=lambda one: one[:2])
        self.model.show_entries([entry for _, _, entry in found[:LIMIT]])
        self._select(0)

    def _select(self, line: int) -> None:
        count = len(self.model.entries)
        line = max(0, min(line, count - 1))
        self.list.setCurrentIndex(self.model.index(line))
        entry = self.model.entries[line] if count else None
        self.field.setAccessibleDescription(entry.spoken if entry else self.tr("Nothing fits."))
        if entry is None:
            self._hint.setText(self.tr("Nothing fits."))
        elif entry.second:
            self._hint.setText(self.tr("Enter: open the console · Shift+Enter: show the machine"))
        elif entry.act is None:
            self._hint.setText(entry.detail)
        else:
            self._hint.setText(self.tr("Enter: do it · Escape: close"))

    def _choose(self, line: int, *, second: bool) -> None:
        if not 0 <= line < len(self.model.entries):
            return
        entry = self.model.entries[line]
        act = entry.second if second and entry.second else entry.act
        if act is not None:
            self.close_palette()
            act()

    # Keys.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field move in the list; the palette follows its window's size."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._is_ours(event):
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        ours = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
        return event.key() in _MOVES or event.key() in ours

    def _press(self, event: QKeyEvent) -> None:
        key, line = Qt.Key(event.key()), self.list.currentIndex().row()
        if key in _MOVES:
            self._select(line + _MOVES[key])
        elif key is Qt.Key.Key_Escape:
            self.close_palette()
        elif key is not Qt.Key.Key_Tab:
            second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(line, second=second)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whoever clicks beside the palette is done with it; another program is no matter."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self._before = None
            self.close_palette()
