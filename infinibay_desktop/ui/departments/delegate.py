"""Draws one department of the list: colour and name, counts, use against quota."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infinibay_desktop.model.departments import DepartmentSummary
from infinibay_desktop.ui.departments.list_model import ROW_ROLE
from infinibay_desktop.ui.departments.words import counts_words, use_words
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dots import DOT_PX, dot
from infinibay_desktop.ui.widgets.theme import tones

PADDING, GAP = 10, 4
Index = QModelIndex | QPersistentModelIndex


class DepartmentDelegate(QStyledItemDelegate):
    """Three lines a department."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines of text, as wide as the list."""
        return QSize(120, 3 * option.fontMetrics.height() + 2 * GAP + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        self.initStyleOption(option, index)
        summary = index.data(ROW_ROLE)
        style = self._view.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        painter.save()
        self._draw_lines(painter, option, summary)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tones().color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _draw_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, summary: DepartmentSummary
    ) -> None:
        area = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        line = option.fontMetrics.height()
        first = QRect(area.left(), area.top(), area.width(), line)
        mark = QRect(first.left(), first.top() + (line - DOT_PX) // 2, DOT_PX, DOT_PX)
        picture = dot(summary.department.colour, self._view.devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(option.direction, first, mark), picture)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        name = QStyle.visualRect(option.direction, first, first.adjusted(DOT_PX + 2 * GAP, 0, 0, 0))
        text = option.palette.color(QPalette.ColorRole.Text)
        muted = tones().color("muted")
        self._text(painter, option, name, one_line(summary.department.name), text, bold)
        for number, words in enumerate((counts_words(summary), use_words(summary)), start=1):
            place = first.translated(0, number * (line + GAP))
            self._text(painter, option, place, words, muted, option.font)

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
