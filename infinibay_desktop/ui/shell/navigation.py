"""The way between screens: a column of buttons that folds to icons."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from infinibay_desktop.ui.shell.navigation_links import LINE, NavigationLinks
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill

OPEN_WIDTH, FOLDED_WIDTH = 184, 52
ICON = 18
# More are found on the screen that has them all.
MOST_LINKS = 9


class NavigationRoom(QScrollArea):
    """The room of the navigation: what does not fit into a low window is reached by scrolling."""

    def __init__(self, navigation: "Navigation", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Wheel, keyboard and touch scroll; a bar would cover the words.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(navigation)
        navigation.refolded.connect(self._on_navigation_refolded)
        self._on_navigation_refolded()

    def _on_navigation_refolded(self) -> None:
        self.setFixedWidth(self._navigation.minimumWidth())


class Navigation(QFrame):
    """One button a screen; arrow keys move between them."""

    chosen = Signal(str)
    refolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Screens"))
        self._buttons: dict[str, QToolButton] = {}
        self._titles: dict[str, str] = {}
        self._counts: dict[str, str] = {}
        self._folded = False
        self._links: NavigationLinks | None = None
        self._box = QVBoxLayout(self)
        self._fold = self._make_button("panel-left", self.tr("Fold the navigation"))
        self._fold.setCheckable(False)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._fold.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fold.clicked.connect(lambda: self.fold(folded=not self._folded))
        fill(self._box, self._fold, gap=2, margin=8)
        self._gap = QWidget()
        self._box.addWidget(self._gap, 1)
        self.setFixedWidth(OPEN_WIDTH)

    @property
    def is_folded(self) -> bool:
        """Whether only icons show."""
        return self._folded

    def add(self, name: str, symbol: str, title: str, *, at_bottom: bool = False) -> None:
        """One more screen."""
        made = self._make_button(symbol, title)
        made.clicked.connect(lambda: self.chosen.emit(name))
        self._buttons[name], self._titles[name] = made, title
        if at_bottom:
            self._box.addWidget(made)
        else:
            self._box.insertWidget(self._box.indexOf(self._gap), made)
        self._label(name)

    def put_below(self, name: str, links: NavigationLinks) -> None:
        """Short ways below a screen's button, where there is room for words."""
        self._links = links
        self._box.insertWidget(self._box.indexOf(self._buttons[name]) + 1, links)
        links.changed.connect(self._on_links_changed)
        self._fit_links()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Short ways take what the screens leave."""
        super().resizeEvent(event)
        self._fit_links()

    def _on_links_changed(self) -> None:
        """The Tab key goes from above to below; Qt would come to new lines last."""
        for before, after in pairwise(self._order()):
            QWidget.setTabOrder(before, after)

    def _fit_links(self) -> None:
        if self._links is not None:
            shown = [made for made in self._buttons.values() if made.isVisibleTo(self)]
            taken = (len(shown) + 1) * (self._fold.sizeHint().height() + 2) + 24
            room = (self.height() - taken) // (LINE + 1)
            self._links.set_room(0 if self._folded else max(0, min(room, MOST_LINKS)))

    def select(self, name: str) -> None:
        """Mark the screen that is shown."""
        for other, made in self._buttons.items():
            made.setChecked(other == name)

    def rename(self, titles: Mapping[str, str]) -> None:
        """The language is another: these are the screens' titles now."""
        self.setAccessibleName(self.tr("Screens"))
        self._titles |= {name: title for name, title in titles.items() if name in self._buttons}
        self.fold(folded=self._folded)

    def show_only(self, names: Collection[str]) -> None:
        """Leave out every other screen."""
        for name, made in self._buttons.items():
            made.setVisible(name in names)
        self._fit_links()

    def count(self, name: str, text: str) -> None:
        """A figure beside a screen's title."""
        if name in self._buttons and self._counts.get(name, "") != text:
            self._counts[name] = text
            self._label(name)

    def fold(self, *, folded: bool) -> None:
        """Show icons only, or icons with words."""
        self._folded = folded
        self.setFixedWidth(FOLDED_WIDTH if folded else OPEN_WIDTH)
        words = self.tr("Unfold the navigation") if folded else self.tr("Fold the navigation")
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        for name in self._buttons:
            self._label(name)
        self._fit_links()
        self.refolded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the buttons."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        order = self._order()
        focused = self.focusWidget()
        if step is None or focused not in order:
            super().keyPressEvent(event)
            return
        order[(order.index(focused) + step) % len(order)].setFocus()

    def _order(self) -> list[QWidget]:
        """What the arrow keys go through, from above."""
        found: list[QWidget] = []
        for place in range(self._box.count()):
            item = self._box.itemAt(place)
            part = item.widget() if item else None
            if part is self._links and self._links is not None:
                found += self._links.lines()
            elif isinstance(part, QToolButton) and part.isVisibleTo(self):
                found.append(part)
        return found

    def _label(self, name: str) -> None:
        made, title, count = self._buttons[name], self._titles[name], self._counts.get(name, "")
        made.setText(f"  {title}   {count}" if count else f"  {title}")
        made.setAccessibleName(f"{title}, {count}" if count else title)
        made.setToolTip(made.accessibleName() if self._folded else "")
        made.setToolButtonStyle(self._style())

    def _style(self) -> Qt.ToolButtonStyle:
        style = Qt.ToolButtonStyle
        return style.ToolButtonIconOnly if self._folded else style.ToolButtonTextBesideIcon

    def _make_button(self, symbol: str, title: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("place", "navigation")
        set_icon(made, symbol, "muted", ICON)
        made.setIconSize(QSize(ICON, ICON))
        made.setCheckable(True)
        made.setAccessibleName(title)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made
