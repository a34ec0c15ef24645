"""Boxes: rows, columns, cards, scrolling pages and pages with nothing on them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.text import plain, wrapped

GAP = 8
MARGIN = 16
# A part is a widget or a layout; an int is a stretch.
Part = QWidget | QLayout | int


def column(*parts: Part, gap: int = GAP, margin: int = 0) -> QVBoxLayout:
    """Parts below each other."""
    box = QVBoxLayout()
    fill(box, *parts, gap=gap, margin=margin)
    return box


def row(*parts: Part, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """Parts beside each other."""
    box = QHBoxLayout()
    fill(box, *parts, gap=gap, margin=margin)
    return box


def fill(box: QBoxLayout, *parts: Part, gap: int = GAP, margin: int = 0) -> None:
    """Put parts into a box, in order."""
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


class Card(QFrame):
    """A titled box; what it holds goes into `body`, what acts on it into `head`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = plain(title, name="heading")
        self.head = row(self.heading, 1)
        self.body = column()
        fill(outer := QVBoxLayout(self), self.head, self.body, gap=10, margin=14)
        outer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)


class ScrollPage(QScrollArea):
    """A page that scrolls when it does not fit; its content goes into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self.body = QVBoxLayout(canvas)
        fill(self.body, gap=12, margin=MARGIN)
        self.setWidget(canvas)


class EmptyPage(QWidget):
    """What a page shows when it has nothing: what belongs there, and how to make the first."""

    def __init__(
        self, symbol: str, title: str, text: str, *buttons: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._symbol = symbol
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = wrapped(title, name="heading")
        self.text = wrapped(text, name="muted")
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setMaximumWidth(480)
        middle = column(self._picture, self.title, gap=10)
        around = row(1, self.text, 1)
        around.setStretch(1, 1000)
        middle.addLayout(around)
        middle.addLayout(row(1, *buttons, 1))
        fill(QVBoxLayout(self), 1, middle, 2, margin=24)
        self.retint()

    def retint(self) -> None:
        """Draw the picture in the theme's colours."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._symbol, tint("faint"), 48, ratio))

    def tell(self, title: str, text: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)


def size_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has room for beside its own bars."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - 40), min(height, room.height() - 80))


def line() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setFixedHeight(1)
    made.setStyleSheet("background: palette(mid); border: none;")
    return made


def clear(box: QLayout) -> None:
    """Take everything out of a layout, and let it go."""
    while (item := box.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)
