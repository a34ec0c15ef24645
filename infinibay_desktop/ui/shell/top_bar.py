"""The bar above each screen: its title, its acts, the filter, and what is at hand everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from infinibay_desktop.ui.widgets.buttons import icon_button
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill, row
from infinibay_desktop.ui.widgets.text import ElidedLabel, escaped

FILTER_DELAY_MS = 60
LONGEST_FILTER = 500
AVATAR = 26
# The title, the filter and the buttons at the end keep at least this much.
_ROOM_FOR_OTHERS = 370


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
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field = FilterField()
        self._delay = QTimer(self, singleShot=True, interval=FILTER_DELAY_MS)
        self._delay.timeout.connect(lambda: self.filtered.emit(self.field.text()))
        self.field.textChanged.connect(lambda: self._delay.start())
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._buttons: list[ActButton] = []
        self._more = icon_button("ellipsis", "")
        self._more.clicked.connect(self._on_more_clicked)
        self._more.hide()
        self._palette = icon_button("command", "", self.palette_wanted.emit)
        self._bell = icon_button("bell", "", self.notices_wanted.emit)
        # Its face and its menu come when somebody is signed in; its room is kept from the start.
        self.person = icon_button("user", "", size=AVATAR)
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.person.setEnabled(False)
        ends = row(self._palette, self._bell, self.person, gap=2)
        # Acts that come later take free room: nothing else moves.
        parts = (self.title, self._acts, self._more, 1, self.field, ends)
        fill(box := QHBoxLayout(self), *parts, gap=12, margin=8)
        # The title stands above the page's own left edge.
        box.setContentsMargins(16, 8, 8, 8)
        box.setStretchFactor(self.field, 1000)
        self.setFixedHeight(52)
        self._unseen = 0
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew; the page's own come with `show_acts` and `show_filter`."""
        self.field.setAccessibleName(self.tr("Filter"))
        for made, words in (
            (self._more, self.tr("More acts")),
            (self._palette, self.tr("Find anything (Ctrl+K)")),
            (self.person, self.tr("Signed-in person")),
        ):
            made.setToolTip(words)
            made.setAccessibleName(words)
        self.show_unseen(self._unseen)

    def show_acts(self, acts: Sequence[QAction], *, has_main: bool = True) -> None:
        """The page's acts as buttons; the first one stands out if it is the main one."""
        while (item := self._acts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._buttons = [
            ActButton(act, primary=has_main and number == 0) for number, act in enumerate(acts)
        ]
        for made in self._buttons:
            self._acts.addWidget(made)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many acts as there is room for; the rest is in a menu."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _ROOM_FOR_OTHERS
        for number, made in enumerate(self._buttons):
            room -= made.sizeHint().width() + self._acts.spacing()
            made.fits = room > 0
            if number == 0 and not made.fits:
                made.show_words(shown=False)
                made.fits = True
            elif number == 0:
                made.show_words(shown=True)
            made.follow()
        self._more.setVisible(not all(made.fits for made in self._buttons))

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions([made.act for made in self._buttons if not made.fits])
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def show_filter(self, text: str, hint: str, *, usable: bool) -> None:
        """The filter of the page."""
        self.field.setVisible(usable)
        self.field.blockSignals(True)
        self.field.setText(text)
        self.field.setPlaceholderText(hint)
        self.field.blockSignals(False)

    def show_unseen(self, count: int) -> None:
        """How many notices nobody has looked at."""
        self._unseen = count
        words = self.tr("Notices: %n new", "", count) if count else self.tr("Notices")
        set_icon(self._bell, "bell", "accent" if count else "muted")
        self._bell.setToolTip(words)
        self._bell.setAccessibleName(words)


class ActButton(QPushButton):
    """A button that follows an action. Without room (`fits`) it hides."""

    def __init__(self, act: QAction, *, primary: bool = False) -> None:
        super().__init__()
        self.act = act
        self.fits = True
        self._words_shown = True
        self.setAutoDefault(False)
        if primary:
            self.setProperty("kind", "primary")
        symbol = act.property("symbol")
        if isinstance(symbol, str):
            name, _tone, size = symbol.split()
            set_icon(self, name, "on_accent" if primary else "text", int(size))
        self.clicked.connect(act.trigger)
        act.changed.connect(self.follow)
        self.follow()

    def show_words(self, *, shown: bool) -> None:
        """With words, or the picture alone."""
        self._words_shown = shown

    def follow(self) -> None:
        """Show the action as it is now."""
        words = self.act.text().replace("&", "")
        self.setText(f" {words}" if self._words_shown or self.icon().isNull() else "")
        self.setAccessibleName(words)
        self.setToolTip(escaped(self.act.toolTip().replace("&", "")))
        self.setEnabled(self.act.isEnabled())
        self.setVisible(self.act.isVisible() and self.fits)
