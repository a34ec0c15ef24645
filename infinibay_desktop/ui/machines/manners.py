"""Keys and clicks that table and grid answer alike."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication

from infinibay_desktop.model.machines import MachineKey
from infinibay_desktop.ui.machines.columns import Column
from infinibay_desktop.ui.machines.selection import MachineSelection
from infinibay_desktop.ui.machines.table_model import MachineTableModel

# After these, all that was prepared for drawing is prepared anew.
NEW_LOOK = frozenset(
    {
        QEvent.Type.FontChange,
        QEvent.Type.StyleChange,
        QEvent.Type.PaletteChange,
        QEvent.Type.LayoutDirectionChange,
    }
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Manners:
    """What a view of machines does when keys are pressed or menus asked for."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: MachineTableModel,
        selection: MachineSelection,
        activate: Callable[[MachineKey], object],
    ) -> None:
        self._view = view
        self._model = model
        self._selection = selection
        self._activate = activate
        self._typed = ""
        self._typed_at = 0.0

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer Enter and Copy; return False for keys that Qt answers."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_names()
            return True
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() not in _ENTER or not plain:
            return False
        if key := self._selection.current_key():
            self._activate(key)
        return True

    def copy_names(self) -> None:
        """Put the selected machines' names on the clipboard, a line each."""
        rows = self._model.rows
        names = [rows[position].machine.name for position in sorted(self._selection.positions)]
        if names:
            QGuiApplication.clipboard().setText("\n".join(names))

    def search(self, typed: str) -> None:
        """Go to the next name that begins with what was typed in one go."""
        now = monotonic()
        if (now - self._typed_at) * 1000 > QApplication.keyboardInputInterval():
            self._typed = ""
        self._typed_at = now
        self._typed += typed.casefold()
        # The same letter again goes on to the next name with it.
        again = len(set(self._typed)) == 1
        position = self._found(self._typed[0] if again else self._typed, step=int(again))
        if position >= 0:
            self._view.setCurrentIndex(self._model.index(position, Column.NAME))

    def _found(self, beginning: str, *, step: int) -> int:
        rows = self._model.rows
        start = max(0, self._view.currentIndex().row() + step)
        for offset in range(len(rows)):
            position = (start + offset) % len(rows)
            if rows[position].name.casefold().startswith(beginning):
                return position
        return -1

    def menu_point(self, event: QContextMenuEvent) -> QPoint:
        """Where a context menu belongs on the screen: the pointer, or below the current machine."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            return event.globalPos()
        view = self._view
        rect = view.visualRect(view.currentIndex()).intersected(view.viewport().rect())
        return view.viewport().mapToGlobal(rect.bottomLeft())
