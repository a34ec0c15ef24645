"""Small parts that show states and figures: signs, meters, tiles and names to click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.ui.widgets.icons import SIZE, pixmap, tint
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, escaped, plain

# From here on a meter warns.
HIGH_PERCENT = 90


class Sign(QWidget):
    """A symbol beside the word that says the same; follows the theme by itself."""

    def __init__(self, symbol: str = "", tone: str = "muted", *, size: int = SIZE) -> None:
        super().__init__()
        self._symbol, self._tone, self._size = symbol, tone, size
        self.setFixedSize(size, size)

    def show_symbol(self, symbol: str, tone: str) -> None:
        """Show another symbol."""
        if (symbol, tone) != (self._symbol, self._tone):
            self._symbol, self._tone = symbol, tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colours of now."""
        if self._symbol:
            picture = pixmap(self._symbol, tint(self._tone), self._size, self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, 0, picture)


class Meter(QWidget):
    """A bar with what it measures above it, and its value in words."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(label, name="muted")
        self._value = plain()
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(label)
        fill(QVBoxLayout(self), row(self._label, self._value), self._bar, gap=4)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, value: str, *, label: str = "") -> None:
        """Show a part of one, and the words for it."""
        if label:
            self._label.show_text(label)
            self._bar.setAccessibleName(label)
        self._value.setText(value)
        self._bar.setAccessibleDescription(value)
        self._bar.setValue(round(1000 * min(1.0, max(0.0, share))))
        self._show_level("high" if share * 100 >= HIGH_PERCENT else "")

    def _show_level(self, level: str) -> None:
        if self._bar.property("level") != level:
            self._bar.setProperty("level", level)
            self._bar.style().unpolish(self._bar)
            self._bar.style().polish(self._bar)


class NameButton(QPushButton):
    """A name that leads somewhere; ends in an ellipsis where it does not fit."""

    def __init__(self, act: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setProperty("kind", "link")
        self.setStyleSheet("text-align: left; padding: 1px 0;")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())

    def show_name(self, name: str) -> None:
        """Show another name."""
        if name != self.name:
            self.name = name
            self.setAccessibleName(name)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(20, self.width() - 8)
        one_line = " ".join(self.name.split())
        shown = self.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(escaped(one_line) if shown != one_line else "")


class Tile(QAbstractButton):
    """A count with the sign and the word of what is counted; a click leads to it."""

    def __init__(self, symbol: str, word: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol, self._word, self._tone = symbol, word, tone
        self._count = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show another count."""
        if count != self._count:
            self._count = count
            self.setText(self.locale().toString(count))
            self.setAccessibleName(f"{self._word}: {self.text()}")
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the count above the word."""
        return QSize(140, 46 + self.fontMetrics().height() + self.fontMetrics().height() // 2)

    def minimumSizeHint(self) -> QSize:
        """The same: what it shows is short."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Draw anew when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the sign, the count and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter)
        inner = self.rect().adjusted(14, 9, -10, -8)
        self._draw_count(painter, inner)
        painter.setFont(self.font())
        painter.setPen(tint("muted"))
        word = self.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, word)

    def _draw_card(self, painter: QPainter) -> None:
        ground = "sunken" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setBrush(tint(ground))
        painter.setPen(QPen(tint("accent"), 2) if self.hasFocus() else QPen(tint("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _draw_count(self, painter: QPainter, inner: QRect) -> None:
        large = QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 1.8)
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(large)
        painter.setPen(tint("text" if self._count else "muted"))
        line = QRect(inner.topLeft(), QSize(inner.width(), painter.fontMetrics().height()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         self.text())  # fmt: skip
        picture = pixmap(self._symbol, tint(self._tone), 20, self.devicePixelRatioF())
        corner = QPoint(inner.right() - 22, line.top() + (line.height() - 20) // 2)
        painter.drawPixmap(corner, picture)
