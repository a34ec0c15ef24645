"""What the command palette lists, and how each line is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infinibay_desktop.ui.widgets.icons import pixmap, tint

Index = QModelIndex | QPersistentModelIndex
ICON = 18
LINE_PADDING = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `act` is done by Enter, `second` by Shift+Enter; without `act` it is greyed."""

    title: str
    detail: str
    act: Callable[[], object] | None
    second: Callable[[], object] | None = None
    symbol: str = ""
    tone: str = "muted"
    icon: QIcon | None = None

    @property
    def spoken(self) -> str:
        """The whole line for screen readers."""
        return f"{self.title}, {self.detail}" if self.detail else self.title


class EntryModel(QAbstractListModel):
    """The entries that fit, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row an entry."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title and words for screen readers."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return entry.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class EntryDelegate(QStyledItemDelegate):
    """Draws the sign, the title, and at the right what it is or its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line of text with room around it."""
        metrics: QFontMetrics = option.fontMetrics
        return QSize(200, metrics.height() + 2 * LINE_PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model = index.model()
        assert isinstance(model, EntryModel)
        entry = model.entries[index.row()]
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(tint("accent_soft"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(room.adjusted(2, 1, -2, -1), 6, 6)
        _draw_sign(painter, entry, room)
        _draw_words(painter, entry, room.adjusted(12 + ICON + 12, 0, -14, 0))
        painter.restore()


def _draw_sign(painter: QPainter, entry: Entry, room: QRect) -> None:
    left, top = room.left() + 12, room.top() + (room.height() - ICON) // 2
    if entry.icon and not entry.icon.isNull():
        mode = QIcon.Mode.Normal if entry.act else QIcon.Mode.Disabled
        entry.icon.paint(painter, QRect(left, top, ICON, ICON), mode=mode)
    elif entry.symbol:
        ratio = painter.device().devicePixelRatioF()
        tone = entry.tone if entry.act else "faint"
        painter.drawPixmap(QPointF(left, top), pixmap(entry.symbol, tint(tone), ICON, ratio))


def _draw_words(painter: QPainter, entry: Entry, room: QRect) -> None:
    metrics = painter.fontMetrics()
    elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
    detail = metrics.elidedText(entry.detail, elide, room.width() // 2)
    painter.setPen(tint("muted" if entry.act else "faint"))
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
    left = room.adjusted(0, 0, -metrics.horizontalAdvance(detail) - 16, 0)
    title = metrics.elidedText(entry.title, elide, left.width())
    painter.setPen(tint("text" if entry.act else "faint"))
    painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, title)
