"""A page of words in the place of a screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.ui.console.messages import Message
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import column, fill, row
from infinibay_desktop.ui.widgets.text import plain, wrapped

_SYMBOL_SIZE = 48
_WIDEST = 520


class MessagePage(QScrollArea):
    """Says what is, why, and what to do about it; with a button where we can do it."""

    replied = Signal(object, str)
    """A Reply, and the password if one was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = wrapped(name="heading")
        self._text, self._remedy = wrapped(), wrapped(name="muted")
        self._countdown = plain(name="muted")
        self._password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(self.tr("Password of the screen"))
        self._password.setPlaceholderText(self.tr("Password of the screen"))
        self._password.setMinimumWidth(190)
        self._password.returnPressed.connect(self._on_button_clicked)
        self._button = button("", self._on_button_clicked, kind="primary")
        self._more = QToolButton()
        self._more.setText(self.tr("Details"))
        self._more.setCheckable(True)
        self._more.setArrowType(Qt.ArrowType.RightArrow)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.toggled.connect(self._on_more_toggled)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setObjectName("code")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(130)
        self._arrange()

    def show_message(self, message: Message) -> None:
        """Say `message`."""
        if message == self._message:
            return
        self._message = message
        self._title.setText(message.title)
        for label, text in ((self._text, message.text), (self._remedy, message.remedy)):
            label.setText(text)
            label.setVisible(bool(text))
        self._button.setText(message.reply_text)
        self._button.setAccessibleName(message.reply_text)
        self._button.setVisible(message.reply is not None)
        self._password.setVisible(message.asks_password)
        self._password.clear()
        self._details.setPlainText(message.details)
        self._more.setVisible(bool(message.details))
        self._more.setChecked(False)
        self.set_countdown("")
        self.setAccessibleName(message.title)
        self.retint()

    def set_countdown(self, text: str) -> None:
        """Say when something happens by itself."""
        self._countdown.setText(text)
        self._countdown.setVisible(bool(text))

    def focus_reply(self) -> None:
        """Give the keyboard to what a person would use first."""
        first: QWidget = self._button
        if self._message is not None and self._message.asks_password:
            first = self._password
        if first.isVisibleTo(self):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retint(self) -> None:
        """Draw the symbol in the theme's colours."""
        if self._message is not None:
            ratio = self.devicePixelRatioF()
            self._symbol.setPixmap(pixmap(self._message.symbol, tint("faint"), _SYMBOL_SIZE, ratio))

    def _arrange(self) -> None:
        self.setObjectName("messagePage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = (self._title, self._text, self._remedy, self._countdown)
        for label in words:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        asked = row(1, self._password, self._button, 1)
        more = row(1, self._more, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        middle.setLayout(column(self._symbol, *words, asked, more, self._details, gap=10))
        around = row(1, middle, 1)
        around.setStretch(1, 1000)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        fill(QVBoxLayout(canvas), 1, around, 1, margin=16)
        self.setWidget(canvas)
        self._details.hide()

    def _on_button_clicked(self) -> None:
        message = self._message
        if message is not None and message.reply is not None:
            self.replied.emit(message.reply, self._password.text())

    def _on_more_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._details.setVisible(shown)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._more.setArrowType(arrow)
