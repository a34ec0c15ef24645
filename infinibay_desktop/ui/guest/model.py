"""Rows of a guest as Qt's views read them: sorted, filtered, as a list or as a tree."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infinibay_desktop.ui.guest.columns import GuestColumn
from infinibay_desktop.ui.guest.tree import ROOT, Tree, arranged
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.text import escaped

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ICON = 14
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
    }
)


class GuestModel(QAbstractItemModel):
    """Rows keep their number, and so their selection, while new readings of them come.

    `identity` tells rows apart, `parents_of` says below which others the rows hang, by their
    identities. Of rows with the same identity the first is shown.
    """

    def __init__(
        self,
        columns: Sequence[GuestColumn],
        identity: Callable[[Any], Hashable],
        words: Callable[[Any], str],
        *,
        parents_of: Callable[[Iterable[Any]], Mapping[Hashable, Hashable]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._identity, self._words, self._parents_of = identity, words, parents_of
        self._numbers: dict[Hashable, int] = {}
        self._next = ROOT + 1
        self._rows: dict[int, Any] = {}
        self._tree = Tree()
        self._filter = ""
        self._as_tree = False
        self._sorted_by = (0, Qt.SortOrder.AscendingOrder)

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """A cell's place."""
        below = self._tree.children.get(parent.internalId() if parent.isValid() else ROOT, ())
        if 0 <= row < len(below) and 0 <= column < len(self.columns):
            return self.createIndex(row, column, below[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has two of that name
        """The row above, in a tree."""
        above = self._tree.parents.get(index.internalId(), ROOT) if index.isValid() else ROOT
        return self._index_of(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are below one, or at the top."""
        if parent.isValid() and parent.column():
            return 0
        return len(self._tree.children.get(parent.internalId() if parent.isValid() else ROOT, ()))

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Whether rows are below one; asked of every row when they are laid out."""
        return (parent.internalId() if parent.isValid() else ROOT) in self._tree.children

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            # The arrow of the order stands over the end of the words.
            return f"{column.title}\u2003" if column.figures else column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        # Views ask for much that is nothing here: that is said first.
        if role not in _ROLES or not index.isValid():
            return None
        row, column = self._rows.get(index.internalId()), self.columns[index.column()]
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and column.symbol:
            symbol, tone = column.symbol(row)
            return icon(symbol, tone, _ICON)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._sorted_by = (max(0, column), order)
        self._arrange()

    # What its part asks.

    def show_rows(self, rows: Iterable[Any]) -> list[QModelIndex]:
        """Show these; returns those that were not there before and have others below them."""
        before = set(self._rows)
        self._rows = {}
        for row in rows:
            self._rows.setdefault(self._number(self._identity(row)), row)
        self._forget()
        self._arrange()
        fresh = self._tree.children.keys() & self._rows.keys() - before
        return [self._index_of(number) for number in fresh]

    def set_filter(self, text: str) -> None:
        """Show only rows with all these words, and in a tree what they hang below."""
        self._filter = text.casefold()
        self._arrange()

    def set_tree(self, *, on: bool) -> None:
        """Show who started whom, or all below each other."""
        self._as_tree = on and self._parents_of is not None
        self._arrange()

    def row_at(self, index: Index) -> Any:
        """What stands in a row; None where there is none."""
        return self._rows.get(index.internalId()) if index.isValid() else None

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self._tree.parents)

    @property
    def total(self) -> int:
        """How many rows there are, with those that the filter hides."""
        return len(self._rows)

    # Small change.

    def _number(self, identity: Hashable) -> int:
        number = self._numbers.get(identity)
        if number is None:
            number = self._numbers[identity] = self._next
            self._next += 1
        return number

    def _forget(self) -> None:
        """Numbers of what is gone are not used again, but need not be kept."""
        if len(self._numbers) > 2 * len(self._rows) + 100:
            self._numbers = {i: n for i, n in self._numbers.items() if n in self._rows}

    def _index_of(self, number: int, column: int = 0) -> QModelIndex:
        if number not in self._tree.places:
            return QModelIndex()
        return self.createIndex(self._tree.places[number], column, number)

    def _arrange(self) -> None:
        tree = self._new_tree()
        if tree == self._tree:
            self._tell_changed()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._tree = tree
        after = [self._index_of(each.internalId(), each.column()) for each in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _new_tree(self) -> Tree:
        parents: dict[int, int] = {}
        if self._as_tree and self._parents_of:
            above, numbers = self._parents_of(self._rows.values()), self._numbers
            parents = {numbers[one]: numbers.get(other, ROOT) for one, other in above.items()}
        column, order = self._sorted_by
        key, descending = self.columns[column].order, order is Qt.SortOrder.DescendingOrder
        in_order = sorted(self._rows, key=lambda n: key(self._rows[n]), reverse=descending)
        return arranged(in_order, parents, self._wanted())

    def _wanted(self) -> set[int]:
        words = self._filter.split()
        if not words:
            return set(self._rows)
        return {
            number
            for number, row in self._rows.items()
            if all(word in self._words(row) for word in words)
        }

    def _tell_changed(self) -> None:
        last = len(self.columns) - 1
        for number, below in self._tree.children.items():
            above = self._index_of(number)
            self.dataChanged.emit(self.index(0, 0, above), self.index(len(below) - 1, last, above))
