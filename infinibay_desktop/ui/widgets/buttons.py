"""Buttons in the looks of the house."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from infinibay_desktop.ui.widgets.icons import SIZE, set_icon


def button(
    text: str,
    act: Callable[[], object] | None = None,
    *,
    kind: str = "",
    symbol: str = "",
    wraps: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """A button with words. `kind` is "primary", "danger", "link" or empty.

    One that `wraps` has its words on two lines where there is no room for one.
    """
    words = f" {text}" if symbol else text
    made = _WrappingButton(words, parent) if wraps else QPushButton(words, parent)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if symbol:
        tone = {"primary": "on_accent", "danger": "danger", "link": "accent"}.get(kind, "text")
        set_icon(made, symbol, tone)
    if act:
        made.clicked.connect(lambda: act())
    return made


class _WrappingButton(QPushButton):
    """As wide as its words, or narrower and higher."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self._said = text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All on one line."""
        return self._size_of(self._said)

    def minimumSizeHint(self) -> QSize:
        """Two lines are as narrow as it gets."""
        return QSize(self._size_of(self._broken()).width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """One line or two."""
        return self._size_of(self._fitting(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line where it has to be."""
        super().resizeEvent(event)
        fitting = self._fitting(event.size().width())
        if fitting != self.text():
            self.setText(fitting)

    def _fitting(self, width: int) -> str:
        return self._said if width >= self.sizeHint().width() else self._broken()

    def _broken(self) -> str:
        """The words on two lines that are as even as they can be."""
        words, width = self._said.split(), self.fontMetrics().horizontalAdvance
        ways = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        if not ways:
            return self._said
        first, second = min(ways, key=lambda way: max(map(width, way)))
        gap = self._said[: self._said.index(words[0])]  # beside a symbol
        return f"{gap}{first}\n{gap}{second}"

    def _size_of(self, text: str) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = text
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)
        if not self.icon().isNull():
            size.setWidth(size.width() + self.iconSize().width() + 4)
            size.setHeight(max(size.height(), self.iconSize().height()))
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, size, self)


def icon_button(
    symbol: str,
    name: str,
    act: Callable[[], object] | None = None,
    *,
    size: int = SIZE,
    parent: QWidget | None = None,
) -> QToolButton:
    """A button with a picture; `name` is its tool tip and what a screen reader says."""
    made = QToolButton(parent)
    set_icon(made, symbol, "muted", size)
    made.setIconSize(QSize(size, size))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if act:
        made.clicked.connect(lambda: act())
    return made


def action(
    owner: QWidget,
    text: str,
    act: Callable[[], object] | None = None,
    *,
    symbol: str = "",
    shortcut: str = "",
    tone: str = "text",
) -> QAction:
    """Something that menus, buttons and the command palette offer."""
    made = QAction(text, owner)
    if symbol:
        set_icon(made, symbol, tone)
    if shortcut:
        made.setShortcut(shortcut)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if act:
        made.triggered.connect(lambda: act())
    return made


def act_button(act: QAction, *, kind: str = "") -> QPushButton:
    """A button that does what an action does, and is shown, enabled and explained as it is."""
    made = button(act.text(), act.trigger, kind=kind)
    symbol = act.property("symbol")
    if isinstance(symbol, str):
        name, tone, size = symbol.split()
        set_icon(made, name, "on_accent" if kind == "primary" else tone, int(size))

    def follow() -> None:
        made.setText(f" {act.text()}")
        made.setAccessibleName(act.text())
        made.setEnabled(act.isEnabled())
        made.setVisible(act.isVisible())
        made.setToolTip(act.statusTip())

    act.changed.connect(follow)
    follow()
    return made
