"""Short ways below a screen in the navigation: a mark, a name, a count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dots import DOT_PX, dot_icon
from infinibay_desktop.ui.widgets.icons import set_icon
from infinibay_desktop.ui.widgets.layout import fill
from infinibay_desktop.ui.widgets.text import escaped

LINE = 28
# What the mark, the margins and the spaces take of a line.
_BESIDE = 70


@dataclass(frozen=True, slots=True)
class Link:
    """Where a line leads (`target`), what it is called, its colour, and how many are there."""

    target: str
    name: str
    colour: str = ""
    count: str = ""


class NavigationLinks(QWidget):
    """As many lines as there is room for, and a last one to all of them."""

    # The target of the line that was chosen; empty: all of them.
    chosen = Signal(str)
    # The lines are others now.
    changed = Signal()
    # The language is another: whoever gave the lines gives them anew.
    reworded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: Sequence[Link] = ()
        self._room = 0
        self._active = ""
        self._lines: list[QToolButton] = []
        fill(box := QVBoxLayout(self), gap=1)
        box.setContentsMargins(12, 0, 0, 4)
        self._box = box
        # It must not keep the window from being low: then there are fewer lines.
        self.setMinimumHeight(1)
        self.setVisible(False)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these instead."""
        if list(links) != list(self._links):
            self._links = tuple(links)
            self._rebuild()

    def set_room(self, lines: int) -> None:
        """How many lines there is room for."""
        if lines != self._room:
            self._room = lines
            self._rebuild()

    def mark(self, target: str) -> None:
        """Mark the line that is followed just now; another target marks none."""
        self._active = target
        for line in self._lines:
            line.setChecked(bool(target) and line.property("target") == target)

    def retint(self) -> None:
        """Draw the marks in the new colours."""
        self._rebuild()

    def lines(self) -> Sequence[QToolButton]:
        """The lines that are shown, from above."""
        return self._lines

    def count(self) -> int:
        """How many lines there would be with room for all."""
        return len(self._links)

    def changeEvent(self, event: QEvent) -> None:
        """Say all in the language that is now in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._rebuild()
            self.reworded.emit()

    def _rebuild(self) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        shown = self._links
        rest = len(shown) > self._room
        if rest:
            shown = shown[: max(0, self._room - 1)]
        self._lines = [self._line(link) for link in shown]
        if rest and self._room:
            words = self.tr("All ({count})").format(count=len(self._links))
            self._lines.append(self._line(Link("", words)))
        for line in self._lines:
            self._box.addWidget(line)
            line.show()  # at once, not when the layout comes to it
        self.setVisible(bool(self._lines))
        self.mark(self._active)
        self.changed.emit()

    def _line(self, link: Link) -> QToolButton:
        made = QToolButton()
        made.setProperty("place", "navigation-link")
        made.setProperty("target", link.target)
        made.setCheckable(bool(link.target))
        if link.target:
            made.setIcon(dot_icon(link.colour, self))
        else:
            set_icon(made, "ellipsis", "muted", DOT_PX)
        made.setIconSize(QSize(DOT_PX, DOT_PX))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(LINE)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name = one_line(link.name, 120)
        made.setText(self._fitted(name, link.count))
        made.setAccessibleName(f"{name}, {link.count}" if link.count else name)
        made.setToolTip(escaped(name))
        made.clicked.connect(lambda: self._on_line_clicked(link.target))
        return made

    def _fitted(self, name: str, count: str) -> str:
        metrics = self.fontMetrics()
        parent = self.parentWidget()
        whole = parent.width() if parent else 184
        room = whole - _BESIDE - (metrics.horizontalAdvance(f"  {count}") if count else 0)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(30, room))
        return f" {shown}  {count}".rstrip().replace("&", "&&")

    def _on_line_clicked(self, target: str) -> None:
        self.mark(self._active)  # the mark follows the list's filter, not the click
        self.chosen.emit(target)
