"""The list's heading: which columns are there, in which order and width, and how to change it."""

from PySide6.QtCore import QByteArray, QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from infinibay_desktop.ui.machines.columns import LEFT_OUT, WIDTHS, Column, column_title

MIN_WIDTH_PX = 36
MAX_WIDTH_PX = 4000
_VERSION = "1"
# In the place of columns: nobody arranged them.
_USUAL = "usual"


class MachineHeader(QHeaderView):
    """Columns that people choose, move, widen and sort by, with the mouse or from a menu.

    Until somebody arranges them, as many are shown as there is room for, the essential ones first.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(MIN_WIDTH_PX)
        self.setStretchLastSection(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortIndicatorShown(True)
        self.setAccessibleName(QCoreApplication.translate("MachineList", "Columns"))
        self._name_px = 0
        self._fitting = False
        self._arranged = False
        self.sectionResized.connect(self._on_header_section_resized)
        self.sectionMoved.connect(self._on_header_section_moved)

    def fit(self, width_px: int) -> None:
        """Give the names what other columns leave of the width, and at least what was chosen."""
        if not self._arranged:
            self._leave_out(width_px)
        others = self.length() - self.sectionSize(Column.NAME)
        self._fitting = True
        self.resizeSection(Column.NAME, max(self._name_px, width_px - others))
        self._fitting = False

    def reset_columns(self) -> None:
        """Put all columns back to how they come, with widths that follow the font."""
        self.ensurePolished()
        self._fitting = True
        for column in Column:
            self.moveSection(self.visualIndex(column), column)
            self.setSectionHidden(column, False)
            self._resize(column, self._usual_px(column))
        self._fitting = self._arranged = False
        self.fit(self.viewport().width())

    def _leave_out(self, width_px: int) -> None:
        """Hide what there is no room for, and show what there is."""
        usual = {column: self._usual_px(column) for column in Column}
        wanted = sum(usual.values())
        for column in LEFT_OUT:
            left_out = wanted > width_px
            if left_out:
                wanted -= usual[column]
            if self.isSectionHidden(column) is not left_out:
                self._fitting = True
                self.setSectionHidden(column, left_out)
                self._fitting = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the columns."""
        self.popup_menu(event.globalPos())

    def popup_menu(self, where: QPoint) -> None:
        """Open the menu of columns at a point of the screen."""
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return a menu in which columns are ticked, sorted by and put back."""
        translate = QCoreApplication.translate
        menu = QMenu(translate("MachineList", "Columns"), parent)
        for column in Column:
            menu.addAction(self._shown_action(column, menu))
        menu.addSeparator()
        sorting = menu.addMenu(translate("MachineList", "Sort by"))
        self._add_sorting(sorting)
        menu.addSeparator()
        usual = menu.addAction(translate("MachineList", "Usual columns"))
        usual.triggered.connect(self.reset_columns)
        return menu

    def save_state(self) -> QByteArray:
        """Columns, widths and order as a short text that later versions can read."""
        columns = [Column(self.logicalIndex(place)) for place in range(len(Column))]
        words = [f"{column.name}:{self._told_width(column)}" for column in columns]
        words = words if self._arranged else [_USUAL]
        falling = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        section = self.sortIndicatorSection()
        by = Column(section).name if 0 <= section < len(Column) else Column.NAME.name
        return QByteArray(" ".join((_VERSION, by, "down" if falling else "up", *words)).encode())

    def restore_state(self, state: QByteArray) -> bool:
        """Take what `save_state` gave; return False, and change nothing, if it is no such text."""
        words = bytes(state.data()[:2000]).decode("ascii", "replace").split()
        if len(words) < 4 or words[0] != _VERSION or words[1] not in Column.__members__:
            return False
        if words[3:] == [_USUAL]:
            self.reset_columns()
        elif columns := _parsed(words[3:]):
            self._put(columns)
        else:
            return False
        falling = words[2] == "down"
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(Column[words[1]], order)
        return True

    def _put(self, columns: dict[Column, int]) -> None:
        """Arrange columns in this order, with these widths, hidden where negative."""
        self._fitting = self._arranged = True
        for column in Column:
            # A version that came later has more columns.
            columns.setdefault(column, self._usual_px(column))
        for place, (column, width) in enumerate(columns.items()):
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, False)
            self._resize(column, abs(width))
            self.setSectionHidden(column, width < 0)
        self._fitting = False
        self.fit(self.viewport().width())

    def _told_width(self, column: Column) -> int:
        """Width in pixels, negative if hidden."""
        if column is Column.NAME:
            return self._name_px
        if not self.isSectionHidden(column):
            return self.sectionSize(column)
        # Qt calls the width of a hidden column 0, and remembers it where nobody can ask.
        return -self._usual_px(column)

    def _usual_px(self, column: Column) -> int:
        wanted = WIDTHS[column] * self.fontMetrics().horizontalAdvance("0")
        return max(wanted, self.sectionSizeHint(column))

    def _resize(self, column: Column, width_px: int) -> None:
        if column is Column.NAME:
            self._name_px = width_px
        before, self._fitting = self._fitting, True
        self.resizeSection(column, width_px)
        self._fitting = before

    def _on_header_section_moved(self, *_where: int) -> None:
        self._arranged = self._arranged or not self._fitting

    def _on_header_section_resized(self, section: int, _before: int, after: int) -> None:
        if self._fitting:
            return
        self._arranged = True
        if section == Column.NAME:
            self._name_px = after
        else:
            self.fit(self.viewport().width())

    def _shown_action(self, column: Column, menu: QMenu) -> QAction:
        action = QAction(column_title(column), menu, checkable=True)
        action.setChecked(not self.isSectionHidden(column))
        # The name is what tells machines apart.
        action.setEnabled(column is not Column.NAME)
        action.toggled.connect(lambda shown: self._choose(column, shown=shown))
        return action

    def _choose(self, column: Column, *, shown: bool) -> None:
        self._arranged = True
        self.setSectionHidden(column, not shown)
        if self.sectionSize(column) < MIN_WIDTH_PX:
            self._resize(column, self._usual_px(column))

    def _add_sorting(self, menu: QMenu) -> None:
        translate = QCoreApplication.translate
        columns, orders = QActionGroup(menu), QActionGroup(menu)
        for column in Column:
            action = QAction(column_title(column), columns, checkable=True)
            action.setChecked(self.sortIndicatorSection() == column)
            action.triggered.connect(
                lambda _on, by=column: self.setSortIndicator(by, self.sortIndicatorOrder())
            )
            menu.addAction(action)
        menu.addSeparator()
        for title, order in (
            (translate("MachineList", "Ascending"), Qt.SortOrder.AscendingOrder),
            (translate("MachineList", "Descending"), Qt.SortOrder.DescendingOrder),
        ):
            action = QAction(title, orders, checkable=True)
            action.setChecked(self.sortIndicatorOrder() is order)
            action.triggered.connect(
                lambda _on, to=order: self.setSortIndicator(self.sortIndicatorSection(), to)
            )
            menu.addAction(action)


def _parsed(words: list[str]) -> dict[Column, int]:
    """Widths by column in order; unknown words are left out, and names are never hidden."""
    found: dict[Column, int] = {}
    for word in words:
        name, _colon, width = word.partition(":")
        digits = width.removeprefix("-")
        if name in Column.__members__ and digits.isdecimal() and len(digits) <= 9:
            bounded = min(MAX_WIDTH_PX, max(MIN_WIDTH_PX, int(digits)))
            found[Column[name]] = -bounded if width.startswith("-") else bounded
    if found.get(Column.NAME, 0) < 0:
        found[Column.NAME] = -found[Column.NAME]
    return found
