"""Editors whose arrows, ticks and switches are drawn in the theme's colours."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from infinibay_desktop.ui.widgets.icons import pixmap, tint

ARROW = 14
BOX = 18
TRACK = QSize(36, 20)


class Choice(QComboBox):
    """One of several, with an arrow that can be seen in dark colours too."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and the arrow."""
        super().paintEvent(event)
        top = (self.height() - ARROW) / 2
        _draw_arrow(self, "chevron-down", QPointF(self._left(), top))

    def _left(self) -> float:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return 9
        return self.width() - ARROW - 9


class Number(QSpinBox):
    """A whole number with arrows that can be seen in dark colours too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(6, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the arrows."""
        super().paintEvent(event)
        _draw_steps(self)


class Decimal(QDoubleSpinBox):
    """A number with decimals and the same arrows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the arrows."""
        super().paintEvent(event)
        _draw_steps(self)


class Tick(QCheckBox):
    """Something that is so or not: a box with a tick in it, or without."""

    def sizeHint(self) -> QSize:
        """Room for the box with its frame and the ring around it."""
        return super().sizeHint().expandedTo(QSize(0, BOX + 4))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self.style()
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        self._draw_box(painter, QRectF(_centered(box, QSize(16, 16)).translated(1, 0)))
        option.rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.checkState() is not Qt.CheckState.Unchecked
        color = tint("accent" if on and self.isEnabled() else "faint")
        painter.setBrush(color if on else tint("surface"))
        painter.setPen(QPen(tint("accent") if self.hasFocus() else color, 1.5))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.hasFocus():
            _draw_ring(painter, box.adjusted(-2, -2, 2, 2), 6)
        if on:
            mark = "check" if self.checkState() is Qt.CheckState.Checked else "ellipsis"
            picture = pixmap(mark, tint("on_accent"), 12, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPointF(2, 2), picture)


class Switch(QCheckBox):
    """On or off: the knob stands right or left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """The track and room for the focus around it."""
        return TRACK + QSize(6, 6)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(_centered(self.rect(), TRACK))
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint("accent" if on and self.isEnabled() else "faint"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - 6
        left = track.right() - 3 - side if on else track.left() + 3
        painter.setBrush(tint("on_accent") if on else QColor(tint("surface")))
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
        if self.hasFocus():
            _draw_ring(painter, track.adjusted(-2, -2, 2, 2), track.height() / 2 + 2)


def _centered(room: QRect, size: QSize) -> QRect:
    made = QRect(room.topLeft(), size)
    made.moveCenter(room.center())
    return made


def _draw_ring(painter: QPainter, around: QRectF, radius: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tint("accent"), 1.5))
    painter.drawRoundedRect(around, radius, radius)


def _draw_steps(editor: QWidget) -> None:
    left = editor.width() - ARROW - 6
    middle = editor.height() / 2
    _draw_arrow(editor, "chevron-up", QPointF(left, middle - ARROW + 2))
    _draw_arrow(editor, "chevron-down", QPointF(left, middle - 2))


def _draw_arrow(editor: QWidget, symbol: str, where: QPointF) -> None:
    tone = "muted" if editor.isEnabled() else "faint"
    picture = pixmap(symbol, tint(tone), ARROW, editor.devicePixelRatioF())
    painter = QPainter(editor)
    painter.drawPixmap(where, picture)
    painter.end()
