"""Draws one host of the list: name and state, address, machines."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infinibay_desktop.ui.hosts.list_model import ROW_ROLE
from infinibay_desktop.ui.hosts.rows import HostRow
from infinibay_desktop.ui.state_words import host_look
from infinibay_desktop.ui.widgets.icons import pixmap
from infinibay_desktop.ui.widgets.theme import tones

PADDING, GAP, ICON = 10, 4, 16
Index = QModelIndex | QPersistentModelIndex


class HostDelegate(QStyledItemDelegate):
    """Three lines a host; a host that is not connected is drawn muted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines of text, as wide as the list."""
        return QSize(120, 3 * option.fontMetrics.height() + 2 * GAP + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        self.initStyleOption(option, index)
        row = index.data(ROW_ROLE)
        style = self._view.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        painter.save()
        self._draw_lines(painter, option, row)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._draw_focus(painter, option.rect)

    def _draw_lines(self, painter: QPainter, option: QStyleOptionViewItem, row: HostRow) -> None:
        found = tones()
        area = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        line = option.fontMetrics.height()
        first = QRect(area.left(), area.top(), area.width(), line)
        text = option.palette.color(QPalette.ColorRole.Text)
        muted = found.color("muted")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        taken = self._draw_state(painter, option, first, row)
        name_color = text if row.is_connected else muted
        name = first.adjusted(0, 0, -taken, 0)
        self._text(painter, option, QStyle.visualRect(option.direction, first, name), row.name,
                   name_color, bold)  # fmt: skip
        second = first.translated(0, line + GAP)
        self._text(painter, option, second, row.uri, muted, option.font)
        third = second.translated(0, line + GAP)
        said = f"{row.machines} · {row.acceleration}"
        self._text(painter, option, third, said, muted, option.font)

    def _draw_state(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: HostRow
    ) -> int:
        """Icon and words at the far end; how much room they took."""
        symbol, _word, tone = host_look(row.status)
        words = row.state(datetime.now(UTC))
        room = line.width() - ICON - 2 * GAP
        width = min(option.fontMetrics.horizontalAdvance(words) + 2, max(0, room * 3 // 5))
        total = width + ICON + GAP
        place = QRect(line.right() - total + 1, line.top(), total, line.height())
        glyph = QRect(place.left(), place.top() + (line.height() - ICON) // 2, ICON, ICON)
        ratio = self._view.devicePixelRatioF()
        picture = pixmap(symbol, tones().color(tone), ICON, ratio)
        painter.drawPixmap(QStyle.visualRect(option.direction, line, glyph), picture)
        told = place.adjusted(ICON + GAP, 0, 0, 0)
        self._text(painter, option, QStyle.visualRect(option.direction, line, told), words,
                   tones().color(tone), option.font)  # fmt: skip
        return total + 2 * GAP

    @staticmethod
    def _text(
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        text: str,
        color: QColor,
        font: QFont,
    ) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        wanted = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(color)
        alignment = QStyle.visualAlignment(option.direction, wanted)
        painter.drawText(place, int(alignment | Qt.TextFlag.TextSingleLine), shown)

    @staticmethod
    def _draw_focus(painter: QPainter, place: QRect) -> None:
        painter.setPen(tones().color("accent"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
