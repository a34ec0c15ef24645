"""Tabs that show their pictures alone where there is no room for all their words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QVBoxLayout, QWidget

from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.layout import fill

_ICON = 16
# What a tab takes beside its word.
_BESIDE = 28
_ICON_TAB_PX = 28


class _Bar(QTabBar):
    """Qt leaves room for a word beside each picture, also where there is none."""

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the picture and what is around it."""
        size = super().tabSizeHint(index)
        return size if self.tabText(index) else QSize(_ICON_TAB_PX, size.height())


class DetailTabs(QTabWidget):
    """Each tab is an empty widget with a layout, to be filled when somebody turns to it."""

    def __init__(self, titles: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Titles and symbols, in order."""
        super().__init__(parent)
        self._titles = list(titles)
        self._wordy = True
        self.setTabBar(_Bar())
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.tabBar().setExpanding(False)
        for number, (title, _symbol) in enumerate(self._titles):
            holder = QWidget()
            fill(QVBoxLayout(holder), gap=0)
            self.addTab(holder, title)
            self.tabBar().setAccessibleTabName(number, title)
        self.currentChanged.connect(self._label)

    def retint(self) -> None:
        """The theme changed."""
        self._label()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pictures alone."""
        return QSize(220, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        metrics = self.tabBar().fontMetrics()
        wanted = sum(metrics.horizontalAdvance(title) + _BESIDE for title, _ in self._titles)
        if (wanted <= self.width()) is not self._wordy:
            self._wordy = not self._wordy
            self.tabBar().setProperty("narrow", not self._wordy)
            self.tabBar().style().unpolish(self.tabBar())
            self.tabBar().style().polish(self.tabBar())
            self._label()

    def _label(self) -> None:
        """The tab that is shown always has its word."""
        for number, (title, symbol) in enumerate(self._titles):
            words = self._wordy or number == self.currentIndex()
            self.setTabText(number, title if words else "")
            self.setTabIcon(number, QIcon() if words else icon(symbol, "muted", _ICON))
            self.setTabToolTip(number, "" if words else title)
