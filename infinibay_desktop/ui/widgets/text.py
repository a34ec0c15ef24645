"""Labels that show text as it is, whatever it contains."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def plain(text: str = "", *, name: str = "", parent: QWidget | None = None) -> QLabel:
    """A label for plain text; `name` picks a look from the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if name:
        label.setObjectName(name)
    return label


def wrapped(text: str = "", *, name: str = "", parent: QWidget | None = None) -> QLabel:
    """The same, over as many lines as it needs; can be selected and copied."""
    label = plain(text, name=name, parent=parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
    )
    label.setMinimumWidth(80)
    return label


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit, and tells all in its tool tip.

    With `middle` both its ends are kept, as paths need it.
    """

    def __init__(
        self,
        text: str = "",
        *,
        name: str = "",
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if name:
            self.setObjectName(name)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show `text`, whose line breaks become spaces."""
        self.setText(" ".join(text.split()))
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """As little as a few letters."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell all in the tool tip only where not all is seen."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )

    def _explain(self) -> None:
        full = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(escaped(self.text()) if full else "")


def escaped(text: str) -> str:
    """Text for a tool tip: Qt takes what looks like markup for markup, unless it is escaped."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{shown}</span>"
