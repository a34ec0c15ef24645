"""The guest's keyboard and mouse, as far as we move them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QKeyEvent

from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console.keyboard import (
    HeldKeys,
    KeyReader,
    LockKeys,
    ReleaseChord,
    Stroke,
    is_lock,
)
from infinibay_desktop.ui.console.pointer import Strides, Wheel


class GuestInput:
    """Sends key and mouse events to a screen, and knows what is held down there."""

    def __init__(self, reader: KeyReader, release_keys: str) -> None:
        self.screen: Screen | None = None
        self.locks = LockKeys()
        self.chord = ReleaseChord(release_keys)
        self.strides = Strides()
        self._reader = reader
        self._keys = HeldKeys(self._press)
        self._wheel = Wheel()
        self._buttons = 0
        self._at = (0, 0)

    def key_down(self, event: QKeyEvent) -> bool:
        """A key goes down, or repeats; tells if that asks to let the keyboard go."""
        stroke = self._reader.stroke(event)
        if self.chord.feed(stroke.scancode, down=True):
            return True
        if is_lock(stroke):
            if not event.isAutoRepeat():
                self.locks.pressed(stroke)
        else:
            for lock in self.locks.needed(self._reader.lock_leds(event)):
                self.tap([lock])
        if stroke != (0, 0):
            self._keys.down(stroke)
        return False

    def key_up(self, event: QKeyEvent) -> bool:
        """A key goes up; tells if that asks to let the keyboard go."""
        if event.isAutoRepeat():
            return False
        stroke = self._reader.stroke(event)
        asked = self.chord.feed(stroke.scancode, down=False)
        self._keys.up(stroke)
        return asked

    def tap(self, strokes: Sequence[Stroke]) -> None:
        """Press keys in this order, and let them go in the other."""
        for stroke in strokes:
            self._press(stroke, True)
        for stroke in reversed(strokes):
            self._press(stroke, False)

    def point(self, x: int, y: int) -> None:
        """The pointer is at the guest's pixel `x`, `y`."""
        if (x, y) != self._at:
            self._at = (x, y)
            self._send_point()

    def stride(self, to: QPointF, ratio: float) -> None:
        """The pointer was moved, within our view, `to`."""
        dx, dy = self.strides.moved(to, ratio)
        if self.screen is not None and (dx or dy):
            self.screen.move(dx, dy, self._buttons)

    def button(self, bit: int, *, down: bool, absolute: bool) -> None:
        """A button goes down or up. One that did not go down here does not go up."""
        buttons = self._buttons | bit if down else self._buttons & ~bit
        if buttons != self._buttons:
            self._buttons = buttons
            self._send_buttons(absolute=absolute)

    def wheel(self, angle: QPoint, *, absolute: bool) -> None:
        """The wheel turned; each click is a button that goes down and up."""
        for bit in self._wheel.turn(angle):
            self.button(bit, down=True, absolute=absolute)
            self.button(bit, down=False, absolute=absolute)

    def let_go(self, *, absolute: bool) -> None:
        """Let everything go that is held down."""
        self._keys.release_all()
        self.chord.forget()
        if self._buttons:
            self._buttons = 0
            self._send_buttons(absolute=absolute)

    def _send_buttons(self, *, absolute: bool) -> None:
        if absolute:
            self._send_point()
        elif self.screen is not None:
            self.screen.move(0, 0, self._buttons)

    def _send_point(self) -> None:
        if self.screen is not None:
            self.screen.point(*self._at, self._buttons)

    def _press(self, stroke: Stroke, down: bool) -> None:  # noqa: FBT001 - as Press has it
        if self.screen is not None:
            self.screen.press(stroke.scancode, stroke.keysym, down=down)
