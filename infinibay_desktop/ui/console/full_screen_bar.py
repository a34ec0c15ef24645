"""The bar at the top of a full screen: whose screen it is, and the way out."""

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import ElidedLabel

STAYS_MS = 2000
_SLIDES_MS = 160
_WIDEST = 800


class FullScreenBar(QFrame):
    """Slides in from the top edge of its parent, and out again when it is left alone."""

    leave_chosen = Signal()

    def __init__(self, send_menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Full screen"))
        self._name = ElidedLabel(name="heading")
        self._hint = ElidedLabel(name="hint")
        self._send = QToolButton(self)
        set_icon(self._send, "keyboard")
        self._send.setText(self.tr("Send key"))
        self._send.setAccessibleName(self.tr("Send key"))
        self._send.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._send.setMenu(send_menu)
        self._send.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        leave = button(self.tr("Leave full screen"), self.leave_chosen.emit, symbol="minimize")
        fill(box := QHBoxLayout(self), self._name, self._hint, self._send, leave, gap=10)
        box.setContentsMargins(12, 6, 8, 6)
        box.setStretch(0, 1)
        box.setStretch(1, 2)
        self._menu = send_menu
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDES_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._on_slide_finished)
        self._leaving = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._leaving.timeout.connect(self._on_leaving_timeout)
        self._out = True
        self.hide()

    def tell(self, name: str, hint: str) -> None:
        """Say whose screen it is, and how the keyboard comes back."""
        self._name.show_text(name)
        self._hint.show_text(hint)

    def slide_in(self) -> None:
        """Come in, or stay for longer."""
        self._leaving.start()
        if self._out:
            self._out = False
            self._place()
            self.show()
            self.raise_()
            self._slide_to(0)

    def put_away(self) -> None:
        """Be gone at once."""
        self._leaving.stop()
        self._slide.stop()
        self._out = True
        self.hide()

    def follow_parent(self) -> None:
        """The parent has another size."""
        if not self._out:
            self._slide.stop()
            self._place()
            self.move(self.x(), 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go, soon."""
        super().leaveEvent(event)
        self._leaving.start()

    def _place(self) -> None:
        over = self.parentWidget()
        width = min(_WIDEST, over.width() - 16) if over else _WIDEST
        self.resize(width, self.sizeHint().height())
        self.move(((over.width() if over else width) - width) // 2, -self.height())

    def _slide_to(self, y: int) -> None:
        self._slide.stop()
        self._slide.setEndValue(QPoint(self.x(), y))
        self._slide.start()

    def _on_leaving_timeout(self) -> None:
        if self._has_focus() or self._menu.isVisible() or self.underMouse():
            self._leaving.start()
            return
        self._out = True
        self._slide_to(-self.height())

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_slide_finished(self) -> None:
        if self._out:
            self.hide()
