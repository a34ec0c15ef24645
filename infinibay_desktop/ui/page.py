"""What the window expects of every screen in its middle."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine

TYPE_CHECKING = False
if TYPE_CHECKING:  # the desk imports every service, which the first paint does not wait for
    from infinibay_desktop.ui.desk import Desk


class Page(QWidget):
    """One screen. It is made when it is first shown, and may be made before the core runs.

    `attach` comes once, when the core runs. A hidden page must cost nothing: `entered` and
    `left` frame the time in which it is looked at.
    """

    name: ClassVar[str] = ""
    symbol: ClassVar[str] = ""
    filterable: ClassVar[bool] = False
    # Whether the first of the page's acts is what people come here for.
    has_main_act: ClassVar[bool] = True
    # Whether the page takes its words anew by itself; others are made anew for another language.
    retranslates: ClassVar[bool] = False
    # The title or the acts of the page changed: the window asks again.
    changed = Signal()
    # The page wants its filter to be emptied.
    filter_unwanted = Signal()

    def title(self) -> str:
        """What stands in the bar above the page."""
        return ""

    def page_actions(self) -> Sequence[QAction]:
        """The acts of this page, for the bar and the command palette; the first is the main one."""
        return ()

    def all_actions(self) -> Sequence[QAction]:
        """Everything that can be done on this page, for menus and the command palette."""
        return self.page_actions()

    def filter_hint(self) -> str:
        """What the empty filter field says."""
        return self.tr("Filter")

    def set_filter(self, text: str) -> None:
        """Show only what matches; only asked of pages that are `filterable`."""

    def show_cached(self, machines: Sequence[Machine], hosts: Mapping[HostId, str]) -> None:
        """Show the last session's list until the core runs."""

    def attach(self, desk: "Desk") -> None:
        """The core runs: follow its events, allow acts."""

    def entered(self) -> None:
        """The page is on the screen now."""

    def left(self) -> None:
        """Another page took its place, or the window was hidden."""

    def retint(self) -> None:
        """The theme changed; draw what the style sheet does not."""
