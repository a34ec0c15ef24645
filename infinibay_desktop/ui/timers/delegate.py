"""Draws a timer's name with what it does below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infinibay_desktop.ui.timers.table_model import ROW_ROLE
from infinibay_desktop.ui.timers.words import timer_sentence, timer_title
from infinibay_desktop.ui.widgets.theme import tones

PADDING, GAP = 8, 2
Index = QModelIndex | QPersistentModelIndex


class TimerDelegate(QStyledItemDelegate):
    """Two lines; a paused timer is drawn muted."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        row = index.data(ROW_ROLE)
        self.initStyleOption(option, index)
        style = self._view.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, self._view)
        line = option.fontMetrics.height()
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        top = area.top() + (area.height() - 2 * line - GAP) // 2
        first = QRect(area.left(), top, area.width(), line)
        muted = tones().color("muted")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        color = muted if row.paused else option.palette.color(QPalette.ColorRole.Text)
        painter.save()
        self._draw(painter, option, first, timer_title(row.name), color, bold)
        second = first.translated(0, line + GAP)
        self._draw(painter, option, second, timer_sentence(row.name), muted, option.font)
        painter.restore()

    @staticmethod
    def _draw(
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        text: str,
        color: QColor,
        font: QFont,
    ) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        wanted = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        alignment = QStyle.visualAlignment(option.direction, wanted)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(place, int(alignment | Qt.TextFlag.TextSingleLine), shown)
