"""A guest's graphical screen: paints it, and brings it the keyboard and the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.consoles import CursorShape, ScreenNews
from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console import pointer
from infinibay_desktop.ui.console.desktop import Desktop, QtDesktop
from infinibay_desktop.ui.console.frame_area import FrameArea
from infinibay_desktop.ui.console.guest_input import GuestInput
from infinibay_desktop.ui.console.keyboard import DEFAULT_RELEASE_KEYS, KeyReader, Stroke
from infinibay_desktop.ui.console.picture import cursor_of
from infinibay_desktop.ui.console.scaling import Placement

_CAPTURING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ScreenView(FrameArea):
    """Shows a `Screen`, which others open and close.

    While it is *captured* all keys go to the guest but the window's `host_shortcuts`. A
    click, focus by Tab, and the pointer coming back capture it; the release keys and the loss
    of focus let it go. A guest that knows only a relative mouse gets the pointer by a click,
    until the release keys.
    """

    captured_changed = Signal(bool)
    hint_changed = Signal(str)
    top_touched = Signal()

    def __init__(
        self,
        *,
        release_keys: str = DEFAULT_RELEASE_KEYS,
        desktop: Desktop | None = None,
        platform: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._input = GuestInput(
            KeyReader(platform or QGuiApplication.platformName()), release_keys
        )
        self._desktop: Desktop = desktop or QtDesktop()
        self._host_shortcuts: frozenset[QKeySequence] = frozenset()
        self._captured = self._pointer_held = False
        self._absolute = True
        self._cursor_shape: CursorShape | None = None
        self.setObjectName("screenView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Input methods would hold back keys that the guest's own one needs.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.size_wanted.connect(self._on_size_wanted)
        self.describe(self.tr("Screen of a machine"))

    # What the pane asks

    @property
    def captured(self) -> bool:
        """Whether the keyboard is the guest's."""
        return self._captured

    @property
    def hint(self) -> str:
        """How to give the keyboard to the guest, or to get it back; empty without a screen."""
        if self._input.screen is None:
            return ""
        if not self._captured:
            return self.tr("Click or press Enter to type into the machine")
        keys = self._input.chord.label
        if self._pointer_held:
            return self.tr("Press %1 to release the keyboard and pointer").replace("%1", keys)
        return self.tr("Press %1 to release the keyboard").replace("%1", keys)

    def describe(self, name: str) -> None:
        """Tell screen readers what this is: `name`, and how to come out of it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr(
                "A picture of the machine's own screen; its words cannot be read out. "
                "All keys go to the machine. Press %1 to come back."
            ).replace("%1", self._input.chord.label)
        )

    def set_screen(self, screen: Screen | None) -> None:
        """Show another screen, or none; nothing of the last one stays held or seen."""
        self.release()
        self._input.screen = screen
        self._cursor_shape = None
        self._absolute = True
        self._show_cursor()
        self.set_resizable(resizable=False)
        self.show_frame(None)
        self.hint_changed.emit(self.hint)
        if screen is not None and self.hasFocus():
            self.capture()

    def show_news(self, news: ScreenNews) -> None:
        """Paint what changed on the screen."""
        if news.frame is not None:
            self.show_frame(news.frame)
        elif news.damage:
            self.show_damage(news.damage)
        if news.cursor is not None:
            self._cursor_shape = news.cursor
            self._show_cursor()
        self._input.locks.told(news.leds)
        if news.absolute_pointer != self._absolute:
            self._absolute = news.absolute_pointer
            self._hold_pointer(held=False)
        self.set_resizable(resizable=news.resizable)

    def set_host_shortcuts(self, sequences: Sequence[QKeySequence]) -> None:
        """Leave these keys to the window even while the keyboard is the guest's."""
        self._host_shortcuts = frozenset(sequences)

    def press_keys(self, strokes: Sequence[Stroke]) -> None:
        """Press keys in this order, and let them go in the other."""
        self._input.tap(strokes)

    def capture(self, *, with_pointer: bool = False) -> None:
        """Give the keyboard to the guest; to a guest with a relative mouse the pointer too."""
        if self._input.screen is None:
            return
        if with_pointer and not self._absolute:
            self._hold_pointer(held=True)
        if self._captured:
            return
        self._captured = True
        self._desktop.hold_keyboard(self, held=self._pointer_inside())
        self.captured_changed.emit(True)
        self.hint_changed.emit(self.hint)

    def release(self) -> None:
        """Take the keyboard and pointer back; no key or button stays down in the guest."""
        self._input.let_go(absolute=self._absolute)
        if not self._captured:
            return
        self._captured = False
        self._desktop.hold_keyboard(self, held=False)
        self._hold_pointer(held=False)
        self.captured_changed.emit(False)
        self.hint_changed.emit(self.hint)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from taking the guest's keys."""
        override = event.type() is QEvent.Type.ShortcutOverride and self._captured
        if override and isinstance(event, QKeyEvent) and not self._is_host_shortcut(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Tab is the guest's."""
        return False if self._captured else super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the guest's key, or take the keyboard to it."""
        if self._captured:
            if self._input.key_down(event):
                self.release()
        elif event.key() in _CAPTURING_KEYS:
            self.capture(with_pointer=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the guest's key go; after the release keys, all of them."""
        if self._captured and self._input.key_up(event):
            self.release()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard to the guest; after a click that is the click's own business."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.capture()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no key down in the guest."""
        super().focusOutEvent(event)
        self.release()

    # Pointer

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the desktop's own keys only while the pointer is inside."""
        if isinstance(event, QEnterEvent):
            if self.hasFocus():
                self.capture()
                self._desktop.hold_keyboard(self, held=self._captured)
        elif event.type() is QEvent.Type.Leave and self._captured and not self._pointer_held:
            self._desktop.hold_keyboard(self, held=False)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Click in the guest. The click that takes a relative mouse there is only that."""
        placement = self.placement()
        if placement is None or not placement.holds(event.position().x(), event.position().y()):
            return
        taken_before = self._absolute or self._pointer_held
        self.capture(with_pointer=True)
        if taken_before:
            self._follow(event.position(), placement)
            self._input.button(pointer.button(event.button()), down=True, absolute=self._absolute)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press once more: whether two are a double click is for the guest to say."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the guest's button go."""
        self._input.button(pointer.button(event.button()), down=False, absolute=self._absolute)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the guest's pointer."""
        placement = self.placement()
        if placement is not None:
            self._follow(event.position(), placement)
        if event.position().y() < 1:
            self.top_touched.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the guest's wheel."""
        if self._absolute or self._pointer_held:
            self._input.wheel(event.angleDelta(), absolute=self._absolute)
        event.accept()

    def _is_host_shortcut(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._host_shortcuts

    def _follow(self, place: QPointF, placement: Placement) -> None:
        if self._absolute:
            self._input.point(*placement.to_guest(place.x(), place.y()))
        elif self._pointer_held:
            self._input.stride(place, placement.ratio)
            self._stay_inside(place)

    def _stay_inside(self, place: QPointF) -> None:
        view = self.viewport()
        middle = view.rect().center()
        if (place - QPointF(middle)).manhattanLength() > min(view.width(), view.height()) / 4:
            self._desktop.place_pointer(view.mapToGlobal(middle))
            self._input.strides.sent_back(QPointF(middle))

    def _on_size_wanted(self, width: int, height: int) -> None:
        if self._input.screen is not None:
            self._input.screen.resize(width, height)

    def _hold_pointer(self, *, held: bool) -> None:
        if held != self._pointer_held:
            self._pointer_held = held
            self._input.strides.start()
            self._desktop.hold_pointer(self.viewport(), held=held)
            self._show_cursor()
            self.hint_changed.emit(self.hint)

    def _pointer_inside(self) -> bool:
        return self.viewport().underMouse()

    def _show_cursor(self) -> None:
        if self._pointer_held:
            self.viewport().setCursor(Qt.CursorShape.BlankCursor)
        elif self._cursor_shape is not None and self._absolute:
            self.viewport().setCursor(cursor_of(self._cursor_shape, self._ratio()))
        else:
            self.viewport().unsetCursor()
