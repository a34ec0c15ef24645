"""The form that all dialogs have: a title, a body, what is wrong, and the buttons."""

import asyncio

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.layout import ScrollPage, fill, row
from infinibay_desktop.ui.widgets.text import plain, wrapped


class Dialog(QDialog):
    """A dialog that never runs a loop of its own: `open()` it, or await `ask()`.

    What it shows goes into `body`, which scrolls when the window is small.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = ScrollPage()
        self.body: QVBoxLayout = self._page.body
        self.problem = wrapped(name="problem")
        self.problem.hide()
        self.buttons: QHBoxLayout = row(1, gap=8, margin=0)
        self.heading = plain(title, name="title")
        self.heading.setWordWrap(True)
        self.body.addWidget(self.heading)
        foot = QVBoxLayout()
        fill(foot, self.problem, self.buttons, gap=8, margin=16)
        fill(QVBoxLayout(self), gap=0)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addWidget(self._page, 1)
        outer.addLayout(foot)
        self._width = width
        self._fitted_height = 0
        canvas = self._page.widget()
        assert canvas
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is said later, such as what is wrong with a field."""
        if event.type() is QEvent.Type.LayoutRequest and self.height() == self._fitted_height:
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def add_button(self, text: str, *, kind: str = "", symbol: str = "") -> QPushButton:
        """One more button, to the right of the others."""
        made = button(text, kind=kind, symbol=symbol)
        self.buttons.addWidget(made)
        return made

    def add_cancel(self, text: str = "") -> QPushButton:
        """The button that changes nothing."""
        made = self.add_button(text or self.tr("Cancel"))
        made.clicked.connect(self.reject)
        return made

    def say(self, text: str, *, name: str = "") -> QLabel:
        """One more sentence in the body."""
        said = wrapped(text, name=name)
        self.body.addWidget(said)
        return said

    def blame(self, problem: str) -> None:
        """Show what is wrong above the buttons; empty: nothing is."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the body, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._page.ensureWidgetVisible(widget))

    def fit(self) -> None:
        """Take the size that the content wants, within the screen."""
        self.resize(*self._wanted_size())
        self._fitted_height = self.height()

    def _grow(self) -> None:
        # A height that a person gave it stays.
        wanted = self._wanted_size()[1]
        if self.height() == self._fitted_height < wanted:
            self.resize(self.width(), wanted)
            self._fitted_height = self.height()

    def _wanted_size(self) -> tuple[int, int]:
        screen = self.screen().availableGeometry()
        width = min(self._width, screen.width() - 40)
        self.body.activate()  # it may have got parts that no layout has seen yet
        content = self.body.totalHeightForWidth(width)
        content = content if content > 0 else self.body.totalSizeHint().height()
        height = content + self.buttons.sizeHint().height() + 40
        return width, min(height, max(240, screen.height() - 80))

    async def ask(self) -> int:
        """Show it; how it was closed: 0 if it was cancelled, 1 if it was accepted.

        What was filled in can be read until the next wait.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        answer: asyncio.Future[int] = asyncio.get_event_loop().create_future()

        def finish(result: int) -> None:
            if not answer.done():
                answer.set_result(result)

        self.finished.connect(finish)
        self.fit()
        self.open()
        result = await answer
        self.deleteLater()
        return result


def scroll_to(page: QScrollArea, widget: QWidget) -> None:
    """Bring a widget into sight, and the keyboard to it."""
    page.ensureWidgetVisible(widget)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
