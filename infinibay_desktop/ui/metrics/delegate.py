"""Ticks a machine wherever its row is clicked."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class TickDelegate(QStyledItemDelegate):
    """Draws as usual; the box alone is a small mark to hit."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tick at a click; keys do as usual."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
            return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)
