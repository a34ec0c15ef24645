"""Opens screens; what decodes them is imported with the first one, not at the start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from infinibay_desktop.model.consoles import ScreenWish
from infinibay_desktop.runtime.lines import Line

if TYPE_CHECKING:
    from infinibay_desktop.display.screen import RfbScreen


def open_vnc(
    connect: Callable[[], Line], wish: ScreenWish, notify: Callable[[], None]
) -> "RfbScreen":
    """A screen over RFB that is connecting; `connect` is called once, before this returns."""
    from infinibay_desktop.display.screen import RfbScreen

    screen = RfbScreen(connect(), wish, notify)
    screen.start()
    return screen
