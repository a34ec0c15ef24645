"""Buttons in the looks of the house."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from infinibay_desktop.ui.widgets.icons import SIZE, set_icon


def button(
    text: str,
    act: Callable[[], object] | None = None,
    *,
    kind: str = "",
    symbol: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A button with words. `kind` is "primary", "danger", "link" or empty."""
    made = QPushButton(f" {text}" if symbol else text, parent)
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
