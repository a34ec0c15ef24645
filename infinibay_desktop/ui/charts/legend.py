"""Names of a chart's curves with their values; each switches its curve on and off."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from infinibay_desktop.model.metrics import Source
from infinibay_desktop.ui.charts.colors import MOST_CURVES, curve_color
from infinibay_desktop.ui.charts.drawing import TAG_PX
from infinibay_desktop.ui.widgets.icons import tint
from infinibay_desktop.ui.widgets.text import escaped

_PAD = 4
_GAP = 6
_WIDEST = 260
_LEAST_NAME_PX = 30


class LegendEntry(QAbstractButton):
    """A box of the curve's colour with its number, its name, and a value.

    Switched off, the box is empty. The value's room never shrinks, so that nothing jumps.
    """

    looked_at = Signal(object)
    """The mouse or the keyboard came to it: its place; None: it left."""

    def __init__(self, name: str, tag: str, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._name, self._tag = name, tag
        self._value = ""
        self._value_px = 0
        self._room = -1
        self.number: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._explain()

    def show_value(self, value: str, *, room: str = "") -> None:
        """Show a value; `room` is as long as any will be."""
        if value == self._value and len(room) <= self._room:
            return
        self._room = max(self._room, len(room))
        # One more: Qt shortens what fits exactly.
        widest = self.fontMetrics().horizontalAdvance(max(value, room, key=len)) + 1
        if widest > self._value_px:
            self._value_px = widest
            self.updateGeometry()
        self._value = value
        self._explain()
        self.update()

    def allow(self, *, allowed: bool) -> None:
        """Whether it may be switched now."""
        self.setEnabled(allowed)
        self._explain()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        words = self.fontMetrics().horizontalAdvance(self._name)
        width = 3 * _PAD + TAG_PX + words + 1 + (_GAP + self._value_px if self._value_px else 0)
        return QSize(min(width, _WIDEST), self.fontMetrics().height() + 2 * _PAD)

    def event(self, event: QEvent) -> bool:
        """Tell when somebody looks at it."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.FocusIn):
            self.looked_at.emit(self._place)
        elif event.type() in (QEvent.Type.HoverLeave, QEvent.Type.FocusOut):
            self.looked_at.emit(None)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the name and the value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(tint("accent"), 1))
            painter.drawRoundedRect(room, 4, 4)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint("hover"))
            painter.drawRoundedRect(room, 4, 4)
        box = QRectF(_PAD, (self.height() - TAG_PX) / 2, TAG_PX, TAG_PX)
        self._paint_box(painter, box)
        inner = self.rect().adjusted(2 * _PAD + TAG_PX, 0, -_PAD, 0)
        painter.setFont(self.font())
        self._paint_words(painter, inner)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        color = tint("faint") if self.number is None else curve_color(self.number)
        painter.setBrush(color if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self._tag:
            painter.setPen(_on(color) if self.isChecked() else tint("muted"))
            font = painter.font()
            font.setPixelSize(10)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._tag)

    def _paint_words(self, painter: QPainter, inner: QRect) -> None:
        metrics = self.fontMetrics()
        least = min(_LEAST_NAME_PX, metrics.horizontalAdvance(self._name) + 1)
        most = max(0, inner.width() - least - _GAP)
        value_px = min(self._value_px, most) if self._value else 0
        left = inner.width() - (value_px + _GAP if value_px else 0)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, left)
        painter.setPen(tint("text" if self.isChecked() else "muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, name)
        if value_px:
            painter.setPen(tint("muted"))
            value = metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, value_px)
            at = inner.adjusted(metrics.horizontalAdvance(name) + _GAP, 0, 0, 0)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | middle, value)

    def _explain(self) -> None:
        said = f"{self._name}: {self._value}" if self._value else self._name
        self.setAccessibleName(said)
        if not self.isEnabled():
            said += "\n" + self.tr("Eight curves at most: switch another one off first.")
        self.setToolTip(escaped(said))


def _on(ground: QColor) -> QColor:
    return QColor(Qt.GlobalColor.black if ground.lightnessF() > 0.6 else Qt.GlobalColor.white)


class WrapLayout(QLayout):
    """Parts beside each other as wide as they are, over as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append a part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let a part go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the lines take."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(80, self.heightForWidth(10_000))

    def minimumSize(self) -> QSize:
        """As narrow as wanted: parts are elided."""
        return QSize(60, self.heightForWidth(10_000))

    def setGeometry(self, room: QRect) -> None:
        """Place the parts."""
        super().setGeometry(room)
        self._lay(room, move=True)

    def _lay(self, room: QRect, *, move: bool) -> int:
        x, y, high = room.x(), room.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            width = min(wanted.width(), room.width())
            if x > room.x() and x + width > room.right() + 1:
                x, y, high = room.x(), y + high, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, wanted.height())))
            x += width + _GAP
            high = max(high, wanted.height())
        return y + high - room.y()


class Legend(QWidget):
    """A chart's entries. At most eight curves are on: the ninth waits for another to go."""

    switched = Signal()
    highlighted = Signal(object)
    """The place of the entry that somebody looks at; None: of none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = WrapLayout(self)
        self.entries: list[LegendEntry] = []

    def show_names(self, names: Sequence[tuple[str, bool]]) -> None:
        """Offer these curves, and whether each is on."""
        for entry in self.entries:
            self._layout.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = []
        tagged = len(names) > 1
        for place, (name, shown) in enumerate(names):
            entry = LegendEntry(name, str(place + 1) if tagged else "", place, self)
            entry.setChecked(shown)
            entry.toggled.connect(self._on_entry_toggled)
            entry.looked_at.connect(self.highlighted)
            self._layout.addWidget(entry)
            entry.show()
            self.entries.append(entry)
        self._number()

    def numbers(self) -> dict[int, int]:
        """The curves that are on, by place, with the number of their colour."""
        return {
            place: entry.number
            for place, entry in enumerate(self.entries)
            if entry.isChecked() and entry.number is not None
        }

    def retint(self) -> None:
        """The theme changed."""
        for entry in self.entries:
            entry.update()

    def _on_entry_toggled(self) -> None:
        self._number()
        self.switched.emit()

    def _number(self) -> None:
        """Colours by place; those beyond the eighth take what is free."""
        on = [place for place, entry in enumerate(self.entries) if entry.isChecked()]
        taken = {place for place in on if place < MOST_CURVES}
        free = [number for number in range(MOST_CURVES) if number not in taken]
        for place, entry in enumerate(self.entries):
            if place < MOST_CURVES:
                entry.number = place
            elif entry.isChecked():
                entry.number = free.pop(0) if free else None
            else:
                entry.number = None
        full = len(on) >= MOST_CURVES
        for entry in self.entries:
            entry.allow(allowed=entry.isChecked() or not full)


def paint_source(painter: QPainter, source: Source, at: QPointF, width: float) -> None:
    """A short line as curves of this source are drawn."""
    pen = QPen(tint("text"), 1.5)
    if source is Source.HOST:
        pen.setDashPattern((3.5, 2.5))
    painter.setPen(pen)
    painter.drawLine(at, QPointF(at.x() + width, at.y()))
