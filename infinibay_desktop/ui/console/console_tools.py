"""The console's row of tools; its menus serve the window and the full-screen bar, too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from infinibay_desktop.model.settings import Scaling
from infinibay_desktop.ui.console.send_keys import fill_send_menu
from infinibay_desktop.ui.widgets.buttons import action
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import ElidedLabel


class ConsoleTools(QWidget):
    """Power, keys, screenshot, size and place of a console."""

    keys_chosen = Signal(object)
    paste_chosen = Signal()
    screenshot_chosen = Signal()
    scaling_chosen = Signal(object)
    detach_chosen = Signal()
    full_screen_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consoleTools")
        self.power_menu = QMenu(self.tr("&Power"), self)
        self.send_menu = QMenu(self.tr("Send &key"), self)
        self.scaling_menu = QMenu(self.tr("&Size"), self)
        self.screenshot = action(
            self, self.tr("Save screenshot…"), self.screenshot_chosen.emit, symbol="camera"
        )
        self.share_clipboard = action(self, self.tr("Share the clipboard"), symbol="clipboard")
        self.share_clipboard.setCheckable(True)
        self.share_clipboard.setChecked(True)
        self.detach = action(
            self, self.tr("Open in a window"), self.detach_chosen.emit, symbol="external-link"
        )
        self.full_screen = action(
            self, self.tr("Full screen"), self.full_screen_chosen.emit, symbol="maximize"
        )
        self._hint = ElidedLabel(name="hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fill_menus()
        self._arrange()
        self.set_connected(connected=False)

    def set_power_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these acts on the machine's power."""
        self.power_menu.clear()
        self.power_menu.addActions(list(actions))
        self._power.setVisible(bool(actions))

    def set_connected(self, *, connected: bool) -> None:
        """There is a screen, or not."""
        for part in (self.send_menu.menuAction(), self.screenshot, self._send):
            part.setEnabled(connected)

    def set_scaling(self, scaling: Scaling) -> None:
        """Tick how the screen is fitted."""
        self._scalings[scaling].setChecked(True)

    def set_hint(self, text: str) -> None:
        """Say how the keyboard comes and goes."""
        self._hint.show_text(text)

    def _fill_menus(self) -> None:
        fill_send_menu(self.send_menu, self.keys_chosen.emit)
        self.send_menu.addSeparator()
        paste = self.send_menu.addAction(self.tr("Paste as keystrokes"))
        paste.triggered.connect(lambda: self.paste_chosen.emit())
        self.send_menu.addAction(self.share_clipboard)
        group = QActionGroup(self)
        self._scalings: dict[Scaling, QAction] = {}
        for scaling, text in (
            (Scaling.FIT, self.tr("Fit the window")),
            (Scaling.ACTUAL, self.tr("Actual size")),
            (Scaling.RESIZE_GUEST, self.tr("Resize the machine's screen")),
        ):
            chosen = group.addAction(text)
            chosen.setCheckable(True)
            chosen.triggered.connect(lambda _on, which=scaling: self.scaling_chosen.emit(which))
            self.scaling_menu.addAction(chosen)
            self._scalings[scaling] = chosen

    def _arrange(self) -> None:
        self._power = self._opening("power", self.tr("Power"), self.power_menu)
        self._send = self._opening("keyboard", self.tr("Send key"), self.send_menu)
        scaling = self._opening("scaling", self.tr("Size of the screen"), self.scaling_menu)
        self._power.hide()
        fill(
            box := QHBoxLayout(self),
            self._power,
            self._send,
            self._of_action(self.screenshot),
            scaling,
            self._hint,
            self._of_action(self.detach),
            self._of_action(self.full_screen),
            gap=2,
        )
        box.setContentsMargins(6, 3, 6, 3)
        box.setStretch(4, 1)

    def _opening(self, symbol: str, name: str, menu: QMenu) -> QToolButton:
        made = QToolButton(self)
        set_icon(made, symbol)
        made.setText(name)
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _of_action(self, shown: QAction) -> QToolButton:
        made = QToolButton(self)
        made.setDefaultAction(shown)
        made.setAccessibleName(shown.text())
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # An action that is hidden, as "open in a window" is in a window, takes its button along.
        shown.visibleChanged.connect(lambda: made.setVisible(shown.isVisible()))
        return made
