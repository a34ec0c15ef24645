"""A number as a slider and a box to type in, which always agree."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QSlider,
    QWidget,
)

from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.widgets.inputs import Decimal, Number

_STOPS = (1, 2, 3, 4, 6, 8, 10, 12, 14)


def stops_between(low: int, high: int, unit: int) -> list[int]:
    """Values that a slider stops at: both ends, and round sizes growing with their size."""
    found = {low, high}
    step = unit
    while step < high:
        found.update(step * stop for stop in _STOPS if low < step * stop < high)
        step *= 8
    return sorted(found)


class _QuietSlider(QSlider):
    """A slider that leaves the wheel to the page around it until it is clicked."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the value."""
        event.ignore()


class _CountBox(Number):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel(self, event)


class _SizeBox(Decimal):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel(self, event)


def _wheel(box: QAbstractSpinBox, event: QWheelEvent) -> None:
    if not box.hasFocus():
        event.ignore()


class CountField(QWidget):
    """A whole number between two bounds."""

    changed = Signal()

    def __init__(self, low: int, high: int, *, name: str, suffix: str = "") -> None:
        super().__init__()
        self.slider = _QuietSlider(Qt.Orientation.Horizontal)
        self.box = _CountBox()
        self.box.setSuffix(f" {suffix}" if suffix else "")
        _arrange(self, self.slider, self.box, name)
        self.set_range(low, high)
        self.slider.valueChanged.connect(self.box.setValue)
        self.box.valueChanged.connect(self._on_box_value_changed)

    def value(self) -> int:
        """The number now."""
        return self.box.value()

    def set_value(self, value: int) -> None:
        """Show another number, within the bounds widened for it."""
        self.box.setMaximum(max(self.box.maximum(), value))
        self.slider.setMaximum(max(self.slider.maximum(), value))
        self.box.setValue(value)

    def set_range(self, low: int, high: int) -> None:
        """Other bounds; a number beyond them moves to the nearest."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(low, high)
            self.slider.setPageStep(max(1, (high - low) // 8))
        self.box.setRange(low, high)
        self._follow()

    def _on_box_value_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(self.box.value())


class SizeField(QWidget):
    """Bytes between two bounds, shown in GiB; keeps every byte that it was given."""

    changed = Signal()

    def __init__(self, low: int, high: int, *, name: str) -> None:
        super().__init__()
        self._value, self._stops = low, [low]
        self.slider = _QuietSlider(Qt.Orientation.Horizontal)
        self.box = _SizeBox()
        self.box.setDecimals(2)
        self.box.setSuffix(" GiB")
        self.box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        _arrange(self, self.slider, self.box, name)
        self.set_range(low, high)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.box.valueChanged.connect(self._on_box_value_changed)

    def value(self) -> int:
        """Bytes now."""
        return self._value

    def set_value(self, size_bytes: int) -> None:
        """Show another size."""
        changed = size_bytes != self._value
        self._value = size_bytes
        with QSignalBlocker(self.box):
            self.box.setMaximum(max(self.box.maximum(), size_bytes / GIB))
            self.box.setMinimum(min(self.box.minimum(), size_bytes / GIB))
            self.box.setValue(size_bytes / GIB)
        self._follow()
        if changed:
            self.changed.emit()

    def set_range(self, low: int, high: int) -> None:
        """Other bounds; a size beyond them moves to the nearest."""
        high = max(low, high)
        self._stops = stops_between(low, high, GIB // 4)
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setRange(0, len(self._stops) - 1)
            self.slider.setPageStep(4)
            self.box.setRange(low / GIB, high / GIB)
        self.set_value(min(max(self._value, low), high))

    def _on_slider_value_changed(self, stop: int) -> None:
        self.set_value(self._stops[stop])

    def _on_box_value_changed(self, gib: float) -> None:
        self._value = round(gib * GIB)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        nearest = min(range(len(self._stops)), key=lambda at: abs(self._stops[at] - self._value))
        with QSignalBlocker(self.slider):
            self.slider.setValue(nearest)


def _arrange(owner: QWidget, slider: QSlider, box: QAbstractSpinBox, name: str) -> None:
    layout = QHBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(slider, 1)
    layout.addWidget(box)
    slider.setMinimumWidth(60)
    slider.setAccessibleName(name)
    box.setAccessibleName(name)
    slider.setTickInterval(1)
    box.setFixedWidth(124)
    box.lineEdit().setTextMargins(4, 0, 0, 0)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    owner.setFocusProxy(box)
