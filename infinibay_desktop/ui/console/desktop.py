"""What a console takes from the desktop while it has the keyboard and the pointer."""

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget


class Desktop(Protocol):
    """Takes the keyboard and pointer for a widget, and gives them back."""

    def hold_keyboard(self, widget: QWidget, *, held: bool) -> None: ...
    def hold_pointer(self, widget: QWidget, *, held: bool) -> None: ...
    def place_pointer(self, where: QPoint) -> None: ...


class QtDesktop:
    """The desktop as far as Qt's platform plugin lets us.

    X11 gives all keys, also those of the window manager. Wayland and Windows do not, by this
    way: there the desktop's own key combinations stay with the desktop.
    """

    def __init__(self) -> None:
        name = QGuiApplication.platformName()
        self._keyboard = name == "xcb"
        self._pointer = name in ("xcb", "windows")

    def hold_keyboard(self, widget: QWidget, *, held: bool) -> None:
        """Take all keys, or give them back."""
        window = widget.window().windowHandle()
        if self._keyboard and window is not None:
            window.setKeyboardGrabEnabled(held)

    def hold_pointer(self, widget: QWidget, *, held: bool) -> None:
        """Take all movements and clicks, or give them back."""
        if not self._pointer:
            return
        if held:
            widget.grabMouse()
        else:
            widget.releaseMouse()

    def place_pointer(self, where: QPoint) -> None:
        """Put the pointer at a place of the desktop, where that is allowed."""
        QCursor.setPos(where)
