"""From Qt's mouse events to buttons, wheel clicks and movements of a guest's pointer."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt

LEFT, MIDDLE, RIGHT = 1, 2, 4
WHEEL_UP, WHEEL_DOWN, WHEEL_LEFT, WHEEL_RIGHT = 8, 16, 32, 64
_BUTTONS = {
    Qt.MouseButton.LeftButton: LEFT,
    Qt.MouseButton.MiddleButton: MIDDLE,
    Qt.MouseButton.RightButton: RIGHT,
}
_CLICK = 120  # Qt's angle of one notch of a wheel
_MOST_CLICKS = 10  # A flick of a touchpad must not scroll on for seconds.


def button(pressed: Qt.MouseButton) -> int:
    """The button's bit; 0 for those that guests do not know."""
    return _BUTTONS.get(pressed, 0)


class Wheel:
    """Adds up small turns of a wheel or touchpad to whole clicks."""

    def __init__(self) -> None:
        self._turned = QPoint()

    def turn(self, angle: QPoint) -> Iterator[int]:
        """Turn by `angle`; yields the bit of each click."""
        self._turned += angle
        across, down = int(self._turned.x() / _CLICK), int(self._turned.y() / _CLICK)
        self._turned -= QPoint(across * _CLICK, down * _CLICK)
        for _ in range(min(abs(down), _MOST_CLICKS)):
            yield WHEEL_UP if down > 0 else WHEEL_DOWN
        for _ in range(min(abs(across), _MOST_CLICKS)):
            yield WHEEL_LEFT if across > 0 else WHEEL_RIGHT


class Strides:
    """Movements of a pointer that is put back to the middle before it reaches an edge."""

    def __init__(self) -> None:
        self._last: QPointF | None = None
        self._sent_back_to: QPointF | None = None
        self._rest = QPointF()

    def start(self) -> None:
        """The next place is where it begins."""
        self._last = None
        self._sent_back_to = None
        self._rest = QPointF()

    def sent_back(self, to: QPointF) -> None:
        """The pointer was put there; movements from before may still arrive."""
        self._sent_back_to = to

    def moved(self, to: QPointF, ratio: float) -> tuple[int, int]:
        """The movement, in whole device pixels, that brought it `to`."""
        last = to if self._last is None else self._last
        target = self._sent_back_to
        if target is not None and _span(to, target) < _span(to, last):
            # That one is ours, and not a hand's.
            last, self._sent_back_to = target, None
        self._last = to
        self._rest += (to - last) * ratio
        whole = QPoint(int(self._rest.x()), int(self._rest.y()))
        self._rest -= QPointF(whole)
        return whole.x(), whole.y()


def _span(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
