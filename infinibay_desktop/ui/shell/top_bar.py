"""The bar above each screen: its title, its acts, the filter, the palette and the bell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel

FILTER_DELAY_MS = 60
LONGEST_FILTER = 500


class FilterField(QLineEdit):
    """Where a screen's list is narrowed; Escape empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST_FILTER)
        self.setMaximumWidth(320)
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field first, and leaves it then."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class TopBar(QFrame):
    """Asks its page what to show; knows no service."""

    filtered = Signal(str)
    palette_wanted = Signal()
    notices_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.title = ElidedLabel(name="title")
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = FilterField()
        self.field.setAccessibleName(self.tr("Filter"))
        self._delay = QTimer(self, singleShot=True, interval=FILTER_DELAY_MS)
        self._delay.timeout.connect(lambda: self.filtered.emit(self.field.text()))
        self.field.textChanged.connect(lambda: self._delay.start())
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._palette = icon_button(
            "command", self.tr("Find anything (Ctrl+K)"), self.palette_wanted.emit
        )
        self._bell = icon_button("bell", self.tr("Notices"), self.notices_wanted.emit)
        ends = row(self._palette, self._bell, gap=2)
        fill(QHBoxLayout(self), self.title, self._acts, self.field, ends, gap=10, margin=8)
        self.setFixedHeight(52)

    def show_acts(self, acts: Sequence[QAction], *, has_main: bool = True) -> None:
        """The page's acts as buttons; the first one stands out if it is the main one."""
        while (item := self._acts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, act in enumerate(acts):
            self._acts.addWidget(ActButton(act, primary=has_main and number == 0))

    def show_filter(self, text: str, hint: str, *, usable: bool) -> None:
        """The filter of the page."""
        self.field.setVisible(usable)
        self.field.blockSignals(True)
        self.field.setText(text)
        self.field.setPlaceholderText(hint)
        self.field.blockSignals(False)

    def show_unseen(self, count: int) -> None:
        """How many notices nobody has looked at."""
        words = self.tr("Notices: %n new", "", count) if count else self.tr("Notices")
        set_icon(self._bell, "bell", "danger" if count else "muted")
        self._bell.setToolTip(words)
        self._bell.setAccessibleName(words)


class ActButton(QPushButton):
    """A button that follows an action."""

    def __init__(self, act: QAction, *, primary: bool = False) -> None:
        super().__init__()
        self._act = act
        self.setAutoDefault(False)
        if primary:
            self.setProperty("kind", "primary")
        symbol = act.property("symbol")
        if isinstance(symbol, str):
            name, _tone, size = symbol.split()
            set_icon(self, name, "on_accent" if primary else "text", int(size))
        self.clicked.connect(act.trigger)
        act.changed.connect(self._on_act_changed)
        self._on_act_changed()

    def _on_act_changed(self) -> None:
        words = self._act.text().replace("&", "")
        self.setText(f" {words}")
        self.setAccessibleName(words)
        self.setToolTip(self._act.toolTip().replace("&", ""))
        self.setEnabled(self._act.isEnabled())
        self.setVisible(self._act.isVisible())
