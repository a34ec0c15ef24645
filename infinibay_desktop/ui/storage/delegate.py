"""Draws how full a pool is: words, and a thin bar below them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infinibay_desktop.ui.storage.pools import PoolRow
from infinibay_desktop.ui.storage.table_model import ROW_ROLE
from infinibay_desktop.ui.widgets.figures import HIGH_PERCENT
from infinibay_desktop.ui.widgets.theme import tones

BAR, MARGIN = 4, 6
Index = QModelIndex | QPersistentModelIndex


class UsageDelegate(QStyledItemDelegate):
    """The bar is an extra: the words beside it say the same."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words as everywhere, then the bar."""
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if isinstance(row, PoolRow) and row.used_share is not None:
            self._draw_bar(painter, option, row, row.used_share)

    @staticmethod
    def _draw_bar(
        painter: QPainter, option: QStyleOptionViewItem, row: PoolRow, share: float
    ) -> None:
        found = tones()
        cell = option.rect
        whole = QRect(cell.left() + MARGIN, cell.bottom() - BAR - 1, cell.width() - 2 * MARGIN, BAR)
        used = QRect(whole)
        used.setWidth(max(2 if share else 0, round(whole.width() * share)))
        used = QStyle.visualRect(option.direction, whole, used)
        tone = "danger" if share * 100 >= HIGH_PERCENT else "accent"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(found.color("border"))
        painter.drawRoundedRect(QRectF(whole), 2, 2)
        painter.setBrush(found.color("faint" if row.is_stale else tone))
        painter.drawRoundedRect(QRectF(used), 2, 2)
        painter.restore()
